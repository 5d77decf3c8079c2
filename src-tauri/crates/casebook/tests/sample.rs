//! The sample holds everything that was researched, field by field.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::{Casebook, SystemClock};
use docketline_domain::Document;
use docketline_domain::model::Event;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

fn corpus() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/sample/case.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The sample, written to a casebook, closed, and read again.
fn stored() -> Document {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.casebook");
    drop(Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap());
    Casebook::open_read_only(&path, Arc::new(SystemClock))
        .unwrap()
        .document()
        .unwrap()
}

fn value(of: impl serde::Serialize) -> Value {
    serde_json::to_value(of).unwrap()
}

/// Without the fields that are null, because the corpus leaves some of those out.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

fn assert_same(what: &str, stored: &Value, corpus: &Value) {
    let (stored, corpus) = (without_nulls(stored), without_nulls(corpus));
    assert!(
        stored == corpus,
        "{what}\nstored: {stored:#}\ncorpus: {corpus:#}"
    );
}

fn assert_same_list(what: &str, stored: &Value, corpus: &Value) {
    let (stored, corpus) = (stored.as_array().unwrap(), corpus.as_array().unwrap());
    assert_eq!(stored.len(), corpus.len(), "{what}");
    for (stored, corpus) in stored.iter().zip(corpus) {
        assert_same(what, stored, corpus);
    }
}

/// An event as the corpus would write it.
fn as_corpus(event: &Event, document: &Document) -> Value {
    let stated = event.stated_date.as_ref();
    let date = stated.map_or(&event.date, |stated| &stated.date);
    let relations: Vec<Value> = document
        .relations
        .iter()
        .filter(|relation| relation.from == event.id)
        .map(|r| json!({ "type": r.relation_type, "target": r.to, "part": r.part }))
        .collect();
    let read_urls: Vec<&String> = event
        .sources
        .iter()
        .filter_map(|support| {
            document
                .sources
                .iter()
                .find(|s| s.id == support.source)?
                .read_url
                .as_ref()
        })
        .collect();
    let court = event.court.as_ref().map(|id| {
        &document
            .courts
            .iter()
            .find(|court| court.id == *id)
            .unwrap()
            .name
    });
    json!({
        "id": event.id,
        "date": date,
        "end_date": stated.and_then(|stated| stated.end.as_ref()),
        "edtf": event.date,
        "precision": date.precision().as_str(),
        "certainty": event.date.certainty().as_str(),
        "refined_date": event.refined_date,
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "track": event.lane,
        "main_case": event.main_case,
        "stage": event.proceeding,
        "court": court,
        "judges": event.judges,
        "actors": event.actors.iter().map(|p| json!({ "id": p.actor, "role": p.role })).collect::<Vec<_>>(),
        "jurisdictions": event.jurisdictions,
        "docket": event.docket,
        "citations": event.citations,
        "relations": relations,
        "principles": event.principles,
        "places": event.places,
        "sources": event.sources,
        "read_urls": read_urls,
        "confidence": event.confidence,
        "date_note": event.date_note,
        "from_knowledge": event.from_knowledge,
    })
}

#[test]
fn the_sample_has_as_many_records_as_were_researched() {
    let document = stored();
    let counts = [
        document.events.len(),
        document.relations.len(),
        document.sources.len(),
        document.actors.len(),
        document.places.len(),
        document.principles.len(),
        document.proceedings.len(),
        document.disputed_dates.len(),
    ];
    assert_eq!(counts, [90, 117, 204, 119, 16, 6, 6, 19]);
}

#[test]
fn every_field_of_every_event_is_stored() {
    let (document, corpus) = (stored(), corpus());
    let events: Vec<Value> = document
        .events
        .iter()
        .map(|event| as_corpus(event, &document))
        .collect();
    assert_same_list("event", &value(events), &corpus["events"]);
}

#[test]
fn every_field_of_everything_else_is_stored() {
    let (document, corpus) = (stored(), corpus());
    assert_same_list(
        "relation",
        &value(&document.relations),
        &corpus["relations"],
    );
    assert_same_list("source", &value(&document.sources), &corpus["sources"]);
    // The corpus leaves an actor's empty list of membership sources out.
    let actors: Vec<Value> = document
        .actors
        .iter()
        .map(|actor| {
            let mut actor = value(actor);
            if let Some(member) = actor["rgs_member"].as_object_mut()
                && member["sources"] == json!([])
            {
                member.remove("sources");
            }
            actor
        })
        .collect();
    assert_same_list("actor", &value(actors), &corpus["actors"]);
    assert_same_list("place", &value(&document.places), &corpus["places"]);
    let mut principles = corpus["principles"].as_array().unwrap().clone();
    principles.extend(corpus["later_principles"].as_array().unwrap().clone());
    assert_same_list(
        "principle",
        &value(&document.principles),
        &value(principles),
    );
    assert_same_list(
        "disputed date",
        &value(&document.disputed_dates),
        &corpus["disputed_dates"],
    );
    let stages: Vec<Value> = document
        .proceedings
        .iter()
        .enumerate()
        .map(|(index, proceeding)| {
            let mut stage = value(proceeding);
            stage["order"] = json!(index + 1);
            stage
        })
        .collect();
    assert_same_list("stage", &value(stages), &corpus["stages"]);

    let mut about = value(&document.about);
    // The casebook is named after the case; the corpus names itself.
    about["title"] = corpus["meta"]["title"].clone();
    assert_same("meta", &about, &corpus["meta"]);
}

#[test]
fn every_event_has_a_lane_with_a_name_and_a_short_title() {
    let document = stored();
    for event in &document.events {
        assert!(
            document.lanes.iter().any(|lane| lane.id == event.lane),
            "{}",
            event.id
        );
        assert!(event.short_title.is_some(), "{}", event.id);
    }
}

use crate::{sample, saved};
use docketline_casebook::view::{MergeChoice, Record, RelationForm};
use docketline_casebook::{ErrorCode, NewRelation, words};
use docketline_domain::model::{Document, Relation};
use docketline_domain::{Edtf, Id};
use serde_json::Value;
use std::collections::BTreeSet;

/// All that a casebook says of some events, as words: of themselves, their relations,
/// notes and dates in dispute. What files say by codes is told as people read it, since it
/// goes into a note so.
fn told(document: &Document, ids: &[&str]) -> BTreeSet<String> {
    const CODES: [&str; 6] = ["id", "lane", "court", "proceeding", "kind", "confidence"];
    const DATES: [&str; 8] = [
        "date",
        "stated_date",
        "end",
        "refined_date",
        "public_from",
        "filed",
        "entered",
        "effective",
    ];
    let mut words = BTreeSet::new();
    let mut tell = |text: &str| {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        words.extend(parts.filter(|part| !part.is_empty()).map(str::to_lowercase));
    };
    fn collect(key: &str, value: &Value, tell: &mut dyn FnMut(&str)) {
        match value {
            Value::String(_) if CODES.contains(&key) => {}
            Value::String(text) if DATES.contains(&key) || key == "value" || key == "chosen" => {
                tell(&Edtf::parse(text).unwrap().to_words());
            }
            Value::String(text) => tell(text),
            Value::Array(items) => items.iter().for_each(|item| collect(key, item, tell)),
            Value::Object(fields) => {
                fields
                    .iter()
                    .for_each(|(key, value)| collect(key, value, tell));
            }
            _ => {}
        }
    }
    let is_of = |id: &Id| ids.contains(&id.as_str());
    for event in document.events.iter().filter(|event| is_of(&event.id)) {
        collect("", &serde_json::to_value(event).unwrap(), &mut tell);
        tell(&words::say(&format!("kind-{}", event.kind), &[]));
        let lane = document.lanes.iter().find(|lane| lane.id == event.lane);
        tell(&lane.unwrap().name);
        let courts = document
            .courts
            .iter()
            .filter(|one| Some(&one.id) == event.court.as_ref());
        courts.for_each(|court| tell(&court.name));
        let stages = document.proceedings.iter();
        stages
            .filter(|one| Some(&one.id) == event.proceeding.as_ref())
            .for_each(|stage| tell(&stage.name));
        if let Some(confidence) = event.confidence {
            tell(&words::say(&format!("confidence-{confidence}"), &[]));
        }
    }
    for relation in &document.relations {
        let Relation {
            id: _,
            from,
            relation_type,
            to,
            part,
            effective,
            basis,
            note,
        } = relation;
        if !is_of(from) && !is_of(to) {
            continue;
        }
        tell(&words::say(&format!("act-{relation_type}"), &[]));
        [part, note]
            .into_iter()
            .flatten()
            .for_each(|text| tell(text));
        effective.iter().for_each(|date| tell(&date.to_words()));
        basis
            .iter()
            .for_each(|word| tell(&words::say(&format!("basis-{word}"), &[])));
        // The other end, where it is another event.
        [from, to]
            .into_iter()
            .filter(|id| !is_of(id))
            .for_each(|id| tell(id.as_str()));
    }
    for note in document.notes.iter().filter(|note| is_of(&note.event)) {
        tell(&note.markdown);
    }
    for dispute in document
        .disputed_dates
        .iter()
        .filter(|one| is_of(&one.event))
    {
        collect("", &serde_json::to_value(dispute).unwrap(), &mut tell);
    }
    words
}

#[test]
fn no_word_of_any_two_neighbours_of_the_sample_is_lost() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let ids: Vec<&str> = before
        .events
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    for (place, pair) in ids.windows(2).enumerate() {
        let (keep, other) = (casebook.key_of(pair[0]), casebook.key_of(pair[1]));
        let preview = casebook.preview_merge(keep, other).unwrap();
        // Of every second difference the other's value.
        let fields = preview.fields.iter().skip(place % 2).step_by(2);
        let take: Vec<String> = fields.map(|field| field.field.clone()).collect();
        saved(
            casebook
                .merge_events(&MergeChoice { keep, other, take })
                .unwrap(),
        );
        let after = casebook.document().unwrap();
        assert_eq!(after.events.len(), before.events.len() - 1);
        let (all, now) = (told(&before, pair), told(&after, pair));
        let lost: Vec<&String> = all.difference(&now).collect();
        assert_eq!(lost, Vec::<&String>::new(), "{pair:?}");
        casebook.undo().unwrap();
    }
    assert_eq!(casebook.document().unwrap(), before);
    assert!(casebook.check().unwrap().is_empty());
}

#[test]
fn all_that_a_relation_between_the_two_says_is_in_the_note_and_others_stay() {
    let mut casebook = sample();
    let relation = |id: &str, from: &str, to: &str| {
        Record::Relation(RelationForm {
            id: id.to_owned(),
            from: from.to_owned(),
            relation_type: "cites".to_owned(),
            to: to.to_owned(),
            part: "Part Four".to_owned(),
            effective: "about May 1999".to_owned(),
            basis: "known".to_owned(),
            note: "Heard in the corridor".to_owned(),
        })
    };
    let (keep, other, third) = ("contempt-order", "warrant-issued", "stay-granted");
    for (id, from, to) in [
        ("between", other, keep),
        ("said-by-both-1", keep, third),
        ("said-by-both-2", other, third),
    ] {
        casebook.put_record(None, &relation(id, from, to)).unwrap();
    }
    let choice = MergeChoice {
        keep: casebook.key_of(keep),
        other: casebook.key_of(other),
        take: Vec::new(),
    };
    saved(casebook.merge_events(&choice).unwrap());
    let merged = casebook.event_by_id(keep).unwrap();
    let note = &merged.event_notes[0].markdown;
    for said in [
        "cites",
        "Part Four",
        "about May 1999",
        "own knowledge",
        "corridor",
    ] {
        assert!(note.contains(said), "{said}\n{note}");
    }
    let cites = merged.outgoing.iter();
    let third = cites.filter(|one| one.other_id == third && one.note.is_some());
    assert_eq!(third.count(), 1, "what both said is said once");
}

#[test]
fn relations_notes_and_lists_of_both_are_kept_and_the_other_date_is_disputed() {
    let mut casebook = sample();
    casebook.add_note("contempt-order", "Mine").unwrap();
    casebook.add_note("warrant-issued", "Theirs").unwrap();
    casebook
        .relate(&NewRelation {
            from: "contempt-order".to_owned(),
            relation: "cites".to_owned(),
            to: "warrant-issued".to_owned(),
            effective: None,
            part: None,
        })
        .unwrap();
    let keep = casebook.event_by_id("contempt-order").unwrap();
    let other = casebook.event_by_id("warrant-issued").unwrap();
    let preview = casebook.preview_merge(keep.row.key, other.row.key).unwrap();
    assert_eq!(preview.keep.title, keep.row.title);
    assert!(preview.fields.iter().any(|field| field.field == "title"));
    assert!(!preview.between.is_empty());

    let choice = MergeChoice {
        keep: keep.row.key,
        other: other.row.key,
        take: vec!["title".to_owned()],
    };
    saved(casebook.merge_events(&choice).unwrap());
    assert!(casebook.event_by_id("warrant-issued").is_err());
    let merged = casebook.event_by_id("contempt-order").unwrap();
    assert_eq!(merged.row.title, other.row.title);
    assert_eq!(merged.row.date, keep.row.date);
    let dispute = merged.dispute.unwrap();
    assert!(
        dispute
            .others
            .iter()
            .any(|date| date.value == other.row.date)
    );
    let notes: String = merged
        .event_notes
        .iter()
        .map(|note| note.markdown.as_str())
        .collect();
    for kept in ["Mine", "Theirs", &keep.row.title, &other.summary] {
        assert!(notes.contains(kept), "{kept}\n{notes}");
    }
    for source in other.sources.iter().chain(&keep.sources) {
        assert!(merged.sources.contains(source));
    }
    for actor in other.actors.iter().chain(&keep.actors) {
        assert!(merged.actors.contains(actor));
    }
    let related = |event: &docketline_casebook::view::EventDetail| {
        let others: BTreeSet<String> = event
            .outgoing
            .iter()
            .chain(&event.incoming)
            .map(|relation| relation.other_id.clone())
            .filter(|id| id != "contempt-order" && id != "warrant-issued")
            .collect();
        others
    };
    let merged = casebook.event_by_id("contempt-order").unwrap();
    let both: BTreeSet<String> = related(&keep).union(&related(&other)).cloned().collect();
    assert_eq!(related(&merged), both);
    assert!(casebook.check().unwrap().is_empty());
}

#[test]
fn an_event_is_not_merged_with_itself_nor_by_a_field_that_is_none() {
    let mut casebook = sample();
    let key = casebook.key_of("contempt-order");
    let other = casebook.key_of("warrant-issued");
    for (other, take) in [(key, vec![]), (other, vec!["colour".to_owned()])] {
        let choice = MergeChoice {
            keep: key,
            other,
            take,
        };
        let refused = casebook.merge_events(&choice).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::BadValue);
    }
}

//! The research corpus that the sample casebook is made from: reads every field it has,
//! and refuses one it does not know, so that nothing is lost in silence.

use docketline_domain::model::{
    About, Actor, Citation, Court, DisputedDate, Document, Event, Lane, Participation, Place,
    Principle, Proceeding, RefinedDate, Relation, Source, StatedDate, Support,
};
use docketline_domain::vocabulary::{Confidence, EventKind};
use docketline_domain::{Edtf, Id};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("the corpus cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the corpus contradicts itself: {0}")]
    Contradiction(String),
}

/// Lane order and names and short titles, which the corpus leaves to its presentation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Presentation {
    lanes: Vec<Lane>,
    short_titles: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    meta: About,
    events: Vec<CorpusEvent>,
    actors: Vec<Actor>,
    places: Vec<Place>,
    principles: Vec<Principle>,
    later_principles: Vec<Principle>,
    sources: Vec<Source>,
    relations: Vec<Relation>,
    stages: Vec<Stage>,
    disputed_dates: Vec<DisputedDate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    order: usize,
    id: Id,
    name: String,
    docket: Option<String>,
    judges: Vec<Id>,
    start: Option<Edtf>,
    end: Option<Edtf>,
    outcome: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorpusEvent {
    id: Id,
    /// What the pages state; `edtf` may narrow or qualify it.
    date: Edtf,
    end_date: Option<Edtf>,
    edtf: Edtf,
    precision: String,
    certainty: String,
    refined_date: Option<RefinedDate>,
    title: String,
    summary: String,
    kind: EventKind,
    track: Id,
    main_case: bool,
    stage: Option<Id>,
    court: Option<String>,
    judges: Vec<Id>,
    actors: Vec<CorpusPart>,
    jurisdictions: Vec<String>,
    docket: Option<String>,
    citations: Vec<Citation>,
    relations: Vec<CorpusLink>,
    principles: Vec<Id>,
    places: Vec<Id>,
    sources: Vec<Support>,
    read_urls: Vec<String>,
    confidence: Confidence,
    date_note: Option<String>,
    from_knowledge: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorpusPart {
    id: Id,
    role: String,
}

/// The same link as in the corpus' list of relations, seen from its origin.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorpusLink {
    #[serde(rename = "type")]
    relation_type: docketline_domain::vocabulary::RelationType,
    target: Id,
    part: Option<String>,
}

/// Reads a corpus and its presentation into a casebook's content.
///
/// Fields that repeat others (an event's own list of relations, its read addresses, its
/// precision) are checked against them and not kept twice.
pub fn read(corpus: &str, presentation: &str) -> Result<Document, CorpusError> {
    let corpus: Corpus = serde_json::from_str(corpus)?;
    let mut presentation: Presentation = serde_json::from_str(presentation)?;
    for event in &corpus.events {
        check_repeated(event, &corpus)?;
    }
    let courts = courts(&corpus.events);
    let proceedings = corpus
        .stages
        .into_iter()
        .enumerate()
        .map(|(index, stage)| {
            let Stage {
                order,
                id,
                name,
                docket,
                judges,
                start,
                end,
                outcome,
            } = stage;
            if order != index + 1 {
                return Err(CorpusError::Contradiction(format!(
                    "stage {id} is out of order"
                )));
            }
            Ok(Proceeding {
                id,
                name,
                docket,
                judges,
                start,
                end,
                outcome,
            })
        })
        .collect::<Result<_, _>>()?;
    let events = corpus
        .events
        .into_iter()
        .map(|event| {
            let short_title = presentation.short_titles.remove(event.id.as_str());
            event.into_event(&courts, short_title)
        })
        .collect();
    let mut principles = corpus.principles;
    principles.extend(corpus.later_principles);
    Ok(Document {
        about: corpus.meta,
        lanes: presentation.lanes,
        courts,
        proceedings,
        actors: corpus.actors,
        places: corpus.places,
        principles,
        sources: corpus.sources,
        events,
        relations: corpus.relations,
        disputed_dates: corpus.disputed_dates,
        notes: Vec::new(),
        accepted_findings: Vec::new(),
    })
}

/// The courts in the order in which they first appear.
fn courts(events: &[CorpusEvent]) -> Vec<Court> {
    let mut courts: Vec<Court> = Vec::new();
    for name in events.iter().filter_map(|event| event.court.as_ref()) {
        if !courts.iter().any(|court| court.name == *name) {
            courts.push(Court {
                id: Id::slug(name, "court"),
                name: name.clone(),
            });
        }
    }
    courts
}

fn check_repeated(event: &CorpusEvent, corpus: &Corpus) -> Result<(), CorpusError> {
    let fail = |what: &str| {
        Err(CorpusError::Contradiction(format!(
            "{what} of {} is not what it repeats",
            event.id
        )))
    };
    let links: Vec<CorpusLink> = corpus
        .relations
        .iter()
        .filter(|relation| relation.from == event.id)
        .map(|relation| CorpusLink {
            relation_type: relation.relation_type,
            target: relation.to.clone(),
            part: relation.part.clone(),
        })
        .collect();
    if links != event.relations {
        return fail("relations");
    }
    let read: Vec<&String> = event
        .sources
        .iter()
        .filter_map(|support| {
            corpus
                .sources
                .iter()
                .find(|source| source.id == support.source)
        })
        .filter_map(|source| source.read_url.as_ref())
        .collect();
    if read != event.read_urls.iter().collect::<Vec<_>>() {
        return fail("read_urls");
    }
    if event.precision != event.date.precision().as_str() {
        return fail("precision");
    }
    if event.certainty != event.edtf.certainty().as_str() {
        return fail("certainty");
    }
    Ok(())
}

impl CorpusEvent {
    fn into_event(self, courts: &[Court], short_title: Option<String>) -> Event {
        // `precision`, `certainty`, `relations` and `read_urls` were checked to follow
        // from the rest.
        let Self {
            id,
            date,
            end_date,
            edtf,
            precision: _,
            certainty: _,
            refined_date,
            title,
            summary,
            kind,
            track,
            main_case,
            stage,
            court,
            judges,
            actors,
            jurisdictions,
            docket,
            citations,
            relations: _,
            principles,
            places,
            sources,
            read_urls: _,
            confidence,
            date_note,
            from_knowledge,
        } = self;
        let stated_date = (end_date.is_some() || date != edtf).then_some(StatedDate {
            date,
            end: end_date,
        });
        Event {
            id,
            date: edtf,
            stated_date,
            refined_date,
            date_note,
            public_from: None,
            filed: None,
            entered: None,
            title,
            short_title,
            summary,
            kind,
            lane: track,
            main_case,
            proceeding: stage,
            court: court.and_then(|name| {
                courts
                    .iter()
                    .find(|court| court.name == name)
                    .map(|court| court.id.clone())
            }),
            judges,
            docket,
            docket_sequence: None,
            citations,
            actors: actors
                .into_iter()
                .map(|CorpusPart { id, role }| Participation { actor: id, role })
                .collect(),
            jurisdictions,
            principles,
            places,
            sources,
            confidence: Some(confidence),
            from_knowledge,
        }
    }
}

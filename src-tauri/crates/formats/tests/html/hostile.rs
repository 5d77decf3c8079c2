//! A document that says the same in every field.

use docketline_domain::model::*;
use docketline_domain::vocabulary::{Basis, Confidence, EventKind, RelationType};
use docketline_domain::{Document, Edtf, Id};

/// Uses every kind of row and every field of it; `text` stands in each that takes text.
/// Two events bear the same identifier, and half of the references lead nowhere.
pub fn document(text: &str) -> Document {
    let own = || text.to_owned();
    let some = || Some(text.to_owned());
    let id = |suffix: &str| {
        let start: String = text.chars().filter(|c| !c.is_control()).take(150).collect();
        Id::new(format!("a{start}{suffix}")).unwrap()
    };
    let date = |written: &str| Edtf::parse(written).unwrap();
    let (known, read) = (Some(Confidence::Known), Some(Basis::Editorial));
    let event = |identifier: Id, when: &str| Event {
        id: identifier,
        date: date(when),
        stated_date: Some(StatedDate {
            date: date("2014-06"),
            end: Some(date("2014-07?")),
        }),
        refined_date: Some(RefinedDate {
            value: date("2014-06-01"),
            confidence: Confidence::Known,
        }),
        date_note: some(),
        public_from: Some(date("2014-08")),
        filed: Some(date("2014-08")),
        entered: Some(date("2014-08")),
        title: own(),
        short_title: some(),
        summary: own(),
        kind: EventKind::Ruling,
        lane: id("lane"),
        main_case: true,
        proceeding: Some(id("stage")),
        court: Some(id("court")),
        judges: vec![id("actor"), id("nobody")],
        docket: some(),
        docket_sequence: Some(1),
        citations: vec![Citation {
            text: own(),
            confidence: known,
        }],
        actors: vec![
            Participation {
                actor: id("actor"),
                role: own(),
            },
            Participation {
                actor: id("nobody"),
                role: own(),
            },
        ],
        jurisdictions: vec![own(), own()],
        principles: vec![id("principle"), id("none")],
        places: vec![id("place"), id("nowhere")],
        sources: vec![
            Support {
                source: id("source"),
                supports: own(),
            },
            Support {
                source: id("nothing"),
                supports: own(),
            },
        ],
        confidence: known,
        from_knowledge: vec![own(), own()],
    };
    let relation = |from: &str, to: &str| Relation {
        id: id("relation"),
        from: id(from),
        relation_type: RelationType::Vacates,
        to: id(to),
        part: some(),
        effective: Some(date("2014-09-08~")),
        basis: read,
        note: some(),
    };
    Document {
        accepted_findings: Vec::new(),
        about: About {
            title: own(),
            compiled: some(),
            method: some(),
            confidence_values: [("confirmed".to_owned(), own()), (own(), own())].into(),
            field_notes: [(own(), own())].into(),
        },
        lanes: vec![Lane {
            id: id("lane"),
            name: own(),
        }],
        courts: vec![Court {
            id: id("court"),
            name: own(),
        }],
        proceedings: vec![Proceeding {
            id: id("stage"),
            name: own(),
            docket: some(),
            judges: vec![id("actor"), id("nobody")],
            start: Some(date("2014")),
            end: Some(date("2015~")),
            outcome: some(),
        }],
        actors: vec![Actor {
            id: id("actor"),
            name: own(),
            actor_type: own(),
            role: some(),
            side: some(),
            affiliation: some(),
            rgs_member: Some(Membership {
                member: true,
                joined: Some(date("2013-12-09")),
                basis: some(),
                confidence: known,
                sources: vec![id("source"), id("nothing")],
            }),
            confidence: known,
            note: some(),
        }],
        places: vec![Place {
            id: id("place"),
            name: own(),
            lat: Some(-53.5),
            lon: None,
            country: some(),
            role: some(),
            precision: some(),
            confidence: known,
            fact_confidence: known,
        }],
        principles: vec![Principle {
            id: id("principle"),
            number: 1,
            name: own(),
            added: Some(date("2018-04-24")),
            paraphrase: own(),
            sources: vec![id("source"), id("nothing")],
            confidence: known,
            note: some(),
        }],
        sources: vec![Source {
            id: id("source"),
            title: own(),
            publisher: some(),
            date: some(),
            url: some(),
            read: true,
            read_url: Some(format!("{text} ")),
            read_scope: some(),
            note: some(),
        }],
        events: vec![
            event(id("event"), "2014-07-14"),
            event(id("event"), "../2013"),
            event(id("other"), "-0043-03-15"),
        ],
        relations: vec![
            relation("event", "other"),
            relation("other", "gone"),
            relation("gone", "event"),
            relation("gone", "lost"),
        ],
        disputed_dates: vec![DisputedDate {
            event: id("event"),
            chosen: date("2014-07-14"),
            others: vec![OtherDate {
                value: date("2014-07-15?"),
                source: Some(id("source")),
                what: some(),
            }],
            reason: own(),
        }],
        notes: vec![Note {
            id: id("note"),
            event: id("event"),
            markdown: format!(
                "{text}\n\n# {text}\n\n- {text}\n  1. {text}\n\n> {text}\n\n[{text}](<{text}>)\n\n![{text}](<{text}>)\n\n`{text}`\n\n```\n{text}\n```\n\n---\n"
            ),
            created: own(),
            modified: format!("{text}T"),
        }],
    }
}

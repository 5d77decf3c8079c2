//! The parts of an event as merging sees them: of some it has one, of others a list.

use crate::words;
use docketline_domain::Edtf;
use docketline_domain::model::Event;

/// A field of which an event has one value: how it is read, and how it is taken over.
pub(super) struct Single {
    pub name: &'static str,
    /// As a person reads it; `None` where it says nothing.
    pub read: fn(&Event, &Names) -> Option<String>,
    pub take: fn(&mut Event, &Event),
}

/// Names of what an event refers to.
pub(super) struct Names {
    pub lane: String,
    pub court: Option<String>,
    pub proceeding: Option<String>,
}

macro_rules! optional {
    ($field:ident) => {
        Single {
            name: stringify!($field),
            read: |event, _| event.$field.as_ref().map(ToString::to_string),
            take: |event, other| event.$field.clone_from(&other.$field),
        }
    };
    ($field:ident in words) => {
        Single {
            name: stringify!($field),
            read: |event, _| event.$field.as_ref().map(Edtf::to_words),
            take: |event, other| event.$field.clone_from(&other.$field),
        }
    };
    ($field:ident by name) => {
        Single {
            name: stringify!($field),
            read: |_, names| names.$field.clone(),
            take: |event, other| event.$field.clone_from(&other.$field),
        }
    };
}

pub(super) const SINGLES: [Single; 18] = [
    Single {
        name: "title",
        read: |event, _| Some(event.title.clone()),
        take: |event, other| event.title.clone_from(&other.title),
    },
    optional!(short_title),
    Single {
        name: "date",
        read: |event, _| Some(event.date.to_words()),
        take: |event, other| event.date.clone_from(&other.date),
    },
    Single {
        name: "stated_date",
        read: |event, _| {
            let stated = event.stated_date.as_ref()?;
            Some(match &stated.end {
                None => stated.date.to_words(),
                Some(end) => words::say(
                    "finding-from-to",
                    &[("start", stated.date.to_words()), ("end", end.to_words())],
                ),
            })
        },
        take: |event, other| event.stated_date.clone_from(&other.stated_date),
    },
    Single {
        name: "refined_date",
        read: |event, _| Some(event.refined_date.as_ref()?.value.to_words()),
        take: |event, other| event.refined_date.clone_from(&other.refined_date),
    },
    optional!(date_note),
    optional!(public_from in words),
    optional!(filed in words),
    optional!(entered in words),
    Single {
        name: "summary",
        read: |event, _| Some(event.summary.clone()).filter(|text| !text.is_empty()),
        take: |event, other| event.summary.clone_from(&other.summary),
    },
    Single {
        name: "kind",
        read: |event, _| Some(words::say(&format!("kind-{}", event.kind), &[])),
        take: |event, other| event.kind = other.kind,
    },
    Single {
        name: "lane",
        read: |_, names| Some(names.lane.clone()),
        take: |event, other| event.lane.clone_from(&other.lane),
    },
    Single {
        name: "main_case",
        read: |event, _| {
            let word = if event.main_case {
                "history-yes"
            } else {
                "history-no"
            };
            Some(words::say(word, &[]))
        },
        take: |event, other| event.main_case = other.main_case,
    },
    optional!(proceeding by name),
    optional!(court by name),
    optional!(docket),
    optional!(docket_sequence),
    Single {
        name: "confidence",
        read: |event, _| {
            let word = event.confidence?;
            Some(words::say(&format!("confidence-{word}"), &[]))
        },
        take: |event, other| event.confidence = other.confidence,
    },
];

/// Everything of the lists of either, each once.
pub(super) fn join_lists(event: &mut Event, other: &Event) {
    fn join<T: PartialEq + Clone>(list: &mut Vec<T>, more: &[T]) {
        for item in more {
            if !list.contains(item) {
                list.push(item.clone());
            }
        }
    }
    // Destructured, so that a new field breaks the build instead of vanishing. Those that
    // are single are in SINGLES.
    let Event {
        id: _,
        date: _,
        stated_date: _,
        refined_date: _,
        date_note: _,
        public_from: _,
        filed: _,
        entered: _,
        title: _,
        short_title: _,
        summary: _,
        kind: _,
        lane: _,
        main_case: _,
        proceeding: _,
        court: _,
        judges,
        docket: _,
        docket_sequence: _,
        citations,
        actors,
        jurisdictions,
        principles,
        places,
        sources,
        confidence: _,
        from_knowledge,
    } = other;
    join(&mut event.judges, judges);
    join(&mut event.citations, citations);
    join(&mut event.actors, actors);
    join(&mut event.jurisdictions, jurisdictions);
    join(&mut event.principles, principles);
    join(&mut event.places, places);
    join(&mut event.sources, sources);
    join(&mut event.from_knowledge, from_knowledge);
}

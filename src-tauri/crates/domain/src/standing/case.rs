//! What the engine is given: the events and acts of a case, without their words.

use crate::edtf::Bounds;
use crate::model::Document;
use crate::vocabulary::{EventKind, RelationType};
use std::collections::HashMap;
use std::sync::Arc;

/// The events of a case and how they act on each other.
///
/// The order in which events and acts are added never changes an answer; it only
/// numbers them.
#[derive(Debug, Clone, Default)]
pub struct Case {
    pub(super) events: Vec<CaseEvent>,
    pub(super) acts: Vec<Act>,
}

/// An event of a [`Case`], counted from 0 in the order of adding. In a case made
/// [`from a document`](Case::from_document) it is the place in `Document::events`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIx(pub u32);

impl EventIx {
    /// The place of the event in the list it came from.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What standing needs to know of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEvent {
    /// The days on which it may have happened.
    pub date: Bounds,
    /// The days on which it may have become public; `None` is the day it happened.
    pub public_from: Option<Bounds>,
    pub kind: EventKind,
    pub sequence: Option<Sequence>,
}

/// The place of an event among those of one day on one docket.
///
/// Places on different dockets say nothing of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sequence {
    pub docket: u32,
    /// Lower is earlier.
    pub number: i64,
}

/// A relation from an acting event to the event it acts on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub from: EventIx,
    pub relation: RelationType,
    pub to: EventIx,
    /// The days on which it may have taken effect; `None` is the day of `from`.
    pub effective: Option<Bounds>,
    /// The part of the target it acts on; `None` is the whole.
    pub part: Option<Arc<str>>,
    /// The caller's own number for it, by which reasons and findings name it.
    pub number: usize,
    /// Where the reasons of an answer put it among acts of the same day. It must not
    /// depend on the order of input, and it never decides what stands.
    pub rank: u32,
}

impl Case {
    pub fn add_event(&mut self, event: CaseEvent) -> EventIx {
        let index = EventIx(u32::try_from(self.events.len()).expect("fewer than 2^32 events"));
        self.events.push(event);
        index
    }

    /// Adds an act between two events of this case; one that names another is left out.
    pub fn add_act(&mut self, act: Act) {
        let known = self.events.len();
        if act.from.index() < known && act.to.index() < known {
            self.acts.push(act);
        }
    }

    /// Everything in a casebook that bears on standing. Acts carry the place of their
    /// relation in `Document::relations` as [`Act::number`]. Relations that never
    /// touch standing, or that name an event that is not there, are left out.
    pub fn from_document(document: &Document) -> Self {
        let mut case = Self::default();
        let mut dockets: HashMap<&str, u32> = HashMap::new();
        let mut by_id = HashMap::with_capacity(document.events.len());
        for event in &document.events {
            let docket = match event.docket.as_deref() {
                None => 0,
                Some(name) => {
                    let next = dockets.len() as u32 + 1;
                    *dockets.entry(name).or_insert(next)
                }
            };
            let index = case.add_event(CaseEvent {
                date: event.stated_bounds(),
                public_from: event.public_from.as_ref().map(|edtf| edtf.bounds()),
                kind: event.kind,
                sequence: event
                    .docket_sequence
                    .map(|number| Sequence { docket, number }),
            });
            by_id.insert(&event.id, index);
        }

        let mut by_name: Vec<usize> = (0..document.relations.len()).collect();
        by_name.sort_by_key(|&i| &document.relations[i].id);
        for (rank, number) in by_name.into_iter().enumerate() {
            let relation = &document.relations[number];
            let ends = (by_id.get(&relation.from), by_id.get(&relation.to));
            if let (Some(&from), Some(&to)) = ends
                && relation.relation_type.acts_on_standing()
            {
                case.add_act(Act {
                    from,
                    relation: relation.relation_type,
                    to,
                    effective: relation.effective.as_ref().map(|edtf| edtf.bounds()),
                    part: relation.part.as_deref().map(Arc::from),
                    number,
                    rank: rank as u32,
                });
            }
        }
        case
    }
}

//! What findings name, and no more of the casebook, which may be large.

use docketline_domain::consistency::Finding;
use docketline_domain::model::{Document, Event};
use docketline_domain::{Edtf, Id};
use docketline_store::EventKey;
use std::collections::{HashMap, HashSet};

/// The events that findings are about, and the proceedings with their first events.
#[derive(Debug)]
pub(crate) struct Named {
    events: HashMap<Id, NamedEvent>,
    proceedings: HashMap<Id, NamedProceeding>,
}

#[derive(Debug)]
pub(crate) struct NamedEvent {
    pub key: EventKey,
    pub title: String,
    pub short_title: Option<String>,
    pub date: Edtf,
}

#[derive(Debug)]
struct NamedProceeding {
    name: String,
    /// In the order of the casebook.
    first_events: Vec<Id>,
}

impl Named {
    /// Of a casebook as it is told, with the keys of all events that it has; of a
    /// proceeding at the most so many events.
    pub fn by<'a>(
        findings: &[Finding],
        told: &Document,
        keys: impl Iterator<Item = (&'a Id, EventKey)>,
        most_events: usize,
    ) -> Self {
        let named: HashSet<&Id> = findings.iter().filter_map(Finding::proceeding).collect();
        let stages = told.proceedings.iter();
        let mut proceedings: HashMap<Id, NamedProceeding> = stages
            .filter(|stage| named.contains(&stage.id))
            .map(|stage| {
                let name = stage.name.clone();
                let first_events = Vec::new();
                (stage.id.clone(), NamedProceeding { name, first_events })
            })
            .collect();
        let mut named: HashSet<&Id> = findings.iter().flat_map(Finding::events).collect();
        for event in &told.events {
            let stage = event.proceeding.as_ref();
            if let Some(stage) = stage.and_then(|stage| proceedings.get_mut(stage))
                && stage.first_events.len() < most_events
            {
                stage.first_events.push(event.id.clone());
                named.insert(&event.id);
            }
        }
        let keys: HashMap<&Id, EventKey> = keys.filter(|(id, _)| named.contains(id)).collect();
        let events = told.events.iter().filter(|event| named.contains(&event.id));
        let event = |event: &Event| NamedEvent {
            key: keys.get(&event.id).copied().unwrap_or_default(),
            title: event.title.clone(),
            short_title: event.short_title.clone(),
            date: event.date.clone(),
        };
        Self {
            events: events.map(|of| (of.id.clone(), event(of))).collect(),
            proceedings,
        }
    }

    pub fn event(&self, id: &Id) -> Option<&NamedEvent> {
        self.events.get(id)
    }

    /// The title of an event, or what it goes by.
    pub fn title(&self, id: &Id) -> String {
        let event = self.event(id);
        event.map_or_else(|| id.to_string(), |event| event.title.clone())
    }

    /// The name of a proceeding, or what it goes by.
    pub fn proceeding(&self, id: &Id) -> String {
        let named = self.proceedings.get(id);
        named.map_or_else(|| id.to_string(), |named| named.name.clone())
    }

    /// The first events of a proceeding.
    pub fn first_events(&self, proceeding: &Id) -> &[Id] {
        let named = self.proceedings.get(proceeding);
        named.map_or(&[], |named| &named.first_events)
    }
}

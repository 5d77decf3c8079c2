//! A casebook, or a part of one, whose events are found by their identifiers.

use docketline_domain::Document;
use docketline_domain::model::Event;
use docketline_store::EventKey;
use std::collections::HashMap;

#[derive(Debug)]
pub(crate) struct Register {
    pub document: Document,
    /// Of the events, as they stand in the document.
    keys: Vec<EventKey>,
    /// Where in the document each event stands.
    places: HashMap<String, usize>,
}

impl Register {
    pub fn new(document: Document, keys: Vec<EventKey>) -> Self {
        let events = document.events.iter().enumerate();
        Self {
            places: events
                .map(|(place, event)| (event.id.to_string(), place))
                .collect(),
            document,
            keys,
        }
    }

    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    pub fn event(&self, id: &str) -> Option<&Event> {
        self.place(id).map(|place| &self.document.events[place])
    }

    /// 0, which no event has, for one that is not here.
    pub fn key(&self, id: &str) -> EventKey {
        let place = self.place(id);
        place.map_or(0, |place| self.keys[place])
    }
}

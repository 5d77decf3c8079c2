//! The document with its rows at hand: what an identifier stands for, what refers to a
//! row, and in which order the page tells it.

use super::text::{Anchor, Link, Text};
use super::when::When;
use crate::markdown::steers;
use docketline_domain::model::{
    Actor, Court, Document, Event, Lane, Place, Principle, Proceeding, Source,
};
use docketline_domain::{Edtf, Id};
use std::cell::Cell;
use std::collections::HashMap;

/// A list of the document by identifier. Where two rows bear the same, the first one is
/// meant.
pub struct Index<'a, T> {
    pub rows: &'a [T],
    list: &'static str,
    id_of: fn(&T) -> &Id,
    by_id: HashMap<&'a Id, usize>,
}

impl<'a, T> Index<'a, T> {
    fn new(list: &'static str, rows: &'a [T], id_of: fn(&T) -> &Id) -> Self {
        let mut by_id = HashMap::new();
        for (position, row) in rows.iter().enumerate() {
            by_id.entry(id_of(row)).or_insert(position);
        }
        Self {
            rows,
            list,
            id_of,
            by_id,
        }
    }

    pub fn position(&self, id: &Id) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    pub fn get(&self, id: &Id) -> Option<&'a T> {
        self.position(id).map(|position| &self.rows[position])
    }

    pub fn anchor(&self, position: usize) -> Anchor {
        let id = (self.id_of)(&self.rows[position]);
        let anchor = Anchor::new(self.list, id);
        if self.position(id) == Some(position) {
            anchor
        } else {
            anchor.again(position)
        }
    }
}

pub struct Book<'a> {
    pub document: &'a Document,
    pub events: Index<'a, Event>,
    pub lanes: Index<'a, Lane>,
    pub courts: Index<'a, Court>,
    pub proceedings: Index<'a, Proceeding>,
    pub actors: Index<'a, Actor>,
    pub places: Index<'a, Place>,
    pub principles: Index<'a, Principle>,
    pub sources: Index<'a, Source>,
    /// Positions of the events in the order of time.
    pub in_time: Vec<usize>,
    /// For every event, its place in `in_time`.
    places_in_time: Vec<usize>,
    dropped: Cell<usize>,
}

impl<'a> Book<'a> {
    pub fn new(document: &'a Document) -> Self {
        let mut in_time: Vec<usize> = (0..document.events.len()).collect();
        in_time.sort_by_key(|position| {
            let event = &document.events[*position];
            let bounds = event.date.bounds();
            (bounds.earliest, bounds.latest, event.docket_sequence)
        });
        let mut places_in_time = vec![0; in_time.len()];
        for (place, position) in in_time.iter().enumerate() {
            places_in_time[*position] = place;
        }
        Self {
            document,
            events: Index::new("event", &document.events, |event| &event.id),
            lanes: Index::new("lane", &document.lanes, |lane| &lane.id),
            courts: Index::new("court", &document.courts, |court| &court.id),
            proceedings: Index::new("stage", &document.proceedings, |stage| &stage.id),
            actors: Index::new("actor", &document.actors, |actor| &actor.id),
            places: Index::new("place", &document.places, |place| &place.id),
            principles: Index::new("principle", &document.principles, |principle| &principle.id),
            sources: Index::new("source", &document.sources, |source| &source.id),
            in_time,
            places_in_time,
            dropped: Cell::new(0),
        }
    }

    /// Text of the document as it may stand in the page.
    pub fn text(&self, written: &str) -> Text {
        let mut dropped = 0;
        let text = written
            .chars()
            .filter(|c| {
                dropped += usize::from(steers(*c));
                !steers(*c)
            })
            .collect();
        self.dropped.set(self.dropped.get() + dropped);
        Text(text)
    }

    pub fn maybe(&self, written: Option<&String>) -> Option<Text> {
        written
            .map(|written| self.text(written))
            .filter(|text| !text.is_empty())
    }

    /// How many characters [`Book::text`] has left out so far.
    pub fn dropped(&self) -> usize {
        self.dropped.get()
    }

    /// For sorting; events that are not there come first.
    pub fn place_in_time(&self, id: &Id) -> Option<usize> {
        self.events
            .position(id)
            .map(|position| self.places_in_time[position])
    }

    /// Year of the first day that the event may have.
    pub fn year(&self, position: usize) -> Option<i64> {
        let earliest = self.events.rows[position].date.bounds().earliest?;
        Some(earliest.civil().0)
    }

    /// A date that need not be one: in words where it is, as written where not.
    pub fn date_words(&self, written: &str) -> Text {
        match Edtf::parse(written) {
            Ok(date) => Text::ours(date.to_words()),
            Err(_) => self.text(written),
        }
    }

    /// The event's title, or the bare identifier where there is no such event.
    pub fn event(&self, id: &Id) -> (Link, Option<When>) {
        match self.events.position(id) {
            Some(position) => {
                let event = &self.events.rows[position];
                let link = Link {
                    anchor: Some(self.events.anchor(position)),
                    text: self.text(&event.title),
                };
                (link, Some(When::in_passing(&event.date)))
            }
            None => (self.unknown(id), None),
        }
    }

    /// An event in few words.
    pub fn event_briefly(&self, position: usize) -> Link {
        let event = &self.events.rows[position];
        Link {
            anchor: Some(self.events.anchor(position)),
            text: self.text(event.short_title.as_ref().unwrap_or(&event.title)),
        }
    }

    pub fn actor(&self, id: &Id) -> Link {
        self.link(&self.actors, id, |actor| &actor.name)
    }

    pub fn place(&self, id: &Id) -> Link {
        self.link(&self.places, id, |place| &place.name)
    }

    pub fn principle(&self, id: &Id) -> Link {
        self.link(&self.principles, id, |principle| &principle.name)
    }

    /// The number of a source in the list of sources.
    pub fn reference(&self, id: &Id) -> Link {
        match self.sources.position(id) {
            Some(position) => Link {
                anchor: Some(self.sources.anchor(position)),
                text: Text::ours((position + 1).to_string()),
            },
            None => self.unknown(id),
        }
    }

    fn link<T>(&self, index: &Index<'_, T>, id: &Id, name: fn(&T) -> &String) -> Link {
        match index.position(id) {
            Some(position) => Link {
                anchor: Some(index.anchor(position)),
                text: self.text(name(&index.rows[position])),
            },
            None => self.unknown(id),
        }
    }

    fn unknown(&self, id: &Id) -> Link {
        Link {
            anchor: None,
            text: self.text(id.as_str()),
        }
    }
}

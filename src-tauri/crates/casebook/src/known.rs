//! What was known on a day, beside its events.

use crate::view::Counts;
use crate::{Casebook, Result, dates};
use docketline_domain::{Clocks, Day, Document};

impl Casebook {
    /// How much there is of what was known on a day, as the views show it.
    pub fn counts_known_on(&self, known_on: &str) -> Result<Counts> {
        let day = dates::read_day(known_on)?;
        let frame = self.frame_known_on(day)?;
        let of_events = self.store.known_counts(day.0)?;
        let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
        Ok(Counts {
            events: of_events.events,
            relations: of_events.relations,
            sources: count(frame.sources.len()),
            actors: count(frame.actors.len()),
            places: count(frame.places.len()),
            principles: count(frame.principles.len()),
            disputed_dates: count(frame.disputed_dates.len()),
            notes: of_events.notes,
        })
    }

    /// The casebook as it would be told if nothing were known that became public later, but
    /// for its events, relations and notes. A million events are not read for it.
    pub(crate) fn frame_known_on(&self, day: Day) -> Result<Document> {
        let clocks = Clocks {
            as_of: None,
            known_on: Some(day),
        };
        let all = self.store.frame()?;
        let disputed = self.store.disputed_known(day.0)?;
        let mut told = all.clone();
        told.disputed_dates
            .retain(|dispute| disputed.contains(&dispute.event));
        let before = self.store.named_by_events(None)?;
        let after = self.store.named_by_events(Some(day.0))?;
        clocks.tell_frame(&all, &mut told, &before, &after);
        Ok(told)
    }
}

//! The two clocks: what had happened by a day, and what was public by a day. A casebook
//! told by them holds nothing of what came later.

use crate::consistency::{self, Finding};
use crate::day::Day;
use crate::edtf::Bounds;
use crate::id::Id;
use crate::model::{Document, Event, Proceeding};
use std::collections::HashSet;

/// Both at the end of the day; `None` is a clock that runs on.
///
/// A date that is not exact is read in its favour: what may have happened, or may have
/// been public, stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clocks {
    /// Only what may have happened by then.
    pub as_of: Option<Day>,
    /// Only what may have been public by then.
    pub known_on: Option<Day>,
}

/// Whether the first of the days is no later than the clock.
fn begun(days: Bounds, clock: Option<Day>) -> bool {
    match (days.earliest, clock) {
        (Some(first), Some(day)) => first <= day,
        _ => true,
    }
}

impl Clocks {
    pub fn are_set(&self) -> bool {
        *self != Self::default()
    }

    /// Whether the event is told of.
    pub fn show(&self, event: &Event) -> bool {
        begun(event.date.bounds(), self.as_of) && begun(event.public_bounds(), self.known_on)
    }

    /// The casebook as it would be told. Gone are the events that are not told of, and
    /// with them what belongs to them: relations, disputes, notes; the people, courts,
    /// sources and places that only they name; stages of the case of which nothing is left,
    /// and how the others ended later. What nobody names stays, and so do the lanes: they
    /// are the frame of the picture.
    pub fn tell(&self, document: &Document) -> Document {
        let mut told = document.clone();
        if !self.are_set() {
            return told;
        }
        told.events.retain(|event| self.show(event));
        let shown: HashSet<&Id> = told.events.iter().map(|event| &event.id).collect();
        let is_shown = |id: &Id| shown.contains(id);
        told.relations.retain(|relation| {
            is_shown(&relation.from)
                && is_shown(&relation.to)
                && relation
                    .effective
                    .as_ref()
                    .is_none_or(|effective| begun(effective.bounds(), self.as_of))
        });
        told.disputed_dates
            .retain(|dispute| is_shown(&dispute.event));
        told.notes.retain(|note| is_shown(&note.event));

        let before = NamedByEvents::of(&document.events);
        let after = NamedByEvents::of(&told.events);
        self.tell_frame(document, &mut told, &before, &after);
        if !told.accepted_findings.is_empty() {
            // One that is not found in what is told may speak of what is not.
            let found: HashSet<String> = consistency::findings(&told)
                .iter()
                .map(Finding::fingerprint)
                .collect();
            told.accepted_findings
                .retain(|accepted| found.contains(accepted.finding.as_str()));
        }
        told
    }

    /// The same for all but events, relations, notes and what was accepted, where a casebook
    /// is too large to be read as a whole. `told` is as `all`, but for the disputes, which
    /// are those told of. All events name what is in `before`, those told of what is in
    /// `after`.
    pub fn tell_frame(
        &self,
        all: &Document,
        told: &mut Document,
        before: &NamedByEvents,
        after: &NamedByEvents,
    ) {
        told.proceedings.retain(|stage| {
            let begun = stage
                .start
                .as_ref()
                .is_none_or(|start| self.has_come(start.bounds()));
            after.stages.contains(&stage.id) || (begun && !before.stages.contains(&stage.id))
        });
        for stage in &mut told.proceedings {
            self.tell_stage(stage);
        }
        told.principles.retain(|principle| {
            let added = principle.added.as_ref();
            after.principles.contains(&principle.id)
                || added.is_none_or(|added| self.has_come(added.bounds()))
        });
        for actor in &mut told.actors {
            actor.rgs_member.take_if(|membership| {
                let joined = membership.joined.as_ref();
                joined.is_some_and(|joined| !self.has_come(joined.bounds()))
            });
        }

        fn stays(id: &Id, before: &HashSet<Id>, after: &HashSet<Id>) -> bool {
            after.contains(id) || !before.contains(id)
        }
        let (was, is) = (before.actors_of(all), after.actors_of(told));
        told.actors.retain(|actor| stays(&actor.id, &was, &is));
        told.courts
            .retain(|court| stays(&court.id, &before.courts, &after.courts));
        told.places
            .retain(|place| stays(&place.id, &before.places, &after.places));
        // Those who are gone name no sources any more.
        let (was, is) = (before.sources_of(all), after.sources_of(told));
        told.sources.retain(|source| stays(&source.id, &was, &is));
    }

    /// Whether what bears a day of its own, and no other of becoming public, is told of.
    fn has_come(&self, days: Bounds) -> bool {
        begun(days, self.as_of) && begun(days, self.known_on)
    }

    /// How a stage ended is not told before it did.
    fn tell_stage(&self, stage: &mut Proceeding) {
        if let Some(end) = &stage.end
            && !self.has_come(end.bounds())
        {
            stage.end = None;
            stage.outcome = None;
        }
    }
}

/// What events name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedByEvents {
    pub stages: HashSet<Id>,
    pub principles: HashSet<Id>,
    pub courts: HashSet<Id>,
    /// Those who take part and those who judge.
    pub actors: HashSet<Id>,
    pub places: HashSet<Id>,
    pub sources: HashSet<Id>,
}

impl NamedByEvents {
    fn of(events: &[Event]) -> Self {
        let mut named = Self::default();
        for event in events {
            named.stages.extend(event.proceeding.clone());
            named.principles.extend(event.principles.iter().cloned());
            named.courts.extend(event.court.clone());
            let taking_part = event.actors.iter().map(|part| &part.actor);
            named
                .actors
                .extend(event.judges.iter().chain(taking_part).cloned());
            named.places.extend(event.places.iter().cloned());
            let supports = event.sources.iter().map(|support| &support.source);
            named.sources.extend(supports.cloned());
        }
        named
    }

    /// With those whom the rest of the casebook names.
    fn actors_of(&self, frame: &Document) -> HashSet<Id> {
        let on_bench = frame.proceedings.iter().flat_map(|stage| &stage.judges);
        self.actors.iter().chain(on_bench).cloned().collect()
    }

    fn sources_of(&self, frame: &Document) -> HashSet<Id> {
        let disputed = frame.disputed_dates.iter().flat_map(|of| &of.others);
        let members = frame.actors.iter().filter_map(|a| a.rgs_member.as_ref());
        self.sources
            .iter()
            .chain(disputed.filter_map(|other| other.source.as_ref()))
            .chain(frame.principles.iter().flat_map(|p| &p.sources))
            .chain(members.flat_map(|member| &member.sources))
            .cloned()
            .collect()
    }
}

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

        let stages: HashSet<Id> = stages_of(&told);
        let all_stages = stages_of(document);
        told.proceedings.retain(|stage| {
            let begun = stage
                .start
                .as_ref()
                .is_none_or(|start| self.has_come(start.bounds()));
            stages.contains(&stage.id) || (begun && !all_stages.contains(&stage.id))
        });
        for stage in &mut told.proceedings {
            self.tell_stage(stage);
        }
        let coded: HashSet<Id> = principles_of(&told);
        told.principles.retain(|principle| {
            let added = principle.added.as_ref();
            coded.contains(&principle.id) || added.is_none_or(|added| self.has_come(added.bounds()))
        });
        for actor in &mut told.actors {
            actor.rgs_member.take_if(|membership| {
                let joined = membership.joined.as_ref();
                joined.is_some_and(|joined| !self.has_come(joined.bounds()))
            });
        }

        let (before, mut after) = (Named::by(document), Named::by(&told));
        fn stays(id: &Id, before: &HashSet<Id>, after: &HashSet<Id>) -> bool {
            after.contains(id) || !before.contains(id)
        }
        told.actors
            .retain(|actor| stays(&actor.id, &before.actors, &after.actors));
        // Those who are gone name no sources any more.
        after.sources = Named::by(&told).sources;
        told.courts
            .retain(|court| stays(&court.id, &before.courts, &after.courts));
        told.places
            .retain(|place| stays(&place.id, &before.places, &after.places));
        told.sources
            .retain(|source| stays(&source.id, &before.sources, &after.sources));
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

fn stages_of(document: &Document) -> HashSet<Id> {
    let stages = document.events.iter().map(|event| &event.proceeding);
    stages.flatten().cloned().collect()
}

fn principles_of(document: &Document) -> HashSet<Id> {
    let principles = document.events.iter().map(|event| &event.principles);
    principles.flatten().cloned().collect()
}

/// What is named anywhere in a casebook.
struct Named {
    courts: HashSet<Id>,
    actors: HashSet<Id>,
    places: HashSet<Id>,
    sources: HashSet<Id>,
}

impl Named {
    fn by(document: &Document) -> Self {
        let events = &document.events;
        let in_events = events.iter().flat_map(|event| {
            let parts = event.actors.iter().map(|part| &part.actor);
            event.judges.iter().chain(parts)
        });
        let on_bench = document.proceedings.iter().flat_map(|stage| &stage.judges);
        let of_events = events.iter().flat_map(|event| &event.sources);
        let of_disputes = document.disputed_dates.iter().flat_map(|of| &of.others);
        let of_members = document.actors.iter().filter_map(|a| a.rgs_member.as_ref());
        Self {
            courts: events.iter().filter_map(|e| e.court.clone()).collect(),
            actors: in_events.chain(on_bench).cloned().collect(),
            places: events.iter().flat_map(|e| &e.places).cloned().collect(),
            sources: of_events
                .map(|support| &support.source)
                .chain(of_disputes.filter_map(|other| other.source.as_ref()))
                .chain(document.principles.iter().flat_map(|p| &p.sources))
                .chain(of_members.flat_map(|member| &member.sources))
                .cloned()
                .collect(),
        }
    }
}

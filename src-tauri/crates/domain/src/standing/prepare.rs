//! A case sorted once, so that every question afterwards is a fold.

use super::case::{Case, EventIx, Sequence};
use super::graph::{Components, Lists};
use super::word::Certainty;
use crate::day::Day;
use crate::edtf::Bounds;
use crate::vocabulary::RelationType;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A case in the order in which its acts apply; ask it what stood.
///
/// Built by [`Case::prepare`]; answers never change it, so it can be shared.
#[derive(Debug)]
pub struct PreparedCase {
    pub(super) events: Vec<EventRow>,
    /// Grouped by what they act on, so that a question about one instrument reads one
    /// stretch of memory; within a group in the order of [`ActRow::order`].
    pub(super) acts: Vec<ActRow>,
    /// Per event where the acts on it begin; one more entry for the end.
    starts: Vec<u32>,
    /// Sorted, so that the number of a part also orders it.
    pub(super) parts: Vec<Arc<str>>,
    /// Per event, of the acts on it, those that undo it whole in the sense of [`undoes`].
    pub(super) undoing: Lists,
    /// Beside each item of `undoing` the last possible day of it and those before it
    /// in its list.
    pub(super) undoing_until: Vec<i64>,
    /// Per event the stays it imposes.
    pub(super) stays_by: Lists,
    /// Components of "is stayed by": a stay comes before what it stays.
    pub(super) stay_order: Components,
    /// How many states one exploration may pass through before it is given up for an
    /// answer that may list too much.
    pub(super) limit: usize,
}

/// About nine acts on one instrument whose order is entirely open, and at most a
/// millisecond or two for each instrument.
const STATE_LIMIT: usize = 1 << 12;

/// First and last possible day, with the ends of time where a bound is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub lo: i64,
    pub hi: i64,
}

impl Days {
    fn of(bounds: Bounds) -> Self {
        let lo = bounds.earliest.map_or(i64::MIN, |day| day.0);
        let hi = bounds.latest.map_or(i64::MAX, |day| day.0);
        // Reversed bounds are reported elsewhere; here they must only not lose a day.
        Self {
            lo: lo.min(hi),
            hi: hi.max(lo),
        }
    }

    pub fn is_one_day(self) -> bool {
        self.lo == self.hi
    }
}

#[derive(Debug)]
pub(super) struct EventRow {
    pub days: Days,
    /// `None`: public on its own day, whichever that was.
    pub public: Option<Days>,
    /// Its kind can have legal force.
    pub instrument_by_kind: bool,
    pub sequence: Option<Sequence>,
}

#[derive(Debug)]
pub(super) struct ActRow {
    pub days: Days,
    /// Which unknown day it happens on: the number of its event, or one of its own
    /// when it takes effect on a day of its own.
    pub var: u32,
    pub from: u32,
    pub to: u32,
    pub relation: RelationType,
    pub part: Option<u32>,
    /// Its place among all acts, by first possible day, last possible day, docket
    /// sequence and rank.
    pub order: u32,
    pub number: usize,
}

/// What `from` did to others is in doubt once one of these acts hit it (rule 6).
pub(super) const fn undoes(relation: RelationType) -> bool {
    matches!(
        relation,
        RelationType::Reverses | RelationType::Vacates | RelationType::Withdraws
    )
}

impl Case {
    /// Sorts the case for questions. Costs O(n log n) once.
    pub fn prepare(&self) -> PreparedCase {
        let events: Vec<EventRow> = self
            .events
            .iter()
            .map(|event| EventRow {
                days: Days::of(event.date),
                public: event.public_from.map(Days::of),
                instrument_by_kind: event.kind.is_instrument(),
                sequence: event.sequence,
            })
            .collect();
        let count = events.len();

        let parts: BTreeSet<&Arc<str>> = self.acts.iter().filter_map(|a| a.part.as_ref()).collect();
        let parts: Vec<Arc<str>> = parts.into_iter().cloned().collect();

        let mut acts: Vec<(ActRow, u32)> = self
            .acts
            .iter()
            .filter(|act| act.relation.acts_on_standing())
            .map(|act| {
                let own = events[act.from.index()].days;
                // An effective date that repeats a certain date says nothing new.
                let effective = act
                    .effective
                    .map(Days::of)
                    .filter(|days| !(*days == own && own.is_one_day()));
                let row = ActRow {
                    days: effective.unwrap_or(own),
                    var: if effective.is_some() {
                        u32::MAX
                    } else {
                        act.from.0
                    },
                    from: act.from.0,
                    to: act.to.0,
                    relation: act.relation,
                    part: act.part.as_ref().map(|part| {
                        parts
                            .binary_search(part)
                            .expect("every part was collected above") as u32
                    }),
                    order: 0,
                    number: act.number,
                };
                (row, act.rank)
            })
            .collect();
        acts.sort_by_key(|(act, rank)| {
            let sequence = (act.var == act.from)
                .then(|| events[act.from as usize].sequence.map(|s| s.number))
                .flatten();
            (act.days, sequence, *rank)
        });
        let mut acts: Vec<ActRow> = acts.into_iter().map(|(act, _)| act).collect();
        for (order, act) in acts.iter_mut().enumerate() {
            act.order = order as u32;
            if act.var == u32::MAX {
                act.var = (count + order) as u32;
            }
        }
        acts.sort_by_key(|act| act.to);
        let starts = (0..=count as u32)
            .map(|event| acts.partition_point(|act| act.to < event) as u32)
            .collect();

        let keyed = |key: fn(&ActRow) -> u32, keep: fn(&ActRow) -> bool| {
            let kept = acts.iter().enumerate().filter(move |(_, act)| keep(act));
            Lists::new(count, kept.map(move |(i, act)| (key(act), i as u32)))
        };
        let undoing = keyed(
            |act| act.to,
            |act| undoes(act.relation) && act.part.is_none(),
        );
        let mut undoing_until = Vec::with_capacity(undoing.items().len());
        for event in 0..count as u32 {
            let mut until = i64::MIN;
            for &position in undoing.of(event) {
                until = until.max(acts[position as usize].days.hi);
                undoing_until.push(until);
            }
        }
        let stays_by = keyed(|act| act.from, |act| act.relation == RelationType::Stays);
        let stay_order = Components::new(&Lists::new(
            count,
            acts.iter()
                .filter(|act| act.relation == RelationType::Stays)
                .map(|act| (act.to, act.from)),
        ));
        PreparedCase {
            events,
            acts,
            starts,
            parts,
            undoing,
            undoing_until,
            stays_by,
            stay_order,
            limit: STATE_LIMIT,
        }
    }
}

/// The day asked about and the clock of what was known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clocks {
    pub day: i64,
    pub known_on: Option<i64>,
}

impl Clocks {
    pub fn new(day: Day, known_on: Option<Day>) -> Self {
        Self {
            day: day.0,
            known_on: known_on.map(|day| day.0),
        }
    }
}

impl PreparedCase {
    /// The positions of the acts on an event.
    pub(super) fn acts_on(&self, event: u32) -> Range<u32> {
        self.starts[event as usize]..self.starts[event as usize + 1]
    }

    /// Whether the event had become public by the day of knowledge.
    pub(super) fn known(&self, event: u32, clocks: Clocks) -> Certainty {
        let Some(known_on) = clocks.known_on else {
            return Certainty::Yes;
        };
        let row = &self.events[event as usize];
        let public = row.public.unwrap_or(row.days);
        if public.hi <= known_on {
            Certainty::Yes
        } else if public.lo <= known_on {
            Certainty::Possibly
        } else {
            Certainty::No
        }
    }

    /// Whether the act can have happened by the day, as far as was known.
    pub(super) fn may_apply(&self, act: &ActRow, clocks: Clocks) -> bool {
        act.days.lo <= clocks.day
            && self.known(act.from, clocks) != Certainty::No
            && self.known(act.to, clocks) != Certainty::No
    }

    /// Whether the event stays anything, as far as was known.
    pub(super) fn is_stay(&self, event: u32, clocks: Clocks) -> bool {
        self.stays_by
            .of(event)
            .iter()
            .any(|&a| self.known(self.acts[a as usize].to, clocks) != Certainty::No)
    }

    /// An instrument by its kind, or because it stays something.
    pub(super) fn is_instrument(&self, event: u32, clocks: Clocks) -> bool {
        self.events[event as usize].instrument_by_kind || self.is_stay(event, clocks)
    }

    /// The events that can have standing, by their kind or because they stay another.
    pub fn instruments(&self) -> impl Iterator<Item = EventIx> + '_ {
        let clocks = Clocks {
            day: 0,
            known_on: None,
        };
        (0..self.events.len() as u32)
            .filter(move |&event| self.is_instrument(event, clocks))
            .map(EventIx)
    }
}

//! Every state that some reading of the dates leads to, without going through the
//! readings one by one.
//!
//! Steps are applied in groups: a group is a run of steps whose days overlap, so that
//! groups follow each other in every reading. Within a group the orders are explored
//! that some choice of days allows. Orders that lead to the same state meet again, so
//! the cost follows the number of states, not that of readings.

use super::case::Sequence;
use super::prepare::Days;
use super::quick_hash::QuickSet;
use super::state::State;
use super::steps::{Question, Step, StepKind};
use super::word::Certainty;

/// The nodes of a question in one reading.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Outcome {
    pub nodes: Vec<State>,
    /// Events whose later acts are waited for: those that exist, those undone since.
    born: Vec<u32>,
    fallen: Vec<u32>,
}

/// An unknown day and all that happens on it.
struct Unit<'a> {
    days: Days,
    steps: &'a [Step],
    sequence: Option<Sequence>,
    /// Two acts of one event contradict each other on one node.
    contradicts: bool,
}

/// A place on the way through a group of units.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct At {
    /// Which units have happened, a bit each.
    done: Vec<u64>,
    /// The day reached and which units happened on it; kept only where a sequence
    /// makes it matter.
    day: i64,
    today: Vec<usize>,
    outcome: Outcome,
}

impl At {
    fn is_done(&self, unit: usize) -> bool {
        self.done[unit / 64] >> (unit % 64) & 1 == 1
    }

    fn done_with(&self, unit: usize) -> Vec<u64> {
        let mut done = self.done.clone();
        done[unit / 64] |= 1 << (unit % 64);
        done
    }

    /// The first day on which the unit can happen now, with all of the group that then
    /// happened on it.
    fn next_day(
        &self,
        unit: usize,
        units: &[Unit<'_>],
        last: i64,
        sequenced: bool,
    ) -> Option<(i64, Vec<usize>)> {
        if !sequenced {
            return Some((i64::MIN, Vec::new()));
        }
        let days = units[unit].days;
        let mut day = self.day.max(days.lo);
        let too_late = |&other: &usize| precedes(&units[unit], &units[other]);
        if day == self.day && self.today.iter().any(too_late) {
            day += 1;
        }
        let mut today = if day == self.day {
            self.today.clone()
        } else {
            Vec::new()
        };
        today.push(unit);
        today.sort_unstable();
        (day <= days.hi.min(last)).then_some((day, today))
    }
}

/// More units than this in one group are not followed.
const MOST_OPEN: usize = 1_024;

/// More events of which it is open whether they were known than this are not told
/// apart one by one.
const MOST_PERHAPS_KNOWN: usize = 6;

impl Question<'_> {
    /// All outcomes for these nodes on the day. `None` when that would take more
    /// states than the case allows.
    pub fn outcomes(&self, nodes: &[u32]) -> Option<Vec<Outcome>> {
        let mut steps = Vec::new();
        for (slot, &node) in nodes.iter().enumerate() {
            self.gather(slot as u32, node, &mut steps);
        }
        let open = self.perhaps_known(nodes, &steps);
        if open.is_empty() {
            return self.outcomes_knowing(nodes, steps, &[], &[]);
        }
        if open.len() > MOST_PERHAPS_KNOWN {
            return None;
        }
        let mut all = Vec::new();
        for choice in 0_u32..1 << open.len() {
            let (known, unknown): (Vec<_>, Vec<_>) =
                (0..open.len()).partition(|i| choice >> i & 1 == 1);
            let pick = |picked: Vec<usize>| picked.into_iter().map(|i| open[i]).collect::<Vec<_>>();
            let (known, unknown) = (pick(known), pick(unknown));
            all.extend(self.outcomes_knowing(nodes, steps.clone(), &known, &unknown)?);
        }
        distinct(&mut all);
        Some(all)
    }

    /// The outcomes in readings in which of the events whose publicity is open just
    /// those in `known` were known.
    fn outcomes_knowing(
        &self,
        nodes: &[u32],
        mut steps: Vec<Step>,
        known: &[u32],
        unknown: &[u32],
    ) -> Option<Vec<Outcome>> {
        let day = self.clocks.day;
        let until = |event: u32, days: Days| match self.clocks.known_on {
            Some(known_on)
                if known.contains(&event) && self.case.events[event as usize].public.is_none() =>
            {
                Days {
                    lo: days.lo,
                    hi: days.hi.min(known_on),
                }
            }
            _ => days,
        };
        if !known.is_empty() || !unknown.is_empty() {
            steps.retain(|step| {
                !unknown.contains(&step.from)
                    && !unknown.contains(&step.to)
                    && !self.lifts_what_was_unknown(step, unknown)
            });
            for step in &mut steps {
                step.days = until(step.var, step.days);
            }
        }
        steps.sort_unstable();
        steps.dedup();

        let start = Outcome {
            nodes: nodes
                .iter()
                .map(|&node| State {
                    issued: until(node, self.days(node)).hi <= day
                        && !unknown.contains(&node)
                        && self.case.known(node, self.clocks) != Certainty::No,
                    ..State::default()
                })
                .collect(),
            ..Outcome::default()
        };
        let mut outcomes = vec![start];
        let mut rest = steps.as_slice();
        let mut states = 0;
        while let Some(first) = rest.first() {
            let length = unit_length(rest);
            let alone = rest
                .get(length)
                .is_none_or(|next| next.days.lo > first.days.hi);
            if alone {
                let (unit, after) = rest.split_at(length);
                rest = after;
                outcomes = self.fire_alone(&self.unit(unit), outcomes);
            } else {
                let (group, after) = self.take_group(rest);
                rest = after;
                outcomes = self.explore(&group, &outcomes, &mut states)?;
            }
            if outcomes.len() > 1 {
                distinct(&mut outcomes);
                if outcomes.len() > self.case.limit {
                    return None;
                }
            }
        }
        Some(outcomes)
    }

    /// Splits off the units, already in order of their days, that overlap the first or
    /// each other.
    fn take_group<'s>(&self, steps: &'s [Step]) -> (Vec<Unit<'s>>, &'s [Step]) {
        let mut units = Vec::new();
        let mut rest = steps;
        let mut until = i64::MIN;
        while let Some(first) = rest.first() {
            if !units.is_empty() && first.days.lo > until {
                break;
            }
            let (own, after) = rest.split_at(unit_length(rest));
            until = until.max(first.days.hi);
            units.push(self.unit(own));
            rest = after;
        }
        (units, rest)
    }

    fn unit<'s>(&self, steps: &'s [Step]) -> Unit<'s> {
        let var = self.case.events.get(steps[0].var as usize);
        Unit {
            days: steps[0].days,
            steps,
            sequence: var.and_then(|event| event.sequence),
            contradicts: contradictions(steps).next().is_some(),
        }
    }

    fn fire_alone(&self, unit: &Unit<'_>, mut outcomes: Vec<Outcome>) -> Vec<Outcome> {
        let may_not = unit.days.hi > self.clocks.day;
        if !may_not && !unit.contradicts {
            for outcome in &mut outcomes {
                for step in unit.steps {
                    self.apply(step, outcome);
                }
            }
            return outcomes;
        }
        let mut after = Vec::new();
        for outcome in outcomes {
            self.fire(unit, &outcome, &mut after);
            if may_not {
                after.push(outcome);
            }
        }
        after
    }

    /// All outcomes of a group of units whose order is open.
    ///
    /// A unit can come next when no unit still to come must be over before. Days are
    /// given out as early as the order allows, which leaves the most room to the rest;
    /// so an order is possible exactly when this finds days for it.
    fn explore(
        &self,
        units: &[Unit<'_>],
        starts: &[Outcome],
        states: &mut usize,
    ) -> Option<Vec<Outcome>> {
        if units.len() > MOST_OPEN {
            return None;
        }
        let sequenced = units
            .iter()
            .any(|a| units.iter().any(|b| a.sequence.is_some() && precedes(a, b)));
        let mut open: Vec<At> = starts
            .iter()
            .map(|outcome| At {
                done: vec![0; units.len().div_ceil(64)],
                day: i64::MIN,
                today: Vec::new(),
                outcome: outcome.clone(),
            })
            .collect();
        let mut seen: QuickSet<At> = open.iter().cloned().collect();
        let mut finished = QuickSet::default();
        let mut reached = Vec::new();
        while let Some(at) = open.pop() {
            // The last day on which a unit that must still come can come.
            let mut due = i64::MAX;
            for (i, unit) in units.iter().enumerate() {
                if unit.days.lo > due {
                    break;
                }
                if at.is_done(i) {
                    continue;
                }
                if unit.days.hi <= self.clocks.day {
                    due = due.min(unit.days.hi);
                }
                let Some((day, today)) = at.next_day(i, units, self.clocks.day, sequenced) else {
                    continue;
                };
                self.fire(unit, &at.outcome, &mut reached);
                for outcome in reached.drain(..) {
                    let next = At {
                        done: at.done_with(i),
                        day,
                        today: today.clone(),
                        outcome,
                    };
                    if !seen.contains(&next) {
                        seen.insert(next.clone());
                        open.push(next);
                    }
                }
            }
            if seen.len() + *states > self.case.limit {
                return None;
            }
            if due == i64::MAX {
                finished.insert(at.outcome);
            }
        }
        *states += seen.len();
        Some(finished.into_iter().collect())
    }

    /// Lets everything of the unit happen. More than one outcome only where two acts
    /// of one event contradict each other: then each of them may be the last.
    fn fire(&self, unit: &Unit<'_>, from: &Outcome, into: &mut Vec<Outcome>) {
        let mut lasts: Vec<(u32, Vec<usize>)> = Vec::new();
        if unit.contradicts {
            for (slot, i) in contradictions(unit.steps) {
                match lasts.last_mut() {
                    Some((of, steps)) if *of == slot => steps.push(i),
                    _ => lasts.push((slot, vec![i])),
                }
            }
        }
        let choices: usize = lasts.iter().map(|(_, steps)| steps.len()).product();
        for choice in 0..choices {
            let mut outcome = from.clone();
            let mut left = choice;
            let last: Vec<usize> = lasts
                .iter()
                .map(|(_, steps)| {
                    let picked = steps[left % steps.len()];
                    left /= steps.len();
                    picked
                })
                .collect();
            let mut delayed = last.iter();
            for (i, step) in unit.steps.iter().enumerate() {
                if matches!(step.kind, StepKind::Close { .. }) {
                    // Namings are over: now those that were kept for last.
                    for &kept in delayed.by_ref() {
                        self.apply(&unit.steps[kept], &mut outcome);
                    }
                }
                if !last.contains(&i) {
                    self.apply(step, &mut outcome);
                }
            }
            for &kept in delayed {
                self.apply(&unit.steps[kept], &mut outcome);
            }
            into.push(outcome);
        }
    }

    fn apply(&self, step: &Step, outcome: &mut Outcome) {
        match step.kind {
            StepKind::Issue { slot } => outcome.nodes[slot as usize].issued = true,
            StepKind::Born { event } => add(&mut outcome.born, event),
            StepKind::Undo { event, by } => {
                if outcome.born.contains(&event) && by != event {
                    add(&mut outcome.fallen, event);
                }
                for node in &mut outcome.nodes {
                    node.undo(event, by);
                }
            }
            StepKind::Revive { event } => outcome.fallen.retain(|&fallen| fallen != event),
            StepKind::ClosePetition { slot, petition } => outcome.nodes[slot as usize]
                .reviews
                .retain(|&act| self.act(act).from != petition),
            StepKind::Open { slot, act }
            | StepKind::NamePart { slot, act }
            | StepKind::Name { slot, act }
            | StepKind::Close { slot, act } => {
                let row = self.act(act);
                let fallen = self.is_delayed(row) && outcome.fallen.contains(&row.from);
                outcome.nodes[slot as usize].apply(act, row, fallen);
            }
        }
    }
}

/// How many of these steps, in order, belong to the first of them.
fn unit_length(steps: &[Step]) -> usize {
    steps
        .iter()
        .take_while(|step| step.var == steps[0].var)
        .count()
}

/// Of the steps of one unit those that name one node whole in more than one way, with
/// the slot of the node.
fn contradictions(steps: &[Step]) -> impl Iterator<Item = (u32, usize)> + '_ {
    let slot_of = |step: &Step| match step.kind {
        StepKind::Name { slot, .. } => Some(slot),
        _ => None,
    };
    steps.iter().enumerate().filter_map(move |(i, step)| {
        let slot = slot_of(step)?;
        let beside =
            |j: Option<usize>| j.and_then(|j| steps.get(j)).and_then(slot_of) == Some(slot);
        (beside(i.checked_sub(1)) || beside(i.checked_add(1))).then_some((slot, i))
    })
}

/// Whether, on one day, `first` comes before `second` by the docket.
fn precedes(first: &Unit<'_>, second: &Unit<'_>) -> bool {
    match (first.sequence, second.sequence) {
        (Some(a), Some(b)) => a.docket == b.docket && a.number < b.number,
        _ => false,
    }
}

fn add(list: &mut Vec<u32>, event: u32) {
    if !list.contains(&event) {
        list.push(event);
        list.sort_unstable();
    }
}

/// Removes repetitions. The order of what is left means nothing.
fn distinct(outcomes: &mut Vec<Outcome>) {
    if outcomes.len() < 16 {
        let mut kept: Vec<Outcome> = Vec::with_capacity(outcomes.len());
        for outcome in outcomes.drain(..) {
            if !kept.contains(&outcome) {
                kept.push(outcome);
            }
        }
        *outcomes = kept;
    } else {
        let mut seen = QuickSet::default();
        outcomes.retain(|outcome| seen.insert(outcome.clone()));
    }
}

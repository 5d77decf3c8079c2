//! Every state that some reading of the dates leads to, without going through the
//! readings one by one.
//!
//! Steps are applied in groups: a group is a run of steps whose days overlap, so that
//! groups follow each other in every reading. Within a group the orders are explored
//! that some choice of days allows. Orders that lead to the same state meet again, so
//! the cost follows the number of states, not that of readings.

use super::case::Sequence;
use super::prepare::Days;
use super::state::State;
use super::steps::{Question, Step, StepKind};
use super::word::Certainty;
use std::collections::HashSet;

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
        let mut units = Vec::new();
        let mut rest = steps.as_slice();
        let mut states = 0;
        while !rest.is_empty() {
            rest = self.take_group(rest, &mut units);
            match units.as_slice() {
                [unit] => {
                    let may_not = unit.days.hi > day;
                    outcomes = self.fire_alone(unit, outcomes, may_not);
                }
                group => outcomes = self.explore(group, &outcomes, &mut states)?,
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

    /// Splits off the steps, already in order of their days, that overlap the first.
    fn take_group<'s>(&self, steps: &'s [Step], units: &mut Vec<Unit<'s>>) -> &'s [Step] {
        units.clear();
        let mut rest = steps;
        let mut until = i64::MIN;
        while let Some(first) = rest.first() {
            if !units.is_empty() && first.days.lo > until {
                break;
            }
            let length = rest.iter().take_while(|s| s.var == first.var).count();
            let (own, after) = rest.split_at(length);
            until = until.max(first.days.hi);
            units.push(Unit {
                days: first.days,
                steps: own,
                sequence: self
                    .case
                    .events
                    .get(first.var as usize)
                    .and_then(|event| event.sequence),
                contradicts: contradictions(own).next().is_some(),
            });
            rest = after;
        }
        rest
    }

    fn fire_alone(
        &self,
        unit: &Unit<'_>,
        mut outcomes: Vec<Outcome>,
        may_not: bool,
    ) -> Vec<Outcome> {
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
        let day = self.clocks.day;
        if units.len() > 128 {
            return None;
        }
        let bit = |i: usize| 1_u128 << i;
        let required: u128 = (0..units.len())
            .filter(|&i| units[i].days.hi <= day)
            .map(bit)
            .sum();
        let before: Vec<u128> = units
            .iter()
            .map(|unit| {
                (0..units.len())
                    .filter(|&i| units[i].days.hi < unit.days.lo)
                    .map(bit)
                    .sum()
            })
            .collect();
        // Units that must come after this one when they fall on one day with it.
        let follows: Vec<u128> = units
            .iter()
            .map(|unit| {
                (0..units.len())
                    .filter(|&i| precedes(unit, &units[i]))
                    .map(bit)
                    .sum()
            })
            .collect();
        let sequenced = follows.iter().any(|&mask| mask != 0);

        #[derive(Clone, PartialEq, Eq, Hash)]
        struct At {
            done: u128,
            /// The day reached and what happened on it; kept only where it matters.
            day: i64,
            today: u128,
            outcome: Outcome,
        }
        let mut finished = HashSet::new();
        let mut seen = HashSet::new();
        let mut open: Vec<At> = Vec::new();
        let mut reached = Vec::new();
        for outcome in starts {
            open.push(At {
                done: 0,
                day: i64::MIN,
                today: 0,
                outcome: outcome.clone(),
            });
        }
        while let Some(at) = open.pop() {
            if !seen.insert(at.clone()) {
                continue;
            }
            *states += 1;
            if *states > self.case.limit {
                return None;
            }
            if at.done & required == required {
                finished.insert(at.outcome.clone());
            }
            for (i, unit) in units.iter().enumerate() {
                if at.done & bit(i) != 0 || before[i] & !at.done != 0 {
                    continue;
                }
                let (mut on, mut today) = (i64::MIN, 0);
                if sequenced {
                    on = at.day.max(unit.days.lo);
                    if on == at.day && at.today & follows[i] != 0 {
                        on += 1;
                    }
                    if on > unit.days.hi.min(day) {
                        continue;
                    }
                    today = bit(i) | if on == at.day { at.today } else { 0 };
                }
                reached.clear();
                self.fire(unit, &at.outcome, &mut reached);
                open.extend(reached.drain(..).map(|outcome| At {
                    done: at.done | bit(i),
                    day: on,
                    today,
                    outcome,
                }));
            }
        }
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
        let mut seen = HashSet::new();
        outcomes.retain(|outcome| seen.insert(outcome.clone()));
    }
}

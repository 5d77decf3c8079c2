//! The rules by brute force, written apart from the engine: every unknown day is set
//! to every day it may be, every order of one day is tried, and each such reading is
//! followed act by act over all instruments at once.

use super::case::{Act, Case};
use super::word::StandingWord;
use crate::edtf::Bounds;
use crate::vocabulary::RelationType as R;
use std::collections::{BTreeMap, BTreeSet};

/// Open ends reach just beyond all days the tests use.
const FIRST: i64 = -4;
const LAST: i64 = 12;

/// How one instrument stands in one reading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reading {
    pub word: StandingWord,
    pub part: Option<String>,
    pub under_review: bool,
    pub affirmed_by: BTreeSet<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unknown {
    Event(usize),
    Effective(usize),
    Public(usize),
}

type Days = BTreeMap<Unknown, i64>;

fn span(bounds: Bounds) -> (i64, i64) {
    let lo = bounds.earliest.map_or(FIRST, |d| d.0);
    let hi = bounds.latest.map_or(LAST, |d| d.0);
    (lo.min(hi), hi.max(lo))
}

/// The unknown on whose day the act takes effect.
fn when(case: &Case, act: usize) -> Unknown {
    let a = &case.acts[act];
    let own = span(case.events[a.from.index()].date);
    match a.effective {
        Some(bounds) if !(span(bounds) == own && own.0 == own.1) => Unknown::Effective(act),
        _ => Unknown::Event(a.from.index()),
    }
}

fn unknowns(case: &Case) -> Vec<(Unknown, (i64, i64))> {
    let mut all = Vec::new();
    for (e, event) in case.events.iter().enumerate() {
        all.push((Unknown::Event(e), span(event.date)));
        if let Some(public) = event.public_from {
            all.push((Unknown::Public(e), span(public)));
        }
    }
    for (a, act) in case.acts.iter().enumerate() {
        if let (Unknown::Effective(_), Some(bounds)) = (when(case, a), act.effective) {
            all.push((Unknown::Effective(a), span(bounds)));
        }
    }
    all
}

/// In how many ways the unknown days can be set.
pub(super) fn assignments(case: &Case) -> u64 {
    unknowns(case)
        .iter()
        .map(|(_, (lo, hi))| (hi - lo + 1) as u64)
        .product()
}

/// May the event have been public on the day of knowledge, by its bounds alone?
pub(super) fn may_be_known(case: &Case, event: usize, known_on: Option<i64>) -> bool {
    let e = &case.events[event];
    known_on.is_none_or(|k| span(e.public_from.unwrap_or(e.date)).0 <= k)
}

fn is_stay(case: &Case, event: usize, known_on: Option<i64>) -> bool {
    case.acts.iter().any(|a| {
        a.from.index() == event
            && a.relation == R::Stays
            && may_be_known(case, a.to.index(), known_on)
    })
}

pub(super) fn is_instrument(case: &Case, event: usize, known_on: Option<i64>) -> bool {
    case.events[event].kind.is_instrument() || is_stay(case, event, known_on)
}

/// Per event every reading of how it stands at the end of the day.
pub(super) fn readings(case: &Case, day: i64, known_on: Option<i64>) -> Vec<BTreeSet<Reading>> {
    let mut found = vec![BTreeSet::new(); case.events.len()];
    let all = unknowns(case);
    let mut days: Vec<i64> = all.iter().map(|(_, (lo, _))| *lo).collect();
    loop {
        let set: Days = all
            .iter()
            .map(|(u, _)| *u)
            .zip(days.iter().copied())
            .collect();
        World::follow(case, &set, day, known_on, &mut found);
        let mut at = 0;
        loop {
            let Some((_, (lo, hi))) = all.get(at) else {
                return found;
            };
            if days[at] < *hi {
                days[at] += 1;
                break;
            }
            days[at] = *lo;
            at += 1;
        }
    }
}

#[derive(Debug, Clone, Default)]
struct Instrument {
    /// `None` while in force.
    out: Option<StandingWord>,
    /// Who put it where it is.
    by: Option<usize>,
    parts: Vec<(String, StandingWord, usize)>,
    affirmed: BTreeSet<usize>,
    reviews: BTreeSet<usize>,
}

impl Instrument {
    fn alive(&self) -> bool {
        match self.out {
            None => true,
            Some(StandingWord::Unsettled) => false,
            Some(_) => self
                .parts
                .iter()
                .any(|(_, word, _)| *word == StandingWord::InForce),
        }
    }

    fn unsettle(&mut self) {
        self.out = Some(StandingWord::Unsettled);
        self.by = None;
        self.parts.clear();
    }
}

#[derive(Clone)]
struct World<'a> {
    case: &'a Case,
    days: &'a Days,
    known_on: Option<i64>,
    instruments: Vec<Instrument>,
    done: BTreeSet<usize>,
    born: BTreeSet<usize>,
    fallen: BTreeSet<usize>,
}

impl<'a> World<'a> {
    fn follow(
        case: &'a Case,
        days: &'a Days,
        day: i64,
        known_on: Option<i64>,
        found: &mut [BTreeSet<Reading>],
    ) {
        let world = World {
            case,
            days,
            known_on,
            instruments: vec![Instrument::default(); case.events.len()],
            done: BTreeSet::new(),
            born: BTreeSet::new(),
            fallen: BTreeSet::new(),
        };
        let mut units: BTreeMap<i64, BTreeSet<Unknown>> = BTreeMap::new();
        for a in 0..case.acts.len() {
            let unit = when(case, a);
            units.entry(days[&unit]).or_default().insert(unit);
            if let Unknown::Effective(_) = unit {
                let birth = Unknown::Event(case.acts[a].from.index());
                units.entry(days[&birth]).or_default().insert(birth);
            }
        }
        units.retain(|d, _| *d <= day);
        let mut worlds = vec![world];
        for today in units.values() {
            let mut after = Vec::new();
            for world in worlds {
                world.any_order(today, &mut after);
            }
            worlds = after;
        }
        for world in worlds {
            world.judge(day, found);
        }
    }

    fn known(&self, event: usize) -> bool {
        let day = self
            .days
            .get(&Unknown::Public(event))
            .or(self.days.get(&Unknown::Event(event)));
        self.known_on.is_none_or(|k| day.is_some_and(|&d| d <= k))
    }

    fn sequence(&self, unit: Unknown) -> Option<(u32, i64)> {
        match unit {
            Unknown::Event(e) => self.case.events[e].sequence.map(|s| (s.docket, s.number)),
            _ => None,
        }
    }

    fn any_order(self, left: &BTreeSet<Unknown>, into: &mut Vec<World<'a>>) {
        if left.is_empty() {
            into.push(self);
            return;
        }
        for &unit in left {
            let waits = left.iter().any(|&other| {
                matches!((self.sequence(other), self.sequence(unit)),
                    (Some((d, first)), Some((e, second))) if d == e && first < second)
            });
            if waits {
                continue;
            }
            let mut rest = left.clone();
            rest.remove(&unit);
            let mut after = Vec::new();
            self.happen(unit, &mut after);
            for world in after {
                world.any_order(&rest, into);
            }
        }
    }

    /// Everything of one unit, its whole namings in any order among themselves.
    fn happen(&self, unit: Unknown, into: &mut Vec<World<'a>>) {
        let mut world = self.clone();
        if let Unknown::Event(e) = unit {
            world.born.insert(e);
        }
        let mut acts: Vec<usize> = (0..self.case.acts.len())
            .filter(|&a| when(self.case, a) == unit)
            .filter(|&a| {
                let act = &self.case.acts[a];
                self.known(act.from.index()) && self.known(act.to.index())
            })
            .collect();
        acts.sort_by_key(|&a| self.case.acts[a].rank);
        let act = |a: usize| &self.case.acts[a];
        for &a in &acts {
            match act(a).relation {
                R::AppealsFrom => {
                    world.instruments[act(a).to.index()].reviews.insert(a);
                }
                R::Stays => {
                    world.done.insert(a);
                }
                _ => {}
            }
        }
        for &a in acts.iter().filter(|&&a| act(a).part.is_none()) {
            if matches!(act(a).relation, R::Reverses | R::Vacates | R::Withdraws) {
                world.undo(act(a).to.index(), act(a).from.index());
            }
        }
        for &a in acts.iter().filter(|&&a| act(a).part.is_none()) {
            if act(a).relation == R::Reinstates {
                world.fallen.remove(&act(a).to.index());
            }
        }
        for &a in &acts {
            let petition = act(a).to.index();
            if matches!(
                act(a).relation,
                R::DeniesReview | R::DismissesAppeal | R::Withdraws
            ) && !self.case.events[petition].kind.is_instrument()
            {
                for instrument in &mut world.instruments {
                    instrument
                        .reviews
                        .retain(|&r| self.case.acts[r].from.index() != petition);
                }
            }
        }
        let names =
            |a: &usize| word(act(*a).relation).is_some() || act(*a).relation == R::Reinstates;
        for &a in acts.iter().filter(|a| names(a) && act(**a).part.is_some()) {
            world.name(act(a));
        }
        let whole: Vec<usize> = acts
            .iter()
            .copied()
            .filter(|a| names(a) && act(*a).part.is_none())
            .collect();
        let mut orders = Vec::new();
        permutations(&whole, &mut Vec::new(), &mut orders);
        for order in orders {
            let mut world = world.clone();
            for a in order {
                world.name(act(a));
            }
            for &a in acts.iter().filter(|a| !names(a)) {
                world.close(a);
            }
            into.push(world);
        }
    }

    fn undo(&mut self, undone: usize, by: usize) {
        if self.born.contains(&undone) && by != undone {
            self.fallen.insert(undone);
        }
        for i in &mut self.instruments {
            if i.by == Some(undone) {
                let spoken = by != undone
                    && i.affirmed
                        .iter()
                        .any(|&a| self.case.acts[a].from.index() == by);
                i.unsettle();
                if spoken {
                    i.out = None;
                    i.by = Some(by);
                }
            } else {
                let (mut hit, mut kept): (Vec<_>, Vec<_>) =
                    i.parts.drain(..).partition(|(_, _, b)| *b == undone);
                for part in &mut hit {
                    part.1 = StandingWord::Unsettled;
                }
                kept.extend(hit);
                i.parts = kept;
            }
            i.affirmed
                .retain(|&a| self.case.acts[a].from.index() != undone);
        }
    }

    /// By a relation that was known.
    fn stays_anything(&self, event: usize) -> bool {
        self.case
            .acts
            .iter()
            .any(|a| a.from.index() == event && a.relation == R::Stays && self.known(a.to.index()))
    }

    fn is_fallen(&self, act: &Act) -> bool {
        let a = self
            .case
            .acts
            .iter()
            .position(|other| std::ptr::eq(other, act));
        let delayed = a.is_some_and(|a| matches!(when(self.case, a), Unknown::Effective(_)));
        delayed && self.fallen.contains(&act.from.index())
    }

    fn name(&mut self, act: &Act) {
        if act.relation == R::LiftsStay && !self.stays_anything(act.to.index()) {
            return;
        }
        let fallen = self.is_fallen(act);
        let by = act.from.index();
        let i = &mut self.instruments[act.to.index()];
        if matches!(act.relation, R::Reverses | R::Vacates) {
            i.reviews.clear();
        }
        let (was_in, unsettled) = (i.out.is_none(), i.out == Some(StandingWord::Unsettled));
        let takes_out = word(act.relation);
        let Some(part) = act.part.as_deref() else {
            match takes_out {
                _ if fallen => {
                    if was_in == takes_out.is_some() && !unsettled {
                        i.unsettle();
                    }
                }
                Some(word) => {
                    i.out = Some(word);
                    i.by = Some(by);
                    i.parts.clear();
                    i.affirmed.clear();
                }
                None if was_in && i.by.is_none() && i.parts.is_empty() => {}
                None => {
                    i.out = None;
                    i.by = Some(by);
                    i.parts.clear();
                }
            }
            return;
        };
        if unsettled {
            return;
        }
        let changes = was_in == takes_out.is_some();
        if fallen && !changes {
            return;
        }
        i.parts.retain(|(p, _, _)| p != part);
        if changes {
            let word = match takes_out {
                _ if fallen => StandingWord::Unsettled,
                Some(word) => word,
                None => StandingWord::InForce,
            };
            i.parts.push((part.to_owned(), word, by));
        }
    }

    fn close(&mut self, a: usize) {
        let act = &self.case.acts[a];
        let fallen = self.is_fallen(act);
        let i = &mut self.instruments[act.to.index()];
        if matches!(
            act.relation,
            R::Affirms | R::DeniesReview | R::DismissesAppeal
        ) {
            i.reviews.clear();
        }
        if act.relation == R::Affirms && !fallen {
            i.affirmed.insert(a);
            if i.out == Some(StandingWord::Unsettled) && act.part.is_none() {
                i.out = None;
                i.by = Some(act.from.index());
            }
        }
    }

    fn judge(&self, day: i64, found: &mut [BTreeSet<Reading>]) {
        let issued = |e: usize| self.days[&Unknown::Event(e)] <= day && self.known(e);
        let alive = |e: usize| issued(e) && self.instruments[e].alive();
        // Stays that have taken effect: act, stay, target.
        let mut stays: Vec<(usize, usize, usize)> = (0..self.case.acts.len())
            .filter(|&a| self.case.acts[a].relation == R::Stays)
            .filter(|&a| self.done.contains(&a))
            .map(|a| {
                (
                    a,
                    self.case.acts[a].from.index(),
                    self.case.acts[a].to.index(),
                )
            })
            .collect();
        stays.sort_by_key(|&(a, _, _)| self.order(a));
        let hits = |a: usize| self.case.acts[a].part.is_none();

        // Some(true): works. Some(false): does not.
        let count = self.case.events.len();
        let mut works: Vec<Option<bool>> = (0..count)
            .map(|e| if alive(e) { None } else { Some(false) })
            .collect();
        let mut circle = BTreeSet::new();
        loop {
            let before = works.clone();
            for e in 0..count {
                let by: Vec<Option<bool>> = stays
                    .iter()
                    .filter(|&&(a, _, to)| to == e && hits(a))
                    .map(|&(_, from, _)| works[from])
                    .collect();
                if works[e].is_none() && by.contains(&Some(true)) {
                    works[e] = Some(false);
                } else if works[e].is_none() && by.iter().all(|b| *b == Some(false)) {
                    works[e] = Some(true);
                }
            }
            if works != before {
                continue;
            }
            // Undecided events that nothing undecided stays but what they stay in turn.
            let reach = |from: usize| {
                let mut seen = BTreeSet::new();
                let mut todo = vec![from];
                while let Some(e) = todo.pop() {
                    for &(a, f, to) in &stays {
                        if f == e
                            && hits(a)
                            && works[f].is_none()
                            && works[to].is_none()
                            && seen.insert(to)
                        {
                            todo.push(to);
                        }
                    }
                }
                seen
            };
            let undecided: Vec<usize> = (0..count).filter(|&e| works[e].is_none()).collect();
            let first: Vec<usize> = undecided
                .iter()
                .copied()
                .filter(|&e| {
                    undecided
                        .iter()
                        .all(|&o| !reach(o).contains(&e) || reach(e).contains(&o))
                })
                .collect();
            if first.is_empty() {
                break;
            }
            for e in first {
                works[e] = Some(false);
                circle.insert(e);
            }
        }
        for (e, found) in found.iter_mut().enumerate() {
            let i = &self.instruments[e];
            let (mut word, mut part) = if !issued(e) {
                (StandingWord::NotYetIssued, None)
            } else if i.out == Some(StandingWord::Unsettled) || circle.contains(&e) {
                (StandingWord::Unsettled, None)
            } else if let Some((part, word, _)) = i.parts.last() {
                (*word, Some(part.clone()))
            } else {
                (i.out.unwrap_or(StandingWord::InForce), None)
            };
            let stands = alive(e) && !circle.contains(&e);
            if stands {
                // Of one stay its widest and latest order counts; of several the whole
                // before parts, then the latest.
                let on: Vec<_> = stays
                    .iter()
                    .filter(|s| s.2 == e && works[s.1] == Some(true))
                    .collect();
                if on.iter().any(|s| hits(s.0)) {
                    (word, part) = (StandingWord::Stayed, None);
                } else if let Some(s) = on.last() {
                    let stayed = self.case.acts[s.0].part.as_deref();
                    (word, part) = (StandingWord::Stayed, stayed.map(str::to_owned));
                }
            }
            let by = i.affirmed.iter().map(|&a| self.case.acts[a].from.index());
            found.insert(Reading {
                word,
                part,
                under_review: stands && !i.reviews.is_empty(),
                affirmed_by: if stands {
                    by.collect()
                } else {
                    BTreeSet::new()
                },
            });
        }
    }

    fn order(&self, a: usize) -> (i64, i64, Option<i64>, u32) {
        let act = &self.case.acts[a];
        let event = &self.case.events[act.from.index()];
        let own = when(self.case, a) == Unknown::Event(act.from.index());
        let (lo, hi) = span(if own {
            event.date
        } else {
            act.effective.unwrap_or(event.date)
        });
        (
            lo,
            hi,
            event.sequence.filter(|_| own).map(|s| s.number),
            act.rank,
        )
    }
}

fn word(relation: R) -> Option<StandingWord> {
    Some(match relation {
        R::Reverses => StandingWord::Reversed,
        R::Vacates => StandingWord::Vacated,
        R::Quashes => StandingWord::Quashed,
        R::LiftsStay => StandingWord::Lifted,
        R::Moots => StandingWord::Moot,
        R::Supersedes => StandingWord::Superseded,
        R::Withdraws => StandingWord::Withdrawn,
        R::Invalidates => StandingWord::Invalidated,
        R::Repeals => StandingWord::Repealed,
        _ => return None,
    })
}

fn permutations(left: &[usize], taken: &mut Vec<usize>, into: &mut Vec<Vec<usize>>) {
    if left.is_empty() {
        into.push(taken.clone());
    }
    for (at, &item) in left.iter().enumerate() {
        let mut rest = left.to_vec();
        rest.remove(at);
        taken.push(item);
        permutations(&rest, taken, into);
        taken.pop();
    }
}

//! Which stays are in force on the day, and what that makes of the rest.

use super::prepare::PreparedCase;
use super::readings::Outcome;
use super::state::State;
use super::steps::Question;
use super::wide;
use super::word::StandingWord;

/// How an instrument stands in one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Conclusion {
    pub word: StandingWord,
    pub part: Option<u32>,
    /// In force or stayed, if only in part.
    pub alive: bool,
    /// In force and not stayed as a whole: as a stay, it works.
    pub works: bool,
    pub under_review: bool,
    /// The acts that affirmed it.
    pub affirmed: Vec<u32>,
}

/// Whether a stay works in some reading, and whether it does not in some.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fate {
    may: bool,
    may_not: bool,
}

impl Fate {
    fn certain(works: bool) -> Self {
        Self {
            may: works,
            may_not: !works,
        }
    }

    fn is_open(self) -> bool {
        self.may && self.may_not
    }
}

/// What became of the stays that an answer rests on, filled in an order in which each
/// comes before what it stays.
#[derive(Debug)]
pub(super) struct Fates(Vec<Fate>);

impl Fates {
    pub fn new(case: &PreparedCase) -> Self {
        Self(vec![Fate::default(); case.events.len()])
    }

    fn of(&self, event: u32) -> Fate {
        self.0[event as usize]
    }
}

/// More instruments than this that stay one another are not looked at together.
const MOST_TOGETHER: usize = 64;

impl Question<'_> {
    /// All conclusions on the node, once each; notes its fate for what it stays.
    ///
    /// The stays on the node must have been concluded before, unless they form a
    /// cycle with it.
    pub fn conclude(&self, node: u32, fates: &mut Fates) -> Vec<Conclusion> {
        let mut conclusions = Vec::new();
        if self.days(node).lo > self.clocks.day {
            conclusions.push(Conclusion::of(&State::default()));
        } else {
            let outcomes = self.outcomes(&[node]);
            let exact = outcomes.is_some();
            let states: Vec<State> = match outcomes {
                Some(outcomes) => outcomes
                    .into_iter()
                    .map(|mut outcome| outcome.nodes.swap_remove(0))
                    .collect(),
                None => wide::states(self, node),
            };
            let stays = self.stays_on(node).next().is_some();
            let together = stays && {
                let open = self.stays_on(node).filter(|(_, a)| fates.of(a.from).is_open());
                self.case.stay_order.cyclic[node as usize]
                    || open.count() + usize::from(states.len() > 1) > 1
            };
            let joint = (together && exact).then(|| self.conclude_together(node)).flatten();
            conclusions = joint.unwrap_or_else(|| {
                let mut conclusions = Vec::new();
                for state in &states {
                    self.add_stays(node, state, |stay| fates.of(stay), &mut conclusions);
                    if self.case.stay_order.cyclic[node as usize] && state.in_force() {
                        self.add_cycle(node, state, &mut conclusions);
                    }
                }
                conclusions
            });
        }
        fates.0[node as usize] = Fate {
            may: conclusions.iter().any(|c| c.works),
            may_not: conclusions.iter().any(|c| !c.works),
        };
        conclusions
    }

    /// Adds what the stays on it make of a state. Fates of different stays count as
    /// independent: right where at most one is open, and never too little.
    fn add_stays(
        &self,
        node: u32,
        state: &State,
        fate: impl Fn(u32) -> Fate,
        into: &mut Vec<Conclusion>,
    ) {
        let conclusion = Conclusion::of(state);
        if !state.in_force() {
            return add(into, conclusion);
        }
        // Of one stay its widest and latest order counts.
        let mut whole: Vec<u32> = Vec::new();
        let mut parts: Vec<(u32, u32)> = Vec::new();
        for (position, act) in self.stays_on(node) {
            if self.is_delayed(act) && state.stays.binary_search(&position).is_err() {
                continue;
            }
            parts.retain(|&(stay, _)| stay != act.from);
            match act.part {
                None => whole.push(act.from),
                Some(part) if !whole.contains(&act.from) => parts.push((act.from, part)),
                Some(_) => {}
            }
        }
        let stayed = |part| Conclusion {
            word: StandingWord::Stayed,
            part,
            works: part.is_some(),
            ..conclusion.clone()
        };
        if whole.iter().any(|&stay| fate(stay).may) {
            add(into, stayed(None));
        }
        if !whole.iter().all(|&stay| fate(stay).may_not) {
            return;
        }
        for (stay, part) in parts.into_iter().rev() {
            let fate = fate(stay);
            if fate.may {
                add(into, stayed(Some(part)));
            }
            if !fate.may_not {
                return;
            }
        }
        add(into, conclusion);
    }

    /// Adds all that a cycle of stays too large to follow could make of a state.
    fn add_cycle(&self, node: u32, state: &State, into: &mut Vec<Conclusion>) {
        let open = Fate {
            may: true,
            may_not: true,
        };
        self.add_stays(node, state, |_| open, into);
        add(into, Conclusion::of(state).unsettled());
    }

    /// The conclusions on a node looked at together with everything that stays it,
    /// directly or through others: their dates may be the same unknown days. `None`
    /// when that is too much.
    fn conclude_together(&self, node: u32) -> Option<Vec<Conclusion>> {
        let mut nodes = vec![node];
        let mut next = 0;
        while next < nodes.len() {
            for (_, act) in self.stays_on(nodes[next]) {
                if !nodes.contains(&act.from) {
                    nodes.push(act.from);
                }
            }
            next += 1;
            if nodes.len() > MOST_TOGETHER {
                return None;
            }
        }
        let mut conclusions = Vec::new();
        for outcome in self.outcomes(&nodes)? {
            let works = self.which_work(&nodes, &outcome);
            let state = &outcome.nodes[0];
            match works[0] {
                Works::Undecided => add(&mut conclusions, Conclusion::of(state).unsettled()),
                Works::Yes | Works::No => {
                    let fate = |stay| {
                        let slot = nodes.iter().position(|&n| n == stay);
                        Fate::certain(slot.is_some_and(|slot| works[slot] == Works::Yes))
                    };
                    self.add_stays(node, state, fate, &mut conclusions);
                }
            }
        }
        Some(conclusions)
    }

    /// For each node of one outcome whether it works as a stay.
    ///
    /// A stay that no working stay hits works; one that a working stay hits does not.
    /// Where stays go in a circle that leaves some undecided.
    fn which_work(&self, nodes: &[u32], outcome: &Outcome) -> Vec<Works> {
        let mut works: Vec<Option<Works>> = outcome
            .nodes
            .iter()
            .map(|state| (!state.in_force()).then_some(Works::No))
            .collect();
        let hits: Vec<Vec<usize>> = nodes
            .iter()
            .zip(&outcome.nodes)
            .map(|(&node, state)| {
                self.stays_on(node)
                    .filter(|&(position, act)| {
                        act.part.is_none()
                            && (!self.is_delayed(act) || state.stays.contains(&position))
                    })
                    .filter_map(|(_, act)| nodes.iter().position(|&n| n == act.from))
                    .collect()
            })
            .collect();
        let component = |slot: usize| self.case.stay_order.of[nodes[slot] as usize];
        let mut slots: Vec<usize> = (0..nodes.len()).collect();
        slots.sort_by_key(|&slot| component(slot));
        for members in slots.chunk_by(|&a, &b| component(a) == component(b)) {
            let mut settled = true;
            while settled {
                settled = false;
                for &slot in members {
                    if works[slot].is_some() {
                        continue;
                    }
                    let by = || hits[slot].iter().map(|&stay| works[stay]);
                    if by().any(|stay| stay == Some(Works::Yes)) {
                        works[slot] = Some(Works::No);
                    } else if by().all(|stay| matches!(stay, Some(Works::No | Works::Undecided))) {
                        works[slot] = Some(Works::Yes);
                    }
                    settled |= works[slot].is_some();
                }
            }
            for &slot in members {
                works[slot].get_or_insert(Works::Undecided);
            }
        }
        works.into_iter().map(|w| w.unwrap_or(Works::Undecided)).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Works {
    Yes,
    No,
    /// It and others stay each other in a circle.
    Undecided,
}

impl Conclusion {
    /// As if nothing stayed it.
    fn of(state: &State) -> Self {
        let (word, part) = state.name();
        let alive = state.in_force();
        Self {
            word,
            part,
            alive,
            works: alive,
            under_review: alive && !state.reviews.is_empty(),
            affirmed: if alive {
                state.affirmed.iter().map(|&(act, _)| act).collect()
            } else {
                Vec::new()
            },
        }
    }

    fn unsettled(self) -> Self {
        Self {
            word: StandingWord::Unsettled,
            part: None,
            alive: false,
            works: false,
            under_review: false,
            affirmed: Vec::new(),
        }
    }
}

fn add(into: &mut Vec<Conclusion>, conclusion: Conclusion) {
    if !into.contains(&conclusion) {
        into.push(conclusion);
    }
}

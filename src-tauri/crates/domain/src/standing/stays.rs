//! Which stays are in force on the day, and what that makes of the rest.

use super::graph::{Components, Lists};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fate {
    may: bool,
    may_not: bool,
}

impl Fate {
    const OPEN: Self = Self {
        may: true,
        may_not: true,
    };

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
        Self(vec![Fate::certain(false); case.events.len()])
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
            let open = self
                .stays_on(node)
                .filter(|(_, act)| fates.of(act.from).is_open());
            let together = self.case.stay_order.cyclic[node as usize]
                || open.count() + usize::from(states.len() > 1) > 1;
            let basis = if together { self.stayed_by(node) } else { None };
            let joint = basis
                .as_ref()
                .filter(|_| exact)
                .and_then(|nodes| self.conclude_together(nodes));
            conclusions = joint.unwrap_or_else(|| {
                let components = &self.case.stay_order;
                let cyclic = components.cyclic[node as usize];
                let circle = cyclic && basis.is_none_or(|nodes| self.is_on_circle(&nodes));
                let fate = |stay: u32| {
                    // Within a circle none can be concluded before the others.
                    let same = components.of[stay as usize] == components.of[node as usize];
                    if same { Fate::OPEN } else { fates.of(stay) }
                };
                let mut conclusions = Vec::new();
                for state in &states {
                    self.add_stays(node, state, fate, &mut conclusions);
                    if circle && state.in_force() {
                        add(&mut conclusions, Conclusion::of(state).unsettled());
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

    /// The node and everything that stays it, directly or through others. `None` when
    /// that is too much to be looked at together.
    fn stayed_by(&self, node: u32) -> Option<Vec<u32>> {
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
        Some(nodes)
    }

    /// Whether the first of these nodes stays one of them.
    fn is_on_circle(&self, nodes: &[u32]) -> bool {
        nodes
            .iter()
            .any(|&node| self.stays_on(node).any(|(_, act)| act.from == nodes[0]))
    }

    /// The conclusions on the first node looked at together with everything that stays
    /// it: their dates may be the same unknown days. `None` when that is too much.
    fn conclude_together(&self, nodes: &[u32]) -> Option<Vec<Conclusion>> {
        let mut conclusions = Vec::new();
        for outcome in self.outcomes(nodes)? {
            let works = self.which_work(nodes, &outcome);
            let state = &outcome.nodes[0];
            match works[0] {
                Works::Undecided => add(&mut conclusions, Conclusion::of(state).unsettled()),
                Works::Yes | Works::No => {
                    let fate = |stay| {
                        let slot = nodes.iter().position(|&n| n == stay);
                        Fate::certain(slot.is_some_and(|slot| works[slot] == Works::Yes))
                    };
                    self.add_stays(nodes[0], state, fate, &mut conclusions);
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
        loop {
            settle(&mut works, &hits);
            // What is left hangs on a circle; the first of them in order of dependence
            // is one, and what it stays can be settled once it is given up.
            let left = |slot: usize| works[slot].is_none();
            let edges = (0..nodes.len()).flat_map(|slot| {
                let stays = hits[slot]
                    .iter()
                    .filter(move |&&stay| left(slot) && left(stay));
                stays.map(move |&stay| (slot as u32, stay as u32))
            });
            let circles = Components::new(&Lists::new(nodes.len(), edges));
            let Some(&first) = circles.order.iter().find(|&&slot| left(slot as usize)) else {
                break;
            };
            for (works, &circle) in works.iter_mut().zip(&circles.of) {
                if circle == circles.of[first as usize] {
                    *works = Some(Works::Undecided);
                }
            }
        }
        works
            .into_iter()
            .map(|w| w.unwrap_or(Works::Undecided))
            .collect()
    }
}

/// Follows what is decided as far as it goes. `hits` holds for each slot what stays it.
fn settle(works: &mut [Option<Works>], hits: &[Vec<usize>]) {
    loop {
        let mut settled = false;
        for slot in 0..works.len() {
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
        if !settled {
            return;
        }
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

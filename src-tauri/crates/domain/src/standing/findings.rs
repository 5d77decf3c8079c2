//! What is wrong or open in the acts of a case, for the consistency check.

use super::case::EventIx;
use super::graph::{Components, Lists};
use super::prepare::{ActRow, Clocks, PreparedCase};
use super::state::names_standing;
use super::steps::Question;
use crate::vocabulary::RelationType;
use std::collections::{BTreeMap, HashSet};

/// Something about the acts of a case that a person should look at.
///
/// Acts are given by [`Act::number`](super::Act::number), in the order of effect.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Each of these events acts, directly or through others, on all of them.
    Cycle {
        events: Vec<EventIx>,
        acts: Vec<usize>,
    },
    /// In every reading the appeal comes before what it appeals from exists.
    AppealBeforeRuling { act: usize, target: EventIx },
    /// In every reading the act takes effect before its target exists. It waits: it
    /// counts as soon as the target is there.
    ActBeforeTarget { act: usize, target: EventIx },
    /// Acts of one certain day that bear on one target, while no docket sequence says
    /// which came first. Every order counts as possible.
    SameDayUnordered { target: EventIx, acts: Vec<usize> },
    /// The target cannot have standing, so the act changes none.
    ActOnNoInstrument { act: usize, target: EventIx },
    /// A stay is lifted that was never one: the target stays nothing.
    LiftsNoStay { act: usize, target: EventIx },
}

impl PreparedCase {
    /// Everything about the acts that does not fit, sorted, whatever the order of input.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.cycles();
        let appeals = self
            .acts
            .iter()
            .filter(|act| act.relation == RelationType::AppealsFrom);
        let petitions: HashSet<u32> = appeals.map(|act| act.from).collect();
        for act in &self.acts {
            findings.extend(self.misplaced(act, &petitions));
        }
        findings.extend(self.unordered_days());
        findings.sort();
        findings
    }

    fn cycles(&self) -> Vec<Finding> {
        let edges = self.acts.iter().map(|act| (act.from, act.to));
        let components = Components::new(&Lists::new(self.events.len(), edges));
        let mut cycles: BTreeMap<u32, (Vec<EventIx>, Vec<usize>)> = BTreeMap::new();
        for (event, &component) in components.of.iter().enumerate() {
            if components.cyclic[event] {
                cycles
                    .entry(component)
                    .or_default()
                    .0
                    .push(EventIx(event as u32));
            }
        }
        let mut ordered: Vec<&ActRow> = self.acts.iter().collect();
        ordered.sort_unstable_by_key(|act| act.order);
        for act in ordered {
            let component = components.of[act.from as usize];
            if component == components.of[act.to as usize]
                && let Some((_, acts)) = cycles.get_mut(&component)
            {
                acts.push(act.number);
            }
        }
        cycles
            .into_values()
            .map(|(events, acts)| Finding::Cycle { events, acts })
            .collect()
    }

    fn misplaced(&self, act: &ActRow, petitions: &HashSet<u32>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let (number, target) = (act.number, EventIx(act.to));
        if act.days.hi < self.events[act.to as usize].days.lo {
            findings.push(if act.relation == RelationType::AppealsFrom {
                Finding::AppealBeforeRuling {
                    act: number,
                    target,
                }
            } else {
                Finding::ActBeforeTarget {
                    act: number,
                    target,
                }
            });
        }
        if !self.is_instrument(act.to, ALWAYS) {
            if !(Question::closes_petition(act) && petitions.contains(&act.to)) {
                findings.push(Finding::ActOnNoInstrument {
                    act: number,
                    target,
                });
            }
        } else if act.relation == RelationType::LiftsStay && !self.is_stay(act.to, ALWAYS) {
            findings.push(Finding::LiftsNoStay {
                act: number,
                target,
            });
        }
        findings
    }

    fn unordered_days(&self) -> Vec<Finding> {
        let row = |position: u32| &self.acts[position as usize];
        let mut days: BTreeMap<(u32, i64), Vec<u32>> = BTreeMap::new();
        for (position, act) in self.acts.iter().enumerate() {
            if !act.days.is_one_day() {
                continue;
            }
            let acts = days.entry((act.to, act.days.lo)).or_default();
            acts.push(position as u32);
            // On the day it set the target aside, its own undoing is a question of order.
            if names_standing(act.relation) {
                let undoings = self.undoing.of(act.from).iter().copied();
                acts.extend(undoings.filter(|&undoing| row(undoing).days == act.days));
            }
        }
        days.into_iter()
            .filter_map(|((target, _), mut acts)| {
                acts.sort_unstable_by_key(|&act| row(act).order);
                acts.dedup();
                let open: Vec<usize> = acts
                    .iter()
                    .map(|&act| row(act))
                    .filter(|act| {
                        acts.iter()
                            .any(|&other| self.order_is_open(act, row(other)))
                    })
                    .map(|act| act.number)
                    .collect();
                (open.len() > 1).then_some(Finding::SameDayUnordered {
                    target: EventIx(target),
                    acts: open,
                })
            })
            .collect()
    }

    /// Whether of two acts of one day either may have come first, and it can matter.
    fn order_is_open(&self, a: &ActRow, b: &ActRow) -> bool {
        if a.number == b.number
            || a.relation == b.relation && a.relation == RelationType::AppealsFrom
        {
            return false;
        }
        if a.var == b.var {
            // One event does all it does at once, unless it contradicts itself.
            return a.to == b.to
                && a.relation != b.relation
                && a.part.is_none()
                && b.part.is_none()
                && names_standing(a.relation)
                && names_standing(b.relation);
        }
        // What undoes another event concerns only what that event did.
        let concerns = |a: &ActRow, b: &ActRow| a.to == b.to || a.to == b.from;
        let sequence = |act: &ActRow| {
            let own_day = act.var == act.from;
            own_day
                .then(|| self.events[act.from as usize].sequence)
                .flatten()
        };
        let ordered = match (sequence(a), sequence(b)) {
            (Some(a), Some(b)) => a.docket == b.docket && a.number != b.number,
            _ => false,
        };
        !ordered && (concerns(a, b) || concerns(b, a))
    }
}

const ALWAYS: Clocks = Clocks {
    day: 0,
    known_on: None,
};

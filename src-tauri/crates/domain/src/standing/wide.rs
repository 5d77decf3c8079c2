//! An answer that may list too much and never too little, for instruments whose acts
//! have too many possible orders to follow. Polynomial in the number of acts.

use super::prepare::ActRow;
use super::state::{Force, PartState, State, names_standing, word_of};
use super::steps::Question;
use super::word::{Certainty, StandingWord};
use crate::vocabulary::RelationType;

/// States that between them show every word, part, review and affirmance that some
/// reading leads to. Each act is looked at by itself: it may be the last that names
/// the standing unless another certainly came after it.
pub(super) fn states(question: &Question<'_>, node: u32) -> Vec<State> {
    let acts: Vec<(u32, &ActRow)> = question.acts_on(node).collect();
    let forces = possible_forces(question, node, &acts);
    let reviews = some_or_none(&acts, |act| act.relation == RelationType::AppealsFrom);
    let affirmed = some_or_none(&acts, |act| act.relation == RelationType::Affirms);
    let stays = possible_stays(question, &acts);

    let issued = State {
        issued: true,
        ..State::default()
    };
    let mut states = Vec::new();
    for (force, part) in forces {
        for reviews in &reviews {
            for affirmed in &affirmed {
                for stays in &stays {
                    states.push(State {
                        force,
                        parts: part.into_iter().collect(),
                        reviews: reviews.clone(),
                        affirmed: affirmed
                            .iter()
                            .map(|&act| (act, question.act(act).from))
                            .collect(),
                        stays: stays.clone(),
                        ..issued.clone()
                    });
                }
            }
        }
    }
    if question.days(node).hi > question.clocks.day
        || question.case.known(node, question.clocks) != Certainty::Yes
    {
        states.push(State::default());
    }
    states
}

/// Who did it no longer matters: nothing is applied to these states any more.
const ANYBODY: u32 = u32::MAX;

/// The force the node may have, with the part that would name it.
fn possible_forces(
    question: &Question<'_>,
    node: u32,
    acts: &[(u32, &ActRow)],
) -> Vec<(Force, Option<PartState>)> {
    let lifts = question.case.is_stay(node, question.clocks);
    let named: Vec<&ActRow> = acts
        .iter()
        .map(|&(_, act)| act)
        .filter(|act| names_standing(act.relation))
        .filter(|act| lifts || act.relation != RelationType::LiftsStay)
        .collect();
    // From this day on an act on the whole has certainly replaced what was before.
    let settled_from = named
        .iter()
        .filter(|act| act.part.is_none() && is_certain(question, act))
        .map(|act| act.days.lo)
        .max();
    let in_force = Force::In { by: None };
    let mut forces = Vec::new();
    if settled_from.is_none() {
        forces.push((in_force, None));
    }
    for act in named {
        if settled_from.is_some_and(|day| act.days.hi < day) {
            continue;
        }
        let out = Force::Out {
            word: word_of(act.relation).unwrap_or(StandingWord::Vacated),
            by: ANYBODY,
        };
        let part = |word| {
            act.part.map(|part| PartState {
                part,
                word,
                by: ANYBODY,
            })
        };
        let doubtful = question.is_delayed(act)
            || question.undoings_after(act.from, act.days).next().is_some();
        match (word_of(act.relation), act.part) {
            (Some(_), None) => forces.push((out, None)),
            (Some(word), Some(_)) => {
                forces.push((in_force, part(word)));
                forces.push((in_force, None));
            }
            (None, None) => forces.push((in_force, None)),
            (None, Some(_)) => {
                forces.push((out, part(StandingWord::InForce)));
                forces.push((in_force, None));
            }
        }
        if doubtful && act.part.is_none() {
            forces.push((Force::Unsettled, None));
        } else if doubtful {
            forces.push((in_force, part(StandingWord::Unsettled)));
            forces.push((out, part(StandingWord::Unsettled)));
        }
    }
    let affirmed = acts
        .iter()
        .any(|(_, act)| act.relation == RelationType::Affirms);
    if affirmed && forces.iter().any(|(force, _)| *force == Force::Unsettled) {
        forces.push((in_force, None));
    }
    // An affirmance that ended the doubt may itself be undone.
    let undone = |act: &ActRow| question.undoings_after(act.from, act.days).next().is_some();
    if acts
        .iter()
        .any(|(_, act)| act.relation == RelationType::Affirms && undone(act))
    {
        forces.push((Force::Unsettled, None));
    }
    let mut distinct = Vec::new();
    for force in forces {
        if !distinct.contains(&force) {
            distinct.push(force);
        }
    }
    distinct
}

/// It has happened in every reading in which the node was known, and did what its word
/// says.
fn is_certain(question: &Question<'_>, act: &ActRow) -> bool {
    act.days.hi <= question.clocks.day
        && question.case.known(act.from, question.clocks) == Certainty::Yes
        && !question.is_delayed(act)
        // Whether what it lifts was known as a stay is a question of its own.
        && (act.relation != RelationType::LiftsStay || question.clocks.known_on.is_none())
}

fn some_or_none(acts: &[(u32, &ActRow)], picks: impl Fn(&ActRow) -> bool) -> Vec<Vec<u32>> {
    let all: Vec<u32> = acts
        .iter()
        .filter(|(_, a)| picks(a))
        .map(|&(p, _)| p)
        .collect();
    if all.is_empty() {
        vec![all]
    } else {
        vec![Vec::new(), all]
    }
}

/// Sets of stays with a day of their own, so that each can be the one that counts.
fn possible_stays(question: &Question<'_>, acts: &[(u32, &ActRow)]) -> Vec<Vec<u32>> {
    let own = |act: &ActRow| act.relation == RelationType::Stays && question.is_delayed(act);
    let all: Vec<u32> = acts
        .iter()
        .filter(|(_, a)| own(a))
        .map(|&(p, _)| p)
        .collect();
    let certain: Vec<u32> = all
        .iter()
        .copied()
        .filter(|&position| {
            let act = question.act(position);
            act.days.hi <= question.clocks.day
                && question.case.known(act.from, question.clocks) == Certainty::Yes
        })
        .collect();
    let mut sets = vec![certain.clone(), all.clone()];
    for stay in all {
        let mut one = certain.clone();
        one.push(stay);
        one.sort_unstable();
        one.dedup();
        sets.push(one);
    }
    sets.sort();
    sets.dedup();
    sets
}

//! One instrument while the acts on it are applied in order, stays apart.

use super::prepare::{ActRow, undoes};
use super::word::StandingWord;
use crate::vocabulary::RelationType;

/// Where the acts so far have left an instrument.
///
/// Whether it is stayed is not kept: that follows on the day asked about from which
/// stays are in force then.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct State {
    pub issued: bool,
    pub force: Force,
    /// While in force the parts that are not; while out of force the parts that were
    /// put back. The latest is last.
    pub parts: Vec<PartState>,
    /// Acts that affirmed it, with who did. Sorted.
    pub affirmed: Vec<(u32, u32)>,
    /// Acts that opened a review which is still open. Sorted.
    pub reviews: Vec<u32>,
    /// Stays on it that took effect on a day of their own. Sorted.
    pub stays: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Force {
    /// `by` is the event that put it back, `None` when it never left.
    In {
        by: Option<u32>,
    },
    Out {
        word: StandingWord,
        by: u32,
    },
    /// What set it aside, or put it back, was itself undone (rule 6).
    Unsettled,
}

impl Default for Force {
    fn default() -> Self {
        Self::In { by: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PartState {
    pub part: u32,
    pub word: StandingWord,
    pub by: u32,
}

/// The word for an instrument on which this act is the last; `None` when the act
/// takes nothing out of force.
pub(super) const fn word_of(relation: RelationType) -> Option<StandingWord> {
    Some(match relation {
        RelationType::Reverses => StandingWord::Reversed,
        RelationType::Vacates => StandingWord::Vacated,
        RelationType::Quashes => StandingWord::Quashed,
        RelationType::LiftsStay => StandingWord::Lifted,
        RelationType::Moots => StandingWord::Moot,
        RelationType::Supersedes => StandingWord::Superseded,
        RelationType::Withdraws => StandingWord::Withdrawn,
        RelationType::Invalidates => StandingWord::Invalidated,
        RelationType::Repeals => StandingWord::Repealed,
        _ => return None,
    })
}

/// Whether the act takes its target out of force or puts it back.
pub(super) const fn names_standing(relation: RelationType) -> bool {
    matches!(relation, RelationType::Reinstates) || word_of(relation).is_some()
}

/// Whether the act ends the review of its target.
pub(super) const fn closes_review(relation: RelationType) -> bool {
    matches!(
        relation,
        RelationType::Affirms
            | RelationType::Reverses
            | RelationType::Vacates
            | RelationType::DeniesReview
            | RelationType::DismissesAppeal
    )
}

impl State {
    /// Applies an act on this instrument. `fallen` says that the acting event had been
    /// undone before the day the act takes effect.
    pub fn apply(&mut self, position: u32, act: &ActRow, fallen: bool) {
        if closes_review(act.relation) {
            self.reviews.clear();
        }
        match act.relation {
            RelationType::AppealsFrom => insert(&mut self.reviews, position),
            RelationType::Stays => insert(&mut self.stays, position),
            RelationType::Affirms if !fallen => self.affirm(position, act),
            RelationType::Reinstates if fallen => {
                self.doubt(act, |force| matches!(force, Force::Out { .. }));
            }
            RelationType::Reinstates => self.reinstate(act),
            relation => {
                if let Some(word) = word_of(relation) {
                    if fallen {
                        self.doubt(act, |force| matches!(force, Force::In { .. }));
                    } else {
                        self.set_aside(word, act);
                    }
                }
            }
        }
    }

    fn set_aside(&mut self, word: StandingWord, act: &ActRow) {
        let by = act.from;
        match (act.part, self.force) {
            (None, _) => {
                self.force = Force::Out { word, by };
                self.parts.clear();
                self.affirmed.clear();
            }
            (Some(part), Force::In { .. }) => self.set_part(PartState { part, word, by }),
            // The whole is out already: at most a part that was put back goes again.
            (Some(part), Force::Out { .. }) => self.parts.retain(|p| p.part != part),
            // An act on a part says nothing of the rest, which stays unsettled.
            (Some(_), Force::Unsettled) => {}
        }
    }

    fn reinstate(&mut self, act: &ActRow) {
        match (act.part, self.force) {
            // It never left: nothing rests on this act.
            (None, Force::In { by: None }) if self.parts.is_empty() => {}
            (None, _) => {
                self.force = Force::In { by: Some(act.from) };
                self.parts.clear();
            }
            (Some(part), Force::In { .. }) => self.parts.retain(|p| p.part != part),
            (Some(part), Force::Out { .. }) => self.set_part(PartState {
                part,
                word: StandingWord::InForce,
                by: act.from,
            }),
            (Some(_), Force::Unsettled) => {}
        }
    }

    /// An affirmance leaves the instrument in force; one that is unsettled it settles.
    fn affirm(&mut self, position: u32, act: &ActRow) {
        insert(&mut self.affirmed, (position, act.from));
        if self.force == Force::Unsettled && act.part.is_none() {
            self.force = Force::In { by: Some(act.from) };
            self.parts.clear();
        }
    }

    /// The act would have changed the force, but whether it could is not ours to say.
    fn doubt(&mut self, act: &ActRow, changes: fn(Force) -> bool) {
        match act.part {
            None if changes(self.force) => {
                self.force = Force::Unsettled;
                self.parts.clear();
            }
            Some(part) if changes(self.force) => self.set_part(PartState {
                part,
                word: StandingWord::Unsettled,
                by: act.from,
            }),
            _ => {}
        }
    }

    /// `undone` was vacated, reversed or withdrawn by `by`: what it did here is in
    /// doubt, unless `by` has spoken to this instrument itself.
    pub fn undo(&mut self, undone: u32, by: u32) {
        let rests_on_it = match self.force {
            Force::In { by } => by == Some(undone),
            Force::Out { by, .. } => by == undone,
            Force::Unsettled => false,
        };
        if rests_on_it {
            let affirmed_by_it = self
                .affirmed
                .iter()
                .any(|&(_, from)| from == by && by != undone);
            self.force = if affirmed_by_it {
                Force::In { by: Some(by) }
            } else {
                Force::Unsettled
            };
            self.parts.clear();
        } else {
            let (mut doubtful, mut parts): (Vec<_>, Vec<_>) =
                self.parts.drain(..).partition(|p| p.by == undone);
            for part in &mut doubtful {
                part.word = StandingWord::Unsettled;
            }
            parts.append(&mut doubtful);
            self.parts = parts;
        }
        self.affirmed.retain(|&(_, from)| from != undone);
    }

    fn set_part(&mut self, state: PartState) {
        self.parts.retain(|p| p.part != state.part);
        self.parts.push(state);
    }

    /// The word and the part it is limited to.
    pub fn name(&self) -> (StandingWord, Option<u32>) {
        if !self.issued {
            return (StandingWord::NotYetIssued, None);
        }
        match (self.force, self.parts.last()) {
            (Force::Unsettled, _) => (StandingWord::Unsettled, None),
            (_, Some(part)) => (part.word, Some(part.part)),
            (Force::In { .. }, None) => (StandingWord::InForce, None),
            (Force::Out { word, .. }, None) => (word, None),
        }
    }

    /// Whether anything of it is in force, stays apart.
    pub fn in_force(&self) -> bool {
        self.issued
            && match self.force {
                Force::In { .. } => true,
                Force::Out { .. } => self.parts.iter().any(|p| p.word == StandingWord::InForce),
                Force::Unsettled => false,
            }
    }
}

/// Whether the act counts as undoing what its target did to others.
pub(super) fn undoes_target(act: &ActRow) -> bool {
    undoes(act.relation) && act.part.is_none()
}

fn insert<T: Ord>(sorted: &mut Vec<T>, item: T) {
    if let Err(at) = sorted.binary_search(&item) {
        sorted.insert(at, item);
    }
}

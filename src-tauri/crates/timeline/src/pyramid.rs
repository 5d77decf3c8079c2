//! What matters most in any run of events, without looking at each of them.
//!
//! Events stand in an array; every sixteen have a block that holds the highest rank among
//! them, the highest among the flagged, and the union of their flags; every sixteen blocks
//! have one, and so on. A question about any run reads at most thirty entries a level.

use std::ops::Range;

const SHARE: usize = 16;

#[derive(Debug, Clone, Default)]
pub(crate) struct Pyramid {
    levels: Vec<Level>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Level {
    best: Vec<u32>,
    best_flagged: Vec<u32>,
    flags: Vec<u16>,
}

/// The array that a pyramid stands on. Only a place without an event has the rank 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub rank: &'a [u32],
    pub flags: &'a [u16],
    /// The flags that make an event flagged.
    pub flagged: u16,
}

/// What stands out in a run of events.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Survey {
    best: Highest,
    best_flagged: Highest,
    /// All flags in it.
    pub flags: u16,
}

impl Survey {
    /// The highest rank; 0 of no events.
    pub fn rank(&self) -> u32 {
        self.best.rank
    }

    /// The highest of what is flagged; 0 when nothing is.
    pub fn flagged_rank(&self) -> u32 {
        self.best_flagged.rank
    }
}

/// The first that has the highest rank: an event (height 0) or a block.
#[derive(Debug, Clone, Copy, Default)]
struct Highest {
    rank: u32,
    height: usize,
    at: usize,
}

impl Highest {
    #[inline]
    fn raise(&mut self, rank: u32, height: usize, at: usize) {
        if rank > self.rank {
            *self = Self { rank, height, at };
        }
    }
}

impl Ground<'_> {
    fn flagged_rank(&self, at: usize) -> u32 {
        if self.flags[at] & self.flagged == 0 {
            0
        } else {
            self.rank[at]
        }
    }

    /// What a block says of the events from `start` on.
    fn block(self, start: usize) -> (u32, u32, u16) {
        let (mut best, mut best_flagged, mut flags) = (0, 0, 0);
        for at in start..(start + SHARE).min(self.rank.len()) {
            best = self.rank[at].max(best);
            best_flagged = self.flagged_rank(at).max(best_flagged);
            flags |= self.flags[at];
        }
        (best, best_flagged, flags)
    }
}

impl Pyramid {
    pub fn over(ground: Ground<'_>) -> Self {
        let mut levels: Vec<Level> = Vec::new();
        let events = ground.rank.len();
        let mut level = Level::default();
        for start in (0..events).step_by(SHARE) {
            let (best, best_flagged, flags) = ground.block(start);
            level.best.push(best);
            level.best_flagged.push(best_flagged);
            level.flags.push(flags);
        }
        while level.best.len() > SHARE {
            let above = Level {
                best: level.best.chunks(SHARE).map(highest).collect(),
                best_flagged: level.best_flagged.chunks(SHARE).map(highest).collect(),
                flags: level.flags.chunks(SHARE).map(union).collect(),
            };
            levels.push(std::mem::replace(&mut level, above));
        }
        levels.push(level);
        Self { levels }
    }

    /// Looks again at the events at these places, none of which is new: their blocks, and
    /// those above them.
    pub fn look_again(&mut self, ground: Ground<'_>, places: Range<usize>) {
        let mut blocks = blocks_of(&places);
        let mut levels = self.levels.iter_mut();
        let Some(mut below) = levels.next() else {
            return;
        };
        for at in blocks.clone() {
            let block = ground.block(at * SHARE);
            (below.best[at], below.best_flagged[at], below.flags[at]) = block;
        }
        for level in levels {
            blocks = blocks_of(&blocks);
            for at in blocks.clone() {
                let of = at * SHARE..((at + 1) * SHARE).min(below.best.len());
                level.best[at] = highest(&below.best[of.clone()]);
                level.best_flagged[at] = highest(&below.best_flagged[of.clone()]);
                level.flags[at] = union(&below.flags[of]);
            }
            below = level;
        }
    }

    /// What stands out in a run, in one look at it.
    pub fn survey(&self, ground: Ground<'_>, run: Range<usize>) -> Survey {
        let mut survey = Survey::default();
        self.pieces(run, |height, at| {
            let (best, best_flagged, flags) = match height.checked_sub(1) {
                None => (ground.rank[at], ground.flagged_rank(at), ground.flags[at]),
                Some(level) => {
                    let level = &self.levels[level];
                    (level.best[at], level.best_flagged[at], level.flags[at])
                }
            };
            survey.best.raise(best, height, at);
            survey.best_flagged.raise(best_flagged, height, at);
            survey.flags |= flags;
        });
        survey
    }

    /// The event of the highest rank in a run that was surveyed.
    pub fn best(&self, ground: Ground<'_>, survey: &Survey) -> Option<usize> {
        self.event(survey.best, |at| ground.rank[at], |level| &level.best)
    }

    /// The flagged event of the highest rank in it.
    pub fn best_flagged(&self, ground: Ground<'_>, survey: &Survey) -> Option<usize> {
        let leaf = |at: usize| ground.flagged_rank(at);
        self.event(survey.best_flagged, leaf, |level| &level.best_flagged)
    }

    /// Goes down from a block to the event that its rank is from.
    fn event(
        &self,
        highest: Highest,
        leaf: impl Fn(usize) -> u32,
        of: impl Fn(&Level) -> &[u32],
    ) -> Option<usize> {
        let Highest {
            rank,
            mut height,
            mut at,
        } = highest;
        if rank == 0 {
            return None;
        }
        while height > 0 {
            height -= 1;
            let value = |child: usize| match height {
                0 => leaf(child),
                _ => of(&self.levels[height - 1])[child],
            };
            at = (at * SHARE..).find(|child| value(*child) == rank)?;
        }
        Some(at)
    }

    /// Takes a run apart into single events (height 0) and whole blocks.
    fn pieces(&self, run: Range<usize>, mut each: impl FnMut(usize, usize)) {
        let (mut from, mut to) = (run.start, run.end);
        for height in 0..=self.levels.len() {
            let is_top = height == self.levels.len();
            while from < to && (is_top || !from.is_multiple_of(SHARE)) {
                each(height, from);
                from += 1;
            }
            while from < to && !to.is_multiple_of(SHARE) {
                to -= 1;
                each(height, to);
            }
            (from, to) = (from / SHARE, to / SHARE);
        }
    }
}

/// The blocks above a run of events, or of blocks.
fn blocks_of(run: &Range<usize>) -> Range<usize> {
    run.start / SHARE..run.end.div_ceil(SHARE)
}

fn highest(of: &[u32]) -> u32 {
    of.iter().copied().max().unwrap_or(0)
}

fn union(of: &[u16]) -> u16 {
    of.iter().fold(0, |all, one| all | one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_pyramid_answers_as_if_it_had_looked_at_every_event(
            events in prop::collection::vec((1..60_u32, 0..4_u16), 0..5_000),
            from in 0.0..1.0_f64, share in 0.0..1.0_f64
        ) {
            let rank: Vec<u32> = events.iter().map(|(rank, _)| *rank).collect();
            let flags: Vec<u16> = events.iter().map(|(_, flags)| *flags).collect();
            let ground = Ground { rank: &rank, flags: &flags, flagged: 2 };
            let pyramid = Pyramid::over(ground);
            let from = (from * events.len() as f64) as usize;
            let to = from + (share * (events.len() - from) as f64) as usize;

            let best = (from..to).map(|at| rank[at]).max();
            let survey = pyramid.survey(ground, from..to);
            prop_assert_eq!(pyramid.best(ground, &survey).map(|at| rank[at]), best);
            prop_assert_eq!(survey.rank(), best.unwrap_or(0));
            let flagged = (from..to).filter(|at| flags[*at] & 2 != 0);
            let best = flagged.map(|at| rank[at]).max();
            let found = pyramid.best_flagged(ground, &survey);
            prop_assert_eq!(found.map(|at| rank[at]), best);
            prop_assert_eq!(survey.flagged_rank(), best.unwrap_or(0));
            prop_assert!(found.is_none_or(|at| (from..to).contains(&at)));
            prop_assert_eq!(survey.flags, union(&flags[from..to]));
        }

        #[test]
        fn a_pyramid_that_looked_again_is_the_one_made_anew(
            events in prop::collection::vec((0..60_u32, 0..4_u16), 1..5_000),
            others in prop::collection::vec((0..60_u32, 0..4_u16), 1..300),
            from in 0.0..1.0_f64
        ) {
            let (mut rank, mut flags): (Vec<u32>, Vec<u16>) = events.into_iter().unzip();
            let mut pyramid = Pyramid::over(Ground { rank: &rank, flags: &flags, flagged: 2 });
            let from = (from * rank.len() as f64) as usize;
            let to = (from + others.len()).min(rank.len());
            for (at, other) in (from..to).zip(others) {
                (rank[at], flags[at]) = other;
            }
            let ground = Ground { rank: &rank, flags: &flags, flagged: 2 };
            pyramid.look_again(ground, from..to);
            prop_assert_eq!(pyramid.levels, Pyramid::over(ground).levels);
        }
    }
}

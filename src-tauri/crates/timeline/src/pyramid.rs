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
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Survey {
    /// The highest rank; 0 of no events.
    pub rank: u32,
    /// The highest of what is flagged; 0 when nothing is.
    pub flagged_rank: u32,
    /// All flags in it.
    pub flags: u16,
}

impl Survey {
    fn add(&mut self, rank: u32, flagged_rank: u32, flags: u16) {
        self.rank = self.rank.max(rank);
        self.flagged_rank = self.flagged_rank.max(flagged_rank);
        self.flags |= flags;
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
        self.pieces(run, |height, piece| {
            match height.checked_sub(1) {
                None => {
                    let flags = union(&ground.flags[piece.clone()]);
                    // Most runs have nothing that is flagged.
                    let flagged = match flags & ground.flagged {
                        0 => 0,
                        _ => piece
                            .clone()
                            .map(|at| ground.flagged_rank(at))
                            .max()
                            .unwrap_or(0),
                    };
                    survey.add(highest(&ground.rank[piece]), flagged, flags);
                }
                Some(level) => {
                    let level = &self.levels[level];
                    survey.add(
                        highest(&level.best[piece.clone()]),
                        highest(&level.best_flagged[piece.clone()]),
                        union(&level.flags[piece]),
                    );
                }
            }
            None::<()>
        });
        survey
    }

    /// The event of a rank that some event of the run has.
    pub fn with_rank(&self, ground: Ground<'_>, run: Range<usize>, rank: u32) -> Option<usize> {
        let leaf = |at: usize| ground.rank[at];
        let events = ground.rank.len();
        self.find(run, rank, events, leaf, |level| &level.best)
    }

    /// The flagged event of such a rank.
    pub fn flagged_with_rank(
        &self,
        ground: Ground<'_>,
        run: Range<usize>,
        rank: u32,
    ) -> Option<usize> {
        let leaf = |at: usize| ground.flagged_rank(at);
        let events = ground.rank.len();
        self.find(run, rank, events, leaf, |level| &level.best_flagged)
    }

    /// The block of the run that has it, and from there down to the event.
    fn find(
        &self,
        run: Range<usize>,
        rank: u32,
        events: usize,
        leaf: impl Fn(usize) -> u32,
        of: impl Fn(&Level) -> &[u32],
    ) -> Option<usize> {
        if rank == 0 {
            return None;
        }
        let among = |height: usize, mut places: Range<usize>| match height.checked_sub(1) {
            None => places.find(|at| leaf(*at) == rank),
            Some(level) => {
                let ranks = &of(&self.levels[level])[places.clone()];
                let found = ranks.iter().position(|found| *found == rank);
                found.map(|at| places.start + at)
            }
        };
        let (mut height, mut at) = self.pieces(run, |height, piece| {
            among(height, piece).map(|at| (height, at))
        })?;
        while height > 0 {
            height -= 1;
            let below = match height.checked_sub(1) {
                None => events,
                Some(level) => self.levels[level].best.len(),
            };
            at = among(height, at * SHARE..((at + 1) * SHARE).min(below))?;
        }
        Some(at)
    }

    /// Takes a run apart into events (height 0) and whole blocks, some at a time, until
    /// `look` answers.
    fn pieces<T>(
        &self,
        run: Range<usize>,
        mut look: impl FnMut(usize, Range<usize>) -> Option<T>,
    ) -> Option<T> {
        let (mut from, mut to) = (run.start, run.end);
        for height in 0..=self.levels.len() {
            if height == self.levels.len() || to - from < 2 * SHARE {
                return look(height, from..to);
            }
            let first = from.next_multiple_of(SHARE);
            let last = to - to % SHARE;
            if let Some(found) = look(height, from..first).or_else(|| look(height, last..to)) {
                return Some(found);
            }
            (from, to) = (first / SHARE, last / SHARE);
        }
        None
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
            let found = pyramid.with_rank(ground, from..to, survey.rank);
            prop_assert_eq!(found.map(|at| rank[at]), best);
            prop_assert!(found.is_none_or(|at| (from..to).contains(&at)));
            prop_assert_eq!(survey.rank, best.unwrap_or(0));
            let flagged = (from..to).filter(|at| flags[*at] & 2 != 0);
            let best = flagged.map(|at| rank[at]).max();
            let found = pyramid.flagged_with_rank(ground, from..to, survey.flagged_rank);
            prop_assert_eq!(found.map(|at| rank[at]), best);
            prop_assert_eq!(survey.flagged_rank, best.unwrap_or(0));
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

//! The rows of what is too wide for a mark.

use super::{Crowd, LanePlan, OPEN_STUB, Piece, is_open, on_row};
use crate::columns::{Class, Run};
use crate::density::{Band, union, unions};
use crate::labels::{WIDEST_ROOM, use_space_between_bands};
use crate::pack::{AFTER_MARK, Extent, Placed};
use crate::scene::MARK_REACH;
use std::cmp::Reverse;
use std::ops::Range;

/// Flagged ranges that are drawn through the count of others, at any place of it.
const THROUGH_ROW: usize = 8;
/// Of fewer ranges it is worth knowing what each spans.
const SINGLE_RANGES: usize = 64;
/// Beyond a range: what takes the room of its label.
const BESIDE_RANGE: f64 = WIDEST_ROOM + 2.0 * MARK_REACH as f64;

impl<'a> Crowd<'a, '_> {
    /// The rows of what is too wide for a mark, and of what runs through the window from
    /// one open end to the other.
    pub(super) fn plan_ranges(&self, narrow: &[Run], wide: &[Run], plan: &mut LanePlan<'a>) {
        let finite: Vec<Run> = wide.iter().filter(|run| !is_open(run)).copied().collect();
        let open = narrow.iter().chain(wide).filter(|run| is_open(run));
        if finite.is_empty() && open.clone().next().is_none() {
            return;
        }
        let (from, to) = (self.window.from(), self.window.to());
        let stub = (OPEN_STUB + f64::from(MARK_REACH)) * self.window.ladder;
        let endless: Vec<Piece> = open
            .map(|run| {
                let before = |day: f64| self.columns.first_from(*run, run.start, day);
                let events = match run.class {
                    Class::OPEN_END => run.start..before(from - stub),
                    Class::OPEN_START => before(to + stub)..run.end,
                    _ => run.start..run.end,
                };
                self.piece(events, run.class)
            })
            .collect();

        let dominant = match self.is_folded() {
            true => Vec::new(),
            false => self.dominant(&finite),
        };
        if !finite.is_empty() && !self.is_folded() {
            let row = plan.rows;
            plan.rows += 1;
            let mut placed: Vec<Placed> = dominant
                .iter()
                .map(|at| {
                    let event = self.candidate(*at);
                    plan.events.push(event);
                    on_row(
                        plan.events.len() - 1,
                        Extent::of(&event, self.window.ladder),
                        row,
                    )
                })
                .collect();
            placed.sort_by(|a, b| a.extent.left.total_cmp(&b.extent.left));
            use_space_between_bands(&mut placed, &[], &plan.events, self.labels);
            plan.marks.extend(placed);
        }
        let row = plan.rows;
        plan.rows += 1;
        self.count_ranges(wide, dominant, &endless, row, plan);
    }

    /// The ranges that matter more than every other range that they overlap, or nearly. They
    /// keep apart from each other. All that reach into the window, and those that have to do
    /// with a label of theirs.
    fn dominant(&self, runs: &[Run]) -> Vec<usize> {
        let margin = BESIDE_RANGE * self.window.ladder;
        let (from, to) = (self.window.from(), self.window.to());
        let mut dominant = self.dominant_between(runs, from - margin, to + margin);
        // One may reach far beyond the window; its label stands where it ends.
        let days = dominant.iter().map(|at| self.columns.days(*at));
        let reaching = days.filter(|(first, _)| *first <= to);
        let end = reaching.fold(to, |end, (_, last)| end.max(last));
        if end > to {
            dominant.extend(self.dominant_between(runs, end, end + margin));
            dominant.sort_unstable();
            dominant.dedup();
        }
        dominant
    }

    /// Those of them that reach into a part of time, and some more.
    fn dominant_between(&self, runs: &[Run], from: f64, to: f64) -> Vec<usize> {
        let mut dominant = Vec::new();
        for run in runs {
            let longest = run.class.longest();
            // Two of one cell are always in each other's way, so only the first of them
            // can be dominant.
            let cell = longest / 2.0;
            let start = ((from - longest / 2.0) / cell).floor() * cell;
            let mut at = self.columns.first_from(*run, run.start, start);
            while at < run.end && self.columns.middle(at) < to + longest / 2.0 {
                let end = ((self.columns.middle(at) / cell).floor() + 1.0) * cell;
                let next = self.columns.first_from(*run, at, end).max(at + 1);
                let best = self.columns.best(at..next, &self.columns.survey(at..next));
                dominant.extend(best.filter(|best| self.dominates(*best, *run, runs)));
                at = next;
            }
        }
        dominant
    }

    fn dominates(&self, at: usize, own: Run, runs: &[Run]) -> bool {
        // Most lose to one of their own class.
        let others = runs.iter().filter(|run| **run != own);
        [&own].into_iter().chain(others).all(|run| {
            let near = self.near(at, run);
            let survey = self.columns.survey(near.clone());
            survey.rank < self.columns.rank(at) || self.columns.best(near, &survey) == Some(at)
        })
    }

    /// What may be in the way of a range: of this run, all that overlap it, or nearly.
    fn near(&self, at: usize, run: &Run) -> Range<usize> {
        let (first, last) = self.columns.days(at);
        let middle = self.columns.middle(at);
        let apart = (2.0 * f64::from(MARK_REACH) + AFTER_MARK) * self.window.ladder;
        let near = (run.class.longest() + last - first) / 2.0 + apart;
        let from = self.columns.first_from(*run, run.start, middle - near);
        from..self.columns.first_from(*run, from, middle + near)
    }

    /// Whether a range reaches into the window.
    fn is_in_window(&self, at: usize) -> bool {
        let (first, last) = self.columns.days(at);
        let reach = f64::from(MARK_REACH) * self.window.ladder;
        first - reach <= self.window.to() && last + reach >= self.window.from()
    }

    /// The ranges in the window that are drawn through the count of all `wide` ones: of the
    /// flagged each that is among the few that matter most of those in its way, in the
    /// window or not, so that panning changes nothing; and the selected one. `runs` are
    /// what of `wide` may be in the window.
    fn flagged_ranges(&self, runs: &[Run], wide: &[Run]) -> Vec<usize> {
        let mut likely = Vec::new();
        for run in runs {
            let has_flagged = self.columns.survey(run.start..run.end).flagged_rank > 0;
            let mut at = run.start;
            while has_flagged && at < run.end {
                // Two whose middles are so near are always in each other's way.
                let end = self.columns.middle(at) + run.class.longest() / 2.0;
                let next = self.columns.first_from(*run, at, end).max(at + 1);
                let flagged = self.flagged([self.surveyed(at..next)].into_iter());
                likely.extend(flagged.take(THROUGH_ROW));
                at = next;
            }
        }
        likely.retain(|at| self.is_in_window(*at));
        likely.sort_by_key(|at| (Reverse(self.columns.rank(*at)), *at));
        let mut found: Vec<usize> = Vec::new();
        for at in likely {
            let near: Vec<Range<usize>> = wide.iter().map(|run| self.near(at, run)).collect();
            let is_near = |other: &&usize| near.iter().any(|events| events.contains(other));
            // Most lose to some that are found already.
            if found.iter().filter(is_near).count() >= THROUGH_ROW {
                continue;
            }
            let near = near.into_iter().map(|events| self.surveyed(events));
            if self.flagged(near).take(THROUGH_ROW).any(|best| best == at) {
                found.push(at);
            }
        }
        let of_runs = |at: &usize| runs.iter().any(|run| run.holds(*at));
        let selected = self.selected_place().filter(of_runs);
        found.extend(selected.filter(|at| self.is_in_window(*at) && !found.contains(at)));
        found.sort_by(|a, b| self.columns.middle(*a).total_cmp(&self.columns.middle(*b)));
        found
    }

    /// Counts the ranges in the window but those that are `shown` already; `endless` run
    /// through it all.
    fn count_ranges(
        &self,
        wide: &[Run],
        mut shown: Vec<usize>,
        endless: &[Piece],
        row: usize,
        plan: &mut LanePlan<'a>,
    ) {
        let (from, to) = (self.window.from(), self.window.to());
        let ladder = self.window.ladder;
        // What has one known end is a mark there, and here only counted.
        let near: Vec<Run> = wide
            .iter()
            .map(|run| {
                let aside = run.class.longest() / 2.0 + f64::from(MARK_REACH) * ladder;
                let start = self.columns.first_from(*run, run.start, from - aside);
                let end = self.columns.first_from(*run, start, to + aside);
                Run { start, end, ..*run }
            })
            .collect();
        let finite = near.iter().filter(|run| !is_open(run));
        let pieces: Vec<Piece> = finite
            .map(|run| self.piece(run.start..run.end, run.class))
            .collect();
        let all = [&pieces, endless].concat();
        let mut running: usize = endless.iter().map(|piece| piece.events.len()).sum();
        for at in self.flagged_ranges(&near, wide) {
            if shown.contains(&at) {
                continue;
            }
            running -= usize::from(endless.iter().any(|piece| piece.events.contains(&at)));
            // Its other end lies outside, so it is drawn as far as there is room.
            let event = self.columns.candidate(at);
            let extent = Extent::of(&event, ladder);
            plan.events.push(event);
            plan.marks.push(on_row(plan.events.len() - 1, extent, row));
            shown.push(at);
        }
        shown.sort_unstable();
        let mut counted: Vec<Extent> = Vec::new();
        for at in pieces.iter().flat_map(|piece| piece.events.clone()) {
            if self.is_in_window(at) && shown.binary_search(&at).is_err() {
                let (first, last) = self.columns.days(at);
                counted.push(Extent {
                    left: first / ladder - f64::from(MARK_REACH),
                    right: last / ladder + f64::from(MARK_REACH),
                });
            }
        }
        if counted.is_empty() && running == 0 {
            return;
        }
        let flags = self.flags_of_rest(&all, &mut shown);
        if running == 0 && counted.len() <= SINGLE_RANGES {
            counted.sort_by(|a, b| a.left.total_cmp(&b.left));
            let bands = unions(counted.into_iter(), row).into_iter();
            plan.bands.extend(bands.map(|band| Band { flags, ..band }));
            return;
        }
        let window = Extent {
            left: from / ladder,
            right: to / ladder,
        };
        let count = (counted.len() + running) as u32;
        let reach = match running {
            0 => union(counted.into_iter()),
            _ => window,
        };
        plan.bands.push(Band {
            extent: Extent {
                left: reach.left.max(window.left),
                right: reach.right.min(window.right),
            },
            reach,
            row,
            count,
            flags,
        });
    }
}

//! Exchanging what an edit touched, in place.
//!
//! Behind each run there is room for a few more events, so that an edit moves the rest of
//! one run and not the rest of a million events. A place without an event has a key that
//! nobody has, the rank 0 and no flags: no search finds it and no block counts it.

use super::{Class, Columns, EventRow, Run, ascending, days, middle, partition_point};
use crate::pyramid::{Ground, Pyramid};
use std::ops::Range;
use std::sync::Arc;

/// The key of a place without an event.
const NOBODY: i64 = i64::MIN;

/// The places without an event behind a run of so many: enough for what a reader adds in a
/// day, little enough to be nothing beside the run.
pub(super) fn room_behind(events: usize) -> usize {
    8 + events / 64
}

impl Columns {
    /// Takes out those of these events that are there. Together with [`Columns::insert`] for
    /// what an edit touched, as it is now; cheap for few.
    pub fn remove(&mut self, keys: &[i64]) {
        for (_, at) in self.positions(keys).into_iter().rev() {
            self.remove_at(at);
        }
    }

    fn remove_at(&mut self, at: usize) {
        let number = self.runs.partition_point(|run| run.end <= at);
        let run = &mut self.runs[number];
        run.end -= 1;
        let (start, end) = (run.start, run.end);
        // A run is there only while something is in it: the rows of a lane follow from them.
        if start == end {
            self.runs.remove(number);
        }
        each_column!(self, move_down(at, end));
        self.vacate(end..end + 1);
        self.events -= 1;
        self.look_again(at..end + 1);
    }

    /// Puts an event in its place; its key must not be there.
    pub fn insert(&mut self, row: &EventRow<'_>) {
        let (first, last) = days(row);
        let number = self.run_of(row.lane, Class::of(first, last));
        let run = self.runs[number];
        let order = |at: usize| (ascending(self.middle[at]), self.key[at]);
        let own = (ascending(middle(first, last)), row.key);
        let at = run.start + partition_point(run.end - run.start, |at| order(run.start + at) < own);

        let places = self.key.len();
        let up_to = self.with_room(number);
        let free = self.runs[up_to].end;
        // Written behind the last and moved into its place.
        let texts = Arc::make_mut(&mut self.texts);
        let mut texts = std::mem::take(texts);
        self.push(row, &mut texts);
        self.texts = Arc::new(texts);
        each_column!(self, move_last(at, free));
        self.runs[number].end += 1;
        for run in &mut self.runs[number + 1..=up_to] {
            run.start += 1;
            run.end += 1;
        }
        if free < places {
            each_column!(self, keep(places));
            self.look_again(at..free + 1);
        } else {
            let more = room_behind(places);
            each_column!(self, repeat_last(more));
            self.vacate(places + 1..places + 1 + more);
            self.pyramid = Pyramid::over(self.ground());
        }
    }

    /// The number of the run of this lane and class; a new one has no events yet.
    fn run_of(&mut self, lane: u16, class: Class) -> usize {
        let place = (lane, class);
        let place_of = |run: &Run| (run.lane, run.class);
        let number = self.runs.partition_point(|run| place_of(run) < place);
        if self.runs.get(number).map(place_of) != Some(place) {
            let start = match number.checked_sub(1) {
                Some(before) => self.runs[before].end,
                None => 0,
            };
            let run = Run {
                lane,
                class,
                start,
                end: start,
            };
            self.runs.insert(number, run);
        }
        number
    }

    /// The first run, from this one on, with room behind it; else the last.
    fn with_room(&self, number: usize) -> usize {
        let pairs = self.runs[number..].windows(2);
        let full = pairs.take_while(|pair| pair[0].end == pair[1].start);
        number + full.count()
    }

    /// Leaves places without an event.
    pub(super) fn vacate(&mut self, places: Range<usize>) {
        self.key[places.clone()].fill(NOBODY);
        self.rank[places.clone()].fill(0);
        self.flags[places].fill(0);
    }

    fn look_again(&mut self, places: Range<usize>) {
        let ground = Ground {
            rank: &self.rank,
            flags: &self.flags,
            flagged: super::SHOWN,
        };
        self.pyramid.look_again(ground, places);
    }
}

/// Moves what stands behind `at` and up to `end` down by one.
fn move_down<T>(column: &mut [T], at: usize, end: usize) {
    column[at..=end].rotate_left(1);
}

/// Moves the last to `at`, and what stands from there to `free` up by one.
fn move_last<T>(column: &mut [T], at: usize, free: usize) {
    let last = column.len() - 1;
    column.swap(free, last);
    column[at..=free].rotate_right(1);
}

fn keep<T>(column: &mut Vec<T>, places: usize) {
    column.truncate(places);
}

fn repeat_last<T: Clone>(column: &mut Vec<T>, more: usize) {
    if let Some(last) = column.last().cloned() {
        column.resize(column.len() + more, last);
    }
}

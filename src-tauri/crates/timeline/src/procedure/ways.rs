//! Which gaps an arrow runs through, and where it crosses the rows between them.
//!
//! Gap `n` lies above row `n`; the last lies below all rows. A way runs along a gap to a
//! free place of the next row, crosses it there, and so on, and never goes back. So it is
//! found row by row: for each place worth crossing at, the cheapest way to be there. Where
//! exactly it runs within a gap is decided when all ways are known ([`super::tracks`]).

use super::anchors::Anchor;
use super::clear::is_free_in;
use super::rows::Row;

/// From the middle of a way to what it passes when it crosses a row; room for its
/// corners.
pub(super) const ASIDE: f64 = 7.0;
/// What a turn is worth in pixels of detour.
const TURN: f64 = 40.0;
/// Places further out than this on both sides are looked at only when there is no other.
const DETOUR: f64 = 320.0;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    /// The gaps it runs through, first to last; they follow each other.
    pub gaps: Vec<usize>,
    /// Where it is between them: at its start, at each row it crosses, and at its end.
    /// One more than there are gaps.
    pub xs: Vec<f64>,
}

/// The cheapest of the four ways that leave above or below and arrive above or below.
pub(super) fn way(rows: &[Row], from: Anchor, to: Anchor) -> Way {
    let span = from.row.min(to.row)..from.row.max(to.row) + 1;
    let reach = |by: f64| (from.x.min(to.x) - by, from.x.max(to.x) + by);
    let near = Crossings::of(
        &rows[span.clone()],
        span.start,
        reach(DETOUR),
        [from.x, to.x],
    );
    if let Some(way) = near.best(from, to) {
        return way;
    }
    // The edges of the drawing are always free.
    let all = Crossings::of(
        &rows[span.clone()],
        span.start,
        reach(f64::INFINITY),
        [from.x, to.x],
    );
    all.best(from, to).unwrap_or_else(|| Way {
        gaps: vec![from.row],
        xs: vec![from.x, to.x],
    })
}

struct Crossings {
    first_row: usize,
    /// From left to right.
    places: Vec<f64>,
    /// For each row, which places are free.
    free: Vec<Vec<bool>>,
}

impl Crossings {
    fn of(rows: &[Row], first_row: usize, window: (f64, f64), ends: [f64; 2]) -> Self {
        const BESIDE: f64 = 0.5;
        let mut places = ends.to_vec();
        for row in rows {
            let first = row.taken.partition_point(|taken| taken.right < window.0);
            for taken in row.taken[first..]
                .iter()
                .take_while(|taken| taken.left <= window.1)
            {
                for x in [taken.left - ASIDE - BESIDE, taken.right + ASIDE + BESIDE] {
                    if is_free_in(row, (x - ASIDE, x + ASIDE), &[]) {
                        places.push(x);
                    }
                }
            }
        }
        places.sort_by(f64::total_cmp);
        places.dedup();
        let free = rows
            .iter()
            .map(|row| {
                let is_free = |x: &f64| is_free_in(row, (x - ASIDE, x + ASIDE), &[]);
                places.iter().map(is_free).collect()
            })
            .collect();
        Self {
            first_row,
            places,
            free,
        }
    }

    fn best(&self, from: Anchor, to: Anchor) -> Option<Way> {
        let mut best: Option<(f64, Way)> = None;
        for out in [from.row, from.row + 1] {
            for back in [to.row, to.row + 1] {
                let Some((mut cost, xs)) = self.cheapest(from.x, to.x, out, back) else {
                    continue;
                };
                // Going down from above means turning round the mark.
                let goes_down = back > out;
                let is_flat = back == out;
                let leaves_down = out > from.row;
                if !is_flat && leaves_down != goes_down {
                    cost += TURN;
                }
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    let gaps = if goes_down {
                        (out..=back).collect()
                    } else {
                        (back..=out).rev().collect()
                    };
                    best = Some((cost, Way { gaps, xs }));
                }
            }
        }
        best.map(|(_, way)| way)
    }

    /// The price and the places of the cheapest way between two gaps, its ends included.
    fn cheapest(&self, start: f64, end: f64, out: usize, back: usize) -> Option<(f64, Vec<f64>)> {
        let row = |n: usize| &self.free[n - self.first_row];
        let crossed: Vec<&Vec<bool>> = if back >= out {
            (out..back).map(row).collect()
        } else {
            (back..out).rev().map(row).collect()
        };
        let index_of = |x: f64| self.places.partition_point(|place| *place < x);
        let mut costs = vec![f64::INFINITY; self.places.len()];
        costs[index_of(start)] = 0.0;
        let mut came_from: Vec<Vec<u32>> = Vec::with_capacity(crossed.len());
        for free in crossed {
            let (mut moved, from) = self.along_gap(&costs);
            for (cost, is_free) in moved.iter_mut().zip(free) {
                if !is_free {
                    *cost = f64::INFINITY;
                }
            }
            came_from.push(from);
            costs = moved;
        }
        let (last, from) = self.along_gap(&costs);
        let end_at = index_of(end);
        if !last[end_at].is_finite() {
            return None;
        }
        let mut xs = vec![end];
        let mut here = from[end_at] as usize;
        for from in came_from.iter().rev() {
            xs.push(self.places[here]);
            here = from[here] as usize;
        }
        xs.push(start);
        xs.reverse();
        Some((last[end_at], xs))
    }

    /// The cost of every place after moving along a gap, and from where it is reached:
    /// staying is free, moving costs a turn and the distance.
    fn along_gap(&self, costs: &[f64]) -> (Vec<f64>, Vec<u32>) {
        let mut best = costs.to_vec();
        let mut from: Vec<u32> = (0..costs.len() as u32).collect();
        self.sweep(0..costs.len(), costs, &mut best, &mut from);
        self.sweep((0..costs.len()).rev(), costs, &mut best, &mut from);
        (best, from)
    }

    fn sweep(
        &self,
        order: impl Iterator<Item = usize>,
        costs: &[f64],
        best: &mut [f64],
        from: &mut [u32],
    ) {
        // The best source so far, and what it costs to have moved here from it.
        let mut source = 0;
        let mut moving = f64::INFINITY;
        let mut before = None;
        for at in order {
            let x = self.places[at];
            moving += before.map_or(0.0, |before: f64| (x - before).abs());
            before = Some(x);
            if moving + TURN < best[at] {
                best[at] = moving + TURN;
                from[at] = source;
            }
            if costs[at] < moving {
                moving = costs[at];
                source = at as u32;
            }
        }
    }
}

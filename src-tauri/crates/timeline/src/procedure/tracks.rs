//! Where ways run, so that no two of them lie on each other.
//!
//! Ways that share a gap get a track each, and the gap grows with its tracks. Ways that
//! cross rows at one place, and those that meet at one node, are spread a little.

use super::anchors::Anchor;
use super::clear::{CLEAR, is_free_in};
use super::rows::{BORDER, GAP, Owner, Row};
use super::ways::Way;
use crate::curve::Point;
use std::collections::BTreeMap;

const TRACK: f64 = 4.5;
/// From the outermost tracks to the rows beside them.
const BESIDE: f64 = 4.0;
/// A gap does not grow beyond this many tracks; more lie closer.
const MOST_TRACKS: usize = 14;
/// Between ways that cross at one place.
const SPREAD: f64 = 4.0;
/// Between ways that meet at one node, and the width that they may take there.
const MEET: f64 = 3.5;
const MEET_WIDTH: f64 = 9.0;
/// What a spread way keeps clear of labels.
const ASIDE: f64 = 5.0;
/// Ends nearer than this on one track would touch.
const END_TO_END: f64 = 8.0;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tracks {
    /// For each way its places, spread.
    xs: Vec<Vec<f64>>,
    /// For each way and gap its track.
    track: Vec<Vec<usize>>,
    /// How many tracks each gap has.
    count: Vec<usize>,
}

impl Tracks {
    pub fn of(rows: &[Row], ways: &[(Anchor, Anchor, Way)], width: f64) -> Self {
        let mut xs: Vec<Vec<f64>> = ways.iter().map(|(.., way)| way.xs.clone()).collect();
        let fixed = spread_ends(ways, &mut xs);
        spread_crossings(rows, ways, &fixed, width, &mut xs);
        let (track, count) = assign(rows.len() + 1, ways, &xs);
        Self { xs, track, count }
    }

    /// The middle of every row, and the height of all.
    pub fn lay(&self, rows: &[Row]) -> (Vec<f64>, f64) {
        let mut y = 0.0;
        let mut ys = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            y += self.gap(rows, at) + row.half;
            ys.push(y);
            y += row.half;
        }
        (ys, y + self.gap(rows, rows.len()))
    }

    /// Height of a gap.
    fn gap(&self, rows: &[Row], gap: usize) -> f64 {
        let is_edge = gap == 0 || gap == rows.len();
        let least = match rows.get(gap) {
            _ if is_edge => BORDER / 2.0 + 1.0,
            Some(row) if row.starts_storey => BORDER,
            _ => GAP,
        };
        let tracks = self.count[gap].min(MOST_TRACKS);
        least.max(2.0 * BESIDE + TRACK * tracks.saturating_sub(1) as f64)
    }

    /// The corners of a way, its ends included.
    pub fn corners(
        &self,
        index: usize,
        (from, to, way): &(Anchor, Anchor, Way),
        rows: &[Row],
        ys: &[f64],
    ) -> Vec<Point> {
        const CLEAR_OF_START: f64 = 1.5;
        const CLEAR_OF_END: f64 = 2.5;
        let xs = &self.xs[index];
        let tip = |anchor: &Anchor, gap: usize, x: f64, clear: f64| {
            let by = anchor.reach + clear;
            let above = gap == anchor.row;
            Point {
                x,
                y: ys[anchor.row] + if above { -by } else { by },
            }
        };
        let (first, last) = (way.gaps[0], way.gaps[way.gaps.len() - 1]);
        let mut corners = vec![tip(from, first, xs[0], CLEAR_OF_START)];
        for (step, gap) in way.gaps.iter().enumerate() {
            let (x, next) = (xs[step], xs[step + 1]);
            if (next - x).abs() > 0.05 {
                let y = self.y(rows, ys, *gap, self.track[index][step]);
                corners.extend([Point { x, y }, Point { x: next, y }]);
            }
        }
        corners.push(tip(to, last, xs[xs.len() - 1], CLEAR_OF_END));
        corners
    }

    fn y(&self, rows: &[Row], ys: &[f64], gap: usize, track: usize) -> f64 {
        let height = self.gap(rows, gap);
        let top = match gap.checked_sub(1) {
            Some(above) => ys[above] + rows[above].half,
            None => 0.0,
        };
        let count = self.count[gap].max(1);
        let apart = TRACK.min((height - 2.0 * BESIDE).max(0.0) / (count.max(2) - 1) as f64);
        let middle = (count - 1) as f64 / 2.0;
        top + height / 2.0 + (track as f64 - middle) * apart
    }
}

/// Ways that leave or reach a node on one side stand beside each other there, in the order
/// of where they come from. Answers which places of each way belong to an end.
fn spread_ends(ways: &[(Anchor, Anchor, Way)], xs: &mut [Vec<f64>]) -> Vec<Vec<bool>> {
    // (way, whether it is its end) by node and side.
    let mut meets: BTreeMap<(Owner, bool), Vec<(usize, bool)>> = BTreeMap::new();
    for (index, (from, to, way)) in ways.iter().enumerate() {
        let (first, last) = (way.gaps[0], way.gaps[way.gaps.len() - 1]);
        let sides = [
            ((from.owner, first == from.row), false),
            ((to.owner, last == to.row), true),
        ];
        for (side, is_end) in sides {
            meets.entry(side).or_default().push((index, is_end));
        }
    }
    let mut fixed: Vec<Vec<bool>> = xs.iter().map(|xs| vec![false; xs.len()]).collect();
    for ends in meets.values_mut() {
        let heads_for = |(index, is_end): &(usize, bool)| {
            let xs = &ways[*index].2.xs;
            let own = if *is_end { xs[xs.len() - 1] } else { xs[0] };
            let mut away = xs.iter().filter(|x| (**x - own).abs() > 0.5);
            let first = if *is_end {
                away.next_back()
            } else {
                away.next()
            };
            first.copied().unwrap_or(own)
        };
        ends.sort_by(|a, b| heads_for(a).total_cmp(&heads_for(b)).then(a.cmp(b)));
        let apart = MEET.min(MEET_WIDTH / (ends.len().max(2) - 1) as f64);
        let middle = (ends.len() - 1) as f64 / 2.0;
        for (place, (index, is_end)) in ends.iter().enumerate() {
            let by = (place as f64 - middle) * apart;
            let way = &ways[*index].2.xs;
            let own = if *is_end { way[way.len() - 1] } else { way[0] };
            let straight = |x: &f64| (*x - own).abs() < 0.5;
            let length = if *is_end {
                way.iter().rev().take_while(|x| straight(x)).count()
            } else {
                way.iter().take_while(|x| straight(x)).count()
            };
            let places = if *is_end {
                way.len() - length..way.len()
            } else {
                0..length
            };
            for at in places {
                if !fixed[*index][at] {
                    xs[*index][at] = own + by;
                    fixed[*index][at] = true;
                }
            }
        }
    }
    fixed
}

/// Moves ways that cross rows at one place apart, as far as the rows have room.
fn spread_crossings(
    rows: &[Row],
    ways: &[(Anchor, Anchor, Way)],
    fixed: &[Vec<bool>],
    width: f64,
    xs: &mut [Vec<f64>],
) {
    // Where ways run up and down: x, and the rows from and to.
    let mut placed: BTreeMap<i64, Vec<(f64, usize, usize)>> = BTreeMap::new();
    let cell = |x: f64| (x / 16.0).floor() as i64;
    for (index, (.., way)) in ways.iter().enumerate() {
        let mut at = 1;
        while at + 1 < way.xs.len() {
            if fixed[index][at] {
                at += 1;
                continue;
            }
            let mut end = at;
            while end + 2 < way.xs.len()
                && !fixed[index][end + 1]
                && (way.xs[end + 1] - way.xs[at]).abs() < 0.5
            {
                end += 1;
            }
            // Between gaps `at - 1` and `at` lies the row that is crossed at `xs[at]`.
            let row = |at: usize| way.gaps[at - 1].min(way.gaps[at]);
            let (top, bottom) = (row(at).min(row(end)), row(at).max(row(end)));
            let is_free = |x: f64| {
                let free = rows[top..=bottom]
                    .iter()
                    .all(|row| is_free_in(row, (x - ASIDE, x + ASIDE), &[]));
                let near = (cell(x) - 1..=cell(x) + 1).filter_map(|cell| placed.get(&cell));
                let is_inside = (CLEAR..=width - CLEAR).contains(&x);
                is_inside
                    && free
                    && near.flatten().all(|(other, first, last)| {
                        (other - x).abs() >= SPREAD - 0.1 || *first > bottom || *last < top
                    })
            };
            let x = way.xs[at];
            let places = (0..=8).flat_map(|step| {
                let by = SPREAD * f64::from(step);
                [x + by, x - by]
            });
            let chosen = places.into_iter().find(|x| is_free(*x)).unwrap_or(x);
            xs[index][at..=end].fill(chosen);
            placed
                .entry(cell(chosen))
                .or_default()
                .push((chosen, top, bottom));
            at = end + 1;
        }
    }
}

/// A track for every run along a gap, such that runs on one track do not meet.
fn assign(
    gaps: usize,
    ways: &[(Anchor, Anchor, Way)],
    xs: &[Vec<f64>],
) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut runs: Vec<Vec<(f64, f64, usize, usize)>> = vec![Vec::new(); gaps];
    for (index, (.., way)) in ways.iter().enumerate() {
        for (step, gap) in way.gaps.iter().enumerate() {
            let (a, b) = (xs[index][step], xs[index][step + 1]);
            if (a - b).abs() > 0.05 {
                runs[*gap].push((a.min(b), a.max(b), index, step));
            }
        }
    }
    let mut track: Vec<Vec<usize>> = ways
        .iter()
        .map(|(.., way)| vec![0; way.gaps.len()])
        .collect();
    let mut count = Vec::with_capacity(gaps);
    for mut runs in runs {
        runs.sort_by(|a, b| {
            a.0.total_cmp(&b.0)
                .then(a.1.total_cmp(&b.1))
                .then(a.2.cmp(&b.2))
        });
        let mut ends: Vec<f64> = Vec::new();
        for (left, right, index, step) in runs {
            let free = ends.iter().position(|end| end + END_TO_END <= left);
            let at = free.unwrap_or_else(|| {
                ends.push(0.0);
                ends.len() - 1
            });
            ends[at] = right;
            track[index][step] = at;
        }
        count.push(ends.len());
    }
    (track, count)
}

//! An arrow's way through the gaps between rows.
//!
//! Between two rows of marks lies a gap that no label reaches into. The path runs along
//! gaps, and from gap to gap through the row between them where that is free. Which places
//! to take is the shortest path, with a price on every turn; it is found gap by gap,
//! because a path never goes back up.

use crate::arrows::Anchor;
use crate::curve::{Curve, Point};
use crate::obstacles::{Obstacles, Row};
use crate::scene::ROW_HEIGHT;

/// From the vertical part of a path to a label; rounded corners stay within it.
const CLEAR_OF_LABEL: f64 = 6.0;
const CLEAR_OF_MARK: f64 = 3.0;
const RADIUS: f64 = 6.0;
/// What a turn is worth in pixels of detour.
const TURN: f64 = 30.0;
/// What crossing a mark is worth.
const MARK_CROSSED: f64 = 400.0;
/// Between arrows that share a gap.
const TRACK: f64 = 1.5;
/// Clear of the mark that is pointed at, which leaves the head of the arrow 6 px.
const END: f64 = 7.0;
const START: f64 = 6.0;

/// The best of the four paths that leave `start` above or below and reach `end` from above
/// or below. `track` counts the arrows before this one.
pub(crate) fn route(start: Anchor, end: Anchor, track: usize, obstacles: &Obstacles) -> Curve {
    let row_of = |y: f64| {
        let at = obstacles.rows.partition_point(|row| row.y < y - 1.0);
        at.min(obstacles.rows.len().saturating_sub(1))
    };
    let (from, to) = (row_of(start.y), row_of(end.y));
    // Gap `n` is above row `n`.
    let ways = [
        (from, to),
        (from, to + 1),
        (from + 1, to),
        (from + 1, to + 1),
    ];
    let (_, out, back, xs) = ways
        .into_iter()
        .map(|(out, back)| {
            let (cost, xs) = cheapest(start.x, end.x, out, back, obstacles);
            (cost, out, back, xs)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .expect("there are four ways");

    let aside = TRACK * (track % 3) as f64 - TRACK;
    let gap = |n: usize| gap_y(obstacles, n) + aside;
    // Beyond the edge of the window there may be a label in the row, so the arrow stays in
    // the gap there.
    let tip = |anchor: Anchor, above: bool, clear: f64, n: usize| Point {
        x: anchor.x,
        y: match (anchor.is_inside, above) {
            (true, true) => anchor.y - clear,
            (true, false) => anchor.y + clear,
            (false, _) => gap(n),
        },
    };
    let mut corners = vec![tip(start, out == from, START, out)];
    let mut x = start.x;
    let mut turn_at = |n: usize, to_x: f64, corners: &mut Vec<Point>| {
        if (to_x - x).abs() > 0.5 {
            let y = gap(n);
            corners.extend([Point { x, y }, Point { x: to_x, y }]);
            x = to_x;
        }
    };
    // `xs[i]` is where the i-th row on the way is crossed.
    for (step, crossing) in xs.iter().enumerate() {
        let n = if back >= out { out + step } else { out - step };
        turn_at(n, *crossing, &mut corners);
    }
    turn_at(back, end.x, &mut corners);
    corners.push(tip(end, back == to, END, back));
    corners.dedup_by(|a, b| a.distance(*b) < 0.01);
    Curve::rounded(&corners, RADIUS)
}

/// The middle of a gap.
fn gap_y(obstacles: &Obstacles, n: usize) -> f64 {
    let half = f64::from(ROW_HEIGHT) / 2.0;
    let rows = &obstacles.rows;
    match (n.checked_sub(1).and_then(|n| rows.get(n)), rows.get(n)) {
        // Rows of one lane, or the last and the first of two.
        (Some(above), Some(below)) if below.y - above.y < 3.0 * half * 2.0 => {
            (above.y + below.y) / 2.0
        }
        (_, Some(below)) => below.y - half,
        (Some(above), None) => above.y + half,
        (None, None) => half,
    }
}

/// Where to cross the rows between two gaps, and what it costs.
fn cheapest(
    start: f64,
    end: f64,
    out: usize,
    back: usize,
    obstacles: &Obstacles,
) -> (f64, Vec<f64>) {
    let crossed: Vec<&Row> = if back >= out {
        obstacles.rows[out..back].iter().collect()
    } else {
        obstacles.rows[back..out].iter().rev().collect()
    };
    // Every place worth crossing at: the ends, and beside each label and mark.
    let mut places = vec![start, end];
    for row in &crossed {
        for (left, right) in &row.labels {
            places.extend([left - CLEAR_OF_LABEL - 0.5, right + CLEAR_OF_LABEL + 0.5]);
        }
        for (left, right) in &row.marks {
            let middle = (left + right) / 2.0;
            places.extend([
                left - CLEAR_OF_MARK - 0.5,
                middle,
                right + CLEAR_OF_MARK + 0.5,
            ]);
        }
    }
    places.retain(|x| (0.0..=obstacles.width).contains(x));
    places.sort_by(f64::total_cmp);
    places.dedup();
    let index_of = |x: f64| places.partition_point(|place| *place < x);

    let mut costs = vec![f64::INFINITY; places.len()];
    costs[index_of(start)] = 0.0;
    let mut came_from: Vec<Vec<usize>> = Vec::new();
    for row in &crossed {
        let (mut moved, from) = along_gap(&costs, &places);
        for (cost, x) in moved.iter_mut().zip(&places) {
            *cost += price(row, *x);
        }
        came_from.push(from);
        costs = moved;
    }
    let (last, from) = along_gap(&costs, &places);
    let mut here = index_of(end);
    let cost = last[here];
    here = from[here];
    let mut xs = Vec::with_capacity(crossed.len());
    for from in came_from.iter().rev() {
        xs.push(places[here]);
        here = from[here];
    }
    xs.reverse();
    (cost, xs)
}

/// The price of crossing a row at `x`; infinite on a label.
fn price(row: &Row, x: f64) -> f64 {
    let near = |intervals: &[(f64, f64)], clear: f64| {
        let end = intervals.partition_point(|(left, _)| *left < x + clear);
        intervals[..end]
            .iter()
            .rev()
            .any(|(_, right)| *right > x - clear)
    };
    if near(&row.labels, CLEAR_OF_LABEL) {
        f64::INFINITY
    } else if near(&row.marks, CLEAR_OF_MARK) {
        MARK_CROSSED
    } else {
        0.0
    }
}

/// The cost of every place after moving along a gap, and from where it is reached: staying
/// is free, moving costs a turn and the way. Two sweeps find the best for all places.
fn along_gap(costs: &[f64], places: &[f64]) -> (Vec<f64>, Vec<usize>) {
    let mut best = costs.to_vec();
    let mut from: Vec<usize> = (0..costs.len()).collect();
    let mut sweep = |order: &mut dyn Iterator<Item = usize>| {
        let mut source: Option<usize> = None;
        for at in order {
            if let Some(source) = source {
                let cost = costs[source] + TURN + (places[at] - places[source]).abs();
                if cost < best[at] {
                    best[at] = cost;
                    from[at] = source;
                }
            }
            let nearer = source.is_none_or(|source| {
                costs[at] < costs[source] + (places[at] - places[source]).abs()
            });
            if nearer && costs[at].is_finite() {
                source = Some(at);
            }
        }
    };
    sweep(&mut (0..costs.len()));
    sweep(&mut (0..costs.len()).rev());
    (best, from)
}

//! An arrow's way through the gaps between rows.
//!
//! Between two rows of marks lies a gap that no label reaches into. The path runs along
//! gaps, and from gap to gap through the row between them where that is free. Which places
//! to take is decided in [`crate::crossings`].

use crate::arrows::Anchor;
use crate::crossings::Crossings;
use crate::curve::{Curve, Point};
use crate::obstacles::Obstacles;
use crate::scene::ROW_HEIGHT;

/// Of the corners; less than what a crossing keeps clear of a label.
const RADIUS: f64 = 6.0;
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
    let crossings = Crossings::of(obstacles, from.min(to)..=from.max(to), [start.x, end.x]);
    let (_, out, back, xs) = ways
        .into_iter()
        .map(|(out, back)| {
            let (cost, xs) = crossings.cheapest(start.x, end.x, out, back);
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

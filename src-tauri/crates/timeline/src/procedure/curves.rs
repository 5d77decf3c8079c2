//! Single curves from node to node, where they touch nothing.

use super::anchors::Anchor;
use super::clear::Ground;
use super::words::{STEP, Traces};
use crate::curve::{Curve, Point};

const START: f64 = 2.0;
const END: f64 = 3.0;
/// Within this of an end, a path may touch the node that it belongs to.
const AT_NODE: f64 = 6.0;
/// What a turn by a radian is worth in pixels, and crossing another arrow.
const RADIAN: f64 = 22.0;
const CROSSING: f64 = 26.0;

/// A curve that is longer than this in straight lines loops, and the way through the gaps
/// is easier to follow.
const MOST_DETOUR: f64 = 1.3;

const UP: Point = Point { x: 0.0, y: -1.0 };
const DOWN: Point = Point { x: 0.0, y: 1.0 };
const LEFT: Point = Point { x: -1.0, y: 0.0 };
const RIGHT: Point = Point { x: 1.0, y: 0.0 };

/// What drawing a path costs: its length, its turns, and the arrows that it crosses.
pub(super) fn cost(curve: &Curve, samples: &[Point], traces: &Traces) -> f64 {
    curve.length() + curve.turning() * RADIAN + traces.crossings(samples) as f64 * CROSSING
}

/// The cheapest single curve that is clear of everything, with its cost.
pub(super) fn single(
    from: Anchor,
    to: Anchor,
    ground: &Ground<'_>,
    traces: &Traces,
) -> Option<(f64, Curve)> {
    let (start, end) = (middle(from, ground), middle(to, ground));
    candidates(from, start, to, end)
        .filter(|curve| curve.length() <= start.distance(end) * MOST_DETOUR)
        .filter_map(|curve| {
            let samples = curve.samples_apart(STEP);
            ground
                .is_clear(&samples, [from.owner, to.owner], AT_NODE)
                .then(|| (cost(&curve, &samples, traces), curve))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
}

fn middle(anchor: Anchor, ground: &Ground<'_>) -> Point {
    Point {
        x: anchor.x,
        y: ground.ys[anchor.row],
    }
}

fn candidates(from: Anchor, start: Point, to: Anchor, end: Point) -> impl Iterator<Item = Curve> {
    const BENDS: [f64; 3] = [0.25, 0.45, 0.7];
    let distance = start.distance(end);
    [UP, DOWN, LEFT, RIGHT].into_iter().flat_map(move |out| {
        [UP, DOWN, LEFT, RIGHT].into_iter().flat_map(move |back| {
            BENDS.into_iter().map(move |bend| {
                let pull = (bend * distance).clamp(14.0, 320.0);
                let at = |middle: Point, way: Point, by: f64| Point {
                    x: middle.x + way.x * by,
                    y: middle.y + way.y * by,
                };
                Curve::cubic(
                    at(start, out, from.reach + START),
                    at(start, out, from.reach + START + pull),
                    at(end, back, to.reach + END + pull),
                    at(end, back, to.reach + END),
                )
            })
        })
    })
}

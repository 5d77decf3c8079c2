//! Arrows from the selected event to what it acted on.
//!
//! A single curve is drawn where one of a few graceful ones touches no label; otherwise the
//! arrow runs in the gaps between rows and crosses a row only where it is free
//! ([`crate::route`]). Labels are never crossed; marks only where there is no other way.

use crate::curve::{Curve, Point};
use crate::input::ArrowInput;
use crate::measure::{MeasureText, Weight};
use crate::obstacles::Obstacles;
use crate::route::route;
use crate::scene::{Arrow, LABEL_BASELINE, LABEL_HALF_HEIGHT, Scene};

/// Where an arrow begins or ends: a mark or a count, or the place at the edge of the window
/// beyond which it lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Anchor {
    pub x: f64,
    /// The middle of its row.
    pub y: f64,
    pub is_inside: bool,
}

impl Anchor {
    pub fn at(x: f64, y: f32, width: f64) -> Self {
        Self {
            x: x.clamp(0.0, width),
            y: f64::from(y),
            is_inside: (0.0..=width).contains(&x),
        }
    }
}

/// Clear of the ring round the selected mark.
const START: f64 = 11.0;
/// Clear of the mark that is pointed at.
const END: f64 = 7.5;
/// What two pixels on a mark are worth in pixels of detour, and a turn by a radian.
const ON_MARK: f64 = 16.0;
const RADIAN: f64 = 24.0;

pub(crate) fn draw_arrows(
    scene: &Scene,
    width: f64,
    anchors: &[(i64, Anchor)],
    selected: i64,
    acts: &[ArrowInput],
    measure: &dyn MeasureText,
) -> Vec<Arrow> {
    let anchor = |key: i64| anchors.iter().find(|(of, _)| *of == key).map(|(_, at)| *at);
    let Some(start) = anchor(selected) else {
        return Vec::new();
    };
    let ends = anchors.iter().map(|(_, anchor)| anchor.y as f32);
    let obstacles = Obstacles::of(scene, width, ends);
    let paths: Vec<(ArrowInput, Curve)> = acts
        .iter()
        .filter_map(|act| Some((*act, anchor(act.to)?)))
        // An event does not act on itself, and an arrow along the edge says nothing.
        .filter(|(_, end)| *end != start && (start.is_inside || end.is_inside || start.x != end.x))
        .enumerate()
        .map(|(track, (act, end))| (act, path(start, end, track, &obstacles)))
        .collect();

    let mut taken: Vec<Room> = Vec::new();
    let samples: Vec<Vec<Point>> = paths.iter().map(|(_, curve)| curve.samples()).collect();
    paths
        .iter()
        .enumerate()
        .map(|(index, (act, curve))| {
            let own = &samples[index];
            let others: Vec<&[Point]> = (0..samples.len())
                .filter(|other| *other != index)
                .map(|other| samples[other].as_slice())
                .collect();
            let word = act.relation.as_str().replace('-', " ");
            let label_width = f64::from(measure.width(&word, Weight::SemiBold));
            let room = free_room(label_width, own, &others, &taken, &obstacles);
            taken.extend(room);
            Arrow {
                relation: act.relation,
                points: curve
                    .points()
                    .iter()
                    .map(|p| [p.x as f32, p.y as f32])
                    .collect(),
                label_x: room.map_or(own[0].x, |room| room.left) as f32,
                label_y: room.map_or(own[0].y, |room| room.y) as f32 + LABEL_BASELINE,
                label_width: room.map_or(0.0, |_| label_width) as f32,
            }
        })
        .collect()
}

fn path(start: Anchor, end: Anchor, track: usize, obstacles: &Obstacles) -> Curve {
    let cost = |curve: &Curve, samples: &[Point]| {
        let on_marks = obstacles.on_marks(samples) as f64;
        curve.length() + on_marks * ON_MARK + curve.turning() * RADIAN
    };
    let both_inside = start.is_inside && end.is_inside;
    let direct = single_curves(start, end)
        .filter(|_| both_inside)
        .filter_map(|curve| {
            let samples = curve.samples();
            let clear = obstacles.is_clear_of_labels(&samples);
            clear.then(|| (cost(&curve, &samples), curve))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0));
    let routed = route(start, end, track, obstacles);
    match direct {
        Some((direct, curve)) if direct <= cost(&routed, &routed.samples()) => curve,
        _ => routed,
    }
}

/// Curves that leave and arrive up, down or sideways, more or less bent.
fn single_curves(start: Anchor, end: Anchor) -> impl Iterator<Item = Curve> {
    const WAYS: [Point; 4] = [
        Point { x: 0.0, y: 1.0 },
        Point { x: 0.0, y: -1.0 },
        Point { x: -1.0, y: 0.0 },
        Point { x: 1.0, y: 0.0 },
    ];
    const BENDS: [f64; 3] = [0.2, 0.4, 0.7];
    let distance = (end.x - start.x).hypot(end.y - start.y);
    WAYS.into_iter().flat_map(move |out| {
        WAYS.into_iter().flat_map(move |back| {
            BENDS.into_iter().map(move |bend| {
                let pull = (bend * distance).clamp(12.0, 300.0);
                let at = |anchor: Anchor, way: Point, by: f64| Point {
                    x: anchor.x + way.x * by,
                    y: anchor.y + way.y * by,
                };
                Curve::cubic(
                    at(start, out, START),
                    at(start, out, START + pull),
                    at(end, back, END + pull),
                    at(end, back, END),
                )
            })
        })
    })
}

/// Room for a word, in the middle of a line of text.
#[derive(Debug, Clone, Copy)]
struct Room {
    left: f64,
    right: f64,
    y: f64,
}

impl Room {
    fn holds(&self, point: Point) -> bool {
        const MARGIN: f64 = 2.0;
        (self.left - MARGIN..=self.right + MARGIN).contains(&point.x)
            && (point.y - self.y).abs() <= f64::from(LABEL_HALF_HEIGHT) + MARGIN
    }

    fn overlaps(&self, other: &Self) -> bool {
        let height = f64::from(LABEL_HALF_HEIGHT) * 2.0;
        self.left < other.right + 4.0
            && other.left < self.right + 4.0
            && (self.y - other.y).abs() < height
    }
}

/// A free place beside the arrow: where no other arrow runs, so that it is clear whose word
/// it is, and the nearer to the middle the better.
fn free_room(
    width: f64,
    own: &[Point],
    others: &[&[Point]],
    taken: &[Room],
    obstacles: &Obstacles,
) -> Option<Room> {
    /// Places that are tried along the arrow.
    const PLACES: usize = 80;
    const ASIDE: f64 = 6.0;
    const SHARED: f64 = 5.0;
    let above = f64::from(LABEL_HALF_HEIGHT) + 3.0;
    let is_shared = |at: usize| {
        let others = others.iter().flat_map(|other| other.iter().step_by(2));
        others
            .into_iter()
            .any(|other| other.distance(own[at]) < SHARED)
    };
    let mut places: Vec<(bool, usize, usize)> = (0..own.len())
        .step_by(own.len().div_ceil(PLACES))
        .map(|at| (is_shared(at), at.abs_diff(own.len() / 2), at))
        .collect();
    places.sort_unstable();
    places
        .into_iter()
        .flat_map(|(_, _, at)| {
            let Point { x, y } = own[at];
            [
                (x + ASIDE, y),
                (x - ASIDE - width, y),
                (x - width / 2.0, y - above),
                (x - width / 2.0, y + above),
            ]
        })
        .map(|(left, y)| Room {
            left,
            right: left + width,
            y,
        })
        .find(|room| {
            obstacles.is_free(room.left, room.right, room.y)
                && !taken.iter().any(|other| room.overlaps(other))
                && !own.iter().any(|point| room.holds(*point))
                && !others
                    .iter()
                    .copied()
                    .flatten()
                    .any(|point| room.holds(*point))
        })
}

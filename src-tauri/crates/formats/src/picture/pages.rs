//! Cutting a timeline into pieces that each fit a page.
//!
//! All pieces have one scale. Neighbours overlap by as much as it takes to have every
//! label whole on one of them; what lasts longer than a page goes on from page to page.

use crate::svg::Cut;
use docketline_timeline::Scene;
use docketline_timeline::scene::{
    LABEL_GAP, LABEL_HALF_HEIGHT, LANE_PADDING, MARK_REACH, ROW_HEIGHT, WIDEST_LABEL, flag,
};

/// What a label needs beside it so that its mark is on the same piece.
const BESIDE_LABEL: f64 = (LABEL_GAP + 3.0 * MARK_REACH) as f64;
/// The least part of a lane that is worth a place: its head has two lines.
const LEAST_OF_LANE: f64 = (2.0 * ROW_HEIGHT + LANE_PADDING) as f64;
/// Left free before the first event after a gap.
const AIR: f64 = 24.0;
/// Wider things than this part of a piece are not kept whole, unless they are labels.
const KEPT: f64 = 1.0 / 3.0;
/// However wide labels are, a piece must get on by what this leaves of it.
const MOST_KEPT: f64 = 2.0 / 3.0;

/// Pieces of the scene between two places, each at most `width` by `height`; all lanes of
/// one stretch of time before the next stretch. A piece begins where something is drawn,
/// so gaps cost little paper, and one with nothing in its lanes is left out. Where nothing
/// is drawn at all there is one, the first.
pub fn cut(scene: &Scene, between: (f64, f64), width: f64, height: f64) -> Vec<Cut> {
    let rows = rows(scene, height);
    let cuts: Vec<Cut> = columns(scene, between, width)
        .into_iter()
        .flat_map(|(left, right)| {
            rows.iter().map(move |(top, bottom)| Cut {
                left,
                right,
                top: *top,
                bottom: *bottom,
            })
        })
        .filter(|cut| has_content(scene, *cut))
        .collect();
    if !cuts.is_empty() {
        return cuts;
    }
    let (left, right) = between;
    let first = rows.first().map(|(top, bottom)| Cut {
        left,
        right: right.min(left + width),
        top: *top,
        bottom: *bottom,
    });
    first.into_iter().collect()
}

/// How many stretches of time [`cut`] makes.
pub fn count_columns(scene: &Scene, between: (f64, f64), width: f64) -> usize {
    columns(scene, between, width).len()
}

/// How many times [`cut`] cuts the lanes, and one.
pub fn count_rows(scene: &Scene, height: f64) -> usize {
    rows(scene, height).len()
}

fn has_content(scene: &Scene, cut: Cut) -> bool {
    let (marks, bands) = (&scene.marks, &scene.bands);
    let is_in = |x0: f32, x1: f32, y: f32| {
        f64::from(x1) >= cut.left
            && f64::from(x0) <= cut.right
            && (cut.top..cut.bottom).contains(&f64::from(y))
    };
    (0..marks.key.len()).any(|at| is_in(marks.x0[at], marks.x1[at], marks.y[at]))
        || (0..bands.count.len()).any(|at| is_in(bands.x0[at], bands.x1[at], bands.y[at]))
}

type Interval = (f64, f64);

fn columns(scene: &Scene, (from, to): Interval, width: f64) -> Vec<Interval> {
    let width = width.max(1.0);
    let content = everything(scene);
    let label = f64::from(WIDEST_LABEL) + 2.0 * BESIDE_LABEL;
    let widest = (width * KEPT).max(label).min(width * MOST_KEPT);
    let kept: Vec<Interval> = kept_whole(scene)
        .into_iter()
        .filter(|(left, right)| right - left <= widest)
        .collect();
    let mut columns = Vec::new();
    let mut start = from;
    while start < to {
        let next = content
            .iter()
            .filter(|(_, right)| *right > start)
            .map(|(left, _)| left - AIR)
            .fold(f64::INFINITY, f64::min);
        if next >= to {
            break;
        }
        // No page begins with nothing.
        start = start.max(next);
        let end = start + width;
        columns.push((start, end.min(to)));
        if end >= to {
            break;
        }
        start = kept
            .iter()
            .filter(|(left, right)| *left < end && *right > end)
            .map(|(left, _)| *left)
            .fold(end, f64::min);
    }
    columns
}

/// Where a mark has its shape: what lasted at its known beginning or end, anything else in
/// the middle.
fn shape_at(scene: &Scene, at: usize) -> f64 {
    let marks = &scene.marks;
    let (x0, x1) = (f64::from(marks.x0[at]), f64::from(marks.x1[at]));
    let is = |bit: u16| marks.flags[at] & bit != 0;
    match (is(flag::SPAN), is(flag::OPEN_START)) {
        (true, false) => x0,
        (true, true) => x1,
        (false, _) => f64::midpoint(x0, x1),
    }
}

/// What must be whole on one page: labels with their marks, marks, and counts.
fn kept_whole(scene: &Scene) -> Vec<Interval> {
    let (marks, labels, bands) = (&scene.marks, &scene.labels, &scene.bands);
    let reach = f64::from(MARK_REACH) + 1.0;
    let of_labels = labels.x.iter().zip(&labels.width).map(|(x, width)| {
        let (left, right) = (f64::from(*x), f64::from(x + width));
        (left - BESIDE_LABEL, right + BESIDE_LABEL)
    });
    let of_marks = marks
        .x0
        .iter()
        .zip(&marks.x1)
        .map(|(x0, x1)| (f64::from(*x0) - reach, f64::from(*x1) + reach));
    let of_bands = bands
        .x0
        .iter()
        .zip(&bands.x1)
        .map(|(x0, x1)| (f64::from(*x0), f64::from(*x1)));
    // A bar that is longer than a page still has its shape in one piece.
    let of_shapes = (0..marks.key.len()).map(|at| {
        let centre = shape_at(scene, at);
        (centre - reach, centre + reach)
    });
    of_labels
        .chain(of_marks)
        .chain(of_shapes)
        .chain(of_bands)
        .collect()
}

/// Where anything is drawn: few intervals that do not touch, from left to right.
fn everything(scene: &Scene) -> Vec<Interval> {
    let mut all = kept_whole(scene);
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<Interval> = Vec::new();
    for (left, right) in all {
        match merged.last_mut() {
            Some(last) if left <= last.1 => last.1 = last.1.max(right),
            _ => merged.push((left, right)),
        }
    }
    merged
}

/// Cuts between lanes where a page is then at least half full, else between the rows of
/// a lane.
fn rows(scene: &Scene, height: f64) -> Vec<Interval> {
    let height = height.max(2.0 * LEAST_OF_LANE);
    let between_lanes: Vec<f64> = scene.lanes.iter().map(|lane| lane.y).collect();
    let within_lanes = row_cuts(scene);
    let mut rows = Vec::new();
    let mut top = 0.0;
    while scene.height - top > height {
        let last_of = |cuts: &[f64], least: f64| {
            cuts.iter()
                .copied()
                .filter(|cut| *cut > top + least && *cut <= top + height)
                .fold(f64::NEG_INFINITY, f64::max)
        };
        let lane = last_of(&between_lanes, height / 2.0);
        let row = last_of(&within_lanes, LEAST_OF_LANE);
        let bottom = [lane, row, top + height]
            .into_iter()
            .find(|cut| cut.is_finite())
            .unwrap_or(top + height);
        rows.push((top, bottom));
        top = bottom;
    }
    rows.push((top, scene.height));
    rows
}

/// Heights inside lanes that no mark, label or count lies across, and that leave enough of
/// the lane on both sides.
fn row_cuts(scene: &Scene) -> Vec<f64> {
    let mut middles: Vec<f64> = scene
        .marks
        .y
        .iter()
        .chain(&scene.bands.y)
        .map(|y| f64::from(*y))
        .collect();
    middles.sort_by(f64::total_cmp);
    middles.dedup();
    middles
        .windows(2)
        .filter(|pair| pair[1] - pair[0] >= 2.0 * f64::from(LABEL_HALF_HEIGHT))
        .map(|pair| f64::midpoint(pair[0], pair[1]))
        .filter(|cut| {
            scene.lanes.iter().any(|lane| {
                cut - lane.y >= LEAST_OF_LANE && lane.y + lane.height - cut >= LEAST_OF_LANE
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;

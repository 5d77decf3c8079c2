//! Which acts are drawn, and how.

use super::Docket;
use super::anchors::{Anchor, anchors};
use super::clear::Ground;
use super::curves;
use super::rows::{Owner, Scale};
use super::scene::{ActArrow, DATE_SIZE};
use super::seats::{Place, Seats};
use super::tracks::Tracks;
use super::ways::{Way, way};
use super::words::{Room, STEP, Traces, room};
use crate::curve::Curve;
use crate::measure::{MeasureText, Weight};
use crate::scene::LABEL_SIZE;
use docketline_domain::vocabulary::RelationType;
use std::cmp::Reverse;

/// As many acts are always drawn.
pub(super) const LEAST_ARROWS: usize = 40;
/// No more acts than these are drawn, but for those of the selected event.
pub const MOST_ARROWS: usize = 160;
/// Pixels of the drawing's width for each arrow.
const WIDTH_PER_ARROW: f64 = 22.0;
/// With more arrows than these, all run through the gaps: single curves would only make
/// a thicket thicker.
const MOST_CURVES: usize = 80;
/// A single curve over more pixels than this is never seen whole.
const WIDEST_CURVE: f64 = 2_400.0;
/// Radius of corners.
const RADIUS: f64 = 8.0;
/// From the middle of a word down to its baseline.
const BASELINE: f64 = 4.0;

/// All that the seats decided not yet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// Middle of every row.
    pub ys: Vec<f64>,
    pub height: f64,
    pub arrows: Vec<ActArrow>,
    /// For each event, how many of its acts are not drawn.
    pub more: Vec<u32>,
}

/// The acts that are drawn, in their order: all of the selected event, and of the others
/// those that matter most. An act upon itself, and one of an event that is part of a
/// count, is none of the others.
pub(super) fn choose(
    docket: &Docket,
    seats: &Seats,
    chosen: Option<usize>,
    width: f64,
) -> Vec<usize> {
    let owner = |index: u32| match seats.places.get(index as usize)? {
        Place::Node { .. } => Some(Owner::Event(index as usize)),
        Place::Group(group) => Some(Owner::Group(*group)),
    };
    let mut own = Vec::new();
    let mut others = Vec::new();
    for (index, act) in docket.acts.iter().enumerate() {
        let (Some(from), Some(to)) = (owner(act.from), owner(act.to)) else {
            continue;
        };
        let is_own = [act.from, act.to]
            .iter()
            .any(|end| chosen == Some(*end as usize));
        match (from, to) {
            _ if from == to => {}
            _ if is_own => own.push(index),
            (Owner::Event(from), Owner::Event(to)) => {
                let significance = |index: usize| u32::from(docket.events[index].significance);
                let weight = weight(act.relation) * 4 + significance(from) + significance(to);
                others.push((Reverse(weight), index));
            }
            _ => {}
        }
    }
    let room = ((width / WIDTH_PER_ARROW) as usize).clamp(LEAST_ARROWS, MOST_ARROWS);
    others.sort_unstable();
    others.truncate(room);
    own.extend(others.into_iter().map(|(_, index)| index));
    own.sort_unstable();
    own
}

/// More is more.
const fn weight(relation: RelationType) -> u32 {
    match relation {
        RelationType::Reverses
        | RelationType::Vacates
        | RelationType::Quashes
        | RelationType::Invalidates
        | RelationType::Reinstates => 5,
        RelationType::Affirms
        | RelationType::Stays
        | RelationType::Moots
        | RelationType::Supersedes
        | RelationType::Withdraws
        | RelationType::Repeals => 4,
        RelationType::LiftsStay | RelationType::DeniesReview | RelationType::DismissesAppeal => 3,
        RelationType::AppealsFrom => 2,
        RelationType::RespondsTo
        | RelationType::Follows
        | RelationType::Cites
        | RelationType::Enacts
        | RelationType::Amends => 1,
    }
}

pub(super) fn draw(
    docket: &Docket,
    seats: &Seats,
    drawn: &[usize],
    scale: &Scale,
    measure: &dyn MeasureText,
) -> Plan {
    let anchors = anchors(docket, seats, scale);
    let ways: Vec<(Anchor, Anchor, Way)> = drawn
        .iter()
        .map(|index| {
            let act = &docket.acts[*index];
            let (from, to) = (anchors[act.from as usize], anchors[act.to as usize]);
            (from, to, way(&seats.rows, from, to))
        })
        .collect();
    let tracks = Tracks::of(&seats.rows, &ways, scale.width);
    let (ys, height) = tracks.lay(&seats.rows);
    let ground = Ground {
        rows: &seats.rows,
        ys: &ys,
        width: scale.width,
        height,
    };
    let paths = paths(&ways, &tracks, &ground);
    let arrows = label(docket, drawn, &paths, &ground, measure);
    let mut more = vec![0_u32; docket.events.len()];
    for act in &docket.acts {
        let is_known = (act.to as usize) < more.len();
        if let Some(more) = more.get_mut(act.from as usize).filter(|_| is_known) {
            *more += 1;
        }
    }
    for index in drawn {
        more[docket.acts[*index].from as usize] -= 1;
    }
    Plan {
        ys,
        height,
        arrows,
        more,
    }
}

/// A single curve where one is clear and costs less than the way through the gaps.
fn paths(ways: &[(Anchor, Anchor, Way)], tracks: &Tracks, ground: &Ground<'_>) -> Vec<Curve> {
    let routed: Vec<Curve> = ways
        .iter()
        .enumerate()
        .map(|(index, way)| {
            let mut corners = tracks.corners(index, way, ground.rows, ground.ys);
            corners.dedup_by(|a, b| a.distance(*b) < 0.01);
            Curve::rounded(&corners, RADIUS)
        })
        .collect();
    if ways.len() > MOST_CURVES {
        return routed;
    }
    let mut traces = Traces::default();
    let mut paths = Vec::with_capacity(ways.len());
    for (index, ((from, to, _), routed)) in ways.iter().zip(routed).enumerate() {
        if from.x.max(to.x) - from.x.min(to.x) > WIDEST_CURVE {
            paths.push(routed);
            continue;
        }
        let through_gaps = curves::cost(&routed, &routed.samples_apart(STEP), &traces);
        let path = match curves::single(*from, *to, ground, &traces) {
            Some((cost, curve)) if cost <= through_gaps => curve,
            _ => routed,
        };
        traces.add(index as u32, &path.samples_apart(STEP));
        paths.push(path);
    }
    paths
}

/// The arrows with their words. Those that do most get theirs first.
fn label(
    docket: &Docket,
    drawn: &[usize],
    paths: &[Curve],
    ground: &Ground<'_>,
    measure: &dyn MeasureText,
) -> Vec<ActArrow> {
    let samples: Vec<_> = paths.iter().map(|path| path.samples_apart(STEP)).collect();
    let mut traces = Traces::default();
    for (index, samples) in samples.iter().enumerate() {
        traces.add(index as u32, samples);
    }
    let relation = |at: usize| docket.acts[drawn[at]].relation;
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by_key(|at| Reverse(weight(relation(*at))));
    let mut rooms: Vec<Option<Room>> = vec![None; drawn.len()];
    let mut taken: Vec<Room> = Vec::new();
    for at in order {
        let word = relation(at).as_str().replace('-', " ");
        let width = f64::from(measure.width(&word, Weight::SemiBold) * DATE_SIZE / LABEL_SIZE);
        rooms[at] = room(width, &samples[at], ground, &traces, &taken);
        taken.extend(rooms[at]);
    }
    drawn
        .iter()
        .zip(paths)
        .zip(rooms)
        .map(|((act, path), room)| {
            let points = path.points();
            ActArrow {
                act: *act as u32,
                points: points.iter().map(|p| [p.x as f32, p.y as f32]).collect(),
                label_x: room.map_or(points[0].x, |room| room.left) as f32,
                label_y: room.map_or(points[0].y, |room| room.y + BASELINE) as f32,
                label_width: room.map_or(0.0, |room| room.right - room.left) as f32,
            }
        })
        .collect()
}

//! The picture of a docket as numbers and words.
//!
//! `x` is CSS pixels from the day [`ProcedureScene::origin`] at
//! [`ProcedureScene::days_per_px`]; `y` is CSS pixels from the top of the first storey.
//! Entry `i` of every column of nodes or counts belongs together.

use super::Docket;
use super::arrows::Plan;
use super::rows::Scale;
use super::seats::{Place, Seats};
use super::storeys::Storeys;
use docketline_domain::vocabulary::Shape;
use serde::Serialize;
use ts_rs::TS;

/// From the end of a node's date to its label.
pub const NODE_GAP: f32 = 12.0;
/// From the middle of a node down to the baselines of its title and of its date.
pub const TITLE_BASELINE: f32 = -2.5;
pub const DATE_BASELINE: f32 = 11.5;
/// Size of the date and of the count of acts behind it: Inter Regular. The title is
/// SemiBold at [`LABEL_SIZE`](crate::scene::LABEL_SIZE).
pub const DATE_SIZE: f32 = 11.0;

/// What the reader looks at.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize, TS)]
pub struct ProcedureView {
    /// `None` shows the whole docket in `width`.
    pub days_per_px: Option<f64>,
    /// Of the drawing in CSS pixels, names of storeys not included.
    pub width: f64,
    /// Key of the event whose acts are all drawn.
    pub selected: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
pub struct ProcedureScene {
    pub origin: f64,
    pub days_per_px: f64,
    /// From the left edge at `x = 0` to the end of the last label.
    pub width: f64,
    pub height: f64,
    pub storeys: Vec<Storey>,
    pub nodes: Nodes,
    pub counts: NodeCounts,
    pub arrows: Vec<ActArrow>,
}

/// A court, or one level of it; the highest comes first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Storey {
    /// `None` is what happened outside the courts.
    pub name: Option<String>,
    pub y: f64,
    pub height: f64,
}

/// One entry per event that is drawn by itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
pub struct Nodes {
    pub key: Vec<f64>,
    #[ts(type = "Array<'diamond' | 'square' | 'hollow-square' | 'triangle' | 'circle'>")]
    pub shape: Vec<Shape>,
    /// The first and last possible position. Equal for an exact day.
    pub x0: Vec<f32>,
    pub x1: Vec<f32>,
    /// Centre of the mark.
    pub y: Vec<f32>,
    /// Title and date as they fit; empty where there is no room.
    pub title: Vec<String>,
    pub date: Vec<String>,
    /// Width of the room of the label; 0 where there is none.
    pub width: Vec<f32>,
    /// Acts of this event that are not drawn.
    pub more: Vec<u32>,
}

/// One entry per group of events that would collide and are shown as a count.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
pub struct NodeCounts {
    /// Centre.
    pub x: Vec<f32>,
    pub y: Vec<f32>,
    pub width: Vec<f32>,
    pub count: Vec<u32>,
    /// Acts of these events that are not drawn.
    pub more: Vec<u32>,
    /// The days of the first and of the last of them.
    pub first: Vec<f64>,
    pub last: Vec<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ActArrow {
    /// Index into the acts of the docket.
    pub act: u32,
    /// A path of cubic Bézier segments: start, then three points for each segment.
    pub points: Vec<[f32; 2]>,
    /// Left edge and baseline of the room for the word of the relation, set in Inter
    /// SemiBold at [`DATE_SIZE`].
    pub label_x: f32,
    pub label_y: f32,
    /// Width of that room; 0 when there is none near the arrow.
    pub label_width: f32,
}

pub(super) fn assemble(
    docket: &Docket,
    storeys: &Storeys,
    scale: &Scale,
    seats: &Seats,
    plan: Plan,
) -> ProcedureScene {
    let Plan {
        ys,
        height,
        arrows,
        mut more,
    } = plan;
    let mut scene = ProcedureScene {
        origin: scale.origin,
        days_per_px: scale.days_per_px,
        width: scale.width,
        height,
        arrows,
        ..ProcedureScene::default()
    };
    let mut top = 0.0;
    for (at, rows) in seats.rows_of_storey.iter().enumerate() {
        let isnt_last = at + 1 < seats.rows_of_storey.len();
        // The border lies in the middle of the gap between two storeys.
        let end = if isnt_last {
            let (above, below) = (rows.end - 1, rows.end);
            let half = |row: usize| seats.rows[row].half;
            (ys[above] + half(above) + ys[below] - half(below)) / 2.0
        } else {
            height
        };
        scene.storeys.push(Storey {
            name: storeys.names[at].clone(),
            y: top,
            height: end - top,
        });
        top = end;
    }
    for (index, event) in docket.events.iter().enumerate() {
        let Place::Node { row, label } = &seats.places[index] else {
            continue;
        };
        let nodes = &mut scene.nodes;
        let (x0, x1) = scale.extent(event);
        nodes.key.push(event.key as f64);
        nodes.shape.push(event.shape);
        nodes.x0.push(x0 as f32);
        nodes.x1.push(x1 as f32);
        nodes.y.push(ys[*row] as f32);
        let (title, date, width) = match label {
            Some(label) => (label.title.clone(), event.date.clone(), label.width),
            None => (String::new(), String::new(), 0.0),
        };
        nodes.title.push(title);
        nodes.date.push(date);
        nodes.width.push(width as f32);
        nodes.more.push(std::mem::take(&mut more[index]));
    }
    for group in &seats.groups {
        let counts = &mut scene.counts;
        counts.x.push(scale.x(group.middle) as f32);
        counts.y.push(ys[group.row] as f32);
        counts.width.push(group.width as f32);
        counts.count.push(group.events.len() as u32);
        counts
            .more
            .push(group.events.iter().map(|index| more[*index]).sum());
        counts.first.push(group.first);
        counts.last.push(group.last);
    }
    scene
}

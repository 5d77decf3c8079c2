//! A scene as bytes, for its way into a window: words as JSON, numbers as they lie in
//! memory, so that the window neither parses nor copies them.
//!
//! 1. Four bytes: the length of the head, a `u32`.
//! 2. The head: [`SceneHead`] as JSON. Blanks at its end make the columns begin at a
//!    multiple of eight.
//! 3. The columns, in the order of [`columns`], each with as many values as the head says
//!    that its group has. Wide values come first, so every column begins at a multiple of
//!    the size of its values.
//!
//! All numbers are little-endian.

use crate::scene::{Arrow, Scene, SceneLane, Tick};
use docketline_domain::vocabulary::Shape;
use serde::Serialize;
use ts_rs::TS;

/// What of a scene is not a column.
#[derive(Debug, Serialize, TS)]
pub struct SceneHead<'a> {
    pub origin: f64,
    pub days_per_px: f64,
    /// The days that the scene covers.
    pub from: f64,
    pub to: f64,
    /// The part of the lanes that the scene covers, and the height of all.
    pub top: f64,
    pub bottom: f64,
    pub height: f64,
    pub lanes: &'a [SceneLane],
    pub ticks: &'a [Tick],
    pub arrows: &'a [Arrow],
    /// The texts of the labels.
    pub texts: &'a [String],
    /// How many values the columns of each group have.
    pub marks: usize,
    pub labels: usize,
    pub bands: usize,
}

/// The shapes, by the numbers that they have in the column.
pub const SHAPES: [Shape; 5] = [
    Shape::Diamond,
    Shape::Square,
    Shape::HollowSquare,
    Shape::Triangle,
    Shape::Circle,
];

#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// `marks`, `labels` or `bands`.
    pub group: &'static str,
    pub name: &'static str,
    values: Values<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Values<'a> {
    F64(&'a [f64]),
    F32(&'a [f32]),
    U32(&'a [u32]),
    U16(&'a [u16]),
    Shapes(&'a [Shape]),
}

impl Column<'_> {
    /// `f64`, `f32`, `u32`, `u16` or `u8`.
    pub fn kind(&self) -> &'static str {
        match self.values {
            Values::F64(_) => "f64",
            Values::F32(_) => "f32",
            Values::U32(_) => "u32",
            Values::U16(_) => "u16",
            Values::Shapes(_) => "u8",
        }
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        match self.values {
            Values::F64(values) => bytes.extend(values.iter().flat_map(|v| v.to_le_bytes())),
            Values::F32(values) => bytes.extend(values.iter().flat_map(|v| v.to_le_bytes())),
            Values::U32(values) => bytes.extend(values.iter().flat_map(|v| v.to_le_bytes())),
            Values::U16(values) => bytes.extend(values.iter().flat_map(|v| v.to_le_bytes())),
            Values::Shapes(values) => bytes.extend(values.iter().map(|shape| *shape as u8)),
        }
    }
}

/// The columns of a scene in the order in which they are written.
pub fn columns(scene: &Scene) -> [Column<'_>; 17] {
    let column = |group, name, values| Column {
        group,
        name,
        values,
    };
    let Scene {
        marks,
        labels,
        bands,
        ..
    } = scene;
    [
        column("marks", "key", Values::F64(&marks.key)),
        column("marks", "x0", Values::F32(&marks.x0)),
        column("marks", "x1", Values::F32(&marks.x1)),
        column("marks", "y", Values::F32(&marks.y)),
        column("labels", "mark", Values::U32(&labels.mark)),
        column("labels", "x", Values::F32(&labels.x)),
        column("labels", "y", Values::F32(&labels.y)),
        column("labels", "width", Values::F32(&labels.width)),
        column("bands", "x0", Values::F32(&bands.x0)),
        column("bands", "x1", Values::F32(&bands.x1)),
        column("bands", "y", Values::F32(&bands.y)),
        column("bands", "count", Values::U32(&bands.count)),
        column("marks", "lane", Values::U16(&marks.lane)),
        column("marks", "flags", Values::U16(&marks.flags)),
        column("bands", "lane", Values::U16(&bands.lane)),
        column("bands", "flags", Values::U16(&bands.flags)),
        column("marks", "shape", Values::Shapes(&marks.shape)),
    ]
}

impl Scene {
    /// See the [layout](crate::wire).
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = SceneHead {
            origin: self.origin,
            days_per_px: self.days_per_px,
            from: self.from,
            to: self.to,
            top: self.top,
            bottom: self.bottom,
            height: self.height,
            lanes: &self.lanes,
            ticks: &self.ticks,
            arrows: &self.arrows,
            texts: &self.labels.text,
            marks: self.marks.key.len(),
            labels: self.labels.mark.len(),
            bands: self.bands.lane.len(),
        };
        let mut bytes = vec![0; LENGTH];
        serde_json::to_writer(&mut bytes, &head)
            .expect("numbers and words are JSON, and memory takes them");
        bytes.resize(bytes.len().next_multiple_of(8), b' ');
        let length = (bytes.len() - LENGTH) as u32;
        bytes[..LENGTH].copy_from_slice(&length.to_le_bytes());
        for column in columns(self) {
            column.write(&mut bytes);
        }
        bytes
    }
}

/// Bytes of the length of the head.
const LENGTH: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_values_come_before_narrow_ones() {
        let scene = Scene::default();
        let width = |column: &Column<'_>| match column.kind() {
            "f64" => 8,
            "f32" | "u32" => 4,
            "u16" => 2,
            _ => 1,
        };
        assert!(columns(&scene).iter().map(width).rev().is_sorted());
    }

    #[test]
    fn shapes_have_the_numbers_of_their_places() {
        for (number, shape) in SHAPES.into_iter().enumerate() {
            assert_eq!(shape as usize, number);
        }
    }
}

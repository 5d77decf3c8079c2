//! The picture of a timeline as numbers and words: what the window, SVG, PNG, PDF and
//! HTML all draw.
//!
//! Coordinates: `x` is CSS pixels from the day [`Scene::origin`] at
//! [`Scene::days_per_px`]; it does not depend on where the reader has panned to, so
//! panning is a translation. `y` is CSS pixels from the top of the first lane; the axis
//! stands above it. Marks, labels and bands are columns: entry `i` of every vector
//! belongs together; a window gets them [as they are](crate::wire).

use docketline_domain::vocabulary::{RelationType, Shape};
use serde::Serialize;
use ts_rs::TS;

/// Size of the labels in CSS pixels: Inter Regular, the selected one SemiBold.
pub const LABEL_SIZE: f32 = 12.0;
/// From the middle of a row down to the baseline of its labels.
pub const LABEL_BASELINE: f32 = 4.25;
/// From the middle of a row to the upper and lower edge of its labels.
pub const LABEL_HALF_HEIGHT: f32 = 7.0;
/// Size of the text of minor ticks: Inter Regular.
pub const MINOR_TICK_SIZE: f32 = 11.0;
/// Size of the text of major ticks: Inter SemiBold.
pub const MAJOR_TICK_SIZE: f32 = 13.0;
/// From the line of a tick to its text, which stands right of it.
pub const TICK_GAP: f32 = 4.0;
/// Width and height of a mark that is a point. Diamonds reach 1.5 px further out.
pub const MARK_SIZE: f32 = 11.0;
/// What a mark may take to the left of `x0` and to the right of `x1`: half of a mark that
/// is drawn at either end or between them.
pub const MARK_REACH: f32 = 7.0;
/// From [`MARK_REACH`] beyond a date to the label.
pub const LABEL_GAP: f32 = 4.0;
/// No label is wider. Longer ones are cut at a word; the whole title is read where the event
/// is opened.
pub const WIDEST_LABEL: f32 = 240.0;
/// Height of a bar that has its label inside.
pub const INSIDE_HEIGHT: f32 = 17.0;
/// From the end of a bar to the label inside it.
pub const INSIDE_GAP: f32 = 6.0;
/// From the centre of one row of marks to the next.
pub const ROW_HEIGHT: f32 = 20.0;
/// Between the edge of a lane and its first and last row.
pub const LANE_PADDING: f32 = 7.0;
/// Width of a slice of the overview, the space between slices included.
pub const OVERVIEW_SLICE: f32 = 11.0;

/// What the reader looks at, in days and pixels.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize, TS)]
pub struct Viewport {
    /// The day at the left edge, with its fraction.
    pub from: f64,
    pub days_per_px: f64,
    /// Width of the drawing in CSS pixels, lane heads not included.
    pub width: f64,
}

/// The lanes that the reader looks at, in pixels from the top of the first.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize, TS)]
pub struct Part {
    pub top: f64,
    pub height: f64,
}

impl Part {
    /// All lanes.
    pub const WHOLE: Self = Self {
        top: f64::NEG_INFINITY,
        height: f64::INFINITY,
    };
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    pub origin: f64,
    pub days_per_px: f64,
    /// The days that this scene covers, wider than the viewport it was asked for.
    pub from: f64,
    pub to: f64,
    /// The part of the lanes that it covers, higher than what was asked for. Lanes outside
    /// have their place and their count, and nothing may be drawn in them.
    pub top: f64,
    pub bottom: f64,
    /// Of all lanes.
    pub height: f64,
    pub lanes: Vec<SceneLane>,
    pub ticks: Vec<Tick>,
    pub marks: Marks,
    pub labels: Labels,
    pub bands: Bands,
    pub arrows: Vec<Arrow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SceneLane {
    pub id: String,
    pub name: String,
    /// Index of its colour token, 0 to 5.
    pub colour: u8,
    /// Events of the lane that pass the filter, in view or not.
    pub events: u32,
    pub y: f64,
    pub height: f64,
    /// Rows of marks that it has or has room for, those of counts not among them.
    pub rows: u8,
    pub nesting: Nesting,
}

/// Where a lane stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Nesting {
    #[default]
    Alone,
    /// Above the lanes that belong to it; when they are folded into it, their events are
    /// in it.
    Parent,
    /// Under the nearest parent above.
    Child,
}

/// A line of the axis. Major ticks carry the larger unit ("2014"), minor the smaller
/// ("Apr"). In a scene, the major tick before its left edge is there too, so that a
/// window inside one year can say which.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Tick {
    pub x: f64,
    pub text: String,
    pub major: bool,
}

/// One entry per event that is drawn by itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Marks {
    pub key: Vec<f64>,
    pub lane: Vec<u16>,
    pub shape: Vec<Shape>,
    /// The first and last possible position. Equal for an exact day.
    pub x0: Vec<f32>,
    pub x1: Vec<f32>,
    /// Centre of the mark.
    pub y: Vec<f32>,
    /// Sum of the bits in [`flag`].
    pub flags: Vec<u16>,
}

/// One entry per label. The text is in `text`; a label belongs to `mark[i]`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Labels {
    /// Index into [`Marks`].
    pub mark: Vec<u32>,
    pub x: Vec<f32>,
    /// Baseline.
    pub y: Vec<f32>,
    pub width: Vec<f32>,
    pub text: Vec<String>,
}

/// One entry per group of events that would collide and are shown as a count.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bands {
    pub lane: Vec<u16>,
    pub x0: Vec<f32>,
    pub x1: Vec<f32>,
    pub y: Vec<f32>,
    pub count: Vec<u32>,
    /// Union of the bits in [`flag`] of what is counted: what is found, disputed or noted
    /// shows, also where it is too crowded to be told apart.
    pub flags: Vec<u16>,
}

/// An act of the selected event, from its mark to what it acted on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Arrow {
    #[ts(type = "string")]
    pub relation: RelationType,
    /// A path of cubic Bézier segments: start, then three points for each segment.
    pub points: Vec<[f32; 2]>,
    /// Left edge and baseline of the room for the word of the relation, set in Inter
    /// SemiBold at [`LABEL_SIZE`].
    pub label_x: f32,
    pub label_y: f32,
    /// Width of that room; 0 when there is none near the arrow.
    pub label_width: f32,
}

/// Bits of [`Marks::flags`].
pub mod flag {
    /// A `?` or `%` in the date.
    pub const UNCERTAIN: u16 = 1;
    /// A `~` or `%` in the date.
    pub const APPROXIMATE: u16 = 2;
    /// It lasted from `x0` to `x1`; without it, it happened once within them.
    pub const SPAN: u16 = 4;
    /// No known beginning; `x0` is where the drawing starts.
    pub const OPEN_START: u16 = 8;
    /// No known end; `x1` is where the drawing ends.
    pub const OPEN_END: u16 = 16;
    pub const SELECTED: u16 = 32;
    /// The search found it.
    pub const FOUND: u16 = 64;
    /// Sources disagree on its date.
    pub const DISPUTED: u16 = 128;
    /// It carries notes.
    pub const NOTED: u16 = 256;
    /// Its label stands inside its bar, which is higher for that. Where the bar begins
    /// outside the picture, the label goes to its edge, as far as the bar allows.
    pub const INSIDE: u16 = 512;
    /// At some time of its day, which is so wide here that hours can be told.
    pub const WITHIN_DAY: u16 = 1_024;
}

/// How dense the whole casebook is, for the overview strip.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
pub struct Overview {
    /// The days at the left and right edge.
    pub from: f64,
    pub to: f64,
    /// Events that begin in each of equally wide slices.
    pub counts: Vec<u32>,
    pub ticks: Vec<Tick>,
}

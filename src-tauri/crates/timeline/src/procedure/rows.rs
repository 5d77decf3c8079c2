//! The scale of a drawing, and the rows that it is cut into.

use super::arrows::LEAST_ARROWS;
use super::scene::{DATE_SIZE, NODE_GAP};
use super::{Docket, ProcedureEvent, ProcedureView};
use crate::measure::{MeasureText, Weight};
use crate::scale::ladder_step;
use crate::scene::{LABEL_SIZE, MARK_REACH};

/// Between the edges of the drawing and what stands in it: room for an arrow to turn.
pub(super) const EDGE: f64 = 28.0;
/// Titles are cut to this width; they are read whole in the table and at the pointer.
const WIDEST_TITLE: f64 = 190.0;
/// Half of the height of a row of labels, of bare marks, and of counts.
pub(super) const LABEL_HALF: f64 = 14.5;
pub(super) const MARK_HALF: f64 = 8.0;
pub(super) const COUNT_HALF: f64 = 10.0;
/// From row to row where nothing runs between them.
pub(super) const GAP: f64 = 8.0;
/// The same between two storeys.
pub(super) const BORDER: f64 = 16.0;
/// Between labels of one row.
pub(super) const APART: f64 = 16.0;

const FINEST: f64 = 1e-4;
const COARSEST: f64 = 1e9;
/// Single pixels of a wider drawing cannot be told apart by an `f32`.
const WIDEST: f64 = 1_048_576.0;

/// A horizontal strip with nodes and labels in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub half: f64,
    /// It begins another storey than the row above it.
    pub starts_storey: bool,
    /// What stands in it, from left to right, none over another: `left`, `right`, and
    /// which event or group it belongs to.
    pub taken: Vec<Taken>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Taken {
    pub left: f64,
    pub right: f64,
    pub owner: Owner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Owner {
    Event(usize),
    Group(usize),
}

/// From days to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// The day at `x = 0`.
    pub origin: f64,
    pub days_per_px: f64,
    /// Days per pixel at which rows are decided; at least `days_per_px`.
    pub ladder: f64,
    pub width: f64,
    first: f64,
    last: f64,
}

impl Scale {
    pub fn of(docket: &Docket, view: ProcedureView, labels: &[Label]) -> Self {
        let days = docket.events.iter().filter_map(known_days);
        let first = days.clone().map(|(first, _)| first).reduce(f64::min);
        let last = days.map(|(_, last)| last).reduce(f64::max);
        let (first, last) = (first.unwrap_or(0.0), last.unwrap_or(0.0));
        let mut scale = Self {
            origin: 0.0,
            days_per_px: 1.0,
            ladder: 1.0,
            width: 0.0,
            first,
            last,
        };
        let least = ((last - first) / WIDEST).max(FINEST);
        let asked = view.days_per_px.filter(|days| days.is_finite());
        let fitting = || scale.fitting(docket, view.width, labels);
        scale.days_per_px = asked
            .unwrap_or_else(fitting)
            .clamp(least, COARSEST.max(least));
        scale.ladder = ladder_step(scale.days_per_px);
        scale.origin = first - EDGE * scale.days_per_px;
        scale.width = docket
            .events
            .iter()
            .zip(labels)
            .map(|(event, label)| scale.extent(event).1 + label.reach())
            .fold(EDGE, f64::max)
            + EDGE;
        scale
    }

    /// The scale at which the last label ends where the drawing does.
    fn fitting(&self, docket: &Docket, width: f64, labels: &[Label]) -> f64 {
        const NARROWEST: f64 = 120.0;
        let width = if width.is_finite() { width } else { 0.0 };
        let needed = docket.events.iter().zip(labels).map(|(event, label)| {
            let (_, end) = self.days(event);
            let room = width - 2.0 * EDGE - label.reach();
            (end - self.first) / room.max(NARROWEST)
        });
        let days_per_px = needed.fold(0.0, f64::max);
        // A docket of one day has no scale of its own.
        if days_per_px > 0.0 { days_per_px } else { 1.0 }
    }

    /// First and last possible day; for a date without any bound, the first of the docket.
    pub fn days(&self, event: &ProcedureEvent) -> (f64, f64) {
        known_days(event).unwrap_or((self.first, self.first))
    }

    pub fn x(&self, day: f64) -> f64 {
        (day - self.origin) / self.days_per_px
    }

    pub fn extent(&self, event: &ProcedureEvent) -> (f64, f64) {
        let (first, last) = self.days(event);
        (self.x(first), self.x(last))
    }

    /// Where the rows are decided: pixels from the first day at the step of the ladder.
    pub fn on_ladder(&self, day: f64) -> f64 {
        (day - self.first) / self.ladder
    }
}

/// The middle of its first and of its last possible day. One that is open at an end is
/// drawn at the other.
fn known_days(event: &ProcedureEvent) -> Option<(f64, f64)> {
    let first = event.bounds.earliest.or(event.bounds.latest)?;
    let last = event.bounds.latest.unwrap_or(first);
    Some((first.0 as f64 + 0.5, last.0 as f64 + 0.5))
}

/// What a label is once it is set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub title: String,
    pub width: f64,
}

impl Label {
    /// From the last possible day of its event to its end.
    fn reach(&self) -> f64 {
        f64::from(NODE_GAP) + self.width
    }
}

/// The label of every event. Where not all acts will be drawn, the date has room for how
/// many are not.
pub(super) fn labels(docket: &Docket, measure: &dyn MeasureText) -> Vec<Label> {
    let mut done = vec![0_u32; docket.events.len()];
    if docket.acts.len() > LEAST_ARROWS {
        for act in &docket.acts {
            if let Some(done) = done.get_mut(act.from as usize) {
                *done += 1;
            }
        }
    }
    let small = f64::from(DATE_SIZE / LABEL_SIZE);
    let width = |text: &str, weight| f64::from(measure.width(text, weight));
    docket
        .events
        .iter()
        .zip(done)
        .map(|(event, acts)| {
            let title = shortened(&event.label, |text| width(text, Weight::SemiBold));
            let date = width(&event.date, Weight::Regular) * small;
            let count = match acts {
                0 => 0.0,
                acts => width(&format!(" · +{acts}"), Weight::SemiBold) * small,
            };
            Label {
                width: width(&title, Weight::SemiBold).max(date + count),
                title,
            }
        })
        .collect()
}

/// The room of a node: its mark and its label.
pub(super) fn room(x0: f64, x1: f64, label: Option<&Label>) -> (f64, f64) {
    let reach = f64::from(MARK_REACH);
    match label {
        Some(label) => (x0 - reach, x1 + f64::from(NODE_GAP) + label.width),
        None => (x0 - reach, x1 + reach),
    }
}

fn shortened(text: &str, width: impl Fn(&str) -> f64) -> String {
    let whole = width(text);
    if whole <= WIDEST_TITLE {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    // Widths grow with every letter but for a kern, so the guess is only a start.
    let cut = |letters: usize| format!("{}…", text[..ends[letters]].trim_end());
    let guess = (ends.len() as f64 * WIDEST_TITLE / whole) as usize;
    let mut letters = (guess + 2).min(ends.len() - 1);
    while letters > 1 && width(&cut(letters)) > WIDEST_TITLE {
        letters -= 1;
    }
    cut(letters)
}

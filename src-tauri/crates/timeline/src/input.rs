//! What a timeline is made from: events, lanes, and the acts of the one that is selected.

use crate::columns::EventRow;
use crate::room::Room;
use crate::scene::{Nesting, flag};
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::{RelationType, Shape};

/// One event, reduced to what its drawing needs.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEvent {
    /// What the caller knows it by; unique. Below 2^53, because it crosses to the window
    /// as a number.
    pub key: i64,
    /// Index into the lanes. An event of a lane that is not there is left out.
    pub lane: u16,
    pub shape: Shape,
    pub bounds: Bounds,
    /// Of its day, where a time is known: 0 to 1,439.
    pub minute: Option<u16>,
    /// It lasted from the first bound to the last; otherwise it happened once within them.
    pub is_span: bool,
    pub uncertain: bool,
    pub approximate: bool,
    /// A few words; marks of doubt in the date are added by the layout.
    pub label: String,
    /// More is more; decides whose label stays when not all fit.
    pub significance: u8,
    /// [`FOUND`](crate::scene::flag::FOUND), [`DISPUTED`](crate::scene::flag::DISPUTED)
    /// and [`NOTED`](crate::scene::flag::NOTED); the other bits are set by the layout.
    pub flags: u16,
}

impl TimelineEvent {
    /// As it goes into the columns.
    pub fn row(&self) -> EventRow<'_> {
        let doubts = [
            (self.is_span, flag::SPAN),
            (self.uncertain, flag::UNCERTAIN),
            (self.approximate, flag::APPROXIMATE),
        ];
        let doubts = doubts.iter().filter(|(holds, _)| *holds);
        EventRow {
            key: self.key,
            lane: self.lane,
            shape: self.shape,
            kind: 0,
            earliest: self.bounds.earliest.map(|day| day.0),
            latest: self.bounds.latest.map(|day| day.0),
            minute: self.minute,
            significance: self.significance,
            flags: doubts.fold(self.flags, |flags, (_, bit)| flags | bit),
            label: &self.label,
        }
    }
}

/// An event that may be drawn by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate<'a> {
    pub key: i64,
    pub shape: Shape,
    /// The first and last moment, in days; infinite where an end is open.
    pub first: f64,
    pub last: f64,
    /// All but [`flag::SELECTED`].
    pub flags: u16,
    pub significance: u8,
    pub label: LabelPlace<'a>,
}

/// Where a label stands among all texts. Most are never read: memory is slow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LabelPlace<'a> {
    pub texts: &'a str,
    pub start: usize,
    pub bytes: usize,
    pub room: &'a Room,
}

impl<'a> LabelPlace<'a> {
    pub fn as_str(self) -> &'a str {
        &self.texts[self.start..self.start + self.bytes]
    }
}

/// A horizontal band, in the order in which the bands are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneInput {
    pub id: String,
    pub name: String,
    /// Index of its colour token, 0 to 5.
    pub colour: u8,
    /// Events of the lane that pass the filter.
    pub events: u32,
    /// Rows of marks at most; with 0 the lane is folded: all is counted but what shows
    /// through every count. `None` leaves it to the layout.
    pub rows: Option<u8>,
    pub nesting: Nesting,
}

/// An act of the selected event upon another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArrowInput {
    pub relation: RelationType,
    /// Key of the event it acted on.
    pub to: i64,
}

//! Rows: which mark of a lane stands on which row, and on which side its label is.
//!
//! Marks are taken from left to right, and each goes to the first row where it and its
//! label fit. An event that matters may open more rows for its label than one that does
//! not, and may take the room of a lesser label; a label is rather dropped than a row
//! opened. All of this is in ladder pixels and knows neither the viewport nor what is
//! selected, so neither panning nor selecting nor searching moves a mark.

use crate::input::Candidate;
use crate::labels::LabelText;
use crate::scene::{INSIDE_GAP, MARK_REACH, flag};
use std::cmp::Reverse;

/// Rows of marks in a lane; what does not fit is counted in the row below them.
pub(crate) const MARK_ROWS: usize = 7;
/// Rows that ranges wider than [`WIDE`] may fill, so that "nineteenth century" leaves
/// room for what is known to the day.
const WIDE_ROWS: usize = 4;
pub(crate) const WIDE: f64 = 320.0;
/// Free space before a label that stands left of its mark; less would leave open to which
/// of two marks it belongs.
pub(crate) const BEFORE_LEFT_LABEL: f64 = 24.0;
/// Free space between a mark without label, or a label, and what follows in the row.
pub(crate) const AFTER_MARK: f64 = 3.0;
pub(crate) const AFTER_LABEL: f64 = 10.0;

/// The room that a mark takes, in ladder pixels: the whole range of its date, and half a
/// mark at either end. Infinite where the date is open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    pub left: f64,
    pub right: f64,
}

impl Extent {
    pub fn of(event: &Candidate<'_>, ladder: f64) -> Self {
        let reach = f64::from(MARK_REACH);
        Self {
            left: event.first / ladder - reach,
            right: event.last / ladder + reach,
        }
    }

    pub fn is_wide(&self) -> bool {
        self.right - self.left > WIDE
    }

    /// The middle, or the known end, or day 0 where nothing is known.
    pub fn middle(&self) -> f64 {
        match (self.left.is_finite(), self.right.is_finite()) {
            (true, true) => (self.left + self.right) / 2.0,
            (true, false) => self.left,
            (false, true) => self.right,
            (false, false) => 0.0,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
    /// Inside the bar of something that lasted.
    Inside,
}

/// An event that is drawn by itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    /// Index into the events.
    pub event: usize,
    pub extent: Extent,
    pub row: usize,
    pub label: Option<Label>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Label {
    pub side: Side,
    /// What it takes beside the mark, the gap included.
    pub room: f64,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Rows {
    /// From left to right.
    pub placed: Vec<Placed>,
    /// What found no row, from left to right.
    pub overflow: Vec<(usize, Extent)>,
    pub count: usize,
}

/// Rows that an event may open so that its label fits, in a lane of at most so many.
fn rows_for_label(significance: u8, most: usize) -> usize {
    let usual = match significance {
        0..=3 => 3,
        4..=5 => 4,
        6 => 5,
        7 => 6,
        _ => MARK_ROWS,
    };
    // A reader who makes a lane higher wants more labels in it.
    usual + most.saturating_sub(MARK_ROWS)
}

/// Steps of significance by which a label may matter more and still give way to a mark.
const A_LITTLE: u8 = 4;

/// The right end of a row while it is being filled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowEnd {
    /// Where the next mark may begin.
    free_from: f64,
    /// Where it might begin if the last label were dropped.
    free_without_label: f64,
    /// The last mark, when it has a label to its right: index into `placed`, significance.
    labelled: Option<(usize, u8)>,
    /// Nothing in the row may reach further.
    limit: f64,
}

impl RowEnd {
    /// A row that is free between two places.
    pub fn between(from: f64, limit: f64) -> Self {
        Self {
            free_from: from,
            free_without_label: from,
            labelled: None,
            limit,
        }
    }

    fn holds(&self, extent: Extent) -> bool {
        extent.right + AFTER_MARK <= self.limit
    }
}

/// Fills the rows of one lane with its events. `most` is how many rows of marks its
/// reader wants at most.
pub(crate) fn pack(
    events: &[Candidate<'_>],
    ladder: f64,
    most: Option<u8>,
    labels: &LabelText<'_>,
) -> Rows {
    let order = events
        .iter()
        .enumerate()
        .map(|(index, event)| (index, Extent::of(event, ladder)))
        .collect();
    let mut rows = Rows::default();
    let mut ends = Vec::new();
    let mark_rows = most.map_or(MARK_ROWS, usize::from);
    let most = |extent: Extent| match extent.is_wide() {
        true => WIDE_ROWS.min(mark_rows),
        false => mark_rows,
    };
    fill(&mut rows, &mut ends, events, order, most, labels);
    rows.count = ends.len();
    rows
}

/// Puts events into rows that may hold something already. `most` says how many rows there
/// may be for one of them.
pub(crate) fn fill(
    rows: &mut Rows,
    ends: &mut Vec<RowEnd>,
    events: &[Candidate<'_>],
    mut order: Vec<(usize, Extent)>,
    most: impl Fn(Extent) -> usize,
    labels: &LabelText<'_>,
) {
    order.sort_unstable_by(|(a, one), (b, other)| {
        let (first, second) = (&events[*a], &events[*b]);
        one.left
            .total_cmp(&other.left)
            .then(second.significance.cmp(&first.significance))
            .then(first.key.cmp(&second.key))
    });

    for (index, extent) in order {
        let event = &events[index];
        let most = most(extent);
        let place = with_label(event, extent, ends, most, labels)
            .map(|(row, label)| (row, Some(label)))
            .or_else(|| without_label(event, extent, ends, most).map(|row| (row, None)));
        let Some((row, label)) = place else {
            rows.overflow.push((index, extent));
            continue;
        };
        if let Some((dropped, _)) = ends[row].labelled
            && ends[row].free_from > extent.left
        {
            rows.placed[dropped].label = None;
        }
        let bare = extent.right + AFTER_MARK;
        let limit = ends[row].limit;
        ends[row] = match label {
            Some(Label {
                side: Side::Right,
                room,
            }) => RowEnd {
                free_from: extent.right + room + AFTER_LABEL,
                free_without_label: bare,
                labelled: Some((rows.placed.len(), event.significance)),
                limit,
            },
            _ => RowEnd::between(bare, limit),
        };
        rows.placed.push(Placed {
            event: index,
            extent,
            row,
            label,
        });
    }
}

/// The row where mark and label fit: one that is free, else a new one, else one whose
/// last label matters less.
fn with_label(
    event: &Candidate<'_>,
    extent: Extent,
    ends: &mut Vec<RowEnd>,
    most: usize,
    labels: &LabelText<'_>,
) -> Option<(usize, Label)> {
    let most = most.min(rows_for_label(event.significance, most));
    let allowed = ends.len().min(most);
    let free = ends[..allowed]
        .iter()
        .position(|end| end.free_from <= extent.left && end.holds(extent));
    // Measuring is the dear part: not before there may be room.
    let taken = || {
        least_label(&ends[..allowed], extent)
            .filter(|(significance, _)| *significance < event.significance)
            .map(|(_, row)| row)
    };
    let row = match free {
        Some(row) => row,
        None if ends.len() < most => ends.len(),
        None => taken()?,
    };
    let room = labels.room(event)?;
    if fits_inside(event, extent, room) {
        if row == ends.len() {
            ends.push(EMPTY);
        }
        let side = Side::Inside;
        return Some((row, Label { side, room }));
    }
    let limit = ends.get(row).map_or(f64::INFINITY, |end| end.limit);
    let side = if extent.right.is_finite() {
        Side::Right
    } else {
        Side::Left
    };
    if side == Side::Right && extent.right + room + AFTER_LABEL > limit {
        return None;
    }
    if side == Side::Left {
        // An open end leaves no room on the right.
        let from = extent.left - room - BEFORE_LEFT_LABEL;
        let fits = from.is_finite() && ends.get(row).is_none_or(|end| end.free_from <= from);
        if !fits {
            return None;
        }
    }
    if row == ends.len() {
        ends.push(EMPTY);
    }
    Some((row, Label { side, room }))
}

/// Whether a label has room in its bar, right of the mark at its beginning.
pub(crate) fn fits_inside(event: &Candidate<'_>, extent: Extent, room: f64) -> bool {
    let is = |bit: u16| event.flags & bit != 0;
    let beside = f64::from(2.0 * MARK_REACH + MARK_REACH + INSIDE_GAP);
    is(flag::SPAN) && !is(flag::OPEN_START) && extent.right - extent.left >= room + beside
}

const EMPTY: RowEnd = RowEnd {
    free_from: f64::NEG_INFINITY,
    free_without_label: f64::NEG_INFINITY,
    labelled: None,
    limit: f64::INFINITY,
};

/// The row for a mark alone: one that is free, else one whose last label matters no more
/// than this event, else a new one, else one whose last label matters a little more. The
/// label of an event that matters much more stays: then this one is rather counted, so
/// that a crowded picture still names what mattered.
fn without_label(
    event: &Candidate<'_>,
    extent: Extent,
    ends: &mut Vec<RowEnd>,
    most: usize,
) -> Option<usize> {
    let allowed = ends.len().min(most);
    if let Some(row) = ends[..allowed]
        .iter()
        .position(|end| end.free_from <= extent.left && end.holds(extent))
    {
        return Some(row);
    }
    let least = least_label(&ends[..allowed], extent);
    match least {
        Some((significance, row)) if significance <= event.significance => Some(row),
        _ if ends.len() < most => {
            ends.push(EMPTY);
            Some(ends.len() - 1)
        }
        least => least
            .filter(|(significance, _)| {
                *significance <= event.significance.saturating_add(A_LITTLE)
            })
            .map(|(_, row)| row),
    }
}

/// Among the rows that would be free without their last label, the one whose label
/// matters least, and the lowest of several: significance and row.
fn least_label(ends: &[RowEnd], extent: Extent) -> Option<(u8, usize)> {
    ends.iter()
        .enumerate()
        .filter(|(_, end)| end.free_without_label <= extent.left && end.holds(extent))
        .filter_map(|(row, end)| end.labelled.map(|(_, significance)| (significance, row)))
        .min_by_key(|(significance, row)| (*significance, Reverse(*row)))
}

//! The columns of an event that derive from its dates: what filters compare and lists
//! are ordered by. A day without a bound is the least or the greatest number there is.

use docketline_domain::Edtf;
use docketline_domain::compare::Extent;
use docketline_domain::model::{StatedDate, public_bounds};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EventDays {
    /// `None` where the end is open or unknown.
    pub earliest: Option<i64>,
    pub latest: Option<i64>,
    /// The order in time: first by the earliest day, then by the latest, then by the time
    /// of day in seconds.
    pub sort_first: i64,
    pub sort_last: i64,
    pub sort_time: i64,
    /// The day by which it has begun, and the day before which it does not end, in every
    /// reading of its date. Of a moment they are its latest and its earliest day.
    pub begins_latest: i64,
    pub ends_earliest: i64,
    /// The first day on which it may have been public. "As known on K" shows an event
    /// when this is no later than K.
    pub public_first: i64,
}

impl EventDays {
    pub fn of(date: &Edtf, stated: Option<&StatedDate>, public_from: Option<&Edtf>) -> Self {
        let bounds = date.bounds();
        let extent = Extent::of_event(date);
        let (sort_first, sort_last, time, _) = date.sort_key();
        Self {
            earliest: bounds.earliest.map(|day| day.0),
            latest: bounds.latest.map(|day| day.0),
            sort_first,
            sort_last,
            sort_time: i64::from(time),
            begins_latest: extent.begins_latest(),
            ends_earliest: extent.ends_earliest(),
            public_first: public_bounds(date, stated, public_from)
                .earliest
                .map_or(i64::MIN, |day| day.0),
        }
    }

    /// The columns of an event as an UPDATE sets them, from the second parameter on.
    pub const SET: &str = "earliest = ?2, latest = ?3, sort_first = ?4, sort_last = ?5,
        sort_time = ?6, begins_latest = ?7, ends_earliest = ?8, public_first = ?9";

    /// What [`EventDays::SET`] sets them to.
    pub fn values(self) -> [Option<i64>; 8] {
        // Destructured, so that a new column breaks the build instead of being forgotten.
        let Self {
            earliest,
            latest,
            sort_first,
            sort_last,
            sort_time,
            begins_latest,
            ends_earliest,
            public_first,
        } = self;
        [
            earliest,
            latest,
            Some(sort_first),
            Some(sort_last),
            Some(sort_time),
            Some(begins_latest),
            Some(ends_earliest),
            Some(public_first),
        ]
    }
}

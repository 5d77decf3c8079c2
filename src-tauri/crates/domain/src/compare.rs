//! Comparing dates that are not exact: before, after, within, overlapping as yes,
//! possibly or no; the order in which events are listed; the time between two events.
//!
//! A date of an event is one of two things. A moment happened on one day, which the
//! writer may not know: `2014-08`, `[2014-08-01..2014-08-12]`. A span lasted: `a/b` and
//! `{a..b}`. An open end lies beyond every day; an unknown end lies somewhere.

mod elapsed;

pub use elapsed::{Elapsed, elapsed};

use crate::edtf::{Bounds, DateTime, Edtf, Expression, Interval, IntervalEnd, Member, SetKind};
use crate::standing::Certainty;

/// Days beyond which there are none.
const EVER: Possible = Possible {
    from: i64::MIN,
    to: i64::MAX,
};

/// The first day and the last day of something, each with the days that it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extent {
    first: Possible,
    last: Possible,
    /// Both are the same day in every reading.
    is_moment: bool,
}

/// Day numbers; the least and the greatest stand for a day before or after all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Possible {
    from: i64,
    to: i64,
}

impl Possible {
    fn within(bounds: Bounds) -> Self {
        Self {
            from: bounds.earliest.map_or(i64::MIN, |day| day.0),
            to: bounds.latest.map_or(i64::MAX, |day| day.0),
        }
    }

    fn exactly(day: i64) -> Self {
        Self { from: day, to: day }
    }
}

impl Extent {
    /// Of what happened on this date: a moment or a span.
    pub fn of_event(date: &Edtf) -> Self {
        match date.expression() {
            Expression::Interval(interval) => Self::of_interval(interval),
            Expression::Set(set) if set.kind == SetKind::AllOf => Self::of_all(&set.members),
            Expression::Set(_) | Expression::Date(_) | Expression::DateTime(_) => {
                let day = Possible::within(date.bounds());
                Self {
                    first: day,
                    last: day,
                    is_moment: true,
                }
            }
        }
    }

    /// Of a period that is asked about: all the days of `2014-08`, from the first to the
    /// last. An end without a day is beyond every day.
    pub fn of_period(days: Bounds) -> Self {
        let days = Possible::within(days);
        Self {
            first: Possible::exactly(days.from),
            last: Possible::exactly(days.to),
            is_moment: days.from == days.to,
        }
    }

    fn of_interval(interval: &Interval) -> Self {
        let first = match &interval.start {
            IntervalEnd::On(date) => Possible::within(date.bounds()),
            IntervalEnd::Beyond(date) => Possible {
                from: i64::MIN,
                ..Possible::within(date.bounds())
            },
            IntervalEnd::Open => Possible::exactly(i64::MIN),
            IntervalEnd::Unknown => EVER,
        };
        let last = match &interval.end {
            IntervalEnd::On(date) => Possible::within(date.bounds()),
            IntervalEnd::Beyond(date) => Possible {
                to: i64::MAX,
                ..Possible::within(date.bounds())
            },
            IntervalEnd::Open => Possible::exactly(i64::MAX),
            IntervalEnd::Unknown => EVER,
        };
        Self::span(first, last)
    }

    /// From the earliest of them to the latest.
    fn of_all(members: &[Member]) -> Self {
        let ends = members.iter().map(|member| match member {
            Member::Date(date) => (
                Possible::within(date.bounds()),
                Possible::within(date.bounds()),
            ),
            Member::Range(from, to) => (
                Possible::within(from.bounds()),
                Possible::within(to.bounds()),
            ),
            Member::Until(date) => (Possible::exactly(i64::MIN), Possible::within(date.bounds())),
            Member::From(date) => (Possible::within(date.bounds()), Possible::exactly(i64::MAX)),
        });
        let (first, last) = ends
            .reduce(|(first, last), (next_first, next_last)| {
                (
                    Possible {
                        from: first.from.min(next_first.from),
                        to: first.to.min(next_first.to),
                    },
                    Possible {
                        from: last.from.max(next_last.from),
                        to: last.to.max(next_last.to),
                    },
                )
            })
            .unwrap_or((EVER, EVER));
        Self::span(first, last)
    }

    /// Nothing ends before it begins, which narrows what the ends can be.
    fn span(first: Possible, last: Possible) -> Self {
        Self {
            first: Possible {
                to: first.to.min(last.to),
                ..first
            },
            last: Possible {
                from: last.from.max(first.from),
                ..last
            },
            is_moment: false,
        }
    }

    /// The day by which it has begun in every reading; the greatest number when there is
    /// no such day.
    pub fn begins_latest(&self) -> i64 {
        self.first.to
    }

    /// The day before which it ends in no reading; the least number when there is no such
    /// day.
    pub fn ends_earliest(&self) -> i64 {
        self.last.from
    }

    /// All of it lies before all of the other.
    pub fn before(&self, other: &Self) -> Certainty {
        if self.last.to < other.first.from {
            Certainty::Yes
        } else if self.last.from < other.first.to {
            Certainty::Possibly
        } else {
            Certainty::No
        }
    }

    /// All of it lies after all of the other.
    pub fn after(&self, other: &Self) -> Certainty {
        other.before(self)
    }

    /// Every day of it is a day of the other.
    pub fn within(&self, other: &Self) -> Certainty {
        if self.first.from >= other.first.to && self.last.to <= other.last.from {
            return Certainty::Yes;
        }
        let can_be = if other.is_moment {
            let all = [self.first, self.last, other.first];
            all.iter().map(|day| day.from).max() <= all.iter().map(|day| day.to).min()
        } else {
            self.first.to >= other.first.from && self.last.from <= other.last.to
        };
        if can_be {
            Certainty::Possibly
        } else {
            Certainty::No
        }
    }

    /// At least one day belongs to both.
    pub fn overlaps(&self, other: &Self) -> Certainty {
        match self.before(other).max(other.before(self)) {
            Certainty::No => Certainty::Yes,
            Certainty::Possibly => Certainty::Possibly,
            Certainty::Yes => Certainty::No,
        }
    }
}

impl Edtf {
    /// What orders events: the earliest day, an open or unknown beginning before every
    /// day; then the latest day, an open or unknown end after every day, so that a day
    /// comes before the month that it begins; then the time of day; then the text. The
    /// acts of one day have an order of their own, the docket's, which is not the date's.
    pub fn sort_key(&self) -> (i64, i64, u32, &str) {
        let days = Possible::within(self.bounds());
        let second = match self.expression() {
            Expression::DateTime(DateTime {
                hour,
                minute,
                second,
                ..
            }) => u32::from(*hour) * 3600 + u32::from(*minute) * 60 + u32::from(*second),
            _ => 0,
        };
        (days.from, days.to, second, self.as_str())
    }
}

//! The first and the last day that an expression allows.
//!
//! `~` and `?` do not widen bounds: how far "about" reaches is not written anywhere,
//! and a margin of our own would be shown, searched and reasoned with as if the source
//! had given it. They are shown as what they are instead.

use super::{
    Bounds, Component, Date, DateTime, Digits, Expression, Interval, IntervalEnd, Member, Season,
    Set, Year,
};
use crate::day::{Day, days_in_month, is_leap_year};

impl Bounds {
    /// Both ends open or unknown.
    pub const NONE: Self = Self {
        earliest: None,
        latest: None,
    };

    /// The same days when the end was given before the beginning.
    pub fn in_order(self) -> Self {
        match (self.earliest, self.latest) {
            (Some(first), Some(last)) if last < first => Self {
                earliest: Some(last),
                latest: Some(first),
            },
            _ => self,
        }
    }

    /// The smallest bounds that hold both.
    fn around(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }
}

impl Expression {
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Date(date) => date.bounds(),
            Self::DateTime(DateTime { day, .. }) => Bounds {
                earliest: Some(*day),
                latest: Some(*day),
            },
            Self::Interval(interval) => interval.bounds(),
            Self::Set(set) => set.bounds(),
        }
    }
}

impl Interval {
    fn bounds(&self) -> Bounds {
        let on = |end: &IntervalEnd| match end {
            IntervalEnd::On(date) => date.bounds(),
            IntervalEnd::Beyond(_) | IntervalEnd::Open | IntervalEnd::Unknown => Bounds::NONE,
        };
        Bounds {
            earliest: on(&self.start).earliest,
            latest: on(&self.end).latest,
        }
    }
}

impl Set {
    fn bounds(&self) -> Bounds {
        self.members
            .iter()
            .map(Member::bounds)
            .reduce(Bounds::around)
            .unwrap_or(Bounds::NONE)
    }
}

impl Member {
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Date(date) => date.bounds(),
            Self::Range(from, to) => from.bounds().around(to.bounds()),
            Self::Until(date) => Bounds {
                earliest: None,
                ..date.bounds()
            },
            Self::From(date) => Bounds {
                latest: None,
                ..date.bounds()
            },
        }
    }
}

impl Date {
    /// Both ends are days for every date of a valid expression.
    pub fn bounds(&self) -> Bounds {
        match *self {
            Self::Year(year, _) => {
                let (first, last) = year.span();
                Bounds {
                    earliest: Day::from_civil(first, 1, 1),
                    latest: Day::from_civil(last, 12, 31),
                }
            }
            Self::Season(year, season, _) => season_bounds(year.digits, season),
            Self::Month(year, month) => month_bounds(year.digits, month.digits),
            Self::Day(year, month, day) => day_bounds(year, month, day),
        }
    }
}

impl Year {
    /// The first and the last year it can be.
    pub fn span(self) -> (i64, i64) {
        match self {
            Self::Plain(digits) => ends(digits.readings()).unwrap_or((0, 0)),
            Self::Long(year) => (year, year),
            Self::Significant { first, last, .. } => (first, last),
        }
    }
}

fn season_bounds(year: Digits<4>, season: Season) -> Bounds {
    let Some((first_year, last_year)) = ends(year.readings()) else {
        return Bounds::NONE;
    };
    let (first_month, months) = season.months();
    let last_month = first_month + months - 1;
    let (last_year, last_month) = if last_month > 12 {
        (last_year + 1, last_month - 12)
    } else {
        (last_year, last_month)
    };
    Bounds {
        earliest: Day::from_civil(first_year, first_month, 1),
        latest: last_day(last_year, last_month),
    }
}

fn month_bounds(year: Digits<4>, month: Digits<2>) -> Bounds {
    let months = (1..=12_u8).filter(|&number| month.allows(i64::from(number)));
    match (ends(year.readings()), ends(months)) {
        (Some((first_year, last_year)), Some((first, last))) => Bounds {
            earliest: Day::from_civil(first_year, first, 1),
            latest: last_day(last_year, last),
        },
        _ => Bounds::NONE,
    }
}

fn day_bounds(year: Component<4>, month: Component<2>, day: Component<2>) -> Bounds {
    if let (Some(year), Some(month), Some(day)) = (
        year.digits.known(),
        month.digits.known(),
        day.digits.known(),
    ) {
        // Both numbers have two digits.
        let day = Day::from_civil(year, month as u8, day as u8);
        return Bounds {
            earliest: day,
            latest: day,
        };
    }
    // Which days of a year fit depends on the year only by its being a leap year.
    let in_common_year = days_of_year(2001, month.digits, day.digits);
    let in_leap_year = days_of_year(2000, month.digits, day.digits);
    let in_year = |year: i64| {
        let days = if is_leap_year(year) {
            in_leap_year
        } else {
            in_common_year
        };
        days.map(|days| (year, days))
    };
    let mut years = year.digits.readings().filter_map(in_year);
    let Some((first_year, (first, only))) = years.next() else {
        return Bounds::NONE;
    };
    let (last_year, (_, last)) = years.next_back().unwrap_or((first_year, (first, only)));
    Bounds {
        earliest: Day::from_civil(first_year, first.0, first.1),
        latest: Day::from_civil(last_year, last.0, last.1),
    }
}

type MonthDay = (u8, u8);

/// The first and the last day in `year` that fit; `None` when none does.
fn days_of_year(year: i64, month: Digits<2>, day: Digits<2>) -> Option<(MonthDay, MonthDay)> {
    ends(
        (1..=12_u8)
            .filter(move |&m| month.allows(i64::from(m)))
            .flat_map(move |m| {
                (1..=days_in_month(year, m).unwrap_or(0))
                    .filter(move |&d| day.allows(i64::from(d)))
                    .map(move |d| (m, d))
            }),
    )
}

fn last_day(year: i64, month: u8) -> Option<Day> {
    Day::from_civil(year, month, days_in_month(year, month)?)
}

/// The first and the last item, which may be the same.
fn ends<T: Copy>(mut items: impl DoubleEndedIterator<Item = T>) -> Option<(T, T)> {
    let first = items.next()?;
    Some((first, items.next_back().unwrap_or(first)))
}

//! What a valid expression consists of.

use super::{Digits, Qualifier};
use crate::Day;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Expression {
    Date(Date),
    DateTime(DateTime),
    Interval(Interval),
    Set(Set),
}

/// One date at the precision at which it is written. Every component carries the
/// qualification that reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    Year(Year, Qualifier),
    /// A season or another part of a year.
    Season(Component<4>, Season, Qualifier),
    Month(Component<4>, Component<2>),
    Day(Component<4>, Component<2>, Component<2>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Component<const N: usize> {
    pub digits: Digits<N>,
    pub qualifier: Qualifier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Year {
    /// Four digits, -9999 to 9999.
    Plain(Digits<4>),
    /// Beyond four digits: `Y170000002`, `Y17E7`.
    Long(i64),
    /// `1950S2`: somewhere from `first` to `last`, estimated to be `estimate`.
    Significant {
        estimate: i64,
        first: i64,
        last: i64,
    },
}

/// The codes 21 to 41 that may stand in place of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// `None` where the writer leaves the hemisphere open (21 to 24).
    Quarter(Quarter, Option<Hemisphere>),
    /// 1 to 4: January to March, and so on (33 to 36).
    CalendarQuarter(u8),
    /// 1 to 3: January to April, and so on (37 to 39).
    Quadrimester(u8),
    /// 1 or 2 (40 and 41).
    Half(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quarter {
    Spring,
    Summer,
    Autumn,
    Winter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hemisphere {
    Northern,
    Southern,
}

/// A moment on a civil day. The day is the one written, in the zone written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateTime {
    pub day: Day,
    pub hour: u8,
    pub minute: u8,
    /// 60 is a leap second.
    pub second: u8,
    /// `None` is local time, of wherever the event was.
    pub zone: Option<Zone>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    Utc,
    /// Ahead of UTC, in minutes, -840 to 840.
    Shift(i16),
}

/// A span of time: it began at some time in `start` and ended at some time in `end`.
/// At least one of them has a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    pub start: IntervalEnd,
    pub end: IntervalEnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntervalEnd {
    On(Date),
    /// On this date or beyond it: `..2004-06-01/` before, `/2004-06-20..` after.
    Beyond(Date),
    /// `..`: it has no end on this side.
    Open,
    /// Nothing written: it has an end, which nobody knows.
    Unknown,
}

impl IntervalEnd {
    pub fn date(&self) -> Option<&Date> {
        match self {
            Self::On(date) | Self::Beyond(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Set {
    pub kind: SetKind,
    /// As written; never empty.
    pub members: Vec<Member>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetKind {
    /// `[…]`: it was one of them.
    OneOf,
    /// `{…}`: it was all of them.
    AllOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Member {
    Date(Date),
    /// `a..b`: every year, month or day from the one to the other.
    Range(Date, Date),
    /// `..a`: on that date or before; only as the first member.
    Until(Date),
    /// `a..`: on that date or after; only as the last member.
    From(Date),
}

impl Member {
    pub fn dates(&self) -> impl Iterator<Item = &Date> {
        let (first, second) = match self {
            Self::Date(date) | Self::Until(date) | Self::From(date) => (date, None),
            Self::Range(from, to) => (from, Some(to)),
        };
        std::iter::once(first).chain(second)
    }
}

impl Season {
    pub fn from_code(code: i64) -> Option<Self> {
        use Hemisphere::{Northern, Southern};
        const QUARTERS: [Quarter; 4] = [
            Quarter::Spring,
            Quarter::Summer,
            Quarter::Autumn,
            Quarter::Winter,
        ];
        let code = u8::try_from(code).ok()?;
        let quarter = |first: u8| QUARTERS[usize::from(code - first)];
        Some(match code {
            21..=24 => Self::Quarter(quarter(21), None),
            25..=28 => Self::Quarter(quarter(25), Some(Northern)),
            29..=32 => Self::Quarter(quarter(29), Some(Southern)),
            33..=36 => Self::CalendarQuarter(code - 32),
            37..=39 => Self::Quadrimester(code - 36),
            40..=41 => Self::Half(code - 39),
            _ => return None,
        })
    }

    /// The first month of it and how many months it lasts. Winter in the north and
    /// summer in the south begin in the December of their year and end in the
    /// February after.
    ///
    /// A season is three whole months, as meteorologists count it. EDTF leaves the
    /// boundaries to location and custom, so a hemisphere that is not named is the
    /// northern one, where most courts that use this tool sit.
    pub fn months(self) -> (u8, u8) {
        match self {
            Self::Quarter(quarter, hemisphere) => {
                let northern = match quarter {
                    Quarter::Spring => 3,
                    Quarter::Summer => 6,
                    Quarter::Autumn => 9,
                    Quarter::Winter => 12,
                };
                let first = match hemisphere {
                    None | Some(Hemisphere::Northern) => northern,
                    Some(Hemisphere::Southern) => (northern + 5) % 12 + 1,
                };
                (first, 3)
            }
            Self::CalendarQuarter(number) => (3 * number - 2, 3),
            Self::Quadrimester(number) => (4 * number - 3, 4),
            Self::Half(number) => (6 * number - 5, 6),
        }
    }
}

//! How finely a date is known.

use super::{Date, Digits, Expression, Season, Year};

/// The smallest unit that a date pins down whole: `1985-04-XX` names a day but knows
/// only its month. Ordered from fine to coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Second,
    Day,
    Month,
    Season,
    Quarter,
    Quadrimester,
    HalfYear,
    Year,
    Decade,
    Century,
    /// A thousand years or more.
    Millennium,
}

impl Precision {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Quadrimester => "four months",
            Self::HalfYear => "half-year",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }
}

impl Expression {
    /// That of the coarsest date in it.
    pub fn precision(&self) -> Precision {
        let coarsest = match self {
            Self::DateTime(_) => return Precision::Second,
            Self::Date(date) => Some(date.precision()),
            Self::Interval(interval) => [&interval.start, &interval.end]
                .into_iter()
                .filter_map(|end| end.date())
                .map(Date::precision)
                .max(),
            Self::Set(set) => set
                .members
                .iter()
                .flat_map(|member| member.dates())
                .map(Date::precision)
                .max(),
        };
        coarsest.unwrap_or(Precision::Millennium)
    }
}

impl Date {
    pub fn precision(&self) -> Precision {
        match *self {
            Self::Year(year, _) => year.precision(),
            Self::Season(year, season, _) => of_year(year.digits).unwrap_or(season.precision()),
            Self::Month(year, month) => {
                of_year(year.digits).unwrap_or(if month.digits.is_masked() {
                    Precision::Year
                } else {
                    Precision::Month
                })
            }
            Self::Day(year, month, day) => {
                of_year(year.digits).unwrap_or(if month.digits.is_masked() {
                    Precision::Year
                } else if day.digits.is_masked() {
                    Precision::Month
                } else {
                    Precision::Day
                })
            }
        }
    }
}

impl Year {
    fn precision(self) -> Precision {
        match self {
            Self::Plain(digits) => of_year(digits).unwrap_or(Precision::Year),
            Self::Long(_) => Precision::Year,
            Self::Significant { first, last, .. } => match last - first {
                0 => Precision::Year,
                9 => Precision::Decade,
                99 => Precision::Century,
                _ => Precision::Millennium,
            },
        }
    }
}

impl Season {
    fn precision(self) -> Precision {
        match self {
            Self::Quarter(..) => Precision::Season,
            Self::CalendarQuarter(_) => Precision::Quarter,
            Self::Quadrimester(_) => Precision::Quadrimester,
            Self::Half(_) => Precision::HalfYear,
        }
    }
}

/// What the unspecified digits of a year leave; `None` when all are written.
fn of_year(digits: Digits<4>) -> Option<Precision> {
    let Digits::Masked(digits) = digits else {
        return None;
    };
    Some(
        match digits.iter().take_while(|digit| digit.is_some()).count() {
            3 => Precision::Decade,
            2 => Precision::Century,
            _ => Precision::Millennium,
        },
    )
}

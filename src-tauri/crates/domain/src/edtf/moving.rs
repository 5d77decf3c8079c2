//! Moving a date in time, at the precision at which it is written.

use super::{Date, DateTime, Digits, Edtf, Expression, IntervalEnd, Season, Year};
use crate::day::{Day, days_in_month};

/// What of a date is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MovedPart {
    Whole,
    /// The beginning or the end of a span; the other stays.
    Start,
    End,
}

/// The steps that a date moves by: its own units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Day,
    /// Parts of a year of so many months.
    Months(u8),
    Years(u16),
}

impl Unit {
    /// About how many days it has.
    fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Months(months) => f64::from(months) * 365.2425 / 12.0,
            Self::Years(years) => f64::from(years) * 365.2425,
        }
    }
}

/// Why a date cannot be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotMoved {
    /// It is a choice or a list of dates.
    Set,
    /// It has a form of which no next one can be said: `1X99`, `1950S2`, `Y17E7`.
    Form,
    /// Its two ends have different precision, so there is no step that both can take.
    MixedPrecision,
    /// It is no span, or that end of it has no date.
    NoSuchEnd,
    /// It would end before it begins.
    Reversed,
    /// It would leave the years of four digits.
    TooFar,
    /// The step is finer than the date.
    TooFine,
}

impl NotMoved {
    pub const ALL: [Self; 7] = [
        Self::Set,
        Self::Form,
        Self::MixedPrecision,
        Self::NoSuchEnd,
        Self::Reversed,
        Self::TooFar,
        Self::TooFine,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Form => "form",
            Self::MixedPrecision => "mixed-precision",
            Self::NoSuchEnd => "no-such-end",
            Self::Reversed => "reversed",
            Self::TooFar => "too-far",
            Self::TooFine => "too-fine",
        }
    }
}

impl Edtf {
    /// The unit in which a part of it moves.
    pub fn unit(&self, part: MovedPart) -> Result<Unit, NotMoved> {
        let units = self.moving(part)?;
        let mut units = units.into_iter().map(|(moving, _)| moving.unit());
        let first = units.next().ok_or(NotMoved::NoSuchEnd)??;
        match units.next() {
            Some(other) if other? != first => Err(NotMoved::MixedPrecision),
            _ => Ok(first),
        }
    }

    /// The same so many of its units later, with all that is said of its certainty and
    /// precision. Moving back by as many gives what it was.
    pub fn moved(&self, part: MovedPart, steps: i64) -> Result<Self, NotMoved> {
        self.unit(part)?;
        self.rewritten(part, |moving, text| moving.written(text, steps))
    }

    /// The same moved by about so many days: to where its first day is nearest.
    pub fn moved_by_days(&self, part: MovedPart, days: i64) -> Result<Self, NotMoved> {
        let unit = self.unit(part)?;
        let (moving, _) = *self.moving(part)?.first().ok_or(NotMoved::NoSuchEnd)?;
        let target = moving.first_day()?.saturating_add(days);
        let about = (days as f64 / unit.days()).round() as i64;
        let nearest = (about.saturating_sub(1)..=about.saturating_add(1))
            .filter_map(|steps| {
                let first = moving.shifted(steps).ok()?;
                Some((first.first_day().ok()?.abs_diff(target), steps))
            })
            // Of two that are as near, the one that moves less.
            .min_by_key(|(distance, steps)| (*distance, steps.abs()));
        self.moved(part, nearest.ok_or(NotMoved::TooFar)?.1)
    }

    /// The same so many days, months or years later. A day that a month does not have
    /// becomes its last.
    pub fn later_by(&self, unit: Unit, count: i64) -> Result<Self, NotMoved> {
        self.rewritten(MovedPart::Whole, |moving, text| {
            moving.later(unit, count)?.write(text)
        })
    }

    /// The dates that move, and whether each is the second of two.
    fn moving(&self, part: MovedPart) -> Result<Vec<(Moving, bool)>, NotMoved> {
        let whole = part == MovedPart::Whole;
        match self.expression() {
            Expression::Set(_) => Err(NotMoved::Set),
            _ if !whole && !self.is_interval() => Err(NotMoved::NoSuchEnd),
            Expression::Date(date) => Ok(vec![(Moving::of(date)?, false)]),
            Expression::DateTime(DateTime { day, .. }) => Ok(vec![(Moving::Day(*day), false)]),
            Expression::Interval(interval) => {
                let mut moving = Vec::new();
                for (end, is_second, wanted) in [
                    (&interval.start, false, part != MovedPart::End),
                    (&interval.end, true, part != MovedPart::Start),
                ] {
                    match end {
                        IntervalEnd::On(date) | IntervalEnd::Beyond(date) if wanted => {
                            moving.push((Moving::of(date)?, is_second));
                        }
                        _ if wanted && !whole => return Err(NotMoved::NoSuchEnd),
                        _ => {}
                    }
                }
                Ok(moving)
            }
        }
    }

    /// Writes every date that moves anew, in the place where it stands.
    fn rewritten(
        &self,
        part: MovedPart,
        write: impl Fn(Moving, &str) -> Result<String, NotMoved>,
    ) -> Result<Self, NotMoved> {
        let mut pieces: Vec<String> = if self.is_interval() {
            self.as_str().split('/').map(ToOwned::to_owned).collect()
        } else {
            vec![self.as_str().to_owned()]
        };
        for (moving, is_second) in self.moving(part)? {
            let piece = &mut pieces[usize::from(is_second)];
            *piece = write(moving, piece)?;
        }
        // All that can still be wrong with dates that are right is their order.
        Self::parse(&pieces.join("/")).map_err(|_| NotMoved::Reversed)
    }
}

/// A date as far as it moves. What is unspecified below its unit stays so.
#[derive(Debug, Clone, Copy)]
enum Moving {
    Day(Day),
    /// Months since year 0.
    Month(i64),
    /// The year, the parts of it in the order of time, and which it is.
    Part {
        year: i64,
        codes: [u8; 4],
        count: u8,
        place: u8,
    },
    /// Years, tens or hundreds of years: how many, and how many years each is.
    Year {
        number: i64,
        each: u16,
    },
}

impl Moving {
    fn of(date: &Date) -> Result<Self, NotMoved> {
        let year_of = |digits: Digits<4>| digits.known().ok_or(NotMoved::Form);
        match *date {
            Date::Year(Year::Plain(Digits::Known(number)), _) => Ok(Self::Year { number, each: 1 }),
            Date::Year(Year::Plain(Digits::Masked(digits)), _) => match digits {
                [Some(a), Some(b), Some(c), None] => Ok(Self::Year {
                    number: i64::from(a) * 100 + i64::from(b) * 10 + i64::from(c),
                    each: 10,
                }),
                [Some(a), Some(b), None, None] => Ok(Self::Year {
                    number: i64::from(a) * 10 + i64::from(b),
                    each: 100,
                }),
                _ => Err(NotMoved::Form),
            },
            Date::Year(Year::Long(_) | Year::Significant { .. }, _) => Err(NotMoved::Form),
            Date::Season(year, season, _) => Self::part(year_of(year.digits)?, season),
            Date::Month(year, month) => match month.digits {
                Digits::Known(month) => Ok(Self::Month(year_of(year.digits)? * 12 + month - 1)),
                digits if digits.is_blank() => Ok(Self::Year {
                    number: year_of(year.digits)?,
                    each: 1,
                }),
                Digits::Masked(_) => Err(NotMoved::Form),
            },
            Date::Day(year, month, day) => {
                let number = year_of(year.digits)?;
                match (month.digits, day.digits) {
                    (Digits::Known(month), Digits::Known(day)) => {
                        let small = |n: i64| u8::try_from(n).map_err(|_| NotMoved::Form);
                        Day::from_civil(number, small(month)?, small(day)?)
                            .map(Self::Day)
                            .ok_or(NotMoved::Form)
                    }
                    (Digits::Known(month), day) if day.is_blank() => {
                        Ok(Self::Month(number * 12 + month - 1))
                    }
                    (month, day) if month.is_blank() && day.is_blank() => {
                        Ok(Self::Year { number, each: 1 })
                    }
                    _ => Err(NotMoved::Form),
                }
            }
        }
    }

    /// The parts of a year of one kind, in the order in which they begin.
    fn part(year: i64, season: Season) -> Result<Self, NotMoved> {
        let mut codes: Vec<u8> = (21..=41)
            .filter(|code| {
                Season::from_code(i64::from(*code)).is_some_and(|other| is_alike(season, other))
            })
            .collect();
        codes.sort_by_key(|code| {
            Season::from_code(i64::from(*code)).map(|season| season.months().0)
        });
        let place = codes
            .iter()
            .position(|code| Season::from_code(i64::from(*code)) == Some(season))
            .ok_or(NotMoved::Form)?;
        let mut all = [0; 4];
        all[..codes.len()].copy_from_slice(&codes);
        Ok(Self::Part {
            year,
            codes: all,
            // There are four at most.
            count: codes.len() as u8,
            place: place as u8,
        })
    }

    fn unit(self) -> Result<Unit, NotMoved> {
        Ok(match self {
            Self::Day(_) => Unit::Day,
            Self::Month(_) => Unit::Months(1),
            Self::Part { count, .. } => Unit::Months(12 / count),
            Self::Year { each, .. } => Unit::Years(each),
        })
    }

    fn shifted(self, steps: i64) -> Result<Self, NotMoved> {
        let add = |number: i64| number.checked_add(steps).ok_or(NotMoved::TooFar);
        Ok(match self {
            Self::Day(day) => Self::Day(Day(add(day.0)?)),
            Self::Month(month) => Self::Month(add(month)?),
            Self::Part {
                year,
                codes,
                count,
                place,
            } => {
                let parts = i64::from(count);
                let number = add(year * parts + i64::from(place))?;
                Self::Part {
                    year: number.div_euclid(parts),
                    codes,
                    count,
                    // Below `count` by construction.
                    place: number.rem_euclid(parts) as u8,
                }
            }
            Self::Year { number, each } => Self::Year {
                number: add(number)?,
                each,
            },
        })
    }

    fn later(self, unit: Unit, count: i64) -> Result<Self, NotMoved> {
        let (months, own) = match (unit, self) {
            (Unit::Day, Self::Day(_)) => return self.shifted(count),
            (Unit::Day, _) => return Err(NotMoved::TooFine),
            (Unit::Months(months), _) => (i64::from(months), self.unit()?),
            (Unit::Years(years), _) => (i64::from(years) * 12, self.unit()?),
        };
        let months = months.checked_mul(count).ok_or(NotMoved::TooFar)?;
        let of = |each: i64| {
            if months % each == 0 {
                self.shifted(months / each)
            } else {
                Err(NotMoved::TooFine)
            }
        };
        match (own, self) {
            (Unit::Months(each), _) => of(i64::from(each)),
            (Unit::Years(each), _) => of(i64::from(each) * 12),
            (Unit::Day, Self::Day(day)) => {
                let (year, month, of_month) = day.civil();
                let month = (year * 12 + i64::from(month) - 1)
                    .checked_add(months)
                    .ok_or(NotMoved::TooFar)?;
                // 1 to 12 by construction.
                let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u8 + 1);
                let last = days_in_month(year, month).unwrap_or(28);
                Day::from_civil(year, month, of_month.min(last))
                    .map(Self::Day)
                    .ok_or(NotMoved::TooFar)
            }
            (Unit::Day, _) => Err(NotMoved::TooFine),
        }
    }

    fn first_day(self) -> Result<i64, NotMoved> {
        let (year, month) = match self {
            Self::Day(day) => return Ok(day.0),
            Self::Month(month) => (month.div_euclid(12), month.rem_euclid(12) as u8 + 1),
            Self::Part {
                year, codes, place, ..
            } => {
                let code = i64::from(codes[usize::from(place)]);
                let season = Season::from_code(code).ok_or(NotMoved::Form)?;
                (year, season.months().0)
            }
            Self::Year { number, each } => {
                let year = number.checked_mul(i64::from(each));
                (year.ok_or(NotMoved::TooFar)?, 1)
            }
        };
        Day::from_civil(year, month, 1)
            .map(|day| day.0)
            .ok_or(NotMoved::TooFar)
    }

    fn written(self, text: &str, steps: i64) -> Result<String, NotMoved> {
        self.shifted(steps)?.write(text)
    }

    /// The text with its numbers exchanged: signs of doubt, masks and a time of day stay.
    fn write(self, text: &str) -> Result<String, NotMoved> {
        let (year, second, third) = match self {
            Self::Day(day) => {
                let (year, month, day) = day.civil();
                (four(year)?, Some(month), Some(day))
            }
            Self::Month(month) => (
                four(month.div_euclid(12))?,
                Some(month.rem_euclid(12) as u8 + 1),
                None,
            ),
            Self::Part {
                year, codes, place, ..
            } => (four(year)?, Some(codes[usize::from(place)]), None),
            Self::Year { number, each: 1 } => (four(number)?, None, None),
            Self::Year { number, each } => {
                let width = if each == 10 { 3 } else { 2 };
                let limit = 10_i64.pow(width);
                if !(0..limit).contains(&number) {
                    return Err(NotMoved::TooFar);
                }
                let width = width as usize;
                (
                    format!("{number:0width$}{}", "X".repeat(4 - width)),
                    None,
                    None,
                )
            }
        };
        let mut numbers = [
            Some(year),
            second.map(|n| format!("{n:02}")),
            third.map(|n| format!("{n:02}")),
        ]
        .into_iter();
        let (date, time) = match text.find('T') {
            Some(at) => text.split_at(at),
            None => (text, ""),
        };
        let mut written = String::with_capacity(text.len() + 1);
        let mut rest = date;
        let mut is_year = true;
        while let Some(at) = rest.find(is_digit) {
            let (mut before, from) = rest.split_at(at);
            if is_year {
                // The sign goes with the number.
                before = before.strip_suffix('-').unwrap_or(before);
                is_year = false;
            }
            let end = from.find(|c| !is_digit(c)).unwrap_or(from.len());
            written.push_str(before);
            match numbers.next().flatten() {
                Some(number) => written.push_str(&number),
                None => written.push_str(&from[..end]),
            }
            rest = &from[end..];
        }
        written.push_str(rest);
        written.push_str(time);
        Ok(written)
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == 'X'
}

fn four(year: i64) -> Result<String, NotMoved> {
    match year {
        0..=9_999 => Ok(format!("{year:04}")),
        -9_999..0 => Ok(format!("-{:04}", -year)),
        _ => Err(NotMoved::TooFar),
    }
}

/// Parts of a year that follow each other.
fn is_alike(a: Season, b: Season) -> bool {
    match (a, b) {
        (Season::Quarter(_, a), Season::Quarter(_, b)) => a == b,
        (Season::CalendarQuarter(_), Season::CalendarQuarter(_))
        | (Season::Quadrimester(_), Season::Quadrimester(_))
        | (Season::Half(_), Season::Half(_)) => true,
        _ => false,
    }
}

//! The grammar of one date.

use super::cursor::{Cursor, fail};
use super::{Component, Date, Digits, EdtfError, Qualifier, Season, Year};
use crate::day::{Day, days_in_month};

impl Cursor<'_> {
    /// A year, year-month, year-season or year-month-day with its qualification.
    pub(super) fn date(&mut self) -> Result<Date, EdtfError> {
        let before_year = self.eat_qualifier()?;
        if self.peek() == Some(b'Y') {
            return self.long_year(before_year);
        }
        let year_at = self.at();
        let year = self.plain_year()?;
        if self.peek() == Some(b'S') {
            return self.significant_year(year, year_at, before_year);
        }
        let after_year = self.eat_qualifier()?;
        if !self.eat(b'-') {
            self.masked_year_level(year);
            self.end_qualifier_level(before_year | after_year);
            return Ok(Date::Year(Year::Plain(year), before_year | after_year));
        }
        self.inner_qualifier_level(before_year | after_year);

        let before_month = self.eat_qualifier()?;
        let month_at = self.at();
        let month = self.digits::<2>("the two digits of a month")?;
        let after_month = self.eat_qualifier()?;
        self.inner_qualifier_level(before_month);
        let year_so_far = before_year | after_year | after_month;
        let season = month.known().and_then(Season::from_code);
        if season.is_none() {
            check_month(month, month_at)?;
        }
        if self.peek() != Some(b'-') {
            self.end_qualifier_level(after_month);
            let year = Component {
                digits: year,
                qualifier: year_so_far,
            };
            return Ok(if let Some(season) = season {
                let one_of_four = matches!(season, Season::Quarter(_, None));
                self.needs_level(if one_of_four && !year.digits.is_masked() {
                    1
                } else {
                    2
                });
                Date::Season(year, season, before_month | after_month)
            } else {
                let rightmost = !year.digits.is_masked() && month.is_blank();
                self.mask_level(year.digits.is_masked() || month.is_masked(), rightmost);
                Date::Month(
                    year,
                    Component {
                        digits: month,
                        qualifier: before_month | after_month,
                    },
                )
            });
        }
        if season.is_some() {
            return Err(fail(self.at(), "a season or part of a year has no days"));
        }
        self.eat(b'-');
        self.inner_qualifier_level(after_month);

        let before_day = self.eat_qualifier()?;
        let day_at = self.at();
        let day = self.digits::<2>("the two digits of a day")?;
        let after_day = self.eat_qualifier()?;
        self.inner_qualifier_level(before_day);
        self.end_qualifier_level(after_day);
        let masked = year.is_masked() || month.is_masked() || day.is_masked();
        let rightmost =
            !year.is_masked() && day.is_blank() && (month.is_blank() || !month.is_masked());
        self.mask_level(masked, rightmost);
        let date = Date::Day(
            Component {
                digits: year,
                qualifier: year_so_far | after_day,
            },
            Component {
                digits: month,
                qualifier: before_month | after_month | after_day,
            },
            Component {
                digits: day,
                qualifier: before_day | after_day,
            },
        );
        if date.bounds().earliest.is_none() {
            return Err(no_such_day(year, month, day, day_at));
        }
        Ok(date)
    }

    fn plain_year(&mut self) -> Result<Digits<4>, EdtfError> {
        let at = self.at();
        let negative = self.eat(b'-');
        let digits = self.digits::<4>("a year of four digits")?;
        if self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return Err(fail(
                self.at(),
                "a year of more than four digits begins with Y, and a month is set off by `-`",
            ));
        }
        if !negative {
            return Ok(digits);
        }
        self.needs_level(1);
        match digits {
            Digits::Known(0) => Err(fail(at, "the year before 0001 is 0000; -0000 is none")),
            Digits::Known(year) => Ok(Digits::Known(-year)),
            Digits::Masked(_) => Err(fail(
                at,
                "a year before 0000 has no unspecified digits; an interval can say it, such as -0199/-0100",
            )),
        }
    }

    /// From the `S` on.
    fn significant_year(
        &mut self,
        year: Digits<4>,
        year_at: usize,
        before: Qualifier,
    ) -> Result<Date, EdtfError> {
        let Some(value) = year.known() else {
            return Err(fail(
                self.at(),
                "significant digits are those of a year of which every digit is written",
            ));
        };
        let year = self.significant_digits(value, 4, year_at)?;
        self.year_alone(year, before)
    }

    /// From the `Y` on.
    fn long_year(&mut self, before: Qualifier) -> Result<Date, EdtfError> {
        let at = self.at();
        self.eat(b'Y');
        self.needs_level(1);
        let negative = self.eat(b'-');
        let (mut value, mut length) = self.positive("a long year")?;
        if self.peek() == Some(b'e') {
            return Err(fail(self.at(), "an exponent begins with a capital E"));
        }
        if self.eat(b'E') {
            self.needs_level(2);
            let (exponent, _) = self.positive("an exponent")?;
            let exponent = u32::try_from(exponent).unwrap_or(u32::MAX);
            value = value.saturating_mul(10_i64.saturating_pow(exponent));
            length = length.saturating_add(exponent);
        }
        if value <= 9999 {
            return Err(fail(
                at,
                "Y begins only years of more than four digits; others are written with four",
            ));
        }
        if value > Day::MAX_YEAR {
            return Err(too_far(at));
        }
        let value = if negative { -value } else { value };
        let year = if self.peek() == Some(b'S') {
            self.significant_digits(value, length, at)?
        } else {
            Year::Long(value)
        };
        self.year_alone(year, before)
    }

    /// `value` to the number of digits that stands after the `S`, of `length` as written.
    fn significant_digits(
        &mut self,
        value: i64,
        length: u32,
        year_at: usize,
    ) -> Result<Year, EdtfError> {
        self.eat(b'S');
        self.needs_level(2);
        let at = self.at();
        let (kept, _) = self.positive("the number of significant digits")?;
        let Some(dropped) = u32::try_from(kept)
            .ok()
            .and_then(|kept| length.checked_sub(kept))
        else {
            return Err(fail(at, format!("the year has {length} digits")));
        };
        // A year has at most 17 digits.
        let step = 10_i64.pow(dropped);
        let least = value.abs() / step * step;
        let most = least + (step - 1);
        if most > Day::MAX_YEAR {
            return Err(too_far(year_at));
        }
        let (first, last) = if value < 0 {
            (-most, -least)
        } else {
            (least, most)
        };
        Ok(Year::Significant {
            estimate: value,
            first,
            last,
        })
    }

    /// After a year that can have neither month nor day.
    fn year_alone(&mut self, year: Year, before: Qualifier) -> Result<Date, EdtfError> {
        let qualifier = before | self.eat_qualifier()?;
        self.end_qualifier_level(qualifier);
        if self.peek() == Some(b'-') {
            return Err(fail(self.at(), "only a year of four digits has months"));
        }
        Ok(Date::Year(year, qualifier))
    }

    /// Qualification of the whole date.
    fn end_qualifier_level(&mut self, qualifier: Qualifier) {
        if !qualifier.is_none() {
            self.needs_level(1);
        }
    }

    /// Qualification of one component, or of a group from the left.
    fn inner_qualifier_level(&mut self, qualifier: Qualifier) {
        if !qualifier.is_none() {
            self.needs_level(2);
        }
    }

    /// Level 1 has unspecified digits only from the right.
    fn mask_level(&mut self, masked: bool, rightmost: bool) {
        if masked {
            self.needs_level(if rightmost { 1 } else { 2 });
        }
    }

    fn masked_year_level(&mut self, year: Digits<4>) {
        let one_or_two = matches!(
            year,
            Digits::Masked([Some(_), Some(_), Some(_) | None, None])
        );
        self.mask_level(year.is_masked(), one_or_two);
    }
}

impl Date {
    /// A year, month or day without qualifiers, unspecified or significant digits.
    pub fn is_plain(&self) -> bool {
        match self {
            Self::Year(Year::Plain(year), qualifier) => qualifier.is_none() && !year.is_masked(),
            Self::Year(Year::Long(_), qualifier) => qualifier.is_none(),
            Self::Year(Year::Significant { .. }, _) | Self::Season(..) => false,
            Self::Month(year, month) => year.is_plain() && month.is_plain(),
            Self::Day(year, month, day) => year.is_plain() && month.is_plain() && day.is_plain(),
        }
    }
}

impl<const N: usize> Component<N> {
    fn is_plain(&self) -> bool {
        self.qualifier.is_none() && !self.digits.is_masked()
    }
}

fn check_month(month: Digits<2>, at: usize) -> Result<(), EdtfError> {
    if (1..=12).any(|number| month.allows(number)) {
        return Ok(());
    }
    Err(fail(
        at,
        match month {
            Digits::Known(number) => format!(
                "{number:02} is neither a month (01 to 12) nor a season or part of a year (21 to 41)"
            ),
            Digits::Masked(_) => "no month from 01 to 12 fits these digits".to_owned(),
        },
    ))
}

fn no_such_day(year: Digits<4>, month: Digits<2>, day: Digits<2>, at: usize) -> EdtfError {
    const MONTHS: [&str; 12] = crate::words::MONTHS;
    let reason = match (year.known(), month.known(), day.known()) {
        (_, _, Some(0)) => "days are counted from 01".to_owned(),
        (Some(year), Some(month @ 1..=12), Some(_)) => {
            let name = MONTHS[month as usize - 1];
            let days = days_in_month(year, month as u8).unwrap_or(31);
            format!("{name} {year:04} has {days} days")
        }
        (_, _, Some(day @ 32..)) => format!("there is no day {day}"),
        _ => "no day of the calendar fits these digits".to_owned(),
    };
    fail(at, reason)
}

fn too_far(at: usize) -> EdtfError {
    fail(
        at,
        "the year is too far away: days are counted up to 25,000,000,000,000,000 years",
    )
}

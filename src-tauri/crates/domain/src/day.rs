//! Civil days as numbers.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0).
///
/// An `i64` reaches far beyond what `chrono` can hold (±262,000 years), which a
/// timeline that may show geological time needs. Year 0 exists (astronomical
/// numbering, ISO 8601), so 1 BC is year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

/// Days in 400 Gregorian years, after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_OFFSET: i64 = 719_468;

impl Day {
    /// The day of a civil date, or `None` when the date does not exist or lies
    /// further away than [`Day::MAX_YEAR`].
    pub fn from_civil(year: i64, month: u8, day: u8) -> Option<Self> {
        if year.abs() > Self::MAX_YEAR || day == 0 || day > days_in_month(year, month)? {
            return None;
        }
        // Count from 1 March, so that the leap day is the last of its year.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_from_march = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET))
    }

    /// The furthest year, either way, that a day number can stand for.
    pub const MAX_YEAR: i64 = 25_000_000_000_000_000;

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn civil(self) -> (i64, u8, u8) {
        let shifted = self.0.saturating_add(EPOCH_OFFSET);
        let era = shifted.div_euclid(DAYS_PER_ERA);
        let day_of_era = shifted.rem_euclid(DAYS_PER_ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        // Month and day are small by construction.
        (year, month as u8, day as u8)
    }

    /// The day a wall clock shows; the caller has already chosen its time zone.
    pub fn from_date(date: NaiveDate) -> Self {
        Self(i64::from(date.num_days_from_ce()) - 719_163)
    }

    /// 0 is Monday.
    pub fn weekday(self) -> u8 {
        (self.0 + 3).rem_euclid(7) as u8
    }
}

/// `YYYY-MM-DD`, or `Y…-MM-DD` for years of more than four digits, negative years
/// with a sign: the form of EDTF.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        match year {
            0..=9_999 => write!(f, "{year:04}-{month:02}-{day:02}"),
            -9_999..0 => write!(f, "-{:04}-{month:02}-{day:02}", -year),
            _ => write!(f, "Y{year}-{month:02}-{day:02}"),
        }
    }
}

pub fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// `None` when `month` is not 1 to 12.
pub fn days_in_month(year: i64, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap_year(year) { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_epoch_and_known_days_have_their_numbers() {
        for (civil, number) in [
            ((1970, 1, 1), 0),
            ((1969, 12, 31), -1),
            ((2000, 3, 1), 11_017),
            ((2014, 9, 8), 16_321),
            ((0, 1, 1), -719_528),
            ((-1, 12, 31), -719_529),
        ] {
            let day = Day::from_civil(civil.0, civil.1, civil.2).unwrap();
            assert_eq!(day, Day(number), "{civil:?}");
            assert_eq!(day.civil(), civil);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for (y, m, d) in [
            (2019, 2, 29),
            (1900, 2, 29),
            (2014, 13, 1),
            (2014, 0, 1),
            (2014, 4, 31),
        ] {
            assert_eq!(Day::from_civil(y, m, d), None);
        }
    }

    #[test]
    fn days_are_written_as_edtf_writes_them() {
        for (y, text) in [
            (2014, "2014-07-14"),
            (-44, "-0044-07-14"),
            (170_000_002, "Y170000002-07-14"),
        ] {
            assert_eq!(Day::from_civil(y, 7, 14).unwrap().to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn civil_and_back_is_the_identity(number in -9_000_000_000_000_000_000_i64..9_000_000_000_000_000_000) {
            let (y, m, d) = Day(number).civil();
            prop_assert_eq!(Day::from_civil(y, m, d), Some(Day(number)));
        }

        #[test]
        fn chrono_agrees_where_it_reaches(number in -90_000_000_i32..90_000_000) {
            let date = NaiveDate::from_epoch_days(number).unwrap();
            let day = Day(i64::from(number));
            prop_assert_eq!(Day::from_date(date), day);
            prop_assert_eq!(day.civil(), (i64::from(date.year()), date.month() as u8, date.day() as u8));
            prop_assert_eq!(u32::from(day.weekday()), date.weekday().num_days_from_monday());
        }
    }
}

//! Dates as people type them, at the edge of the use cases.

use crate::error::{Error, ErrorCode};
use crate::view::{DateReading, PossibleDate};
use crate::{Result, words};
use docketline_domain::words::{Reading, read_date};
use docketline_domain::{Bounds, Day, Edtf};

/// What was meant. A date with two readings is refused with both, never guessed.
pub(crate) fn read(text: &str) -> Result<Edtf> {
    match read_date(text) {
        Reading::One(date) => Ok(date),
        Reading::Ambiguous(readings) => Err(Error::new(ErrorCode::AmbiguousDate)
            .with("text", &text)
            .with(
                "readings",
                &readings
                    .iter()
                    .map(Edtf::to_words)
                    .collect::<Vec<_>>()
                    .join(" / "),
            )),
        Reading::Invalid(error) => Err(Error::new(ErrorCode::BadDate)
            .with("text", &text)
            .with("reason", &error)),
    }
}

/// The bounds of a date of a filter; blank is no date.
pub(crate) fn read_bounds(text: Option<&str>) -> Result<Option<Bounds>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => Ok(Some(read(text)?.bounds())),
    }
}

/// The day of a clock, which is one day and not a month; blank is no clock.
pub(crate) fn read_clock(text: Option<&str>) -> Result<Option<Day>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => read_day(text).map(Some),
    }
}

/// A question is asked of one day; a month is not one.
pub(crate) fn read_day(text: &str) -> Result<Day> {
    let bounds = read(text)?.bounds();
    match (bounds.earliest, bounds.latest) {
        (Some(first), Some(last)) if first == last => Ok(first),
        _ => Err(Error::new(ErrorCode::BadDate)
            .with("text", &text)
            .with("reason", &words::say("refused-not-one-day", &[]))),
    }
}

/// A date that need not be one: in words where it is, as written where not.
pub(crate) fn in_words(written: &str) -> String {
    Edtf::parse(written).map_or_else(|_| written.to_owned(), |date| date.to_words())
}

/// A day in words; the year alone where EDTF has neither months nor days.
pub(crate) fn day_in_words(day: Day) -> String {
    match day.civil().0 {
        -9_999..10_000 => in_words(&day.to_string()),
        year => in_words(&edtf_year(year)),
    }
}

/// "December 2013"; the year alone where months are not spoken of.
pub(crate) fn month_in_words(day: Day) -> String {
    let (year, month, _) = day.civil();
    match year {
        1_000..10_000 => in_words(&format!("{year:04}-{month:02}")),
        _ => in_words(&edtf_year(year)),
    }
}

/// A year as EDTF writes it: only from five digits on with a `Y`.
fn edtf_year(year: i64) -> String {
    match year {
        0..10_000 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// What may be typed where a date is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// EDTF, and dates as people write them.
    Any,
    /// EDTF alone.
    Edtf,
}

/// How a text is understood as a date; every text has an answer.
pub fn explain(text: &str, style: DateStyle) -> DateReading {
    let reading = match style {
        DateStyle::Any => read_date(text),
        DateStyle::Edtf => Edtf::parse(text).map_or_else(Reading::Invalid, Reading::One),
    };
    let mut answer = DateReading {
        input: text.to_owned(),
        valid: false,
        edtf: None,
        level: None,
        earliest: None,
        latest: None,
        uncertain: false,
        approximate: false,
        words: None,
        error: None,
        error_at: None,
        readings: Vec::new(),
    };
    match reading {
        Reading::One(date) => {
            let Bounds { earliest, latest } = date.bounds();
            answer.valid = true;
            answer.level = Some(date.level());
            answer.earliest = earliest.map(|day| day.to_string());
            answer.latest = latest.map(|day| day.to_string());
            answer.uncertain = date.is_uncertain();
            answer.approximate = date.is_approximate();
            answer.words = Some(date.to_words());
            answer.edtf = Some(date.into());
        }
        Reading::Ambiguous(readings) => {
            answer.readings = readings
                .into_iter()
                .map(|date| PossibleDate {
                    words: date.to_words(),
                    edtf: date.into(),
                })
                .collect();
            let all: Vec<&str> = answer.readings.iter().map(|r| r.words.as_str()).collect();
            answer.error = Some(words::say(
                "error-ambiguous-date-reason",
                &[("readings", all.join(" / "))],
            ));
        }
        Reading::Invalid(error) => {
            answer.error_at = u32::try_from(error.at).ok();
            answer.error = Some(error.reason);
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_of_every_age_are_written_in_words() {
        for (year, day, month) in [
            (2013, "9 December 2013", "December 2013"),
            (476, "9 December 476 AD", "476 AD"),
            (0, "9 December 1 BC", "1 BC"),
            (-43, "9 December 44 BC", "44 BC"),
            (-9_999, "9 December 10,000 BC", "10,000 BC"),
            (-10_000, "the year 10,001 BC", "the year 10,001 BC"),
            (170_000_002, "the year 170,000,002", "the year 170,000,002"),
            (
                -13_800_000_000,
                "the year 13,800,000,001 BC",
                "the year 13,800,000,001 BC",
            ),
        ] {
            let at = Day::from_civil(year, 12, 9).unwrap();
            assert_eq!(day_in_words(at), day, "{year}");
            assert_eq!(month_in_words(at), month, "{year}");
        }
    }
}

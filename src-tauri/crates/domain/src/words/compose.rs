//! From what was understood to EDTF.

use super::names::WEEKDAYS;
use super::phrase::{Calendar, Phrase, SeasonOf, When, edtf_year};
use super::reader::Reader;
use crate::day::Day;
use crate::edtf::{Edtf, EdtfError, Hemisphere, Precision, Qualifier};

/// One date of EDTF, or some time between two.
#[derive(Debug)]
pub(super) enum Composed {
    Date(String),
    Between(String, String),
}

impl Phrase {
    /// The whole date. Nothing may be missing any more.
    pub fn compose(&self, reader: &mut Reader<'_>) -> Result<Composed, EdtfError> {
        let date = match &self.when {
            When::Bare(number) if number.digits <= 2 => {
                return Err(self.fail("the month and the year are missing"));
            }
            When::Bare(_) => {
                return Err(self.fail("a year before 1000 is written with BC or AD"));
            }
            When::Calendar(calendar) => calendar.compose().ok_or_else(|| {
                self.fail(if calendar.month.is_none() {
                    "the month is missing"
                } else {
                    "the year is missing"
                })
            })?,
            When::Season(season) => season.compose(reader).map_err(|reason| self.fail(reason))?,
            When::Edtf(date) => date.clone(),
            When::Between(from, to) => {
                if !self.qualifier.is_none() {
                    return Err(self.fail("it is approximate already"));
                }
                return Ok(Composed::Between(from.clone(), to.clone()));
            }
        };
        let edtf = self.check(&date)?;
        self.check_weekday(&edtf)?;
        Ok(Composed::Date(format!(
            "{date}{}",
            qualifier_sign(self.qualifier)
        )))
    }

    /// The whole date, where some time between two would not do.
    pub fn date(&self, reader: &mut Reader<'_>) -> Result<String, EdtfError> {
        match self.compose(reader)? {
            Composed::Date(date) => Ok(date),
            Composed::Between(..) => Err(self.fail("this is no single date")),
        }
    }

    /// What stands in `next` and holds for both: "1 to 12 August 2014", "29 August to 8
    /// September 2014", "July 14 to 16, 2016", "100 to 44 BC".
    pub fn share_with(&mut self, next: &mut Self) {
        if let (When::Calendar(first), When::Bare(number)) = (&self.when, &next.when)
            && first.month.is_some()
            && first.day.is_some()
        {
            next.when = When::Calendar(Calendar {
                day: u8::try_from(number.value).ok(),
                ..Calendar::default()
            });
        }
        match (&mut self.when, &mut next.when) {
            (When::Calendar(first), When::Calendar(second)) => {
                if let (Some(year @ 1..), Some(..=0), false) =
                    (first.year, second.year, self.names_era)
                {
                    first.year = Some(1 - year);
                }
                if second.day.is_some() && second.month.is_none() {
                    second.month = first.month;
                    second.year = second.year.or(first.year);
                }
                first.year = first.year.or(second.year);
            }
            (When::Bare(number), When::Calendar(second)) => {
                let shared = match *second {
                    Calendar {
                        day: Some(_),
                        month: Some(_),
                        ..
                    } => Some(Calendar {
                        day: u8::try_from(number.value).ok(),
                        ..*second
                    }),
                    Calendar {
                        day: None,
                        month: None,
                        year: Some(year),
                    } if number.digits == 3 || year < 1000 => {
                        let value = if year <= 0 {
                            1 - number.value
                        } else {
                            number.value
                        };
                        Some(Calendar {
                            year: Some(value),
                            ..Calendar::default()
                        })
                    }
                    _ => None,
                };
                if let Some(shared) = shared {
                    self.when = When::Calendar(shared);
                }
            }
            (When::Season(first), When::Season(second)) if first.year.is_none() => {
                first.year = second.year;
                first.ends_in_next_year = second.ends_in_next_year && first.wraps();
            }
            _ => {}
        }
    }

    fn check(&self, date: &str) -> Result<Edtf, EdtfError> {
        Edtf::parse(date).map_err(|error| self.fail(error.reason))
    }

    fn check_weekday(&self, edtf: &Edtf) -> Result<(), EdtfError> {
        let Some((stated, at)) = self.weekday else {
            return Ok(());
        };
        let day = edtf
            .bounds()
            .earliest
            .filter(|_| edtf.precision() == Precision::Day);
        let reason = match day.map(Day::weekday) {
            Some(real) if real == stated => return Ok(()),
            Some(real) => format!("{} was a {}", edtf.to_words(), WEEKDAYS[usize::from(real)]),
            None => "only a day has a day of the week".to_owned(),
        };
        Err(EdtfError { at, reason })
    }

    pub fn fail(&self, reason: impl Into<String>) -> EdtfError {
        EdtfError {
            at: self.at,
            reason: reason.into(),
        }
    }
}

impl Calendar {
    /// `None` when a part is missing.
    fn compose(&self) -> Option<String> {
        let year = edtf_year(self.year?);
        match (self.month, self.day) {
            (None, None) => Some(year),
            (Some(month), None) => Some(format!("{year}-{month:02}")),
            (Some(month), Some(day)) => Some(format!("{year}-{month:02}-{day:02}")),
            (None, Some(_)) => None,
        }
    }
}

impl SeasonOf {
    /// It begins in one year and ends in the next.
    fn wraps(&self) -> bool {
        match self.hemisphere {
            None | Some(Hemisphere::Northern) => self.quarter == 3,
            Some(Hemisphere::Southern) => self.quarter == 1,
        }
    }

    fn compose(&self, reader: &mut Reader<'_>) -> Result<String, String> {
        let year = self.year.ok_or("the year is missing")?;
        if self.ends_in_next_year && !self.wraps() {
            return Err(
                "only winter, or summer in the southern hemisphere, is in two years".to_owned(),
            );
        }
        // "winter 2014" is the one that begins or the one that ends in 2014.
        let year = if self.wraps() && !self.ends_in_next_year {
            reader.choose(year, year - 1)
        } else {
            year
        };
        let first = match self.hemisphere {
            None => 21,
            Some(Hemisphere::Northern) => 25,
            Some(Hemisphere::Southern) => 29,
        };
        Ok(format!("{}-{}", edtf_year(year), first + self.quarter))
    }
}

pub(super) fn qualifier_sign(qualifier: Qualifier) -> &'static str {
    match (qualifier.uncertain, qualifier.approximate) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    }
}

/// The date of the same precision before (`-1`) or after (`1`) a date; for one that is
/// no plain year, month or day, the day.
pub(super) fn neighbour(edtf: &Edtf, step: i64) -> Option<String> {
    let bounds = edtf.bounds();
    let edge = if step < 0 {
        bounds.earliest
    } else {
        bounds.latest
    }?;
    let beyond = Day(edge.0.checked_add(step)?);
    let (year, month, _) = beyond.civil();
    Some(match (edtf.precision(), edtf.is_plain()) {
        (Precision::Year, true) => edtf_year(year),
        (Precision::Month, true) => format!("{}-{month:02}", edtf_year(year)),
        _ => beyond.to_string(),
    })
}

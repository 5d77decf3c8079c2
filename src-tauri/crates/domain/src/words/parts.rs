//! Seasons, quarters, decades and centuries, and what is early or late in them.

use super::lexicon::{Era, FILLERS, era};
use super::phrase::{Calendar, SeasonOf, When, edtf_year};
use super::reader::Reader;
use super::tokens::Number;
use crate::edtf::EdtfError;

impl Reader<'_> {
    pub(super) fn after_season(&mut self, quarter: u8) -> Result<When, EdtfError> {
        self.eat_any_word(&["of"]);
        let mut season = SeasonOf {
            quarter,
            hemisphere: None,
            year: None,
            ends_in_next_year: false,
        };
        let start = self.place();
        let years = self.two_years()?;
        // Other seasons lie in one year: "spring 2014–2015" is a span.
        let may_wrap = quarter == 3 || (quarter == 1 && self.sign(0) == Some('('));
        if let Some(year) = years.filter(|_| may_wrap) {
            season.year = Some(year);
            season.ends_in_next_year = true;
        } else {
            self.go_back(start);
            season.year = self.year()?;
        }
        Ok(When::Season(season))
    }

    /// The first of two years in a row: "2014–15", "500 to 501 AD", "1 BC to 1 AD".
    fn two_years(&mut self) -> Result<Option<i64>, EdtfError> {
        let Some(first) = self.number(0) else {
            return Ok(None);
        };
        let year = self.year()?;
        if year.is_none() {
            self.skip(1);
        }
        let names_era = self.names_era;
        let joined = ['–', '-', '/'].into_iter().any(|sign| self.eat_sign(sign));
        if !joined && !self.eat_any_word(&["to"]) {
            return Ok(None);
        }
        if let (Some(year), Some(next)) = (year, self.number(0))
            && next.digits == 2
            && era(self.word(1)).is_none()
        {
            self.skip(1);
            return Ok(Some(year).filter(|year| (year + 1).rem_euclid(100) == next.value));
        }
        let Some(next) = self.year()? else {
            return Ok(None);
        };
        // The era may be named once, at the end.
        let year = match year {
            Some(year) if names_era => year,
            _ if next <= 0 => 1 - first.value,
            _ => first.value,
        };
        Ok(Some(year).filter(|year| year + 1 == next))
    }

    /// "quarter of 2014", "half of 2014" after their number.
    pub(super) fn part_of_year(&mut self, number: i64) -> Result<When, EdtfError> {
        let codes = match self.word(0) {
            Some("quarter") => 33..=36,
            Some("third") => 37..=39,
            Some("half") => 40..=41,
            Some("century") => {
                self.skip(1);
                return self.century(number);
            }
            _ => return Err(self.wrong()),
        };
        self.skip(1);
        let year = self.year_of()?;
        self.part(codes, number, year)
    }

    pub(super) fn part(
        &self,
        codes: std::ops::RangeInclusive<i64>,
        number: i64,
        year: i64,
    ) -> Result<When, EdtfError> {
        let code = codes.start().saturating_add(number).saturating_sub(1);
        if !codes.contains(&code) {
            return Err(self.fail(format!("a year has no part number {number} of this kind")));
        }
        Ok(When::Edtf(format!("{}-{code}", edtf_year(year))))
    }

    /// "1990s"
    pub(super) fn decade(&mut self, number: Number) -> Result<When, EdtfError> {
        if number.digits != 4 || number.value % 10 != 0 {
            return Err(self.fail("a decade is written as in 1990s"));
        }
        let decade = When::Edtf(format!("{:03}X", number.value / 10));
        if number.value % 100 != 0 {
            return Ok(decade);
        }
        // "the 1900s" are ten years or a hundred.
        let century = When::Edtf(format!("{:02}XX", number.value / 100));
        Ok(self.choose(decade, century))
    }

    /// The 19th century is 18XX, as libraries write it: the years 1800 to 1899. Before
    /// Christ centuries are counted from 1 on, backwards.
    pub(super) fn century(&mut self, number: i64) -> Result<When, EdtfError> {
        if !(1..=100).contains(&number) {
            return Err(self.fail(format!("there is no century number {number}")));
        }
        match era(self.word(0)) {
            Some(Era::BeforeChrist) => {
                self.skip(1);
                let first = 1 - 100 * number;
                Ok(When::Between(edtf_year(first), edtf_year(first + 99)))
            }
            era => {
                self.skip(usize::from(era.is_some()));
                Ok(When::Edtf(format!("{:02}XX", number - 1)))
            }
        }
    }

    /// What "early" (0), "mid" (1) and "late" (2) mean: four months of a year, ten days of
    /// a month (the rest of it at the end), a third of a decade.
    pub(super) fn third_of(&mut self, third: usize) -> Result<When, EdtfError> {
        let at = self.at();
        self.eat_any_word(&FILLERS);
        let when = self.when()?;
        match when {
            When::Calendar(Calendar {
                year: Some(year),
                month: None,
                day: None,
            }) => {
                let (from, to) = [("01", "04"), ("05", "08"), ("09", "12")][third];
                let year = edtf_year(year);
                Ok(When::Between(
                    format!("{year}-{from}"),
                    format!("{year}-{to}"),
                ))
            }
            When::Calendar(Calendar {
                year: Some(year),
                month: Some(month @ 1..=12),
                day: None,
            }) => {
                let last = crate::day::days_in_month(year, month)
                    .unwrap_or(31)
                    .to_string();
                let (from, to) = [("01", "10"), ("11", "20"), ("21", &last)][third];
                let month = format!("{}-{month:02}", edtf_year(year));
                Ok(When::Between(
                    format!("{month}-{from}"),
                    format!("{month}-{to}"),
                ))
            }
            When::Edtf(decade) if decade.len() == 4 && !decade.ends_with("XX") => {
                let (from, to) = [("0", "3"), ("4", "6"), ("7", "9")][third];
                let decade = decade.trim_end_matches('X');
                Ok(When::Between(
                    format!("{decade}{from}"),
                    format!("{decade}{to}"),
                ))
            }
            _ => Err(EdtfError {
                at,
                reason: "early, mid and late are read of a month, a year and a decade".to_owned(),
            }),
        }
    }

    /// "some day in April 1985", "some month in 2014".
    pub(super) fn some(&mut self) -> Result<When, EdtfError> {
        let (unit, length) = match (self.word(1), self.word(2)) {
            (Some(unit @ ("day" | "month")), Some("in" | "of")) => (unit, 3),
            _ => return Err(self.wrong()),
        };
        self.skip(length);
        let at = self.at();
        match (unit, self.when()?) {
            (
                "day",
                When::Calendar(Calendar {
                    year: Some(year),
                    month,
                    day: None,
                }),
            ) => {
                let month = month.map_or("XX".to_owned(), |month| format!("{month:02}"));
                Ok(When::Edtf(format!("{}-{month}-XX", edtf_year(year))))
            }
            (
                "month",
                When::Calendar(Calendar {
                    year: Some(year),
                    month: None,
                    day: None,
                }),
            ) => Ok(When::Edtf(format!("{}-XX", edtf_year(year)))),
            _ => Err(EdtfError {
                at,
                reason: format!("some {unit} is read in a year or, for a day, in a month"),
            }),
        }
    }
}

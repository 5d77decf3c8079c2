//! One date as people write it, which may leave out what stands elsewhere in the text:
//! the "1" of "1 to 12 August 2014".

use super::lexicon::{
    APPROXIMATE, FILLERS, UNCERTAIN, era, is_part, month_named, season_named, weekday_named,
};
use super::names::ORDINALS;
use super::reader::Reader;
use super::tokens::{Ending, Number};
use crate::day::Day;
use crate::edtf::{EdtfError, Hemisphere, Qualifier};

#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Where it begins.
    pub at: usize,
    pub when: When,
    pub qualifier: Qualifier,
    /// 0 is Monday; and where it stands.
    pub weekday: Option<(u8, usize)>,
    /// It says BC or AD.
    pub names_era: bool,
}

#[derive(Debug, Clone)]
pub(super) enum When {
    /// A number that is a day or a year.
    Bare(Number),
    Calendar(Calendar),
    Season(SeasonOf),
    /// One date of EDTF.
    Edtf(String),
    /// Some time from the one date to the other.
    Between(String, String),
}

/// Of what a person writes any part may be missing.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Calendar {
    pub year: Option<i64>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct SeasonOf {
    /// 0 is spring.
    pub quarter: u8,
    pub hemisphere: Option<Hemisphere>,
    pub year: Option<i64>,
    /// The year after it was written too: "winter 2014–15".
    pub ends_in_next_year: bool,
}

impl Reader<'_> {
    pub fn phrase(&mut self) -> Result<Phrase, EdtfError> {
        let mut qualifier = Qualifier::NONE;
        let mut weekday = None;
        self.names_era = false;
        loop {
            let at = self.at();
            let is_approximate = self.eat_any_word(&APPROXIMATE)
                || self.eat_words(&["on", "or", "about"])
                || self.eat_sign('~');
            if is_approximate {
                qualifier.approximate = true;
            } else if self.eat_any_word(&UNCERTAIN) {
                qualifier.uncertain = true;
            } else if let Some(day) = self.word(0).and_then(weekday_named) {
                self.skip(1);
                self.eat_sign(',');
                weekday = Some((day, at));
            } else if !self.eat_any_word(&FILLERS) {
                break;
            }
        }
        let mut phrase = Phrase {
            at: self.at(),
            when: self.when()?,
            qualifier,
            weekday,
            names_era: self.names_era,
        };
        while self.eat_sign('?') {
            phrase.qualifier.uncertain = true;
        }
        self.remarks(&mut phrase)?;
        Ok(phrase)
    }

    pub(super) fn when(&mut self) -> Result<When, EdtfError> {
        if let Some(number) = self.number(0) {
            return self.numeric(number);
        }
        let Some(word) = self.word(0) else {
            return Err(self.wrong());
        };
        if let Some(month) = month_named(word) {
            self.skip(1);
            return self.after_month(month);
        }
        if let Some(quarter) = season_named(word) {
            self.skip(1);
            return self.after_season(quarter);
        }
        if let Some(index) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
            self.skip(1);
            return self.part_of_year(index as i64 + 1);
        }
        match (word, self.number(1)) {
            ("q" | "h", Some(part)) => {
                self.skip(2);
                let first = if word == "q" { 33..=36 } else { 40..=41 };
                let year = self.year_of()?;
                return self.part(first, part.value, year);
            }
            ("ad" | "ce" | "a", _) => {
                if let Some(year) = self.year()? {
                    return Ok(When::Calendar(Calendar {
                        year: Some(year),
                        ..Calendar::default()
                    }));
                }
            }
            ("early" | "mid" | "late", _) => {
                self.skip(1);
                self.eat_sign('-');
                return self.third_of(match word {
                    "early" => 0,
                    "mid" => 1,
                    _ => 2,
                });
            }
            ("some", _) => return self.some(),
            _ => {}
        }
        Err(self.wrong())
    }

    fn numeric(&mut self, number: Number) -> Result<When, EdtfError> {
        if let Some(day) = run_together(number) {
            self.skip(1);
            return Ok(When::Calendar(day));
        }
        if let Some(when) = self.figures(number)? {
            return Ok(when);
        }
        match number.ending {
            Ending::Plural => {
                self.skip(1);
                return self.decade(number);
            }
            Ending::Ordinal if self.word(1) == Some("century") => {
                self.skip(2);
                return self.century(number.value);
            }
            Ending::Ordinal if self.word(1).is_some_and(is_part) => {
                self.skip(1);
                return self.part_of_year(number.value);
            }
            _ => {}
        }
        if let Some(year) = self.year()? {
            // "2014 Q3"
            if let (Some("q"), Some(part)) = (self.word(0), self.number(1)) {
                self.skip(2);
                return self.part(33..=36, part.value, year);
            }
            return Ok(When::Calendar(Calendar {
                year: Some(year),
                ..Calendar::default()
            }));
        }
        self.skip(1);
        // "14. July", "14th of July"
        let month_ahead = (0..=2).find(|&ahead| {
            self.word(ahead).and_then(month_named).is_some()
                && (0..ahead).all(|between| {
                    self.word(between) == Some("of") || self.sign(between) == Some('.')
                })
        });
        let day = u8::try_from(number.value).ok();
        if let (Some(ahead), Some(day)) = (month_ahead, day) {
            let month = self.word(ahead).and_then(month_named);
            self.skip(ahead + 1);
            self.eat_sign(',');
            return Ok(When::Calendar(Calendar {
                year: self.year()?,
                month,
                day: Some(day),
            }));
        }
        // The end of "July 14–16, 2016".
        if self.sign(0) == Some(',')
            && self.number(1).is_some_and(|number| number.digits == 4)
            && day.is_some()
        {
            self.skip(1);
            return Ok(When::Calendar(Calendar {
                year: self.year()?,
                month: None,
                day,
            }));
        }
        Ok(When::Bare(number))
    }

    /// "14.7.2016", "4/7/2016", "2016-7-14", "7/2016".
    fn figures(&mut self, first: Number) -> Result<Option<When>, EdtfError> {
        let Some(separator @ ('.' | '/' | '-')) = self.sign(1) else {
            return Ok(None);
        };
        let Some(second) = self.number(2) else {
            return Ok(None);
        };
        let third = (self.sign(3) == Some(separator))
            .then(|| self.number(4))
            .flatten();
        let short = |number: Number| {
            u8::try_from(number.value)
                .ok()
                .filter(|_| number.digits <= 2)
        };
        let (day, month, year) = match third {
            Some(third) if first.digits == 4 => (short(third), short(second), first),
            Some(third) if third.digits == 4 => {
                let day_first = (short(first), short(second), third);
                let month_first = (short(second), short(first), third);
                if separator == '.' {
                    day_first
                } else {
                    self.choose(day_first, month_first)
                }
            }
            Some(third) if first.digits <= 2 && third.digits <= 2 => {
                self.skip(4);
                return Err(self.fail("a year of two digits may be of any century"));
            }
            None if first.digits <= 2 && second.digits == 4 => {
                self.skip(3);
                return Ok(Some(When::Calendar(Calendar {
                    year: Some(second.value),
                    month: short(first),
                    day: None,
                })));
            }
            _ => return Ok(None),
        };
        if day.is_none() || month.is_none() {
            return Err(self.wrong());
        }
        self.skip(5);
        Ok(Some(When::Calendar(Calendar {
            year: Some(year.value),
            month,
            day,
        })))
    }

    /// "July 2014", "July 14, 2016", and "July 14" before "to 16, 2016".
    fn after_month(&mut self, month: u8) -> Result<When, EdtfError> {
        self.eat_any_word(&["of"]);
        let comma = usize::from(self.sign(0) == Some(','));
        let day = self
            .number(comma)
            .filter(|number| number.digits <= 2 && era(self.word(comma + 1)).is_none())
            .and_then(|number| u8::try_from(number.value).ok());
        if day.is_some() && comma == 0 {
            self.skip(1);
            if self.number(0).is_some() || self.sign(0) == Some(',') {
                self.eat_sign(',');
                return Ok(When::Calendar(Calendar {
                    year: self.year()?,
                    month: Some(month),
                    day,
                }));
            }
            return Ok(When::Calendar(Calendar {
                year: None,
                month: Some(month),
                day,
            }));
        }
        if comma == 1 && self.number(1).is_some() {
            self.skip(1);
        }
        Ok(When::Calendar(Calendar {
            year: self.year()?,
            month: Some(month),
            day: None,
        }))
    }

    /// "(uncertain)", "(southern hemisphere, approximate)".
    fn remarks(&mut self, phrase: &mut Phrase) -> Result<(), EdtfError> {
        if !self.eat_sign('(') {
            return Ok(());
        }
        loop {
            let at = self.at();
            if self.eat_words(&["uncertain", "and", "approximate"]) {
                phrase.qualifier = Qualifier {
                    uncertain: true,
                    approximate: true,
                };
            } else if self.eat_words(&["uncertain"]) {
                phrase.qualifier.uncertain = true;
            } else if self.eat_words(&["approximate"]) {
                phrase.qualifier.approximate = true;
            } else {
                let hemisphere = if self.eat_words(&["northern", "hemisphere"]) {
                    Hemisphere::Northern
                } else if self.eat_words(&["southern", "hemisphere"]) {
                    Hemisphere::Southern
                } else {
                    return Err(self.wrong());
                };
                let When::Season(season) = &mut phrase.when else {
                    return Err(EdtfError {
                        at,
                        reason: "only seasons differ between the hemispheres".to_owned(),
                    });
                };
                season.hemisphere = Some(hemisphere);
            }
            if self.eat_sign(')') {
                return Ok(());
            }
            if !self.eat_sign(',') {
                return Err(self.wrong());
            }
        }
    }
}

/// As EDTF writes a year.
pub(super) fn edtf_year(year: i64) -> String {
    match year {
        0..=9_999 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// "20140714", as files are named. A year of eight digits is written in groups of three.
fn run_together(number: Number) -> Option<Calendar> {
    if number.digits != 8 || number.ending != Ending::None {
        return None;
    }
    let year = number.value / 10_000;
    let month = u8::try_from(number.value / 100 % 100).ok()?;
    let day = u8::try_from(number.value % 100).ok()?;
    let is_day = (1500..2200).contains(&year) && Day::from_civil(year, month, day).is_some();
    is_day.then_some(Calendar {
        year: Some(year),
        month: Some(month),
        day: Some(day),
    })
}

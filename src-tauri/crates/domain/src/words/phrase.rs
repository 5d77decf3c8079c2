//! One date as people write it, which may leave out what stands elsewhere in the text:
//! the "1" of "1 to 12 August 2014".

use super::names::{MONTHS, ORDINALS};
use super::tokens::{Ending, Kind, Number, Token};
use crate::edtf::{EdtfError, Hemisphere, Qualifier};

#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Where it begins.
    pub at: usize,
    pub when: When,
    pub qualifier: Qualifier,
    /// 0 is Monday; and where it stands.
    pub weekday: Option<(u8, usize)>,
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

/// A place among the parts of a text, and how a choice is made where people differ.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    tokens: &'a [Token],
    index: usize,
    /// How many characters the text has.
    length: usize,
    /// Take the second of two readings.
    second: bool,
    /// There was something with two readings.
    pub has_two_readings: bool,
}

const APPROXIMATE: [&str; 8] = [
    "about",
    "approximately",
    "approx",
    "around",
    "c",
    "ca",
    "circa",
    "roughly",
];
const UNCERTAIN: [&str; 4] = ["maybe", "perhaps", "possibly", "probably"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// They stand before a date without changing it.
const FILLERS: [&str; 5] = ["the", "in", "on", "during", "year"];

impl<'a> Reader<'a> {
    pub fn new(tokens: &'a [Token], length: usize, second: bool) -> Self {
        Self {
            tokens,
            index: 0,
            length,
            second,
            has_two_readings: false,
        }
    }

    /// The second of two things that the text can mean, when it is its turn.
    pub fn choose<T>(&mut self, first: T, second: T) -> T {
        self.has_two_readings = true;
        if self.second { second } else { first }
    }

    pub fn at(&self) -> usize {
        self.tokens
            .get(self.index)
            .map_or(self.length, |token| token.at)
    }

    pub fn is_at_end(&self) -> bool {
        self.index == self.tokens.len()
    }

    fn kind(&self, ahead: usize) -> Option<&'a Kind> {
        self.tokens.get(self.index + ahead).map(|token| &token.kind)
    }

    fn number(&self, ahead: usize) -> Option<Number> {
        match self.kind(ahead) {
            Some(Kind::Number(number)) => Some(*number),
            _ => None,
        }
    }

    fn word(&self, ahead: usize) -> Option<&'a str> {
        match self.kind(ahead) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn sign(&self, ahead: usize) -> Option<char> {
        match self.kind(ahead) {
            Some(Kind::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    fn skip(&mut self, count: usize) {
        self.index += count;
    }

    pub fn eat_sign(&mut self, wanted: char) -> bool {
        let found = self.sign(0) == Some(wanted);
        self.index += usize::from(found);
        found
    }

    pub fn eat_words(&mut self, wanted: &[&str]) -> bool {
        let found = wanted
            .iter()
            .enumerate()
            .all(|(ahead, word)| self.word(ahead) == Some(word));
        if found {
            self.index += wanted.len();
        }
        found
    }

    pub fn eat_any_word(&mut self, wanted: &[&str]) -> bool {
        let found = self.word(0).is_some_and(|word| wanted.contains(&word));
        self.index += usize::from(found);
        found
    }

    pub fn fail(&self, reason: impl Into<String>) -> EdtfError {
        EdtfError {
            at: self.at(),
            reason: reason.into(),
        }
    }

    /// What stands here is not understood.
    pub fn wrong(&self) -> EdtfError {
        self.fail(match self.kind(0) {
            None => "a date is missing".to_owned(),
            Some(Kind::Word(word)) if is_moving(word) => {
                format!("\"{word}\" is another day tomorrow; write the day itself")
            }
            Some(Kind::Word(word)) => format!("\"{word}\" is not understood here"),
            Some(Kind::Number(number)) => format!("{} is not understood here", number.value),
            Some(Kind::Sign(sign)) => format!("`{}` is not understood here", sign.escape_debug()),
        })
    }

    pub fn phrase(&mut self) -> Result<Phrase, EdtfError> {
        let mut qualifier = Qualifier::NONE;
        let mut weekday = None;
        loop {
            let at = self.at();
            if self.eat_any_word(&APPROXIMATE) || self.eat_sign('~') {
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
        };
        while self.eat_sign('?') {
            phrase.qualifier.uncertain = true;
        }
        self.remarks(&mut phrase)?;
        Ok(phrase)
    }

    fn when(&mut self) -> Result<When, EdtfError> {
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

    fn after_season(&mut self, quarter: u8) -> Result<When, EdtfError> {
        self.eat_any_word(&["of"]);
        let mut season = SeasonOf {
            quarter,
            hemisphere: None,
            year: None,
            ends_in_next_year: false,
        };
        let between = |reader: &Self, ahead: usize| {
            matches!(reader.sign(ahead), Some('–' | '-' | '/')) || reader.word(ahead) == Some("to")
        };
        // "winter 500 to 501 AD" names the era once.
        if let (Some(first), true, Some(second)) =
            (self.number(0), between(self, 1), self.number(2))
        {
            let start = self.index;
            self.skip(2);
            let (year, follows) = if second.digits == 2 && first.digits == 4 {
                self.skip(1);
                (first.value, (first.value + 1) % 100 == second.value)
            } else if let Some(next) = self.year()? {
                let year = if next <= 0 {
                    1 - first.value
                } else {
                    first.value
                };
                (year, year + 1 == next)
            } else {
                (0, false)
            };
            if follows {
                season.year = Some(year);
                season.ends_in_next_year = true;
                return Ok(When::Season(season));
            }
            self.index = start;
        }
        season.year = self.year()?;
        if let Some(year) = season.year
            && between(self, 0)
            && self.number(1).is_some()
        {
            let start = self.index;
            self.skip(1);
            if self.year()? == Some(year + 1) {
                season.ends_in_next_year = true;
            } else {
                self.index = start;
            }
        }
        Ok(When::Season(season))
    }

    /// "quarter of 2014", "half of 2014" after their number.
    fn part_of_year(&mut self, number: i64) -> Result<When, EdtfError> {
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

    fn part(
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
    fn decade(&mut self, number: Number) -> Result<When, EdtfError> {
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
    fn century(&mut self, number: i64) -> Result<When, EdtfError> {
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
    fn third_of(&mut self, third: usize) -> Result<When, EdtfError> {
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
    fn some(&mut self) -> Result<When, EdtfError> {
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

    /// After "quarter", "Q3": "of 2014", "/2014".
    fn year_of(&mut self) -> Result<i64, EdtfError> {
        if !self.eat_any_word(&["of"]) {
            self.eat_sign('/');
        }
        self.year()?.ok_or_else(|| self.fail("the year is missing"))
    }

    /// A year, if one stands here: four digits, or any number with its era, or a number
    /// of more digits.
    fn year(&mut self) -> Result<Option<i64>, EdtfError> {
        self.eat_any_word(&["year"]);
        let before = self.era_here();
        let ahead = before.map_or(0, |(_, length)| length);
        let Some(number) = self
            .number(ahead)
            .filter(|number| number.ending == Ending::None)
        else {
            return Ok(None);
        };
        let start = self.index;
        self.skip(ahead + 1);
        let after = self.era_here();
        if let Some((_, length)) = after {
            self.skip(length);
        }
        match after.or(before).map(|(era, _)| era) {
            Some(_) if number.value == 0 => {
                self.index = start + ahead;
                Err(self.fail("years before and after Christ are counted from 1"))
            }
            Some(Era::BeforeChrist) => Ok(Some(1 - number.value)),
            Some(Era::AnnoDomini) => Ok(Some(number.value)),
            None if number.digits >= 4 => Ok(Some(number.value)),
            None => {
                self.index = start;
                Ok(None)
            }
        }
    }

    /// The era that stands here and how many parts it has: "B.C." has two.
    fn era_here(&self) -> Option<(Era, usize)> {
        if let Some(era) = era(self.word(0)) {
            return Some((era, 1));
        }
        match (self.word(0)?, self.word(1)?) {
            ("b", "c") if self.word(2) == Some("e") => Some((Era::BeforeChrist, 3)),
            ("b", "c") => Some((Era::BeforeChrist, 2)),
            ("a", "d") | ("c", "e") => Some((Era::AnnoDomini, 2)),
            _ => None,
        }
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Era {
    BeforeChrist,
    AnnoDomini,
}

fn era(word: Option<&str>) -> Option<Era> {
    match word? {
        "bc" | "bce" => Some(Era::BeforeChrist),
        "ad" | "ce" => Some(Era::AnnoDomini),
        _ => None,
    }
}

fn is_moving(word: &str) -> bool {
    ["now", "today", "yesterday", "tomorrow"].contains(&word)
}

fn is_part(word: &str) -> bool {
    ["quarter", "third", "half"].contains(&word)
}

/// A full English name or its first letters, three at least.
fn month_named(word: &str) -> Option<u8> {
    let abbreviated = word == "sept" || word.len() == 3;
    let index = MONTHS.iter().position(|month| {
        month.eq_ignore_ascii_case(word)
            || (abbreviated
                && month
                    .get(..word.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(word)))
    })?;
    u8::try_from(index + 1).ok()
}

fn season_named(word: &str) -> Option<u8> {
    let name = if word == "fall" { "autumn" } else { word };
    let index = SEASONS.iter().position(|season| *season == name)?;
    u8::try_from(index).ok()
}

fn weekday_named(word: &str) -> Option<u8> {
    let abbreviated = word.len() == 3 || ["tues", "thur", "thurs"].contains(&word);
    let index = WEEKDAYS
        .iter()
        .position(|day| *day == word || (abbreviated && day.starts_with(word)))?;
    u8::try_from(index).ok()
}

/// As EDTF writes a year.
pub(super) fn edtf_year(year: i64) -> String {
    match year {
        0..=9_999 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

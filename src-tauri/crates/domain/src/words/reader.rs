//! A place among the parts of a text.

use super::lexicon::{Era, era, is_moving};
use super::tokens::{Ending, Kind, Number, Token};
use crate::edtf::EdtfError;

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
    /// The phrase that is being read says BC or AD.
    pub names_era: bool,
}

impl<'a> Reader<'a> {
    pub fn new(tokens: &'a [Token], length: usize, second: bool) -> Self {
        Self {
            tokens,
            index: 0,
            length,
            second,
            has_two_readings: false,
            names_era: false,
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

    pub fn place(&self) -> usize {
        self.index
    }

    /// To a place in this phrase before any year.
    pub fn go_back(&mut self, place: usize) {
        self.index = place;
        self.names_era = false;
    }

    pub fn is_at_end(&self) -> bool {
        self.index == self.tokens.len()
    }

    pub fn kind(&self, ahead: usize) -> Option<&'a Kind> {
        self.tokens.get(self.index + ahead).map(|token| &token.kind)
    }

    pub fn number(&self, ahead: usize) -> Option<Number> {
        match self.kind(ahead) {
            Some(Kind::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub fn word(&self, ahead: usize) -> Option<&'a str> {
        match self.kind(ahead) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    pub fn sign(&self, ahead: usize) -> Option<char> {
        match self.kind(ahead) {
            Some(Kind::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    pub fn skip(&mut self, count: usize) {
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

    pub fn eat_any_words(&mut self, wanted: &[&[&str]]) -> bool {
        wanted.iter().any(|words| self.eat_words(words))
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

    /// After "quarter", "Q3": "of 2014", "/2014".
    pub fn year_of(&mut self) -> Result<i64, EdtfError> {
        if !self.eat_any_word(&["of"]) {
            self.eat_sign('/');
        }
        self.year()?.ok_or_else(|| self.fail("the year is missing"))
    }

    /// A year, if one stands here: four digits, or any number with its era, or a number
    /// of more digits.
    pub fn year(&mut self) -> Result<Option<i64>, EdtfError> {
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
        self.names_era |= after.or(before).is_some();
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
    pub fn era_here(&self) -> Option<(Era, usize)> {
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
}

//! Dates as people write them: what stands around one date or between two.

use super::compose::{Composed, neighbour, qualifier_sign};
use super::phrase::{Calendar, Phrase, When, edtf_year};
use super::reader::Reader;
use super::tokens::{Token, tokens};
use crate::edtf::{Edtf, EdtfError};

/// What a text means as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    One(Edtf),
    /// Two different dates, of which only the writer knows the right one: "4/7/2016".
    Ambiguous(Vec<Edtf>),
    Invalid(EdtfError),
}

/// Reads EDTF and English: "14 July 2016", "July 14, 2016", "14.7.2016", "summer 2014",
/// "about 2010", "before 1990", "between 1 and 12 August 2014", "29 August – 8 September
/// 2014", "1990s", "early 2016", "c. 1850?", "44 BC", "on or about 5 May 2014", "no later
/// than 5 May 2014", "20140505". Case and the number of spaces do
/// not matter. There is no clock here, so "today" is not read.
///
/// What has two readings is never guessed: figures with slashes or hyphens may begin
/// with the day or the month, "winter 2014" may begin or end in 2014, "the 1900s" may be
/// ten years or a hundred. Figures with dots begin with the day.
///
/// Takes time in proportion to the length of the text.
pub fn read_date(text: &str) -> Reading {
    let trimmed = text.trim();
    let spaces = text.chars().take_while(|c| c.is_whitespace()).count();
    let shifted = |error: EdtfError| EdtfError {
        at: error.at + spaces,
        ..error
    };
    let error = match Edtf::parse(trimmed) {
        Ok(edtf) => return Reading::One(edtf),
        Err(error) => error,
    };
    match read_english(trimmed) {
        Ok(reading) => reading,
        Err(_) if is_meant_as_edtf(trimmed) => Reading::Invalid(shifted(error)),
        Err(error) => Reading::Invalid(shifted(error)),
    }
}

/// Of the characters of EDTF only, and not beginning with a day as "14/7/16" does.
fn is_meant_as_edtf(text: &str) -> bool {
    let first = text.split(['.', '/', '-', ',']).next().unwrap_or("");
    let is_short_number =
        (1..4).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit());
    !is_short_number
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b"XYESTZ-/.,[]{}?~%:+".contains(&byte))
}

fn read_english(text: &str) -> Result<Reading, EdtfError> {
    let length = text.chars().count();
    let tokens = tokens(text).map_err(|at| EdtfError {
        at,
        reason: "this is too long for a date".to_owned(),
    })?;
    let (first, has_two_readings) = read_one(&tokens, length, false);
    if !has_two_readings {
        return first.map(Reading::One);
    }
    let (second, _) = read_one(&tokens, length, true);
    match (first, second) {
        (Ok(first), Ok(second)) if first != second => Ok(Reading::Ambiguous(vec![first, second])),
        (Ok(only), _) | (_, Ok(only)) => Ok(Reading::One(only)),
        (Err(error), Err(_)) => Err(error),
    }
}

fn read_one(tokens: &[Token], length: usize, second: bool) -> (Result<Edtf, EdtfError>, bool) {
    let mut reader = Reader::new(tokens, length, second);
    let edtf = reader.whole().and_then(|edtf| {
        // A reversed range is the likeliest reason, and it begins with the text.
        Edtf::parse(&edtf).map_err(|error| EdtfError { at: 0, ..error })
    });
    (edtf, reader.has_two_readings)
}

/// The date or some time before it, as lawyers say it.
const UP_TO: [&[&str]; 5] = [
    &["by"],
    &["on", "or", "before"],
    &["no", "later", "than"],
    &["not", "later", "than"],
    &["not", "after"],
];

/// The date or some time after it.
const FROM: [&[&str]; 4] = [
    &["on", "or", "after"],
    &["no", "earlier", "than"],
    &["not", "earlier", "than"],
    &["not", "before"],
];

/// Between two dates that make a span.
const TO: [&str; 4] = ["to", "until", "till", "through"];

impl Reader<'_> {
    fn whole(&mut self) -> Result<String, EdtfError> {
        let edtf = self.statement()?;
        if self.is_at_end() {
            Ok(edtf)
        } else {
            Err(self.wrong())
        }
    }

    fn statement(&mut self) -> Result<String, EdtfError> {
        if self.eat_any_words(&UP_TO) {
            let date = self.single()?;
            return Ok(format!("[..{date}]"));
        }
        if self.eat_any_words(&FROM) {
            let date = self.single()?;
            return Ok(format!("[{date}..]"));
        }
        if self.eat_any_words(&[&["before"], &["prior", "to"]]) {
            return self.beyond(-1);
        }
        if self.eat_any_word(&["after"]) {
            return self.beyond(1);
        }
        if self.eat_any_word(&["since"]) {
            let date = self.single()?;
            return Ok(format!("{date}/.."));
        }
        if self.eat_any_word(&["until", "till"]) {
            let date = self.single()?;
            let unknown = self.eat_sign(',') && self.eat_words(&["beginning", "unknown"]);
            return Ok(format!("{}/{date}", if unknown { "" } else { ".." }));
        }
        if self.eat_any_word(&["between"]) {
            let mut first = self.phrase()?;
            if !self.eat_any_word(&["and"]) {
                return Err(self.fail("\"between\" needs \"and\""));
            }
            let mut second = self.phrase()?;
            first.share_with(&mut second);
            return self.between(&first, &second);
        }
        if self.eat_any_word(&["within"]) || self.eat_words(&["in", "the", "course", "of"]) {
            let date = self.single()?;
            return Ok(format!("{date}/{date}"));
        }
        let from = self.eat_any_word(&["from"]);
        let first = self.phrase()?;
        if self.eat_any_word(&TO) || self.eat_sign('–') {
            let second = self.phrase()?;
            return match self.short_second_year(&first, &second) {
                Some(edtf) => Ok(edtf),
                None => self.span(first, second),
            };
        }
        if self.eat_sign('-') {
            let second = self.phrase()?;
            return self.span(first, second);
        }
        if self.eat_any_word(&["on", "onward", "onwards"]) {
            return Ok(format!("{}/..", first.date(self)?));
        }
        if from {
            let unknown = self.eat_sign(',') && self.eat_words(&["end", "unknown"]);
            return Ok(format!(
                "{}/{}",
                first.date(self)?,
                if unknown { "" } else { ".." }
            ));
        }
        if self.eat_any_word(&["or"]) {
            return self.set(first, '[', ']');
        }
        if self.eat_any_word(&["and"]) {
            return self.set(first, '{', '}');
        }
        if !self.is_at_end() {
            return Err(self.wrong());
        }
        match first.compose(self)? {
            Composed::Date(date) => Ok(date),
            Composed::Between(from, to) => Ok(format!("[{from}..{to}]")),
        }
    }

    fn single(&mut self) -> Result<String, EdtfError> {
        let phrase = self.phrase()?;
        phrase.date(self)
    }

    /// "before 1990" is 1989 or earlier, "after 1990" is 1991 or later.
    fn beyond(&mut self, step: i64) -> Result<String, EdtfError> {
        let mut phrase = self.phrase()?;
        let qualifier = std::mem::take(&mut phrase.qualifier);
        let (from, to) = match phrase.compose(self)? {
            Composed::Date(date) => (date.clone(), date),
            Composed::Between(from, to) => (from, to),
        };
        let edge = Edtf::parse(if step < 0 { &from } else { &to })?;
        let date = neighbour(&edge, step).ok_or_else(|| phrase.fail("nothing lies beyond it"))?;
        let sign = qualifier_sign(qualifier);
        Ok(if step < 0 {
            format!("[..{date}{sign}]")
        } else {
            format!("[{date}{sign}..]")
        })
    }

    /// Some time from the one date to the other. A range has ends of one precision; where
    /// they differ, it is one of days.
    fn between(&mut self, first: &Phrase, second: &Phrase) -> Result<String, EdtfError> {
        let (from, to) = (first.date(self)?, second.date(self)?);
        let (start, end) = (Edtf::parse(&from)?, Edtf::parse(&to)?);
        for (phrase, edtf) in [(first, &start), (second, &end)] {
            if edtf.is_uncertain() || edtf.is_approximate() {
                return Err(phrase.fail("the ends of \"between\" cannot be uncertain in turn"));
            }
        }
        if start.is_plain() && end.is_plain() && start.precision() == end.precision() {
            return Ok(format!("[{from}..{to}]"));
        }
        match (start.bounds().earliest, end.bounds().latest) {
            (Some(from), Some(to)) => Ok(format!("[{from}..{to}]")),
            _ => Err(first.fail("\"between\" needs two dates")),
        }
    }

    fn span(&mut self, mut first: Phrase, mut second: Phrase) -> Result<String, EdtfError> {
        first.share_with(&mut second);
        Ok(format!("{}/{}", first.date(self)?, second.date(self)?))
    }

    /// "1914–18"; "2004–06" may be a month as well.
    fn short_second_year(&mut self, first: &Phrase, second: &Phrase) -> Option<String> {
        let (When::Calendar(calendar), When::Bare(number)) = (&first.when, &second.when) else {
            return None;
        };
        let &Calendar {
            year: Some(from @ 1000..=9999),
            month: None,
            day: None,
        } = calendar
        else {
            return None;
        };
        if number.digits != 2 || !self.is_at_end() || first.qualifier != second.qualifier {
            return None;
        }
        let to = from - from % 100 + number.value;
        let span = format!("{}/{}", edtf_year(from), edtf_year(to));
        let month = format!("{}-{:02}", edtf_year(from), number.value);
        match (to > from, (1..=12).contains(&number.value)) {
            (true, true) => Some(self.choose(span, month)),
            (true, false) => Some(span),
            (false, true) => Some(month),
            (false, false) => None,
        }
    }

    /// After "8" and "or", or "and".
    fn set(&mut self, mut first: Phrase, open: char, close: char) -> Result<String, EdtfError> {
        if self.eat_any_word(&["earlier", "before"]) {
            return Ok(format!("{open}..{}{close}", first.date(self)?));
        }
        if self.eat_any_word(&["later", "after"]) {
            return Ok(format!("{open}{}..{close}", first.date(self)?));
        }
        let mut second = self.phrase()?;
        first.share_with(&mut second);
        Ok(format!(
            "{open}{},{}{close}",
            first.date(self)?,
            second.date(self)?
        ))
    }
}

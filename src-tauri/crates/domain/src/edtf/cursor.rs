//! Reading from left to right, and saying where it stops making sense.

use super::{Digits, EdtfError, Qualifier};

/// A place in the text and what has been met on the way to it. The text is read once,
/// and every byte before the place is ASCII, so that bytes are characters.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// The lowest conformance level that has everything met so far.
    pub level: u8,
    /// Every qualification met so far.
    pub qualifier: Qualifier,
    /// An unspecified digit was met.
    pub masked: bool,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            level: 0,
            qualifier: Qualifier::NONE,
            masked: false,
        }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn needs_level(&mut self, level: u8) {
        self.level = self.level.max(level);
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    pub fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    pub fn eat_dots(&mut self) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(b"..");
        if found {
            self.at += 2;
        }
        found
    }

    /// The qualifier here, or none.
    pub fn eat_qualifier(&mut self) -> Result<Qualifier, EdtfError> {
        let Some(found) = self.peek().and_then(Qualifier::from_byte) else {
            return Ok(Qualifier::NONE);
        };
        self.at += 1;
        self.qualifier = self.qualifier | found;
        if self.peek().and_then(Qualifier::from_byte).is_some() {
            return Err(fail(
                self.at,
                "one place has one qualifier: ? (uncertain), ~ (approximate) or % (both)",
            ));
        }
        Ok(found)
    }

    /// `N` digits, each of which may be `X`.
    pub fn digits<const N: usize>(&mut self, wanted: &str) -> Result<Digits<N>, EdtfError> {
        let mut digits = [None; N];
        let mut value = 0;
        let mut masked = false;
        for digit in &mut digits {
            match self.peek() {
                Some(b @ b'0'..=b'9') => {
                    *digit = Some(b - b'0');
                    value = value * 10 + i64::from(b - b'0');
                }
                Some(b'X') => masked = true,
                _ => return Err(self.wrong(wanted)),
            }
            self.at += 1;
        }
        self.masked |= masked;
        Ok(if masked {
            Digits::Masked(digits)
        } else {
            Digits::Known(value)
        })
    }

    /// Two digits of a time of day.
    pub fn two_digits(&mut self, wanted: &str) -> Result<u8, EdtfError> {
        let mut value = 0;
        for _ in 0..2 {
            match self.peek() {
                Some(b @ b'0'..=b'9') => value = value * 10 + (b - b'0'),
                Some(b'X') => {
                    return Err(fail(self.at, "a time of day has no unspecified digits"));
                }
                _ => return Err(self.wrong(wanted)),
            }
            self.at += 1;
        }
        Ok(value)
    }

    /// A whole number above 0 of any length, without leading zeros, and how many digits
    /// it has. A number beyond 18 digits counts as the largest there is.
    pub fn positive(&mut self, wanted: &str) -> Result<(i64, u32), EdtfError> {
        let start = self.at;
        let mut value = 0_i64;
        while let Some(b @ b'0'..=b'9') = self.peek() {
            value = value.saturating_mul(10).saturating_add(i64::from(b - b'0'));
            self.at += 1;
        }
        match self.text.as_bytes()[start..self.at] {
            [] => Err(self.wrong(wanted)),
            [b'0', ..] => Err(fail(start, format!("{wanted} does not begin with 0"))),
            ref digits => Ok((value, u32::try_from(digits.len()).unwrap_or(u32::MAX))),
        }
    }

    /// What stands here is not what should.
    pub fn wrong(&self, wanted: &str) -> EdtfError {
        let found = self.text[self.at..].chars().next();
        let reason = match found {
            None => format!("it ends where {wanted} should stand"),
            Some(c) if c.is_whitespace() => "EDTF has no spaces".to_owned(),
            Some('x') => "an unspecified digit is a capital X".to_owned(),
            Some('y') => "a long year begins with a capital Y".to_owned(),
            Some(c) => format!("`{}` stands where {wanted} should", c.escape_debug()),
        };
        fail(self.at, reason)
    }
}

pub(super) fn fail(at: usize, reason: impl Into<String>) -> EdtfError {
    EdtfError {
        at,
        reason: reason.into(),
    }
}

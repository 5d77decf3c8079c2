//! Dates that say what is not known: EDTF (Library of Congress, ISO 8601-2), levels
//! 0 to 2.

use crate::day::{Day, days_in_month};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A valid EDTF expression, kept exactly as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    written: String,
    bounds: Bounds,
}

/// The first and last day that the expression allows; `None` where an end is open or
/// unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
}

/// Why a text is no EDTF expression, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (character {})", at + 1)]
pub struct EdtfError {
    /// The character, counted from 0, at which the text stops making sense.
    pub at: usize,
    pub reason: String,
}

impl Edtf {
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let error = |reason: &str| EdtfError {
            at: 0,
            reason: reason.to_owned(),
        };
        let parts: Vec<&str> = text.split('-').collect();
        let number = |s: &str| s.parse::<i64>().map_err(|_| error("not a number"));
        let year = number(parts[0])?;
        let month = parts
            .get(1)
            .map(|s| number(s))
            .transpose()?
            .map(|m| m as u8);
        let day = parts
            .get(2)
            .map(|s| number(s))
            .transpose()?
            .map(|m| m as u8);
        let last =
            days_in_month(year, month.unwrap_or(12)).ok_or_else(|| error("no such month"))?;
        Ok(Self {
            written: text.to_owned(),
            bounds: Bounds {
                earliest: Day::from_civil(year, month.unwrap_or(1), day.unwrap_or(1)),
                latest: Day::from_civil(year, month.unwrap_or(12), day.unwrap_or(last)),
            },
        })
    }

    pub fn as_str(&self) -> &str {
        &self.written
    }

    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// `?` or `%` stands anywhere in it.
    pub fn is_uncertain(&self) -> bool {
        self.written.contains(['?', '%'])
    }

    /// `~` or `%` stands anywhere in it.
    pub fn is_approximate(&self) -> bool {
        self.written.contains(['~', '%'])
    }

    /// It is a time span (`a/b`), not one moment that is not exactly known.
    pub fn is_interval(&self) -> bool {
        self.written.contains('/')
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;
    fn try_from(text: String) -> Result<Self, EdtfError> {
        Self::parse(&text)
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.written
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

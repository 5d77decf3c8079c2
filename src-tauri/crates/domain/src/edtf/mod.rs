//! Dates that say what is not known: EDTF (Library of Congress, ISO 8601-2), levels
//! 0 to 2.

mod bounds;
mod cursor;
mod digits;
mod expression;
mod moving;
mod parse;
mod parse_date;
mod precision;
mod qualifier;

pub use digits::Digits;
pub use expression::{
    Component, Date, DateTime, Expression, Hemisphere, Interval, IntervalEnd, Member, Quarter,
    Season, Set, SetKind, Year, Zone,
};
pub use moving::{MovedPart, NotMoved, Unit};
pub use precision::Precision;
pub use qualifier::{Certainty, Qualifier};

use crate::day::Day;
use cursor::Cursor;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

/// A valid EDTF expression, kept exactly as written. Two are equal when they are
/// written alike.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf(Arc<Parsed>);

/// Shared, because an event has room for seven dates and most have one.
#[derive(Debug)]
struct Parsed {
    written: String,
    expression: Expression,
    bounds: Bounds,
    level: u8,
    qualifier: Qualifier,
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
    /// Takes time in proportion to the length of the text.
    ///
    /// # Errors
    /// When the text is no valid expression of level 0, 1 or 2, names a day that does
    /// not exist, ends before it begins, or lies beyond [`Day::MAX_YEAR`].
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        Self::from_written(text.to_owned())
    }

    fn from_written(written: String) -> Result<Self, EdtfError> {
        let mut cursor = Cursor::new(&written);
        let expression = parse::expression(&mut cursor)?;
        let (level, qualifier) = (cursor.level, cursor.qualifier);
        Ok(Self(Arc::new(Parsed {
            bounds: expression.bounds(),
            written,
            expression,
            level,
            qualifier,
        })))
    }

    pub fn as_str(&self) -> &str {
        &self.0.written
    }

    /// What it consists of.
    pub fn expression(&self) -> &Expression {
        &self.0.expression
    }

    pub fn bounds(&self) -> Bounds {
        self.0.bounds
    }

    /// The lowest level of the specification (0, 1 or 2) that has everything in it.
    pub fn level(&self) -> u8 {
        self.0.level
    }

    /// `?` or `%` stands anywhere in it.
    pub fn is_uncertain(&self) -> bool {
        self.0.qualifier.uncertain
    }

    /// `~` or `%` stands anywhere in it.
    pub fn is_approximate(&self) -> bool {
        self.0.qualifier.approximate
    }

    /// The minute of its day, in the zone written, where a time of day is given: 0 to 1,439.
    pub fn minute_of_day(&self) -> Option<u16> {
        match self.0.expression {
            Expression::DateTime(DateTime { hour, minute, .. }) => {
                Some(u16::from(hour) * 60 + u16::from(minute))
            }
            _ => None,
        }
    }

    /// It is a time span (`a/b`), not one moment that is not exactly known.
    pub fn is_interval(&self) -> bool {
        matches!(self.0.expression, Expression::Interval(_))
    }

    /// It is one year, month or day without qualifiers, unspecified or significant
    /// digits.
    pub fn is_plain(&self) -> bool {
        matches!(&self.0.expression, Expression::Date(date) if date.is_plain())
    }

    pub fn precision(&self) -> Precision {
        self.0.expression.precision()
    }

    /// What its qualifiers say. A choice (`[a..b]`) or an estimate (`1950S2`) is
    /// approximate without a `~`.
    pub fn certainty(&self) -> Certainty {
        let estimated = match &self.0.expression {
            Expression::Set(set) => set.kind == SetKind::OneOf,
            Expression::Date(Date::Year(Year::Significant { .. }, _)) => true,
            _ => false,
        };
        Certainty::from(Qualifier {
            approximate: self.0.qualifier.approximate || estimated,
            ..self.0.qualifier
        })
    }
}

impl PartialEq for Edtf {
    fn eq(&self, other: &Self) -> bool {
        self.0.written == other.0.written
    }
}

impl Eq for Edtf {}

impl Hash for Edtf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.written.hash(state);
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;
    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;
    fn try_from(text: String) -> Result<Self, EdtfError> {
        Self::from_written(text)
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.0.written.clone()
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.written)
    }
}

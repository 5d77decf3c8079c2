//! Many events at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is changed of every event that is meant, as it is typed. `None` leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BulkChange {
    /// Name or identifier; a lane of a new name is made.
    pub lane: Option<String>,
    pub kind: Option<String>,
    /// Blank takes it out.
    pub confidence: Option<String>,
    pub main_case: Option<bool>,
    /// Identifiers.
    pub add_principles: Vec<String>,
    pub remove_principles: Vec<String>,
    pub shift: Option<DateShift>,
}

/// So many days, months or years later; negative is earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DateShift {
    pub unit: ShiftUnit,
    pub count: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ShiftUnit {
    Days,
    Months,
    Years,
}

/// What a change of many events would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BulkPreview {
    pub events: i64,
    /// Their first date as it would be and as it is, where dates are shifted.
    pub example: Option<ShiftedDate>,
    /// How many keep their date, because it cannot be shifted so.
    pub not_shifted: i64,
    /// The first of these.
    pub reasons: Vec<NotShifted>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftedDate {
    pub from_words: String,
    pub to_words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotShifted {
    pub key: i64,
    pub title: String,
    pub date_words: String,
    pub reason: String,
}

/// Events that would be deleted, and what goes with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeletionPreview {
    pub events: i64,
    /// The first of their titles, as of everything below.
    pub titles: Vec<String>,
    pub relations: i64,
    /// Each in words.
    pub relation_words: Vec<String>,
    pub notes: i64,
    pub note_words: Vec<String>,
    pub disputed_dates: i64,
}

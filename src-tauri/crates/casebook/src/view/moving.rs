//! Moving an event in time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of its date is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum MovePart {
    #[default]
    Whole,
    /// The beginning or the end of a span.
    Start,
    End,
}

/// How far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "in", rename_all = "lowercase")]
pub enum MoveBy {
    /// To where so many days lead, as near as its precision allows.
    Days { count: i64 },
    /// So many of its own units.
    Steps { count: i64 },
}

/// Where a move leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovedDate {
    /// EDTF; the date as it is where it cannot be moved so.
    pub date: String,
    pub words: String,
    /// Days since 1970-01-01; `None` where open or unknown.
    pub first: Option<i64>,
    pub last: Option<i64>,
    pub is_changed: bool,
    /// Why it cannot be moved so.
    pub refused: Option<String>,
}

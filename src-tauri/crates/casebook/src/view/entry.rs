//! An event in one line.

use super::DateReading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person chose where the line leaves it open. What the line says goes first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct EntryChoice {
    /// One of the readings of its date.
    pub date: Option<String>,
    pub lane: Option<String>,
    pub kind: Option<String>,
}

/// How a line is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryReading {
    pub input: String,
    /// `None` where no date was found.
    pub date: Option<DateReading>,
    pub title: String,
    pub lane: Option<EntryLane>,
    pub kind: String,
    /// A word of the line names it.
    pub kind_is_named: bool,
    /// Why it is no event yet.
    pub problem: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryLane {
    pub name: String,
    /// No lane is called so yet; one is made.
    pub is_new: bool,
}

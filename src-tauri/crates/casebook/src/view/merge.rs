//! Two events that become one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What merging two events would do. Nothing of either is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergePreview {
    pub keep: MergedEvent,
    pub other: MergedEvent,
    /// Where both say something, and not the same: one is chosen, and what is not goes
    /// into a note, or with the date among the disputed dates.
    pub fields: Vec<MergedField>,
    /// What comes over from the other without a choice, in words.
    pub joined: Vec<String>,
    /// Relations between the two, which would lead from the event to itself: each goes
    /// into the note in words.
    pub between: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergedEvent {
    pub key: i64,
    pub title: String,
    pub date_words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergedField {
    /// Its name in JSON.
    pub field: String,
    pub keep: String,
    pub other: String,
}

/// How two events are merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeChoice {
    /// The event that stays.
    pub keep: i64,
    /// The event that becomes part of it.
    pub other: i64,
    /// The fields of which the other's value is taken where the two differ.
    pub take: Vec<String>,
}

//! The change log as a reader sees it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which entries of the history are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct HistoryQuery {
    /// Only what touched the event with this key.
    pub event: Option<i64>,
    pub author: Option<String>,
    /// Only entries before this one: `older` of the page before.
    pub before: Option<i64>,
}

/// Entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryPage {
    pub entries: Vec<HistoryEntryView>,
    /// Ask with this as `before` for the next page; `None` on the last one.
    pub older: Option<i64>,
    /// Everybody who signed an entry.
    pub authors: Vec<String>,
}

/// One action of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryEntryView {
    pub id: i64,
    /// RFC 3339, UTC.
    pub at: String,
    pub author: Option<String>,
    /// "Change of “The ruling”", "Undid: Import of cases.csv".
    pub title: String,
    pub kind: HistoryKind,
    /// What it changed, up to a number of changes.
    pub changes: Vec<HistoryChange>,
    /// Whether there is more than `changes` says.
    pub more: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum HistoryKind {
    Edit,
    Undo,
    Redo,
}

/// What became of one record, or of one field of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryChange {
    pub change: ChangeKind,
    /// The record: "event", "relation", "note", "event_actor" …
    pub record: String,
    /// What it is called.
    pub name: String,
    /// The field, where the record stays and a field of it changed.
    pub field: Option<String>,
    /// The value before; of a record that was deleted, what it said.
    pub from: Option<String>,
    pub to: Option<String>,
    /// All of this as a sentence.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    Added,
    Changed,
    Removed,
}

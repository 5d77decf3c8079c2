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
    /// Only entries that have this text in their subject or in a value before or after.
    pub text: Option<String>,
    /// Only entries made before this moment. RFC 3339, UTC.
    pub until: Option<String>,
    /// Only entries before this one: `next` of the page before.
    pub before: Option<i64>,
    /// The entries that follow this one, instead of the newest.
    pub after: Option<i64>,
    /// How many rows of each entry are put into words; `None` for as many as can be told.
    pub rows: Option<u32>,
}

/// Entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryPage {
    pub entries: Vec<HistoryEntryView>,
    /// Where the page after this one begins: its `before`, or its `after` if this page was
    /// asked for with that. `None` on the last one.
    pub next: Option<i64>,
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
    /// The same as it goes on after a name: "changed “The ruling”".
    pub done: String,
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
    /// The event that the record is or belongs to, by its key, while it is there.
    pub event: Option<i64>,
    /// The values of a field, word by word; empty where a record came or went.
    pub difference: Vec<DifferencePart>,
}

/// A stretch of text that both values have, or one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DifferencePart {
    pub kind: Difference,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Difference {
    Same,
    Removed,
    Added,
}

/// What going back to the state right after an entry would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GoingBack {
    pub id: i64,
    /// RFC 3339, UTC.
    pub at: String,
    pub title: String,
    /// How many entries came after it.
    pub entries: i64,
    /// How many records would be affected; `None` when they are too many to compare, and
    /// empty when nothing would change.
    pub records: Option<Vec<RecordCount>>,
    /// What would change, from what it is now to what it was, up to a number of changes.
    pub changes: Vec<HistoryChange>,
    pub more: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordCount {
    pub record: String,
    /// What a reader calls such records.
    pub name: String,
    /// Deleted since, and there again.
    pub back: i64,
    pub changed: i64,
    /// Added since, and there no more.
    pub gone: i64,
}

impl RecordCount {
    pub(crate) fn of(record: &str, name: String) -> Self {
        Self {
            record: record.to_owned(),
            name,
            back: 0,
            changed: 0,
            gone: 0,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    Added,
    Changed,
    Removed,
}

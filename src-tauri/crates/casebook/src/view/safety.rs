//! Backups and recoveries as a reader sees them.

use super::Counts;
use serde::Serialize;
use ts_rs::TS;

/// The copies that the program keeps of one casebook, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupList {
    pub folder: String,
    pub backups: Vec<BackupView>,
}

/// A copy that the program keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupView {
    pub path: String,
    /// When it was made. RFC 3339, UTC.
    pub at: String,
    pub occasion: Occasion,
    pub bytes: i64,
    /// What it holds; `None` when it cannot be read any more.
    pub contents: Option<BackupContents>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupContents {
    pub title: String,
    pub counts: Counts,
    /// The last change it has, in words.
    pub last_change: Option<String>,
    /// How many changes were made since; `None` when the present casebook cannot be read
    /// or did not come from this copy.
    pub changes_since: Option<i64>,
    /// How many events those touched.
    pub events_since: Option<i64>,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// A quarter of an hour of work.
    Work,
    BeforeImport,
}

/// What a copy that was written holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopyReport {
    pub path: String,
    pub bytes: i64,
    pub counts: Counts,
}

/// What was saved of a damaged casebook, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecoveryReport {
    pub path: String,
    /// Everything that the damaged file ever held is in the new one.
    pub complete: bool,
    pub counts: Counts,
    /// Whether its history came along.
    pub history: bool,
    pub tables: Vec<RecoveredTable>,
    /// What could not be saved as it was, in sentences.
    pub losses: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecoveredTable {
    pub name: String,
    pub saved: i64,
    /// Stretches of rows that could not be read.
    pub unreadable: i64,
    /// Rows that were read but made no sense.
    pub refused: i64,
}

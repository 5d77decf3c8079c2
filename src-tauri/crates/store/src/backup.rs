//! Verified copies, and how one differs from the present.

use crate::error::StoreError;
use crate::history::{HistoryEnd, HistoryEntry};
use crate::{Counts, HistoryFilter, Result, Store};
use rusqlite::{OptionalExtension, params};
use std::path::Path;

/// What was done since a copy was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// Entries of the history that the copy does not have.
    pub entries: i64,
    /// Events that those touched.
    pub events: i64,
}

impl Store {
    /// Writes a complete copy to `target`, which must not exist yet, reads it back and
    /// compares it with this casebook. A copy that is not right is removed.
    pub fn back_up(&self, target: &Path) -> Result<Counts> {
        // One state of the file, whoever edits it meanwhile. Without a write-ahead log this
        // would keep others from writing; there a copy that was overtaken is refused.
        let snapshot = if self.has_write_ahead_log()? {
            let begun = self.connection.unchecked_transaction();
            Some(begun.map_err(|e| self.error(e))?)
        } else {
            None
        };
        let expected = (self.counts()?, self.revision()?);
        self.copy_to(target, false)?;
        drop(snapshot);
        let verified = verify(target).and_then(|found| {
            if found == expected {
                Ok(found.0)
            } else {
                Err(StoreError::Damaged {
                    path: target.to_owned(),
                    detail: "the copy does not hold what the casebook does".to_owned(),
                })
            }
        });
        if verified.is_err() {
            let _ = std::fs::remove_file(target);
        }
        verified
    }

    fn has_write_ahead_log(&self) -> Result<bool> {
        let mode: String = self
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .map_err(|e| self.error(e))?;
        Ok(mode == "wal")
    }

    /// The newest entry of the history.
    pub fn newest_entry(&self) -> Result<Option<HistoryEntry>> {
        Ok(self
            .history(&HistoryFilter::default(), HistoryEnd::Newest, 1)?
            .pop())
    }

    /// What was done since a copy whose history ends with `last`; `None` when this
    /// casebook never had that entry, and so is no later state of the copy.
    pub fn since(&self, last: &HistoryEntry) -> Result<Option<Since>> {
        let run = || -> rusqlite::Result<Option<Since>> {
            let known: Option<i64> = self
                .connection
                .query_row(
                    // Only a stretch of writing goes on after it was copied.
                    "SELECT pk FROM change_entry
                      WHERE pk = ?1 AND author IS ?2 AND subject = ?3
                        AND (at = ?4 OR at > ?4 AND action IN ('note-added', 'note-changed'))",
                    params![last.entry, last.author, last.subject, last.at],
                    |row| row.get(0),
                )
                .optional()?;
            if known.is_none() {
                return Ok(None);
            }
            self.connection
                .query_row(
                    "SELECT (SELECT count(*) FROM change_entry WHERE pk > ?1),
                            (SELECT count(DISTINCT event) FROM change_event WHERE entry > ?1)",
                    [last.entry],
                    |row| {
                        Ok(Since {
                            entries: row.get(0)?,
                            events: row.get(1)?,
                        })
                    },
                )
                .map(Some)
        };
        run().map_err(|e| self.error(e))
    }
}

fn verify(copy: &Path) -> Result<(Counts, i64)> {
    let copy = Store::open_read_only(copy)?;
    copy.expect_whole()?;
    Ok((copy.counts()?, copy.revision()?))
}

//! Reading the change log, and going back to any point of it.

use crate::change::{apply_back_to, finish_entry};
use crate::document::rows;
use crate::edit::open_entry;
use crate::error::StoreError;
use crate::file::commit;
use crate::{Action, Change, EventKey, Result, Store, schema};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// One action of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its number; later entries have greater ones.
    pub entry: i64,
    /// RFC 3339, UTC.
    pub at: String,
    pub author: Option<String>,
    pub kind: EntryKind,
    /// `None` for a word that this program does not know.
    pub action: Option<Action>,
    pub subject: String,
    /// How many changes of rows it holds.
    pub rows: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    Edit,
    /// It took back an earlier entry.
    Undo,
    /// It took back an undo.
    Redo,
}

/// Which entries to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryFilter {
    /// Only what touched this event.
    pub event: Option<EventKey>,
    pub author: Option<String>,
    /// Only entries before this one: where the page before ended.
    pub before: Option<i64>,
}

/// What an entry did to one row, from its state before the entry to that after.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedRow {
    pub table: &'static str,
    pub row: i64,
    pub change: RowChange,
}

/// Images of a row: its columns by name.
#[derive(Debug, Clone, PartialEq)]
pub enum RowChange {
    /// Without an image where an entry inserted many rows at once.
    Added(Option<Map<String, Value>>),
    Changed {
        before: Map<String, Value>,
        after: Map<String, Value>,
    },
    Removed(Map<String, Value>),
}

impl Store {
    /// Entries, newest first.
    pub fn history(&self, filter: &HistoryFilter, limit: i64) -> Result<Vec<HistoryEntry>> {
        rows(
            &self.reader(),
            "SELECT pk, at, author, kind, action, subject,
                    (SELECT count(*) FROM change_row WHERE change_row.entry = change_entry.pk)
               FROM change_entry
              WHERE (?1 IS NULL OR pk IN (SELECT entry FROM change_event WHERE event = ?1))
                AND (?2 IS NULL OR author = ?2)
                AND (?3 IS NULL OR pk < ?3)
              ORDER BY pk DESC LIMIT ?4",
            params![filter.event, filter.author, filter.before, limit],
            entry_of,
        )
    }

    /// Everybody who signed an entry, with how many.
    pub fn history_authors(&self) -> Result<Vec<(String, i64)>> {
        rows(
            &self.reader(),
            "SELECT author, count(*) FROM change_entry WHERE author IS NOT NULL
              GROUP BY author ORDER BY author",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The rows that an entry touched, up to a number of them, in the order of its first
    /// touch. A row that is as it was before the entry is left out.
    pub fn changed_rows(&self, entry: i64, limit: i64) -> Result<Vec<ChangedRow>> {
        let images: Vec<Logged> = rows(
            &self.reader(),
            "SELECT table_name, row, operation, before, after FROM change_row
              WHERE entry = ?1 ORDER BY pk LIMIT ?2",
            params![entry, limit],
            |row| {
                Ok(Logged {
                    table: row.get(0)?,
                    row: row.get(1)?,
                    operation: row.get(2)?,
                    before: row.get(3)?,
                    after: row.get(4)?,
                })
            },
        )?;
        let mut order: Vec<(&'static str, i64)> = Vec::new();
        let mut touched: HashMap<(&'static str, i64), Touched> = HashMap::new();
        for logged in images {
            let Logged {
                table,
                row,
                operation,
                before,
                after,
            } = logged;
            let known = schema::CONTENT_TABLES.iter().find(|name| **name == table);
            let Some(table) = known else { continue };
            let key = (*table, row);
            let now = touched.entry(key).or_insert_with(|| {
                order.push(key);
                Touched {
                    before: image(before.as_deref()),
                    after: None,
                    there: false,
                }
            });
            now.there = operation != "delete";
            now.after = image(after.as_deref());
        }
        Ok(order
            .into_iter()
            .filter_map(|(table, row)| {
                let change = touched.remove(&(table, row))?.change()?;
                Some(ChangedRow { table, row, change })
            })
            .collect())
    }

    /// The state after an entry, as a new entry that can be undone like any other. `None`
    /// when everything is as it was then.
    pub fn go_back(&mut self, to: i64, change: &Change) -> Result<Option<()>> {
        let path = self.path().to_owned();
        let sqlite = |source| StoreError::from_sqlite(&path, source);
        let anchor = self.anchor();
        let tx = self.begin()?;
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")
            .map_err(sqlite)?;
        let known: Option<i64> = tx
            .query_row("SELECT pk FROM change_entry WHERE pk = ?1", [to], |row| {
                row.get(0)
            })
            .optional()
            .map_err(sqlite)?;
        if known.is_none() {
            return Err(StoreError::NoSuch {
                what: "change",
                id: to.to_string(),
            });
        }
        let bulk: bool = tx
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM change_entry WHERE pk > ?1 AND bulk)",
                [to],
                |row| row.get(0),
            )
            .map_err(sqlite)?;
        let entry = open_entry(&tx, change).map_err(sqlite)?;
        tx.execute(
            "UPDATE change_entry SET bulk = ?2 WHERE pk = ?1",
            params![entry, bulk],
        )
        .map_err(sqlite)?;
        apply_back_to(&tx, to).map_err(sqlite)?;
        let touched: bool = tx
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM change_row WHERE entry = ?1)",
                [entry],
                |row| row.get(0),
            )
            .map_err(sqlite)?;
        if !touched {
            return Ok(None);
        }
        finish_entry(&tx, entry).map_err(sqlite)?;
        commit(tx, anchor, &path)?;
        Ok(Some(()))
    }

    /// The key of the latest event that had this identifier and was changed or deleted.
    pub fn deleted_event_key(&self, id: &str) -> Result<Option<EventKey>> {
        self.connection
            .query_row(
                "SELECT row FROM change_row
                  WHERE table_name = 'event' AND before IS NOT NULL AND before ->> '$.id' = ?1
                  ORDER BY pk DESC LIMIT 1",
                [id],
                |row| row.get(0),
            )
            .optional()
            .map_err(|e| self.error(e))
    }

    /// What a row is called now, where it is still there: a name, a title, an identifier.
    pub fn row_name(&self, table: &str, row: i64) -> Result<Option<String>> {
        let column = match table {
            "event" | "source" | "about" => "title",
            "lane" | "court" | "actor" | "proceeding" | "place" | "principle" => "name",
            "relation" | "note" | "accepted_finding" => "id",
            _ => return Ok(None),
        };
        self.connection
            .prepare_cached(&format!("SELECT {column} FROM {table} WHERE pk = ?1"))
            .and_then(|mut statement| statement.query_row([row], |row| row.get(0)).optional())
            .map_err(|e| self.error(e))
    }
}

/// A row of the log as it is stored.
struct Logged {
    table: String,
    row: i64,
    operation: String,
    before: Option<String>,
    after: Option<String>,
}

/// A row on its way through an entry.
struct Touched {
    before: Option<Map<String, Value>>,
    after: Option<Map<String, Value>>,
    there: bool,
}

impl Touched {
    fn change(self) -> Option<RowChange> {
        match (self.before, self.there) {
            (None, false) => None,
            (None, true) => Some(RowChange::Added(self.after)),
            (Some(before), false) => Some(RowChange::Removed(before)),
            (Some(before), true) => {
                let after = self.after.unwrap_or_default();
                (before != after).then_some(RowChange::Changed { before, after })
            }
        }
    }
}

fn image(text: Option<&str>) -> Option<Map<String, Value>> {
    serde_json::from_str(text?).ok()
}

fn entry_of(row: &Row<'_>) -> rusqlite::Result<HistoryEntry> {
    Ok(HistoryEntry {
        entry: row.get(0)?,
        at: row.get(1)?,
        author: row.get(2)?,
        kind: match row.get::<_, String>(3)?.as_str() {
            "undo" => EntryKind::Undo,
            "redo" => EntryKind::Redo,
            _ => EntryKind::Edit,
        },
        action: Action::from_word(&row.get::<_, String>(4)?),
        subject: row.get(5)?,
        rows: row.get(6)?,
    })
}

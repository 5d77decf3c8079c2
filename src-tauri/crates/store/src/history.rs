//! Reading the change log.

use crate::document::{if_given, rows};
use crate::order::folded;
use crate::{Action, EventKey, Result, Store, schema};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension, Row, params};
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
    /// How many changes of rows it holds, counted up to [`ROWS_COUNTED`] and one more.
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
    /// Only entries after this one.
    pub after: Option<i64>,
    /// Only entries whose subject, or a value before or after them, has this text; case
    /// and accents do not matter.
    pub text: Option<String>,
}

/// Which end of the history a page is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryEnd {
    Newest,
    Oldest,
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
    /// Entries, newest first; with [`HistoryEnd::Oldest`] those that come first, oldest first.
    pub fn history(
        &self,
        filter: &HistoryFilter,
        from: HistoryEnd,
        limit: i64,
    ) -> Result<Vec<HistoryEntry>> {
        if filter.text.is_some() {
            define_holds(&self.connection).map_err(|e| self.error(e))?;
        }
        let direction = match from {
            HistoryEnd::Newest => "DESC",
            HistoryEnd::Oldest => "ASC",
        };
        let text = filter.text.as_deref().map(folded);
        rows(
            &self.reader(),
            &format!(
                "SELECT pk, at, author, kind, action, subject,
                        (SELECT count(*) FROM (SELECT 1 FROM change_row
                          WHERE change_row.entry = change_entry.pk LIMIT {ROWS_COUNTED} + 1))
                   FROM change_entry
                  WHERE {} AND {}
                    AND pk < coalesce(?3, 9223372036854775807) AND pk > coalesce(?4, 0)
                    {}
                  ORDER BY pk {direction} LIMIT ?5",
                if_given(
                    filter.event.as_ref(),
                    "pk IN (SELECT entry FROM change_event WHERE event = ?1)",
                    "?1"
                ),
                if_given(filter.author.as_ref(), "author = ?2", "?2"),
                if text.is_some() {
                    "AND (holds_text(subject, ?6) OR EXISTS (
                       SELECT 1 FROM change_row WHERE change_row.entry = change_entry.pk
                          AND (holds_value(before, ?6) OR holds_value(after, ?6))))"
                } else {
                    "AND ?6 IS NULL"
                }
            ),
            params![
                filter.event,
                filter.author,
                filter.before,
                filter.after,
                limit,
                text
            ],
            entry_of,
        )
    }

    /// The number of the newest entry; 0 when there is none.
    pub fn newest_entry_number(&self) -> Result<i64> {
        self.connection
            .query_row("SELECT coalesce(max(pk), 0) FROM change_entry", [], |row| {
                row.get(0)
            })
            .map_err(|e| self.error(e))
    }

    /// The number of the last entry made before a moment (RFC 3339, UTC); 0 when there is
    /// none.
    pub fn last_entry_before(&self, moment: &str) -> Result<i64> {
        self.connection
            .query_row(
                "SELECT coalesce(max(pk), 0) FROM change_entry WHERE at < ?1",
                [moment],
                |row| row.get(0),
            )
            .map_err(|e| self.error(e))
    }

    /// Everybody who signed an entry. Goes from name to name, not from entry to entry.
    pub fn history_authors(&self) -> Result<Vec<String>> {
        rows(
            &self.reader(),
            "WITH RECURSIVE signed(author) AS (
               SELECT min(author) FROM change_entry WHERE author IS NOT NULL
               UNION ALL
               SELECT (SELECT min(author) FROM change_entry WHERE author > signed.author)
                 FROM signed WHERE signed.author IS NOT NULL)
             SELECT author FROM signed WHERE author IS NOT NULL",
            [],
            |row| row.get(0),
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

/// How far the rows of an entry are counted: an import has a million.
pub const ROWS_COUNTED: i64 = 1_000;

/// What the filter by text asks of the log.
fn define_holds(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("holds_text", 2, flags, |call| {
        let (text, wanted) = (call.get_raw(0).as_str(), call.get_raw(1).as_str());
        Ok(matches!((text, wanted), (Ok(text), Ok(wanted)) if folded(text).contains(wanted)))
    })?;
    // The names of columns are no words of the reader's.
    connection.create_scalar_function("holds_value", 2, flags, |call| {
        let (Ok(image), Ok(wanted)) = (call.get_raw(0).as_str(), call.get_raw(1).as_str()) else {
            return Ok(false);
        };
        let values: Option<Map<String, Value>> = image_if_it_may_hold(image, wanted);
        Ok(values.is_some_and(|values| {
            let mut texts = values.values().filter_map(Value::as_str);
            texts.any(|text| folded(text).contains(wanted))
        }))
    })
}

/// Most images have nothing of the text, which is seen without taking them apart. Signs
/// that JSON escapes are not found that way.
fn image_if_it_may_hold(text: &str, wanted: &str) -> Option<Map<String, Value>> {
    let is_escaped = |c: char| c == '"' || c == '\\' || c.is_control();
    let is_in_sight = wanted.contains(is_escaped)
        || if text.is_ascii() {
            text.to_ascii_lowercase().contains(wanted)
        } else {
            folded(text).contains(wanted)
        };
    is_in_sight.then(|| image(Some(text))).flatten()
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

pub(crate) fn image(text: Option<&str>) -> Option<Map<String, Value>> {
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

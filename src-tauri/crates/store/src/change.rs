//! The change log: what was done, and doing it backwards.

use crate::error::StoreError;
use crate::{Result, Store, schema};
use rusqlite::{Connection, OptionalExtension, params, types::Value};
use serde_json::Value as Json;

/// What a person did, in a word; the front end says it in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    CasebookCreated,
    EventAdded,
    EventChanged,
    EventDeleted,
    RelationAdded,
    RelationDeleted,
    NoteAdded,
    NoteChanged,
    NoteDeleted,
    Imported,
}

impl Action {
    const ALL: [Self; 10] = [
        Self::CasebookCreated,
        Self::EventAdded,
        Self::EventChanged,
        Self::EventDeleted,
        Self::RelationAdded,
        Self::RelationDeleted,
        Self::NoteAdded,
        Self::NoteChanged,
        Self::NoteDeleted,
        Self::Imported,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CasebookCreated => "casebook-created",
            Self::EventAdded => "event-added",
            Self::EventChanged => "event-changed",
            Self::EventDeleted => "event-deleted",
            Self::RelationAdded => "relation-added",
            Self::RelationDeleted => "relation-deleted",
            Self::NoteAdded => "note-added",
            Self::NoteChanged => "note-changed",
            Self::NoteDeleted => "note-deleted",
            Self::Imported => "imported",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == word)
    }
}

/// The entry that an edit makes in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub action: Action,
    /// What it was done to, as people know it: a title, a file's name.
    pub subject: String,
    /// RFC 3339, UTC.
    pub at: String,
    /// Who did it, where that is known.
    pub author: Option<String>,
}

/// Which way to go through the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reversal {
    Undo,
    Redo,
}

impl Reversal {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// An entry that can be reversed next.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reversible {
    entry: i64,
    action: String,
    subject: String,
}

impl Store {
    /// What undo or redo would reverse now.
    pub fn next_reversal(&self, way: Reversal) -> Result<Option<(Action, String)>> {
        let next = find_reversible(&self.connection, way).map_err(|e| self.error(e))?;
        Ok(next.and_then(|next| Some((Action::from_word(&next.action)?, next.subject))))
    }

    /// Reverses the latest entry that is not reversed yet (undo) or the latest undo
    /// (redo); this is itself an entry. `None` when there is nothing to reverse.
    pub fn reverse(
        &mut self,
        way: Reversal,
        at: &str,
        author: Option<&str>,
    ) -> Result<Option<(Action, String)>> {
        let path = self.path().to_owned();
        let sqlite = |source| StoreError::from_sqlite(&path, source);
        let tx = self.begin()?;
        let Some(target) = find_reversible(&tx, way).map_err(sqlite)? else {
            return Ok(None);
        };
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")
            .map_err(sqlite)?;
        tx.execute(
            "INSERT INTO change_entry (at, author, kind, reverses, action, subject)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                at,
                author,
                way.as_str(),
                target.entry,
                target.action,
                target.subject
            ],
        )
        .map_err(sqlite)?;
        let entry = tx.last_insert_rowid();
        apply_backwards(&tx, target.entry).map_err(sqlite)?;
        crate::search::refresh(&tx, entry).map_err(sqlite)?;
        tx.commit().map_err(sqlite)?;
        Ok(Action::from_word(&target.action).map(|action| (action, target.subject)))
    }
}

/// Replays the log as a stack, newest first: an edit or a redo puts an entry on the
/// stack of what can be undone, an undo moves it to the stack of what can be redone,
/// and a new edit empties that one. The cost grows with the entries undone in a row.
fn find_reversible(connection: &Connection, way: Reversal) -> rusqlite::Result<Option<Reversible>> {
    let mut statement = connection
        .prepare_cached("SELECT pk, kind, action, subject FROM change_entry ORDER BY pk DESC")?;
    let mut rows = statement.query([])?;
    let mut skip = 0_u64;
    while let Some(row) = rows.next()? {
        let kind: String = row.get(1)?;
        match (way, kind.as_str()) {
            (Reversal::Undo, "undo") | (Reversal::Redo, "redo") => skip += 1,
            (Reversal::Redo, "edit") => return Ok(None),
            _ if skip > 0 => skip -= 1,
            _ => {
                let found = Reversible {
                    entry: row.get(0)?,
                    action: row.get(2)?,
                    subject: row.get(3)?,
                };
                // Before its first entry a casebook does not exist.
                let first = found.action == Action::CasebookCreated.as_str();
                return Ok((!first).then_some(found));
            }
        }
    }
    Ok(None)
}

/// Puts every row that an entry touched back to what it was, last change first.
fn apply_backwards(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    let last: Option<i64> = connection
        .query_row(
            "SELECT max(pk) FROM change_row WHERE entry = ?1",
            [entry],
            |row| row.get(0),
        )
        .optional()?
        .flatten();
    let mut changes = connection.prepare(
        "SELECT table_name, row, operation, before FROM change_row
         WHERE entry = ?1 AND pk <= ?2 ORDER BY pk DESC",
    )?;
    let mut rows = changes.query(params![entry, last])?;
    while let Some(change) = rows.next()? {
        let table: String = change.get(0)?;
        let row: i64 = change.get(1)?;
        // A name from the file becomes part of a statement only if it is one of ours.
        let Some(table) = schema::CONTENT_TABLES.iter().find(|known| **known == table) else {
            continue;
        };
        match change.get::<_, String>(2)?.as_str() {
            "insert" => {
                connection
                    .prepare_cached(&format!("DELETE FROM {table} WHERE pk = ?1"))?
                    .execute([row])?;
            }
            _ => restore_row(connection, table, &change.get::<_, String>(3)?)?,
        }
    }
    Ok(())
}

/// Writes a row as its image says, whether it is there or not. An image from before a
/// column existed says nothing of it.
fn restore_row(connection: &Connection, table: &str, image: &str) -> rusqlite::Result<()> {
    let image: Json = serde_json::from_str(image).unwrap_or_default();
    let mut columns = schema::columns(connection, table)?;
    columns.retain(|column| image.get(column).is_some());
    let values: Vec<Value> = columns
        .iter()
        .map(|column| sql_value(&image[column]))
        .collect();
    let names = columns.join(", ");
    let places = (1..=columns.len())
        .map(|n| format!("?{n}"))
        .collect::<Vec<_>>()
        .join(", ");
    let updates = columns
        .iter()
        .filter(|column| *column != "pk")
        .map(|column| format!("{column} = excluded.{column}"))
        .collect::<Vec<_>>()
        .join(", ");
    connection
        .prepare_cached(&format!(
            "INSERT INTO {table} ({names}) VALUES ({places}) ON CONFLICT (pk) DO UPDATE SET {updates}"
        ))?
        .execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

fn sql_value(json: &Json) -> Value {
    match json {
        Json::String(text) => Value::Text(text.clone()),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Integer(whole),
            None => number.as_f64().map_or(Value::Null, Value::Real),
        },
        Json::Bool(truth) => Value::Integer(i64::from(*truth)),
        _ => Value::Null,
    }
}

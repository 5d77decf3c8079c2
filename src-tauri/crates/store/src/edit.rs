//! Writing: every change of content, inside one transaction with its entry in the log.

use crate::change::finish_entry;
use crate::error::StoreError;
use crate::file::{commit, defer_references};
use crate::{Change, EventKey, Result, Store};
use docketline_domain::model::{Event, Note};
use docketline_domain::vocabulary::EventKind;
use docketline_domain::{Edtf, Id};
use rusqlite::{Connection, OptionalExtension, params};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::Path;

/// The right to write, held while one edit runs.
#[derive(Debug)]
pub struct Edit<'tx> {
    pub(crate) connection: &'tx Connection,
    path: &'tx Path,
    /// The key that was last given to a new event, once one was: nobody else gives any.
    pub(crate) last_event_key: Cell<Option<EventKey>>,
    /// The number with which an identifier was free, by its table and what was wished.
    pub(crate) numbers: RefCell<HashMap<(&'static str, Id), usize>>,
}

/// An event with what a person must give; the rest is added by later edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    pub id: Id,
    pub date: Edtf,
    pub title: String,
    pub kind: EventKind,
    pub lane: Id,
    pub lane_name: String,
    pub public_from: Option<Edtf>,
}

/// What writing a record did to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Created,
    Updated,
    Unchanged,
}

/// An entry of the change log that later edits may become part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry(i64);

impl Store {
    /// Runs one edit: all of it, with its entry in the log, or nothing. An edit that
    /// changes no row leaves no entry.
    pub fn edit<T>(
        &mut self,
        change: &Change,
        edit: impl FnOnce(&Edit<'_>) -> Result<T>,
    ) -> Result<T> {
        self.edit_onto(None, change, edit).map(|(done, _)| done)
    }

    /// Runs one edit as a part of the entry `onto`, which takes its time, so that undo
    /// takes back both. Where that entry is not the newest any more (somebody edited or
    /// undid since), the edit makes an entry of its own. Answers the entry it is part of,
    /// if it changed a row.
    pub fn edit_onto<T>(
        &mut self,
        onto: Option<Entry>,
        change: &Change,
        edit: impl FnOnce(&Edit<'_>) -> Result<T>,
    ) -> Result<(T, Option<Entry>)> {
        let path = self.path().to_owned();
        let sqlite = |source| StoreError::from_sqlite(&path, source);
        let anchor = self.anchor();
        let tx = self.begin()?;
        let before = newest(&tx, "change_row").map_err(sqlite)?;
        let entry = entry_onto(&tx, onto, change).map_err(sqlite)?;
        let done = edit(&Edit::new(&tx, &path))?;
        let touched = newest(&tx, "change_row").map_err(sqlite)? > before;
        if touched {
            finish_entry(&tx, entry).map_err(sqlite)?;
            commit(tx, anchor, &path)?;
        }
        Ok((done, touched.then_some(Entry(entry))))
    }
}

/// The entry `onto` if it is the newest, else a new one.
fn entry_onto(
    connection: &Connection,
    onto: Option<Entry>,
    change: &Change,
) -> rusqlite::Result<i64> {
    match onto {
        Some(Entry(entry)) if newest(connection, "change_entry")? == Some(entry) => {
            connection.execute(
                "UPDATE change_entry SET at = ?2 WHERE pk = ?1",
                params![entry, change.at],
            )?;
            Ok(entry)
        }
        _ => open_entry(connection, change),
    }
}

/// The greatest key of a table of the log, whose rows are never deleted.
fn newest(connection: &Connection, table: &'static str) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(&format!("SELECT max(pk) FROM {table}"))?
        .query_row([], |row| row.get(0))
}

impl Store {
    /// Runs an edit to see what it would do, and takes everything back.
    pub fn rehearse<T>(
        &mut self,
        change: &Change,
        edit: impl FnOnce(&Edit<'_>) -> Result<T>,
    ) -> Result<T> {
        let path = self.path().to_owned();
        let sqlite = |source| StoreError::from_sqlite(&path, source);
        let tx = self.begin()?;
        open_entry(&tx, change).map_err(sqlite)?;
        let done = edit(&Edit::new(&tx, &path))?;
        tx.rollback().map_err(sqlite)?;
        Ok(done)
    }
}

/// The content a new casebook starts with.
pub(crate) fn first_content(
    connection: &Connection,
    path: &Path,
    title: &str,
    change: &Change,
    fill: impl FnOnce(&Edit<'_>) -> Result<()>,
) -> Result<()> {
    let sqlite = |source| StoreError::from_sqlite(path, source);
    defer_references(connection).map_err(sqlite)?;
    let entry = open_entry(connection, change).map_err(sqlite)?;
    connection
        .execute("INSERT INTO about (pk, title) VALUES (1, ?1)", [title])
        .map_err(sqlite)?;
    fill(&Edit::new(connection, path))?;
    finish_entry(connection, entry).map_err(sqlite)
}

pub(crate) fn open_entry(connection: &Connection, change: &Change) -> rusqlite::Result<i64> {
    connection.execute(
        "INSERT INTO change_entry (at, author, kind, action, subject, bulk)
         VALUES (?1, ?2, 'edit', ?3, ?4, ?5)",
        params![
            change.at,
            change.author,
            change.action.word(),
            change.subject,
            change.action.is_bulk()
        ],
    )?;
    Ok(connection.last_insert_rowid())
}

impl<'tx> Edit<'tx> {
    pub(crate) fn new(connection: &'tx Connection, path: &'tx Path) -> Self {
        Self {
            connection,
            path,
            last_event_key: Cell::new(None),
            numbers: RefCell::default(),
        }
    }

    /// Adds an event; a lane that is not there yet is made, below the others.
    pub fn add_event(&self, event: &NewEvent) -> Result<EventKey> {
        if self.find("event", event.id.as_str())?.is_some() {
            return Err(StoreError::Taken {
                what: "event",
                id: event.id.to_string(),
            });
        }
        let NewEvent {
            id,
            date,
            title,
            kind,
            lane,
            lane_name,
            public_from,
        } = event;
        let lane = self.ensure_lane(lane, lane_name)?;
        self.put_event(&Event {
            title: title.clone(),
            kind: *kind,
            public_from: public_from.clone(),
            ..Event::new(id.clone(), date.clone(), lane)
        })?;
        self.require("event", id.as_str())
    }

    pub fn add_note(&self, note: &Note) -> Result<()> {
        let Note {
            id,
            event,
            markdown,
            created,
            modified,
        } = note;
        let event = self.require("event", event.as_str())?;
        self.execute(
            "INSERT INTO note (id, event, markdown, created, modified) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id.as_str(), event, markdown, created, modified],
        )
    }

    /// Gives a note a new text; the same text is no change.
    pub fn change_note(&self, id: &str, markdown: &str, modified: &str) -> Result<()> {
        let pk = self.require("note", id)?;
        self.execute(
            "UPDATE note SET markdown = ?2, modified = ?3 WHERE pk = ?1 AND markdown <> ?2",
            params![pk, markdown, modified],
        )
    }

    pub fn delete_note(&self, id: &str) -> Result<()> {
        let pk = self.require("note", id)?;
        self.execute("DELETE FROM note WHERE pk = ?1", [pk])
    }

    /// The lane of this identifier, or else of this name, or else a new one.
    pub(crate) fn lane_or_new(&self, id: &str, name: &str) -> Result<i64> {
        let known: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT pk FROM lane WHERE id = ?1 OR name = ?2 ORDER BY id <> ?1 LIMIT 1",
            )
            .and_then(|mut s| s.query_row([id, name], |row| row.get(0)).optional())
            .map_err(|e| self.error(e))?;
        if let Some(pk) = known {
            return Ok(pk);
        }
        self.execute(
            "INSERT INTO lane (id, name, position)
             VALUES (?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM lane))",
            [id, name],
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Whether any row was changed so far.
    pub fn has_changed(&self) -> Result<bool> {
        self.connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM change_row
                  WHERE entry = (SELECT max(pk) FROM change_entry))",
            )
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .map_err(|e| self.error(e))
    }

    /// Runs a part of the edit that is taken back by itself when it fails.
    pub fn row<T>(&self, part: impl FnOnce() -> Result<T>) -> Result<T> {
        self.execute("SAVEPOINT part", [])?;
        let done = part();
        if done.is_err() {
            self.execute("ROLLBACK TO part", [])?;
        }
        self.execute("RELEASE part", [])?;
        done
    }

    /// The key of the row with this identifier.
    pub(crate) fn find(&self, table: &'static str, id: &str) -> Result<Option<i64>> {
        self.connection
            .prepare_cached(&format!("SELECT pk FROM {table} WHERE id = ?1"))
            .and_then(|mut s| s.query_row([id], |row| row.get(0)).optional())
            .map_err(|e| self.error(e))
    }

    pub(crate) fn require(&self, table: &'static str, id: &str) -> Result<i64> {
        self.find(table, id)?.ok_or_else(|| StoreError::NoSuch {
            what: table,
            id: id.to_owned(),
        })
    }

    pub(crate) fn execute(&self, sql: &str, params: impl rusqlite::Params) -> Result<()> {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params))
            .map(|_| ())
            .map_err(|e| self.error(e))
    }

    pub(crate) fn error(&self, source: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(self.path, source)
    }
}

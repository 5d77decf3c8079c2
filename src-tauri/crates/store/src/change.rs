//! The change log: what was done, and doing it backwards.

use crate::error::StoreError;
use crate::file::commit;
use crate::{Result, Shared, Store, schema};
use rusqlite::{Connection, params, types::Value};
use serde_json::Value as Json;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What a person did, in a word; the front end says it in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    CasebookCreated,
    EventAdded,
    EventChanged,
    EventDeleted,
    EventMoved,
    EventsChanged,
    EventsDeleted,
    EventsMerged,
    RelationAdded,
    RelationChanged,
    RelationDeleted,
    DisputePut,
    DisputeDeleted,
    /// Something was done to a record that events share.
    Record(Shared, RecordVerb),
    /// A list of an event was changed.
    List(EventList),
    NoteAdded,
    NoteChanged,
    NoteDeleted,
    FindingAccepted,
    AcceptanceWithdrawn,
    Imported,
    WentBack,
    Recovered,
}

/// What can be done to a shared record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordVerb {
    Added,
    Changed,
    Deleted,
    Merged,
    Moved,
}

impl RecordVerb {
    const ALL: [Self; 5] = [
        Self::Added,
        Self::Changed,
        Self::Deleted,
        Self::Merged,
        Self::Moved,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Deleted => "deleted",
            Self::Merged => "merged",
            Self::Moved => "moved",
        }
    }
}

/// The lists that belong to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventList {
    People,
    Principles,
    Places,
    Sources,
    Citations,
    Jurisdictions,
    Details,
}

impl EventList {
    const ALL: [Self; 7] = [
        Self::People,
        Self::Principles,
        Self::Places,
        Self::Sources,
        Self::Citations,
        Self::Jurisdictions,
        Self::Details,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Principles => "principles",
            Self::Places => "places",
            Self::Sources => "sources",
            Self::Citations => "citations",
            Self::Jurisdictions => "jurisdictions",
            Self::Details => "details",
        }
    }
}

impl Action {
    /// Those that stand alone.
    const ALL: [Self; 21] = [
        Self::CasebookCreated,
        Self::EventAdded,
        Self::EventChanged,
        Self::EventDeleted,
        Self::EventMoved,
        Self::EventsChanged,
        Self::EventsDeleted,
        Self::EventsMerged,
        Self::RelationAdded,
        Self::RelationChanged,
        Self::RelationDeleted,
        Self::DisputePut,
        Self::DisputeDeleted,
        Self::NoteAdded,
        Self::NoteChanged,
        Self::NoteDeleted,
        Self::FindingAccepted,
        Self::AcceptanceWithdrawn,
        Self::Imported,
        Self::WentBack,
        Self::Recovered,
    ];

    /// Its word in the log.
    pub fn word(self) -> String {
        let word = match self {
            Self::Record(kind, verb) => {
                return format!("{}-{}", kind.as_str(), verb.as_str());
            }
            Self::List(list) => return format!("{}{LIST_CHANGED}", list.as_str()),
            Self::CasebookCreated => "casebook-created",
            Self::EventAdded => "event-added",
            Self::EventChanged => "event-changed",
            Self::EventDeleted => "event-deleted",
            Self::EventMoved => "event-moved",
            Self::EventsChanged => "events-changed",
            Self::EventsDeleted => "events-deleted",
            Self::EventsMerged => "events-merged",
            Self::RelationAdded => "relation-added",
            Self::RelationChanged => "relation-changed",
            Self::RelationDeleted => "relation-deleted",
            Self::DisputePut => "dispute-put",
            Self::DisputeDeleted => "dispute-deleted",
            Self::NoteAdded => "note-added",
            Self::NoteChanged => "note-changed",
            Self::NoteDeleted => "note-deleted",
            Self::FindingAccepted => "finding-accepted",
            Self::AcceptanceWithdrawn => "acceptance-withdrawn",
            Self::Imported => "imported",
            Self::WentBack => "went-back",
            Self::Recovered => "recovered",
        };
        word.to_owned()
    }

    /// Whether it inserts more rows than anybody would read one by one: the log then
    /// keeps no image of those.
    pub(crate) const fn is_bulk(self) -> bool {
        matches!(
            self,
            Self::CasebookCreated | Self::Imported | Self::Recovered
        )
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let records = Shared::ALL.into_iter().flat_map(|kind| {
            let verbs = RecordVerb::ALL.into_iter();
            verbs.map(move |verb| Self::Record(kind, verb))
        });
        let lists = EventList::ALL.into_iter().map(Self::List);
        let mut all = Self::ALL.into_iter().chain(records).chain(lists);
        all.find(|action| action.word() == word)
    }
}

const LIST_CHANGED: &str = "-of-event-changed";

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
        let anchor = self.anchor();
        let tx = self.begin()?;
        let Some(target) = find_reversible(&tx, way).map_err(sqlite)? else {
            return Ok(None);
        };
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")
            .map_err(sqlite)?;
        tx.execute(
            "INSERT INTO change_entry (at, author, kind, reverses, action, subject, bulk)
             SELECT ?1, ?2, ?3, pk, ?5, ?6, bulk FROM change_entry WHERE pk = ?4",
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
        finish_entry(&tx, entry).map_err(sqlite)?;
        commit(tx, anchor, &path)?;
        Ok(Action::from_word(&target.action).map(|action| (action, target.subject)))
    }
}

/// What follows from the rows that an entry touched: the findable text, what the timeline
/// draws, and the history of each event.
pub(crate) fn finish_entry(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    crate::search::refresh(connection, entry)?;
    crate::timeline::refresh(connection, entry)?;
    connection.execute(
        "INSERT OR IGNORE INTO change_event (event, entry)
         SELECT event, entry FROM change_touches WHERE entry = ?1 AND event IS NOT NULL",
        [entry],
    )?;
    Ok(())
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
                // Before its first entry a casebook does not exist, and what was saved of
                // a damaged one may lack what an earlier entry speaks of.
                let first = matches!(
                    Action::from_word(&found.action),
                    Some(Action::CasebookCreated | Action::Recovered)
                );
                return Ok((!first).then_some(found));
            }
        }
    }
    Ok(None)
}

/// Puts every row that an entry touched back to what it was, last change first.
fn apply_backwards(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    let last: Option<i64> = connection.query_row(
        "SELECT max(pk) FROM change_row WHERE entry = ?1",
        [entry],
        |row| row.get(0),
    )?;
    let mut changes = connection.prepare(
        "SELECT table_name, row, before FROM change_row
          WHERE entry = ?1 AND pk <= ?2 ORDER BY pk DESC",
    )?;
    let mut rows = changes.query(params![entry, last])?;
    let mut restoring = Restoring::new(connection);
    while let Some(change) = rows.next()? {
        let Some(table) = known_table(&change.get::<_, String>(0)?) else {
            continue;
        };
        match change.get::<_, Option<String>>(2)? {
            None => restoring.remove(table, change.get(1)?)?,
            Some(image) => restoring.put(table, &image)?,
        }
    }
    Ok(())
}

/// Makes every row what it was after the entry `to`: one step for each row, however
/// often it changed since.
pub(crate) fn apply_back_to(connection: &Connection, to: i64) -> rusqlite::Result<()> {
    let then: Vec<(&'static str, i64, Option<String>)> = connection
        .prepare(
            "SELECT table_name, row, before FROM change_row
              WHERE pk IN (SELECT min(pk) FROM change_row WHERE entry > ?1 GROUP BY table_name, row)
              ORDER BY pk DESC",
        )?
        .query_map([to], |row| {
            let table = known_table(&row.get::<_, String>(0)?);
            table
                .map(|table| Ok((table, row.get(1)?, row.get(2)?)))
                .transpose()
        })?
        .filter_map(rusqlite::Result::transpose)
        .collect::<rusqlite::Result<_>>()?;
    let mut restoring = Restoring::new(connection);
    // What was not there goes first: its name may belong to another row again.
    for (table, row, image) in &then {
        if image.is_none() {
            restoring.remove(table, *row)?;
        }
    }
    let images = || {
        then.iter()
            .filter_map(|(table, _, image)| Some((*table, image.as_deref()?)))
    };
    for (table, image) in images() {
        restoring.make_way(table, image)?;
    }
    for (table, image) in images() {
        restoring.put(table, image)?;
    }
    Ok(())
}

/// A name from the file becomes part of a statement only if it is one of ours.
pub(crate) fn known_table(name: &str) -> Option<&'static str> {
    schema::CONTENT_TABLES
        .iter()
        .find(|known| **known == name)
        .copied()
}

/// Writes rows as their images say.
struct Restoring<'c> {
    connection: &'c Connection,
    columns: HashMap<&'static str, Vec<String>>,
}

impl<'c> Restoring<'c> {
    fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            columns: HashMap::new(),
        }
    }

    fn remove(&self, table: &str, row: i64) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE pk = ?1"))?
            .execute([row])?;
        Ok(())
    }

    /// Takes the identifier of an image from whatever other row has it now.
    fn make_way(&self, table: &str, image: &str) -> rusqlite::Result<()> {
        let image: Json = serde_json::from_str(image).unwrap_or_default();
        if let (Some(pk), Some(id)) = (image["pk"].as_i64(), image["id"].as_str()) {
            self.connection
                .prepare_cached(&format!(
                    "UPDATE {table} SET id = 'moved-' || pk || '-' || hex(randomblob(8))
                      WHERE id = ?2 AND pk <> ?1"
                ))?
                .execute(params![pk, id])?;
        }
        Ok(())
    }

    /// Writes a row whether it is there or not; one that is so already stays untouched.
    /// An image from before a column existed says nothing of it.
    fn put(&mut self, table: &'static str, image: &str) -> rusqlite::Result<()> {
        let image: Json = serde_json::from_str(image).unwrap_or_default();
        let all = match self.columns.entry(table) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(schema::columns(self.connection, table)?),
        };
        let columns: Vec<&str> = all
            .iter()
            .map(String::as_str)
            .filter(|column| image.get(column).is_some())
            .collect();
        let values = columns.iter().map(|column| sql_value(&image[*column]));
        let names = columns.join(", ");
        let places = vec!["?"; columns.len()].join(", ");
        let others: Vec<&str> = columns
            .iter()
            .copied()
            .filter(|column| *column != "pk")
            .collect();
        let listed = |prefix: &str| {
            let listed: Vec<String> = others.iter().map(|c| format!("{prefix}{c}")).collect();
            listed.join(", ")
        };
        let updates: Vec<String> = others
            .iter()
            .map(|column| format!("{column} = excluded.{column}"))
            .collect();
        self.connection
            .prepare_cached(&format!(
                "INSERT INTO {table} ({names}) VALUES ({places})
                 ON CONFLICT (pk) DO UPDATE SET {} WHERE ({}) IS NOT ({})",
                updates.join(", "),
                listed(&format!("{table}.")),
                listed("excluded."),
            ))?
            .execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }
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

//! The change log: what was done, and doing it backwards.

use crate::error::StoreError;
use crate::file::commit;
use crate::restoring::take_back;
use crate::touched::Touched;
use crate::{EventKey, Result, Shared, Store, search, timeline};
use rusqlite::{Connection, params};

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
        take_back(&tx, target.entry).map_err(sqlite)?;
        finish_entry(&tx, entry).map_err(sqlite)?;
        commit(tx, anchor, &path)?;
        Ok(Action::from_word(&target.action).map(|action| (action, target.subject)))
    }
}

/// What follows from the rows that the newest entry touched: the findable text, what the
/// timeline draws, and the history of each event.
pub(crate) fn finish_entry(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    let Touched {
        findable,
        drawn,
        told,
    } = Touched::by(connection, entry)?;
    search::merge_as_written(connection, entry)?;
    search::refresh(connection, &findable)?;
    timeline::refresh(connection, &drawn)?;
    for some in told.chunks(AT_ONCE) {
        connection
            .prepare_cached(
                "INSERT OR IGNORE INTO change_event (event, entry)
                 SELECT value, ?2 FROM json_each(?1)",
            )?
            .execute(params![listed(some), entry])?;
    }
    Ok(())
}

/// So many rows go into one statement. A statement by itself makes FTS5 write what it has in
/// memory, a segment of its index each time, and a statement of everything keeps all pages
/// that it changes in memory until its end, in case it fails.
pub(crate) const AT_ONCE: usize = 10_000;

/// Keys as a statement takes them, with `json_each`.
pub(crate) fn listed(keys: &[EventKey]) -> String {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    format!("[{}]", keys.join(","))
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

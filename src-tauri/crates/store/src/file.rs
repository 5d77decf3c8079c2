//! Opening, creating, copying and closing the file.

use crate::error::StoreError;
use crate::lock::{self, Anchor, Claim, Holder, WriteLock};
use crate::place::{self, SharedPlace};
use crate::schema::{self, APPLICATION_ID, SCHEMA_VERSION};
use crate::{Change, Counts, Result, migrate};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::cell::Cell;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// An open casebook.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
    access: Access,
    anchor: Anchor,
    /// Who may write, where somebody else does.
    holder: Option<Holder>,
    /// Whether nobody has that right any more.
    is_free: bool,
    /// After the connection, so that it outlives it.
    _lock: Option<WriteLock>,
    damaged: Option<Damaged>,
    /// The last counts, and the change up to which they are told.
    pub(crate) counted: Cell<Option<(i64, Counts)>>,
    /// The change up to which what edits leave to do was done.
    pub(crate) tidied: i64,
    /// Whether the last look at its place found something else there.
    is_away: Cell<bool>,
}

/// A file that is not read itself.
#[derive(Debug)]
struct Damaged {
    detail: String,
    /// Where what was saved of it stands meanwhile.
    _saved: tempfile::TempDir,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    ReadWrite,
    ReadOnly(ReadOnlyReason),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Nobody asked to write.
    Chosen,
    /// The file or its folder may not be written.
    Permission,
    /// Another process has it open for writing.
    InUse,
    /// It does not hold together; what can be saved of it is read instead.
    Damaged,
}

/// How long to wait before asking again for what another process has.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Files up to this size are checked in full before the first write to them; larger
/// ones would keep the reader waiting, and have their own check.
const FULL_CHECK_BYTES: u64 = 32 << 20;

impl Store {
    /// Makes a new casebook. It appears under its name only when it is complete, and
    /// nothing that stands there is replaced.
    ///
    /// `fill` writes the first content; it is part of the history, but not of what can
    /// be undone, because before it there is no casebook.
    pub fn create(
        path: &Path,
        title: &str,
        change: &Change,
        fill: impl FnOnce(&crate::Edit<'_>) -> Result<()>,
    ) -> Result<Self> {
        if path.exists() {
            return Err(StoreError::AlreadyExists(path.to_owned()));
        }
        let draft = draft_for(path)?.into_temp_path();
        let sqlite = |source| StoreError::from_sqlite(path, source);
        {
            let mut connection = Connection::open(&draft).map_err(sqlite)?;
            prepare(&connection).map_err(sqlite)?;
            let tx = connection.transaction().map_err(sqlite)?;
            schema::create(&tx).map_err(sqlite)?;
            crate::edit::first_content(&tx, path, title, change, fill)?;
            tx.commit().map_err(sqlite)?;
            connection.close().map_err(|(_, source)| sqlite(source))?;
        }
        persist(draft, path)?;
        Self::open(path)
    }

    /// Opens for writing, or for reading where writing is not allowed.
    pub fn open(path: &Path) -> Result<Self> {
        inspect_header(path)?;
        if !may_write(path) {
            return Self::open_with(path, Access::ReadOnly(ReadOnlyReason::Permission));
        }
        match lock::claim(path)? {
            Claim::Held(lock) => Self::open_locked(path, lock),
            Claim::Taken(holder) => {
                let mut store = Self::open_with(path, Access::ReadOnly(ReadOnlyReason::InUse))?;
                store.holder = holder;
                Ok(store)
            }
        }
    }

    /// Opens for writing or not at all. Where another process writes, waits as long as
    /// `patience` for it to finish.
    pub fn open_to_write(path: &Path, patience: Duration) -> Result<Self> {
        inspect_header(path)?;
        if !may_write(path) {
            return Err(StoreError::NotWritable(path.to_owned()));
        }
        let patience = Instant::now() + patience;
        loop {
            match lock::claim(path)? {
                Claim::Held(lock) => return Self::open_locked(path, lock),
                Claim::Taken(_) if Instant::now() < patience => {
                    std::thread::sleep(LOOK_AGAIN);
                }
                Claim::Taken(holder) => {
                    let path = path.to_owned();
                    return Err(StoreError::Held { path, holder });
                }
            }
        }
    }

    fn open_locked(path: &Path, lock: WriteLock) -> Result<Self> {
        take_back_unfinished(path)?;
        // Look before touching: switching the journal already writes to the file.
        let (connection, version) = connect(path, Access::ReadOnly(ReadOnlyReason::Chosen))?;
        expect_intact(path, &connection)?;
        drop(connection);
        if version < SCHEMA_VERSION {
            migrate::in_place(path)?;
        }
        let mut store = Self::open_with(path, Access::ReadWrite)?;
        store._lock = Some(lock);
        Ok(store)
    }

    /// Refuses a file whose structure does not hold together, if it is small enough to be
    /// looked at while somebody waits.
    pub fn expect_sound(&self) -> Result<()> {
        expect_intact(&self.path, &self.connection)
    }

    /// What is wrong with the file, where only what can be saved of it is read.
    pub fn damage(&self) -> Option<&str> {
        self.damaged.as_ref().map(|damaged| damaged.detail.as_str())
    }

    /// Reads what can be saved of a damaged casebook, which is not touched. `detail` says
    /// what is wrong with it; `change` and `lane` are those of
    /// [`salvage`](crate::salvage()).
    pub fn open_damaged(path: &Path, detail: String, change: &Change, lane: &str) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|e| StoreError::from_io(path, e))?;
        let saved = folder.path().join("saved");
        crate::salvage(path, &saved, change, lane)?;
        let mut store = Self::open_with(&saved, Access::ReadOnly(ReadOnlyReason::Damaged))?;
        store.path = path.to_owned();
        store.anchor = Anchor::of(path)?;
        store.damaged = Some(Damaged {
            detail,
            _saved: folder,
        });
        Ok(store)
    }

    /// Opens for reading, and leaves the file as it is; only what a program that was ended
    /// left half done is taken back, without which it cannot be read.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        inspect_header(path)?;
        if may_have_unfinished(path)
            && may_write(path)
            && let Claim::Held(_lock) = lock::claim(path)?
        {
            take_back_unfinished(path)?;
        }
        Self::open_with(path, Access::ReadOnly(ReadOnlyReason::Chosen))
    }

    /// The same for a file that this process has open already, through a connection of its
    /// own. Nothing is looked at before: whoever closes a file gives up every lock that the
    /// process has on it, also those of SQLite (<https://sqlite.org/howtocorrupt.html>, 2.2).
    pub fn open_again(path: &Path) -> Result<Self> {
        Self::open_with(path, Access::ReadOnly(ReadOnlyReason::Chosen))
    }

    fn open_with(path: &Path, access: Access) -> Result<Self> {
        let sqlite = |source| StoreError::from_sqlite(path, source);
        let (mut connection, version) = connect(path, access)?;
        if version < SCHEMA_VERSION {
            // An older casebook is read as a newer one, and stays as it is.
            connection = migrate::in_memory(path, &connection)?;
        }
        if access == Access::ReadWrite {
            // Readers are never blocked while the casebook is open; closing makes it one
            // file again. Drives of other machines have no memory to share, which a
            // write-ahead log needs.
            let journal = match place::shared_place(path) {
                Some(SharedPlace::Network(_)) => "delete",
                _ => "wal",
            };
            connection
                .pragma_update_and_check(None, "journal_mode", journal, |row| {
                    row.get::<_, String>(0)
                })
                .map_err(sqlite)?;
        }
        let mut store = Self {
            connection,
            path: path.to_owned(),
            access,
            anchor: Anchor::of(path)?,
            holder: None,
            is_free: false,
            _lock: None,
            damaged: None,
            counted: Cell::new(None),
            tidied: 0,
            is_away: Cell::new(false),
        };
        // The first page of every table is read, so that gross damage shows at once.
        store.counts()?;
        store.tidied = store.revision()?;
        Ok(store)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn access(&self) -> Access {
        self.access
    }

    /// Who may write, where another process does and could be asked.
    pub fn holder(&self) -> Option<&Holder> {
        self.holder.as_ref()
    }

    /// Refuses when the structure of the file does not hold together, however large it is.
    pub(crate) fn expect_whole(&self) -> Result<()> {
        expect_structure(&self.path, &self.connection)
    }

    /// Looks again who may write, where another process does. Whether that has changed.
    pub fn look_for_holder(&mut self) -> bool {
        if self.access != Access::ReadOnly(ReadOnlyReason::InUse) {
            return false;
        }
        let now = lock::held(&self.path);
        let before = std::mem::replace(&mut self.holder, now.clone().flatten());
        let was_free = std::mem::replace(&mut self.is_free, now.is_none());
        was_free != self.is_free || before != self.holder
    }

    /// Whether whoever wrote it has closed it, as of the last look.
    pub fn is_free(&self) -> bool {
        self.is_free
    }

    /// Whether more than this machine may write where it stands.
    pub fn shared_place(&self) -> Option<SharedPlace> {
        place::shared_place(&self.path)
    }

    /// Changes whenever another process has changed the casebook.
    pub fn data_version(&self) -> Result<i64> {
        self.connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .map_err(|source| self.error(source))
    }

    /// Whether it still is the file that was opened. When it is not any more, everything
    /// that was done is written into that file first, wherever it is now.
    pub fn expect_in_place(&self) -> Result<()> {
        let place = self.anchor.expect_at(&self.path);
        let was_away = self.is_away.replace(place.is_err());
        place.inspect_err(|_| {
            if self.access == Access::ReadWrite && !was_away {
                let _ = self.connection.pragma_update_and_check(
                    None,
                    "wal_checkpoint",
                    "TRUNCATE",
                    |_| Ok(()),
                );
            }
        })
    }

    pub fn schema_version(&self) -> Result<u32> {
        self.connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(|source| self.error(source))
    }

    /// Writes a complete copy to `target`, which must not exist yet or may be
    /// `replaced`.
    pub fn copy_to(&self, target: &Path, replace: bool) -> Result<()> {
        if !replace && target.exists() {
            return Err(StoreError::AlreadyExists(target.to_owned()));
        }
        let sqlite = |source| StoreError::from_sqlite(target, source);
        let draft = draft_for(target)?.into_temp_path();
        {
            let mut copy = Connection::open(&draft).map_err(sqlite)?;
            copy_pages(&self.connection, &mut copy).map_err(sqlite)?;
            copy.pragma_update_and_check(None, "journal_mode", "delete", |row| {
                row.get::<_, String>(0)
            })
            .map_err(sqlite)?;
            copy.close().map_err(|(_, source)| sqlite(source))?;
        }
        if replace && target.exists() {
            draft
                .persist(target)
                .map_err(|e| StoreError::from_io(target, e.error))
        } else {
            persist(draft, target)
        }
    }

    /// A transaction that holds the right to write from its start, and whose rows may refer
    /// to what comes later in it.
    pub(crate) fn begin(&mut self) -> Result<rusqlite::Transaction<'_>> {
        let path = self.path.clone();
        match self.access {
            Access::ReadWrite => self.expect_in_place()?,
            Access::ReadOnly(ReadOnlyReason::InUse) => {
                let holder = self.holder.clone();
                return Err(StoreError::Held { path, holder });
            }
            Access::ReadOnly(_) => return Err(StoreError::NotWritable(path)),
        }
        let sqlite = |source| StoreError::from_sqlite(&path, source);
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        defer_references(&tx).map_err(sqlite)?;
        Ok(tx)
    }

    pub(crate) fn anchor(&self) -> Anchor {
        self.anchor
    }

    pub(crate) fn error(&self, source: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&self.path, source)
    }
}

/// One file when closed: the journal goes back to the one that needs no companions.
/// It fails while another process has the casebook open, which then does it instead.
impl Drop for Store {
    fn drop(&mut self) {
        match self.access {
            Access::ReadWrite => to_one_file(&self.connection),
            // Who could write may have closed while this one was reading.
            Access::ReadOnly(ReadOnlyReason::InUse) => {
                let Ok(nothing) = Connection::open_in_memory() else {
                    return;
                };
                drop(std::mem::replace(&mut self.connection, nothing));
                if let Ok(Claim::Held(_lock)) = lock::claim(&self.path)
                    && let Ok((connection, _)) = connect(&self.path, Access::ReadWrite)
                {
                    to_one_file(&connection);
                }
            }
            Access::ReadOnly(_) => {}
        }
    }
}

/// Whether a rollback journal stands beside the casebook: of an edit that is being made,
/// or of a program that was ended in the middle of one.
fn may_have_unfinished(path: &Path) -> bool {
    companion(path, "journal").exists()
}

/// Lets SQLite take back what a program that was ended left half done: a connection that
/// only reads cannot, and is refused. For whoever has the right to write.
fn take_back_unfinished(path: &Path) -> Result<()> {
    if may_have_unfinished(path) {
        connect(path, Access::ReadWrite)?;
    }
    Ok(())
}

/// A file that SQLite keeps beside the casebook.
fn companion(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!("-{ending}"));
    PathBuf::from(name)
}

/// Tries for a moment: a reader may just be closing too.
fn to_one_file(connection: &Connection) {
    let _ = connection.busy_timeout(Duration::ZERO);
    for _ in 0..10 {
        let journal = connection.pragma_update_and_check(None, "journal_mode", "delete", |row| {
            row.get::<_, String>(0)
        });
        if journal.is_ok_and(|journal| journal == "delete") {
            return;
        }
        std::thread::sleep(LOOK_AGAIN);
    }
}

/// Makes an edit last. It counts only if the file is still in its place, before and after.
pub(crate) fn commit(tx: rusqlite::Transaction<'_>, anchor: Anchor, path: &Path) -> Result<()> {
    anchor.expect_at(path)?;
    tx.commit()
        .map_err(|source| StoreError::from_sqlite(path, source))?;
    anchor.expect_at(path)
}

/// Until the transaction ends, its references are looked at when it does, and not at each row.
///
/// SQLite notes this when it compiles the statement; running it as well would have every other
/// one compiled again at its next use, which was a third of an edit. Those that write are
/// compiled for what was noted, and there are none outside such transactions.
pub(crate) fn defer_references(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .prepare("PRAGMA defer_foreign_keys = ON")
        .map(drop)
}

/// The connection to a file and the version of its schema, newer ones refused.
pub(crate) fn connect(path: &Path, access: Access) -> Result<(Connection, u32)> {
    let sqlite = |source| StoreError::from_sqlite(path, source);
    let flags = match access {
        Access::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly(_) => OpenFlags::SQLITE_OPEN_READ_ONLY,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(sqlite)?;
    prepare(&connection).map_err(sqlite)?;
    let found: u32 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(sqlite)?;
    if found > SCHEMA_VERSION {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: SCHEMA_VERSION,
        });
    }
    Ok((connection, found))
}

pub(crate) fn copy_pages(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    rusqlite::backup::Backup::new(from, to)?.run_to_completion(1_000, Duration::ZERO, None)
}

fn expect_intact(path: &Path, connection: &Connection) -> Result<()> {
    let size = fs::metadata(path)
        .map_err(|e| StoreError::from_io(path, e))?
        .len();
    if size > FULL_CHECK_BYTES {
        return Ok(());
    }
    expect_structure(path, connection)
}

fn expect_structure(path: &Path, connection: &Connection) -> Result<()> {
    let answer: String = connection
        .pragma_query_value(None, "quick_check", |row| row.get(0))
        .map_err(|source| StoreError::from_sqlite(path, source))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged {
            path: path.to_owned(),
            detail: answer,
        })
    }
}

/// More than there are different statements; preparing one again for every event of an
/// import takes three times as long as running it.
const STATEMENTS: usize = 256;
/// Enough that what an import of a million rows touches at once stays in memory.
const CACHE_KIB: i64 = 64 << 10;
/// How long the write-ahead log becomes, in pages (16 MB), before an edit has to write it into
/// the casebook because [`Store::tidy`] never got a turn. SQLite's own thousand are some tens
/// of edits, so often one would take as long as it does to write all of theirs.
const LOG_PAGES: i64 = 4_000;

pub(crate) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Else SQLite looks at what is bound when it plans, and plans every statement with an
    // order again for every value: half the time of an import.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // An acknowledged edit survives a power cut, not only a crash.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    // The file comes from somebody else: its schema may not run functions with side
    // effects, and its pages are checked as they are read.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "temp_store", "memory")
}

/// Tells from the first bytes whether this is a casebook, before SQLite opens it: SQLite
/// may write to what it opens.
fn inspect_header(path: &Path) -> Result<()> {
    let not_readable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::PermissionDenied => StoreError::NotReadable(path.to_owned()),
        _ => StoreError::from_io(path, source),
    };
    let metadata = fs::metadata(path).map_err(not_readable)?;
    if !metadata.is_file() {
        return Err(StoreError::NotACasebook(path.to_owned()));
    }
    let mut header = [0_u8; 100];
    let read = File::open(path)
        .map_err(not_readable)?
        .take(100)
        .read(&mut header)
        .map_err(not_readable)?;
    let number = |at: usize| {
        u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    if read < 100 || !header.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID {
        return Err(StoreError::NotACasebook(path.to_owned()));
    }
    let found = number(60);
    if found > SCHEMA_VERSION {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: SCHEMA_VERSION,
        });
    }
    let page_size = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    // The page count of the header holds when the change counters agree. Pages that are
    // still in a write-ahead log make the file shorter than the header says.
    let pages = if number(24) == number(92) {
        u64::from(number(28))
    } else {
        0
    };
    let is_at_rest = !companion(path, "wal").exists() && !may_have_unfinished(path);
    if metadata.len() < pages * page_size && is_at_rest {
        return Err(StoreError::Damaged {
            path: path.to_owned(),
            detail: "the file is shorter than it says it is".to_owned(),
        });
    }
    Ok(())
}

fn may_write(path: &Path) -> bool {
    // SQLite needs companions beside the file, so the folder counts too.
    fs::OpenOptions::new().write(true).open(path).is_ok()
        && tempfile::tempfile_in(folder_of(path)).is_ok()
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

const DRAFT_PREFIX: &str = ".docketline-";
const DRAFT_SUFFIX: &str = ".part";

/// Whether a file of this name is what [`draft_for`] made.
pub fn is_draft(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(DRAFT_PREFIX) && name.ends_with(DRAFT_SUFFIX)
}

/// A file beside `target` that becomes it when it is complete, and is gone if it never is.
pub fn draft_for(target: &Path) -> Result<tempfile::NamedTempFile> {
    let folder = folder_of(target);
    let mut builder = tempfile::Builder::new();
    builder.prefix(DRAFT_PREFIX).suffix(DRAFT_SUFFIX);
    // Temporary files are for their owner alone; this one is as shared as any other
    // file the person makes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
        .tempfile_in(folder)
        .map_err(|source| match source.kind() {
            // The folder is what is missing, not the file.
            std::io::ErrorKind::NotFound => StoreError::NotFound(folder.to_owned()),
            _ => StoreError::from_io(target, source),
        })
}

/// Gives a finished draft its name, never over another file, durably.
pub(crate) fn persist(draft: tempfile::TempPath, path: &Path) -> Result<()> {
    let io = |source| StoreError::from_io(path, source);
    File::open(&draft)
        .and_then(|file| file.sync_all())
        .map_err(io)?;
    draft.persist_noclobber(path).map_err(|e| io(e.error))?;
    sync_folder(path).map_err(io)
}

/// Makes a new name durable.
pub(crate) fn sync_folder(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    File::open(folder_of(path)).and_then(|folder| folder.sync_all())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_is_planned_once_for_all_values() {
        let connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        connection
            .execute_batch(
                "CREATE TABLE part (pk INTEGER PRIMARY KEY, whole INTEGER);
                 CREATE INDEX part_of ON part (whole);",
            )
            .unwrap();
        let mut parts = connection
            .prepare("SELECT pk FROM part WHERE whole = ?1 ORDER BY pk")
            .unwrap();
        for whole in 0..3 {
            assert!(!parts.exists([whole]).unwrap());
        }
        assert_eq!(parts.get_status(StatementStatus::RePrepare), 0);
    }

    #[test]
    fn a_row_may_come_before_what_it_refers_to_and_no_statement_is_compiled_again() {
        let mut connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        connection
            .execute_batch(
                "CREATE TABLE whole (pk INTEGER PRIMARY KEY);
                 CREATE TABLE part (whole INTEGER NOT NULL REFERENCES whole (pk));",
            )
            .unwrap();
        let put = |connection: &Connection, table: &str, number: i64| {
            let sql = format!("INSERT INTO {table} VALUES (?1)");
            let mut put = connection.prepare_cached(&sql).unwrap();
            put.execute([number]).unwrap();
            put.get_status(StatementStatus::RePrepare)
        };
        for number in 0..3 {
            let tx = connection.transaction().unwrap();
            defer_references(&tx).unwrap();
            assert_eq!(put(&tx, "part", number), 0);
            assert_eq!(put(&tx, "whole", number), 0);
            tx.commit().unwrap();
        }
        let tx = connection.transaction().unwrap();
        defer_references(&tx).unwrap();
        put(&tx, "part", 7);
        assert!(tx.commit().is_err());
    }
}

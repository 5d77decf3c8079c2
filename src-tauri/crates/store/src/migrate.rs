//! Bringing an older casebook to the schema of this program: on a copy, all or nothing.
//!
//! The copy stands beside the casebook as a draft until every step is done and checked;
//! then it takes the name in one rename. Whoever is killed on the way leaves the casebook
//! as it was, and at most a draft. The old file is kept under a name of its own.

use crate::error::StoreError;
use crate::file::{
    Access, ReadOnlyReason, connect, copy_pages, draft_for, folder_of, persist, prepare,
    sync_folder,
};
use crate::{Result, schema};
use rusqlite::Connection;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Replaces the casebook at `path` by one of the newest schema.
pub(crate) fn in_place(path: &Path) -> Result<()> {
    let io = |source| StoreError::from_io(path, source);
    let sqlite = |source| StoreError::from_sqlite(path, source);
    // A link goes on pointing at the casebook.
    let path = &fs::canonicalize(path).map_err(io)?;

    let (mut original, _) = connect(path, Access::ReadWrite)?;
    let _hold = hold(path, &mut original)?;
    // Reading through a connection of its own: one that holds the right to write cannot
    // be copied from. Opening the file by other means than SQLite's would give up the
    // right, as file locks of POSIX go.
    let (source, version) = connect(path, Access::ReadOnly(ReadOnlyReason::Chosen))?;
    // Another process may have been faster: then `original` is a file that has lost its
    // name, and there is nothing left to do.
    if version == schema::SCHEMA_VERSION {
        return Ok(());
    }
    let draft = draft_for(path)?.into_temp_path();
    fs::set_permissions(&draft, fs::metadata(path).map_err(io)?.permissions()).map_err(io)?;
    {
        let mut copy = Connection::open(&draft).map_err(sqlite)?;
        copy_pages(&source, &mut copy).map_err(sqlite)?;
        let orphans = count_orphans(&copy).map_err(sqlite)?;
        advance(&mut copy, version).map_err(sqlite)?;
        if count_orphans(&copy).map_err(sqlite)? > orphans {
            return Err(damaged(path, "a row refers to one that is not there"));
        }
        let answer: String = copy
            .pragma_query_value(None, "integrity_check", |row| row.get(0))
            .map_err(sqlite)?;
        if answer != "ok" {
            return Err(damaged(path, &answer));
        }
        copy.close().map_err(|(_, source)| sqlite(source))?;
    }
    File::open(&draft)
        .and_then(|file| file.sync_all())
        .map_err(io)?;
    keep(path, version, &source)?;
    draft.persist(path).map_err(|e| io(e.error))?;
    sync_folder(path).map_err(io)
}

/// The content of an older casebook under the newest schema, for reading. It is a
/// private database that SQLite holds in memory, or in a temporary file if it is large.
pub(crate) fn in_memory(path: &Path, original: &Connection) -> Result<Connection> {
    let sqlite = |source| StoreError::from_sqlite(path, source);
    let version = original
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(sqlite)?;
    let mut copy = Connection::open("").map_err(sqlite)?;
    copy_pages(original, &mut copy).map_err(sqlite)?;
    advance(&mut copy, version).map_err(sqlite)?;
    prepare(&copy).map_err(sqlite)?;
    copy.pragma_update(None, "query_only", true)
        .map_err(sqlite)?;
    Ok(copy)
}

/// Keeps every other process from writing until the answer is dropped. Who has the
/// casebook open for writing would go on writing to a file that has lost its name.
fn hold<'c>(path: &Path, original: &'c mut Connection) -> Result<rusqlite::Transaction<'c>> {
    let sqlite = |source| StoreError::from_sqlite(path, source);
    let journal: String = original
        .pragma_update_and_check(None, "journal_mode", "delete", |row| row.get(0))
        .map_err(sqlite)?;
    if journal != "delete" {
        return Err(StoreError::Busy(path.to_owned()));
    }
    original
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(sqlite)
}

/// Takes the steps on a copy.
fn advance(copy: &mut Connection, from: u32) -> rusqlite::Result<()> {
    prepare(copy)?;
    // A step may rebuild a table that others refer to.
    copy.pragma_update(None, "foreign_keys", false)?;
    let steps = copy.transaction()?;
    schema::advance(&steps, from)?;
    steps.commit()
}

/// Rows that refer to one that is not there. Those that were there before are for the
/// check to find; the steps must make none.
fn count_orphans(connection: &Connection) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while rows.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}

fn damaged(path: &Path, detail: &str) -> StoreError {
    StoreError::Damaged {
        path: path.to_owned(),
        detail: detail.to_owned(),
    }
}

/// Gives the old file a second name, under which it stays when the first is taken from
/// it: `case.casebook` becomes `case.schema-1.casebook`, or `case.schema-1-2.casebook`
/// when there is one already.
fn keep(path: &Path, version: u32, source: &Connection) -> Result<()> {
    let io = |source| StoreError::from_io(path, source);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    let name = |number: u32| -> PathBuf {
        let number = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        folder_of(path).join(format!("{stem}.schema-{version}{number}{ending}"))
    };
    let mut number = 1;
    loop {
        let kept = name(number);
        match fs::hard_link(path, &kept) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => number += 1,
            // Not every file system has second names; a copy does as well.
            Err(_) if !kept.exists() => {
                let draft = draft_for(&kept)?.into_temp_path();
                Connection::open(&draft)
                    .and_then(|mut copy| copy_pages(source, &mut copy))
                    .map_err(|source| StoreError::from_sqlite(path, source))?;
                return persist(draft, &kept);
            }
            Err(error) => return Err(io(error)),
        }
    }
}

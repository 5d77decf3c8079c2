//! Who may write: one process at a time, and the others can say who.
//!
//! The right is a lock of the operating system on a file beside the casebook, so that it
//! ends with its holder, however that ends. The file's content says who that is; it is
//! removed when the casebook is closed, and a leftover of a crash means nothing. Where a
//! drive knows no locks, the file itself is the lock, and one of a process that has died
//! on this machine is taken over.

use crate::Result;
use crate::error::StoreError;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The process that may write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub pid: u32,
    pub host: String,
    /// RFC 3339, UTC.
    #[serde(skip)]
    pub since: Option<String>,
}

/// The right to write, until it is dropped.
#[derive(Debug)]
pub(crate) struct WriteLock {
    path: PathBuf,
    /// Closing the file ends the lock.
    _file: File,
}

#[derive(Debug)]
pub(crate) enum Claim {
    Held(WriteLock),
    /// Somebody else has it; who, if the file could be read.
    Taken(Option<Holder>),
}

/// Takes the right to write a casebook, if it is free.
pub(crate) fn claim(casebook: &Path) -> Result<Claim> {
    let io = |source| StoreError::from_io(casebook, source);
    let path = beside(casebook).map_err(io)?;
    loop {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Claim::Taken(holder(&path))),
            // A drive without locks: whoever wrote the file and lives has it.
            Err(TryLockError::Error(_)) => {
                let other = holder(&path).filter(|other| !is_dead(other) && !is_me(other));
                if other.is_some() {
                    return Ok(Claim::Taken(other));
                }
            }
        }
        // The holder before may have removed the file between our opening and locking it:
        // then this lock is on a file that nobody else will find.
        if is_same_file(&file, &path) {
            return Ok(Claim::Held(sign(file, path)));
        }
    }
}

/// Who has the right to write, as far as they can be read; `None` when nobody has it.
/// Looks without taking it where that can be seen from the file's absence.
pub(crate) fn held(casebook: &Path) -> Option<Option<Holder>> {
    let path = beside(casebook).ok()?;
    if !path.exists() {
        return None;
    }
    match claim(casebook) {
        Ok(Claim::Taken(holder)) => Some(holder),
        Ok(Claim::Held(_)) => None,
        Err(_) => Some(None),
    }
}

/// Who could not be written down still has the right: only the answer to others is poorer.
fn sign(mut file: File, path: PathBuf) -> WriteLock {
    let me = Holder {
        pid: std::process::id(),
        host: host(),
        since: None,
    };
    let text = serde_json::to_string(&me).unwrap_or_default();
    let _ = file
        .set_len(0)
        .and_then(|()| file.write_all(text.as_bytes()));
    WriteLock { path, _file: file }
}

impl Drop for WriteLock {
    /// Removed while it is still locked, so that nobody else's file is removed.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// A link and the casebook it points at have the same lock.
fn beside(casebook: &Path) -> std::io::Result<PathBuf> {
    let mut name = fs::canonicalize(casebook)?.into_os_string();
    name.push("-lock");
    Ok(PathBuf::from(name))
}

fn holder(path: &Path) -> Option<Holder> {
    let mut holder: Holder = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    let since = fs::metadata(path).and_then(|metadata| metadata.modified());
    holder.since = since.ok().map(stamp);
    Some(holder)
}

fn stamp(time: SystemTime) -> String {
    chrono::DateTime::<chrono::Utc>::from(time).to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

fn is_me(holder: &Holder) -> bool {
    holder.pid == std::process::id() && holder.host == host()
}

fn is_dead(holder: &Holder) -> bool {
    cfg!(target_os = "linux")
        && holder.host == host()
        && !Path::new("/proc").join(holder.pid.to_string()).exists()
}

/// The name of this machine, for people; empty where nothing tells it.
fn host() -> String {
    let name = fs::read_to_string("/proc/sys/kernel/hostname")
        .or_else(|_| std::env::var("COMPUTERNAME"))
        .or_else(|_| std::env::var("HOSTNAME"));
    name.unwrap_or_default().trim().to_owned()
}

fn is_same_file(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => Identity::of(&open) == Identity::of(&named),
        (_, Err(error)) => error.kind() != ErrorKind::NotFound,
        (Err(_), _) => true,
    }
}

/// What tells a file from another of its name. Where the system has no such number, all
/// files of a name are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity {
    device: u64,
    number: u64,
}

impl Identity {
    #[cfg(unix)]
    pub(crate) fn of(metadata: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self {
            device: metadata.dev(),
            number: metadata.ino(),
        }
    }

    #[cfg(not(unix))]
    pub(crate) fn of(_: &fs::Metadata) -> Self {
        Self {
            device: 0,
            number: 0,
        }
    }
}

/// The file as it was when it was opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Anchor {
    identity: Identity,
    read_only: bool,
}

impl Anchor {
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let metadata = fs::metadata(path).map_err(|e| StoreError::from_io(path, e))?;
        Ok(Self {
            identity: Identity::of(&metadata),
            read_only: metadata.permissions().readonly(),
        })
    }

    /// Whether the file still stands at its name and may be written as before.
    pub(crate) fn expect_at(self, path: &Path) -> Result<()> {
        match Self::of(path) {
            Ok(now) if now.identity != self.identity => Err(StoreError::Gone(path.to_owned())),
            Ok(now) if now.read_only && !self.read_only => {
                Err(StoreError::NotWritable(path.to_owned()))
            }
            Ok(_) => Ok(()),
            Err(StoreError::NotFound(path)) => Err(StoreError::Gone(path)),
            Err(fault) => Err(fault),
        }
    }
}

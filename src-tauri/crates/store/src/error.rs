//! What can go wrong with a casebook file.

use std::path::PathBuf;

/// A refusal (the file is newer, the identifier is taken) or a fault (the disk is
/// full). None carries the content of a casebook.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no file {}", .0.display())]
    NotFound(PathBuf),
    #[error("{} is not a casebook", .0.display())]
    NotACasebook(PathBuf),
    #[error("{} is damaged: {detail}", path.display())]
    Damaged { path: PathBuf, detail: String },
    #[error("{} was written by a newer program (schema {found}, this one knows {known})", path.display())]
    Newer {
        path: PathBuf,
        found: u32,
        known: u32,
    },
    #[error("{} may not be read", .0.display())]
    NotReadable(PathBuf),
    /// The casebook was opened for reading only, or its place is.
    #[error("{} may not be written", .0.display())]
    NotWritable(PathBuf),
    #[error("{} exists already", .0.display())]
    AlreadyExists(PathBuf),
    #[error("no space is left on the device of {}", .0.display())]
    DiskFull(PathBuf),
    /// Another process has the casebook open for writing.
    #[error("{} is open for writing in another program", path.display())]
    Held {
        path: PathBuf,
        holder: Option<crate::Holder>,
    },
    /// It was moved, deleted or replaced by another file while it was open.
    #[error("{} is not the file any more that was opened", .0.display())]
    Gone(PathBuf),
    /// Another process is writing and did not finish in time.
    #[error("{} is in use by another program", .0.display())]
    Busy(PathBuf),
    /// Whoever asked does not wait for the answer any more.
    #[error("the question was called off")]
    Stopped,
    #[error("there is no {what} “{id}”")]
    NoSuch { what: &'static str, id: String },
    #[error("there is already a {what} “{id}”")]
    Taken { what: &'static str, id: String },
    #[error("{}: {source}", path.display())]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the store failed: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

impl StoreError {
    /// What an error of the file system means for a casebook at `path`.
    pub fn from_io(path: &std::path::Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::NotFound => Self::NotFound(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotWritable(path),
            ErrorKind::AlreadyExists => Self::AlreadyExists(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path),
            _ => Self::Io { path, source },
        }
    }

    /// What an error of SQLite means for a casebook at `path`.
    pub fn from_sqlite(path: &std::path::Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged {
                path,
                detail: "its structure does not hold together".to_owned(),
            },
            Some(ErrorCode::NotADatabase) => Self::NotACasebook(path),
            Some(ErrorCode::DiskFull) => Self::DiskFull(path),
            Some(ErrorCode::ReadOnly) => Self::NotWritable(path),
            Some(ErrorCode::CannotOpen) => Self::NotReadable(path),
            Some(ErrorCode::SystemIoFailure) => Self::Io {
                path,
                source: std::io::Error::other("the drive reported an error"),
            },
            Some(ErrorCode::OperationInterrupted) => Self::Stopped,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            _ => Self::Sqlite(source),
        }
    }
}

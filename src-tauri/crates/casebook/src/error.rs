//! What a use case answers instead of a result: a code from a closed set, a message, and
//! what to do next.

use crate::words;
use docketline_formats::{csv::CsvError, native::NativeError};
use docketline_store::{Holder, StoreError};
use std::fmt;

/// The closed set. Front ends decide by it, never by the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    NotFound,
    NotACasebook,
    Damaged,
    Newer,
    NotReadable,
    NotWritable,
    AlreadyExists,
    DiskFull,
    InUse,
    Gone,
    NoSuch,
    Taken,
    BadDate,
    AmbiguousDate,
    BadValue,
    NotImportable,
    TooLarge,
    /// A newer question took its place; nobody is to be told.
    Superseded,
    Io,
    Internal,
}

impl ErrorCode {
    pub const ALL: [Self; 20] = [
        Self::NotFound,
        Self::NotACasebook,
        Self::Damaged,
        Self::Newer,
        Self::NotReadable,
        Self::NotWritable,
        Self::AlreadyExists,
        Self::DiskFull,
        Self::InUse,
        Self::Gone,
        Self::NoSuch,
        Self::Taken,
        Self::BadDate,
        Self::AmbiguousDate,
        Self::BadValue,
        Self::NotImportable,
        Self::TooLarge,
        Self::Superseded,
        Self::Io,
        Self::Internal,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::NotACasebook => "not-a-casebook",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::NotReadable => "not-readable",
            Self::NotWritable => "not-writable",
            Self::AlreadyExists => "already-exists",
            Self::DiskFull => "disk-full",
            Self::InUse => "in-use",
            Self::Gone => "gone",
            Self::NoSuch => "no-such",
            Self::Taken => "taken",
            Self::BadDate => "bad-date",
            Self::AmbiguousDate => "ambiguous-date",
            Self::BadValue => "bad-value",
            Self::NotImportable => "not-importable",
            Self::TooLarge => "too-large",
            Self::Superseded => "superseded",
            Self::Io => "io",
            Self::Internal => "internal",
        }
    }
}

#[derive(Debug)]
pub struct Error {
    code: ErrorCode,
    /// What of a form was refused, by the name of its field.
    field: Option<&'static str>,
    arguments: Vec<(&'static str, String)>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(code: ErrorCode) -> Self {
        Self {
            code,
            field: None,
            arguments: Vec::new(),
            source: None,
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: &impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    pub(crate) fn on(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    pub(crate) fn because(
        mut self,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.source = Some(Box::new(source));
        self
    }

    /// A value that breaks a rule; `reason` says which, in a sentence.
    pub(crate) fn bad_value(reason: impl Into<String>) -> Self {
        Self::new(ErrorCode::BadValue).with("reason", &reason.into())
    }

    /// What a failed reading or writing of a file that is no casebook means.
    pub(crate) fn from_io(path: &std::path::Path, source: std::io::Error) -> Self {
        StoreError::from_io(path, source).into()
    }

    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// The field of a form that was refused, where it is one.
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// The reason alone, where the code has one: for a list in which the place is known.
    pub(crate) fn reason(&self) -> String {
        let reason = words::find(
            &format!("error-{}-reason", self.code.as_str()),
            &self.arguments,
        );
        reason.unwrap_or_else(|| self.to_string())
    }

    /// What to do next, where there is something to do.
    pub fn hint(&self) -> Option<String> {
        words::find(
            &format!("error-{}-hint", self.code.as_str()),
            &self.arguments,
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::say(
            &format!("error-{}", self.code.as_str()),
            &self.arguments,
        ))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source.as_ref() as _)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let on = |code, path: &std::path::Path| Self::new(code).with("path", &path.display());
        match error {
            StoreError::NotFound(path) => on(ErrorCode::NotFound, &path),
            StoreError::NotACasebook(path) => on(ErrorCode::NotACasebook, &path),
            StoreError::Damaged { path, detail } => {
                on(ErrorCode::Damaged, &path).with("detail", &detail)
            }
            StoreError::Newer { path, found, known } => on(ErrorCode::Newer, &path)
                .with("found", &found)
                .with("known", &known),
            StoreError::NotReadable(path) => on(ErrorCode::NotReadable, &path),
            StoreError::NotWritable(path) => on(ErrorCode::NotWritable, &path),
            StoreError::AlreadyExists(path) => on(ErrorCode::AlreadyExists, &path),
            StoreError::DiskFull(path) => on(ErrorCode::DiskFull, &path),
            StoreError::Busy(path) => on(ErrorCode::InUse, &path).with("holder", &""),
            StoreError::Held { path, holder } => {
                let holder = holder.map(|holder| format!(": {}", held_by(&holder)));
                on(ErrorCode::InUse, &path).with("holder", &holder.unwrap_or_default())
            }
            StoreError::Gone(path) => on(ErrorCode::Gone, &path),
            StoreError::Stopped => Self::new(ErrorCode::Superseded),
            StoreError::NoSuch { what, id } => Self::new(ErrorCode::NoSuch)
                .with("what", &what)
                .with("id", &id),
            StoreError::Taken { what, id } => Self::new(ErrorCode::Taken)
                .with("what", &what)
                .with("id", &id),
            StoreError::Io { path, source } => on(ErrorCode::Io, &path)
                .with("detail", &source)
                .because(source),
            StoreError::Sqlite(source) => {
                // SQLite's own words may quote content; they go to the cause, not to people.
                Self::new(ErrorCode::Internal).because(source)
            }
        }
    }
}

/// Who has a casebook open for writing, in words.
pub(crate) fn held_by(holder: &Holder) -> String {
    words::say(
        "held-by",
        &[
            ("pid", holder.pid.to_string()),
            ("host", holder.host.clone()),
            ("since", holder.since.clone().unwrap_or_default()),
        ],
    )
}

impl From<NativeError> for Error {
    fn from(error: NativeError) -> Self {
        Self::new(ErrorCode::NotImportable)
            .with("reason", &error)
            .because(error)
    }
}

impl From<CsvError> for Error {
    fn from(error: CsvError) -> Self {
        Self::new(ErrorCode::NotImportable)
            .with("reason", &error)
            .because(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_and_something_to_do() {
        for code in ErrorCode::ALL {
            let error = Error::new(code);
            assert_ne!(error.to_string(), format!("error-{}", code.as_str()));
            assert!(error.hint().is_some(), "{code:?}");
        }
    }
}

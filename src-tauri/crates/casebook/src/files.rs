//! New, open, copy; and the sample.

use crate::clock::stamp;
use crate::error::Error;
use crate::view::CasebookSummary;
use crate::{Casebook, Hand, Result, words};
use docketline_domain::Document;
use docketline_domain::model::Event;
use docketline_formats::corpus;
use docketline_store::{Access, Action, Change, Edit, ReadOnlyReason, Store};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The Microsoft Ireland case, as researched, and how to present it.
const SAMPLE_CORPUS: &str = include_str!("../../../../assets/sample/case.json");
const SAMPLE_PRESENTATION: &str = include_str!("../../../../assets/sample/presentation.json");

/// The ending of a casebook's file name.
pub const EXTENSION: &str = "casebook";

impl Casebook {
    /// Makes an empty casebook. Nothing that stands at `path` is replaced.
    pub fn create(path: &Path, title: &str, hand: impl Into<Hand>) -> Result<Self> {
        Self::create_with(path, title, hand, |_| Ok(()))
    }

    /// Makes a casebook that holds the sample.
    pub fn create_sample(path: &Path, hand: impl Into<Hand>) -> Result<Self> {
        let document = sample();
        let title = document.about.title.clone();
        Self::create_with(path, &title, hand, |edit| {
            crate::importing::put_all(edit, &document)
        })
    }

    /// Makes a casebook that holds `document` and, beside its own events, those that
    /// `events` yields, one at a time: they need not fit into memory together. What the
    /// events refer to, and what refers to them, is in the document.
    pub fn create_from(
        path: &Path,
        document: &Document,
        events: impl Iterator<Item = Event>,
        hand: impl Into<Hand>,
    ) -> Result<Self> {
        Self::create_with(path, &document.about.title, hand, |edit| {
            crate::importing::put_all_with(edit, document, events)
        })
    }

    fn create_with(
        path: &Path,
        title: &str,
        hand: impl Into<Hand>,
        fill: impl FnOnce(&Edit<'_>) -> docketline_store::Result<()>,
    ) -> Result<Self> {
        let hand = hand.into();
        let title = title.trim();
        let title = if title.is_empty() {
            words::say("casebook-untitled", &[])
        } else {
            title.to_owned()
        };
        let change = Change {
            action: Action::CasebookCreated,
            subject: title.clone(),
            at: stamp(hand.clock()),
            author: hand.author().map(ToOwned::to_owned),
        };
        Ok(Self::over(
            Store::create(path, &title, &change, fill)?,
            hand,
        ))
    }

    /// Opens for writing, or for reading where writing is not allowed.
    pub fn open(path: &Path, hand: impl Into<Hand>) -> Result<Self> {
        Ok(Self::over(Store::open(path)?, hand))
    }

    /// Opens for writing or not at all; waits as long as `patience` where another process
    /// is writing.
    pub fn open_to_write(path: &Path, hand: impl Into<Hand>, patience: Duration) -> Result<Self> {
        Ok(Self::over(Store::open_to_write(path, patience)?, hand))
    }

    /// Opens for reading, and leaves the file as it is.
    pub fn open_read_only(path: &Path, hand: impl Into<Hand>) -> Result<Self> {
        Ok(Self::over(Store::open_read_only(path)?, hand))
    }

    fn over(store: Store, hand: impl Into<Hand>) -> Self {
        Self {
            seen: store.data_version().unwrap_or_default(),
            store,
            hand: hand.into(),
            backups: None,
            stretch: None,
            timeline: crate::timeline::TimelineCache::default(),
            standing: crate::standing::StandingCache::default(),
            orders: crate::table::OrderCache::default(),
            findings: crate::findings::FindingsCache::default(),
            procedure: crate::procedure::ProcedureCache::default(),
            records: crate::records::RecordsCache::default(),
        }
    }

    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Everything in it, as values of the domain.
    pub fn document(&self) -> Result<Document> {
        Ok(self.store.document()?)
    }

    /// Looks at what others did: `None` when nothing has changed since the last look. When
    /// the casebook was only open for reading because another process had it, and that one
    /// has closed it, it is open for writing from here on. Refuses when the file was moved,
    /// deleted or replaced.
    pub fn follow(&mut self) -> Result<Option<CasebookSummary>> {
        self.store.expect_in_place()?;
        let in_use = Access::ReadOnly(ReadOnlyReason::InUse);
        let mut changed = false;
        if self.store.access() == in_use && self.store.is_free() {
            let path = self.path().to_owned();
            let again = Store::open(&path)?;
            if again.access() != in_use {
                self.store = again;
                self.seen = self.store.data_version()?;
                changed = true;
            }
        }
        let version = self.store.data_version()?;
        changed |= version != self.seen;
        self.seen = version;
        changed.then(|| self.summary()).transpose()
    }

    /// Writes a complete copy to `target`. The dialog has already asked whether what
    /// stands there may go; the casebook itself can never be its own target.
    pub fn save_copy(&self, target: &Path) -> Result<PathBuf> {
        let same = target.canonicalize().ok() == self.path().canonicalize().ok();
        if target.exists() && same {
            return Err(Error::bad_value(words::say(
                "refused-copy-onto-itself",
                &[],
            )));
        }
        self.store.copy_to(target, true)?;
        Ok(target.to_owned())
    }
}

/// The content of the sample casebook.
pub fn sample() -> Document {
    let mut document = corpus::read(SAMPLE_CORPUS, SAMPLE_PRESENTATION)
        .expect("the sample is part of the program and read by its tests");
    // The corpus names itself; the casebook is named after the case.
    document.about.title = SAMPLE_TITLE.to_owned();
    document
}

pub const SAMPLE_TITLE: &str = "Microsoft Ireland";

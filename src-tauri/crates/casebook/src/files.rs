//! New, open, copy; and the sample.

use crate::clock::stamp;
use crate::error::Error;
use crate::findings::FindingsCache;
use crate::standing::StandingCache;
use crate::view::CasebookSummary;
use crate::{Casebook, Hand, Result, words};
use docketline_domain::Document;
use docketline_domain::model::Event;
use docketline_formats::corpus;
use docketline_store::{Access, Action, Change, Edit, ReadOnlyReason, Store, StoreError};
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

    /// Opens for writing, or for reading where writing is not allowed. Of a damaged file
    /// what can be saved is read.
    pub fn open(path: &Path, hand: impl Into<Hand>) -> Result<Self> {
        let hand = hand.into();
        let store = match Store::open(path) {
            Err(StoreError::Damaged { detail, .. }) => open_damaged(path, detail, &hand)?,
            other => other?,
        };
        Ok(Self::over(store, hand))
    }

    /// Opens for writing or not at all; waits as long as `patience` where another process
    /// is writing.
    pub fn open_to_write(path: &Path, hand: impl Into<Hand>, patience: Duration) -> Result<Self> {
        Ok(Self::over(Store::open_to_write(path, patience)?, hand))
    }

    /// Opens for reading, and leaves the file as it is. Of a damaged one what can be saved
    /// is read.
    pub fn open_read_only(path: &Path, hand: impl Into<Hand>) -> Result<Self> {
        let hand = hand.into();
        let opened = Store::open_read_only(path);
        let sound = opened.and_then(|store| store.expect_sound().map(|()| store));
        let store = match sound {
            Err(StoreError::Damaged { detail, .. }) => open_damaged(path, detail, &hand)?,
            other => other?,
        };
        Ok(Self::over(store, hand))
    }

    fn over(store: Store, hand: impl Into<Hand>) -> Self {
        Self {
            seen: store.data_version().unwrap_or_default(),
            store,
            hand: hand.into(),
            backups: None,
            stretch: None,
            timeline: crate::timeline::TimelineCache::default(),
            standing: StandingCache::default(),
            orders: crate::table::OrderCache::default(),
            findings: FindingsCache::default(),
            procedure: crate::procedure::ProcedureCache::default(),
            records: crate::records::RecordsCache::default(),
        }
    }

    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// That the file is damaged and only what can be saved of it is read, in words.
    pub fn damage(&self) -> Option<String> {
        self.store.damage().map(|_| {
            let path = self.path().display().to_string();
            words::say("damaged-is-read", &[("path", path)])
        })
    }

    pub fn can_write(&self) -> bool {
        self.store.access() == Access::ReadWrite
    }

    /// Everything in it, as values of the domain.
    pub fn document(&self) -> Result<Document> {
        Ok(self.store.document()?)
    }

    /// Refuses when the file was moved, deleted, replaced or made read-only.
    pub fn expect_in_place(&self) -> Result<()> {
        Ok(self.store.expect_in_place()?)
    }

    /// Looks at what others did, and whether whoever writes it still has it open: `None`
    /// when nothing has changed since the last look. Refuses when the file was moved,
    /// deleted, replaced or made read-only.
    pub fn follow(&mut self) -> Result<Option<CasebookSummary>> {
        self.expect_in_place()?;
        let mut changed = self.store.look_for_holder();
        let version = self.store.data_version()?;
        changed |= version != self.seen;
        self.seen = version;
        changed.then(|| self.summary()).transpose()
    }

    /// Does a part of what edits left to do for when nobody waits; for a pause.
    pub fn tidy(&mut self) -> Result<()> {
        Ok(self.store.tidy()?)
    }

    /// Takes the right to write where another process had it and has closed the casebook.
    /// Refuses while somebody else has it.
    pub fn take_over(&mut self) -> Result<CasebookSummary> {
        if self.store.access() == Access::ReadOnly(ReadOnlyReason::InUse) {
            let again = Store::open(self.path())?;
            let holder = again.holder().cloned();
            if again.access() == self.store.access() {
                let path = self.path().to_owned();
                return Err(StoreError::Held { path, holder }.into());
            }
            self.store = again;
            self.seen = self.store.data_version()?;
            // Whether this is the same file nobody has looked at.
            self.findings = FindingsCache::default();
            self.standing = StandingCache::default();
        }
        self.summary()
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

/// Where nothing can be read of it either, it stays refused as damaged.
fn open_damaged(path: &Path, detail: String, hand: &Hand) -> docketline_store::Result<Store> {
    let (change, lane) = crate::safety::recovery(path, hand);
    Store::open_damaged(path, detail, &change, &lane)
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

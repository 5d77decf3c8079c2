//! Writing events: in a form, in a line, moved in time, many at once, two made one.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod bulk;
mod drafting;
mod entering;
mod merging;
mod moving;

use docketline_casebook::view::SavedEvent;
use docketline_casebook::{Casebook, SystemClock};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use tempfile::TempDir;

/// A casebook in a folder that goes with it.
struct Desk {
    casebook: Casebook,
    _folder: TempDir,
}

impl Deref for Desk {
    type Target = Casebook;
    fn deref(&self) -> &Casebook {
        &self.casebook
    }
}

impl DerefMut for Desk {
    fn deref_mut(&mut self) -> &mut Casebook {
        &mut self.casebook
    }
}

impl Desk {
    fn key_of(&self, id: &str) -> i64 {
        self.event_by_id(id).unwrap().row.key
    }

    fn date_of(&self, id: &str) -> String {
        self.event_by_id(id).unwrap().row.date
    }
}

fn sample() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.casebook");
    Desk {
        casebook: Casebook::create_sample(&path, Arc::new(SystemClock) as Arc<_>).unwrap(),
        _folder: folder,
    }
}

fn empty() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.casebook");
    Desk {
        casebook: Casebook::create(&path, "Empty", Arc::new(SystemClock) as Arc<_>).unwrap(),
        _folder: folder,
    }
}

fn saved(outcome: SavedEvent) -> (i64, Option<String>) {
    match outcome {
        SavedEvent::Saved { key, done, .. } => (key, done),
        SavedEvent::Refused { problems } => panic!("{problems:?}"),
    }
}

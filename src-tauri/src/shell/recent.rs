//! The casebooks that were open last, across starts.

use docketline_casebook::view::{CasebookSummary, RecentCasebook};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

const LONGEST: usize = 10;

/// Kept in a file of its own, newest first. Losing it costs nobody a casebook, so a
/// list that cannot be read or written is an empty or a forgotten one.
#[derive(Debug)]
pub struct Recent {
    file: PathBuf,
    entries: Mutex<Vec<Entry>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    path: PathBuf,
    title: String,
}

impl Recent {
    pub fn read(file: PathBuf) -> Self {
        let entries = fs::read(&file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        Self {
            file,
            entries: Mutex::new(entries),
        }
    }

    pub fn list(&self) -> Vec<RecentCasebook> {
        self.entries()
            .iter()
            .map(|Entry { path, title }| RecentCasebook {
                path: path.display().to_string(),
                title: title.clone(),
                exists: path.is_file(),
            })
            .collect()
    }

    /// The one that was open last, if it is still there.
    pub fn last(&self) -> Option<PathBuf> {
        let last = self.entries().first()?.path.clone();
        last.is_file().then_some(last)
    }

    /// The file of an entry, by what [`Recent::list`] called it.
    pub fn find(&self, shown: &str) -> Option<PathBuf> {
        self.entries()
            .iter()
            .map(|entry| &entry.path)
            .find(|path| path.display().to_string() == shown)
            .cloned()
    }

    /// Puts a casebook that was just opened in front.
    pub fn remember(&self, summary: &CasebookSummary) {
        let path = PathBuf::from(&summary.path);
        let mut entries = self.entries();
        entries.retain(|entry| entry.path != path);
        entries.insert(
            0,
            Entry {
                path,
                title: summary.title.clone(),
            },
        );
        entries.truncate(LONGEST);
        // See above: forgetting is harmless, and there is nobody to tell.
        let _ = write_whole(&self.file, &entries);
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Either the old list or the new one stands there, never half of one.
fn write_whole(file: &Path, entries: &[Entry]) -> io::Result<()> {
    let draft = file.with_extension("json.part");
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&draft, serde_json::to_vec_pretty(entries)?)?;
    fs::rename(draft, file)
}

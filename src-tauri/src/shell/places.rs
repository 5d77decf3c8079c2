//! Where the program keeps what is not a casebook of the reader's choosing.

use docketline_casebook::{EXTENSION, SAMPLE_TITLE};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};

#[derive(Debug, Clone)]
pub struct Places {
    data: PathBuf,
    documents: PathBuf,
}

impl Places {
    pub fn new(data: PathBuf, documents: PathBuf) -> Self {
        Self { data, documents }
    }

    /// Those that the system names for this reader.
    pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Self> {
        let path = app.path();
        // A fresh account has no folder for documents yet.
        let documents = path.document_dir().or_else(|_| path.home_dir())?;
        Ok(Self::new(path.app_data_dir()?, documents))
    }

    /// Where dialogs start.
    pub fn documents(&self) -> &Path {
        &self.documents
    }

    pub fn recent(&self) -> PathBuf {
        self.data.join("recent.json")
    }

    /// The backups of all casebooks.
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// The reader's own copy of the sample, whether it is there yet or not.
    pub fn own_sample(&self) -> PathBuf {
        self.data.join(format!("{SAMPLE_TITLE}.{EXTENSION}"))
    }

    /// A name beside the reader's own copy that nothing has yet.
    pub fn fresh_sample(&self) -> PathBuf {
        (2_u32..)
            .map(|number| {
                self.data
                    .join(format!("{SAMPLE_TITLE} ({number}).{EXTENSION}"))
            })
            .find(|path| !path.exists())
            .expect("a folder holds fewer files than there are numbers")
    }
}

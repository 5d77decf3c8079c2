//! What opens when the program starts, and when it is started once more.

use super::places::Places;
use super::recent::Recent;
use super::windows::{Wanted, Windows};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};

/// The casebooks on a command line that was written in `folder`.
pub fn files(arguments: impl Iterator<Item = OsString>, folder: &Path) -> Vec<PathBuf> {
    arguments.map(|argument| folder.join(argument)).collect()
}

/// The first start: what was asked for, or what was open last, or the sample.
pub fn first<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) -> tauri::Result<()> {
    let last = || match app.state::<Recent>().last() {
        Some(path) => Wanted::File(path),
        None => Wanted::OwnSample(app.state::<Places>().own_sample()),
    };
    let wanted = if files.is_empty() {
        vec![last()]
    } else {
        files.into_iter().map(Wanted::File).collect()
    };
    for wanted in wanted {
        Windows::show(app, wanted)?;
    }
    Ok(())
}

/// A second start hands over what it was asked for and ends.
pub fn again<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    if files.is_empty() {
        Windows::focus_any(app);
    }
    for path in files {
        // The other process is gone and its terminal with it: nobody is left to tell.
        let _ = Windows::show(app, Wanted::File(path));
    }
}

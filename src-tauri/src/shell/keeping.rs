//! Backups: made while the reader works, beside them and not before them.

use super::windows::Windows;
use crate::error::CommandError;
use docketline_casebook::{Backups, SystemClock};
use std::path::Path;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, Runtime};

/// How often is looked whether a backup is due; it is after a quarter of an hour of work.
const EVERY: Duration = Duration::from_secs(60);

/// A backup could not be made; nothing when one could be again.
const FAILED: &str = "backup-failed";

/// Makes backups until the program ends. The first look comes after the first minute:
/// opening a casebook has the drive to itself.
pub fn start<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(EVERY);
            keep(&app);
        }
    });
}

/// Backs up every casebook that is written here and whose backup is due. The file is read
/// through a connection of its own, so that no window waits.
pub fn keep<R: Runtime>(app: &AppHandle<R>) {
    for (label, session) in app.state::<Windows>().all() {
        let written = session
            .try_with(|casebook| Ok(casebook.can_write().then(|| casebook.path().to_owned())));
        if let Some(Ok(Some(path))) = written {
            let _ = app.emit_to(&label, FAILED, keep_one(session.backups(), &path).err());
        }
    }
}

fn keep_one(backups: &Backups, casebook: &Path) -> Result<(), CommandError> {
    backups.keep(casebook, &SystemClock)?;
    Ok(())
}

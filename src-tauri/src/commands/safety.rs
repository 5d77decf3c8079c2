//! What keeps a casebook safe: who writes it, its backups, and saving what can be saved.

use super::{in_casebook, off_thread};
use crate::error::{Answer, CommandError};
use crate::shell::dialogs::{Dialogs, Question};
use crate::shell::hand::hand;
use crate::shell::windows::{Wanted, Windows};
use docketline_casebook::view::{
    BackupList, CasebookSummary, CopyReport, GoingBack, RecoveryReport,
};
use docketline_casebook::{Casebook, recover, restore, words};
use std::path::Path;
use std::sync::Arc;
use tauri::{Manager, Runtime, State, WebviewWindow};

/// Takes the right to write once whoever had it has closed the casebook.
#[tauri::command]
pub async fn take_over<R: Runtime>(window: WebviewWindow<R>) -> Answer<CasebookSummary> {
    in_casebook(&window, |casebook| casebook.take_over()).await
}

/// Asks where, writes everything that is still open there, and goes on in that file.
#[tauri::command]
pub async fn rescue_casebook<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
) -> Answer<Option<CasebookSummary>> {
    let title = in_casebook(&window, |casebook| casebook.summary())
        .await?
        .title;
    let Some(chosen) = dialogs.ask(&window, Question::SaveCopy(title)).await else {
        return Ok(None);
    };
    let copy = in_casebook(&window, move |casebook| casebook.save_copy(&chosen.path)).await?;
    off_thread(move || Windows::put(&window, &copy, |path| Casebook::open(path, hand())))
        .await
        .map(Some)
}

#[tauri::command]
pub async fn list_backups<R: Runtime>(window: WebviewWindow<R>) -> Answer<BackupList> {
    let session = window.state::<Windows>().session(window.label())?;
    off_thread(move || Ok(session.backups().listing(&session.wanted())?)).await
}

/// What was done since a backup, as it would be taken back; nothing where that cannot be
/// told.
#[tauri::command]
pub async fn compare_backup<R: Runtime>(
    window: WebviewWindow<R>,
    path: String,
) -> Answer<Option<GoingBack>> {
    let session = window.state::<Windows>().session(window.label())?;
    off_thread(move || {
        let Some(backup) = session.backups().find(&session.wanted(), &path)? else {
            return Err(CommandError::not_chosen());
        };
        if session.is_refused() {
            return Ok(None);
        }
        session.with(|casebook| Ok(session.backups().compare(casebook, &backup)?))
    })
    .await
}

/// Asks where, and makes a backup a casebook of its own there.
#[tauri::command]
pub async fn restore_backup<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
    path: String,
) -> Answer<Option<CopyReport>> {
    let session = window.state::<Windows>().session(window.label())?;
    let wanted = session.wanted();
    let question = Question::Restore(named(&wanted, "restored-name"));
    let finding = Arc::clone(&session);
    let found = off_thread(move || Ok(finding.backups().find(&wanted, &path)?)).await?;
    let backup = found.ok_or_else(CommandError::not_chosen)?;
    let Some(chosen) = dialogs.ask(&window, question).await else {
        return Ok(None);
    };
    off_thread(move || {
        let report = restore(&backup, &chosen.path)?;
        session.set_made(chosen.path);
        Ok(Some(report))
    })
    .await
}

/// Asks where, and writes what can be saved of this window's damaged casebook there.
#[tauri::command]
pub async fn recover_casebook<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
) -> Answer<Option<RecoveryReport>> {
    let session = window.state::<Windows>().session(window.label())?;
    let damaged = session.wanted();
    let question = Question::Recover(named(&damaged, "recovered-name"));
    let Some(chosen) = dialogs.ask(&window, question).await else {
        return Ok(None);
    };
    off_thread(move || {
        let report = recover(&damaged, &chosen.path, &hand())?;
        session.set_made(chosen.path);
        Ok(Some(report))
    })
    .await
}

/// Opens the casebook that was just restored or recovered: in this window if it shows
/// none, else in one of its own, so that the two can be compared. Answers what this window
/// shows, if that has changed.
#[tauri::command]
pub async fn open_made<R: Runtime>(
    window: WebviewWindow<R>,
    path: String,
) -> Answer<Option<CasebookSummary>> {
    let session = window.state::<Windows>().session(window.label())?;
    let path = session.made(&path).ok_or_else(CommandError::not_chosen)?;
    off_thread(move || {
        if session.is_refused() {
            Windows::put(&window, &path, |path| Casebook::open(path, hand())).map(Some)
        } else {
            Windows::show(window.app_handle(), Wanted::File(path))?;
            Ok(None)
        }
    })
    .await
}

/// A name to propose for what is made of a casebook.
fn named(casebook: &Path, message: &str) -> String {
    let stem = casebook.file_stem().unwrap_or_default().to_string_lossy();
    words::say(message, &[("name", stem.into_owned())])
}

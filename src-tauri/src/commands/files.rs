//! New, open, copy. Each answers what the window shows afterwards.

use super::{in_casebook, off_thread};
use crate::error::{Answer, CommandError};
use crate::shell::dialogs::{Dialogs, Question};
use crate::shell::hand::hand;
use crate::shell::places::Places;
use crate::shell::recent::Recent;
use crate::shell::windows::{Windows, make_sample};
use docketline_casebook::Casebook;
use docketline_casebook::view::{CasebookSummary, RecentCasebook};
use std::path::PathBuf;
use tauri::{Runtime, State, WebviewWindow};

#[tauri::command]
pub async fn current_casebook<R: Runtime>(window: WebviewWindow<R>) -> Answer<CasebookSummary> {
    in_casebook(&window, |casebook| casebook.summary()).await
}

#[tauri::command]
pub async fn list_recent(recent: State<'_, Recent>) -> Answer<Vec<RecentCasebook>> {
    Ok(recent.list())
}

#[tauri::command]
pub async fn new_casebook<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
) -> Answer<Option<CasebookSummary>> {
    let Some(chosen) = dialogs.ask(&window, Question::NewCasebook).await else {
        return Ok(None);
    };
    // The file's name is the best guess at a title.
    let title = chosen
        .path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    put(window, chosen.path, move |path| {
        Casebook::create(path, &title, hand())
    })
    .await
    .map(Some)
}

#[tauri::command]
pub async fn open_casebook<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
) -> Answer<Option<CasebookSummary>> {
    match dialogs.ask(&window, Question::OpenCasebook).await {
        Some(chosen) => open(window, chosen.path).await.map(Some),
        None => Ok(None),
    }
}

#[tauri::command]
pub async fn open_recent<R: Runtime>(
    window: WebviewWindow<R>,
    recent: State<'_, Recent>,
    path: String,
) -> Answer<CasebookSummary> {
    let path = recent.find(&path).ok_or_else(CommandError::not_chosen)?;
    open(window, path).await
}

#[tauri::command]
pub async fn open_sample<R: Runtime>(
    window: WebviewWindow<R>,
    places: State<'_, Places>,
) -> Answer<CasebookSummary> {
    let own = places.own_sample();
    if own.exists() {
        open(window, own).await
    } else {
        put(window, own, make_sample).await
    }
}

#[tauri::command]
pub async fn restore_sample<R: Runtime>(
    window: WebviewWindow<R>,
    places: State<'_, Places>,
) -> Answer<CasebookSummary> {
    put(window, places.fresh_sample(), make_sample).await
}

#[tauri::command]
pub async fn save_copy<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
) -> Answer<Option<String>> {
    let title = in_casebook(&window, |casebook| casebook.summary())
        .await?
        .title;
    let Some(chosen) = dialogs.ask(&window, Question::SaveCopy(title)).await else {
        return Ok(None);
    };
    let copy = in_casebook(&window, move |casebook| casebook.save_copy(&chosen.path)).await?;
    Ok(Some(copy.display().to_string()))
}

async fn open<R: Runtime>(window: WebviewWindow<R>, path: PathBuf) -> Answer<CasebookSummary> {
    put(window, path, |path| Casebook::open(path, hand())).await
}

async fn put<R: Runtime>(
    window: WebviewWindow<R>,
    path: PathBuf,
    open: impl FnOnce(&std::path::Path) -> docketline_casebook::Result<Casebook> + Send + 'static,
) -> Answer<CasebookSummary> {
    off_thread(move || Windows::put(&window, &path, open)).await
}

//! What changes the casebook.

use super::in_casebook;
use crate::error::Answer;
use docketline_casebook::view::{CasebookSummary, EditOutcome, NoteView};
use serde::Serialize;
use tauri::{Runtime, WebviewWindow};

#[derive(Debug, Serialize)]
pub struct SavedNote {
    note: NoteView,
    summary: CasebookSummary,
}

#[tauri::command]
pub async fn save_note<R: Runtime>(
    window: WebviewWindow<R>,
    key: i64,
    note: Option<String>,
    markdown: String,
) -> Answer<SavedNote> {
    in_casebook(&window, move |casebook| {
        Ok(SavedNote {
            note: casebook.save_note(key, note.as_deref(), &markdown)?,
            summary: casebook.summary()?,
        })
    })
    .await
}

#[tauri::command]
pub async fn delete_note<R: Runtime>(
    window: WebviewWindow<R>,
    note: String,
) -> Answer<EditOutcome> {
    in_casebook(&window, move |casebook| casebook.delete_note(&note)).await
}

#[tauri::command]
pub async fn undo<R: Runtime>(window: WebviewWindow<R>) -> Answer<EditOutcome> {
    in_casebook(&window, |casebook| casebook.undo()).await
}

#[tauri::command]
pub async fn redo<R: Runtime>(window: WebviewWindow<R>) -> Answer<EditOutcome> {
    in_casebook(&window, |casebook| casebook.redo()).await
}

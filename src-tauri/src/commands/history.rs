//! What was done, and going back to any point of it.

use super::in_casebook;
use crate::error::Answer;
use docketline_casebook::view::{
    EditOutcome, GoingBack, HistoryEntryView, HistoryPage, HistoryQuery,
};
use tauri::{Runtime, WebviewWindow};

#[tauri::command]
pub async fn list_history<R: Runtime>(
    window: WebviewWindow<R>,
    query: HistoryQuery,
    limit: i64,
) -> Answer<HistoryPage> {
    in_casebook(&window, move |casebook| casebook.history(&query, limit)).await
}

#[tauri::command]
pub async fn get_history_entry<R: Runtime>(
    window: WebviewWindow<R>,
    entry: i64,
) -> Answer<HistoryEntryView> {
    in_casebook(&window, move |casebook| casebook.history_entry_by_id(entry)).await
}

#[tauri::command]
pub async fn preview_go_back<R: Runtime>(
    window: WebviewWindow<R>,
    entry: i64,
) -> Answer<GoingBack> {
    in_casebook(&window, move |casebook| casebook.preview_go_back(entry)).await
}

#[tauri::command]
pub async fn go_back<R: Runtime>(window: WebviewWindow<R>, entry: i64) -> Answer<EditOutcome> {
    in_casebook(&window, move |casebook| casebook.go_back(entry)).await
}

//! What changes events.

use super::in_casebook;
use crate::error::Answer;
use docketline_casebook::view::{
    BulkChange, BulkPreview, DeletionPreview, EditOutcome, EntryChoice, EntryReading, EventDraft,
    EventForm, EventTarget, FieldProblem, MergeChoice, MergePreview, MoveBy, MovePart, MovedDate,
    SavedEvent,
};
use tauri::{Runtime, WebviewWindow};

#[tauri::command]
pub async fn event_form<R: Runtime>(
    window: WebviewWindow<R>,
    target: EventTarget,
) -> Answer<EventForm> {
    in_casebook(&window, move |casebook| casebook.event_form(target)).await
}

#[tauri::command]
pub async fn check_event<R: Runtime>(
    window: WebviewWindow<R>,
    target: EventTarget,
    before: EventDraft,
    draft: EventDraft,
) -> Answer<Vec<FieldProblem>> {
    in_casebook(&window, move |casebook| {
        casebook.check_event(target, &before, &draft)
    })
    .await
}

#[tauri::command]
pub async fn save_event<R: Runtime>(
    window: WebviewWindow<R>,
    target: EventTarget,
    before: EventDraft,
    draft: EventDraft,
) -> Answer<SavedEvent> {
    in_casebook(&window, move |casebook| {
        casebook.save_event(target, &before, &draft)
    })
    .await
}

#[tauri::command]
pub async fn preview_change<R: Runtime>(
    window: WebviewWindow<R>,
    keys: Vec<i64>,
    change: BulkChange,
) -> Answer<BulkPreview> {
    in_casebook(&window, move |casebook| {
        casebook.preview_change(&keys, &change)
    })
    .await
}

#[tauri::command]
pub async fn change_events<R: Runtime>(
    window: WebviewWindow<R>,
    keys: Vec<i64>,
    change: BulkChange,
) -> Answer<EditOutcome> {
    in_casebook(&window, move |casebook| {
        casebook.change_events(&keys, &change)
    })
    .await
}

#[tauri::command]
pub async fn preview_deletion<R: Runtime>(
    window: WebviewWindow<R>,
    keys: Vec<i64>,
) -> Answer<DeletionPreview> {
    in_casebook(&window, move |casebook| casebook.preview_deletion(&keys)).await
}

#[tauri::command]
pub async fn delete_events<R: Runtime>(
    window: WebviewWindow<R>,
    keys: Vec<i64>,
) -> Answer<EditOutcome> {
    in_casebook(&window, move |casebook| casebook.delete_events(&keys)).await
}

#[tauri::command]
pub async fn preview_merge<R: Runtime>(
    window: WebviewWindow<R>,
    keep: i64,
    other: i64,
) -> Answer<MergePreview> {
    in_casebook(&window, move |casebook| casebook.preview_merge(keep, other)).await
}

#[tauri::command]
pub async fn merge_events<R: Runtime>(
    window: WebviewWindow<R>,
    choice: MergeChoice,
) -> Answer<SavedEvent> {
    in_casebook(&window, move |casebook| casebook.merge_events(&choice)).await
}

#[tauri::command]
pub async fn preview_move<R: Runtime>(
    window: WebviewWindow<R>,
    key: i64,
    part: MovePart,
    by: MoveBy,
) -> Answer<MovedDate> {
    in_casebook(&window, move |casebook| {
        casebook.preview_move(key, part, by)
    })
    .await
}

#[tauri::command]
pub async fn move_event<R: Runtime>(
    window: WebviewWindow<R>,
    key: i64,
    part: MovePart,
    by: MoveBy,
) -> Answer<EditOutcome> {
    in_casebook(&window, move |casebook| casebook.move_event(key, part, by)).await
}

#[tauri::command]
pub async fn read_entry<R: Runtime>(
    window: WebviewWindow<R>,
    line: String,
    choice: EntryChoice,
) -> Answer<EntryReading> {
    in_casebook(&window, move |casebook| casebook.read_entry(&line, &choice)).await
}

#[tauri::command]
pub async fn add_entry<R: Runtime>(
    window: WebviewWindow<R>,
    line: String,
    choice: EntryChoice,
) -> Answer<SavedEvent> {
    in_casebook(&window, move |casebook| casebook.add_entry(&line, &choice)).await
}

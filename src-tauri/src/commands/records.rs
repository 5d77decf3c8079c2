//! Records: what events share, and what joins them.

use super::in_casebook;
use crate::error::Answer;
use docketline_casebook::view::{
    CasebookSummary, EventEdit, EventPart, Record, RecordBefore, RecordEdit, RecordKind,
    RecordMerge, RecordPage, RecordQuery, RecordRemoval, RecordUses, RecordView, SharedKind,
};
use docketline_casebook::{Casebook, Result};
use serde::Serialize;
use tauri::{Runtime, WebviewWindow};

/// What an edit did, and the casebook after it.
#[derive(Debug, Serialize)]
pub struct Edited<T> {
    did: T,
    summary: CasebookSummary,
}

async fn edit<R: Runtime, T: Send + 'static>(
    window: &WebviewWindow<R>,
    work: impl FnOnce(&mut Casebook) -> Result<T> + Send + 'static,
) -> Answer<Edited<T>> {
    in_casebook(window, |casebook| {
        Ok(Edited {
            did: work(casebook)?,
            summary: casebook.summary()?,
        })
    })
    .await
}

/// Events that a list of uses shows at once.
const USES: i64 = 50;

#[tauri::command]
pub async fn list_records<R: Runtime>(
    window: WebviewWindow<R>,
    query: RecordQuery,
    offset: i64,
    limit: i64,
) -> Answer<RecordPage> {
    in_casebook(&window, move |casebook| {
        casebook.records(&query, offset, limit)
    })
    .await
}

#[tauri::command]
pub async fn record_position<R: Runtime>(
    window: WebviewWindow<R>,
    query: RecordQuery,
    id: String,
) -> Answer<Option<i64>> {
    in_casebook(&window, move |casebook| {
        casebook.record_position(&query, &id)
    })
    .await
}

#[tauri::command]
pub async fn get_record<R: Runtime>(
    window: WebviewWindow<R>,
    kind: RecordKind,
    id: String,
) -> Answer<RecordView> {
    in_casebook(&window, move |casebook| casebook.record(kind, &id)).await
}

#[tauri::command]
pub async fn get_record_uses<R: Runtime>(
    window: WebviewWindow<R>,
    kind: SharedKind,
    id: String,
) -> Answer<RecordUses> {
    in_casebook(&window, move |casebook| {
        casebook.record_uses(kind, &id, USES)
    })
    .await
}

#[tauri::command]
pub async fn list_roles<R: Runtime>(window: WebviewWindow<R>) -> Answer<Vec<String>> {
    in_casebook(&window, |casebook| casebook.known_roles()).await
}

#[tauri::command]
pub async fn put_record<R: Runtime>(
    window: WebviewWindow<R>,
    of: Option<RecordBefore>,
    record: Record,
) -> Answer<Edited<RecordEdit>> {
    edit(&window, move |casebook| {
        casebook.put_record(of.as_ref(), &record)
    })
    .await
}

#[tauri::command]
pub async fn remove_record<R: Runtime>(
    window: WebviewWindow<R>,
    kind: RecordKind,
    id: String,
) -> Answer<Edited<RecordRemoval>> {
    edit(&window, move |casebook| casebook.remove_record(kind, &id)).await
}

#[tauri::command]
pub async fn merge_records<R: Runtime>(
    window: WebviewWindow<R>,
    kind: SharedKind,
    from: String,
    into: String,
) -> Answer<Edited<RecordMerge>> {
    edit(&window, move |casebook| {
        casebook.merge_records(kind, &from, &into)
    })
    .await
}

#[tauri::command]
pub async fn move_record<R: Runtime>(
    window: WebviewWindow<R>,
    kind: SharedKind,
    id: String,
    before: Option<String>,
) -> Answer<Edited<bool>> {
    edit(&window, move |casebook| {
        casebook.move_record(kind, &id, before.as_deref())
    })
    .await
}

#[tauri::command]
pub async fn change_event_part<R: Runtime>(
    window: WebviewWindow<R>,
    event: String,
    old: Option<EventPart>,
    new: Option<EventPart>,
) -> Answer<Edited<EventEdit>> {
    edit(&window, move |casebook| {
        casebook.change_event_part(&event, old.as_ref(), new.as_ref())
    })
    .await
}

//! The consistency check, and what is let stand of it.

use super::{in_casebook, off_thread};
use crate::error::Answer;
use docketline_casebook::Checked;
use docketline_casebook::view::{EditOutcome, FindingCounts, FindingPage, FindingQuery};
use std::sync::Arc;
use tauri::{Runtime, WebviewWindow};

/// Reading the casebook is all that holds it up: the check itself may take seconds. What
/// follows in the casebook finds the answer there.
async fn checked<R: Runtime>(
    window: &WebviewWindow<R>,
    known_on: Option<String>,
) -> Answer<Arc<Checked>> {
    let check = in_casebook(window, move |casebook| {
        casebook.begin_check(known_on.as_deref())
    })
    .await?;
    off_thread(move || Ok(check.run())).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn count_findings<R: Runtime>(
    window: WebviewWindow<R>,
    known_on: Option<String>,
) -> Answer<FindingCounts> {
    Ok(checked(&window, known_on).await?.counts())
}

#[tauri::command(rename_all = "snake_case")]
pub async fn list_findings<R: Runtime>(
    window: WebviewWindow<R>,
    query: FindingQuery,
    known_on: Option<String>,
    offset: i64,
    limit: i64,
) -> Answer<FindingPage> {
    Ok(checked(&window, known_on)
        .await?
        .page(&query, offset, limit))
}

#[tauri::command(rename_all = "snake_case")]
pub async fn accept_finding<R: Runtime>(
    window: WebviewWindow<R>,
    finding: String,
    reason: String,
    known_on: Option<String>,
) -> Answer<EditOutcome> {
    checked(&window, known_on.clone()).await?;
    in_casebook(&window, move |casebook| {
        casebook.accept_finding(&finding, &reason, known_on.as_deref())
    })
    .await
}

#[tauri::command]
pub async fn withdraw_acceptance<R: Runtime>(
    window: WebviewWindow<R>,
    finding: String,
) -> Answer<EditOutcome> {
    checked(&window, None).await?;
    in_casebook(&window, move |casebook| {
        casebook.withdraw_acceptance(&finding)
    })
    .await
}

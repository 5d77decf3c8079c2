//! To and from other files, and out to the web.

use super::{in_casebook, off_thread};
use crate::error::{Answer, CommandError};
use crate::shell::dialogs::{Dialogs, Question};
use crate::shell::windows::Windows;
use docketline_casebook::Overwrite;
use docketline_casebook::view::{
    CasebookSummary, ExportFormat, ExportOptions, ExportReport, ImportReport,
};
use serde::Serialize;
use tauri::{Manager, Runtime, State, Url, WebviewWindow};

#[tauri::command]
pub async fn export_casebook<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
    format: ExportFormat,
    options: Option<ExportOptions>,
) -> Answer<Option<ExportReport>> {
    let title = in_casebook(&window, |casebook| casebook.summary())
        .await?
        .title;
    let Some(chosen) = dialogs.ask(&window, Question::Export(format, title)).await else {
        return Ok(None);
    };
    let overwrite = if chosen.may_replace {
        Overwrite::Allow
    } else {
        Overwrite::Refuse
    };
    let options = options.unwrap_or_default();
    in_casebook(&window, move |casebook| {
        casebook.export(format, &options, &chosen.path, overwrite)
    })
    .await
    .map(Some)
}

#[tauri::command]
pub async fn preview_import<R: Runtime>(
    window: WebviewWindow<R>,
    dialogs: State<'_, Box<dyn Dialogs<R>>>,
) -> Answer<Option<ImportReport>> {
    let Some(chosen) = dialogs.ask(&window, Question::Import).await else {
        return Ok(None);
    };
    let session = window.state::<Windows>().session(window.label())?;
    session.set_previewed(chosen.path.clone());
    in_casebook(&window, move |casebook| {
        casebook.preview_import(&chosen.path, None)
    })
    .await
    .map(Some)
}

#[derive(Debug, Serialize)]
pub struct Imported {
    report: ImportReport,
    summary: CasebookSummary,
}

#[tauri::command]
pub async fn import_file<R: Runtime>(window: WebviewWindow<R>, path: String) -> Answer<Imported> {
    let session = window.state::<Windows>().session(window.label())?;
    let path = session
        .previewed(&path)
        .ok_or_else(CommandError::not_chosen)?;
    in_casebook(&window, move |casebook| {
        Ok(Imported {
            report: casebook.import(&path, None)?,
            summary: casebook.summary()?,
        })
    })
    .await
}

#[tauri::command]
pub async fn open_source(url: String) -> Answer<()> {
    let url = Url::parse(&url)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        .ok_or_else(CommandError::not_a_web_address)?;
    off_thread(move || {
        tauri_plugin_opener::open_url(url, None::<&str>).map_err(|_| CommandError::internal())
    })
    .await
}

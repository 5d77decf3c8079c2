//! What the window may ask. Each command converts, calls one use case and answers; all
//! of them run off the thread that draws the windows.

mod checking;
mod closing;
mod editing;
mod events;
mod exchange;
mod files;
mod history;
mod reading;
mod records;
mod safety;

use crate::error::{Answer, CommandError};
use crate::shell::windows::Windows;
use docketline_casebook::Casebook;
use tauri::ipc::Invoke;
use tauri::{Manager, Runtime, WebviewWindow, generate_handler};

include!("list.rs");

pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    commands!(generate_handler)
}

/// Works on the casebook of a window.
async fn in_casebook<R: Runtime, T: Send + 'static>(
    window: &WebviewWindow<R>,
    work: impl FnOnce(&mut Casebook) -> docketline_casebook::Result<T> + Send + 'static,
) -> Answer<T> {
    let session = window.state::<Windows>().session(window.label())?;
    off_thread(move || session.with(|casebook| Ok(work(casebook)?))).await
}

/// Answers the newest question of a kind that a window asks; those before it are called
/// off. For questions that follow what the reader types or does.
async fn newest_in_casebook<R: Runtime, T: Send + 'static>(
    window: &WebviewWindow<R>,
    kind: &'static str,
    ask: impl FnOnce(&Casebook) -> docketline_casebook::Result<T> + Send + 'static,
) -> Answer<T> {
    let session = window.state::<Windows>().session(window.label())?;
    // Before it waits for a thread: threads start in any order, and an older question that
    // gets one late would call off the newer.
    let stop = session.newest(kind);
    off_thread(move || session.until_stopped(&stop, ask)).await
}

/// Reading and writing files may take long, and few threads serve all windows.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Answer<T> + Send + 'static,
) -> Answer<T> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(CommandError::internal()))
}

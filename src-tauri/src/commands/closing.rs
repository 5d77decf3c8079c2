//! Letting a window go.

use crate::error::Answer;
use crate::shell::closing;
use tauri::{Runtime, WebviewWindow};

#[tauri::command]
pub async fn close_window<R: Runtime>(window: WebviewWindow<R>, saved: bool) -> Answer<()> {
    closing::answer(&window, saved)
}

//! Closing a window. Its page may hold text that is not saved yet, and is asked first.

use super::windows::{Windows, lock};
use crate::error::Answer;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Manager, Runtime, WebviewWindow, Window};

/// How long a page may take: one that hangs, or is still loading, must not keep its
/// window open.
const PATIENCE: Duration = Duration::from_secs(2);

/// The page is to save what it holds, and to answer with the command `close_window`.
const CLOSING: &str = "window-closing";

/// Whether a window waits for its page to let it go.
#[derive(Debug, Default)]
pub struct Farewell {
    asked: Mutex<Option<Instant>>,
}

impl Farewell {
    /// Asks, unless the page was asked already: who wishes twice does not wait.
    fn ask(&self) -> Option<Instant> {
        let mut asked = lock(&self.asked);
        match *asked {
            Some(_) => None,
            None => {
                *asked = Some(Instant::now());
                *asked
            }
        }
    }

    fn waits_since(&self, moment: Instant) -> bool {
        *lock(&self.asked) == Some(moment)
    }

    /// The window stays; the next wish is a new question.
    fn stay(&self) {
        *lock(&self.asked) = None;
    }
}

/// Asks the page of a window that is to be closed; whether the window has to wait for it.
pub fn ask_page<R: Runtime>(window: &Window<R>) -> bool {
    let Ok(session) = window.state::<Windows>().session(window.label()) else {
        return false;
    };
    let Some(asked) = session.farewell.ask() else {
        return false;
    };
    if window.emit_to(window.label(), CLOSING, ()).is_err() {
        return false;
    }
    let window = window.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        if session.farewell.waits_since(asked) {
            // A window that is gone meanwhile is what was wanted.
            let _ = window.destroy();
        }
    });
    true
}

/// The page's answer. What could not be saved keeps its window.
pub fn answer<R: Runtime>(window: &WebviewWindow<R>, saved: bool) -> Answer<()> {
    if saved {
        window.destroy()?;
    } else {
        let session = window.state::<Windows>().session(window.label())?;
        session.farewell.stay();
    }
    Ok(())
}

/// Closes every window as by hand, and ends the program, whatever the pages answer.
/// Takes its time: never on the thread that draws the windows.
pub fn close_all<R: Runtime>(app: &AppHandle<R>) {
    for window in app.webview_windows().values() {
        let _ = window.close();
    }
    let start = Instant::now();
    while start.elapsed() < PATIENCE && !app.webview_windows().is_empty() {
        thread::sleep(Duration::from_millis(20));
    }
    app.exit(0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_asked_once_and_again_after_it_kept_its_window() {
        let farewell = Farewell::default();
        let first = farewell.ask().unwrap();
        assert!(farewell.waits_since(first));
        assert_eq!(farewell.ask(), None, "who wishes twice does not wait");
        farewell.stay();
        assert!(!farewell.waits_since(first), "the old question is answered");
        thread::sleep(Duration::from_millis(1));
        let second = farewell.ask().unwrap();
        assert!(farewell.waits_since(second) && !farewell.waits_since(first));
    }
}

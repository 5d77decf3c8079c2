//! Looks after the open casebooks: what others did to them, what happened to their files,
//! and what edits left to do. A window hears of the first two by events.

use super::windows::{Session, Windows};
use crate::error::CommandError;
use docketline_casebook::view::CasebookSummary;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, Runtime};

/// Others' changes are seen after this long at the latest. A look costs a few system calls.
const EVERY: Duration = Duration::from_secs(1);

/// Somebody else changed the casebook, or closed it.
const CHANGED: &str = "casebook-changed";
/// Something happened to its file; nothing when that is over.
const TROUBLE: &str = "casebook-trouble";

/// What a window was told last of its file.
#[derive(Debug, Default)]
pub struct Told(Mutex<Option<CommandError>>);

/// Looks until the program ends.
pub fn start<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(EVERY);
            look(&app);
        }
    });
}

/// Looks once at every casebook that nothing else is done with just now.
pub fn look<R: Runtime>(app: &AppHandle<R>) {
    for (label, session) in app.state::<Windows>().all() {
        let looked = session.try_with(|casebook| {
            let news = casebook.follow()?;
            // Nobody asked for it, and nothing is lost without it: what is wrong with the
            // drive is for the next edit to say.
            let _ = casebook.tidy();
            Ok(news)
        });
        let news = match looked {
            None => continue,
            Some(news) => news,
        };
        tell(app, &label, &session, news);
    }
}

fn tell<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    session: &Arc<Session>,
    news: Result<Option<CasebookSummary>, CommandError>,
) {
    let trouble = match news {
        Ok(summary) => {
            if let Some(summary) = summary {
                // A window that is gone meanwhile hears nothing.
                let _ = app.emit_to(label, CHANGED, summary);
            }
            None
        }
        Err(error) => Some(error),
    };
    let mut told = super::windows::lock(&session.told.0);
    if *told != trouble {
        let _ = app.emit_to(label, TROUBLE, &trouble);
        *told = trouble;
    }
}

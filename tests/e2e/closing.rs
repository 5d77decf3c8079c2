//! What was typed last, when the window closes in the middle of it.

use crate::desk::{Desk, Operate};
use anyhow::Result;
use xtask::webdriver::{Window, key};

#[test]
fn the_last_words_before_the_window_closes_are_saved() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.start(&[])?;
    type_a_note(&window, "Told to end in the middle of a wo")?;
    window.quit()?;

    let window = desk.start(&[])?;
    window.press("Notes")?;
    window.until_says("main", "Told to end in the middle of a wo")?;
    window.press("Timeline")?;
    type_a_note(&window, "Closed by hand in the middle of a wo")?;
    window.end_by(|window| {
        // The window may be gone before it has answered.
        let _ = window.keys(&[key::CONTROL], "q");
    })?;

    let window = desk.start(&[])?;
    window.press("Notes")?;
    window.until_says("main", "Told to end in the middle of a wo")?;
    window.until_says("main", "Closed by hand in the middle of a wo")
}

/// Types into the field of a new note, and does not wait until it is saved.
fn type_a_note(window: &Window, words: &str) -> Result<()> {
    window.search_and_select("held in civil contempt")?;
    window.keys(&[], key::ENTER)?;
    window.until("the focus is in the inspector", |window| {
        Ok(window.focused()? == "inspector-title")
    })?;
    window.tab_to("textarea")?;
    window.keys(&[], words)
}

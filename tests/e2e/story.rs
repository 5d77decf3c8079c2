//! A person's first day with the program.

use crate::desk::{Desk, Operate, output, program};
use crate::file_dialog;
use anyhow::Result;
use serde_json::json;
use std::fs;
use std::process::Command;
use xtask::webdriver::{Window, key};

const CONTEMPT: &str = "Microsoft held in civil contempt";
const NOTE: &str = "Agreed so that the appeal could proceed";

#[test]
fn an_event_is_found_a_note_outlives_the_program_and_the_timeline_is_exported() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.start(&[])?;
    the_contempt_order_is_there(&window)?;
    desk.picture("window-light")?;
    write_a_note_by_keyboard(&window)?;
    quit(window, &desk)?;

    let window = desk.start(&[])?;
    window.press("Notes")?;
    window.until_says("main", NOTE)?;
    window.press("Timeline")?;
    pictures_of_the_event(&window, &desk)?;
    export_and_read(&window, &desk)
}

fn the_contempt_order_is_there(window: &Window) -> Result<()> {
    window.until_says("table[aria-label]", CONTEMPT)
}

fn write_a_note_by_keyboard(window: &Window) -> Result<()> {
    window.search_and_select("held in civil contempt")?;
    window.until_says("#inspector-title", CONTEMPT)?;
    window.until_says(".timeline > [role=status]", "8 September 2014")?;
    window.keys(&[], key::ENTER)?;
    window.until("the focus is in the inspector", |window| {
        Ok(window.focused()? == "inspector-title")
    })?;
    window.tab_to("textarea")?;
    window.keys(&[], &format!("{NOTE}."))?;
    undo_and_redo_while_writing(window)?;
    window.until_says(".note-state [role=status]", "Saved")?;
    window.keys(&[], key::ESCAPE)?;
    window.until_says(".note-text", NOTE)
}

/// The engine of the window has no keys of its own for it.
fn undo_and_redo_while_writing(window: &Window) -> Result<()> {
    let written = |window: &Window| window.run("return document.activeElement.value", &json!([]));
    for (held, expected) in [
        (&[key::CONTROL][..], String::new()),
        (&[key::CONTROL, key::SHIFT][..], format!("{NOTE}.")),
    ] {
        window.keys(held, "z")?;
        window.until("the note is as before", |window| {
            Ok(written(window)? == *expected)
        })?;
    }
    Ok(())
}

/// Ends the program; what it leaves is one file.
fn quit(window: Window, desk: &Desk) -> Result<()> {
    window.quit()?;
    let file = desk.own_sample();
    assert!(file.exists());
    for rest in ["-wal", "-shm"] {
        let rest = format!("{}{rest}", file.display());
        assert!(!fs::exists(&rest)?, "{rest} is left behind");
    }
    Ok(())
}

fn export_and_read(window: &Window, desk: &Desk) -> Result<()> {
    let page = desk.home.path().join("for a colleague.html");
    window.keys(&[key::CONTROL], "e")?;
    window.press("Web page")?;
    file_dialog::save_as(&desk.display, "Export", &page)?;
    window.until("the page is written", |_| Ok(page.exists()))?;

    // What a browser makes of it is what a colleague sees.
    let read = output(
        Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
            .arg(format!(
                "--user-data-dir={}",
                desk.home.path().join("chromium").display()
            ))
            .arg(format!("file://{}", page.display())),
    )?;
    for expected in ["<svg", CONTEMPT, NOTE, "8 September 2014", "</html>"] {
        assert!(read.contains(expected), "the page lacks {expected}");
    }
    for request in [
        " src=\"http",
        "<script",
        "<iframe",
        "@import",
        "url(http",
        "<link",
    ] {
        assert!(!read.contains(request), "the page has {request}");
    }
    Ok(())
}

/// The event in the whole timeline, by day and by night.
fn pictures_of_the_event(window: &Window, desk: &Desk) -> Result<()> {
    window.search_and_select("held in civil contempt")?;
    window.press("Clear the search")?;
    for (theme, name) in [
        ("Dark", "window-event-dark"),
        ("Light", "window-event-light"),
    ] {
        window.press("Settings")?;
        window.press(theme)?;
        window.keys(&[], key::ESCAPE)?;
        let themed = format!("html[data-theme={}]", theme.to_lowercase());
        window.until(&themed, |window| window.has(&themed))?;
        desk.picture(name)?;
    }
    Ok(())
}

#[test]
fn what_the_window_wrote_the_command_line_reads() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.start(&[])?;
    write_a_note_by_keyboard(&window)?;
    let info = output(
        Command::new(program("DOCKETLINE_CLI")?)
            .arg("info")
            .arg(desk.own_sample())
            .arg("--json"),
    )?;
    let info: serde_json::Value = serde_json::from_str(&info)?;
    assert_eq!(info["notes"], 1);
    assert_eq!(info["events"], 90);
    Ok(())
}

//! New, import, copy and open through the system's own dialogs.

use crate::desk::{Desk, Operate};
use crate::file_dialog;
use anyhow::Result;
use std::fs;
use xtask::webdriver::key;

#[test]
fn a_casebook_is_made_filled_copied_and_another_opened_in_its_place() -> Result<()> {
    let desk = Desk::new()?;
    let window = desk.start(&[])?;
    let home = desk.home.path();

    window.keys(&[key::CONTROL, key::SHIFT], "n")?;
    file_dialog::save_as(
        &desk.display,
        "New casebook",
        &home.join("Schrems.casebook"),
    )?;
    window.until_says(".casebook-title", "Schrems")?;

    let table = home.join("events.csv");
    fs::write(
        &table,
        "date,title\n6 October 2015,Safe Harbour falls\nsoon,Refused\n",
    )?;
    window.press("Import events")?;
    file_dialog::open(&desk.display, "Import", &table)?;
    window.until_says("[role=dialog]", "1")?;
    let confirm = window.find("[role=dialog] .button.primary")?;
    window.click(&confirm)?;
    window.until_says("table[aria-label]", "Safe Harbour falls")?;

    let copy = home.join("Copy.casebook");
    window.press("Casebook menu")?;
    window.press("Save a copy")?;
    file_dialog::save_as(&desk.display, "Save a copy", &copy)?;
    window.until("the copy is there", |_| Ok(copy.exists()))?;

    window.keys(&[key::CONTROL], "o")?;
    file_dialog::open(&desk.display, "Open a casebook", &desk.own_sample())?;
    window.until_says(".casebook-title", "Microsoft Ireland")
}

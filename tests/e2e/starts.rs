//! Starting once more, and starting with a casebook.

use crate::desk::{Desk, Operate, output, program};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;
use xtask::webdriver::Window;

#[test]
fn a_second_start_hands_its_casebook_to_the_first_and_ends() -> Result<()> {
    let desk = Desk::new()?;
    let other = desk.home.path().join("Another case.casebook");
    output(
        Command::new(program("DOCKETLINE_CLI")?)
            .arg("new")
            .arg(&other),
    )?;
    let window = desk.start(&[])?;
    for _ in 0..2 {
        start_again(&desk, &window, &other)?;
    }
    window.until("one window for each casebook", |_| {
        Ok(titles(&desk)?
            == [
                "Another case — Docketline",
                "Microsoft Ireland — Docketline",
            ])
    })
}

#[test]
fn a_casebook_on_the_command_line_is_what_opens() -> Result<()> {
    let desk = Desk::new()?;
    let sample = desk.home.path().join("sample.casebook");
    let mut new = Command::new(program("DOCKETLINE_CLI")?);
    output(new.arg("new").arg(&sample).arg("--sample"))?;
    let window = desk.start(&[&sample.display().to_string()])?;
    window.until_says("header", "Microsoft Ireland")?;
    assert!(!desk.own_sample().exists());
    Ok(())
}

/// The second process meets the first on the message bus that both are on.
fn start_again(desk: &Desk, first: &Window, file: &Path) -> Result<()> {
    let mut command = Command::new(program("DOCKETLINE")?);
    desk.display.apply(&mut command);
    command
        .arg(file)
        .env("HOME", desk.home.path())
        .env("XDG_DATA_HOME", desk.home.data())
        .env("DBUS_SESSION_BUS_ADDRESS", bus_of(first.program_id()?)?);
    output(&mut command)?;
    Ok(())
}

fn bus_of(process: u32) -> Result<String> {
    let environment = fs::read(format!("/proc/{process}/environ"))?;
    environment
        .split(|byte| *byte == 0)
        .filter_map(|entry| std::str::from_utf8(entry).ok())
        .find_map(|entry| entry.strip_prefix("DBUS_SESSION_BUS_ADDRESS="))
        .map(str::to_owned)
        .context("the program is on no message bus")
}

/// The titles of the program's windows, in the order of the alphabet.
fn titles(desk: &Desk) -> Result<Vec<String>> {
    let tool = |arguments: &[&str]| {
        let mut command = Command::new("xdotool");
        desk.display.apply(&mut command);
        output(command.args(arguments))
    };
    let windows = tool(&["search", "--onlyvisible", "--name", "Docketline$"])?;
    let mut titles = Vec::new();
    for window in windows.lines() {
        titles.push(tool(&["getwindowname", window])?.trim().to_owned());
    }
    titles.sort();
    Ok(titles)
}

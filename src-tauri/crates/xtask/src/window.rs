//! The built program in its window.

use crate::steps::Steps;
use crate::task::{built, root};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use xtask::display::Display;
use xtask::process::Group;
use xtask::program::Home;

pub fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Opens the window for the person at this machine, and returns when they close it.
pub fn open() -> Result<bool> {
    println!("\nDocketline is open. Closing its windows ends this command.");
    Ok(Command::new(built("release", "docketline"))
        .status()?
        .success())
}

/// Shows that it works where nobody can look: a picture of the real window on a virtual
/// display, and the sample's timeline exported by the command line.
pub fn show_without_display(steps: &mut Steps) -> Result<()> {
    let build = root().join("build");
    fs::create_dir_all(&build)?;
    let build = build.canonicalize()?;
    let picture = build.join("window.png");
    take_picture(&picture).context("taking the window's picture")?;
    let page = build.join("microsoft-ireland.html");
    export_sample(steps, &page)?;
    println!(
        "\nThere is no display here, so the window was opened on a virtual one.\n\
         Its picture:          {}\n\
         The sample, exported: {}",
        picture.display(),
        page.display()
    );
    Ok(())
}

fn take_picture(path: &Path) -> Result<()> {
    let display = Display::start(1440, 900)?;
    // A home of its own: the picture shows a first start, whoever takes it.
    let home = Home::new()?;
    let mut command = home.command(&display)?;
    command.arg(built("release", "docketline"));
    let _program = Group::spawn(command).context("dbus-run-session could not be started")?;
    display
        .settled_picture(Duration::from_secs(2), Duration::from_secs(60))
        .with_context(|| home.said())?
        .save(path)
}

fn export_sample(steps: &mut Steps, page: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let casebook = folder.path().join("microsoft-ireland.casebook");
    let cli = built("release", "docketline-cli");
    let mut new = Command::new(&cli);
    new.arg("new").arg(&casebook).arg("--sample");
    steps.require("Sample casebook", new)?;
    let mut export = Command::new(&cli);
    export
        .arg("export")
        .arg(&casebook)
        .args(["--format", "html", "--force", "--out"])
        .arg(page);
    steps.require("Export of the sample", export)
}

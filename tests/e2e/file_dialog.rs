//! The system's own dialogs for files, which no WebDriver reaches: they are answered with
//! keys, as a person would.

use crate::desk::output;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};
use xtask::display::Display;

/// Types a path into the dialog for saving with this title and confirms it.
pub fn save_as(display: &Display, title: &str, path: &Path) -> Result<()> {
    answer(display, title, "ctrl+a", path)
}

/// Types a path into the dialog for opening with this title and confirms it.
pub fn open(display: &Display, title: &str, path: &Path) -> Result<()> {
    // There is no field for a name until this is asked for.
    answer(display, title, "ctrl+l", path)
}

fn answer(display: &Display, title: &str, before: &str, path: &Path) -> Result<()> {
    let tool = |arguments: &[&str]| {
        let mut command = Command::new("xdotool");
        display.apply(&mut command);
        output(command.args(arguments))
    };
    let start = Instant::now();
    let dialog = loop {
        let found = tool(&["search", "--onlyvisible", "--name", &format!("^{title}$")]);
        if let Some(id) = found.ok().as_deref().and_then(|ids| ids.lines().next()) {
            break id.to_owned();
        }
        if start.elapsed() > Duration::from_secs(20) {
            bail!("no dialog “{title}” appeared");
        }
        sleep(Duration::from_millis(100));
    };
    // Without a window manager nobody gives the dialog the keyboard.
    tool(&["windowfocus", "--sync", &dialog])?;
    sleep(Duration::from_millis(500));
    tool(&["key", before])?;
    sleep(Duration::from_millis(200));
    tool(&["type", "--delay", "20", &path.display().to_string()])?;
    sleep(Duration::from_millis(300));
    tool(&["key", "Return"])?;
    Ok(())
}

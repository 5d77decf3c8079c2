//! The built program with a home of its own, so that a run touches no real data.

use crate::display::Display;
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// An empty home folder, removed with all that the program left in it.
#[derive(Debug)]
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir().context("no folder for temporary files")?;
        Ok(Self { folder })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where the program keeps what is its reader's.
    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// A command that runs what is appended to it in this home and on this display, with
    /// a message bus of its own.
    pub fn command(&self, display: &Display) -> Result<Command> {
        let mut command = Command::new("dbus-run-session");
        command
            .arg("--")
            .env("HOME", self.path())
            .env("XDG_DATA_HOME", self.data())
            .env("XDG_CONFIG_HOME", self.path().join("config"))
            .env("XDG_CACHE_HOME", self.path().join("cache"))
            .env("XDG_STATE_HOME", self.path().join("state"))
            .env_remove("XDG_RUNTIME_DIR");
        display.apply(&mut command);
        // The bus and its services talk much; it is shown when something went wrong.
        let log = File::options().create(true).append(true).open(self.log())?;
        command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        Ok(command)
    }

    /// What the program and the message bus have said so far.
    pub fn said(&self) -> String {
        let bytes = fs::read(self.log()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn log(&self) -> PathBuf {
        self.path().join("log")
    }
}

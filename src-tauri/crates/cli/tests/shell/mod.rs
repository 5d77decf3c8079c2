//! A place to run the program in, and what it answers.
#![allow(dead_code, reason = "each test file uses its part")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};
use tempfile::TempDir;

pub struct Shell(TempDir);

impl Shell {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.run_in("UTC", arguments)
    }

    pub fn run_in(&self, time_zone: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_docketline-cli"))
            .current_dir(self.0.path())
            .env("TZ", time_zone)
            .args(arguments)
            .output()
            .unwrap()
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            text(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The exit code and, for a refusal, the error.
    pub fn refused(&self, arguments: &[&str]) -> (i32, Value) {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
        let error = serde_json::from_slice(&output.stderr).unwrap_or_default();
        (output.status.code().unwrap(), error)
    }
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub fn sample() -> Shell {
    let shell = Shell::new();
    shell.json(&["new", "c.casebook", "--sample"]);
    shell
}

//! The import of a CSV file by the command line, with everything that a casebook keeps of
//! it, beside the `sqlite3` shell that gets every row of the result ready to insert.

use super::casebooks::{Casebooks, grouped};
use super::program::answer;
use super::report::Figure;
use crate::task::built;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// How much longer than the shell it may take.
const GOAL: f64 = 1.5;

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Figure>> {
    let folder = casebooks.scratch()?;
    let rows = folder.path().join("rows.csv");
    let imported = folder.path().join("imported.casebook");
    let inserts = folder.path().join("inserts.sql");

    let mut export = docketline(folder.path());
    export.arg("export").arg(casebooks.of(casebooks.largest())?);
    export.args(["--format", "csv", "--out"]).arg(&rows);
    answer(export)?;
    let mut new = docketline(folder.path());
    new.arg("new").arg(&imported);
    answer(new)?;
    let mut import = docketline(folder.path());
    import.arg("import").arg(&imported).arg(&rows).arg("--json");
    let start = Instant::now();
    let told = answer(import)?;
    let ours = start.elapsed().as_secs_f64();
    let told: Value = serde_json::from_slice(&told)?;
    ensure!(
        told["created"] == json!(casebooks.largest()),
        "not every row became an event: {told}"
    );

    let mut list = Command::new(built("release", "examples/inserts"));
    list.arg(&imported).arg(&inserts);
    answer(list)?;
    let shell = run_shell(&inserts, &folder.path().join("shell.db"))?;

    let megabytes = fs::metadata(&rows)?.len() >> 20;
    let events = grouped(casebooks.largest());
    let version = answer(shell_that("--version"))?;
    let version = String::from_utf8_lossy(&version);
    let version = version.split_whitespace().next().unwrap_or_default();
    Ok(vec![
        Figure::seconds(format!("Import of a CSV of {events} rows"), ours)
            .note(format!("{megabytes} MB")),
        Figure::seconds("  the same rows by the sqlite3 shell", shell)
            .note(format!("version {version}")),
        Figure::times("  to the shell", ours / shell).at_most(GOAL),
    ])
}

/// The command line with a home of its own: an import makes a backup there.
fn docketline(home: &Path) -> Command {
    let mut command = Command::new(built("release", "docketline-cli"));
    command
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"));
    command
}

fn shell_that(argument: &str) -> Command {
    let mut command = Command::new("sqlite3");
    command.arg(argument);
    command
}

/// Seconds for reading the inserts from a file, as a person would give them.
fn run_shell(inserts: &Path, database: &Path) -> Result<f64> {
    let mut shell = shell_that("-batch");
    shell
        .arg("-bail")
        .arg(database)
        .stdin(File::open(inserts)?)
        .stdout(Stdio::null());
    let start = Instant::now();
    let status = shell.status().context("sqlite3 could not be started")?;
    ensure!(status.success(), "sqlite3: {status}");
    Ok(start.elapsed().as_secs_f64())
}

//! Writes a made-up casebook of any size: `cargo xtask generate --events N OUT.casebook`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks on its terminal"
)]

use anyhow::{Context, Result, bail};
use docketline_casebook::{Casebook, SystemClock};
use docketline_testkit::docket::{Docket, Recipe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

const USAGE: &str = "usage: cargo xtask generate --events N OUT.casebook";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (events, path) = arguments()?;
    let start = Instant::now();
    let docket = Docket::new(Recipe::of(events));
    let casebook = Casebook::create_from(
        &path,
        &docket.frame(),
        docket.events(),
        Arc::new(SystemClock),
    )
    .with_context(|| format!("{} was not made", path.display()))?;
    drop(casebook);
    let bytes = std::fs::metadata(&path)?.len();
    println!(
        "{}: {events} events, {} MB, {:.1} s",
        path.display(),
        bytes >> 20,
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

fn arguments() -> Result<(u32, PathBuf)> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [flag, events, path] if flag == "--events" => Ok((
            events.parse().context("the number of events")?,
            PathBuf::from(path),
        )),
        _ => bail!(USAGE),
    }
}

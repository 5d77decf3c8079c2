//! What `make` calls. Everything it starts is shown, timed, and ends with it.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks on its terminal"
)]

mod bench;
mod steps;
mod tally;
mod task;
mod ui;
mod window;

use anyhow::Result;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask run|test|check|setup|bench";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task: fn() -> Result<bool> = match (arguments.next().as_deref(), arguments.next()) {
        (Some("run"), None) => task::run,
        (Some("test"), None) => task::test,
        (Some("check"), None) => task::check,
        (Some("setup"), None) => task::setup,
        (Some("bench"), None) => task::bench,
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match task() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

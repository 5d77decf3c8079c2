//! What `make` calls. Everything it starts is shown, timed, and ends with it.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks on its terminal"
)]

mod bench;
mod frames;
mod steps;
mod tally;
mod task;
mod ui;
mod window;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask run|test|check|setup|bench|faults
       cargo xtask generate --events N OUT.casebook
       cargo xtask frames CASEBOOK...";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["run"] => task::run(),
        ["test"] => task::test(),
        ["check"] => task::check(),
        ["setup"] => task::setup(),
        ["bench"] => task::bench(),
        ["faults"] => task::faults(),
        ["frames", ref casebooks @ ..] if !casebooks.is_empty() => task::frames(casebooks),
        ["generate", "--events", events, path] => task::generate(events, path),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

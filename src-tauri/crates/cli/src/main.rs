//! `docketline-cli`: the use cases without a window.
//!
//! Answers go to standard output, errors to standard error. Exit codes: 0 done, 1 refused
//! or findings, 2 wrong usage.

mod arguments;
mod changing;
mod checking;
mod commands;
mod dates;
mod events;
mod output;
mod records;

use arguments::Arguments;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::checked();
    match commands::run(&arguments) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            output::error(&error, arguments.json);
            ExitCode::FAILURE
        }
    }
}

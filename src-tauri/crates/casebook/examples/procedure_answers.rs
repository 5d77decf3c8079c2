//! Answers what the Procedure view asks: a command of the window a line, as JSON with
//! `name` and `args`, so that the interface can be tried in a browser on what the program
//! really says: `cargo run --example procedure_answers -- CASEBOOK`.
#![allow(clippy::print_stdout, reason = "answers are what it prints")]

use docketline_casebook::view::{Filter, ProcedureScope, ProcedureView};
use docketline_casebook::{Casebook, SystemClock};
use serde::Deserialize;
use std::error::Error;
use std::io::BufRead;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(tag = "name", content = "args", rename_all = "snake_case")]
enum Question {
    GetProcedure {
        filter: Filter,
        known_on: Option<String>,
        scope: Option<ProcedureScope>,
    },
    ProcedureScene {
        filter: Filter,
        known_on: Option<String>,
        scope: Option<ProcedureScope>,
        view: ProcedureView,
    },
    GetEvent {
        key: i64,
    },
    GetStanding {
        on: String,
        known_on: Option<String>,
        event: Option<String>,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("which casebook?")?;
    let casebook = Casebook::open(&PathBuf::from(path), Arc::new(SystemClock))?;
    for line in std::io::stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Question::GetProcedure {
                filter,
                known_on,
                scope,
            } => serde_json::to_string(&casebook.procedure(
                &filter,
                known_on.as_deref(),
                scope.as_ref(),
            )?)?,
            Question::ProcedureScene {
                filter,
                known_on,
                scope,
                view,
            } => serde_json::to_string(&casebook.procedure_scene(
                &filter,
                known_on.as_deref(),
                scope.as_ref(),
                view,
            )?)?,
            Question::GetEvent { key } => serde_json::to_string(&casebook.event(key, None)?)?,
            Question::GetStanding {
                on,
                known_on,
                event,
            } => serde_json::to_string(&casebook.standing(
                &on,
                known_on.as_deref(),
                event.as_deref(),
            )?)?,
        };
        println!("{answer}");
    }
    Ok(())
}

//! Answers the two questions of the Procedure view from standard input, one JSON object a
//! line, so that the interface can be tried in a browser on what the program really
//! answers: `cargo run --example procedure_answers -- CASEBOOK`.
#![allow(clippy::print_stdout, reason = "answers are what it prints")]

use docketline_casebook::view::{Filter, ProcedureScope, ProcedureView};
use docketline_casebook::{Casebook, SystemClock};
use serde::Deserialize;
use std::error::Error;
use std::io::BufRead;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Deserialize)]
struct Question {
    filter: Filter,
    known_on: Option<String>,
    scope: Option<ProcedureScope>,
    /// With it, the scene; without, what the scene is of.
    view: Option<ProcedureView>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("which casebook?")?;
    let casebook = Casebook::open(&PathBuf::from(path), Arc::new(SystemClock))?;
    for line in std::io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        let (filter, known_on) = (&question.filter, question.known_on.as_deref());
        let scope = question.scope.as_ref();
        let answer = match question.view {
            Some(view) => {
                serde_json::to_string(&casebook.procedure_scene(filter, known_on, scope, view)?)?
            }
            None => serde_json::to_string(&casebook.procedure(filter, known_on, scope)?)?,
        };
        println!("{answer}");
    }
    Ok(())
}

//! How long an edit takes to be on the drive, with the largest casebook.

use super::casebooks::{Casebooks, grouped};
use super::program::Told;
use super::report::Figure;
use crate::task::built;
use anyhow::Result;
use std::process::Command;

/// Milliseconds at 95 %, for every sort of edit.
const GOAL: f64 = 20.0;

/// The edits of one event; each is one commit.
const EDITS: [&str; 8] = [
    "a line becomes an event",
    "a form is saved",
    "an event is moved",
    "a note is saved",
    "undo",
    "redo",
    "two events are merged",
    "an event is deleted",
];

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Figure>> {
    let largest = casebooks.largest();
    let mut measure = Command::new(built("release", "measure_edits"));
    measure.arg("--json").arg(casebooks.of(largest)?);
    let told = Told::by(measure)?;
    let events = format!("{} events", grouped(largest));
    let row = |edit: &&str| -> Result<Figure> {
        let p95 = told.get(&format!("{edit}, p95"))?;
        Ok(Figure::ms(format!("{}, p95", capital(edit)), p95)
            .at_most(GOAL)
            .note(&events))
    };
    EDITS.iter().map(row).collect()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

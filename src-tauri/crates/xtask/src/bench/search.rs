//! The first fifty hits of a search as the window gets them, beside FTS5 alone asked the
//! same on the same file.

use super::casebooks::{Casebooks, grouped};
use super::program::Told;
use super::report::Figure;
use crate::task::built;
use anyhow::Result;
use std::process::Command;

/// How much longer than FTS5 alone it may take.
const GOAL: f64 = 1.1;

/// What a reader types, and the same in FTS5's own language.
const SEARCHES: [(&str, &str, &str); 3] = [
    ("a word of many events", "order", "\"order\"*"),
    ("two words", "moves stay", "\"moves\" \"stay\"*"),
    ("a phrase", "\"summary judgment\"", "\"summary judgment\""),
];

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Figure>> {
    let path = casebooks.of(casebooks.largest())?;
    let mut ours = Command::new(built("release", "measure_search"));
    ours.arg("--json").arg(&path);
    let mut raw = Command::new(built("release", "examples/raw_search"));
    raw.arg(&path);
    for (_, text, matcher) in SEARCHES {
        ours.arg(text);
        raw.arg(matcher);
    }
    let (ours, raw) = (Told::by(ours)?, Told::by(raw)?);
    let mut figures = Vec::new();
    for (what, text, matcher) in SEARCHES {
        let found = ours.get(&format!("{text}: found"))?;
        let (ours, raw) = (ours.get(text)?, raw.get(matcher)?);
        figures.extend([
            Figure::ms(format!("First 50 for {what}"), ours)
                .note(format!("{text}: {} found", grouped(found as u32))),
            Figure::ms("  FTS5 alone", raw),
            Figure::times("  to FTS5 alone", ours / raw).at_most(GOAL),
        ]);
    }
    Ok(figures)
}

//! What is measured in one run, each figure beside its goal. Ratios are of times taken in
//! the same run; the times themselves depend on the machine and on what else it does.

mod beside;
mod casebooks;
mod day;
mod edits;
mod import;
mod machine;
mod peers;
mod pictures;
mod program;
mod quantiles;
mod reaches;
mod report;
mod scenes;
mod search;
mod start;
mod timed;
mod windows;

pub use quantiles::Quantiles;

use crate::task::root;
use anyhow::Result;
use casebooks::Casebooks;
use report::Report;
use std::fs;

/// Measures all, prints the table and writes the file. False when something could not be
/// measured; a goal that is missed is told, and is no failure.
pub fn run() -> Result<bool> {
    let build = root().join("build");
    fs::create_dir_all(&build)?;
    let build = build.canonicalize()?;
    let casebooks = Casebooks::new(build.join("bench"))?;
    let run = machine::run(&casebooks);
    let mut report = Report::default();
    report.measure("Start to a window that can be used", start::measure);
    report.measure("The day of the Procedure view", day::measure);
    report.measure("Pictures", || pictures::measure(&casebooks));
    report.measure("Scenes and memory, in Rust", || scenes::measure(&casebooks));
    report.measure("Search", || search::measure(&casebooks));
    report.measure("Edits", || edits::measure(&casebooks));
    report.measure("Import", || import::measure(&casebooks));
    let (mut opened, mut taken) = (Vec::new(), Vec::new());
    report.measure("The real window", || {
        opened = windows::measure(&casebooks)?;
        Ok(windows::figures(&opened))
    });
    report.measure("Other timelines in the same engine", || {
        taken = peers::measure(&casebooks)?;
        Ok(peers::figures(&taken))
    });
    report.measure("Docketline beside them", || {
        beside::figures(&opened, &taken)
    });
    println!("\n== Figures\n{}", report.table());
    if casebooks.is_lowered() {
        println!("A quick run: the goals are those of a million events.");
    }
    let path = build.join("bench.json");
    report.save(&path, &run)?;
    println!("\nThe same for programs: {}", path.display());
    Ok(report.is_complete())
}

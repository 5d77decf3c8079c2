//! Pictures of the sample by the command line, from the start of the program to the whole
//! file.

use super::casebooks::Casebooks;
use super::program::{answer, seconds};
use super::quantiles::Quantiles;
use super::report::Figure;
use crate::task::built;
use anyhow::Result;
use std::process::Command;

/// Exports of each; the middle one counts.
const EXPORTS: usize = 5;

/// What is measured, what the command line calls it, and the most seconds it may take.
const PICTURES: [(&str, &[&str], Option<f64>); 4] = [
    ("SVG of the sample", &["svg"], Some(0.3)),
    ("PNG of the sample", &["png"], Some(0.3)),
    (
        "PDF of the sample on A4 pages",
        &["pdf", "--page", "a4"],
        Some(1.0),
    ),
    ("PDF of the sample on one sheet", &["pdf"], None),
];

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Figure>> {
    let folder = casebooks.scratch()?;
    let sample = folder.path().join("sample.casebook");
    let picture = folder.path().join("picture");
    let docketline = || Command::new(built("release", "docketline-cli"));
    let mut new = docketline();
    new.arg("new").arg(&sample).arg("--sample");
    answer(new)?;
    let row = |(what, format, goal): (&str, &[&str], Option<f64>)| -> Result<Figure> {
        let export = || {
            let mut export = docketline();
            export
                .arg("export")
                .arg(&sample)
                .arg("--format")
                .args(format);
            export.arg("--out").arg(&picture).arg("--force");
            seconds(export)
        };
        // The first one reads the program and its fonts.
        export()?;
        let times: Vec<f64> = (0..EXPORTS).map(|_| export()).collect::<Result<_>>()?;
        let figure = Figure::seconds(what, Quantiles::of(times).median());
        Ok(match goal {
            Some(goal) => figure.at_most(goal),
            None => figure,
        })
    };
    PICTURES.into_iter().map(row).collect()
}

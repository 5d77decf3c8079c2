//! What a measuring program says: lines for a reader, or with `--json` one object a line
//! for the benchmark, so that nothing is read out of sentences.
#![allow(
    clippy::print_stdout,
    reason = "the programs that measure speak on their terminal through this"
)]

use serde_json::json;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Says figures as they come.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    as_json: bool,
}

impl Figures {
    /// How to speak, and what else stands on the command line.
    pub fn from_arguments() -> (Self, Vec<String>) {
        let mut arguments: Vec<String> = std::env::args().skip(1).collect();
        let before = arguments.len();
        arguments.retain(|argument| argument != "--json");
        let as_json = arguments.len() < before;
        (Self { as_json }, arguments)
    }

    /// What the next figures are about, for a reader.
    pub fn about(self, what: &str) {
        if !self.as_json {
            println!("{what}");
        }
    }

    pub fn tell(self, name: &str, value: f64, unit: &str) {
        if self.as_json {
            println!("{}", json!({"name": name, "value": value, "unit": unit}));
        } else {
            println!("  {name:<44} {value:>9.2} {unit}");
        }
    }
}

/// A copy of a casebook to write in, beside it and so on the same drive; it ends with its
/// folder.
pub fn copy_of(path: &Path) -> Result<(TempDir, PathBuf)> {
    let beside = path
        .parent()
        .ok_or(Error::other("a casebook is in a folder"))?;
    let folder = tempfile::tempdir_in(beside)?;
    let copy = folder.path().join("measured.casebook");
    std::fs::copy(path, &copy)?;
    Ok((folder, copy))
}

/// Durations in order, to be asked for their quantiles.
#[derive(Debug)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn new(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The time that this share of them did not exceed; not a number when there is none.
    pub fn at(&self, share: f64) -> f64 {
        let place = (self.0.len().saturating_sub(1) as f64 * share).round() as usize;
        self.0.get(place).copied().unwrap_or(f64::NAN)
    }
}

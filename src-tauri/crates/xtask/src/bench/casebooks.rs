//! The made-up casebooks that are measured. They are kept between runs, until the program
//! that writes them is another: a million events take a minute to write.

use super::program::answer;
use crate::task::built;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lowers the largest size everywhere, for a quick run.
const LIMIT: &str = "DOCKETLINE_BENCH_EVENTS";
const SIZES: [u32; 6] = [100, 1_000, 5_000, 10_000, 100_000, MOST];
const MOST: u32 = 1_000_000;

/// Where casebooks are kept and how large they may be.
#[derive(Debug)]
pub struct Casebooks {
    folder: PathBuf,
    largest: u32,
}

impl Casebooks {
    pub fn new(folder: PathBuf) -> Result<Self> {
        let largest = match std::env::var(LIMIT) {
            Ok(text) => text.parse().with_context(|| format!("{LIMIT}={text}"))?,
            Err(_) => MOST,
        };
        ensure!(largest >= SIZES[0], "{LIMIT} is {} at the least", SIZES[0]);
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, largest })
    }

    pub fn largest(&self) -> u32 {
        self.largest
    }

    /// Whether what is measured is less than what the goals speak of.
    pub fn is_lowered(&self) -> bool {
        self.largest < MOST
    }

    /// The sizes to measure, the largest last.
    pub fn sizes(&self) -> Vec<u32> {
        let smaller = SIZES.into_iter().filter(|size| *size < self.largest);
        smaller.chain([self.largest]).collect()
    }

    /// The casebook of a size, written unless it is there and as it would be written now.
    pub fn of(&self, events: u32) -> Result<PathBuf> {
        let path = self.folder.join(format!("{events}.casebook"));
        if !is_newer(&path, &built("release", "generate"))? {
            println!("Writing {}", path.display());
            // Under another name until it is whole.
            let unfinished = self.folder.join("unfinished.casebook");
            remove(&unfinished)?;
            let mut generate = Command::new(built("release", "generate"));
            generate
                .args(["--events", &events.to_string()])
                .arg(&unfinished);
            ensure!(generate.status()?.success(), "it could not be written");
            remove(&path)?;
            fs::rename(&unfinished, &path)?;
        }
        Ok(path)
    }

    /// The same events as other timelines take them.
    pub fn list(&self, events: u32) -> Result<Value> {
        let mut list = Command::new(built("release", "list_events"));
        list.arg(events.to_string());
        Ok(serde_json::from_slice(&answer(list)?)?)
    }

    /// Where pictures of them are left.
    pub fn pictures(&self) -> &Path {
        &self.folder
    }

    /// A folder for what one measure writes, empty and removed after it. On the same drive
    /// as the casebooks: memory that plays a drive would flatter.
    pub fn scratch(&self) -> Result<tempfile::TempDir> {
        Ok(tempfile::tempdir_in(&self.folder)?)
    }
}

/// Whether a file is there and was written after another.
fn is_newer(path: &Path, than: &Path) -> Result<bool> {
    let Ok(written) = path.metadata().and_then(|file| file.modified()) else {
        return Ok(false);
    };
    Ok(written > than.metadata()?.modified()?)
}

fn remove(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_file(path)?;
    }
    Ok(())
}

/// "1,000,000".
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_groups_of_three() {
        for (number, text) in [(100, "100"), (1_000, "1,000"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(number), text);
        }
    }
}

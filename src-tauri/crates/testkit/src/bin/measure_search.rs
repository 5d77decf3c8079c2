//! How long the first fifty hits of a search take, with all that the window shows of them
//! and the number of all, in milliseconds on the clock of the wall: what a person waits
//! for. `store/examples/raw_search.rs` asks FTS5 the same.
//! `cargo run --release -p docketline-testkit --bin measure_search -- [--json] FILE TEXT...`

use anyhow::{Context, Result};
use docketline_casebook::view::Filter;
use docketline_casebook::{Casebook, SystemClock};
use docketline_testkit::figures::{Figures, Times};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Searches for each text; the middle one counts.
const SEARCHES: u32 = 9;
const HITS: i64 = 50;

fn main() -> Result<()> {
    let (figures, arguments) = Figures::from_arguments();
    let (path, texts) = arguments.split_first().context("a casebook and texts")?;
    let casebook = Casebook::open_read_only(Path::new(path), Arc::new(SystemClock) as Arc<_>)?;
    figures.about(path);
    for text in texts {
        let filter = Filter {
            search: Some(text.clone()),
            ..Filter::default()
        };
        // The first one reads the file.
        let found = casebook.search(&filter, HITS)?;
        let mut times = Vec::new();
        for _ in 0..SEARCHES {
            let start = Instant::now();
            casebook.search(&filter, HITS)?;
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        figures.tell(text, Times::new(times).at(0.5), "ms");
        figures.tell(&format!("{text}: found"), found.total as f64, "");
    }
    Ok(())
}

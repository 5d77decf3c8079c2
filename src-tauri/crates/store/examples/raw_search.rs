//! How long FTS5 alone takes for the first fifty of a search, best first, as JSON: what
//! the benchmark compares a search of the casebook with. It knows the keys only.
//! `cargo run --release -p docketline-store --example raw_search -- FILE MATCH...`
#![allow(
    clippy::print_stdout,
    reason = "a command line tool speaks on its terminal"
)]

use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use std::error::Error;
use std::time::Instant;

/// Searches for each; the middle one counts.
const SEARCHES: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("a casebook and what to match")?;
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // As much memory as the casebook gives it.
    connection.pragma_update(None, "cache_size", -(64 << 10))?;
    let mut statement = connection.prepare(
        "SELECT rowid FROM search_index WHERE search_index MATCH ?1 ORDER BY rank LIMIT 50",
    )?;
    for matcher in arguments {
        let mut times = Vec::new();
        // The first one reads the file and does not count.
        for _ in 0..=SEARCHES {
            let start = Instant::now();
            let rows = statement.query_map([&matcher], |row| row.get::<_, i64>(0))?;
            let keys = rows.collect::<Result<Vec<i64>, _>>()?;
            times.push(start.elapsed().as_secs_f64() * 1e3);
            assert!(keys.len() <= 50, "the statement has a limit");
        }
        let mut times = times.split_off(1);
        times.sort_by(f64::total_cmp);
        let middle = times[SEARCHES / 2];
        println!(
            "{}",
            json!({"name": matcher, "value": middle, "unit": "ms"})
        );
    }
    Ok(())
}

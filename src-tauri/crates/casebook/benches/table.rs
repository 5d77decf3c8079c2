//! How long the table of a casebook takes: putting its events in order by each column,
//! reading a page at its end, and finding an event.
//!
//! `cargo bench -p docketline-casebook --bench table -- CASEBOOK`

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use docketline_casebook::view::{Filter, Listing, SortBy};
use docketline_casebook::{Casebook, SystemClock};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

const COLUMNS: [SortBy; 10] = [
    SortBy::Date,
    SortBy::Title,
    SortBy::Kind,
    SortBy::Lane,
    SortBy::Court,
    SortBy::Proceeding,
    SortBy::Docket,
    SortBy::Confidence,
    SortBy::Notes,
    SortBy::Disputed,
];

fn main() -> docketline_casebook::Result<()> {
    let path = std::env::args()
        .skip(1)
        .find(|argument| argument != "--bench");
    let Some(path) = path else {
        println!("Give the path of a casebook.");
        return Ok(());
    };
    let casebook = Casebook::open_read_only(Path::new(&path), Arc::new(SystemClock))?;
    let filter = Filter::default();
    let total = casebook.events(&filter, SortBy::Date, false, 0, 1)?.total;
    println!("{total} events; milliseconds");
    println!(
        "{:<12} {:>9} {:>9} {:>9}",
        "column", "order", "last 100", "position"
    );
    for sort in COLUMNS {
        let listing = Listing {
            filter: filter.clone(),
            sort,
            descending: true,
        };
        let order = time(|| casebook.event_position(&listing, 0).map(drop))?;
        let page = time(|| {
            casebook
                .events(&filter, sort, true, total - 100, 100)
                .map(drop)
        })?;
        let rows = casebook.events(&filter, sort, true, total - 1, 1)?.rows;
        let key = rows.first().map_or(0, |row| row.key);
        let position = time(|| casebook.event_position(&listing, key).map(drop))?;
        println!(
            "{:<12} {order:>9.1} {page:>9.1} {position:>9.1}",
            format!("{sort:?}")
        );
    }
    Ok(())
}

fn time(
    work: impl FnOnce() -> docketline_casebook::Result<()>,
) -> docketline_casebook::Result<f64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64() * 1_000.0)
}

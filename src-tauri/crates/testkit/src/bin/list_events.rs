//! The events of a made-up docket as other timelines take them, as JSON: what the
//! benchmark gives to those that it measures beside Docketline.
//! `cargo run --release -p docketline-testkit --bin list_events -- N`
#![allow(
    clippy::print_stdout,
    reason = "a command line tool speaks on its terminal"
)]

use anyhow::{Context, Result};
use docketline_domain::Id;
use docketline_testkit::docket::{Docket, Recipe};
use serde_json::{Value, json};
use std::collections::HashMap;

fn main() -> Result<()> {
    let events = std::env::args()
        .nth(1)
        .context("how many events")?
        .parse()?;
    let docket = Docket::new(Recipe::of(events));
    let lanes: HashMap<Id, String> = docket
        .frame()
        .lanes
        .into_iter()
        .map(|lane| (lane.id, lane.name))
        .collect();
    // Days are numbers since 1970-01-01. What is open or unknown has no place elsewhere,
    // so it begins or ends where the other end is.
    let listed: Vec<Value> = docket
        .events()
        .enumerate()
        .filter_map(|(number, event)| {
            let bounds = event.date.bounds();
            let (first, last) = (bounds.earliest, bounds.latest);
            let (first, last) = (first.or(last)?, last.or(first)?);
            Some(json!({
                "id": number,
                "lane": lanes.get(&event.lane),
                "title": event.title,
                "first": first.0,
                "last": last.0,
            }))
        })
        .collect();
    println!("{}", Value::Array(listed));
    Ok(())
}

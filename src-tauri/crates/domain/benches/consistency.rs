//! How long the consistency check of a large casebook takes: 100,000 events and as many
//! relations, with titles of several kinds.
//!
//! `cargo bench -p docketline-domain --bench consistency`

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use docketline_domain::consistency::findings;
use docketline_domain::{Day, Document};
use serde_json::json;
use std::time::Instant;

const EVENTS: u64 = 100_000;
const KINDS: &[&str] = &["order", "motion", "filing", "ruling", "letter", "other"];
const RELATIONS: &[&str] = &[
    "responds-to",
    "follows",
    "vacates",
    "affirms",
    "stays",
    "appeals-from",
];
const WORDS: &[&str] = &[
    "order",
    "motion",
    "granting",
    "extension",
    "brief",
    "amicus",
    "stay",
    "discovery",
    "leave",
    "file",
    "reply",
    "memorandum",
    "support",
    "dismiss",
    "summary",
    "judgment",
    "notice",
    "hearing",
];

/// A small generator, so that every run measures the same casebook.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
}

/// Every event on one of `days` days; `vague` of a hundred dates are months.
fn casebook(days: u64, vague: u64, title: impl Fn(&mut Numbers, u64) -> String) -> Document {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let events = (0..EVENTS).map(|n| {
        let day = Day(numbers.below(days) as i64).to_string();
        let date = if numbers.below(100) < vague {
            &day[..7]
        } else {
            &day
        };
        let event = json!({"id": format!("e{n}"), "date": date, "kind": numbers.of(KINDS),
            "title": title(&mut numbers, n), "lane": "case",
            "sources": [{"source": "s", "supports": ""}]});
        serde_json::from_value(event).expect("an event")
    });
    let mut document = Document {
        events: events.collect(),
        ..Document::default()
    };
    for n in 0..EVENTS {
        let (from, to) = (numbers.below(EVENTS), numbers.below(EVENTS));
        let relation = json!({"id": format!("r{n}"), "from": format!("e{}", from.max(to)),
            "type": numbers.of(RELATIONS), "to": format!("e{}", from.min(to))});
        document
            .relations
            .push(serde_json::from_value(relation).expect("a relation"));
    }
    document
}

fn main() {
    let words = |numbers: &mut Numbers, count: u64| {
        (0..count)
            .map(|_| numbers.of(WORDS))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let cases = [
        (
            "words and a party of its own, days",
            casebook(7_300, 0, |numbers, n| {
                format!(
                    "{} {} party{}",
                    words(numbers, 3),
                    words(numbers, 2),
                    n % 20_000
                )
            }),
        ),
        (
            "the same eighteen words, days",
            casebook(7_300, 0, |numbers, _| words(numbers, 5)),
        ),
        (
            "the same eighteen words, one in three a month",
            casebook(7_300, 33, |numbers, _| words(numbers, 5)),
        ),
        (
            "one title, days",
            casebook(7_300, 0, |_, _| "Order".to_owned()),
        ),
        (
            "one title, one day",
            casebook(1, 0, |_, _| "Order".to_owned()),
        ),
    ];
    println!(
        "{:<50} {:>10} {:>10}",
        "100,000 events, 100,000 relations", "findings", "best ms"
    );
    for (name, document) in &cases {
        let runs = (0..3).map(|_| {
            let start = Instant::now();
            let count = std::hint::black_box(findings(document)).len();
            (start.elapsed(), count)
        });
        let (best, count) = runs.min().expect("three runs");
        println!("{name:<50} {count:>10} {:>10.0}", best.as_secs_f64() * 1e3);
    }
}

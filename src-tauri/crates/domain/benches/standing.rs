//! How long it takes to say what stood on one day for a large casebook: 10,000
//! instruments and 50,000 acts, with dates of several kinds.
//!
//! `cargo bench -p docketline-domain --bench standing`

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use docketline_domain::standing::{Act, Case, CaseEvent, EventIx};
use docketline_domain::vocabulary::{EventKind, RelationType};
use docketline_domain::{Bounds, Day};
use std::time::{Duration, Instant};

const INSTRUMENTS: u64 = 10_000;
const ACTS: usize = 50_000;
/// Twenty years of days.
const DAYS: u64 = 7_300;

/// A small generator, so that every run measures the same case.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }
}

/// `uncertain` of a hundred dates are known only to within `width` more days.
fn docket(
    uncertain: u64,
    width: u64,
    instruments: u64,
    acts: usize,
    numbers: &mut Numbers,
) -> Case {
    let mut case = Case::default();
    let mut days = Vec::new();
    for _ in 0..instruments {
        let day = numbers.below(DAYS);
        let more = if numbers.below(100) < uncertain {
            width
        } else {
            0
        };
        days.push(day);
        add_event(&mut case, day, more);
    }
    for number in 0..acts {
        // A later event acts on an earlier one, as in life.
        let (a, b) = (numbers.below(instruments), numbers.below(instruments));
        let (from, to) = if days[a as usize] >= days[b as usize] {
            (a, b)
        } else {
            (b, a)
        };
        let relation = RelationType::ALL[numbers.below(15) as usize];
        add_act(&mut case, number, from, relation, to);
    }
    case
}

/// Every order is a stay of the one before.
fn chain_of_stays() -> Case {
    let mut case = Case::default();
    for n in 0..INSTRUMENTS {
        add_event(&mut case, n, if n % 10 == 0 { 5 } else { 0 });
    }
    for n in 1..INSTRUMENTS {
        add_act(&mut case, n as usize, n, RelationType::Stays, n - 1);
    }
    case
}

/// One ruling on which everything acts, and which acted on everything.
fn hub() -> Case {
    let mut case = Case::default();
    for n in 0..INSTRUMENTS {
        add_event(&mut case, n, n % 3);
    }
    for number in 0..ACTS {
        let other = 1 + number as u64 % (INSTRUMENTS - 1);
        let relation = RelationType::ALL[number * 7 % 15];
        let (from, to) = if number % 2 == 0 {
            (other, 0)
        } else {
            (0, other)
        };
        add_act(&mut case, number, from, relation, to);
    }
    case
}

fn add_event(case: &mut Case, day: u64, more: u64) {
    case.add_event(CaseEvent {
        date: Bounds {
            earliest: Some(Day(day as i64)),
            latest: Some(Day((day + more) as i64)),
        },
        public_from: None,
        kind: EventKind::Ruling,
        sequence: None,
    });
}

fn add_act(case: &mut Case, number: usize, from: u64, relation: RelationType, to: u64) {
    case.add_act(Act {
        from: EventIx(from as u32),
        relation,
        to: EventIx(to as u32),
        effective: None,
        part: None,
        number,
        rank: number as u32,
    });
}

/// The best and the middle of eleven runs.
fn measure(mut run: impl FnMut() -> usize) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..11)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    (times[0], times[times.len() / 2])
}

fn main() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let cases = [
        (
            "every day certain",
            docket(0, 0, INSTRUMENTS, ACTS, &mut numbers),
        ),
        (
            "one date in ten to the month",
            docket(10, 30, INSTRUMENTS, ACTS, &mut numbers),
        ),
        (
            "every date to the month",
            docket(100, 30, INSTRUMENTS, ACTS, &mut numbers),
        ),
        (
            "every date to the year",
            docket(100, 364, INSTRUMENTS, ACTS, &mut numbers),
        ),
        ("a chain of 10,000 stays", chain_of_stays()),
        ("one hub", hub()),
    ];
    println!(
        "{:<40} {:>10} {:>10}",
        "all instruments on one day", "best ms", "median ms"
    );
    let report = |what: &str, (best, median): (Duration, Duration)| {
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!("{what:<40} {:>10.2} {:>10.2}", ms(best), ms(median));
    };
    let procedure = docket(30, 30, 300, 2_000, &mut numbers).prepare();
    report(
        "whole lives of 300 rulings, 2,000 acts",
        measure(|| {
            let lives = procedure
                .instruments()
                .map(|event| procedure.spans(event, None));
            lives.map(|spans| spans.len()).sum()
        }),
    );
    for (name, case) in &cases {
        report(
            &format!("{name}: sorting"),
            measure(|| case.prepare().instruments().count()),
        );
        let prepared = case.prepare();
        for (clock, day, known_on) in [
            ("last day", DAYS + 60, None),
            ("middle day", DAYS / 2, None),
            ("known in the middle", DAYS + 60, Some(Day(DAYS as i64 / 2))),
        ] {
            let day = Day(day as i64);
            report(
                &format!("{name}: {clock}"),
                measure(|| prepared.on(day, known_on).len()),
            );
        }
    }
}

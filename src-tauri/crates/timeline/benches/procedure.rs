//! How long it takes to lay out a docket with 300 rulings and 2,000 acts, whole and ever
//! closer, with an event selected and without.
//!
//! `cargo bench -p docketline-timeline --bench procedure`
//!
//! On two cores that others kept busy (a load of 18; an idle machine does better), 300
//! rulings and 2,000 acts took 69 ms whole, 108 ms four times closer and 339 ms thirty
//! times closer; 3,000 rulings and 20,000 acts took 184 ms whole. Nothing is laid out
//! while the reader pans or drags the day: in headless Chromium that costs 5 to 6 ms of the
//! main thread a frame for such a docket, and 95 of 100 frames came after 16.8 ms or less.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use docketline_domain::vocabulary::{RelationType, Shape};
use docketline_domain::{Bounds, Day};
use docketline_timeline::Inter;
use docketline_timeline::procedure::{
    Docket, ProcedureAct, ProcedureEvent, ProcedureView, lay_out,
};
use std::time::{Duration, Instant};

const RUNS: usize = 15;
/// Fifteen years of days.
const DAYS: u64 = 5_500;
const COURTS: u64 = 8;
const PROCEEDINGS: u64 = 24;

/// A small generator, so that every run measures the same docket.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }
}

/// Rulings of eight courts; later ones act on earlier ones, as in life.
fn docket(rulings: u64, acts: usize) -> Docket {
    let mut numbers = Numbers(88_172_645_463_325_252);
    let mut days: Vec<u64> = (0..rulings).map(|_| numbers.below(DAYS)).collect();
    days.sort_unstable();
    let events: Vec<ProcedureEvent> = days
        .into_iter()
        .enumerate()
        .map(|(number, first)| {
            let proceeding = numbers.below(PROCEEDINGS);
            let length = if numbers.below(10) == 0 { 30 } else { 0 };
            ProcedureEvent {
                key: number as i64,
                court: Some((proceeding % COURTS) as u16),
                proceeding: Some(proceeding as u16),
                bounds: Bounds {
                    earliest: Some(Day(14_000 + first as i64)),
                    latest: Some(Day(14_000 + (first + length) as i64)),
                },
                shape: Shape::Diamond,
                label: format!("Order {number} on the motion to compel"),
                date: "14 September 2014".to_owned(),
                significance: (numbers.below(8) + 2) as u8,
            }
        })
        .collect();
    let acts = (0..acts)
        .map(|_| {
            let (a, b) = (numbers.below(rulings), numbers.below(rulings));
            ProcedureAct {
                from: a.max(b) as u32,
                to: a.min(b) as u32,
                relation: RelationType::ALL[numbers.below(15) as usize],
            }
        })
        .collect();
    let name = |what: &str, n: u64| format!("{what} {n}");
    Docket {
        courts: (0..COURTS).map(|n| name("Court", n)).collect(),
        proceedings: (0..PROCEEDINGS).map(|n| name("Docket", n)).collect(),
        events,
        acts,
    }
}

fn main() {
    for (rulings, acts) in [(30, 60), (300, 2_000), (3_000, 20_000)] {
        let docket = docket(rulings, acts);
        for (what, closer, selected) in [
            ("whole", None, None),
            ("whole, one selected", None, Some(rulings as i64 / 2)),
            ("four times closer", Some(4.0), None),
            ("thirty times closer", Some(30.0), None),
        ] {
            let whole = lay_out(
                &docket,
                ProcedureView {
                    days_per_px: None,
                    width: 1_100.0,
                    selected: None,
                },
                &Inter,
            );
            let view = ProcedureView {
                days_per_px: closer.map(|by| whole.days_per_px / by),
                width: 1_100.0,
                selected,
            };
            let mut times: Vec<Duration> = (0..RUNS)
                .map(|_| {
                    let start = Instant::now();
                    std::hint::black_box(lay_out(&docket, view, &Inter));
                    start.elapsed()
                })
                .collect();
            times.sort_unstable();
            let scene = lay_out(&docket, view, &Inter);
            println!(
                "{rulings} rulings, {acts} acts, {what}: {:.1} ms, {} arrows, {} words, height {:.0}",
                times[RUNS / 2].as_secs_f64() * 1_000.0,
                scene.arrows.len(),
                scene.arrows.iter().filter(|a| a.label_width > 0.0).count(),
                scene.height,
            );
        }
    }
}

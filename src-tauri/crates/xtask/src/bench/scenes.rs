//! Scenes and memory, in Rust: any viewport of a small casebook and of the largest.

use super::casebooks::{Casebooks, grouped};
use super::program::Told;
use super::report::{Figure, Measured, Unit};
use crate::task::built;
use anyhow::Result;
use std::process::Command;

/// Milliseconds of processor for any viewport, at 99 %.
const SCENE_GOAL: f64 = 5.0;
/// From the small casebook to the largest.
const GROWTH_GOAL: f64 = 1.5;
/// Megabytes over an empty casebook.
const MEMORY_GOAL: f64 = 400.0;
const SMALL: u32 = 10_000;

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Figure>> {
    let largest = casebooks.largest();
    let small = SMALL.min(largest);
    let at_small = told(casebooks, small)?;
    let at_largest = told(casebooks, largest)?;
    let (p50, p99) = ("scenes, p50", "scenes, p99");
    let each = "scenes, each thing drawn";
    let scene = |told: &Told, quantile: &str, events: u32| -> Result<Figure> {
        let name = quantile.trim_start_matches("scenes, ");
        let what = format!("Any viewport of {} events, {name}", grouped(events));
        Ok(Figure::ms(what, told.get(quantile)?))
    };
    let growth =
        |quantile: &str| -> Result<f64> { Ok(at_largest.get(quantile)? / at_small.get(quantile)?) };
    let sizes = format!("from {} to {}", grouped(small), grouped(largest));
    let memory = Measured::Is(at_largest.get("memory over an empty casebook")?);
    Ok(vec![
        scene(&at_small, p50, small)?,
        scene(&at_small, p99, small)?,
        scene(&at_largest, p50, largest)?,
        scene(&at_largest, p99, largest)?.at_most(SCENE_GOAL),
        Figure::times(format!("Growth of p50 {sizes}"), growth(p50)?).at_most(GROWTH_GOAL),
        Figure::times(format!("Growth of p99 {sizes}"), growth(p99)?).at_most(GROWTH_GOAL),
        Figure::times(
            format!("Growth for each thing drawn {sizes}"),
            growth(each)?,
        )
        .note("a mark, a count or a label, in the dearest twentieth of the scenes"),
        Figure::new("Memory over an empty casebook", memory, Unit::Megabytes)
            .at_most(MEMORY_GOAL)
            .note(format!("{} events", grouped(largest))),
    ])
}

fn told(casebooks: &Casebooks, events: u32) -> Result<Told> {
    let mut measure = Command::new(built("release", "measure"));
    measure.arg("--json").arg(casebooks.of(events)?);
    Told::by(measure)
}

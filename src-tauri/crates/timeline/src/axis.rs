//! The ticks of the axis, from billions of years to minutes.

use crate::measure::{MeasureText, Weight};
use crate::scene::{LABEL_SIZE, MAJOR_TICK_SIZE, MINOR_TICK_SIZE, TICK_GAP, Tick};
use crate::units::Unit;
use docketline_domain::Day;

/// Between the text of a tick and the line of the next, in CSS pixels.
const MINOR_SPACE: f64 = 8.0;
const MAJOR_SPACE: f64 = 12.0;

/// Ticks of the finest unit whose texts keep apart, between two days.
///
/// Which unit that is depends on the scale, and for years on how they are written (before
/// year 1, 1000, 10,000 …); so it does not change while panning within such an age.
pub(crate) fn ticks(from: f64, to: f64, days_per_px: f64, measure: &dyn MeasureText) -> Vec<Tick> {
    ticks_apart(from, to, days_per_px, measure, 0.0)
}

/// As [`ticks`], with minor ticks at least `apart` CSS pixels from each other.
pub(crate) fn ticks_apart(
    from: f64,
    to: f64,
    days_per_px: f64,
    measure: &dyn MeasureText,
    apart: f64,
) -> Vec<Tick> {
    let room = |text: &str, weight: Weight, size: f32, space: f64| {
        f64::from(measure.width(text, weight) * size / LABEL_SIZE + TICK_GAP) + space
    };
    let fits = |unit: &Unit| {
        let minor = unit
            .widest_minor(from, to)
            .iter()
            .map(|text| room(text, Weight::Regular, MINOR_TICK_SIZE, MINOR_SPACE))
            .fold(apart, f64::max);
        let major = unit
            .widest_major(from, to)
            .iter()
            .map(|text| room(text, Weight::SemiBold, MAJOR_TICK_SIZE, MAJOR_SPACE))
            .fold(apart, f64::max);
        unit.shortest_minor_days() / days_per_px >= minor
            && unit.shortest_major_days() / days_per_px >= major
    };
    let Some(unit) = Unit::from_fine_to_coarse().find(fits) else {
        return Vec::new();
    };
    let Some(start) = unit.major_at_or_before(from) else {
        return Vec::new();
    };
    let mut ticks = Vec::new();
    unit.each_tick(
        start,
        to,
        &mut |day: Day, minute: u16, text: String, major: bool| {
            let at = day.0 as f64 + f64::from(minute) / 1_440.0;
            // Left of the window only the major tick that names what the window is in.
            if at <= to && (major || at >= from) {
                ticks.push(Tick {
                    x: (at - from) / days_per_px,
                    text,
                    major,
                });
            }
        },
    );
    ticks
}

//! The density of the whole casebook.

use crate::axis::ticks_apart;
use crate::columns::Columns;
use crate::measure::Inter;
use crate::scene::{OVERVIEW_SLICE, Overview};
use docketline_domain::Day;

/// Between the ticks of the strip, which has one line for them.
const TICKS_APART: f64 = 60.0;
const FEWEST_SLICES: f64 = 3.0;
const WIDEST: f64 = 16_384.0;

/// Counts events over `extent` (the first and last day that any of them allows), in
/// slices for a strip `width` CSS pixels wide.
///
/// An event is counted where it begins, or where it ends when its beginning is open; one
/// without any bound is not counted, because it is everywhere.
pub fn overview(events: &Columns, extent: Option<(Day, Day)>, width: f64) -> Overview {
    let Some((first, last)) = extent else {
        return Overview::default();
    };
    let width = if width.is_nan() {
        0.0
    } else {
        width.min(WIDEST)
    };
    let slices = (width / f64::from(OVERVIEW_SLICE))
        .max(FEWEST_SLICES)
        .floor();
    let days = ((last.0 as f64) + 1.0 - first.0 as f64).max(1.0);
    // A slice of air on either side, so that nothing stands on the edge.
    let slice = days / (slices - 2.0);
    let from = first.0 as f64 - slice;
    let to = from + slice * slices;

    let mut counts = vec![0_u32; slices as usize];
    for (first, last) in events.all_days() {
        let day = if first.is_finite() { first } else { last };
        if day.is_finite() {
            let at = ((day - from) / slice).clamp(0.0, slices - 1.0);
            counts[at as usize] += 1;
        }
    }
    let days_per_px = (to - from) / width.max(1.0);
    let mut ticks = ticks_apart(from, to, days_per_px, &Inter, TICKS_APART);
    ticks.retain(|tick| tick.x >= 0.0);
    Overview {
        from,
        to,
        counts,
        ticks,
    }
}

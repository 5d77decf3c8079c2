//! The density of the whole casebook.

use crate::input::TimelineEvent;
use crate::scene::Overview;
use docketline_domain::Day;

/// Counts events over `extent` (the first and last day that any of them allows), in
/// slices for a strip `width` CSS pixels wide.
pub fn overview(_events: &[TimelineEvent], extent: Option<(Day, Day)>, _width: f64) -> Overview {
    Overview {
        from: extent.map_or(0.0, |(first, _)| first.0 as f64),
        to: extent.map_or(1.0, |(_, last)| last.0 as f64 + 1.0),
        ..Overview::default()
    }
}

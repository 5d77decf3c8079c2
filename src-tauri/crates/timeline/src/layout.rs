//! The layout: which mark stands where.

use crate::input::{ArrowInput, LaneInput, TimelineEvent};
use crate::measure::MeasureText;
use crate::scene::{LANE_PADDING, ROW_HEIGHT, Scene, SceneLane, Viewport};

/// Lays `events` out in `lanes` as seen through `viewport`.
pub fn layout(
    _events: &[TimelineEvent],
    lanes: &[LaneInput],
    viewport: Viewport,
    _selected: Option<(i64, &[ArrowInput])>,
    _measure: &dyn MeasureText,
) -> Scene {
    let height = f64::from(2.0 * ROW_HEIGHT + 2.0 * LANE_PADDING);
    Scene {
        origin: viewport.from,
        days_per_px: viewport.days_per_px,
        from: viewport.from,
        to: viewport.from + viewport.width * viewport.days_per_px,
        height: height * lanes.len() as f64,
        lanes: lanes
            .iter()
            .enumerate()
            .map(|(index, lane)| SceneLane {
                id: lane.id.clone(),
                name: lane.name.clone(),
                colour: lane.colour,
                events: lane.events,
                y: height * index as f64,
                height,
            })
            .collect(),
        ..Scene::default()
    }
}

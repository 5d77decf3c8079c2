//! Random events and viewports, and the boxes that a scene takes.

use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::Shape;
use docketline_timeline::scene::Nesting;
use docketline_timeline::scene::{LABEL_HALF_HEIGHT, MARK_REACH, MARK_SIZE, flag};
use docketline_timeline::{
    Columns, Inter, LaneInput, Overview, Scene, TimelineEvent, Viewport, layout, overview,
};
use proptest::prelude::*;

pub const LANES: u16 = 3;

pub fn lanes() -> Vec<LaneInput> {
    (0..LANES)
        .map(|lane| LaneInput {
            id: format!("lane-{lane}"),
            name: format!("Lane {lane}"),
            colour: lane as u8,
            events: 0,
            rows: None,
            nesting: Nesting::Alone,
        })
        .collect()
}

/// Days of some decades, thick in places, so that marks collide.
pub fn day() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..400, 300_i64..330, -20_000_i64..20_000]
}

pub fn bounds() -> impl Strategy<Value = Bounds> {
    let length = prop_oneof![6 => Just(0_i64), 2 => 1_i64..40, 1 => 300_i64..4_000];
    (day(), length, 0..20_u8).prop_map(|(first, length, open)| Bounds {
        earliest: (open != 0 && open != 2).then_some(Day(first)),
        latest: (open != 1 && open != 2).then_some(Day(first + length)),
    })
}

pub fn event() -> impl Strategy<Value = TimelineEvent> {
    (
        0..LANES,
        bounds(),
        any::<(bool, bool, bool)>(),
        prop::sample::select(vec![
            "",
            "DRIPA",
            "Stay lifted",
            "Second Circuit reverses",
            "Civil contempt, no sanctions",
        ]),
        0_u8..10,
        prop_oneof![
            8 => Just(0),
            1 => Just(flag::FOUND),
            1 => Just(flag::DISPUTED),
            1 => Just(flag::NOTED)
        ],
        0..5_usize,
    )
        .prop_map(
            |(lane, bounds, doubts, label, significance, flags, shape)| {
                let (is_span, uncertain, approximate) = doubts;
                TimelineEvent {
                    key: 0,
                    lane,
                    shape: [
                        Shape::Diamond,
                        Shape::Square,
                        Shape::HollowSquare,
                        Shape::Triangle,
                        Shape::Circle,
                    ][shape],
                    bounds,
                    minute: None,
                    is_span,
                    uncertain,
                    approximate,
                    label: label.to_owned(),
                    significance,
                    flags,
                }
            },
        )
}

pub fn events(most: usize) -> impl Strategy<Value = Vec<TimelineEvent>> {
    prop::collection::vec(event(), 0..most).prop_map(|mut events| {
        for (index, event) in events.iter_mut().enumerate() {
            event.key = index as i64 + 1;
        }
        events
    })
}

pub fn viewport() -> impl Strategy<Value = Viewport> {
    (-3_000.0_f64..3_000.0, -3.0_f64..8.0, 1.0_f64..1_500.0).prop_map(|(from, scale, width)| {
        Viewport {
            from,
            days_per_px: scale.exp2(),
            width,
        }
    })
}

pub fn scene(events: &[TimelineEvent], viewport: Viewport) -> Scene {
    layout(events, &lanes(), viewport, None, &Inter)
}

/// Left, right, top, bottom.
pub type Box4 = (f32, f32, f32, f32);

pub fn label_boxes(scene: &Scene) -> Vec<Box4> {
    let labels = &scene.labels;
    (0..labels.text.len())
        .map(|at| {
            let y = scene.marks.y[labels.mark[at] as usize];
            (
                labels.x[at],
                labels.x[at] + labels.width[at],
                y - LABEL_HALF_HEIGHT,
                y + LABEL_HALF_HEIGHT,
            )
        })
        .collect()
}

pub fn mark_boxes(scene: &Scene) -> Vec<Box4> {
    let marks = &scene.marks;
    let half = MARK_SIZE / 2.0;
    (0..marks.key.len())
        .map(|at| {
            (
                marks.x0[at] - half,
                marks.x1[at] + half,
                marks.y[at] - half,
                marks.y[at] + half,
            )
        })
        .collect()
}

pub fn band_boxes(scene: &Scene) -> Vec<Box4> {
    let bands = &scene.bands;
    (0..bands.count.len())
        .map(|at| {
            (
                bands.x0[at],
                bands.x1[at],
                bands.y[at] - 7.0,
                bands.y[at] + 7.0,
            )
        })
        .collect()
}

/// What a label must keep clear of: every mark and count, but not the bar that it stands in.
/// That one it must not leave.
pub fn others_boxes(scene: &Scene, label: usize) -> impl Iterator<Item = Box4> + '_ {
    let own = scene.labels.mark[label] as usize;
    let is_inside = scene.marks.flags[own] & flag::INSIDE != 0;
    if is_inside {
        let (left, right, ..) = label_boxes(scene)[label];
        // An end further out than any picture is drawn nearer than it is.
        let is_far = scene.marks.x0[own] < -100_000.0 || scene.marks.x1[own] > 100_000.0;
        let reach = MARK_REACH;
        assert!(is_far || left > scene.marks.x0[own] + reach && right < scene.marks.x1[own]);
    }
    let marks = mark_boxes(scene).into_iter().enumerate();
    marks
        .filter(move |(at, _)| !is_inside || *at != own)
        .map(|(_, mark)| mark)
        .chain(band_boxes(scene))
}

pub fn overlap(a: Box4, b: Box4) -> bool {
    a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3
}

/// Whether the mark of an event reaches into the window by a pixel or more.
pub fn is_in_window(event: &TimelineEvent, scene: &Scene) -> bool {
    let reach = f64::from(MARK_REACH - 1.0) * scene.days_per_px;
    let first = event
        .bounds
        .earliest
        .map_or(f64::NEG_INFINITY, |day| day.0 as f64);
    let last = event
        .bounds
        .latest
        .map_or(f64::INFINITY, |day| day.0 as f64 + 1.0);
    let (first, last) = if last - first > 1.0 || event.is_span {
        (first, last)
    } else {
        (first + 0.5, first + 0.5)
    };
    first - reach < scene.to && last + reach > scene.from
}

/// Pixels from day 0, in which a scene is the same wherever its window begins.
pub fn absolute(scene: &Scene, x: f32) -> f64 {
    (scene.origin / scene.days_per_px).round() + f64::from(x)
}

pub fn overview_of(events: &[TimelineEvent], extent: Option<(Day, Day)>, width: f64) -> Overview {
    let events = Columns::of(events.iter().map(TimelineEvent::row));
    overview(&events, extent, width)
}

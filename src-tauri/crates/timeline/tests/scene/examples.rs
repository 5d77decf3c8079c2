//! Scenes of which every figure is known.

use crate::support::*;
use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::Shape;
use docketline_timeline::scene::flag;
use docketline_timeline::{Inter, Scene, TimelineEvent, Viewport, layout};

fn one(earliest: i64, latest: i64, is_span: bool) -> TimelineEvent {
    TimelineEvent {
        key: 1,
        lane: 0,
        shape: Shape::Diamond,
        bounds: Bounds {
            earliest: Some(Day(earliest)),
            latest: Some(Day(latest)),
        },
        minute: None,
        is_span,
        uncertain: false,
        approximate: false,
        label: "Stay lifted".to_owned(),
        significance: 8,
        flags: 0,
    }
}

#[test]
fn a_day_is_its_middle_and_a_year_is_as_wide_as_a_year() {
    let viewport = Viewport {
        from: 0.0,
        days_per_px: 0.5,
        width: 900.0,
    };
    let at = |scene: &Scene| {
        let x = |x: f32| scene.from + f64::from(x) * scene.days_per_px;
        (x(scene.marks.x0[0]), x(scene.marks.x1[0]))
    };
    let exact = scene(&[one(100, 100, false)], viewport);
    assert_eq!(at(&exact), (100.5, 100.5));
    let year = scene(&[one(0, 364, false)], viewport);
    assert_eq!(at(&year), (0.0, 365.0));
    let day_long = scene(&[one(100, 100, true)], viewport);
    assert_eq!(at(&day_long), (100.0, 101.0));
    assert_eq!(day_long.marks.flags[0], flag::SPAN);
}

#[test]
fn a_time_of_day_has_its_place_and_a_day_without_one_fades_where_hours_can_be_told() {
    let at = |minute: Option<u16>, days_per_px: f64| {
        let viewport = Viewport {
            from: 100.0,
            days_per_px,
            width: 900.0,
        };
        let event = TimelineEvent {
            minute,
            ..one(100, 100, false)
        };
        let scene = scene(&[event], viewport);
        let day = scene.from + f64::from(scene.marks.x0[0]) * scene.days_per_px;
        assert_eq!(scene.marks.x0, scene.marks.x1);
        (day, scene.marks.flags[0])
    };
    let (wide, narrow) = (1.0 / 1_024.0, 0.5);
    for (minute, scale, day, flags) in [
        (None, wide, 100.5, flag::WITHIN_DAY),
        (None, narrow, 100.5, 0),
        (Some(0), wide, 100.0, 0),
        (Some(540), wide, 100.375, 0),
        (Some(720), wide, 100.5, 0),
        (Some(1_080), narrow, 100.75, 0),
    ] {
        assert_eq!(at(minute, scale), (day, flags), "{minute:?} at {scale}");
    }
}

#[test]
fn open_ends_reach_to_the_edge_of_the_window() {
    let viewport = Viewport {
        from: 0.0,
        days_per_px: 1.0,
        width: 900.0,
    };
    let width = 5.0 * 512.0;
    for (bounds, x, flags) in [
        ((None, Some(Day(9))), (0.0, 522.0), flag::OPEN_START),
        (
            (Some(Day(9)), None),
            (521.0, width),
            flag::OPEN_END | flag::INSIDE,
        ),
        (
            (None, None),
            (0.0, width),
            flag::OPEN_START | flag::OPEN_END,
        ),
    ] {
        let bounds = Bounds {
            earliest: bounds.0,
            latest: bounds.1,
        };
        let scene = scene(
            &[TimelineEvent {
                bounds,
                ..one(0, 0, true)
            }],
            viewport,
        );
        assert_eq!((scene.marks.x0[0], scene.marks.x1[0]), x);
        assert_eq!(scene.marks.flags[0], flags | flag::SPAN);
    }
}

#[test]
fn without_events_there_are_lanes_and_ticks_and_no_overview() {
    let viewport = Viewport {
        from: 16_000.0,
        days_per_px: 2.6,
        width: 840.0,
    };
    let empty = scene(&[], viewport);
    assert_eq!(empty.lanes.len(), usize::from(LANES));
    assert!(
        empty
            .ticks
            .iter()
            .any(|tick| tick.text == "2014" && tick.major)
    );
    assert!(
        empty
            .ticks
            .iter()
            .any(|tick| tick.text == "Apr" && !tick.major)
    );
    assert!(empty.marks.key.is_empty());
    assert!(
        layout(&[one(0, 0, false)], &[], viewport, None, &Inter)
            .marks
            .key
            .is_empty()
    );
    assert!(overview_of(&[], None, 850.0).counts.is_empty());
}

#[test]
fn the_overview_counts_every_event_that_has_a_bound_once() {
    let mut events: Vec<TimelineEvent> = (0..500).map(|n| one(n * 7, n * 7 + 3, false)).collect();
    events.push(TimelineEvent {
        bounds: Bounds {
            earliest: None,
            latest: None,
        },
        ..one(0, 0, true)
    });
    let strip = overview_of(&events, Some((Day(0), Day(3_496))), 850.0);
    assert_eq!(strip.counts.iter().sum::<u32>(), 500);
    assert_eq!(strip.counts.len(), 77);
    assert!(strip.from < 0.0 && strip.to > 3_497.0);
    for pair in strip.ticks.windows(2) {
        assert!(pair[1].x - pair[0].x >= 60.0);
    }
}

#[test]
fn ticks_read_as_people_write_dates() {
    let ticks = |from: Day, days_per_px: f64| -> Vec<(String, bool)> {
        let viewport = Viewport {
            from: from.0 as f64,
            days_per_px,
            width: 256.0,
        };
        let scene = scene(&[], viewport);
        let origin = (viewport.from - scene.origin) / days_per_px;
        let shown = scene
            .ticks
            .iter()
            .filter(|tick| (origin - 1.0..origin + 256.0).contains(&tick.x));
        shown.map(|tick| (tick.text.clone(), tick.major)).collect()
    };
    let day = |year, month, day| Day::from_civil(year, month, day).unwrap();
    for (from, days_per_px, expected) in [
        (
            day(2014, 1, 1),
            2.6,
            &[("2014", true), ("Apr", false), ("Jul", false)][..],
        ),
        (
            day(2014, 9, 1),
            0.13,
            &[("Sep 2014", true), ("8 Sep", false), ("15 Sep", false)],
        ),
        (
            day(2014, 9, 8),
            0.0008,
            &[("8 Sep 2014", true), ("01:00", false), ("02:00", false)],
        ),
        (
            day(2000, 1, 1),
            20.0,
            &[("2000", true), ("2005", false), ("2010", false)],
        ),
        (
            day(-43, 1, 1),
            700.0,
            &[("AD 1", true), ("AD 200", false), ("AD 400", false)],
        ),
        (
            day(-499_999, 1, 1),
            1e6,
            &[("500,000 BC", false), ("AD 1", true)],
        ),
        (day(-66_000_000, 1, 1), 1e8, &[("50 million BC", false)]),
    ] {
        let shown = ticks(from, days_per_px);
        for (text, major) in expected {
            let found = shown
                .iter()
                .any(|tick| (tick.0.as_str(), tick.1) == (*text, *major));
            assert!(
                found,
                "{text} at {days_per_px} days a pixel among {shown:?}"
            );
        }
    }
}

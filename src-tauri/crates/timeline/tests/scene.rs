//! What every scene keeps, for random events and viewports.

use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::{RelationType, Shape};
use docketline_timeline::scene::{
    LABEL_HALF_HEIGHT, LABEL_SIZE, MAJOR_TICK_SIZE, MARK_REACH, MARK_SIZE, MINOR_TICK_SIZE,
    TICK_GAP, flag,
};
use docketline_timeline::{
    ArrowInput, Inter, LaneInput, MeasureText, Scene, TimelineEvent, Viewport, Weight, layout,
    overview,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const LANES: u16 = 3;

fn lanes() -> Vec<LaneInput> {
    (0..LANES)
        .map(|lane| LaneInput {
            id: format!("lane-{lane}"),
            name: format!("Lane {lane}"),
            colour: lane as u8,
            events: 0,
        })
        .collect()
}

/// Days of some decades, thick in places, so that marks collide.
fn day() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..400, 300_i64..330, -20_000_i64..20_000]
}

fn bounds() -> impl Strategy<Value = Bounds> {
    let length = prop_oneof![6 => Just(0_i64), 2 => 1_i64..40, 1 => 300_i64..4_000];
    (day(), length, 0..20_u8).prop_map(|(first, length, open)| Bounds {
        earliest: (open != 0 && open != 2).then_some(Day(first)),
        latest: (open != 1 && open != 2).then_some(Day(first + length)),
    })
}

fn event() -> impl Strategy<Value = TimelineEvent> {
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

fn events(most: usize) -> impl Strategy<Value = Vec<TimelineEvent>> {
    prop::collection::vec(event(), 0..most).prop_map(|mut events| {
        for (index, event) in events.iter_mut().enumerate() {
            event.key = index as i64 + 1;
        }
        events
    })
}

fn viewport() -> impl Strategy<Value = Viewport> {
    (-3_000.0_f64..3_000.0, -3.0_f64..8.0, 1.0_f64..1_500.0).prop_map(|(from, scale, width)| {
        Viewport {
            from,
            days_per_px: scale.exp2(),
            width,
        }
    })
}

fn scene(events: &[TimelineEvent], viewport: Viewport) -> Scene {
    layout(events, &lanes(), viewport, None, &Inter)
}

/// Left, right, top, bottom.
type Box4 = (f32, f32, f32, f32);

fn label_boxes(scene: &Scene) -> Vec<Box4> {
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

fn mark_boxes(scene: &Scene) -> Vec<Box4> {
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

fn band_boxes(scene: &Scene) -> Vec<Box4> {
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

fn overlap(a: Box4, b: Box4) -> bool {
    a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3
}

/// Whether the mark of an event reaches into the window by a pixel or more.
fn is_in_window(event: &TimelineEvent, scene: &Scene) -> bool {
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
fn absolute(scene: &Scene, x: f32) -> f64 {
    (scene.origin / scene.days_per_px).round() + f64::from(x)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn labels_overlap_neither_each_other_nor_a_mark_nor_a_count(
        events in events(120), viewport in viewport()
    ) {
        let scene = scene(&events, viewport);
        let labels = label_boxes(&scene);
        for (at, label) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                prop_assert!(!overlap(*label, *other), "{:?} {:?}", label, other);
            }
            for mark in mark_boxes(&scene).into_iter().chain(band_boxes(&scene)) {
                prop_assert!(!overlap(*label, mark), "{:?} on {mark:?}", scene.labels.text[at]);
            }
        }
    }

    #[test]
    fn every_event_in_the_window_is_drawn_or_counted_once(
        events in events(150), viewport in viewport()
    ) {
        let scene = scene(&events, viewport);
        let drawn: BTreeSet<i64> = scene.marks.key.iter().map(|key| *key as i64).collect();
        prop_assert_eq!(drawn.len(), scene.marks.key.len(), "drawn twice");
        for lane in 0..LANES {
            let counted: u32 = (0..scene.bands.count.len())
                .filter(|at| scene.bands.lane[*at] == lane)
                .map(|at| scene.bands.count[at])
                .sum();
            let not_drawn = events.iter().filter(|event| {
                event.lane == lane && is_in_window(event, &scene) && !drawn.contains(&event.key)
            });
            // A count at the edge also counts what lies just outside.
            let not_drawn = not_drawn.count() as u32;
            prop_assert!(counted >= not_drawn, "{counted} counted of {not_drawn}");
        }
    }

    #[test]
    fn in_a_window_that_holds_everything_drawn_and_counted_are_all(events in events(150)) {
        let viewport = Viewport { from: -30_000.0, days_per_px: 60.0, width: 1_000.0 };
        let scene = scene(&events, viewport);
        let counted: u32 = scene.bands.count.iter().sum();
        prop_assert_eq!(scene.marks.key.len() + counted as usize, events.len());
    }

    #[test]
    fn flagged_and_selected_events_are_drawn_by_themselves(
        events in events(150), viewport in viewport(), pick in 0_usize..150
    ) {
        let selected = (!events.is_empty()).then(|| events[pick % events.len()].key);
        let arrows: &[ArrowInput] = &[];
        let scene = layout(&events, &lanes(), viewport, selected.map(|key| (key, arrows)), &Inter);
        for event in &events {
            let alone = event.flags != 0 || Some(event.key) == selected;
            if alone && is_in_window(event, &scene) {
                prop_assert!(scene.marks.key.contains(&(event.key as f64)), "{event:?}");
            }
        }
    }

    #[test]
    fn panning_moves_every_mark_and_label_by_exactly_as_much(
        events in events(120), viewport in viewport(), pixels in -4_000_i32..4_000
    ) {
        let moved = Viewport {
            from: viewport.from + f64::from(pixels) * viewport.days_per_px,
            ..viewport
        };
        let (one, other) = (scene(&events, viewport), scene(&events, moved));
        prop_assert_eq!(&one.lanes, &other.lanes);
        type Place = (f64, f64, f32, Option<(f64, String)>);
        let places = |scene: &Scene| -> BTreeMap<i64, Place> {
            (0..scene.marks.key.len())
                .map(|at| {
                    let label = scene.labels.mark.iter().position(|mark| *mark as usize == at);
                    let label = label.map(|label| {
                        (absolute(scene, scene.labels.x[label]), scene.labels.text[label].clone())
                    });
                    (
                        scene.marks.key[at] as i64,
                        (
                            absolute(scene, scene.marks.x0[at]),
                            absolute(scene, scene.marks.x1[at]),
                            scene.marks.y[at],
                            label,
                        ),
                    )
                })
                .collect()
        };
        let (one_places, other_places) = (places(&one), places(&other));
        for event in &events {
            // Open ends reach to the edge of each window.
            let open = event.bounds.earliest.is_none() || event.bounds.latest.is_none();
            let both = one_places.get(&event.key).zip(other_places.get(&event.key));
            if let Some((before, after)) = both.filter(|_| !open) {
                prop_assert_eq!((before.0, before.1, before.2), (after.0, after.1, after.2));
                match (&before.3, &after.3) {
                    (Some(a), Some(b)) => {
                        // Width of the text is no multiple of the grid.
                        prop_assert!((a.0 - b.0).abs() < 0.01);
                        prop_assert_eq!(&a.1, &b.1);
                    }
                    (a, b) => prop_assert_eq!(a, b),
                }
            }
        }
    }

    #[test]
    fn zooming_within_a_step_keeps_rows_and_labels(events in events(120), step in 17_i32..80) {
        let coarse = f64::from(step) / 8.0 - 0.01;
        let all = |exponent: f64| {
            // The window holds everything at both scales.
            let days_per_px = exponent.exp2();
            scene(&events, Viewport { from: -30_000.0, days_per_px, width: 15_000.0 })
        };
        let (one, other) = (all(coarse), all(coarse - 0.1));
        prop_assert_eq!(&one.marks.key, &other.marks.key);
        prop_assert_eq!(&one.marks.y, &other.marks.y);
        prop_assert_eq!(&one.labels.text, &other.labels.text);
        prop_assert_eq!(&one.bands.count, &other.bands.count);
    }

    #[test]
    fn selecting_and_finding_moves_no_mark_and_no_lane(
        events in events(120), viewport in viewport(), pick in 0_usize..120
    ) {
        prop_assume!(!events.is_empty());
        let plain: Vec<TimelineEvent> =
            events.iter().map(|event| TimelineEvent { flags: 0, ..event.clone() }).collect();
        let picked = events[pick % events.len()].key;
        let one = layout(&plain, &lanes(), viewport, None, &Inter);
        let other = layout(&events, &lanes(), viewport, Some((picked, &[])), &Inter);
        prop_assert_eq!(&one.lanes, &other.lanes);
        for (at, key) in one.marks.key.iter().enumerate() {
            if let Some(there) = other.marks.key.iter().position(|other| other == key) {
                prop_assert_eq!(one.marks.y[at], other.marks.y[there]);
                prop_assert_eq!(one.marks.x0[at], other.marks.x0[there]);
            }
        }
    }

    #[test]
    fn arrows_cross_no_label_and_their_words_lie_free(
        events in events(90), viewport in viewport(), pick in 0_usize..90,
        targets in prop::collection::vec(0_usize..90, 0..5)
    ) {
        prop_assume!(!events.is_empty());
        let key = |index: usize| events[index % events.len()].key;
        let acts: Vec<ArrowInput> = targets
            .iter()
            .zip(RelationType::ALL)
            .map(|(target, relation)| ArrowInput { relation: *relation, to: key(*target) })
            .collect();
        let scene = layout(&events, &lanes(), viewport, Some((key(pick), &acts)), &Inter);
        let labels = label_boxes(&scene);
        let marks = mark_boxes(&scene);
        let words: Vec<Box4> = scene
            .arrows
            .iter()
            .filter(|arrow| arrow.label_width > 0.0)
            .map(|arrow| {
                let middle = arrow.label_y - 4.25;
                (arrow.label_x, arrow.label_x + arrow.label_width, middle - 6.9, middle + 6.9)
            })
            .collect();
        for arrow in &scene.arrows {
            prop_assert_eq!(arrow.points.len() % 3, 1);
            for (x, y) in along(&arrow.points) {
                for (at, label) in labels.iter().enumerate() {
                    let on = label.0 < x && x < label.1 && label.2 < y && y < label.3;
                    prop_assert!(!on, "{:?} is crossed", scene.labels.text[at]);
                }
                for word in &words {
                    let on = word.0 < x && x < word.1 && word.2 < y && y < word.3;
                    prop_assert!(!on, "the word of an arrow is crossed");
                }
            }
        }
        for (at, word) in words.iter().enumerate() {
            for other in labels.iter().chain(&marks).chain(&words[at + 1..]) {
                prop_assert!(!overlap(*word, *other));
            }
        }
    }

    #[test]
    fn ticks_increase_and_their_texts_keep_apart(
        from in -1e13_f64..1e13, near in any::<bool>(), scale in -22.0_f64..38.0,
        width in 100.0_f64..2_000.0
    ) {
        let from = if near { from / 1e9 } else { from };
        let scene = scene(&[], Viewport { from, days_per_px: scale.exp2(), width });
        for row in [true, false] {
            let ticks: Vec<_> = scene.ticks.iter().filter(|tick| tick.major == row).collect();
            let (size, weight) = if row {
                (MAJOR_TICK_SIZE, Weight::SemiBold)
            } else {
                (MINOR_TICK_SIZE, Weight::Regular)
            };
            for pair in ticks.windows(2) {
                let text = f64::from(Inter.width(&pair[0].text, weight) * size / LABEL_SIZE);
                let end = pair[0].x + f64::from(TICK_GAP) + text;
                prop_assert!(end < pair[1].x, "{:?} runs into {:?}", pair[0], pair[1]);
            }
        }
        for pair in scene.ticks.windows(2) {
            prop_assert!(pair[0].x < pair[1].x, "{:?} before {:?}", pair[0], pair[1]);
        }
        prop_assert!(scene.ticks.len() < 2_000);
    }

    #[test]
    fn nothing_panics_and_nothing_is_endless(
        events in events(30),
        from in prop::num::f64::ANY, days_per_px in prop::num::f64::ANY, width in prop::num::f64::ANY
    ) {
        let viewport = Viewport { from, days_per_px, width };
        let key = events.first().map_or(1, |event| event.key);
        let acts = [ArrowInput { relation: RelationType::Vacates, to: key + 1 }];
        let scene = layout(&events, &lanes(), viewport, Some((key, &acts)), &Inter);
        let marks = &scene.marks;
        for x in marks.x0.iter().chain(&marks.x1).chain(&scene.labels.x).chain(&scene.bands.x0) {
            prop_assert!(x.is_finite());
        }
        prop_assert!(scene.days_per_px > 0.0 && scene.from < scene.to);
        overview(&events, Some((Day(0), Day(300))), width);
    }
}

/// Points on a path of cubic Béziers.
fn along(points: &[[f32; 2]]) -> impl Iterator<Item = (f32, f32)> {
    points.windows(4).step_by(3).flat_map(|p| {
        (0..=200).map(move |step| {
            let t = step as f32 / 200.0;
            let u = 1.0 - t;
            let mix = |i: usize| {
                u * u * u * p[0][i]
                    + 3.0 * u * u * t * p[1][i]
                    + 3.0 * u * t * t * p[2][i]
                    + t * t * t * p[3][i]
            };
            (mix(0), mix(1))
        })
    })
}

fn one(earliest: i64, latest: i64, is_span: bool) -> TimelineEvent {
    TimelineEvent {
        key: 1,
        lane: 0,
        shape: Shape::Diamond,
        bounds: Bounds {
            earliest: Some(Day(earliest)),
            latest: Some(Day(latest)),
        },
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
fn open_ends_reach_to_the_edge_of_the_window() {
    let viewport = Viewport {
        from: 0.0,
        days_per_px: 1.0,
        width: 900.0,
    };
    let width = 4.0 * 1_024.0;
    for (bounds, x, flags) in [
        ((None, Some(Day(9))), (0.0, 1_034.0), flag::OPEN_START),
        ((Some(Day(9)), None), (1_033.0, width), flag::OPEN_END),
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
    assert!(overview(&[], None, 850.0).counts.is_empty());
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
    let strip = overview(&events, Some((Day(0), Day(3_496))), 850.0);
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

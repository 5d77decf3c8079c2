//! What every scene keeps.

use crate::support::*;
use docketline_domain::Day;
use docketline_domain::vocabulary::RelationType;
use docketline_timeline::scene::{LABEL_SIZE, MAJOR_TICK_SIZE, MINOR_TICK_SIZE, TICK_GAP};
use docketline_timeline::{
    ArrowInput, Inter, MeasureText, Scene, TimelineEvent, Viewport, Weight, layout,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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
            for mark in others_boxes(&scene, at) {
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
        overview_of(&events, Some((Day(0), Day(300))), width);
    }
}

//! What scenes keep where there is more than can be drawn.

use crate::support::*;
use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::{RelationType, Shape};
use docketline_timeline::scene::{ROW_HEIGHT, flag};
use docketline_timeline::{
    ArrowInput, Columns, EventRow, Inter, LaneInput, Part, Scene, TimelineEvent, Viewport,
    scene_of, scene_part,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const SHOWN: u16 = flag::FOUND | flag::DISPUTED | flag::NOTED;
const DECADES: u64 = 15_000;

/// More events than are ever laid out as a whole, thick in places.
fn crowd() -> impl Strategy<Value = Vec<TimelineEvent>> {
    (any::<u64>(), 2_001_usize..5_000).prop_map(|(seed, count)| {
        let mut numbers = seed | 1;
        let mut below = move |limit: u64| {
            numbers ^= numbers << 13;
            numbers ^= numbers >> 7;
            numbers ^= numbers << 17;
            (numbers >> 11) % limit
        };
        (0..count)
            .map(|number| {
                let first = match below(4) {
                    0 => below(400),
                    1 => 300 + below(30),
                    2 => 5_000 + below(800),
                    _ => below(DECADES),
                } as i64;
                let length = match below(20) {
                    0 => below(40),
                    1 => below(4_000),
                    2 => 365,
                    _ => 0,
                } as i64;
                let open = below(60);
                TimelineEvent {
                    key: number as i64 + 1,
                    lane: below(u64::from(LANES)) as u16,
                    shape: Shape::Circle,
                    bounds: Bounds {
                        earliest: (open != 0 && open != 2).then_some(Day(first)),
                        latest: (open != 1 && open != 2).then_some(Day(first + length)),
                    },
                    minute: None,
                    is_span: length > 0 && below(2) == 0,
                    uncertain: below(10) == 0,
                    approximate: below(10) == 0,
                    label: ["", "DRIPA", "Stay lifted", "Civil contempt, no sanctions"]
                        [below(4) as usize]
                        .to_owned(),
                    significance: below(10) as u8,
                    flags: match below(40) {
                        0 => flag::DISPUTED,
                        1 => flag::NOTED,
                        _ => 0,
                    },
                }
            })
            .collect()
    })
}

fn wide_viewport() -> impl Strategy<Value = Viewport> {
    (-1_000.0_f64..16_000.0, -5.0_f64..6.0, 300.0_f64..1_500.0).prop_map(|(from, scale, width)| {
        Viewport {
            from,
            days_per_px: scale.exp2(),
            width,
        }
    })
}

fn pictured(events: &[TimelineEvent], viewport: Viewport, selected: Option<i64>) -> Scene {
    let arrows: &[ArrowInput] = &[];
    let columns = Columns::of(events.iter().map(TimelineEvent::row));
    let selected = selected.map(|key| (key, arrows));
    scene_of(&columns, &lanes(), viewport, selected, &Inter)
}

/// Whether an event lies in the window by where it is drawn: an open end near the other.
fn is_near(event: &TimelineEvent, scene: &Scene) -> bool {
    let bounds = match (event.bounds.earliest, event.bounds.latest) {
        (Some(day), None) | (None, Some(day)) => Bounds {
            earliest: Some(day),
            latest: Some(day),
        },
        _ => event.bounds,
    };
    is_in_window(
        &TimelineEvent {
            bounds,
            ..event.clone()
        },
        scene,
    )
}

/// A lane with so much far away that it is not laid out as a whole, and these ranges: the
/// first and last day, significance and flags. Their keys count from 1.
fn among_many(ranges: &[(i64, i64, u8, u16)]) -> Vec<TimelineEvent> {
    let far_away = (0..3_000).map(|day| (50_000 + day, 50_000 + day, 0, 0));
    let all = ranges.iter().copied().chain(far_away).enumerate();
    all.map(|(at, (first, last, significance, flags))| TimelineEvent {
        key: at as i64 + 1,
        lane: 0,
        shape: Shape::Circle,
        bounds: Bounds {
            earliest: Some(Day(first)),
            latest: Some(Day(last)),
        },
        minute: None,
        is_span: false,
        uncertain: false,
        approximate: false,
        label: "Civil contempt, no sanctions".to_owned(),
        significance,
        flags,
    })
    .collect()
}

fn at_a_day_a_pixel(from: f64) -> Viewport {
    Viewport {
        from,
        days_per_px: 1.0,
        width: 1_000.0,
    }
}

#[test]
fn a_flagged_range_is_drawn_whatever_else_the_window_holds() {
    let mut ranges = vec![(0, 400, 1, flag::NOTED)];
    ranges.extend((1..12).map(|at| (at * 170, at * 170 + 400, 5, flag::NOTED)));
    // One that matters more over each, so that none has a row of its own.
    let over: Vec<_> = ranges
        .iter()
        .map(|range| (range.0, range.1, 9, 0))
        .collect();
    ranges.extend(over);
    let events = among_many(&ranges);
    for from in [-1_500.0, -1_000.0, 0.0, 500.0] {
        let scene = pictured(&events, at_a_day_a_pixel(from), None);
        assert!(scene.from <= 0.0 && scene.to >= 400.0);
        assert!(scene.marks.key.contains(&1.0), "from {from}");
    }
}

#[test]
fn the_label_behind_a_long_range_is_the_same_where_the_window_ends_before_it() {
    let events = among_many(&[(0, 4_089, 9, 0), (4_130, 4_639, 9, 0)]);
    for from in [0.0, 2_000.0, 4_000.0] {
        let scene = pictured(&events, at_a_day_a_pixel(from), None);
        let long = scene.marks.key.iter().position(|key| *key == 1.0);
        let long = long.expect("the long range reaches into each window") as u32;
        assert!(!scene.labels.mark.contains(&long), "from {from}");
    }
}

/// The middle of an event in time, or its known end.
fn middle(event: &TimelineEvent) -> f64 {
    let Bounds { earliest, latest } = event.bounds;
    let first = earliest.map(|day| day.0 as f64);
    let last = latest.map(|day| day.0 as f64 + 1.0);
    match (first, last) {
        (Some(first), Some(last)) => first.midpoint(last),
        (first, last) => first.or(last).unwrap_or(0.0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn labels_of_a_crowd_overlap_neither_each_other_nor_a_mark_nor_a_count(
        events in crowd(), viewport in wide_viewport()
    ) {
        let scene = pictured(&events, viewport, None);
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
    fn every_event_of_a_crowd_is_drawn_or_counted_once(
        events in crowd(), viewport in wide_viewport()
    ) {
        let scene = pictured(&events, viewport, None);
        let drawn: BTreeSet<i64> = scene.marks.key.iter().map(|key| *key as i64).collect();
        prop_assert_eq!(drawn.len(), scene.marks.key.len(), "drawn twice");
        for lane in 0..LANES {
            let of_lane = || events.iter().filter(|event| event.lane == lane);
            let counted: usize = (0..scene.bands.count.len())
                .filter(|at| scene.bands.lane[*at] == lane)
                .map(|at| scene.bands.count[at] as usize)
                .sum();
            let missing = of_lane()
                .filter(|event| is_near(event, &scene) && !drawn.contains(&event.key))
                .count();
            let at_most = of_lane().filter(|event| !drawn.contains(&event.key)).count();
            // A count at the edge also counts what lies just outside.
            prop_assert!(counted >= missing, "{counted} counted of {missing}");
            prop_assert!(counted <= at_most, "{counted} counted of {at_most} not drawn");
        }
    }

    #[test]
    fn in_a_window_that_holds_all_of_a_crowd_drawn_and_counted_are_all(
        events in crowd(), scale in 16.0_f64..40.0
    ) {
        let viewport = Viewport { from: -2_000.0, days_per_px: scale, width: 1_200.0 };
        let scene = pictured(&events, viewport, None);
        let counted: u32 = scene.bands.count.iter().sum();
        prop_assert_eq!(scene.marks.key.len() + counted as usize, events.len());
    }

    #[test]
    fn flags_never_vanish_and_the_selected_is_drawn(
        events in crowd(), viewport in wide_viewport(), pick in 0_usize..2_001
    ) {
        let selected = &events[pick];
        let scene = pictured(&events, viewport, Some(selected.key));
        if is_near(selected, &scene) {
            prop_assert!(scene.marks.key.contains(&(selected.key as f64)), "{selected:?}");
        }
        for event in events.iter().filter(|event| event.flags & SHOWN != 0) {
            let is_drawn = scene.marks.key.contains(&(event.key as f64));
            let is_carried = || (0..scene.bands.count.len()).any(|at| {
                scene.bands.lane[at] == event.lane && scene.bands.flags[at] & event.flags != 0
            });
            prop_assert!(is_drawn || !is_near(event, &scene) || is_carried(), "{event:?}");
        }
    }

    #[test]
    fn panning_a_crowd_moves_every_mark_label_and_lane_by_exactly_as_much(
        events in crowd(), viewport in wide_viewport(), pixels in -4_000_i32..4_000
    ) {
        let moved = Viewport {
            from: viewport.from + f64::from(pixels) * viewport.days_per_px,
            ..viewport
        };
        let one = pictured(&events, viewport, None);
        let other = pictured(&events, moved, None);
        prop_assert_eq!(&one.lanes, &other.lanes);
        type Place = (f64, f64, f32, Option<String>);
        let places = |scene: &Scene| -> BTreeMap<i64, Place> {
            let mut labels = vec![None; scene.marks.key.len()];
            for (at, mark) in scene.labels.mark.iter().enumerate() {
                labels[*mark as usize] = Some(scene.labels.text[at].clone());
            }
            (0..scene.marks.key.len())
                .map(|at| (
                    scene.marks.key[at] as i64,
                    (
                        absolute(scene, scene.marks.x0[at]),
                        absolute(scene, scene.marks.x1[at]),
                        scene.marks.y[at],
                        labels[at].clone(),
                    ),
                ))
                .collect()
        };
        let (one_places, other_places) = (places(&one), places(&other));
        // What has no end reaches to the edges of each window.
        let endless = |key: &i64| {
            let Bounds { earliest, latest } = events[*key as usize - 1].bounds;
            earliest.is_none() && latest.is_none()
        };
        for (key, place) in one_places.iter().filter(|(key, _)| !endless(key)) {
            if let Some(there) = other_places.get(key) {
                prop_assert_eq!(place, there, "event {}", key);
            }
        }
        // What both windows hold, both draw.
        for event in events.iter().filter(|event| is_near(event, &one) && is_near(event, &other)) {
            let drawn = (one_places.contains_key(&event.key), other_places.contains_key(&event.key));
            prop_assert_eq!(drawn.0, drawn.1, "{:?}", event);
        }
    }

    #[test]
    fn a_part_of_the_lanes_is_drawn_as_in_the_whole(
        events in crowd(), viewport in wide_viewport(), top in -100.0_f64..700.0,
        height in 1.0_f64..300.0, pick in prop::option::of(0_usize..2_001)
    ) {
        let columns = Columns::of(events.iter().map(TimelineEvent::row));
        let acts = [ArrowInput { relation: RelationType::Vacates, to: events[7].key }];
        let selected = pick.map(|at| (events[at].key, &acts[..]));
        let whole = scene_of(&columns, &lanes(), viewport, selected, &Inter);
        let part = Part { top, height };
        let part = scene_part(&columns, &lanes(), viewport, part, selected, &Inter);
        prop_assert_eq!(&part.lanes, &whole.lanes);
        prop_assert_eq!(part.height, whole.height);
        prop_assert!(part.top <= top.max(0.0) && part.bottom >= (top + height).min(whole.height));
        let in_part = |y: f32| (part.top..=part.bottom).contains(&f64::from(y));
        let marks = |scene: &Scene| -> Vec<(i64, u32, u32, u32, u16)> {
            let marks = &scene.marks;
            let all = (0..marks.key.len()).filter(|at| in_part(marks.y[*at]));
            all.map(|at| (
                marks.key[at] as i64,
                marks.x0[at].to_bits(),
                marks.x1[at].to_bits(),
                marks.y[at].to_bits(),
                marks.flags[at],
            ))
            .collect()
        };
        prop_assert_eq!(marks(&part), marks(&whole));
        let labels = |scene: &Scene| -> Vec<(u32, String)> {
            let all = (0..scene.labels.y.len()).filter(|at| in_part(scene.labels.y[*at]));
            all.map(|at| (scene.labels.x[at].to_bits(), scene.labels.text[at].clone())).collect()
        };
        prop_assert_eq!(labels(&part), labels(&whole));
        let bands = |scene: &Scene| -> Vec<(u32, u32, u16)> {
            let all = (0..scene.bands.y.len()).filter(|at| in_part(scene.bands.y[*at]));
            all.map(|at| {
                (scene.bands.x0[at].to_bits(), scene.bands.count[at], scene.bands.flags[at])
            })
            .collect()
        };
        prop_assert_eq!(bands(&part), bands(&whole));
        prop_assert_eq!(part.arrows.len(), whole.arrows.len());
    }

    #[test]
    fn in_lanes_of_any_height_every_event_is_drawn_or_counted_once_and_labels_keep_apart(
        events in crowd(), scale in 16.0_f64..40.0, rows in prop::option::of(0_u8..12)
    ) {
        let viewport = Viewport { from: -2_000.0, days_per_px: scale, width: 1_200.0 };
        let columns = Columns::of(events.iter().map(TimelineEvent::row));
        let lanes: Vec<LaneInput> =
            lanes().into_iter().map(|lane| LaneInput { rows, ..lane }).collect();
        let scene = scene_of(&columns, &lanes, viewport, None, &Inter);
        let counted: u32 = scene.bands.count.iter().sum();
        prop_assert_eq!(scene.marks.key.len() + counted as usize, events.len());
        let labels = label_boxes(&scene);
        for (at, label) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                prop_assert!(!overlap(*label, *other), "{:?} {:?}", label, other);
            }
        }
        for event in events.iter().filter(|event| event.flags & SHOWN != 0) {
            let is_carried = (0..scene.bands.count.len()).any(|at| {
                scene.bands.lane[at] == event.lane && scene.bands.flags[at] & event.flags != 0
            });
            prop_assert!(is_carried || scene.marks.key.contains(&(event.key as f64)), "{event:?}");
        }
    }

    #[test]
    fn a_lane_with_a_row_more_than_it_has_may_only_lose_rows_of_counts_for_it(
        crowd in crowd(), few in events(150), is_crowded in any::<bool>(), scale in 1.0_f64..40.0
    ) {
        let events = if is_crowded { crowd } else { few };
        let viewport = Viewport { from: -2_000.0, days_per_px: scale, width: 1_200.0 };
        let columns = Columns::of(events.iter().map(TimelineEvent::row));
        let with = |rows: Option<u8>| {
            let lanes: Vec<LaneInput> =
                lanes().into_iter().map(|lane| LaneInput { rows, ..lane }).collect();
            scene_of(&columns, &lanes, viewport, None, &Inter).lanes
        };
        let row = f64::from(ROW_HEIGHT);
        for (at, usual) in with(None).iter().enumerate() {
            let same = &with(Some(usual.rows))[at];
            prop_assert_eq!((same.rows, same.height), (usual.rows, usual.height));
            let more = &with(Some(usual.rows + 1))[at];
            prop_assert_eq!(more.rows, usual.rows + 1);
            let by = (more.height - usual.height) / row;
            prop_assert!((-1.0..=1.0).contains(&by), "{} {}", usual.rows, by);
            prop_assert!(more.height >= row * f64::from(more.rows));
        }
    }

    #[test]
    fn in_other_lanes_each_event_stands_in_as_many_as_it_was_given(
        events in crowd(), lanes_of_three in 0_u16..4
    ) {
        let columns = Columns::of(events.iter().map(TimelineEvent::row));
        let other = columns.in_lanes(|key, _, lanes| {
            if key % 3 == 0 {
                lanes.extend(0..lanes_of_three);
            } else {
                lanes.push(4);
            }
        });
        let of_three = events.iter().filter(|event| event.key % 3 == 0).count() as u32;
        let expected: Vec<u32> = (0..5)
            .map(|lane| match lane {
                4 => events.len() as u32 - of_three,
                lane if lane < lanes_of_three => of_three,
                _ => 0,
            })
            .collect();
        prop_assert_eq!(&other.counts(5), &expected);
        prop_assert_eq!(other.count(5, |_| true), expected);
    }

    #[test]
    fn steps_between_lanes_come_to_the_nearest_other_event_of_the_nearest_lane_with_one(
        events in events(12), pattern in 0_u16..64, above in any::<bool>()
    ) {
        let lanes_of = |key: i64| {
            (0..6_u16).filter(move |lane| (pattern ^ (key as u16 * 11)) >> lane & 1 == 1)
        };
        let columns = Columns::of(events.iter().map(TimelineEvent::row))
            .in_lanes(|key, _, lanes| lanes.extend(lanes_of(key)));
        let distance = |a: &TimelineEvent, b: &TimelineEvent| (middle(a) - middle(b)).abs();
        for event in &events {
            let own: Vec<u16> = lanes_of(event.key).collect();
            prop_assert_eq!(&columns.lanes_of(event.key), &own);
            for lane in own {
                let mut beyond: Vec<u16> = match above {
                    true => (0..lane).rev().collect(),
                    false => (lane + 1..6).collect(),
                };
                let in_lane = |lane: u16| {
                    let others = events.iter().filter(|other| other.key != event.key);
                    others.filter(move |other| lanes_of(other.key).any(|of| of == lane))
                };
                beyond.retain(|lane| in_lane(*lane).next().is_some());
                let found = columns.nearest_in_other_lane(event.key, lane, above);
                prop_assert_eq!(found.map(|(_, lane)| lane), beyond.first().copied());
                if let Some((key, lane)) = found {
                    let found = in_lane(lane).find(|other| other.key == key);
                    let found = distance(found.expect("it stands there"), event);
                    prop_assert!(in_lane(lane).all(|other| found <= distance(other, event)));
                }
            }
        }
    }

    #[test]
    fn columns_after_an_edit_are_those_made_anew(
        events in crowd(), gone in prop::collection::vec(0_usize..2_001, 0..20), by in -90_i64..90
    ) {
        let mut edited = events;
        let keys: Vec<i64> = gone.iter().map(|at| edited[*at].key).collect();
        let before = Columns::of(edited.iter().map(TimelineEvent::row));
        for at in &gone {
            let event = &mut edited[*at];
            event.bounds.latest = event.bounds.latest.map(|day| Day(day.0 + by));
            event.lane = (event.lane + 1) % LANES;
            event.label = "Changed".to_owned();
        }
        let mut after = before;
        let rows: BTreeMap<i64, EventRow<'_>> =
            gone.iter().map(|at| (edited[*at].key, edited[*at].row())).collect();
        after.remove(&keys);
        for row in rows.into_values() {
            after.insert(&row);
        }
        let anew = Columns::of(edited.iter().map(TimelineEvent::row));
        let viewport = Viewport { from: 0.0, days_per_px: 4.0, width: 1_400.0 };
        prop_assert_eq!(
            scene_of(&after, &lanes(), viewport, None, &Inter),
            scene_of(&anew, &lanes(), viewport, None, &Inter)
        );
    }

    #[test]
    fn columns_filled_and_emptied_event_by_event_are_those_made_at_once(
        events in crowd(), every in 1_usize..5
    ) {
        let mut columns = Columns::default();
        for event in &events {
            columns.insert(&event.row());
        }
        let gone: Vec<i64> = events.iter().step_by(every).map(|event| event.key).collect();
        for key in &gone {
            columns.remove(&[*key]);
        }
        let left: Vec<&TimelineEvent> =
            events.iter().filter(|event| !gone.contains(&event.key)).collect();
        let anew = Columns::of(left.iter().map(|event| event.row()));
        prop_assert_eq!(columns.len(), left.len());
        prop_assert_eq!(columns.counts(LANES.into()), anew.counts(LANES.into()));
        let viewport = Viewport { from: 0.0, days_per_px: 4.0, width: 1_400.0 };
        prop_assert_eq!(
            scene_of(&columns, &lanes(), viewport, None, &Inter),
            scene_of(&anew, &lanes(), viewport, None, &Inter)
        );
    }

    #[test]
    fn a_choice_of_columns_is_the_columns_of_the_choice(events in crowd(), kept in 0_u16..LANES) {
        let all = Columns::of(events.iter().map(TimelineEvent::row));
        let chosen = all.chosen(|event| (event.lane != kept).then_some(event.lane), 0);
        let anew =
            Columns::of(events.iter().filter(|event| event.lane != kept).map(TimelineEvent::row));
        let viewport = Viewport { from: 0.0, days_per_px: 4.0, width: 1_400.0 };
        prop_assert_eq!(chosen.len(), anew.len());
        prop_assert_eq!(
            scene_of(&chosen, &lanes(), viewport, None, &Inter),
            scene_of(&anew, &lanes(), viewport, None, &Inter)
        );
    }
}

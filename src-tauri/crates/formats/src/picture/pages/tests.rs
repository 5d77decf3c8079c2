use super::*;
use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::Shape;
use docketline_timeline::scene::Nesting;
use docketline_timeline::{Inter, LaneInput, TimelineEvent, Viewport, layout};
use proptest::prelude::*;

/// Lane, day, days that it may have taken, whether it lasted, and words in its label.
type Given = (u16, i64, i64, bool, usize);

fn event(key: usize, (lane, day, length, is_span, words): &Given) -> TimelineEvent {
    TimelineEvent {
        key: key as i64,
        lane: *lane,
        shape: Shape::Circle,
        bounds: Bounds {
            earliest: Some(Day(*day)),
            latest: Some(Day(day + length)),
        },
        minute: None,
        is_span: *is_span,
        uncertain: false,
        approximate: false,
        label: "Vacated as moot ".repeat(*words),
        significance: (key % 8) as u8,
        flags: if key.is_multiple_of(7) {
            flag::DISPUTED
        } else {
            0
        },
    }
}

fn scene(given: &[Given], width: f64) -> Scene {
    let events: Vec<TimelineEvent> = given
        .iter()
        .enumerate()
        .map(|(key, given)| event(key, given))
        .collect();
    scene_of_events(&events, width)
}

fn scene_of_events(events: &[TimelineEvent], width: f64) -> Scene {
    let lanes: Vec<LaneInput> = (0..4)
        .map(|at| LaneInput {
            id: at.to_string(),
            name: format!("Lane {at}"),
            colour: at,
            events: 1,
            rows: None,
            nesting: Nesting::Alone,
        })
        .collect();
    let viewport = Viewport {
        from: -100.0,
        days_per_px: 10_200.0 / width,
        width,
    };
    layout(events, &lanes, viewport, None, &Inter)
}

fn many() -> impl Strategy<Value = Vec<Given>> {
    let length = prop_oneof![4 => Just(0_i64), 2 => 1_i64..40, 1 => 1_000_i64..9_000];
    let one = (0_u16..4, 0_i64..10_000, length, any::<bool>(), 0_usize..3);
    proptest::collection::vec(one, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_event_is_on_some_page_and_every_label_is_whole_on_some_page(
        given in many(), width in 900.0_f64..8_000.0, height in 120.0_f64..900.0
    ) {
        let scene = scene(&given, width);
        let cuts = cut(&scene, everywhere(&scene), 800.0, height);
        let (marks, labels, bands) = (&scene.marks, &scene.labels, &scene.bands);
        // What may have happened long after the last day has its name there, on no page.
        let (from, to) = everywhere(&scene);
        let is_between = |(left, right): (f64, f64)| from <= left && right <= to;
        for at in 0..marks.key.len() {
            let shape = shape_at(&scene, at);
            if !is_between((shape - 6.0, shape + 6.0)) {
                continue;
            }
            prop_assert!(
                cuts.iter().any(|cut| holds(cut, (shape - 6.0, shape + 6.0), marks.y[at], 7.0)),
                "mark {at} of {cuts:?}"
            );
        }
        for at in 0..labels.x.len() {
            let ends = (f64::from(labels.x[at]), f64::from(labels.x[at] + labels.width[at]));
            if !is_between(ends) {
                continue;
            }
            let y = marks.y[labels.mark[at] as usize];
            prop_assert!(
                cuts.iter().any(|cut| holds(cut, ends, y, f64::from(LABEL_HALF_HEIGHT))),
                "label {at} of {cuts:?}"
            );
        }
        for at in 0..bands.count.len() {
            let middle = f64::from(bands.x0[at] + bands.x1[at]) / 2.0;
            prop_assert!(cuts.iter().any(|cut| holds(cut, (middle, middle), bands.y[at], 7.0)));
        }
    }

    #[test]
    fn no_page_is_larger_than_the_paper_or_empty_unless_everything_is(given in many(), height in 120.0_f64..900.0) {
        let scene = scene(&given, 5_000.0);
        let cuts = cut(&scene, everywhere(&scene), 800.0, height);
        prop_assert!(!cuts.is_empty());
        for cut in cuts {
            prop_assert!(cut.right - cut.left <= 800.001 && cut.bottom - cut.top <= height + 0.001);
            prop_assert!(given.is_empty() || has_content(&scene, cut));
        }
    }
}

/// The window of a scene and what sticks out of it.
fn everywhere(scene: &Scene) -> (f64, f64) {
    let width = (scene.to - scene.from) / scene.days_per_px;
    (-500.0, width + 500.0)
}

fn holds(cut: &Cut, (left, right): (f64, f64), y: f32, half: f64) -> bool {
    let y = f64::from(y);
    cut.left <= left && right <= cut.right && cut.top <= y - half && y + half <= cut.bottom
}

#[test]
fn a_label_as_wide_as_labels_can_be_is_whole_on_a_page_of_any_paper() {
    // Letter, with the widest heads of lanes.
    const ROOM: f64 = 700.0;
    let name = "Warrant-served-under-the-Stored-Communications-Act";
    for from in 0..40 {
        let days: Vec<i64> = (0..12).map(|at| from * 20 + at * 800).collect();
        let events: Vec<TimelineEvent> = (0..days.len())
            .map(|key| TimelineEvent {
                label: name.to_owned(),
                ..event(key, &((key % 4) as u16, days[key], 0, false, 0))
            })
            .collect();
        let scene = scene_of_events(&events, 3_280.0);
        let cuts = cut(&scene, everywhere(&scene), ROOM, 800.0);
        let widest = scene.labels.width.iter().copied().fold(0.0, f32::max);
        assert!(
            widest > 220.0 && scene.labels.x.len() == days.len(),
            "{widest}"
        );
        let on_pages: std::collections::HashSet<usize> = cuts
            .iter()
            .flat_map(|cut| crate::svg::labels_on(&scene, *cut))
            .collect();
        assert_eq!(on_pages.len(), days.len(), "from {from}: {cuts:?}");
    }
}

#[test]
fn a_page_begins_where_something_is_drawn() {
    let given = [(0, 0, 0, false, 1), (1, 9_900, 0, false, 1)];
    let scene = scene(&given, 16_000.0);
    let cuts = cut(&scene, everywhere(&scene), 800.0, 800.0);
    assert_eq!(cuts.len(), 2);
    for (cut, x) in cuts.iter().zip(&scene.marks.x0) {
        let air = f64::from(*x) - cut.left;
        assert!((0.0..250.0).contains(&air), "{air}");
    }
}

#[test]
fn lanes_stay_whole_where_a_page_is_then_half_full() {
    let given: Vec<Given> = (0..40)
        .map(|at| ((at % 4) as u16, at * 5, 0, false, 1))
        .collect();
    let scene = scene(&given, 900.0);
    let height = scene.lanes[0].height + scene.lanes[1].height + 10.0;
    let tops: Vec<f64> = rows(&scene, height).iter().map(|row| row.0).collect();
    assert_eq!(tops, [0.0, scene.lanes[2].y]);
}

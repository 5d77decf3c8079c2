use super::rows::{COUNT_HALF, LABEL_HALF};
use super::scene::{ActArrow, NODE_GAP};
use super::*;
use crate::curve::{Curve, Point};
use crate::measure::Weight;
use crate::scene::{LABEL_SIZE, MARK_REACH};
use docketline_domain::Day;
use proptest::prelude::*;

/// Seven pixels a letter, so that failures can be followed by hand.
struct Letters;

impl MeasureText for Letters {
    fn width(&self, text: &str, _: Weight) -> f32 {
        text.chars().count() as f32 * 7.0 * LABEL_SIZE / 12.0
    }
}

fn event(key: i64, court: Option<u16>, first: i64, length: i64, letters: usize) -> ProcedureEvent {
    ProcedureEvent {
        key,
        court,
        proceeding: None,
        bounds: Bounds {
            earliest: Some(Day(first)),
            latest: Some(Day(first + length)),
        },
        shape: Shape::Diamond,
        label: "x".repeat(letters),
        date: "1 May 2014".to_owned(),
        significance: (letters % 10) as u8,
    }
}

fn act(from: u32, to: u32) -> ProcedureAct {
    let all = RelationType::ALL;
    ProcedureAct {
        from,
        to,
        relation: all[(from as usize + to as usize) % 15],
    }
}

fn fit(width: f64) -> ProcedureView {
    ProcedureView {
        days_per_px: None,
        width,
        selected: None,
    }
}

#[derive(Debug, Clone, Copy)]
struct Box {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Box {
    fn meets(&self, other: &Self) -> bool {
        const TOUCH: f64 = 0.05;
        self.left + TOUCH < other.right
            && other.left + TOUCH < self.right
            && self.top + TOUCH < other.bottom
            && other.top + TOUCH < self.bottom
    }

    fn holds(&self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }
}

/// Marks by key, and labels.
fn marks(scene: &ProcedureScene) -> Vec<(i64, Box)> {
    let nodes = &scene.nodes;
    let reach = f64::from(MARK_REACH);
    (0..nodes.key.len())
        .map(|at| {
            let y = f64::from(nodes.y[at]);
            let mark = Box {
                left: f64::from(nodes.x0[at]) - reach,
                right: f64::from(nodes.x1[at]) + reach,
                top: y - reach,
                bottom: y + reach,
            };
            (nodes.key[at] as i64, mark)
        })
        .collect()
}

fn labels(scene: &ProcedureScene) -> Vec<Box> {
    let nodes = &scene.nodes;
    (0..nodes.key.len())
        .filter(|at| nodes.width[*at] > 0.0)
        .map(|at| {
            let (x, y) = (f64::from(nodes.x1[at] + NODE_GAP), f64::from(nodes.y[at]));
            Box {
                left: x,
                right: x + f64::from(nodes.width[at]),
                top: y - LABEL_HALF + 1.0,
                bottom: y + LABEL_HALF - 1.0,
            }
        })
        .collect()
}

fn counts(scene: &ProcedureScene) -> Vec<Box> {
    let counts = &scene.counts;
    (0..counts.count.len())
        .map(|at| {
            let (x, y) = (f64::from(counts.x[at]), f64::from(counts.y[at]));
            let half = f64::from(counts.width[at]) / 2.0;
            Box {
                left: x - half,
                right: x + half,
                top: y - COUNT_HALF + 1.0,
                bottom: y + COUNT_HALF - 1.0,
            }
        })
        .collect()
}

fn words(scene: &ProcedureScene) -> Vec<Box> {
    let arrows = scene.arrows.iter().filter(|arrow| arrow.label_width > 0.0);
    arrows
        .map(|arrow| Box {
            left: f64::from(arrow.label_x),
            right: f64::from(arrow.label_x + arrow.label_width),
            top: f64::from(arrow.label_y) - 10.0,
            bottom: f64::from(arrow.label_y) + 2.0,
        })
        .collect()
}

fn path(arrow: &ActArrow) -> Vec<Point> {
    let point = |p: &[f32; 2]| Point {
        x: f64::from(p[0]),
        y: f64::from(p[1]),
    };
    let points: Vec<Point> = arrow.points.iter().map(point).collect();
    points
        .windows(4)
        .step_by(3)
        .flat_map(|p| Curve::cubic(p[0], p[1], p[2], p[3]).samples())
        .collect()
}

prop_compose! {
    fn dockets(most_events: usize, most_acts: usize)(
        events in prop::collection::vec(
            (prop::option::of(0_u16..4), 0_i64..4_000, prop_oneof![4 => Just(0_i64), 1 => 0_i64..60], 0_usize..40),
            1..most_events,
        ),
        acts in prop::collection::vec((0_usize..1_000, 0_usize..1_000), 0..most_acts),
    ) -> Docket {
        let count = events.len();
        Docket {
            courts: (0..4).map(|n| format!("Court {n}")).collect(),
            proceedings: Vec::new(),
            events: events
                .into_iter()
                .enumerate()
                .map(|(key, (court, first, length, letters))| event(key as i64, court, first, length, letters))
                .collect(),
            acts: acts.into_iter().map(|(from, to)| act((from % count) as u32, (to % count) as u32)).collect(),
        }
    }
}

fn views() -> impl Strategy<Value = ProcedureView> {
    let scales = prop_oneof![
        Just(None),
        (-4.0_f64..6.0).prop_map(|scale| Some(scale.exp2()))
    ];
    let selected = prop_oneof![Just(None), (0_i64..40).prop_map(Some)];
    (scales, 300.0_f64..1_600.0, selected).prop_map(|(days_per_px, width, selected)| {
        ProcedureView {
            days_per_px,
            width,
            selected,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_that_is_drawn_lies_on_anything_else(docket in dockets(60, 90), view in views()) {
        let scene = lay_out(&docket, view, &Letters);
        let marks = marks(&scene).into_iter().map(|(_, mark)| mark);
        let boxes: Vec<Box> = marks.chain(labels(&scene)).chain(counts(&scene)).chain(words(&scene)).collect();
        for (at, one) in boxes.iter().enumerate() {
            for other in &boxes[at + 1..] {
                prop_assert!(!one.meets(other), "{one:?} meets {other:?}");
            }
        }
    }

    #[test]
    fn no_arrow_crosses_a_label_or_a_node_that_is_not_its_own(docket in dockets(60, 90), view in views()) {
        let scene = lay_out(&docket, view, &Letters);
        let (marks, labels) = (marks(&scene), labels(&scene));
        for arrow in &scene.arrows {
            let of = &docket.acts[arrow.act as usize];
            let own = [of.from, of.to].map(|index| docket.events[index as usize].key);
            for point in path(arrow) {
                prop_assert!((0.0..=scene.width).contains(&point.x) && (0.0..=scene.height).contains(&point.y));
                for (key, mark) in &marks {
                    prop_assert!(own.contains(key) || !mark.holds(point), "{of:?} over {key} at {point:?}");
                }
                prop_assert!(!labels.iter().any(|label| label.holds(point)), "{of:?} over a label at {point:?}");
            }
        }
    }

    #[test]
    fn no_arrow_crosses_a_word(docket in dockets(30, 60), view in views()) {
        let scene = lay_out(&docket, view, &Letters);
        let words = words(&scene);
        for arrow in &scene.arrows {
            for point in path(arrow) {
                prop_assert!(!words.iter().any(|word| word.holds(point)));
            }
        }
    }

    #[test]
    fn every_event_and_every_act_is_drawn_or_counted_exactly_once(docket in dockets(120, 400), view in views()) {
        let scene = lay_out(&docket, view, &Letters);
        let counted: u32 = scene.counts.count.iter().sum();
        prop_assert_eq!(scene.nodes.key.len() + counted as usize, docket.events.len());
        let mut drawn: Vec<u32> = scene.arrows.iter().map(|arrow| arrow.act).collect();
        drawn.sort_unstable();
        drawn.dedup();
        prop_assert_eq!(drawn.len(), scene.arrows.len());
        let more: u32 = scene.nodes.more.iter().chain(&scene.counts.more).sum();
        prop_assert_eq!(drawn.len() + more as usize, docket.acts.len());
    }

    #[test]
    fn all_acts_of_the_selected_event_are_drawn(docket in dockets(120, 400), view in views()) {
        let scene = lay_out(&docket, view, &Letters);
        for (index, of) in docket.acts.iter().enumerate() {
            let is_own = [of.from, of.to].iter().any(|end| Some(docket.events[*end as usize].key) == view.selected);
            if is_own && of.from != of.to {
                prop_assert!(scene.arrows.iter().any(|arrow| arrow.act as usize == index));
            }
        }
    }

    #[test]
    fn panning_is_a_translation_because_the_window_takes_no_part(docket in dockets(40, 40), width in 300.0_f64..1_600.0) {
        let narrow = ProcedureView { days_per_px: Some(2.0), width: 300.0, selected: None };
        let wide = ProcedureView { width, ..narrow };
        prop_assert_eq!(lay_out(&docket, narrow, &Letters), lay_out(&docket, wide, &Letters));
    }

    #[test]
    fn the_whole_docket_fits_the_width(docket in dockets(40, 40), width in 600.0_f64..1_600.0) {
        let scene = lay_out(&docket, fit(width), &Letters);
        prop_assert!(scene.width <= width + 0.01, "{} in {width}", scene.width);
    }

    #[test]
    fn the_order_of_acts_decides_no_place_of_a_node(docket in dockets(40, 40)) {
        let scene = lay_out(&docket, fit(1_000.0), &Letters);
        let mut turned = docket;
        turned.acts.reverse();
        let other = lay_out(&turned, fit(1_000.0), &Letters);
        prop_assert_eq!(scene.nodes.x0, other.nodes.x0);
        prop_assert_eq!(scene.storeys.len(), other.storeys.len());
    }
}

#[test]
fn a_docket_without_events_is_an_empty_scene() {
    assert_eq!(
        lay_out(&Docket::default(), fit(900.0), &Letters),
        ProcedureScene::default()
    );
}

#[test]
fn one_event_outside_every_court_has_a_storey() {
    let docket = Docket {
        events: vec![event(1, None, 0, 0, 5)],
        ..Docket::default()
    };
    let scene = lay_out(&docket, fit(900.0), &Letters);
    assert_eq!(scene.nodes.key, [1.0]);
    assert_eq!(scene.storeys.len(), 1);
    assert_eq!(scene.storeys[0].name, None);
    assert!(scene.height > 0.0 && scene.days_per_px > 0.0);
}

#[test]
fn what_is_no_docket_and_no_view_still_gives_finite_numbers() {
    let mut undated = event(1, Some(9), 0, 0, 5);
    undated.bounds = Bounds {
        earliest: None,
        latest: None,
    };
    let mut ancient = event(2, None, -4_000_000_000_000, 0, 3);
    ancient.proceeding = Some(77);
    let docket = Docket {
        events: vec![undated, ancient, event(3, Some(0), 20_000, 0, 3)],
        acts: vec![act(0, 1), act(1, 2), act(2, 99), act(0, 0)],
        ..Docket::default()
    };
    for days_per_px in [
        None,
        Some(f64::NAN),
        Some(f64::INFINITY),
        Some(-1.0),
        Some(0.0),
    ] {
        for width in [f64::NAN, f64::INFINITY, -5.0, 900.0] {
            let view = ProcedureView {
                days_per_px,
                width,
                selected: Some(1),
            };
            let scene = lay_out(&docket, view, &Letters);
            let xs = scene.nodes.x0.iter().chain(&scene.nodes.x1);
            assert!(xs.chain(&scene.nodes.y).all(|x| x.is_finite()));
            assert!(scene.width.is_finite() && scene.height.is_finite());
        }
    }
}

#[test]
fn a_court_stands_above_every_court_whose_rulings_it_acts_on() {
    let mut magistrate = event(1, Some(0), 0, 0, 5);
    let mut judge = event(2, Some(0), 100, 0, 5);
    (magistrate.proceeding, judge.proceeding) = (Some(0), Some(1));
    let docket = Docket {
        courts: vec!["District".to_owned(), "Appeals".to_owned()],
        proceedings: vec!["Magistrate".to_owned(), "Judge".to_owned()],
        events: vec![
            magistrate,
            judge,
            event(3, Some(1), 200, 0, 5),
            event(4, None, 300, 0, 5),
        ],
        acts: vec![act(1, 0), act(2, 1), act(3, 2)],
    };
    let scene = lay_out(&docket, fit(900.0), &Letters);
    let names: Vec<Option<&str>> = scene.storeys.iter().map(|s| s.name.as_deref()).collect();
    assert_eq!(
        names,
        [Some("Appeals"), Some("Judge"), Some("Magistrate"), None]
    );
}

#[test]
fn dockets_of_one_court_that_act_on_each_other_are_one_storey() {
    let mut one = event(1, Some(0), 0, 0, 5);
    let mut other = event(2, Some(0), 100, 0, 5);
    (one.proceeding, other.proceeding) = (Some(0), Some(1));
    let docket = Docket {
        courts: vec!["District".to_owned()],
        proceedings: vec!["First".to_owned(), "Second".to_owned()],
        events: vec![one, other],
        acts: vec![act(1, 0), act(0, 1)],
    };
    let scene = lay_out(&docket, fit(900.0), &Letters);
    let names: Vec<Option<&str>> = scene.storeys.iter().map(|s| s.name.as_deref()).collect();
    assert_eq!(names, [Some("District")]);
}

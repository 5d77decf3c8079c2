//! Arrows keep clear of what is read.

use crate::support::*;
use docketline_domain::vocabulary::RelationType;
use docketline_timeline::{ArrowInput, Inter, layout};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

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

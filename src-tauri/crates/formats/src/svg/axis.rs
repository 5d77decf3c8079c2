//! The axis above the lanes.

use super::lettering::{Hand, Words};
use super::xml::Element;
use super::{Frame, INK_SECONDARY, RULE, RULE_SOFT, number};
use docketline_timeline::scene::{LABEL_SIZE, MAJOR_TICK_SIZE, MINOR_TICK_SIZE, TICK_GAP, Tick};
use docketline_timeline::{Inter, MeasureText, Scene, Weight};

pub(super) fn axis(scene: &Scene, frame: &Frame) -> Element {
    let mut group = Element::new("g");
    let mut lines = String::new();
    let mut grid = String::new();
    let shown: Vec<&Tick> = scene
        .ticks
        .iter()
        .filter(|tick| frame.shows(tick.x, tick.x))
        .collect();
    for tick in &shown {
        let x = number(frame.x(tick.x));
        let (rise, size, weight) = if tick.major {
            grid.push_str(&format!(
                "M{x} {}v{}",
                number(frame.plot_y),
                number(frame.plot_height())
            ));
            (36.0, MAJOR_TICK_SIZE, Weight::SemiBold)
        } else {
            (14.0, MINOR_TICK_SIZE, Weight::Regular)
        };
        lines.push_str(&format!("M{x} {}v{rise}", number(frame.plot_y - rise)));
        let text_x = tick.x + f64::from(TICK_GAP);
        let width = f64::from(Inter.width(&tick.text, weight) * size / LABEL_SIZE);
        if text_x + width <= frame.right {
            group.push(text(frame.x(text_x), tick, frame));
        }
    }
    if let Some(tick) = named_at_the_edge(scene, frame, &shown) {
        group.push(text(frame.plot_x + f64::from(TICK_GAP), tick, frame));
    }
    for (d, stroke) in [(grid, RULE_SOFT), (lines, RULE)] {
        if !d.is_empty() {
            group.push(
                Element::new("path")
                    .attribute("d", &d)
                    .attribute("stroke", stroke)
                    .attribute("fill", "none"),
            );
        }
    }
    group
}

/// The major tick that lies left of the picture and names what its left edge is in, when
/// the first one inside leaves room for it.
fn named_at_the_edge<'a>(scene: &'a Scene, frame: &Frame, shown: &[&Tick]) -> Option<&'a Tick> {
    let before = scene
        .ticks
        .iter()
        .rfind(|tick| tick.major && tick.x < frame.left)?;
    let width =
        f64::from(Inter.width(&before.text, Weight::SemiBold) * MAJOR_TICK_SIZE / LABEL_SIZE);
    let first = shown
        .iter()
        .find(|tick| tick.major)
        .map_or(f64::INFINITY, |tick| tick.x);
    let free = first - frame.left > width + 3.0 * f64::from(TICK_GAP);
    free.then_some(before)
}

fn text(x: f64, tick: &Tick, frame: &Frame) -> Element {
    frame.write(if tick.major {
        Words {
            size: f64::from(MAJOR_TICK_SIZE),
            hand: Hand::SemiBold,
            ..Words::new(x, frame.plot_y - 24.0, &tick.text)
        }
    } else {
        Words {
            size: f64::from(MINOR_TICK_SIZE),
            ink: Some(INK_SECONDARY),
            ..Words::new(x, frame.plot_y - 5.0, &tick.text)
        }
    })
}

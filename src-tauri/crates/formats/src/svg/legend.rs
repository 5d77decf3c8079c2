//! What the marks mean: only those that the picture has.

use super::marks::{BASELINE, shaped};
use super::xml::Element;
use super::{Frame, INK_SECONDARY, LegendWords, MARGIN};
use docketline_domain::vocabulary::Shape;
use docketline_timeline::scene::{MARK_SIZE, flag};
use docketline_timeline::{Inter, MeasureText, Scene, Weight};

const LINE: f64 = 20.0;
/// From the middle of a sign to its words, and from the words to the next sign.
const TO_WORDS: f64 = 16.0;
const TO_NEXT: f64 = 26.0;

pub(super) struct Legend {
    pub group: Element,
    pub bottom: f64,
}

#[derive(Clone, Copy)]
enum Sign {
    Mark(Shape),
    Range,
    Span,
    Count,
    Disputed,
    Noted,
}

/// As many lines as the width needs, from `top` down.
pub(super) fn lines(scene: &Scene, words: &LegendWords, frame: &Frame, top: f64) -> Legend {
    let mut group = Element::new("g").attribute("fill", INK_SECONDARY);
    let mut x = MARGIN + TO_WORDS / 2.0;
    let mut y = top + LINE / 2.0;
    let entries = entries(scene, words);
    for (sign, text) in &entries {
        let width = f64::from(Inter.width(text, Weight::Regular));
        if x + TO_WORDS + width > frame.width - MARGIN && x > MARGIN + TO_WORDS {
            x = MARGIN + TO_WORDS / 2.0;
            y += LINE;
        }
        draw(*sign, x, y, &mut group);
        group.push(
            Element::new("text")
                .number("x", x + TO_WORDS)
                .number("y", y + BASELINE)
                .text(text),
        );
        x += TO_WORDS + width + TO_NEXT;
    }
    let bottom = if entries.is_empty() { top } else { y + LINE };
    Legend { group, bottom }
}

fn entries<'a>(scene: &Scene, words: &'a LegendWords) -> Vec<(Sign, &'a str)> {
    let marks = &scene.marks;
    let has = |bit: u16| marks.flags.iter().any(|flags| flags & bit != 0);
    let has_range = (0..marks.key.len())
        .any(|at| marks.x1[at] > marks.x0[at] && marks.flags[at] & flag::SPAN == 0);
    let shape = |shape: Shape| (Sign::Mark(shape), marks.shape.contains(&shape));
    [
        (shape(Shape::Diamond), &words.diamond),
        (shape(Shape::Square), &words.square),
        (shape(Shape::HollowSquare), &words.hollow_square),
        (shape(Shape::Triangle), &words.triangle),
        (shape(Shape::Circle), &words.circle),
        ((Sign::Range, has_range), &words.range),
        ((Sign::Span, has(flag::SPAN)), &words.span),
        ((Sign::Count, !scene.bands.count.is_empty()), &words.count),
        ((Sign::Disputed, has(flag::DISPUTED)), &words.disputed),
        ((Sign::Noted, has(flag::NOTED)), &words.noted),
    ]
    .into_iter()
    .filter(|((_, used), _)| *used)
    .map(|((sign, _), words)| (sign, words.as_str()))
    .collect()
}

fn draw(sign: Sign, x: f64, y: f64, group: &mut Element) {
    let half = f64::from(MARK_SIZE) / 2.0;
    let bar = |width: f64, height: f64| {
        Element::new("rect")
            .number("x", x - width / 2.0)
            .number("y", y - height / 2.0)
            .number("width", width)
            .number("height", height)
            .number("rx", 2.0)
            .attribute("fill", INK_SECONDARY)
    };
    match sign {
        Sign::Mark(shape) => group.push(shaped(shape, x, y, half, INK_SECONDARY)),
        Sign::Range => {
            // Fades to either side, without a gradient of its own.
            for (width, opacity) in [(20.0, 0.2), (14.0, 0.3), (8.0, 0.6)] {
                group.push(bar(width, 7.0).number("fill-opacity", opacity));
            }
        }
        Sign::Span => group.push(bar(18.0, 7.0)),
        Sign::Count => group.push(bar(18.0, 14.0).number("fill-opacity", 0.25)),
        Sign::Disputed => {
            for left in [-5.0, -1.0, 3.0] {
                group.push(
                    Element::new("rect")
                        .number("x", x + left)
                        .number("y", y - 0.75)
                        .number("width", 2.0)
                        .number("height", 1.5)
                        .attribute("fill", INK_SECONDARY),
                );
            }
        }
        Sign::Noted => group.push(
            Element::new("circle")
                .number("cx", x)
                .number("cy", y)
                .number("r", 3.0)
                .attribute("fill", super::UNDER_REVIEW),
        ),
    }
}

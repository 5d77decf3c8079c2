//! What the marks mean: only those that the picture has.

use super::lettering::Words;
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
/// Between the last line and what stands below.
const TO_FOOT: f64 = 6.0;

#[derive(Clone, Copy)]
enum Sign {
    Mark(Shape),
    Range,
    Span,
    Count,
    Disputed,
    Noted,
}

/// One sign and its words: how far from the left, and on which line.
struct Entry<'a> {
    sign: Sign,
    words: &'a str,
    x: f64,
    line: usize,
}

/// As many lines as the width needs, from `top` down; and where they end.
pub(super) fn lines(scene: &Scene, words: &LegendWords, frame: &Frame, top: f64) -> (Element, f64) {
    let mut group = Element::new("g").attribute("fill", INK_SECONDARY);
    let entries = set(scene, words, frame.width);
    for entry in &entries {
        let y = top + LINE * (entry.line as f64 + 0.5);
        draw(entry.sign, entry.x, y, frame, &mut group);
        group.push(frame.write(Words::new(entry.x + TO_WORDS, y + BASELINE, entry.words)));
    }
    (group, top + height_of(&entries))
}

pub(super) fn height(scene: &Scene, words: &LegendWords, width: f64) -> f64 {
    height_of(&set(scene, words, width))
}

fn height_of(entries: &[Entry<'_>]) -> f64 {
    entries
        .last()
        .map_or(0.0, |last| LINE * (last.line + 1) as f64 + TO_FOOT)
}

fn set<'a>(scene: &Scene, words: &'a LegendWords, sheet: f64) -> Vec<Entry<'a>> {
    let start = MARGIN + TO_WORDS / 2.0;
    let (mut x, mut line) = (start, 0);
    entries(scene, words)
        .into_iter()
        .map(|(sign, words)| {
            let width = f64::from(Inter.width(words, Weight::Regular));
            if x + TO_WORDS + width > sheet - MARGIN && x > start {
                x = start;
                line += 1;
            }
            let entry = Entry {
                sign,
                words,
                x,
                line,
            };
            x += TO_WORDS + width + TO_NEXT;
            entry
        })
        .collect()
}

fn entries<'a>(scene: &Scene, words: &'a LegendWords) -> Vec<(Sign, &'a str)> {
    let marks = &scene.marks;
    let counted = &scene.bands.flags;
    let has = |bit: u16| {
        marks
            .flags
            .iter()
            .chain(counted)
            .any(|flags| flags & bit != 0)
    };
    let has_range = (0..marks.key.len()).any(|at| {
        let is = |bit: u16| marks.flags[at] & bit != 0;
        is(flag::WITHIN_DAY) || marks.x1[at] > marks.x0[at] && !is(flag::SPAN)
    });
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

fn draw(sign: Sign, x: f64, y: f64, frame: &Frame, group: &mut Element) {
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
        Sign::Mark(shape) => group.push(shaped(shape, x, y, half, INK_SECONDARY, frame.paper)),
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

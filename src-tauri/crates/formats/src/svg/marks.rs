//! Marks, labels and counts.

use super::arrows::arrow;
use super::ground::colour;
use super::lettering::{From, Hand, Words};
use super::xml::Element;
use super::{Cut, Frame, INK, LANES, SvgOptions, UNDER_REVIEW, number};
use docketline_domain::number::grouped;
use docketline_domain::vocabulary::Shape;
use docketline_timeline::scene::{
    Arrow, INSIDE_GAP, INSIDE_HEIGHT, LABEL_BASELINE, MARK_SIZE, flag,
};
use docketline_timeline::{Inter, MeasureText, Scene, Weight};

const HALF: f64 = MARK_SIZE as f64 / 2.0;
const BAR: f64 = 7.0;
/// A possible range narrower than this is a mark that fades; a wider one is a bar.
const NARROW: f64 = 30.0;
/// Over which an open end fades.
const FADE: f64 = 24.0;
const RING: f64 = 9.0;
const FAINT: f64 = 0.4;
/// Height of a count, and from its ends to the signs of what it counts.
const BAND: f64 = 14.0;
const BAND_SIGN: f64 = 6.0;

/// What fading marks are filled with, for each lane colour that is used.
pub(super) fn gradients(scene: &Scene, prefix: &str) -> Element {
    let mut defs = Element::new("defs");
    for (token, colour) in LANES.iter().enumerate() {
        if !scene
            .lanes
            .iter()
            .any(|lane| usize::from(lane.colour) % LANES.len() == token)
        {
            continue;
        }
        for (name, stops) in [
            (
                "range",
                &[(0.0, 0.12), (0.35, 0.85), (0.65, 0.85), (1.0, 0.12)][..],
            ),
            ("starts", &[(0.0, 0.0), (1.0, 1.0)][..]),
            ("ends", &[(0.0, 1.0), (1.0, 0.0)][..]),
        ] {
            let mut gradient =
                Element::new("linearGradient").attribute("id", &format!("{prefix}{name}-{token}"));
            for (offset, opacity) in stops {
                gradient.push(
                    Element::new("stop")
                        .number("offset", *offset)
                        .attribute("stop-color", colour)
                        .number("stop-opacity", *opacity),
                );
            }
            defs.push(gradient);
        }
    }
    defs
}

/// Everything on the lanes, cut off at the edges of the plot.
pub(super) fn plot(scene: &Scene, options: &SvgOptions, frame: &Frame, prefix: &str) -> Element {
    let mut group = Element::new("g");
    let mut push = |element: Element, reach: Reach| {
        group.push(if reach.is_within(frame) {
            element
        } else {
            element.attribute("clip-path", &format!("url(#{prefix}plot)"))
        });
    };
    let bands = &scene.bands;
    for at in 0..bands.count.len() {
        let (x0, x1) = (f64::from(bands.x0[at]), f64::from(bands.x1[at]));
        let row = f64::from(bands.y[at]);
        if frame.shows(x0, x1) && frame.shows_row(row) {
            push(band(scene, at, frame), Reach::of_row(row, x0, x1));
        }
    }
    for (at, act) in scene.arrows.iter().enumerate() {
        let given = options.arrow_words.get(at).cloned();
        let word = given.unwrap_or_else(|| act.relation.as_str().replace('-', " "));
        push(arrow(act, &word, frame), Reach::of_arrow(act));
    }
    let mut label_of = vec![None; scene.marks.key.len()];
    for (label, mark) in scene.labels.mark.iter().enumerate() {
        label_of[*mark as usize] = Some(label);
    }
    for (at, label) in label_of.iter().enumerate() {
        if let Some(mark) = mark(scene, at, *label, options, frame, prefix) {
            let marks = &scene.marks;
            let (x0, x1) = (f64::from(marks.x0[at]), f64::from(marks.x1[at]));
            // Its label is within the edges, or is not drawn.
            push(mark, Reach::of_row(f64::from(marks.y[at]), x0, x1));
        }
    }
    group
}

/// How far something reaches, in the scene's pixels; rather too far than not far enough.
struct Reach {
    x: [f64; 2],
    y: [f64; 2],
}

impl Reach {
    /// Signs round a mark, a half row of text, the head of an arrow: none is larger.
    const ROUND: f64 = 16.0;

    fn of_row(y: f64, x0: f64, x1: f64) -> Self {
        Self {
            x: [x0 - Self::ROUND, x1 + Self::ROUND],
            y: [y - Self::ROUND, y + Self::ROUND],
        }
    }

    fn of_arrow(arrow: &Arrow) -> Self {
        let label = [arrow.label_x, arrow.label_y];
        let label_end = [arrow.label_x + arrow.label_width, arrow.label_y];
        let is_labelled = arrow.label_width > 0.0;
        let labels = [label, label_end].into_iter().filter(|_| is_labelled);
        let mut reach = Self {
            x: [f64::INFINITY, f64::NEG_INFINITY],
            y: [f64::INFINITY, f64::NEG_INFINITY],
        };
        for [x, y] in arrow.points.iter().copied().chain(labels) {
            let (x, y) = (f64::from(x), f64::from(y));
            reach.x = [
                reach.x[0].min(x - Self::ROUND),
                reach.x[1].max(x + Self::ROUND),
            ];
            reach.y = [
                reach.y[0].min(y - Self::ROUND),
                reach.y[1].max(y + Self::ROUND),
            ];
        }
        reach
    }

    /// Whether nothing has to be cut off, which is worth knowing: what is cut off is drawn
    /// on a sheet of its own first, and a sheet for a whole timeline takes longer than
    /// everything on it.
    fn is_within(&self, frame: &Frame) -> bool {
        self.x[0] >= frame.left
            && self.x[1] <= frame.right
            && self.y[0] >= frame.top
            && self.y[1] <= frame.bottom
    }
}

fn band(scene: &Scene, at: usize, frame: &Frame) -> Element {
    let bands = &scene.bands;
    let (x0, x1) = (f64::from(bands.x0[at]), f64::from(bands.x1[at]));
    let (left, right) = (x0.max(frame.left), x1.min(frame.right));
    let y = frame.y(f64::from(bands.y[at]));
    let count = grouped(u64::from(bands.count[at]));
    let ink = colour(usize::from(bands.lane[at]), scene);
    let bar = |height: f64, opacity: f64| {
        Element::new("rect")
            .number("x", frame.x(left))
            .number("y", y + BAND / 2.0 - height)
            .number("width", (right - left).max(1.0))
            .number("height", height)
            .attribute("fill", ink)
            .number("fill-opacity", opacity)
    };
    let mut group = Element::new("g")
        .with(Element::new("title").text(&count))
        .with(bar(BAND, 0.1))
        .with(bar(filled(bands.count[at]), 0.3));
    if f64::from(Inter.width(&count, Weight::SemiBold)) <= right - left - 4.0 {
        group.push(frame.write(Words {
            size: 11.0,
            hand: Hand::SemiBold,
            from: From::Middle,
            ink: Some(ink),
            ..Words::new(frame.x((left + right) / 2.0), y + 4.0, &count)
        }));
    }
    let flags = bands.flags[at];
    let at_start = frame.x(left) + BAND_SIGN;
    let at_end = frame.x(right) - BAND_SIGN;
    decorate(
        &mut group,
        at_start,
        y,
        flags & flag::DISPUTED,
        ink,
        frame.paper,
    );
    decorate(&mut group, at_end, y, flags & flag::NOTED, ink, frame.paper);
    group
}

/// How much of the height of a band its count fills: all for a million, and a sixth less
/// for every tenth of it.
fn filled(count: u32) -> f64 {
    (f64::from(count.max(1)).log10() / 6.0 * BAND).clamp(1.5, BAND)
}

fn mark(
    scene: &Scene,
    at: usize,
    label: Option<usize>,
    options: &SvgOptions,
    frame: &Frame,
    prefix: &str,
) -> Option<Element> {
    let marks = &scene.marks;
    let (x0, x1) = (f64::from(marks.x0[at]), f64::from(marks.x1[at]));
    let row = f64::from(marks.y[at]);
    if !frame.shows(x0 - HALF, x1 + HALF) || !frame.shows_row(row) {
        return None;
    }
    let y = frame.y(row);
    let flags = marks.flags[at];
    let is = |bit: u16| flags & bit != 0;
    let lane = usize::from(marks.lane[at]);
    let ink = colour(lane, scene);
    let token = scene
        .lanes
        .get(lane)
        .map_or(0, |lane| usize::from(lane.colour) % LANES.len());
    let gradient = |name: &str| format!("url(#{prefix}{name}-{token})");
    let shape = marks.shape[at];

    let given = options
        .mark_titles
        .get(at)
        .filter(|title| !title.is_empty());
    let text = label.map_or("", |label| scene.labels.text[label].as_str());
    let mut group = Element::new("g")
        .attribute("role", "graphics-symbol")
        .with(Element::new("title").text(given.map_or(text, String::as_str)));

    let middle = (x0 + x1) / 2.0;
    let centre = match (is(flag::SPAN), is(flag::OPEN_START)) {
        (true, false) => x0,
        (true, true) => x1,
        (false, _) => middle,
    };
    let bar = |from: f64, to: f64, fill: &str| {
        Element::new("rect")
            .number("x", frame.x(from))
            .number("y", y - BAR / 2.0)
            .number("width", (to - from).max(0.0))
            .number("height", BAR)
            .attribute("fill", fill)
    };
    if is(flag::INSIDE) {
        group.push(inside_bar(x0, x1, y, is(flag::OPEN_END), ink, frame));
        group.push(shaped(shape, frame.x(x0), y, HALF, ink, frame.paper));
    } else if is(flag::SPAN) {
        let start = if is(flag::OPEN_START) {
            (x0 + FADE).min(x1)
        } else {
            x0
        };
        let end = if is(flag::OPEN_END) {
            (x1 - FADE).max(start)
        } else {
            x1
        };
        group.push(bar(start, end.max(start + 2.0), ink).number("rx", 2.0));
        if start > x0 {
            group.push(bar(x0, start, &gradient("starts")));
        }
        if end < x1 {
            group.push(bar(end, x1, &gradient("ends")));
        }
        group.push(shaped(shape, frame.x(centre), y, HALF, ink, frame.paper));
    } else if x1 - x0 > NARROW {
        group.push(bar(x0, x1, &gradient("range")));
        // The shape tells the kind; it is faint, because nothing is known to be in the
        // middle.
        group.push(
            shaped(shape, frame.x(middle), y, HALF, ink, frame.paper).number("opacity", FAINT),
        );
    } else if x1 > x0 || is(flag::WITHIN_DAY) {
        let half = (x1 - x0 + 4.0).max(MARK_SIZE.into()) / 2.0;
        group.push(outline(shape, frame.x(middle), y, half).attribute("fill", &gradient("range")));
    } else {
        group.push(shaped(shape, frame.x(x0), y, HALF, ink, frame.paper));
    }
    if x1 - x0 > NARROW || is(flag::SPAN) {
        for edge in continued(x0, x1, frame) {
            group.push(edge.attribute("transform", &format!("translate(0 {})", number(y))));
        }
    }
    decorate(&mut group, frame.x(centre), y, flags, ink, frame.paper);
    if let Some(label) = label
        && let Some(text) = label_text(scene, label, is(flag::SELECTED), frame)
    {
        group.push(text);
    }
    Some(group)
}

/// The bar of a span that has its label inside: its ground and its edge, which is left out
/// where it has no known end.
fn inside_bar(x0: f64, x1: f64, y: f64, is_open: bool, ink: &str, frame: &Frame) -> Element {
    // Just outside of the picture is as good as far outside.
    let left = x0.max(frame.left - HALF);
    let right = x1.min(frame.right + HALF);
    let half = f64::from(INSIDE_HEIGHT) / 2.0;
    let edge = format!(
        "M{r} {t}H{l}V{b}H{r}{close}",
        r = number(frame.x(right)),
        t = number(y - half),
        l = number(frame.x(left)),
        b = number(y + half),
        close = if is_open { "" } else { "z" },
    );
    Element::new("path")
        .attribute("d", &edge)
        .attribute("fill", ink)
        .number("fill-opacity", 0.16)
        .attribute("stroke", ink)
        .number("stroke-width", 1.25)
}

/// A point outwards at every edge of the picture beyond which the bar goes on, round the
/// middle of its row at `y` 0.
fn continued(x0: f64, x1: f64, frame: &Frame) -> Vec<Element> {
    // A pixel over the edge is no continuation.
    let left = (x0 < frame.left - 1.0 && x1 > frame.left).then_some((frame.left, 1.0));
    let right = (x1 > frame.right + 1.0 && x0 < frame.right).then_some((frame.right, -1.0));
    left.into_iter()
        .chain(right)
        .map(|(edge, inwards)| {
            let tip = frame.x(edge + 2.0 * inwards);
            let base = frame.x(edge + 8.0 * inwards);
            let d = format!(
                "M{} -5.5L{} 0L{} 5.5",
                number(base),
                number(tip),
                number(base)
            );
            Element::new("path")
                .attribute("d", &d)
                .attribute("fill", "none")
                .attribute("stroke", INK)
                .number("stroke-width", 1.5)
        })
        .collect()
}

/// The same signs as in the window.
fn decorate(group: &mut Element, x: f64, y: f64, flags: u16, ink: &str, paper: &str) {
    if flags & flag::DISPUTED != 0 {
        let top = number(y + HALF + 2.5);
        let dots: String = [-5.0, -1.0, 3.0]
            .map(|left| format!("M{} {top}h2v1.5h-2z", number(x + left)))
            .concat();
        group.push(
            Element::new("path")
                .attribute("d", &dots)
                .attribute("fill", ink),
        );
    }
    if flags & flag::NOTED != 0 {
        group.push(
            Element::new("circle")
                .number("cx", x + HALF + 1.0)
                .number("cy", y - HALF)
                .number("r", 3.0)
                .attribute("fill", UNDER_REVIEW)
                .attribute("stroke", paper),
        );
    }
    if flags & flag::SELECTED != 0 {
        group.push(
            Element::new("circle")
                .number("cx", x)
                .number("cy", y)
                .number("r", RING)
                .attribute("fill", "none")
                .attribute("stroke", INK)
                .number("stroke-width", 1.5),
        );
    }
}

/// Indices of the labels that a piece of the scene has: those of its marks that its edges
/// do not cut.
pub fn labels_on(scene: &Scene, cut: Cut) -> impl Iterator<Item = usize> {
    let (marks, labels) = (&scene.marks, &scene.labels);
    (0..labels.mark.len()).filter(move |label| {
        let mark = labels.mark[*label] as usize;
        let (x0, x1) = (f64::from(marks.x0[mark]), f64::from(marks.x1[mark]));
        x1 + HALF >= cut.left
            && x0 - HALF <= cut.right
            && (cut.top..cut.bottom).contains(&f64::from(marks.y[mark]))
            && label_left(scene, *label, (cut.left, cut.right)).is_some()
    })
}

/// Where a label begins between two edges; one inside a bar that begins left of them, at
/// the edge. `None` when an edge would cut it: half a name is none.
fn label_left(scene: &Scene, label: usize, (left, right): (f64, f64)) -> Option<f64> {
    let mark = scene.labels.mark[label] as usize;
    let width = f64::from(scene.labels.width[label]);
    let mut x = f64::from(scene.labels.x[label]);
    if scene.marks.flags[mark] & flag::INSIDE != 0 {
        let gap = f64::from(INSIDE_GAP);
        let last = f64::from(scene.marks.x1[mark]) - width - gap;
        x = x.max((left + gap).min(last));
    }
    (x >= left && x + width <= right).then_some(x)
}

/// The label, where it is whole. Its width is set, so that another font than Inter takes no
/// more room than was measured.
fn label_text(scene: &Scene, label: usize, selected: bool, frame: &Frame) -> Option<Element> {
    let labels = &scene.labels;
    let width = f64::from(labels.width[label]);
    let x = label_left(scene, label, (frame.left, frame.right))?;
    Some(frame.write(Words {
        hand: if selected {
            Hand::SemiBold
        } else {
            Hand::Regular
        },
        width: Some(width),
        // The mark carries the whole title.
        hidden: true,
        ..Words::new(
            frame.x(x),
            frame.y(f64::from(labels.y[label])),
            &labels.text[label],
        )
    }))
}

/// The outline of a shape, `half` wide to either side; nothing filled yet.
fn outline(shape: Shape, x: f64, y: f64, half: f64) -> Element {
    let d = match shape {
        Shape::Diamond => format!(
            "M{} {}L{} {}L{} {}L{} {}z",
            number(x),
            number(y - HALF - 1.5),
            number(x + half + 1.5),
            number(y),
            number(x),
            number(y + HALF + 1.5),
            number(x - half - 1.5),
            number(y),
        ),
        Shape::Triangle => format!(
            "M{} {}L{} {}H{}z",
            number(x),
            number(y - HALF),
            number(x + half + 0.5),
            number(y + HALF - 0.5),
            number(x - half - 0.5),
        ),
        Shape::Square | Shape::HollowSquare | Shape::Circle => {
            let rounded = if shape == Shape::Circle {
                HALF - 0.5
            } else {
                1.5
            };
            return Element::new("rect")
                .number("x", x - half + 0.5)
                .number("y", y - HALF + 0.5)
                .number("width", 2.0 * half - 1.0)
                .number("height", 2.0 * HALF - 1.0)
                .number("rx", rounded);
        }
    };
    Element::new("path").attribute("d", &d)
}

pub(super) fn shaped(shape: Shape, x: f64, y: f64, half: f64, ink: &str, paper: &str) -> Element {
    match shape {
        Shape::HollowSquare => Element::new("rect")
            .number("x", x - half + 1.0)
            .number("y", y - HALF + 1.0)
            .number("width", 2.0 * half - 2.0)
            .number("height", 2.0 * HALF - 2.0)
            .number("rx", 1.5)
            .attribute("fill", paper)
            .attribute("stroke", ink)
            .number("stroke-width", 1.75),
        _ => outline(shape, x, y, half).attribute("fill", ink),
    }
}

/// From the middle of a row down to its text, for the legend.
pub(super) const BASELINE: f64 = LABEL_BASELINE as f64;

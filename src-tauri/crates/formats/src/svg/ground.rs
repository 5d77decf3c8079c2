//! Lanes: their ground, their colour and their heads.

use super::lettering::{Hand, Words};
use super::xml::Element;
use super::{Cut, Frame, INK_SECONDARY, LANE_ALT, LANES, MARGIN, RULE, SvgOptions, wrapped};
use docketline_timeline::scene::{LABEL_SIZE, Nesting, SceneLane};
use docketline_timeline::{Inter, MeasureText, Scene, Weight};

const NAME_SIZE: f64 = 13.0;
const COUNT_SIZE: f64 = 11.0;
const NARROWEST: f64 = 96.0;
const WIDEST: f64 = 260.0;
/// From the stripe of the colour to the name.
const INDENT: f64 = 12.0;
/// From the upper edge of a lane to the baselines of a head whose name has one line, and of
/// one whose name has two; below stands the count.
const ONE_LINE: [f64; 2] = [20.5, 36.0];
const TWO_LINES: [f64; 3] = [18.0, 33.0, 48.0];
/// Heights from which a count has room, and from which the name has two lines: a lane has
/// this at the least, unless it is folded or goes on on another page.
const WITH_COUNT: f64 = 40.0;
const WITH_TWO_LINES: f64 = 54.0;

/// Room for the heads, the widest of them included.
pub(super) fn head_width(scene: &Scene) -> f64 {
    let names = scene.lanes.iter();
    let names = names.map(|lane| indent(lane) + name_width(&lane.name));
    names.fold(NARROWEST, f64::max).min(WIDEST) + 2.0 * INDENT
}

/// Lanes under another one stand further in.
fn indent(lane: &SceneLane) -> f64 {
    match lane.nesting {
        Nesting::Child => INDENT,
        Nesting::Alone | Nesting::Parent => 0.0,
    }
}

fn name_width(name: &str) -> f64 {
    f64::from(Inter.width(name, Weight::SemiBold)) * NAME_SIZE / f64::from(LABEL_SIZE)
}

pub(super) fn colour(lane: usize, scene: &Scene) -> &'static str {
    let token = scene
        .lanes
        .get(lane)
        .map_or(0, |lane| usize::from(lane.colour));
    LANES[token % LANES.len()]
}

pub(super) fn lanes(scene: &Scene, options: &SvgOptions, frame: &Frame) -> Element {
    let mut group = Element::new("g");
    let width = frame.width - 2.0 * MARGIN;
    for (index, lane) in scene.lanes.iter().enumerate() {
        let top = lane.y.max(frame.top);
        let height = (lane.y + lane.height).min(frame.bottom) - top;
        if height <= 0.0 {
            continue;
        }
        let y = frame.y(top);
        if index % 2 == 1 {
            group.push(
                Element::new("rect")
                    .number("x", MARGIN)
                    .number("y", y)
                    .number("width", width)
                    .number("height", height)
                    .attribute("fill", LANE_ALT),
            );
        }
        group.push(
            Element::new("rect")
                .number("x", MARGIN)
                .number("y", y)
                .number("width", 3.0)
                .number("height", height)
                .attribute("fill", colour(index, scene)),
        );
        let name = name_lines(&lane.name, height, WIDEST - indent(lane));
        let mut head = Element::new("g");
        if is_shortened(&name, &lane.name) {
            head.push(Element::new("title").text(&lane.name));
        }
        let x = MARGIN + INDENT + indent(lane);
        let lines = match name.len() {
            0 | 1 => &ONE_LINE[..],
            _ => &TWO_LINES[..],
        };
        for (line, below) in name.iter().zip(lines) {
            head.push(frame.write(Words {
                size: NAME_SIZE,
                hand: Hand::SemiBold,
                ..Words::new(x, y + below, line)
            }));
        }
        if height >= WITH_COUNT
            && let Some(below) = lines.last()
        {
            let count = options.lane_counts.get(index).cloned();
            let under = if lane.y < frame.top {
                options.continued.clone()
            } else {
                count.unwrap_or_else(|| lane.events.to_string())
            };
            head.push(frame.write(Words {
                size: COUNT_SIZE,
                ink: Some(INK_SECONDARY),
                ..Words::new(x, y + below, &under)
            }));
        }
        group.push(head);
    }
    let bottom = frame.y(frame.bottom);
    group.push(
        Element::new("path")
            .attribute(
                "d",
                &format!(
                    "M{MARGIN} {}h{width}M{MARGIN} {}h{width}",
                    super::number(frame.plot_y),
                    super::number(bottom),
                ),
            )
            .attribute("stroke", RULE)
            .attribute("fill", "none"),
    );
    group
}

/// Indices of the lanes whose names are shortened on a piece of the scene.
pub fn shortened_heads(scene: &Scene, cut: Cut) -> impl Iterator<Item = usize> {
    (0..scene.lanes.len()).filter(move |at| {
        let lane = &scene.lanes[*at];
        let height = (lane.y + lane.height).min(cut.bottom) - lane.y.max(cut.top);
        let name = name_lines(&lane.name, height, WIDEST - indent(lane));
        height > 0.0 && is_shortened(&name, &lane.name)
    })
}

/// The name as it stands in a head of this height. What is too long is shortened in the
/// middle: names of courts begin alike, and differ in what they end with.
fn name_lines(name: &str, height: f64, widest: f64) -> Vec<String> {
    let most = if height >= WITH_TWO_LINES { 2 } else { 1 };
    let lines = wrapped(name, NAME_SIZE / f64::from(LABEL_SIZE), widest);
    if lines.len() <= most && lines.iter().all(|line| name_width(line) <= widest) {
        return lines;
    }
    if most == 1 {
        let half = (widest - name_width(CUT)) / 2.0;
        let (first, last) = (beginning(name, half), ending(name, half));
        return vec![format!("{}{CUT}{}", first.trim_end(), last.trim_start())];
    }
    let first = match lines.first() {
        Some(line) if name_width(line) <= widest => line.as_str(),
        _ => beginning(name, widest),
    };
    let last = ending(name, widest - name_width(CUT));
    vec![first.to_owned(), format!("{CUT}{}", last.trim_start())]
}

/// Stands for what is left out.
const CUT: &str = "…";

/// A name may itself have the sign of what is left out.
fn is_shortened(lines: &[String], name: &str) -> bool {
    let shown = lines.iter().flat_map(|line| line.split_whitespace());
    !shown.eq(name.split_whitespace())
}

/// As many characters from the front as fit.
fn beginning(text: &str, width: f64) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let fits = |end: &usize| name_width(&text[..*end]) <= width;
    &text[..ends.take_while(fits).last().unwrap_or(0)]
}

/// As many characters from the back as fit.
fn ending(text: &str, width: f64) -> &str {
    let starts = text.char_indices().rev().map(|(at, _)| at);
    let fits = |start: &usize| name_width(&text[*start..]) <= width;
    &text[starts.take_while(fits).last().unwrap_or(text.len())..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_lanes_are_told_apart_however_long_they_are() {
        let second = "United States Court of Appeals for the Second Circuit";
        let ninth = "United States Court of Appeals for the Ninth Circuit";
        let longest = "Gemeinsamer Ausschuss der Aufsichtsbehörden für die Überwachung der \
                       Vereinbarungen über den Schutz personenbezogener Daten";
        for (name, height, expected) in [
            ("Appeal", 54.0, &["Appeal"][..]),
            ("Appeal", 34.0, &["Appeal"]),
            (
                second,
                54.0,
                &["United States Court of Appeals for the", "Second Circuit"],
            ),
            (
                ninth,
                54.0,
                &["United States Court of Appeals for the", "Ninth Circuit"],
            ),
            (second, 53.0, &["United States Court…the Second Circuit"]),
            (
                longest,
                154.0,
                &[
                    "Gemeinsamer Ausschuss der",
                    "…den Schutz personenbezogener Daten",
                ],
            ),
        ] {
            let lines = name_lines(name, height, WIDEST);
            assert_eq!(lines, expected, "{name} in {height}");
            assert!(lines.iter().all(|line| name_width(line) <= WIDEST));
            assert_eq!(is_shortened(&lines, name), lines.concat().contains(CUT));
        }
        assert_ne!(
            name_lines(second, 34.0, WIDEST),
            name_lines(ninth, 34.0, WIDEST)
        );
        assert!(!is_shortened(
            &name_lines("And so on…", 54.0, WIDEST),
            "And so on…"
        ));
        for name in ["", " ", "W", &"W".repeat(400), &"憲".repeat(90), "a b"] {
            for height in [20.0, 54.0] {
                let lines = name_lines(name, height, WIDEST);
                assert!(lines.len() <= 2);
                assert!(
                    lines.iter().all(|line| name_width(line) <= WIDEST),
                    "{lines:?}"
                );
            }
        }
    }
}

//! Lanes: their ground, their colour and their heads.

use super::lettering::{Hand, Words};
use super::xml::Element;
use super::{Frame, INK_SECONDARY, LANE_ALT, LANES, MARGIN, RULE, SvgOptions};
use docketline_timeline::scene::LABEL_SIZE;
use docketline_timeline::{Inter, MeasureText, Scene, Weight};

const NAME_SIZE: f64 = 13.0;
const COUNT_SIZE: f64 = 11.0;
const NARROWEST: f64 = 96.0;
const WIDEST: f64 = 260.0;
/// From the stripe of the colour to the name.
const INDENT: f64 = 12.0;

/// Room for the heads, the widest of them included.
pub(super) fn head_width(scene: &Scene) -> f64 {
    let names = scene.lanes.iter().map(|lane| name_width(&lane.name));
    names.fold(NARROWEST, f64::max).min(WIDEST) + 2.0 * INDENT
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
        let name = shortened(&lane.name);
        let mut head = Element::new("g");
        if name != lane.name {
            head.push(Element::new("title").text(&lane.name));
        }
        let x = MARGIN + INDENT;
        head.push(frame.write(Words {
            size: NAME_SIZE,
            hand: Hand::SemiBold,
            ..Words::new(x, y + 20.5, &name)
        }));
        let count = options.lane_counts.get(index).cloned();
        let under = if lane.y < frame.top {
            options.continued.clone()
        } else {
            count.unwrap_or_else(|| lane.events.to_string())
        };
        head.push(frame.write(Words {
            size: COUNT_SIZE,
            ink: Some(INK_SECONDARY),
            ..Words::new(x, y + 36.0, &under)
        }));
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

fn shortened(name: &str) -> String {
    if name_width(name) <= WIDEST {
        return name.to_owned();
    }
    let fits = |end: &usize| name_width(&format!("{}…", &name[..*end])) <= WIDEST;
    let ends = name.char_indices().map(|(at, _)| at);
    let end = ends.take_while(fits).last().unwrap_or(0);
    format!("{}…", name[..end].trim_end())
}

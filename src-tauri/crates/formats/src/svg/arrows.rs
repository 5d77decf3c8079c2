//! Arrows from the selected event to what it acted on.

use super::lettering::{Hand, Words};
use super::xml::Element;
use super::{Frame, IN_FORCE, INK_SECONDARY, SET_ASIDE, UNDER_REVIEW, number};
use docketline_domain::vocabulary::RelationType;
use docketline_timeline::scene::Arrow;

/// Length of the head of an arrow; the layout keeps so much free of labels.
const HEAD: f64 = 6.0;

pub(super) fn arrow(arrow: &Arrow, word: &str, frame: &Frame) -> Element {
    let points = &arrow.points;
    let ink = colour(arrow.relation);
    let at = |[x, y]: [f32; 2]| (frame.x(f64::from(x)), frame.y(f64::from(y)));
    let mut group = Element::new("g").with(Element::new("title").text(word));
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return group;
    };
    let pair = |point: &[f32; 2]| {
        let (x, y) = at(*point);
        format!("{} {}", number(x), number(y))
    };
    let rest: Vec<String> = points[1..].iter().map(pair).collect();
    let d = format!("M{}C{}", pair(first), rest.join(" "));
    group.push(
        Element::new("path")
            .attribute("d", &d)
            .attribute("fill", "none")
            .attribute("stroke", ink)
            .number("stroke-width", 1.5),
    );
    let before = points
        .iter()
        .rev()
        .find(|point| *point != last)
        .unwrap_or(first);
    group.push(head(at(*before), at(*last), ink));
    if arrow.label_width > 0.0 {
        group.push(frame.write(Words {
            hand: Hand::SemiBold,
            ink: Some(ink),
            ..Words::new(
                frame.x(f64::from(arrow.label_x)),
                frame.y(f64::from(arrow.label_y)),
                word,
            )
        }));
    }
    group
}

fn head((from_x, from_y): (f64, f64), (x, y): (f64, f64), ink: &str) -> Element {
    let length = (x - from_x).hypot(y - from_y).max(0.01);
    let (ux, uy) = ((x - from_x) / length, (y - from_y) / length);
    let corner = |side: f64| {
        (
            x - HEAD * ux - side * 3.0 * uy,
            y - HEAD * uy + side * 3.0 * ux,
        )
    };
    let (a, b) = (corner(1.0), corner(-1.0));
    let d = format!(
        "M{} {}L{} {}L{} {}z",
        number(x),
        number(y),
        number(a.0),
        number(a.1),
        number(b.0),
        number(b.1)
    );
    Element::new("path")
        .attribute("d", &d)
        .attribute("fill", ink)
}

/// An act is drawn in the colour of what it does to the standing of its target.
fn colour(relation: RelationType) -> &'static str {
    use RelationType as R;
    match relation {
        R::Reverses
        | R::Vacates
        | R::Quashes
        | R::Moots
        | R::Supersedes
        | R::Withdraws
        | R::Invalidates
        | R::Repeals => SET_ASIDE,
        R::Affirms | R::Reinstates | R::LiftsStay => IN_FORCE,
        R::Stays => UNDER_REVIEW,
        R::AppealsFrom
        | R::DeniesReview
        | R::DismissesAppeal
        | R::RespondsTo
        | R::Follows
        | R::Cites
        | R::Enacts
        | R::Amends => INK_SECONDARY,
    }
}

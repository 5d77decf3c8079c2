//! Labels: what they say, how much room they take, and who gets the room that is left
//! once every mark has its row.

use crate::density::Band;
use crate::input::Candidate;
use crate::measure::{MeasureText, Weight};
use crate::pack::{AFTER_LABEL, BEFORE_LEFT_LABEL, Extent, Label, Placed, Side, fits_inside};
use crate::room::Measured;
use crate::scene::{LABEL_GAP, WIDEST_LABEL, flag};
use std::borrow::Cow;

/// The label of the selected event gives way to the ring round its mark.
pub(crate) const RING_ROOM: f32 = 3.0;
/// The most that any label takes beside its mark, and the space behind it.
pub(crate) const WIDEST_ROOM: f64 = (WIDEST_LABEL + LABEL_GAP + RING_ROOM) as f64 + AFTER_LABEL;
/// Less free space than this for every byte of a label is not worth measuring for, and
/// what even a cut label takes.
const NARROWEST: f64 = 4.0;
const NARROWEST_CUT: f64 = 140.0;

pub(crate) struct LabelText<'a> {
    pub measure: &'a dyn MeasureText,
}

impl LabelText<'_> {
    /// What the label says, with the doubt about the date behind it.
    pub fn text<'e>(&self, event: &Candidate<'e>) -> Cow<'e, str> {
        let label = event.label.as_str().trim();
        match self.measured(event) {
            Some(measured) => shown(label, measured.shown, doubt(event.flags)),
            None => Cow::Borrowed(""),
        }
    }

    /// Room beside the mark in pixels, the gap included; `None` when there is nothing to
    /// say. Enough for the bold label and the ring of the selected event, so that
    /// selecting moves nothing.
    pub fn room(&self, event: &Candidate<'_>) -> Option<f64> {
        self.measured(event).map(|measured| measured.px)
    }

    fn measured(&self, event: &Candidate<'_>) -> Option<Measured> {
        event.label.room.or_measured(|| {
            let label = event.label.as_str().trim();
            if label.is_empty() {
                return None;
            }
            let (bytes, width) = self.shortened(label, doubt(event.flags));
            Some(Measured {
                px: f64::from(width + LABEL_GAP + RING_ROOM),
                shown: bytes,
            })
        })
    }

    /// Whether it is worth measuring if a label fits.
    fn may_fit(&self, event: &Candidate<'_>, space: f64) -> bool {
        space > (event.label.bytes as f64 * NARROWEST).min(NARROWEST_CUT)
    }

    /// How many bytes of a label are shown, and how wide that is in bold.
    fn shortened(&self, label: &str, doubt: &str) -> (usize, f32) {
        let whole = shown(label, label.len(), doubt);
        // No character of a readable font is narrower than 2 px, so a text beyond this
        // need not be measured as a whole.
        if whole.len() < 1_000
            && let Some(width) = self.measure.within(&whole, Weight::SemiBold, WIDEST_LABEL)
        {
            return (label.len(), width);
        }
        let rest = ["…", doubt].concat();
        let fit = self
            .measure
            .fitting(label, &rest, Weight::SemiBold, WIDEST_LABEL);
        // The word that does not fit may end there all the same.
        let next = label[fit..]
            .chars()
            .next()
            .map_or(fit, |c| fit + c.len_utf8());
        let word = label[..next].rfind(char::is_whitespace);
        let end = word.filter(|end| *end > 0).unwrap_or(fit);
        let bytes = label[..end].trim_end().len();
        let text = shown(label, bytes, doubt);
        (bytes, self.measure.width(&text, Weight::SemiBold))
    }
}

/// So many bytes of a label, with the sign of a cut if that is not all, and the doubt.
fn shown<'e>(label: &'e str, bytes: usize, doubt: &str) -> Cow<'e, str> {
    match (bytes < label.len(), doubt) {
        (false, "") => Cow::Borrowed(label),
        (false, doubt) => Cow::Owned([label, doubt].concat()),
        (true, doubt) => Cow::Owned([&label[..bytes], "…", doubt].concat()),
    }
}

/// What is behind the words of an event whose date is in doubt.
fn doubt(flags: u16) -> &'static str {
    let is = |bit: u16| flags & bit != 0;
    match (is(flag::UNCERTAIN), is(flag::APPROXIMATE)) {
        (false, false) => "",
        (true, false) => " (?)",
        (false, true) => " (~)",
        (true, true) => " (~?)",
    }
}

/// Who may take the place of whose label: selected before found before disputed before
/// the rest.
pub(crate) fn rank(flags: u16) -> u8 {
    match flags {
        f if f & flag::SELECTED != 0 => 3,
        f if f & flag::FOUND != 0 => 2,
        f if f & flag::DISPUTED != 0 => 1,
        _ => 0,
    }
}

/// Gives the free space of every row to the marks that have no label yet, the most
/// important first. No mark moves. `flags` are those of the events, selection included;
/// `rows` are the places between which each row may be used.
pub(crate) fn use_free_space(
    placed: &mut [Placed],
    rows: &[(f64, f64)],
    events: &[Candidate<'_>],
    flags: &dyn Fn(usize) -> u16,
    labels: &LabelText<'_>,
) {
    let mut of_row: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    let mut position = vec![0; placed.len()];
    for (index, mark) in placed.iter().enumerate() {
        position[index] = of_row[mark.row].len();
        of_row[mark.row].push(index);
    }
    let neighbours = |index: usize, placed: &[Placed]| {
        let row = &of_row[placed[index].row];
        let at = position[index];
        (
            at.checked_sub(1).map(|at| row[at]),
            row.get(at + 1).copied(),
        )
    };

    let mut waiting: Vec<(u8, u8, usize)> = (0..placed.len())
        .filter(|index| placed[*index].label.is_none())
        .filter(|index| {
            let (before, after) = neighbours(*index, placed);
            let extent = placed[*index].extent;
            let bare = |other: Option<usize>| other.map(|other| placed[other].extent);
            let (from, to) = rows[placed[*index].row];
            let right = bare(after).map_or(to, |next| next.left) - extent.right;
            let left = extent.left - bare(before).map_or(from, |last| last.right);
            let event = &events[placed[*index].event];
            let space = (right - AFTER_LABEL).max(left - BEFORE_LEFT_LABEL);
            let inside = match event.flags & flag::SPAN {
                0 => 0.0,
                _ => extent.right - extent.left,
            };
            labels.may_fit(event, space.max(inside))
        })
        .map(|index| {
            let event = placed[index].event;
            (rank(flags(event)), events[event].significance, index)
        })
        .collect();
    waiting.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));

    for (rank_of_it, _, index) in waiting {
        let Some(room) = labels.room(&events[placed[index].event]) else {
            continue;
        };
        let (before, after) = neighbours(index, placed);
        let extent = placed[index].extent;
        if fits_inside(&events[placed[index].event], extent, room) {
            let side = Side::Inside;
            placed[index].label = Some(Label { side, room });
            continue;
        }
        let (from, to) = rows[placed[index].row];
        // The label of a neighbour, when it leans this way and must be respected or can be
        // taken.
        let in_the_way = |other: Option<usize>, side: Side| {
            other.filter(|other| placed[*other].label.is_some_and(|label| label.side == side))
        };
        let may_take = |other: usize| rank_of_it > rank(flags(placed[other].event));

        let right_limit = |taken: bool| {
            after.map_or(to, |next| {
                let theirs = placed[next].label.filter(|label| label.side == Side::Left);
                let theirs = theirs.filter(|_| !taken).map_or(0.0, |label| label.room);
                placed[next].extent.left - theirs
            })
        };
        let left_limit = |taken: bool| {
            before.map_or(from, |last| {
                let theirs = placed[last].label.filter(|label| label.side == Side::Right);
                let theirs = theirs.filter(|_| !taken).map_or(0.0, |label| label.room);
                placed[last].extent.right + theirs
            })
        };
        let fits_right = |taken| {
            extent.right.is_finite() && extent.right + room + AFTER_LABEL <= right_limit(taken)
        };
        let fits_left = |taken| {
            extent.left.is_finite() && extent.left - room - BEFORE_LEFT_LABEL >= left_limit(taken)
        };
        let theirs_right = in_the_way(after, Side::Left).filter(|other| may_take(*other));
        let theirs_left = in_the_way(before, Side::Right).filter(|other| may_take(*other));

        let (side, dropped) = if fits_right(false) {
            (Side::Right, None)
        } else if fits_left(false) {
            (Side::Left, None)
        } else if theirs_right.is_some() && fits_right(true) {
            (Side::Right, theirs_right)
        } else if theirs_left.is_some() && fits_left(true) {
            (Side::Left, theirs_left)
        } else {
            continue;
        };
        if let Some(dropped) = dropped {
            placed[dropped].label = None;
        }
        placed[index].label = Some(Label { side, room });
    }
}

/// Gives labels to the marks that are drawn through density, where counts and other such
/// marks leave room on the right.
pub(crate) fn use_space_between_bands(
    through: &mut [Placed],
    bands: &[Band],
    events: &[Candidate<'_>],
    labels: &LabelText<'_>,
) {
    // Row, extent, and which of the marks it is.
    let mut taken: Vec<(usize, Extent, Option<usize>)> = bands
        .iter()
        .map(|band| (band.row, band.extent, None))
        .chain(
            through
                .iter()
                .enumerate()
                .map(|(index, mark)| (mark.row, mark.extent, Some(index))),
        )
        .collect();
    taken.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.left.total_cmp(&b.1.left)));

    let mut covered_to = f64::NEG_INFINITY;
    for at in 0..taken.len() {
        let (row, extent, mark) = taken[at];
        if at > 0 && taken[at - 1].0 != row {
            covered_to = f64::NEG_INFINITY;
        }
        let is_free = extent.right > covered_to;
        let begins_free = extent.left >= covered_to;
        covered_to = covered_to.max(extent.right);
        let next = taken.get(at + 1).filter(|next| next.0 == row);
        let next_left = next.map_or(f64::INFINITY, |next| next.1.left);
        let limit = next_left - AFTER_LABEL;
        // Counts and other marks may lie over a bar, and then its label would lie under them.
        let is_bare = begins_free && next_left >= extent.right;
        let Some(index) = mark.filter(|_| is_free) else {
            continue;
        };
        let event = &events[through[index].event];
        let width = if is_bare {
            extent.right - extent.left
        } else {
            0.0
        };
        if !labels.may_fit(event, (limit - extent.right).max(width)) {
            continue;
        }
        let room = labels.room(event);
        if let Some(room) = room.filter(|room| is_bare && fits_inside(event, extent, *room)) {
            let side = Side::Inside;
            through[index].label = Some(Label { side, room });
            continue;
        }
        if let Some(room) = room.filter(|room| extent.right + room <= limit) {
            through[index].label = Some(Label {
                side: Side::Right,
                room,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::LabelPlace;
    use crate::measure::Inter;
    use crate::room::Room;
    use docketline_domain::vocabulary::Shape;

    fn event<'a>(
        label: &'a str,
        room: &'a Room,
        uncertain: bool,
        approximate: bool,
    ) -> Candidate<'a> {
        let bit = |holds: bool, bit: u16| if holds { bit } else { 0 };
        Candidate {
            key: 1,
            shape: Shape::Circle,
            first: f64::NEG_INFINITY,
            last: f64::INFINITY,
            flags: bit(uncertain, flag::UNCERTAIN) | bit(approximate, flag::APPROXIMATE),
            label: LabelPlace {
                texts: label,
                start: 0,
                bytes: label.len(),
                room,
            },
            significance: 1,
        }
    }

    #[test]
    fn a_label_says_what_is_doubtful_and_is_cut_at_a_word() {
        let labels = LabelText { measure: &Inter };
        for (written, uncertain, approximate, expected) in [
            ("Stay lifted", false, false, "Stay lifted"),
            (" Stay lifted ", true, false, "Stay lifted (?)"),
            ("Stay lifted", false, true, "Stay lifted (~)"),
            ("Stay lifted", true, true, "Stay lifted (~?)"),
            (
                "Microsoft held in civil contempt by agreed order, without sanctions",
                true,
                false,
                "Microsoft held in civil contempt by… (?)",
            ),
        ] {
            assert_eq!(
                labels.text(&event(written, &Room::default(), uncertain, approximate)),
                expected
            );
        }
    }

    #[test]
    fn no_text_is_wider_than_the_widest_label() {
        let labels = LabelText { measure: &Inter };
        for text in [
            "W".repeat(9_999),
            "憲 ".repeat(300),
            "ﷺ".repeat(400),
            "a".repeat(90),
        ] {
            let room = labels
                .room(&event(&text, &Room::default(), true, true))
                .unwrap();
            assert!(
                room <= f64::from(WIDEST_LABEL + LABEL_GAP + RING_ROOM),
                "{room}"
            );
        }
        assert_eq!(
            labels.room(&event("  ", &Room::default(), true, false)),
            None
        );
    }
}

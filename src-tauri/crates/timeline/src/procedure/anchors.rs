//! Where arrows begin and end.

use super::Docket;
use super::rows::{COUNT_HALF, Owner, Scale};
use super::seats::{Place, Seats};
use crate::scene::MARK_REACH;

/// A node, or the count that it is part of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Anchor {
    pub owner: Owner,
    pub x: f64,
    pub row: usize,
    /// From its middle to its edge.
    pub reach: f64,
}

pub(super) fn anchors(docket: &Docket, seats: &Seats, scale: &Scale) -> Vec<Anchor> {
    seats
        .places
        .iter()
        .enumerate()
        .map(|(index, place)| match place {
            Place::Node { row, .. } => {
                let (x0, x1) = scale.extent(&docket.events[index]);
                Anchor {
                    owner: Owner::Event(index),
                    x: (x0 + x1) / 2.0,
                    row: *row,
                    reach: f64::from(MARK_REACH),
                }
            }
            Place::Group(group) => Anchor {
                owner: Owner::Group(*group),
                x: scale.x(seats.groups[*group].middle),
                row: seats.groups[*group].row,
                reach: COUNT_HALF,
            },
        })
        .collect()
}

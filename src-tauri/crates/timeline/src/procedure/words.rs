//! Where arrows run, and where their words stand.

use super::clear::Ground;
use crate::curve::Point;
use std::collections::HashMap;

const CELL: f64 = 6.0;
/// Between the points of a path that leave a trace.
pub(super) const STEP: f64 = 4.0;
/// Half of the height of a word.
const HALF: f64 = 7.0;
/// Words keep this far from each other and from labels.
const APART: f64 = 4.0;
/// From a word to the arrow that it belongs to.
const BESIDE: f64 = 5.0;
/// Places that are tried along an arrow.
const PLACES: usize = 48;

/// Which arrows run through which cell of a grid.
#[derive(Debug, Default)]
pub(super) struct Traces {
    cells: HashMap<(i32, i32), Vec<u32>>,
}

fn cell(point: Point) -> (i32, i32) {
    (
        (point.x / CELL).floor() as i32,
        (point.y / CELL).floor() as i32,
    )
}

impl Traces {
    /// `samples` are nearer to each other than a cell is wide.
    pub fn add(&mut self, arrow: u32, samples: &[Point]) {
        for point in samples {
            let arrows = self.cells.entry(cell(*point)).or_default();
            if arrows.last() != Some(&arrow) {
                arrows.push(arrow);
            }
        }
    }

    /// How often a path enters a cell where another arrow runs.
    pub fn crossings(&self, path: &[Point]) -> usize {
        let mut met = 0;
        let mut before: &[u32] = &[];
        for point in path {
            let here = self.cells.get(&cell(*point)).map_or(&[][..], Vec::as_slice);
            met += here.iter().filter(|arrow| !before.contains(arrow)).count();
            before = here;
        }
        met
    }

    fn is_empty(&self, x: (f64, f64), y: (f64, f64)) -> bool {
        let (left, top) = cell(Point { x: x.0, y: y.0 });
        let (right, bottom) = cell(Point { x: x.1, y: y.1 });
        (top..=bottom)
            .all(|row| (left..=right).all(|column| !self.cells.contains_key(&(column, row))))
    }
}

/// The room of a word: its left edge and its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub left: f64,
    pub right: f64,
    pub y: f64,
}

/// A place beside the arrow that nothing else takes, the nearer to its middle the better.
pub(super) fn room(
    width: f64,
    path: &[Point],
    ground: &Ground<'_>,
    traces: &Traces,
    taken: &[Room],
) -> Option<Room> {
    let middle = path.len() / 2;
    let mut places: Vec<usize> = (0..path.len())
        .step_by((path.len() / PLACES).max(1))
        .collect();
    places.sort_by_key(|at| at.abs_diff(middle));
    places
        .into_iter()
        .flat_map(|at| {
            let Point { x, y } = path[at];
            [
                (x - width / 2.0, y - HALF - BESIDE),
                (x - width / 2.0, y + HALF + BESIDE),
                (x + BESIDE + 2.0, y),
                (x - BESIDE - 2.0 - width, y),
            ]
        })
        .map(|(left, y)| Room {
            left,
            right: left + width,
            y,
        })
        .find(|room| {
            let x = (room.left - APART, room.right + APART);
            let y = (room.y - HALF, room.y + HALF);
            x.0 >= 0.0
                && x.1 <= ground.width
                && y.0 >= 0.0
                && y.1 <= ground.height
                && taken.iter().all(|other| {
                    x.1 <= other.left
                        || other.right <= x.0
                        || (other.y - room.y).abs() >= 2.0 * HALF
                })
                && ground.is_free(x, (y.0 - 1.0, y.1 + 1.0), &[])
                && traces.is_empty((room.left, room.right), y)
        })
}

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
/// Half of the way between two points of a trace, where a curve is quickest: a path that
/// touches a word has a point as near to it as this.
const BETWEEN: f64 = 3.0;
/// Places that are tried along an arrow.
const PLACES: usize = 48;

/// Where arrows run, by the cells of a grid.
#[derive(Debug, Default)]
pub(super) struct Traces {
    cells: HashMap<(i32, i32), Cell>,
}

#[derive(Debug, Default)]
struct Cell {
    arrows: Vec<u32>,
    points: Vec<Point>,
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
            let cell = self.cells.entry(cell(*point)).or_default();
            if cell.arrows.last() != Some(&arrow) {
                cell.arrows.push(arrow);
            }
            cell.points.push(*point);
        }
    }

    /// How often a path enters a cell where another arrow runs.
    pub fn crossings(&self, path: &[Point]) -> usize {
        let mut met = 0;
        let mut before: &[u32] = &[];
        for point in path {
            let here: &[u32] = match self.cells.get(&cell(*point)) {
                Some(cell) => &cell.arrows,
                None => &[],
            };
            met += here.iter().filter(|arrow| !before.contains(arrow)).count();
            before = here;
        }
        met
    }

    /// Whether no arrow runs within `left..right` and `top..bottom`.
    fn is_empty(&self, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> bool {
        let (x, y) = (
            left - BETWEEN..=right + BETWEEN,
            top - BETWEEN..=bottom + BETWEEN,
        );
        let (first, above) = cell(Point {
            x: *x.start(),
            y: *y.start(),
        });
        let (last, below) = cell(Point {
            x: *x.end(),
            y: *y.end(),
        });
        (above..=below)
            .flat_map(|row| (first..=last).map(move |column| (column, row)))
            .filter_map(|at| self.cells.get(&at))
            .flat_map(|cell| &cell.points)
            .all(|point| !x.contains(&point.x) || !y.contains(&point.y))
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

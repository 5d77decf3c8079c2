//! What finds no row is counted.
//!
//! Marks that would collide are counted in cells of a fixed grid, so that panning moves a
//! count and never changes it. Ranges wider than a lane has room for are counted
//! together over what they span. An event that is selected, found, disputed or noted is
//! never counted: it is drawn through the density.

use crate::pack::{AFTER_MARK, Extent, Placed, Rows, WIDE};

/// Width of a cell in ladder pixels: room for a count of five digits.
const CELL: f64 = 48.0;
/// Width of a digit of a count.
const DIGIT: f64 = 7.5;
/// A narrower piece of a cell would not be seen.
const NARROWEST: f64 = 6.0;

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Band {
    /// Where it is drawn, in ladder pixels.
    pub extent: Extent,
    /// What the events it counts reach; it is shown wherever one of them would be.
    pub reach: Extent,
    pub row: usize,
    pub count: u32,
    /// The union of the flags of what it counts.
    pub flags: u16,
}

/// The overflow of one lane, in rows below those of the marks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Density {
    pub bands: Vec<Band>,
    /// Drawn through the bands, from left to right in each row.
    pub through: Vec<Placed>,
    /// Rows of the lane, those of the marks included.
    pub rows: usize,
}

/// Counts what found no row; what `drawn_alone` picks is drawn instead.
pub(crate) fn count_overflow(rows: &Rows, drawn_alone: &dyn Fn(usize) -> bool) -> Density {
    let (wide, narrow): (Vec<Found>, Vec<Found>) = rows
        .overflow
        .iter()
        .copied()
        .partition(|(_, extent)| extent.is_wide());
    // The rows depend on what overflows and not on what is drawn alone, so that selecting
    // an event moves no lane.
    let narrow_row = rows.count;
    let wide_row = narrow_row + usize::from(!narrow.is_empty());
    let mut density = Density {
        rows: wide_row + usize::from(!wide.is_empty()),
        ..Density::default()
    };
    let (alone, counted) = narrow
        .into_iter()
        .partition(|(event, _)| drawn_alone(*event));
    count_in_cells(alone, counted, narrow_row, &mut density);

    let (alone, counted): (Vec<Found>, Vec<Found>) =
        wide.into_iter().partition(|(event, _)| drawn_alone(*event));
    density
        .through
        .extend(alone.into_iter().map(|found| placed(found, wide_row)));
    let extents = counted.into_iter().map(|(_, extent)| extent);
    density.bands.extend(unions(extents, wide_row));
    density
}

/// An event, by its index, and the room it would need.
type Found = (usize, Extent);

fn placed((event, extent): Found, row: usize) -> Placed {
    Placed {
        event,
        extent,
        row,
        label: None,
    }
}

/// One band for each cell of the grid in which the middles of events lie. One event that
/// has its cell to itself is drawn.
fn count_in_cells(alone: Vec<Found>, counted: Vec<Found>, row: usize, density: &mut Density) {
    let through: Vec<Placed> = alone.into_iter().map(|found| placed(found, row)).collect();
    let mut by_cell: Vec<(i64, Found)> = counted
        .into_iter()
        .map(|found| ((found.1.middle() / CELL).floor() as i64, found))
        .collect();
    by_cell.sort_by_key(|(cell, _)| *cell);
    let cells: Vec<&[(i64, Found)]> = by_cell.chunk_by(|(a, _), (b, _)| a == b).collect();
    let mut singles = Vec::new();
    for (at, events) in cells.iter().enumerate() {
        let number = events[0].0;
        let left = number as f64 * CELL;
        let cell = Extent {
            left,
            // Neighbouring counts stay apart.
            right: left + CELL - AFTER_MARK,
        };
        let reach = union(events.iter().map(|(_, (_, extent))| *extent));
        if let [(_, found)] = events {
            let is_empty = |neighbour: Option<&&[(i64, Found)]>, number: i64| {
                neighbour.is_none_or(|events| events[0].0 != number)
            };
            let before = is_empty(at.checked_sub(1).and_then(|at| cells.get(at)), number - 1);
            let after = is_empty(cells.get(at + 1), number + 1);
            let free = Extent {
                left: cell.left - if before { CELL / 2.0 } else { 0.0 },
                right: cell.right + if after { CELL / 2.0 - AFTER_MARK } else { 0.0 },
            };
            let fits = reach.left >= free.left && reach.right <= free.right;
            if fits && marks_near(reach, &through).next().is_none() {
                singles.push(placed(*found, row));
                continue;
            }
        }
        density.bands.push(Band {
            extent: widest_piece(wide_enough(reach, events.len(), cell), &through),
            reach,
            row,
            count: events.len() as u32,
            flags: 0,
        });
    }
    density.through.extend(through);
    density.through.extend(singles);
    density
        .through
        .sort_by(|a, b| a.extent.left.total_cmp(&b.extent.left));
}

/// What the events of a cell cover of it, and at least the width of their count.
pub(crate) fn wide_enough(reach: Extent, count: usize, cell: Extent) -> Extent {
    let digits = f64::from(count.max(1).ilog10() + 1);
    let least = (digits * DIGIT + 2.0 * AFTER_MARK).min(cell.right - cell.left);
    let (left, right) = (reach.left.max(cell.left), reach.right.min(cell.right));
    let missing = (least - (right - left)).max(0.0);
    let left = (left - missing / 2.0).clamp(cell.left, cell.right - least);
    Extent {
        left,
        right: right.max(left + least),
    }
}

/// The widest piece that the marks drawn through it leave of a cell; the whole of it,
/// under the marks, when they leave nothing.
pub(crate) fn widest_piece(cell: Extent, through: &[Placed]) -> Extent {
    let mut widest: Option<Extent> = None;
    let mut left = cell.left;
    let mut consider = |left: f64, right: f64| {
        let wider = widest.is_none_or(|piece| right - left > piece.right - piece.left);
        if right - left >= NARROWEST && wider {
            widest = Some(Extent { left, right });
        }
    };
    for mark in marks_near(cell, through) {
        consider(left, (mark.extent.left - AFTER_MARK).min(cell.right));
        left = left.max(mark.extent.right + AFTER_MARK);
    }
    consider(left, cell.right);
    widest.unwrap_or(cell)
}

/// The marks that touch a cell, or nearly. They come from left to right.
pub(crate) fn marks_near(cell: Extent, through: &[Placed]) -> impl Iterator<Item = &Placed> {
    let nearest = cell.left - WIDE - AFTER_MARK;
    let first = through.partition_point(|mark| mark.extent.left < nearest);
    through[first..]
        .iter()
        .take_while(move |mark| mark.extent.left < cell.right + AFTER_MARK)
        .filter(move |mark| mark.extent.right > cell.left - AFTER_MARK)
}

/// One band for each group of ranges that overlap.
pub(crate) fn unions(extents: impl Iterator<Item = Extent>, row: usize) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for extent in extents {
        match bands.last_mut() {
            Some(band) if extent.left <= band.extent.right + AFTER_MARK => {
                band.extent.right = band.extent.right.max(extent.right);
                band.reach = band.extent;
                band.count += 1;
            }
            _ => bands.push(Band {
                extent,
                reach: extent,
                row,
                count: 1,
                flags: 0,
            }),
        }
    }
    bands
}

pub(crate) fn union(extents: impl Iterator<Item = Extent>) -> Extent {
    extents.fold(
        Extent {
            left: f64::INFINITY,
            right: f64::NEG_INFINITY,
        },
        |all, one| Extent {
            left: all.left.min(one.left),
            right: all.right.max(one.right),
        },
    )
}

//! What finds no row is counted.
//!
//! Marks that would collide are counted in cells of a fixed grid, so that panning moves a
//! count and never changes it. Ranges wider than a lane has room for are counted
//! together over what they span. An event that is selected, found, disputed or noted is
//! never counted: it is drawn through the density.

use crate::pack::{AFTER_MARK, Extent, Placed, Rows, WIDE};

/// Width of a cell in ladder pixels: room for a count of five digits.
const CELL: f64 = 48.0;
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
}

/// The overflow of one lane as bands, and as marks where `drawn_alone` says so, in rows
/// below those of the marks. Gives the bands, the marks and the number of rows.
pub(crate) fn count_overflow(
    rows: &Rows,
    drawn_alone: &dyn Fn(usize) -> bool,
) -> (Vec<Band>, Vec<Placed>, usize) {
    let (wide, narrow): (Vec<_>, Vec<_>) = rows
        .overflow
        .iter()
        .partition(|(_, extent)| extent.is_wide());
    let narrow_row = rows.count;
    let wide_row = narrow_row + usize::from(!narrow.is_empty());
    let end = wide_row + usize::from(!wide.is_empty());

    let mut bands = Vec::new();
    let mut through = Vec::new();
    for (group, row) in [(&narrow, narrow_row), (&wide, wide_row)] {
        let (alone, counted): (Vec<_>, Vec<_>) =
            group.iter().partition(|(event, _)| drawn_alone(*event));
        let alone: Vec<Placed> = alone
            .into_iter()
            .map(|(event, extent)| Placed {
                event,
                extent,
                row,
                label: None,
            })
            .collect();
        let counted = counted.into_iter().map(|(_, extent)| extent);
        if row == narrow_row && !narrow.is_empty() {
            bands.extend(cells(counted, row, &alone));
        } else {
            bands.extend(unions(counted, row));
        }
        through.extend(alone);
    }
    (bands, through, end)
}

/// One band for each cell of the grid in which the middle of an event lies.
fn cells(extents: impl Iterator<Item = Extent>, row: usize, through: &[Placed]) -> Vec<Band> {
    let mut by_cell: Vec<(i64, Extent)> = extents
        .map(|extent| ((extent.middle() / CELL).floor() as i64, extent))
        .collect();
    by_cell.sort_by_key(|(cell, _)| *cell);
    by_cell
        .chunk_by(|(a, _), (b, _)| a == b)
        .map(|events| {
            let start = events[0].0 as f64 * CELL;
            let reach = union(events.iter().map(|(_, extent)| *extent));
            let drawn = Extent {
                left: reach.left.max(start),
                // Neighbouring counts stay apart.
                right: reach.right.min(start + CELL - AFTER_MARK),
            };
            Band {
                extent: widest_piece(drawn, through),
                reach,
                row,
                count: events.len() as u32,
            }
        })
        .collect()
}

/// The widest piece that the marks drawn through it leave of a cell; the whole of it,
/// under the marks, when they leave nothing.
fn widest_piece(cell: Extent, through: &[Placed]) -> Extent {
    let mut widest: Option<Extent> = None;
    let mut left = cell.left;
    let mut consider = |left: f64, right: f64| {
        let wider = widest.is_none_or(|piece| right - left > piece.right - piece.left);
        if right - left >= NARROWEST && wider {
            widest = Some(Extent { left, right });
        }
    };
    // From left to right, as the overflow is.
    let nearest = cell.left - WIDE - AFTER_MARK;
    let first = through.partition_point(|mark| mark.extent.left < nearest);
    for mark in through[first..]
        .iter()
        .take_while(|mark| mark.extent.left < cell.right)
    {
        consider(left, (mark.extent.left - AFTER_MARK).min(cell.right));
        left = left.max(mark.extent.right + AFTER_MARK);
    }
    consider(left, cell.right);
    widest.unwrap_or(cell)
}

/// One band for each group of ranges that overlap.
fn unions(extents: impl Iterator<Item = Extent>, row: usize) -> Vec<Band> {
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
            }),
        }
    }
    bands
}

fn union(extents: impl Iterator<Item = Extent>) -> Extent {
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

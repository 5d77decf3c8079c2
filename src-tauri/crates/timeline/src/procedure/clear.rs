//! What stands where, once the rows have their places.

use super::rows::{Owner, Row};
use crate::curve::Point;

/// From an arrow to what it must not touch.
pub(super) const CLEAR: f64 = 2.5;

/// Rows and the places of their middles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub rows: &'a [Row],
    pub ys: &'a [f64],
    pub width: f64,
    pub height: f64,
}

impl Ground<'_> {
    /// Whether nothing but `own` stands within `left..right` and `top..bottom`.
    pub fn is_free(&self, x: (f64, f64), y: (f64, f64), own: &[Owner]) -> bool {
        // No row is as high as this.
        const REACH: f64 = 24.0;
        let first = self.ys.partition_point(|middle| *middle < y.0 - REACH);
        self.ys[first..]
            .iter()
            .zip(&self.rows[first..])
            .take_while(|(middle, _)| **middle <= y.1 + REACH)
            .filter(|(middle, row)| **middle - row.half < y.1 && **middle + row.half > y.0)
            .all(|(_, row)| is_free_in(row, x, own))
    }

    pub fn holds(&self, point: Point) -> bool {
        (1.0..=self.width - 1.0).contains(&point.x) && (1.0..=self.height - 1.0).contains(&point.y)
    }

    /// Whether a path touches nothing. Near its ends it may touch the marks that it
    /// belongs to, but their labels nowhere.
    pub fn is_clear(&self, path: &[Point], own: [Owner; 2], reach: f64) -> bool {
        let (Some(start), Some(end)) = (path.first(), path.last()) else {
            return true;
        };
        path.iter().all(|point| {
            let near_end = point.distance(*start) < reach || point.distance(*end) < reach;
            let own: &[Owner] = if near_end { &own } else { &[] };
            let x = (point.x - CLEAR, point.x + CLEAR);
            let y = (point.y - CLEAR, point.y + CLEAR);
            self.holds(*point) && self.is_free(x, y, own)
        })
    }
}

pub(super) fn is_free_in(row: &Row, (left, right): (f64, f64), own: &[Owner]) -> bool {
    let first = row.taken.partition_point(|taken| taken.right <= left);
    row.taken[first..]
        .iter()
        .take_while(|taken| taken.left < right)
        .all(|taken| own.contains(&taken.owner))
}

//! What stands in the way of an arrow, row by row.

use crate::curve::Point;
use crate::scene::{LABEL_BASELINE, LABEL_HALF_HEIGHT, MARK_REACH, ROW_HEIGHT, Scene};

/// From an arrow to a label.
pub(crate) const CLEAR_OF_LABEL: f64 = 3.0;
/// From an arrow to a mark that it does not belong to.
const CLEAR_OF_MARK: f64 = 2.0;

/// A row of marks: the room of its labels, and of its marks and counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Row {
    pub y: f64,
    pub labels: Intervals,
    pub marks: Intervals,
}

/// Stretches of `x`, which may overlap.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Intervals {
    /// Left, right, and the furthest right of this one and all before it, by `left`.
    sorted: Vec<(f64, f64, f64)>,
}

impl Intervals {
    fn push(&mut self, (left, right): (f64, f64)) {
        self.sorted.push((left, right, right));
    }

    fn sort(&mut self) {
        self.sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut furthest = f64::NEG_INFINITY;
        for interval in &mut self.sorted {
            furthest = furthest.max(interval.1);
            interval.2 = furthest;
        }
    }

    /// Whether any of them reaches into `left..right`.
    pub fn hit(&self, left: f64, right: f64) -> bool {
        let end = self.sorted.partition_point(|(from, ..)| *from < right);
        end > 0 && self.sorted[end - 1].2 > left
    }

    pub fn iter(&self) -> impl Iterator<Item = (f64, f64)> {
        self.sorted.iter().map(|(left, right, _)| (*left, *right))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Obstacles {
    /// From top to bottom, through all lanes.
    pub rows: Vec<Row>,
    pub width: f64,
    pub height: f64,
}

impl Obstacles {
    /// `ends` are the rows where arrows begin and end; their marks may lie outside the
    /// window.
    pub fn of(scene: &Scene, width: f64, ends: impl Iterator<Item = f32>) -> Self {
        let (marks, bands) = (scene.marks.y.iter(), scene.bands.y.iter());
        let mut ys: Vec<f32> = marks.chain(bands).copied().chain(ends).collect();
        ys.sort_by(f32::total_cmp);
        ys.dedup();
        let mut rows: Vec<Row> = ys
            .iter()
            .map(|y| Row {
                y: f64::from(*y),
                ..Row::default()
            })
            .collect();
        let row_at = |y: f32| ys.partition_point(|row| *row < y);
        let reach = f64::from(MARK_REACH);
        let marks = &scene.marks;
        for at in 0..marks.key.len() {
            let extent = (
                f64::from(marks.x0[at]) - reach,
                f64::from(marks.x1[at]) + reach,
            );
            rows[row_at(marks.y[at])].marks.push(extent);
        }
        let bands = &scene.bands;
        for at in 0..bands.count.len() {
            let extent = (f64::from(bands.x0[at]), f64::from(bands.x1[at]));
            rows[row_at(bands.y[at])].marks.push(extent);
        }
        let labels = &scene.labels;
        for at in 0..labels.text.len() {
            let left = f64::from(labels.x[at]);
            let extent = (left, left + f64::from(labels.width[at]));
            let y = marks.y[labels.mark[at] as usize];
            debug_assert_eq!(y + LABEL_BASELINE, labels.y[at]);
            rows[row_at(y)].labels.push(extent);
        }
        for row in &mut rows {
            row.labels.sort();
            row.marks.sort();
        }
        Self {
            rows,
            width,
            height: scene.height,
        }
    }

    /// Rows whose text or marks come within `reach` of `y`.
    fn near(&self, y: f64, reach: f64) -> &[Row] {
        let first = self.rows.partition_point(|row| row.y < y - reach);
        let end = self.rows.partition_point(|row| row.y <= y + reach);
        &self.rows[first..end]
    }

    pub fn is_clear_of_labels(&self, path: &[Point]) -> bool {
        let reach = f64::from(LABEL_HALF_HEIGHT) + CLEAR_OF_LABEL;
        path.iter().all(|point| {
            let inside = (-ROW_HEIGHT..=ROW_HEIGHT + self.width as f32).contains(&(point.x as f32))
                && (0.0..=self.height).contains(&point.y);
            inside
                && self.near(point.y, reach).iter().all(|row| {
                    !row.labels
                        .hit(point.x - CLEAR_OF_LABEL, point.x + CLEAR_OF_LABEL)
                })
        })
    }

    /// How many of the points lie on a mark or a count.
    pub fn on_marks(&self, path: &[Point]) -> usize {
        // Less than from the middle of a row to a path in the gap beside it.
        let reach = f64::from(MARK_REACH);
        let on_mark = |point: &&Point| {
            self.near(point.y, reach).iter().any(|row| {
                row.marks
                    .hit(point.x - CLEAR_OF_MARK, point.x + CLEAR_OF_MARK)
            })
        };
        path.iter().filter(on_mark).count()
    }

    /// Nothing stands between `left` and `right` where a text in the middle of which `y` is
    /// would stand.
    pub fn is_free(&self, left: f64, right: f64, y: f64) -> bool {
        let half = f64::from(LABEL_HALF_HEIGHT);
        left >= 0.0
            && right <= self.width
            && y >= half
            && y <= self.height - half
            && self.near(y, 2.0 * half + 1.0).iter().all(|row| {
                !row.labels.hit(left - 4.0, right + 4.0) && !row.marks.hit(left - 4.0, right + 4.0)
            })
    }
}

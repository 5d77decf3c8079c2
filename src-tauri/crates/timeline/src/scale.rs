//! Three spaces, and the way from one to the next.
//!
//! - **Days** count from 1970-01-01, with their fraction.
//! - **Ladder pixels** are days at the step of the ladder: the scale of the viewport,
//!   rounded up to a step. Rows and labels are decided here, so they hold still while the
//!   reader zooms within a step and while he pans.
//! - **Window pixels** are CSS pixels from the left edge of the window, at the exact
//!   scale. The window is wider than the viewport and its edges lie on a fixed grid.

use crate::scene::{Part, Viewport};

/// Steps for a factor of two. What fits at the scale of the step fits at every finer one,
/// so zooming in by up to a step moves no mark to another row.
const STEPS_PER_OCTAVE: f64 = 8.0;
/// Days for one pixel: a minute over some thousand pixels, and the age of the universe
/// over a few.
const FINEST: f64 = 1e-7;
const COARSEST: f64 = 1e12;
/// Beyond this, day numbers leave the range of the calendar.
const FURTHEST_DAY: f64 = 4e18;
/// Beyond this many pixels from day 0, single pixels can no longer be told apart.
const FURTHEST_COUNTED: f64 = (1_u64 << 50) as f64;
const WIDEST: f64 = 16_384.0;
/// Widths are rounded up to this, so that resizing by a pixel keeps the window.
const WIDTH_STEP: f64 = 256.0;
const HEIGHT_STEP: f64 = 64.0;
/// Positions are multiples of 1/64 px: with whole numbers of pixels between windows, an
/// event has the same fraction in all of them, and up to [`FURTHEST_PX`] an `f32` holds it
/// exactly.
const GRID: f64 = 64.0;
/// Ends further out than this are drawn here; it is far outside every window.
const FURTHEST_PX: f64 = 131_072.0;

/// What a scene covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Window {
    pub days_per_px: f64,
    /// Days per ladder pixel; at least `days_per_px`.
    pub ladder: f64,
    /// The left edge, in whole pixels from day 0.
    first_px: f64,
    pub width: f64,
}

impl Window {
    /// The window round a viewport: half of the viewport's width is rounded up, the axis is
    /// cut into tiles of that width, and the window has five of them: the one in which the
    /// viewport begins, the one before it and the three after it.
    ///
    /// Values that are not numbers or out of reach are brought to the nearest that is.
    pub fn around(viewport: Viewport) -> Self {
        let days_per_px = sane(viewport.days_per_px, 1.0).clamp(FINEST, COARSEST);
        let furthest = FURTHEST_DAY.min(FURTHEST_COUNTED * days_per_px);
        let from = sane(viewport.from, 0.0).clamp(-furthest, furthest);
        let width = sane(viewport.width, 0.0).clamp(1.0, WIDEST);
        let tile = (width / 2.0 / WIDTH_STEP).ceil() * WIDTH_STEP;
        let index = (from / days_per_px / tile).floor();
        Self {
            days_per_px,
            ladder: ladder_step(days_per_px),
            first_px: (index - 1.0) * tile,
            width: 5.0 * tile,
        }
    }

    /// The day at the left edge.
    pub fn from(&self) -> f64 {
        self.first_px * self.days_per_px
    }

    /// The day at the right edge.
    pub fn to(&self) -> f64 {
        (self.first_px + self.width) * self.days_per_px
    }

    /// Window pixels of a day.
    pub fn x(&self, day: f64) -> f64 {
        self.at_px(day / self.days_per_px)
    }

    /// Window pixels of a place in ladder pixels.
    pub fn x_of_ladder(&self, px: f64) -> f64 {
        self.at_px(px * (self.ladder / self.days_per_px))
    }

    fn at_px(&self, px: f64) -> f64 {
        let x = ((px - self.first_px) * GRID).round() / GRID;
        x.clamp(-FURTHEST_PX, FURTHEST_PX)
    }
}

/// The part of the lanes that a scene covers, in pixels from the top of the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rows {
    pub top: f64,
    pub bottom: f64,
}

impl Rows {
    /// As [`Window::around`], in steps of a quarter of the part's height: the step in which
    /// the part begins, the one before it and the five after it.
    pub fn around(part: Part) -> Self {
        if part == Part::WHOLE {
            return Self {
                top: f64::NEG_INFINITY,
                bottom: f64::INFINITY,
            };
        }
        let height = sane(part.height, 0.0).clamp(1.0, WIDEST);
        let step = (height / 4.0 / HEIGHT_STEP).ceil() * HEIGHT_STEP;
        let index = (sane(part.top, 0.0).clamp(-1e9, 1e9) / step).floor();
        Self {
            top: (index - 1.0) * step,
            bottom: (index + 6.0) * step,
        }
    }

    pub fn touch(&self, top: f64, bottom: f64) -> bool {
        bottom >= self.top && top <= self.bottom
    }
}

fn sane(value: f64, otherwise: f64) -> f64 {
    if value.is_nan() { otherwise } else { value }
}

pub(crate) fn ladder_step(days_per_px: f64) -> f64 {
    let step = (days_per_px.log2() * STEPS_PER_OCTAVE).ceil();
    let scale = (step / STEPS_PER_OCTAVE).exp2();
    // The logarithm may round down across a step.
    scale.max(days_per_px)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn viewport(from: f64, days_per_px: f64, width: f64) -> Viewport {
        Viewport {
            from,
            days_per_px,
            width,
        }
    }

    #[test]
    fn what_is_no_viewport_still_gives_a_window() {
        for bad in [
            viewport(f64::NAN, f64::NAN, f64::NAN),
            viewport(f64::INFINITY, f64::INFINITY, f64::INFINITY),
            viewport(f64::NEG_INFINITY, -1.0, -1.0),
            viewport(0.0, 0.0, 0.0),
        ] {
            let window = Window::around(bad);
            for value in [window.from(), window.to(), window.ladder, window.x(0.0)] {
                assert!(value.is_finite(), "{bad:?} gives {window:?}");
            }
            assert!(window.from() < window.to(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn the_viewport_lies_inside_its_window_with_half_its_width_to_spare(
            from in -1e6_f64..1e6, scale in -8.0_f64..12.0, width in 1.0_f64..5_000.0
        ) {
            let view = viewport(from, scale.exp2(), width);
            let window = Window::around(view);
            let (left, right) = (window.x(from), window.x(from + width * view.days_per_px));
            let spare = width / 2.0 - 0.1;
            prop_assert!(left >= spare && right <= window.width - spare);
        }

        #[test]
        fn the_part_lies_inside_its_rows_with_a_quarter_of_its_height_to_spare(
            top in 0.0_f64..1e6, height in 1.0_f64..3_000.0
        ) {
            let rows = Rows::around(Part { top, height });
            prop_assert!(rows.top <= top - height / 4.0);
            prop_assert!(rows.bottom >= top + 1.25 * height);
        }

        #[test]
        fn the_ladder_is_coarser_by_less_than_a_tenth(scale in -20.0_f64..40.0) {
            let window = Window::around(viewport(0.0, scale.exp2(), 900.0));
            let ratio = window.ladder / window.days_per_px;
            prop_assert!((1.0..1.1).contains(&ratio), "{ratio}");
        }

        #[test]
        fn a_day_is_a_whole_number_of_pixels_away_in_another_window(
            from in -1e6_f64..1e6, to in -1e6_f64..1e6, day in -1e5_f64..1e5, scale in 0.0_f64..12.0
        ) {
            let one = Window::around(viewport(from, scale.exp2(), 900.0));
            let other = Window::around(viewport(to, scale.exp2(), 900.0));
            let (a, b) = (one.x(day), other.x(day));
            prop_assume!(a.abs() < FURTHEST_PX && b.abs() < FURTHEST_PX);
            prop_assert_eq!((a - b).fract(), 0.0);
        }
    }
}

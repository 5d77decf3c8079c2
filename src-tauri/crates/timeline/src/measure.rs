//! How wide a text is.

use crate::scene::LABEL_SIZE;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    SemiBold,
}

/// Tells the layout how much room a label needs.
pub trait MeasureText {
    /// CSS pixels at [`LABEL_SIZE`].
    fn width(&self, text: &str, weight: Weight) -> f32;
}

/// The bundled Inter, which the window and every picture draw with.
#[derive(Debug, Default)]
pub struct Inter;

impl MeasureText for Inter {
    fn width(&self, text: &str, _weight: Weight) -> f32 {
        text.chars().count() as f32 * LABEL_SIZE * 0.56
    }
}

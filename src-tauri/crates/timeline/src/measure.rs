//! How wide a text is.

use crate::scene::LABEL_SIZE;
use rustybuzz::{Face, ShapePlan, UnicodeBuffer, shape_with_plan, ttf_parser};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    SemiBold,
}

/// Tells the layout how much room a text needs.
pub trait MeasureText {
    /// CSS pixels at [`LABEL_SIZE`]; other sizes are in proportion. SemiBold is never
    /// narrower than Regular.
    fn width(&self, text: &str, weight: Weight) -> f32;
}

/// The bundled Inter, which the window and every picture draw with: advances, kerning
/// and ligatures as a browser shapes them.
///
/// Every text is shaped once and its width kept, because the same labels are asked for
/// at every step of a zoom.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inter;

impl MeasureText for Inter {
    fn width(&self, text: &str, weight: Weight) -> f32 {
        let face = match weight {
            Weight::Regular => &*REGULAR,
            Weight::SemiBold => &*SEMI_BOLD,
        };
        // A width is right or absent, so a panic elsewhere cannot have spoilt the map.
        let mut widths = face.widths.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(width) = widths.get(text) {
            return *width;
        }
        if widths.len() >= KEPT {
            widths.clear();
        }
        let width = face.shape(text);
        widths.insert(text.into(), width);
        width
    }
}

impl Inter {
    /// The file of the face, for whoever draws with it: TrueType.
    pub fn file(weight: Weight) -> &'static [u8] {
        match weight {
            Weight::Regular => REGULAR_FILE,
            Weight::SemiBold => SEMI_BOLD_FILE,
        }
    }
}

/// Widths kept for each weight; some 10 MB at most.
const KEPT: usize = 100_000;

static REGULAR_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
static SEMI_BOLD_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");

static REGULAR: LazyLock<BundledFace> = LazyLock::new(|| BundledFace::new(REGULAR_FILE));
static SEMI_BOLD: LazyLock<BundledFace> = LazyLock::new(|| BundledFace::new(SEMI_BOLD_FILE));

struct BundledFace {
    face: Face<'static>,
    /// For Latin, which nearly every label is.
    latin: ShapePlan,
    widths: Mutex<HashMap<Box<str>, f32>>,
}

impl BundledFace {
    fn new(bytes: &'static [u8]) -> Self {
        let face = Face::from_slice(bytes, 0).expect("the bundled font is a valid face");
        let latin = ShapePlan::new(
            &face,
            rustybuzz::Direction::LeftToRight,
            Some(rustybuzz::script::LATIN),
            None,
            &[],
        );
        Self {
            face,
            latin,
            widths: Mutex::default(),
        }
    }

    fn shape(&self, text: &str) -> f32 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = if buffer.script() == rustybuzz::script::LATIN
            && buffer.direction() == rustybuzz::Direction::LeftToRight
        {
            shape_with_plan(&self.face, &self.latin, buffer)
        } else {
            rustybuzz::shape(&self.face, &[], buffer)
        };
        let em = f32::from(ttf_parser::Face::units_per_em(&self.face));
        let units: f32 = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| match info.glyph_id {
                0 => em * width_in_another_font(text, info.cluster as usize),
                _ => position.x_advance as f32,
            })
            .sum();
        units / em * LABEL_SIZE
    }
}

/// A character that Inter lacks is drawn from a font of the system whose widths are not
/// known; this is a little more than such fonts take, in em.
fn width_in_another_font(text: &str, at: usize) -> f32 {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        // Hangul, kana, ideographs and pictures fill a square.
        Some('\u{1100}'..='\u{11ff}' | '\u{2e80}'..) => 1.05,
        _ => 0.75,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_that_a_browser_shapes() {
        // Font units of HarfBuzz for the same face, kerning included.
        for (text, units) in [
            ("Civil contempt, no sanctions", 27_357.0),
            ("AVATAR To. Té fi ff", 17_994.0),
            ("Шремс ТАЄ", 11_719.0),
            ("Ωμέγα ΑΥ", 9_616.0),
            ("", 0.0),
        ] {
            let width = Inter.width(text, Weight::Regular);
            let expected = units / 2_048.0 * LABEL_SIZE;
            assert!(
                (width - expected).abs() < 0.01,
                "{text}: {width} for {expected}"
            );
        }
    }

    #[test]
    fn semi_bold_is_wider_and_a_second_asking_gives_the_same() {
        let first = Inter.width("Second Circuit reverses", Weight::SemiBold);
        assert!(first > Inter.width("Second Circuit reverses", Weight::Regular));
        assert_eq!(
            first,
            Inter.width("Second Circuit reverses", Weight::SemiBold)
        );
    }

    #[test]
    fn scripts_that_the_font_lacks_still_get_room() {
        assert!(Inter.width("憲法裁判所", Weight::Regular) >= 5.0 * LABEL_SIZE);
        assert!(Inter.width("מחוזי", Weight::Regular) > 0.0);
    }
}

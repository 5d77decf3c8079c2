//! The faces that the page carries, so that it looks the same everywhere and the labels
//! of its picture are as wide as they were measured. 131 kB as text; cut to Latin by
//! `templates/fonts/make.py`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::sync::LazyLock;

pub struct Face {
    pub family: &'static str,
    pub weight: u16,
    pub style: &'static str,
    /// WOFF2 in base64.
    pub data: String,
}

macro_rules! face {
    ($family:literal, $weight:literal, $style:literal, $file:literal) => {
        Face {
            family: $family,
            weight: $weight,
            style: $style,
            data: STANDARD.encode(include_bytes!(concat!(
                "../../templates/fonts/",
                $file,
                ".woff2"
            ))),
        }
    };
}

pub static FACES: LazyLock<[Face; 5]> = LazyLock::new(|| {
    [
        face!("Inter", 400, "normal", "Inter-Regular"),
        face!("Inter", 600, "normal", "Inter-SemiBold"),
        face!("Source Serif 4", 400, "normal", "SourceSerif4-Regular"),
        face!("Source Serif 4", 600, "normal", "SourceSerif4-SemiBold"),
        face!("Source Serif 4", 400, "italic", "SourceSerif4-Italic"),
    ]
});

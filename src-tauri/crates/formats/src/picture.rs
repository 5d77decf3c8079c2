//! Pictures for print and for other documents: PNG and PDF from the drawings of
//! [`crate::svg`], and the cutting of a long timeline into pages.
//!
//! A picture has the bundled fonts or none: nothing of the system it is made on gets in,
//! so the same drawing gives the same bytes everywhere.

mod fonts;
pub mod pages;
mod pdf;
mod png;

pub use pdf::{LONGEST_SHEET, POINTS, Paper, PdfAbout, PdfPage, pdf};
pub use png::{MOST_PIXELS, fits_png, png};

/// Why a picture cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// More pixels than [`MOST_PIXELS`].
    #[error("the picture would have {width} by {height} pixels")]
    TooLarge { width: u64, height: u64 },
    /// A sheet beyond what a PDF can measure.
    #[error("the sheet would be longer than five metres")]
    TooLong,
    /// A drawing that is none, or nothing of the drawing could be written: a mistake of
    /// the program.
    #[error("the drawing cannot be made into a picture: {0}")]
    Undrawable(String),
}

/// A drawing, read.
fn read(svg: &str) -> Result<resvg::usvg::Tree, PictureError> {
    let options = resvg::usvg::Options {
        fontdb: fonts::bundled(),
        font_family: fonts::SANS.to_owned(),
        ..resvg::usvg::Options::default()
    };
    resvg::usvg::Tree::from_str(svg, &options)
        .map_err(|error| PictureError::Undrawable(error.to_string()))
}

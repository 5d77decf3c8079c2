//! The fonts of every picture.

use crate::svg::lettering::TITLE_FILE;
use docketline_timeline::{Inter, Weight};
use resvg::usvg::fontdb::{Database, Source};
use std::sync::{Arc, LazyLock};

pub(super) const SANS: &str = "Inter";
pub(super) const SERIF: &str = "Source Serif 4";

/// For reading drawings.
pub(super) fn bundled() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for file in [
            Inter::file(Weight::Regular),
            Inter::file(Weight::SemiBold),
            TITLE_FILE,
        ] {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        fonts.set_sans_serif_family(SANS);
        fonts.set_serif_family(SERIF);
        Arc::new(fonts)
    });
    Arc::clone(&FONTS)
}

/// The file of a face that a drawing names.
pub(super) fn file(is_serif: bool, weight: u16) -> &'static [u8] {
    match (is_serif, weight) {
        (true, _) => TITLE_FILE,
        (false, 550..) => Inter::file(Weight::SemiBold),
        (false, _) => Inter::file(Weight::Regular),
    }
}

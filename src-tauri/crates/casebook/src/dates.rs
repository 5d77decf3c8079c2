//! Dates as people type them, at the edge of the use cases.

use crate::Result;
use crate::error::{Error, ErrorCode};
use docketline_domain::words::{Reading, read_date};
use docketline_domain::{Bounds, Edtf};

/// What was meant. A date with two readings is refused with both, never guessed.
pub(crate) fn read(text: &str) -> Result<Edtf> {
    match read_date(text) {
        Reading::One(date) => Ok(date),
        Reading::Ambiguous(readings) => Err(Error::new(ErrorCode::AmbiguousDate)
            .with("text", &text)
            .with(
                "readings",
                &readings
                    .iter()
                    .map(Edtf::to_words)
                    .collect::<Vec<_>>()
                    .join(" / "),
            )),
        Reading::Invalid(error) => Err(Error::new(ErrorCode::BadDate)
            .with("text", &text)
            .with("reason", &error)),
    }
}

/// The bounds of a date of a filter; blank is no date.
pub(crate) fn read_bounds(text: Option<&str>) -> Result<Option<Bounds>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => Ok(Some(read(text)?.bounds())),
    }
}

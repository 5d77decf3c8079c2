//! Comparing dates that are not exact.

mod properties;
mod table;

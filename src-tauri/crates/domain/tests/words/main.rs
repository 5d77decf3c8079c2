//! Dates in words and words as dates.

mod entry;
mod properties;
mod read;
mod write;

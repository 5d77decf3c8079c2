//! Dates in words and words as dates.

mod properties;
mod read;
mod write;

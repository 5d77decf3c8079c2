//! Dates in words and words as dates.

mod read;
mod write;

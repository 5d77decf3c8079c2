//! Dates in words and words as dates.

mod write;

//! Dates in good English, and dates as people write them.

mod compose;
mod entry;
mod lexicon;
mod names;
mod parts;
mod phrase;
mod read;
mod reader;
mod tokens;
mod write_date;
mod write_span;

pub use entry::{Entry, EntryDate, read_entry};
pub(crate) use names::MONTHS;
pub use read::{Reading, read_date};

use crate::edtf::{Edtf, Expression};

impl Edtf {
    /// The date as one would say it: "14 July 2016", "about June 2014", "between 1 and
    /// 12 August 2014". Never empty.
    pub fn to_words(&self) -> String {
        match self.expression() {
            Expression::Date(date) => date.to_words(),
            Expression::DateTime(moment) => moment.to_words(),
            Expression::Interval(interval) => interval.to_words(),
            Expression::Set(set) => set.to_words(),
        }
    }
}

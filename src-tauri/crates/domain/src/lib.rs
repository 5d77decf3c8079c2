//! The vocabulary of legal timelines and the law of it: dates that say what is not
//! known, events, relations, courts. Pure: no database, no clock, no files.

pub mod clocks;
pub mod compare;
pub mod consistency;
pub mod day;
pub mod edtf;
pub mod id;
pub mod model;
pub mod number;
pub mod standing;
pub mod vocabulary;
pub mod words;

pub use clocks::{Clocks, NamedByEvents};
pub use day::Day;
pub use edtf::{Bounds, Edtf, EdtfError};
pub use id::{Id, IdError};
pub use model::Document;

//! One module per file format, in and out. Reading never trusts what it reads; every
//! writer says what its format could not hold.

pub mod corpus;
pub mod csv;
pub mod html;
pub mod markdown;
pub mod native;
pub mod pasted;
pub mod picture;
pub mod svg;
pub mod tsv;

/// A row that was not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The line of the file on which the row starts, from 1.
    pub line: i64,
    pub reason: String,
}

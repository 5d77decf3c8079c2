//! One module per file format, in and out. Reading never trusts what it reads; every
//! writer says what its format could not hold.

pub mod markdown;

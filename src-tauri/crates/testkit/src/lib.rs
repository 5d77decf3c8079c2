//! What tests and benchmarks share: made-up dockets of any size.

pub mod docket;
pub mod figures;

//! The built program in a real window, operated as a person would: by keys and clicks,
//! and by looking. `make test` builds it with its `automation` feature and says where
//! it is.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; what helps the tests is no test function"
)]

mod access;
mod closing;
mod desk;
mod file_dialog;
mod files;
mod starts;
mod story;

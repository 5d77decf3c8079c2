//! What the developer tools share with the end-to-end tests.

pub mod display;
pub mod process;
pub mod program;
pub mod webdriver;

//! What surrounds the casebooks: windows, dialogs, the list of recent ones, places.

pub mod closing;
pub mod dialogs;
pub mod drawing;
pub mod hand;
pub mod keeping;
pub mod places;
pub mod recent;
pub mod start;
pub mod watching;
pub mod windows;

//! From columns of events and a viewport to a scene. Pure: no database, no window.

mod input;
mod layout;
mod measure;
mod overview;
pub mod scene;

pub use input::{ArrowInput, LaneInput, TimelineEvent};
pub use layout::layout;
pub use measure::{Inter, MeasureText, Weight};
pub use overview::overview;
pub use scene::{Overview, Scene, Viewport};

//! From columns of events and a viewport to a scene. Pure: no database, no window.

mod arrows;
mod axis;
mod columns;
mod crossings;
mod crowd;
mod curve;
mod density;
mod input;
mod labels;
mod layout;
mod measure;
mod obstacles;
mod overview;
mod pack;
pub mod procedure;
mod pyramid;
mod room;
mod route;
mod scale;
pub mod scene;
mod units;
pub mod wire;

pub use columns::{Chosen, Columns, ColumnsMaker, EventRow};
pub use input::{ArrowInput, LaneInput, TimelineEvent};
pub use layout::{layout, scene_of, scene_part};
pub use measure::{Inter, MeasureText, Weight, drawn_as};
pub use overview::overview;
pub use scene::{Overview, Part, Scene, Viewport};

//! From columns of events and a viewport to a scene. Pure: no database, no window.

pub mod scene;

pub use scene::{Overview, Scene, Viewport};

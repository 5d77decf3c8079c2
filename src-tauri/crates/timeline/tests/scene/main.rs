//! What a scene is made to be: by properties of random events, and by example.

mod arrows;
mod crowded;
mod examples;
mod properties;
mod support;

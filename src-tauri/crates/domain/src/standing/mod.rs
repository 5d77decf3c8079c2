//! What stood on a day, and why.

mod answer;
mod case;
pub mod findings;
mod graph;
mod prepare;
mod readings;
mod state;
mod stays;
mod steps;
mod wide;
mod word;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod reference;

pub use answer::{Affirmation, Possibility, Span, Standing};
pub use case::{Act, Case, CaseEvent, EventIx, Sequence};
pub use findings::Finding;
pub use prepare::PreparedCase;
pub use word::{Certainty, StandingWord};

//! What the consistency check finds, rule by rule, and what it leaves alone.

mod notation;
mod rules;
mod same;

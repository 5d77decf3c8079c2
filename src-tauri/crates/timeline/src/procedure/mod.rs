//! The plan of a proceeding: courts as storeys, what they decided as nodes, what each
//! decision did to another as arrows.
//!
//! The whole docket is laid out at one scale, not a window of it, so panning is a
//! translation and asks for nothing. Rows follow the scale in the steps of the timeline,
//! so a zoom within a step moves no node to another row.
//!
//! # When there is too much to tell apart
//!
//! While all storeys together need few rows, every node has its label. Beyond, a storey
//! has a share of the rows, and what matters less first loses its label, then its own
//! mark: nodes that would collide are drawn as one count. Likewise the acts that matter
//! most are drawn as arrows, and every other act is counted at the event that did it. The
//! acts of the selected event are always drawn.
//!
//! # Cost
//!
//! With `n` events, `a` acts, `d` drawn arrows and `r` rows: `n log n + n·r` for the
//! seats, `a log a` for the choice of arrows, and for every arrow the rows it crosses
//! times the labels in them. `d` grows with the width of the drawing and not with `a`
//! ([`MOST_ARROWS`] at most), so a large docket costs little more than one that just
//! fills the drawing.

mod anchors;
mod arrows;
mod clear;
mod curves;
mod rows;
pub mod scene;
mod seats;
mod storeys;
#[cfg(test)]
mod tests;
mod tracks;
mod ways;
mod words;

use crate::measure::MeasureText;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::{RelationType, Shape};
pub use scene::{ProcedureScene, ProcedureView};

pub use arrows::MOST_ARROWS;

/// One event of a docket, reduced to what its drawing needs.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcedureEvent {
    /// What the caller knows it by; unique, and below 2^53.
    pub key: i64,
    /// Index into [`Docket::courts`]; `None` outside the courts.
    pub court: Option<u16>,
    /// Index into [`Docket::proceedings`].
    pub proceeding: Option<u16>,
    pub bounds: Bounds,
    pub shape: Shape,
    /// A few words.
    pub label: String,
    /// Its date in words.
    pub date: String,
    /// More is more; decides what stays when not all can be told apart.
    pub significance: u8,
}

/// What one event did to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcedureAct {
    /// Indices into [`Docket::events`].
    pub from: u32,
    pub to: u32,
    pub relation: RelationType,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Docket {
    /// Their names.
    pub courts: Vec<String>,
    pub proceedings: Vec<String>,
    pub events: Vec<ProcedureEvent>,
    pub acts: Vec<ProcedureAct>,
}

/// Lays a docket out. Pure: the same input gives the same scene.
///
/// Acts that name an event which is not there are left out.
pub fn lay_out(docket: &Docket, view: ProcedureView, measure: &dyn MeasureText) -> ProcedureScene {
    if docket.events.is_empty() {
        return ProcedureScene::default();
    }
    let storeys = storeys::storeys(docket);
    let chosen = view
        .selected
        .and_then(|key| docket.events.iter().position(|event| event.key == key));
    let labels = rows::labels(docket, measure);
    let scale = rows::Scale::of(docket, view, &labels);
    let seats = seats::seat(docket, &storeys, &scale, labels, chosen);
    let drawn = arrows::choose(docket, &seats, chosen, scale.width);
    let plan = arrows::draw(docket, &seats, &drawn, &scale, measure);
    scene::assemble(docket, &storeys, &scale, &seats, plan)
}

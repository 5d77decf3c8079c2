//! The largest casebook in Docketline's window beside what another timeline shows of far
//! fewer events, in the same engine.

use super::casebooks::grouped;
use super::peers::{Taken, VIS_TIMELINE, VIS_TIMELINE_STACKED};
use super::report::{Figure, Measured, Unit};
use super::windows::Opened;
use anyhow::{Context, Result};

/// Of what vis-timeline takes for its first frame of 5,000 events.
const FIRST_FRAME_GOAL: f64 = 1.0 / 50.0;
const FIRST_FRAME_BESIDE: u32 = 5_000;
/// Of what a frame of vis-timeline takes with 1,000 events.
const FRAME_GOAL: f64 = 1.0 / 4.0;
const FRAME_BESIDE: u32 = 1_000;

pub fn figures(opened: &[Opened], taken: &[Taken]) -> Result<Vec<Figure>> {
    let ours = opened.last().context("the window was not measured")?;
    let events = grouped(ours.events);
    let vis = |peer: &str, size: u32| {
        // In a quick run the largest that there is.
        let vis = taken.iter().filter(|taken| taken.peer == peer);
        vis.filter(|taken| taken.events <= size)
            .max_by_key(|taken| taken.events)
            .context("vis-timeline was not measured")
    };
    let ours_first = Measured::Is(ours.first_frame.median());
    let first_beside = |peer: &str| -> Result<Figure> {
        let theirs = vis(peer, FIRST_FRAME_BESIDE)?;
        let size = grouped(theirs.events);
        let what = format!("First frame of {events} to {size} of {peer}");
        let ratio = ours_first.part_of(theirs.first_frame);
        Ok(Figure::new(what, ratio, Unit::Times)
            .at_most(FIRST_FRAME_GOAL)
            .note("ours from the start of the process, theirs from the events at hand"))
    };
    let frame = vis(VIS_TIMELINE, FRAME_BESIDE)?;
    let frame_of_vis = frame.frame().context("vis-timeline was not moved")?;
    let frame_ratio = Measured::Is(ours.frame()).part_of(frame_of_vis);
    Ok(vec![
        first_beside(VIS_TIMELINE)?,
        first_beside(VIS_TIMELINE_STACKED)?,
        Figure::new(
            format!(
                "Frame with {events} to vis-timeline's with {}",
                grouped(frame.events)
            ),
            frame_ratio,
            Unit::Times,
        )
        .at_most(FRAME_GOAL)
        .note("the slower of panning and zooming, p95"),
    ])
}

//! The real window on casebooks of every size: how long until its first whole picture, and
//! how long a frame takes while the reader pans and zooms, beside an empty canvas;
//! also how long a letter typed into the search takes, and the way to the last row of the
//! table. A picture of each is left beside the casebooks, to be looked at.

use super::casebooks::{Casebooks, grouped};
use super::quantiles::Quantiles;
use super::reaches::Reaches;
use super::report::Figure;
use super::timed::Timed;
use crate::frames::Frames;
use anyhow::{Context, Result};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;
use xtask::display::Display;
use xtask::program::Home;

/// Starts with each casebook after one that warms the caches; the middle one counts.
const STARTS: usize = 3;
/// Milliseconds to the first whole picture of the largest casebook.
const OPENING_GOAL: f64 = 1_000.0;
/// A frame of the largest casebook to one of an empty canvas in the same window.
const FRAME_GOAL: f64 = 1.1;

/// What one size took, in milliseconds.
#[derive(Debug)]
pub struct Opened {
    pub events: u32,
    /// From the start of the process to the first whole picture.
    pub first_frame: Quantiles,
    /// The same from when the window's page was asked for.
    after_page: Quantiles,
    empty: Frames,
    panning: Frames,
    zooming: Frames,
    reaches: Reaches,
}

impl Opened {
    /// The slower of the two movements, at 95 %.
    pub fn frame(&self) -> f64 {
        self.panning.between.p95().max(self.zooming.between.p95())
    }

    fn figures(&self) -> Vec<Figure> {
        let events = grouped(self.events);
        let free = |frames: &Frames| format!("the page is free after {:.1} ms", frames.work.p95());
        let mut figures = vec![
            Figure::ms(
                format!("{events} events, first whole picture"),
                self.first_frame.median(),
            )
            .note(self.first_frame.spread()),
            Figure::ms("  after the page was asked for", self.after_page.median())
                .note(self.after_page.spread()),
            Figure::ms("  frame of an empty canvas, p95", self.empty.between.p95()),
            Figure::ms("  frame while panning, p95", self.panning.between.p95())
                .note(free(&self.panning)),
            Figure::ms("  frame while zooming, p95", self.zooming.between.p95())
                .note(free(&self.zooming)),
        ];
        figures.extend(self.reaches.figures());
        figures
    }
}

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Opened>> {
    let sizes = casebooks.sizes();
    sizes
        .into_iter()
        .map(|events| {
            println!("The window with {} events", grouped(events));
            let picture = casebooks.pictures().join(format!("timeline-{events}.png"));
            open(events, &casebooks.of(events)?, &picture)
        })
        .collect()
}

/// Every size, and the goals beside the largest.
pub fn figures(opened: &[Opened]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = opened.iter().flat_map(Opened::figures).collect();
    if let Some(largest) = opened.last() {
        let events = grouped(largest.events);
        let ratio = largest.frame() / largest.empty.between.p95();
        figures.push(
            Figure::ms(
                format!("First whole picture of {events}"),
                largest.first_frame.median(),
            )
            .at_most(OPENING_GOAL)
            .note("from the start of the process"),
        );
        figures.push(
            Figure::times(format!("Frame with {events} to an empty canvas"), ratio)
                .at_most(FRAME_GOAL)
                .note("the slower of panning and zooming, p95"),
        );
    }
    figures
}

fn open(events: u32, casebook: &Path, picture: &Path) -> Result<Opened> {
    let display = Display::start(1440, 900)?;
    let home = Home::new()?;
    let program = Timed::new(&home, "docketline")?;
    let casebook = casebook.to_str().context("the path is no text")?;
    program.start(&home, &display, &[casebook], &["interactive"])?;
    let (mut first_frame, mut after_page) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let moments = program.start(&home, &display, &[casebook], &["interactive"])?;
        first_frame.push(moments[0].after_process);
        after_page.push(moments[0].after_page);
    }
    let mut window = program.open(&home, &display, &[casebook])?;
    program.moment(&window, "whole")?;
    // What follows the start is no part of a movement.
    sleep(Duration::from_secs(2));
    let calm = Duration::from_millis(600);
    let settled = display.settled_picture(calm, Duration::from_secs(20))?;
    settled.save(picture)?;
    let opened = Opened {
        events,
        first_frame: Quantiles::of(first_frame),
        after_page: Quantiles::of(after_page),
        empty: Frames::of(&window, "empty")?,
        panning: Frames::of(&window, "panning")?,
        zooming: Frames::of(&window, "zooming")?,
        reaches: Reaches::of(&mut window)?,
    };
    window.quit()?;
    Ok(opened)
}

//! How long it takes until the window can be used, beside a window with one line of text.

use super::quantiles::Quantiles;
use super::report::Figure;
use super::timed::Timed;
use anyhow::Result;
use xtask::display::Display;
use xtask::program::Home;

/// Starts of each program; the middle one counts.
const STARTS: usize = 9;

/// How much longer than the bare window Docketline may take: when it began, and today.
const FIRST_GOAL: f64 = 1.5;
const GOAL: f64 = 1.3;

pub fn measure() -> Result<Vec<Figure>> {
    let display = Display::start(1440, 900)?;
    let home = Home::new()?;
    let docketline = Timed::new(&home, "docketline")?;
    let bare = Timed::new(&home, "docketline-bare")?;
    // The first start makes the sample and warms the caches of the system.
    docketline.start(&home, &display, &[], &["interactive"])?;
    bare.start(&home, &display, &[], &["interactive"])?;
    let (mut ready, mut whole, mut least) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let moments = docketline.start(&home, &display, &[], &["interactive", "whole"])?;
        ready.push(moments[0].after_process);
        whole.push(moments[1].after_process);
        let moments = bare.start(&home, &display, &[], &["interactive"])?;
        least.push(moments[0].after_process);
    }
    let (ready, whole, least) = (
        Quantiles::of(ready),
        Quantiles::of(whole),
        Quantiles::of(least),
    );
    let row = |what, times: &Quantiles| Figure::ms(what, times.median()).note(times.spread());
    let ratio = ready.median() / least.median();
    Ok(vec![
        row("Docketline on the sample", &ready),
        row("  and all of its window", &whole),
        row("A bare window", &least),
        Figure::times("Docketline to a bare window", ratio).at_most(GOAL),
        Figure::times("  beside the goal of the first start", ratio).at_most(FIRST_GOAL),
    ])
}

//! What is measured on the real window: how long it takes until it can be used, beside
//! a window with one line of text, and how smoothly the day of the Procedure view moves.

use crate::task::built;
use anyhow::{Context, Result};
use serde_json::json;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use xtask::display::Display;
use xtask::program::Home;
use xtask::webdriver::Window;

/// Starts of each program; the middle one counts.
const STARTS: usize = 9;

/// How much longer than the bare window Docketline may take.
const LIMIT: f64 = 1.5;

pub fn starts() -> Result<bool> {
    let display = Display::start(1440, 900)?;
    let home = Home::new()?;
    let docketline = Timed::new(&home, "docketline")?;
    let bare = Timed::new(&home, "docketline-bare")?;
    // The first start makes the sample and warms the caches of the system.
    docketline.start(&home, &display, &["interactive"])?;
    bare.start(&home, &display, &["interactive"])?;
    let (mut ready, mut whole, mut least) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let times = docketline.start(&home, &display, &["interactive", "whole"])?;
        ready.push(times[0]);
        whole.push(times[1]);
        least.push(bare.start(&home, &display, &["interactive"])?[0]);
    }
    let (docketline, whole, bare) = (Spread::of(ready), Spread::of(whole), Spread::of(least));
    let ratio = docketline.middle / bare.middle;
    println!("\nFrom the start of the process to a window that can be used, in milliseconds:");
    println!("Docketline on the sample  {docketline}");
    println!("  and all of its window   {whole}");
    println!("A bare window             {bare}");
    println!("Ratio of the middle ones  {ratio:.2} (at most {LIMIT})");
    Ok(ratio <= LIMIT)
}

/// Frames of each run.
const FRAMES: usize = 300;

/// The Procedure view of the sample: the day is moved at every frame, beside the same
/// window left alone. A frame cannot be shorter than the display's, so the time that
/// the moving itself takes is given too.
pub fn day() -> Result<()> {
    let display = Display::start(1440, 900)?;
    let home = Home::new()?;
    let docketline = Timed::new(&home, "docketline")?;
    let window = docketline.open(&home, &display)?;
    window.until("the way to the Procedure view", |window| {
        window.has("html[data-ready]")
    })?;
    window.run(
        "[...document.querySelectorAll('nav button, aside button')]
           .find((button) => button.textContent.trim() === 'Procedure').click()",
        &json!([]),
    )?;
    window.until("the day", |window| window.has(".day-pill[role=slider]"))?;
    let measured = window.run_and_wait(DAY_FRAMES, &json!([FRAMES]))?;
    let row = |name: &str| -> Result<Quantiles> {
        let times = measured[name]
            .as_array()
            .context("the page measured nothing")?;
        Ok(Quantiles::of(
            times.iter().filter_map(serde_json::Value::as_f64).collect(),
        ))
    };
    println!("\nThe day of the Procedure view, a step at every frame, in milliseconds:");
    println!("                          median     p95    most");
    println!("Frames, left alone        {}", row("still")?);
    println!("Frames, the day moving    {}", row("moving")?);
    println!("Work of a step            {}", row("work")?);
    window.quit()
}

/// From the middle of the history, so that instruments change their standing under it.
const DAY_FRAMES: &str = "
    const [count, done] = arguments;
    const pill = document.querySelector('.day-pill');
    const press = (key, shiftKey = false) =>
      pill.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    const frames = (act, after) => {
      const times = [];
      const work = [];
      let last = null;
      const frame = (now) => {
        if (last !== null) times.push(now - last);
        last = now;
        const start = performance.now();
        act();
        work.push(performance.now() - start);
        if (times.length < count) requestAnimationFrame(frame);
        else after(times, work);
      };
      requestAnimationFrame(frame);
    };
    setTimeout(() => {
      press('Home');
      press('PageUp');
      frames(() => {}, (still) =>
        frames(() => press('ArrowRight'), (moving, work) => done({ still, moving, work })));
    }, 1500);";

/// A program behind a script that notes when it starts: the driver takes its time before.
struct Timed {
    script: PathBuf,
    started: PathBuf,
}

impl Timed {
    fn new(home: &Home, program: &str) -> Result<Self> {
        let script = home.path().join(program);
        let started = home.path().join(format!("{program}.started"));
        let lines = format!(
            "#!/bin/sh\ndate +%s%N >'{}'\nexec '{}' \"$@\"\n",
            started.display(),
            built("release", program).display()
        );
        fs::write(&script, lines)?;
        fs::set_permissions(&script, Permissions::from_mode(0o700))?;
        Ok(Self { script, started })
    }

    fn open(&self, home: &Home, display: &Display) -> Result<Window> {
        Window::open(home.command(display)?, &self.script, &[]).with_context(|| home.said())
    }

    /// Milliseconds until the page set each of these marks.
    fn start(&self, home: &Home, display: &Display, marks: &[&str]) -> Result<Vec<f64>> {
        let window = self.open(home, display)?;
        let started = read_number(&self.started)? / 1e6;
        let mut times = Vec::new();
        for mark in marks {
            let mut at = None;
            window.until(mark, |window| {
                let time = window.run(
                    "const [mark] = performance.getEntriesByName(arguments[0]);
                     return mark ? performance.timeOrigin + mark.startTime : null",
                    &json!([mark]),
                )?;
                at = time.as_f64();
                Ok(at.is_some())
            })?;
            times.push(at.context("the page gave no time")? - started);
        }
        window.quit()?;
        Ok(times)
    }
}

fn read_number(path: &Path) -> Result<f64> {
    Ok(fs::read_to_string(path)?.trim().parse()?)
}

struct Spread {
    least: f64,
    middle: f64,
    most: f64,
}

impl Spread {
    fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self {
            least: times[0],
            middle: times[times.len() / 2],
            most: times[times.len() - 1],
        }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            least,
            middle,
            most,
        } = self;
        write!(f, "{middle:>6.0}  ({least:.0} to {most:.0})")
    }
}

pub struct Quantiles {
    median: f64,
    p95: f64,
    most: f64,
}

impl Quantiles {
    pub fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let index = (times.len().saturating_sub(1) as f64 * share).round() as usize;
            times.get(index).copied().unwrap_or(f64::NAN)
        };
        Self {
            median: at(0.5),
            p95: at(0.95),
            most: at(1.0),
        }
    }
}

impl std::fmt::Display for Quantiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { median, p95, most } = self;
        write!(f, "{median:>6.1}  {p95:>6.1}  {most:>6.1}")
    }
}

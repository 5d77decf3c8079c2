//! How long the window takes until it can be used, beside a window with one line of
//! text: what is ours of the time that a start takes.

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
    docketline.start(&home, &display)?;
    bare.start(&home, &display)?;
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        times.0.push(docketline.start(&home, &display)?);
        times.1.push(bare.start(&home, &display)?);
    }
    let (docketline, bare) = (Spread::of(times.0), Spread::of(times.1));
    let ratio = docketline.middle / bare.middle;
    println!("\nFrom the start of the process to a window that can be used, in milliseconds:");
    println!("Docketline on the sample  {docketline}");
    println!("A bare window             {bare}");
    println!("Ratio of the middle ones  {ratio:.2} (at most {LIMIT})");
    Ok(ratio <= LIMIT)
}

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

    /// Milliseconds until the page said that it is ready.
    fn start(&self, home: &Home, display: &Display) -> Result<f64> {
        let window =
            Window::open(home.command(display)?, &self.script, &[]).with_context(|| home.said())?;
        window.until("the window is ready", |window| {
            window.has("html[data-ready]")
        })?;
        let ready = window.run(
            "const [mark] = performance.getEntriesByName('interactive');
             return performance.timeOrigin + mark.startTime",
            &json!([]),
        )?;
        let ready = ready.as_f64().context("the page gave no time")?;
        let started = read_number(&self.started)? / 1e6;
        window.quit()?;
        Ok(ready - started)
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

//! A program whose start is timed: behind a script that notes when it begins, because the
//! driver that starts it takes its time before.

use crate::task::built;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use xtask::display::Display;
use xtask::program::Home;
use xtask::webdriver::Window;

#[derive(Debug)]
pub struct Timed {
    script: PathBuf,
    started: PathBuf,
}

/// When a page set a mark, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    pub after_process: f64,
    /// From when the window's page was asked for, which is after the program has begun.
    pub after_page: f64,
}

impl Timed {
    pub fn new(home: &Home, program: &str) -> Result<Self> {
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

    pub fn open(&self, home: &Home, display: &Display, arguments: &[&str]) -> Result<Window> {
        Window::open(home.command(display)?, &self.script, arguments).with_context(|| home.said())
    }

    /// Waits until the page of a window that this opened has set a mark.
    pub fn moment(&self, window: &Window, mark: &str) -> Result<Moment> {
        let started: f64 = fs::read_to_string(&self.started)?.trim().parse()?;
        let mut marked = Value::Null;
        window.until(mark, |window| {
            marked = window.run(
                "const [mark] = performance.getEntriesByName(arguments[0]);
                 return mark ? [performance.timeOrigin, mark.startTime] : null",
                &json!([mark]),
            )?;
            Ok(!marked.is_null())
        })?;
        let origin = marked[0].as_f64().context("the page gave no time")?;
        let after_page = marked[1].as_f64().context("the page gave no time")?;
        Ok(Moment {
            after_process: origin + after_page - started / 1e6,
            after_page,
        })
    }

    /// Starts the program, waits for the marks, and ends it.
    pub fn start(
        &self,
        home: &Home,
        display: &Display,
        arguments: &[&str],
        marks: &[&str],
    ) -> Result<Vec<Moment>> {
        let window = self.open(home, display, arguments)?;
        let moments = marks.iter().map(|mark| self.moment(&window, mark));
        let moments = moments.collect::<Result<_>>()?;
        window.quit()?;
        Ok(moments)
    }
}

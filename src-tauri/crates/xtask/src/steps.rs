//! One step after another, each shown with its command's output and its duration.

use crate::tally::Tally;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The steps done so far.
#[derive(Debug)]
pub struct Steps {
    start: Instant,
    done: Vec<Done>,
    tally: Tally,
}

#[derive(Debug)]
struct Done {
    name: String,
    took: Duration,
    ok: bool,
}

impl Steps {
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
            done: Vec::new(),
            tally: Tally::default(),
        }
    }

    /// Runs a step whose failure is told at the end, after the others had their turn.
    pub fn run(&mut self, name: &str, command: Command) -> Result<bool> {
        println!("\n== {name}");
        let start = Instant::now();
        let (ok, tally) = stream(command).with_context(|| name.to_owned())?;
        let took = start.elapsed();
        println!("-- {name}: {}, {}", word(ok), seconds(took));
        self.tally += tally;
        self.done.push(Done {
            name: name.to_owned(),
            took,
            ok,
        });
        Ok(ok)
    }

    /// Runs a step without which the next ones make no sense.
    pub fn require(&mut self, name: &str, command: Command) -> Result<()> {
        if !self.run(name, command)? {
            bail!("{name} failed; nothing after it was tried");
        }
        Ok(())
    }

    /// Says how each step ended, then how many tests passed; false if anything failed.
    pub fn finish(self) -> bool {
        let ok = self.done.iter().all(|step| step.ok) && self.tally.failed == 0;
        println!("\n== Steps");
        for Done { name, took, ok } in &self.done {
            println!("{:<6} {:>9}  {name}", word(*ok), seconds(*took));
        }
        println!(
            "{:<6} {:>9}  together",
            word(ok),
            seconds(self.start.elapsed())
        );
        let Tally { passed, failed } = self.tally;
        if passed + failed > 0 {
            println!("{passed} passed, {failed} failed");
        }
        ok
    }
}

fn word(ok: bool) -> &'static str {
    if ok { "ok" } else { "FAILED" }
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// Shows what a command prints while it runs, and counts the tests it reports.
fn stream(mut command: Command) -> Result<(bool, Tally)> {
    // Behind our pipe the tools take the terminal for a file.
    if std::io::stdout().is_terminal() {
        command
            .env("CARGO_TERM_COLOR", "always")
            .env("FORCE_COLOR", "1");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    let stdout = child.stdout.take().context("no output to read")?;
    let stderr = child.stderr.take().context("no errors to read")?;
    let mut tally = Tally::default();
    thread::scope(|scope| -> Result<()> {
        let errors = scope.spawn(|| copy(stderr, std::io::stderr()));
        tally += copy(stdout, std::io::stdout())?;
        tally += errors.join().expect("copying does not panic")?;
        Ok(())
    })?;
    Ok((child.wait()?.success(), tally))
}

/// Copies line by line, as bytes: a test may print what is not UTF-8.
fn copy(from: impl Read, mut to: impl Write) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        to.write_all(&line)?;
        to.flush()?;
        tally += Tally::of_line(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(tally)
}

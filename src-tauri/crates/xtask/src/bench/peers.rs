//! Other timelines with the same events, in the same browser engine: WebKitGTK's own small
//! browser, driven like the window of Docketline and drawn without a compositor like it.

use super::casebooks::{Casebooks, grouped};
use super::quantiles::Quantiles;
use super::report::{Figure, Measured, Unit};
use crate::task::root;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use xtask::display::Display;
use xtask::program::Home;
use xtask::webdriver::Window;

/// Nobody waits longer for a timeline.
const PATIENCE: Duration = Duration::from_secs(60);
const SIZES: [u32; 3] = [100, 1_000, 5_000];
/// Frames of each movement, and the milliseconds after which no further one is begun.
const FRAMES: u32 = 240;
const FRAMES_LIMIT: u32 = 20_000;
/// The page of Docketline's window is as large.
const WIDTH: i64 = 1_440;
const HEIGHT: i64 = 900;

/// A timeline of somebody else: its page in `tests/bench/pages` and how it can be moved.
#[derive(Debug)]
struct Peer {
    name: &'static str,
    page: &'static str,
    /// Whether it is told in which lanes the events are.
    has_lanes: bool,
    movements: &'static [&'static str],
}

const PEERS: [Peer; 3] = [
    Peer {
        name: VIS_TIMELINE,
        page: "vis-timeline.html",
        has_lanes: true,
        movements: &["panning", "zooming"],
    },
    Peer {
        name: VIS_TIMELINE_STACKED,
        page: "vis-timeline.html",
        has_lanes: false,
        movements: &["panning", "zooming"],
    },
    Peer {
        name: "TimelineJS",
        page: "timelinejs.html",
        has_lanes: true,
        movements: &["stepping"],
    },
];

/// With the lanes of Docketline as its groups.
pub const VIS_TIMELINE: &str = "vis-timeline";
/// As most of its users have it: no groups, and each event on top of those it would cover.
pub const VIS_TIMELINE_STACKED: &str = "vis-timeline without lanes";

/// What one of them took with one number of events, in milliseconds.
#[derive(Debug)]
pub struct Taken {
    pub peer: &'static str,
    pub events: u32,
    /// From the events at hand to all of it on the screen.
    pub first_frame: Measured,
    empty: f64,
    /// At 95 %, by movement; none where there was no first frame.
    frames: Vec<(&'static str, Measured)>,
}

impl Taken {
    /// The slower of its movements, at 95 %.
    pub fn frame(&self) -> Option<Measured> {
        let frames = self.frames.iter().map(|(_, frame)| *frame);
        frames.max_by(|one, other| one.number().total_cmp(&other.number()))
    }

    fn figures(&self) -> Vec<Figure> {
        let ms = |what: String, measured| Figure::new(what, measured, Unit::Milliseconds);
        let what = format!(
            "{}, {} events, first frame",
            self.peer,
            grouped(self.events)
        );
        let stopped = matches!(self.first_frame, Measured::MoreThan(_));
        let first = ms(what, self.first_frame);
        let mut figures = vec![if stopped {
            first.note("stopped")
        } else {
            first
        }];
        figures.extend(self.frames.iter().map(|(movement, frame)| {
            ms(format!("  frame while {movement}, p95"), *frame)
                .note(format!("{:.0} ms with an empty canvas", self.empty))
        }));
        figures
    }
}

pub fn measure(casebooks: &Casebooks) -> Result<Vec<Taken>> {
    let browser = browser()?;
    ensure!(
        root().join("tests/bench/node_modules").is_dir(),
        "their packages could not be installed"
    );
    let mut taken = Vec::new();
    for peer in &PEERS {
        for events in SIZES
            .into_iter()
            .filter(|size| *size <= casebooks.largest())
        {
            println!("{} with {} events", peer.name, grouped(events));
            let mut list = casebooks.list(events)?;
            if !peer.has_lanes {
                for event in list.as_array_mut().into_iter().flatten() {
                    event.as_object_mut().map(|event| event.remove("lane"));
                }
            }
            taken.push(peer.measure(&browser, events, &list)?);
        }
    }
    Ok(taken)
}

pub fn figures(taken: &[Taken]) -> Vec<Figure> {
    taken.iter().flat_map(Taken::figures).collect()
}

impl Peer {
    fn measure(&self, browser: &Path, events: u32, list: &Value) -> Result<Taken> {
        // Higher than the page by what the browser has around it.
        let display = Display::start(WIDTH as u32, HEIGHT as u32 + 200)?;
        let home = Home::new()?;
        let mut command = home.command(&display)?;
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        let mut window =
            Window::open(command, browser, &["--automation"]).with_context(|| home.said())?;
        let page = root()
            .canonicalize()?
            .join("tests/bench/pages")
            .join(self.page);
        window.go(&format!("file://{}", page.display()))?;
        fit(&window)?;
        window.allow_scripts(PATIENCE)?;
        let ask = |function: &str, arguments: Value| -> Result<Option<Value>> {
            let body = "const [name, given, done] = arguments; page.answer(name, given, done);";
            let answer = patiently(|| window.run_and_wait(body, &json!([function, arguments])))?;
            let failed = answer.as_ref().and_then(|answer| answer["failed"].as_str());
            match failed {
                Some(reason) => bail!("{}: {reason}", self.name),
                None => Ok(answer),
            }
        };
        let empty = ask("emptyCanvas", json!([FRAMES, FRAMES_LIMIT]))?;
        let empty = empty.context("an empty canvas took a minute")?;
        let first = ask("firstFrame", json!([list]))?;
        let (first_frame, movements) = match first {
            Some(time) => {
                let time = time.as_f64().context("the page gave no time")?;
                (Measured::Is(time), self.movements)
            }
            // A page that does not answer cannot be moved either.
            None => (stopped(), &[][..]),
        };
        let mut frames = Vec::new();
        for movement in movements {
            let times = ask("frames", json!([movement, FRAMES, FRAMES_LIMIT]))?;
            let Some(times) = times else {
                frames.push((*movement, stopped()));
                break;
            };
            frames.push((*movement, Measured::Is(Quantiles::of_page(&times)?.p95())));
        }
        Ok(Taken {
            peer: self.name,
            events,
            first_frame,
            empty: Quantiles::of_page(&empty)?.p95(),
            frames,
        })
    }
}

fn stopped() -> Measured {
    Measured::MoreThan(PATIENCE.as_secs_f64() * 1e3)
}

/// `None` when the answer did not come in time: a busy page tells nothing, not even that.
fn patiently<T>(ask: impl FnOnce() -> Result<T>) -> Result<Option<T>> {
    let start = Instant::now();
    match ask() {
        Ok(answer) => Ok(Some(answer)),
        Err(_) if start.elapsed() >= PATIENCE => Ok(None),
        Err(error) => Err(error),
    }
}

/// Makes the page as large as that of Docketline's window.
fn fit(window: &Window) -> Result<()> {
    window.resize(WIDTH, HEIGHT)?;
    let inner = window.run("return [innerWidth, innerHeight]", &json!([]))?;
    let missing = |at: usize, wanted: i64| wanted - inner[at].as_i64().unwrap_or(wanted);
    window.resize(WIDTH + missing(0, WIDTH), HEIGHT + missing(1, HEIGHT))
}

/// WebKitGTK brings it along, in a folder that depends on the system.
fn browser() -> Result<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")];
    let libraries = fs::read_dir("/usr/lib")?;
    folders.extend(libraries.filter_map(|entry| entry.ok().map(|entry| entry.path())));
    let browsers = folders
        .iter()
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
    let mut found = browsers.filter(|path| path.exists());
    found.next().context("WebKitGTK's MiniBrowser is missing")
}

//! How long a casebook takes to open and to be drawn, in milliseconds that the program
//! ran: what else the machine does meanwhile does not count. And what it holds in memory.
//! `cargo run --release -p docketline-testkit --bin measure -- [--json] FILE...`

use anyhow::{Context, Result};
use docketline_casebook::view::{Arrangement, Filter, Part, SortBy, Viewport};
use docketline_casebook::{Casebook, SystemClock};
use docketline_testkit::figures::{Figures, Times, copy_of};
use rustix::time::{ClockId, clock_gettime};
use std::path::Path;
use std::sync::Arc;

const WIDTH: f64 = 1_280.0;
/// One screen of lanes in a usual window.
const HEIGHT: f64 = 760.0;
/// Viewports that are asked for, one after the other.
const VIEWPORTS: u32 = 2_000;

fn main() -> Result<()> {
    let (figures, paths) = Figures::from_arguments();
    for path in paths {
        measure(figures, Path::new(&path))?;
    }
    Ok(())
}

fn measure(figures: Figures, path: &Path) -> Result<()> {
    // Only a copy is written to.
    let (_folder, copy) = copy_of(&std::path::absolute(path)?)?;
    let empty = memory_of_empty()?;
    let (opening, mut casebook) = timed(|| Casebook::open(&copy, Arc::new(SystemClock) as Arc<_>))?;
    let (summary, of_it) = timed(|| casebook.summary())?;
    let events = of_it.counts.events;
    let extent = of_it.extent.context("no event is dated")?;
    let whole = Whole {
        first: extent.first as f64,
        last: extent.last as f64,
    };
    let all = Filter::default();
    let (overview, _) = timed(|| casebook.overview(&all, WIDTH))?;
    let (scene, _) = timed(|| casebook.scene(&all, whole.viewport(), None))?;
    figures.about(&format!("{events} events"));
    figures.tell("opening", opening, "ms");
    figures.tell("summary", summary, "ms");
    figures.tell("columns and overview", overview, "ms");
    figures.tell("first scene", scene, "ms");
    scenes(figures, "scenes", &mut casebook, &all, whole, VIEWPORTS)?;
    // With the labels that the scenes have measured.
    let memory = (memory_kib()? - empty) as f64 / 1024.0;
    figures.tell("memory over an empty casebook", memory, "MB");
    for (name, filter) in filters() {
        let (time, _) = timed(|| casebook.scene(&filter, whole.viewport(), None))?;
        figures.tell(&format!("filter by {name}"), time, "ms");
        let name = format!("scenes filtered by {name}");
        scenes(figures, &name, &mut casebook, &filter, whole, 200)?;
    }

    casebook.scene(&all, whole.viewport(), None)?;
    let row = casebook.events(&all, SortBy::Date, false, events / 2, 1)?;
    let key = row.rows.first().context("no event")?.key;
    let (edit, _) = timed(|| casebook.save_note(key, None, "A note."))?;
    let (after, _) = timed(|| casebook.scene(&all, whole.viewport(), None))?;
    figures.tell("a note is saved", edit, "ms");
    figures.tell("the scene after it", after, "ms");
    Ok(())
}

/// The days from the first event to the last.
#[derive(Clone, Copy)]
struct Whole {
    first: f64,
    last: f64,
}

impl Whole {
    fn days(self) -> f64 {
        self.last - self.first
    }

    fn viewport(self) -> Viewport {
        Viewport {
            from: self.first,
            days_per_px: self.days() / WIDTH,
            width: WIDTH,
        }
    }
}

fn filters() -> [(&'static str, Filter); 4] {
    let all = Filter::default;
    [
        (
            "kinds",
            Filter {
                kinds: Some(vec!["ruling".to_owned(), "order".to_owned()]),
                ..all()
            },
        ),
        (
            "an actor",
            Filter {
                actors: Some(vec!["actor-7".to_owned()]),
                ..all()
            },
        ),
        (
            "a search for many",
            Filter {
                search: Some("order".to_owned()),
                ..all()
            },
        ),
        (
            "a search for few",
            Filter {
                search: Some("contempt mootness".to_owned()),
                ..all()
            },
        ),
    ]
}

/// Asks for scenes at any place and scale, the same ones at every run.
fn scenes(
    figures: Figures,
    name: &str,
    casebook: &mut Casebook,
    filter: &Filter,
    whole: Whole,
    count: u32,
) -> Result<()> {
    let lanes = Arrangement::default();
    let mut times = Vec::new();
    let (mut marks, mut labels) = (0, 0);
    let mut numbers = 2_014_u64;
    let mut share = move || {
        numbers = numbers
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (numbers >> 33) as f64 / f64::from(1_u32 << 31)
    };
    for _ in 0..count {
        let scale = (share() * (whole.viewport().days_per_px / 0.002).ln()).exp() * 0.002;
        // Where most of it happens, and now and then anywhere.
        let middle = if share() < 0.8 {
            whole.last - share() * 25_000.0
        } else {
            whole.first + share() * whole.days()
        };
        let viewport = Viewport {
            from: middle - scale * WIDTH / 2.0,
            days_per_px: scale,
            width: WIDTH,
        };
        let part = Part {
            top: (share() * 4_000.0).floor(),
            height: HEIGHT,
        };
        let (time, scene) = timed(|| casebook.scene_part(filter, &lanes, viewport, part, None))?;
        let drawn = scene.marks.key.len() + scene.bands.count.len() + scene.labels.x.len();
        times.push((time, drawn));
        let left = (viewport.from - scene.origin) / scale;
        let is_shown = |x: f32, y: f32| {
            (left..left + WIDTH).contains(&f64::from(x))
                && (part.top..part.top + HEIGHT).contains(&f64::from(y))
        };
        let shown =
            |x: &[f32], y: &[f32]| x.iter().zip(y).filter(|(x, y)| is_shown(**x, **y)).count();
        marks = marks.max(shown(&scene.marks.x0, &scene.marks.y));
        labels = labels.max(shown(&scene.labels.x, &scene.labels.y));
    }
    // The dearest twentieth of the scenes: what a mark, a count or a label takes in them.
    times.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let dearest = &times[..times.len().div_ceil(20)];
    let time: f64 = dearest.iter().map(|(time, _)| time).sum();
    let drawn: usize = dearest.iter().map(|(_, drawn)| drawn).sum();
    let each = time / drawn as f64 * 1_000.0;
    figures.tell(&format!("{name}, each thing drawn"), each, "µs");
    let times = Times::new(times.into_iter().map(|(time, _)| time).collect());
    for (quantile, share) in [("p50", 0.5), ("p99", 0.99), ("most", 1.0)] {
        figures.tell(&format!("{name}, {quantile}"), times.at(share), "ms");
    }
    figures.tell(
        &format!("{name}, marks of a frame"),
        f64::from(marks as u32),
        "",
    );
    figures.tell(
        &format!("{name}, labels of a frame"),
        f64::from(labels as u32),
        "",
    );
    Ok(())
}

fn timed<T, E: std::error::Error + Send + Sync + 'static>(
    work: impl FnOnce() -> std::result::Result<T, E>,
) -> Result<(f64, T)> {
    let start = clock_gettime(ClockId::ThreadCPUTime);
    let done = work()?;
    let end = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = (end.tv_sec - start.tv_sec) as f64;
    let nanoseconds = (end.tv_nsec - start.tv_nsec) as f64;
    Ok((seconds * 1e3 + nanoseconds / 1e6, done))
}

/// What the process holds once it has opened and drawn a casebook without events.
fn memory_of_empty() -> Result<i64> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("empty.casebook");
    let casebook = Casebook::create(&path, "Empty", Arc::new(SystemClock) as Arc<_>)?;
    let all = Filter::default();
    let viewport = Viewport {
        from: 0.0,
        days_per_px: 1.0,
        width: WIDTH,
    };
    casebook.summary()?;
    casebook.overview(&all, WIDTH)?;
    casebook.scene(&all, viewport, None)?;
    memory_kib()
}

/// What the process holds in memory.
fn memory_kib() -> Result<i64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(number.context("the system does not tell")?.parse()?)
}

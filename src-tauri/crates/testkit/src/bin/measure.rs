//! How long a casebook takes to open, to be drawn, to be searched and to be edited, in
//! milliseconds that the program ran: what else the machine does meanwhile does not count.
//! `cargo run --release -p docketline-testkit --bin measure -- FILE...`
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks on its terminal"
)]

use anyhow::{Context, Result};
use docketline_casebook::view::{Arrangement, Filter, Part, Viewport};
use docketline_casebook::{Casebook, SystemClock};
use rustix::time::{ClockId, clock_gettime};
use std::path::Path;
use std::sync::Arc;

const WIDTH: f64 = 1_280.0;
/// One screen of lanes in a usual window.
const HEIGHT: f64 = 760.0;
/// Viewports that are asked for, one after the other.
const VIEWPORTS: u32 = 2_000;

fn main() -> Result<()> {
    for path in std::env::args().skip(1) {
        measure(Path::new(&path))?;
    }
    Ok(())
}

fn measure(path: &Path) -> Result<()> {
    // Only a copy is written to.
    let copy = path.with_extension("measured");
    std::fs::copy(path, &copy)?;
    let empty = memory_kib()?;
    let (opening, mut casebook) = timed(|| Casebook::open(&copy, Arc::new(SystemClock) as Arc<_>))?;
    let (summary, of_it) = timed(|| casebook.summary())?;
    let events = of_it.counts.events;
    let extent = of_it.extent.context("no event is dated")?;
    let (first, last) = (extent.first as f64, extent.last as f64);
    let whole = Viewport {
        from: first,
        days_per_px: (last - first) / WIDTH,
        width: WIDTH,
    };
    let all = Filter::default();
    let (overview, _) = timed(|| casebook.overview(&all, WIDTH))?;
    let (frame, _) = timed(|| casebook.scene(&all, whole, None))?;
    println!("{events} events");
    println!(
        "  opening {opening:.1} ms, summary {summary:.1}, columns and overview {overview:.1}, scene {frame:.1}"
    );
    println!(
        "  memory over the program's own {} MB",
        (memory_kib()? - empty) / 1024
    );

    let lanes = Arrangement::default();
    let scenes = |filter: &Filter, count: u32| -> Result<()> {
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
            let scale = (share() * (whole.days_per_px / 0.002).ln()).exp() * 0.002;
            // Where most of it happens, and now and then anywhere.
            let middle = if share() < 0.8 {
                last - share() * 25_000.0
            } else {
                first + share() * (last - first)
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
            let (time, scene) =
                timed(|| casebook.scene_part(filter, &lanes, viewport, part, None))?;
            times.push(time);
            let left = (viewport.from - scene.origin) / scale;
            let is_shown = |x: f32, y: f32| {
                (left..left + WIDTH).contains(&f64::from(x))
                    && (part.top..part.top + HEIGHT).contains(&f64::from(y))
            };
            marks = marks.max(
                (0..scene.marks.key.len())
                    .filter(|at| is_shown(scene.marks.x0[*at], scene.marks.y[*at]))
                    .count(),
            );
            labels = labels.max(
                (0..scene.labels.x.len())
                    .filter(|at| is_shown(scene.labels.x[*at], scene.labels.y[*at]))
                    .count(),
            );
        }
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        println!(
            "  scenes: {:.2} ms in the middle, {:.2} at 99 %, {:.2} at most; a frame has up to {marks} marks, {labels} labels",
            at(0.5),
            at(0.99),
            at(1.0)
        );
        Ok(())
    };
    scenes(&all, VIEWPORTS)?;
    for (name, filter) in [
        (
            "kinds",
            Filter {
                kinds: Some(vec!["ruling".to_owned(), "order".to_owned()]),
                ..all.clone()
            },
        ),
        (
            "an actor",
            Filter {
                actors: Some(vec!["actor-7".to_owned()]),
                ..all.clone()
            },
        ),
        (
            "a search for many",
            Filter {
                search: Some("order".to_owned()),
                ..all.clone()
            },
        ),
        (
            "a search for few",
            Filter {
                search: Some("contempt mootness".to_owned()),
                ..all.clone()
            },
        ),
    ] {
        let (time, _) = timed(|| casebook.scene(&filter, whole, None))?;
        println!("  filter by {name}: {time:.1} ms");
        scenes(&filter, 200)?;
    }
    casebook.scene(&all, whole, None)?;
    let row = casebook.events(
        &all,
        docketline_casebook::view::SortBy::Date,
        false,
        events / 2,
        1,
    )?;
    let key = row.rows.first().context("no event")?.key;
    let (edit, _) = timed(|| casebook.save_note(key, None, "A note."))?;
    let (after, _) = timed(|| casebook.scene(&all, whole, None))?;
    println!("  a note is saved in {edit:.1} ms, the scene after it takes {after:.1}");
    drop(casebook);
    std::fs::remove_file(copy)?;
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

/// What the process holds in memory.
fn memory_kib() -> Result<i64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(number.context("the system does not tell")?.parse()?)
}

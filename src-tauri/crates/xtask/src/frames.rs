//! How smoothly the timeline moves in the real window: frames while the reader pans, zooms
//! and scrolls, beside an empty canvas of the same size in the same window.

use crate::bench::Quantiles;
use crate::task::built;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;
use std::time::Duration;
use xtask::display::Display;
use xtask::program::Home;
use xtask::webdriver::Window;

/// Frames of each movement, and those before them that do not count: the engine compiles
/// what it runs often.
const FRAMES: usize = 240;
const BEGINNING: usize = 80;

/// What one movement took, frame by frame, in milliseconds.
#[derive(Debug)]
pub struct Frames {
    /// From one frame to the next, which the display makes no shorter than its own.
    pub between: Quantiles,
    /// From the beginning of a frame until the page was free again.
    pub work: Quantiles,
}

impl Frames {
    /// Moves the timeline of a window that shows it: `empty`, `panning`, `zooming` or
    /// `scrolling`.
    pub fn of(window: &Window, movement: &str) -> Result<Self> {
        let measured = window.run_and_wait(MOVEMENT, &json!([movement, FRAMES, BEGINNING]))?;
        Ok(Self {
            between: Quantiles::of_page(&measured["times"])?,
            work: Quantiles::of_page(&measured["work"])?,
        })
    }
}

/// Measures casebooks one after the other, and leaves pictures of each in a folder.
pub fn frames(casebooks: &[&str], pictures: &Path) -> Result<()> {
    println!("\nFrames of the timeline in milliseconds, and the work of each:");
    println!("                                   median     p95    most");
    for casebook in casebooks {
        let path = std::path::absolute(casebook)?;
        let display = Display::start(1440, 900)?;
        let home = Home::new()?;
        let argument = path.to_str().context("the path is no text")?;
        let program = built("release", "docketline");
        let window = Window::open(home.command(&display)?, &program, &[argument])
            .with_context(|| home.said())?;
        window.until("the timeline is drawn", |window| {
            window.has("html[data-ready]")
        })?;
        let save = |what: &str| -> Result<()> {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let calm = Duration::from_millis(600);
            display
                .settled_picture(calm, Duration::from_secs(20))?
                .save(&pictures.join(format!("timeline-{name}-{what}.png")))
        };
        save("opened")?;
        println!("{}", path.display());
        for movement in ["empty", "panning", "zooming", "scrolling"] {
            let Frames { between, work } = Frames::of(&window, movement)?;
            println!("  {movement:<12} between frames  {between}");
            println!("  {:<12} work            {work}", "");
        }
        save("moved")?;
        window.quit()?;
    }
    Ok(())
}

/// Moves the timeline as a hand on a wheel does, at every frame. The work of a frame is
/// the time from its beginning until the page is free again, which a timer tells: each
/// message channel is one more in WebKit's network process, and costs every frame after it.
const MOVEMENT: &str = "
    const [movement, count, beginning, done] = arguments;
    const stage = document.getElementById('timeline-stage');
    const box = stage.getBoundingClientRect();
    const wheel = (deltaX, deltaY) =>
      stage.dispatchEvent(new WheelEvent('wheel', {
        deltaX, deltaY, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
        bubbles: true, cancelable: true,
      }));
    let canvas = null;
    let surface = null;
    if (movement === 'empty') {
      canvas = document.createElement('canvas');
      canvas.width = box.width;
      canvas.height = box.height;
      canvas.style.cssText = `position:fixed;left:${box.left}px;top:${box.top}px;z-index:99`;
      document.body.append(canvas);
      surface = canvas.getContext('2d', { alpha: false });
    }
    const move = {
      empty: () => surface.fillRect(0, 0, canvas.width, canvas.height),
      panning: (at) => wheel(at % 160 < 80 ? 24 : -24, 0),
      zooming: (at) => wheel(0, at % 80 < 40 ? 20 : -20),
      scrolling: (at) => { stage.scrollTop += at % 120 < 60 ? 16 : -16; },
    }[movement];
    const times = [];
    const work = [];
    let last = null;
    const frame = (now) => {
      if (last !== null) times.push(now - last);
      last = now;
      const start = performance.now();
      move(times.length);
      if (times.length < beginning + count) requestAnimationFrame(frame);
      else {
        canvas?.remove();
        done({ times: times.slice(beginning), work: work.slice(beginning) });
        return;
      }
      setTimeout(() => work.push(performance.now() - start));
    };
    requestAnimationFrame(frame);";

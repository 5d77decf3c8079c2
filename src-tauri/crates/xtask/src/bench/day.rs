//! How smoothly the day of the Procedure view moves on the sample: a step at every frame,
//! beside the same window left alone. A frame cannot be shorter than the display's, so the
//! time that the moving itself takes is given too.

use super::quantiles::Quantiles;
use super::report::Figure;
use super::timed::Timed;
use anyhow::Result;
use serde_json::json;
use xtask::display::Display;
use xtask::program::Home;

/// Frames of each run.
const FRAMES: usize = 300;

pub fn measure() -> Result<Vec<Figure>> {
    let display = Display::start(1440, 900)?;
    let home = Home::new()?;
    let window = Timed::new(&home, "docketline")?.open(&home, &display, &[])?;
    window.until("the way to the Procedure view", |window| {
        Ok(window.run(GO_THERE, &json!([]))? == json!(true))
    })?;
    window.until("the day", |window| window.has(".day-pill[role=slider]"))?;
    let measured = window.run_and_wait(STEPS, &json!([FRAMES]))?;
    let row = |what: &str, name: &str| -> Result<Figure> {
        let times = Quantiles::of_page(&measured[name])?;
        let middle = format!("{:.1} ms in the middle", times.median());
        Ok(Figure::ms(what, times.p95()).note(middle))
    };
    let figures = vec![
        row("Frame, the window left alone, p95", "still")?,
        row("Frame, a step of the day at each, p95", "moving")?,
        row("Work of a step, p95", "work")?,
    ];
    window.quit()?;
    Ok(figures)
}

const GO_THERE: &str = "
    const way = [...document.querySelectorAll('nav button, aside button')]
      .find((button) => button.textContent.trim() === 'Procedure');
    way?.click();
    return way !== undefined;";

/// From the middle of the history, so that instruments change their standing under it.
const STEPS: &str = "
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

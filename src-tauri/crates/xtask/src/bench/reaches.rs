//! What a reader reaches in the real window: the hits of a search while it is typed, and
//! the last row of the table.

use super::quantiles::Quantiles;
use super::report::Figure;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::Duration;
use xtask::webdriver::Window;

/// Far longer than anybody waits: the bench tells how long it was.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub struct Reaches {
    /// From a letter to the next frame, in milliseconds.
    letters: Quantiles,
    /// From the last letter until its hits are counted.
    hits: f64,
    /// From the key until the last row stands in the table with its words.
    last_row: f64,
}

impl Reaches {
    /// Types into the search of a window, empties it, and goes to the end of the table.
    pub fn of(window: &mut Window) -> Result<Self> {
        window.allow_scripts(PATIENCE)?;
        let typed = window.run_and_wait(TYPE, &json!(["order"]))?;
        let last_row = window.run_and_wait(GO_TO_LAST_ROW, &json!([]))?;
        let number = |value: &Value| value.as_f64().context("the page gave no time");
        Ok(Self {
            letters: Quantiles::of_page(&typed["letters"])?,
            hits: number(&typed["hits"])?,
            last_row: number(&last_row)?,
        })
    }

    pub fn figures(&self) -> Vec<Figure> {
        vec![
            Figure::ms("  a letter typed into the search, p95", self.letters.p95())
                .note("until the next frame; the hits of the letter before may be on their way"),
            Figure::ms("  until the hits of the last letter stand", self.hits),
            Figure::ms("  the table's last row, from the key for it", self.last_row),
        ]
    }
}

/// A letter every 120 ms: each is asked for, and the answer to the one before may be on its way.
const TYPE: &str = "
    const [text, done] = arguments;
    const field = document.getElementById('search-field');
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const put = (value) => {
      set.call(field, value);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const letters = [];
    let at = 0;
    field.focus();
    const next = () => {
      const start = performance.now();
      at += 1;
      put(text.slice(0, at));
      requestAnimationFrame(() => letters.push(performance.now() - start));
      if (at < text.length) setTimeout(next, 120);
      else requestAnimationFrame(() => counted(start));
    };
    const counted = (start) => {
      if (document.querySelector('.search-count')?.textContent) {
        const hits = performance.now() - start;
        put('');
        done({ letters, hits });
      } else requestAnimationFrame(() => counted(start));
    };
    next();";

const GO_TO_LAST_ROW: &str = "
    const [done] = arguments;
    const button = [...document.querySelectorAll('.view-button')]
      .find((button) => button.textContent.trim() === 'Table');
    button.click();
    let start = null;
    const look = () => {
      const grid = document.querySelector('[role=grid]');
      if (grid && start === null && grid.querySelector('[role=row][data-row]:not([aria-busy])')) {
        grid.focus();
        start = performance.now();
        const key = { key: 'End', ctrlKey: true, bubbles: true, cancelable: true };
        grid.dispatchEvent(new KeyboardEvent('keydown', key));
      }
      const last = grid?.getAttribute('aria-rowcount');
      const row = grid?.querySelector(`[role=row][aria-rowindex='${last}']:not([aria-busy])`);
      if (start !== null && row) done(performance.now() - start);
      else requestAnimationFrame(look);
    };
    look();";

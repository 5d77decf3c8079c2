//! Every view of the real window, as axe-core sees it.

use crate::desk::{Desk, Operate, root};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use xtask::webdriver::Window;

#[test]
fn axe_finds_nothing_on_any_view() -> Result<()> {
    let axe = fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))
        .context("axe-core comes with the packages of the interface; use `make test`")?;
    let desk = Desk::new()?;
    let window = desk.start(&[])?;
    window.run(&format!("{axe}; window.axe = axe;"), &json!([]))?;
    window.search_and_select("held in civil contempt")?;
    for theme in ["Light", "Dark"] {
        window.press("Settings")?;
        window.press(theme)?;
        window.keys(&[], xtask::webdriver::key::ESCAPE)?;
        for view in [
            "Procedure",
            "Table",
            "Evidence",
            "Notes",
            "Principles",
            "Contents",
            "Check",
            "History",
            "Timeline",
        ] {
            window.press(view)?;
            expect_nothing(&window, &format!("{view}, {theme}"))?;
        }
    }
    Ok(())
}

fn expect_nothing(window: &Window, where_: &str) -> Result<()> {
    let found = window.run_and_wait(
        "const done = arguments[arguments.length - 1];
         axe.run(document, { resultTypes: ['violations'] }).then(
           ({ violations }) => done(violations.map(v => v.id + ': ' +
             v.nodes.map(n => n.target.join(' ')).join(', '))),
           error => done(['axe failed: ' + error]))",
        &json!([]),
    )?;
    assert_eq!(found, json!([]), "{where_}");
    Ok(())
}

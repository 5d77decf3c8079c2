//! The interface: its packages and its build, each only when something changed.

use crate::steps::Steps;
use crate::task::{in_ui, npm, root};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// What the build of the interface reads, beside its packages.
const SOURCES: [&str; 7] = [
    "../assets/i18n",
    "src",
    "public",
    "index.html",
    "vite.config.ts",
    "scripts/fluent.ts",
    "tsconfig.json",
];

/// Installs the packages of a folder unless they are those of its lock file. Whether it
/// has them then is for the caller to insist on.
pub fn install(steps: &mut Steps, name: &str, folder: &Path) -> Result<bool> {
    let lock = newest(&folder.join("package-lock.json"));
    // npm writes this file last.
    if newest(&folder.join("node_modules/.package-lock.json")) >= lock {
        return Ok(true);
    }
    // No package of ours needs its scripts, and scripts are how packages attack.
    let options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    steps.run(name, npm(folder, options))
}

/// Builds what the window shows, which compiling the app takes in. Left alone when
/// nothing changed, or the app would be linked again every time.
pub fn build(steps: &mut Steps) -> Result<()> {
    let ui = root().join("ui");
    ensure!(
        install(steps, "Packages of the interface", &ui)?,
        "the packages of the interface could not be installed; nothing after it was tried"
    );
    let sources = SOURCES
        .iter()
        .map(|name| newest(&ui.join(name)))
        .chain([newest(&ui.join("package-lock.json"))])
        .max()
        .flatten();
    if newest(&ui.join("dist/index.html")) < sources {
        steps.require("Build of the interface", in_ui(["run", "build"]))?;
    }
    Ok(())
}

/// When anything at or below a path was last changed, folders included: a removed file
/// is a change of its folder. `None` when there is nothing, which is older than all.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|data| data.modified()).ok();
    let below = fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter_map(|entry| newest(&entry.path()));
    below.chain(own).max()
}

//! A display, a home and the program on it.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};
use xtask::display::Display;
use xtask::program::Home;
use xtask::webdriver::{Window, key};

/// Where one person works, from their first start on.
pub struct Desk {
    pub display: Display,
    pub home: Home,
    real_data: BTreeMap<PathBuf, SystemTime>,
}

impl Desk {
    pub fn new() -> Result<Self> {
        Ok(Self {
            display: Display::start(1440, 900)?,
            home: Home::new()?,
            real_data: real_data(),
        })
    }

    /// Starts the program and waits until its timeline is drawn.
    pub fn start(&self, arguments: &[&str]) -> Result<Window> {
        let command = self.home.command(&self.display)?;
        let window = Window::open(command, &program("DOCKETLINE")?, arguments)
            .with_context(|| self.home.said())?;
        window.until("the timeline is drawn", |window| {
            window.has("html[data-ready]")
        })?;
        Ok(window)
    }

    pub fn own_sample(&self) -> PathBuf {
        self.data().join("Microsoft Ireland.casebook")
    }

    pub fn data(&self) -> PathBuf {
        self.home.data().join("org.docketline.desktop")
    }

    /// Saves what the screen shows, once it has come to rest, where people look for it.
    pub fn picture(&self, name: &str) -> Result<()> {
        let path = root()
            .join("build/screens")
            .join(name)
            .with_extension("png");
        let calm = Duration::from_millis(400);
        let picture = self.display.settled_picture(calm, Duration::from_secs(10));
        picture?.save(&path)
    }
}

/// No test may touch what is the reader's.
impl Drop for Desk {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.real_data, real_data(), "the real data folder changed");
        }
    }
}

/// Every file that a real start would use, and when it was changed.
fn real_data() -> BTreeMap<PathBuf, SystemTime> {
    fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, SystemTime>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if let Ok(changed) = entry.metadata().and_then(|data| data.modified()) {
                found.insert(path, changed);
            }
        }
    }
    let mut found = BTreeMap::new();
    let home = PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    for (variable, usual) in [
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
    ] {
        let folder = std::env::var_os(variable).map_or_else(|| home.join(usual), PathBuf::from);
        walk(&folder.join("org.docketline.desktop"), &mut found);
    }
    found
}

pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A built program, by the variable that names it.
pub fn program(variable: &str) -> Result<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .with_context(|| format!("{variable} does not say where the program is; use `make test`"))
}

/// What a person does, in terms of the interface.
pub trait Operate {
    /// Finds an event by its words and selects the first hit, with the keyboard alone.
    fn search_and_select(&self, words: &str) -> Result<()>;
    /// Presses Tab until the focus is on what a selector matches.
    fn tab_to(&self, selector: &str) -> Result<()>;
    /// The id of the focused element.
    fn focused(&self) -> Result<String>;
    /// The text of all that matches a selector, one line each.
    fn texts(&self, selector: &str) -> Result<String>;
    /// Waits until what matches a selector contains some words.
    fn until_says(&self, selector: &str, words: &str) -> Result<()>;
    /// Clicks the control with this accessible name.
    fn press(&self, name: &str) -> Result<()>;
}

impl Operate for Window {
    fn search_and_select(&self, words: &str) -> Result<()> {
        self.keys(&[], "/")?;
        self.until("the search field has the focus", |window| {
            Ok(window.focused()? == "search-field")
        })?;
        self.keys(&[], words)?;
        self.until_says("[role=listbox] [role=option]", "contempt")?;
        self.keys(&[], key::DOWN)?;
        self.keys(&[], key::ENTER)?;
        self.until("the focus is on the timeline", |window| {
            Ok(window.focused()? == "timeline-stage")
        })
    }

    fn tab_to(&self, selector: &str) -> Result<()> {
        for _ in 0..80 {
            let here = self.run(
                "return document.activeElement.matches(arguments[0])",
                &json!([selector]),
            )?;
            if here == json!(true) {
                return Ok(());
            }
            self.keys(&[], key::TAB)?;
        }
        anyhow::bail!("Tab does not reach {selector}")
    }

    fn focused(&self) -> Result<String> {
        let id = self.run("return document.activeElement.id", &json!([]))?;
        Ok(id.as_str().unwrap_or_default().to_owned())
    }

    fn texts(&self, selector: &str) -> Result<String> {
        let texts = self.run(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent).join('\\n')",
            &json!([selector]),
        )?;
        Ok(texts.as_str().unwrap_or_default().to_owned())
    }

    fn until_says(&self, selector: &str, words: &str) -> Result<()> {
        self.until(&format!("{selector} says “{words}”"), |window| {
            Ok(window.texts(selector)?.contains(words))
        })
    }

    fn press(&self, name: &str) -> Result<()> {
        let mut found = false;
        self.until(name, |window| {
            // The part of a control's name that a person reads first.
            let clicked = window.run(
                "const name = arguments[0];
                 const control = [...document.querySelectorAll('button, [role=menuitem], [role=radio], label, a')]
                   .find(e => e.checkVisibility() &&
                     (e.getAttribute('aria-label') ?? e.textContent).trim().startsWith(name));
                 control?.setAttribute('data-wanted', '');
                 return control !== undefined",
                &json!([name]),
            )?;
            found = clicked == json!(true);
            Ok(found)
        })?;
        ensure!(found, "there is no control “{name}”");
        let control = self.find("[data-wanted]")?;
        self.run(
            "document.querySelector('[data-wanted]').removeAttribute('data-wanted')",
            &json!([]),
        )?;
        self.click(&control)
    }
}

/// Runs a tool to its end and answers what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    ensure!(
        output.status.success(),
        "{} failed: {}",
        command.get_program().display(),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

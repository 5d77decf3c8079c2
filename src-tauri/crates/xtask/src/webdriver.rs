//! A WebDriver client for a window: as much of the W3C protocol as our tests speak, over
//! the plain HTTP of WebKit's own driver on this machine.

use crate::process::Group;
use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The name under which the protocol passes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program started by `WebKitWebDriver`, with the first window it opened. Both end when
/// this is dropped.
#[derive(Debug)]
pub struct Window {
    port: u16,
    session: String,
    driver: Group,
    /// How long the driver may take to answer.
    answers_within: Duration,
}

/// Keys as the protocol writes them.
pub mod key {
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const TAB: &str = "\u{e004}";
    pub const LEFT: &str = "\u{e012}";
    pub const UP: &str = "\u{e013}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
    pub const CONTROL: &str = "\u{e009}";
    pub const SHIFT: &str = "\u{e008}";
}

/// An element of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Window {
    /// Starts the driver with the environment of `command`, which must be the start of a
    /// command line that runs what is appended to it, and lets it start the program.
    pub fn open(mut command: Command, program: &Path, arguments: &[&str]) -> Result<Self> {
        let port = free_port()?;
        command
            .arg("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Group::spawn(command).context("WebKitWebDriver could not be started")?;
        let mut window = Self {
            port,
            session: String::new(),
            driver,
            answers_within: Duration::from_secs(60),
        };
        window.until("the driver answers", |window| {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, window.port)).is_ok())
        })?;
        // No browser name: the driver compares it with its own.
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions":
            {"binary": program, "args": arguments}}}});
        let session = window.request("POST", "/session", Some(&wanted))?;
        window.session = session["sessionId"]
            .as_str()
            .context("the driver gave no session")?
            .to_owned();
        Ok(window)
    }

    /// The process of the program: what the driver, itself started by the message bus,
    /// has started.
    pub fn program_id(&self) -> Result<u32> {
        let driver = child_of(self.driver.child.id(), "WebKitWebDriver")?;
        child_of(driver, "")
    }

    /// Tells the program to end, as the system does when its user leaves, and waits until
    /// it has.
    pub fn quit(self) -> Result<()> {
        let program = self.program_id()?;
        self.end_by(|_| crate::process::signal("TERM", &program.to_string()))
    }

    /// Does what ends the program, and waits until it has.
    pub fn end_by(self, act: impl FnOnce(&Self)) -> Result<()> {
        let program = self.program_id()?;
        act(&self);
        self.until("the program ends", |_| Ok(!is_running(program)))
    }

    /// Shows a page, and waits until it is loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        self.post("/url", &json!({"url": address}))?;
        Ok(())
    }

    /// Makes the window so large, with all that stands around its page.
    pub fn resize(&self, width: i64, height: i64) -> Result<()> {
        let place = json!({"x": 0, "y": 0, "width": width, "height": height});
        self.post("/window/rect", &place)?;
        Ok(())
    }

    /// How long what runs in the page may take from here on. A page that is busy cannot
    /// even say that its time is over; then the question fails a moment later.
    pub fn allow_scripts(&mut self, limit: Duration) -> Result<()> {
        self.post("/timeouts", &json!({"script": limit.as_millis() as u64}))?;
        self.answers_within = limit + Duration::from_secs(1);
        Ok(())
    }

    /// Runs a function body in the page and answers what it returns.
    pub fn run(&self, body: &str, arguments: &Value) -> Result<Value> {
        self.post("/execute/sync", &json!({"script": body, "args": arguments}))
    }

    /// Runs a function body whose last argument is the function to call with the answer.
    pub fn run_and_wait(&self, body: &str, arguments: &Value) -> Result<Value> {
        self.post(
            "/execute/async",
            &json!({"script": body, "args": arguments}),
        )
    }

    /// The first element that matches a CSS selector, waiting until there is one.
    pub fn find(&self, selector: &str) -> Result<Element> {
        let body = json!({"using": "css selector", "value": selector});
        let mut found = None;
        self.until(selector, |window| {
            found = window.post("/element", &body).ok();
            Ok(found.is_some())
        })?;
        element(&found.unwrap_or_default())
    }

    /// Whether anything matches a CSS selector now.
    pub fn has(&self, selector: &str) -> Result<bool> {
        Ok(self.run(
            "return document.querySelector(arguments[0]) !== null",
            &json!([selector]),
        )? == json!(true))
    }

    pub fn click(&self, target: &Element) -> Result<()> {
        self.post(&format!("/element/{}/click", target.0), &json!({}))?;
        Ok(())
    }

    pub fn text(&self, target: &Element) -> Result<String> {
        let answer = self.get(&format!("/element/{}/text", target.0))?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Presses and releases keys one after another where the keyboard's focus is, as a
    /// person would. Modifiers are in `held`.
    pub fn keys(&self, held: &[&str], keys: &str) -> Result<()> {
        let press = |key: &str| json!({"type": "keyDown", "value": key});
        let release = |key: &str| json!({"type": "keyUp", "value": key});
        let mut actions: Vec<Value> = held.iter().copied().map(press).collect();
        for key in keys.chars().map(String::from) {
            actions.extend([press(&key), release(&key)]);
        }
        actions.extend(held.iter().rev().copied().map(release));
        self.post(
            "/actions",
            &json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}),
        )?;
        Ok(())
    }

    /// Asks again and again until something holds.
    pub fn until(&self, what: &str, mut holds: impl FnMut(&Self) -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        while !holds(self)? {
            if start.elapsed() > PATIENCE {
                bail!("waited {PATIENCE:?} in vain: {what}");
            }
            sleep(Duration::from_millis(30));
        }
        Ok(())
    }

    fn get(&self, path: &str) -> Result<Value> {
        self.request("GET", &format!("/session/{}{path}", self.session), None)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let path = format!("/session/{}{path}", self.session);
        self.request("POST", &path, Some(body))
    }

    fn request(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(self.answers_within))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let mut answer = Vec::new();
        stream
            .read_to_end(&mut answer)
            .with_context(|| format!("no answer to {method} {path}"))?;
        let answer = String::from_utf8(answer)?;
        let (head, body) = answer
            .split_once("\r\n\r\n")
            .context("the driver's answer is cut off")?;
        let mut answer: Value =
            serde_json::from_str(body).with_context(|| format!("not JSON: {head}"))?;
        let value = answer["value"].take();
        ensure!(
            head.split(' ').nth(1) == Some("200"),
            anyhow!("{method} {path}: {}: {}", value["error"], value["message"])
        );
        Ok(value)
    }
}

fn element(value: &Value) -> Result<Element> {
    value[ELEMENT]
        .as_str()
        .map(|id| Element(id.to_owned()))
        .context("the driver gave no element")
}

/// The first child of a process whose name begins like this, once there is one.
fn child_of(parent: u32, name: &str) -> Result<u32> {
    let children = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"))?;
    children
        .split_whitespace()
        .filter_map(|id| id.parse().ok())
        .find(|id: &u32| {
            let own = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
            // The system keeps the first fifteen characters.
            own.trim().starts_with(&name[..name.len().min(15)])
        })
        .with_context(|| format!("process {parent} has no child {name}"))
}

/// A process that has ended and that nobody has asked about yet does not run.
fn is_running(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| {
        !stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .trim_start()
            .starts_with('Z')
    })
}

/// A port that nothing listened on a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

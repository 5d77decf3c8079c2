//! The program as its window meets it: the commands through Tauri's own door, with its
//! permissions, on a runtime without a display.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; what helps the tests is no test function"
)]

mod commands;
mod events;
mod grants;
mod refusals;
mod safety;
mod windows;

use docketline::shell::dialogs::{Chosen, Dialogs, Question, Reply};
use docketline::shell::places::Places;
use docketline::shell::windows::{Wanted, Windows};
use docketline::{Shell, build, context};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewWindow};
use tempfile::TempDir;

/// The program in a home of its own, with a reader who answers dialogs as told.
struct Program {
    app: App<MockRuntime>,
    home: TempDir,
    reader: Arc<Mutex<Reader>>,
}

#[derive(Default)]
struct Reader {
    answer: Option<PathBuf>,
    asked: Vec<Question>,
}

struct ToldReader(Arc<Mutex<Reader>>);

impl Dialogs<MockRuntime> for ToldReader {
    fn ask<'a>(&'a self, _: &'a WebviewWindow<MockRuntime>, question: Question) -> Reply<'a> {
        let mut reader = self.0.lock().unwrap();
        reader.asked.push(question);
        let answer = reader.answer.clone().map(|path| Chosen {
            path,
            may_replace: true,
        });
        Box::pin(async move { answer })
    }
}

impl Program {
    /// Without any window yet.
    fn new() -> Self {
        Self::in_home(tempfile::tempdir().unwrap())
    }

    fn in_home(home: TempDir) -> Self {
        let reader = Arc::new(Mutex::new(Reader::default()));
        let app = build(mock_builder(), context(), |_| {
            Ok(Shell {
                places: Places::new(home.path().join("data"), home.path().to_owned()),
                dialogs: Box::new(ToldReader(Arc::clone(&reader))),
            })
        })
        .unwrap();
        Self { app, home, reader }
    }

    /// Started for the first time: a window with the reader's own copy of the sample.
    fn with_sample() -> (Self, WebviewWindow<MockRuntime>) {
        let program = Self::new();
        docketline::shell::start::first(program.app.handle(), Vec::new()).unwrap();
        let window = program.window("casebook-1");
        (program, window)
    }

    fn show(&self, path: &Path) {
        Windows::show(self.app.handle(), Wanted::File(path.to_owned())).unwrap();
    }

    fn window(&self, label: &str) -> WebviewWindow<MockRuntime> {
        self.app.get_webview_window(label).unwrap()
    }

    /// The labels of the open windows.
    fn labels(&self) -> Vec<String> {
        let mut labels: Vec<String> = self.app.webview_windows().into_keys().collect();
        labels.sort();
        labels
    }

    /// A place in the reader's home.
    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// What the reader answers to dialogs from now on; nothing means that they cancel.
    fn reader_chooses(&self, path: Option<&Path>) {
        self.reader.lock().unwrap().answer = path.map(Path::to_owned);
    }
}

/// Calls a command as the window does; an error is what the window would get.
fn call(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    ask(window, command, arguments).map(|body| body.deserialize().unwrap())
}

fn ask(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<InvokeResponseBody, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: InvokeBody::Json(arguments),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request)
}

/// Everything passes.
fn all() -> Value {
    json!({"lanes": null, "kinds": null, "actors": null, "principles": null,
        "from": null, "to": null, "search": null})
}

/// Waits for what happens on another thread.
fn until(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(20), "{what}");
        sleep(Duration::from_millis(10));
    }
}

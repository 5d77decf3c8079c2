//! What others do to a casebook, what happens to its file, backups and recovery.

use super::{Program, call, until};
use docketline::shell::windows::Windows;
use docketline::shell::{keeping, watching};
use docketline_casebook::{Casebook, SystemClock};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tauri::{Listener, Manager, WebviewWindow, test::MockRuntime};

/// What a window hears of one kind of event.
fn hear(window: &WebviewWindow<MockRuntime>, event: &str) -> Arc<Mutex<Vec<Value>>> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let into = Arc::clone(&heard);
    window.listen(event, move |event| {
        into.lock()
            .unwrap()
            .push(serde_json::from_str(event.payload()).unwrap());
    });
    heard
}

/// Looks until a window has heard something: a look passes over a casebook that something
/// else is done with just then.
fn look_until_heard(program: &Program, heard: &Mutex<Vec<Value>>) {
    until("the window hears of it", || {
        watching::look(program.app.handle());
        !heard.lock().unwrap().is_empty()
    });
}

/// The same for backups.
fn keep_until_heard(program: &Program, heard: &Mutex<Vec<Value>>) -> Value {
    until("the window hears of its backup", || {
        keeping::keep(program.app.handle());
        !heard.lock().unwrap().is_empty()
    });
    heard.lock().unwrap().pop().unwrap()
}

fn open(path: &Path) -> Casebook {
    Casebook::open(path, Arc::new(SystemClock)).unwrap()
}

#[test]
fn a_window_follows_whoever_writes_and_takes_over_when_asked_after_they_closed() {
    let program = Program::new();
    let path = program.path("shared.casebook");
    let mut other = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    program.show(&path);
    let window = program.window("casebook-1");
    let summary = call(&window, "current_casebook", json!({})).unwrap();
    assert_eq!(summary["read_only"], "in-use");
    let changed = hear(&window, "casebook-changed");

    other.add_note("contempt-order", "From elsewhere").unwrap();
    look_until_heard(&program, &changed);
    let heard = changed.lock().unwrap().pop().unwrap();
    assert_eq!(heard["counts"]["notes"], 1);
    watching::look(program.app.handle());
    assert!(changed.lock().unwrap().is_empty(), "nothing new");

    let refused = call(&window, "take_over", json!({})).unwrap_err();
    assert_eq!(refused["code"], "in-use");
    drop(other);
    look_until_heard(&program, &changed);
    assert_eq!(changed.lock().unwrap().pop().unwrap()["is_free"], true);
    let mine = call(&window, "take_over", json!({})).unwrap();
    assert_eq!(mine["read_only"], Value::Null);
    call(&window, "undo", json!({})).unwrap();
}

#[cfg(unix)]
#[test]
fn what_happens_to_the_file_is_told_once_and_when_it_is_over() {
    let (program, window) = Program::with_sample();
    let summary = call(&window, "current_casebook", json!({})).unwrap();
    let path = Path::new(summary["path"].as_str().unwrap()).to_owned();
    let told = hear(&window, "casebook-trouble");
    let heard = || -> Vec<Value> { told.lock().unwrap().drain(..).collect() };
    let elsewhere = program.path("elsewhere");
    fs::rename(&path, &elsewhere).unwrap();
    look_until_heard(&program, &told);
    watching::look(program.app.handle());
    let codes = heard();
    assert_eq!(codes.len(), 1);
    assert_eq!(codes[0]["code"], "gone");
    assert!(codes[0]["hint"].is_string());
    fs::rename(&elsewhere, &path).unwrap();
    look_until_heard(&program, &told);
    assert_eq!(heard(), [Value::Null]);

    // Everything goes on in a copy.
    fs::remove_file(&path).unwrap();
    let copy = program.path("copy.casebook");
    program.reader_chooses(Some(&copy));
    let rescued = call(&window, "rescue_casebook", json!({})).unwrap();
    assert_eq!(rescued["path"], copy.display().to_string());
    assert_eq!(rescued["counts"]["events"], 90);
    assert_eq!(rescued["read_only"], Value::Null);
}

#[cfg(unix)]
#[test]
fn a_casebook_whose_file_went_goes_on_in_a_new_file_of_the_same_name() {
    let (program, window) = Program::with_sample();
    let summary = call(&window, "current_casebook", json!({})).unwrap();
    let path = Path::new(summary["path"].as_str().unwrap()).to_owned();
    let note = json!({"key": 1, "note": null, "markdown": "Before it went"});
    call(&window, "save_note", note).unwrap();
    fs::remove_file(&path).unwrap();
    program.reader_chooses(Some(&path));
    let rescued = call(&window, "rescue_casebook", json!({})).unwrap();
    assert_eq!(rescued["path"], path.display().to_string());
    assert_eq!(rescued["read_only"], Value::Null);
    let note = json!({"key": 2, "note": null, "markdown": "After it was written again"});
    call(&window, "save_note", note).unwrap();
    program.app.state::<Windows>().close_all();
    let saved = open(&path);
    assert_eq!(saved.summary().unwrap().counts.notes, 2);
    assert!(saved.check().unwrap().is_empty());
}

#[test]
fn backups_are_made_beside_the_work_listed_compared_and_restored_into_a_new_file() {
    let (program, window) = Program::with_sample();
    call(&window, "current_casebook", json!({})).unwrap();
    let failed = hear(&window, "backup-failed");
    assert_eq!(keep_until_heard(&program, &failed), Value::Null);
    let list = call(&window, "list_backups", json!({})).unwrap();
    assert_eq!(list["backups"].as_array().unwrap().len(), 1);
    assert!(list["folder"].as_str().unwrap().contains("backups"));
    let backup = list["backups"][0]["path"].clone();

    let key = call(&window, "list_history", json!({"query": {}, "limit": 1})).unwrap();
    assert!(key["entries"][0]["id"].is_i64());
    let found = json!({"filter": super::all(), "sort": "date", "descending": false, "offset": 0, "limit": 1});
    let event = call(&window, "list_events", found).unwrap()["rows"][0]["key"].clone();
    let note = json!({"key": event, "note": null, "markdown": "Since the backup"});
    call(&window, "save_note", note).unwrap();
    let would = call(&window, "compare_backup", json!({"path": backup})).unwrap();
    assert_eq!(would["records"][0]["record"], "note");
    assert_eq!(would["records"][0]["gone"], 1);

    let mine = call(&window, "current_casebook", json!({})).unwrap();
    program.reader_chooses(Some(Path::new(mine["path"].as_str().unwrap())));
    let refused = call(&window, "restore_backup", json!({"path": backup})).unwrap_err();
    assert_eq!(refused["code"], "already-exists", "never over the present");
    let out = program.path("restored.casebook");
    program.reader_chooses(Some(&out));
    let report = call(&window, "restore_backup", json!({"path": backup})).unwrap();
    assert_eq!(report["counts"]["notes"], 0);
    assert_eq!(
        call(&window, "open_made", json!({"path": report["path"]})).unwrap(),
        Value::Null
    );
    until("the restored casebook has a window of its own", || {
        program.labels().len() == 2
    });
    assert_eq!(open_counts(&program.window("casebook-2")), json!(0));
    assert_eq!(open_counts(&window), json!(1));
    for (command, path) in [
        ("restore_backup", &mine["path"]),
        ("compare_backup", &mine["path"]),
        ("open_made", &mine["path"]),
    ] {
        let refused = call(&window, command, json!({"path": path})).unwrap_err();
        assert_eq!(refused["code"], "not-chosen", "{command}");
    }
}

fn open_counts(window: &WebviewWindow<MockRuntime>) -> Value {
    call(window, "current_casebook", json!({})).unwrap()["counts"]["notes"].clone()
}

#[test]
fn a_backup_that_cannot_be_made_is_told_and_stops_nothing() {
    let (program, window) = Program::with_sample();
    call(&window, "current_casebook", json!({})).unwrap();
    fs::write(program.path("data").join("backups"), "in the way").unwrap();
    let failed = hear(&window, "backup-failed");
    let told = keep_until_heard(&program, &failed);
    assert!(told["message"].is_string() && told["hint"].is_string());
    assert_eq!(open_counts(&window), json!(0));
}

#[test]
fn a_damaged_casebook_is_shown_as_far_as_it_can_be_read_and_recovered_into_a_new_one() {
    let program = Program::new();
    let path = program.path("damaged.casebook");
    drop(Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    for page in bytes.chunks_mut(4_096).skip(90).step_by(20) {
        page.fill(0x5a);
    }
    fs::write(&path, &bytes).unwrap();
    program.show(&path);
    let window = program.window("casebook-1");
    let summary = call(&window, "current_casebook", json!({})).unwrap();
    assert_eq!(summary["read_only"], "damaged");
    let events = summary["counts"]["events"].as_i64().unwrap();
    assert!(events > 60);
    let out = program.path("recovered.casebook");
    program.reader_chooses(Some(&out));
    let report = call(&window, "recover_casebook", json!({})).unwrap();
    assert_eq!(report["counts"]["events"], events);
    assert_eq!(report["complete"], false);
    call(&window, "open_made", json!({"path": report["path"]})).unwrap();
    until("the recovered casebook has a window of its own", || {
        program.labels().len() == 2
    });
    // The window answers when it has the file; until then whoever asks first would get it.
    let shown = call(&program.window("casebook-2"), "current_casebook", json!({})).unwrap();
    assert_eq!(shown["counts"]["events"], events);
    assert_eq!(shown["read_only"], Value::Null);
    assert_eq!(
        open(&out).summary().unwrap().read_only,
        Some(docketline_casebook::view::ReadOnlyReason::InUse)
    );
    assert!(
        fs::read(&path).unwrap() == bytes,
        "the damaged file is not touched"
    );

    // Where nothing can be read, the window says so and can still try.
    let mut noise = bytes.clone();
    noise[100..].fill(0xA5);
    fs::write(&path, &noise).unwrap();
    let other = program.path("noise.casebook");
    fs::write(&other, &noise).unwrap();
    program.show(&other);
    until("a window", || program.labels().len() == 3);
    let window = program.window("casebook-3");
    let refused = call(&window, "current_casebook", json!({})).unwrap_err();
    assert_eq!(refused["code"], "damaged");
    program.reader_chooses(Some(&program.path("nothing.casebook")));
    let refused = call(&window, "recover_casebook", json!({})).unwrap_err();
    assert_eq!(refused["code"], "damaged");
    let list = call(&window, "list_backups", json!({})).unwrap();
    assert_eq!(list["backups"], json!([]));
}

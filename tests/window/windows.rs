//! One window for each casebook, and one casebook in each window.

use super::{Program, call, until};
use docketline::shell::windows::Windows;
use docketline_casebook::view::Filter;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use tauri::Manager;

fn title(window: &tauri::WebviewWindow<tauri::test::MockRuntime>) -> Value {
    call(window, "current_casebook", json!({})).unwrap()["title"].clone()
}

/// A second casebook in the reader's home, made by the window and left again.
fn another(program: &Program, window: &tauri::WebviewWindow<tauri::test::MockRuntime>) -> PathBuf {
    let path = program.path("Another case.casebook");
    program.reader_chooses(Some(&path));
    call(window, "new_casebook", json!({})).unwrap();
    call(window, "open_sample", json!({})).unwrap();
    path
}

#[test]
fn a_new_casebook_is_named_after_its_file_and_shown() {
    let (program, window) = Program::with_sample();
    program.reader_chooses(Some(&program.path("Schrems.casebook")));
    let made = call(&window, "new_casebook", json!({})).unwrap();
    assert_eq!(made["title"], "Schrems");
    assert_eq!(made["counts"]["events"], 0);
    assert_eq!(title(&window), "Schrems");
    assert_eq!(program.labels(), ["casebook-1"]);
    let recent = call(&window, "list_recent", json!({})).unwrap();
    assert_eq!(recent[0]["title"], "Schrems");
    assert_eq!(recent[1]["title"], "Microsoft Ireland");
}

#[test]
fn a_casebook_that_a_window_has_is_not_opened_twice() {
    let (program, window) = Program::with_sample();
    let path = another(&program, &window);
    program.show(&path);
    assert_eq!(program.labels(), ["casebook-1", "casebook-2"]);
    let link = program.path("link.casebook");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    for other_name in [
        path.clone(),
        link,
        path.parent().unwrap().join("./Another case.casebook"),
    ] {
        program.show(&other_name);
        assert_eq!(program.labels(), ["casebook-1", "casebook-2"]);
        // Nor into a window that has something else.
        program.reader_chooses(Some(&other_name));
        let shown = call(&window, "open_casebook", json!({})).unwrap();
        assert_eq!(shown["title"], "Microsoft Ireland");
    }
    assert_eq!(title(&program.window("casebook-2")), "Another case");
}

#[test]
fn a_second_start_with_a_casebook_opens_a_window_for_it() {
    let (program, window) = Program::with_sample();
    let path = another(&program, &window);
    let folder = path.parent().unwrap();
    let files =
        docketline::shell::start::files(["Another case.casebook".into()].into_iter(), folder);
    docketline::shell::start::again(program.app.handle(), files);
    assert_eq!(title(&program.window("casebook-2")), "Another case");
    docketline::shell::start::again(program.app.handle(), Vec::new());
    assert_eq!(program.labels(), ["casebook-1", "casebook-2"]);
}

#[test]
fn the_next_start_shows_what_was_open_last_or_the_sample_if_that_is_gone() {
    let (program, window) = Program::with_sample();
    let path = program.path("Schrems.casebook");
    program.reader_chooses(Some(&path));
    call(&window, "new_casebook", json!({})).unwrap();
    window.destroy().unwrap();

    let Program { home, .. } = program;
    let next = Program::in_home(home);
    docketline::shell::start::first(next.app.handle(), Vec::new()).unwrap();
    assert_eq!(title(&next.window("casebook-1")), "Schrems");

    std::fs::remove_file(&path).unwrap();
    let Program { home, .. } = next;
    let after = Program::in_home(home);
    docketline::shell::start::first(after.app.handle(), Vec::new()).unwrap();
    assert_eq!(title(&after.window("casebook-1")), "Microsoft Ireland");
}

#[test]
fn the_sample_is_restored_beside_the_readers_own_copy() {
    let (program, window) = Program::with_sample();
    call(
        &window,
        "save_note",
        json!({"key": 1, "note": null, "markdown": "Mine."}),
    )
    .unwrap();
    for number in 2..4 {
        let restored = call(&window, "restore_sample", json!({})).unwrap();
        assert_eq!(
            restored["file_name"],
            format!("Microsoft Ireland ({number}).casebook")
        );
        assert_eq!(restored["counts"]["notes"], 0);
    }
    let own = call(&window, "open_sample", json!({})).unwrap();
    assert_eq!(own["counts"]["notes"], 1);
    assert_eq!(program.labels(), ["casebook-1"]);
}

#[test]
fn closing_a_window_leaves_one_file() {
    let (program, window) = Program::with_sample();
    let own = program.path("data").join("Microsoft Ireland.casebook");
    let with = |ending: &str| PathBuf::from(format!("{}{ending}", own.display()));
    call(
        &window,
        "save_note",
        json!({"key": 1, "note": null, "markdown": "Mine."}),
    )
    .unwrap();
    assert!(with("-wal").exists());
    // On a real runtime the window's end does this.
    program.app.state::<Windows>().close("casebook-1");
    until("the journal is gone", || {
        !with("-wal").exists() && !with("-shm").exists()
    });
    assert!(own.exists());
}

#[test]
fn a_copy_is_written_beside_and_the_window_stays() {
    let (program, window) = Program::with_sample();
    let copy = program.path("Copy.casebook");
    program.reader_chooses(Some(&copy));
    let written = call(&window, "save_copy", json!({})).unwrap();
    assert_eq!(written, copy.display().to_string());
    program.show(&copy);
    let summary = call(&program.window("casebook-2"), "current_casebook", json!({})).unwrap();
    assert_eq!(summary["counts"]["events"], 90);
}

#[test]
fn a_newer_question_ends_the_one_that_is_being_answered() {
    let (program, window) = Program::with_sample();
    let session = program
        .app
        .state::<Windows>()
        .session(window.label())
        .unwrap();
    let filter = Filter {
        search: Some("order".to_owned()),
        ..Filter::default()
    };
    let newer = Arc::clone(&session);
    let mut asked = None;
    let stop = session.newest("search");
    let ended = session.until_stopped::<()>(&stop, |casebook| {
        asked = Some(thread::spawn(move || {
            let stop = newer.newest("search");
            newer.until_stopped(&stop, |_| Ok("answered"))
        }));
        loop {
            casebook.search(&filter, 50)?;
        }
    });
    assert_eq!(ended.unwrap_err().code, "superseded");
    assert_eq!(asked.unwrap().join().unwrap().unwrap(), "answered");
}

#[test]
fn an_older_question_that_gets_its_turn_late_ends_no_newer_one() {
    let (program, window) = Program::with_sample();
    let session = program
        .app
        .state::<Windows>()
        .session(window.label())
        .unwrap();
    let (older, newer) = (session.newest("search"), session.newest("search"));
    assert!(session.until_stopped(&newer, |_| Ok(())).is_ok());
    let late = session.until_stopped(&older, |_| Ok(()));
    assert_eq!(late.unwrap_err().code, "superseded");
}

#[test]
fn a_question_of_another_kind_ends_none() {
    let (program, window) = Program::with_sample();
    let session = program
        .app
        .state::<Windows>()
        .session(window.label())
        .unwrap();
    let other = Arc::clone(&session);
    let mut asked = None;
    let stop = session.newest("search");
    let answer = session.until_stopped(&stop, |casebook| {
        asked = Some(thread::spawn(move || {
            let stop = other.newest("scene");
            other.until_stopped(&stop, |_| Ok(()))
        }));
        Ok(casebook.summary()?.counts.events)
    });
    assert_eq!(answer.unwrap(), 90);
    asked.unwrap().join().unwrap().unwrap();
}

//! What the window is refused, and what it is told then.

use super::{Program, call};
use serde_json::json;
use std::fs;

#[test]
fn a_start_that_fails_shows_a_window_that_says_why_and_leads_on() {
    let program = Program::new();
    let path = program.path("letter.casebook");
    fs::write(&path, "Dear Sir or Madam").unwrap();
    program.show(&path);
    let window = program.window("casebook-1");
    let refused = call(&window, "current_casebook", json!({})).unwrap_err();
    assert_eq!(refused["code"], "not-a-casebook");
    assert!(
        refused["message"]
            .as_str()
            .unwrap()
            .contains("letter.casebook")
    );
    assert!(refused["hint"].is_string());
    assert_eq!(fs::read(&path).unwrap(), b"Dear Sir or Madam");

    let sample = call(&window, "open_sample", json!({})).unwrap();
    assert_eq!(sample["title"], "Microsoft Ireland");
}

#[test]
fn what_was_refused_can_be_tried_again_once_it_is_mended() {
    let program = Program::new();
    let path = program.path("case.casebook");
    program.show(&path);
    let window = program.window("casebook-1");
    let refused = call(&window, "current_casebook", json!({})).unwrap_err();
    assert_eq!(refused["code"], "not-found");
    docketline_casebook::Casebook::create(
        &path,
        "Mended",
        std::sync::Arc::new(docketline_casebook::SystemClock),
    )
    .unwrap();
    program.reader_chooses(Some(&path));
    let opened = call(&window, "open_casebook", json!({})).unwrap();
    assert_eq!(opened["title"], "Mended");
}

#[test]
fn a_casebook_that_cannot_be_opened_leaves_the_window_as_it_was() {
    let (program, window) = Program::with_sample();
    let before = call(&window, "current_casebook", json!({})).unwrap();
    let path = program.path("letter.casebook");
    fs::write(&path, "Dear Sir or Madam").unwrap();
    program.reader_chooses(Some(&path));
    for (command, code) in [
        ("open_casebook", "not-a-casebook"),
        ("new_casebook", "already-exists"),
    ] {
        assert_eq!(call(&window, command, json!({})).unwrap_err()["code"], code);
        assert_eq!(fs::read(&path).unwrap(), b"Dear Sir or Madam");
        assert_eq!(
            call(&window, "current_casebook", json!({})).unwrap(),
            before
        );
    }
}

#[test]
fn a_file_that_the_reader_did_not_choose_is_neither_opened_nor_imported() {
    let (program, window) = Program::with_sample();
    let path = program.path("secret.csv");
    fs::write(&path, "date,title\n2020-01-01,Secret\n").unwrap();
    let chosen = program.path("chosen.csv");
    fs::write(&chosen, "date,title\n2020-01-01,Chosen\n").unwrap();
    for command in ["import_file", "open_recent"] {
        let refused = call(&window, command, json!({"path": path})).unwrap_err();
        assert_eq!(refused["code"], "not-chosen", "{command}");
    }
    program.reader_chooses(Some(&chosen));
    call(&window, "preview_import", json!({})).unwrap();
    let refused = call(&window, "import_file", json!({"path": path})).unwrap_err();
    assert_eq!(refused["code"], "not-chosen");
}

#[test]
fn only_addresses_of_the_web_reach_the_browser() {
    let (_program, window) = Program::with_sample();
    for url in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,hello",
        "mailto:someone@example.org",
        "/etc/passwd",
        "https:",
        "",
    ] {
        let refused = call(&window, "open_source", json!({"url": url})).unwrap_err();
        assert_eq!(refused["code"], "not-a-web-address", "{url}");
    }
}

#[test]
fn a_sample_that_cannot_be_made_is_said_in_a_window() {
    let program = Program::new();
    fs::write(program.path("data"), "in the way of the folder").unwrap();
    docketline::shell::start::first(program.app.handle(), Vec::new()).unwrap();
    let window = program.window("casebook-1");
    let refused = call(&window, "current_casebook", json!({})).unwrap_err();
    assert_eq!(refused["code"], "io");
    assert!(refused["hint"].is_string());
}

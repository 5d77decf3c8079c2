//! What the window is refused, and what it is told then.

use super::{Program, call};
use docketline_casebook::{Casebook, SystemClock};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

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
    Casebook::create(&path, "Mended", Arc::new(SystemClock)).unwrap();
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

#[test]
fn every_file_that_cannot_be_opened_says_why_and_what_to_do_and_stays_as_it_was() {
    let (program, window) = Program::with_sample();
    let copy = program.path("copy.casebook");
    program.reader_chooses(Some(&copy));
    call(&window, "save_copy", json!({})).unwrap();
    let before = call(&window, "current_casebook", json!({})).unwrap();
    let good = fs::read(&copy).unwrap();
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut damaged = good;
    damaged[100..].fill(0xA5);
    for (code, bytes) in [
        ("not-a-casebook", Vec::new()),
        ("newer", newer),
        ("damaged", damaged),
    ] {
        fs::write(&copy, &bytes).unwrap();
        let refused = call(&window, "open_casebook", json!({})).unwrap_err();
        assert_eq!(refused["code"], code);
        let message = refused["message"].as_str().unwrap();
        assert!(message.contains("copy.casebook"), "{message}");
        assert!(refused["hint"].is_string(), "{code}");
        assert_eq!(fs::read(&copy).unwrap(), bytes, "{code}");
        assert_eq!(
            call(&window, "current_casebook", json!({})).unwrap(),
            before
        );
    }
}

#[test]
fn a_file_that_cannot_be_imported_or_written_changes_nothing() {
    let (program, window) = Program::with_sample();
    let before = call(&window, "current_casebook", json!({})).unwrap();
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("binary.csv", b"\x89PNG\r\n\x1a\n\0\0"),
        ("broken.json", b"{\"format\":"),
    ] {
        let path = program.path(name);
        fs::write(&path, bytes).unwrap();
        program.reader_chooses(Some(&path));
        let refused = call(&window, "preview_import", json!({})).unwrap_err();
        assert_eq!(refused["code"], "not-importable", "{name}");
        assert!(refused["hint"].is_string());
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    let nowhere = program.path("no such folder").join("x");
    program.reader_chooses(Some(&nowhere));
    for (command, arguments) in [
        ("export_casebook", json!({"format": "html"})),
        ("save_copy", json!({})),
        ("new_casebook", json!({})),
    ] {
        let refused = call(&window, command, arguments).unwrap_err();
        assert_eq!(refused["code"], "not-found", "{command}");
        assert!(
            refused["message"]
                .as_str()
                .unwrap()
                .contains("no such folder")
        );
    }
    let filter = json!({"lanes": null, "kinds": null, "actors": null, "principles": null,
        "from": "soon", "to": null, "search": null});
    let refused = call(&window, "list_facets", json!({"filter": filter})).unwrap_err();
    assert_eq!(refused["code"], "bad-date");
    assert_eq!(
        call(&window, "current_casebook", json!({})).unwrap(),
        before
    );
}

/// Where a casebook stands that may not be written.
const SHELF: &str = "DOCKETLINE_TEST_SHELF";

#[test]
fn a_casebook_that_may_not_be_written_opens_for_reading_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    if let Some(shelf) = std::env::var_os(SHELF) {
        return expect_only_read(Path::new(&shelf));
    }
    let shelf = tempfile::tempdir().unwrap();
    let path = shelf.path().join("copy.casebook");
    Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    let before = fs::read(&path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    if fs::OpenOptions::new().write(true).open(&path).is_err() {
        expect_only_read(shelf.path());
    } else {
        // Root may write whatever its mode is, but not what is mounted for reading.
        run_on_read_only_mount(shelf.path());
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

fn expect_only_read(shelf: &Path) {
    let (program, window) = Program::with_sample();
    program.reader_chooses(Some(&shelf.join("copy.casebook")));
    let opened = call(&window, "open_casebook", json!({})).unwrap();
    assert_eq!(opened["read_only"], "permission");
    let note = json!({"key": 1, "note": null, "markdown": "x"});
    let refused = call(&window, "save_note", note).unwrap_err();
    assert_eq!(refused["code"], "not-writable");
}

/// Runs the test above once more, with the shelf mounted for reading.
#[allow(clippy::print_stdout, reason = "a test that was skipped must say so")]
fn run_on_read_only_mount(shelf: &Path) {
    let run = |then: &str| {
        let mount = r#"mount --bind "$0" "$0" && mount -o remount,ro,bind "$0""#;
        Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c"])
            .arg(format!("{mount} && {then}"))
            .arg(shelf)
            .arg(std::env::current_exe().unwrap())
            .env(SHELF, shelf)
            .output()
    };
    if !run("true").is_ok_and(|output| output.status.success()) {
        println!("skipped: this user may write everything, and may not mount");
        return;
    }
    let test = "refusals::a_casebook_that_may_not_be_written_opens_for_reading_and_says_so";
    let output = run(&format!(r#""$1" --exact {test}"#)).unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

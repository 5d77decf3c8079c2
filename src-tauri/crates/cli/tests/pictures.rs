//! Pictures from the command line.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use shell::sample;

#[test]
fn a_picture_is_written_with_the_choices_of_the_command_line() {
    let shell = sample();
    for (arguments, starts, events) in [
        (
            &["--format", "svg", "--out", "a.svg"][..],
            &b"<svg "[..],
            90,
        ),
        (
            &[
                "--format", "png", "--out", "a.png", "--width", "900", "--scale", "1",
            ],
            b"\x89PNG",
            90,
        ),
        (
            &[
                "--format", "pdf", "--out", "a.pdf", "--page", "A4", "--from", "2014", "--to",
                "2014",
            ],
            b"%PDF",
            27,
        ),
        (
            &["--format", "pdf", "--out", "b.pdf", "--page", "letter"],
            b"%PDF",
            90,
        ),
    ] {
        let report = shell.json(&[&["export", "c.casebook"], arguments].concat());
        let file = std::fs::read(shell.path(report["path"].as_str().unwrap())).unwrap();
        assert!(file.starts_with(starts), "{arguments:?}");
        assert_eq!(report["events"], events, "{arguments:?}");
        assert!(!report["losses"].as_array().unwrap().is_empty());
    }
}

#[test]
fn a_choice_that_a_format_has_no_use_for_is_wrong_usage() {
    let shell = sample();
    for arguments in [
        &["--format", "json", "--width", "900"][..],
        &["--format", "csv", "--from", "2014"],
        &["--format", "svg", "--page", "a4"],
        &["--format", "pdf", "--scale", "2"],
        &["--format", "png", "--scale", "5"],
        &["--format", "pdf", "--page", "a5"],
    ] {
        let output = shell.run(&[&["export", "c.casebook", "--out", "x"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!shell.path("x").exists());
    }
}

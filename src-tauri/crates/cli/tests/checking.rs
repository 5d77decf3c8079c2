//! The check and what is accepted of it, as a script meets them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use serde_json::Value;
use shell::{Shell, sample};

/// The sample with a ruling that was vacated before it was issued.
fn contradicted() -> Shell {
    let shell = sample();
    for (id, date, title) in [
        ("late", "2014-01-05", "A ruling of its own"),
        ("early", "2014-01-02", "Something quite different"),
    ] {
        shell.json(&[
            "add-event",
            "c.casebook",
            "--id",
            id,
            "--date",
            date,
            "--title",
            title,
            "--kind",
            "ruling",
            "--lane",
            "Appeal",
        ]);
    }
    shell.json(&["relate", "c.casebook", "early", "vacates", "late"]);
    shell
}

fn findings(shell: &Shell) -> Vec<Value> {
    let check = shell.json(&["check", "c.casebook"]);
    assert_eq!(check["ok"], true, "the file itself is sound");
    check["findings"].as_array().unwrap().clone()
}

#[test]
fn the_check_names_what_it_is_about_and_ends_well_unless_it_is_to_be_strict() {
    let shell = contradicted();
    let findings = findings(&shell);
    let early = &findings[0];
    assert_eq!(early["code"], "act-before-target");
    assert_eq!(early["severity"], "error");
    assert_eq!(early["events"], serde_json::json!(["early", "late"]));
    assert_eq!(early["relations"].as_array().unwrap().len(), 1);
    assert_eq!(early["accepted"], false);
    let message = early["message"].as_str().unwrap();
    assert!(
        message.contains("2 January 2014") && message.contains("5 January 2014"),
        "{message}"
    );
    assert!(findings.iter().any(|of| of["code"] == "unsourced"));
    for (arguments, exit) in [
        (&["check", "c.casebook"][..], 0),
        (&["check", "c.casebook", "--strict"], 1),
    ] {
        assert_eq!(shell.run(arguments).status.code(), Some(exit));
    }
}

#[test]
fn a_finding_is_accepted_with_a_reason_until_that_is_withdrawn() {
    let shell = contradicted();
    let all = findings(&shell);
    for finding in &all {
        let id = finding["id"].as_str().unwrap();
        shell.json(&[
            "accept",
            "c.casebook",
            id,
            "--reason",
            "As the docket has it.",
        ]);
    }
    assert!(
        findings(&shell)
            .iter()
            .all(|of| of["reason"] == "As the docket has it.")
    );
    assert_eq!(
        shell
            .run(&["check", "c.casebook", "--strict"])
            .status
            .code(),
        Some(0)
    );
    let id = all[0]["id"].as_str().unwrap();
    shell.json(&["withdraw", "c.casebook", id]);
    assert_eq!(findings(&shell)[0]["accepted"], false);
    for (arguments, code) in [
        (
            &["accept", "c.casebook", "no-such", "--reason", "x"][..],
            "no-such",
        ),
        (&["accept", "c.casebook", id, "--reason", "  "], "bad-value"),
        (&["withdraw", "c.casebook", id], "no-such"),
    ] {
        assert_eq!(shell.refused(arguments).1["code"], code, "{arguments:?}");
    }
}

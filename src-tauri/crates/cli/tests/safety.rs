//! Backup, restore and recover on the command line; two processes on one casebook.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use shell::{sample, text};

#[test]
fn a_backup_is_restored_and_a_damaged_casebook_recovered_each_into_a_new_file() {
    let shell = sample();
    let backup = shell.json(&["backup", "c.casebook", "b.casebook"]);
    assert_eq!(backup["counts"]["events"], 90);
    shell.json(&["delete-event", "c.casebook", "contempt-order"]);
    shell.json(&["restore", "b.casebook", "--out", "r.casebook"]);
    assert_eq!(shell.json(&["info", "r.casebook"])["events"], 90);

    let mut bytes = std::fs::read(shell.path("b.casebook")).unwrap();
    bytes[..4096].fill(0);
    std::fs::write(shell.path("d.casebook"), &bytes).unwrap();
    let report = shell.json(&["recover", "d.casebook", "--out", "n.casebook"]);
    assert_eq!(report["counts"]["events"], 90);
    assert!(!report["losses"].as_array().unwrap().is_empty());
    assert!(std::fs::read(shell.path("d.casebook")).unwrap() == bytes);
    assert_eq!(shell.json(&["check", "n.casebook"])["ok"], true);

    for arguments in [
        &["backup", "c.casebook", "b.casebook"][..],
        &["restore", "b.casebook", "--out", "c.casebook"],
        &["recover", "d.casebook", "--out", "c.casebook"],
    ] {
        assert_eq!(
            shell.refused(arguments).1["code"],
            "already-exists",
            "{arguments:?}"
        );
    }
}

#[test]
fn a_damaged_casebook_is_read_with_a_warning_and_never_written() {
    let shell = sample();
    let path = shell.path("c.casebook");
    let mut damaged = std::fs::read(&path).unwrap();
    for page in damaged.chunks_mut(4_096).skip(90).step_by(20) {
        page.fill(0x5a);
    }
    std::fs::write(&path, &damaged).unwrap();
    for arguments in [
        &["info", "c.casebook"][..],
        &["events", "c.casebook"],
        &["history", "c.casebook"],
        &[
            "export",
            "c.casebook",
            "--format",
            "json",
            "--out",
            "out.json",
        ],
        &["backup", "c.casebook", "copy.casebook"],
    ] {
        let output = shell.run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            text(&output.stderr)
        );
        assert!(text(&output.stderr).contains("damaged"), "{arguments:?}");
    }
    let check = shell.run(&["check", "c.casebook", "--json"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(text(&check.stdout).contains("integrity"));
    for arguments in [
        &["undo", "c.casebook"][..],
        &[
            "note",
            "c.casebook",
            "--event",
            "contempt-order",
            "--text",
            "x",
        ],
    ] {
        assert_eq!(
            shell.refused(arguments).1["code"],
            "damaged",
            "{arguments:?}"
        );
    }
    assert!(std::fs::read(&path).unwrap() == damaged);
}

/// Each waits for the other, and nothing of either is lost.
#[test]
fn two_processes_edit_one_casebook() {
    let shell = sample();
    let edits = 12;
    std::thread::scope(|scope| {
        for who in ["a", "b"] {
            let shell = &shell;
            scope.spawn(move || {
                for number in 0..edits {
                    let id = format!("{who}{number}");
                    shell.json(&[
                        "add-event",
                        "c.casebook",
                        "--id",
                        &id,
                        "--date",
                        "2016",
                        "--title",
                        &id,
                        "--kind",
                        "order",
                        "--lane",
                        "Docket",
                    ]);
                }
            });
        }
    });
    assert_eq!(
        shell.json(&["info", "c.casebook"])["events"],
        90 + 2 * edits
    );
    assert_eq!(shell.json(&["check", "c.casebook"])["ok"], true);
    assert!(!shell.path("c.casebook-wal").exists());
    assert!(!shell.path("c.casebook-lock").exists());
}

//! What bad input gets: exit code 1, a message with what to do, and everything as it was.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use serde_json::Value;
use shell::{Shell, sample, text};
use std::process::{Command, Output};

/// Every command that takes a casebook.
const ON_A_CASEBOOK: [&[&str]; 19] = [
    &["info", "C"],
    &["events", "C"],
    &["event", "C", "a"],
    &["check", "C"],
    &["standing", "C", "--on", "2016-01-01"],
    &["note", "C", "--event", "a", "--text", "x"],
    &[
        "add-event",
        "C",
        "--id",
        "a",
        "--date",
        "2014",
        "--title",
        "T",
        "--kind",
        "order",
        "--lane",
        "L",
    ],
    &["relate", "C", "a", "cites", "b"],
    &["records", "C", "actor"],
    &["record", "C", "actor", "a"],
    &["put", "C", "actor", "a", "--set", "name=A"],
    &["remove", "C", "actor", "a"],
    &["merge", "C", "actor", "a", "b"],
    &["move", "C", "lane", "a"],
    &["attach", "C", "a", "person", "b", "--set", "role=party"],
    &["detach", "C", "a", "person", "b"],
    &["import", "C", "in.csv"],
    &["import", "C", "in.csv", "--dry-run"],
    &["export", "C", "--format", "csv", "--out", "out.csv"],
];

#[test]
fn every_command_refuses_what_is_no_casebook_and_leaves_it() {
    let shell = sample();
    std::fs::write(shell.path("in.csv"), "date,title\n2014,X\n").unwrap();
    let good = std::fs::read(shell.path("c.casebook")).unwrap();
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut nothing_left = good;
    nothing_left[100..].fill(0xA5);
    let files: [(&str, Vec<u8>); 4] = [
        ("not-a-casebook", b"Dear colleague".to_vec()),
        ("not-a-casebook", Vec::new()),
        ("newer", newer),
        ("damaged", nothing_left),
    ];
    for (code, bytes) in files {
        std::fs::write(shell.path("C"), &bytes).unwrap();
        for arguments in ON_A_CASEBOOK {
            expect_refusal(&shell.run(arguments), &["C"], arguments);
            let (exit, error) = shell.refused(arguments);
            assert_eq!((exit, &error["code"]), (1, &code.into()), "{arguments:?}");
            assert_eq!(
                std::fs::read(shell.path("C")).unwrap(),
                bytes,
                "{arguments:?}"
            );
            assert!(!shell.path("out.csv").exists());
        }
        // Nothing that cannot be read becomes something to import either.
        let import = ["import", "c.casebook", "C"];
        let (exit, _) = shell.refused(&import);
        assert_eq!(exit, 1, "{code}");
    }
    std::fs::remove_file(shell.path("C")).unwrap();
    for arguments in ON_A_CASEBOOK {
        let (exit, error) = shell.refused(arguments);
        assert_eq!(
            (exit, &error["code"]),
            (1, &"not-found".into()),
            "{arguments:?}"
        );
        assert!(!shell.path("C").exists());
    }
}

#[test]
fn what_is_no_date_or_no_table_changes_nothing() {
    let shell = sample();
    let before = content(&shell);
    for date in [
        "soon",
        "2019-02-29",
        "2014-13",
        "4/7/2016",
        "",
        "2016-07-14T10:00",
        "\u{202e}2014",
    ] {
        let add = [
            "add-event",
            "c.casebook",
            "--id",
            "new",
            "--date",
            date,
            "--title",
            "T",
            "--kind",
            "order",
            "--lane",
            "L",
        ];
        expect_refusal(&shell.run(&add), &[], &add);
    }
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("blank.csv", b" \n\n"),
        ("binary.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("latin.csv", b"date,title\n2014,caf\xe9\n"),
        ("headless.csv", b"2014,X\n2015,Y\n"),
        ("untitled.csv", b"date,name\n2014,X\n"),
        ("cut.json", b"{\"format\":\"docketline-casebook\",\"ver"),
        ("other.json", b"[1,2,3]"),
    ] {
        std::fs::write(shell.path(name), bytes).unwrap();
        let import = ["import", "c.casebook", name];
        expect_refusal(&shell.run(&import), &[], &import);
        assert_eq!(std::fs::read(shell.path(name)).unwrap(), bytes);
    }
    assert!(content(&shell) == before);
}

#[test]
fn what_stands_there_is_not_replaced() {
    let shell = sample();
    for standing in ["a.casebook", "a.json", "a.csv", "a.html"] {
        std::fs::write(shell.path(standing), "mine").unwrap();
    }
    std::fs::create_dir(shell.path("folder")).unwrap();
    let export = |format, out| ["export", "c.casebook", "--format", format, "--out", out];
    let commands: [&[&str]; 7] = [
        &["new", "a.casebook"],
        &["new", "folder"],
        &["new", "a.casebook", "--sample"],
        &export("json", "a.json"),
        &export("csv", "a.csv"),
        &export("html", "a.html"),
        &export("html", "folder"),
    ];
    for arguments in commands {
        let (exit, error) = shell.refused(arguments);
        assert_eq!(
            (exit, &error["code"]),
            (1, &"already-exists".into()),
            "{arguments:?}"
        );
    }
    for standing in ["a.casebook", "a.json", "a.csv", "a.html"] {
        assert_eq!(std::fs::read(shell.path(standing)).unwrap(), b"mine");
    }
    // Asked for, a file is replaced; a folder never is.
    let forced = [&export("html", "folder")[..], &["--force"]].concat();
    expect_refusal(&shell.run(&forced), &["folder"], &forced);
}

#[test]
fn markup_and_scripts_are_text() {
    const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"'";
    let shell = Shell::new();
    shell.json(&["new", "c.casebook"]);
    shell.json(&[
        "add-event",
        "c.casebook",
        "--id",
        "x",
        "--date",
        "2014-07-31",
        "--title",
        HOSTILE,
        "--kind",
        "order",
        "--lane",
        HOSTILE,
    ]);
    let note = format!("{HOSTILE}\n\n[a](javascript:alert(3)) <iframe src=\"https://e.org\">");
    shell.json(&["note", "c.casebook", "--event", "x", "--text", &note]);
    let event = shell.json(&["event", "c.casebook", "x"]);
    assert_eq!(event["title"], HOSTILE);
    assert_eq!(event["event_notes"][0]["markdown"], note);
    for format in ["html", "json", "csv"] {
        let out = format!("out.{format}");
        shell.json(&["export", "c.casebook", "--format", format, "--out", &out]);
    }
    let page = std::fs::read_to_string(shell.path("out.html")).unwrap();
    for active in ["<script", "<img src=x", "<iframe", "href=\"javascript"] {
        assert!(!page.contains(active), "{active}");
    }
    assert!(page.contains("&#60;script") || page.contains("&lt;script"));
    shell.json(&["new", "d.casebook"]);
    shell.json(&["import", "d.casebook", "out.json"]);
    assert_eq!(shell.json(&["event", "d.casebook", "x"])["title"], HOSTILE);
}

#[test]
fn a_full_device_keeps_what_was_there_and_says_so() {
    let shell = sample();
    shell.json(&[
        "export",
        "c.casebook",
        "--format",
        "json",
        "--out",
        "in.json",
    ]);
    shell.json(&["new", "a.casebook"]);
    shell.json(&[
        "add-event",
        "a.casebook",
        "--id",
        "a",
        "--date",
        "2014",
        "--title",
        "T",
        "--kind",
        "order",
        "--lane",
        "L",
    ]);
    // On a device that has room for an empty casebook and little else.
    let on_small_device = |script: &str| {
        mounted(
            &shell,
            &format!("mount -t tmpfs -o size=600k tmpfs small && cd small && {script}"),
        )
    };
    let Some(made) = on_small_device("\"$CLI\" new c.casebook && ls -A") else {
        return;
    };
    assert_eq!(text(&made.stdout).trim(), "c.casebook\nc.casebook");
    for (what, script, left) in [
        ("a new casebook", "\"$CLI\" new c.casebook --sample", ""),
        (
            "a long note",
            "cp ../a.casebook c.casebook && head -c 120000 /dev/zero | tr '\\0' x >../long && \
             \"$CLI\" note c.casebook --event a --text \"$(cat ../long)\"",
            "c.casebook",
        ),
        (
            "an import",
            "\"$CLI\" new c.casebook && \"$CLI\" import c.casebook ../in.json",
            "c.casebook",
        ),
        (
            "an export",
            "head -c 300000 /dev/zero >other && \
             \"$CLI\" export ../c.casebook --format html --out page.html",
            "other",
        ),
        (
            "an export over what stands there",
            "head -c 300000 /dev/zero >other && echo mine >page.html && \"$CLI\" export ../c.casebook --format html --force \
             --out page.html; done=$?; [ \"$(cat page.html)\" = mine ] && (exit $done)",
            "other\npage.html",
        ),
    ] {
        let script = format!(
            "{script}; done=$?; ls -A >../left; \
             if [ -e c.casebook ]; then \"$CLI\" check c.casebook >&2 || exit 9; fi; exit $done"
        );
        let output = on_small_device(&script).unwrap();
        assert_eq!(
            output.status.code(),
            Some(1),
            "{what}: {}",
            text(&output.stderr)
        );
        assert!(text(&output.stderr).contains("no space left"), "{what}");
        let there = std::fs::read_to_string(shell.path("left")).unwrap();
        assert_eq!(there.trim(), left, "{what}: nothing half written stays");
    }
}

#[test]
fn a_device_that_is_read_only_is_read_and_left() {
    let shell = sample();
    std::fs::create_dir(shell.path("small")).unwrap();
    std::fs::rename(shell.path("c.casebook"), shell.path("small/c.casebook")).unwrap();
    let before = std::fs::read(shell.path("small/c.casebook")).unwrap();
    let run = |command: &str| {
        mounted(
            &shell,
            &format!(
                "mount --bind small small && mount -o remount,ro,bind small && \"$CLI\" {command}"
            ),
        )
    };
    for (command, exit) in [
        ("info small/c.casebook", 0),
        ("check small/c.casebook", 0),
        ("note small/c.casebook --event contempt-order --text x", 1),
        ("new small/d.casebook", 1),
        ("export small/c.casebook --format csv --out small/x.csv", 1),
        ("export small/c.casebook --format csv --out x.csv", 0),
    ] {
        let Some(output) = run(command) else { return };
        assert_eq!(
            output.status.code(),
            Some(exit),
            "{command}: {}",
            text(&output.stderr)
        );
        if exit == 1 {
            assert!(
                text(&output.stderr).contains("may not be written"),
                "{command}"
            );
        }
    }
    assert_eq!(
        std::fs::read(shell.path("small/c.casebook")).unwrap(),
        before
    );
}

/// Runs a script that may mount, where the system lets this user do so.
#[allow(clippy::print_stdout, reason = "a test that was skipped must say so")]
fn mounted(shell: &Shell, script: &str) -> Option<Output> {
    std::fs::create_dir_all(shell.path("small")).unwrap();
    let run = |script: &str| {
        Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", script])
            .current_dir(shell.path(""))
            .env("CLI", env!("CARGO_BIN_EXE_docketline-cli"))
            .output()
    };
    let may = run("mount -t tmpfs tmpfs small").is_ok_and(|output| output.status.success());
    if !may {
        println!("skipped: this user may not mount");
        return None;
    }
    Some(run(script).unwrap())
}

/// Exit code 1, and in words what happened, to what, and what to do.
fn expect_refusal(output: &Output, named: &[&str], arguments: &[&str]) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    assert!(
        said.starts_with("docketline-cli: ") && said.lines().count() >= 2,
        "{said}"
    );
    assert!(named.iter().all(|name| said.contains(name)), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

fn content(shell: &Shell) -> Value {
    shell.json(&[
        "export",
        "c.casebook",
        "--format",
        "json",
        "--out",
        "content.json",
        "--force",
    ]);
    serde_json::from_slice(&std::fs::read(shell.path("content.json")).unwrap()).unwrap()
}

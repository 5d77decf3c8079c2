//! The program as a person or a script meets it: exit codes, JSON, messages.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use serde_json::Value;
use shell::{Shell, sample, text};

#[test]
fn info_counts_what_the_sample_holds() {
    let info = sample().json(&["info", "c.casebook"]);
    for (field, count) in [
        ("events", 90),
        ("relations", 117),
        ("sources", 204),
        ("actors", 119),
        ("notes", 0),
        ("schema_version", 2),
    ] {
        assert_eq!(info[field], count, "{field}");
    }
    assert_eq!(info["title"], "Microsoft Ireland");
}

#[test]
fn events_come_in_date_order_with_their_bounds() {
    let shell = sample();
    let events = shell.json(&["events", "c.casebook"]);
    let events = events.as_array().unwrap();
    assert_eq!(events.len(), 90);
    let firsts: Vec<&str> = events
        .iter()
        .map(|e| e["earliest"].as_str().unwrap())
        .collect();
    assert!(firsts.is_sorted());
    let notice = events
        .iter()
        .find(|e| e["id"] == "premature-notice-of-appeal")
        .unwrap();
    assert_eq!(notice["date"], "[2014-08-01..2014-08-12]");
    assert_eq!(notice["earliest"], "2014-08-01");
    assert_eq!(notice["latest"], "2014-08-12");
    for (arguments, count) in [
        (&["--lane", "appeal"][..], 17),
        (&["--lane", "Appeal"], 17),
        (&["--kind", "contempt"], 1),
        (&["--from", "2014-09-08", "--to", "2014-09-08"], 1),
        (&["--search", "civil contempt order"], 1),
        (&["--search", "***"], 0),
    ] {
        let found = shell.json(&[&["events", "c.casebook"], arguments].concat());
        let found = found.as_array().unwrap().len();
        assert!(
            found == count || (arguments[0] == "--search" && count > 0 && found >= count),
            "{arguments:?}: {found}"
        );
    }
}

#[test]
fn an_event_a_relation_and_a_note_are_added_and_shown() {
    let shell = Shell::new();
    shell.json(&["new", "c.casebook"]);
    for (id, date) in [("a", "2014-07-31"), ("b", "2016-07-14")] {
        shell.json(&[
            "add-event",
            "c.casebook",
            "--id",
            id,
            "--date",
            date,
            "--title",
            "A ruling",
            "--kind",
            "ruling",
            "--lane",
            "The case",
            "--public-from",
            "2017",
        ]);
    }
    shell.json(&[
        "relate",
        "c.casebook",
        "b",
        "reverses",
        "a",
        "--effective",
        "2016-08",
        "--part",
        "in part",
    ]);
    shell.json(&[
        "note",
        "c.casebook",
        "--event",
        "a",
        "--text",
        "# Heading\n\ntext",
    ]);
    let event = shell.json(&["event", "c.casebook", "a"]);
    assert_eq!(event["lane"], "The case");
    assert_eq!(event["public_from"], "2017");
    assert_eq!(event["incoming"][0]["relation"], "reverses");
    assert_eq!(event["incoming"][0]["part"], "in part");
    assert_eq!(event["event_notes"][0]["markdown"], "# Heading\n\ntext");
    assert_eq!(
        shell.json(&["events", "c.casebook", "--search", "heading"])[0]["id"],
        "a"
    );
    let check = shell.json(&["check", "c.casebook"]);
    assert_eq!(check["ok"], true);
}

#[test]
fn refusals_exit_with_one_and_say_why_as_json() {
    let shell = sample();
    std::fs::write(shell.path("text"), "no casebook").unwrap();
    std::fs::write(shell.path("empty.csv"), "").unwrap();
    std::fs::write(shell.path("bad.csv"), "date,title\nsoon,X\n").unwrap();
    let add = |id: &'static str, date: &'static str| {
        [
            "add-event",
            "c.casebook",
            "--id",
            id,
            "--date",
            date,
            "--title",
            "T",
            "--kind",
            "order",
            "--lane",
            "L",
        ]
    };
    let cases: [(&[&str], &str); 9] = [
        (&["info", "nowhere"], "not-found"),
        (&["info", "text"], "not-a-casebook"),
        (&["new", "c.casebook"], "already-exists"),
        (&["event", "c.casebook", "nothing"], "no-such"),
        (&["events", "c.casebook", "--lane", "nothing"], "no-such"),
        (&add("contempt-order", "2014"), "taken"),
        (&add("new", "2019-02-29"), "bad-date"),
        (&["import", "c.casebook", "empty.csv"], "not-importable"),
        (
            &["export", "c.casebook", "--format", "json", "--out", "text"],
            "already-exists",
        ),
    ];
    for (arguments, code) in cases {
        let (exit, error) = shell.refused(arguments);
        assert_eq!(exit, 1, "{arguments:?}");
        assert_eq!(error["code"], code, "{arguments:?}: {error}");
        assert!(
            error["message"].as_str().is_some_and(|m| !m.is_empty()) && error["hint"].is_string()
        );
    }
    assert_eq!(std::fs::read(shell.path("text")).unwrap(), b"no casebook");
    let output = shell.run(&["import", "c.casebook", "bad.csv", "--json"]);
    assert_eq!(
        output.status.code(),
        Some(1),
        "nothing of the file could be imported"
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["rejected"][0]["line"], 2);
}

#[test]
fn wrong_usage_exits_with_two() {
    let shell = Shell::new();
    for arguments in [
        &[][..],
        &["dance"],
        &["info"],
        &["export", "c", "--format", "papyrus", "--out", "x"],
    ] {
        assert_eq!(shell.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_dry_run_says_what_an_import_would_do_and_does_nothing() {
    let shell = Shell::new();
    shell.json(&["new", "c.casebook"]);
    std::fs::write(shell.path("in.csv"), "date,title\n2014,X\nnever,Y\n").unwrap();
    let report = shell.json(&["import", "c.casebook", "in.csv", "--dry-run"]);
    assert_eq!(
        (&report["created"], &report["dry_run"]),
        (&1.into(), &true.into())
    );
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 0);
    let report = shell.json(&["import", "c.casebook", "in.csv"]);
    assert_eq!(report["rejected"].as_array().unwrap().len(), 1);
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 1);
}

#[test]
fn dates_are_the_same_in_every_time_zone() {
    let shell = sample();
    let files = |zone: &str| {
        let events = shell
            .run_in(zone, &["events", "c.casebook", "--json"])
            .stdout;
        let exports = ["csv", "json", "html"].map(|format| {
            let out = format!("{}.{format}", zone.replace('/', "-"));
            let done = shell.run_in(
                zone,
                &["export", "c.casebook", "--format", format, "--out", &out],
            );
            assert!(done.status.success(), "{}", text(&done.stderr));
            std::fs::read(shell.path(&out)).unwrap()
        });
        (events, exports)
    };
    let expected = files("UTC");
    // The signs of these names are the other way round: Etc/GMT+12 is UTC-12.
    for offset in -14..=12 {
        let zone = format!("Etc/GMT{offset:+}");
        assert!(files(&zone) == expected, "{zone}");
    }
}

#[test]
fn the_sample_stood_as_expected_on_every_day_of_the_table() {
    // Standing, part, whether affirmed, under review; `-` is "not yet issued".
    let instruments = [
        "warrant-issued",
        "magistrate-denies-motion",
        "preska-affirms",
        "stay-granted",
        "contempt-order",
        "second-circuit-opinion",
    ];
    let table = [
        ("2013-12-03", ["-", "-", "-", "-", "-", "-"]),
        ("2013-12-20", ["in force", "-", "-", "-", "-", "-"]),
        (
            "2014-06-10",
            ["in force", "in force, U", "-", "-", "-", "-"],
        ),
        (
            "2014-07-31",
            ["in force", "in force (affirmed)", "in force", "-", "-", "-"],
        ),
        (
            "2014-08-01",
            [
                "in force",
                "in force (affirmed)",
                "stayed, possibly U",
                "in force",
                "-",
                "-",
            ],
        ),
        (
            "2014-08-29",
            [
                "in force",
                "in force (affirmed)",
                "in force, possibly U",
                "lifted",
                "-",
                "-",
            ],
        ),
        (
            "2014-08-31",
            [
                "in force",
                "in force (affirmed)",
                "in force, U",
                "lifted",
                "-",
                "-",
            ],
        ),
        (
            "2014-09-08",
            [
                "in force",
                "in force (affirmed)",
                "in force, U",
                "lifted",
                "in force",
                "-",
            ],
        ),
        (
            "2014-12-08",
            [
                "in force",
                "in force (affirmed)",
                "in force, U",
                "lifted",
                "in force, U",
                "-",
            ],
        ),
        (
            "2016-07-14",
            [
                "quashed in part",
                "reversed",
                "reversed",
                "lifted",
                "vacated",
                "in force",
            ],
        ),
        (
            "2017-06-23",
            [
                "quashed in part",
                "reversed",
                "reversed",
                "lifted",
                "vacated",
                "in force, U",
            ],
        ),
        (
            "2018-03-23",
            [
                "quashed in part",
                "reversed",
                "reversed",
                "lifted",
                "vacated",
                "superseded",
            ],
        ),
        (
            "2018-03-30",
            [
                "superseded",
                "reversed",
                "reversed",
                "lifted",
                "vacated",
                "superseded",
            ],
        ),
        (
            "2018-04-17",
            ["moot", "moot", "vacated", "lifted", "vacated", "vacated"],
        ),
    ];
    let shell = sample();
    for (day, expected) in table {
        let all = shell.json(&["standing", "c.casebook", "--on", day]);
        for (instrument, expected) in instruments.iter().zip(expected) {
            let view = all
                .as_array()
                .unwrap()
                .iter()
                .find(|v| v["event"] == *instrument)
                .unwrap();
            assert_eq!(view["definite"], true, "{day} {instrument}");
            let part = if view["part"].is_null() {
                ""
            } else {
                " in part"
            };
            let affirmed = match view["affirmed_by"].as_array().unwrap().len() {
                0 => "",
                _ => " (affirmed)",
            };
            let review = match view["under_review"].as_str().unwrap() {
                "no" => "",
                "possibly" => ", possibly U",
                _ => ", U",
            };
            let word = view["standing"][0].as_str().unwrap();
            let got = format!("{word}{part}{affirmed}{review}").replace("not yet issued", "-");
            assert_eq!(got, expected, "{instrument} on {day}");
        }
    }
    let one = shell.json(&[
        "standing",
        "c.casebook",
        "--on",
        "2016-07-14",
        "--event",
        "contempt-order",
    ]);
    assert_eq!(one[0]["reasons"], serde_json::json!(["r026"]));
    let (exit, error) = shell.refused(&["standing", "c.casebook", "--on", "2016-07"]);
    assert_eq!((exit, &error["code"]), (1, &"bad-date".into()));
}

#[test]
fn what_became_public_later_is_not_known_before() {
    let shell = Shell::new();
    shell.json(&["new", "c.casebook"]);
    for (id, date, public) in [
        ("ruling", "2014-01-10", "2014-01-10"),
        ("secret", "2014-02-01", "2015-01-01"),
    ] {
        shell.json(&[
            "add-event",
            "c.casebook",
            "--id",
            id,
            "--date",
            date,
            "--title",
            id,
            "--kind",
            "ruling",
            "--lane",
            "L",
            "--public-from",
            public,
        ]);
    }
    shell.json(&["relate", "c.casebook", "secret", "vacates", "ruling"]);
    let on = |known: &[&str]| {
        shell.json(
            &[
                &[
                    "standing",
                    "c.casebook",
                    "--on",
                    "2014-06-01",
                    "--event",
                    "ruling",
                ],
                known,
            ]
            .concat(),
        )[0]["standing"][0]
            .clone()
    };
    assert_eq!(on(&[]), "vacated");
    assert_eq!(on(&["--known-on", "2014-06-01"]), "in force");
    assert_eq!(on(&["--known-on", "2015-01-01"]), "vacated");
}

#[test]
fn dates_are_explained_one_a_line() {
    let shell = Shell::new();
    let output = shell.run(&["date", "--json", "4/7/2016", "1985-04-12/..", "-0044-03-15"]);
    let lines: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(
        (
            &lines[0]["valid"],
            lines[0]["readings"].as_array().unwrap().len()
        ),
        (&false.into(), 2)
    );
    assert_eq!(
        (&lines[1]["earliest"], &lines[1]["latest"]),
        (&"1985-04-12".into(), &Value::Null)
    );
    assert_eq!(lines[2]["level"], 1);
    for strict in [
        ["date", "--json", "--edtf", "14 July 2016"],
        ["date", "14 July 2016", "--edtf", "--json"],
    ] {
        let strict: Value = serde_json::from_slice(&shell.run(&strict).stdout).unwrap();
        assert_eq!(strict["valid"], false);
    }
}

#[test]
fn an_older_casebook_survives_a_program_that_is_killed_while_it_brings_it_up_to_date() {
    const OLDER: &[u8] = include_bytes!("../../store/tests/fixtures/schema-1.casebook");
    for delay in 0..25 {
        // A folder for each: what a killed program leaves beside its casebook belongs to
        // that casebook and would be played back into another of the same name.
        let shell = Shell::new();
        std::fs::write(shell.path("c.casebook"), OLDER).unwrap();
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_docketline-cli"))
            .current_dir(shell.path(""))
            .args(["note", "c.casebook", "--event", "ruling", "--text", "Late"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay));
        // It may be done already.
        let _ = child.kill();
        child.wait().unwrap();
        let events = shell.json(&["events", "c.casebook"]);
        assert_eq!(events.as_array().unwrap().len(), 5, "{delay} ms");
        assert_eq!(
            shell.json(&["check", "c.casebook"])["ok"],
            true,
            "{delay} ms"
        );
        let notes = shell.json(&["info", "c.casebook"])["notes"].clone();
        assert!(notes == 1 || notes == 2, "{delay} ms: {notes}");
    }
}

#[test]
fn lists_and_exports_are_told_by_the_clocks_and_spans_are_certain_or_possible() {
    let shell = sample();
    let count = |arguments: &[&str]| {
        let events = shell.json(&[&["events", "c.casebook"], arguments].concat());
        events.as_array().unwrap().len()
    };
    let all = count(&[]);
    assert!(count(&["--as-of", "2014-09-08"]) < all);
    assert!(count(&["--known-on", "2014-09-08"]) < all);
    let span = ["--from", "2014-08-02", "--to", "2014-08-10"];
    assert!(count(&[&span[..], &["--certainly"]].concat()) < count(&span));
    let refused = shell.run(&["events", "c.casebook", "--as-of", "2014-09"]);
    assert_eq!(refused.status.code(), Some(1));

    let clock = ["--as-of", "2014-09-08", "--known-on", "2014-09-08"];
    let export = [
        "export",
        "c.casebook",
        "--format",
        "html",
        "--out",
        "c.html",
    ];
    let report = shell.json(&[&export[..], &clock].concat());
    assert_eq!(report["events"], count(&clock));
    let page = std::fs::read_to_string(shell.path("c.html")).unwrap();
    for said in [
        "Told as of 8 September 2014",
        "What stood on 8 September 2014",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("Second Circuit reverses"));
}

#[test]
fn the_time_between_two_events_is_exact_or_a_range() {
    let shell = sample();
    for (from, to, least, most) in [
        ("contempt-order", "second-circuit-opinion", 675, 675),
        ("premature-notice-of-appeal", "contempt-order", 27, 38),
    ] {
        let interval = shell.json(&["interval", "c.casebook", from, to]);
        assert_eq!(interval["least_days"], least, "{from} {to}");
        assert_eq!(interval["most_days"], most, "{from} {to}");
        assert_eq!(interval["exact"], least == most, "{from} {to}");
    }
}

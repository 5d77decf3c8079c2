//! The history on the command line.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use shell::sample;

#[test]
fn the_history_lists_who_did_what_to_which_field() {
    let shell = sample();
    let edit = [
        "edit",
        "c.casebook",
        "--event",
        "contempt-order",
        "--set",
        "title=New",
    ];
    shell.json(&[&edit[..], &["--author", "Ada"]].concat());
    shell.json(&["undo", "c.casebook", "--author", "Ben"]);
    let history = shell.json(&["history", "c.casebook"]);
    let entries = history.as_array().unwrap();
    assert_eq!(entries.len(), 3);
    for entry in entries {
        for field in ["id", "at", "author", "title", "changes"] {
            assert!(entry.get(field).is_some(), "{field}");
        }
    }
    assert_eq!(entries[0]["author"], "Ben");
    assert_eq!(entries[0]["kind"], "undo");
    let change = &entries[1]["changes"][0];
    assert_eq!(
        (change["record"].as_str(), change["field"].as_str()),
        (Some("event"), Some("title"))
    );
    assert_eq!(change["to"], "New");

    for (arguments, count) in [
        (&["--event", "contempt-order"][..], 3),
        (&["--by", "Ada"], 1),
        (&["--limit", "2"], 2),
        (&["--before", "2"], 1),
    ] {
        let found = shell.json(&[&["history", "c.casebook"], arguments].concat());
        assert_eq!(found.as_array().unwrap().len(), count, "{arguments:?}");
    }
    let (status, error) = shell.refused(&["history", "c.casebook", "--event", "nobody"]);
    assert_eq!((status, error["code"].as_str()), (1, Some("no-such")));

    let id = entries[1]["id"].to_string();
    shell.json(&["go-back", "c.casebook", &id]);
    assert_eq!(
        shell.json(&["event", "c.casebook", "contempt-order"])["title"],
        "New"
    );
    assert_eq!(
        shell.refused(&["go-back", "c.casebook", "99"]).1["code"],
        "no-such"
    );
}

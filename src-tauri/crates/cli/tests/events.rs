//! Adding, moving, merging and copying events on the command line.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use serde_json::{Value, json};
use shell::sample;

const EVENT: &str = "contempt-order";

#[test]
fn a_line_is_read_and_then_becomes_an_event() {
    let shell = sample();
    let line = "15 July 2016 Order on the mandate #appeal";
    let reading = shell.json(&["add", "c.casebook", line, "--dry-run"]);
    assert_eq!(reading["title"], "Order on the mandate");
    assert_eq!(reading["date"]["edtf"], "2016-07-15");
    assert_eq!(reading["lane"], json!({"name": "Appeal", "is_new": false}));
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 90);

    let added = shell.json(&["add", "c.casebook", line]);
    assert_eq!(added["id"], "order-on-the-mandate");
    assert_eq!(added["kind"], "order");
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 91);
    shell.json(&["undo", "c.casebook"]);
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 90);

    for (line, why) in [
        ("4/7/2016 Order #appeal", "two ways"),
        ("Order #appeal", "date"),
        ("15 July 2016 Order", "lane"),
    ] {
        let (code, error) = shell.refused(&["add", "c.casebook", line]);
        assert_eq!((code, &error["code"]), (1, &json!("bad-value")), "{line}");
        assert!(error["message"].as_str().unwrap().contains(why), "{error}");
    }
}

#[test]
fn an_event_moves_by_days_or_by_its_own_units() {
    let shell = sample();
    let moved = |arguments: &[&str]| -> Value {
        shell.json(&[&["move-event", "c.casebook", EVENT], arguments].concat())
    };
    assert_eq!(moved(&["--days", "-7"])["date"], "2014-09-01");
    assert_eq!(moved(&["--steps", "7"])["date"], "2014-09-08");
    assert_eq!(moved(&["--days", "0"])["changed"], false);
    let move_end = [
        "move-event",
        "c.casebook",
        EVENT,
        "--days",
        "1",
        "--part",
        "end",
    ];
    let (code, error) = shell.refused(&move_end);
    assert_eq!((code, &error["code"]), (1, &json!("bad-value")));
    let neither = shell.run(&["move-event", "c.casebook", EVENT]);
    assert_eq!(neither.status.code(), Some(2));
}

#[test]
fn two_events_are_compared_and_become_one() {
    let shell = sample();
    let other = "warrant-issued";
    let preview = shell.json(&["merge-events", "c.casebook", EVENT, other, "--dry-run"]);
    assert!(!preview["fields"].as_array().unwrap().is_empty());
    let title = shell.json(&["event", "c.casebook", other])["title"].clone();
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 90);
    let merged = shell.json(&[
        "merge-events",
        "c.casebook",
        EVENT,
        other,
        "--take",
        "title",
    ]);
    assert_eq!((&merged["id"], &merged["title"]), (&json!(EVENT), &title));
    assert_eq!(shell.json(&["info", "c.casebook"])["events"], 89);
    assert_eq!(shell.json(&["check", "c.casebook"])["ok"], true);
}

#[test]
fn a_copy_has_a_name_of_its_own() {
    let shell = sample();
    let copy = shell.json(&["duplicate", "c.casebook", EVENT, "--as", "another"]);
    assert_eq!(copy["id"], "another");
    let (code, error) = shell.refused(&["duplicate", "c.casebook", EVENT, "--as", "another"]);
    assert_eq!((code, &error["code"]), (1, &json!("bad-value")));
}

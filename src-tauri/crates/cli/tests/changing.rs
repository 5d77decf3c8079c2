//! Editing, deleting and taking back on the command line.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use serde_json::{Value, json};
use shell::{Shell, sample};

fn export(shell: &Shell) -> Value {
    shell.json(&[
        "export",
        "c.casebook",
        "--format",
        "json",
        "--out",
        "out.json",
        "--force",
    ]);
    let file: Value =
        serde_json::from_slice(&std::fs::read(shell.path("out.json")).unwrap()).unwrap();
    file["casebook"].clone()
}

const EVENT: &str = "contempt-order";

#[test]
fn every_scalar_field_is_set_by_its_name_and_undone() {
    let shell = sample();
    let before = export(&shell);
    for (field, value, shown) in [
        ("date", "about June 2014", json!("2014-06~")),
        ("title", "Another title", json!("Another title")),
        ("short_title", "Short", json!("Short")),
        ("short_title", "", Value::Null),
        ("summary", "", json!("")),
        ("kind", "order", json!("order")),
        ("lane", "A lane that is new", json!("A-lane-that-is-new")),
        ("main_case", "false", json!(false)),
        ("docket", "14-2985 = 13-mj", json!("14-2985 = 13-mj")),
        ("docket", "", Value::Null),
        ("public_from", "14 July 2016", json!("2016-07-14")),
        (
            "date_note",
            "As the docket has it",
            json!("As the docket has it"),
        ),
        ("stated_date", "2014-09", json!("2014-09")),
        ("court", "", Value::Null),
        ("confidence", "known", json!("known")),
    ] {
        let set = format!("{field}={value}");
        let edit = shell.json(&["edit", "c.casebook", "--event", EVENT, "--set", &set]);
        assert_eq!(edit["changed"], true, "{set}");
        let event = shell.json(&["event", "c.casebook", EVENT]);
        if field == "lane" {
            assert_eq!(event["lane_name"], value);
        } else {
            assert_eq!(event[field], shown, "{set}");
        }
        assert!(
            shell.json(&["check", "c.casebook"])["ok"]
                .as_bool()
                .unwrap()
        );
        shell.json(&["undo", "c.casebook"]);
        assert_eq!(export(&shell), before, "{set}");
    }
}

#[test]
fn several_fields_are_one_change() {
    let shell = sample();
    let before = export(&shell);
    shell.json(&[
        "edit",
        "c.casebook",
        "--event",
        EVENT,
        "--set",
        "id=renamed",
        "title=Renamed",
        "court=A court nobody knew",
        "--set",
        "docket_sequence=3",
    ]);
    let event = shell.json(&["event", "c.casebook", "renamed"]);
    assert_eq!(event["title"], "Renamed");
    assert_eq!(event["court"], "A court nobody knew");
    assert!(!event["outgoing"].as_array().unwrap().is_empty());
    let undone = shell.json(&["undo", "c.casebook"]);
    assert_eq!(undone["done"].as_array().unwrap().len(), 1);
    assert_eq!(export(&shell), before);
    shell.json(&["redo", "c.casebook"]);
    assert_eq!(
        shell.json(&["event", "c.casebook", "renamed"])["title"],
        "Renamed"
    );
}

#[test]
fn what_cannot_be_set_is_refused_and_nothing_changes() {
    let shell = sample();
    let before = export(&shell);
    for (sets, code) in [
        (&["colour=red"][..], "bad-value"),
        (&["title=Good", "kind=nonsense"], "bad-value"),
        (&["date=4/7/2016"], "ambiguous-date"),
        (&["date="], "bad-date"),
        (&["title= "], "bad-value"),
        (&["main_case=perhaps"], "bad-value"),
        (&["docket_sequence=first"], "bad-value"),
        (&["stated_end=2016"], "bad-value"),
        (&["id= "], "bad-value"),
        (&["id=premature-notice-of-appeal"], "taken"),
        (&["title=Good", "principles=nowhere"], "no-such"),
    ] {
        let (status, error) =
            shell.refused(&[&["edit", "c.casebook", "--event", EVENT, "--set"], sets].concat());
        assert_eq!(
            (status, error["code"].as_str().unwrap()),
            (1, code),
            "{sets:?}"
        );
    }
    let (_, error) = shell.refused(&["edit", "c.casebook", "--event", EVENT, "--set", "x=1"]);
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("docket_sequence")
    );
    let (status, error) = shell.refused(&[
        "edit",
        "c.casebook",
        "--event",
        "nobody",
        "--set",
        "title=x",
    ]);
    assert_eq!((status, error["code"].as_str().unwrap()), (1, "no-such"));
    assert_eq!(
        shell
            .refused(&["edit", "c.casebook", "--event", EVENT, "--set", "title"])
            .0,
        2
    );
    assert_eq!(export(&shell), before);
}

#[test]
fn a_deleted_event_takes_its_relations_and_notes_and_brings_them_back() {
    let shell = sample();
    shell.json(&["note", "c.casebook", "--event", EVENT, "--text", "Mine"]);
    let before = export(&shell);
    let would = shell.json(&["delete-event", "c.casebook", EVENT, "--dry-run"]);
    assert_eq!(would["notes"].as_array().unwrap().len(), 1);
    assert_eq!(export(&shell), before);
    let did = shell.json(&["delete-event", "c.casebook", EVENT]);
    assert_eq!(did["relations"], would["relations"]);
    let relations = did["relations"].as_array().unwrap();
    assert!(!relations.is_empty());
    let after = export(&shell);
    let count = |book: &Value, what: &str| book[what].as_array().unwrap().len();
    assert_eq!(count(&after, "events"), count(&before, "events") - 1);
    assert_eq!(
        count(&after, "relations"),
        count(&before, "relations") - relations.len()
    );
    assert!(
        shell.json(&["check", "c.casebook"])["ok"]
            .as_bool()
            .unwrap()
    );
    shell.json(&["undo", "c.casebook"]);
    assert_eq!(export(&shell), before);
    assert_eq!(
        shell.refused(&["delete-event", "c.casebook", "nobody"]).1["code"],
        "no-such"
    );
}

#[test]
fn a_relation_is_deleted_and_comes_back() {
    let shell = sample();
    let before = export(&shell);
    let relation = before["relations"][0]["id"].as_str().unwrap().to_owned();
    shell.json(&["unrelate", "c.casebook", &relation]);
    assert_eq!(export(&shell)["relations"].as_array().unwrap().len(), 116);
    assert_eq!(
        shell.refused(&["unrelate", "c.casebook", &relation]).1["code"],
        "no-such"
    );
    shell.json(&["undo", "c.casebook"]);
    assert_eq!(export(&shell), before);
}

#[test]
fn undo_and_redo_take_a_number_and_stop_where_nothing_is_left() {
    let shell = sample();
    let first = export(&shell);
    for title in ["One", "Two", "Three"] {
        let set = format!("title={title}");
        shell.json(&["edit", "c.casebook", "--event", EVENT, "--set", &set]);
    }
    let last = export(&shell);
    let done = |arguments: &[&str]| shell.json(arguments)["done"].as_array().unwrap().len();
    assert_eq!(done(&["undo", "c.casebook", "2"]), 2);
    assert_eq!(done(&["undo", "c.casebook", "9"]), 1);
    assert_eq!(export(&shell), first);
    assert_eq!(shell.run(&["undo", "c.casebook"]).status.code(), Some(1));
    assert_eq!(done(&["redo", "c.casebook", "9"]), 3);
    assert_eq!(export(&shell), last);
}

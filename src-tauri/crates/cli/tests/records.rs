//! Lanes, people, sources and the lists of events on the command line.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod shell;

use serde_json::{Value, json};
use shell::{Shell, sample};

const EVENT: &str = "contempt-order";
const KINDS: [&str; 7] = [
    "lane",
    "court",
    "proceeding",
    "actor",
    "place",
    "principle",
    "source",
];

fn rows(shell: &Shell, kind: &str, find: &str) -> Vec<Value> {
    let page = shell.json(&["records", "c.casebook", kind, "--find", find]);
    page["rows"].as_array().unwrap().clone()
}

fn sound(shell: &Shell) {
    let check = shell.json(&["check", "c.casebook"]);
    assert!(check["ok"].as_bool().unwrap());
}

#[test]
fn every_kind_is_listed_put_shown_and_removed_in_one_shape() {
    let shell = sample();
    for kind in KINDS {
        let before = rows(&shell, kind, "");
        assert!(!before.is_empty(), "{kind}");
        let mut keys: Vec<&String> = before[0].as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(keys, ["colour", "detail", "events", "id", "name", "others"]);
        let name = if kind == "source" { "title" } else { "name" };
        let set = format!("{name}=A thing of its own");
        let put = shell.json(&["put", "c.casebook", kind, "--set", &set]);
        assert_eq!(put["created"], true, "{kind}");
        let id = put["id"].as_str().unwrap();
        assert_eq!(id, "a-thing-of-its-own");
        let again = shell.json(&["put", "c.casebook", kind, id, "--set", &set]);
        assert_eq!(
            (&again["created"], &again["changed"]),
            (&json!(false), &json!(false))
        );
        let shown = shell.json(&["record", "c.casebook", kind, id]);
        assert_eq!(
            (&shown["kind"], &shown[name]),
            (&json!(kind), &json!("A thing of its own"))
        );
        let would = shell.json(&["remove", "c.casebook", kind, id, "--dry-run"]);
        assert_eq!(rows(&shell, kind, "").len(), before.len() + 1);
        assert_eq!(shell.json(&["remove", "c.casebook", kind, id]), would);
        assert_eq!(rows(&shell, kind, ""), before, "{kind}");
        assert_eq!(
            shell.refused(&["remove", "c.casebook", kind, id]).1["code"],
            "no-such"
        );
        sound(&shell);
    }
}

#[test]
fn lanes_are_merged_and_moved() {
    let shell = sample();
    let (status, error) = shell.refused(&["remove", "c.casebook", "lane", "industry"]);
    assert_eq!((status, error["code"].as_str().unwrap()), (1, "bad-value"));
    shell.json(&[
        "move",
        "c.casebook",
        "lane",
        "industry",
        "--before",
        "appeal",
    ]);
    let order: Vec<Value> = rows(&shell, "lane", "")
        .iter()
        .map(|row| row["id"].clone())
        .collect();
    let place = |id: &str| order.iter().position(|one| one == id).unwrap();
    assert_eq!(place("industry") + 1, place("appeal"));
    let merged = shell.json(&["merge", "c.casebook", "lane", "industry", "appeal"]);
    assert!(merged["events"].as_i64().unwrap() > 0);
    assert!(rows(&shell, "lane", "industry").is_empty());
    shell.json(&["undo", "c.casebook", "2"]);
    assert_eq!(rows(&shell, "lane", "industry").len(), 1);
    sound(&shell);
}

#[test]
fn relations_and_disputed_dates_are_put_by_the_same_command() {
    let shell = sample();
    let relation = shell.json(&[
        "put",
        "c.casebook",
        "relation",
        "--set",
        &format!("from={EVENT}"),
        "type=cites",
        "to=second-circuit-opinion",
        "note=For the test",
    ]);
    let id = relation["id"].as_str().unwrap();
    let set = ["effective=July 2016", "basis=editorial"];
    shell.json(&[&["put", "c.casebook", "relation", id, "--set"], &set[..]].concat());
    let shown = shell.json(&["record", "c.casebook", "relation", id]);
    assert_eq!(
        (&shown["effective"], &shown["basis"], &shown["note"]),
        (
            &json!("2016-07"),
            &json!("editorial"),
            &json!("For the test")
        )
    );
    let others = r#"others=[{"value":"5 September 2014","source":"mondaq-oconnor"}]"#;
    shell.json(&["put", "c.casebook", "disputed-date", EVENT, "--set", others]);
    let shown = shell.json(&["record", "c.casebook", "disputed-date", EVENT]);
    assert_eq!(shown["others"][0]["value"], "2014-09-05");
    shell.json(&["remove", "c.casebook", "disputed-date", EVENT]);
    assert_eq!(
        shell.json(&["event", "c.casebook", EVENT])["disputed"],
        false
    );
    shell.json(&["undo", "c.casebook", "4"]);
    assert_eq!(
        shell.refused(&["record", "c.casebook", "relation", id]).1["code"],
        "no-such"
    );
    sound(&shell);
}

#[test]
fn lists_of_an_event_are_attached_and_detached() {
    let shell = sample();
    let event = || shell.json(&["event", "c.casebook", EVENT]);
    let before = event();
    for (part, names, sets, list) in [
        ("person", "microsoft", &["role=contemnor"][..], "actors"),
        ("principle", "limiting-collection", &[], "principles"),
        ("place", "Redmond, Washington", &[], "places"),
        ("source", "mondaq-oconnor", &["supports=At 3"], "sources"),
        ("citation", "1 F.4th 1", &["confidence=known"], "citations"),
        ("jurisdiction", "FR", &[], "jurisdictions"),
        ("detail", "Heard in the hall", &[], "from_knowledge"),
    ] {
        let ask = |verb: &str| {
            let mut words = vec![verb, "c.casebook", EVENT, part, names];
            if !sets.is_empty() {
                words.push("--set");
                words.extend(sets);
            }
            shell.json(&words)
        };
        let count = |event: &Value| event[list].as_array().unwrap().len();
        ask("attach");
        assert_eq!(count(&event()), count(&before) + 1, "{part}");
        ask("detach");
        assert_eq!(event()[list], before[list], "{part}");
        sound(&shell);
    }
    let nobody = [
        "attach",
        "c.casebook",
        EVENT,
        "person",
        "nobody",
        "--set",
        "role=x",
    ];
    let (_, error) = shell.refused(&nobody);
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("no-such"), &json!("actor"))
    );
    let (status, _) = shell.refused(&["attach", "c.casebook", EVENT, "mood", "dark"]);
    assert_eq!(status, 2);
}

#[test]
fn a_refusal_names_the_field() {
    let shell = sample();
    for (words, field) in [
        (
            &["put", "c.casebook", "place", "--set", "name=X", "lat=north"][..],
            json!("lat"),
        ),
        (
            &["put", "c.casebook", "lane", "--set", "name="],
            json!("name"),
        ),
        (
            &[
                "put",
                "c.casebook",
                "proceeding",
                "--set",
                "name=X",
                "start=someday",
            ],
            json!("start"),
        ),
        (
            &["put", "c.casebook", "lane", "--set", "colour=red"],
            Value::Null,
        ),
    ] {
        let (status, error) = shell.refused(words);
        assert_eq!((status, &error["field"]), (1, &field), "{words:?}");
    }
    assert_eq!(shell.refused(&["records", "c.casebook", "mood"]).0, 2);
}

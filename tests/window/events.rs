//! What a window does with events, through its commands.

use super::{Program, call};
use serde_json::{Value, json};
use tauri::WebviewWindow;
use tauri::test::MockRuntime;

fn form(window: &WebviewWindow<MockRuntime>, target: &Value) -> Value {
    call(window, "event_form", json!({ "target": target })).unwrap()["draft"].clone()
}

#[test]
fn an_event_is_written_moved_changed_merged_deleted_and_everything_comes_back() {
    let (_program, window) = Program::with_sample();
    let ask = |command: &str, arguments: Value| call(&window, command, arguments).unwrap();
    let nothing = json!({"date": null, "lane": null, "kind": null});

    let line = "14 July 2016 Second Circuit speaks #appeal";
    let reading = ask("read_entry", json!({"line": line, "choice": nothing}));
    assert_eq!(reading["problem"], Value::Null);
    let added = ask("add_entry", json!({"line": line, "choice": nothing}));
    let key = added["key"].as_i64().unwrap();

    let target = json!({"of": "event", "key": key});
    let before = form(&window, &target);
    let mut draft = before.clone();
    draft["title"] = json!("");
    let arguments = |draft: &Value| json!({"target": target, "before": before, "draft": draft});
    assert_eq!(ask("check_event", arguments(&draft))[0]["field"], "title");
    let refused = ask("save_event", arguments(&draft));
    assert_eq!(refused["became"], "refused");
    draft["title"] = json!("Second Circuit reverses");
    assert_eq!(ask("save_event", arguments(&draft))["became"], "saved");

    let by = json!({"key": key, "part": "whole", "by": {"in": "days", "count": 2}});
    assert_eq!(ask("preview_move", by.clone())["words"], "16 July 2016");
    assert!(ask("move_event", by)["done"].is_string());

    let change = json!({"kind": "ruling"});
    let both = json!({"keys": [key], "change": change});
    assert_eq!(ask("preview_change", both.clone())["events"], 1);
    assert!(ask("change_events", both)["done"].is_string());
    let event = ask("get_event", json!({"key": key}));
    assert_eq!(event["kind"], "ruling");
    assert_eq!(event["date"], "2016-07-16");

    let copy = json!({"of": "copy", "key": key});
    let draft = form(&window, &copy);
    let copied = json!({"target": copy, "before": draft, "draft": draft});
    let other = ask("save_event", copied)["key"].as_i64().unwrap();
    let pair = json!({"keep": key, "other": other});
    assert_eq!(ask("preview_merge", pair)["fields"], json!([]));
    let merge = json!({"choice": {"keep": key, "other": other, "take": []}});
    assert_eq!(ask("merge_events", merge)["became"], "saved");

    let one = json!({"keys": [key]});
    assert_eq!(ask("preview_deletion", one.clone())["events"], 1);
    let deleted = ask("delete_events", one);
    assert_eq!(deleted["summary"]["counts"]["events"], 90);
    for _ in 0..7 {
        assert!(ask("undo", json!({}))["done"].is_string());
    }
    let summary = ask("current_casebook", json!({}));
    assert_eq!(summary["counts"]["events"], 90);
    assert_eq!(summary["undo"], Value::Null);
}

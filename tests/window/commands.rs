//! Each command, on the sample.

use super::{Program, all, ask, call, until};
use docketline::shell::dialogs::Question;
use docketline_casebook::view::ExportFormat;
use serde_json::{Value, json};
use tauri::ipc::InvokeResponseBody;

/// The contempt order, found as a reader would find it.
fn contempt(window: &tauri::WebviewWindow<tauri::test::MockRuntime>) -> i64 {
    let mut filter = all();
    filter["search"] = json!("held in civil contempt");
    let found = call(
        window,
        "search_events",
        json!({"filter": filter, "limit": 5}),
    )
    .unwrap();
    found["hits"][0]["key"].as_i64().unwrap()
}

#[test]
fn the_first_start_shows_the_readers_own_copy_of_the_sample() {
    let (program, window) = Program::with_sample();
    let summary = call(&window, "current_casebook", json!({})).unwrap();
    assert_eq!(summary["title"], "Microsoft Ireland");
    assert_eq!(summary["counts"]["events"], 90);
    assert_eq!(summary["read_only"], Value::Null);
    let own = program.path("data").join("Microsoft Ireland.casebook");
    assert_eq!(summary["path"], own.display().to_string());
    until("the casebook is remembered", || {
        call(&window, "list_recent", json!({})).unwrap()[0]["title"] == "Microsoft Ireland"
    });
}

#[test]
fn every_view_is_answered() {
    let (_program, window) = Program::with_sample();
    let key = contempt(&window);
    let summary = call(&window, "current_casebook", json!({})).unwrap();
    let revision = &summary["revision"];
    for (command, arguments, pointer, expected) in [
        (
            "timeline_overview",
            json!({"filter": all(), "width": 800.0}),
            "/ticks/0/text",
            json!("1990"),
        ),
        (
            "list_facets",
            json!({"filter": all()}),
            "/lanes/0/events",
            json!(14),
        ),
        (
            "list_events",
            json!({"filter": all(), "sort": "date", "descending": false, "offset": 0, "limit": 10}),
            "/total",
            json!(90),
        ),
        (
            "event_position",
            json!({"listing": {"filter": all(), "sort": "date", "descending": false}, "key": key}),
            "",
            json!(33),
        ),
        (
            "copy_events",
            json!({
                "listing": {"filter": all(), "sort": "date", "descending": false},
                "rows": [{"first": 0, "last": 2}],
                "columns": ["date", "title"],
            }),
            "/events",
            json!(3),
        ),
        (
            "keys_of_rows",
            json!({
                "listing": {"filter": all(), "sort": "date", "descending": false},
                "rows": [{"first": 33, "last": 33}],
                "revision": revision,
            }),
            "",
            json!([key]),
        ),
        (
            "rows_of_keys",
            json!({
                "listing": {"filter": all(), "sort": "date", "descending": true},
                "keys": [key],
            }),
            "",
            json!([{"first": 56, "last": 56}]),
        ),
        (
            "get_event",
            json!({"key": key}),
            "/title",
            json!("Microsoft held in civil contempt by agreed order, without sanctions"),
        ),
        ("get_about", json!({}), "/title", json!("Microsoft Ireland")),
        ("list_principles", json!({}), "/0/number", json!(1)),
    ] {
        let answer = call(&window, command, arguments).unwrap();
        assert_eq!(
            answer.pointer(pointer),
            Some(&expected),
            "{command} {pointer}"
        );
    }
    let query = json!({"find": "", "only_unread": false, "known_on": null});
    let asked = json!({"query": query, "offset": 0, "limit": 50});
    let sources = call(&window, "list_sources", asked).unwrap();
    assert_eq!(sources["total"], 204);
    assert_eq!(sources["rows"].as_array().unwrap().len(), 50);
    let refused = call(
        &window,
        "check_filter",
        json!({"filter": {"from": "whenever"}}),
    );
    assert_eq!(refused.unwrap_err()["code"], "bad-date");
    let next = call(
        &window,
        "step_event",
        json!({
            "filter": all(),
            "lanes": {"by": "lane"},
            "from": {"key": key, "lane": null},
            "step": "next"
        }),
    )
    .unwrap();
    assert!(next["key"].is_i64() && next["key"] != json!(key));
    assert!(next["lane"].is_string());
}

#[test]
fn a_scene_comes_as_bytes() {
    let (_program, window) = Program::with_sample();
    let viewport = json!({"from": 15_700.0, "days_per_px": 2.0, "width": 1_000.0});
    let arguments = json!({
        "filter": all(), "lanes": {"by": "lane"}, "viewport": viewport,
        "part": {"top": 0.0, "height": 700.0},
        "selected": contempt(&window),
    });
    let InvokeResponseBody::Raw(bytes) = ask(&window, "timeline_scene", arguments).unwrap() else {
        panic!("it came as JSON");
    };
    let (length, rest) = bytes.split_first_chunk().unwrap();
    let (head, columns) = rest.split_at(u32::from_le_bytes(*length) as usize);
    let head: Value = serde_json::from_slice(head).unwrap();
    assert_eq!(head["lanes"][0]["name"], "Case");
    assert!(columns.len() > 24 * head["marks"].as_u64().unwrap() as usize);
}

#[test]
fn a_note_is_saved_listed_deleted_and_comes_back() {
    let (_program, window) = Program::with_sample();
    let key = contempt(&window);
    let saved = call(
        &window,
        "save_note",
        json!({"key": key, "note": null, "markdown": "Agreed, so that the appeal could *proceed*."}),
    )
    .unwrap();
    assert_eq!(saved["summary"]["counts"]["notes"], 1);
    let id = saved["note"]["id"].clone();
    let notes = || call(&window, "list_notes", json!({})).unwrap();
    assert_eq!(notes()[0]["id"], id);
    let deleted = call(&window, "delete_note", json!({"note": id})).unwrap();
    assert_eq!(deleted["summary"]["counts"]["notes"], 0);
    let undone = call(&window, "undo", json!({})).unwrap();
    assert!(undone["done"].is_string());
    assert_eq!(notes()[0]["id"], id);
    call(&window, "redo", json!({})).unwrap();
    assert_eq!(notes(), json!([]));
}

#[test]
fn an_export_asks_where_and_writes_there() {
    let (program, window) = Program::with_sample();
    for (format, word, name) in [
        (ExportFormat::Json, "json", "case.json"),
        (ExportFormat::Csv, "csv", "case.csv"),
        (ExportFormat::Html, "html", "case.html"),
        (ExportFormat::Svg, "svg", "case.svg"),
        (ExportFormat::Pdf, "pdf", "case.pdf"),
    ] {
        let path = program.path(name);
        program.reader_chooses(Some(&path));
        let report = call(&window, "export_casebook", json!({"format": word})).unwrap();
        assert_eq!(report["events"], 90);
        assert_eq!(report["bytes"], std::fs::metadata(&path).unwrap().len());
        assert_eq!(
            program.reader.lock().unwrap().asked.pop(),
            Some(Question::Export(format, "Microsoft Ireland".to_owned()))
        );
    }
}

#[test]
fn a_picture_is_of_the_part_that_the_window_names() {
    let (program, window) = Program::with_sample();
    let path = program.path("view.svg");
    program.reader_chooses(Some(&path));
    let viewport = json!({"from": 16_000.0, "days_per_px": 0.5, "width": 800.0});
    let filter = json!({"lanes": ["appeal"]});
    let span = json!({"of": "view", "filter": filter, "viewport": viewport, "selected": null});
    let options = json!({"picture": {"span": span, "width": null, "scale": 2, "page": "a4"}});
    let report = call(
        &window,
        "export_casebook",
        json!({"format": "svg", "options": options}),
    )
    .unwrap();
    assert!(report["events"].as_i64().unwrap() < 17);
    let svg = std::fs::read_to_string(path).unwrap();
    assert!(svg.contains(">Appeal<") && !svg.contains(">Industry<"));
}

#[test]
fn an_import_shows_what_it_would_do_and_then_does_it() {
    let (program, window) = Program::with_sample();
    let path = program.path("more.csv");
    std::fs::write(
        &path,
        "date,title\n2020-01-01,A new event\nno date,Refused\n",
    )
    .unwrap();
    program.reader_chooses(Some(&path));
    let preview = call(&window, "preview_import", json!({})).unwrap();
    assert_eq!(preview["created"], 1);
    assert_eq!(preview["rejected"][0]["line"], 3);
    let events =
        || call(&window, "current_casebook", json!({})).unwrap()["counts"]["events"].clone();
    assert_eq!(events(), 90);
    let imported = call(&window, "import_file", json!({"path": preview["path"]})).unwrap();
    assert_eq!(imported["report"]["created"], 1);
    assert_eq!(imported["summary"]["counts"]["events"], 91);
    call(&window, "undo", json!({})).unwrap();
    assert_eq!(events(), 90);
}

#[test]
fn a_cancelled_dialog_changes_nothing() {
    let (program, window) = Program::with_sample();
    let before = call(&window, "current_casebook", json!({})).unwrap();
    program.reader_chooses(None);
    for (command, arguments) in [
        ("new_casebook", json!({})),
        ("open_casebook", json!({})),
        ("save_copy", json!({})),
        ("export_casebook", json!({"format": "html"})),
        ("preview_import", json!({})),
    ] {
        assert_eq!(
            call(&window, command, arguments),
            Ok(Value::Null),
            "{command}"
        );
    }
    assert_eq!(
        call(&window, "current_casebook", json!({})).unwrap(),
        before
    );
}

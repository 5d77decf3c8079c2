//! What a window may ask for. Whoever widens it has to say so here.

use super::{Program, call};
use docketline::COMMANDS;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tauri::WebviewWindowBuilder;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read_json(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(root(path)).unwrap()).unwrap()
}

#[test]
fn a_window_may_call_these_commands_and_hear_events_and_nothing_else() {
    assert_eq!(
        COMMANDS,
        [
            "current_casebook",
            "list_recent",
            "new_casebook",
            "open_casebook",
            "open_recent",
            "open_sample",
            "restore_sample",
            "save_copy",
            "timeline_scene",
            "timeline_overview",
            "list_lanes",
            "list_facets",
            "check_filter",
            "list_events",
            "event_position",
            "keys_of_rows",
            "rows_of_keys",
            "copy_events",
            "step_event",
            "events_between",
            "get_event",
            "search_events",
            "list_sources",
            "list_source_uses",
            "list_principles",
            "list_notes",
            "count_known",
            "get_about",
            "get_standing",
            "get_standing_life",
            "get_procedure",
            "procedure_scene",
            "measure_interval",
            "explain_date",
            "convert_pasted",
            "count_findings",
            "list_findings",
            "accept_finding",
            "withdraw_acceptance",
            "save_note",
            "delete_note",
            "event_form",
            "check_event",
            "save_event",
            "preview_change",
            "change_events",
            "preview_deletion",
            "delete_events",
            "preview_merge",
            "merge_events",
            "preview_move",
            "move_event",
            "read_entry",
            "add_entry",
            "undo",
            "redo",
            "list_history",
            "get_history_entry",
            "preview_go_back",
            "go_back",
            "take_over",
            "rescue_casebook",
            "list_backups",
            "compare_backup",
            "restore_backup",
            "recover_casebook",
            "open_made",
            "list_records",
            "record_position",
            "get_record",
            "get_record_uses",
            "list_roles",
            "put_record",
            "remove_record",
            "merge_records",
            "move_record",
            "change_event_part",
            "export_casebook",
            "preview_import",
            "import_file",
            "open_source",
            "close_window",
        ]
    );
    let capabilities: Vec<_> = fs::read_dir(root("src-tauri/capabilities"))
        .unwrap()
        .collect();
    assert_eq!(capabilities.len(), 1);
    let capability = read_json("src-tauri/capabilities/casebook.json");
    assert_eq!(
        capability["permissions"],
        json!([
            "allow-casebook-commands",
            "core:event:allow-listen",
            "core:event:allow-unlisten"
        ])
    );
    assert_eq!(capability["windows"], json!(["casebook-*"]));
    assert_eq!(capability.get("remote"), None);
}

#[test]
fn the_interface_knows_exactly_these_commands() {
    let contract = fs::read_to_string(root("ui/src/ipc/commands.ts")).unwrap();
    let body = contract
        .split_once("export interface Commands {")
        .and_then(|(_, rest)| rest.split_once("\n}"))
        .unwrap()
        .0;
    let mut known: Vec<&str> = body
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": {"))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with(' '))
        .collect();
    let mut answered = COMMANDS.to_vec();
    known.sort_unstable();
    answered.sort_unstable();
    assert_eq!(known, answered);
}

#[test]
fn the_page_loads_nothing_from_elsewhere_and_runs_nothing_it_was_not_built_with() {
    let security = &read_json("tauri.conf.json")["app"]["security"];
    let policy = security["csp"].as_str().unwrap();
    let directive = |name: &str| {
        policy
            .split("; ")
            .find_map(|directive| directive.strip_prefix(name)?.strip_prefix(' '))
    };
    assert_eq!(directive("default-src"), Some("'self'"));
    assert_eq!(directive("script-src"), None);
    assert_eq!(
        directive("connect-src"),
        Some("'self' ipc: http://ipc.localhost")
    );
    assert_eq!(directive("require-trusted-types-for"), Some("'script'"));
    assert!(!policy.contains("unsafe") && !policy.contains('*'));
    assert_eq!(security.get("dangerousDisableAssetCspModification"), None);
    assert_eq!(security["capabilities"], json!(["casebook"]));
}

#[test]
fn what_is_not_granted_is_refused() {
    let (_program, window) = Program::with_sample();
    for command in [
        "plugin:dialog|open",
        "plugin:fs|read_text_file",
        "plugin:shell|execute",
        "plugin:opener|open_url",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
        "no_such_command",
    ] {
        assert!(call(&window, command, json!({})).is_err(), "{command}");
    }
}

#[test]
fn a_window_that_shows_no_casebook_may_ask_for_nothing() {
    let (program, _window) = Program::with_sample();
    let other = WebviewWindowBuilder::new(&program.app, "other", Default::default())
        .build()
        .unwrap();
    for command in COMMANDS {
        let refused = call(&other, command, json!({})).unwrap_err();
        let text = refused.as_str().unwrap();
        assert!(text.contains("not allowed"), "{command}: {text}");
    }
}

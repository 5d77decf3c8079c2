//! What is saved when the page at which a table begins is lost.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_domain::model::{Note, Relation};
use docketline_domain::vocabulary::{EventKind, RelationType};
use docketline_domain::{Edtf, Id};
use docketline_store::{Action, Change, NewEvent, Store, salvage};
use rusqlite::Connection;
use std::path::Path;

const EVENTS: usize = 400;

fn change(action: Action) -> Change {
    Change {
        action,
        subject: "Test".to_owned(),
        at: "2026-11-21T09:30:00Z".to_owned(),
        author: None,
    }
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// Enough of everything that each tree has pages below its first one. The last of the
/// events is deleted again: what is free must not come back.
fn casebook(path: &Path) -> Store {
    let mut store =
        Store::create(path, "Test", &change(Action::CasebookCreated), |_| Ok(())).unwrap();
    for number in 0..=EVENTS {
        store
            .edit(&change(Action::EventAdded), |edit| {
                edit.add_event(&NewEvent {
                    id: id(&format!("event-{number}")),
                    date: Edtf::parse("2014-07-31").unwrap(),
                    title: format!("An event with a title of some length, number {number}"),
                    kind: EventKind::Order,
                    lane: id("docket"),
                    lane_name: "Docket".to_owned(),
                    public_from: None,
                })?;
                if number > 0 && number < EVENTS {
                    edit.put_relation(&Relation {
                        id: id(&format!("relation-{number}")),
                        from: id(&format!("event-{number}")),
                        relation_type: RelationType::Cites,
                        to: id(&format!("event-{}", number - 1)),
                        part: None,
                        effective: None,
                        basis: None,
                        note: Some("So it says in the docket sheet.".to_owned()),
                    })?;
                    edit.add_note(&Note {
                        id: id(&format!("note-{number}")),
                        event: id(&format!("event-{number}")),
                        // Some go on on pages of their own.
                        markdown: "Compare the dissent. ".repeat(1 + number % 7 * 60),
                        created: "2026-11-21T09:30:00Z".to_owned(),
                        modified: "2026-11-21T09:30:00Z".to_owned(),
                    })?;
                }
                Ok(())
            })
            .unwrap();
    }
    store
        .edit(&change(Action::EventDeleted), |edit| {
            edit.delete_event(&format!("event-{EVENTS}")).map(|_| ())
        })
        .unwrap();
    store
}

fn root_of(path: &Path, table: &str) -> usize {
    Connection::open(path)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?1",
            [table],
            |row| row.get::<_, i64>(0),
        )
        .unwrap() as usize
}

#[test]
fn rows_below_a_lost_first_page_are_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.casebook");
    let store = casebook(&path);
    let document = store.document().unwrap();
    let history = store.newest_entry_number().unwrap();
    drop(store);
    let whole = std::fs::read(&path).unwrap();
    for table in ["event", "relation", "note", "change_entry", "change_row"] {
        let start = (root_of(&path, table) - 1) * 4_096;
        let mut damaged = whole.clone();
        damaged[start..start + 4_096].fill(0);
        let file = folder.path().join("damaged");
        std::fs::write(&file, &damaged).unwrap();
        let out = folder.path().join(table);
        let report = salvage(&file, &out, &change(Action::Recovered), "Recovered").unwrap();
        assert!(!report.is_complete(), "{table}: a page was lost");
        let saved = Store::open_read_only(&out).unwrap();
        assert!(saved.document().unwrap() == document, "{table}");
        // The recovery itself is an entry.
        assert_eq!(saved.newest_entry_number().unwrap(), history + 1, "{table}");
        assert_eq!(saved.check().unwrap(), [], "{table}");
    }
}

/// The list of tables that is put in place of a lost one is that of an empty casebook, so what
/// was recovered has its own on the same pages.
#[test]
fn what_was_recovered_is_recovered_again_when_its_list_of_tables_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.casebook");
    let document = casebook(&path).document().unwrap();
    let recover = |from: &Path, name: &str| {
        let out = folder.path().join(name);
        salvage(from, &out, &change(Action::Recovered), "Recovered").unwrap();
        out
    };
    let mut bytes = std::fs::read(recover(&path, "once")).unwrap();
    bytes[100..4_096].fill(0);
    let damaged = folder.path().join("damaged");
    std::fs::write(&damaged, &bytes).unwrap();
    let saved = Store::open_read_only(&recover(&damaged, "twice")).unwrap();
    assert!(saved.document().unwrap() == document);
}

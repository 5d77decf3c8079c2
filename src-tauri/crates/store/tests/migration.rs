//! Casebooks of older schemas. `fixtures/schema-N.casebook` was written by the program
//! of that time; `schema-N.json` is what it exported.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_domain::{Document, Id};
use docketline_store::{
    Access, Action, Change, NewEvent, ReadOnlyReason, Reversal, SCHEMA_VERSION, Store, StoreError,
};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FIXTURE: &[u8] = include_bytes!("fixtures/schema-1.casebook");
const FIXTURE_JSON: &str = include_str!("fixtures/schema-1.json");

struct Desk {
    folder: TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.casebook");
        std::fs::write(&path, FIXTURE).unwrap();
        Self { folder, path }
    }

    fn files(&self) -> BTreeSet<String> {
        std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn expect_untouched(&self) {
        assert_eq!(self.files(), ["case.casebook".to_owned()].into());
        assert!(std::fs::read(&self.path).unwrap() == FIXTURE);
    }
}

fn fixture_document() -> Document {
    let mut envelope: serde_json::Value = serde_json::from_str(FIXTURE_JSON).unwrap();
    serde_json::from_value(envelope["casebook"].take()).unwrap()
}

fn change(action: Action) -> Change {
    Change {
        action,
        subject: "test".to_owned(),
        at: "2026-01-01T00:00:00Z".to_owned(),
        author: None,
    }
}

/// Everything that SQLite says of a file's shape.
fn shape(path: &Path) -> BTreeSet<(String, String, Option<String>)> {
    Connection::open(path)
        .unwrap()
        .prepare("SELECT type, name, sql FROM sqlite_schema")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}

#[test]
fn an_older_casebook_holds_after_migration_what_it_held_before() {
    let desk = Desk::new();
    let store = Store::open(&desk.path).unwrap();
    assert_eq!(store.access(), Access::ReadWrite);
    assert_eq!(store.schema_version().unwrap(), SCHEMA_VERSION);
    assert_eq!(store.document().unwrap(), fixture_document());
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    assert_eq!(
        desk.files(),
        ["case.casebook", "case.schema-1.casebook"]
            .map(ToOwned::to_owned)
            .into()
    );
    let kept = desk.path.with_file_name("case.schema-1.casebook");
    assert!(std::fs::read(kept).unwrap() == FIXTURE);
}

#[test]
fn a_new_casebook_has_the_schema_that_migration_yields() {
    let desk = Desk::new();
    drop(Store::open(&desk.path).unwrap());
    let new = desk.folder.path().join("new.casebook");
    drop(Store::create(&new, "New", &change(Action::CasebookCreated), |_| Ok(())).unwrap());
    assert_eq!(shape(&desk.path), shape(&new));
}

#[test]
fn an_older_casebook_is_read_without_being_changed_by_a_byte() {
    let desk = Desk::new();
    let mut store = Store::open_read_only(&desk.path).unwrap();
    assert_eq!(store.access(), Access::ReadOnly(ReadOnlyReason::Chosen));
    assert_eq!(store.document().unwrap(), fixture_document());
    assert_eq!(store.check().unwrap(), []);
    assert!(matches!(
        store.reverse(Reversal::Undo, "2026-01-01T00:00:00Z", None),
        Err(StoreError::NotWritable(_))
    ));
    desk.expect_untouched();
    // A copy of it is one of today.
    let copy = desk.folder.path().join("copy.casebook");
    store.copy_to(&copy, false).unwrap();
    drop(store);
    let copy = Store::open(&copy).unwrap();
    assert_eq!(copy.schema_version().unwrap(), SCHEMA_VERSION);
    assert_eq!(copy.document().unwrap(), fixture_document());
}

#[test]
fn what_was_done_before_the_migration_is_undone_and_redone_after_it() {
    let desk = Desk::new();
    let mut store = Store::open(&desk.path).unwrap();
    let at = "2026-01-01T00:00:00Z";
    let titled = |store: &Store| {
        let document = store.document().unwrap();
        let event = document.events.iter().find(|e| e.id.as_str() == "opinion");
        event.map(|e| (e.title.clone(), e.public_from.clone().map(String::from)))
    };
    store
        .edit(&change(Action::EventAdded), |edit| {
            edit.add_event(&NewEvent {
                id: Id::new("later").unwrap(),
                date: "2018".parse().unwrap(),
                title: "Later".to_owned(),
                kind: docketline_domain::vocabulary::EventKind::Order,
                lane: Id::new("Docket").unwrap(),
                lane_name: "Docket".to_owned(),
                public_from: None,
            })
        })
        .unwrap();
    let newest = store.document().unwrap();
    store.reverse(Reversal::Undo, at, None).unwrap();
    assert_eq!(
        titled(&store),
        Some((
            "Opinion of the court".to_owned(),
            Some("2016-07-15".to_owned())
        ))
    );
    // The import that gave it its title.
    store.reverse(Reversal::Undo, at, None).unwrap();
    assert_eq!(titled(&store), Some(("Opinion".to_owned(), None)));
    assert_eq!(store.check().unwrap(), []);
    let mut undone = 2;
    while store.reverse(Reversal::Undo, at, None).unwrap().is_some() {
        undone += 1;
        assert_eq!(store.check().unwrap(), []);
    }
    assert_eq!(undone, 9);
    assert_eq!(store.counts().unwrap().events, 0);
    while store.reverse(Reversal::Redo, at, None).unwrap().is_some() {
        assert_eq!(store.check().unwrap(), []);
    }
    assert_eq!(store.document().unwrap(), newest);
}

#[test]
fn a_migration_that_fails_leaves_everything_as_it_was() {
    let desk = Desk::new();
    // A file from somewhere else that has in part what the step makes.
    let connection = Connection::open(&desk.path).unwrap();
    connection
        .execute_batch("ALTER TABLE event ADD COLUMN entered TEXT")
        .unwrap();
    drop(connection);
    let before = std::fs::read(&desk.path).unwrap();
    assert!(Store::open(&desk.path).is_err());
    assert_eq!(desk.files(), ["case.casebook".to_owned()].into());
    assert!(std::fs::read(&desk.path).unwrap() == before);
}

#[test]
fn a_casebook_that_another_program_writes_to_is_not_migrated() {
    let desk = Desk::new();
    let writer = Connection::open(&desk.path).unwrap();
    writer
        .execute_batch("PRAGMA journal_mode = wal; BEGIN IMMEDIATE")
        .unwrap();
    assert!(matches!(Store::open(&desk.path), Err(StoreError::Busy(_))));
    writer.execute_batch("COMMIT").unwrap();
    drop(writer);
    let store = Store::open(&desk.path).unwrap();
    assert_eq!(store.document().unwrap(), fixture_document());
}

#[test]
fn many_that_open_an_older_casebook_at_once_all_find_it_whole() {
    let desk = Desk::new();
    std::thread::scope(|scope| {
        let openers: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| Store::open(&desk.path)))
            .collect();
        for opener in openers {
            match opener.join().unwrap() {
                Ok(store) => assert_eq!(store.document().unwrap(), fixture_document()),
                Err(error) => assert!(matches!(error, StoreError::Busy(_)), "{error}"),
            }
        }
    });
    let store = Store::open(&desk.path).unwrap();
    assert_eq!(store.document().unwrap(), fixture_document());
    assert_eq!(store.check().unwrap(), []);
}

#[cfg(unix)]
#[test]
fn a_link_still_points_at_the_casebook_and_its_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    std::fs::set_permissions(&desk.path, PermissionsExt::from_mode(0o640)).unwrap();
    let link = desk.folder.path().join("link.casebook");
    std::os::unix::fs::symlink(&desk.path, &link).unwrap();
    assert_eq!(
        Store::open(&link).unwrap().document().unwrap(),
        fixture_document()
    );
    assert!(link.is_symlink());
    let mode = std::fs::metadata(&desk.path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

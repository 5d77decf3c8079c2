//! A program that is ended in the middle of a write leaves a journal beside the casebook.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_store::{Action, Change, Store};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn change() -> Change {
    Change {
        action: Action::CasebookCreated,
        subject: String::new(),
        at: "2026-01-01T00:00:00Z".to_owned(),
        author: None,
    }
}

fn journal(casebook: &Path) -> PathBuf {
    casebook.with_extension("casebook-journal")
}

/// A casebook as it is when its program ends between the pages of a transaction.
fn interrupted(folder: &Path) -> PathBuf {
    let whole = folder.join("whole.casebook");
    Store::create(&whole, "Whole", &change(), |_| Ok(())).unwrap();
    let writer = Connection::open(&whole).unwrap();
    // The pages of a small cache are written before the transaction ends, and the
    // journal says from its start that it holds.
    writer.pragma_update(None, "cache_size", 2).unwrap();
    writer.pragma_update(None, "synchronous", false).unwrap();
    writer
        .execute_batch(
            "BEGIN IMMEDIATE;
             UPDATE about SET title = 'Half';
             CREATE TABLE filling (text);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
             INSERT INTO filling SELECT hex(randomblob(500)) FROM n;",
        )
        .unwrap();
    let ended = folder.join("ended.casebook");
    fs::copy(&whole, &ended).unwrap();
    fs::copy(journal(&whole), journal(&ended)).unwrap();
    assert_ne!(fs::metadata(&ended).unwrap().len(), 0);
    ended
}

type Open = fn(&Path) -> docketline_store::Result<Store>;

fn titles(opened: docketline_store::Result<Store>) -> String {
    opened.unwrap().about().unwrap().title
}

#[test]
fn an_interrupted_write_is_taken_back_whoever_opens_the_casebook_next() {
    let ways: [(&str, Open); 3] = [
        ("for reading", Store::open_read_only),
        ("for writing", Store::open),
        ("for writing only", |path| {
            Store::open_to_write(path, Duration::ZERO)
        }),
    ];
    for (way, open) in ways {
        let folder = tempfile::tempdir().unwrap();
        let casebook = interrupted(folder.path());
        assert_eq!(titles(open(&casebook)), "Whole", "{way}");
        assert!(!journal(&casebook).exists(), "{way}");
    }
}

#[test]
fn a_write_that_goes_on_is_left_to_its_writer() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = folder.path().join("c.casebook");
    Store::create(&casebook, "Before", &change(), |_| Ok(())).unwrap();
    let writer = Connection::open(&casebook).unwrap();
    writer
        .execute_batch("BEGIN IMMEDIATE; UPDATE about SET title = 'After'")
        .unwrap();
    assert!(journal(&casebook).exists());
    assert_eq!(titles(Store::open_read_only(&casebook)), "Before");
    writer.execute_batch("COMMIT").unwrap();
    assert_eq!(titles(Store::open_read_only(&casebook)), "After");
}

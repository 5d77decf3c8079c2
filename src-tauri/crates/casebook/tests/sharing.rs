//! One casebook open more than once, and a file that changes under an open casebook.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::ReadOnlyReason;
use docketline_casebook::{Casebook, ErrorCode, NewEvent, SystemClock};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

fn new(folder: &TempDir) -> (PathBuf, Casebook) {
    let path = folder.path().join("c.casebook");
    let casebook = Casebook::create(&path, "Shared", Arc::new(SystemClock)).unwrap();
    (path, casebook)
}

fn open(path: &Path) -> Casebook {
    Casebook::open(path, Arc::new(SystemClock)).unwrap()
}

fn add(casebook: &mut Casebook, id: &str) -> docketline_casebook::Result<i64> {
    casebook.add_event(&NewEvent {
        id: id.to_owned(),
        date: "2014-07-31".to_owned(),
        title: "A ruling".to_owned(),
        kind: "ruling".to_owned(),
        lane: "Docket".to_owned(),
        public_from: None,
    })
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_second_to_open_reads_only_says_who_has_it_and_follows() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut first) = new(&folder);
    let mut second = open(&path);
    let summary = second.summary().unwrap();
    assert_eq!(summary.read_only, Some(ReadOnlyReason::InUse));
    let holder = summary.held_by.unwrap();
    assert!(holder.contains(&std::process::id().to_string()), "{holder}");

    let refused = add(&mut second, "x").unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InUse);
    assert!(refused.to_string().contains(&holder));
    let clock = Arc::new(SystemClock);
    let refused = Casebook::open_to_write(&path, clock, Duration::from_millis(50)).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InUse);

    assert_eq!(second.follow().unwrap(), None);
    add(&mut first, "a").unwrap();
    let seen = second.follow().unwrap().unwrap();
    assert_eq!(seen.counts.events, 1);
    assert_eq!(second.follow().unwrap(), None);
    // Its own edits are no news to the first.
    assert_eq!(first.follow().unwrap(), None);

    let early = second.take_over().unwrap_err();
    assert_eq!(early.code(), ErrorCode::InUse);
    drop(first);
    let free = second.follow().unwrap().unwrap();
    assert!(free.is_free && free.held_by.is_none());
    assert_eq!(free.read_only, Some(ReadOnlyReason::InUse), "not unasked");
    assert_eq!(second.follow().unwrap(), None);
    let writable = second.take_over().unwrap();
    assert_eq!((writable.read_only, writable.is_free), (None, false));
    assert_eq!(second.take_over().unwrap(), writable);
    add(&mut second, "b").unwrap();
    drop(second);
    assert_eq!(names(&folder), ["c.casebook"]);
}

#[test]
fn the_last_to_close_leaves_one_file_in_whatever_order_they_close() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut first) = new(&folder);
    add(&mut first, "a").unwrap();
    let second = open(&path);
    drop(first);
    drop(second);
    assert_eq!(names(&folder), ["c.casebook"]);
    assert_eq!(open(&path).summary().unwrap().counts.events, 1);
}

#[test]
fn a_lock_that_a_crash_left_behind_means_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, casebook) = new(&folder);
    drop(casebook);
    for left in ["", "{\"pid\":1,\"host\":\"elsewhere\"}", "nonsense"] {
        std::fs::write(folder.path().join("c.casebook-lock"), left).unwrap();
        let casebook = open(&path);
        assert_eq!(casebook.summary().unwrap().read_only, None, "{left}");
        drop(casebook);
        assert_eq!(names(&folder), ["c.casebook"]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_casebook_has_the_same_lock() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _first) = new(&folder);
    let link = folder.path().join("link.casebook");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let second = open(&link).summary().unwrap();
    assert_eq!(second.read_only, Some(ReadOnlyReason::InUse));
}

/// What happened to a file under an open casebook, and what the next edit answers.
#[cfg(unix)]
#[test]
fn what_happens_to_the_file_is_noticed_before_an_edit_is_acknowledged() {
    type Mishap = fn(&Path);
    let moved: Mishap = |path| std::fs::rename(path, path.with_extension("moved")).unwrap();
    let deleted: Mishap = |path| std::fs::remove_file(path).unwrap();
    let replaced: Mishap = |path| {
        let copy = path.with_extension("copy");
        std::fs::copy(path, &copy).unwrap();
        std::fs::rename(copy, path).unwrap();
    };
    let protected: Mishap = |path| {
        let mut permissions = std::fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(path, permissions).unwrap();
    };
    for (what, mishap, code) in [
        ("moved", moved, ErrorCode::Gone),
        ("deleted", deleted, ErrorCode::Gone),
        ("replaced", replaced, ErrorCode::Gone),
        ("protected", protected, ErrorCode::NotWritable),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut casebook) = new(&folder);
        add(&mut casebook, "a").unwrap();
        mishap(&path);
        let refused = add(&mut casebook, "b").unwrap_err();
        assert_eq!(refused.code(), code, "{what}");
        assert!(refused.hint().is_some());
        assert_eq!(casebook.follow().unwrap_err().code(), code, "{what}");
        // What was acknowledged is still there to be saved.
        let copy = folder.path().join("saved.casebook");
        casebook.save_copy(&copy).unwrap();
        assert_eq!(open(&copy).summary().unwrap().counts.events, 1, "{what}");
        drop(casebook);
        if what == "moved" {
            let moved = open(&path.with_extension("moved"));
            assert_eq!(moved.summary().unwrap().counts.events, 1);
        }
    }
}

#[test]
fn a_folder_of_a_cloud_is_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let cloud = folder.path().join("Dropbox");
    std::fs::create_dir(&cloud).unwrap();
    let path = cloud.join("c.casebook");
    let casebook = Casebook::create(&path, "Shared", Arc::new(SystemClock)).unwrap();
    let warning = casebook.summary().unwrap().place_warning.unwrap();
    assert!(warning.contains("Dropbox"));
    let (_, elsewhere) = new(&folder);
    assert_eq!(elsewhere.summary().unwrap().place_warning, None);
}

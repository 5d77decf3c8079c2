//! Backups, restoring, and what can be saved of a damaged casebook.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use chrono::{DateTime, TimeDelta, Utc};
use docketline_casebook::view::{Occasion, ReadOnlyReason};
use docketline_casebook::{
    Backups, Casebook, Clock, ErrorCode, Hand, NewEvent, SystemClock, recover, restore,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// A clock that is set by hand.
#[derive(Debug)]
struct Wound(Mutex<DateTime<Utc>>);

impl Wound {
    fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(
            DateTime::from_timestamp(1_700_000_000, 0).unwrap(),
        )))
    }

    fn advance(&self, minutes: i64) {
        *self.0.lock().unwrap() += TimeDelta::minutes(minutes);
    }
}

impl Clock for Wound {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

fn sample(folder: &TempDir, clock: &Arc<Wound>) -> (PathBuf, Casebook) {
    let path = folder.path().join("c.casebook");
    let casebook = Casebook::create_sample(&path, Arc::clone(clock)).unwrap();
    (path, casebook)
}

fn add(casebook: &mut Casebook, id: &str) {
    casebook
        .add_event(&NewEvent {
            id: id.to_owned(),
            date: "2014-07-31".to_owned(),
            title: format!("Event {id}"),
            kind: "ruling".to_owned(),
            lane: "Docket".to_owned(),
            public_from: None,
        })
        .unwrap();
}

fn hand() -> Hand {
    Hand::from(Arc::new(SystemClock))
}

#[test]
fn a_backup_is_made_at_once_and_then_after_each_quarter_of_an_hour_of_work() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, mut casebook) = sample(&folder, &clock);
    let backups = Backups::new(folder.path().join("backups"));
    let expect = |what: &str, is_made: bool| {
        let made = backups.keep(&path, clock.as_ref()).unwrap();
        assert_eq!(made.is_some(), is_made, "{what}");
    };
    expect("nothing kept yet", true);
    clock.advance(20);
    expect("no work since", false);
    add(&mut casebook, "a");
    expect("work, and long ago", true);
    add(&mut casebook, "b");
    clock.advance(14);
    expect("work, but not long ago", false);
    clock.advance(1);
    expect("work, and long ago", true);

    let listed = backups.list(&path).unwrap();
    let since: Vec<(i64, i64)> = listed
        .iter()
        .map(|backup| {
            let contents = backup.contents.as_ref().unwrap();
            (contents.counts.events, contents.changes_since.unwrap())
        })
        .collect();
    assert_eq!(since, [(92, 0), (91, 1), (90, 2)]);
    assert!(
        listed
            .iter()
            .all(|backup| backup.occasion == Occasion::Work)
    );
    let last = listed[0].contents.as_ref().unwrap().last_change.as_deref();
    assert_eq!(last, Some("Event “Event b”"));
}

#[test]
fn what_was_left_of_a_backup_whose_program_was_ended_goes_with_the_next_ones() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, mut casebook) = sample(&folder, &clock);
    let backups = Backups::new(folder.path().join("backups"));
    let made = backups.keep(&path, clock.as_ref()).unwrap().unwrap();
    let place = made.parent().unwrap();
    let days = |days: u64| Duration::from_secs(days * 24 * 60 * 60);
    for (name, age) in [
        (".docketline-old.part", days(3)),
        (".docketline-new.part", days(0)),
        ("mine.part", days(3)),
    ] {
        let file = std::fs::File::create(place.join(name)).unwrap();
        file.set_modified(SystemTime::now() - age).unwrap();
    }
    clock.advance(20);
    add(&mut casebook, "a");
    let newer = backups.keep(&path, clock.as_ref()).unwrap().unwrap();
    let left: BTreeSet<PathBuf> = std::fs::read_dir(place)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let others = [".docketline-new.part", "casebook.json", "mine.part"];
    let expected = others.map(|name| place.join(name));
    assert_eq!(left, expected.into_iter().chain([made, newer]).collect());
}

#[test]
fn a_backup_is_made_before_every_import_and_none_before_a_rehearsal() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, mut casebook) = sample(&folder, &clock);
    let backups = Backups::new(folder.path().join("backups"));
    casebook.keep_backups_in(backups.clone());
    let rows = folder.path().join("rows.csv");
    std::fs::write(&rows, "date,title\n2016,One\n").unwrap();
    casebook.preview_import(&rows, None).unwrap();
    assert!(backups.list(&path).unwrap().is_empty());
    casebook.import(&rows, None).unwrap();
    let listed = backups.list(&path).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].occasion, Occasion::BeforeImport);
    let contents = listed[0].contents.as_ref().unwrap();
    assert_eq!(
        (contents.counts.events, contents.events_since),
        (90, Some(1))
    );
}

#[test]
fn a_backup_is_restored_beside_the_casebook_and_never_over_anything() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, mut casebook) = sample(&folder, &clock);
    let backup = folder.path().join("backup.casebook");
    let first = casebook.document().unwrap();
    assert_eq!(casebook.back_up(&backup).unwrap().counts.events, 90);
    add(&mut casebook, "a");
    let taken = casebook.back_up(&backup).unwrap_err();
    assert_eq!(taken.code(), ErrorCode::AlreadyExists);
    assert_eq!(
        restore(&backup, &path).unwrap_err().code(),
        ErrorCode::AlreadyExists
    );

    let out = folder.path().join("restored.casebook");
    restore(&backup, &out).unwrap();
    let restored = Casebook::open(&out, Arc::clone(&clock)).unwrap();
    assert_eq!(restored.document().unwrap(), first);
    assert!(restored.check().unwrap().is_empty());

    std::fs::write(&backup, "no casebook").unwrap();
    let other = folder.path().join("other.casebook");
    assert_eq!(
        restore(&backup, &other).unwrap_err().code(),
        ErrorCode::NotACasebook
    );
    assert!(!other.exists());
}

#[test]
fn a_backup_that_was_damaged_is_listed_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, _casebook) = sample(&folder, &clock);
    let backups = Backups::new(folder.path().join("backups"));
    let made = backups.keep(&path, clock.as_ref()).unwrap().unwrap();
    std::fs::write(made, "no casebook").unwrap();
    assert_eq!(backups.list(&path).unwrap()[0].contents, None);
}

const PAGE: usize = 4096;
/// The pages on which the tables and indices begin.
const ROOTS: usize = 90;

/// What is done to the bytes of a casebook, and how many of its 90 events at least can
/// be saved.
#[test]
fn what_can_be_read_of_a_damaged_casebook_is_saved_and_the_damaged_one_not_touched() {
    type Damage = fn(&mut Vec<u8>);
    let cases: [(&str, Damage, i64); 7] = [
        ("whole", |_| {}, 90),
        ("the header is gone", |bytes| bytes[..100].fill(0), 90),
        ("the first page is gone", |bytes| bytes[..PAGE].fill(0), 90),
        (
            "the first three pages are gone",
            |bytes| bytes[..3 * PAGE].fill(0xff),
            60,
        ),
        (
            "the last tenth is cut off",
            |bytes| bytes.truncate(bytes.len() / 10 * 9),
            60,
        ),
        (
            "every twentieth page after the tables' roots is noise",
            |bytes| {
                for page in bytes.chunks_mut(PAGE).skip(ROOTS).step_by(20) {
                    page.fill(0x5a);
                }
            },
            60,
        ),
        (
            "every tenth page after the tables' roots is empty",
            |bytes| {
                for page in bytes.chunks_mut(PAGE).skip(ROOTS).step_by(10) {
                    page.fill(0);
                }
            },
            50,
        ),
    ];
    let folder = tempfile::tempdir().unwrap();
    let (path, casebook) = sample(&folder, &Wound::new());
    let whole = casebook.document().unwrap();
    drop(casebook);
    let bytes = std::fs::read(path).unwrap();
    for (what, damage, at_least) in cases {
        let mut damaged = bytes.clone();
        damage(&mut damaged);
        let path = folder.path().join("damaged.casebook");
        std::fs::write(&path, &damaged).unwrap();
        let out = folder.path().join(format!("{what}.casebook"));
        let report = recover(&path, &out, &hand()).unwrap();
        assert!(std::fs::read(&path).unwrap() == damaged, "{what}: touched");
        let losses = &report.losses[..report.losses.len().min(9)];
        assert!(
            report.counts.events >= at_least,
            "{what}: {:?} {losses:?}",
            report.counts
        );
        assert_eq!(
            report.complete,
            report.losses.is_empty() || what.contains("first p") || what.contains("header"),
            "{what}"
        );

        let saved = Casebook::open(&out, hand()).unwrap();
        assert_eq!(saved.check().unwrap(), [], "{what}");
        let document = saved.document().unwrap();
        if at_least == 90 {
            assert!(document == whole, "{what}");
        }
        let known: Vec<_> = whole.events.iter().map(|event| &event.id).collect();
        assert!(
            document
                .events
                .iter()
                .all(|event| known.contains(&&event.id)),
            "{what}"
        );
    }
}

/// What is read of a damaged casebook is what a recovery of it would save.
#[test]
fn a_damaged_casebook_opens_for_reading_as_far_as_it_can_be_read() {
    type Damage = fn(&mut Vec<u8>);
    let cases: [(&str, Damage); 2] = [
        ("noise", |bytes| {
            for page in bytes.chunks_mut(PAGE).skip(ROOTS).step_by(20) {
                page.fill(0x5a);
            }
        }),
        ("half of it", |bytes| bytes.truncate(bytes.len() / 2)),
    ];
    let folder = tempfile::tempdir().unwrap();
    let (path, casebook) = sample(&folder, &Wound::new());
    drop(casebook);
    let whole = std::fs::read(&path).unwrap();
    for (what, damage) in cases {
        let mut damaged = whole.clone();
        damage(&mut damaged);
        std::fs::write(&path, &damaged).unwrap();
        let saved = folder.path().join(format!("{what}.casebook"));
        recover(&path, &saved, &hand()).unwrap();
        let saved = Casebook::open(&saved, hand()).unwrap().document().unwrap();
        for opened in [Casebook::open, Casebook::open_read_only] {
            let mut casebook = opened(&path, hand()).unwrap();
            let summary = casebook.summary().unwrap();
            assert_eq!(summary.read_only, Some(ReadOnlyReason::Damaged), "{what}");
            assert_eq!(summary.path, path.display().to_string());
            assert!(casebook.damage().unwrap().contains("c.casebook"));
            assert_eq!(casebook.document().unwrap(), saved, "{what}");
            assert!(
                !casebook.check().unwrap().is_empty(),
                "{what}: the file is not sound"
            );
            assert_eq!(casebook.follow().unwrap(), None);
            let refused = casebook.undo().unwrap_err();
            assert_eq!(refused.code(), ErrorCode::NotWritable, "{what}");
            drop(casebook);
            assert!(std::fs::read(&path).unwrap() == damaged, "{what}: touched");
        }
        let patience = Duration::ZERO;
        let refused = Casebook::open_to_write(&path, hand(), patience).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::Damaged, "{what}");
        assert!(refused.hint().unwrap().contains("recover"));
    }
}

#[test]
fn a_backup_is_one_state_of_a_casebook_that_is_edited_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, mut casebook) = sample(&folder, &clock);
    let backups = Backups::new(folder.path().join("backups"));
    std::thread::scope(|scope| {
        let backing = scope.spawn(|| {
            for _ in 0..8 {
                clock.advance(15);
                backups.keep(&path, clock.as_ref()).unwrap();
            }
        });
        let mut number = 0;
        while !backing.is_finished() {
            add(&mut casebook, &format!("e{number}"));
            number += 1;
        }
        backing.join().unwrap();
    });
    for backup in backups.list(&path).unwrap() {
        let contents = backup.contents.unwrap();
        assert_eq!(
            casebook.summary().unwrap().counts.events,
            contents.counts.events + contents.changes_since.unwrap()
        );
    }
}

#[test]
fn a_backup_is_compared_with_the_present_by_what_was_done_since() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Wound::new();
    let (path, mut casebook) = sample(&folder, &clock);
    let backups = Backups::new(folder.path().join("backups"));
    let backup = backups.keep(&path, clock.as_ref()).unwrap().unwrap();
    add(&mut casebook, "a");
    casebook.delete_event("contempt-order").unwrap();
    let would = backups.compare(&casebook, &backup).unwrap().unwrap();
    assert_eq!(would.entries, 2);
    let records = would.records.unwrap();
    let events = records
        .iter()
        .find(|count| count.record == "event")
        .unwrap();
    assert_eq!((events.back, events.gone), (1, 1));
    let words: Vec<&str> = would.changes.iter().map(|c| c.words.as_str()).collect();
    assert!(
        words.contains(&"Event deleted: 2014-07-31 · Event a"),
        "{words:?}"
    );
    let shown = backup.display().to_string();
    assert_eq!(backups.find(&path, &shown).unwrap(), Some(backup.clone()));
    let other = path.display().to_string();
    assert_eq!(backups.find(&path, &other).unwrap(), None, "no backup");
    // A casebook of another past is not compared entry by entry.
    let other = folder.path().join("other.casebook");
    let other = Casebook::create(&other, "Other", hand()).unwrap();
    assert_eq!(backups.compare(&other, &backup).unwrap(), None);
}

#[test]
fn what_is_no_casebook_at_all_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [
        ("empty", Vec::new()),
        ("text", b"Not a casebook. ".repeat(1_000)),
        ("zeros", vec![0; 50 * PAGE]),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let out = folder.path().join("out.casebook");
        let refused = recover(&path, &out, &hand()).unwrap_err();
        assert!(
            matches!(refused.code(), ErrorCode::NotACasebook | ErrorCode::Damaged),
            "{name}: {refused}"
        );
        assert!(!out.exists());
    }
    let missing = recover(Path::new("nowhere"), &folder.path().join("out"), &hand());
    assert_eq!(missing.unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn the_history_of_a_casebook_that_can_be_read_whole_is_saved_and_undone_further() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut casebook) = sample(&folder, &Wound::new());
    add(&mut casebook, "a");
    drop(casebook);
    let out = folder.path().join("out.casebook");
    let report = recover(&path, &out, &hand()).unwrap();
    assert!(report.complete && report.history);
    let mut saved = Casebook::open(&out, hand()).unwrap();
    assert_eq!(
        saved.undo().unwrap().done.as_deref(),
        Some("Undid: Event “Event a”")
    );
    assert_eq!(saved.summary().unwrap().counts.events, 90);
}

//! Whose backups are whose, when casebooks are moved, renamed, copied and replaced.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use chrono::{DateTime, TimeDelta, Utc};
use docketline_casebook::{Backups, Casebook, Clock, NewEvent};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// A clock that is set by hand.
#[derive(Debug)]
struct Wound(Mutex<DateTime<Utc>>);

impl Clock for Wound {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// A folder in which people move their casebooks about.
struct Desk {
    folder: TempDir,
    clock: Arc<Wound>,
    backups: Backups,
}

/// What somebody does with the files.
#[derive(Debug, Clone, Copy)]
enum Do {
    /// Makes a casebook with this title.
    Make(&'static str),
    /// Works on it for an hour, so that a backup is made.
    Work(&'static str),
    /// Works on it without one.
    Scribble(&'static str),
    Move(&'static str, &'static str),
    Copy(&'static str, &'static str),
    /// The casebook's list has this many backups, looked at or not before.
    Has(&'static str, usize),
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        Self {
            clock: Arc::new(Wound(Mutex::new(start))),
            backups: Backups::new(folder.path().join("backups")),
            folder,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name).with_extension("casebook")
    }

    fn pass(&self, minutes: i64) {
        *self.clock.0.lock().unwrap() += TimeDelta::minutes(minutes);
    }

    fn write(&self, name: &str) {
        let mut casebook = Casebook::open(&self.path(name), self.clock.clone()).unwrap();
        let number = casebook.summary().unwrap().revision;
        casebook
            .add_event(&NewEvent {
                id: format!("event-{number}-{}", self.clock.now().timestamp()),
                date: "2014-07-31".to_owned(),
                title: format!("Event of {name}"),
                kind: "ruling".to_owned(),
                lane: "Docket".to_owned(),
                public_from: None,
            })
            .unwrap();
    }

    fn run(&self, step: Do) {
        self.pass(60);
        match step {
            Do::Make(name) => {
                Casebook::create_sample(&self.path(name), self.clock.clone()).unwrap();
            }
            Do::Work(name) => {
                self.write(name);
                let made = self.backups.keep(&self.path(name), self.clock.as_ref());
                assert!(made.unwrap().is_some());
            }
            Do::Scribble(name) => self.write(name),
            Do::Move(from, to) => {
                let to = self.path(to);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::rename(self.path(from), to).unwrap();
            }
            Do::Copy(from, to) => {
                fs::copy(self.path(from), self.path(to)).unwrap();
            }
            Do::Has(name, count) => {
                let listing = self.backups.listing(&self.path(name)).unwrap();
                assert_eq!(listing.backups.len(), count, "of {name}");
                for backup in &listing.backups {
                    assert!(backup.path.starts_with(&listing.folder));
                    let contents = backup.contents.as_ref().unwrap();
                    assert!(contents.changes_since.is_some(), "is one of {name}");
                }
            }
        }
    }
}

#[test]
fn a_casebook_keeps_its_backups_wherever_it_goes_and_takes_nobody_elses() {
    use Do::{Copy, Has, Make, Move, Scribble, Work};
    let cases: &[(&str, &[Do])] = &[
        (
            "renamed",
            &[
                Make("a"),
                Work("a"),
                Work("a"),
                Move("a", "b"),
                Has("b", 2),
                Work("b"),
                Has("b", 3),
            ],
        ),
        (
            "moved to another folder, and worked on before anybody looked",
            &[
                Make("a"),
                Work("a"),
                Move("a", "there/a"),
                Work("there/a"),
                Has("there/a", 2),
            ],
        ),
        (
            "renamed twice, and back",
            &[
                Make("a"),
                Work("a"),
                Move("a", "b"),
                Work("b"),
                Move("b", "c"),
                Has("c", 2),
                Move("c", "a"),
                Has("a", 2),
            ],
        ),
        (
            "a copy beside the original",
            &[
                Make("a"),
                Work("a"),
                Copy("a", "b"),
                Has("b", 0),
                Work("b"),
                Has("b", 1),
                Has("a", 1),
            ],
        ),
        (
            "a copy, and then the original is moved",
            &[
                Make("a"),
                Work("a"),
                Copy("a", "b"),
                Work("b"),
                Move("a", "c"),
                Has("c", 1),
                Has("b", 1),
            ],
        ),
        (
            "an older copy does not take what it does not hold",
            &[
                Make("a"),
                Work("a"),
                Copy("a", "b"),
                Work("a"),
                Move("a", "c"),
                Has("b", 0),
                Has("c", 2),
            ],
        ),
        (
            "a copy that went its own way does not either",
            &[
                Make("a"),
                Work("a"),
                Copy("a", "b"),
                Scribble("b"),
                Work("a"),
                Move("a", "c"),
                Has("b", 0),
                Work("b"),
                Has("c", 2),
            ],
        ),
        (
            "another casebook comes to the old place",
            &[
                Make("a"),
                Work("a"),
                Work("a"),
                Move("a", "b"),
                Make("a"),
                Work("a"),
                Has("a", 1),
                Has("b", 2),
                Work("a"),
                Work("b"),
                Has("a", 2),
                Has("b", 3),
            ],
        ),
        (
            "two change places",
            &[
                Make("a"),
                Work("a"),
                Make("b"),
                Work("b"),
                Work("b"),
                Move("a", "c"),
                Move("b", "a"),
                Move("c", "b"),
                Has("a", 2),
                Has("b", 1),
            ],
        ),
        (
            "a new one of the same name has nothing to do with one that is gone",
            &[
                Make("a"),
                Work("a"),
                Move("a", "b"),
                Make("c"),
                Has("c", 0),
                Has("b", 1),
            ],
        ),
        (
            "older copies and another casebook stand at one place in turn",
            &[
                Make("a"),
                Copy("a", "old"),
                Work("a"),
                Make("b"),
                Move("a", "c"),
                Copy("b", "a"),
                Work("a"),
                Move("a", "gone"),
                Copy("old", "a"),
                Work("a"),
                Work("a"),
                Move("a", "old"),
                Copy("b", "a"),
                Work("a"),
                Has("a", 1),
                Has("old", 2),
                Has("c", 1),
            ],
        ),
    ];
    for (what, steps) in cases {
        let desk = Desk::new();
        for (place, step) in steps.iter().enumerate() {
            println!("{what}, step {place}: {step:?}");
            desk.run(*step);
        }
    }
}

/// Sets of earlier versions have no note of whose they are.
#[test]
fn a_set_without_a_note_is_noted_with_the_next_backup() {
    let desk = Desk::new();
    desk.run(Do::Make("a"));
    desk.run(Do::Work("a"));
    let set = PathBuf::from(desk.backups.listing(&desk.path("a")).unwrap().folder);
    fs::remove_file(set.join("casebook.json")).unwrap();
    desk.run(Do::Work("a"));
    desk.run(Do::Move("a", "b"));
    desk.run(Do::Has("b", 2));
}

//! A note is saved at every pause of its writer, and undone in stretches.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::{Casebook, Clock, NewEvent};
use proptest::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;

/// A clock that is set by hand.
#[derive(Debug, Default)]
struct Watch(AtomicI64);

impl Clock for Watch {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        let seconds = 1_700_000_000 + self.0.load(Ordering::Relaxed);
        chrono::DateTime::from_timestamp(seconds, 0).unwrap()
    }
}

#[derive(Debug, Clone, Copy)]
enum Act {
    /// Gives a note, 0 or 1, a text that nothing had before; writes it if need be.
    Save(usize),
    /// Gives a note the text that it has.
    SaveAgain(usize),
    Delete(usize),
    AddEvent,
    Undo,
    Redo,
    /// Seconds.
    Wait(i64),
    Restart,
}
use Act::{AddEvent, Delete, Redo, Restart, Save, SaveAgain, Undo, Wait};

struct Writer {
    folder: TempDir,
    watch: Arc<Watch>,
    casebook: Option<Casebook>,
    notes: [Option<String>; 2],
    texts: u32,
}

impl Writer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let watch = Arc::new(Watch::default());
        let path = folder.path().join("c.casebook");
        let casebook = Casebook::create(&path, "C", watch.clone()).unwrap();
        let mut writer = Self {
            folder,
            watch,
            casebook: Some(casebook),
            notes: [None, None],
            texts: 0,
        };
        writer.add_event("the-event");
        writer
    }

    fn casebook(&mut self) -> &mut Casebook {
        self.casebook.as_mut().unwrap()
    }

    fn add_event(&mut self, id: &str) {
        let event = NewEvent {
            id: id.to_owned(),
            date: "2014".to_owned(),
            title: "An event".to_owned(),
            kind: "order".to_owned(),
            lane: "Docket".to_owned(),
            public_from: None,
        };
        self.casebook().add_event(&event).unwrap();
    }

    /// Whether anything changed.
    fn act(&mut self, act: Act) -> bool {
        let before = self.casebook().summary().unwrap().revision;
        match act {
            Save(which) => {
                self.texts += 1;
                let text = format!("text {}", self.texts);
                self.save(which, &text);
            }
            SaveAgain(which) => {
                if let Some(text) = self.text(which) {
                    self.save(which, &text);
                }
            }
            Delete(which) => {
                if self.text(which).is_some() {
                    let note = self.notes[which].clone().unwrap();
                    self.casebook().delete_note(&note).unwrap();
                }
            }
            AddEvent => {
                self.texts += 1;
                self.add_event(&format!("event-{}", self.texts));
            }
            Undo => drop(self.casebook().undo().unwrap()),
            Redo => drop(self.casebook().redo().unwrap()),
            Wait(seconds) => {
                self.watch.0.fetch_add(seconds, Ordering::Relaxed);
            }
            Restart => {
                self.casebook = None;
                let path = self.folder.path().join("c.casebook");
                self.casebook = Some(Casebook::open(&path, self.watch.clone()).unwrap());
            }
        }
        self.casebook().summary().unwrap().revision > before
    }

    fn save(&mut self, which: usize, text: &str) {
        let note = self.text(which).and(self.notes[which].clone());
        // Undone as well: then there is nothing to write on.
        let Ok(event) = self.casebook().event_by_id("the-event") else {
            return;
        };
        let key = event.row.key;
        let saved = self.casebook().save_note(key, note.as_deref(), text);
        self.notes[which] = Some(saved.unwrap().id);
    }

    /// What a note says, if it is there.
    fn text(&mut self, which: usize) -> Option<String> {
        let id = self.notes[which].clone()?;
        let notes = self.casebook().notes(None).unwrap();
        let note = notes.into_iter().find(|note| note.id == id)?;
        Some(note.markdown)
    }

    /// The notes' texts after each undo, from now to the beginning.
    fn unwound(&mut self) -> Vec<[Option<String>; 2]> {
        let mut states = vec![[self.text(0), self.text(1)]];
        while self.casebook().undo().unwrap().done.is_some() {
            states.push([self.text(0), self.text(1)]);
        }
        states
    }
}

#[test]
fn a_stretch_of_writing_is_undone_and_redone_as_one_and_ends_with_anything_else() {
    // What is done, and the first note's text after each undo; the last undo takes the
    // event away, which was there first.
    let cases: [(&[Act], &[Option<u32>]); 11] = [
        (&[Save(0), Save(0), Save(0)], &[Some(3), None, None]),
        (
            &[Save(0), Wait(300), Save(0), Wait(300), Save(0)],
            &[Some(3), None, None],
        ),
        (
            &[Save(0), Wait(301), Save(0), Save(0)],
            &[Some(3), Some(1), None, None],
        ),
        (
            &[Save(0), Wait(-10), Save(0)],
            &[Some(2), Some(1), None, None],
        ),
        (
            &[Save(0), Save(0), Restart, Save(0), Save(0)],
            &[Some(4), Some(2), None, None],
        ),
        (
            &[Save(0), Save(0), AddEvent, Save(0)],
            &[Some(4), Some(2), Some(2), None, None],
        ),
        (
            &[Save(0), Save(1), Save(0), Save(0)],
            &[Some(4), Some(1), Some(1), None, None],
        ),
        (&[Save(0), SaveAgain(0), Save(0)], &[Some(2), None, None]),
        (
            &[Save(0), Save(0), Wait(400), Save(0), Save(0), Undo, Save(0)],
            &[Some(5), Some(2), None, None],
        ),
        (
            &[Save(0), Save(0), Undo, Redo, Save(0)],
            &[Some(3), Some(2), None, None],
        ),
        (
            &[Save(0), Save(0), Delete(0), Undo, Save(0)],
            &[Some(3), Some(2), None, None],
        ),
    ];
    for (acts, expected) in cases {
        let mut writer = Writer::new();
        for act in acts {
            writer.act(*act);
        }
        let after = writer.casebook().document().unwrap();
        let undone: Vec<Option<String>> = writer.unwound().into_iter().map(|[n, _]| n).collect();
        let expected: Vec<Option<String>> = expected
            .iter()
            .map(|text| text.map(|number| format!("text {number}")))
            .collect();
        assert_eq!(undone, expected, "{acts:?}");
        while writer.casebook().redo().unwrap().done.is_some() {}
        assert_eq!(writer.casebook().document().unwrap(), after, "{acts:?}");
        assert!(writer.casebook().check().unwrap().is_empty(), "{acts:?}");
    }
}

#[test]
fn every_save_is_a_new_revision_unless_it_changes_nothing() {
    let mut writer = Writer::new();
    for _ in 0..3 {
        assert!(writer.act(Save(0)), "views must draw the new text");
    }
    assert!(!writer.act(SaveAgain(0)));
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0..2_usize).prop_map(Save),
        1 => (0..2_usize).prop_map(SaveAgain),
        1 => (0..2_usize).prop_map(Delete),
        1 => Just(AddEvent),
        2 => Just(Undo),
        1 => Just(Redo),
        2 => (1_i64..600).prop_map(Wait),
        1 => Just(Restart),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_undoing_all_leads_to_the_beginning_and_redoing_all_back(
        acts in prop::collection::vec(acts(), 1..24)
    ) {
        let mut writer = Writer::new();
        for act in &acts {
            writer.act(*act);
        }
        let after = writer.casebook().document().unwrap();
        let undone = writer.unwound();
        prop_assert_eq!(undone.last().unwrap(), &[None, None]);
        prop_assert_eq!(writer.casebook().summary().unwrap().counts.events, 0);
        for _ in 1..undone.len() {
            prop_assert!(writer.casebook().redo().unwrap().done.is_some());
        }
        prop_assert_eq!(writer.casebook().document().unwrap(), after);
        prop_assert!(writer.casebook().check().unwrap().is_empty());
    }
}

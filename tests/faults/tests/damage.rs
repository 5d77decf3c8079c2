//! Damaged casebooks and damaged files to import: no panic, no hang, no write to what is
//! only read.

use docketline_casebook::view::{ExportFormat, ExportOptions, Filter, HistoryQuery};
use docketline_casebook::{Casebook, Hand, Overwrite, SystemClock, recover};
use docketline_faults::{Dice, base, edit, events, is_full, rounds};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

fn hand() -> Hand {
    Hand::from(Arc::new(SystemClock))
}

/// How many rounds, in how much time.
fn extent() -> (usize, Duration) {
    if is_full() {
        (10_000, Duration::from_secs(3_600))
    } else {
        (60, Duration::from_secs(20))
    }
}

/// Changes bytes, swaps or cuts pieces.
fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(8) {
        let at = dice.roll(bytes.len());
        match dice.roll(6) {
            0 if dice.roll(4) == 0 => bytes.truncate(at),
            1 => {
                let end = (at + dice.roll(4_096)).min(bytes.len());
                let filling = dice.roll(256) as u8;
                bytes[at..end].fill(filling);
            }
            2 => {
                let from = dice.roll(bytes.len());
                let length = dice.roll(4_096).min(bytes.len() - at.max(from));
                bytes.copy_within(from..from + length, at);
            }
            // The beginning says how the rest is to be read.
            3 => {
                let early = dice.roll(bytes.len().min(200));
                if let Some(byte) = bytes.get_mut(early) {
                    *byte = dice.roll(256) as u8;
                }
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.roll(8);
                }
            }
        }
    }
}

/// Everything that reads; what it answers does not matter.
fn read_all(path: &Path) {
    let Ok(casebook) = Casebook::open_read_only(path, hand()) else {
        return;
    };
    let _ = casebook.summary();
    let _ = casebook.document();
    let _ = casebook.check();
    let _ = casebook.all_events(&Filter::default());
    let _ = casebook.history(&HistoryQuery::default(), 100);
}

#[test]
fn mutated_casebooks_are_read_refused_or_recovered_and_never_written() {
    let folder = tempfile::tempdir().unwrap();
    let whole = std::fs::read(base(folder.path()).unwrap()).unwrap();
    let (count, time) = extent();
    let all = rounds("Mutated casebooks", 0..count, time, |folder, round| {
        let (path, out) = (folder.join("m.casebook"), folder.join("out"));
        let mut bytes = whole.clone();
        mutate(&mut bytes, &mut Dice::new(round as u64 + 1));
        std::fs::write(&path, &bytes).unwrap();
        read_all(&path);
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "round {round}: written"
        );
        // What opens for writing may be written; a refused edit is a fine answer.
        if let Ok(mut casebook) = Casebook::open(&path, hand())
            && let Ok(ids) = events(&casebook)
            && ids.len() > 2
        {
            for number in 0..3 {
                let _ = edit(&mut casebook, &ids, number);
            }
            let _ = casebook.undo();
        }
        std::fs::write(&path, &bytes).unwrap();
        let _ = std::fs::remove_file(&out);
        if recover(&path, &out, &hand()).is_ok() {
            let saved = Casebook::open(&out, hand()).unwrap();
            saved.document().unwrap();
        }
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "round {round}: touched"
        );
    });
    let (slowest, round) = all.slowest;
    eprintln!(
        "Mutated casebooks: {} survived, the slowest (round {round}) took {slowest:.1?}",
        all.done - all.failed.len()
    );
    assert_eq!(all.failed, [0; 0]);
    assert!(slowest < Duration::from_secs(60));
}

#[test]
fn mutated_imports_are_read_or_refused_and_a_preview_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = base(folder.path()).unwrap();
    let casebook = Casebook::open(&path, hand()).unwrap();
    let files =
        [(ExportFormat::Json, "e.json"), (ExportFormat::Csv, "e.csv")].map(|(format, name)| {
            let path = folder.path().join(name);
            casebook
                .export(format, &ExportOptions::default(), &path, Overwrite::Refuse)
                .unwrap();
            (std::fs::read(&path).unwrap(), name)
        });
    let before = casebook.document().unwrap();
    let (count, time) = extent();
    let casebook = Mutex::new(casebook);
    let all = rounds("Mutated imports", 0..count, time, |folder, round| {
        let (whole, name) = &files[round % 2];
        let path = folder.join(name);
        let mut bytes = whole.clone();
        mutate(&mut bytes, &mut Dice::new(round as u64 + 1));
        std::fs::write(&path, &bytes).unwrap();
        // A panic in another round leaves it as any refusal does.
        let mut casebook = casebook.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = casebook.preview_import(&path, None);
        drop(casebook);
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "round {round}: written"
        );
    });
    eprintln!("Mutated imports: {} survived", all.done - all.failed.len());
    assert_eq!(all.failed, [0; 0]);
    let after = casebook.into_inner().unwrap().document().unwrap();
    assert!(after == before);
}

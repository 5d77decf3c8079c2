//! Damaged casebooks and damaged files to import: no panic, no hang, no write to what is
//! only read.

use docketline_casebook::view::{ExportFormat, ExportOptions, Filter, HistoryQuery};
use docketline_casebook::{Casebook, Hand, Overwrite, SystemClock, recover};
use docketline_faults::{Dice, base, edit, events, is_full};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn hand() -> Hand {
    Hand::from(Arc::new(SystemClock))
}

fn rounds() -> (usize, Duration) {
    if is_full() {
        (10_000, Duration::from_secs(1_200))
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
    let (path, out) = (folder.path().join("m.casebook"), folder.path().join("out"));
    let (rounds, time) = rounds();
    let start = Instant::now();
    let mut slowest = Duration::ZERO;
    let mut tried = 0;
    for round in 0..rounds {
        if start.elapsed() > time {
            break;
        }
        let mut bytes = whole.clone();
        mutate(&mut bytes, &mut Dice::new(round as u64 + 1));
        std::fs::write(&path, &bytes).unwrap();
        let began = Instant::now();
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
        slowest = slowest.max(began.elapsed());
        tried += 1;
    }
    eprintln!("Mutated casebooks: {tried} survived, the slowest took {slowest:.1?}");
    assert!(slowest < Duration::from_secs(60));
}

#[test]
fn mutated_imports_are_read_or_refused_and_a_preview_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = Casebook::open(&base(folder.path()).unwrap(), hand()).unwrap();
    let files =
        [(ExportFormat::Json, "e.json"), (ExportFormat::Csv, "e.csv")].map(|(format, name)| {
            let path = folder.path().join(name);
            casebook
                .export(format, &ExportOptions::default(), &path, Overwrite::Refuse)
                .unwrap();
            (std::fs::read(&path).unwrap(), path)
        });
    let before = casebook.document().unwrap();
    let (rounds, time) = rounds();
    let start = Instant::now();
    let mut tried = 0;
    for round in 0..rounds {
        if start.elapsed() > time {
            break;
        }
        let (whole, path) = &files[round % 2];
        let mut bytes = whole.clone();
        mutate(&mut bytes, &mut Dice::new(round as u64 + 1));
        std::fs::write(path, &bytes).unwrap();
        let _ = casebook.preview_import(path, None);
        assert!(
            std::fs::read(path).unwrap() == bytes,
            "round {round}: written"
        );
        tried += 1;
    }
    assert!(casebook.document().unwrap() == before);
    eprintln!("Mutated imports: {tried} survived");
}

//! Undo and redo of everything, over restarts.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::HistoryQuery;
use docketline_casebook::{Assignment, Casebook, NewEvent, NewRelation, SystemClock};
use docketline_faults::{Dice, base, events, is_full};
use std::path::Path;
use std::sync::Arc;

fn open(path: &Path) -> Casebook {
    Casebook::open(path, Arc::new(SystemClock)).unwrap()
}

/// One edit of any kind; some are refused, which is no edit.
fn random_edit(casebook: &mut Casebook, folder: &Path, dice: &mut Dice, number: usize) {
    let ids = events(casebook).unwrap();
    let some = |dice: &mut Dice| ids[dice.roll(ids.len())].clone();
    match dice.roll(13) {
        8 => {
            let notes = casebook.document().unwrap().notes;
            if let Some(note) = notes.get(dice.roll(notes.len())) {
                let id = note.id.as_str();
                if dice.roll(2) == 0 {
                    casebook.delete_note(id).unwrap();
                } else {
                    let event = casebook.event_by_id(note.event.as_str()).unwrap().row.key;
                    let text = format!("Rewritten {number}");
                    casebook.save_note(event, Some(id), &text).unwrap();
                }
            }
        }
        9 => {
            let findings = casebook.findings().unwrap();
            if let Some(finding) = findings.get(dice.roll(findings.len())) {
                match finding.accepted {
                    Some(_) => casebook.withdraw_acceptance(&finding.id).unwrap(),
                    None => casebook
                        .accept_finding(&finding.id, &format!("Reason {number}"), None)
                        .unwrap(),
                };
            }
        }
        10 => {
            let rows = folder.join("rows.csv");
            let year = 1900 + dice.roll(120);
            let csv = format!(
                "date,title\n{year},Row {number}\n2014,Row {}\n",
                dice.roll(9)
            );
            std::fs::write(&rows, csv).unwrap();
            casebook.import(&rows, None).unwrap();
        }
        11 => {
            let query = HistoryQuery::default();
            let entries = casebook.history(&query, 12).unwrap().entries;
            let entry = entries[dice.roll(entries.len())].id;
            casebook.go_back(entry).unwrap();
        }
        12 => {
            let _ = casebook.undo().unwrap();
            if dice.roll(2) == 0 {
                let _ = casebook.redo().unwrap();
            }
        }
        0 => {
            let _ = casebook.add_event(&NewEvent {
                id: format!("new-{number}"),
                date: format!("{}", 1900 + dice.roll(120)),
                title: format!("New {number}"),
                kind: "letter".to_owned(),
                lane: format!("Lane {}", dice.roll(9)),
                public_from: None,
            });
        }
        1 if ids.len() > 20 => {
            let _ = casebook.delete_event(&some(dice));
        }
        2 => {
            let _ = casebook.relate(&NewRelation {
                from: some(dice),
                relation: "cites".to_owned(),
                to: some(dice),
                effective: None,
                part: None,
            });
        }
        3 => {
            let relations = casebook.document().unwrap().relations;
            if !relations.is_empty() {
                let relation = &relations[dice.roll(relations.len())];
                casebook.unrelate(relation.id.as_str()).unwrap();
            }
        }
        4 | 5 => {
            let _ = casebook.add_note(&some(dice), &format!("Note *{number}*"));
        }
        _ => {
            let field = ["title", "summary", "date", "court", "id"][dice.roll(5)];
            let value = match field {
                "date" => format!("{}", 1900 + dice.roll(120)),
                _ => format!("{field} {}", dice.roll(30)),
            };
            let assignment = Assignment {
                field: field.to_owned(),
                value,
            };
            let _ = casebook.edit_event(&some(dice), &[assignment]);
        }
    }
}

#[test]
fn undo_leads_back_to_the_first_state_and_redo_to_the_last() {
    let edits = if is_full() { 1_000 } else { 80 };
    let folder = tempfile::tempdir().unwrap();
    let path = base(folder.path()).unwrap();
    let mut casebook = open(&path);
    let first = casebook.document().unwrap();
    let mut dice = Dice::new(7);
    for number in 0..edits {
        if dice.roll(20) == 0 {
            drop(casebook);
            casebook = open(&path);
        }
        random_edit(&mut casebook, folder.path(), &mut dice, number);
    }
    // What the last of them took back comes again below.
    while casebook.redo().unwrap().done.is_some() {}
    let last = casebook.document().unwrap();
    let mut undone = 0;
    while casebook.undo().unwrap().done.is_some() {
        undone += 1;
        if dice.roll(50) == 0 {
            drop(casebook);
            casebook = open(&path);
        }
    }
    assert!(casebook.document().unwrap() == first, "not the first state");
    assert_eq!(casebook.check().unwrap(), []);
    let mut redone = 0;
    while casebook.redo().unwrap().done.is_some() {
        redone += 1;
        if dice.roll(50) == 0 {
            drop(casebook);
            casebook = open(&path);
        }
    }
    assert_eq!(redone, undone);
    assert!(casebook.document().unwrap() == last, "not the last state");
    assert_eq!(casebook.check().unwrap(), []);
    eprintln!("Undone and redone: {undone} edits");
}

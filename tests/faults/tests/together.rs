//! Processes that write one casebook in turns, and one that reads along.

use docketline_casebook::{Casebook, SystemClock};
use docketline_faults::{base, is_full};
use std::process::Command;
use std::sync::Arc;

#[test]
fn two_processes_edit_one_casebook_and_a_third_reads_along_and_nothing_is_lost() {
    let seconds = if is_full() { 60 } else { 3 };
    let folder = tempfile::tempdir().unwrap();
    let path = base(folder.path()).unwrap();
    let acknowledged = folder.path().join("acknowledged");
    std::fs::create_dir(&acknowledged).unwrap();
    let writers = ["ada", "ben"].map(|name| {
        Command::new(env!("CARGO_BIN_EXE_docketline-faults-session"))
            .args([&path, &acknowledged])
            .args(["together", name, &seconds.to_string()])
            .spawn()
            .unwrap()
    });
    // Whoever reads never blocks who writes, and sees only whole edits.
    let mut reader = Casebook::open_read_only(&path, Arc::new(SystemClock)).unwrap();
    let (mut seen, mut looks) = (90, 0);
    let mut writers = writers.map(Some);
    while writers.iter().any(Option::is_some) {
        reader.follow().unwrap();
        let events = reader.summary().unwrap().counts.events;
        assert!(events >= seen, "an edit that was seen is gone");
        (seen, looks) = (events, looks + 1);
        for writer in &mut writers {
            if let Some(status) = writer.as_mut().and_then(|child| child.try_wait().unwrap()) {
                assert!(status.success(), "a writer was refused");
                *writer = None;
            }
        }
    }
    drop(reader);
    let names: Vec<String> = std::fs::read_dir(&acknowledged)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let casebook = Casebook::open(&path, Arc::new(SystemClock)).unwrap();
    for name in &names {
        casebook.event_by_id(name).unwrap();
    }
    assert_eq!(
        casebook.summary().unwrap().counts.events,
        90 + names.len() as i64
    );
    assert_eq!(casebook.check().unwrap(), []);
    for who in ["ada", "ben"] {
        let theirs = names.iter().filter(|name| name.starts_with(who)).count();
        assert!(theirs > 0, "{who} never came to write");
    }
    eprintln!(
        "Two processes for {seconds} s: {} edits, none lost; a third looked {looks} times",
        names.len()
    );
}

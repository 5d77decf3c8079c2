//! A session of edits, killed and refused by the drive at every single point.
//!
//! Needs strace; where there is none, the tests say so and are counted as nothing.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::print_stderr, reason = "how much was survived is the result")]

use docketline_casebook::{Casebook, SystemClock};
use docketline_faults::{EDITS, base, complaints, events, is_full};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// Every way to change a file or to make a change last.
const WRITES: &str = "write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate";

fn has_strace() -> bool {
    Command::new("strace")
        .arg("-V")
        .output()
        .is_ok_and(|out| out.status.success())
}

struct Bench {
    _folder: tempfile::TempDir,
    folder: PathBuf,
    base: PathBuf,
    ids: Vec<String>,
}

impl Bench {
    fn new() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path().to_owned();
        let base = base(&folder).unwrap();
        let casebook = Casebook::open_read_only(&base, Arc::new(SystemClock)).unwrap();
        let ids = events(&casebook).unwrap();
        Self {
            _folder: temporary,
            folder,
            base,
            ids,
        }
    }

    /// Runs the session in `place` under strace with these options; with `more`, another
    /// one. Answers what strace wrote and which edits were acknowledged.
    fn session(&self, place: &Path, options: &[&str], more: &[&OsStr]) -> (String, Vec<usize>) {
        let (casebook, log) = (place.join("c.casebook"), self.folder.join("strace"));
        let acknowledged = self.folder.join("acknowledged");
        let _ = std::fs::remove_dir_all(&acknowledged);
        std::fs::create_dir(&acknowledged).unwrap();
        for name in [
            "c.casebook",
            "c.casebook-wal",
            "c.casebook-shm",
            "c.casebook-lock",
        ] {
            let _ = std::fs::remove_file(place.join(name));
        }
        std::fs::copy(&self.base, &casebook).unwrap();
        Command::new("strace")
            .args(["-f", "-qq", "-o"])
            .arg(&log)
            .args(["-e", &format!("trace={WRITES}")])
            .args(options)
            .arg(env!("CARGO_BIN_EXE_docketline-faults-session"))
            .args([&casebook, &acknowledged])
            .args(more)
            .status()
            .unwrap();
        let numbers = std::fs::read_dir(&acknowledged).unwrap();
        let mut numbers: Vec<usize> = numbers
            .map(|entry| {
                entry
                    .unwrap()
                    .file_name()
                    .to_string_lossy()
                    .parse()
                    .unwrap()
            })
            .collect();
        numbers.sort_unstable();
        (std::fs::read_to_string(log).unwrap(), numbers)
    }

    /// Disturbs the session at each of its writes in turn (at some of them in the short
    /// form) and looks at the casebook afterwards.
    fn disturb(&self, what: &str, fault: &str) {
        let (log, all) = self.session(&self.folder, &[], &[]);
        assert_eq!(all.len(), EDITS, "undisturbed, every edit is acknowledged");
        let points = log.lines().count();
        let step = if is_full() { 1 } else { points / 12 };
        let mut survived = 0;
        let mut lost = Vec::new();
        for point in (1..=points).step_by(step.max(1)) {
            let inject = format!("inject={WRITES}:{fault}:when={point}");
            let (_, acknowledged) = self.session(&self.folder, &["-e", &inject], &[]);
            let found = complaints(&self.folder.join("c.casebook"), &self.ids, &acknowledged);
            if found.is_empty() {
                survived += 1;
            } else {
                lost.push(format!("{what} at {point}: {}", found.join("; ")));
            }
        }
        eprintln!("{what}: {survived} faults survived, of {points} points");
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }
}

fn disturb(what: &str, fault: &str) {
    if has_strace() {
        Bench::new().disturb(what, fault);
    } else {
        eprintln!("{what}: skipped, there is no strace");
    }
}

#[test]
fn killed_at_any_write_or_fsync_no_acknowledged_edit_is_lost() {
    disturb("Killed", "signal=KILL");
}

#[test]
fn a_drive_that_is_full_at_any_write_costs_no_acknowledged_edit() {
    disturb("No space left", "error=ENOSPC");
}

#[test]
fn a_drive_that_fails_at_any_write_costs_no_acknowledged_edit() {
    disturb("Input/output error", "error=EIO");
}

/// A power cut between the batches in which an import reaches the drive.
#[test]
fn an_import_that_is_cut_off_at_any_write_is_there_whole_or_not_at_all() {
    const ROWS: i64 = 4_000;
    if !has_strace() {
        eprintln!("An import cut off: skipped, there is no strace");
        return;
    }
    let bench = Bench::new();
    let rows = bench.folder.join("rows.csv");
    let mut csv = "date,title,summary\n".to_owned();
    for row in 0..ROWS {
        csv += &format!(
            "2016-07-14,Letter {row},{}\n",
            "Said at length. ".repeat(20)
        );
    }
    std::fs::write(&rows, csv).unwrap();
    let import = [OsStr::new("import"), rows.as_os_str()];
    let (log, all) = bench.session(&bench.folder, &[], &import);
    assert_eq!(all, [0], "undisturbed, it is acknowledged");
    let points = log.lines().count();
    let step = if is_full() { points / 400 } else { points / 8 };
    let (mut whole, mut none) = (0, 0);
    for point in (1..=points).step_by(step.max(1)) {
        let inject = format!("inject={WRITES}:signal=KILL:when={point}");
        let (_, acknowledged) = bench.session(&bench.folder, &["-e", &inject], &import);
        let path = bench.folder.join("c.casebook");
        let casebook = Casebook::open(&path, Arc::new(SystemClock)).unwrap();
        assert_eq!(casebook.check().unwrap(), [], "killed at {point}");
        match casebook.summary().unwrap().counts.events {
            90 if acknowledged.is_empty() => none += 1,
            events if events == 90 + ROWS => whole += 1,
            events => panic!("killed at {point}: {events} events, acknowledged {acknowledged:?}"),
        }
    }
    eprintln!("An import cut off: {none} times nothing of it is there, {whole} times all of it");
}

/// A small file system of its own, until it is dropped.
struct SmallDrive(PathBuf);

impl SmallDrive {
    fn mount(at: PathBuf) -> Option<Self> {
        std::fs::create_dir(&at).ok()?;
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
            .arg(&at)
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self(at))
    }
}

impl Drop for SmallDrive {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_real_drive_that_fills_up_costs_no_acknowledged_edit() {
    let bench = Bench::new();
    let Some(drive) = SmallDrive::mount(bench.folder.join("drive")) else {
        eprintln!("A full file system of 4 MB: skipped, mounting one needs root");
        return;
    };
    let path = drive.0.join("c.casebook");
    std::fs::copy(&bench.base, &path).unwrap();
    let mut casebook = Casebook::open(&path, Arc::new(SystemClock)).unwrap();
    let text = "So long a note that a few hundred fill the drive. ".repeat(400);
    let mut kept = 0;
    let refused = loop {
        match casebook.add_note(&bench.ids[0], &format!("{kept} {text}")) {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 1_000, "four megabytes hold no thousand such notes");
    };
    eprintln!("A full file system of 4 MB: {kept} notes acknowledged, then {refused}");
    assert!(refused.hint().is_some());
    // It can still be read, and goes on once there is space.
    assert_eq!(casebook.summary().unwrap().counts.notes, kept);
    drop(casebook);
    let found = complaints(&path, &bench.ids, &[]);
    assert!(found.is_empty(), "{found:?}");
    let casebook = Casebook::open_read_only(&path, Arc::new(SystemClock)).unwrap();
    assert_eq!(casebook.summary().unwrap().counts.notes, kept);
}

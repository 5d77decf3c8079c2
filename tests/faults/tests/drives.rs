//! A session of edits, killed and refused by the drive at every single point.
//!
//! Needs strace; where there is none, the tests say so and are counted as nothing.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(clippy::print_stderr, reason = "how much was survived is the result")]

use docketline_casebook::{Casebook, SystemClock};
use docketline_faults::{EDITS, MARK, WRITES, base, complaints, events, is_full, rounds};
use std::ffi::OsStr;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;

fn has_strace() -> bool {
    Command::new("strace")
        .arg("-V")
        .output()
        .is_ok_and(|out| out.status.success())
}

/// One call of a session. strace counts each kind of call for itself.
#[derive(Debug, PartialEq, Eq)]
struct Point {
    step: usize,
    call: &'static str,
    /// Of this kind and in this step, from 1.
    number: usize,
}

#[derive(Debug, Clone, Copy)]
enum Fault {
    /// Before the call is made.
    Kill,
    /// The call does nothing and fails so.
    Refusal(&'static str),
}

#[derive(Debug, Clone, Copy)]
enum Script<'s> {
    Edits,
    Import(&'s Path),
}

/// What became of a session.
struct Session {
    log: String,
    was_killed: bool,
    acknowledged: Vec<usize>,
}

struct Bench {
    folder: TempDir,
    base: PathBuf,
    ids: Vec<String>,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let base = base(folder.path()).unwrap();
        let casebook = Casebook::open_read_only(&base, Arc::new(SystemClock)).unwrap();
        let ids = events(&casebook).unwrap();
        Self { folder, base, ids }
    }

    /// Runs a session in `place`, with strace for one step or all.
    fn session(
        &self,
        place: &Path,
        script: Script<'_>,
        step: Option<usize>,
        option: Option<String>,
    ) -> Session {
        let [casebook, log, acknowledged] =
            ["c.casebook", "strace", "acknowledged"].map(|name| place.join(name));
        let _ = std::fs::remove_dir_all(&acknowledged);
        std::fs::create_dir(&acknowledged).unwrap();
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                std::fs::remove_file(path).unwrap();
            }
        }
        std::fs::copy(&self.base, &casebook).unwrap();
        let mut session = Command::new(env!("CARGO_BIN_EXE_docketline-faults-session"));
        session.args([&casebook, &acknowledged]);
        match script {
            Script::Edits => {
                let step = step.map_or("all".to_owned(), |step| step.to_string());
                session.args(["edits", &step])
            }
            Script::Import(file) => session.arg("import").arg(file),
        };
        let status = session.arg(&log).args(option).status().unwrap();
        let number = |name: &OsStr| name.to_string_lossy().parse().unwrap();
        let acknowledged = std::fs::read_dir(acknowledged).unwrap();
        Session {
            log: std::fs::read_to_string(log).unwrap(),
            was_killed: status.signal().is_some(),
            acknowledged: acknowledged
                .map(|entry| number(&entry.unwrap().file_name()))
                .collect(),
        }
    }

    /// Every write of an undisturbed session; in the short form about so many of them, and
    /// the first of each kind.
    fn points(&self, script: Script<'_>, short: usize) -> Vec<Point> {
        let place = tempfile::tempdir().unwrap();
        let session = self.session(place.path(), script, None, None);
        let edits = match script {
            Script::Edits => EDITS,
            Script::Import(_) => 1,
        };
        assert_eq!(session.acknowledged.len(), edits, "undisturbed");
        let mut points: Vec<Point> = Vec::new();
        let (mut step, mut counts) = (0, [0; WRITES.len()]);
        for line in session.log.lines() {
            let call = line.split('(').next().unwrap();
            if let Some(at) = WRITES.iter().position(|name| *name == call) {
                counts[at] += 1;
                points.push(Point {
                    step,
                    call: WRITES[at],
                    number: counts[at],
                });
            } else if call == MARK && !points.is_empty() {
                (step, counts) = (step + 1, [0; WRITES.len()]);
            }
        }
        if !is_full() {
            let step = points.len() / short;
            let mut kinds = Vec::new();
            let mut at = 0;
            points.retain(|point| {
                at += 1;
                let is_first = !kinds.contains(&point.call);
                kinds.push(point.call);
                is_first || at % step == 0
            });
        }
        points
    }

    /// Runs a session with a fault at this point, which must have come. Answers what was
    /// acknowledged.
    fn disturbed(
        &self,
        place: &Path,
        script: Script<'_>,
        point: &Point,
        fault: Fault,
    ) -> Vec<usize> {
        let Point { step, call, number } = point;
        let fault_of = match fault {
            Fault::Kill => "signal=KILL".to_owned(),
            Fault::Refusal(error) => format!("error={error}"),
        };
        let option = format!("--inject={call}:{fault_of}:when={number}");
        let session = self.session(place, script, Some(*step), Some(option));
        let came = match fault {
            Fault::Kill => session.was_killed,
            Fault::Refusal(_) => session.log.contains("(INJECTED)"),
        };
        assert!(came, "no fault came at {point:?}");
        session.acknowledged
    }

    /// Disturbs the session at each of its writes in turn and looks at the casebook
    /// afterwards.
    fn disturb(&self, what: &str, fault: Fault) {
        let points = self.points(Script::Edits, 12);
        let all = rounds(what, 0..points.len(), Duration::MAX, |place, at| {
            let point = &points[at];
            let acknowledged = self.disturbed(place, Script::Edits, point, fault);
            let found = complaints(&place.join("c.casebook"), &self.ids, &acknowledged);
            assert!(found.is_empty(), "{what} at {point:?}: {found:?}");
        });
        let survived = all.done - all.failed.len();
        let fsyncs = points.iter().filter(|point| point.call.contains("sync"));
        eprintln!(
            "{what}: {survived} faults survived, of {} points ({} of them an fsync)",
            points.len(),
            fsyncs.count()
        );
        assert_eq!(survived, points.len());
    }
}

fn disturb(what: &str, fault: Fault) {
    if has_strace() {
        Bench::new().disturb(what, fault);
    } else {
        eprintln!("{what}: skipped, there is no strace");
    }
}

#[test]
fn killed_at_any_write_or_fsync_no_acknowledged_edit_is_lost() {
    disturb("Killed", Fault::Kill);
}

#[test]
fn a_drive_that_is_full_at_any_write_costs_no_acknowledged_edit() {
    disturb("No space left", Fault::Refusal("ENOSPC"));
}

#[test]
fn a_drive_that_fails_at_any_write_costs_no_acknowledged_edit() {
    disturb("Input/output error", Fault::Refusal("EIO"));
}

/// A power cut between the batches in which an import reaches the drive.
#[test]
fn an_import_that_is_cut_off_at_any_write_is_there_whole_or_not_at_all() {
    const ROWS: i64 = 1_000;
    if !has_strace() {
        eprintln!("An import cut off: skipped, there is no strace");
        return;
    }
    let bench = Bench::new();
    let rows = bench.folder.path().join("rows.csv");
    let mut csv = "date,title,summary\n".to_owned();
    for row in 0..ROWS {
        csv += &format!(
            "2016-07-14,Letter {row},{}\n",
            "Said at length. ".repeat(20)
        );
    }
    std::fs::write(&rows, csv).unwrap();
    let import = Script::Import(&rows);
    let points = bench.points(import, 8);
    let whole = AtomicUsize::new(0);
    let what = "An import cut off";
    let all = rounds(what, 0..points.len(), Duration::MAX, |place, at| {
        let point = &points[at];
        let acknowledged = bench.disturbed(place, import, point, Fault::Kill);
        let path = place.join("c.casebook");
        let casebook = Casebook::open(&path, Arc::new(SystemClock)).unwrap();
        assert_eq!(casebook.check().unwrap(), [], "killed at {point:?}");
        match casebook.summary().unwrap().counts.events {
            90 if acknowledged.is_empty() => {}
            events if events == 90 + ROWS => {
                whole.fetch_add(1, Ordering::Relaxed);
            }
            events => panic!("killed at {point:?}: {events} events, said {acknowledged:?}"),
        }
    });
    assert_eq!(all.failed, [0; 0]);
    let whole = whole.into_inner();
    let none = all.done - whole;
    eprintln!("{what}: {none} times nothing of it is there, {whole} times all of it");
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
    let Some(drive) = SmallDrive::mount(bench.folder.path().join("drive")) else {
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

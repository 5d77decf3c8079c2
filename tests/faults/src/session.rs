//! What is disturbed: a program of its own, so that it can be killed. It leaves an empty
//! file in the folder ACKNOWLEDGED for each edit that was acknowledged.
//!
//! - `CASEBOOK ACKNOWLEDGED edits STEP LOG [OPTION…]` opens a casebook and makes the edits of
//!   the session, with pauses. A refused edit is passed over, as a reader would who tries the
//!   next. strace watches this step, or `all`, and writes what it sees to LOG.
//! - `CASEBOOK ACKNOWLEDGED import FILE LOG [OPTION…]` imports a file, watched all the time.
//! - `CASEBOOK ACKNOWLEDGED together NAME SECONDS` adds events for so long, and lets others
//!   write in between.

use docketline_casebook::{Casebook, NewEvent, Result, SystemClock};
use docketline_faults::{EDITS, Watch, edit, events};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let [path, acknowledged, kind, of, rest @ ..] = &arguments[..] else {
        return ExitCode::from(2);
    };
    let path = Path::new(path);
    let acknowledge = |name: &str| {
        let _ = std::fs::File::create(Path::new(acknowledged).join(name));
    };
    let number = |text: &OsStr| text.to_str()?.parse::<u64>().ok();
    let done = match (kind.to_str(), rest) {
        (Some("edits"), [log, options @ ..]) => {
            let step = number(of).map(|step| step as usize);
            let watch = Watch::new(step, PathBuf::from(log), options.to_vec());
            Some(session(path, watch, &acknowledge))
        }
        (Some("import"), [log, options @ ..]) => {
            let watch = Watch::new(None, PathBuf::from(log), options.to_vec());
            Some(import(path, watch, Path::new(of), &acknowledge))
        }
        (Some("together"), [seconds]) => of.to_str().zip(number(seconds)).map(|(name, time)| {
            let time = Duration::from_secs(time);
            together(path, name, time, &acknowledge).map_err(Into::into)
        }),
        _ => None,
    };
    match done {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(_)) => ExitCode::FAILURE,
        None => ExitCode::from(2),
    }
}

type Done = std::result::Result<(), Box<dyn std::error::Error>>;

fn session(path: &Path, mut watch: Watch, acknowledge: &dyn Fn(&str)) -> Done {
    watch.begin(0)?;
    let mut casebook = Casebook::open(path, Arc::new(SystemClock))?;
    let ids = events(&casebook)?;
    for number in 0..EDITS {
        watch.begin(1 + number)?;
        if edit(&mut casebook, &ids, number).is_ok() {
            acknowledge(&number.to_string());
        }
        // Now and then a pause, in which a window does what edits left to do.
        if number % 5 == 4 {
            let _ = casebook.tidy();
        }
    }
    watch.begin(1 + EDITS)?;
    drop(casebook);
    Ok(())
}

fn import(path: &Path, mut watch: Watch, file: &Path, acknowledge: &dyn Fn(&str)) -> Done {
    watch.begin(0)?;
    let mut casebook = Casebook::open(path, Arc::new(SystemClock))?;
    casebook.import(file, None)?;
    acknowledge("0");
    drop(casebook);
    Ok(())
}

/// As long as another process may keep a casebook before somebody is told.
const PATIENCE: Duration = Duration::from_secs(10);
/// Less than any program needs to start.
const GAP: Duration = Duration::from_millis(5);

fn together(path: &Path, name: &str, time: Duration, acknowledge: &dyn Fn(&str)) -> Result<()> {
    let start = Instant::now();
    for number in 0_u32.. {
        if start.elapsed() > time {
            break;
        }
        let id = format!("{name}-{number}");
        let mut casebook = Casebook::open_to_write(path, Arc::new(SystemClock), PATIENCE)?;
        casebook.add_event(&NewEvent {
            id: id.clone(),
            date: "2016-07-14".to_owned(),
            title: format!("Added by {name}"),
            kind: "letter".to_owned(),
            lane: name.to_owned(),
            public_from: None,
        })?;
        acknowledge(&id);
        drop(casebook);
        // Whoever waits looks every so often, and would find it taken each time by a program
        // that takes it again in the same moment.
        std::thread::sleep(GAP);
    }
    Ok(())
}

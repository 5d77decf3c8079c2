//! What is disturbed: a program of its own, so that it can be killed. It leaves an empty
//! file in the folder ACKNOWLEDGED for each edit that was acknowledged.
//!
//! - `CASEBOOK ACKNOWLEDGED` opens a casebook and makes the edits of the session, with pauses.
//!   A refused edit is passed over, as a reader would who tries the next.
//! - `CASEBOOK ACKNOWLEDGED import FILE` imports a file.
//! - `CASEBOOK ACKNOWLEDGED together NAME SECONDS` adds events for so long, and lets others
//!   write in between.

use docketline_casebook::{Casebook, NewEvent, SystemClock};
use docketline_faults::{EDITS, edit, events};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), Some(acknowledged)) = (arguments.next(), arguments.next()) else {
        return ExitCode::from(2);
    };
    let (path, acknowledged) = (PathBuf::from(path), PathBuf::from(acknowledged));
    let acknowledge = |name: &str| {
        let _ = std::fs::File::create(acknowledged.join(name));
    };
    let rest: Vec<OsString> = arguments.collect();
    let rest: Vec<&str> = rest.iter().filter_map(|text| text.to_str()).collect();
    let done = match rest[..] {
        [] => session(&path, &acknowledge),
        ["import", file] => import(&path, Path::new(file), &acknowledge),
        ["together", name, seconds] => match seconds.parse() {
            Ok(seconds) => together(&path, name, Duration::from_secs(seconds), &acknowledge),
            Err(_) => return ExitCode::from(2),
        },
        _ => return ExitCode::from(2),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn session(path: &Path, acknowledge: &dyn Fn(&str)) -> docketline_casebook::Result<()> {
    let mut casebook = Casebook::open(path, Arc::new(SystemClock))?;
    let ids = events(&casebook)?;
    for number in 0..EDITS {
        if edit(&mut casebook, &ids, number).is_ok() {
            acknowledge(&number.to_string());
        }
        // Now and then a pause, in which a window does what edits left to do.
        if number % 5 == 4 {
            let _ = casebook.tidy();
        }
    }
    Ok(())
}

fn import(path: &Path, file: &Path, acknowledge: &dyn Fn(&str)) -> docketline_casebook::Result<()> {
    let mut casebook = Casebook::open(path, Arc::new(SystemClock))?;
    casebook.import(file, None)?;
    acknowledge("0");
    Ok(())
}

/// As long as another process may keep a casebook before somebody is told.
const PATIENCE: Duration = Duration::from_secs(10);

fn together(
    path: &Path,
    name: &str,
    time: Duration,
    acknowledge: &dyn Fn(&str),
) -> docketline_casebook::Result<()> {
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
    }
    Ok(())
}

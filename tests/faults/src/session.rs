//! `docketline-faults-session CASEBOOK ACKNOWLEDGED`: opens a casebook, makes the edits of
//! the session, and leaves an empty file in the folder ACKNOWLEDGED for each that was
//! acknowledged. A refused edit is passed over, as a reader would who tries the next.

use docketline_casebook::{Casebook, SystemClock};
use docketline_faults::{EDITS, edit, events};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(path), Some(acknowledged)) = (arguments.next(), arguments.next()) else {
        return ExitCode::from(2);
    };
    let Ok(mut casebook) = Casebook::open(&path, Arc::new(SystemClock)) else {
        return ExitCode::FAILURE;
    };
    let Ok(ids) = events(&casebook) else {
        return ExitCode::FAILURE;
    };
    for number in 0..EDITS {
        if edit(&mut casebook, &ids, number).is_ok() {
            let _ = std::fs::File::create(acknowledged.join(number.to_string()));
        }
    }
    ExitCode::SUCCESS
}

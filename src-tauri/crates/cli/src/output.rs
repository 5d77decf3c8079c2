//! Writing answers. The only place that prints.

#![expect(clippy::print_stderr, reason = "a command line prints")]

use docketline_casebook::Error;
use serde::Serialize;
use std::io::Write;

/// One JSON value, indented, on standard output.
pub fn json(value: &impl Serialize) {
    // Writing to memory fails only for values that are no JSON; ours are.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    line(&text);
}

/// One line on standard output. A reader that has gone away (`| head`) is no error.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// What a reader should know of an answer, beside it.
pub fn warning(text: &str) {
    eprintln!("docketline-cli: {text}");
}

pub fn error(error: &Error, as_json: bool) {
    let (message, hint) = (error.to_string(), error.hint());
    if as_json {
        let mut value = serde_json::json!({
            "code": error.code().as_str(),
            "message": message,
            "hint": hint,
        });
        if let Some(field) = error.field() {
            value["field"] = field.into();
        }
        eprintln!("{value}");
    } else {
        eprintln!("docketline-cli: {message}");
        if let Some(hint) = hint {
            eprintln!("{hint}");
        }
    }
}

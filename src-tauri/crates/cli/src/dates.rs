//! `date`: how dates are understood, one a line.

use crate::commands::Outcome;
use docketline_casebook::view::DateReading;
use docketline_casebook::{DateStyle, Result, explain_date};
use std::io::{BufRead, BufWriter, Write};

/// Explains the texts given, or every line of standard input. That a text is no date is
/// an answer, not a failure.
pub fn explain(texts: &[&str], style: DateStyle, json: bool) -> Result<Outcome> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut answer = |text: &str| write_reading(&mut out, &explain_date(text, style), json);
    // A reader that has gone away (`| head`) ends the work without an error.
    if texts.is_empty() {
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        while let Ok(1..) = input.read_until(b'\n', &mut line) {
            let text = String::from_utf8_lossy(&line);
            let text = text.strip_suffix('\n').unwrap_or(&text);
            if answer(text.strip_suffix('\r').unwrap_or(text)).is_err() {
                break;
            }
            line.clear();
        }
    } else {
        let _ = texts.iter().try_for_each(|text| answer(text));
    }
    let _ = out.flush();
    Ok(Outcome::Done)
}

fn write_reading(out: &mut impl Write, reading: &DateReading, json: bool) -> std::io::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, reading)?;
        return writeln!(out);
    }
    match (&reading.edtf, &reading.words, &reading.error) {
        (Some(edtf), Some(words), _) => writeln!(out, "{edtf}\t{words}"),
        (_, _, error) => {
            let reason = error.as_deref().unwrap_or_default();
            writeln!(out, "{}\t{reason}", reading.input)
        }
    }
}

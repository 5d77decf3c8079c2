//! The native JSON format: lossless, versioned, the same bytes for the same casebook.
//!
//! ```json
//! { "format": "docketline-casebook", "version": 2, "casebook": { "about": …, "events": […] } }
//! ```

use crate::Rejected;
use docketline_domain::Document;
use docketline_domain::model::About;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub const FORMAT: &str = "docketline-casebook";
/// Version 2 added `filed` and `entered` to events. Older files are read as they are.
pub const VERSION: u32 = 2;

#[derive(Debug, thiserror::Error)]
pub enum NativeError {
    #[error("this is no JSON: {0}")]
    NotJson(serde_json::Error),
    #[error("this JSON is not a Docketline casebook")]
    NotACasebook,
    #[error(
        "this file has version {found} of the format; this program knows versions up to {known}"
    )]
    Newer { found: u32, known: u32 },
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u32,
    casebook: &'a Document,
}

/// Two spaces of indentation, fields in a fixed order, a line feed at the end.
pub fn write(document: &Document) -> Result<String, serde_json::Error> {
    let envelope = Envelope {
        format: FORMAT,
        version: VERSION,
        casebook: document,
    };
    let mut text = serde_json::to_string_pretty(&envelope)?;
    text.push('\n');
    Ok(text)
}

/// What could be read of a file, and what could not.
#[derive(Debug, Default)]
pub struct NativeFile {
    pub document: Document,
    pub lines: RecordLines,
    pub rejected: Vec<Rejected>,
}

/// The line of the file on which each record of the document starts, list by list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordLines {
    pub lanes: Vec<i64>,
    pub courts: Vec<i64>,
    pub proceedings: Vec<i64>,
    pub actors: Vec<i64>,
    pub places: Vec<i64>,
    pub principles: Vec<i64>,
    pub sources: Vec<i64>,
    pub events: Vec<i64>,
    pub relations: Vec<i64>,
    pub disputed_dates: Vec<i64>,
    pub notes: Vec<i64>,
    pub accepted_findings: Vec<i64>,
}

#[derive(Deserialize)]
struct RawEnvelope<'a> {
    format: Option<String>,
    version: Option<u32>,
    #[serde(borrow)]
    casebook: Option<&'a RawValue>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields, bound(deserialize = "'de: 'a"))]
struct RawDocument<'a> {
    about: About,
    #[serde(borrow)]
    lanes: Vec<&'a RawValue>,
    #[serde(borrow)]
    courts: Vec<&'a RawValue>,
    #[serde(borrow)]
    proceedings: Vec<&'a RawValue>,
    #[serde(borrow)]
    actors: Vec<&'a RawValue>,
    #[serde(borrow)]
    places: Vec<&'a RawValue>,
    #[serde(borrow)]
    principles: Vec<&'a RawValue>,
    #[serde(borrow)]
    sources: Vec<&'a RawValue>,
    #[serde(borrow)]
    events: Vec<&'a RawValue>,
    #[serde(borrow)]
    relations: Vec<&'a RawValue>,
    #[serde(borrow)]
    disputed_dates: Vec<&'a RawValue>,
    #[serde(borrow)]
    notes: Vec<&'a RawValue>,
    #[serde(borrow)]
    accepted_findings: Vec<&'a RawValue>,
}

/// Reads a file record by record, so that one bad record does not hide the others.
pub fn read(text: &str) -> Result<NativeFile, NativeError> {
    let text = text.trim_start_matches('\u{feff}');
    let envelope: RawEnvelope<'_> = serde_json::from_str(text).map_err(|error| {
        // A list or a number is JSON too.
        if error.is_data() {
            NativeError::NotACasebook
        } else {
            NativeError::NotJson(error)
        }
    })?;
    let (Some(FORMAT), Some(version), Some(casebook)) = (
        envelope.format.as_deref(),
        envelope.version,
        envelope.casebook,
    ) else {
        return Err(NativeError::NotACasebook);
    };
    if version > VERSION {
        return Err(NativeError::Newer {
            found: version,
            known: VERSION,
        });
    }
    let raw: RawDocument<'_> =
        serde_json::from_str(casebook.get()).map_err(|_| NativeError::NotACasebook)?;
    let mut reader = RecordReader {
        text,
        line: LineCounter::default(),
        rejected: Vec::new(),
    };
    let RawDocument {
        about,
        lanes,
        courts,
        proceedings,
        actors,
        places,
        principles,
        sources,
        events,
        relations,
        disputed_dates,
        notes,
        accepted_findings,
    } = raw;
    let mut lines = RecordLines::default();
    let document = Document {
        about,
        lanes: reader.records("lane", &lanes, &mut lines.lanes),
        courts: reader.records("court", &courts, &mut lines.courts),
        proceedings: reader.records("proceeding", &proceedings, &mut lines.proceedings),
        actors: reader.records("actor", &actors, &mut lines.actors),
        places: reader.records("place", &places, &mut lines.places),
        principles: reader.records("principle", &principles, &mut lines.principles),
        sources: reader.records("source", &sources, &mut lines.sources),
        events: reader.records("event", &events, &mut lines.events),
        relations: reader.records("relation", &relations, &mut lines.relations),
        disputed_dates: reader.records("disputed date", &disputed_dates, &mut lines.disputed_dates),
        notes: reader.records("note", &notes, &mut lines.notes),
        accepted_findings: reader.records(
            "accepted finding",
            &accepted_findings,
            &mut lines.accepted_findings,
        ),
    };
    Ok(NativeFile {
        document,
        lines,
        rejected: reader.rejected,
    })
}

struct RecordReader<'a> {
    text: &'a str,
    line: LineCounter,
    rejected: Vec<Rejected>,
}

impl RecordReader<'_> {
    fn records<T: DeserializeOwned>(
        &mut self,
        what: &str,
        raw: &[&RawValue],
        lines: &mut Vec<i64>,
    ) -> Vec<T> {
        let mut records = Vec::with_capacity(raw.len());
        for value in raw {
            // The raw value borrows from the text, so its place in it is known.
            let at = (value.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
            let line = self.line.at(self.text, at);
            match serde_json::from_str(value.get()) {
                Ok(record) => {
                    records.push(record);
                    lines.push(line);
                }
                Err(error) => self.rejected.push(Rejected {
                    line,
                    reason: format!("{what}: {}", without_place(&error)),
                }),
            }
        }
        records
    }
}

/// Serde's words without "at line 1 column 5", which counts from the record's start.
fn without_place(error: &serde_json::Error) -> String {
    let words = error.to_string();
    match words.rfind(" at line ") {
        Some(at) => words[..at].to_owned(),
        None => words,
    }
}

/// Counts lines forward; a list that stands before the last one is counted anew.
#[derive(Default)]
struct LineCounter {
    at: usize,
    line: i64,
}

impl LineCounter {
    fn at(&mut self, text: &str, at: usize) -> i64 {
        let at = at.min(text.len());
        if at < self.at {
            *self = Self::default();
        }
        let newlines = text.as_bytes()[self.at..at]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        self.at = at;
        self.line += newlines as i64;
        self.line + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "{\"format\":\"docketline-casebook\",\"version\":1,\"casebook\":{";

    #[test]
    fn what_is_no_casebook_is_refused_with_the_reason() {
        for (text, expect) in [
            ("", "this is no JSON"),
            ("{", "this is no JSON"),
            ("[]", "not a Docketline casebook"),
            ("{}", "not a Docketline casebook"),
            (
                "{\"format\":\"x\",\"version\":1,\"casebook\":{}}",
                "not a Docketline casebook",
            ),
            (
                "{\"format\":\"docketline-casebook\",\"version\":3,\"casebook\":{}}",
                "version 3",
            ),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(expect), "{text}: {error}");
        }
    }

    #[test]
    fn a_bad_record_is_named_with_its_line_and_the_others_are_read() {
        let text = format!(
            "{HEAD}\n\"lanes\":[{{\"id\":\"a\",\"name\":\"A\"}}],\n\"events\":[\n\
             {{\"id\":\"x\",\"date\":\"2014-13-01\",\"title\":\"T\",\"kind\":\"order\",\"lane\":\"a\"}},\n\
             {{\"id\":\"y\",\"date\":\"2014-07-14\",\"title\":\"T\",\"kind\":\"order\",\"lane\":\"a\"}}]}}}}"
        );
        let file = read(&text).unwrap();
        assert_eq!(file.document.events.len(), 1);
        assert_eq!(file.lines.events, [5]);
        assert_eq!(file.rejected.len(), 1);
        assert_eq!(file.rejected[0].line, 4);
        assert!(
            file.rejected[0].reason.starts_with("event: "),
            "{:?}",
            file.rejected
        );
    }
}

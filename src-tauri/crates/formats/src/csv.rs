//! CSV (RFC 4180, UTF-8): one row an event.
//!
//! Headers: `id,date,title,summary,lane,kind,court,source_title,source_url`, and where any
//! event has such a date `filed,entered,public_from`. Reading needs only `date` and `title`,
//! in any order and case.

use crate::Rejected;
use docketline_domain::Document;
use docketline_domain::model::Event;
use docketline_domain::vocabulary::EventKind;
use docketline_domain::{Edtf, Id};
use std::collections::HashMap;

pub const HEADERS: [&str; 9] = [
    "id",
    "date",
    "title",
    "summary",
    "lane",
    "kind",
    "court",
    "source_title",
    "source_url",
];

/// Columns that are written only where they hold something.
const DATE_HEADERS: [&str; 3] = ["filed", "entered", "public_from"];

#[derive(Debug, thiserror::Error)]
pub enum CsvError {
    #[error("the file is empty")]
    Empty,
    #[error("this is not a text file")]
    Binary,
    #[error("the text is not UTF-8 (byte {0})")]
    NotUtf8(usize),
    #[error("the column “{0}” is missing from the first line")]
    MissingColumn(&'static str),
    #[error("the column “{0}” stands in the first line twice")]
    DoubleColumn(String),
}

/// A row that makes sense by itself. `None` is a column that the file does not have, or
/// a cell that is empty: neither says anything of the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvRow {
    pub line: i64,
    pub id: Option<Id>,
    pub date: Edtf,
    pub title: String,
    pub summary: Option<String>,
    pub lane: Option<String>,
    pub kind: Option<EventKind>,
    pub court: Option<String>,
    pub source_title: Option<String>,
    pub source_url: Option<String>,
    pub filed: Option<Edtf>,
    pub entered: Option<Edtf>,
    pub public_from: Option<Edtf>,
}

#[derive(Debug, Default)]
pub struct CsvFile {
    pub rows: Vec<CsvRow>,
    pub rejected: Vec<Rejected>,
    /// Columns that are not understood; their cells are not imported.
    pub ignored_columns: Vec<String>,
}

/// Reads a file; `read_date` understands a date as people write it, or says why not.
pub fn read(
    bytes: &[u8],
    read_date: impl Fn(&str) -> Result<Edtf, String>,
) -> Result<CsvFile, CsvError> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = match records.next() {
        Some(Ok(header)) => header,
        _ => return Err(CsvError::Empty),
    };
    let columns = Columns::from_header(&header)?;
    let mut file = CsvFile {
        ignored_columns: columns.ignored.clone(),
        ..CsvFile::default()
    };
    let mut seen: HashMap<Id, i64> = HashMap::new();
    for record in records {
        // The text is UTF-8 and rows may have any length: nothing else can fail.
        let Ok(record) = record else { continue };
        let line = record
            .position()
            .map_or(0, |position| position.line() as i64);
        match columns.row(&record, header.len(), line, &read_date) {
            Ok(row) => {
                let first = row.id.as_ref().and_then(|id| seen.insert(id.clone(), line));
                match (first, &row.id) {
                    (Some(first), Some(id)) => file.rejected.push(Rejected {
                        line,
                        reason: format!("the id “{id}” was used on line {first} already"),
                    }),
                    _ => file.rows.push(row),
                }
            }
            Err(reason) => file.rejected.push(Rejected { line, reason }),
        }
    }
    Ok(file)
}

fn decode(bytes: &[u8]) -> Result<&str, CsvError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(CsvError::Binary);
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| CsvError::NotUtf8(error.valid_up_to()))?;
    if text.trim().is_empty() {
        Err(CsvError::Empty)
    } else {
        Ok(text)
    }
}

/// Spreadsheets of many countries separate with semicolons; the first line tells.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|candidate| {
            // The earlier candidate wins a tie, so one column means commas.
            (
                header.bytes().filter(|byte| byte == candidate).count(),
                *candidate == b',',
            )
        })
        .unwrap_or(b',')
}

/// Where each known column stands.
#[derive(Debug, Default)]
struct Columns {
    places: HashMap<&'static str, usize>,
    ignored: Vec<String>,
}

impl Columns {
    fn from_header(header: &csv::StringRecord) -> Result<Self, CsvError> {
        let mut columns = Self::default();
        for (index, name) in header.iter().enumerate() {
            let wanted = name.trim().to_lowercase();
            let mut known = HEADERS.into_iter().chain(DATE_HEADERS);
            match known.find(|known| *known == wanted) {
                Some(known) => {
                    if columns.places.insert(known, index).is_some() {
                        return Err(CsvError::DoubleColumn(wanted));
                    }
                }
                None if wanted.is_empty() => {}
                None => columns.ignored.push(name.trim().to_owned()),
            }
        }
        for needed in ["date", "title"] {
            if !columns.places.contains_key(needed) {
                return Err(CsvError::MissingColumn(needed));
            }
        }
        Ok(columns)
    }

    fn row(
        &self,
        record: &csv::StringRecord,
        width: usize,
        line: i64,
        read_date: impl Fn(&str) -> Result<Edtf, String>,
    ) -> Result<CsvRow, String> {
        if record
            .iter()
            .skip(width)
            .any(|cell| !cell.trim().is_empty())
        {
            return Err(format!(
                "the row has {} cells, the first line {width}",
                record.len()
            ));
        }
        let cell = |name: &str| {
            let text = record.get(*self.places.get(name)?)?;
            let text = unguarded(text.trim());
            (!text.is_empty()).then(|| text.to_owned())
        };
        let dated = |name: &str| {
            cell(name)
                .map(|text| read_date(&text).map_err(|reason| format!("{name} “{text}”: {reason}")))
                .transpose()
        };
        let date = dated("date")?.ok_or("there is no date")?;
        let title = cell("title").ok_or("there is no title")?;
        let id = cell("id")
            .map(|id| Id::new(id.clone()).map_err(|error| format!("id “{id}”: {error}")))
            .transpose()?;
        let kind = cell("kind")
            .map(|kind| {
                kind.to_lowercase()
                    .parse()
                    .map_err(|error| format!("kind: {error}"))
            })
            .transpose()?;
        Ok(CsvRow {
            line,
            id,
            date,
            title,
            summary: cell("summary"),
            lane: cell("lane"),
            kind,
            court: cell("court"),
            source_title: cell("source_title"),
            source_url: cell("source_url"),
            filed: dated("filed")?,
            entered: dated("entered")?,
            public_from: dated("public_from")?,
        })
    }
}

/// One row an event, in the order given, and what did not fit.
pub fn write(document: &Document) -> Result<(String, Vec<String>), csv::Error> {
    let lanes: HashMap<&Id, &str> = document
        .lanes
        .iter()
        .map(|lane| (&lane.id, lane.name.as_str()))
        .collect();
    let courts: HashMap<&Id, &str> = document
        .courts
        .iter()
        .map(|court| (&court.id, court.name.as_str()))
        .collect();
    let sources: HashMap<&Id, _> = document
        .sources
        .iter()
        .map(|source| (&source.id, source))
        .collect();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let has_dates = document
        .events
        .iter()
        .any(|event| dates(event).into_iter().any(|date| date.is_some()));
    let date_headers: &[&str] = if has_dates { &DATE_HEADERS } else { &[] };
    writer.write_record(HEADERS.iter().chain(date_headers))?;
    for event in &document.events {
        let source = event
            .sources
            .first()
            .and_then(|support| sources.get(&support.source));
        let cells = [
            event.id.as_str(),
            event.date.as_str(),
            &event.title,
            &event.summary,
            lanes.get(&event.lane).copied().unwrap_or_default(),
            event.kind.as_str(),
            event
                .court
                .as_ref()
                .and_then(|id| courts.get(id).copied())
                .unwrap_or_default(),
            source.map_or("", |source| &source.title),
            source
                .and_then(|source| source.url.as_deref())
                .unwrap_or_default(),
        ];
        let dates = dates(event).map(|date| date.map_or("", Edtf::as_str));
        let dates = if has_dates { &dates[..] } else { &[] };
        let cells = cells.iter().chain(dates);
        writer.write_record(cells.map(|cell| guarded(cell)))?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    // Only text was written.
    Ok((
        String::from_utf8_lossy(&bytes).into_owned(),
        losses(document),
    ))
}

/// In the order of [`DATE_HEADERS`].
fn dates(event: &Event) -> [Option<&Edtf>; 3] {
    [&event.filed, &event.entered, &event.public_from].map(Option::as_ref)
}

fn losses(document: &Document) -> Vec<String> {
    let further_sources: usize = document
        .events
        .iter()
        .map(|event| event.sources.len().saturating_sub(1))
        .sum();
    [
        (document.relations.len(), "relations between events"),
        (
            further_sources,
            "further sources of events (each row has the first)",
        ),
        (document.actors.len(), "people and bodies with their roles"),
        (document.notes.len(), "notes"),
        (document.disputed_dates.len(), "disputed dates"),
        (
            document.principles.len(),
            "principles and what is coded with them",
        ),
        (document.places.len(), "places"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("Not in CSV: {count} {what}."))
    .collect()
}

/// Whether a spreadsheet would take this cell for a formula, guards set aside.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Protects whoever opens the file in a spreadsheet: a cell that looks like a formula
/// gets an apostrophe before it, which reading takes away again.
pub(crate) fn guarded(text: &str) -> String {
    if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(text: &str) -> Result<Edtf, String> {
        Edtf::parse(text).map_err(|error| error.to_string())
    }

    fn read_text(text: &str) -> CsvFile {
        read(text.as_bytes(), edtf).unwrap()
    }

    #[test]
    fn a_file_that_is_no_table_is_refused_whole() {
        for (bytes, expect) in [
            (&b""[..], "empty"),
            (b" \r\n \n", "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (b"date,title\n\0\x01", "not a text"),
            (b"date,title\n2014,\xff", "UTF-8"),
            (b"title\nx", "“date” is missing"),
            (b"date;name\n2014;x", "“title” is missing"),
            (b"date,title,Date\n2014,x,2015", "twice"),
        ] {
            let error = read(bytes, edtf).unwrap_err().to_string();
            assert!(error.contains(expect), "{bytes:?}: {error}");
        }
    }

    #[test]
    fn columns_may_stand_in_any_order_and_others_are_named() {
        let file = read_text("Title,Colour,DATE\nContempt,red,2014-09-08\n");
        assert_eq!(file.ignored_columns, ["Colour"]);
        assert_eq!(file.rows.len(), 1);
        assert_eq!(file.rows[0].title, "Contempt");
        assert_eq!(file.rows[0].date.as_str(), "2014-09-08");
    }

    #[test]
    fn every_row_is_read_or_refused_with_its_line() {
        let file = read_text(
            "id,date,title,kind\n\
             a,2014-09-08,\"Two\nlines\",order\n\
             b,soon,No date,order\n\
             c,2014-09-08,,order\n\
             d,2014-09-08,Odd kind,verdict\n\
             a,2014-09-09,Again,order\n\
             e,2014-09-08,Too long,order,more\n\
             f,2014-09-08,Short\n",
        );
        let good: Vec<_> = file
            .rows
            .iter()
            .map(|row| (row.line, row.title.as_str()))
            .collect();
        assert_eq!(good, [(2, "Two\nlines"), (9, "Short")]);
        let bad: Vec<i64> = file.rejected.iter().map(|row| row.line).collect();
        assert_eq!(bad, [4, 5, 6, 7, 8]);
        assert!(
            file.rejected[3].reason.contains("line 2"),
            "{:?}",
            file.rejected
        );
    }

    #[test]
    fn a_formula_is_disarmed_and_comes_back_as_it_was() {
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "\t=1", "plain", "'quoted'", "",
        ] {
            let cell = guarded(text);
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell:?}");
            assert_eq!(unguarded(&cell), text);
        }
    }

    #[test]
    fn semicolons_and_tabs_separate_too() {
        for text in ["date;title\n2014;x, y", "date\ttitle\n2014\tx, y"] {
            assert_eq!(read_text(text).rows[0].title, "x, y");
        }
    }
}

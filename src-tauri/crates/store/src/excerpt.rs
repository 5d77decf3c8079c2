//! Where in an event the words were found, and what stands round them.

use crate::EventKey;
use crate::search::SearchQuery;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use std::collections::HashMap;

/// Where a hit was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchField {
    Title,
    Summary,
    Actors,
    Sources,
    Notes,
}

impl SearchField {
    const ALL: [Self; 5] = [
        Self::Title,
        Self::Summary,
        Self::Actors,
        Self::Sources,
        Self::Notes,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Actors => "actors",
            Self::Sources => "sources",
            Self::Notes => "notes",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub event: EventKey,
    pub field: SearchField,
    pub excerpt: Vec<ExcerptPart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcerptPart {
    pub text: String,
    pub found: bool,
}

/// Private-use characters that stand for the beginning and end of a match; case
/// content with such characters only loses its emphasis.
const FOUND_START: char = '\u{e000}';
const FOUND_END: char = '\u{e001}';

/// Reads words as `search_index` does, so that what was found there is found here.
const INDEX: &str = "
    CREATE VIRTUAL TABLE excerpt USING fts5 (
      title, summary, actors, sources, notes,
      tokenize = 'porter unicode61 remove_diacritics 2'
    )";

/// What was found in each of these events.
///
/// FTS5 tells for one event only by finding all of them again, so that these few get an
/// index of their own, in memory.
pub(crate) fn hits(
    casebook: &Connection,
    query: &SearchQuery,
    events: &[EventKey],
) -> rusqlite::Result<Vec<Hit>> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let index = Connection::open_in_memory()?;
    // In one transaction, or each event would become an index of its own to be merged.
    index.execute_batch("BEGIN")?;
    index.execute_batch(INDEX)?;
    fill(casebook, &index, events)?;
    let columns = (0..SearchField::ALL.len())
        .map(|column| {
            format!("snippet(excerpt, {column}, '{FOUND_START}', '{FOUND_END}', '…', 14)")
        })
        .collect::<Vec<_>>()
        .join(", ");
    let mut found = index.prepare(&format!(
        "SELECT rowid, {columns} FROM excerpt WHERE excerpt MATCH ?1"
    ))?;
    let found = found
        .query_map([query.as_match()], hit)?
        .map(|hit| hit.map(|hit| (hit.event, hit)))
        .collect::<rusqlite::Result<HashMap<_, _>>>()?;
    Ok(events
        .iter()
        .filter_map(|event| found.get(event).cloned())
        .collect())
}

fn fill(casebook: &Connection, index: &Connection, events: &[EventKey]) -> rusqlite::Result<()> {
    let mut read = casebook.prepare_cached(
        "SELECT title, summary, actors, sources, notes FROM search_text WHERE event = ?1",
    )?;
    let mut write = index.prepare(
        "INSERT INTO excerpt (rowid, title, summary, actors, sources, notes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for event in events {
        let text = |row: &Row<'_>| {
            let columns = (0..SearchField::ALL.len()).map(|column| row.get(column));
            columns.collect::<rusqlite::Result<Vec<Value>>>()
        };
        if let Some(text) = read.query_row([event], text).optional()? {
            write.execute(params_from_iter(
                [Value::from(*event)].into_iter().chain(text),
            ))?;
        }
    }
    Ok(())
}

/// The first field that holds what was searched for.
fn hit(row: &Row<'_>) -> rusqlite::Result<Hit> {
    let event = row.get(0)?;
    for (index, field) in SearchField::ALL.into_iter().enumerate() {
        let text: String = row.get(index + 1)?;
        if text.contains(FOUND_START) {
            return Ok(Hit {
                event,
                field,
                excerpt: parts(&text),
            });
        }
    }
    Ok(Hit {
        event,
        field: SearchField::Title,
        excerpt: Vec::new(),
    })
}

fn parts(marked: &str) -> Vec<ExcerptPart> {
    let mut parts = Vec::new();
    for (index, piece) in marked.split(FOUND_START).enumerate() {
        let (found, rest) = match piece.split_once(FOUND_END) {
            Some((found, rest)) if index > 0 => (found, rest),
            _ => ("", piece),
        };
        for (text, found) in [(found, true), (rest, false)] {
            if !text.is_empty() {
                parts.push(ExcerptPart {
                    text: text.to_owned(),
                    found,
                });
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_taken_apart_at_its_matches() {
        let marked =
            format!("held in {FOUND_START}civil{FOUND_END} contempt {FOUND_START}x{FOUND_END}");
        let texts: Vec<(String, bool)> = parts(&marked)
            .into_iter()
            .map(|part| (part.text, part.found))
            .collect();
        assert_eq!(
            texts,
            [
                ("held in ", false),
                ("civil", true),
                (" contempt ", false),
                ("x", true)
            ]
            .map(|(text, found)| (text.to_owned(), found))
        );
    }
}

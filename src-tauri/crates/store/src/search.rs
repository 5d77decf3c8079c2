//! Full text: what people type becomes quoted words, never query syntax.

use crate::filter::EventFilter;
use crate::{EventKey, Result, Store};
use rusqlite::{Connection, params_from_iter};

/// Words that must all occur; the last may be unfinished. `"…"` is a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    matcher: String,
}

impl SearchQuery {
    /// `None` when the text holds nothing that could be found: no letter, no digit.
    pub fn parse(text: &str) -> Option<Self> {
        let mut terms: Vec<String> = Vec::new();
        let mut prefix = false;
        for (index, part) in text.split('"').enumerate() {
            let quoted = index % 2 == 1;
            if quoted {
                let phrase = words(part).collect::<Vec<_>>().join(" ");
                if !phrase.is_empty() {
                    terms.push(phrase);
                    prefix = false;
                }
                continue;
            }
            for word in part.split_whitespace() {
                // "14-2985" and "U.S." are one thing to a reader: a phrase of their words.
                let phrase = words(word).collect::<Vec<_>>().join(" ");
                if !phrase.is_empty() {
                    terms.push(phrase);
                    prefix = !part.ends_with(char::is_whitespace);
                }
            }
        }
        let last = terms.len().checked_sub(1)?;
        let matcher = terms
            .iter()
            .enumerate()
            .map(|(index, term)| {
                format!(
                    "\"{term}\"{}",
                    if index == last && prefix { "*" } else { "" }
                )
            })
            .collect::<Vec<_>>()
            .join(" ");
        Some(Self { matcher })
    }

    pub(crate) fn as_match(&self) -> &str {
        &self.matcher
    }
}

/// The runs of letters and digits: what the tokenizer sees.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_mark(c))
        .filter(|word| !word.is_empty())
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

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

impl Store {
    /// The events that match, best first: a word in the title counts more than one in
    /// the summary, the names or the notes, and those more than one in the sources.
    pub fn search(&self, filter: &EventFilter, limit: i64) -> Result<Vec<Hit>> {
        let Some(query) = &filter.search else {
            return Ok(Vec::new());
        };
        let rest = EventFilter {
            search: None,
            ..filter.clone()
        }
        .condition();
        let (matcher, limit_at) = (rest.params.len() + 1, rest.params.len() + 2);
        let excerpts = (0..SearchField::ALL.len())
            .map(|column| {
                format!("snippet(search_index, {column}, '{FOUND_START}', '{FOUND_END}', '…', 14)")
            })
            .collect::<Vec<_>>()
            .join(", ");
        let sql = format!(
            "SELECT event.pk, {excerpts}
               FROM search_index JOIN event ON event.pk = search_index.rowid
              WHERE search_index MATCH ?{matcher} AND {}
              ORDER BY bm25(search_index, 10.0, 4.0, 4.0, 1.0, 4.0), event.sort_first, event.pk
              LIMIT ?{limit_at}",
            rest.sql
        );
        let mut params = rest.params;
        params.push(query.as_match().to_owned().into());
        params.push(limit.into());
        let run = || -> rusqlite::Result<Vec<Hit>> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            statement
                .query_map(params_from_iter(params), |row| {
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
                })?
                .collect()
        };
        run().map_err(|source| self.error(source))
    }
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

/// Brings the findable text of every event that an entry touched up to date.
pub(crate) fn refresh(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    connection.execute(
        &format!(
            "INSERT INTO search_text (event, title, summary, actors, sources, notes)
             SELECT event, title, summary, actors, sources, notes FROM search_expected
              WHERE event IN ({TOUCHED_EVENTS})
             ON CONFLICT (event) DO UPDATE SET
               title = excluded.title, summary = excluded.summary, actors = excluded.actors,
               sources = excluded.sources, notes = excluded.notes
             WHERE (title, summary, actors, sources, notes) IS NOT
               (excluded.title, excluded.summary, excluded.actors, excluded.sources, excluded.notes)"
        ),
        [entry],
    )?;
    Ok(())
}

/// The events whose findable text entry `?1` may have changed. Rows of `search_text` of
/// deleted events are gone with them.
const TOUCHED_EVENTS: &str = "
    SELECT row FROM change_row WHERE entry = ?1 AND table_name = 'event'
    UNION SELECT before ->> '$.event' FROM change_row
     WHERE entry = ?1 AND before IS NOT NULL
       AND table_name IN ('event_actor', 'event_judge', 'event_source', 'event_citation', 'note')
    UNION SELECT event FROM change_row JOIN event_actor ON event_actor.pk = row
     WHERE entry = ?1 AND table_name = 'event_actor'
    UNION SELECT event FROM change_row JOIN event_judge ON event_judge.pk = row
     WHERE entry = ?1 AND table_name = 'event_judge'
    UNION SELECT event FROM change_row JOIN event_source ON event_source.pk = row
     WHERE entry = ?1 AND table_name = 'event_source'
    UNION SELECT event FROM change_row JOIN event_citation ON event_citation.pk = row
     WHERE entry = ?1 AND table_name = 'event_citation'
    UNION SELECT event FROM change_row JOIN note ON note.pk = row
     WHERE entry = ?1 AND table_name = 'note'
    UNION SELECT event FROM change_row JOIN event_actor ON actor = row
     WHERE entry = ?1 AND table_name = 'actor'
    UNION SELECT event FROM change_row JOIN event_judge ON actor = row
     WHERE entry = ?1 AND table_name = 'actor'
    UNION SELECT event FROM change_row JOIN event_source ON source = row
     WHERE entry = ?1 AND table_name = 'source'
    UNION SELECT event.pk FROM change_row JOIN event ON court = row
     WHERE entry = ?1 AND table_name = 'court'";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_becomes_quoted_words() {
        for (text, expect) in [
            ("contempt", Some("\"contempt\"*")),
            ("contempt ", Some("\"contempt\"")),
            ("civil contempt", Some("\"civil\" \"contempt\"*")),
            ("\"civil contempt\"", Some("\"civil contempt\"")),
            (
                "\"civil contempt\" pres",
                Some("\"civil contempt\" \"pres\"*"),
            ),
            ("\"open phrase", Some("\"open phrase\"")),
            ("14-2985", Some("\"14 2985\"*")),
            ("a OR b NOT c*", Some("\"a\" \"OR\" \"b\" \"NOT\" \"c\"*")),
            (
                "title:x ^y (z) {w} + -",
                Some("\"title x\" \"y\" \"z\" \"w\"*"),
            ),
            ("Reding’s", Some("\"Reding s\"*")),
            ("", None),
            ("  \" \" -- ***", None),
        ] {
            let got = SearchQuery::parse(text);
            assert_eq!(got.as_ref().map(SearchQuery::as_match), expect, "{text:?}");
        }
    }

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

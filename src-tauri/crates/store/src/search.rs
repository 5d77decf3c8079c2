//! Full text: what people type becomes quoted words, never query syntax.

use crate::change::{AT_ONCE, listed};
use crate::excerpt::{self, Hit};
use crate::filter::EventFilter;
use crate::{EventKey, Result, Store};
use rusqlite::types::Value;
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

/// The best of what was found, and how much was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub total: i64,
    pub hits: Vec<Hit>,
}

impl Store {
    /// The events that match, best first: a word in the title counts more than one in
    /// the summary, the names or the notes, and those more than one in the sources.
    /// `None` when nothing is searched for.
    ///
    /// Every match is weighed once, and nothing else is read of all but the best: the cost
    /// grows with the matches as that of FTS5 alone does.
    pub fn search(&self, filter: &EventFilter, limit: i64) -> Result<Option<Found>> {
        let Some(query) = &filter.search else {
            return Ok(None);
        };
        let run = || {
            let best = self.best(filter, query, limit)?;
            Ok(Found {
                total: self.matches(filter, query)?,
                hits: excerpt::hits(&self.connection, query, &best)?,
            })
        };
        run().map(Some).map_err(|source| self.error(source))
    }

    /// SQLite's own sorter keeps no more than the limit; FTS5's `rank` would sort them all.
    fn best(
        &self,
        filter: &EventFilter,
        query: &SearchQuery,
        limit: i64,
    ) -> rusqlite::Result<Vec<EventKey>> {
        let (matching, mut params) = matching(filter, query);
        params.push(limit.into());
        let sql = format!(
            "SELECT search_index.rowid {matching}
              ORDER BY bm25(search_index, 10.0, 4.0, 4.0, 1.0, 4.0), search_index.rowid
              LIMIT ?{}",
            params.len()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement
            .query_map(params_from_iter(params), |row| row.get(0))?
            .collect()
    }

    fn matches(&self, filter: &EventFilter, query: &SearchQuery) -> rusqlite::Result<i64> {
        let (matching, params) = matching(filter, query);
        self.connection
            .prepare_cached(&format!("SELECT count(*) {matching}"))?
            .query_row(params_from_iter(params), |row| row.get(0))
    }
}

/// What is searched, and where; events are only looked at when more is asked of them.
fn matching(filter: &EventFilter, query: &SearchQuery) -> (String, Vec<Value>) {
    let rest = EventFilter {
        search: None,
        ..filter.clone()
    }
    .condition();
    let mut params = rest.params;
    let events = if params.is_empty() {
        String::new()
    } else {
        format!(
            "JOIN event ON event.pk = search_index.rowid AND {}",
            rest.sql
        )
    };
    params.push(query.as_match().to_owned().into());
    let matching = format!(
        "FROM search_index {events} WHERE search_index MATCH ?{}",
        params.len()
    );
    (matching, params)
}

/// Brings the findable text of events up to date. That of deleted ones is gone with them.
pub(crate) fn refresh(connection: &Connection, events: &[EventKey]) -> rusqlite::Result<()> {
    for some in events.chunks(AT_ONCE) {
        connection
            .prepare_cached(
                "INSERT INTO search_text (event, title, summary, actors, sources, notes)
                 SELECT event, title, summary, actors, sources, notes FROM search_expected
                  WHERE event IN (SELECT value FROM json_each(?1))
                 ON CONFLICT (event) DO UPDATE SET
                   title = excluded.title, summary = excluded.summary,
                   actors = excluded.actors, sources = excluded.sources, notes = excluded.notes
                 WHERE (title, summary, actors, sources, notes) IS NOT
                   (excluded.title, excluded.summary, excluded.actors, excluded.sources,
                    excluded.notes)",
            )?
            .execute([listed(some)])?;
    }
    Ok(())
}

/// Whether the index merges its segments while an entry writes it: that of one with many
/// rows does. Of those with few, every fifteenth would write some hundreds of pages more for
/// those before it; they leave it to [`Store::tidy`](crate::Store::tidy).
pub(crate) fn merge_as_written(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    // The index keeps in the file how many segments it merges at once; 0 is never.
    connection
        .prepare_cached(
            "INSERT INTO search_index (search_index, rank)
             SELECT 'automerge', wanted FROM
               (SELECT CASE bulk WHEN 1 THEN 4 ELSE 0 END AS wanted
                  FROM change_entry WHERE pk = ?1)
              WHERE wanted IS NOT (SELECT v FROM search_index_config WHERE k = 'automerge')",
        )?
        .execute([entry])?;
    Ok(())
}

/// Merges some of what edits wrote, in the order in which it is due: so many pages, or more
/// where a word is in very many events, because no word is left half merged. Whether there
/// was anything to merge.
pub(crate) fn merge_some(connection: &Connection, pages: i64) -> rusqlite::Result<bool> {
    // The index tells it by the rows that it wrote, one at the least for the command itself.
    let before = connection.total_changes();
    connection
        .prepare_cached("INSERT INTO search_index (search_index, rank) VALUES ('merge', ?1)")?
        .execute([pages])?;
    Ok(connection.total_changes() >= before + 2)
}

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
}

//! Full text: what people type becomes quoted words, never query syntax.

use crate::change::{AT_ONCE, listed};
use crate::excerpt::{self, Hit};
use crate::filter::EventFilter;
use crate::order::IN_TIME;
use crate::{EventKey, Result, Store};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Looking up and sorting so many takes as long as going through some ten thousand in time.
const MOST_LOOKED_UP: usize = 4_096;

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

    /// The first in time of those that a search found.
    pub(crate) fn first_found(&self, filter: &EventFilter, limit: i64) -> Result<Vec<EventKey>> {
        let found = self.passing(filter)?;
        let first = match found.len() <= MOST_LOOKED_UP {
            true => self.in_time(&found, limit),
            false => self.met_in_time(found, limit),
        };
        first.map_err(|source| self.error(source))
    }

    fn in_time(&self, found: &[EventKey], limit: i64) -> rusqlite::Result<Vec<EventKey>> {
        let sql = format!(
            "SELECT event.pk FROM json_each(?1) CROSS JOIN event ON event.pk = value
              ORDER BY {IN_TIME} LIMIT ?2"
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map((listed(found), limit), |row| row.get(0))?
            .collect()
    }

    /// Of many, the first are met soon on the way through the index of time.
    fn met_in_time(&self, mut found: Vec<EventKey>, limit: i64) -> rusqlite::Result<Vec<EventKey>> {
        found.sort_unstable();
        let limit = usize::try_from(limit).unwrap_or(0);
        let mut events = self
            .connection
            .prepare_cached(&format!("SELECT event.pk FROM event ORDER BY {IN_TIME}"))?;
        let mut rows = events.query([])?;
        let mut first = Vec::with_capacity(limit.min(found.len()));
        while first.len() < limit
            && let Some(row) = rows.next()?
        {
            let key = row.get(0)?;
            if found.binary_search(&key).is_ok() {
                first.push(key);
            }
        }
        Ok(first)
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

    pub(crate) fn matches(
        &self,
        filter: &EventFilter,
        query: &SearchQuery,
    ) -> rusqlite::Result<i64> {
        let (matching, params) = matching(filter, query);
        self.connection
            .prepare_cached(&format!("SELECT count(*) {matching}"))?
            .query_row(params_from_iter(params), |row| row.get(0))
    }
}

/// What is searched, and where; events are only looked at when more is asked of them.
pub(crate) fn matching(filter: &EventFilter, query: &SearchQuery) -> (String, Vec<Value>) {
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
    use crate::{Action, Change, NewEvent};
    use docketline_domain::vocabulary::EventKind;
    use docketline_domain::{Edtf, Id};

    #[test]
    fn the_first_of_few_and_of_many_found_are_the_first_in_time() {
        let folder = tempfile::tempdir().unwrap();
        let change = Change {
            action: Action::Imported,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        };
        let path = folder.path().join("a.casebook");
        let mut store = Store::create(&path, "A", &change, |_| Ok(())).unwrap();
        let many = MOST_LOOKED_UP + 1;
        let add = |edit: &crate::Edit<'_>| {
            for n in 0..many + 40 {
                let (day, month) = (n * 7 % 28 + 1, n * 5 % 12 + 1);
                let title = if n < many { "Order" } else { "Stay" };
                edit.add_event(&NewEvent {
                    id: Id::new(format!("e{n}")).unwrap(),
                    date: Edtf::parse(&format!("20{:02}-{month:02}-{day:02}", n % 40)).unwrap(),
                    title: title.to_owned(),
                    kind: EventKind::Filing,
                    lane: Id::new("lane").unwrap(),
                    lane_name: "Lane".to_owned(),
                    public_from: None,
                })?;
            }
            Ok(())
        };
        store.edit(&change, add).unwrap();
        let found = |text: &str, limit: i64| {
            let filter = EventFilter {
                search: SearchQuery::parse(text),
                ..EventFilter::default()
            };
            let events = store.first_events(&filter, limit).unwrap();
            events
                .into_iter()
                .map(|event| event.key)
                .collect::<Vec<_>>()
        };
        for (text, of_all) in [("order", many), ("stay", 40), ("nothing", 0)] {
            let all = found(text, -1);
            assert_eq!(all.len(), of_all);
            for limit in [0, 1, 30, 100] {
                assert_eq!(found(text, limit), all[..all.len().min(limit as usize)]);
            }
        }
    }

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

//! Sources and what they support, a page at a time.

use crate::change::listed;
use crate::document::{SOURCE, rows, source_of};
use crate::order::{IN_TIME, folded};
use crate::read::needed_date;
use crate::{EventKey, NameQuery, Result, Store};
use docketline_domain::Edtf;
use docketline_domain::model::Source;
use std::collections::HashMap;

/// What a source is chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    pub key: i64,
    pub id: String,
    pub read: bool,
}

/// What a source supports of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceUseRecord {
    pub event: EventKey,
    pub event_title: String,
    pub event_date: Edtf,
    pub supports: String,
}

impl Store {
    /// All sources in the order of their author. With a query, those in which each of its
    /// words is found: in the title, in the publisher, or in what they support of events
    /// that may have been public by `known_on`. The query reads what every source supports
    /// of every event.
    pub fn source_entries(
        &self,
        query: Option<&NameQuery>,
        known_on: Option<i64>,
    ) -> Result<Vec<SourceEntry>> {
        let sql =
            "SELECT pk, id, was_read, concat_ws(' ', title, publisher) FROM source ORDER BY pk";
        let mut found: HashMap<i64, u64> = HashMap::new();
        let mut entries = rows(&self.reader(), sql, [], |row| {
            let key = row.get(0)?;
            if let Some(query) = query {
                found.insert(key, query.words_in(&folded(&row.get::<_, String>(3)?)));
            }
            Ok(SourceEntry {
                key,
                id: row.get(1)?,
                read: row.get(2)?,
            })
        })?;
        let Some(query) = query else {
            return Ok(entries);
        };
        let sql = match known_on {
            None => "SELECT source, supports FROM event_source WHERE ?1 IS NULL",
            Some(_) => {
                "SELECT source, supports FROM event_source JOIN event ON event.pk = event
                  WHERE public_first <= ?1"
            }
        };
        rows(&self.reader(), sql, [known_on], |row| {
            let words = found.entry(row.get(0)?).or_default();
            if *words != query.all_words() {
                *words |= query.words_in(&folded(row.get_ref(1)?.as_str()?));
            }
            Ok(())
        })?;
        entries.retain(|entry| found.get(&entry.key) == Some(&query.all_words()));
        Ok(entries)
    }

    /// These sources, in the order of their author.
    pub fn sources_of(&self, keys: &[i64]) -> Result<Vec<Source>> {
        let sql = format!("{SOURCE} WHERE pk IN (SELECT value FROM json_each(?1)) ORDER BY pk");
        rows(&self.reader(), &sql, [listed(keys)], source_of)
    }

    pub fn source_key(&self, id: &str) -> Result<i64> {
        self.reader().require("source", id)
    }

    /// How much a source supports of events that may have been public by a day, and the
    /// first of it in time.
    pub fn source_uses(
        &self,
        source: i64,
        known_on: Option<i64>,
        limit: i64,
    ) -> Result<(i64, Vec<SourceUseRecord>)> {
        let of = "FROM event_source JOIN event ON event.pk = event
                  WHERE source = ?1 AND (?2 IS NULL OR public_first <= ?2)";
        let counted = rows(
            &self.reader(),
            &format!("SELECT count(*) {of}"),
            (source, known_on),
            |row| row.get(0),
        )?;
        let sql = format!(
            "SELECT event.pk, event.title, event.date, supports {of}
              ORDER BY {IN_TIME}, event_source.pk LIMIT ?3"
        );
        let first = rows(&self.reader(), &sql, (source, known_on, limit), |row| {
            Ok(SourceUseRecord {
                event: row.get(0)?,
                event_title: row.get(1)?,
                event_date: needed_date(row, 2)?,
                supports: row.get(3)?,
            })
        })?;
        Ok((counted.into_iter().next().unwrap_or(0), first))
    }
}

//! The Evidence view: sources, and what each supports.

use crate::reading::earliest;
use crate::view::{SourcePage, SourceQuery, SourceRow, SourceUse};
use crate::{Casebook, Result, dates};
use docketline_domain::model::Source;
use docketline_store::{NameQuery, SourceEntry, SourceUseRecord};
use std::collections::{HashMap, HashSet};

/// So much of what a source supports is listed with it; one may support a whole docket.
const FIRST_USES: i64 = 12;

impl Casebook {
    /// The sources that were asked for, a page of them, each with the first of what it
    /// supports. With a clock, without what only supports events that were not public.
    pub fn sources(&self, query: &SourceQuery, offset: i64, limit: i64) -> Result<SourcePage> {
        let known_on = dates::read_clock(query.known_on.as_deref())?;
        let find = NameQuery::parse(&query.find);
        let mut entries = self
            .store
            .source_entries(find.as_ref(), known_on.map(|day| day.0))?;
        if let Some(day) = known_on {
            let known = self.frame_known_on(day)?.sources;
            let known: HashSet<&str> = known.iter().map(|source| source.id.as_str()).collect();
            entries.retain(|entry| known.contains(entry.id.as_str()));
        }
        entries.retain(|entry| !(query.only_unread && entry.read));
        let first = usize::try_from(offset.max(0)).unwrap_or(usize::MAX);
        let count = usize::try_from(limit.max(0)).unwrap_or(usize::MAX);
        let page: Vec<SourceEntry> = entries.iter().skip(first).take(count).cloned().collect();
        let keys: Vec<i64> = page.iter().map(|entry| entry.key).collect();
        let sources = self.store.sources_of(&keys)?.into_iter();
        let mut sources: HashMap<String, Source> = sources
            .map(|source| (source.id.to_string(), source))
            .collect();
        let known_on = known_on.map(|day| day.0);
        let mut rows = Vec::with_capacity(page.len());
        for entry in &page {
            if let Some(source) = sources.remove(&entry.id) {
                let (uses, first) = self.store.source_uses(entry.key, known_on, FIRST_USES)?;
                rows.push(source_row(source, uses, first));
            }
        }
        Ok(SourcePage {
            total: entries.len() as i64,
            rows,
        })
    }

    /// The first of what a source supports, in time.
    pub fn source_uses(
        &self,
        id: &str,
        known_on: Option<&str>,
        limit: i64,
    ) -> Result<Vec<SourceUse>> {
        let known_on = dates::read_clock(known_on)?.map(|day| day.0);
        let key = self.store.source_key(id)?;
        let (_, uses) = self.store.source_uses(key, known_on, limit.max(0))?;
        Ok(uses.into_iter().map(source_use).collect())
    }
}

fn source_row(source: Source, uses: i64, first: Vec<SourceUseRecord>) -> SourceRow {
    let Source {
        id,
        title,
        publisher,
        date,
        url,
        read,
        read_url,
        read_scope,
        note,
    } = source;
    SourceRow {
        id: id.into(),
        title,
        publisher,
        date_words: date.as_deref().map(dates::in_words),
        date,
        url,
        read,
        read_url,
        read_scope,
        note,
        uses,
        supports: first.into_iter().map(source_use).collect(),
    }
}

fn source_use(used: SourceUseRecord) -> SourceUse {
    SourceUse {
        event_key: used.event,
        event_title: used.event_title,
        event_date_words: used.event_date.to_words(),
        event_earliest: earliest(&used.event_date),
        supports: used.supports,
    }
}

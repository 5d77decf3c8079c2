//! Lists of records: found as one types, a page at a time, each with what uses it.

use crate::reading::{event_row, lane_colour};
use crate::view::{RecordPage, RecordQuery, RecordRow, RecordUses, SharedKind};
use crate::{Casebook, Result};
use docketline_store::{NameQuery, Shared, SharedName, SharedRecord};
use std::sync::{Arc, Mutex, PoisonError};

/// The names of the kind that was listed last, and which of them the last query found: a
/// list is read a page at a time, and asked again at every key.
#[derive(Debug, Default)]
pub(crate) struct RecordsCache(Mutex<Option<Cached>>);

#[derive(Debug)]
struct Cached {
    revision: i64,
    kind: Shared,
    names: Vec<SharedName>,
    find: String,
    found: Arc<Vec<i64>>,
}

impl Casebook {
    /// Records in their order, or the best that a query finds first.
    pub fn records(&self, query: &RecordQuery, offset: i64, limit: i64) -> Result<RecordPage> {
        let kind = Shared::from(query.kind);
        let found = self.found(kind, &query.find)?;
        let first = usize::try_from(offset.max(0)).unwrap_or(usize::MAX);
        let count = usize::try_from(limit.max(0)).unwrap_or(usize::MAX);
        let keys: Vec<i64> = found.iter().copied().skip(first).take(count).collect();
        Ok(RecordPage {
            total: found.len() as i64,
            offset,
            rows: self
                .store
                .shared_records(kind, &keys)?
                .into_iter()
                .map(|record| self.row(kind, record))
                .collect::<Result<_>>()?,
        })
    }

    /// Where a record stands among all of its kind, from 0.
    pub fn record_position(&self, query: &RecordQuery, id: &str) -> Result<Option<i64>> {
        let kind = Shared::from(query.kind);
        let key = self.store.shared_record(kind, id)?.key;
        let place = self.found(kind, &query.find)?;
        let place = place.iter().position(|found| *found == key);
        Ok(place.map(|place| place as i64))
    }

    /// What uses a record, with the first events in time.
    pub fn record_uses(&self, kind: SharedKind, id: &str, most: i64) -> Result<RecordUses> {
        let kind = Shared::from(kind);
        let record = self.store.shared_record(kind, id)?;
        let keys = self.store.events_using(kind, record.key, most.max(0))?;
        Ok(RecordUses {
            deletable: kind != Shared::Lane || record.events == 0,
            first: self
                .store
                .event_records(&keys)?
                .into_iter()
                .map(event_row)
                .collect(),
            row: self.row(kind, record)?,
        })
    }

    /// The roles that people played in events, most frequent first: what may be meant again.
    pub fn known_roles(&self) -> Result<Vec<String>> {
        Ok(self.store.roles(200)?)
    }

    fn found(&self, kind: Shared, find: &str) -> Result<Arc<Vec<i64>>> {
        let revision = self.store.revision()?;
        // A panic while it was held left a whole value behind: it is only ever replaced.
        let mut cached = self
            .records
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let names = match cached.take() {
            Some(last) if last.kind == kind && last.revision == revision => {
                if last.find == find {
                    let found = Arc::clone(&last.found);
                    *cached = Some(last);
                    return Ok(found);
                }
                last.names
            }
            _ => self.store.shared_names(kind)?,
        };
        let found = Arc::new(keys_of(&names, find));
        *cached = Some(Cached {
            revision,
            kind,
            names,
            find: find.to_owned(),
            found: Arc::clone(&found),
        });
        Ok(found)
    }

    fn row(&self, kind: Shared, record: SharedRecord) -> Result<RecordRow> {
        let colour = match kind {
            Shared::Lane => Some(lane_colour(self.store.lane_position(record.key)?)),
            _ => None,
        };
        Ok(RecordRow {
            id: record.id,
            name: record.name,
            detail: record.detail,
            colour,
            events: record.events,
            others: record.others,
        })
    }
}

fn keys_of(names: &[SharedName], find: &str) -> Vec<i64> {
    let Some(query) = NameQuery::parse(find) else {
        return names.iter().map(|name| name.key).collect();
    };
    let mut ranked: Vec<(u8, i64)> = names
        .iter()
        .filter_map(|name| Some((name.rank(&query)?, name.key)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, key)| key).collect()
}

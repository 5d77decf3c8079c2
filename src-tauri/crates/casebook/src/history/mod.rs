//! What was done to a casebook, in words, and going back to any point of it.

mod difference;
mod wording;

use crate::editing::describe;
use crate::view::{
    EditOutcome, GoingBack, HistoryEntryView, HistoryKind, HistoryPage, HistoryQuery, RecordCount,
};
use crate::{Casebook, Result, words};
use docketline_store::{
    Action, ChangedRow, EntryKind, HistoryEnd, HistoryEntry, HistoryFilter, ROWS_COUNTED,
    RowChange, StoreError,
};
use std::collections::{BTreeMap, BTreeSet};
pub(crate) use wording::term;
use wording::{Names, event_of};

/// Rows of one entry that are put into words; an import of a million is not read.
const ROWS_IN_WORDS: i64 = ROWS_COUNTED;

/// How many entries one search for a text goes through: some tenths of a second with long
/// texts. It then answers what it found, and where to go on.
const SEARCHED: i64 = 10_000;

/// Rows that going back is compared for, one by one, before it is done.
const COMPARED: i64 = 20_000;

impl Casebook {
    /// Entries of the history, newest first. A search for a text may answer fewer than
    /// there are, and then says where to go on.
    pub fn history(&self, query: &HistoryQuery, limit: i64) -> Result<HistoryPage> {
        let limit = limit.max(0);
        let (end, filter, bound) = self.history_filter(query)?;
        let mut entries = self.store.history(&filter, end, limit.saturating_add(1))?;
        let next = if entries.len() as i64 > limit {
            entries.pop();
            entries.last().map(|entry| entry.entry)
        } else {
            bound
        };
        if end == HistoryEnd::Oldest {
            entries.reverse();
        }
        let rows = query.rows.map_or(ROWS_IN_WORDS, i64::from);
        Ok(HistoryPage {
            next,
            entries: entries
                .into_iter()
                .map(|entry| self.history_entry(entry, rows.clamp(0, ROWS_IN_WORDS)))
                .collect::<Result<_>>()?,
            authors: self.store.history_authors()?,
        })
    }

    /// What to read, from which end, and where the next page begins if this one is not
    /// full.
    fn history_filter(
        &self,
        query: &HistoryQuery,
    ) -> Result<(HistoryEnd, HistoryFilter, Option<i64>)> {
        let newest = self.store.newest_entry_number()?;
        let mut filter = HistoryFilter {
            event: query.event,
            author: query.author.clone(),
            before: query.before,
            after: query.after,
            text: query
                .text
                .clone()
                .filter(|text| text.contains(char::is_alphanumeric)),
        };
        if let Some(moment) = &query.until {
            let before = self.store.last_entry_before(moment)? + 1;
            filter.before = Some(filter.before.map_or(before, |other| other.min(before)));
        }
        let is_search = filter.text.is_some();
        match filter.after {
            Some(after) => {
                let stop = after.saturating_add(SEARCHED);
                let goes_on = is_search && stop < newest;
                if goes_on {
                    filter.before = Some(stop + 1);
                }
                Ok((HistoryEnd::Oldest, filter, goes_on.then_some(stop)))
            }
            None => {
                let start = filter.before.unwrap_or(newest + 1);
                let stop = start.saturating_sub(SEARCHED);
                let goes_on = is_search && stop > 1;
                if goes_on {
                    filter.after = Some(stop - 1);
                }
                Ok((HistoryEnd::Newest, filter, goes_on.then_some(stop)))
            }
        }
    }

    /// One entry, with all that can be told of it.
    pub fn history_entry_by_id(&self, id: i64) -> Result<HistoryEntryView> {
        self.history_entry(self.entry(id)?, ROWS_IN_WORDS)
    }

    fn entry(&self, id: i64) -> Result<HistoryEntry> {
        let filter = HistoryFilter {
            before: Some(id.saturating_add(1)),
            ..HistoryFilter::default()
        };
        let found = self.store.history(&filter, HistoryEnd::Newest, 1)?.pop();
        Ok(found
            .filter(|found| found.entry == id)
            .ok_or_else(|| StoreError::NoSuch {
                what: "change",
                id: id.to_string(),
            })?)
    }

    /// What going back to the state right after an entry would do, before it is done.
    pub fn preview_go_back(&self, entry: i64) -> Result<GoingBack> {
        /// As many as anybody reads before they decide.
        const TOLD: usize = 100;
        let target = self.entry(entry)?;
        let would = self.store.going_back(entry, COMPARED)?;
        let mut changes = Vec::new();
        if let Some(rows) = &would.rows {
            let names = Names::of(self, rows);
            for row in rows {
                names.put_into_words(row, &mut changes)?;
                if changes.len() > TOLD {
                    break;
                }
            }
        }
        let more = changes.len() > TOLD;
        changes.truncate(TOLD);
        Ok(GoingBack {
            title: title(&target),
            id: target.entry,
            at: target.at,
            entries: would.entries,
            records: would.rows.as_deref().map(count_records),
            changes,
            more,
        })
    }

    /// Makes the casebook what it was right after an entry. This is an entry itself, so
    /// that it can be undone; nothing of the history is lost.
    pub fn go_back(&mut self, entry: i64) -> Result<EditOutcome> {
        let target = self.entry(entry)?;
        let change = self.change(Action::WentBack, &title(&target));
        let done = self.store.go_back(entry, &change)?;
        Ok(EditOutcome {
            done: done.map(|()| describe(change.action, &change.subject)),
            summary: self.summary()?,
        })
    }

    /// The key of the event with this identifier.
    pub fn event_key(&self, id: &str) -> Result<i64> {
        Ok(self.store.event_key(id)?)
    }

    /// The same, also of one that is deleted.
    pub fn event_key_ever(&self, id: &str) -> Result<i64> {
        self.store.event_key(id).or_else(|missing| {
            self.store
                .deleted_event_key(id)?
                .ok_or_else(|| missing.into())
        })
    }

    fn history_entry(&self, entry: HistoryEntry, most: i64) -> Result<HistoryEntryView> {
        let rows = self.store.changed_rows(entry.entry, most)?;
        let names = Names::of(self, &rows);
        let mut changes = Vec::new();
        for row in &rows {
            names.put_into_words(row, &mut changes)?;
        }
        Ok(HistoryEntryView {
            title: title(&entry),
            done: done(&entry),
            id: entry.entry,
            at: entry.at,
            author: entry.author,
            kind: match entry.kind {
                EntryKind::Edit => HistoryKind::Edit,
                EntryKind::Undo => HistoryKind::Undo,
                EntryKind::Redo => HistoryKind::Redo,
            },
            changes,
            more: entry.rows > most,
        })
    }
}

pub(crate) fn title(entry: &HistoryEntry) -> String {
    let done = match entry.action {
        Some(action) => describe(action, &entry.subject),
        None => entry.subject.clone(),
    };
    match entry.kind {
        EntryKind::Edit => done,
        EntryKind::Undo => words::say("undid", &[("change", done)]),
        EntryKind::Redo => words::say("redid", &[("change", done)]),
    }
}

/// "changed “The ruling”"; what has no such words yet is called by its title.
fn done(entry: &HistoryEntry) -> String {
    let change = entry.action.map_or_else(
        || entry.subject.clone(),
        |action| describe(action, &entry.subject),
    );
    let said = match entry.kind {
        EntryKind::Undo => words::find("history-did-undo", &[("change", change)]),
        EntryKind::Redo => words::find("history-did-redo", &[("change", change)]),
        EntryKind::Edit => entry.action.and_then(|action| {
            let subject = [("subject", entry.subject.clone())];
            words::find(&format!("history-did-{}", action.word()), &subject)
        }),
    };
    said.unwrap_or_else(|| title(entry))
}

/// How many records of each kind would come back, change or go; what is part of an event
/// counts as a change of the event.
fn count_records(rows: &[ChangedRow]) -> Vec<RecordCount> {
    let mut counts: BTreeMap<&'static str, RecordCount> = BTreeMap::new();
    let mut told = BTreeSet::new();
    let mut in_part = BTreeSet::new();
    for row in rows {
        if is_part(row.table) {
            in_part.extend(event_of(row));
            continue;
        }
        if row.table == "event" {
            told.insert(row.row);
        }
        let count = counts
            .entry(row.table)
            .or_insert_with(|| RecordCount::of(row.table, term("history-record", row.table)));
        match row.change {
            RowChange::Added(_) => count.back += 1,
            RowChange::Changed { .. } => count.changed += 1,
            RowChange::Removed(_) => count.gone += 1,
        }
    }
    let changed = in_part.difference(&told).count() as i64;
    if changed > 0 {
        counts
            .entry("event")
            .or_insert_with(|| RecordCount::of("event", term("history-record", "event")))
            .changed += changed;
    }
    counts.into_values().collect()
}

/// What is no record of its own for a reader.
fn is_part(table: &str) -> bool {
    table.starts_with("event_") || table.starts_with("dispute")
}

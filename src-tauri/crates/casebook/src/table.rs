//! The table: any page of the events in any order, where an event stands in it, and rows
//! as text.

use crate::bulk::{MOST_CHANGED, too_many};
use crate::error::Error;
use crate::reading::{event_filter, event_row};
use crate::view::{CopiedEvents, EventPage, EventRow, Filter, Listing, RowRange, SortBy};
use crate::{Casebook, Result, words};
use docketline_formats::tsv;
use docketline_store::{EventKey, Order, OrderBy};
use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// How many rows are copied at once: more than a person reads, few enough for a clipboard.
pub const MOST_COPIED: usize = 10_000;

/// The first rows in time are read without putting all events in order.
const AT_HAND: i64 = 1_000;

/// The orders that were asked for last, as keys: 8 MB each for a million events.
#[derive(Debug, Default)]
pub(crate) struct OrderCache(Mutex<VecDeque<Arc<Ordered>>>);

/// A table that is sorted back and forth, the list beside the timeline, and one more.
const KEPT: usize = 4;

#[derive(Debug)]
struct Ordered {
    revision: i64,
    listing: Listing,
    keys: Vec<EventKey>,
}

impl Casebook {
    /// The rows from `offset` on. Any page of a million costs the same once its order was
    /// made, which is kept until the casebook changes.
    pub fn events(
        &self,
        filter: &Filter,
        sort: SortBy,
        descending: bool,
        offset: i64,
        limit: i64,
    ) -> Result<EventPage> {
        let listing = Listing {
            filter: filter.clone(),
            sort,
            descending,
        };
        let (offset, limit) = (offset.max(0), limit.max(0));
        let is_at_hand = sort == SortBy::Date && !descending && offset == 0 && limit <= AT_HAND;
        if is_at_hand && self.ordered_before(&listing)?.is_none() {
            let filter = event_filter(filter)?;
            let records = self.store.first_events(&filter, limit)?;
            return Ok(EventPage {
                total: self.store.count_events(&filter)?,
                offset,
                rows: records.into_iter().map(event_row).collect(),
            });
        }
        let ordered = self.ordered(&listing)?;
        let rows = RowRange {
            first: offset,
            last: offset.saturating_add(limit) - 1,
        };
        Ok(EventPage {
            total: ordered.keys.len() as i64,
            offset,
            rows: self.rows(ordered.keys_of(rows))?,
        })
    }

    /// The row in which an event stands, counted from 0; `None` when it does not pass.
    pub fn event_position(&self, listing: &Listing, key: EventKey) -> Result<Option<i64>> {
        let ordered = self.ordered(listing)?;
        let position = ordered.keys.iter().position(|known| *known == key);
        Ok(position.map(|position| position as i64))
    }

    /// The events of these rows, as the casebook stood at `revision`; `None` when it has
    /// changed since, because other events may stand in the rows by now. More than
    /// [`MOST_CHANGED`] events are refused.
    pub fn keys_of_rows(
        &self,
        listing: &Listing,
        rows: &[RowRange],
        revision: i64,
    ) -> Result<Option<Vec<EventKey>>> {
        let ordered = self.ordered(listing)?;
        if ordered.revision != revision {
            return Ok(None);
        }
        let keys = ordered.keys_of_all(rows, MOST_CHANGED + 1);
        if keys.len() > MOST_CHANGED {
            return Err(too_many());
        }
        Ok(Some(keys))
    }

    /// Where these events stand in a listing; those that do not pass there are left out.
    pub fn rows_of_keys(&self, listing: &Listing, keys: &[EventKey]) -> Result<Vec<RowRange>> {
        let ordered = self.ordered(listing)?;
        let wanted: HashSet<EventKey> = keys.iter().copied().collect();
        let mut found: Vec<RowRange> = Vec::new();
        for (position, key) in ordered.keys.iter().enumerate() {
            if !wanted.contains(key) {
                continue;
            }
            let position = position as i64;
            match found.last_mut() {
                Some(range) if range.last + 1 == position => range.last = position,
                _ => found.push(RowRange {
                    first: position,
                    last: position,
                }),
            }
        }
        Ok(found)
    }

    /// These rows as text, with the names of the columns above them. More than
    /// [`MOST_COPIED`] rows are refused.
    pub fn copy_events(
        &self,
        listing: &Listing,
        rows: &[RowRange],
        columns: &[SortBy],
    ) -> Result<CopiedEvents> {
        let keys = self.ordered(listing)?.keys_of_all(rows, MOST_COPIED + 1);
        if keys.len() > MOST_COPIED {
            return Err(Error::bad_value(words::say("refused-copy-too-many", &[])));
        }
        let heads = columns.iter().map(|column| head(*column)).collect();
        let events = self.rows(&keys)?;
        let mut lines: Vec<Vec<String>> = vec![heads];
        lines.extend(
            events
                .iter()
                .map(|event| columns.iter().map(|column| cell(event, *column)).collect()),
        );
        Ok(CopiedEvents {
            text: tsv::write(lines.iter().map(Vec::as_slice)),
            events: events.len() as i64,
        })
    }

    /// All that pass in time from one event to another, both included, in the order from
    /// the one to the other; none if one of the two does not pass.
    pub(crate) fn keys_between(
        &self,
        filter: &Filter,
        from: EventKey,
        to: EventKey,
    ) -> Result<Vec<EventKey>> {
        let ordered = self.ordered(&Listing {
            filter: filter.clone(),
            sort: SortBy::Date,
            descending: false,
        })?;
        let place = |key| ordered.keys.iter().position(|known| *known == key);
        let Some((from, to)) = place(from).zip(place(to)) else {
            return Ok(Vec::new());
        };
        let mut keys = ordered.keys[from.min(to)..=from.max(to)].to_vec();
        if to < from {
            keys.reverse();
        }
        Ok(keys)
    }

    fn rows(&self, keys: &[EventKey]) -> Result<Vec<EventRow>> {
        let records = self.store.event_records(keys)?;
        Ok(records.into_iter().map(event_row).collect())
    }

    fn ordered(&self, listing: &Listing) -> Result<Arc<Ordered>> {
        if let Some(ordered) = self.ordered_before(listing)? {
            return Ok(ordered);
        }
        let order = Order {
            by: order_by(listing.sort),
            descending: listing.descending,
        };
        let filter = event_filter(&listing.filter)?;
        let ordered = Arc::new(Ordered {
            revision: self.store.revision()?,
            listing: listing.clone(),
            keys: self.store.ordered_keys(&filter, order)?,
        });
        let mut kept = self.orders();
        kept.truncate(KEPT - 1);
        kept.push_front(Arc::clone(&ordered));
        Ok(ordered)
    }

    /// The order, if it was made since the casebook last changed.
    fn ordered_before(&self, listing: &Listing) -> Result<Option<Arc<Ordered>>> {
        let revision = self.store.revision()?;
        let mut kept = self.orders();
        kept.retain(|ordered| ordered.revision == revision);
        let place = kept.iter().position(|known| known.listing == *listing);
        let found = place.and_then(|place| kept.remove(place));
        if let Some(found) = &found {
            kept.push_front(Arc::clone(found));
        }
        Ok(found)
    }

    /// A panic while it was held left whole orders behind.
    fn orders(&self) -> std::sync::MutexGuard<'_, VecDeque<Arc<Ordered>>> {
        self.orders.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ordered {
    fn keys_of(&self, rows: RowRange) -> &[EventKey] {
        let count = self.keys.len();
        let within = |row: i64| usize::try_from(row).unwrap_or(0).min(count);
        let (first, end) = (within(rows.first), within(rows.last.saturating_add(1)));
        self.keys.get(first..end).unwrap_or_default()
    }

    /// The events of these rows, and no more than `most` of them.
    fn keys_of_all(&self, rows: &[RowRange], most: usize) -> Vec<EventKey> {
        let keys = rows.iter().flat_map(|rows| self.keys_of(*rows));
        keys.take(most).copied().collect()
    }
}

fn order_by(sort: SortBy) -> OrderBy {
    match sort {
        SortBy::Date => OrderBy::Date,
        SortBy::Title => OrderBy::Title,
        SortBy::Kind => OrderBy::Kind,
        SortBy::Lane => OrderBy::Lane,
        SortBy::Court => OrderBy::Court,
        SortBy::Proceeding => OrderBy::Proceeding,
        SortBy::Docket => OrderBy::Docket,
        SortBy::Confidence => OrderBy::Confidence,
        SortBy::Notes => OrderBy::Notes,
        SortBy::Disputed => OrderBy::Disputed,
    }
}

/// The heading of a column, as the window shows it.
fn head(column: SortBy) -> String {
    let message = match column {
        SortBy::Date => "table-date",
        SortBy::Title => "table-title",
        SortBy::Kind => "table-kind",
        SortBy::Lane => "table-lane",
        SortBy::Court => "table-court",
        SortBy::Proceeding => "table-proceeding",
        SortBy::Docket => "table-docket",
        SortBy::Confidence => "table-confidence",
        SortBy::Notes => "table-notes",
        SortBy::Disputed => "table-disputed",
    };
    words::say(message, &[])
}

/// What stands in a cell, as the window shows it.
fn cell(event: &EventRow, column: SortBy) -> String {
    let or_blank = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        SortBy::Date => event.date_words.clone(),
        SortBy::Title => event.title.clone(),
        SortBy::Kind => {
            words::find(&format!("kind-{}", event.kind), &[]).unwrap_or_else(|| event.kind.clone())
        }
        SortBy::Lane => event.lane_name.clone(),
        SortBy::Court => or_blank(&event.court),
        SortBy::Proceeding => or_blank(&event.proceeding),
        SortBy::Docket => or_blank(&event.docket),
        SortBy::Confidence => event
            .confidence
            .as_ref()
            .map(|word| words::say(&format!("confidence-{word}"), &[]))
            .unwrap_or_default(),
        SortBy::Notes if event.notes == 0 => String::new(),
        SortBy::Notes => event.notes.to_string(),
        SortBy::Disputed if event.disputed => words::say("table-is-disputed", &[]),
        SortBy::Disputed => String::new(),
    }
}

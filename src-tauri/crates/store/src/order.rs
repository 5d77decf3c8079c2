//! The order of events by any of their columns: which keys come one after the other.

use crate::document::{parsed_at, rows};
use crate::filter::EventFilter;
use crate::{EventKey, Result, Store};
use docketline_domain::vocabulary::{Confidence, EventKind};
use rusqlite::{Row, params_from_iter};
use std::cmp::Ordering;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What events are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    Date,
    /// As people look words up; see [`folded`].
    Title,
    /// Alphabetically.
    Kind,
    /// As the author ordered the lanes.
    Lane,
    /// By name, as titles are.
    Court,
    /// As the author ordered the proceedings.
    Proceeding,
    /// As titles are.
    Docket,
    /// What was read before what is only known.
    Confidence,
    /// By how many.
    Notes,
    /// Undisputed dates first.
    Disputed,
}

/// Always total and the same every time. Events that are equal in the column follow each
/// other in time, whichever way the column goes; those without a value in it come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    pub by: OrderBy,
    pub descending: bool,
}

/// The order of time in SQL: by the earliest day, an open or unknown beginning first; then
/// by the latest, so that a day comes before the month it begins; then by the time of day;
/// then by the docket, what has no number there first; then by key.
pub(crate) const IN_TIME: &str =
    "event.sort_first, event.sort_last, event.sort_time, event.docket_sequence, event.pk";

/// Where an event stands in time.
type Time = (i64, i64, i64, Option<i64>, EventKey);

struct Placed {
    /// Its place by the column; `None` where the column is empty.
    rank: Option<u32>,
    time: Time,
}

/// Reads the rank of an event from the fifth column of its row.
type Rank = Box<dyn Fn(&Row<'_>) -> rusqlite::Result<Option<u32>>>;

impl Store {
    /// The keys of all events that pass, in this order. Costs one pass over the events
    /// and a sort.
    pub fn ordered_keys(&self, filter: &EventFilter, order: Order) -> Result<Vec<EventKey>> {
        if order.by == OrderBy::Date && *filter == EventFilter::default() {
            return self.all_in_time(order.descending);
        }
        let mut placed = match order.by {
            OrderBy::Title => self.placed_by_text("event.title", filter)?,
            OrderBy::Docket => self.placed_by_text("event.docket", filter)?,
            by => {
                let (column, rank) = self.ranking(by)?;
                self.scan(column, filter, |row| rank(row))?
                    .into_iter()
                    .map(|(time, rank)| Placed { rank, time })
                    .collect()
            }
        };
        placed.sort_unstable_by(|a, b| compare(a, b, order));
        Ok(placed.into_iter().map(|placed| placed.time.4).collect())
    }

    /// From the index alone. With a filter it would be slower than a sort, because the
    /// events would be looked up all over the table.
    fn all_in_time(&self, descending: bool) -> Result<Vec<EventKey>> {
        let sql = format!("SELECT event.pk FROM event ORDER BY {IN_TIME}");
        let mut keys: Vec<EventKey> = rows(&self.reader(), &sql, [], |row| row.get(0))?;
        if descending {
            keys.reverse();
        }
        Ok(keys)
    }

    /// The column that is read for an order, and what its values rank as.
    fn ranking(&self, by: OrderBy) -> Result<(&'static str, Rank)> {
        Ok(match by {
            OrderBy::Date | OrderBy::Title | OrderBy::Docket => ("NULL", Box::new(|_| Ok(None))),
            OrderBy::Kind => {
                let mut kinds = EventKind::ALL.to_vec();
                kinds.sort_unstable_by_key(|kind| kind.as_str());
                let rank = Box::new(move |row: &Row<'_>| {
                    let kind = parsed_at::<EventKind>(row, 4)?.unwrap_or(EventKind::Other);
                    Ok(kinds.iter().position(|known| *known == kind).map(rank_of))
                });
                ("event.kind", rank)
            }
            OrderBy::Confidence => (
                "event.confidence",
                Box::new(|row| Ok(parsed_at::<Confidence>(row, 4)?.map(|word| word as u32))),
            ),
            OrderBy::Lane => (
                "event.lane",
                self.by_place("SELECT pk FROM lane ORDER BY position, pk")?,
            ),
            OrderBy::Proceeding => (
                "event.proceeding",
                self.by_place("SELECT pk FROM proceeding ORDER BY position, pk")?,
            ),
            OrderBy::Court => ("event.court", self.by_court()?),
            OrderBy::Notes => (
                "event.pk",
                self.by_count("SELECT event, count(*) FROM note GROUP BY event")?,
            ),
            OrderBy::Disputed => (
                "event.pk",
                self.by_count("SELECT DISTINCT event, 1 FROM dispute")?,
            ),
        })
    }

    /// Ranks what refers to a record by the place of that record in a list.
    fn by_place(&self, list: &str) -> Result<Rank> {
        let listed: Vec<i64> = rows(&self.reader(), list, [], |row| row.get(0))?;
        Ok(by_key(
            listed
                .into_iter()
                .enumerate()
                .map(|(place, pk)| (pk, rank_of(place)))
                .collect(),
        ))
    }

    /// Courts of one name rank as one.
    fn by_court(&self) -> Result<Rank> {
        let courts: Vec<(i64, Option<String>)> =
            rows(&self.reader(), "SELECT pk, name FROM court", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let (keys, names): (Vec<_>, Vec<_>) = courts.into_iter().unzip();
        let ranks = text_ranks(&names);
        Ok(by_key(
            keys.into_iter()
                .zip(ranks)
                .filter_map(|(pk, rank)| Some((pk, rank?)))
                .collect(),
        ))
    }

    /// Ranks an event by a number that only some events have; the others have zero.
    fn by_count(&self, counts: &str) -> Result<Rank> {
        let counted: Vec<(EventKey, u32)> = rows(&self.reader(), counts, [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let counted: HashMap<_, _> = counted.into_iter().collect();
        Ok(Box::new(move |row| {
            Ok(Some(counted.get(&row.get(4)?).copied().unwrap_or(0)))
        }))
    }

    fn placed_by_text(&self, column: &str, filter: &EventFilter) -> Result<Vec<Placed>> {
        let read = self.scan(column, filter, |row| row.get(4))?;
        let (times, texts): (Vec<Time>, Vec<Option<String>>) = read.into_iter().unzip();
        let ranks = text_ranks(&texts);
        Ok(times
            .into_iter()
            .zip(ranks)
            .map(|(time, rank)| Placed { rank, time })
            .collect())
    }

    /// In the order of the table, because jumping about in it would cost more than the
    /// sort that follows.
    fn scan<T>(
        &self,
        column: &str,
        filter: &EventFilter,
        value: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<(Time, T)>> {
        let condition = filter.condition();
        let sql = format!(
            "SELECT event.sort_first, event.sort_last, event.docket_sequence, event.pk, {column},
                    event.sort_time
               FROM event WHERE {}",
            condition.sql
        );
        rows(
            &self.reader(),
            &sql,
            params_from_iter(condition.params),
            |row| {
                let (first, last, sequence, key) =
                    (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
                let time = (first, last, row.get(5)?, sequence, key);
                Ok((time, value(row)?))
            },
        )
    }
}

fn compare(a: &Placed, b: &Placed, order: Order) -> Ordering {
    if order.by == OrderBy::Date {
        let in_time = a.time.cmp(&b.time);
        return if order.descending {
            in_time.reverse()
        } else {
            in_time
        };
    }
    let by_column = match (a.rank, b.rank) {
        (Some(a), Some(b)) if order.descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    };
    by_column.then_with(|| a.time.cmp(&b.time))
}

fn by_key(ranks: HashMap<i64, u32>) -> Rank {
    Box::new(move |row| {
        let key: Option<i64> = row.get(4)?;
        Ok(key.and_then(|key| ranks.get(&key).copied()))
    })
}

/// A casebook of four thousand million rows does not fit in memory long before this.
fn rank_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The rank of each text among all; equal texts rank the same, and empty ones not at all.
fn text_ranks(texts: &[Option<String>]) -> Vec<Option<u32>> {
    let folds: Vec<String> = texts
        .iter()
        .map(|text| folded(text.as_deref().unwrap_or_default()))
        .collect();
    // Most texts are told apart by their beginning, which is compared without looking
    // the text up.
    let mut places: Vec<(u128, u32)> = texts
        .iter()
        .zip(&folds)
        .enumerate()
        .filter(|(_, (text, _))| text.as_ref().is_some_and(|text| !text.is_empty()))
        .map(|(index, (_, fold))| (beginning(fold), rank_of(index)))
        .collect();
    let text = |index: u32| (&folds[index as usize], &texts[index as usize]);
    places.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| text(a.1).cmp(&text(b.1))));

    let mut ranks = vec![None; texts.len()];
    let mut rank = 0;
    for (place, (_, index)) in places.iter().enumerate() {
        if place > 0 && text(*index) != text(places[place - 1].1) {
            rank += 1;
        }
        ranks[*index as usize] = Some(rank);
    }
    ranks
}

fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    let length = text.len().min(16);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u128::from_be_bytes(bytes)
}

/// A text as it is looked up: in lower case, without accents, from its first letter or
/// digit on. "“Élan” v. United States" stands with "elan". It is not the collation of any
/// one language; texts that differ in nothing else go by how they are written.
pub(crate) fn folded(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(texts: &[&str]) -> Vec<String> {
        let texts: Vec<Option<String>> = texts.iter().map(|t| Some((*t).to_owned())).collect();
        let ranks = text_ranks(&texts);
        let mut places: Vec<_> = ranks.into_iter().zip(texts).collect();
        places.sort();
        places.into_iter().filter_map(|(_, text)| text).collect()
    }

    #[test]
    fn texts_are_sorted_as_people_look_them_up() {
        let wanted = [
            "2018 budget",
            "ab",
            "Abc",
            "abc of the law",
            "“Abd”",
            "Åland",
            "elan",
            "Élan",
            "elan vital",
            "Zürich",
        ];
        let mut mixed = wanted;
        mixed.reverse();
        mixed.swap(1, 4);
        assert_eq!(sorted(&mixed), wanted);
    }

    #[test]
    fn equal_texts_share_a_rank_and_empty_ones_have_none() {
        let texts = ["b", "", "a", "b"].map(|text| Some(text.to_owned()));
        assert_eq!(text_ranks(&texts), [Some(1), None, Some(0), Some(1)]);
        assert_eq!(text_ranks(&[None]), [None]);
    }
}

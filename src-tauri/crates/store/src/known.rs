//! What the events that were public by a day name, and how much belongs to them, without
//! reading the events.

use crate::document::{id_at, rows};
use crate::{Result, Store};
use docketline_domain::{Id, NamedByEvents};
use std::collections::HashSet;

/// What belongs to events that may have been public by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownCounts {
    pub events: i64,
    /// Of which both ends are known.
    pub relations: i64,
    pub notes: i64,
}

impl Store {
    /// What is named by events that may have been public by the end of a day, or by any.
    /// Of each thing that is named, events are looked at until the first that is.
    pub fn named_by_events(&self, known_on: Option<i64>) -> Result<NamedByEvents> {
        let named = |thing: &str, by: &[&str]| -> Result<HashSet<Id>> {
            let exists = by.iter().map(|uses| {
                format!(
                    "EXISTS (SELECT 1 FROM {uses} = {thing}.pk
                       AND (?1 IS NULL OR event.public_first <= ?1))"
                )
            });
            let any = exists.collect::<Vec<_>>().join(" OR ");
            let sql = format!("SELECT id FROM {thing} WHERE {any}");
            let ids = rows(&self.reader(), &sql, [known_on], |row| id_at(row, 0))?;
            Ok(ids.into_iter().collect())
        };
        Ok(NamedByEvents {
            stages: named("proceeding", &["event WHERE proceeding"])?,
            principles: named(
                "principle",
                &["event_principle JOIN event ON event.pk = event WHERE principle"],
            )?,
            courts: named("court", &["event WHERE court"])?,
            actors: named(
                "actor",
                &[
                    "event_actor JOIN event ON event.pk = event WHERE actor",
                    "event_judge JOIN event ON event.pk = event WHERE actor",
                ],
            )?,
            places: named(
                "place",
                &["event_place JOIN event ON event.pk = event WHERE place"],
            )?,
            sources: named(
                "source",
                &["event_source JOIN event ON event.pk = event WHERE source"],
            )?,
        })
    }

    /// The events with a disputed date that may have been public by the end of a day.
    pub fn disputed_known(&self, known_on: i64) -> Result<HashSet<Id>> {
        let sql = "SELECT event.id FROM dispute JOIN event ON event.pk = event
                    WHERE public_first <= ?1";
        let ids = rows(&self.reader(), sql, [known_on], |row| id_at(row, 0))?;
        Ok(ids.into_iter().collect())
    }

    pub fn known_counts(&self, known_on: i64) -> Result<KnownCounts> {
        let count = |of: &str| -> Result<i64> {
            let sql = format!("SELECT count(*) FROM {of}");
            let counted = rows(&self.reader(), &sql, [known_on], |row| row.get(0))?;
            Ok(counted.into_iter().next().unwrap_or(0))
        };
        Ok(KnownCounts {
            events: count("event WHERE public_first <= ?1")?,
            relations: count(
                "relation JOIN event AS origin ON origin.pk = from_event
                   JOIN event AS target ON target.pk = to_event
                  WHERE origin.public_first <= ?1 AND target.public_first <= ?1",
            )?,
            notes: count("note JOIN event ON event.pk = event WHERE public_first <= ?1")?,
        })
    }
}

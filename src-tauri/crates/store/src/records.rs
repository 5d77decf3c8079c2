//! Records that events share: finding them, counting what uses them, and giving them
//! another identifier, another place, another record to be one with, or no place at all.

use crate::document::{
    id_at, read_actor, read_court, read_lane, read_place, read_principle, read_proceeding,
    read_source, rows,
};
use crate::edit::Edit;
use crate::error::StoreError;
use crate::order::{IN_TIME, folded};
use crate::shared::{Left, Reference, Shared};
use crate::{EventKey, Result, Store};
use docketline_domain::Id;
use docketline_domain::model::{Actor, Court, Lane, Place, Principle, Proceeding, Source};
use rusqlite::{OptionalExtension, params};

/// A record in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedRecord {
    pub key: i64,
    pub id: String,
    pub name: String,
    pub detail: Option<String>,
    /// Events that use it.
    pub events: i64,
    /// Other records that use it: proceedings of an actor, principles of a source.
    pub others: i64,
}

/// A record as it is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedName {
    pub key: i64,
    name: String,
    rest: String,
}

impl SharedName {
    /// How well it fits, less being better; `None` when a word of the query is not in it.
    pub fn rank(&self, query: &NameQuery) -> Option<u8> {
        let holds = |word: &String| self.name.contains(word) || self.rest.contains(word);
        if !query.words.iter().all(holds) {
            return None;
        }
        let first = query.words.first()?;
        let begins = |word: &str| word.starts_with(first.as_str());
        Some(if begins(&self.name) {
            0
        } else if self.name.split(|c: char| !c.is_alphanumeric()).any(begins) {
            1
        } else {
            2
        })
    }
}

/// Words that must all occur, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameQuery {
    words: Vec<String>,
}

impl NameQuery {
    /// `None` when nothing is asked for.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<String> = text.split_whitespace().map(folded).collect();
        let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The words that a folded text holds, a bit for each of the first sixty-four.
    pub(crate) fn words_in(&self, text: &str) -> u64 {
        let words = self.words.iter().take(64).enumerate();
        words
            .filter(|(_, word)| text.contains(word.as_str()))
            .fold(0, |found, (at, _)| found | 1 << at)
    }

    pub(crate) fn all_words(&self) -> u64 {
        u64::MAX >> (64 - self.words.len().min(64))
    }
}

impl Store {
    /// Every record of a kind, in its order: the author's where there is one, else by name.
    pub fn shared_names(&self, kind: Shared) -> Result<Vec<SharedName>> {
        let sql = format!(
            "SELECT pk, {name}, concat_ws(' ', {detail}, id) FROM {table} ORDER BY {order}",
            name = kind.name(),
            detail = kind.detail(),
            table = kind.as_str(),
            order = kind.order().unwrap_or("pk"),
        );
        let mut names = rows(&self.reader(), &sql, [], |row| {
            Ok(SharedName {
                key: row.get(0)?,
                name: folded(&row.get::<_, String>(1)?),
                rest: folded(&row.get::<_, String>(2)?),
            })
        })?;
        if kind.order().is_none() {
            names.sort_by(|a, b| a.name.cmp(&b.name).then(a.key.cmp(&b.key)));
        }
        Ok(names)
    }

    /// These records, in this order; one that is gone is left out.
    pub fn shared_records(&self, kind: Shared, keys: &[i64]) -> Result<Vec<SharedRecord>> {
        let sql = format!(
            "SELECT record.pk, record.id, {name}, {detail},
                    (SELECT count(*) FROM ({events})), {others}
               FROM {table} AS record JOIN json_each(?1) AS wanted ON wanted.value = record.pk
              ORDER BY wanted.key",
            name = kind.name(),
            detail = kind.detail(),
            events = kind.events_of("record.pk"),
            others = kind.others_of(),
            table = kind.as_str(),
        );
        let wanted = serde_json::Value::from(keys).to_string();
        rows(&self.reader(), &sql, [wanted], |row| {
            Ok(SharedRecord {
                key: row.get(0)?,
                id: row.get(1)?,
                name: row.get(2)?,
                detail: row
                    .get::<_, Option<String>>(3)?
                    .filter(|text| !text.is_empty()),
                events: row.get(4)?,
                others: row.get(5)?,
            })
        })
    }

    /// The record with this identifier.
    pub fn shared_record(&self, kind: Shared, id: &str) -> Result<SharedRecord> {
        let key = self.reader().require(kind.as_str(), id)?;
        self.shared_records(kind, &[key])?
            .pop()
            .ok_or_else(|| StoreError::NoSuch {
                what: kind.as_str(),
                id: id.to_owned(),
            })
    }

    /// The first events in time that use a record.
    pub fn events_using(&self, kind: Shared, key: i64, limit: i64) -> Result<Vec<EventKey>> {
        let sql = format!(
            "SELECT event.pk FROM event WHERE event.pk IN ({}) ORDER BY {IN_TIME} LIMIT ?2",
            kind.events_of("?1")
        );
        rows(&self.reader(), &sql, params![key, limit], |row| row.get(0))
    }

    /// How many lanes stand above one.
    pub fn lane_position(&self, key: i64) -> Result<i64> {
        self.connection
            .prepare_cached(
                "SELECT count(*) FROM lane, lane AS own WHERE own.pk = ?1
                   AND (lane.position, lane.pk) < (own.position, own.pk)",
            )
            .and_then(|mut statement| statement.query_row([key], |row| row.get(0)))
            .map_err(|e| self.error(e))
    }

    /// The record with this identifier or, failing that, this name.
    pub fn shared_called(&self, kind: Shared, text: &str) -> Result<Option<Id>> {
        self.reader().shared_called(kind, text)
    }

    /// The roles that actors played, most frequent first.
    pub fn roles(&self, limit: i64) -> Result<Vec<String>> {
        rows(
            &self.reader(),
            "SELECT role FROM event_actor WHERE role <> '' GROUP BY role
              ORDER BY count(*) DESC, role LIMIT ?1",
            [limit],
            |row| row.get(0),
        )
    }
}

macro_rules! by_identifier {
    ($($name:ident: $record:ty = $read:ident),+ $(,)?) => {
        impl Store {
            $(pub fn $name(&self, id: &str) -> Result<$record> {
                let reader = self.reader();
                $read(&reader, reader.require(stringify!($name), id)?)
            })+
        }
    };
}

by_identifier! {
    lane: Lane = read_lane,
    court: Court = read_court,
    proceeding: Proceeding = read_proceeding,
    actor: Actor = read_actor,
    place: Place = read_place,
    principle: Principle = read_principle,
    source: Source = read_source,
}

impl Edit<'_> {
    /// The record with this identifier or, failing that, this name.
    pub fn shared_called(&self, kind: Shared, text: &str) -> Result<Option<Id>> {
        let sql = format!(
            "SELECT id FROM {table} WHERE id = ?1 OR {name} = ?1 ORDER BY id <> ?1, pk LIMIT 1",
            table = kind.as_str(),
            name = kind.name(),
        );
        Ok(rows(self, &sql, [text], |row| id_at(row, 0))?.pop())
    }

    /// Whether there is a record with this identifier.
    pub fn holds(&self, table: &'static str, id: &str) -> Result<bool> {
        Ok(self.find(table, id)?.is_some())
    }

    /// Gives a record another identifier; what refers to it keeps doing so.
    pub fn rename_record(&self, table: &'static str, from: &str, to: &Id) -> Result<()> {
        let pk = self.require(table, from)?;
        if self.find(table, to.as_str())?.is_some() {
            return Err(StoreError::Taken {
                what: table,
                id: to.to_string(),
            });
        }
        self.execute(
            &format!("UPDATE {table} SET id = ?2 WHERE pk = ?1"),
            params![pk, to.as_str()],
        )?;
        if table == Shared::Source.as_str() {
            self.replace_membership_source(from, Some(to.as_str()))?;
        }
        Ok(())
    }

    /// Deletes a record with what cannot be without it. A lane must have no events.
    pub fn delete_shared(&self, kind: Shared, id: &str) -> Result<()> {
        let table = kind.as_str();
        let pk = self.require(table, id)?;
        for reference in kind.references() {
            let Reference {
                table: other,
                column,
                left,
                ..
            } = reference;
            match left {
                Left::Nothing => {
                    self.execute(&format!("DELETE FROM {other} WHERE {column} = ?1"), [pk])?;
                }
                Left::Blank => self.execute(
                    &format!("UPDATE {other} SET {column} = NULL WHERE {column} = ?1"),
                    [pk],
                )?,
                // The file itself refuses it while anything is left.
                Left::Stays => {}
            }
        }
        if kind == Shared::Source {
            self.replace_membership_source(id, None)?;
        }
        self.execute(&format!("DELETE FROM {table} WHERE pk = ?1"), [pk])
    }

    /// Makes everything that names one record name another, and deletes the one. What
    /// would then be said twice is said once.
    pub fn merge_shared(&self, kind: Shared, from: &str, into: &str) -> Result<()> {
        let table = kind.as_str();
        let (old, new) = (self.require(table, from)?, self.require(table, into)?);
        if old == new {
            return Ok(());
        }
        for Reference {
            table: other,
            column,
            says,
            ..
        } in kind.references()
        {
            let same: Vec<String> = says
                .iter()
                .map(|part| format!("twin.{part} IS {other}.{part}"))
                .collect();
            self.execute(
                &format!(
                    "DELETE FROM {other} WHERE {column} = ?1 AND EXISTS (
                       SELECT 1 FROM {other} AS twin WHERE twin.{column} = ?2 AND {})",
                    same.join(" AND ")
                ),
                [old, new],
            )?;
            self.execute(
                &format!("UPDATE {other} SET {column} = ?2 WHERE {column} = ?1"),
                [old, new],
            )?;
        }
        if kind == Shared::Source {
            self.replace_membership_source(from, Some(into))?;
        }
        self.execute(&format!("DELETE FROM {table} WHERE pk = ?1"), [old])
    }

    /// Puts a record before another of its kind, or last. Answers whether it moved.
    pub fn move_shared(&self, kind: Shared, id: &str, before: Option<&str>) -> Result<bool> {
        let table = kind.as_str();
        let moved = self.require(table, id)?;
        let before = before.map(|id| self.require(table, id)).transpose()?;
        let old: Vec<(i64, i64)> = rows(
            self,
            &format!("SELECT pk, position FROM {table} ORDER BY position, pk"),
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut order: Vec<i64> = old.iter().map(|(pk, _)| *pk).collect();
        if before == Some(moved) {
            return Ok(false);
        }
        order.retain(|pk| *pk != moved);
        let place = before.and_then(|before| order.iter().position(|pk| *pk == before));
        order.insert(place.unwrap_or(order.len()), moved);
        if old.iter().map(|(pk, _)| pk).eq(order.iter()) {
            return Ok(false);
        }
        for (position, pk) in order.iter().enumerate() {
            self.execute(
                &format!("UPDATE {table} SET position = ?2 WHERE pk = ?1 AND position <> ?2"),
                params![pk, position as i64],
            )?;
        }
        Ok(true)
    }

    /// The sources of a membership are a list inside a value, by their identifiers.
    fn replace_membership_source(&self, from: &str, to: Option<&str>) -> Result<()> {
        self.execute(
            "UPDATE actor SET rgs_member = json_set(rgs_member, '$.sources', (
               SELECT json_group_array(id) FROM (
                 SELECT DISTINCT iif(value = ?1, ?2, value) AS id
                   FROM json_each(rgs_member, '$.sources')
                  WHERE value <> ?1 OR ?2 IS NOT NULL)))
              WHERE EXISTS (SELECT 1 FROM json_each(rgs_member, '$.sources') WHERE value = ?1)",
            params![from, to],
        )
    }

    /// The number that the next principle of the scheme would have.
    pub fn next_principle_number(&self) -> Result<i64> {
        self.connection
            .query_row(
                "SELECT coalesce(max(number), 0) + 1 FROM principle",
                [],
                |row| row.get(0),
            )
            .map_err(|e| self.error(e))
    }

    /// Deletes what is said of a date in dispute; the event stays.
    pub fn delete_disputed_date(&self, event: &str) -> Result<()> {
        let pk = self.require("event", event)?;
        let dispute: Option<i64> = self
            .connection
            .query_row("SELECT pk FROM dispute WHERE event = ?1", [pk], |row| {
                row.get(0)
            })
            .optional()
            .map_err(|e| self.error(e))?;
        let dispute = dispute.ok_or_else(|| StoreError::NoSuch {
            what: "disputed date",
            id: event.to_owned(),
        })?;
        self.execute("DELETE FROM dispute WHERE pk = ?1", [dispute])
    }
}

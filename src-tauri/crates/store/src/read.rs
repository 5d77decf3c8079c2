//! Reading what views show: rows joined and counted, in an order.

use crate::document::{edtf_at, if_given, parsed_at, rows};
use crate::filter::EventFilter;
use crate::order::IN_TIME;
use crate::{EventKey, Result, Store};
use docketline_domain::Edtf;
use docketline_domain::vocabulary::{Confidence, EventKind, RelationType};
use rusqlite::{OptionalExtension, Row, params_from_iter};

/// How many records of each kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub events: i64,
    pub relations: i64,
    pub sources: i64,
    pub actors: i64,
    pub places: i64,
    pub principles: i64,
    pub disputed_dates: i64,
    pub notes: i64,
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRecord {
    pub key: EventKey,
    pub id: String,
    pub date: Edtf,
    pub title: String,
    pub short_title: Option<String>,
    pub kind: EventKind,
    pub lane: String,
    pub lane_name: String,
    /// Lanes that stand above its lane.
    pub lane_position: i64,
    pub court: Option<String>,
    pub proceeding: Option<String>,
    pub docket: Option<String>,
    pub confidence: Option<Confidence>,
    pub notes: i64,
    pub disputed: bool,
    pub public_from: Option<Edtf>,
    /// The first day on which it may have been public; the least number is the beginning
    /// of time.
    pub public_first: i64,
}

/// A relation seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationRecord {
    pub id: String,
    pub relation: RelationType,
    pub other: EventKey,
    pub other_id: String,
    pub other_title: String,
    pub other_date: Edtf,
    pub part: Option<String>,
    pub effective: Option<Edtf>,
    pub basis: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRecord {
    pub id: String,
    pub event: EventKey,
    pub event_id: String,
    pub event_title: String,
    pub event_date: Edtf,
    pub markdown: String,
    pub created: String,
    pub modified: String,
}

/// The end of a relation from which it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Origin,
    Target,
}

const EVENT_FROM: &str = "FROM event JOIN lane ON lane.pk = event.lane
  LEFT JOIN court ON court.pk = event.court
  LEFT JOIN proceeding ON proceeding.pk = event.proceeding";

const EVENT_COLUMNS: &str = "event.pk, event.id, event.date, event.title, event.short_title,
  event.kind, lane.id, lane.name, (SELECT count(*) FROM lane AS above WHERE above.position < lane.position),
  court.name, proceeding.name, event.docket, event.confidence,
  (SELECT count(*) FROM note WHERE note.event = event.pk),
  EXISTS (SELECT 1 FROM dispute WHERE dispute.event = event.pk), event.public_from, event.public_first";

fn event_record(row: &Row<'_>) -> rusqlite::Result<EventRecord> {
    Ok(EventRecord {
        key: row.get(0)?,
        id: row.get(1)?,
        date: needed_date(row, 2)?,
        title: row.get(3)?,
        short_title: row.get(4)?,
        kind: parsed_at(row, 5)?.unwrap_or(EventKind::Other),
        lane: row.get(6)?,
        lane_name: row.get(7)?,
        lane_position: row.get(8)?,
        court: row.get(9)?,
        proceeding: row.get(10)?,
        docket: row.get(11)?,
        confidence: parsed_at(row, 12)?,
        notes: row.get(13)?,
        disputed: row.get(14)?,
        public_from: edtf_at(row, 15)?,
        public_first: row.get(16)?,
    })
}

pub(crate) fn needed_date(row: &Row<'_>, index: usize) -> rusqlite::Result<Edtf> {
    edtf_at(row, index)?.ok_or(rusqlite::Error::InvalidColumnType(
        index,
        "date".to_owned(),
        rusqlite::types::Type::Null,
    ))
}

/// With more changes than this, counting everything again is as fast.
const FEW_CHANGES: i64 = 10_000;

impl Store {
    /// How much of everything there is. Counted once; from then on what the log says was
    /// added and taken away is, because it is asked after every edit.
    pub fn counts(&self) -> Result<Counts> {
        let now = self.revision()?;
        let counted = match self.counted.get() {
            Some((then, counts)) if then == now => return Ok(counts),
            Some((then, counts)) if (then..=then + FEW_CHANGES).contains(&now) => {
                self.counts_since(then, counts)?
            }
            _ => self.count_all()?,
        };
        self.counted.set(Some(counted));
        Ok(counted.1)
    }

    /// The counts, and the change up to which they are told: both of one moment, whoever
    /// writes meanwhile.
    fn counts_since(&self, then: i64, mut counts: Counts) -> Result<(i64, Counts)> {
        let changed = rows(
            &self.reader(),
            "SELECT table_name, sum(operation = 'insert') - sum(operation = 'delete'), max(pk)
               FROM change_row WHERE pk > ?1 GROUP BY table_name",
            [then],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get(2)?)),
        )?;
        let mut now = then;
        for (table, more, change) in changed {
            now = now.max(change);
            let count = match table.as_str() {
                "event" => &mut counts.events,
                "relation" => &mut counts.relations,
                "source" => &mut counts.sources,
                "actor" => &mut counts.actors,
                "place" => &mut counts.places,
                "principle" => &mut counts.principles,
                "dispute" => &mut counts.disputed_dates,
                "note" => &mut counts.notes,
                _ => continue,
            };
            *count += more;
        }
        Ok((now, counts))
    }

    fn count_all(&self) -> Result<(i64, Counts)> {
        self.connection
            .query_row(
                "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM relation),
                        (SELECT count(*) FROM source), (SELECT count(*) FROM actor),
                        (SELECT count(*) FROM place), (SELECT count(*) FROM principle),
                        (SELECT count(*) FROM dispute), (SELECT count(*) FROM note),
                        (SELECT coalesce(max(pk), 0) FROM change_row)",
                [],
                |row| {
                    let counts = Counts {
                        events: row.get(0)?,
                        relations: row.get(1)?,
                        sources: row.get(2)?,
                        actors: row.get(3)?,
                        places: row.get(4)?,
                        principles: row.get(5)?,
                        disputed_dates: row.get(6)?,
                        notes: row.get(7)?,
                    };
                    Ok((row.get(8)?, counts))
                },
            )
            .map_err(|e| self.error(e))
    }

    /// Grows with every change of a row, undoing included. Entries of the log would not
    /// do: an edit may become part of one that is there.
    pub fn revision(&self) -> Result<i64> {
        self.connection
            .prepare_cached("SELECT coalesce(max(pk), 0) FROM change_row")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .map_err(|e| self.error(e))
    }

    /// The same of the last change of what a rule of the check reads: it stays as it is
    /// while notes are written, findings accepted, people renamed.
    pub fn rules_revision(&self) -> Result<i64> {
        let sql = "SELECT pk FROM change_row
                    WHERE table_name IN
                          ('event', 'event_source', 'relation', 'court', 'proceeding')
                    ORDER BY pk DESC LIMIT 1";
        let last = rows(&self.reader(), sql, [], |row| row.get(0))?;
        Ok(last.into_iter().next().unwrap_or(0))
    }

    pub fn count_events(&self, filter: &EventFilter) -> Result<i64> {
        if let Some(query) = &filter.search {
            let counted = self.matches(filter, query);
            return counted.map_err(|source| self.error(source));
        }
        let condition = filter.condition();
        let counted = rows(
            &self.reader(),
            &format!("SELECT count(*) FROM event WHERE {}", condition.sql),
            params_from_iter(condition.params),
            |row| row.get(0),
        )?;
        Ok(counted.into_iter().next().unwrap_or(0))
    }

    /// The first events in time that pass; with a negative limit, all of them.
    pub fn first_events(&self, filter: &EventFilter, limit: i64) -> Result<Vec<EventRecord>> {
        if filter.search.is_some() && limit >= 0 {
            return self.event_records(&self.first_found(filter, limit)?);
        }
        let condition = filter.condition();
        let limit_at = condition.params.len() + 1;
        let sql = format!(
            "SELECT {EVENT_COLUMNS} {EVENT_FROM} WHERE {} ORDER BY {IN_TIME} LIMIT ?{limit_at}",
            condition.sql
        );
        let mut params = condition.params;
        params.push(limit.into());
        rows(&self.reader(), &sql, params_from_iter(params), event_record)
    }

    /// These events, in this order; one that is gone is left out.
    pub fn event_records(&self, keys: &[EventKey]) -> Result<Vec<EventRecord>> {
        let sql = format!(
            "SELECT {EVENT_COLUMNS} {EVENT_FROM}
               JOIN json_each(?1) AS wanted ON wanted.value = event.pk ORDER BY wanted.key"
        );
        let wanted = serde_json::Value::from(keys).to_string();
        rows(&self.reader(), &sql, [wanted], event_record)
    }

    /// The next event in time that passes, or the one before; from an event that does not
    /// pass, or from none, the first or the last. With `shown`, the first that it holds of.
    pub fn step(
        &self,
        filter: &EventFilter,
        from: Option<EventKey>,
        forward: bool,
        in_lane: bool,
        shown: Option<&dyn Fn(EventKey) -> bool>,
    ) -> Result<Option<EventKey>> {
        let condition = filter.condition();
        let places = condition.params.len();
        let (order, beyond, bound) = match forward {
            true => (IN_TIME.to_owned(), ">", ">="),
            false => (IN_TIME.replace(',', " DESC,") + " DESC", "<", "<="),
        };
        type Shown<'a> = Option<&'a dyn Fn(EventKey) -> bool>;
        let found = |more: &str, from: Option<EventKey>, shown: Shown<'_>| {
            // Of what is not shown there may be any number before the next that is.
            let limit = if shown.is_some() { -1 } else { 1 };
            let sql = format!(
                "SELECT event.pk FROM event WHERE {} {more} ORDER BY {order} LIMIT {limit}",
                condition.sql
            );
            let mut params = condition.params.clone();
            params.extend(from.map(Into::into));
            let first = || -> rusqlite::Result<Option<EventKey>> {
                let mut statement = self.connection.prepare_cached(&sql)?;
                let mut rows = statement.query(params_from_iter(params))?;
                while let Some(row) = rows.next()? {
                    let key = row.get(0)?;
                    if shown.is_none_or(|shown| shown(key)) {
                        return Ok(Some(key));
                    }
                }
                Ok(None)
            };
            first().map_err(|source| self.error(source))
        };
        let Some(key) = from else {
            return found("", None, shown);
        };
        let key_at = places + 1;
        if found(&format!("AND event.pk = ?{key_at}"), Some(key), None)?.is_none() {
            return found("", None, shown);
        }
        let own = |what: &str| format!("(SELECT {what} FROM event WHERE pk = ?{key_at})");
        let lane = match in_lane {
            true => format!("AND event.lane = {}", own("lane")),
            false => String::new(),
        };
        // Events without a docket sequence come before those with one.
        let place = "event.sort_first, event.sort_last, event.sort_time,
                     coalesce(event.docket_sequence, -9223372036854775808), event.pk";
        found(
            &format!(
                "{lane} AND event.sort_first {bound} {} AND ({place}) {beyond} {}",
                own("sort_first"),
                own(place),
            ),
            Some(key),
            shown,
        )
    }

    pub fn event_record(&self, key: EventKey) -> Result<EventRecord> {
        rows(
            &self.reader(),
            &format!("SELECT {EVENT_COLUMNS} {EVENT_FROM} WHERE event.pk = ?1"),
            [key],
            event_record,
        )?
        .pop()
        .ok_or_else(|| crate::StoreError::NoSuch {
            what: "event",
            id: key.to_string(),
        })
    }

    pub fn event_key(&self, id: &str) -> Result<EventKey> {
        self.connection
            .query_row("SELECT pk FROM event WHERE id = ?1", [id], |row| row.get(0))
            .optional()
            .map_err(|e| self.error(e))?
            .ok_or_else(|| crate::StoreError::NoSuch {
                what: "event",
                id: id.to_owned(),
            })
    }

    /// The relations of an event, in the order of their authors.
    pub fn relations_of(
        &self,
        event: EventKey,
        side: Side,
        known_on: Option<i64>,
    ) -> Result<Vec<RelationRecord>> {
        let (own, other) = match side {
            Side::Origin => ("from_event", "to_event"),
            Side::Target => ("to_event", "from_event"),
        };
        let sql = format!(
            "SELECT relation.id, relation_type, event.pk, event.id, event.title, event.date, part,
                    effective, basis, note
               FROM relation JOIN event ON event.pk = {other}
              WHERE {own} = ?1 AND (?2 IS NULL OR event.public_first <= ?2) ORDER BY relation.pk"
        );
        rows(&self.reader(), &sql, (event, known_on), |row| {
            Ok(RelationRecord {
                id: row.get(0)?,
                relation: parsed_at(row, 1)?.unwrap_or(RelationType::RespondsTo),
                other: row.get(2)?,
                other_id: row.get(3)?,
                other_title: row.get(4)?,
                other_date: needed_date(row, 5)?,
                part: row.get(6)?,
                effective: edtf_at(row, 7)?,
                basis: row.get(8)?,
                note: row.get(9)?,
            })
        })
    }

    /// All notes, latest first; or those of one event, oldest first.
    /// With `known_on`, only those on events that may have been public by then.
    pub fn notes(&self, event: Option<EventKey>, known_on: Option<i64>) -> Result<Vec<NoteRecord>> {
        let order = match event {
            Some(_) => "note.pk",
            None => "note.modified DESC, note.pk DESC",
        };
        let sql = format!(
            "{NOTE} WHERE {} AND (?2 IS NULL OR event.public_first <= ?2) ORDER BY {order}",
            if_given(event.as_ref(), "note.event = ?1", "?1")
        );
        rows(&self.reader(), &sql, (event, known_on), note_record)
    }

    pub fn note(&self, id: &str) -> Result<NoteRecord> {
        let sql = format!("{NOTE} WHERE note.id = ?1");
        rows(&self.reader(), &sql, [id], note_record)?
            .pop()
            .ok_or_else(|| crate::StoreError::NoSuch {
                what: "note",
                id: id.to_owned(),
            })
    }
}

const NOTE: &str = "
    SELECT note.id, event.pk, event.id, event.title, event.date, markdown, created, modified
      FROM note JOIN event ON event.pk = note.event";

fn note_record(row: &Row<'_>) -> rusqlite::Result<NoteRecord> {
    Ok(NoteRecord {
        id: row.get(0)?,
        event: row.get(1)?,
        event_id: row.get(2)?,
        event_title: row.get(3)?,
        event_date: needed_date(row, 4)?,
        markdown: row.get(5)?,
        created: row.get(6)?,
        modified: row.get(7)?,
    })
}

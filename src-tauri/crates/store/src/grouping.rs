//! What events can be grouped by, other than their lanes and kinds.

use crate::{EventKey, Result, Store};

/// An attribute that an event has none, one or several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    Court,
    Jurisdiction,
    /// Those who take part and those who judge.
    Actor,
    Principle,
    Source,
}

/// A value that events may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    pub key: i64,
    pub id: String,
    pub name: String,
    /// What it belongs to, where the casebook says so and says one thing: the affiliation
    /// of an actor or else its type, the publisher of a source, and the one jurisdiction
    /// that all events of a court have which have any.
    pub within: Option<String>,
}

impl Attribute {
    /// Events and the keys of their values; a pair as often as it is said, because comparing
    /// each with all others takes several times as long as reading them.
    const fn members(self) -> &'static str {
        match self {
            Self::Court => "SELECT pk AS event, court AS value FROM event WHERE court IS NOT NULL",
            Self::Jurisdiction => {
                "SELECT event, value FROM event_jurisdiction JOIN (
                   SELECT jurisdiction, min(pk) AS value FROM event_jurisdiction
                    GROUP BY jurisdiction) USING (jurisdiction)"
            }
            Self::Actor => {
                "SELECT event, actor AS value FROM event_actor
                 UNION ALL SELECT event, actor FROM event_judge"
            }
            Self::Principle => "SELECT event, principle AS value FROM event_principle",
            Self::Source => "SELECT event, source AS value FROM event_source",
        }
    }

    /// Keys, identifiers and names of the values, and what they belong to.
    const fn values(self) -> &'static str {
        match self {
            Self::Court => {
                "SELECT pk, id, name, 0 AS place, within FROM court LEFT JOIN (
                   SELECT court, min(jurisdiction) AS within FROM (
                     SELECT court, jurisdiction, count(DISTINCT event.pk) AS n
                       FROM event JOIN event_jurisdiction ON event_jurisdiction.event = event.pk
                      WHERE court IS NOT NULL GROUP BY court, jurisdiction)
                   JOIN (
                     SELECT court AS of, count(*) AS every FROM event
                      WHERE court IS NOT NULL AND pk IN (SELECT event FROM event_jurisdiction)
                      GROUP BY court)
                     ON of = court AND n = every
                    GROUP BY court HAVING count(*) = 1) ON court = pk"
            }
            Self::Jurisdiction => {
                "SELECT min(pk) AS pk, jurisdiction AS id, jurisdiction AS name, 0 AS place,
                        NULL AS within
                   FROM event_jurisdiction GROUP BY jurisdiction"
            }
            Self::Actor => {
                "SELECT pk, id, name, 0 AS place, coalesce(affiliation, actor_type) AS within
                   FROM actor"
            }
            Self::Principle => {
                "SELECT pk, id, name, number AS place, NULL AS within FROM principle"
            }
            Self::Source => {
                "SELECT pk, id, title AS name, 0 AS place, publisher AS within FROM source"
            }
        }
    }
}

impl Store {
    /// All values, also those of no event; principles by number, others by name.
    pub fn values(&self, of: Attribute) -> Result<Vec<GroupRow>> {
        let sql = format!(
            "SELECT pk, id, name, within FROM ({}) ORDER BY place, name, pk",
            of.values()
        );
        let read = || -> rusqlite::Result<Vec<GroupRow>> {
            self.connection
                .prepare_cached(&sql)?
                .query_map([], |row| {
                    Ok(GroupRow {
                        key: row.get(0)?,
                        id: row.get(1)?,
                        name: row.get(2)?,
                        within: row.get(3)?,
                    })
                })?
                .collect()
        };
        read().map_err(|source| self.error(source))
    }

    /// Every event with the key of each value that it has, in no particular order; a pair
    /// may come twice.
    pub fn members(&self, of: Attribute, mut each: impl FnMut(EventKey, i64)) -> Result<()> {
        let mut read = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(of.members())?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                each(row.get(0)?, row.get(1)?);
            }
            Ok(())
        };
        read().map_err(|source| self.error(source))
    }
}

//! What goes with events when they are deleted.

use crate::document::{parsed_at, rows};
use crate::{EventKey, Result, Store};
use docketline_domain::vocabulary::RelationType;

/// What would go with some events, and the first of it in the order of the events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependents {
    pub relations: i64,
    pub first_relations: Vec<DependentRelation>,
    pub notes: i64,
    /// In Markdown.
    pub first_notes: Vec<String>,
    pub disputed_dates: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DependentRelation {
    pub from_title: String,
    pub relation: RelationType,
    pub to_title: String,
}

/// Relations of the chosen events, each with the first of them that it belongs to.
const RELATIONS: &str = "
    WITH wanted(place, event) AS (SELECT key, value FROM json_each(?1)),
         held(relation, place) AS (
           SELECT relation.pk, place FROM wanted JOIN relation ON from_event = event
           UNION ALL
           SELECT relation.pk, place FROM wanted JOIN relation ON to_event = event),
         once(relation, place) AS (SELECT relation, min(place) FROM held GROUP BY relation)";

impl Store {
    /// What depends on these events; at most `most` of each kind are told.
    pub fn dependents(&self, events: &[EventKey], most: usize) -> Result<Dependents> {
        let wanted = serde_json::Value::from(events).to_string();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let count = |sql: &str| -> Result<i64> {
            let read = self.connection.query_row(sql, [&wanted], |row| row.get(0));
            read.map_err(|source| self.error(source))
        };
        let first_relations = rows(
            &self.reader(),
            &format!(
                "{RELATIONS}
                 SELECT origin.title, relation_type, target.title
                   FROM once JOIN relation ON relation.pk = once.relation
                   JOIN event AS origin ON origin.pk = from_event
                   JOIN event AS target ON target.pk = to_event
                  ORDER BY place, relation.pk LIMIT ?2"
            ),
            (&wanted, most),
            |row| {
                Ok(DependentRelation {
                    from_title: row.get(0)?,
                    relation: parsed_at(row, 1)?.unwrap_or(RelationType::RespondsTo),
                    to_title: row.get(2)?,
                })
            },
        )?;
        let first_notes = rows(
            &self.reader(),
            "SELECT markdown FROM json_each(?1) AS wanted JOIN note ON note.event = wanted.value
              ORDER BY wanted.key, note.pk LIMIT ?2",
            (&wanted, most),
            |row| row.get(0),
        )?;
        Ok(Dependents {
            relations: count(&format!("{RELATIONS} SELECT count(*) FROM once"))?,
            first_relations,
            notes: count(
                "SELECT count(*) FROM note WHERE event IN (SELECT value FROM json_each(?1))",
            )?,
            first_notes,
            disputed_dates: count(
                "SELECT count(*) FROM dispute WHERE event IN (SELECT value FROM json_each(?1))",
            )?,
        })
    }
}

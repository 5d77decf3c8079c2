//! Which events are meant, as SQL.

use crate::search::SearchQuery;
use docketline_domain::vocabulary::EventKind;
use rusqlite::types::Value;

/// `None` asks for any; an empty list asks for none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventFilter {
    pub lanes: Option<Vec<String>>,
    /// Their events are left out.
    pub hidden_lanes: Option<Vec<String>>,
    pub kinds: Option<Vec<EventKind>>,
    pub actors: Option<Vec<String>>,
    pub principles: Option<Vec<String>>,
    /// Day numbers. An event passes when one of its days lies within.
    pub from: Option<i64>,
    pub to: Option<i64>,
    /// Whether it must do so in every reading of its date, or in one.
    pub span: Reading,
    /// Leaves out what cannot have happened by the end of this day.
    pub as_of: Option<i64>,
    /// Leaves out what cannot have been public by the end of this day.
    pub known_on: Option<i64>,
    pub search: Option<SearchQuery>,
}

/// How sure a comparison with an uncertain date must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    /// It holds in at least one reading.
    #[default]
    Possibly,
    /// It holds in all of them.
    Certainly,
}

/// A condition on `event` and its parameters, numbered from 1.
#[derive(Debug, Default)]
pub(crate) struct Condition {
    pub sql: String,
    pub params: Vec<Value>,
}

impl Condition {
    fn and(&mut self, clause: &str) {
        self.sql
            .push_str(if self.sql.is_empty() { "" } else { " AND " });
        self.sql.push_str(clause);
    }

    /// The number of the parameter that is added.
    fn param(&mut self, value: impl Into<Value>) -> usize {
        self.params.push(value.into());
        self.params.len()
    }

    fn one_of(&mut self, column: &str, words: &[String]) {
        let list = serde_json::Value::from(words).to_string();
        let n = self.param(list);
        self.and(&column.replace("{list}", &format!("(SELECT value FROM json_each(?{n}))")));
    }
}

impl EventFilter {
    pub(crate) fn condition(&self) -> Condition {
        // Destructured, so that a new field cannot be forgotten here.
        let Self {
            lanes,
            hidden_lanes,
            kinds,
            actors,
            principles,
            from,
            to,
            span,
            as_of,
            known_on,
            search,
        } = self;
        let mut condition = Condition::default();
        condition.and("TRUE");
        if let Some(lanes) = lanes {
            condition.one_of(
                "event.lane IN (SELECT pk FROM lane WHERE id IN {list})",
                lanes,
            );
        }
        if let Some(lanes) = hidden_lanes {
            condition.one_of(
                "event.lane NOT IN (SELECT pk FROM lane WHERE id IN {list})",
                lanes,
            );
        }
        if let Some(kinds) = kinds {
            let words: Vec<String> = kinds.iter().map(ToString::to_string).collect();
            condition.one_of("event.kind IN {list}", &words);
        }
        if let Some(actors) = actors {
            condition.one_of(
                "event.pk IN (SELECT event FROM event_actor JOIN actor ON actor.pk = actor WHERE actor.id IN {list}
                        UNION SELECT event FROM event_judge JOIN actor ON actor.pk = actor WHERE actor.id IN {list})",
                actors,
            );
        }
        if let Some(principles) = principles {
            condition.one_of(
                "event.pk IN (SELECT event FROM event_principle JOIN principle ON principle.pk = principle
                               WHERE principle.id IN {list})",
                principles,
            );
        }
        let (ends, begins) = match span {
            Reading::Possibly => ("sort_last", "sort_first"),
            Reading::Certainly => ("ends_earliest", "begins_latest"),
        };
        for (day, column, way) in [
            (from, ends, ">="),
            (to, begins, "<="),
            (as_of, "sort_first", "<="),
            (known_on, "public_first", "<="),
        ] {
            if let Some(day) = day {
                let n = condition.param(*day);
                condition.and(&format!("event.{column} {way} ?{n}"));
            }
        }
        if let Some(search) = search {
            let n = condition.param(search.as_match().to_owned());
            condition.and(&format!(
                "event.pk IN (SELECT rowid FROM search_index WHERE search_index MATCH ?{n})"
            ));
        }
        condition
    }
}

//! The events that an entry touched, from one pass over its rows in the log: a large import
//! has millions of them, and with an image each once it is undone.

use crate::EventKey;
use rusqlite::{CachedStatement, Connection};

/// Each list in the order of the keys, without repetition.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    /// Whose findable text may be another now.
    pub findable: Vec<EventKey>,
    /// Which may be drawn another way now.
    pub drawn: Vec<EventKey>,
    /// Whose own history has the entry: what the view `change_touches` says of it.
    pub told: Vec<EventKey>,
}

/// A row of the log, with the events that its images name.
struct Logged {
    table: String,
    row: i64,
    /// Whether the row was there after it.
    is_there: bool,
    before: [Option<EventKey>; 2],
    after: [Option<EventKey>; 2],
}

impl Touched {
    /// What the newest entry touched.
    pub fn by(connection: &Connection, entry: i64) -> rusqlite::Result<Self> {
        let mut log = connection.prepare_cached(
            "SELECT table_name, row, operation <> 'delete',
                    CASE table_name WHEN 'event' THEN NULL
                      WHEN 'relation' THEN before ->> '$.from_event'
                      ELSE before ->> '$.event' END,
                    CASE table_name WHEN 'relation' THEN before ->> '$.to_event' END,
                    CASE table_name WHEN 'event' THEN NULL
                      WHEN 'relation' THEN after ->> '$.from_event'
                      ELSE after ->> '$.event' END,
                    CASE table_name WHEN 'relation' THEN after ->> '$.to_event' END
               FROM change_row
              WHERE pk >= (SELECT min(pk) FROM change_row WHERE entry = ?1)",
        )?;
        let mut rows = log.query([entry])?;
        let mut touched = Self::default();
        while let Some(row) = rows.next()? {
            let logged = Logged {
                table: row.get(0)?,
                row: row.get(1)?,
                is_there: row.get(2)?,
                before: [row.get(3)?, row.get(4)?],
                after: [row.get(5)?, row.get(6)?],
            };
            touched.add(connection, &logged)?;
        }
        for list in [&mut touched.findable, &mut touched.drawn, &mut touched.told] {
            list.sort_unstable();
            list.dedup();
        }
        Ok(touched)
    }

    fn add(&mut self, connection: &Connection, logged: &Logged) -> rusqlite::Result<()> {
        let named = logged.before.iter().chain(&logged.after).flatten();
        self.told.extend(named.clone());
        match logged.table.as_str() {
            "event" => {
                self.findable.push(logged.row);
                self.drawn.push(logged.row);
                self.told.push(logged.row);
            }
            "event_actor" | "event_judge" | "event_source" | "event_citation" => {
                self.findable.extend(named);
                self.findable.extend(logged.owners(connection)?);
            }
            "note" => {
                let now = logged.owners(connection)?;
                self.findable.extend(named.clone().chain(&now));
                self.drawn.extend(named.chain(&now));
                self.told.extend(now);
            }
            "dispute" => {
                self.drawn.extend(named);
                self.drawn.extend(logged.owners(connection)?);
            }
            "relation" => self.told.extend(logged.owners(connection)?),
            // What is said of an event in the name of one that it shares with others.
            "actor" | "source" | "court" if logged.is_there => {
                self.findable.extend(logged.users(connection)?);
            }
            _ => {}
        }
        Ok(())
    }
}

impl Logged {
    /// The events that the row belongs to now, where the log has no image of it that says so.
    fn owners(&self, connection: &Connection) -> rusqlite::Result<Vec<EventKey>> {
        if !self.is_there || self.after[0].is_some() {
            return Ok(Vec::new());
        }
        keys(
            connection.prepare_cached(match self.table.as_str() {
                "event_actor" => "SELECT event FROM event_actor WHERE pk = ?1",
                "event_judge" => "SELECT event FROM event_judge WHERE pk = ?1",
                "event_source" => "SELECT event FROM event_source WHERE pk = ?1",
                "event_citation" => "SELECT event FROM event_citation WHERE pk = ?1",
                "note" => "SELECT event FROM note WHERE pk = ?1",
                "dispute" => "SELECT event FROM dispute WHERE pk = ?1",
                "relation" => {
                    "SELECT from_event FROM relation WHERE pk = ?1
                     UNION ALL SELECT to_event FROM relation WHERE pk = ?1"
                }
                _ => return Ok(Vec::new()),
            })?,
            self.row,
        )
    }

    /// The events that name the record.
    fn users(&self, connection: &Connection) -> rusqlite::Result<Vec<EventKey>> {
        keys(
            connection.prepare_cached(match self.table.as_str() {
                "actor" => {
                    "SELECT event FROM event_actor WHERE actor = ?1
                     UNION ALL SELECT event FROM event_judge WHERE actor = ?1"
                }
                "source" => "SELECT event FROM event_source WHERE source = ?1",
                "court" => "SELECT pk FROM event WHERE court = ?1",
                _ => return Ok(Vec::new()),
            })?,
            self.row,
        )
    }
}

fn keys(mut statement: CachedStatement<'_>, row: i64) -> rusqlite::Result<Vec<EventKey>> {
    statement.query_map([row], |row| row.get(0))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{schema, timeline};

    /// Events 1 to 6 with what belongs to them, not logged.
    const CASEBOOK: &str = "
        INSERT INTO lane (pk, id, name, position) VALUES (1, 'a', 'A', 0);
        INSERT INTO court (pk, id, name) VALUES (1, 'c', 'C');
        INSERT INTO actor (pk, id, name, actor_type) VALUES (1, 'p', 'P', ''), (2, 'q', 'Q', '');
        INSERT INTO source (pk, id, title) VALUES (1, 's', 'S');
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6)
        INSERT INTO event (pk, id, date, sort_first, sort_last, title, kind, lane)
          SELECT i, 'e' || i, '2016', 0, 0, 'E', 'order', 1 FROM n;
        UPDATE event SET court = 1 WHERE pk = 6;
        INSERT INTO event_actor (pk, event, actor, role) VALUES (1, 1, 1, '');
        INSERT INTO event_judge (pk, event, actor) VALUES (1, 2, 1);
        INSERT INTO event_source (pk, event, source, supports) VALUES (1, 3, 1, '');
        INSERT INTO event_citation (pk, event, text) VALUES (1, 4, '');
        INSERT INTO dispute (pk, event, chosen, reason) VALUES (1, 5, '', '');
        INSERT INTO relation (pk, id, from_event, relation_type, to_event)
          VALUES (1, 'r', 1, 'cites', 2);
        INSERT INTO note (pk, id, event, markdown, created, modified)
          VALUES (1, 'n', 4, '', '', '');";

    fn casebook() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        schema::create(&connection).unwrap();
        schema::stop_log(&connection).unwrap();
        connection.execute_batch(CASEBOOK).unwrap();
        schema::start_log(&connection).unwrap();
        connection
    }

    fn entry(connection: &Connection, bulk: bool, edit: &str) -> i64 {
        let sql = "INSERT INTO change_entry (at, kind, action, subject, bulk)
                   VALUES ('', 'edit', '', '', ?1)";
        connection.execute(sql, [bulk]).unwrap();
        let entry = connection.last_insert_rowid();
        connection.execute_batch(edit).unwrap();
        entry
    }

    #[test]
    fn an_entry_touched_the_events_whose_rows_and_records_it_changed() {
        // What may be found otherwise, and what may be drawn otherwise.
        let edits: [(&str, &[i64], &[i64]); 17] = [
            ("UPDATE event SET title = 'T' WHERE pk = 3", &[3], &[3]),
            ("DELETE FROM event WHERE pk = 6", &[6], &[6]),
            ("DELETE FROM event WHERE pk = 4", &[4], &[4]),
            (
                "INSERT INTO event_actor (event, actor, role) VALUES (5, 1, '')",
                &[5],
                &[],
            ),
            ("UPDATE event_actor SET event = 2", &[1, 2], &[]),
            (
                "INSERT INTO event_judge (event, actor) VALUES (5, 1)",
                &[5],
                &[],
            ),
            ("DELETE FROM event_source", &[3], &[]),
            (
                "INSERT INTO event_source (event, source, supports) VALUES (1, 1, '')",
                &[1],
                &[],
            ),
            (
                "INSERT INTO event_citation (event, text) VALUES (2, '')",
                &[2],
                &[],
            ),
            (
                "INSERT INTO event_jurisdiction (event, jurisdiction) VALUES (2, '')",
                &[],
                &[],
            ),
            ("UPDATE actor SET name = 'N' WHERE pk = 1", &[1, 2], &[]),
            ("UPDATE source SET title = 'T'", &[3], &[]),
            ("UPDATE court SET name = 'N'", &[6], &[]),
            ("UPDATE note SET event = 5", &[4, 5], &[4, 5]),
            (
                "INSERT INTO note (id, event, markdown, created, modified)
                 VALUES ('m', 1, '', '', '')",
                &[1],
                &[1],
            ),
            (
                "INSERT INTO dispute (event, chosen, reason) VALUES (2, '', '')",
                &[],
                &[2],
            ),
            (
                "INSERT INTO relation (id, from_event, relation_type, to_event)
                 VALUES ('q', 4, 'cites', 5)",
                &[],
                &[],
            ),
        ];
        for (edit, findable, drawn) in edits {
            for bulk in [false, true] {
                let connection = casebook();
                entry(&connection, false, "UPDATE lane SET name = 'Before'");
                let entry = entry(&connection, bulk, edit);
                let touched = Touched::by(&connection, entry).unwrap();
                assert_eq!(touched.findable, findable, "{edit}");
                assert_eq!(touched.drawn, drawn, "{edit}");
                let keys = |sql: &str, value: i64| -> Vec<i64> {
                    let mut statement = connection.prepare(sql).unwrap();
                    let keys = statement.query_map([value], |row| row.get(0)).unwrap();
                    keys.collect::<rusqlite::Result<_>>().unwrap()
                };
                let told = "SELECT DISTINCT event FROM change_touches
                             WHERE entry = ?1 AND event IS NOT NULL ORDER BY event";
                assert_eq!(touched.told, keys(told, entry), "{edit}");
                let redrawn = format!("{} ORDER BY 1", timeline::REDRAWN);
                assert_eq!(touched.drawn, keys(&redrawn, 1), "{edit}");
            }
        }
    }
}

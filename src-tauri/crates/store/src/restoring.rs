//! Putting rows back to what the log says they were.

use crate::change::{AT_ONCE, listed};
use crate::{schema, unindexing};
use rusqlite::{Connection, Rows, params, params_from_iter, types::Value};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value as Json;
use std::collections::HashMap;
use std::fmt;

/// Puts every row that an entry touched back to what it was, last change first.
pub(crate) fn take_back(connection: &Connection, entry: i64) -> rusqlite::Result<()> {
    unindexing::while_removing(connection, entry..=entry, || {
        let mut log = connection.prepare(
            "SELECT table_name, row, before FROM change_row WHERE entry = ?1 ORDER BY pk DESC",
        )?;
        let mut rows = log.query([entry])?;
        let mut restoring = Restoring::new(connection);
        loop {
            let some = Logged::next_some(&mut rows)?;
            if some.is_empty() {
                return Ok(());
            }
            restoring.take_back(&some)?;
        }
    })
}

/// Makes every row what it was after the entry `to`: one step for each row, however
/// often it changed since.
pub(crate) fn apply_back_to(connection: &Connection, to: i64) -> rusqlite::Result<()> {
    unindexing::while_removing(connection, to + 1..=i64::MAX, || {
        let mut log = connection.prepare(
            "SELECT table_name, row, before FROM change_row
              WHERE pk IN (SELECT min(pk) FROM change_row WHERE entry > ?1 GROUP BY table_name, row)
              ORDER BY pk DESC",
        )?;
        let mut rows = log.query([to])?;
        let mut then = Vec::new();
        while let Some(logged) = Logged::next(&mut rows)? {
            then.push(logged);
        }
        let mut restoring = Restoring::new(connection);
        // Disputes are the one kind of row that goes with another, its event, and has rows
        // that go with it. One that stays and was its event's alone would lose them below.
        for logged in then.iter().filter(|logged| logged.table == "dispute") {
            if let Some(image) = &logged.before {
                restoring.put(logged.table, image)?;
            }
        }
        // What was not there goes first: its name may belong to another row again.
        let is_gone = |logged: &&Logged| logged.before.is_none();
        restoring.remove(then.iter().filter(is_gone))?;
        let images = || {
            then.iter()
                .filter_map(|logged| Some((logged.table, logged.before.as_deref()?)))
        };
        for (table, image) in images() {
            restoring.make_way(table, image)?;
        }
        for (table, image) in images() {
            restoring.put(table, image)?;
        }
        Ok(())
    })
}

/// A name from the file becomes part of a statement only if it is one of ours.
pub(crate) fn known_table(name: &str) -> Option<&'static str> {
    schema::CONTENT_TABLES
        .iter()
        .find(|known| **known == name)
        .copied()
}

/// A change of a row, as far as it takes to undo it.
struct Logged {
    table: &'static str,
    row: i64,
    /// `None` when the row was not there.
    before: Option<String>,
}

/// Images are read up to about so many bytes at a time.
const BYTES_AT_ONCE: usize = 8 << 20;

impl Logged {
    fn next(rows: &mut Rows<'_>) -> rusqlite::Result<Option<Self>> {
        while let Some(row) = rows.next()? {
            if let Some(table) = known_table(row.get_ref(0)?.as_str()?) {
                return Ok(Some(Self {
                    table,
                    row: row.get(1)?,
                    before: row.get(2)?,
                }));
            }
        }
        Ok(None)
    }

    /// The next of them, as many as are taken back together; none when there are no more.
    fn next_some(rows: &mut Rows<'_>) -> rusqlite::Result<Vec<Self>> {
        let (mut some, mut bytes) = (Vec::new(), 0);
        while some.len() < AT_ONCE && bytes < BYTES_AT_ONCE {
            let Some(logged) = Self::next(rows)? else {
                break;
            };
            bytes += logged.before.as_ref().map_or(0, String::len);
            some.push(logged);
        }
        Ok(some)
    }
}

/// Writes rows as their images say.
struct Restoring<'c> {
    connection: &'c Connection,
    /// The columns of the last image that was put into a table, and the statement for them.
    puts: HashMap<&'static str, (Vec<String>, String)>,
}

impl<'c> Restoring<'c> {
    fn new(connection: &'c Connection) -> Self {
        Self {
            connection,
            puts: HashMap::new(),
        }
    }

    /// Takes back changes that follow each other in the log, the last one first.
    ///
    /// Rows to be removed one after the other go together. Nothing is put back meanwhile, so
    /// it is all the same in which order, and what goes with them by reference would go with
    /// them one by one too.
    fn take_back(&mut self, changes: &[Logged]) -> rusqlite::Result<()> {
        let mut to_go = Vec::new();
        for logged in changes {
            let Some(image) = &logged.before else {
                to_go.push(logged);
                continue;
            };
            self.remove(to_go.drain(..))?;
            self.put(logged.table, image)?;
        }
        self.remove(to_go.into_iter())
    }

    /// Removes rows, events first: what belongs to them goes with them, and each stands
    /// beside its event in the history.
    fn remove<'l>(&self, rows: impl Iterator<Item = &'l Logged>) -> rusqlite::Result<()> {
        let mut keys: HashMap<&str, Vec<i64>> = HashMap::new();
        for logged in rows {
            keys.entry(logged.table).or_default().push(logged.row);
        }
        let others = schema::CONTENT_TABLES.iter().rev();
        for table in std::iter::once(&"event").chain(others) {
            let Some(keys) = keys.remove(table) else {
                continue;
            };
            for some in keys.chunks(AT_ONCE) {
                self.connection
                    .prepare_cached(&format!(
                        "DELETE FROM {table} WHERE pk IN (SELECT value FROM json_each(?1))"
                    ))?
                    .execute([listed(some)])?;
            }
        }
        Ok(())
    }

    /// Takes the identifier of an image from whatever other row has it now.
    fn make_way(&self, table: &str, image: &str) -> rusqlite::Result<()> {
        let image: Json = serde_json::from_str(image).unwrap_or_default();
        if let (Some(pk), Some(id)) = (image["pk"].as_i64(), image["id"].as_str()) {
            self.connection
                .prepare_cached(&format!(
                    "UPDATE {table} SET id = 'moved-' || pk || '-' || hex(randomblob(8))
                      WHERE id = ?2 AND pk <> ?1"
                ))?
                .execute(params![pk, id])?;
        }
        Ok(())
    }

    /// Writes a row whether it is there or not; one that is so already stays untouched.
    /// An image from before a column existed says nothing of it.
    fn put(&mut self, table: &'static str, image: &str) -> rusqlite::Result<()> {
        let Image(mut image) = serde_json::from_str(image).unwrap_or_default();
        let is_for = |(columns, _): &&(Vec<String>, String)| {
            let named = image.iter().map(|(column, _)| *column);
            named.eq(columns.iter().map(String::as_str))
        };
        if self.puts.get(table).filter(is_for).is_none() {
            let all = schema::columns(self.connection, table)?;
            image.retain(|(column, _)| all.iter().any(|known| known == column));
            let names = image.iter().map(|(column, _)| (*column).to_owned());
            let columns: Vec<String> = names.collect();
            let statement = put_statement(table, &columns);
            self.puts.insert(table, (columns, statement));
        }
        let (_, statement) = &self.puts[table];
        let values = image.into_iter().map(|(_, value)| sql_value(value));
        self.connection
            .prepare_cached(statement)?
            .execute(params_from_iter(values))?;
        Ok(())
    }
}

/// A row as the log has it: its columns and what they held, in their order. A map would be
/// sorted first, for each of a million rows that come back.
#[derive(Default)]
struct Image<'j>(Vec<(&'j str, Json)>);

impl<'j> Deserialize<'j> for Image<'j> {
    fn deserialize<D: Deserializer<'j>>(deserializer: D) -> Result<Self, D::Error> {
        struct Columns;

        impl<'j> Visitor<'j> for Columns {
            type Value = Image<'j>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the columns of a row")
            }

            fn visit_map<A: MapAccess<'j>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut columns = Vec::with_capacity(32);
                while let Some(column) = map.next_entry()? {
                    columns.push(column);
                }
                Ok(Image(columns))
            }
        }

        deserializer.deserialize_map(Columns)
    }
}

fn put_statement(table: &str, columns: &[String]) -> String {
    let others: Vec<&String> = columns.iter().filter(|column| *column != "pk").collect();
    let listed = |prefix: &str| {
        let listed: Vec<String> = others.iter().map(|c| format!("{prefix}{c}")).collect();
        listed.join(", ")
    };
    let updates: Vec<String> = others
        .iter()
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    format!(
        "INSERT INTO {table} ({}) VALUES ({})
         ON CONFLICT (pk) DO UPDATE SET {} WHERE ({}) IS NOT ({})",
        columns.join(", "),
        vec!["?"; columns.len()].join(", "),
        updates.join(", "),
        listed(&format!("{table}.")),
        listed("excluded."),
    )
}

fn sql_value(json: Json) -> Value {
    match json {
        Json::String(text) => Value::Text(text),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Integer(whole),
            None => number.as_f64().map_or(Value::Null, Value::Real),
        },
        Json::Bool(truth) => Value::Integer(i64::from(truth)),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an entry can do in an order that matters: names change hands, rows come and go
    /// again, and what was there before comes to belong to what was not.
    const EDITS: &str = "
        UPDATE event SET id = 'gone-1' WHERE pk = 1;
        INSERT INTO event (pk, id, date, sort_first, sort_last, title, kind, lane)
          VALUES (11, 'e1', '2016', 0, 0, 'New', 'order', 1);
        UPDATE note SET event = 11 WHERE pk = 1;
        UPDATE dispute SET event = 11 WHERE pk = 1;
        UPDATE note SET markdown = 'Twice' WHERE pk = 1;
        INSERT INTO lane (pk, id, name, position) VALUES (11, 'b', 'B', 1);
        UPDATE event SET lane = 11;
        INSERT INTO event_citation (pk, event, text) VALUES (11, 2, 'One'), (12, 11, 'Two');
        UPDATE event_citation SET text = 'Three' WHERE pk = 11;
        DELETE FROM event WHERE pk = 2;
        INSERT INTO event (pk, id, date, sort_first, sort_last, title, kind, lane)
          VALUES (2, 'e3-later', '2017', 0, 0, 'The key again', 'order', 11);
        UPDATE event SET id = 'between' WHERE pk = 3;
        UPDATE event SET id = 'e3' WHERE pk = 2;
        UPDATE event SET id = 'e2' WHERE pk = 3;
        INSERT INTO event (pk, id, date, sort_first, sort_last, title, kind, lane)
          VALUES (12, 'short', '2016', 0, 0, 'Short', 'order', 11);
        INSERT INTO relation (pk, id, from_event, relation_type, to_event)
          VALUES (11, 'r', 12, 'cites', 1);
        DELETE FROM event WHERE pk = 12;
        DELETE FROM lane WHERE pk = 1;";

    fn casebook() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .pragma_update(None, "foreign_keys", true)
            .unwrap();
        schema::create(&connection).unwrap();
        connection
            .execute_batch(
                "INSERT INTO change_entry (at, kind, action, subject) VALUES ('', 'edit', '', '');
                 INSERT INTO lane (pk, id, name, position) VALUES (1, 'a', 'A', 0);
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
                 INSERT INTO event (pk, id, date, sort_first, sort_last, title, kind, lane)
                   SELECT i, 'e' || i, '2016', 0, 0, 'E', 'order', 1 FROM n;
                 INSERT INTO note (pk, id, event, markdown, created, modified)
                   VALUES (1, 'n', 1, 'Once', '', ''), (2, 'o', 2, 'Other', '', '');
                 INSERT INTO dispute (pk, event, chosen, reason) VALUES (1, 1, '', '');
                 INSERT INTO dispute_alternative (pk, dispute, value) VALUES (1, 1, '2017');",
            )
            .unwrap();
        connection
    }

    fn new_entry(connection: &Connection, bulk: bool) -> i64 {
        let sql = "INSERT INTO change_entry (at, kind, action, subject, bulk)
                   VALUES ('', 'edit', '', '', ?1)";
        connection.execute(sql, [bulk]).unwrap();
        connection.last_insert_rowid()
    }

    /// Every row of every table of the content.
    fn content(connection: &Connection) -> Vec<(&'static str, Vec<Value>)> {
        let mut content = Vec::new();
        for table in schema::CONTENT_TABLES {
            let sql = format!("SELECT * FROM {table} ORDER BY pk");
            let mut statement = connection.prepare(&sql).unwrap();
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| {
                (0..columns).map(|column| row.get(column)).collect()
            });
            let rows: rusqlite::Result<Vec<Vec<Value>>> = rows.unwrap().collect();
            content.extend(rows.unwrap().into_iter().map(|row| (*table, row)));
        }
        content
    }

    /// Takes an entry back, so many changes at a time.
    fn take_back_in_parts(connection: &Connection, entry: i64, size: usize) {
        let mut log = connection
            .prepare(
                "SELECT table_name, row, before FROM change_row WHERE entry = ?1 ORDER BY pk DESC",
            )
            .unwrap();
        let mut rows = log.query([entry]).unwrap();
        let changes = Logged::next_some(&mut rows).unwrap();
        let mut restoring = Restoring::new(connection);
        for some in changes.chunks(size) {
            restoring.take_back(some).unwrap();
        }
    }

    #[test]
    fn however_many_changes_are_taken_back_together_the_content_is_what_it_was() {
        for bulk in [false, true] {
            for size in [1, 2, 3, 4, 5, 7, 11, 100] {
                let connection = casebook();
                let first = content(&connection);
                let defer = "BEGIN; PRAGMA defer_foreign_keys = ON";
                connection.execute_batch(defer).unwrap();
                let edited = new_entry(&connection, bulk);
                connection.execute_batch(EDITS).unwrap();
                let last = content(&connection);
                let undone = new_entry(&connection, bulk);
                take_back_in_parts(&connection, edited, size);
                assert_eq!(content(&connection), first, "{size} at a time");
                // Refused where a row refers to one that is not there.
                connection.execute_batch("COMMIT").unwrap();
                connection.execute_batch(defer).unwrap();
                new_entry(&connection, bulk);
                take_back_in_parts(&connection, undone, size);
                assert_eq!(content(&connection), last, "{size} at a time");
                connection.execute_batch("COMMIT").unwrap();
            }
        }
    }

    #[test]
    fn going_back_over_it_leaves_what_was_there_before() {
        for bulk in [false, true] {
            let connection = casebook();
            let first = content(&connection);
            let defer = "BEGIN; PRAGMA defer_foreign_keys = ON";
            connection.execute_batch(defer).unwrap();
            let edited = new_entry(&connection, bulk);
            connection.execute_batch(EDITS).unwrap();
            new_entry(&connection, false);
            apply_back_to(&connection, edited - 1).unwrap();
            assert_eq!(content(&connection), first);
            connection.execute_batch("COMMIT").unwrap();
        }
    }
}

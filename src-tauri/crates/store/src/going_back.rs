//! Going back to any point of the history, and what that would change.

use crate::change::finish_entry;
use crate::edit::open_entry;
use crate::error::StoreError;
use crate::file::commit;
use crate::history::{ChangedRow, RowChange, image};
use crate::restoring::{apply_back_to, known_table};
use crate::{Change, Result, Store, schema};
use rusqlite::{OptionalExtension, params};
use std::collections::HashMap;

/// What going back to a point would do.
#[derive(Debug, Clone, PartialEq)]
pub struct GoingBack {
    /// How many entries came after that point.
    pub entries: i64,
    /// Every row that would change; `None` when they are more than were asked for.
    pub rows: Option<Vec<ChangedRow>>,
}

impl Store {
    /// The state after an entry, as a new entry that can be undone like any other. `None`
    /// when everything is as it was then.
    pub fn go_back(&mut self, to: i64, change: &Change) -> Result<Option<()>> {
        let path = self.path().to_owned();
        let sqlite = |source| StoreError::from_sqlite(&path, source);
        let anchor = self.anchor();
        let tx = self.begin()?;
        let known: Option<i64> = tx
            .query_row("SELECT pk FROM change_entry WHERE pk = ?1", [to], |row| {
                row.get(0)
            })
            .optional()
            .map_err(sqlite)?;
        if known.is_none() {
            return Err(StoreError::NoSuch {
                what: "change",
                id: to.to_string(),
            });
        }
        let bulk: bool = tx
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM change_entry WHERE pk > ?1 AND bulk)",
                [to],
                |row| row.get(0),
            )
            .map_err(sqlite)?;
        let entry = open_entry(&tx, change).map_err(sqlite)?;
        tx.execute(
            "UPDATE change_entry SET bulk = ?2 WHERE pk = ?1",
            params![entry, bulk],
        )
        .map_err(sqlite)?;
        apply_back_to(&tx, to).map_err(sqlite)?;
        let touched: bool = tx
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM change_row WHERE entry = ?1)",
                [entry],
                |row| row.get(0),
            )
            .map_err(sqlite)?;
        if !touched {
            return Ok(None);
        }
        finish_entry(&tx, entry).map_err(sqlite)?;
        commit(tx, anchor, &path)?;
        Ok(Some(()))
    }

    /// What [`Store::go_back`] would do. Where it would touch more than `most` rows, only
    /// the entries are counted.
    pub fn going_back(&self, to: i64, most: i64) -> Result<GoingBack> {
        let run = || -> rusqlite::Result<GoingBack> {
            let entries = self.connection.query_row(
                "SELECT count(*) FROM change_entry WHERE pk > ?1",
                [to],
                |row| row.get(0),
            )?;
            let logged: i64 = self.connection.query_row(
                "SELECT count(*) FROM (SELECT 1 FROM change_row WHERE entry > ?1 LIMIT ?2 + 1)",
                params![to, most],
                |row| row.get(0),
            )?;
            let rows = if logged > most {
                None
            } else {
                Some(self.rows_since(to)?)
            };
            Ok(GoingBack { entries, rows })
        };
        run().map_err(|e| self.error(e))
    }

    /// The rows that are not what they were right after an entry: from what they are now
    /// to what they were.
    fn rows_since(&self, entry: i64) -> rusqlite::Result<Vec<ChangedRow>> {
        let mut then = self.connection.prepare(
            "SELECT table_name, row, before FROM change_row
              WHERE pk IN (SELECT min(pk) FROM change_row WHERE entry > ?1 GROUP BY table_name, row)
              ORDER BY pk",
        )?;
        let mut rows = then.query([entry])?;
        let mut now = Present::new(self);
        let mut changed = Vec::new();
        while let Some(logged) = rows.next()? {
            let Some(table) = known_table(&logged.get::<_, String>(0)?) else {
                continue;
            };
            let row = logged.get(1)?;
            let before: Option<String> = logged.get(2)?;
            let change = match (now.image(table, row)?, image(before.as_deref())) {
                (None, None) => continue,
                (Some(now), None) => RowChange::Removed(now),
                (None, Some(then)) => RowChange::Added(Some(then)),
                // An image from before a column existed says nothing of it.
                (Some(now), Some(then)) => {
                    if then
                        .iter()
                        .all(|(column, value)| now.get(column) == Some(value))
                    {
                        continue;
                    }
                    let after = now
                        .iter()
                        .map(|(column, value)| {
                            (column.clone(), then.get(column).unwrap_or(value).clone())
                        })
                        .collect();
                    RowChange::Changed { before: now, after }
                }
            };
            changed.push(ChangedRow { table, row, change });
        }
        Ok(changed)
    }
}

/// Reads rows as the log would write them.
struct Present<'s> {
    store: &'s Store,
    statements: HashMap<&'static str, String>,
}

impl<'s> Present<'s> {
    fn new(store: &'s Store) -> Self {
        Self {
            store,
            statements: HashMap::new(),
        }
    }

    fn image(
        &mut self,
        table: &'static str,
        row: i64,
    ) -> rusqlite::Result<Option<serde_json::Map<String, serde_json::Value>>> {
        let connection = &self.store.connection;
        if !self.statements.contains_key(table) {
            let pairs: Vec<String> = schema::columns(connection, table)?
                .iter()
                .map(|column| format!("'{column}', {column}"))
                .collect();
            let select = format!(
                "SELECT json_object({}) FROM {table} WHERE pk = ?1",
                pairs.join(", ")
            );
            self.statements.insert(table, select);
        }
        let text: Option<String> = connection
            .prepare_cached(&self.statements[table])?
            .query_row([row], |row| row.get(0))
            .optional()?;
        Ok(image(text.as_deref()))
    }
}

//! Rows that no tree leads to, put into the tables that they are of.

use super::pages::{Pages, Record, is_table_page};
use super::{CONSTRAINT, SalvagedTable};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::path::Path;

/// A table of which rows are missing, and what its records look like.
struct Missing<'t> {
    table: &'t mut SalvagedTable,
    columns: Vec<Column>,
}

struct Column {
    name: String,
    kind: String,
    may_be_null: bool,
    has_default: bool,
    is_key: bool,
}

/// Looks for the rows of tables that could not be read as a whole. A page that fits more
/// than one of them is left: a row in the wrong table is worse than a lost one.
pub(super) fn find(
    source: &Connection,
    copy: &Path,
    target: &Connection,
    tables: &mut [SalvagedTable],
) -> rusqlite::Result<()> {
    let mut missing: Vec<Missing<'_>> = tables
        .iter_mut()
        .filter(|table| !table.unreadable.is_empty())
        .map(|table| {
            let columns = columns(target, table.name)?;
            Ok(Missing { table, columns })
        })
        .collect::<rusqlite::Result<_>>()?;
    if missing.is_empty() {
        return Ok(());
    }
    // What stands in a write-ahead log is part of the file from here on.
    let _ = source.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let Ok(pages) = Pages::read(copy) else {
        return Ok(());
    };
    for page in pages.orphans(&roots(source)) {
        let records = pages.records(page);
        if records.is_empty() {
            continue;
        }
        let mut fitting = missing
            .iter_mut()
            .filter(|missing| records.iter().all(|record| missing.fits(record)));
        if let (Some(only), None) = (fitting.next(), fitting.next()) {
            for record in records {
                only.put(target, record)?;
            }
        }
    }
    Ok(())
}

/// Whether a tree of a table begins on the page at which this table should. What cannot
/// be looked at, or stands in a write-ahead log, is left to SQLite.
pub(super) fn has_root(source: &Connection, copy: &Path, table: &str) -> bool {
    let root: rusqlite::Result<u32> = source.query_row(
        "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?1",
        [table],
        |row| row.get(0),
    );
    let has_log = copy.with_file_name("damaged-wal").exists();
    has_log || root.is_ok_and(|root| is_table_page(copy, root).unwrap_or(true))
}

/// Where every tree of the file begins, as far as the list of them can be read.
fn roots(source: &Connection) -> Vec<u32> {
    let mut roots = vec![1];
    if let Ok(mut select) = source.prepare("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0")
        && let Ok(rows) = select.query_map([], |row| row.get::<_, u32>(0))
    {
        roots.extend(rows.map_while(Result::ok));
    }
    roots
}

fn columns(target: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    target
        .prepare(
            "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk
               FROM pragma_table_info(?1) ORDER BY cid",
        )?
        .query_map([table], |row| {
            Ok(Column {
                name: row.get(0)?,
                kind: row.get(1)?,
                may_be_null: !row.get::<_, bool>(2)?,
                has_default: row.get(3)?,
                is_key: row.get::<_, i64>(4)? > 0,
            })
        })?
        .collect()
}

impl Missing<'_> {
    /// Columns that were added later may be missing at the end of an old record.
    fn fits(&self, record: &Record) -> bool {
        let count = record.values.len();
        let rest = self.columns.get(count..);
        rest.is_some_and(|rest| rest.iter().all(|c| c.may_be_null || c.has_default))
            && self
                .columns
                .iter()
                .zip(&record.values)
                .all(|(column, value)| column.takes(value))
    }

    fn put(&mut self, target: &Connection, Record { row, values }: Record) -> rusqlite::Result<()> {
        let is_missing = self.table.unreadable.iter().any(|gap| gap.contains(&row));
        if !is_missing {
            return Ok(());
        }
        let columns = &self.columns[..values.len()];
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let values = columns.iter().zip(values).map(|(column, value)| {
            if column.is_key {
                Value::Integer(row)
            } else {
                value
            }
        });
        let insert = format!(
            "INSERT OR IGNORE INTO {} ({}) VALUES ({})",
            self.table.name,
            names.join(", "),
            vec!["?"; names.len()].join(", ")
        );
        match target
            .prepare_cached(&insert)?
            .execute(params_from_iter(values))
        {
            Ok(added) => self.table.saved += added as u64,
            Err(error) if error.sqlite_error_code() == Some(CONSTRAINT) => {
                self.table.refused += 1;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

impl Column {
    fn takes(&self, value: &Value) -> bool {
        match value {
            // The key stands beside the record and not in it.
            Value::Null => self.is_key || self.may_be_null,
            _ if self.is_key => false,
            Value::Integer(_) => matches!(self.kind.as_str(), "INTEGER" | "INT" | "REAL" | "ANY"),
            Value::Real(_) => matches!(self.kind.as_str(), "REAL" | "ANY"),
            Value::Text(_) => matches!(self.kind.as_str(), "TEXT" | "ANY"),
            Value::Blob(_) => matches!(self.kind.as_str(), "BLOB" | "ANY"),
        }
    }
}

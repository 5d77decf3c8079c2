//! Writes a casebook as statements for the `sqlite3` shell: tables, every row ready to be
//! inserted, then the indexes and the search index. What the benchmark compares an import
//! with: the shell reads no dates, looks nothing up and keeps no log by triggers; the rows
//! of the log are among those that it gets.
//! `cargo run --release -p docketline-store --example inserts -- FILE OUT.sql`

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The settings of an open casebook, so that the drive is asked for the same.
const BEFORE: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = memory;
BEGIN IMMEDIATE;
";
/// A casebook that is closed is one file again.
const AFTER: &str = "
INSERT INTO search_index (search_index) VALUES ('rebuild');
COMMIT;
PRAGMA journal_mode = DELETE;
";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("a casebook and a file to write")?;
    let out = arguments.next().ok_or("a file to write")?;
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut out = BufWriter::new(File::create(out)?);
    let page_size: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    writeln!(out, "PRAGMA page_size = {page_size};")?;
    out.write_all(BEFORE.as_bytes())?;
    // What the search index keeps its own data in comes with it.
    for (name, sql) in schema(&connection, "table")? {
        let is_of_search = name.starts_with("search_index");
        if !is_of_search || name == "search_index" {
            writeln!(out, "{sql};")?;
        }
        if !is_of_search {
            write_rows(&connection, &name, &mut out)?;
        }
    }
    for (_, sql) in schema(&connection, "index")? {
        writeln!(out, "{sql};")?;
    }
    out.write_all(AFTER.as_bytes())?;
    Ok(out.flush()?)
}

/// Names and statements of what the file's author made, in the order of making.
fn schema(connection: &Connection, sort: &str) -> Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(
        "SELECT name, sql FROM sqlite_schema
          WHERE type = ?1 AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          ORDER BY rowid",
    )?;
    let rows = statement.query_map([sort], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn write_rows(connection: &Connection, table: &str, out: &mut impl Write) -> Result<()> {
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        write!(out, "INSERT INTO \"{table}\" VALUES (")?;
        for column in 0..columns {
            if column > 0 {
                out.write_all(b",")?;
            }
            write_value(row.get_ref(column)?, out)?;
        }
        out.write_all(b");\n")?;
    }
    Ok(())
}

fn write_value(value: ValueRef<'_>, out: &mut impl Write) -> Result<()> {
    match value {
        ValueRef::Null => out.write_all(b"NULL")?,
        ValueRef::Integer(number) => write!(out, "{number}")?,
        ValueRef::Real(number) => write!(out, "{number:?}")?,
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text)?.replace('\'', "''");
            write!(out, "'{text}'")?;
        }
        ValueRef::Blob(bytes) => {
            out.write_all(b"X'")?;
            for byte in bytes {
                write!(out, "{byte:02X}")?;
            }
            out.write_all(b"'")?;
        }
    }
    Ok(())
}

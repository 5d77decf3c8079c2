//! The shape of the file and its versions.

use rusqlite::{Connection, Result};

pub const SCHEMA_VERSION: u32 = 1;

/// "DKTL": tells a casebook from any other SQLite file.
pub const APPLICATION_ID: u32 = 0x444B_544C;

/// The tables whose rows a person can change: what the change log covers.
pub const CONTENT_TABLES: &[&str] = &[
    "about",
    "lane",
    "court",
    "actor",
    "proceeding",
    "proceeding_judge",
    "place",
    "source",
    "principle",
    "principle_source",
    "event",
    "event_judge",
    "event_actor",
    "event_jurisdiction",
    "event_citation",
    "event_principle",
    "event_place",
    "event_source",
    "event_unread_detail",
    "relation",
    "dispute",
    "dispute_alternative",
    "note",
];

/// Makes the tables of an empty database. Runs in the caller's transaction.
pub fn create(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("schema/v1.sql"))?;
    connection.execute_batch(include_str!("schema/v1_search.sql"))?;
    for table in CONTENT_TABLES {
        connection.execute_batch(&change_triggers(connection, table)?)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)
}

/// Triggers that write every change of a row into the log, so that no write path can
/// go round it, not even one from outside this program.
fn change_triggers(connection: &Connection, table: &str) -> Result<String> {
    let columns = columns(connection, table)?;
    let image = |row: &str| {
        let pairs: Vec<String> = columns
            .iter()
            .map(|column| format!("'{column}', {row}.{column}"))
            .collect();
        format!("json_object({})", pairs.join(", "))
    };
    let (old, new) = (image("old"), image("new"));
    let log = |operation: &str, row: &str, before: &str, after: &str| {
        format!(
            "INSERT INTO change_row (entry, table_name, row, operation, before, after)
             VALUES ((SELECT max(pk) FROM change_entry), '{table}', {row}.pk, '{operation}', {before}, {after});"
        )
    };
    Ok(format!(
        "CREATE TRIGGER {table}_log_insert AFTER INSERT ON {table} BEGIN {} END;
         CREATE TRIGGER {table}_log_update AFTER UPDATE ON {table} BEGIN {} END;
         CREATE TRIGGER {table}_log_delete AFTER DELETE ON {table} BEGIN {} END;",
        log("insert", "new", "NULL", "NULL"),
        log("update", "new", &old, &new),
        log("delete", "old", &old, "NULL"),
    ))
}

/// The names of a table's columns, in order.
pub fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    connection
        .prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

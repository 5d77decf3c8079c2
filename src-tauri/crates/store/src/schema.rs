//! The shape of the file and its versions.
//!
//! There is one way to every version: the steps, one after the other. A new casebook
//! takes them all, an older one those it lacks, so both end up with the same schema. To
//! change the shape of the file, add statements to the newest step while it is not
//! released yet, else a new step; a table that people's edits change also goes into
//! [`CONTENT_TABLES`].

use crate::days::EventDays;
use docketline_domain::Edtf;
use docketline_domain::model::StatedDate;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Result};

/// The scripts that lead from each version to the next, from none to the newest.
const STEPS: [&[&str]; 2] = [
    &[
        include_str!("schema/v1.sql"),
        include_str!("schema/v1_search.sql"),
    ],
    &[include_str!("schema/v2.sql")],
];

pub const SCHEMA_VERSION: u32 = STEPS.len() as u32;

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
    "accepted_finding",
];

/// Makes the tables of an empty database. Runs in the caller's transaction.
pub fn create(connection: &Connection) -> Result<()> {
    advance(connection, 0)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)
}

/// Brings a database of an older version to the newest. Runs in the caller's
/// transaction, with foreign keys off: the caller checks them afterwards.
pub fn advance(connection: &Connection, from: u32) -> Result<()> {
    define_functions(connection)?;
    // What the steps do is no edit of a person.
    stop_log(connection)?;
    for script in STEPS.iter().skip(from as usize).copied().flatten() {
        connection.execute_batch(script)?;
    }
    start_log(connection)?;
    crate::timeline::rebuild(connection)?;
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)
}

/// From here on changes are not logged, until [`start_log`].
pub fn stop_log(connection: &Connection) -> Result<()> {
    let triggers: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB '*_log_*'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_>>()?;
    for trigger in triggers {
        connection.execute_batch(&format!(
            "DROP TRIGGER \"{}\"",
            trigger.replace('"', "\"\"")
        ))?;
    }
    Ok(())
}

pub fn start_log(connection: &Connection) -> Result<()> {
    CONTENT_TABLES
        .iter()
        .try_for_each(|table| connection.execute_batch(&change_triggers(connection, table)?))
}

/// What the steps compute that SQL cannot. No trigger or view of the file uses it: a
/// casebook must open without it.
fn define_functions(connection: &Connection) -> Result<()> {
    connection.create_scalar_function(
        "derived_day",
        5,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |call| {
            // A date that cannot be read is for the check to find, and says nothing here.
            let date_at = |index| -> Result<Option<Edtf>> {
                let text: Option<String> = call.get(index)?;
                Ok(text.and_then(|text| Edtf::parse(&text).ok()))
            };
            let (Some(date), end) = (date_at(1)?, date_at(3)?) else {
                return Ok(0);
            };
            let stated = date_at(2)?.map(|date| StatedDate { date, end });
            let days = EventDays::of(&date, stated.as_ref(), date_at(4)?.as_ref());
            match call.get::<String>(0)?.as_str() {
                "sort_time" => Ok(days.sort_time),
                "begins_latest" => Ok(days.begins_latest),
                "ends_earliest" => Ok(days.ends_earliest),
                "public_first" => Ok(days.public_first),
                other => Err(rusqlite::Error::InvalidColumnName(other.to_owned())),
            }
        },
    )
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
    let image_unless_bulk = format!(
        "CASE WHEN (SELECT bulk FROM change_entry ORDER BY pk DESC LIMIT 1) THEN NULL ELSE {new} END"
    );
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
        log("insert", "new", "NULL", &image_unless_bulk),
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

//! Saving what can be saved of a damaged casebook into a new one. The damaged file is
//! read, byte by byte, into a working copy, and never opened by SQLite itself.

mod lost;
mod pages;

use crate::change::Action;
use crate::days::EventDays;
use crate::edit::open_entry;
use crate::error::StoreError;
use crate::file::{draft_for, persist};
use crate::schema::{self, CONTENT_TABLES, SCHEMA_VERSION};
use crate::{Change, Result};
use docketline_domain::model::{Membership, StatedDate};
use docketline_domain::vocabulary::{Confidence, EventKind, RelationType};
use docketline_domain::{Edtf, Id};
use rusqlite::config::DbConfig;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OpenFlags, params, params_from_iter};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::RangeInclusive;
use std::path::Path;

/// What became of a damaged casebook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Salvage {
    pub tables: Vec<SalvagedTable>,
    /// Rows that were saved with a change, or left out because of another one.
    pub mended: Vec<Mended>,
    /// The list of tables itself was damaged, and taken from an empty casebook.
    pub schema_rebuilt: bool,
    /// Bytes that the drive could not read.
    pub unreadable_bytes: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalvagedTable {
    pub name: &'static str,
    pub saved: u64,
    /// Row numbers of which an unknown part could not be read.
    pub unreadable: Vec<RangeInclusive<i64>>,
    /// Rows that could be read but are none of this table.
    pub refused: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    pub table: String,
    pub row: i64,
    pub what: Mending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mending {
    /// It belonged to a row that is lost, and is left out.
    LeftOut,
    /// It referred to a row that is lost, and does not any more.
    ReferenceCleared,
    /// A value that could not be understood was cleared or set to what says nothing.
    ValueCleared,
}

impl Salvage {
    /// Whether everything that the file ever held is in the new one.
    pub fn is_complete(&self) -> bool {
        self.mended.is_empty()
            && self.unreadable_bytes == 0
            && self
                .tables
                .iter()
                .all(|table| table.unreadable.is_empty() && table.refused == 0)
    }
}

const LOG_TABLES: [&str; 2] = ["change_entry", "change_row"];

/// No table of a casebook comes near so many rows.
const LAST_ROW: i64 = 1 << 48;

/// Where rows cannot be read, so many row numbers are asked for one by one, as many as
/// some pages hold; then the steps grow.
const ONE_BY_ONE: u32 = 4_096;

pub(super) const CONSTRAINT: rusqlite::ErrorCode = rusqlite::ErrorCode::ConstraintViolation;

/// Writes what can be read of `damaged` to `out`, which must not exist yet. `lane` is the
/// name of the lane for events whose own is lost.
pub fn salvage(damaged: &Path, out: &Path, change: &Change, lane: &str) -> Result<Salvage> {
    if out.exists() {
        return Err(StoreError::AlreadyExists(out.to_owned()));
    }
    let io = |source| StoreError::from_io(damaged, source);
    let folder = tempfile::tempdir().map_err(io)?;
    let copy = folder.path().join("damaged");
    let mut report = Salvage {
        unreadable_bytes: copy_bytes(damaged, &copy).map_err(io)?,
        ..Salvage::default()
    };
    let mut wal = damaged.as_os_str().to_owned();
    wal.push("-wal");
    if Path::new(&wal).exists() {
        report.unreadable_bytes +=
            copy_bytes(Path::new(&wal), &folder.path().join("damaged-wal")).map_err(io)?;
    }
    let not_one = |_| StoreError::NotACasebook(damaged.to_owned());
    let source = match open_damaged(&copy) {
        Ok(source) => source,
        Err(_) => {
            rebuild_schema(&copy).map_err(io)?;
            report.schema_rebuilt = true;
            open_damaged(&copy).map_err(not_one)?
        }
    };

    let sqlite = |source| StoreError::from_sqlite(out, source);
    let draft = draft_for(out)?.into_temp_path();
    {
        let mut target = Connection::open(&draft).map_err(sqlite)?;
        crate::file::prepare(&target).map_err(sqlite)?;
        target
            .pragma_update(None, "foreign_keys", false)
            .map_err(sqlite)?;
        let tx = target.transaction().map_err(sqlite)?;
        fill(&source, &copy, &tx, change, lane, &mut report).map_err(sqlite)?;
        tx.commit().map_err(sqlite)?;
        target.close().map_err(|(_, source)| sqlite(source))?;
    }
    if report.tables.iter().all(|table| table.saved == 0) {
        return Err(StoreError::Damaged {
            path: damaged.to_owned(),
            detail: "nothing in it could be read".to_owned(),
        });
    }
    persist(draft, out)?;
    Ok(report)
}

/// Reads past what the drive cannot read, which becomes zeros. Answers how many bytes.
fn copy_bytes(from: &Path, to: &Path) -> std::io::Result<u64> {
    let (mut from, mut to) = (File::open(from)?, File::create(to)?);
    let size = from.metadata()?.len();
    let (mut at, mut lost) = (0, 0);
    let mut block = [0; 4096];
    while at < size {
        let wanted = (size - at).min(block.len() as u64) as usize;
        from.seek(SeekFrom::Start(at))?;
        if from.read_exact(&mut block[..wanted]).is_err() {
            block.fill(0);
            lost += wanted as u64;
        }
        to.write_all(&block[..wanted])?;
        at += wanted as u64;
    }
    Ok(lost)
}

/// Opens the working copy if its list of tables can be read.
fn open_damaged(copy: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Nobody else has the copy. Locking it for each of the thousands of questions that find
    // the end of a gap took a third of the time.
    connection.pragma_update_and_check(None, "locking_mode", "exclusive", |_| Ok(()))?;
    // One entry that makes no sense must not hide the others.
    connection.pragma_update(None, "writable_schema", true)?;
    let known: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('event', 'lane', 'note')",
        [],
        |row| row.get(0),
    )?;
    if known < 3 {
        return Err(rusqlite::Error::QueryReturnedNoRows);
    }
    Ok(connection)
}

/// Replaces the pages of the list of tables by those of an empty casebook: the tables of
/// every casebook begin on the same pages, because they are made before anything else.
fn rebuild_schema(copy: &Path) -> std::io::Result<()> {
    let empty = empty_casebook().map_err(std::io::Error::other)?;
    let page = usize::from(u16::from_be_bytes([empty[16], empty[17]]));
    let mut bytes = fs::read(copy)?;
    for number in schema_pages(&empty, page) {
        let at = (number - 1) * page;
        if bytes.len() < at + page {
            bytes.resize(at + page, 0);
        }
        bytes[at..at + page].copy_from_slice(&empty[at..at + page]);
    }
    let pages = u32::try_from(bytes.len() / page).unwrap_or(u32::MAX);
    bytes[28..32].copy_from_slice(&pages.to_be_bytes());
    // No free pages are known, and the page count holds.
    bytes[32..40].fill(0);
    let counter: [u8; 4] = [bytes[24], bytes[25], bytes[26], bytes[27]];
    bytes[92..96].copy_from_slice(&counter);
    // A log belongs to the header that was replaced.
    let _ = fs::remove_file(copy.with_file_name("damaged-wal"));
    fs::write(copy, bytes)
}

fn empty_casebook() -> std::result::Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("empty");
    let mut connection = Connection::open(&path)?;
    let tx = connection.transaction()?;
    schema::create(&tx)?;
    tx.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(fs::read(path)?)
}

/// The pages of the tree that starts on page 1, parents first.
fn schema_pages(file: &[u8], page: usize) -> Vec<usize> {
    const INTERIOR: u8 = 5;
    let mut pages = vec![1];
    let mut next = 0;
    while let Some(&number) = pages.get(next) {
        next += 1;
        let start = (number - 1) * page;
        let head = if number == 1 { start + 100 } else { start };
        if file[head] != INTERIOR {
            continue;
        }
        let pair = |at: usize| usize::from(u16::from_be_bytes([file[at], file[at + 1]]));
        let child = |at: usize| {
            u32::from_be_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]) as usize
        };
        let cells = pair(head + 3);
        pages.extend((0..cells).map(|cell| child(start + pair(head + 12 + 2 * cell))));
        pages.push(child(head + 8));
    }
    pages
}

fn fill(
    source: &Connection,
    copy: &Path,
    target: &Connection,
    change: &Change,
    lane: &str,
    report: &mut Salvage,
) -> rusqlite::Result<()> {
    schema::create(target)?;
    // What is saved is no edit of a person. The triggers stay where they are, so that the list
    // of tables takes the same pages as in every casebook.
    let triggers = DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER;
    target.set_db_config(triggers, false)?;
    let version: u32 = source
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap_or(SCHEMA_VERSION);
    for table in CONTENT_TABLES {
        report
            .tables
            .push(copy_rooted(source, copy, target, table)?);
    }
    // The history of an older schema speaks of other columns.
    if version == SCHEMA_VERSION {
        for table in LOG_TABLES {
            report
                .tables
                .push(copy_rooted(source, copy, target, table)?);
        }
    }
    lost::find(source, copy, target, &mut report.tables)?;
    mend_values(target, &mut report.mended)?;
    mend_references(target, lane, &mut report.mended)?;
    target.execute(
        "INSERT OR IGNORE INTO about (pk, title) VALUES (1, ?1)",
        [&change.subject],
    )?;
    target.set_db_config(triggers, true)?;
    target.execute_batch(
        "INSERT INTO search_text SELECT event, title, summary, actors, sources, notes
           FROM search_expected;
         INSERT OR IGNORE INTO change_event (event, entry)
         SELECT event, entry FROM change_touches WHERE event IS NOT NULL;",
    )?;
    crate::timeline::rebuild(target)?;
    let unread: i64 =
        target.query_row("SELECT count(*) FROM change_entry", [], |row| row.get(0))?;
    if !report.is_complete() || unread == 0 {
        open_entry(target, change)?;
    }
    debug_assert_eq!(change.action, Action::Recovered);
    Ok(())
}

/// Where no tree begins, thousands of questions would all be answered alike.
fn copy_rooted(
    source: &Connection,
    copy: &Path,
    target: &Connection,
    name: &'static str,
) -> rusqlite::Result<SalvagedTable> {
    if lost::has_root(source, copy, name) {
        return copy_table(source, target, name);
    }
    Ok(SalvagedTable {
        name,
        saved: 0,
        unreadable: vec![1..=LAST_ROW],
        refused: 0,
    })
}

/// Copies the rows that can be read, around those that cannot.
fn copy_table(
    source: &Connection,
    target: &Connection,
    name: &'static str,
) -> rusqlite::Result<SalvagedTable> {
    let mut table = SalvagedTable {
        name,
        saved: 0,
        unreadable: Vec::new(),
        refused: 0,
    };
    let known = schema::columns(target, name)?;
    let there = schema::columns(source, name).unwrap_or_default();
    let columns: Vec<&str> = known
        .iter()
        .map(String::as_str)
        .filter(|column| there.iter().any(|other| other == column))
        .collect();
    if !columns.contains(&"pk") {
        table.unreadable.push(1..=LAST_ROW);
        return Ok(table);
    }
    let names = columns.join(", ");
    let places = vec!["?"; columns.len()].join(", ");
    let mut insert = target.prepare(&format!(
        "INSERT OR IGNORE INTO {name} ({names}) VALUES ({places})"
    ))?;
    let pk_at = columns.iter().position(|column| *column == "pk");
    let pk_at = pk_at.unwrap_or_default();
    let mut select = match source.prepare(&format!(
        "SELECT {names} FROM {name} NOT INDEXED WHERE pk >= ?1 ORDER BY pk"
    )) {
        Ok(select) => select,
        Err(_) => {
            table.unreadable.push(1..=LAST_ROW);
            return Ok(table);
        }
    };
    let mut start = 1;
    let mut lost_from = None;
    let mut failures = 0;
    let mut step = 1;
    while start <= LAST_ROW {
        let mut fault = None;
        let mut first_read = None;
        let mut read_to = start - 1;
        let outcome = select.query([start]).and_then(|mut rows| {
            while let Some(row) = rows.next()? {
                let values: Vec<Value> = (0..columns.len())
                    .map(|index| row.get_ref(index).map(value_of))
                    .collect::<rusqlite::Result<_>>()?;
                let Value::Integer(pk) = values[pk_at] else {
                    continue;
                };
                if pk <= read_to {
                    // A damaged tree may lead in circles.
                    break;
                }
                first_read.get_or_insert(pk);
                read_to = pk;
                match insert.execute(params_from_iter(values)) {
                    Ok(1) => table.saved += 1,
                    // A full disk is no fault of the row.
                    Err(error) if error.sqlite_error_code() != Some(CONSTRAINT) => {
                        fault = Some(error);
                        return Ok(());
                    }
                    Ok(_) | Err(_) => table.refused += 1,
                }
            }
            Ok(())
        });
        if let Some(fault) = fault {
            return Err(fault);
        }
        if (first_read.is_some() || outcome.is_ok())
            && let Some(from) = lost_from.take()
        {
            let to = first_read.map_or(LAST_ROW, |first| first - 1);
            table.unreadable.push(from..=to);
        }
        if outcome.is_ok() {
            return Ok(table);
        }
        if first_read.is_some() {
            (failures, step) = (0, 1);
        }
        lost_from.get_or_insert(read_to + 1);
        failures += 1;
        if failures > ONE_BY_ONE {
            step *= 2;
        }
        start = read_to + 1 + (step - 1).max(i64::from(first_read.is_none()));
    }
    if let Some(from) = lost_from {
        table.unreadable.push(from..=LAST_ROW);
    }
    Ok(table)
}

/// Text that is no UTF-8 is text all the same, with marks where it cannot be read.
fn value_of(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

/// Dates, identifiers and words of closed lists that cannot be understood.
fn mend_values(target: &Connection, mended: &mut Vec<Mended>) -> rusqlite::Result<()> {
    let is_date = |text: &str| Edtf::parse(text).is_ok();
    let is_confidence = |text: &str| text.parse::<Confidence>().is_ok();
    let is_id = |text: &str| Id::new(text).is_ok();
    let is_basis = |text: &str| text.parse::<docketline_domain::vocabulary::Basis>().is_ok();
    let is_membership = |text: &str| serde_json::from_str::<Membership>(text).is_ok();
    let is_dictionary = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text).is_ok();
    type Good<'g> = &'g dyn Fn(&str) -> bool;
    let rules: [(&str, &str, Good<'_>, &str); 36] = [
        ("event", "date", &is_date, "'XXXX'"),
        ("event", "stated_date", &is_date, "NULL"),
        ("event", "stated_end", &is_date, "NULL"),
        ("event", "refined_date", &is_date, "NULL"),
        ("event", "public_from", &is_date, "NULL"),
        ("event", "filed", &is_date, "NULL"),
        ("event", "entered", &is_date, "NULL"),
        ("event", "refined_confidence", &is_confidence, "NULL"),
        ("event", "confidence", &is_confidence, "NULL"),
        (
            "event",
            "kind",
            &|text| text.parse::<EventKind>().is_ok(),
            "'other'",
        ),
        ("relation", "effective", &is_date, "NULL"),
        ("relation", "basis", &is_basis, "NULL"),
        (
            "relation",
            "relation_type",
            &|text| text.parse::<RelationType>().is_ok(),
            "'cites'",
        ),
        ("dispute", "chosen", &is_date, "'XXXX'"),
        ("dispute_alternative", "value", &is_date, "'XXXX'"),
        ("proceeding", "start_date", &is_date, "NULL"),
        ("proceeding", "end_date", &is_date, "NULL"),
        ("principle", "added", &is_date, "NULL"),
        ("event_citation", "confidence", &is_confidence, "NULL"),
        ("place", "confidence", &is_confidence, "NULL"),
        ("place", "fact_confidence", &is_confidence, "NULL"),
        ("principle", "confidence", &is_confidence, "NULL"),
        ("actor", "rgs_member", &is_membership, "NULL"),
        ("about", "confidence_values", &is_dictionary, "'{}'"),
        ("about", "field_notes", &is_dictionary, "'{}'"),
        ("principle", "id", &is_id, "'recovered-' || pk"),
        ("actor", "confidence", &is_confidence, "NULL"),
        ("event", "id", &is_id, "'recovered-' || pk"),
        ("lane", "id", &is_id, "'recovered-' || pk"),
        ("court", "id", &is_id, "'recovered-' || pk"),
        ("actor", "id", &is_id, "'recovered-' || pk"),
        ("proceeding", "id", &is_id, "'recovered-' || pk"),
        ("place", "id", &is_id, "'recovered-' || pk"),
        ("source", "id", &is_id, "'recovered-' || pk"),
        ("relation", "id", &is_id, "'recovered-' || pk"),
        ("note", "id", &is_id, "'recovered-' || pk"),
    ];
    for (table, column, good, instead) in rules {
        let bad: Vec<i64> = {
            let mut select = target.prepare(&format!(
                "SELECT pk, {column} FROM {table} WHERE {column} IS NOT NULL"
            ))?;
            let mut rows = select.query([])?;
            let mut bad = Vec::new();
            while let Some(row) = rows.next()? {
                if !good(&row.get::<_, String>(1)?) {
                    bad.push(row.get(0)?);
                }
            }
            bad
        };
        for row in bad {
            target.execute(
                &format!("UPDATE {table} SET {column} = {instead} WHERE pk = ?1"),
                [row],
            )?;
            mended.push(Mended {
                table: table.to_owned(),
                row,
                what: Mending::ValueCleared,
            });
        }
    }
    derive_days(target)
}

/// What follows from the dates is computed again rather than believed.
fn derive_days(target: &Connection) -> rusqlite::Result<()> {
    let mut select =
        target.prepare("SELECT pk, date, stated_date, stated_end, public_from FROM event")?;
    let mut update = target.prepare(&format!(
        "UPDATE event SET {} WHERE pk = ?1",
        EventDays::SET
    ))?;
    let events: Vec<(i64, [Option<String>; 4])> = select
        .query_map([], |row| {
            Ok((
                row.get(0)?,
                [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
            ))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (pk, texts) in events {
        let [date, stated, end, public] =
            texts.map(|text| text.and_then(|text| Edtf::parse(&text).ok()));
        let Some(date) = date else { continue };
        let stated = stated.map(|date| StatedDate { date, end });
        let days = EventDays::of(&date, stated.as_ref(), public.as_ref()).values();
        update.execute(params_from_iter([Some(pk)].into_iter().chain(days)))?;
    }
    Ok(())
}

/// What refers to a lost row lets go of it, or goes too; an event without its lane gets a
/// lane for such.
fn mend_references(
    target: &Connection,
    lane: &str,
    mended: &mut Vec<Mended>,
) -> rusqlite::Result<()> {
    loop {
        let orphans: Vec<(String, i64, i64)> = target
            .prepare("SELECT \"table\", rowid, fkid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if orphans.is_empty() {
            return Ok(());
        }
        for (table, row, key) in orphans {
            let (column, needed): (String, bool) = target.query_row(
                "SELECT \"from\", \"notnull\" FROM pragma_foreign_key_list(?1) AS list
                   JOIN pragma_table_info(?1) AS info ON info.name = list.\"from\"
                  WHERE list.id = ?2",
                params![table, key],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            let what = if table == "event" && column == "lane" {
                target.execute(
                    "INSERT OR IGNORE INTO lane (id, name, position)
                     VALUES ('recovered', ?1, (SELECT coalesce(max(position) + 1, 0) FROM lane))",
                    [lane],
                )?;
                target.execute(
                    "UPDATE event SET lane = (SELECT pk FROM lane WHERE id = 'recovered')
                      WHERE pk = ?1",
                    [row],
                )?;
                Mending::ReferenceCleared
            } else if needed {
                target.execute(&format!("DELETE FROM {table} WHERE pk = ?1"), [row])?;
                Mending::LeftOut
            } else {
                target.execute(
                    &format!("UPDATE {table} SET {column} = NULL WHERE pk = ?1"),
                    [row],
                )?;
                Mending::ReferenceCleared
            };
            mended.push(Mended { table, row, what });
        }
    }
}

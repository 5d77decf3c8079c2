//! Whether the file holds together.

use crate::document::edtf_at;
use crate::edit::{day_columns, public_first};
use crate::{Result, Store};
use docketline_domain::model::StatedDate;

/// Something the check found. Each names its kind and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite's own integrity check, in its words.
    Integrity(String),
    /// A row that refers to one that is not there.
    ForeignKey {
        table: String,
        row: Option<i64>,
        parent: String,
    },
    /// The findable text of an event is not what the event says.
    SearchText { event: i64 },
    /// The full-text index does not agree with the findable text.
    SearchIndex,
    /// What the timeline draws of the events from this key on is not what they say.
    Timeline { from: i64 },
    /// A relation of which one end is no event.
    DanglingRelation { id: String },
    /// An event whose days are not those of its date, or whose date cannot be read.
    EventDays { id: String },
}

impl Store {
    /// Everything that is wrong with the file; the cost grows with its size.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.run_checks().map_err(|source| self.error(source))
    }

    fn run_checks(&self) -> rusqlite::Result<Vec<Finding>> {
        let connection = &self.connection;
        let mut findings = Vec::new();
        let mut integrity = connection.prepare("PRAGMA integrity_check")?;
        for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                findings.push(Finding::Integrity(line));
            }
        }
        let mut foreign = connection.prepare("PRAGMA foreign_key_check")?;
        let rows = foreign.query_map([], |row| {
            Ok(Finding::ForeignKey {
                table: row.get(0)?,
                row: row.get(1)?,
                parent: row.get(2)?,
            })
        })?;
        findings.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);

        let mut differing = connection.prepare(
            "SELECT event FROM (SELECT * FROM search_expected EXCEPT SELECT * FROM search_text)
             UNION
             SELECT event FROM (SELECT * FROM search_text EXCEPT SELECT * FROM search_expected)",
        )?;
        let rows = differing.query_map([], |row| Ok(Finding::SearchText { event: row.get(0)? }))?;
        findings.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        if !self.search_index_agrees()? {
            findings.push(Finding::SearchIndex);
        }

        let stale = self.stale_timeline_parts()?.into_iter();
        findings.extend(stale.map(|from| Finding::Timeline { from }));

        let mut dangling = connection.prepare(
            "SELECT id FROM relation
              WHERE from_event NOT IN (SELECT pk FROM event)
                 OR to_event NOT IN (SELECT pk FROM event)",
        )?;
        let rows =
            dangling.query_map([], |row| Ok(Finding::DanglingRelation { id: row.get(0)? }))?;
        findings.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);

        let mut dates = connection.prepare(
            "SELECT id, date, earliest, latest, sort_first, sort_last, stated_date, stated_end,
                    public_from, public_first FROM event",
        )?;
        let mut rows = dates.query([])?;
        while let Some(row) = rows.next()? {
            let stored = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
            let read = || -> rusqlite::Result<_> {
                let end = edtf_at(row, 7)?;
                let stated = edtf_at(row, 6)?.map(|date| StatedDate { date, end });
                Ok((edtf_at(row, 1)?, stated, edtf_at(row, 8)?))
            };
            let agrees = match read() {
                Ok((Some(date), stated, public_from)) => {
                    let public = public_first(&date, stated.as_ref(), public_from.as_ref());
                    day_columns(&date) == stored && public == row.get::<_, i64>(9)?
                }
                _ => false,
            };
            if !agrees {
                findings.push(Finding::EventDays { id: row.get(0)? });
            }
        }
        Ok(findings)
    }

    /// FTS5's own check compares the index with its content table. It is spelled as an
    /// insert, which a read-only connection refuses, so it runs on a copy in memory.
    fn search_index_agrees(&self) -> rusqlite::Result<bool> {
        let mut copy = rusqlite::Connection::open_in_memory()?;
        rusqlite::backup::Backup::new(&self.connection, &mut copy)?.run_to_completion(
            10_000,
            std::time::Duration::ZERO,
            None,
        )?;
        let answer = copy.execute(
            "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)",
            [],
        );
        Ok(answer.is_ok())
    }
}

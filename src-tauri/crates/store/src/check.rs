//! Whether the file holds together.

use crate::days::EventDays;
use crate::document::edtf_at;
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
        let mut findings = self.run_checks().map_err(|source| self.error(source))?;
        // What is read instead of a damaged file is sound; the file is not.
        let damage = self.damage().map(ToOwned::to_owned);
        findings.splice(0..0, damage.map(Finding::Integrity));
        Ok(findings)
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
            "SELECT id, date, stated_date, stated_end, public_from, earliest, latest, sort_first,
                    sort_last, sort_time, begins_latest, ends_earliest, public_first FROM event",
        )?;
        let mut rows = dates.query([])?;
        while let Some(row) = rows.next()? {
            let stored = EventDays {
                earliest: row.get(5)?,
                latest: row.get(6)?,
                sort_first: row.get(7)?,
                sort_last: row.get(8)?,
                sort_time: row.get(9)?,
                begins_latest: row.get(10)?,
                ends_earliest: row.get(11)?,
                public_first: row.get(12)?,
            };
            let derived = || -> rusqlite::Result<_> {
                let end = edtf_at(row, 3)?;
                let stated = edtf_at(row, 2)?.map(|date| StatedDate { date, end });
                let public = edtf_at(row, 4)?;
                let date = edtf_at(row, 1)?;
                Ok(date.map(|date| EventDays::of(&date, stated.as_ref(), public.as_ref())))
            };
            // A date that cannot be read agrees with nothing.
            let agrees = derived().is_ok_and(|days| days == Some(stored));
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

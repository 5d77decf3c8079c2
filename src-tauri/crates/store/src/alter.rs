//! Renaming, deleting, and finding what an edit names.

use crate::document::{id_at, read_relation, rows};
use crate::edit::Edit;
use crate::error::StoreError;
use crate::{EventKey, Result, Store};
use docketline_domain::Id;
use docketline_domain::model::Relation;
use rusqlite::params;

impl Store {
    pub fn relation(&self, id: &str) -> Result<Relation> {
        let reader = self.reader();
        read_relation(&reader, reader.require("relation", id)?)
    }
}

impl Edit<'_> {
    /// Gives an event another identifier; what refers to it keeps doing so.
    pub fn rename_event(&self, from: &Id, to: &Id) -> Result<()> {
        let pk = self.require("event", from.as_str())?;
        if self.find("event", to.as_str())?.is_some() {
            return Err(StoreError::Taken {
                what: "event",
                id: to.to_string(),
            });
        }
        self.execute(
            "UPDATE event SET id = ?2 WHERE pk = ?1",
            params![pk, to.as_str()],
        )
    }

    /// Deletes an event with its relations, its notes and its dispute.
    pub fn delete_event(&self, id: &str) -> Result<EventKey> {
        let pk = self.require("event", id)?;
        self.execute("DELETE FROM event WHERE pk = ?1", [pk])?;
        Ok(pk)
    }

    /// Deletes a relation; answers what it was.
    pub fn delete_relation(&self, id: &str) -> Result<Relation> {
        let pk = self.require("relation", id)?;
        let relation = read_relation(self, pk)?;
        self.execute("DELETE FROM relation WHERE pk = ?1", [pk])?;
        Ok(relation)
    }

    /// The court with this identifier or name.
    pub fn court_called(&self, text: &str) -> Result<Option<Id>> {
        self.called("court", text)
    }

    /// The proceeding with this identifier or name.
    pub fn proceeding_called(&self, text: &str) -> Result<Option<Id>> {
        self.called("proceeding", text)
    }

    /// The principle with this identifier or name.
    pub fn principle_called(&self, text: &str) -> Result<Id> {
        self.called("principle", text)?
            .ok_or_else(|| StoreError::NoSuch {
                what: "principle",
                id: text.to_owned(),
            })
    }

    fn called(&self, table: &'static str, text: &str) -> Result<Option<Id>> {
        let sql = format!(
            "SELECT id FROM {table} WHERE id = ?1 OR name = ?1 ORDER BY id <> ?1, pk LIMIT 1"
        );
        Ok(rows(self, &sql, [text], |row| id_at(row, 0))?.pop())
    }
}

//! What edits leave to be done, for when nobody waits.
//!
//! An edit writes what it changed and no more. Two things that others let every so many edits
//! do for those before it are done here instead, in parts between which an edit finds its
//! turn: merging the segments of the search index, and writing the pages of the write-ahead
//! log into the casebook. Both go on without it, by [bounds](crate::file::prepare) that only
//! a program without a pause reaches.

use crate::file::commit;
use crate::{Access, Result, Store, search};

/// So many changed rows are worth looking after.
const ROWS: i64 = 32;
/// The pages of the search index that are merged at a time: some ten milliseconds.
const PAGES: i64 = 64;

impl Store {
    /// Does a part of what the edits since the last time left, if that is anything.
    pub fn tidy(&mut self) -> Result<()> {
        let now = self.revision()?;
        if self.access() != Access::ReadWrite || now < self.tidied + ROWS {
            return Ok(());
        }
        let (path, anchor) = (self.path().to_owned(), self.anchor());
        let tx = self.begin()?;
        let merged = search::merge_some(&tx, PAGES)
            .map_err(|source| crate::StoreError::from_sqlite(&path, source))?;
        if merged {
            commit(tx, anchor, &path)?;
        } else {
            drop(tx);
            self.tidied = now;
        }
        // What a reader still needs stays in the log until the next time.
        self.connection
            .pragma_update_and_check(None, "wal_checkpoint", "PASSIVE", |_| Ok(()))
            .map_err(|source| self.error(source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Change, EventFilter, NewEvent, SearchQuery};
    use docketline_domain::vocabulary::EventKind;
    use docketline_domain::{Edtf, Id};
    use std::path::Path;

    fn change(action: Action) -> Change {
        Change {
            action,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        }
    }

    fn casebook(folder: &Path) -> Store {
        let path = folder.join("a.casebook");
        Store::create(&path, "A", &change(Action::CasebookCreated), |_| Ok(())).unwrap()
    }

    fn add(store: &mut Store, number: usize) {
        let event = NewEvent {
            id: Id::new(format!("e{number}")).unwrap(),
            date: Edtf::parse("2016-07-14").unwrap(),
            title: format!("Entry number{number}"),
            kind: EventKind::Filing,
            lane: Id::new("lane").unwrap(),
            lane_name: "Lane".to_owned(),
            public_from: None,
        };
        let change = change(Action::EventAdded);
        store.edit(&change, |edit| edit.add_event(&event)).unwrap();
    }

    fn segments(store: &Store) -> i64 {
        let sql = "SELECT count(DISTINCT segid) FROM search_index_idx";
        let count = store.connection.query_row(sql, [], |row| row.get(0));
        count.unwrap()
    }

    fn found(store: &Store, text: &str) -> i64 {
        let filter = EventFilter {
            search: SearchQuery::parse(text),
            ..EventFilter::default()
        };
        store.search(&filter, 10).unwrap().unwrap().total
    }

    #[test]
    fn an_edit_leaves_merging_and_is_found_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = casebook(folder.path());
        for number in 0..15 {
            add(&mut store, number);
            assert_eq!(found(&store, &format!("number{number} ")), 1);
        }
        assert_eq!(segments(&store), 15);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_edits_left_is_merged_and_written_into_the_casebook_between_them() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = casebook(folder.path());
        let size = |store: &Store| std::fs::metadata(store.path()).unwrap().len();
        let before = size(&store);
        for number in 0..100 {
            add(&mut store, number);
            store.tidy().unwrap();
        }
        let revision = store.revision().unwrap();
        for _ in 0..10 {
            store.tidy().unwrap();
        }
        assert_eq!(store.revision().unwrap(), revision);
        // Else ten: FTS5 by itself merges sixteen of a level, and no fewer.
        assert!(segments(&store) < 8);
        assert!(size(&store) > before);
        assert_eq!(found(&store, "entry"), 100);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_is_only_read_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = casebook(folder.path());
        (0..40).for_each(|number| add(&mut store, number));
        let path = store.path().to_owned();
        drop(store);
        let before = std::fs::read(&path).unwrap();
        Store::open_read_only(&path).unwrap().tidy().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

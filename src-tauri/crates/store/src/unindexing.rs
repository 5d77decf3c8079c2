//! Taking events out of the search index: one by one, or all and those back in that stay.

use rusqlite::{Connection, OptionalExtension, params};
use std::ops::RangeInclusive;

/// Fewer go one by one in any case: it takes a moment, and the other way changes the schema,
/// which then every reader of the file reads again.
const MANY: i64 = 1_000;

/// Runs what removes the events that these entries of the log inserted, and keeps the index
/// in step in the cheaper way. To take an event out, FTS5 splits its text into words and
/// writes them as it does to put one in, so what counts is whether more go or more stay.
pub(crate) fn while_removing(
    connection: &Connection,
    entries: RangeInclusive<i64>,
    remove: impl FnOnce() -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    if !more_go_than_stay(connection, entries)? {
        return remove();
    }
    let trigger: Option<String> = connection
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'search_text_deleted'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    // In the transaction of the caller, like all it does: nobody ever sees it missing.
    connection.execute("DROP TRIGGER IF EXISTS search_text_deleted", [])?;
    remove()?;
    if let Some(trigger) = trigger {
        // One statement and no more, whatever the file says.
        connection.execute(&trigger, [])?;
    }
    connection.execute(
        "INSERT INTO search_index (search_index) VALUES ('rebuild')",
        [],
    )?;
    Ok(())
}

fn more_go_than_stay(
    connection: &Connection,
    entries: RangeInclusive<i64>,
) -> rusqlite::Result<bool> {
    let go: i64 = connection.query_row(
        "SELECT count(*) FROM event WHERE pk IN
           (SELECT row FROM change_row
             WHERE entry BETWEEN ?1 AND ?2 AND table_name = 'event' AND operation = 'insert')",
        params![entries.start(), entries.end()],
        |row| row.get(0),
    )?;
    if go < MANY {
        return Ok(false);
    }
    let all: i64 = connection.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    Ok(all - go < go)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Change, EventFilter, NewEvent, Reversal, SearchQuery, Store, salvage};
    use docketline_domain::vocabulary::EventKind;
    use docketline_domain::{Edtf, Id};
    use std::path::Path;

    fn add(store: &mut Store, action: Action, word: &str, count: i64) {
        let change = Change {
            action,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        };
        let added = store.edit(&change, |edit| {
            (0..count).try_for_each(|number| {
                let event = NewEvent {
                    id: Id::new(format!("{word}-{number}")).unwrap(),
                    date: Edtf::parse("2016-07-14").unwrap(),
                    title: format!("Entry {word} {word}{number}"),
                    kind: EventKind::Filing,
                    lane: Id::new("lane").unwrap(),
                    lane_name: "Lane".to_owned(),
                    public_from: None,
                };
                edit.add_event(&event).map(drop)
            })
        });
        added.unwrap();
    }

    /// A casebook with some events, to which others were imported.
    fn casebook(folder: &Path, some: i64, imported: i64) -> Store {
        let path = folder.join(format!("{some}-{imported}.casebook"));
        let change = Change {
            action: Action::CasebookCreated,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        };
        let mut store = Store::create(&path, "A", &change, |_| Ok(())).unwrap();
        add(&mut store, Action::EventAdded, "before", some);
        add(&mut store, Action::Imported, "imported", imported);
        store
    }

    fn found(store: &Store, text: &str) -> i64 {
        let filter = EventFilter {
            search: SearchQuery::parse(text),
            ..EventFilter::default()
        };
        store.search(&filter, 10).unwrap().unwrap().total
    }

    fn schema(store: &Store) -> Vec<(String, Option<String>)> {
        let sql = "SELECT name, sql FROM sqlite_schema ORDER BY type, name";
        let mut statement = store.connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
    }

    /// Both sides of what decides: how many go, and whether more go than stay.
    const CASES: [(i64, i64, bool); 4] = [
        (1, MANY - 1, false),
        (1, MANY, true),
        (MANY - 1, MANY, true),
        (MANY, MANY, false),
    ];

    #[test]
    fn the_index_is_made_anew_when_many_events_go_and_fewer_stay() {
        let folder = tempfile::tempdir().unwrap();
        for (some, imported, anew) in CASES {
            let store = casebook(folder.path(), some, imported);
            let newest = store.newest_entry_number().unwrap();
            let decided = more_go_than_stay(&store.connection, newest..=newest).unwrap();
            assert_eq!(decided, anew, "{some} stay, {imported} go");
        }
    }

    #[test]
    fn search_finds_what_is_there_after_an_import_is_undone_and_done_again() {
        let folder = tempfile::tempdir().unwrap();
        for (some, imported, _) in CASES {
            let mut store = casebook(folder.path(), some, imported);
            let before = schema(&store);
            let last = format!("imported{} ", imported - 1);
            let words = [
                ("entry ", some, some + imported),
                ("before ", some, some),
                ("before0 ", 1, 1),
                ("imported ", 0, imported),
                (&last, 0, 1),
            ];
            let expect = |store: &Store, is_there: bool| {
                for (text, without, with) in words {
                    let expected = if is_there { with } else { without };
                    assert_eq!(found(store, text), expected, "{text}: {some}, {imported}");
                }
                assert_eq!(store.check().unwrap(), []);
                assert_eq!(schema(store), before);
            };
            expect(&store, true);
            for (way, is_there) in [
                (Reversal::Undo, false),
                (Reversal::Redo, true),
                (Reversal::Undo, false),
            ] {
                let done = store.reverse(way, "2026-01-01T00:00:00Z", None).unwrap();
                assert!(done.is_some());
                expect(&store, is_there);
            }
            // What comes later goes into the index as ever, and out of it one by one.
            add(&mut store, Action::EventAdded, "after", 1);
            assert_eq!(found(&store, "after0 "), 1);
            store
                .reverse(Reversal::Undo, "2026-01-01T00:00:00Z", None)
                .unwrap();
            expect(&store, false);
        }
    }

    #[test]
    fn a_casebook_is_recovered_after_its_list_of_tables_had_a_trigger_less() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = casebook(folder.path(), 3, MANY);
        let at = "2026-01-01T00:00:00Z";
        for way in [
            Reversal::Undo,
            Reversal::Redo,
            Reversal::Undo,
            Reversal::Redo,
        ] {
            store.reverse(way, at, None).unwrap();
        }
        let (path, document) = (store.path().to_owned(), store.document().unwrap());
        drop(store);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[100..4_096].fill(0);
        std::fs::write(&path, &bytes).unwrap();
        let change = Change {
            action: Action::Recovered,
            subject: String::new(),
            at: at.to_owned(),
            author: None,
        };
        let out = folder.path().join("recovered.casebook");
        salvage(&path, &out, &change, "Recovered").unwrap();
        assert!(Store::open_read_only(&out).unwrap().document().unwrap() == document);
    }

    #[test]
    fn going_back_before_an_import_leaves_the_index_in_step() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = casebook(folder.path(), 3, MANY);
        add(&mut store, Action::EventAdded, "after", 1);
        let imported = store.newest_entry_number().unwrap() - 1;
        let change = Change {
            action: Action::WentBack,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        };
        assert!(store.go_back(imported - 1, &change).unwrap().is_some());
        assert_eq!((found(&store, "entry "), found(&store, "before ")), (3, 3));
        assert_eq!(store.check().unwrap(), []);
    }
}

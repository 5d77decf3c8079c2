//! Events and sources by what they are called, for an import that asks for many.

use crate::document::{id_at, rows};
use crate::{Edit, EventKey, Result};
use docketline_domain::{Edtf, Id};
use rusqlite::{Params, params};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Which events stand on a date under a title, and which sources under a title at an
/// address. All of one date, and all of one title, are read when the first of them is asked
/// for: looking through them again for each row of a file that is about one day would take
/// the square of their number.
///
/// What is written meanwhile has to be told.
#[derive(Debug, Default)]
pub struct Titles {
    events: Groups,
    sources: Groups,
}

impl Titles {
    /// The event with this title on this date, if there is one.
    pub fn event(&mut self, edit: &Edit<'_>, title: &str, date: &Edtf) -> Result<Option<Id>> {
        let (first, last, ..) = date.sort_key();
        let read = || -> Result<Vec<(EventKey, u64)>> {
            rows(
                edit,
                "SELECT pk, title FROM event
                  WHERE sort_first = ?1 AND sort_last = ?2 AND date = ?3 ORDER BY pk",
                params![first, last, date.as_str()],
                |row| {
                    Ok((
                        row.get(0)?,
                        mark(date.as_str(), Some(row.get_ref(1)?.as_str()?)),
                    ))
                },
            )
        };
        let mark = mark(date.as_str(), Some(title));
        let Some(key) = self.events.find(date.as_str(), mark, read)? else {
            return Ok(None);
        };
        let sql = "SELECT id FROM event WHERE pk = ?1 AND title = ?2 AND date = ?3";
        let kept = first_id(edit, sql, params![key, title, date.as_str()])?;
        if kept.is_some() {
            return Ok(kept);
        }
        let sql = "SELECT id FROM event
                    WHERE sort_first = ?1 AND sort_last = ?2 AND title = ?3 AND date = ?4
                    ORDER BY pk LIMIT 1";
        first_id(edit, sql, params![first, last, title, date.as_str()])
    }

    /// An event was written, new or not.
    pub fn event_written(
        &mut self,
        edit: &Edit<'_>,
        id: &Id,
        title: &str,
        date: &Edtf,
    ) -> Result<()> {
        let key = || edit.require("event", id.as_str());
        self.events
            .add(date.as_str(), mark(date.as_str(), Some(title)), key)
    }

    /// The source with this title and address, if there is one.
    pub fn source(
        &mut self,
        edit: &Edit<'_>,
        title: &str,
        url: Option<&str>,
    ) -> Result<Option<Id>> {
        let read = || -> Result<Vec<(i64, u64)>> {
            rows(
                edit,
                "SELECT pk, url FROM source WHERE title = ?1 ORDER BY pk",
                [title],
                |row| Ok((row.get(0)?, mark(title, row.get_ref(1)?.as_str_or_null()?))),
            )
        };
        let Some(key) = self.sources.find(title, mark(title, url), read)? else {
            return Ok(None);
        };
        let sql = "SELECT id FROM source WHERE pk = ?1 AND title = ?2 AND url IS ?3";
        let kept = first_id(edit, sql, params![key, title, url])?;
        if kept.is_some() {
            return Ok(kept);
        }
        let sql = "SELECT id FROM source WHERE title = ?1 AND url IS ?2 ORDER BY pk LIMIT 1";
        first_id(edit, sql, params![title, url])
    }

    /// A source was written, new or not.
    pub fn source_written(
        &mut self,
        edit: &Edit<'_>,
        id: &Id,
        title: &str,
        url: Option<&str>,
    ) -> Result<()> {
        let key = || edit.require("source", id.as_str());
        self.sources.add(title, mark(title, url), key)
    }
}

/// Keys of rows by a mark of what they are called. A mark may be that of another name too,
/// and a row may be called otherwise by now, so whoever finds a key looks at its row; what
/// has no mark is not there.
#[derive(Debug, Default)]
struct Groups {
    read: HashSet<String>,
    keys: HashMap<u64, i64>,
}

impl Groups {
    fn find(
        &mut self,
        group: &str,
        mark: u64,
        read: impl FnOnce() -> Result<Vec<(i64, u64)>>,
    ) -> Result<Option<i64>> {
        if !self.read.contains(group) {
            for (key, mark) in read()? {
                self.keys.entry(mark).or_insert(key);
            }
            self.read.insert(group.to_owned());
        }
        Ok(self.keys.get(&mark).copied())
    }

    fn add(&mut self, group: &str, mark: u64, key: impl FnOnce() -> Result<i64>) -> Result<()> {
        if self.read.contains(group) && !self.keys.contains_key(&mark) {
            self.keys.insert(mark, key()?);
        }
        Ok(())
    }
}

fn mark(group: &str, name: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (group, name).hash(&mut hasher);
    hasher.finish()
}

fn first_id(edit: &Edit<'_>, sql: &str, params: impl Params) -> Result<Option<Id>> {
    let found = rows(edit, sql, params, |row| id_at(row, 0))?;
    Ok(found.into_iter().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Change, NewEvent, Store};
    use docketline_domain::model::Source;
    use docketline_domain::vocabulary::EventKind;

    fn with_edit(test: impl FnOnce(&Edit<'_>) -> Result<()>) {
        let folder = tempfile::tempdir().unwrap();
        let change = Change {
            action: Action::Imported,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        };
        let path = folder.path().join("a.casebook");
        let mut store = Store::create(&path, "A", &change, |_| Ok(())).unwrap();
        store.edit(&change, test).unwrap();
    }

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn add(edit: &Edit<'_>, name: &str, title: &str, date: &Edtf) -> Result<()> {
        let event = NewEvent {
            id: id(name),
            date: date.clone(),
            title: title.to_owned(),
            kind: EventKind::Filing,
            lane: id("lane"),
            lane_name: "Lane".to_owned(),
            public_from: None,
        };
        edit.add_event(&event).map(drop)
    }

    #[test]
    fn an_event_is_found_by_what_it_is_called_now() {
        with_edit(|edit| {
            let (day, year) = (
                Edtf::parse("2016-07-14").unwrap(),
                Edtf::parse("2016").unwrap(),
            );
            let mut titles = Titles::default();
            assert_eq!(titles.event(edit, "Hearing", &day)?, None);
            add(edit, "one", "Hearing", &day)?;
            titles.event_written(edit, &id("one"), "Hearing", &day)?;
            assert_eq!(titles.event(edit, "Hearing", &day)?, Some(id("one")));

            let mut event = edit.event("one")?.unwrap();
            event.title = "Argument".to_owned();
            edit.put_event(&event)?;
            titles.event_written(edit, &id("one"), "Argument", &day)?;
            assert_eq!(titles.event(edit, "Hearing", &day)?, None);
            assert_eq!(titles.event(edit, "Argument", &day)?, Some(id("one")));

            // Under a title that another one had before; and the first of two.
            for name in ["two", "three"] {
                add(edit, name, "Hearing", &day)?;
                titles.event_written(edit, &id(name), "Hearing", &day)?;
            }
            assert_eq!(titles.event(edit, "Hearing", &day)?, Some(id("two")));

            // On a date that nobody asked for yet.
            add(edit, "four", "Hearing", &year)?;
            titles.event_written(edit, &id("four"), "Hearing", &year)?;
            assert_eq!(titles.event(edit, "Hearing", &year)?, Some(id("four")));
            Ok(())
        });
    }

    #[test]
    fn a_source_is_found_by_title_and_address() {
        with_edit(|edit| {
            let mut titles = Titles::default();
            let sources = [
                None,
                Some("https://one.example"),
                Some("https://two.example"),
            ];
            for (at, url) in sources.into_iter().enumerate() {
                assert_eq!(titles.source(edit, "Docket", url)?, None, "{url:?}");
                let source = Source {
                    id: id(&format!("source-{at}")),
                    title: "Docket".to_owned(),
                    publisher: None,
                    date: None,
                    url: url.map(ToOwned::to_owned),
                    read: false,
                    read_url: None,
                    read_scope: None,
                    note: None,
                };
                edit.put_source(&source)?;
                titles.source_written(edit, &source.id, "Docket", url)?;
            }
            for mut titles in [titles, Titles::default()] {
                for (at, url) in sources.into_iter().enumerate() {
                    let expected = Some(id(&format!("source-{at}")));
                    assert_eq!(titles.source(edit, "Docket", url)?, expected, "{url:?}");
                }
            }
            Ok(())
        });
    }

    #[test]
    fn identifiers_alike_are_numbered_without_a_gap() {
        with_edit(|edit| {
            let day = Edtf::parse("2016-07-14").unwrap();
            add(edit, "hearing-3", "Hearing", &day)?;
            let mut given = Vec::new();
            for wish in ["hearing", "hearing", "motion", "hearing", "hearing"] {
                let free = edit.free_id("event", &id(wish))?;
                // Asked for and not used.
                assert_eq!(edit.free_id("event", &id(wish))?, free);
                add(edit, free.as_str(), "Hearing", &day)?;
                given.push(free.as_str().to_owned());
            }
            let expected = ["hearing", "hearing-2", "motion", "hearing-4", "hearing-5"];
            assert_eq!(given, expected);
            Ok(())
        });
    }
}

//! The history: what each entry says, and going back.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{ChangeKind, Difference, HistoryEntryView, HistoryQuery};
use docketline_casebook::{Assignment, Casebook, Clock, ErrorCode, Hand, NewEvent, NewRelation};
use std::path::Path;
use std::sync::Arc;

#[derive(Debug)]
struct Noon;

impl Clock for Noon {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap()
    }
}

fn hand(author: &str) -> Hand {
    Hand::new(Arc::new(Noon), Some(author.to_owned()))
}

fn open(path: &Path, author: &str) -> Casebook {
    Casebook::open(path, hand(author)).unwrap()
}

fn event(id: &str) -> NewEvent {
    NewEvent {
        id: id.to_owned(),
        date: "2014-07-31".to_owned(),
        title: format!("Event {id}"),
        kind: "order".to_owned(),
        lane: "Docket".to_owned(),
        public_from: None,
    }
}

fn set(casebook: &mut Casebook, id: &str, field: &str, value: &str) {
    let assignment = Assignment {
        field: field.to_owned(),
        value: value.to_owned(),
    };
    casebook.edit_event(id, &[assignment]).unwrap();
}

fn entries(casebook: &Casebook, query: &HistoryQuery) -> Vec<HistoryEntryView> {
    casebook.history(query, 1_000).unwrap().entries
}

fn all(casebook: &Casebook) -> Vec<HistoryEntryView> {
    entries(casebook, &HistoryQuery::default())
}

fn words(entry: &HistoryEntryView) -> Vec<&str> {
    entry
        .changes
        .iter()
        .map(|change| change.words.as_str())
        .collect()
}

/// Two events, a relation and a note, by Ada; changes and a deletion by Ben.
fn worked_on(path: &Path) -> Casebook {
    let mut casebook = Casebook::create(path, "Test", hand("Ada")).unwrap();
    casebook.add_event(&event("a")).unwrap();
    casebook.add_event(&event("b")).unwrap();
    casebook
        .relate(&NewRelation {
            from: "b".to_owned(),
            relation: "reverses".to_owned(),
            to: "a".to_owned(),
            effective: None,
            part: None,
        })
        .unwrap();
    casebook.add_note("a", "First words").unwrap();
    drop(casebook);
    let mut casebook = open(path, "Ben");
    set(&mut casebook, "a", "title", "Another title");
    set(&mut casebook, "a", "court", "Second Circuit");
    set(&mut casebook, "a", "court", "");
    casebook.delete_event("b").unwrap();
    casebook
}

#[test]
fn every_action_is_an_entry_that_says_what_it_did_and_who() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = worked_on(&folder.path().join("c.casebook"));
    casebook.undo().unwrap();
    let said: Vec<(String, Option<String>, String)> = all(&casebook)
        .iter()
        .rev()
        .map(|entry| {
            (
                entry.title.clone(),
                entry.author.clone(),
                words(entry).join("; "),
            )
        })
        .collect();
    let expected = [
        (
            "Made the casebook Test",
            "Ada",
            "About the casebook added: Test",
        ),
        (
            "Event “Event a”",
            "Ada",
            "Lane added: Docket; Event added: 2014-07-31 · Event a",
        ),
        (
            "Event “Event b”",
            "Ada",
            "Event added: 2014-07-31 · Event b",
        ),
        (
            "Relation “Event b” reverses “Event a”",
            "Ada",
            "Relation added: Event b · reverses · Another title",
        ),
        ("Note on “Event a”", "Ada", "Note added: First words"),
        (
            "Change of “Event a”",
            "Ben",
            "Title of “Another title”: “Another title” instead of “Event a”",
        ),
        (
            "Change of “Another title”",
            "Ben",
            "Court added: Second Circuit; Court of “Another title”: set to “Second Circuit”",
        ),
        (
            "Change of “Another title”",
            "Ben",
            "Court of “Another title”: “Second Circuit” taken out",
        ),
        (
            "Deletion of “Event b”",
            "Ben",
            "Event deleted: 2014-07-31 · Event b; Relation deleted: Event b · reverses · Another title",
        ),
        (
            "Undid: Deletion of “Event b”",
            "Ben",
            "Relation added: Event b · reverses · Another title; Event added: 2014-07-31 · Event b",
        ),
    ];
    for ((title, author, changes), said) in expected.into_iter().zip(&said) {
        assert_eq!(said.0, title);
        assert_eq!(said.1.as_deref(), Some(author), "{title}");
        let sorted = |text: &str| {
            let mut parts: Vec<String> = text.split("; ").map(ToOwned::to_owned).collect();
            parts.sort();
            parts
        };
        assert_eq!(sorted(&said.2), sorted(changes), "{title}");
    }
    assert_eq!(said.len(), expected.len());
}

#[test]
fn the_history_is_paged_and_filtered_by_event_and_author() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = worked_on(&folder.path().join("c.casebook"));
    let every = all(&casebook);
    assert!(every.is_sorted_by(|newer, older| newer.id > older.id));
    let mut paged = Vec::new();
    let mut query = HistoryQuery::default();
    loop {
        let page = casebook.history(&query, 2).unwrap();
        paged.extend(page.entries);
        query.before = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(paged, every);

    let by = |author: &str| {
        entries(
            &casebook,
            &HistoryQuery {
                author: Some(author.to_owned()),
                ..HistoryQuery::default()
            },
        )
        .len()
    };
    assert_eq!((by("Ada"), by("Ben"), by("Cy")), (5, 4, 0));
    assert_eq!(casebook.history(&query, 1).unwrap().authors, ["Ada", "Ben"]);

    let of = |id: &str| -> Vec<String> {
        entries(
            &casebook,
            &HistoryQuery {
                event: Some(casebook.event_key_ever(id).unwrap()),
                ..HistoryQuery::default()
            },
        )
        .into_iter()
        .rev()
        .map(|entry| entry.title)
        .collect()
    };
    assert_eq!(
        of("b"),
        [
            "Event “Event b”",
            "Relation “Event b” reverses “Event a”",
            "Deletion of “Event b”"
        ]
    );
    assert_eq!(of("a").len(), 7);
    let unknown = casebook.event_key_ever("c").unwrap_err();
    assert_eq!(unknown.code(), ErrorCode::NoSuch);
}

fn found(casebook: &Casebook, text: &str) -> Vec<String> {
    let query = HistoryQuery {
        text: Some(text.to_owned()),
        ..HistoryQuery::default()
    };
    let titles = entries(casebook, &query).into_iter();
    titles.map(|entry| entry.title).collect()
}

#[test]
fn the_history_is_searched_in_what_was_done_to_what_and_in_every_value() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = worked_on(&folder.path().join("c.casebook"));
    set(&mut casebook, "a", "summary", "The “Élan” of\na ruling");
    // In a subject, in a value that was, in one that is, over accents and escaped signs.
    for (text, count) in [
        ("another TITLE", 4),
        ("first words", 1),
        ("elan", 1),
        ("“élan”", 1),
        ("of\na", 1),
        ("nowhere", 0),
        // The names of columns are none of the reader's words.
        ("sort_first", 0),
        // Nothing to look for is no filter.
        ("…", 10),
    ] {
        assert_eq!(found(&casebook, text).len(), count, "{text}");
    }
    let cleared = found(&casebook, "second circuit");
    assert_eq!(
        cleared,
        ["Change of “Another title”"],
        "where the court is named"
    );
}

#[test]
fn pages_go_on_in_both_directions_and_begin_at_a_moment() {
    let folder = tempfile::tempdir().unwrap();
    let casebook = worked_on(&folder.path().join("c.casebook"));
    let every = all(&casebook);
    let oldest = every.last().unwrap().id;
    let mut forward = vec![every.last().unwrap().clone()];
    let mut query = HistoryQuery {
        after: Some(oldest),
        ..HistoryQuery::default()
    };
    while let Some(after) = query.after {
        let page = casebook.history(&query, 4).unwrap();
        assert!(
            page.entries
                .is_sorted_by(|newer, older| newer.id > older.id)
        );
        forward.splice(0..0, page.entries);
        assert_ne!(page.next, Some(after));
        query.after = page.next;
    }
    assert_eq!(forward, every);
    let until = |moment: &str| {
        let query = HistoryQuery {
            until: Some(moment.to_owned()),
            ..HistoryQuery::default()
        };
        entries(&casebook, &query).len()
    };
    assert_eq!(until("2023-11-14T22:13:20Z"), 0);
    assert_eq!(until("2023-11-14T22:13:21Z"), every.len());
}

#[test]
fn what_going_back_would_do_is_what_it_then_does() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = worked_on(&folder.path().join("c.casebook"));
    let note = all(&casebook)[4].clone();
    assert_eq!(note.title, "Note on “Event a”");
    let would = casebook.preview_go_back(note.id).unwrap();
    assert_eq!((would.entries, would.more), (4, false));
    let counts: Vec<_> = would
        .records
        .unwrap()
        .into_iter()
        .map(|count| (count.name, count.back, count.changed, count.gone))
        .collect();
    let expected = [
        ("Court", 0, 0, 1),
        ("Event", 1, 1, 0),
        ("Relation", 1, 0, 0),
    ];
    assert_eq!(
        counts,
        expected.map(|(name, back, changed, gone)| (name.to_owned(), back, changed, gone))
    );
    let mut said: Vec<String> = would.changes.into_iter().map(|c| c.words).collect();
    casebook.go_back(note.id).unwrap();
    let entry = all(&casebook)[0].clone();
    let mut done: Vec<String> = entry.changes.into_iter().map(|c| c.words).collect();
    said.sort();
    done.sort();
    assert_eq!(said, done);
    let nothing = casebook.preview_go_back(note.id).unwrap();
    assert_eq!(nothing.records, Some(Vec::new()));
    assert_eq!(
        casebook.preview_go_back(9_999).unwrap_err().code(),
        ErrorCode::NoSuch
    );
}

#[test]
fn a_change_says_which_words_differ_and_of_which_event() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.casebook");
    let mut casebook = Casebook::create(&path, "Test", hand("Ada")).unwrap();
    let key = casebook.add_event(&event("a")).unwrap();
    set(&mut casebook, "a", "title", "Event a, reheard");
    let entry = all(&casebook)[0].clone();
    assert_eq!(entry.done, "changed “Event a”");
    assert_eq!(entry.changes[0].event, Some(key));
    let parts: Vec<_> = entry.changes[0]
        .difference
        .iter()
        .map(|part| (part.kind, part.text.as_str()))
        .collect();
    assert_eq!(
        parts,
        [
            (Difference::Same, "Event a"),
            (Difference::Added, ", reheard")
        ]
    );
    let few = HistoryQuery {
        rows: Some(0),
        ..HistoryQuery::default()
    };
    let entry = entries(&casebook, &few)[0].clone();
    assert!(entry.changes.is_empty() && entry.more);
    assert!(
        !casebook
            .history_entry_by_id(entry.id)
            .unwrap()
            .changes
            .is_empty()
    );
    casebook.delete_event("a").unwrap();
    let query = HistoryQuery::default();
    let gone = entries(&casebook, &query);
    assert!(
        gone.iter()
            .flat_map(|entry| &entry.changes)
            .all(|c| c.event.is_none())
    );
}

#[test]
fn a_new_event_does_not_inherit_the_history_of_a_deleted_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = worked_on(&folder.path().join("c.casebook"));
    let gone = casebook.event_key_ever("b").unwrap();
    let new = casebook.add_event(&event("c")).unwrap();
    assert!(new > gone);
}

#[test]
fn going_back_to_any_point_gives_that_content_and_is_undone_like_an_edit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.casebook");
    let mut casebook = Casebook::create_sample(&path, hand("Ada")).unwrap();
    let mut states = Vec::new();
    let remember = |casebook: &Casebook, states: &mut Vec<_>| {
        let newest = all(casebook)[0].id;
        states.push((newest, casebook.document().unwrap()));
    };
    remember(&casebook, &mut states);
    for round in 0..3 {
        casebook.add_event(&event(&format!("e{round}"))).unwrap();
        remember(&casebook, &mut states);
        casebook.delete_event("contempt-order").ok();
        remember(&casebook, &mut states);
        let id = format!("e{round}");
        set(&mut casebook, &id, "id", "same-name");
        casebook.add_note("same-name", "A note").unwrap();
        remember(&casebook, &mut states);
        casebook.delete_event("same-name").unwrap();
        casebook.undo().unwrap();
        casebook.undo().unwrap();
        remember(&casebook, &mut states);
        set(&mut casebook, "same-name", "id", &format!("other{round}"));
    }
    let last = casebook.document().unwrap();
    for (entry, state) in states.iter().rev().chain(&states) {
        casebook.go_back(*entry).unwrap();
        assert_eq!(&casebook.document().unwrap(), state, "back to {entry}");
        assert!(casebook.check().unwrap().is_empty());
    }
    drop(casebook);
    // Each return that did something is taken back by one undo.
    let mut casebook = open(&path, "Ben");
    let mut returns = all(&casebook);
    returns.retain(|entry| entry.title.starts_with("Return"));
    for _ in returns {
        casebook.undo().unwrap();
    }
    assert_eq!(casebook.document().unwrap(), last);
    assert_eq!(
        casebook.go_back(9_999).unwrap_err().code(),
        ErrorCode::NoSuch
    );
}

#[test]
fn an_edit_that_leaves_lists_as_they_are_says_nothing_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook =
        Casebook::create_sample(&folder.path().join("c.casebook"), hand("Ada")).unwrap();
    set(&mut casebook, "contempt-order", "summary", "Short");
    let entry = &all(&casebook)[0];
    assert_eq!(entry.changes.len(), 1);
    let change = &entry.changes[0];
    assert_eq!(change.change, ChangeKind::Changed);
    assert_eq!(change.field.as_deref(), Some("summary"));
    assert_eq!(change.to.as_deref(), Some("Short"));
}

#[test]
fn relations_between_events_of_long_names_get_identifiers_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook =
        Casebook::create(&folder.path().join("c.casebook"), "Long", hand("Ada")).unwrap();
    let (a, b) = ("a".repeat(80), "b".repeat(80));
    casebook.add_event(&event(&a)).unwrap();
    casebook.add_event(&event(&b)).unwrap();
    let mut ids: Vec<String> = (0..12)
        .map(|_| {
            let relation = NewRelation {
                from: a.clone(),
                relation: "cites".to_owned(),
                to: b.clone(),
                effective: None,
                part: None,
            };
            casebook.relate(&relation).unwrap()
        })
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 12);
}

//! The table of the sample: orders, pages, positions, text.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{EventRow, Filter, Listing, RowRange, SortBy};
use docketline_casebook::{Casebook, ErrorCode, SystemClock};
use std::collections::HashSet;
use std::sync::Arc;
use tempfile::TempDir;

const COLUMNS: [SortBy; 10] = [
    SortBy::Date,
    SortBy::Title,
    SortBy::Kind,
    SortBy::Lane,
    SortBy::Court,
    SortBy::Proceeding,
    SortBy::Docket,
    SortBy::Confidence,
    SortBy::Notes,
    SortBy::Disputed,
];

fn sample() -> (TempDir, Casebook) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.casebook");
    let casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    (folder, casebook)
}

fn listing(sort: SortBy, descending: bool) -> Listing {
    Listing {
        filter: Filter::default(),
        sort,
        descending,
    }
}

/// All rows, read a page at a time.
fn listed(casebook: &Casebook, listing: &Listing) -> Vec<EventRow> {
    let mut rows = Vec::new();
    loop {
        let page = casebook
            .events(
                &listing.filter,
                listing.sort,
                listing.descending,
                rows.len() as i64,
                7,
            )
            .unwrap();
        rows.extend(page.rows);
        if rows.len() as i64 >= page.total {
            return rows;
        }
    }
}

/// What a column sorts by, where that can be read off a row.
fn value(row: &EventRow, sort: SortBy) -> Option<String> {
    let folded = |text: &str| {
        text.trim_start_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    match sort {
        SortBy::Title => Some(folded(&row.title)),
        SortBy::Kind => Some(row.kind.clone()),
        SortBy::Lane => Some(row.colour.to_string()),
        SortBy::Court => row.court.as_deref().map(folded),
        SortBy::Docket => row.docket.as_deref().map(folded),
        SortBy::Confidence => row.confidence.clone(),
        SortBy::Disputed => Some(row.disputed.to_string()),
        // The sample has no notes; time and proceedings have tests of their own.
        SortBy::Date | SortBy::Proceeding | SortBy::Notes => Some(String::new()),
    }
}

#[test]
fn every_column_sorts_both_ways_and_lists_each_event_once() {
    let (_folder, casebook) = sample();
    for sort in COLUMNS {
        for descending in [false, true] {
            let rows = listed(&casebook, &listing(sort, descending));
            let keys: HashSet<i64> = rows.iter().map(|row| row.key).collect();
            assert_eq!((rows.len(), keys.len()), (90, 90), "{sort:?} {descending}");
            for pair in rows.windows(2) {
                let (a, b) = (value(&pair[0], sort), value(&pair[1], sort));
                let in_order = match (&a, &b) {
                    (Some(a), Some(b)) if descending => a >= b,
                    (Some(a), Some(b)) => a <= b,
                    (None, Some(_)) => false,
                    (_, None) => true,
                };
                assert!(in_order, "{sort:?} {descending}: {a:?} before {b:?}");
            }
        }
    }
}

#[test]
fn events_that_are_equal_in_a_column_follow_each_other_in_time() {
    let (_folder, casebook) = sample();
    let in_time: Vec<i64> = listed(&casebook, &listing(SortBy::Date, false))
        .iter()
        .map(|row| row.key)
        .collect();
    let time_of = |key| in_time.iter().position(|known| *known == key).unwrap();
    for descending in [false, true] {
        for sort in [SortBy::Kind, SortBy::Court, SortBy::Notes] {
            for pair in listed(&casebook, &listing(sort, descending)).windows(2) {
                if value(&pair[0], sort) == value(&pair[1], sort) {
                    assert!(time_of(pair[0].key) < time_of(pair[1].key), "{sort:?}");
                }
            }
        }
    }
    let mut back: Vec<i64> = listed(&casebook, &listing(SortBy::Date, true))
        .iter()
        .map(|row| row.key)
        .collect();
    back.reverse();
    assert_eq!(back, in_time);
}

#[test]
fn the_row_of_an_event_is_found() {
    let (_folder, casebook) = sample();
    let by_title = listing(SortBy::Title, true);
    for (position, row) in listed(&casebook, &by_title).iter().enumerate() {
        let found = casebook.event_position(&by_title, row.key).unwrap();
        assert_eq!(found, Some(position as i64));
    }
    let appeals = Listing {
        filter: Filter {
            lanes: Some(vec!["appeal".to_owned()]),
            ..Filter::default()
        },
        ..by_title
    };
    let contempt = casebook.event_by_id("contempt-order").unwrap().row.key;
    assert_eq!(casebook.event_position(&appeals, contempt).unwrap(), None);
}

/// The events of these rows, as they stand now.
fn keys_of(casebook: &Casebook, listing: &Listing, rows: &[RowRange]) -> Vec<i64> {
    let revision = casebook.summary().unwrap().revision;
    casebook
        .keys_of_rows(listing, rows, revision)
        .unwrap()
        .unwrap()
}

#[test]
fn chosen_rows_are_the_same_events_in_another_order_and_after_an_edit() {
    let (_folder, mut casebook) = sample();
    let (before, after) = (listing(SortBy::Notes, true), listing(SortBy::Title, true));
    let chosen = [
        RowRange { first: 3, last: 9 },
        RowRange {
            first: 40,
            last: 40,
        },
    ];
    let keys = keys_of(&casebook, &before, &chosen);
    let rows = listed(&casebook, &before);
    let seen: Vec<i64> = [3..=9, 40..=40]
        .into_iter()
        .flatten()
        .map(|row| rows[row].key)
        .collect();
    assert_eq!(keys, seen);

    casebook.save_note(rows[89].key, None, "Compare.").unwrap();
    let first = casebook.event_position(&before, rows[3].key).unwrap();
    assert_eq!(first, Some(4));
    for listing in [&before, &after] {
        let moved = casebook.rows_of_keys(listing, &keys).unwrap();
        let found: HashSet<i64> = keys_of(&casebook, listing, &moved).into_iter().collect();
        assert_eq!(found, keys.iter().copied().collect());
        assert!(
            moved
                .windows(2)
                .all(|pair| pair[0].last + 1 < pair[1].first)
        );
    }
}

#[test]
fn rows_of_a_casebook_that_has_changed_are_no_events() {
    let (_folder, mut casebook) = sample();
    let by_notes = listing(SortBy::Notes, true);
    let chosen = [RowRange { first: 0, last: 2 }];
    let revision = casebook.summary().unwrap().revision;
    let last = listed(&casebook, &by_notes).pop().unwrap();
    casebook.save_note(last.key, None, "Compare.").unwrap();
    let keys = casebook.keys_of_rows(&by_notes, &chosen, revision).unwrap();
    assert_eq!(keys, None);
}

#[test]
fn events_that_do_not_pass_have_no_row() {
    let (_folder, casebook) = sample();
    let all = listing(SortBy::Date, false);
    let keys = keys_of(&casebook, &all, &[RowRange { first: 0, last: 89 }]);
    let appeals = Listing {
        filter: Filter {
            lanes: Some(vec!["appeal".to_owned()]),
            ..Filter::default()
        },
        ..all
    };
    let last = listed(&casebook, &appeals).len() as i64 - 1;
    let rows = casebook.rows_of_keys(&appeals, &keys).unwrap();
    assert_eq!(rows, [RowRange { first: 0, last }]);
    assert_eq!(casebook.rows_of_keys(&appeals, &[-1]).unwrap(), []);
}

#[test]
fn rows_are_copied_as_text_with_their_headings() {
    let (_folder, casebook) = sample();
    let in_time = listing(SortBy::Date, false);
    let columns = [SortBy::Date, SortBy::Title, SortBy::Kind, SortBy::Court];
    let copied = casebook
        .copy_events(&in_time, &[RowRange { first: 0, last: 1 }], &columns)
        .unwrap();
    assert_eq!(copied.events, 2);
    assert_eq!(
        copied.text,
        "Date\tTitle\tKind\tCourt\n\
         21 October 1986\tStored Communications Act becomes law inside ECPA\tStatute\t\n\
         11 August 2009\tUS-Ireland mutual legal assistance treaty enters into force\tAgreement\t"
    );
    let beyond = [RowRange {
        first: 88,
        last: 5_000,
    }];
    let copied = casebook.copy_events(&in_time, &beyond, &columns).unwrap();
    assert_eq!(copied.events, 2);
}

#[test]
fn more_rows_than_a_clipboard_should_hold_are_refused() {
    let (_folder, casebook) = sample();
    let many = [RowRange { first: 0, last: 89 }; 112];
    let refused = casebook
        .copy_events(&listing(SortBy::Date, false), &many, &[SortBy::Title])
        .unwrap_err();
    assert_eq!(refused.code(), ErrorCode::BadValue);
}

#[test]
fn an_edit_is_seen_in_the_order_at_once() {
    let (_folder, mut casebook) = sample();
    let by_notes = listing(SortBy::Notes, true);
    let last = listed(&casebook, &by_notes).pop().unwrap();
    casebook.save_note(last.key, None, "Compare.").unwrap();
    assert_eq!(listed(&casebook, &by_notes)[0].key, last.key);
    casebook.undo().unwrap();
    assert_eq!(listed(&casebook, &by_notes).pop().unwrap().key, last.key);
}

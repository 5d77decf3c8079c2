use crate::{Desk, empty, sample};
use docketline_casebook::view::{BulkChange, DateShift, Filter, ShiftUnit, SortBy};
use docketline_casebook::{Casebook, ErrorCode, NewEvent};

/// The first events in time.
fn first(casebook: &Casebook, count: i64) -> Vec<i64> {
    let page = casebook.events(&Filter::default(), SortBy::Date, false, 0, count);
    page.unwrap().rows.iter().map(|row| row.key).collect()
}

fn shift(count: i64, unit: ShiftUnit) -> BulkChange {
    BulkChange {
        shift: Some(DateShift { unit, count }),
        ..BulkChange::default()
    }
}

fn dated(casebook: &mut Desk, dates: &[&str]) {
    for (number, date) in dates.iter().enumerate() {
        casebook
            .add_event(&NewEvent {
                id: format!("e{number}"),
                date: (*date).to_owned(),
                title: format!("Event {number}"),
                kind: "order".to_owned(),
                lane: "Docket".to_owned(),
                public_from: None,
            })
            .unwrap();
    }
}

#[test]
fn many_events_are_changed_alike_in_one_step() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let principle = before.principles[0].id.clone();
    let other = before.principles[1].id.clone();
    let change = BulkChange {
        lane: Some("A lane that is new".to_owned()),
        kind: Some("letter".to_owned()),
        confidence: Some(String::new()),
        main_case: Some(true),
        add_principles: vec![principle.to_string()],
        remove_principles: vec![other.to_string()],
        shift: None,
    };
    let ten = first(&casebook, 10);
    let preview = casebook.preview_change(&ten, &change).unwrap();
    assert_eq!((preview.events, preview.not_shifted), (10, 0));
    let outcome = casebook.change_events(&ten, &change).unwrap();
    assert_eq!(outcome.done.as_deref(), Some("Change of 10 events"));

    let after = casebook.document().unwrap();
    let lane = after.lanes.last().unwrap();
    assert_eq!(lane.name, "A lane that is new");
    let changed: Vec<_> = after
        .events
        .iter()
        .filter(|event| event.lane == lane.id)
        .collect();
    assert_eq!(changed.len(), 10);
    for event in changed {
        assert_eq!(event.kind.as_str(), "letter");
        assert!(event.confidence.is_none() && event.main_case);
        let codes = event.principles.iter().filter(|id| **id == principle);
        assert_eq!(codes.count(), 1, "{}", event.id);
        assert!(!event.principles.contains(&other));
    }
    assert!(casebook.check().unwrap().is_empty());
    let again = casebook.change_events(&ten, &change);
    assert!(again.is_ok());

    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);
    assert!(casebook.check().unwrap().is_empty());
}

#[test]
fn what_is_so_already_leaves_no_step() {
    let mut casebook = sample();
    let change = BulkChange {
        main_case: Some(true),
        ..BulkChange::default()
    };
    let all = first(&casebook, 90);
    casebook.change_events(&all, &change).unwrap();
    let outcome = casebook.change_events(&all, &change).unwrap();
    assert_eq!(outcome.done, None);
}

#[test]
fn dates_are_shifted_where_they_are_fine_enough_and_the_others_are_named() {
    let mut casebook = empty();
    dated(
        &mut casebook,
        &[
            "2014-01-31~",
            "2014-03",
            "2014",
            "[2014-04-01..2014-04-12]",
            "2014-05-01/2014-05-09",
        ],
    );
    let before = casebook.document().unwrap();
    let month = shift(1, ShiftUnit::Months);
    let five = first(&casebook, 5);
    let preview = casebook.preview_change(&five, &month).unwrap();
    assert_eq!((preview.events, preview.not_shifted), (5, 2));
    let kept: Vec<&str> = preview
        .reasons
        .iter()
        .map(|kept| kept.title.as_str())
        .collect();
    assert_eq!(kept, ["Event 2", "Event 3"]);
    let example = preview.example.unwrap();
    assert_eq!(example.to_words, "about 28 February 2014");

    casebook.change_events(&five, &month).unwrap();
    let dates: Vec<String> = (0..5).map(|n| casebook.date_of(&format!("e{n}"))).collect();
    assert_eq!(
        dates,
        [
            "2014-02-28~",
            "2014-04",
            "2014",
            "[2014-04-01..2014-04-12]",
            "2014-06-01/2014-06-09"
        ]
    );
    assert!(casebook.check().unwrap().is_empty());
    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn what_goes_with_deleted_events_is_told_before_and_comes_back_after() {
    let mut casebook = sample();
    casebook.add_note("contempt-order", "Mine").unwrap();
    let before = casebook.document().unwrap();
    let key = casebook.key_of("contempt-order");
    let one = [key, key];
    let preview = casebook.preview_deletion(&one).unwrap();
    let cli = casebook.preview_delete_event("contempt-order").unwrap();
    assert_eq!(preview.events, 1);
    assert_eq!(preview.relations, cli.relations.len() as i64);
    assert_eq!(preview.relation_words.len(), cli.relations.len());
    assert_eq!(preview.note_words, ["Mine"]);

    let outcome = casebook.delete_events(&one).unwrap();
    assert!(
        outcome
            .done
            .unwrap()
            .starts_with("Deletion of “Microsoft held")
    );
    assert!(casebook.event_by_id("contempt-order").is_err());
    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);

    let every = first(&casebook, 90);
    let all = casebook.preview_deletion(&every).unwrap();
    assert_eq!((all.events, all.relations, all.notes), (90, 117, 1));
    assert_eq!(all.disputed_dates, before.disputed_dates.len() as i64);
    let outcome = casebook.delete_events(&every).unwrap();
    assert_eq!(outcome.done.as_deref(), Some("Deletion of 90 events"));
    assert_eq!(casebook.summary().unwrap().counts.events, 0);
    assert!(casebook.check().unwrap().is_empty());
    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn nothing_and_too_much_are_refused() {
    let mut casebook = sample();
    let (nobody, two) = (Vec::new(), first(&casebook, 2));
    let many: Vec<i64> = (0..20_000).collect();
    let letter = BulkChange {
        kind: Some("letter".to_owned()),
        ..BulkChange::default()
    };
    let verdict = BulkChange {
        kind: Some("verdict".to_owned()),
        ..BulkChange::default()
    };
    let code = casebook.principles(None).unwrap()[0].id.clone();
    let unknown = BulkChange {
        add_principles: vec![code, "no such".to_owned()],
        ..BulkChange::default()
    };
    let before = casebook.document().unwrap();
    for (keys, change, expected) in [
        (&nobody, &letter, ErrorCode::BadValue),
        (&many, &letter, ErrorCode::BadValue),
        (&two, &BulkChange::default(), ErrorCode::BadValue),
        (&two, &verdict, ErrorCode::BadValue),
        (&two, &unknown, ErrorCode::NoSuch),
    ] {
        let refused = casebook.change_events(keys, change).unwrap_err();
        assert_eq!(refused.code(), expected, "{change:?}");
    }
    assert_eq!(casebook.document().unwrap(), before);
}

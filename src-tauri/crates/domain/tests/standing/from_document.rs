//! A casebook's document as the engine's case.

use crate::notation::day;
use docketline_domain::Document;
use docketline_domain::standing::{Case, Certainty, EventIx, Standing};
use serde_json::{Value, json};

fn document(events: &[Value], relations: &[Value]) -> Document {
    let complete = |event: &Value| {
        let mut event = event.clone();
        event["title"] = event["id"].clone();
        event["lane"] = json!("case");
        serde_json::from_value(event).expect("an event")
    };
    Document {
        events: events.iter().map(complete).collect(),
        relations: relations
            .iter()
            .map(|relation| serde_json::from_value(relation.clone()).expect("a relation"))
            .collect(),
        ..Document::default()
    }
}

fn standing(document: &Document, on: &str) -> Standing {
    let case = Case::from_document(document).prepare();
    case.of(EventIx(0), day(on), None).expect("an instrument")
}

fn words(standing: &Standing) -> Vec<&'static str> {
    standing.words().iter().map(|word| word.as_str()).collect()
}

#[test]
fn standing_rests_on_the_stated_date_and_not_on_the_inferred_one() {
    let document = document(
        &[
            json!({"id": "ruling", "date": "2014-07-31", "kind": "ruling"}),
            json!({"id": "notice", "date": "[2014-08-01..2014-08-12]", "kind": "appeal",
                "stated_date": {"date": "2014-08"}}),
            json!({"id": "reversal", "date": "2015-01-01", "kind": "ruling",
                "stated_date": {"date": "2014-12-30", "end": "2015-01-02"}}),
        ],
        &[
            json!({"id": "r1", "from": "notice", "type": "appeals-from", "to": "ruling"}),
            json!({"id": "r2", "from": "reversal", "type": "reverses", "to": "ruling"}),
        ],
    );
    for (on, review) in [
        ("2014-08-12", Certainty::Possibly),
        ("2014-08-31", Certainty::Yes),
    ] {
        assert_eq!(standing(&document, on).under_review, review);
    }
    for (on, expect) in [
        ("2014-12-29", &["in force"][..]),
        ("2015-01-01", &["in force", "reversed"]),
        ("2015-01-02", &["reversed"]),
    ] {
        assert_eq!(words(&standing(&document, on)), expect);
    }
}

#[test]
fn effective_dates_parts_and_places_on_the_docket_are_carried_over() {
    let events = [
        json!({"id": "rule", "date": "2014-01-01", "kind": "regulation"}),
        json!({"id": "first", "date": "2014-02-01", "kind": "order", "docket": "1:14-cv-1",
            "docket_sequence": 12}),
        json!({"id": "second", "date": "2014-02-01", "kind": "order", "docket": "1:14-cv-1",
            "docket_sequence": 13}),
    ];
    let document = document(
        &events,
        &[
            json!({"id": "r9", "from": "second", "type": "reinstates", "to": "rule"}),
            json!({"id": "r1", "from": "first", "type": "vacates", "to": "rule"}),
            json!({"id": "r5", "from": "second", "type": "repeals", "to": "rule",
                "effective": "2014-03-01", "part": "§ 2"}),
            json!({"id": "r6", "from": "second", "type": "cites", "to": "rule"}),
        ],
    );
    let february = standing(&document, "2014-02-01");
    assert_eq!(words(&february), ["in force"]);
    // Reasons are places in the list of relations, in the order of effect.
    assert_eq!(february.reasons, [1, 0]);
    let march = standing(&document, "2014-03-01");
    assert_eq!(
        (words(&march), march.part()),
        (vec!["repealed"], Some("§ 2"))
    );
    assert_eq!(march.reasons, [1, 0, 2]);
}

#[test]
fn a_relation_to_an_event_that_is_not_there_is_left_out() {
    let document = document(
        &[json!({"id": "ruling", "date": "2014-01-01", "kind": "ruling"})],
        &[json!({"id": "r1", "from": "gone", "type": "vacates", "to": "ruling"})],
    );
    assert_eq!(words(&standing(&document, "2014-02-01")), ["in force"]);
}

#[test]
fn publicity_comes_from_the_event() {
    let document = document(
        &[
            json!({"id": "warrant", "date": "2013-12-04", "kind": "warrant",
            "public_from": "2014-04-25"}),
        ],
        &[],
    );
    let case = Case::from_document(&document).prepare();
    let known = |on: &str| case.on(day("2013-12-31"), Some(day(on))).len();
    assert_eq!((known("2014-04-24"), known("2014-04-25")), (0, 1));
}

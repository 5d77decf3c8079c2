//! The Microsoft Ireland warrant case, cell by cell, from the sample's own data.

use crate::notation::{Named, bounds};
use docketline_domain::standing::{Act, CaseEvent, Finding, PreparedCase};
use docketline_domain::{Bounds, Day};
use serde_json::Value;

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

fn sample() -> Named {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/sample/case.json"
    );
    let json = std::fs::read_to_string(path).expect("the sample is there");
    let json: Value = serde_json::from_str(&json).expect("the sample is JSON");
    let mut named = Named::new();
    for event in json["events"].as_array().expect("events") {
        let from = bounds(text(event, "date").expect("a date"));
        let to = text(event, "end_date").map_or(from, bounds);
        named.ids.push(text(event, "id").expect("an id").to_owned());
        named.case.add_event(CaseEvent {
            date: Bounds {
                earliest: from.earliest,
                latest: to.latest,
            },
            public_from: None,
            kind: text(event, "kind")
                .and_then(|k| k.parse().ok())
                .expect("a kind"),
            sequence: None,
        });
    }
    for (number, relation) in json["relations"]
        .as_array()
        .expect("relations")
        .iter()
        .enumerate()
    {
        let end = |key| named.ix(text(relation, key).expect("an end"));
        let act = Act {
            from: end("from"),
            relation: text(relation, "type")
                .and_then(|t| t.parse().ok())
                .expect("a type"),
            to: end("to"),
            effective: None,
            part: text(relation, "part").map(Into::into),
            number,
            rank: number as u32,
        };
        named.case.add_act(act);
    }
    named
}

const INSTRUMENTS: [&str; 6] = [
    "warrant-issued",
    "magistrate-denies-motion",
    "preska-affirms",
    "stay-granted",
    "contempt-order",
    "second-circuit-opinion",
];

const EXPECTED: &str = "
2013-12-03 | not yet issued    | not yet issued      | not yet issued       | not yet issued | not yet issued | not yet issued
2013-12-20 | in force          | not yet issued      | not yet issued       | not yet issued | not yet issued | not yet issued
2014-06-10 | in force          | in force, U         | not yet issued       | not yet issued | not yet issued | not yet issued
2014-07-31 | in force          | in force (affirmed) | in force             | not yet issued | not yet issued | not yet issued
2014-08-01 | in force          | in force (affirmed) | stayed, possibly U   | in force       | not yet issued | not yet issued
2014-08-29 | in force          | in force (affirmed) | in force, possibly U | lifted         | not yet issued | not yet issued
2014-08-31 | in force          | in force (affirmed) | in force, U          | lifted         | not yet issued | not yet issued
2014-09-08 | in force          | in force (affirmed) | in force, U          | lifted         | in force       | not yet issued
2014-12-08 | in force          | in force (affirmed) | in force, U          | lifted         | in force, U    | not yet issued
2016-07-14 | quashed in part   | reversed            | reversed             | lifted         | vacated        | in force
2017-06-23 | quashed in part   | reversed            | reversed             | lifted         | vacated        | in force, U
2018-03-23 | quashed in part   | reversed            | reversed             | lifted         | vacated        | superseded
2018-03-30 | superseded        | reversed            | reversed             | lifted         | vacated        | superseded
2018-04-17 | moot              | moot                | vacated              | lifted         | vacated        | vacated
";

fn rows() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    EXPECTED
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut cells = line.split('|').map(str::trim);
            (cells.next().expect("a day"), cells.collect())
        })
}

#[test]
fn the_table_of_the_microsoft_ireland_case_holds_cell_by_cell() {
    let named = sample();
    let prepared = named.case.prepare();
    for (on, cells) in rows() {
        for (id, expect) in INSTRUMENTS.iter().zip(cells) {
            assert_eq!(named.says(&prepared, id, on), expect, "{id} on {on}");
        }
    }
}

#[test]
fn every_life_begins_before_the_issue_and_its_spans_are_in_order() {
    let named = sample();
    let prepared = named.case.prepare();
    for id in INSTRUMENTS {
        let spans = prepared.spans(named.ix(id), None);
        assert_eq!(spans[0].from, None);
        assert_eq!(spans[0].standing.words()[0].as_str(), "not yet issued");
        assert!(spans.iter().is_sorted_by_key(|span| span.from), "{id}");
    }
}

fn reasons(named: &Named, prepared: &PreparedCase, id: &str, on: &str) -> Vec<String> {
    let day = crate::notation::day(on);
    let standing = prepared.of(named.ix(id), day, None).expect("an instrument");
    standing
        .reasons
        .iter()
        .map(|number| format!("r{:03}", number + 1))
        .collect()
}

#[test]
fn every_answer_carries_the_acts_that_produced_it_in_order() {
    let named = sample();
    let prepared = named.case.prepare();
    for (id, on, expect) in [
        ("warrant-issued", "2013-12-20", &[][..]),
        ("magistrate-denies-motion", "2014-07-31", &["r003", "r008"]),
        ("preska-affirms", "2014-08-01", &["r009", "r010"]),
        ("preska-affirms", "2014-08-31", &["r009", "r010", "r012"]),
        ("stay-granted", "2014-09-08", &["r012"]),
        ("preska-affirms", "2016-07-14", &["r024"]),
        ("second-circuit-opinion", "2017-06-23", &["r034"]),
        ("warrant-issued", "2018-04-17", &["r115", "r042", "r117"]),
    ] {
        assert_eq!(reasons(&named, &prepared, id, on), expect, "{id} on {on}");
    }
}

#[test]
fn the_part_that_was_quashed_is_named() {
    let named = sample();
    let prepared = named.case.prepare();
    let day = crate::notation::day("2017-01-01");
    let warrant = prepared
        .of(named.ix("warrant-issued"), day, None)
        .expect("an instrument");
    assert!(warrant.is_definite());
    assert_eq!(warrant.part(), Some("content stored abroad"));
}

#[test]
fn as_known_before_the_opinion_it_has_no_influence() {
    let named = sample();
    let prepared = named.case.prepare();
    let known = Some("2016-07-13");
    for (id, expect) in [
        ("preska-affirms", "in force, U"),
        ("contempt-order", "in force, U"),
        ("second-circuit-opinion", "not yet issued"),
    ] {
        assert_eq!(named.says_known(&prepared, id, "2018-04-17", known), expect);
    }
    let listed = prepared.on(Day(20_000), Some(crate::notation::day("2013-12-31")));
    assert!(
        listed
            .iter()
            .any(|(event, _)| *event == named.ix("warrant-issued"))
    );
    assert!(
        listed
            .iter()
            .all(|(event, _)| *event != named.ix("contempt-order"))
    );
}

#[test]
fn the_sample_has_one_act_on_something_that_cannot_stand() {
    let named = sample();
    let bill = named.ix("leads-act-2014");
    assert_eq!(
        named.case.prepare().findings(),
        [Finding::ActOnNoInstrument {
            act: 54,
            target: bill
        }]
    );
}

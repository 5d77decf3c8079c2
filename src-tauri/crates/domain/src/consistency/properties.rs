//! What holds of every document.

use super::{Finding, Rule, findings};
use crate::Document;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

const DATES: &[&str] = &[
    "2014-01-01",
    "2014-01-02",
    "2014-01",
    "2014",
    "2014-02-01",
    "XXXX-XX-XX",
    "2014-01-05/2014-01-09",
];
const KINDS: &[&str] = &["ruling", "opinion", "order", "appeal", "bill", "other"];
const RELATIONS: &[&str] = &[
    "vacates",
    "appeals-from",
    "stays",
    "lifts-stay",
    "affirms",
    "follows",
    "cites",
    "responds-to",
];
const TITLES: &[&str] = &[
    "Second Circuit reverses",
    "The Second Circuit reversed",
    "Order",
    "Judge lifts the stay",
];
const COURTS: &[&str] = &["sdny", "ca2", "scotus"];

fn event() -> impl Strategy<Value = serde_json::Value> {
    (
        prop::sample::select(DATES),
        prop::sample::select(KINDS),
        prop::sample::select(TITLES),
        prop::option::of(prop::sample::select(COURTS)),
        any::<bool>(),
    )
        .prop_map(|(date, kind, title, court, sourced)| {
            let sources = if sourced {
                json!([{"source": "s", "supports": ""}])
            } else {
                json!([])
            };
            json!({"date": date, "kind": kind, "title": title, "court": court,
                   "lane": "case", "sources": sources})
        })
}

/// Up to six events and eight relations between them.
fn document() -> impl Strategy<Value = Document> {
    let relation = (0..6_usize, prop::sample::select(RELATIONS), 0..6_usize);
    (
        prop::collection::vec(event(), 1..6),
        prop::collection::vec(relation, 0..8),
    )
        .prop_map(|(events, relations)| {
            let count = events.len();
            let events = events.into_iter().enumerate().map(|(n, mut event)| {
                event["id"] = json!(format!("e{n}"));
                serde_json::from_value(event).unwrap()
            });
            let relations = relations
                .into_iter()
                .enumerate()
                .map(|(n, (from, of, to))| {
                    serde_json::from_value(json!({
                        "id": format!("r{n}"), "type": of,
                        "from": format!("e{}", from % count), "to": format!("e{}", to % count)
                    }))
                    .unwrap()
                });
            let court = |id: &str, name: &str| {
                serde_json::from_value(json!({"id": id, "name": name})).unwrap()
            };
            Document {
                events: events.collect(),
                relations: relations.collect(),
                courts: vec![
                    court("sdny", "U.S. District Court, S.D.N.Y."),
                    court("ca2", "U.S. Court of Appeals, Second Circuit"),
                    court("scotus", "Supreme Court of the United States"),
                ],
                ..Document::default()
            }
        })
}

fn said(findings: &[Finding]) -> BTreeSet<(Rule, BTreeSet<String>, BTreeSet<String>)> {
    let names = |ids: Vec<&crate::Id>| ids.into_iter().map(ToString::to_string).collect();
    findings
        .iter()
        .map(|of| (of.rule(), names(of.events()), names(of.relations())))
        .collect()
}

proptest! {
    #[test]
    fn no_two_findings_have_one_fingerprint_and_each_run_gives_the_same(document in document()) {
        let found = findings(&document);
        let prints: BTreeSet<String> = found.iter().map(Finding::fingerprint).collect();
        prop_assert_eq!(prints.len(), found.len());
        prop_assert_eq!(findings(&document), found);
    }

    #[test]
    fn a_finding_names_events_that_are_there_each_once(document in document()) {
        for finding in findings(&document) {
            let events = finding.events();
            prop_assert!(!events.is_empty());
            let distinct: BTreeSet<_> = events.iter().collect();
            prop_assert_eq!(distinct.len(), events.len());
            prop_assert!(events.iter().all(|id| document.events.iter().any(|e| e.id == **id)));
        }
    }

    #[test]
    fn what_is_found_does_not_depend_on_the_order_of_records(document in document()) {
        let mut turned = document.clone();
        turned.events.reverse();
        turned.relations.reverse();
        prop_assert_eq!(said(&findings(&turned)), said(&findings(&document)));
    }

    #[test]
    fn what_no_rule_rests_on_changes_no_fingerprint(document in document()) {
        let mut edited = document.clone();
        for event in &mut edited.events {
            event.summary.push_str("More words.");
            event.date_note = Some("A note.".to_owned());
        }
        let prints = |of: &Document| findings(of).iter().map(Finding::fingerprint).collect::<Vec<_>>();
        prop_assert_eq!(prints(&edited), prints(&document));
    }

    /// Every cycle has a way from each of its events to itself, and no event is in two.
    #[test]
    fn an_event_lies_on_a_cycle_exactly_if_it_leads_to_itself(document in document()) {
        let count = document.events.len();
        let place = |id: &crate::Id| document.events.iter().position(|e| e.id == *id).unwrap();
        let mut leads = vec![vec![false; count]; count];
        for of in document.relations.iter().filter(|of| of.relation_type.as_str() != "cites") {
            leads[place(&of.from)][place(&of.to)] = true;
        }
        for via in 0..count {
            for from in 0..count {
                for to in 0..count {
                    leads[from][to] |= leads[from][via] && leads[via][to];
                }
            }
        }
        let found = findings(&document);
        let cycles = found.iter().filter(|of| of.rule() == Rule::Cycle);
        let mut on: Vec<usize> = cycles.flat_map(Finding::events).map(place).collect();
        on.sort_unstable();
        let expect: Vec<usize> = (0..count).filter(|&n| leads[n][n]).collect();
        prop_assert_eq!(on, expect);
    }
}

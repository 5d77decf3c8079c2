//! The consistency check on real files: explained, accepted, exported and taken back.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{ExportFormat, ExportOptions, FindingQuery};
use docketline_casebook::{
    Casebook, ErrorCode, NewEvent, NewRelation, Overwrite, SystemClock, sample,
};
use docketline_domain::clocks::Clocks;
use docketline_domain::consistency::{self, Finding, Rule};
use docketline_domain::model::StatedDate;
use docketline_domain::{Document, Edtf, Id};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

fn casebook(folder: &TempDir) -> Casebook {
    let path = folder.path().join("case.casebook");
    let mut casebook = Casebook::create(&path, "Case", Arc::new(SystemClock)).unwrap();
    for (id, date, title) in [
        ("late", "2014-01-05", "A ruling of its own"),
        ("early", "2014-01-02", "Something quite different"),
        ("vague", "2014", "A third thing"),
    ] {
        casebook
            .add_event(&NewEvent {
                id: id.to_owned(),
                date: date.to_owned(),
                title: title.to_owned(),
                kind: "order".to_owned(),
                lane: "Docket".to_owned(),
                public_from: None,
            })
            .unwrap();
    }
    for (from, relation, to) in [("early", "vacates", "late"), ("vague", "affirms", "late")] {
        casebook
            .relate(&NewRelation {
                from: from.to_owned(),
                relation: relation.to_owned(),
                to: to.to_owned(),
                effective: None,
                part: None,
            })
            .unwrap();
    }
    casebook
}

fn accepted(casebook: &Casebook) -> Vec<String> {
    let findings = casebook.findings().unwrap();
    let reasons = findings.into_iter().filter_map(|of| of.accepted);
    reasons.map(|accepted| accepted.reason).collect()
}

fn open_of(casebook: &Casebook, rule: &str) -> Vec<String> {
    let findings = casebook.findings().unwrap().into_iter();
    let open = findings.filter(|of| of.code == rule && of.accepted.is_none());
    open.map(|of| of.id).collect()
}

#[test]
fn every_rule_has_a_name_a_reason_and_sentences_without_a_gap() {
    let words = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/i18n/en.ftl"),
    )
    .unwrap();
    for rule in Rule::ALL {
        for part in ["name", "why", "says"] {
            assert!(
                words.contains(&format!("\nfinding-{rule}-{part} =")),
                "{rule} {part}"
            );
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let findings = casebook(&folder).findings().unwrap();
    assert!(findings.len() >= 6);
    for finding in findings {
        let message = finding.message;
        assert!(
            !message.starts_with("finding-") && !message.contains('{'),
            "{message}"
        );
    }
}

#[test]
fn an_acceptance_is_undone_and_redone_like_any_edit() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = casebook(&folder);
    let finding = open_of(&casebook, "act-before-target").remove(0);
    casebook
        .accept_finding(&finding, " The stamp is wrong. ", None)
        .unwrap();
    assert_eq!(accepted(&casebook), ["The stamp is wrong."]);
    casebook
        .accept_finding(
            &finding,
            "The stamp is wrong; see the clerk's letter.",
            None,
        )
        .unwrap();
    casebook.undo().unwrap();
    assert_eq!(accepted(&casebook), ["The stamp is wrong."]);
    casebook.undo().unwrap();
    assert_eq!(accepted(&casebook), Vec::<String>::new());
    casebook.redo().unwrap();
    casebook.withdraw_acceptance(&finding).unwrap();
    assert_eq!(accepted(&casebook), Vec::<String>::new());
    let log = casebook.undo().unwrap().done.unwrap();
    assert!(log.contains("Act before its target"), "{log}");
}

#[test]
fn what_was_accepted_travels_with_the_casebook_and_merges() {
    let folder = tempfile::tempdir().unwrap();
    let mut from = casebook(&folder);
    let finding = open_of(&from, "act-before-target").remove(0);
    from.accept_finding(&finding, "As the docket has it.", None)
        .unwrap();
    let file = folder.path().join("case.json");
    from.export(
        ExportFormat::Json,
        &ExportOptions::default(),
        &file,
        Overwrite::Refuse,
    )
    .unwrap();
    let path = folder.path().join("other.casebook");
    let mut into = Casebook::create(&path, "Other", Arc::new(SystemClock)).unwrap();
    for _ in 0..2 {
        into.import(&file, None).unwrap();
        assert_eq!(
            into.document().unwrap().accepted_findings,
            from.document().unwrap().accepted_findings
        );
        assert_eq!(accepted(&into), ["As the docket has it."]);
    }
}

#[test]
fn an_acceptance_lapses_when_the_finding_is_another_and_holds_again_when_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = casebook(&folder);
    let finding = open_of(&casebook, "act-before-target").remove(0);
    casebook.accept_finding(&finding, "Known.", None).unwrap();
    let file = folder.path().join("rows.csv");
    std::fs::write(
        &file,
        "id,date,title\nearly,2014-01-03,Something quite different\n",
    )
    .unwrap();
    casebook.import(&file, None).unwrap();
    assert_eq!(accepted(&casebook), Vec::<String>::new());
    assert!(!open_of(&casebook, "act-before-target").contains(&finding));
    casebook.undo().unwrap();
    assert_eq!(accepted(&casebook), ["Known."]);
}

#[test]
fn pages_counts_and_the_findings_of_one_event_agree() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = casebook(&folder);
    let unsourced = open_of(&casebook, "unsourced");
    casebook
        .accept_finding(&unsourced[0], "To be looked up.", None)
        .unwrap();
    let checked = casebook.begin_check(None).unwrap().run();
    let counts = checked.counts();
    assert_eq!(counts.accepted, 1);
    assert_eq!(counts.rules.len(), Rule::ALL.len());
    for rule in &counts.rules {
        for (accepted, count) in [(false, rule.open), (true, rule.accepted)] {
            let query = FindingQuery {
                accepted,
                rule: Some(rule.rule.clone()),
                event: None,
            };
            let page = checked.page(&query, 0, 1);
            assert_eq!((page.total, page.rows.len() as i64), (count, count.min(1)));
        }
    }
    let of_event = FindingQuery {
        event: Some("vague".to_owned()),
        ..FindingQuery::default()
    };
    let page = checked.page(&of_event, 0, 10);
    let codes: Vec<&str> = page.rows.iter().map(|of| of.code.as_str()).collect();
    assert_eq!(codes, ["act-before-target", "unsourced"]);
    assert!(!page.rows[0].is_certain);
}

#[test]
fn a_check_that_waited_takes_the_answer_of_the_newest() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = casebook(&folder);
    let older = casebook.begin_check(None).unwrap();
    let newer_counts = {
        let finding = open_of(&casebook, "act-before-target").remove(0);
        casebook.accept_finding(&finding, "Known.", None).unwrap();
        casebook.begin_check(None).unwrap().run().counts()
    };
    assert_eq!(newer_counts.accepted, 1);
    assert_eq!(older.run().counts(), newer_counts);
    assert_eq!(
        casebook.begin_check(None).unwrap().run().counts(),
        newer_counts
    );
}

#[test]
fn what_became_known_later_is_in_no_finding() {
    let folder = tempfile::tempdir().unwrap();
    let mut casebook = casebook(&folder);
    let whole = casebook.begin_check(None).unwrap().run();
    assert!(whole.counts().open > 0);
    let nothing = casebook.begin_check(Some("1900-01-01")).unwrap().run();
    assert_eq!(nothing.counts().open, 0);
    assert_eq!(casebook.counts_known_on("1900-01-01").unwrap().events, 0);

    // One clock does not take the answer of another, nor the whole of either.
    let all = casebook.begin_check(Some("2100-01-01")).unwrap().run();
    assert_eq!(all.counts(), whole.counts());
    let again = casebook.begin_check(Some("1900-01-01")).unwrap().run();
    assert_eq!(again.counts(), nothing.counts());
    assert_eq!(
        casebook.begin_check(None).unwrap().run().counts(),
        whole.counts()
    );

    // What was found under a clock is accepted under it.
    let finding = all.page(&FindingQuery::default(), 0, 1).rows.remove(0).id;
    casebook
        .accept_finding(&finding, "Known.", Some("2100-01-01"))
        .unwrap();
    let refused = casebook.accept_finding(&finding, "Known.", Some("1900-01-01"));
    assert_eq!(refused.unwrap_err().code(), ErrorCode::NoSuch);
    let refused = casebook.begin_check(Some("2014"));
    assert_eq!(refused.unwrap_err().code(), ErrorCode::BadDate);
}

/// The sample with its dates, kinds, courts, titles and sources mixed up.
fn jumble() -> Document {
    let mut document = sample();
    let events = document.events.clone();
    let other = |at: usize, by: usize| &events[(at + by) % events.len()];
    for (at, event) in document.events.iter_mut().enumerate() {
        event.date = other(at, 37).date.clone();
        event.stated_date = None;
        event.kind = other(at, 11).kind;
        event.court = other(at, 7).court.clone();
        event.main_case = at % 3 > 0;
        if at % 4 == 0 {
            event.sources.clear();
        }
        if at % 5 == 0 {
            event.title = other(at, 1).title.clone();
            event.date = other(at, 38).date.clone();
        }
    }
    let date = |text: &str| Edtf::parse(text).unwrap();
    document.events[5].date = date("XXXX");
    document.events[6].stated_date = Some(StatedDate {
        date: date("2016"),
        end: Some(date("2014")),
    });
    for stage in &mut document.proceedings {
        std::mem::swap(&mut stage.start, &mut stage.end);
    }
    let mut back = document.relations[0].clone();
    back.id = Id::new("back").unwrap();
    std::mem::swap(&mut back.from, &mut back.to);
    document.relations.push(back);
    document
}

#[test]
fn all_that_is_found_in_the_whole_is_found_in_what_is_read_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jumble.casebook");
    let document = jumble();
    let casebook =
        Casebook::create_from(&path, &document, std::iter::empty(), Arc::new(SystemClock)).unwrap();
    let prints = |found: &[Finding]| -> BTreeSet<String> {
        found.iter().map(Finding::fingerprint).collect()
    };
    for known_on in [None, Some("2015-06-30"), Some("2013-01-01")] {
        let clocks = Clocks {
            as_of: None,
            known_on: known_on.map(|day| Edtf::parse(day).unwrap().bounds().earliest.unwrap()),
        };
        let expected = consistency::findings(&clocks.tell(&document));
        let checked = casebook.begin_check(known_on).unwrap().run();
        let page = checked.page(&FindingQuery::default(), 0, i64::MAX);
        let found: BTreeSet<String> = page.rows.iter().map(|of| of.id.clone()).collect();
        assert_eq!(found, prints(&expected), "{known_on:?}");
        // Each says what it is about in words, and leads to its events.
        for row in &page.rows {
            let events = &row.events;
            assert!(
                events
                    .iter()
                    .all(|id| !row.message.contains(&format!("“{id}”")))
            );
            assert!(!row.places.is_empty(), "{}", row.message);
            for place in &row.places {
                let event = casebook.event(place.key, known_on).unwrap();
                assert!(events.is_empty() || events.contains(&event.row.id));
            }
        }
        if known_on.is_none() {
            let rules: BTreeSet<&str> = page.rows.iter().map(|of| of.code.as_str()).collect();
            assert!(rules.len() >= 9, "{rules:?}");
        }
    }
}

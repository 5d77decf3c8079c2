//! Every rule where it speaks, and beside it where it does not.

use crate::notation::{document, said, said_of};
use docketline_domain::consistency::{Rule, Severity, findings};

#[test]
fn each_rule_speaks_where_it_is_so_and_not_beside() {
    for (rule, case, expect) in [
        (
            "appeal-before-ruling",
            "a ruling 2014-01-05; b appeal 2014-01-02; b appeals-from a",
            "appeal-before-ruling: b a / r1",
        ),
        (
            "appeal-before-ruling",
            "a ruling 2014-01-05; b appeal 2014-01-05; b appeals-from a",
            "",
        ),
        // The month leaves open whether the notice was premature.
        (
            "appeal-before-ruling",
            "a ruling 2014-01-05; b appeal 2014-01; b appeals-from a",
            "appeal-before-ruling?: b a / r1",
        ),
        (
            "appeal-before-ruling",
            "a ruling 2014-01; b appeal 2014-01-05; b appeals-from a",
            "appeal-before-ruling?: b a / r1",
        ),
        (
            "appeal-before-ruling",
            "a ruling 2014-01; b appeal 2014-02; b appeals-from a",
            "",
        ),
        // What the sources state counts, not what was inferred.
        (
            "appeal-before-ruling",
            "a ruling 2014-01-05; b appeal 2014-01-06 stated=2014-01; b appeals-from a",
            "appeal-before-ruling?: b a / r1",
        ),
        (
            "act-before-target",
            "a ruling 2014-01-05; b ruling 2014-01-02; b vacates a",
            "act-before-target: b a / r1",
        ),
        (
            "act-before-target",
            "a ruling 2014-01-05; b ruling 2014-01-02; b vacates a on=2014-01-09",
            "",
        ),
        (
            "act-before-target",
            "a ruling 2014-01-05; b ruling 2014-01-09; b vacates a on=2014-01-02",
            "act-before-target: b a / r1",
        ),
        // An event without a day is a finding of its own.
        (
            "act-before-target",
            "a ruling 2014-01-05; b ruling /2015; b vacates a",
            "",
        ),
        (
            "act-before-target",
            "a ruling 2014-01-05; b letter 2014-01-02; b responds-to a",
            "",
        ),
        (
            "same-day-unordered",
            "a ruling 2014-01-01; b ruling 2014-01-02; c ruling 2014-01-02; b vacates a; c reinstates a",
            "same-day-unordered: a b c / r1 r2",
        ),
        (
            "same-day-unordered",
            "a ruling 2014-01-01; b ruling 2014-01-02 seq=1; c ruling 2014-01-02 seq=2; b vacates a; c reinstates a",
            "",
        ),
        (
            "same-day-unordered",
            "a ruling 2014-01-01; b ruling 2014-01-02; c ruling 2014-01-03; b vacates a; c reinstates a",
            "",
        ),
        (
            "cycle",
            "a ruling 2014-01-01; b ruling 2014-01-01; a vacates b; b vacates a",
            "cycle: a b / r1 r2",
        ),
        // Two ways round one knot are one finding.
        (
            "cycle",
            "a ruling 2014-01-01; b ruling 2014-01-01; c ruling 2014-01-01; a vacates b; b vacates a; b follows c; c stays a",
            "cycle: a b c / r1 r2 r3 r4",
        ),
        (
            "cycle",
            "a letter 2014-01-01; b letter 2014-01-01; a responds-to b; b follows a",
            "cycle: a b / r1 r2",
        ),
        (
            "cycle",
            "a opinion 2014-01-01; b opinion 2014-01-01; a cites b; b cites a",
            "",
        ),
        (
            "cycle",
            "a ruling 2014-01-01; a withdraws a on=2014-02-01",
            "cycle: a / r1",
        ),
        (
            "act-on-no-instrument",
            "a letter 2014-01-01; b ruling 2014-01-02; b reverses a",
            "act-on-no-instrument: b a / r1",
        ),
        (
            "act-on-no-instrument",
            "a bill 2014-01-01; b bill 2014-01-02; b supersedes a",
            "",
        ),
        (
            "act-on-no-instrument",
            "a motion 2014-01-01; b order 2014-01-02; b moots a",
            "",
        ),
        (
            "act-on-no-instrument",
            "a ruling 2014-01-01; b petition 2014-01-02; c order 2014-01-03; b appeals-from a; c denies-review b",
            "",
        ),
        (
            "lifts-no-stay",
            "a ruling 2014-01-01; b order 2014-01-02; b lifts-stay a",
            "lifts-no-stay: b a / r1",
        ),
        (
            "lifts-no-stay",
            "a ruling 2014-01-01; b order 2014-01-02; c order 2014-01-03; b stays a; c lifts-stay b",
            "",
        ),
        (
            "ruling-without-disposition",
            "a ruling 2014-01-01",
            "ruling-without-disposition: a",
        ),
        (
            "ruling-without-disposition",
            "a order 2014-01-02; b motion 2014-01-01; a follows b",
            "ruling-without-disposition: a",
        ),
        (
            "ruling-without-disposition",
            "a order 2014-01-02; b motion 2014-01-01; a responds-to b",
            "",
        ),
        (
            "ruling-without-disposition",
            "a ruling 2014-01-02; b ruling 2014-01-01; b responds-to a; a affirms b",
            "",
        ),
        // A contempt is what it imposes.
        (
            "ruling-without-disposition",
            "a contempt 2014-01-01; b warrant 2014-01-01; c statute 2014-01-01",
            "",
        ),
        // Authority of another case.
        (
            "ruling-without-disposition",
            "a ruling 2010; b opinion 2014; c motion 2013; b responds-to c; b cites a",
            "",
        ),
        (
            "ruling-without-disposition",
            "a ruling 2010 main; b opinion 2014; c motion 2013; b responds-to c; b cites a",
            "ruling-without-disposition: a",
        ),
        (
            "ruling-without-disposition",
            "proceeding p 2014 2015 Denied; a ruling 2014-01-01 in=p",
            "",
        ),
        (
            "ruling-without-disposition",
            "proceeding p 2014 2015 -; a ruling 2014-01-01 in=p",
            "ruling-without-disposition: a",
        ),
        // An outcome is of one ruling; of two nobody knows which.
        (
            "ruling-without-disposition",
            "proceeding p 2014 2015 Denied; a ruling 2014-01-01 in=p; b order 2014-02-01 in=p",
            "ruling-without-disposition: a|ruling-without-disposition: b",
        ),
        (
            "court-does-not-review",
            "a ruling 2014-01-01 court=U.S._District_Court,_S.D.N.Y.; b ruling 2014-01-02 court=U.S._Court_of_Appeals,_Ninth_Circuit; b reverses a",
            "court-does-not-review: b a / r1",
        ),
        (
            "court-does-not-review",
            "a ruling 2014-01-01 court=U.S._District_Court,_S.D.N.Y.; b ruling 2014-01-02 court=U.S._Court_of_Appeals,_Second_Circuit; b reverses a",
            "",
        ),
        (
            "court-does-not-review",
            "a ruling 2014-01-01 court=Supreme_Court_of_the_United_States; b ruling 2014-01-02 court=2d_Cir.; b vacates a",
            "court-does-not-review: b a / r1",
        ),
        (
            "court-does-not-review",
            "a ruling 2014-01-01 court=Supreme_Court_of_the_United_States; b ruling 2014-01-02 court=2d_Cir.; b cites a",
            "",
        ),
        (
            "court-does-not-review",
            "a ruling 2014-01-01 court=Landgericht_Berlin; b ruling 2014-01-02 court=2d_Cir.; b vacates a",
            "",
        ),
        // A notice is filed below, and a petition dismissed there.
        (
            "court-does-not-review",
            "a ruling 2014-01-01 court=S.D.N.Y.; b appeal 2014-01-02 court=S.D.N.Y.; b appeals-from a",
            "",
        ),
        (
            "court-does-not-review",
            "a appeal 2014-01-01 court=2d_Cir.; b order 2014-01-02 court=S.D.N.Y.; b dismisses-appeal a",
            "",
        ),
        (
            "end-before-start",
            "proceeding p 2014-02 2014-01 -",
            "end-before-start: p",
        ),
        ("end-before-start", "proceeding p 2014-02-15 2014-02 -", ""),
        ("end-before-start", "proceeding p - 2014-02 -", ""),
        (
            "end-before-start",
            "a other 2014-02 stated=2014-02-03..2014-02-01",
            "end-before-start: a",
        ),
        ("undated", "a other XXXX", "undated: a"),
        ("undated", "a other XXXX-07-14", "undated: a"),
        (
            "undated",
            "a other 19XX; b other /2014; c other 2014/..",
            "",
        ),
        (
            "unsourced",
            "a other 2014 bare; b other 2014",
            "unsourced: a",
        ),
    ] {
        assert_eq!(said_of(rule, case).join("|"), expect, "{case}");
    }
}

#[test]
fn the_words_of_the_rules_are_the_ones_that_the_tables_use() {
    let words: Vec<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(words.len(), 12);
    assert!(
        words
            .iter()
            .all(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
    );
}

#[test]
fn findings_come_by_rule_and_then_in_the_order_of_the_casebook() {
    assert_eq!(
        said("b ruling 2014-01-05 bare; a ruling 2014-01-02 bare; a vacates b"),
        [
            "act-before-target: a b / r1",
            "ruling-without-disposition: b",
            "unsourced: b",
            "unsourced: a",
        ]
    );
}

#[test]
fn what_is_only_possible_is_a_hint() {
    let case = |date: &str| format!("a ruling 2014-01-05; b appeal {date}; b appeals-from a");
    let severity = |date: &str| findings(&document(&case(date)))[0].severity();
    assert_eq!(severity("2014-01-02"), Severity::Error);
    assert_eq!(severity("2014-01"), Severity::Hint);
}

#[test]
fn a_finding_keeps_its_fingerprint_until_what_it_rests_on_changes() {
    let of = |text: &str| findings(&document(text))[0].fingerprint();
    let before = "a ruling 2014-01-05; b ruling 2014-01-02; b vacates a";
    // It is written down in casebooks: what it is may never change.
    assert_eq!(of(before), "act-before-target-c4a9ad88f8b5bb79");
    for (same, after) in [
        (
            true,
            "a ruling 2014-01-05 title=Another_title; b ruling 2014-01-02; b vacates a",
        ),
        (
            true,
            "a ruling 2014-01-05; b ruling 2014-01-02 bare; b vacates a",
        ),
        (
            false,
            "a ruling 2014-01-06; b ruling 2014-01-02; b vacates a",
        ),
        (
            false,
            "a ruling 2014-01-05; b ruling 2014-01-03; b vacates a",
        ),
        (
            false,
            "a ruling 2014-01-05; b ruling 2014-01-02; b reverses a",
        ),
        (
            false,
            "a ruling 2014-01-05; c ruling 2014-01-02; c vacates a",
        ),
    ] {
        assert_eq!(of(before) == of(after), same, "{after}");
    }
}

//! What the consistency check is told about acts.

use crate::notation::Named;
use docketline_domain::standing::EventIx;
use docketline_domain::standing::Finding::{self, *};

fn findings(case: &str) -> Vec<Finding> {
    Named::read(case).case.prepare().findings()
}

#[test]
fn what_does_not_fit_is_found_and_named() {
    let (a, b) = (EventIx(0), EventIx(1));
    for (case, expect) in [
        (
            "a ruling 2014-01-01\n b ruling 2014-01-02\n b vacates a",
            vec![],
        ),
        (
            "a ruling 2014-01-05\n b appeal 2014-01-02\n b appeals-from a",
            vec![AppealBeforeRuling { act: 0, target: a }],
        ),
        (
            "a ruling 2014-01-05\n b ruling 2014-01-02\n b vacates a",
            vec![ActBeforeTarget { act: 0, target: a }],
        ),
        // It may have come after: nothing is certain enough to report.
        (
            "a ruling 2014-01-05\n b ruling 2014-01\n b vacates a",
            vec![],
        ),
        // An effective date of its own counts, not the day of the event.
        (
            "a ruling 2014-01-05\n b ruling 2014-01-02\n b vacates a on=2014-01-06",
            vec![],
        ),
        (
            "a bill 2014-01-01\n b bill 2014-01-02\n b supersedes a",
            vec![ActOnNoInstrument { act: 0, target: a }],
        ),
        (
            "a ruling 2014-01-01\n b order 2014-01-02\n b lifts-stay a",
            vec![LiftsNoStay { act: 0, target: a }],
        ),
        // An event of any kind that stays something is an instrument.
        (
            "a ruling 2014-01-01\n b other 2014-01-02\n c order 2014-01-03\n b stays a\n c lifts-stay b",
            vec![],
        ),
        (
            "a ruling 2014-01-01\n b ruling 2014-01-01\n a vacates b\n b vacates a",
            vec![
                Cycle {
                    events: vec![a, b],
                    acts: vec![0, 1],
                },
                SameDayUnordered {
                    target: a,
                    acts: vec![0, 1],
                },
                SameDayUnordered {
                    target: b,
                    acts: vec![0, 1],
                },
            ],
        ),
        (
            "a ruling 2014-01-01\n a withdraws a on=2014-02-01",
            vec![Cycle {
                events: vec![a],
                acts: vec![0],
            }],
        ),
        (
            "a ruling 2014-01-01\n b ruling 2014-01-02\n c ruling 2014-01-02\n b vacates a\n c reinstates a",
            vec![SameDayUnordered {
                target: a,
                acts: vec![0, 1],
            }],
        ),
        // Cross-appeals of one day: whichever was first, a review is open.
        (
            "a ruling 2014-01-01\n b appeal 2014-01-02\n c appeal 2014-01-02\n b appeals-from a\n c appeals-from a",
            vec![],
        ),
        // One event that reverses and vacates leaves open which word it meant last.
        (
            "a ruling 2014-01-01\n b ruling 2014-01-02\n b reverses a\n b vacates a",
            vec![SameDayUnordered {
                target: a,
                acts: vec![0, 1],
            }],
        ),
        // The petition is no instrument, but a denial of it closes its review.
        (
            "a ruling 2014-01-01\n b petition 2014-01-02\n c order 2014-01-03\n b appeals-from a\n c denies-review b",
            vec![],
        ),
    ] {
        assert_eq!(findings(case), expect, "{case}");
    }
}

#[test]
fn a_sequence_on_the_same_docket_settles_a_day_and_on_another_does_not() {
    for (b, c, found, words) in [
        ("1/4", "1/7", 0, "in force"),
        ("1/7", "1/4", 0, "vacated"),
        ("1/4", "2/7", 1, "in force or vacated"),
    ] {
        let named = Named::read(&format!(
            "a ruling 2014-01-01
            b ruling 2014-01-02 seq={b}
            c ruling 2014-01-02 seq={c}
            b vacates a
            c reinstates a"
        ));
        let prepared = named.case.prepare();
        assert_eq!(prepared.findings().len(), found);
        assert_eq!(named.says(&prepared, "a", "2014-01-02"), words);
    }
}

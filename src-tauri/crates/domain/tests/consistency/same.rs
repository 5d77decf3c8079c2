//! When two events are probably one.

use crate::notation::said_of;

#[test]
fn events_on_overlapping_days_that_say_the_same_are_probably_one() {
    for (case, expect) in [
        (
            "a ruling 2014-07-14 title=Circuit_reverses; b ruling 2014-07-14 title=The_circuit_reversed",
            "a b",
        ),
        (
            "a ruling 2014-07-14 title=Circuit_reverses; b ruling 2014-07 title=Circuit_reverses",
            "a b",
        ),
        (
            "a ruling 2014-07-14 title=Circuit_reverses; b ruling 2014-07-15 title=Circuit_reverses",
            "",
        ),
        (
            "a ruling 2014-07-14 title=Circuit_reverses; b ruling 2014-07-14 title=Circuit_affirms",
            "",
        ),
        (
            "a motion 2014-07-14 title=Stay_of_mandate; b argument 2014-07-14 title=On_stay_of_the_mandate",
            "a b",
        ),
        (
            "a motion 2014-07-14 title=Stay_of_mandate; b argument 2014-07-14 title=Stays_of_mandates",
            "",
        ),
        (
            "a motion 2014-07-14 title=Stay_of_mandate; b other 2014-07-14 title=Stay_of_mandates",
            "a b",
        ),
        // Where the casebook itself tells them apart.
        (
            "a order 2014-07-14 title=Order docket=14-1; b order 2014-07-14 title=Order docket=14-2",
            "",
        ),
        (
            "a order 2014-07-14 title=Order docket=14-1; b order 2014-07-14 title=Order docket=14-1,_dkt._3",
            "a b",
        ),
        (
            "a order 2014-07-14 title=Order court=A; b order 2014-07-14 title=Order court=B",
            "",
        ),
        (
            "a order 2014-07-14 title=Order seq=1; b order 2014-07-14 title=Order seq=2",
            "",
        ),
        (
            "a order 2014-07-14 title=Order; b order 2014-07-14 title=Order; b follows a",
            "",
        ),
        // One docket, day and kind: half the words are enough, of what has force.
        (
            "a order 2014-07-14 title=Order_on_the_stay docket=14-1; b order 2014-07-14 title=Stay_lifted_by_order docket=14-1",
            "a b",
        ),
        (
            "a filing 2014-07-14 title=Brief_of_X_Corp docket=14-1; b filing 2014-07-14 title=Brief_of_Y_Corp docket=14-1",
            "",
        ),
        // More than two are one finding.
        (
            "a order 2014-07-14 title=Order; b order 2014-07-14 title=Order; c order 2014-07-14 title=Order",
            "a b c",
        ),
        (
            "a order 2014-07-14 title=Order; b order 2014-07-14 title=Order; c order 2014-07-20 title=Order; d order 2014-07-20 title=Order",
            "a b|c d",
        ),
    ] {
        let found: Vec<String> = said_of("probable-duplicate", case)
            .iter()
            .map(|line| line.replace("probable-duplicate: ", ""))
            .collect();
        assert_eq!(found.join("|"), expect, "{case}");
    }
}

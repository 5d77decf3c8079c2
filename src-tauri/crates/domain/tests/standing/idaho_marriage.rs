//! Latta v. Otter, the Idaho marriage case of 2014: a stay, a recalled mandate and a
//! vacatur within five days of October.
//!
//! The district court (Magistrate Judge Dale) ruled for the couples on 13 May. The
//! Ninth Circuit stayed that ruling, for the time being on 15 May and pending appeal on
//! 20 May. On 7 October it affirmed and let its mandate issue the same day. On the
//! morning of 8 October Justice Kennedy stayed the mandate, and the Ninth Circuit
//! recalled it. On 10 October the Supreme Court denied a stay and vacated the order of
//! Justice Kennedy. On 13 October the Ninth Circuit dissolved its own stay with effect
//! from 15 October, the first day of marriages. Nos. 14-35420, 14-35421 (9th Cir.),
//! 14A374 (U.S.).

use crate::notation::{Named, check};
use docketline_domain::standing::Finding;

const CASE: &str = "
    district-ruling     ruling   2014-05-13
    notice-of-appeal    appeal   2014-05-14
    administrative-stay order    2014-05-15
    stay-pending-appeal order    2014-05-20
    ninth-circuit       opinion  2014-10-07
    mandate             order    2014-10-07
    kennedy-stay        order    2014-10-08
    recall              order    2014-10-08
    stay-denied         order    2014-10-10
    dissolution         order    2014-10-13

    notice-of-appeal    appeals-from district-ruling
    administrative-stay stays        district-ruling
    stay-pending-appeal stays        district-ruling
    stay-pending-appeal supersedes   administrative-stay
    ninth-circuit       affirms      district-ruling
    kennedy-stay        stays        mandate
    recall              withdraws    mandate
    stay-denied         vacates      kennedy-stay
    dissolution         lifts-stay   stay-pending-appeal on=2014-10-15
";

#[test]
fn the_idaho_marriage_case_holds_cell_by_cell() {
    check(
        CASE,
        "
        2014-05-12: district-ruling = not yet issued; mandate = not yet issued
        2014-05-13: district-ruling = in force
        2014-05-14: district-ruling = in force, U
        2014-05-15: district-ruling = stayed, U; administrative-stay = in force
        2014-05-20: district-ruling = stayed, U; administrative-stay = superseded; stay-pending-appeal = in force
        2014-10-06: district-ruling = stayed, U; ninth-circuit = not yet issued
        2014-10-07: district-ruling = stayed (affirmed); ninth-circuit = in force; mandate = in force
        2014-10-08: district-ruling = stayed (affirmed); mandate = withdrawn; kennedy-stay = in force; ninth-circuit = in force
        2014-10-10: kennedy-stay = vacated; mandate = withdrawn; district-ruling = stayed (affirmed)
        2014-10-13: stay-pending-appeal = in force; district-ruling = stayed (affirmed)
        2014-10-14: stay-pending-appeal = in force; district-ruling = stayed (affirmed)
        2014-10-15: stay-pending-appeal = lifted; district-ruling = in force (affirmed); ninth-circuit = in force
        ",
    );
}

#[test]
fn without_the_recall_the_mandate_would_have_been_stayed_and_then_in_force_again() {
    let without = CASE.replace("recall              withdraws    mandate", "");
    check(
        &without,
        "
        2014-10-07: mandate = in force
        2014-10-08: mandate = stayed
        2014-10-09: mandate = stayed
        2014-10-10: mandate = in force; kennedy-stay = vacated
        ",
    );
}

#[test]
fn that_the_mandate_was_stayed_and_recalled_on_one_day_is_reported() {
    let named = Named::read(CASE);
    assert_eq!(
        named.case.prepare().findings(),
        [Finding::SameDayUnordered {
            target: named.ix("mandate"),
            acts: vec![5, 6]
        }]
    );
}

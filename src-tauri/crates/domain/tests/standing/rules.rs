//! The rules one by one, each as a small case and what it says day by day.

use crate::notation::{Named, check, day};

#[test]
fn an_instrument_is_not_yet_issued_and_then_in_force_and_in_between_either() {
    check(
        "a ruling 2014-03
         b ruling [2014-03-05..]
         c ruling [..2014-03-05]",
        "2014-02-28: a = not yet issued; b = not yet issued; c = not yet issued or in force
         2014-03-01: a = not yet issued or in force
         2014-03-05: b = not yet issued or in force; c = in force
         2014-03-30: a = not yet issued or in force
         2014-03-31: a = in force; b = not yet issued or in force",
    );
}

#[test]
fn each_act_gives_its_word_and_the_latest_names_the_standing() {
    for (relation, word) in [
        ("reverses", "reversed"),
        ("vacates", "vacated"),
        ("quashes", "quashed"),
        ("moots", "moot"),
        ("supersedes", "superseded"),
        ("withdraws", "withdrawn"),
        ("invalidates", "invalidated"),
        ("repeals", "repealed"),
    ] {
        check(
            &format!(
                "a statute 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
                 b vacates a\n c {relation} a"
            ),
            &format!("2014-01-31: a = in force\n 2014-02-01: a = vacated\n 2014-03-01: a = {word}"),
        );
    }
    for relation in ["responds-to", "follows", "cites", "enacts", "amends"] {
        check(
            &format!("a statute 2014-01-01\n b statute 2014-02-01\n b {relation} a"),
            "2014-03-01: a = in force",
        );
    }
}

#[test]
fn an_act_on_a_part_leaves_the_rest() {
    check(
        "a ruling 2014-01-01
         b ruling 2014-02-01
         c ruling 2014-03-01
         d ruling 2014-04-01
         e appeal 2014-01-10
         b quashes a part=first
         c vacates a
         d reinstates a part=first
         e appeals-from a",
        "2014-01-31: a = in force, U
         2014-02-01: a = quashed in part, U
         2014-03-01: a = vacated
         2014-04-01: a = in force in part",
    );
    check(
        "a ruling 2014-01-01
         b ruling 2014-02-01
         c ruling 2014-03-01
         d ruling 2014-04-01
         b quashes a part=first
         c vacates a part=second
         d reinstates a part=second",
        "2014-02-01: a = quashed in part
         2014-03-01: a = vacated in part
         2014-04-01: a = quashed in part",
    );
    // One opinion that affirms one part and reverses another.
    check(
        "a ruling 2014-01-01
         b opinion 2014-02-01
         b reverses a part=damages
         b affirms a part=liability",
        "2014-02-01: a = reversed in part",
    );
}

#[test]
fn a_stay_is_an_instrument_and_whatever_ends_it_ends_the_staying() {
    for (relation, word) in [
        ("lifts-stay", "lifted"),
        ("vacates", "vacated"),
        ("reverses", "reversed"),
        ("supersedes", "superseded"),
        ("withdraws", "withdrawn"),
        ("moots", "moot"),
    ] {
        check(
            &format!(
                "a ruling 2014-01-01\n s order 2014-02-01\n x order 2014-03-01
                 y order 2014-04-01\n s stays a\n x {relation} s\n y reinstates s"
            ),
            &format!(
                "2014-01-31: a = in force; s = not yet issued
                 2014-02-01: a = stayed; s = in force
                 2014-03-01: a = in force; s = {word}
                 2014-04-01: a = stayed; s = in force"
            ),
        );
    }
}

#[test]
fn several_stays_hold_as_long_as_one_of_them_does() {
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         t order 2014-02-10
         x order 2014-03-01
         y order 2014-04-01
         s stays a
         t stays a
         x lifts-stay s
         y lifts-stay t",
        "2014-03-01: a = stayed; s = lifted; t = in force
         2014-04-01: a = in force; t = lifted",
    );
}

#[test]
fn a_stay_of_a_stay_puts_its_target_back_for_as_long_as_it_holds() {
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         t order 2014-03-01
         u order 2014-04-01
         x order 2014-05-01
         s stays a
         t stays s
         u stays t
         x lifts-stay u",
        "2014-02-01: a = stayed; s = in force
         2014-03-01: a = in force; s = stayed; t = in force
         2014-04-01: a = stayed; s = in force; t = stayed; u = in force
         2014-05-01: a = in force; s = stayed; t = in force; u = lifted",
    );
}

#[test]
fn an_event_of_any_kind_that_stays_something_is_an_instrument() {
    check(
        "a ruling 2014-01-01
         s petition 2014-02-01
         m motion 2014-02-01
         x order 2014-03-01
         s stays a
         x lifts-stay s",
        "2014-02-01: a = stayed; s = in force; m = no instrument
         2014-03-01: a = in force; s = lifted",
    );
}

#[test]
fn what_is_out_of_force_is_not_stayed_and_what_is_stayed_can_be_set_aside() {
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         b ruling 2014-03-01
         c ruling 2014-04-01
         s stays a
         b vacates a
         c reinstates a",
        "2014-02-01: a = stayed
         2014-03-01: a = vacated
         2014-04-01: a = stayed",
    );
}

#[test]
fn a_stay_on_a_part_leaves_the_rest_in_force() {
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         t order 2014-03-01
         s stays a part=injunction
         t stays a",
        "2014-02-01: a = stayed in part
         2014-03-01: a = stayed",
    );
}

#[test]
fn lifting_a_stay_aimed_at_what_was_stayed_says_nothing() {
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         x order 2014-03-01
         s stays a
         x lifts-stay a",
        "2014-03-01: a = stayed; s = in force",
    );
}

#[test]
fn stays_in_a_circle_are_unsettled_and_stay_nothing() {
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         t order 2014-03-01
         s stays a
         t stays s
         s stays t on=2014-04-01",
        "2014-03-31: a = in force; s = stayed; t = in force
         2014-04-01: a = in force; s = unsettled; t = unsettled",
    );
}

#[test]
fn what_was_set_aside_is_not_revived_when_the_act_is_undone() {
    for undoing in ["vacates", "reverses", "withdraws"] {
        check(
            &format!(
                "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
                 d ruling 2014-04-01\n b reverses a\n c {undoing} b\n d reinstates a"
            ),
            "2014-02-01: a = reversed
             2014-03-01: a = unsettled
             2014-04-01: a = in force",
        );
    }
    // Other ends of the reversing ruling say nothing of what it did.
    for other in [
        "supersedes",
        "moots",
        "repeals",
        "invalidates",
        "quashes",
        "affirms",
    ] {
        check(
            &format!(
                "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
                 b reverses a\n c {other} b"
            ),
            "2014-03-01: a = reversed",
        );
    }
    check(
        "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
         b reverses a\n c vacates b part=costs",
        "2014-03-01: a = reversed",
    );
}

#[test]
fn an_act_by_the_same_instrument_on_the_same_day_settles_it() {
    for (speaking, expect) in [
        ("vacates", "vacated"),
        ("moots", "moot"),
        ("reinstates", "in force"),
        ("affirms", "in force (affirmed)"),
    ] {
        check(
            &format!(
                "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
                 b reverses a\n c reverses b\n c {speaking} a"
            ),
            &format!("2014-03-01: a = {expect}; b = reversed"),
        );
    }
}

#[test]
fn only_the_latest_act_carries_the_standing() {
    // The first reversal is replaced by the later mootness, so its fate is no matter.
    check(
        "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01\n d ruling 2014-04-01
         b reverses a\n c moots a\n d vacates b",
        "2014-04-01: a = moot",
    );
}

#[test]
fn a_part_that_was_set_aside_is_unsettled_in_part() {
    check(
        "a warrant 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
         b quashes a part=abroad\n c vacates b",
        "2014-02-01: a = quashed in part\n 2014-03-01: a = unsettled in part",
    );
}

#[test]
fn a_reinstatement_or_a_lifting_that_is_undone_leaves_it_unsettled() {
    check(
        "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01\n d ruling 2014-04-01
         b vacates a\n c reinstates a\n d reverses c",
        "2014-03-01: a = in force\n 2014-04-01: a = unsettled",
    );
    check(
        "a ruling 2014-01-01\n s order 2014-02-01\n c order 2014-03-01\n d order 2014-04-01
         s stays a\n c lifts-stay s\n d vacates c",
        "2014-03-01: a = in force; s = lifted\n 2014-04-01: a = in force; s = unsettled",
    );
}

#[test]
fn an_affirmance_ends_with_the_ruling_that_gave_it() {
    check(
        "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-03-01
         b affirms a\n c vacates b",
        "2014-02-01: a = in force (affirmed)\n 2014-03-01: a = in force; b = vacated",
    );
}

#[test]
fn review_is_opened_by_an_appeal_and_closed_by_what_disposes_of_it() {
    for (closing, expect) in [
        ("affirms", "in force (affirmed)"),
        ("denies-review", "in force"),
        ("dismisses-appeal", "in force"),
        ("stays", "stayed, U"),
        ("cites", "in force, U"),
    ] {
        check(
            &format!(
                "a ruling 2014-01-01\n p petition 2014-02-01\n c order 2014-03-01
                 p appeals-from a\n c {closing} a"
            ),
            &format!("2014-02-01: a = in force, U\n 2014-03-01: a = {expect}"),
        );
    }
}

#[test]
fn a_denial_aimed_at_a_petition_closes_nothing_else() {
    check(
        "a ruling 2014-01-01
         p petition 2014-02-01
         q petition 2014-02-10
         c order 2014-03-01
         d order 2014-04-01
         p appeals-from a
         q appeals-from a
         c denies-review p
         d dismisses-appeal q",
        "2014-03-01: a = in force, U\n 2014-04-01: a = in force",
    );
}

#[test]
fn review_is_not_reported_of_what_does_not_stand() {
    check(
        "a ruling 2014-01-01\n p petition 2014-02-01\n b order 2014-03-01\n c order 2014-04-01
         p appeals-from a\n b moots a\n c reinstates a",
        "2014-03-01: a = moot\n 2014-04-01: a = in force, U",
    );
}

#[test]
fn an_act_counts_from_its_own_effective_date() {
    check(
        "a statute 2014-01-01
         b statute 2014-02-01
         c regulation 2014-01-01
         b repeals a on=2014-07
         b supersedes c",
        "2014-02-01: a = in force; c = superseded
         2014-07-01: a = in force or repealed
         2014-07-31: a = repealed",
    );
}

#[test]
fn an_act_whose_event_fell_before_it_took_effect_settles_nothing() {
    check(
        "a regulation 2014-01-01
         b regulation 2014-02-01
         c ruling 2014-05-01
         d ruling 2014-06-01
         b supersedes a on=2014-07-01
         c vacates b",
        "2014-06-30: a = in force; b = vacated\n 2014-07-01: a = unsettled",
    );
    // Put back in time, it does what it says.
    check(
        "a regulation 2014-01-01
         b regulation 2014-02-01
         c ruling 2014-05-01
         d ruling 2014-06-01
         b supersedes a on=2014-07-01
         c vacates b
         d reinstates b",
        "2014-07-01: a = superseded; b = in force",
    );
    // What a regulation says of its own end is no fall.
    check(
        "a regulation 2014-01-01\n a withdraws a on=2014-07-01",
        "2014-06-30: a = in force\n 2014-07-01: a = withdrawn",
    );
}

#[test]
fn an_act_before_its_target_exists_counts_once_it_does() {
    check(
        "a ruling 2014-02-01\n p appeal 2014-01-20\n s order 2014-01-20
         p appeals-from a\n s stays a",
        "2014-01-31: a = not yet issued; s = in force\n 2014-02-01: a = stayed, U",
    );
}

#[test]
fn acts_of_one_day_without_a_sequence_may_have_come_in_any_order() {
    check(
        "a ruling 2014-01-01\n b ruling 2014-02-01\n c ruling 2014-02-01\n p appeal 2014-02-01
         b vacates a\n c reinstates a",
        "2014-02-01: a = in force or vacated",
    );
    check(
        "a ruling 2014-01-01\n b order 2014-02-01\n p appeal 2014-02-01
         b affirms a\n p appeals-from a",
        "2014-02-01: a = in force (affirmed), possibly U",
    );
}

#[test]
fn acts_whose_dates_overlap_may_have_come_in_any_order() {
    check(
        "a ruling 2014-01-01
         b ruling 2014-02
         c ruling 2014-02-15/2014-03-15
         b vacates a
         c reinstates a",
        "2014-02-01: a = in force or vacated
         2014-02-28: a = in force or vacated
         2014-03-15: a = in force or vacated",
    );
    // They do not overlap: whatever their days, the order is certain.
    check(
        "a ruling 2014-01-01\n b ruling 2014-02\n c ruling 2014-03
         b vacates a\n c reinstates a",
        "2014-02-28: a = vacated\n 2014-03-30: a = in force or vacated\n 2014-03-31: a = in force",
    );
}

#[test]
fn an_act_with_no_known_day_may_have_happened_at_any_time() {
    check(
        "a ruling 2014-01-01\n b ruling ../2014-03-01\n c ruling 2014-02-01/..
         d ruling 2014-01-01\n b vacates a\n c vacates d",
        "2014-01-01: a = in force or vacated; d = in force
         2014-03-01: a = vacated; d = in force or vacated
         2030-01-01: d = in force or vacated",
    );
}

#[test]
fn the_uncertain_day_of_one_event_is_the_same_for_all_it_does() {
    // The stay came and set the old one aside on one day, whichever that was: the
    // ruling was stayed throughout.
    check(
        "a ruling 2014-01-01
         s order 2014-02-01
         t order 2014-03
         s stays a
         t stays a
         t supersedes s",
        "2014-03-10: a = stayed; s = in force or superseded; t = not yet issued or in force",
    );
    // The order that vacates the reversal also affirms, on the same unknown day.
    check(
        "a ruling 2014-01-01
         b ruling 2014-02-01
         c ruling 2014-03
         b reverses a
         c vacates b
         c affirms a",
        "2014-03-10: a = in force or reversed (possibly affirmed); b = in force or vacated
         2014-03-31: a = in force (affirmed); b = vacated",
    );
}

#[test]
fn a_stay_that_may_have_been_lifted_leaves_it_open_whether_its_target_is_stayed() {
    check(
        "a ruling 2014-01-01\n s order 2014-02\n x order 2014-02-20/2014-03-10
         s stays a\n x lifts-stay s",
        "2014-01-31: a = in force
         2014-02-01: a = in force or stayed; s = not yet issued or in force
         2014-02-20: a = in force or stayed; s = not yet issued or in force or lifted
         2014-02-28: a = in force or stayed; s = in force or lifted
         2014-03-10: a = in force; s = lifted",
    );
}

#[test]
fn what_became_public_later_was_not_known() {
    let named = Named::read(
        "a warrant 2014-01-01 public=2014-04-25
         b ruling  2014-02-01
         c ruling  2014-03-01 public=2014-06
         b quashes a
         c reinstates b
         c vacates b",
    );
    let prepared = named.case.prepare();
    for (id, on, known, expect) in [
        ("a", "2014-01-15", Some("2014-01-15"), "not yet issued"),
        ("a", "2014-01-15", Some("2014-04-25"), "in force"),
        ("a", "2014-02-01", Some("2014-04-25"), "quashed"),
        ("b", "2014-03-01", Some("2014-05-31"), "in force"),
        ("a", "2014-03-01", Some("2014-05-31"), "quashed"),
        (
            "a",
            "2014-03-01",
            Some("2014-06-10"),
            "quashed or unsettled",
        ),
        ("a", "2014-03-01", Some("2014-06-30"), "unsettled"),
        ("a", "2014-03-01", None, "unsettled"),
    ] {
        assert_eq!(
            named.says_known(&prepared, id, on, known),
            expect,
            "{id} {on} {known:?}"
        );
    }
    let listed = |known| {
        let all = prepared.on(day("2014-03-01"), Some(day(known)));
        all.into_iter()
            .map(|(event, _)| named.ids[event.index()].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(listed("2014-03-15"), ["b"]);
    assert_eq!(listed("2014-04-25"), ["a", "b"]);
    assert_eq!(listed("2014-06-01"), ["a", "b", "c"]);
}

#[test]
fn an_uncertain_day_bounds_what_was_known_as_well() {
    // It happened in August and was public at once: on the 10th perhaps not yet.
    let named = Named::read("a ruling 2014-01-01\n p appeal 2014-08\n p appeals-from a");
    let prepared = named.case.prepare();
    for (known, expect) in [
        ("2014-07-31", "in force"),
        ("2014-08-10", "in force, possibly U"),
        ("2014-08-31", "in force, U"),
    ] {
        assert_eq!(
            named.says_known(&prepared, "a", "2014-09-15", Some(known)),
            expect
        );
    }
}

#[test]
fn a_life_is_cut_into_spans_on_the_days_on_which_it_changes() {
    let named = Named::read(
        "a ruling 2014-01-01\n s order 2014-02-01\n x order 2014-03
         s stays a\n x lifts-stay s",
    );
    let prepared = named.case.prepare();
    let spans: Vec<(String, String)> = prepared
        .spans(named.ix("a"), None)
        .into_iter()
        .map(|span| {
            let from = span.from.map_or("ever".to_owned(), |day| day.to_string());
            let words: Vec<_> = span.standing.words().iter().map(|w| w.as_str()).collect();
            (from, words.join(" or "))
        })
        .collect();
    let expect = [
        ("ever", "not yet issued"),
        ("2014-01-01", "in force"),
        ("2014-02-01", "stayed"),
        ("2014-03-01", "in force or stayed"),
        ("2014-03-31", "in force"),
    ];
    assert_eq!(
        spans,
        expect.map(|(from, words)| (from.to_owned(), words.to_owned()))
    );
}

#[test]
fn many_acts_in_one_uncertain_year_give_an_answer_that_leaves_nothing_out() {
    // Twenty orders of one year, all in any order: too many to follow.
    let mut case = "a ruling 1850-01-01\n".to_owned();
    for n in 0..20 {
        let relation = ["vacates", "reinstates", "moots", "affirms"][n % 4];
        case += &format!("o{n} ruling 1851\n o{n} {relation} a\n");
    }
    check(
        &case,
        "1851-12-31: a = in force or vacated or moot (possibly affirmed)",
    );
}

#[test]
fn an_unsettled_answer_names_what_undid_its_ground() {
    let named = Named::read(
        "a ruling 2014-01-01
         b ruling 2014-02-01
         c ruling 2014-03-01
         p appeal 2014-01-10
         p appeals-from a
         b reverses a
         c vacates b",
    );
    let prepared = named.case.prepare();
    for (on, reasons) in [
        ("2014-01-31", &[0][..]),
        ("2014-02-01", &[1]),
        ("2014-03-01", &[1, 2]),
    ] {
        let standing = prepared
            .of(named.ix("a"), day(on), None)
            .expect("an instrument");
        assert_eq!(standing.reasons, reasons, "{on}");
    }
}

//! Dates that are moved: where they come to lie, what of them stays, what is refused.

use docketline_domain::Edtf;
use docketline_domain::edtf::{MovedPart, NotMoved, Unit};
use proptest::prelude::*;

fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).expect(text)
}

fn written(moved: Result<Edtf, NotMoved>) -> Result<String, NotMoved> {
    moved.map(String::from)
}

#[test]
fn a_date_moves_by_its_own_units_and_keeps_what_is_said_of_it() {
    for (from, steps, to) in [
        ("2016-07-14", 1, "2016-07-15"),
        ("2016-02-28", 1, "2016-02-29"),
        ("2015-12-31", 1, "2016-01-01"),
        ("2016-07-14?", -14, "2016-06-30?"),
        ("2016-07-14~", 30, "2016-08-13~"),
        ("2016-~07-14", 1, "2016-~07-15"),
        ("2016?-07-14", 365, "2017?-07-14"),
        ("2016-07-14T10:30:00Z", 1, "2016-07-15T10:30:00Z"),
        ("2014-06", 7, "2015-01"),
        ("2014-06~", -6, "2013-12~"),
        ("2014-06-XX", 1, "2014-07-XX"),
        ("2014", 2, "2016"),
        ("2014%", -14, "2000%"),
        ("2014-XX", 1, "2015-XX"),
        ("2014-XX-XX", 1, "2015-XX-XX"),
        ("201X", 1, "202X"),
        ("19XX", 1, "20XX"),
        ("2014-21", 1, "2014-22"),
        ("2014-24~", 1, "2015-21~"),
        // In the south autumn comes first in a year, and summer last.
        ("2014-31", 3, "2014-30"),
        ("2014-30", 1, "2015-31"),
        ("2014-36", 1, "2015-33"),
        ("2014-39", 1, "2015-37"),
        ("2014-41", 1, "2015-40"),
        ("-0044-03-15", 1, "-0044-03-16"),
        ("-0001", 1, "0000"),
        ("0000", -1, "-0001"),
        ("2014-06-01/2014-06-20", 3, "2014-06-04/2014-06-23"),
        ("2014-06~/2014-08?", 1, "2014-07~/2014-09?"),
        ("2014-06-01/..", 1, "2014-06-02/.."),
        ("/2014-06-01", 1, "/2014-06-02"),
        ("2014/2016", 1, "2015/2017"),
    ] {
        let moved = edtf(from).moved(MovedPart::Whole, steps);
        assert_eq!(written(moved), Ok(to.to_owned()), "{from} by {steps}");
    }
}

#[test]
fn either_end_of_a_span_moves_alone() {
    use MovedPart::{End, Start};
    for (from, part, steps, to) in [
        (
            "2014-06-01/2014-06-20",
            Start,
            3,
            Ok("2014-06-04/2014-06-20"),
        ),
        (
            "2014-06-01/2014-06-20",
            End,
            -19,
            Ok("2014-06-01/2014-06-01"),
        ),
        ("2014-06-01/2014-06-20", End, -20, Err(NotMoved::Reversed)),
        ("2014-06-01/2014-06-20", Start, 20, Err(NotMoved::Reversed)),
        ("2014-06-15~/2016", End, 1, Ok("2014-06-15~/2017")),
        ("2014-06-15~/2016", Start, -1, Ok("2014-06-14~/2016")),
        ("2014-06/..", End, 1, Err(NotMoved::NoSuchEnd)),
        ("2014-06/", End, 1, Err(NotMoved::NoSuchEnd)),
        ("2014-06", Start, 1, Err(NotMoved::NoSuchEnd)),
    ] {
        let moved = edtf(from).moved(part, steps);
        assert_eq!(
            written(moved),
            to.map(ToOwned::to_owned),
            "{from} {part:?} by {steps}"
        );
    }
}

#[test]
fn what_has_no_next_one_is_refused() {
    for (from, why) in [
        ("[2014-08-01..2014-08-12]", NotMoved::Set),
        ("{2014,2016}", NotMoved::Set),
        ("1950S2", NotMoved::Form),
        ("Y17E7", NotMoved::Form),
        ("Y170000002", NotMoved::Form),
        ("1XXX", NotMoved::Form),
        ("20X4", NotMoved::Form),
        ("201X-07", NotMoved::Form),
        ("2014-1X", NotMoved::Form),
        ("2014-07-1X", NotMoved::Form),
        ("2014-XX-14", NotMoved::Form),
        ("2014-06-15/2016", NotMoved::MixedPrecision),
        ("9999", NotMoved::TooFar),
        ("9999-12-31", NotMoved::TooFar),
        ("99XX", NotMoved::TooFar),
    ] {
        let moved = edtf(from).moved(MovedPart::Whole, 1);
        assert_eq!(written(moved), Err(why), "{from}");
    }
    let far = edtf("2014-07-14").moved(MovedPart::Whole, i64::MAX);
    assert_eq!(written(far), Err(NotMoved::TooFar));
}

#[test]
fn a_distance_in_days_snaps_to_the_nearest_unit() {
    for (from, days, to) in [
        ("2016-07-14", 17, "2016-07-31"),
        ("2014-06", 14, "2014-06"),
        ("2014-06", 16, "2014-07"),
        ("2014-06", -16, "2014-05"),
        ("2014-06~", 365, "2015-06~"),
        ("2014", 182, "2014"),
        ("2014", 184, "2015"),
        ("201X", 2_000, "202X"),
        ("2014-22", 92, "2014-23"),
        ("2014-06-01/2014-06-20", -1, "2014-05-31/2014-06-19"),
    ] {
        let moved = edtf(from).moved_by_days(MovedPart::Whole, days);
        assert_eq!(written(moved), Ok(to.to_owned()), "{from} by {days} days");
    }
}

#[test]
fn a_shift_in_months_or_years_keeps_the_day_where_the_month_has_it() {
    use Unit::{Day, Months, Years};
    for (from, unit, count, to) in [
        ("2016-01-31", Months(1), 1, Ok("2016-02-29")),
        ("2016-02-29", Years(1), 1, Ok("2017-02-28")),
        ("2016-07-14~", Months(1), -7, Ok("2015-12-14~")),
        ("2016-07", Years(1), 2, Ok("2018-07")),
        ("2016", Months(1), 24, Ok("2018")),
        ("2016", Months(1), 6, Err(NotMoved::TooFine)),
        ("2016-07", Day, 31, Err(NotMoved::TooFine)),
        ("2016-07-14/2016", Day, 1, Err(NotMoved::TooFine)),
        ("2016-07-14/2016-08", Months(1), 1, Ok("2016-08-14/2016-09")),
        ("201X", Years(1), 10, Ok("202X")),
        ("201X", Years(1), 5, Err(NotMoved::TooFine)),
        ("[2014..2016]", Years(1), 1, Err(NotMoved::Set)),
    ] {
        let moved = edtf(from).later_by(unit, count);
        assert_eq!(
            written(moved),
            to.map(ToOwned::to_owned),
            "{from} by {count} {unit:?}"
        );
    }
}

/// One date that moves: any precision, doubt in any place.
fn date() -> impl Strategy<Value = String> {
    let sign = || prop::sample::select(vec!["", "", "", "~", "?", "%"]);
    let year = (1000_i64..9000, sign()).prop_map(|(year, sign)| format!("{year}{sign}"));
    let decade = (100_i64..900).prop_map(|decade| format!("{decade}X"));
    let month = (1000_i64..9000, sign(), 1_u8..=12, sign())
        .prop_map(|(year, one, month, two)| format!("{year}{one}-{month:02}{two}"));
    let season = (1000_i64..9000, 21_u8..=41, sign())
        .prop_map(|(year, code, sign)| format!("{year}-{code}{sign}"));
    let day = (1000_i64..9000, sign(), 1_u8..=12, 1_u8..=28, sign())
        .prop_map(|(year, one, month, day, two)| format!("{year}-{one}{month:02}-{day:02}{two}"));
    let masked =
        (1000_i64..9000, 1_u8..=12).prop_map(|(year, month)| format!("{year}-{month:02}-XX"));
    prop_oneof![year, decade, month, season, day, masked]
}

fn signs(text: &str) -> String {
    let kept = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c });
    kept.collect()
}

proptest! {
    #[test]
    fn moving_there_and_back_changes_nothing(text in date(), steps in -500_i64..500) {
        let from = edtf(&text);
        if let Ok(moved) = from.moved(MovedPart::Whole, steps) {
            prop_assert_eq!(moved.moved(MovedPart::Whole, -steps), Ok(from));
        }
    }

    #[test]
    fn precision_doubt_and_form_stay(text in date(), steps in -500_i64..500) {
        let from = edtf(&text);
        if let Ok(moved) = from.moved(MovedPart::Whole, steps) {
            prop_assert_eq!(moved.precision(), from.precision());
            prop_assert_eq!(moved.certainty(), from.certainty());
            prop_assert_eq!(signs(moved.as_str()), signs(from.as_str()));
            prop_assert_eq!(moved.unit(MovedPart::Whole), from.unit(MovedPart::Whole));
        }
    }

    #[test]
    fn later_is_later(text in date(), steps in 1_i64..500) {
        let from = edtf(&text);
        if let Ok(moved) = from.moved(MovedPart::Whole, steps) {
            prop_assert!(moved.bounds().earliest > from.bounds().earliest);
            prop_assert!(moved.bounds().latest > from.bounds().latest);
        }
    }

    #[test]
    fn no_other_step_comes_nearer_than_the_one_that_a_distance_snaps_to(
        text in date(), days in -40_000_i64..40_000, other in -3_i64..=3,
    ) {
        let from = edtf(&text);
        let first = |edtf: &Edtf| edtf.bounds().earliest.map(|day| day.0);
        if let Ok(moved) = from.moved_by_days(MovedPart::Whole, days) {
            let target = first(&from).map(|day| day + days);
            let distance = |edtf: &Edtf| first(edtf).zip(target).map(|(a, b)| a.abs_diff(b));
            if let Ok(rival) = moved.moved(MovedPart::Whole, other) {
                prop_assert!(distance(&moved) <= distance(&rival), "{} {}", moved, rival);
            }
        }
    }

    #[test]
    fn a_span_that_moves_keeps_its_length(start in 0_i64..3_000_000, length in 0_i64..5_000, days in -9_000_i64..9_000) {
        let day = |number| docketline_domain::Day(number - 700_000).to_string();
        let from = edtf(&format!("{}/{}", day(start), day(start + length)));
        let moved = from.moved_by_days(MovedPart::Whole, days);
        if let Ok(moved) = moved {
            let (a, b) = (from.bounds(), moved.bounds());
            prop_assert_eq!(b.earliest.map(|d| d.0), a.earliest.map(|d| d.0 + days));
            prop_assert_eq!(b.latest.map(|d| d.0), a.latest.map(|d| d.0 + days));
        }
    }
}

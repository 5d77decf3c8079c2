use docketline_domain::Edtf;
use docketline_domain::compare::{Extent, elapsed};

fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).expect(text)
}

/// Two events; whether the first lies before, after, within, and overlaps the second.
const EVENTS: &[(&str, &str, [&str; 4])] = &[
    ("2014-07-30", "2014-07-31", ["yes", "no", "no", "no"]),
    ("2014-07-31", "2014-07-31", ["no", "no", "yes", "yes"]),
    (
        "2014-07",
        "2014-07-31",
        ["possibly", "no", "possibly", "possibly"],
    ),
    (
        "2014-07",
        "2014-07",
        ["possibly", "possibly", "possibly", "possibly"],
    ),
    ("2014-07", "2014-08", ["yes", "no", "no", "no"]),
    (
        "[2014-08-01..2014-08-12]",
        "2014-08-12",
        ["possibly", "no", "possibly", "possibly"],
    ),
    (
        "[2014-08-01..2014-08-12]",
        "2014-08-13",
        ["yes", "no", "no", "no"],
    ),
    // A span that lasted holds its days, whenever a moment of it was.
    (
        "2014-08-05",
        "2014-08-01/2014-08-12",
        ["no", "no", "yes", "yes"],
    ),
    (
        "2014-08-01/2014-08-12",
        "2014-08-05",
        ["no", "no", "no", "yes"],
    ),
    (
        "2014-08-05",
        "2014-08-0X/2014-08-12",
        ["possibly", "no", "possibly", "possibly"],
    ),
    (
        "2014-08",
        "2014-08-01/2014-08-31",
        ["no", "no", "yes", "yes"],
    ),
    (
        "2014-08",
        "2014-08-10/2014-09",
        ["possibly", "no", "possibly", "possibly"],
    ),
    (
        "2013/2014",
        "2014/2015",
        ["possibly", "no", "no", "possibly"],
    ),
    // An open end is beyond every day, an unknown end is anywhere.
    ("2013-12-04/..", "2020", ["no", "no", "no", "yes"]),
    ("2013-12-04/", "2020", ["possibly", "no", "no", "possibly"]),
    ("../2013", "2020", ["yes", "no", "no", "no"]),
    ("2020", "../2013", ["no", "yes", "no", "no"]),
    ("2020", "2013/..", ["no", "no", "yes", "yes"]),
    ("2020", "2013/", ["no", "possibly", "possibly", "possibly"]),
    ("[..1989]", "1990", ["yes", "no", "no", "no"]),
    (
        "[1991..]",
        "1995",
        ["possibly", "possibly", "possibly", "possibly"],
    ),
    ("{2013,2015}", "2014", ["no", "no", "no", "yes"]),
    ("2014~", "2015?", ["yes", "no", "no", "no"]),
];

#[test]
fn two_events_compare_as_yes_possibly_or_no() {
    for &(first, second, expected) in EVENTS {
        let (a, b) = (
            Extent::of_event(&edtf(first)),
            Extent::of_event(&edtf(second)),
        );
        let found = [a.before(&b), a.after(&b), a.within(&b), a.overlaps(&b)].map(|c| c.as_str());
        assert_eq!(found, expected, "{first} and {second}");
    }
}

#[test]
fn a_period_that_is_asked_about_holds_all_its_days() {
    for (event, period, within, overlaps) in [
        ("2014-07-14", "2014-07", "yes", "yes"),
        ("2014-07", "2014-07", "yes", "yes"),
        ("2014", "2014-07", "possibly", "possibly"),
        ("2014-06/2014-08", "2014-07", "no", "yes"),
        ("2014-06/2014-07", "2014-07", "no", "yes"),
        ("2014-07/2014-08", "2014-07", "no", "yes"),
        ("2013/2014", "[2014..]", "no", "yes"),
        ("2015", "[2014..]", "yes", "yes"),
        ("2013", "[2014..]", "no", "no"),
        ("[2014..]", "2014/2015", "possibly", "possibly"),
    ] {
        let asked = Extent::of_period(edtf(period).bounds());
        let event_extent = Extent::of_event(&edtf(event));
        assert_eq!(
            event_extent.within(&asked).as_str(),
            within,
            "{event} within {period}"
        );
        assert_eq!(
            event_extent.overlaps(&asked).as_str(),
            overlaps,
            "{event} and {period}"
        );
    }
}

#[test]
fn events_are_listed_by_their_earliest_day_then_their_latest() {
    let order = [
        "[..1989]",
        "../1990",
        "/2014",
        "1990",
        "2014-07-01",
        "2014-07-01/2014-07-02",
        "2014-07",
        "2014-07-01/..",
        "2014-07-31",
        "2014-07-31T09:30:00",
        "2014-07-31T14:00:00",
        "2014-08",
        "2015-01-01",
        "2015-01-01?",
        "2015",
    ];
    let mut dates: Vec<Edtf> = order.iter().rev().map(|text| edtf(text)).collect();
    dates.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    assert_eq!(dates.iter().map(Edtf::as_str).collect::<Vec<_>>(), order);
}

#[test]
fn the_time_between_two_events_is_exact_or_a_range() {
    for (from, to, days, words) in [
        ("2014-07-31", "2014-09-08", "39 days", "1 month and 8 days"),
        ("2014-07-31", "2014-08-01", "1 day", "1 day"),
        ("2014-07-31", "2014-07-31", "the same day", "the same day"),
        (
            "2014-09-08",
            "2014-07-31",
            "39 days before",
            "1 month and 8 days before",
        ),
        (
            "2013-12-04",
            "2016-03-05",
            "822 days",
            "2 years, 3 months and 1 day",
        ),
        ("2014-01-31", "2014-03-01", "29 days", "1 month and 1 day"),
        ("2016-02-29", "2017-02-28", "365 days", "1 year"),
        ("2014-01-01", "2015-01-01", "365 days", "1 year"),
        (
            "2014-08-01",
            "[2014-08-28..2014-09-08]",
            "between 27 and 38 days",
            "from 27 days to 1 month and 7 days",
        ),
        ("2014-08-01", "2014-09-01/2014-10-01", "31 days", "1 month"),
        // From the last day of what lasted.
        (
            "2014-06-18/2014-06-19",
            "2014-07-30",
            "41 days",
            "1 month and 11 days",
        ),
        (
            "2014-07-30",
            "2014-06-18/2014-06-19",
            "41 days before",
            "1 month and 11 days before",
        ),
        (
            "2014-06-18/2014-06-25",
            "2014-06-20",
            "the same day",
            "the same day",
        ),
        (
            "2014-08",
            "2014-08",
            "from 30 days before to 30 days after",
            "from 30 days before to 30 days after",
        ),
        (
            "2014-08",
            "2014-08-31",
            "at most 30 days",
            "at most 30 days",
        ),
        (
            "2014-08-31",
            "2014-08",
            "at most 30 days before",
            "at most 30 days before",
        ),
        (
            "2013",
            "2014-12-31",
            "between 365 and 729 days",
            "from 1 year to 1 year, 11 months and 30 days",
        ),
        (
            "2014-01-01",
            "[2015-01-01..]",
            "at least 365 days",
            "at least 1 year",
        ),
        (
            "[..2014-01-01]",
            "2015-01-01",
            "at least 365 days",
            "at least 1 year",
        ),
        (
            "2015-01-01",
            "[..2014-01-01]",
            "at least 365 days before",
            "at least 1 year before",
        ),
        (
            "1985-01-01/",
            "1985-01-11",
            "at most 10 days",
            "at most 10 days",
        ),
        ("[..2014]", "[..2010]", "unknown", "unknown"),
    ] {
        let time = elapsed(&edtf(from), &edtf(to));
        let found = (time.in_days(), time.in_words());
        assert_eq!(
            found,
            (days.to_owned(), words.to_owned()),
            "from {from} to {to}"
        );
    }
}

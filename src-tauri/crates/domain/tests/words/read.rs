use docketline_domain::words::{Reading, read_date};

const READ: &[(&str, &str)] = &[
    // EDTF itself, with spaces around it.
    ("2016-07-14", "2016-07-14"),
    ("  2016-07~ ", "2016-07~"),
    ("[2014-08-01..2014-08-12]", "[2014-08-01..2014-08-12]"),
    ("2014-07-31T09:30:00Z", "2014-07-31T09:30:00Z"),
    // Days.
    ("14 July 2016", "2016-07-14"),
    ("14th July 2016", "2016-07-14"),
    ("the 14th of July 2016", "2016-07-14"),
    ("14th of July, 2016", "2016-07-14"),
    ("July 14, 2016", "2016-07-14"),
    ("July 14th, 2016", "2016-07-14"),
    ("Jul 14 2016", "2016-07-14"),
    ("Jul. 14, 2016", "2016-07-14"),
    ("14. July 2016", "2016-07-14"),
    ("on 14 JULY 2016", "2016-07-14"),
    ("  14   july   2016 ", "2016-07-14"),
    ("1 Sept. 2014", "2014-09-01"),
    ("8 sep 2014", "2014-09-08"),
    ("29 February 2016", "2016-02-29"),
    ("15 March 44 BC", "-0043-03-15"),
    ("24 August 79 AD", "0079-08-24"),
    ("August 24, 79 AD", "0079-08-24"),
    // Figures.
    ("14.7.2016", "2016-07-14"),
    ("14.07.2016", "2016-07-14"),
    ("4.7.2016", "2016-07-04"),
    ("14/7/2016", "2016-07-14"),
    ("7/14/2016", "2016-07-14"),
    ("4/4/2016", "2016-04-04"),
    ("14-7-2016", "2016-07-14"),
    ("2016/07/14", "2016-07-14"),
    ("2016/7/4", "2016-07-04"),
    ("2016.07.14", "2016-07-14"),
    ("2016-7-4", "2016-07-04"),
    ("7/2016", "2016-07"),
    ("07.2016", "2016-07"),
    // Weekdays.
    ("Monday 8 September 2014", "2014-09-08"),
    ("Mon, 8 Sep 2014", "2014-09-08"),
    ("Thurs. July 14, 2016", "2016-07-14"),
    // A weekday settles what figures leave open.
    ("Monday 4/7/2016", "2016-07-04"),
    // Months, seasons, parts of years.
    ("July 2014", "2014-07"),
    ("July, 2014", "2014-07"),
    ("in July of 2014", "2014-07"),
    ("May 2014", "2014-05"),
    ("Dec 2013", "2013-12"),
    ("March 44 BC", "-0043-03"),
    ("summer 2014", "2014-22"),
    ("the summer of 2014", "2014-22"),
    ("Spring 2014", "2014-21"),
    ("fall 2014", "2014-23"),
    ("winter 2014–15", "2014-24"),
    ("winter 2014-15", "2014-24"),
    ("winter 2014/2015", "2014-24"),
    ("winter 1999–2000", "1999-24"),
    ("winter 44 to 43 BC", "-0043-24"),
    ("winter 1 BC to 1 AD", "0000-24"),
    ("winter 500 to 501 AD", "0500-24"),
    ("spring 2014 (southern hemisphere)", "2014-29"),
    ("summer 2014–15 (southern hemisphere)", "2014-30"),
    ("summer 2014 (northern hemisphere)", "2014-26"),
    ("Q3 2014", "2014-35"),
    ("2014 Q3", "2014-35"),
    ("Q3/2014", "2014-35"),
    ("third quarter of 2014", "2014-35"),
    ("the 3rd quarter of 2014", "2014-35"),
    ("first half of 2014", "2014-40"),
    ("H2 2014", "2014-41"),
    ("the second third of 2014", "2014-38"),
    ("early 2016", "[2016-01..2016-04]"),
    ("mid 2016", "[2016-05..2016-08]"),
    ("mid-2016", "[2016-05..2016-08]"),
    ("late 2016", "[2016-09..2016-12]"),
    ("early July 2016", "[2016-07-01..2016-07-10]"),
    ("mid-July 2016", "[2016-07-11..2016-07-20]"),
    ("late February 2016", "[2016-02-21..2016-02-29]"),
    ("early 1990s", "[1990..1993]"),
    ("the late 1990s", "[1997..1999]"),
    // Years and more.
    ("in 2014", "2014"),
    ("the year 2014", "2014"),
    ("44 BC", "-0043"),
    ("44 B.C.", "-0043"),
    ("44 BCE", "-0043"),
    ("1 BC", "0000"),
    ("500 AD", "0500"),
    ("AD 500", "0500"),
    ("A.D. 500", "0500"),
    ("500 CE", "0500"),
    ("the year 170,000,002", "Y170000002"),
    ("10,001 BC", "Y-10000"),
    ("1990s", "199X"),
    ("the 1990s", "199X"),
    ("1990's", "199X"),
    ("19th century", "18XX"),
    ("the 1st century", "00XX"),
    ("5th century BC", "[-0499..-0400]"),
    ("some day in April 1985", "1985-04-XX"),
    ("some day in 1985", "1985-XX-XX"),
    ("some month in 1985", "1985-XX"),
    // Certainty.
    ("about 2010", "2010~"),
    ("around 2010", "2010~"),
    ("circa 2010", "2010~"),
    ("c. 2010", "2010~"),
    ("ca. June 2014", "2014-06~"),
    ("~ 2010", "2010~"),
    ("about the 1990s", "199X~"),
    ("c. 1850?", "1850%"),
    ("July 2014?", "2014-07?"),
    ("probably July 2014", "2014-07?"),
    ("9 March 2015 (uncertain)", "2015-03-09?"),
    ("9 March 2015 (uncertain and approximate)", "2015-03-09%"),
    ("spring 2014 (southern hemisphere, uncertain)", "2014-29?"),
    // Open ends.
    ("before 1990", "[..1989]"),
    ("before July 2014", "[..2014-06]"),
    ("before 1 March 2016", "[..2016-02-29]"),
    ("before summer 2014", "[..2014-05-31]"),
    ("before about 1990", "[..1989~]"),
    ("after 1990", "[1991..]"),
    ("after December 2013", "[2014-01..]"),
    ("after 31 December 2013", "[2014-01-01..]"),
    ("after the 1990s", "[2000-01-01..]"),
    ("by 1990", "[..1990]"),
    ("on or before 5 May 2014", "[..2014-05-05]"),
    ("No later than 5 May 2014", "[..2014-05-05]"),
    ("not later than May 2014", "[..2014-05]"),
    ("not after 1990", "[..1990]"),
    ("prior to 1990", "[..1989]"),
    ("on or after May 5, 2014", "[2014-05-05..]"),
    ("no earlier than 1990", "[1990..]"),
    ("not before 5 May 2014", "[2014-05-05..]"),
    ("on or about 5 May 2014", "2014-05-05~"),
    ("on or about May 5, 2014", "2014-05-05~"),
    ("on or about 5 May 2014?", "2014-05-05%"),
    ("20140505", "2014-05-05"),
    ("between 20140505 and 20140607", "[2014-05-05..2014-06-07]"),
    ("about 20140505", "2014-05-05~"),
    ("1989 or earlier", "[..1989]"),
    ("1989 or before", "[..1989]"),
    ("1985 or later", "[1985..]"),
    ("1984 and earlier", "{..1984}"),
    ("since 1985", "1985/.."),
    ("from 1985 on", "1985/.."),
    ("from July 2014 onwards", "2014-07/.."),
    ("1985 onwards", "1985/.."),
    ("until 1990", "../1990"),
    ("from about 1985, end unknown", "1985~/"),
    ("until 1990, beginning unknown", "/1990"),
    // Spans.
    ("from 5 to 7 May 2014", "2014-05-05/2014-05-07"),
    ("5 to 7 May 2014", "2014-05-05/2014-05-07"),
    ("18–19 June 2013", "2013-06-18/2013-06-19"),
    ("18-19 June 2013", "2013-06-18/2013-06-19"),
    ("18 June–19 July 2013", "2013-06-18/2013-07-19"),
    ("29 August – 8 September 2014", "2014-08-29/2014-09-08"),
    (
        "30 December 2013 to 2 January 2014",
        "2013-12-30/2014-01-02",
    ),
    ("July 14–16, 2016", "2016-07-14/2016-07-16"),
    ("July 29 to August 3, 2016", "2016-07-29/2016-08-03"),
    ("June to August 2014", "2014-06/2014-08"),
    ("June–August 2014", "2014-06/2014-08"),
    ("2013 to 2018", "2013/2018"),
    ("2013–2018", "2013/2018"),
    ("1914–18", "1914/1918"),
    ("100 to 44 BC", "-0099/-0043"),
    ("10 to 44 AD", "0010/0044"),
    ("2000 to 1500 BC", "-1999/-1499"),
    ("March 2000 to May 1500 BC", "-1999-03/-1499-05"),
    ("winter 1000 to 999 BC", "-0999-24"),
    ("990 AD to 1010", "0990/1010"),
    ("27 BC – 14 AD", "-0026/0014"),
    ("spring to autumn 2014", "2014-21/2014-23"),
    ("spring 2014 to 2015", "2014-21/2015"),
    ("winter 2014–15 to spring 2016", "2014-24/2016-21"),
    ("1990s to 2005", "199X/2005"),
    (
        "about 1 June 2004 to about 20 June 2004",
        "2004-06-01~/2004-06-20~",
    ),
    ("18 June 2013 through 2014", "2013-06-18/2014"),
    ("in the course of 2014", "2014/2014"),
    ("14.7.2016 – 16.7.2016", "2016-07-14/2016-07-16"),
    // Choices.
    ("between 1 and 12 August 2014", "[2014-08-01..2014-08-12]"),
    (
        "between 29 August and 8 September 2014",
        "[2014-08-29..2014-09-08]",
    ),
    ("between July 14 and 16, 2016", "[2016-07-14..2016-07-16]"),
    ("between January and April 2016", "[2016-01..2016-04]"),
    ("between 1990 and 1995", "[1990..1995]"),
    (
        "between May 1814 and 3 June 1815",
        "[1814-05-01..1815-06-03]",
    ),
    (
        "between summer 2014 and May 2015",
        "[2014-06-01..2015-05-31]",
    ),
    ("8 or 9 September 2014", "[2014-09-08,2014-09-09]"),
    ("1667 or December 1760", "[1667,1760-12]"),
    ("8 and 9 September 2014", "{2014-09-08,2014-09-09}"),
];

const AMBIGUOUS: &[(&str, &str, &str)] = &[
    ("4/7/2016", "2016-07-04", "2016-04-07"),
    ("04-07-2016", "2016-07-04", "2016-04-07"),
    ("about 4/7/2016", "2016-07-04~", "2016-04-07~"),
    ("before 4/7/2016", "[..2016-07-03]", "[..2016-04-06]"),
    (
        "4/7/2016 – 5/8/2016",
        "2016-07-04/2016-08-05",
        "2016-04-07/2016-05-08",
    ),
    ("winter 2014", "2014-24", "2013-24"),
    ("summer 2014 (southern hemisphere)", "2014-30", "2013-30"),
    ("the 1900s", "190X", "19XX"),
    ("2004–06", "2004/2006", "2004-06"),
];

/// Text, the character at which it is not understood, a part of the reason.
const INVALID: &[(&str, usize, &str)] = &[
    ("", 0, "nothing is written"),
    ("   ", 3, "nothing is written"),
    ("hello", 0, "\"hello\" is not understood"),
    ("today", 0, "another day tomorrow"),
    ("since yesterday", 6, "another day tomorrow"),
    ("31 June 2016", 0, "June 2016 has 30 days"),
    ("29 February 2019", 0, "February 2019 has 28 days"),
    ("on 31.4.2016", 3, "April 2016 has 30 days"),
    (
        "Tuesday 8 September 2014",
        0,
        "8 September 2014 was a Monday",
    ),
    ("Monday July 2014", 0, "only a day has a day of the week"),
    ("14 July", 0, "the year is missing"),
    ("July", 0, "the year is missing"),
    ("summer", 0, "the year is missing"),
    ("14", 0, "the month and the year are missing"),
    ("850 (uncertain)", 0, "BC or AD"),
    ("4/7/16", 4, "two digits may be of any century"),
    ("13/13/2016", 0, "neither a month"),
    ("13.13.2016", 0, "neither a month"),
    ("0 BC", 0, "counted from 1"),
    ("fifth quarter of 2014", 0, "\"fifth\" is not understood"),
    ("Q5 2014", 7, "part number 5"),
    ("14 Juli 2016", 3, "\"juli\" is not understood"),
    ("14 July 2016 or so", 16, "\"so\" is not understood"),
    ("14 July 2016 (very)", 14, "\"very\" is not understood"),
    ("14 July 2016 (southern hemisphere)", 14, "only seasons"),
    ("between 1990 to 1995", 13, "needs \"and\""),
    ("between about 1990 and 1995", 14, "cannot be uncertain"),
    ("between 12 and 1 August 2014", 0, "ends before it begins"),
    ("from 7 to 5 May 2014", 0, "ends before it begins"),
    ("27 AD to 14 BC", 0, "ends before it begins"),
    ("about early 2016", 6, "approximate already"),
    ("from early 2014 to 2016", 5, "no single date"),
    ("early 14 July 2016", 6, "early, mid and late"),
    ("summer 2014–15", 12, "month and the year are missing"),
    ("summer 2014–15 (northern hemisphere)", 0, "in two years"),
    // What looks like EDTF is judged as such, spaces or not.
    ("2014-13", 5, "13 is neither a month"),
    (" 2014-13", 6, "13 is neither a month"),
    ("2019-02-29", 8, "February 2019 has 28 days"),
    ("2004-20", 5, "20 is neither a month"),
    ("2014/2013", 5, "ends before it begins"),
];

#[test]
fn dates_are_read_as_people_write_them() {
    let wrong: Vec<String> = READ
        .iter()
        .filter_map(|&(text, edtf)| match read_date(text) {
            Reading::One(read) if read.as_str() == edtf => None,
            other => Some(format!("{text}: {other:?}, expected {edtf}")),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_has_two_readings_is_never_guessed() {
    let wrong: Vec<String> = AMBIGUOUS
        .iter()
        .filter_map(|&(text, first, second)| match read_date(text) {
            Reading::Ambiguous(found)
                if found.iter().map(|edtf| edtf.as_str()).eq([first, second]) =>
            {
                None
            }
            other => Some(format!("{text}: {other:?}")),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_date_is_refused_with_a_reason() {
    let wrong: Vec<String> = INVALID
        .iter()
        .filter_map(|&(text, at, reason)| match read_date(text) {
            Reading::Invalid(error) if error.at == at && error.reason.contains(reason) => None,
            other => Some(format!("{text:?}: {other:?}")),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

use docketline_domain::Edtf;

const WORDS: &[(&str, &str)] = &[
    // Plain dates.
    ("2016-07-14", "14 July 2016"),
    ("2014-07", "July 2014"),
    ("2014", "2014"),
    ("0079-08-24", "24 August 79 AD"),
    ("0079", "79 AD"),
    ("0000", "1 BC"),
    ("-0043-03-15", "15 March 44 BC"),
    ("-0043", "44 BC"),
    ("Y170000002", "the year 170,000,002"),
    ("Y-10000", "the year 10,001 BC"),
    // Certainty.
    ("2014-06~", "about June 2014"),
    ("2015-03-09?", "9 March 2015 (uncertain)"),
    ("2015%", "about 2015 (uncertain)"),
    ("199X~", "about the 1990s"),
    ("2004?-06-11", "11 June 2004 (year uncertain)"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    (
        "?2004-06-~11",
        "11 June 2004 (year uncertain, day approximate)",
    ),
    (
        "2004-%06-11",
        "11 June 2004 (month uncertain and approximate)",
    ),
    ("?2004-?06-?11", "11 June 2004 (uncertain)"),
    ("2004?-22", "summer 2004 (year uncertain)"),
    ("2004-~34", "the second quarter of 2004 (part approximate)"),
    ("1985-04-XX~", "some day in April 1985 (approximate)"),
    (
        "1985-04-XX%",
        "some day in April 1985 (uncertain and approximate)",
    ),
    ("2014-29?", "spring 2014 (southern hemisphere, uncertain)"),
    // Seasons and parts of years.
    ("2014-21", "spring 2014"),
    ("2014-22~", "about summer 2014"),
    ("2014-23", "autumn 2014"),
    ("2014-24", "winter 2014–15"),
    ("1999-24", "winter 1999–2000"),
    ("0500-24", "winter 500 to 501 AD"),
    ("-0043-24", "winter 44 to 43 BC"),
    ("0000-24", "winter 1 BC to 1 AD"),
    ("2014-25", "spring 2014 (northern hemisphere)"),
    ("2014-30", "summer 2014–15 (southern hemisphere)"),
    ("2014-33", "the first quarter of 2014"),
    ("2014-36", "the fourth quarter of 2014"),
    ("2014-38", "the second third of 2014"),
    ("2014-41", "the second half of 2014"),
    ("199X-33", "the first quarter of a year in the 1990s"),
    ("19XX-40", "the first half of some year from 1900 to 1999"),
    ("XXXX-21", "spring in an unknown year"),
    // Unspecified digits.
    ("199X", "the 1990s"),
    ("190X", "some year from 1900 to 1909"),
    ("19XX", "some year from 1900 to 1999"),
    ("1XXX", "some year from 1000 to 1999"),
    ("00XX", "some year from 1 BC to 99 AD"),
    ("XXXX", "an unknown year"),
    ("1XX3", "a year of the form 1XX3"),
    ("2014-XX", "some month in 2014"),
    ("2014-1X", "October, November or December 2014"),
    ("2014-X2", "February or December 2014"),
    ("2014-0X", "a month from January to September 2014"),
    ("2014-X5", "May 2014"),
    ("199X-12", "December in the 1990s"),
    ("1XXX-XX", "some month in some year from 1000 to 1999"),
    ("1985-04-XX", "some day in April 1985"),
    ("1985-04-1X", "some day from 10 to 19 April 1985"),
    ("1985-04-3X", "30 April 1985"),
    ("1985-05-3X", "30 or 31 May 1985"),
    ("1985-05-X5", "5, 15 or 25 May 1985"),
    ("1985-02-2X", "some day from 20 to 28 February 1985"),
    ("198X-02-2X", "some day from 20 to 29 February in the 1980s"),
    ("1985-XX-XX", "some day in 1985"),
    ("1985-XX-31", "the 31st of some month in 1985"),
    ("1985-X2-31", "31 December 1985"),
    ("1985-X2-25", "the 25th of February or December 1985"),
    ("1985-X2-XX", "some day in February or December 1985"),
    (
        "1985-XX-0X",
        "some day from the 1st to the 9th of some month in 1985",
    ),
    ("156X-12-25", "25 December in the 1560s"),
    ("XXXX-12-XX", "some day in December in an unknown year"),
    ("1950S2", "about 1950 (between 1900 and 1999)"),
    ("1950S2?", "about 1950 (between 1900 and 1999, uncertain)"),
    ("1950S4", "1950"),
    ("Y3388E2S3", "about 338,800 (between 338,000 and 338,999)"),
    // Times of day.
    ("2014-07-31T09:30:00", "31 July 2014 at 09:30"),
    ("2014-07-31T09:30:15Z", "31 July 2014 at 09:30:15 UTC"),
    (
        "2014-07-31T00:00:00-04",
        "31 July 2014 at 00:00 (UTC-04:00)",
    ),
    ("-0043-03-15T12:00:00", "15 March 44 BC at 12:00"),
    // Intervals.
    ("2013-06-18/2013-06-19", "18 to 19 June 2013"),
    ("2014-08-29/2014-09-08", "29 August to 8 September 2014"),
    (
        "2013-12-30/2014-01-02",
        "30 December 2013 to 2 January 2014",
    ),
    ("2014-06/2014-08", "June to August 2014"),
    ("2013-12/2014-01", "December 2013 to January 2014"),
    ("2013/2018", "2013 to 2018"),
    ("-0099/-0043", "100 to 44 BC"),
    ("-0026/0014", "27 BC to 14 AD"),
    ("0990/1010", "990 AD to 1010"),
    ("2013-06-18/2014", "18 June 2013 to 2014"),
    ("2014-21/2014-24", "spring 2014 to winter 2014–15"),
    ("2014/2014", "in the course of 2014"),
    ("2014-07-14/2014-07-14", "in the course of 14 July 2014"),
    (
        "2004-06-01~/2004-06-20~",
        "about 1 June 2004 to about 20 June 2004",
    ),
    (
        "2004-06-XX/2004-07-03",
        "some day in June 2004 to 3 July 2004",
    ),
    ("1985/..", "from 1985 on"),
    ("../1990-05", "until May 1990"),
    ("1985~/", "from about 1985, end unknown"),
    ("/1990", "until 1990, beginning unknown"),
    (
        "..2004-06-01/2004-06-20",
        "from 1 June 2004 or earlier to 20 June 2004",
    ),
    (
        "2004-06-01/2004-06-20..",
        "1 June 2004 to 20 June 2004 or later",
    ),
    (
        "..2004-06-01/2004-06-20..",
        "from 1 June 2004 or earlier to 20 June 2004 or later",
    ),
    ("..2004/..", "from 2004 or earlier on"),
    ("/2004..", "until 2004 or later, beginning unknown"),
    // Sets.
    ("[2014-08-01..2014-08-12]", "between 1 and 12 August 2014"),
    (
        "[2014-08-29..2014-09-08]",
        "between 29 August and 8 September 2014",
    ),
    ("[2016-01..2016-04]", "between January and April 2016"),
    ("[1670..1672]", "between 1670 and 1672"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"),
    ("[1667,1760-12]", "1667 or December 1760"),
    ("[2016-03]", "March 2016"),
    ("[..1989]", "1989 or earlier"),
    ("[..1760-12-03]", "3 December 1760 or earlier"),
    ("[1760-12..]", "December 1760 or later"),
    (
        "[1760-01,1760-02,1760-12..]",
        "January 1760, February 1760, or December 1760 or later",
    ),
    ("[..1983,1990]", "1983 or earlier, or 1990"),
    ("[2014-07~,2015?]", "about July 2014 or 2015 (uncertain)"),
    ("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    (
        "{2014-08-01..2014-08-12}",
        "every day from 1 to 12 August 2014",
    ),
    ("{1670..1672}", "every year from 1670 to 1672"),
    ("{..1984}", "1984 and earlier"),
    ("{..1983,1985..}", "1983 and earlier, and 1985 and later"),
];

#[test]
fn every_form_is_written_in_good_english() {
    let wrong: Vec<String> = WORDS
        .iter()
        .filter_map(|&(text, words)| {
            let written = Edtf::parse(text).map(|edtf| edtf.to_words());
            (written.as_deref() != Ok(words))
                .then(|| format!("{text}: {written:?}, expected {words:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

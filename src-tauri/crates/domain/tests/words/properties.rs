use cpu_time::ThreadTime;
use docketline_domain::words::{Reading, read_date};
use docketline_domain::{Day, Edtf};
use proptest::prelude::*;
use std::time::Duration;

/// Dates with unspecified digits and qualifiers, most of them valid.
const MASKED: &str =
    "[?~%]?[0-9X]{4}[?~%]?(-[?~%]?([01X][0-9X]|[234][0-9])[?~%]?(-[0-2X][0-9X])?)?[?~%]?";

fn year() -> impl Strategy<Value = i64> + Clone {
    prop_oneof![4 => 1000_i64..=9999, 1 => -9999_i64..1000]
}

fn written_year(year: i64) -> String {
    if year < 0 {
        format!("-{:04}", -year)
    } else {
        format!("{year:04}")
    }
}

/// A plain year, month or day.
fn plain() -> impl Strategy<Value = String> + Clone {
    (year(), 1_u8..=12, 1_u8..=28, 0..3_u8).prop_map(|(year, month, day, parts)| {
        let year = written_year(year);
        match parts {
            0 => year,
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    })
}

fn qualified() -> impl Strategy<Value = String> {
    (plain(), prop::sample::select(vec!["", "?", "~", "%"]))
        .prop_map(|(date, qualifier)| format!("{date}{qualifier}"))
}

fn season() -> impl Strategy<Value = String> {
    (year(), 21..=41).prop_map(|(year, code)| format!("{}-{code}", written_year(year)))
}

fn interval() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (plain(), plain()).prop_map(|(from, to)| {
            let start = |text: &str| Edtf::parse(text).ok().map(|edtf| edtf.bounds().earliest);
            if start(&from) <= start(&to) { format!("{from}/{to}") } else { format!("{to}/{from}") }
        }),
        // Near ones share a month or a year.
        1 => (0_i64..1_000_000, 0_i64..60)
            .prop_map(|(first, length)| format!("{}/{}", Day(first), Day(first + length))),
        1 => plain().prop_map(|date| format!("{date}/..")),
        1 => plain().prop_map(|date| format!("../{date}")),
        1 => plain().prop_map(|date| format!("{date}/")),
        1 => plain().prop_map(|date| format!("/{date}")),
    ]
}

fn range_of_days() -> impl Strategy<Value = String> {
    (-1_000_000_i64..2_000_000, 0_i64..400)
        .prop_map(|(first, length)| format!("[{}..{}]", Day(first), Day(first + length)))
}

fn open_set() -> impl Strategy<Value = String> {
    prop_oneof![
        plain().prop_map(|date| format!("[..{date}]")),
        plain().prop_map(|date| format!("[{date}..]")),
    ]
}

/// Words, figures and signs that dates are made of, in any order.
fn near_dates() -> impl Strategy<Value = String> {
    let parts = vec![
        "14",
        "7",
        "2016",
        "1990s",
        "19th",
        "850",
        "July",
        "sept.",
        "Monday",
        "winter",
        "early",
        "about",
        "before",
        "between",
        "and",
        "from",
        "to",
        "or",
        "later",
        "the",
        "of",
        "century",
        "quarter",
        "Q3",
        "BC",
        "AD",
        "some",
        "day",
        "in",
        "on",
        "?",
        "(",
        ")",
        "uncertain",
        ",",
        "-",
        "–",
        "/",
        ".",
        "~",
        "99999999999999999999",
        "year",
        "9,999,999",
        "today",
        "half",
        "first",
        "southern hemisphere",
    ];
    prop::collection::vec(
        (
            prop::sample::select(parts),
            prop::sample::select(vec!["", " "]),
        ),
        0..14,
    )
    .prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(part, space)| [part, space])
            .collect()
    })
}

fn is_read_in_time(text: &str) -> Result<(), TestCaseError> {
    // Time of this thread alone: what else the machine does does not count.
    let start = ThreadTime::now();
    let reading = read_date(text);
    prop_assert!(start.elapsed() < Duration::from_millis(50));
    match reading {
        Reading::One(edtf) => prop_assert!(!edtf.to_words().is_empty()),
        Reading::Ambiguous(readings) => {
            prop_assert!(readings.len() == 2 && readings[0] != readings[1]);
        }
        Reading::Invalid(error) => {
            prop_assert!(error.at <= text.chars().count() && !error.reason.is_empty());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_in_words_is_read_back(
        text in prop_oneof![qualified(), season(), interval(), range_of_days(), open_set()]
    ) {
        let edtf = Edtf::parse(&text).unwrap();
        let words = edtf.to_words();
        prop_assert_eq!(read_date(&words), Reading::One(edtf), "{} in words: {}", text, words);
    }

    #[test]
    fn what_is_read_can_be_written_and_read_again(text in near_dates()) {
        is_read_in_time(&text)?;
        let upper = text.to_uppercase().replace(' ', "   ");
        if let (Reading::One(edtf), Reading::One(again)) = (read_date(&text), read_date(&upper)) {
            prop_assert_eq!(edtf, again, "case and spaces do not matter");
        }
    }

    #[test]
    fn every_valid_expression_has_words(a in MASKED, b in MASKED, form in 0..8_usize) {
        let text = [
            a.clone(),
            format!("{a}/{b}"),
            format!("{a}/.."),
            format!("..{a}/{b}.."),
            format!("[{a},{b}]"),
            format!("{{..{a},{b}}}"),
            format!("[{a},{b}..]"),
            format!("Y{}", a.replace(['-', 'X'], "7")),
        ];
        if let Ok(edtf) = Edtf::parse(&text[form]) {
            let words = edtf.to_words();
            prop_assert!(!words.is_empty() && words.trim() == words && !words.contains("  "), "{}", words);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_panics_or_takes_long(text in prop::collection::vec(any::<char>(), 0..10_000)) {
        is_read_in_time(&text.into_iter().collect::<String>())?;
    }
}

#[test]
fn the_longest_texts_are_read_in_time() {
    for part in [
        "9", " ", "July ", "1990s", "9,999", "(", "a", "–", "about ", "é", "'s", "Q3 ",
    ] {
        is_read_in_time(&part.repeat(10_000 / part.len())).unwrap();
    }
    for set in ["[", "{"] {
        let close = if set == "[" { "]" } else { "}" };
        let members = vec!["1X85-XX-XX"; 900].join(",");
        is_read_in_time(&format!("{set}{members}{close}")).unwrap();
    }
}

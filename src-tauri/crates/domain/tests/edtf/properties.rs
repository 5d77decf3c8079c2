use cpu_time::ThreadTime;
use docketline_domain::{Day, Edtf};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::Duration;

/// Every day of two centuries, as it is written.
static DAYS: LazyLock<Vec<(Day, String)>> = LazyLock::new(|| {
    let first = Day::from_civil(1900, 1, 1).expect("a day of the calendar");
    let last = Day::from_civil(2099, 12, 31).expect("a day of the calendar");
    (first.0..=last.0)
        .map(|day| (Day(day), Day(day).to_string()))
        .collect()
});

fn fits(pattern: &str, day: &str) -> bool {
    pattern
        .chars()
        .zip(day.chars())
        .all(|(p, d)| p == 'X' || p == d)
}

fn digit_or_x(digits: &'static str) -> impl Strategy<Value = char> {
    let digits: Vec<char> = digits.chars().collect();
    prop_oneof![2 => prop::sample::select(digits), 1 => Just('X')]
}

/// `19__` or `20__` with a month or a day, any digit of the blanks unspecified; many of
/// them days that do not exist.
fn pattern() -> impl Strategy<Value = String> {
    let year = (
        prop::sample::select(vec!["19", "20"]),
        digit_or_x("0123456789"),
        digit_or_x("0123456789"),
    );
    let month = (digit_or_x("01"), digit_or_x("0123456789"));
    let day = prop::option::of((digit_or_x("0123"), digit_or_x("0123456789")));
    (year, month, day).prop_map(|((century, y3, y4), (m1, m2), day)| {
        let mut text = format!("{century}{y3}{y4}-{m1}{m2}");
        if let Some((d1, d2)) = day {
            text.push_str(&format!("-{d1}{d2}"));
        }
        text
    })
}

fn qualifier() -> impl Strategy<Value = &'static str> + Clone {
    prop::sample::select(vec!["", "", "", "?", "~", "%"])
}

/// A valid date of any kind.
fn date() -> impl Strategy<Value = String> {
    let component = (qualifier(), qualifier());
    prop_oneof![
        4 => ((-9999_i64..=9999), component.clone(), (1_u8..=12), component.clone(), (1_u8..=28), component.clone(), (0..3))
            .prop_map(|(year, y, month, m, day, d, parts)| {
                let sign = if year < 0 { "-" } else { "" };
                let mut text = format!("{}{sign}{:04}{}", y.0, year.abs(), y.1);
                if parts > 0 {
                    text.push_str(&format!("-{}{month:02}{}", m.0, m.1));
                }
                if parts > 1 {
                    text.push_str(&format!("-{}{day:02}{}", d.0, d.1));
                }
                text
            }),
        1 => ((0..=9999), (21..=41), qualifier())
            .prop_map(|(year, season, q)| format!("{year:04}-{season}{q}")),
        1 => ((10_000..1_000_000_i64), any::<bool>(), (0..3_usize), qualifier()).prop_map(|(year, bc, kind, q)| {
            let sign = if bc { "-" } else { "" };
            let tail = ["", "E7", "S3"][kind];
            format!("Y{sign}{year}{tail}{q}")
        }),
        1 => prop::sample::select(vec!["201X", "20XX", "XXXX-12-25", "1985-XX-31", "1950S2", "2014-1X"])
            .prop_map(str::to_owned),
    ]
}

/// A valid expression of any kind.
fn expression() -> impl Strategy<Value = String> {
    let end = prop_oneof![3 => date(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![
        3 => date(),
        1 => ((1..=12), (1..=28), (0..24), (0..60), prop::sample::select(vec!["", "Z", "-04", "+05:45"]))
            .prop_map(|(month, day, hour, minute, zone)| {
                format!("2014-{month:02}-{day:02}T{hour:02}:{minute:02}:00{zone}")
            }),
        2 => (date(), end, any::<bool>())
            .prop_map(|(date, end, swap)| if swap { format!("{end}/{date}") } else { format!("{date}/{end}") })
            .prop_filter("not reversed", |text| {
                !Edtf::parse(text).is_err_and(|error| error.reason.contains("before it begins"))
            }),
        2 => (prop::collection::vec(date(), 1..5), any::<[bool; 3]>()).prop_map(|(dates, [all, until, from])| {
            let (open, close) = if all { ('{', '}') } else { ('[', ']') };
            let (before, after) = (if until { ".." } else { "" }, if from { ".." } else { "" });
            // One member cannot be open on both sides.
            let after = if until && dates.len() == 1 { "" } else { after };
            format!("{open}{before}{}{after}{close}", dates.join(","))
        }),
    ]
}

/// Strings over the characters of EDTF, which go further than arbitrary ones.
fn soup() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> = "0123456789X-/.[]{},?~%YESTZ+: ".chars().collect();
    prop::collection::vec(prop::sample::select(alphabet), 0..10_000)
        .prop_map(|chars| chars.into_iter().collect())
}

fn parses_in_time(text: &str) -> Result<(), TestCaseError> {
    // Time of this thread alone: what else the machine does does not count.
    let start = ThreadTime::now();
    let parsed = Edtf::parse(text);
    prop_assert!(start.elapsed() < Duration::from_millis(50));
    match parsed {
        Ok(edtf) => prop_assert_eq!(edtf.as_str(), text),
        Err(error) => prop_assert!(error.at <= text.chars().count() && !error.reason.is_empty()),
    }
    Ok(())
}

proptest! {
    #[test]
    fn bounds_are_the_first_and_the_last_day_that_a_reading_allows(pattern in pattern()) {
        let fitting: Vec<Day> = DAYS
            .iter()
            .filter(|(_, written)| fits(&pattern, written))
            .map(|(day, _)| *day)
            .collect();
        match Edtf::parse(&pattern) {
            Ok(edtf) => {
                prop_assert_eq!(edtf.bounds().earliest, fitting.first().copied());
                prop_assert_eq!(edtf.bounds().latest, fitting.last().copied());
            }
            // Codes of seasons match no day, and are valid.
            Err(_) => prop_assert!(fitting.is_empty(), "{} was refused", pattern),
        }
    }

    #[test]
    fn parsing_and_writing_is_the_identity(text in expression()) {
        let edtf = Edtf::parse(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
        prop_assert_eq!(edtf.to_string(), &text[..]);
        prop_assert!(edtf.level() <= 2);
        let (earliest, latest) = (edtf.bounds().earliest, edtf.bounds().latest);
        prop_assert!(earliest.zip(latest).is_none_or(|(a, b)| a <= b));
    }

    #[test]
    fn qualifiers_do_not_move_bounds(text in expression()) {
        let bare = text.replace(['?', '~', '%'], "");
        prop_assert_eq!(Edtf::parse(&text).unwrap().bounds(), Edtf::parse(&bare).unwrap().bounds());
    }

    #[test]
    fn a_set_or_an_interval_reaches_at_least_as_far_as_its_dates(a in date(), b in date()) {
        let [first, second] = [&a, &b].map(|text| Edtf::parse(text).unwrap().bounds());
        let set = Edtf::parse(&format!("[{a},{b}]")).unwrap().bounds();
        prop_assert_eq!(set.earliest, first.earliest.min(second.earliest));
        prop_assert_eq!(set.latest, first.latest.max(second.latest));
        if let Ok(interval) = Edtf::parse(&format!("{a}/{b}")) {
            prop_assert_eq!(interval.bounds().earliest, first.earliest);
            prop_assert_eq!(interval.bounds().latest, second.latest);
        }
    }

    #[test]
    fn a_changed_character_never_panics(text in expression(), at in any::<prop::sample::Index>(), c in any::<char>()) {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        chars[at] = c;
        parses_in_time(&chars.into_iter().collect::<String>())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_panics_or_takes_long(text in prop::collection::vec(any::<char>(), 0..10_000)) {
        parses_in_time(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn no_heap_of_edtf_characters_panics_or_takes_long(text in soup()) {
        parses_in_time(&text)?;
    }
}

#[test]
fn the_longest_texts_are_read_in_time() {
    for text in [
        "9".repeat(10_000),
        "X".repeat(10_000),
        "[".repeat(10_000),
        "?".repeat(10_000),
        format!("Y{}", "9".repeat(9_999)),
        format!("Y1E{}", "9".repeat(9_997)),
        format!("1950S{}", "9".repeat(9_995)),
        format!("[{}]", vec!["XXX1-02-29"; 900].join(",")),
        format!("[{}]", vec!["XXXX-XX-31"; 900].join(",")),
        format!("{{{}}}", vec!["1985-04-12?"; 800].join(",")),
        format!("[{}]", vec!["19XX-02-2X"; 900].join(",")),
        format!("[{}]", vec!["1X10-02-29,1984"; 600].join(",")),
    ] {
        parses_in_time(&text).unwrap();
    }
}

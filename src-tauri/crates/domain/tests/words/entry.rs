//! Events in one line: what is read as the date, the title, the tags and the kind.

use docketline_domain::vocabulary::EventKind;
use docketline_domain::words::{Entry, EntryDate, Reading, read_entry};
use proptest::prelude::*;

/// The date as EDTF, or both of them, or what is wrong.
fn date(entry: &Entry) -> String {
    match &entry.date {
        EntryDate::Read { reading, .. } => match reading {
            Reading::One(date) => date.to_string(),
            Reading::Ambiguous(dates) => {
                let dates: Vec<&str> = dates.iter().map(|date| date.as_str()).collect();
                dates.join(" or ")
            }
            Reading::Invalid(error) => error.to_string(),
        },
        EntryDate::Invalid { text, .. } => format!("invalid: {text}"),
        EntryDate::Missing => "none".to_owned(),
    }
}

#[test]
fn a_line_is_a_date_a_title_and_tags() {
    for (line, on, title, tags) in [
        (
            "14 July 2016 Second Circuit reverses #appeal",
            "2016-07-14",
            "Second Circuit reverses",
            vec!["appeal"],
        ),
        (
            "#appeal 14 July 2016 Second Circuit reverses",
            "2016-07-14",
            "Second Circuit reverses",
            vec!["appeal"],
        ),
        (
            "14 July 2016 #appeal Second Circuit reverses",
            "2016-07-14",
            "Second Circuit reverses",
            vec!["appeal"],
        ),
        (
            "July 14, 2016: Second Circuit reverses",
            "2016-07-14",
            "Second Circuit reverses",
            vec![],
        ),
        (
            "14 July 2016 – Second Circuit reverses",
            "2016-07-14",
            "Second Circuit reverses",
            vec![],
        ),
        (
            "2016-07-14 - Second Circuit reverses",
            "2016-07-14",
            "Second Circuit reverses",
            vec![],
        ),
        (
            "2016-07-14~ Second Circuit reverses",
            "2016-07-14~",
            "Second Circuit reverses",
            vec![],
        ),
        (
            "Second Circuit reverses, 14 July 2016",
            "2016-07-14",
            "Second Circuit reverses",
            vec![],
        ),
        (
            "Second Circuit reverses on 14 July 2016 #appeal",
            "2016-07-14",
            "Second Circuit reverses",
            vec!["appeal"],
        ),
        (
            "14 July 2016 on remand, the warrant is quashed",
            "2016-07-14",
            "on remand, the warrant is quashed",
            vec![],
        ),
        (
            "about June 2014 Talks begin",
            "2014-06~",
            "Talks begin",
            vec![],
        ),
        ("summer 2014 Talks", "2014-22", "Talks", vec![]),
        (
            "2014 to 2016 Negotiations",
            "2014/2016",
            "Negotiations",
            vec![],
        ),
        (
            "between 1 and 12 August 2014 Notice of appeal",
            "[2014-08-01..2014-08-12]",
            "Notice of appeal",
            vec![],
        ),
        ("2014/.. Monitoring", "2014/..", "Monitoring", vec![]),
        ("In 2016 the court sits", "2016", "the court sits", vec![]),
        (
            "4/7/2016 Order",
            "2016-07-04 or 2016-04-07",
            "Order",
            vec![],
        ),
        ("14/7/2016 Order", "2016-07-14", "Order", vec![]),
        (
            "14 July 2016 Dkt. #57 is filed",
            "2016-07-14",
            "Dkt. #57 is filed",
            vec![],
        ),
        (
            "14 July 2016 Ruling #\"Surveillance reform\" here",
            "2016-07-14",
            "Ruling here",
            vec!["Surveillance reform"],
        ),
        (
            "14 July 2016 Ruling #appeal #case",
            "2016-07-14",
            "Ruling",
            vec!["appeal", "case"],
        ),
        ("14 July 2016", "2016-07-14", "", vec![]),
        (
            "Stored Communications Act of 1986",
            "none",
            "Stored Communications Act of 1986",
            vec![],
        ),
        (
            "Second Circuit reverses",
            "none",
            "Second Circuit reverses",
            vec![],
        ),
        ("", "none", "", vec![]),
        ("#appeal", "none", "", vec!["appeal"]),
        ("C#sharp and #", "none", "C#sharp and #", vec![]),
        (
            "31 June 2016 Ruling",
            "invalid: 31 June 2016",
            "Ruling",
            vec![],
        ),
        ("14 July Ruling", "invalid: 14 July", "Ruling", vec![]),
        ("Five judges dissent", "none", "Five judges dissent", vec![]),
    ] {
        let entry = read_entry(line);
        assert_eq!(date(&entry), on, "{line}");
        assert_eq!(entry.title, title, "{line}");
        assert_eq!(entry.tags, tags, "{line}");
    }
}

#[test]
fn a_kind_is_taken_only_from_a_word_that_names_it() {
    use EventKind::{Motion, Order, Warrant};
    for (line, kinds) in [
        ("2014 Motion to vacate", vec![Motion]),
        ("2014 Motion to vacate the Order", vec![Motion, Order]),
        ("2014 The WARRANT is served", vec![Warrant]),
        ("2014 Court orders compliance", vec![]),
        ("2014 Second Circuit reverses", vec![]),
        ("2014 Some other matter", vec![]),
        ("2014 Reordering", vec![]),
    ] {
        assert_eq!(read_entry(line).kinds, kinds, "{line}");
    }
}

proptest! {
    #[test]
    fn no_line_is_too_strange(line in "\\PC{0,200}") {
        let entry = read_entry(&line);
        prop_assert_eq!(entry.title.trim(), entry.title.as_str());
    }

    #[test]
    fn every_day_is_found_before_and_after_a_title(number in -300_000_i64..60_000) {
        let day = docketline_domain::Day(number);
        let words = docketline_domain::Edtf::parse(&day.to_string()).map(|date| date.to_words());
        let words = words.unwrap_or_default();
        for line in [format!("{words} Court sits"), format!("{words}: Court sits"), format!("Court sits, {words}")] {
            let entry = read_entry(&line);
            prop_assert_eq!(date(&entry), day.to_string(), "{}", line);
            prop_assert_eq!(entry.title.as_str(), "Court sits", "{}", line);
        }
    }
}

//! One date in words.

use super::names::{self, ORDINALS};
use crate::edtf::{
    Component, Date, DateTime, Digits, Hemisphere, Qualifier, Quarter, Season, Year, Zone,
};

impl Date {
    pub fn to_words(&self) -> String {
        let phrase = self.unqualified();
        let parts = self.qualifiers();
        let whole = parts[0].1;
        if parts.iter().all(|(_, qualifier)| *qualifier == whole) {
            qualified(phrase, whole, self.takes_about())
        } else {
            remark(phrase, &part_remarks(&parts))
        }
    }

    /// Its words without what is said about its certainty.
    pub(super) fn unqualified(&self) -> String {
        match *self {
            Self::Year(year, _) => year_words(year),
            Self::Season(year, season, _) => season_words(year.digits, season),
            Self::Month(year, month) => month_words(year.digits, month.digits),
            Self::Day(year, month, day) => day_words(year.digits, month.digits, day.digits),
        }
    }

    /// The names of its components and the qualification that each carries.
    fn qualifiers(&self) -> Vec<(&'static str, Qualifier)> {
        match *self {
            Self::Year(_, qualifier) => vec![("year", qualifier)],
            Self::Season(year, season, qualifier) => {
                let name = match season {
                    Season::Quarter(..) => "season",
                    _ => "part",
                };
                vec![("year", year.qualifier), (name, qualifier)]
            }
            Self::Month(year, month) => {
                vec![("year", year.qualifier), ("month", month.qualifier)]
            }
            Self::Day(year, month, day) => vec![
                ("year", year.qualifier),
                ("month", month.qualifier),
                ("day", day.qualifier),
            ],
        }
    }

    /// "about" can stand before its words. It cannot before "some day in April 1985".
    fn takes_about(&self) -> bool {
        let known = |year: Component<4>| !year.digits.is_masked();
        match *self {
            Self::Year(Year::Plain(digits), _) => !digits.is_masked() || decade(digits).is_some(),
            Self::Year(Year::Long(_), _) => true,
            Self::Year(Year::Significant { .. }, _) => false,
            Self::Season(year, _, _) => known(year),
            Self::Month(year, month) => known(year) && !month.digits.is_masked(),
            Self::Day(year, month, day) => {
                known(year) && !month.digits.is_masked() && !day.digits.is_masked()
            }
        }
    }
}

impl DateTime {
    pub(super) fn to_words(self) -> String {
        let (year, month, day) = self.day.civil();
        let date = format!(
            "{day} {} {}",
            names::month(i64::from(month)),
            names::year(year)
        );
        let time = names::time(self.hour, self.minute, self.second);
        let zone = match self.zone {
            None => String::new(),
            Some(Zone::Utc) => " UTC".to_owned(),
            Some(Zone::Shift(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                format!(" (UTC{sign}{:02}:{:02})", minutes / 60, minutes % 60)
            }
        };
        format!("{date} at {time}{zone}")
    }
}

/// Words with a qualification that holds for all of them.
fn qualified(phrase: String, qualifier: Qualifier, takes_about: bool) -> String {
    let phrase = if qualifier.approximate && takes_about {
        format!("about {phrase}")
    } else {
        phrase
    };
    let rest = Qualifier {
        approximate: qualifier.approximate && !takes_about,
        ..qualifier
    };
    match qualifier_words(rest) {
        Some(words) => remark(phrase, words),
        None => phrase,
    }
}

/// "year uncertain, day approximate"; components that agree are named together.
fn part_remarks(parts: &[(&'static str, Qualifier)]) -> String {
    let mut remarks: Vec<(Vec<String>, Qualifier)> = Vec::new();
    for &(name, qualifier) in parts.iter().filter(|(_, qualifier)| !qualifier.is_none()) {
        match remarks.iter_mut().find(|(_, said)| *said == qualifier) {
            Some((names, _)) => names.push(name.to_owned()),
            None => remarks.push((vec![name.to_owned()], qualifier)),
        }
    }
    let remarks: Vec<String> = remarks
        .into_iter()
        .filter_map(|(parts, qualifier)| {
            Some(format!(
                "{} {}",
                names::list(&parts, "and"),
                qualifier_words(qualifier)?
            ))
        })
        .collect();
    remarks.join(", ")
}

fn qualifier_words(qualifier: Qualifier) -> Option<&'static str> {
    match (qualifier.uncertain, qualifier.approximate) {
        (false, false) => None,
        (true, false) => Some("uncertain"),
        (false, true) => Some("approximate"),
        (true, true) => Some("uncertain and approximate"),
    }
}

/// Adds to a remark in brackets at the end, or begins one.
fn remark(mut phrase: String, words: &str) -> String {
    if phrase.ends_with(')') {
        phrase.pop();
        phrase.push_str(", ");
    } else {
        phrase.push_str(" (");
    }
    phrase.push_str(words);
    phrase.push(')');
    phrase
}

fn year_words(year: Year) -> String {
    match year {
        Year::Plain(digits) => plain_year_words(digits),
        Year::Long(year) => format!("the year {}", names::year(year)),
        Year::Significant {
            estimate,
            first,
            last,
        } if first == last => names::year(estimate),
        Year::Significant {
            estimate,
            first,
            last,
        } => format!(
            "about {} (between {})",
            names::year(estimate),
            names::years(first, "and", last)
        ),
    }
}

fn plain_year_words(digits: Digits<4>) -> String {
    if let Some(year) = digits.known() {
        return names::year(year);
    }
    if let Some(decade) = decade(digits) {
        return decade;
    }
    let (first, last) = Year::Plain(digits).span();
    match digits {
        Digits::Masked(all) if all.iter().all(Option::is_none) => "an unknown year".to_owned(),
        Digits::Masked(mixed) if mixed.is_sorted_by_key(|digit| digit.is_none()) => {
            format!("some year from {}", names::years(first, "to", last))
        }
        Digits::Masked(mixed) => {
            let form: String = mixed
                .iter()
                .map(|digit| digit.map_or('X', |digit| char::from(b'0' + digit)))
                .collect();
            format!("a year of the form {form}")
        }
        Digits::Known(year) => names::year(year),
    }
}

/// "the 1990s", where that cannot be mistaken for a century.
fn decade(digits: Digits<4>) -> Option<String> {
    match digits {
        Digits::Masked(
            [
                Some(thousands @ 1..),
                Some(hundreds),
                Some(tens @ 1..),
                None,
            ],
        ) => Some(format!("the {thousands}{hundreds}{tens}0s")),
        _ => None,
    }
}

/// A year after the name of a month or a season: " 2014", " in the 1560s".
fn of_year(digits: Digits<4>) -> String {
    match digits.known() {
        Some(year) => format!(" {}", names::year(year)),
        None => format!(" in {}", plain_year_words(digits)),
    }
}

fn season_words(year: Digits<4>, season: Season) -> String {
    let ordinal = |number: u8| ORDINALS[usize::from(number - 1) % ORDINALS.len()];
    let part = match season {
        Season::Quarter(quarter, hemisphere) => {
            return quarter_words(year, season, quarter, hemisphere);
        }
        Season::CalendarQuarter(number) => format!("the {} quarter", ordinal(number)),
        Season::Quadrimester(number) => format!("the {} third", ordinal(number)),
        Season::Half(number) => format!("the {} half", ordinal(number)),
    };
    match decade(year) {
        Some(decade) => format!("{part} of a year in {decade}"),
        None => format!("{part} of {}", plain_year_words(year)),
    }
}

fn quarter_words(
    year: Digits<4>,
    season: Season,
    quarter: Quarter,
    hemisphere: Option<Hemisphere>,
) -> String {
    let name = match quarter {
        Quarter::Spring => "spring",
        Quarter::Summer => "summer",
        Quarter::Autumn => "autumn",
        Quarter::Winter => "winter",
    };
    let (first_month, months) = season.months();
    let year = match year.known() {
        // "winter 2014" would leave open which winter it is.
        Some(year) if first_month + months > 13 => match (year + 1) % 100 {
            next @ 1.. if year >= 1000 => format!(" {year}–{next:02}"),
            _ if year >= 1000 => format!(" {year}–{}", year + 1),
            _ => format!(" {}", names::years(year, "to", year + 1)),
        },
        _ => of_year(year),
    };
    match hemisphere {
        None => format!("{name}{year}"),
        Some(Hemisphere::Northern) => format!("{name}{year} (northern hemisphere)"),
        Some(Hemisphere::Southern) => format!("{name}{year} (southern hemisphere)"),
    }
}

/// Which of several it was: all of them, one, or some.
enum Choice {
    Any,
    One(i64),
    Some(Vec<i64>),
}

impl Choice {
    fn of<const N: usize>(digits: Digits<N>, fitting: impl Iterator<Item = i64>) -> Self {
        let fitting: Vec<i64> = fitting.filter(|&number| digits.allows(number)).collect();
        match fitting[..] {
            [only] => Self::One(only),
            _ if digits.is_blank() => Self::Any,
            _ => Self::Some(fitting),
        }
    }
}

/// "10, 11 or 12"; more than three in a row are "… from 1 to 9".
fn choice_words(numbers: &[i64], name: impl Fn(i64) -> String, row: &str) -> String {
    match numbers {
        [first, .., last] if numbers.len() > 3 && last - first == numbers.len() as i64 - 1 => {
            format!("{row} from {} to {}", name(*first), name(*last))
        }
        _ => {
            let names: Vec<String> = numbers.iter().map(|&number| name(number)).collect();
            names::list(&names, "or")
        }
    }
}

fn month_name(month: i64) -> String {
    names::month(month).to_owned()
}

fn month_words(year: Digits<4>, month: Digits<2>) -> String {
    match Choice::of(month, 1..=12) {
        Choice::One(month) => format!("{}{}", names::month(month), of_year(year)),
        Choice::Any => format!("some month{}", in_year(year)),
        Choice::Some(months) => {
            format!(
                "{}{}",
                choice_words(&months, month_name, "a month"),
                of_year(year)
            )
        }
    }
}

/// " in 2014", " in the 1560s".
fn in_year(year: Digits<4>) -> String {
    format!(" in {}", plain_year_words(year))
}

fn day_words(year: Digits<4>, month: Digits<2>, day: Digits<2>) -> String {
    // A year that is not known may be a leap year.
    let calendar_year = year.known().unwrap_or(2000);
    let days_in = |month: i64| {
        // Months are 1 to 12 here.
        i64::from(crate::day::days_in_month(calendar_year, month as u8).unwrap_or(0))
    };
    let has_a_day = |&month: &i64| (1..=days_in(month)).any(|number| day.allows(number));
    let months = Choice::of(month, (1..=12).filter(has_a_day));
    let longest = match &months {
        Choice::One(month) => days_in(*month),
        Choice::Some(months) => months
            .iter()
            .map(|&month| days_in(month))
            .max()
            .unwrap_or(31),
        Choice::Any => 31,
    };
    let days = Choice::of(day, 1..=longest);

    // "14 July 2016", "some day in April 1985", "some day from 10 to 19 April 1985".
    let (months, place) = match months {
        Choice::One(month) => {
            let month = format!("{}{}", names::month(month), of_year(year));
            return match days {
                Choice::One(day) => format!("{day} {month}"),
                Choice::Any => format!("some day in {month}"),
                Choice::Some(days) => {
                    format!(
                        "{} {month}",
                        choice_words(&days, |day| day.to_string(), "some day")
                    )
                }
            };
        }
        Choice::Any => ("some month".to_owned(), in_year(year)),
        Choice::Some(months) => (choice_words(&months, month_name, "a month"), of_year(year)),
    };
    // "the 25th of some month in 1985", "some day in February or December 1985".
    let ordinals = |day: i64| format!("the {}", names::ordinal(day));
    match days {
        Choice::Any if months == "some month" => format!("some day{place}"),
        Choice::Any => format!("some day in {months}{place}"),
        Choice::One(day) => format!("{} of {months}{place}", ordinals(day)),
        Choice::Some(days) => {
            format!(
                "{} of {months}{place}",
                choice_words(&days, ordinals, "some day")
            )
        }
    }
}

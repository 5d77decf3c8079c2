//! The words and numerals that dates are made of.

use std::fmt::Write as _;

/// In the order of the calendar.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// From Monday on.
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

/// `month` is 1 to 12.
pub(super) fn month(month: i64) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| MONTHS.get(index).copied())
        .unwrap_or("an unknown month")
}

/// "1st", "2nd", "3rd", "11th".
pub(super) fn ordinal(number: i64) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "2014", "44 BC" (year -43: astronomical numbering has a year 0), "79 AD", "170,000,002".
pub(super) fn year(year: i64) -> String {
    let mut words = numeral(year);
    if let Some(era) = era(year) {
        words.push(' ');
        words.push_str(era);
    }
    words
}

/// "1990 to 1995", "100 to 44 BC", "27 BC to 14 AD", with any other word for "to".
pub(super) fn years(first: i64, to: &str, last: i64) -> String {
    if era(first) == era(last) {
        format!("{} {to} {}", numeral(first), year(last))
    } else {
        format!("{} {to} {}", year(first), year(last))
    }
}

/// What a year needs so that its numeral is not mistaken for something else.
fn era(year: i64) -> Option<&'static str> {
    match year {
        ..=0 => Some("BC"),
        1..=999 => Some("AD"),
        _ => None,
    }
}

/// The numeral before the era, in groups of three from five digits on.
fn numeral(year: i64) -> String {
    let number = if year <= 0 { 1 - year } else { year };
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "09:30", "09:30:15".
pub(super) fn time(hour: u8, minute: u8, second: u8) -> String {
    let mut words = format!("{hour:02}:{minute:02}");
    if second != 0 {
        // Writing to a string cannot fail.
        let _ = write!(words, ":{second:02}");
    }
    words
}

/// "a", "a or b", "a, b or c".
pub(super) fn list(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [init @ .., end] => format!("{} {last} {end}", init.join(", ")),
    }
}

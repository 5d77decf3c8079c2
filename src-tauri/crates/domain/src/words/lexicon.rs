//! The English words that dates are written with.

use super::names::{MONTHS, WEEKDAYS};

pub(super) const APPROXIMATE: [&str; 8] = [
    "about",
    "approximately",
    "approx",
    "around",
    "c",
    "ca",
    "circa",
    "roughly",
];
pub(super) const UNCERTAIN: [&str; 4] = ["maybe", "perhaps", "possibly", "probably"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
/// They stand before a date without changing it.
pub(super) const FILLERS: [&str; 5] = ["the", "in", "on", "during", "year"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    BeforeChrist,
    AnnoDomini,
}

pub(super) fn era(word: Option<&str>) -> Option<Era> {
    match word? {
        "bc" | "bce" => Some(Era::BeforeChrist),
        "ad" | "ce" => Some(Era::AnnoDomini),
        _ => None,
    }
}

pub(super) fn is_moving(word: &str) -> bool {
    ["now", "today", "yesterday", "tomorrow"].contains(&word)
}

pub(super) fn is_part(word: &str) -> bool {
    ["quarter", "third", "half"].contains(&word)
}

/// An English name or its first three letters, or "Sept". 1 is January.
pub(super) fn month_named(word: &str) -> Option<u8> {
    let index = MONTHS
        .iter()
        .position(|month| is_name(word, month) || word == "sept" && *month == "September")?;
    u8::try_from(index + 1).ok()
}

/// 0 is spring.
pub(super) fn season_named(word: &str) -> Option<u8> {
    let name = if word == "fall" { "autumn" } else { word };
    let index = SEASONS.iter().position(|season| *season == name)?;
    u8::try_from(index).ok()
}

/// 0 is Monday.
pub(super) fn weekday_named(word: &str) -> Option<u8> {
    let word = match word {
        "tues" => "tue",
        "thur" | "thurs" => "thu",
        _ => word,
    };
    let index = WEEKDAYS.iter().position(|day| is_name(word, day))?;
    u8::try_from(index).ok()
}

fn is_name(word: &str, name: &str) -> bool {
    name.eq_ignore_ascii_case(word)
        || word.len() == 3
            && name
                .get(..3)
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

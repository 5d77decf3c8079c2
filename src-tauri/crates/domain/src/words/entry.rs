//! An event in one line: "14 July 2016 Second Circuit reverses #appeal".

use super::lexicon::{APPROXIMATE, FILLERS, month_named, season_named, weekday_named};
use super::read::{Reading, read_date};
use crate::edtf::EdtfError;
use crate::vocabulary::EventKind;

/// What a line says of an event. Nothing is guessed: what it does not say is left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub date: EntryDate,
    /// What is left without the date and the tags; may be empty.
    pub title: String,
    /// The words with a `#`, without it, in order.
    pub tags: Vec<String>,
    /// The kinds that the title names, each once, in order.
    pub kinds: Vec<EventKind>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryDate {
    /// The words that are the date, and how they are read; never invalid.
    Read { text: String, reading: Reading },
    /// It begins like a date, and is none.
    Invalid { text: String, error: EdtfError },
    /// No date is at either end.
    Missing,
}

/// More words than this are no date.
const MOST_WORDS: usize = 16;

/// Reads a line. The date stands at its beginning or, failing that, at its end: as many
/// words as make a date. Tags stand anywhere; one of several words is written
/// `#"Surveillance reform"`. A number is no tag, so that "Dkt. #57" stays in the title.
///
/// Takes time in proportion to the length of the line.
pub fn read_entry(line: &str) -> Entry {
    let (rest, tags) = take_tags(line);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let (date, title) = take_date(&words);
    let title = trim_signs(&title.join(" ")).to_owned();
    Entry {
        kinds: kinds_in(&title),
        date,
        title,
        tags,
    }
}

fn take_date<'w>(words: &[&'w str]) -> (EntryDate, Vec<&'w str>) {
    let most = words.len().min(MOST_WORDS);
    for count in (1..=most).rev() {
        let (head, tail) = words.split_at(count);
        // "14 July 2016 on remand": the court was on remand, not on from that day.
        let is_open = head.last().is_some_and(|word| *word == "on") && !tail.is_empty();
        if let Some(date) = date_of(head).filter(|_| !is_open) {
            return (date, tail.to_vec());
        }
    }
    for count in (1..=most).rev() {
        let (head, tail) = words.split_at(words.len() - count);
        // "Act of 1986", "Doe v. 1990": the number belongs to the name.
        let is_name = head.last().is_some_and(|word| {
            ["of", "no.", "nr.", "v.", "vs.", "section", "§"]
                .contains(&word.to_lowercase().as_str())
        });
        if let Some(date) = date_of(tail).filter(|_| !is_name && !head.is_empty()) {
            return (date, head.to_vec());
        }
    }
    let meant = words.iter().take_while(|word| is_of_date(word)).count();
    let (head, tail) = words.split_at(meant);
    let text = head.join(" ");
    match read_date(&text) {
        Reading::Invalid(error) if text.contains(|c: char| c.is_ascii_digit()) => {
            (EntryDate::Invalid { text, error }, tail.to_vec())
        }
        _ => (EntryDate::Missing, words.to_vec()),
    }
}

/// These words as a date, with or without the sign that sets it off.
fn date_of(words: &[&str]) -> Option<EntryDate> {
    let whole = words.join(" ");
    [whole.as_str(), trim_signs(&whole)]
        .into_iter()
        .filter(|text| text.contains(|c: char| c.is_ascii_digit()))
        .map(|text| (text, read_date(text)))
        .find(|(_, reading)| !matches!(reading, Reading::Invalid(_)))
        .map(|(text, reading)| EntryDate::Read {
            text: text.to_owned(),
            reading,
        })
}

fn trim_signs(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || [':', ';', ',', '-', '–', '—'].contains(&c))
}

/// Whether a writer who writes this word first means a date.
fn is_of_date(word: &str) -> bool {
    let plain = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let plain = plain.as_str();
    plain.starts_with(|c: char| c.is_ascii_digit())
        || month_named(plain).is_some()
        || season_named(plain).is_some()
        || weekday_named(plain).is_some()
        || APPROXIMATE.contains(&plain)
        || FILLERS.contains(&plain)
}

/// The line without its tags, and these.
fn take_tags(line: &str) -> (String, Vec<String>) {
    let mut rest = String::with_capacity(line.len());
    let mut tags = Vec::new();
    let mut left = line;
    while let Some(at) = left.find('#') {
        let (before, from) = left.split_at(at);
        let after = &from[1..];
        rest.push_str(before);
        let begins_word =
            before.is_empty() && rest.is_empty() || rest.ends_with(char::is_whitespace);
        let quoted = after
            .strip_prefix('"')
            .and_then(|text| text.split_once('"'));
        let (tag, end) = match quoted {
            Some((tag, end)) => (tag.trim(), end),
            None => {
                let end = after.find(char::is_whitespace).unwrap_or(after.len());
                let word = after[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
                (word, &after[word.len()..])
            }
        };
        if begins_word && tag.starts_with(char::is_alphabetic) {
            tags.push(tag.to_owned());
            left = end;
        } else {
            rest.push('#');
            left = after;
        }
    }
    rest.push_str(left);
    (rest, tags)
}

/// The kinds whose very names stand in a title.
fn kinds_in(title: &str) -> Vec<EventKind> {
    let mut kinds = Vec::new();
    for word in title.split(|c: char| !c.is_alphanumeric()) {
        let kind = word.to_lowercase().parse::<EventKind>().ok();
        let named = kind.filter(|kind| *kind != EventKind::Other && !kinds.contains(kind));
        kinds.extend(named);
    }
    kinds
}

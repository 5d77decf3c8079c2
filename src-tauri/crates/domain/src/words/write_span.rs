//! Intervals and sets in words.

use super::names;
use crate::edtf::{Date, Interval, IntervalEnd, Member, Set, SetKind, Year};

impl Interval {
    pub(super) fn to_words(self) -> String {
        use IntervalEnd::{Beyond, On, Open, Unknown};
        match (self.start, self.end) {
            (On(start), On(end)) if start == end => {
                format!("in the course of {}", start.to_words())
            }
            (On(start), On(end)) => between(&start, "to", &end),
            (On(start), Beyond(end)) => {
                format!("{} to {} or later", start.to_words(), end.to_words())
            }
            (Beyond(start), On(end)) => {
                format!("from {} or earlier to {}", start.to_words(), end.to_words())
            }
            (Beyond(start), Beyond(end)) => format!(
                "from {} or earlier to {} or later",
                start.to_words(),
                end.to_words()
            ),
            (On(start), Open) => format!("from {} on", start.to_words()),
            (On(start), Unknown) => format!("from {}, end unknown", start.to_words()),
            (Beyond(start), Open) => format!("from {} or earlier on", start.to_words()),
            (Beyond(start), Unknown) => {
                format!("from {} or earlier, end unknown", start.to_words())
            }
            (Open, On(end)) => format!("until {}", end.to_words()),
            (Open, Beyond(end)) => format!("until {} or later", end.to_words()),
            (Unknown, On(end)) => format!("until {}, beginning unknown", end.to_words()),
            (Unknown, Beyond(end)) => {
                format!("until {} or later, beginning unknown", end.to_words())
            }
            // The parser refuses an interval without a date.
            (Open | Unknown, Open | Unknown) => "at an unknown time".to_owned(),
        }
    }
}

impl Set {
    pub(super) fn to_words(&self) -> String {
        let one_of = self.kind == SetKind::OneOf;
        if let [Member::Range(from, to)] = &self.members[..] {
            return if one_of {
                format!("between {}", between(from, "and", to))
            } else {
                format!(
                    "every {} from {}",
                    from.precision().as_str(),
                    between(from, "to", to)
                )
            };
        }
        let (joined, outwards) = if one_of { ("or", "or") } else { ("and", "and") };
        let words: Vec<String> = self
            .members
            .iter()
            .map(|member| match member {
                Member::Date(date) => date.to_words(),
                Member::Range(from, to) => between(from, "to", to),
                Member::Until(date) => format!("{} {outwards} earlier", date.to_words()),
                Member::From(date) => format!("{} {outwards} later", date.to_words()),
            })
            .collect();
        // A comma keeps "or later" apart from the "or" of the list.
        let nested = words.len() > 1
            && self
                .members
                .iter()
                .any(|member| matches!(member, Member::Until(_) | Member::From(_)));
        match &words[..] {
            [init @ .., last] if nested => format!("{}, {joined} {last}", init.join(", ")),
            words => names::list(words, joined),
        }
    }
}

/// "18 to 19 June 2013", "29 August to 8 September 2014", "June to August 2014": what the
/// two dates share is said once, with any other word for "to".
fn between(from: &Date, to: &str, end: &Date) -> String {
    compact(from, to, end).unwrap_or_else(|| format!("{} {to} {}", from.to_words(), end.to_words()))
}

/// `None` when they share nothing, or more is to be said of one of them.
fn compact(from: &Date, to: &str, end: &Date) -> Option<String> {
    if !from.is_plain() || !end.is_plain() {
        return None;
    }
    match (from, end) {
        (Date::Day(y1, m1, d1), Date::Day(y2, m2, d2)) if y1 == y2 => {
            let year = names::year(y1.digits.known()?);
            let (d1, d2) = (d1.digits.known()?, d2.digits.known()?);
            let (m1, m2) = (m1.digits.known()?, m2.digits.known()?);
            Some(if m1 == m2 {
                format!("{d1} {to} {d2} {} {year}", names::month(m1))
            } else {
                format!(
                    "{d1} {} {to} {d2} {} {year}",
                    names::month(m1),
                    names::month(m2)
                )
            })
        }
        (Date::Month(y1, m1), Date::Month(y2, m2)) if y1 == y2 => Some(format!(
            "{} {to} {} {}",
            names::month(m1.digits.known()?),
            names::month(m2.digits.known()?),
            names::year(y1.digits.known()?)
        )),
        (Date::Year(Year::Plain(y1), _), Date::Year(Year::Plain(y2), _)) => {
            Some(names::years(y1.known()?, to, y2.known()?))
        }
        _ => None,
    }
}

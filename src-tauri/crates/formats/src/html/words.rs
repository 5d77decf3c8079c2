//! The words that the page has for the closed lists.

use docketline_domain::vocabulary::{Basis, Confidence, EventKind, RelationType, Shape};

/// What the earlier named event does to the later named one.
pub fn act(relation: RelationType) -> &'static str {
    match relation {
        RelationType::Affirms => "affirms",
        RelationType::Reverses => "reverses",
        RelationType::Vacates => "vacates",
        RelationType::Quashes => "quashes",
        RelationType::Stays => "stays",
        RelationType::LiftsStay => "lifts the stay of",
        RelationType::Moots => "moots",
        RelationType::Supersedes => "supersedes",
        RelationType::Withdraws => "withdraws",
        RelationType::Invalidates => "invalidates",
        RelationType::Repeals => "repeals",
        RelationType::Reinstates => "reinstates",
        RelationType::AppealsFrom => "appeals from",
        RelationType::DeniesReview => "denies review of",
        RelationType::DismissesAppeal => "dismisses appeal from",
        RelationType::RespondsTo => "responds to",
        RelationType::Follows => "follows",
        RelationType::Cites => "cites",
        RelationType::Enacts => "enacts",
        RelationType::Amends => "amends",
    }
}

/// The same, told from the event that it was done to.
pub fn acted(relation: RelationType) -> &'static str {
    match relation {
        RelationType::Affirms => "affirmed by",
        RelationType::Reverses => "reversed by",
        RelationType::Vacates => "vacated by",
        RelationType::Quashes => "quashed by",
        RelationType::Stays => "stayed by",
        RelationType::LiftsStay => "stay lifted by",
        RelationType::Moots => "mooted by",
        RelationType::Supersedes => "superseded by",
        RelationType::Withdraws => "withdrawn by",
        RelationType::Invalidates => "invalidated by",
        RelationType::Repeals => "repealed by",
        RelationType::Reinstates => "reinstated by",
        RelationType::AppealsFrom => "appealed by",
        RelationType::DeniesReview => "review denied by",
        RelationType::DismissesAppeal => "appeal dismissed by",
        RelationType::RespondsTo => "answered by",
        RelationType::Follows => "followed by",
        RelationType::Cites => "cited by",
        RelationType::Enacts => "enacted by",
        RelationType::Amends => "amended by",
    }
}

pub fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Warrant => "Warrant",
        EventKind::Order => "Order",
        EventKind::Ruling => "Ruling",
        EventKind::Contempt => "Contempt",
        EventKind::Opinion => "Opinion",
        EventKind::Statute => "Statute",
        EventKind::Regulation => "Regulation",
        EventKind::Agreement => "Agreement",
        EventKind::Bill => "Bill",
        EventKind::Petition => "Petition",
        EventKind::Appeal => "Appeal",
        EventKind::Motion => "Motion",
        EventKind::Filing => "Filing",
        EventKind::Argument => "Argument",
        EventKind::Letter => "Letter",
        EventKind::Statement => "Statement",
        EventKind::Disclosure => "Disclosure",
        EventKind::Other => "Other",
    }
}

pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Confirmed => "read in a listed source",
        Confidence::Known => "own knowledge, not read",
    }
}

pub fn confidence_meaning(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Confirmed => "the author of the casebook read it in a source listed here",
        Confidence::Known => "the author knows it and has not read it in a source listed here",
    }
}

pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Read => "read",
        Basis::Editorial => "editor’s link",
        Basis::Known => "own knowledge",
    }
}

/// The class of the mark in the style sheet.
pub fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Diamond => "diamond",
        Shape::Square => "square",
        Shape::HollowSquare => "hollow-square",
        Shape::Triangle => "triangle",
        Shape::Circle => "circle",
    }
}

/// "1 event", "1,204 events".
pub fn count(number: usize, one: &str, many: &str) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {}", if number == 1 { one } else { many })
}

/// A year as people write it; year 0 is 1 BC.
pub fn year(year: i64) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BC", 1 - year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The interface's own words, "act-reverses = reverses" and so on.
    const INTERFACE: &str = include_str!("../../../../../assets/i18n/en.ftl");

    #[test]
    fn the_page_calls_things_what_the_window_calls_them() {
        let same = |key: String, word: &str| {
            let line = format!("\n{key} = {word}\n");
            assert!(INTERFACE.contains(&line), "the interface has not:{line}");
        };
        for relation in RelationType::ALL {
            same(format!("act-{relation}"), act(*relation));
            same(format!("acted-{relation}"), acted(*relation));
        }
        for each in EventKind::ALL {
            same(format!("kind-{each}"), kind(*each));
        }
        for each in Confidence::ALL {
            same(format!("confidence-{each}"), confidence(*each));
        }
        for each in Basis::ALL {
            same(format!("basis-{each}"), basis(*each));
        }
    }

    #[test]
    fn numbers_are_counted_and_years_named() {
        for (number, text) in [
            (0, "0 rows"),
            (1, "1 row"),
            (999, "999 rows"),
            (1_234_567, "1,234,567 rows"),
        ] {
            assert_eq!(count(number, "row", "rows"), text);
        }
        for (number, text) in [(2014, "2014"), (1, "1"), (0, "1 BC"), (-43, "44 BC")] {
            assert_eq!(year(number), text);
        }
    }
}

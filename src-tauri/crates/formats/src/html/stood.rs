//! The clocks that a page is told by, and what stood on the day it is told as of.

use super::book::Book;
use super::text::{Link, Text};
use super::when::When;
use docketline_domain::standing::{Case, Certainty, Standing, StandingWord};
use docketline_domain::{Clocks, Day, Edtf};

/// The standing of every instrument that had been issued.
pub struct Stood {
    pub day: String,
    pub rows: Vec<StoodView>,
}

pub struct StoodView {
    pub instrument: Link,
    pub when: When,
    /// "stayed or in force", "quashed in part".
    pub standing: String,
    pub part: Option<Text>,
    /// "under review", perhaps "possibly".
    pub review: Option<&'static str>,
}

/// One sentence for each clock that is set.
pub fn statements(clocks: Clocks) -> Vec<String> {
    let Clocks { as_of, known_on } = clocks;
    let as_of = as_of.map(|day| {
        format!(
            "Told as of {}: what cannot have happened by then is left out.",
            in_words(day)
        )
    });
    let known_on = known_on.map(|day| {
        format!(
            "Told as known on {}: what cannot have been public by then is left out.",
            in_words(day)
        )
    });
    as_of.into_iter().chain(known_on).collect()
}

pub fn on(book: &Book<'_>, day: Day, known_on: Option<Day>) -> Stood {
    let case = Case::from_document(book.document).prepare();
    let standings = case.on(day, known_on);
    Stood {
        day: in_words(day),
        rows: standings
            .iter()
            .filter(|(_, standing)| standing.words() != [StandingWord::NotYetIssued])
            .map(|(event, standing)| {
                let position = event.index();
                StoodView {
                    instrument: book.event_briefly(position),
                    when: When::in_passing(&book.events.rows[position].date),
                    standing: said(standing),
                    part: standing.part().map(|part| book.text(part)),
                    review: match standing.under_review {
                        Certainty::No => None,
                        Certainty::Possibly => Some("possibly under review"),
                        Certainty::Yes => Some("under review"),
                    },
                }
            })
            .collect(),
    }
}

fn said(standing: &Standing) -> String {
    let possible = standing.possible.iter().map(|possibility| {
        let part = if possibility.part.is_some() {
            " in part"
        } else {
            ""
        };
        format!("{}{part}", possibility.word)
    });
    possible.collect::<Vec<_>>().join(" or ")
}

fn in_words(day: Day) -> String {
    let written = day.to_string();
    Edtf::parse(&written).map_or(written, |date| date.to_words())
}

//! What in a casebook a person should look at: contradictions, likely slips and gaps.
//!
//! [`findings`] reads a [`Document`] and changes nothing. Every finding names its
//! [`Rule`], what it is about, and whether it is so or only possible because a date is
//! not exact. Rules speak where the casebook itself is the evidence; where they would
//! have to guess they say nothing, because a list with false alarms is not read.
//!
//! # The rules
//!
//! | rule | found when |
//! |---|---|
//! | `appeal-before-ruling` | an appeal takes effect before what it appeals from exists |
//! | `act-before-target` | any other act that bears on standing does |
//! | `same-day-unordered` | acts of one certain day bear on one target, and no docket sequence says which came first |
//! | `cycle` | events that each follow from the others, through relations other than `cites` |
//! | `act-on-no-instrument` | an act that only an instrument can suffer is aimed at something else |
//! | `lifts-no-stay` | a stay is lifted that was never one |
//! | `ruling-without-disposition` | nothing says what a ruling, opinion or order decided |
//! | `court-does-not-review` | a court acts on the ruling of a court that it does not review |
//! | `end-before-start` | a proceeding, or the stated span of an event, ends before it begins |
//! | `undated` | an event has neither a first nor a last day |
//! | `unsourced` | an event rests on no source |
//! | `probable-duplicate` | two or more events look like one |
//!
//! Each variant of [`Matter`] says exactly when, and why it is worth looking at.
//!
//! # Identity
//!
//! [`Finding::fingerprint`] identifies a finding by its rule, its subjects and what the
//! judgement rests on: the dates compared, the courts named, the titles that look alike.
//! Whoever accepted a finding accepted exactly that, so when one of these changes it is
//! another finding, and open. Changing anything else, a summary or a note, keeps it.

mod acts;
mod courts;
mod cycles;
mod dispositions;
mod duplicates;
mod finding;
mod records;
mod rule;
mod titles;
mod word_lists;

#[cfg(test)]
mod properties;

pub use finding::{ActRef, Alike, EarlyAct, Finding, Matter, Spanning};
pub use rule::{Rule, Severity};

use crate::id::Id;
use crate::model::{Document, Event, Relation};
use std::collections::HashMap;

/// Everything found, by rule in the order of [`Rule::ALL`] and then in the order of the
/// casebook. The cost is O(n log n) in events and relations.
pub fn findings(document: &Document) -> Vec<Finding> {
    let book = Book::new(document);
    let mut findings = acts::findings(&book);
    findings.extend(cycles::findings(&book));
    findings.extend(dispositions::findings(&book));
    findings.extend(courts::findings(&book));
    findings.extend(records::findings(&book));
    findings.extend(duplicates::findings(&book));
    let place = |finding: &Finding| {
        let first = finding.events().first().copied();
        let relation = finding.relations().first().copied();
        (
            first.and_then(|event| book.places.get(event).copied()),
            relation.and_then(|relation| book.relation_places.get(relation).copied()),
        )
    };
    findings.sort_by_cached_key(|finding| (finding.rule(), place(finding)));
    findings
}

/// The document with its records found by identifier.
struct Book<'a> {
    document: &'a Document,
    places: HashMap<&'a Id, usize>,
    relation_places: HashMap<&'a Id, usize>,
}

impl<'a> Book<'a> {
    fn new(document: &'a Document) -> Self {
        let events = document.events.iter().enumerate();
        let relations = document.relations.iter().enumerate();
        Self {
            document,
            places: events.map(|(place, event)| (&event.id, place)).collect(),
            relation_places: relations.map(|(place, of)| (&of.id, place)).collect(),
        }
    }

    fn event(&self, id: &Id) -> Option<&'a Event> {
        self.places
            .get(id)
            .map(|&place| &self.document.events[place])
    }

    /// The relations of which both ends are events of the casebook, with those ends.
    fn relations(&self) -> impl Iterator<Item = (&'a Relation, &'a Event, &'a Event)> + '_ {
        self.document.relations.iter().filter_map(|relation| {
            Some((
                relation,
                self.event(&relation.from)?,
                self.event(&relation.to)?,
            ))
        })
    }
}

//! Rulings of which nobody can tell what they decided.

use super::Book;
use super::finding::{Finding, Matter};
use crate::id::Id;
use crate::model::Event;
use crate::vocabulary::{EventKind, RelationType};
use std::collections::{HashMap, HashSet};

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let mut deciding: HashSet<&Id> = HashSet::new();
    let mut acted_on: HashSet<&Id> = HashSet::new();
    let mut authority: HashSet<&Id> = HashSet::new();
    for (relation, _, _) in book.relations() {
        match relation.relation_type {
            RelationType::Follows => {}
            RelationType::Cites => authority.extend([&relation.from, &relation.to]),
            of => {
                deciding.insert(&relation.from);
                if of.acts_on_standing() {
                    acted_on.insert(&relation.to);
                }
            }
        }
    }
    let mut rulings_in: HashMap<&Id, usize> = HashMap::new();
    for event in book.document.events.iter().filter(|event| decides(event)) {
        if let Some(proceeding) = &event.proceeding {
            *rulings_in.entry(proceeding).or_default() += 1;
        }
    }
    let outcomes = book.document.proceedings.iter().filter(|proceeding| {
        let outcome = proceeding.outcome.as_deref().unwrap_or_default();
        !outcome.trim().is_empty() && rulings_in.get(&proceeding.id) == Some(&1)
    });
    let outcomes: HashSet<&Id> = outcomes.map(|proceeding| &proceeding.id).collect();

    let open = |event: &&Event| {
        let of_another_case = !event.main_case
            && event.proceeding.is_none()
            && !acted_on.contains(&event.id)
            && authority.contains(&event.id);
        let has_outcome = event.proceeding.iter().any(|of| outcomes.contains(of));
        decides(event) && !deciding.contains(&event.id) && !has_outcome && !of_another_case
    };
    let rulings = book.document.events.iter().filter(open);
    rulings
        .map(|event| {
            Finding::certain(Matter::RulingWithoutDisposition {
                ruling: event.id.clone(),
            })
        })
        .collect()
}

/// A contempt or a warrant is what it imposes; these say something of something else.
const fn decides(event: &Event) -> bool {
    matches!(
        event.kind,
        EventKind::Ruling | EventKind::Opinion | EventKind::Order
    )
}

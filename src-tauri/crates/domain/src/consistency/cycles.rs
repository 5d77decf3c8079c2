//! Events that each come from or after the others.

use super::Book;
use super::finding::{Finding, Matter};
use crate::standing::graph::{Components, Lists};
use crate::vocabulary::RelationType;
use std::collections::BTreeMap;

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let edges: Vec<(u32, u32, usize)> = book
        .document
        .relations
        .iter()
        .enumerate()
        .filter(|(_, relation)| relation.relation_type != RelationType::Cites)
        .filter_map(|(number, relation)| {
            let from = *book.places.get(&relation.from)?;
            let to = *book.places.get(&relation.to)?;
            Some((from as u32, to as u32, number))
        })
        .collect();
    let ends = edges.iter().map(|&(from, to, _)| (from, to));
    let components = Components::new(&Lists::new(book.document.events.len(), ends));

    let mut knots: BTreeMap<u32, (Vec<_>, Vec<_>)> = BTreeMap::new();
    for (place, event) in book.document.events.iter().enumerate() {
        if components.cyclic[place] {
            let (events, _) = knots.entry(components.of[place]).or_default();
            events.push(event.id.clone());
        }
    }
    for (from, to, number) in edges {
        let component = components.of[from as usize];
        if component == components.of[to as usize]
            && let Some((_, relations)) = knots.get_mut(&component)
        {
            relations.push(book.document.relations[number].id.clone());
        }
    }
    knots
        .into_values()
        .map(|(events, relations)| Finding::certain(Matter::Cycle { events, relations }))
        .collect()
}

//! What can be filtered by, each with the events that would be left.

use crate::arrangement::colour_of;
use crate::choice::{Choice, Keys};
use crate::members::Members;
use crate::reading::event_filter;
use crate::view::{Facet, Facets, Filter, LaneFacet};
use crate::{Casebook, Result};
use docketline_domain::vocabulary::EventKind;
use docketline_store::{Attribute, EventFilter, GroupRow, LaneRow};
use docketline_timeline::Columns;
use std::cmp::Reverse;
use std::rc::Rc;

/// What passes one filter.
struct Tally {
    /// By the places of lanes, and by the numbers of kinds.
    lanes: Vec<i64>,
    kinds: Vec<i64>,
    /// `None` when all pass.
    keys: Option<Keys>,
}

/// Filters that differ in nothing are answered once.
struct Tallies<'a> {
    casebook: &'a Casebook,
    columns: &'a Columns,
    lanes: Vec<&'a str>,
    known: Vec<(EventFilter, Rc<Tally>)>,
}

impl Casebook {
    /// Each list is counted without its own part of the filter, so that a choice in it
    /// does not hide the others. Costs one pass over who takes part in what, and for each
    /// list that something is chosen in, one over the timeline's columns and what the filter
    /// costs without it.
    pub fn facets(&self, filter: &Filter) -> Result<Facets> {
        let (columns, lanes) = self.all_in_lanes()?;
        let mut tallies = Tallies {
            casebook: self,
            columns: &columns,
            lanes: lanes.iter().map(|lane| lane.id.as_str()).collect(),
            known: Vec::new(),
        };
        let of_lanes = tallies.of(&Filter {
            lanes: None,
            hidden_lanes: None,
            ..filter.clone()
        })?;
        let of_kinds = tallies.of(&Filter {
            kinds: None,
            ..filter.clone()
        })?;
        let of_actors = tallies.of(&Filter {
            actors: None,
            ..filter.clone()
        })?;
        let of_principles = tallies.of(&Filter {
            principles: None,
            ..filter.clone()
        })?;
        let mut actors = self.facets_of(Attribute::Actor, &of_actors)?;
        // Stable, so that those of as many events stay in the order of their names.
        actors.sort_by_key(|actor| Reverse(actor.events));
        Ok(Facets {
            lanes: lane_facets(&lanes, &of_lanes),
            kinds: kind_facets(&of_kinds),
            actors,
            principles: self.facets_of(Attribute::Principle, &of_principles)?,
        })
    }

    /// The values of those that pass, in the order of the store.
    fn facets_of(&self, attribute: Attribute, passing: &Tally) -> Result<Vec<Facet>> {
        let keys = passing.keys.as_ref();
        let passes = |event| keys.is_none_or(|keys| keys.contain(event));
        let counts = Members::read(self, attribute, passes)?.counts();
        let values = self.store.values(attribute)?.into_iter();
        let facet = |value: GroupRow| {
            let events = *counts.get(&value.key)?;
            Some(Facet {
                id: value.id,
                name: value.name,
                events,
            })
        };
        Ok(values.filter_map(facet).collect())
    }
}

impl Tallies<'_> {
    fn of(&mut self, filter: &Filter) -> Result<Rc<Tally>> {
        let filter = event_filter(filter)?;
        if let Some((_, tally)) = self.known.iter().find(|(known, _)| *known == filter) {
            return Ok(Rc::clone(tally));
        }
        let tally = Rc::new(self.count(&filter)?);
        self.known.push((filter, Rc::clone(&tally)));
        Ok(tally)
    }

    fn count(&self, filter: &EventFilter) -> Result<Tally> {
        let choice = Choice::of(&self.casebook.store, filter, Some(&self.lanes))?;
        let mut lanes = vec![0; self.lanes.len()];
        let mut kinds = vec![0; EventKind::ALL.len()];
        let mut keys = (*filter != EventFilter::default()).then(Vec::new);
        for event in self.columns.each().filter(|event| choice.holds(event)) {
            // An event without a lane is the check's to find.
            if let Some(lane) = lanes.get_mut(usize::from(event.lane)) {
                *lane += 1;
            }
            kinds[usize::from(event.kind)] += 1;
            if let Some(keys) = &mut keys {
                keys.push(event.key);
            }
        }
        Ok(Tally {
            lanes,
            kinds,
            keys: keys.map(Keys::of),
        })
    }
}

/// All lanes, also those of no event.
fn lane_facets(lanes: &[LaneRow], counted: &Tally) -> Vec<LaneFacet> {
    let counted = lanes.iter().zip(&counted.lanes).enumerate();
    counted
        .map(|(place, (lane, events))| LaneFacet {
            id: lane.id.clone(),
            name: lane.name.clone(),
            colour: colour_of(place),
            events: *events,
            is_parent: false,
            parent: None,
        })
        .collect()
}

fn kind_facets(counted: &Tally) -> Vec<Facet> {
    let mut facets: Vec<Facet> = EventKind::ALL
        .iter()
        .zip(&counted.kinds)
        .filter(|(_, events)| **events > 0)
        .map(|(kind, events)| Facet {
            id: kind.as_str().to_owned(),
            name: kind.as_str().to_owned(),
            events: *events,
        })
        .collect();
    facets.sort_by(|a, b| (Reverse(a.events), &a.id).cmp(&(Reverse(b.events), &b.id)));
    facets
}

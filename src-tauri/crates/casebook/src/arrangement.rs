//! The lanes of the timeline, by whatever the reader wants to compare.

use crate::choice::Keys;
use crate::members::Members;
use crate::reading::lane_colour;
use crate::records::UNSAID_TYPE;
use crate::timeline::Whole;
use crate::view::{Arrangement, Filter, GroupBy, LaneFacet};
use crate::{Casebook, Result, words};
use docketline_domain::vocabulary::EventKind;
use docketline_store::{Attribute, GroupRow};
use docketline_timeline::Columns;
use docketline_timeline::scene::Nesting;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// More lanes than anybody compares; the events of all others share one.
const MOST_LANES: usize = 400;
/// Identifiers of the lanes of events without a value, and of all other values. No value
/// has one of them.
const WITHOUT: &str = "";
const OTHERS: &str = "…";
/// Before the name of what is above other lanes: no value has a control character in its
/// identifier.
const PARENT: char = '\u{1f}';

/// All events in the lanes of a grouping, unfiltered.
#[derive(Debug, Clone)]
pub(crate) struct Grouped {
    /// The newest change that it knows of.
    pub change: i64,
    pub by: GroupBy,
    pub lanes: Vec<GroupLane>,
    pub columns: Arc<Columns>,
}

#[derive(Debug, Clone)]
pub(crate) struct GroupLane {
    pub id: String,
    pub name: String,
    pub is_parent: bool,
    /// The place of the lane that it stands under.
    pub parent: Option<u16>,
}

impl GroupLane {
    const fn alone(id: String, name: String) -> Self {
        Self {
            id,
            name,
            is_parent: false,
            parent: None,
        }
    }

    pub(crate) const fn nesting(&self) -> Nesting {
        match self {
            Self {
                is_parent: true, ..
            } => Nesting::Parent,
            Self {
                parent: Some(_), ..
            } => Nesting::Child,
            _ => Nesting::Alone,
        }
    }
}

impl Grouped {
    /// What may be in a parent of which some lanes are hidden: the events of its others.
    pub(crate) fn keys_of_parents(&self, wanted: &Arrangement) -> HashMap<u16, Keys> {
        let is_hidden = |lane: &GroupLane| wanted.hidden.contains(&lane.id);
        let hidden = self.lanes.iter().filter(|lane| is_hidden(lane));
        let parents: BTreeSet<u16> = hidden.filter_map(|lane| lane.parent).collect();
        let keys = |parent: u16| {
            let keys = self.columns.keys_in(|at| {
                let lane = self.lanes.get(usize::from(at));
                lane.is_some_and(|lane| lane.parent == Some(parent) && !is_hidden(lane))
            });
            Keys::of(keys.collect())
        };
        parents
            .into_iter()
            .map(|parent| (parent, keys(parent)))
            .collect()
    }
}

impl Casebook {
    /// Every lane of a grouping with the events in it that pass, also those that the reader
    /// hides.
    pub fn lanes(&self, filter: &Filter, by: GroupBy) -> Result<Vec<LaneFacet>> {
        let arrangement = Arrangement {
            by,
            ..Arrangement::default()
        };
        let passing = self.passing(filter, &arrangement)?;
        let mut above: Option<&str> = None;
        let mut facets = Vec::with_capacity(passing.lanes.len());
        for lane in &passing.lanes {
            if lane.nesting != Nesting::Child {
                above = Some(&lane.id);
            }
            facets.push(LaneFacet {
                id: lane.id.clone(),
                name: lane.name.clone(),
                colour: lane.colour,
                events: i64::from(lane.events),
                is_parent: lane.nesting == Nesting::Parent,
                parent: above
                    .filter(|_| lane.nesting == Nesting::Child)
                    .map(str::to_owned),
            });
        }
        Ok(facets)
    }

    pub(crate) fn grouped(&self, whole: &Whole, by: GroupBy) -> Result<Grouped> {
        let of = match by {
            GroupBy::Lane => return Ok(by_lane(whole)),
            GroupBy::Kind => return Ok(by_kind(whole)),
            GroupBy::Court => Attribute::Court,
            GroupBy::Jurisdiction => Attribute::Jurisdiction,
            GroupBy::Actor => Attribute::Actor,
            GroupBy::Principle => Attribute::Principle,
            GroupBy::Source => Attribute::Source,
        };
        let members = Members::read(self, of, |_| true)?;
        let counts = members.counts();
        let mut groups = self.store.values(of)?;
        groups.retain(|group| counts.contains_key(&group.key));
        // Principles stay in the order of their numbers, others of as many in that of names.
        if by != GroupBy::Principle {
            groups.sort_by_key(|group| Reverse(counts[&group.key]));
        }
        let others = groups.len().saturating_sub(MOST_LANES);
        let shown = groups.len() - others;
        let lane_of: HashMap<i64, u16> = groups
            .iter()
            .enumerate()
            .map(|(place, group)| (group.key, place.min(shown) as u16))
            .collect();
        groups.truncate(shown);
        let without = (shown + usize::from(others > 0)) as u16;
        let (parents, parent_of) = parents_of(&groups, without + 1);
        let columns = whole.columns.in_lanes(|key, _, lanes| {
            lanes.extend(
                members
                    .of(key)
                    .filter_map(|value| lane_of.get(&value).copied()),
            );
            // Several values may share the lane of all others.
            lanes.sort_unstable();
            lanes.dedup();
            if lanes.is_empty() {
                lanes.push(without);
            }
            // In each parent once, however many of its lanes it is in.
            let own = lanes.len();
            for at in 0..own {
                let parent = parent_of.get(usize::from(lanes[at])).copied().flatten();
                lanes.extend(parent.filter(|parent| !lanes[own..].contains(parent)));
            }
        });
        let mut lanes: Vec<GroupLane> = groups
            .into_iter()
            .zip(parent_of)
            .map(|(group, parent)| GroupLane {
                parent,
                ..GroupLane::alone(group.id, group.name)
            })
            .collect();
        if others > 0 {
            lanes.push(GroupLane::alone(
                OTHERS.to_owned(),
                words::say_count("lanes-others", u32::try_from(others).unwrap_or(u32::MAX)),
            ));
        }
        lanes.push(GroupLane::alone(
            WITHOUT.to_owned(),
            words::say(&format!("lanes-without-{}", by.as_str()), &[]),
        ));
        lanes.extend(parents);
        Ok(Grouped {
            change: whole.change,
            by,
            lanes,
            columns: Arc::new(columns),
        })
    }
}

/// The lanes above others, of which the first has the place `first`, and which of them each
/// group belongs to. What would be above one lane only is left out.
fn parents_of(groups: &[GroupRow], first: u16) -> (Vec<GroupLane>, Vec<Option<u16>>) {
    let within = |group: &GroupRow| {
        let within = group.within.clone();
        within.filter(|name| name != UNSAID_TYPE && !name.trim().is_empty())
    };
    let mut sizes: HashMap<String, usize> = HashMap::new();
    for name in groups.iter().filter_map(within) {
        *sizes.entry(name).or_default() += 1;
    }
    let mut places: HashMap<String, u16> = HashMap::new();
    let mut parents = Vec::new();
    let mut parent_of = Vec::with_capacity(groups.len());
    for group in groups {
        let name = within(group).filter(|name| sizes[name] > 1);
        parent_of.push(name.map(|name| {
            *places.entry(name).or_insert_with_key(|name| {
                parents.push(GroupLane {
                    is_parent: true,
                    ..GroupLane::alone(format!("{PARENT}{name}"), name.clone())
                });
                first + (parents.len() - 1) as u16
            })
        }));
    }
    (parents, parent_of)
}

fn by_lane(whole: &Whole) -> Grouped {
    let lanes = whole.lanes.iter();
    let lanes = lanes.map(|lane| GroupLane::alone(lane.id.clone(), lane.name.clone()));
    Grouped {
        change: whole.change,
        by: GroupBy::Lane,
        lanes: lanes.collect(),
        columns: Arc::clone(&whole.columns),
    }
}

fn by_kind(whole: &Whole) -> Grouped {
    let lanes = EventKind::ALL.iter().map(|kind| {
        let name = words::say(&format!("kind-{}", kind.as_str()), &[]);
        GroupLane::alone(kind.as_str().to_owned(), name)
    });
    let columns = whole
        .columns
        .in_lanes(|_, kind, lanes| lanes.push(u16::from(kind)));
    Grouped {
        change: whole.change,
        by: GroupBy::Kind,
        lanes: lanes.collect(),
        columns: Arc::new(columns),
    }
}

impl Arrangement {
    /// Whether a lane is folded.
    pub(crate) fn folds(&self, id: &str) -> bool {
        self.rows.get(id) == Some(&0)
    }

    /// The lanes that are shown, in the reader's order: their places among `lanes`. Those
    /// that the reader never moved follow in their own order, each with what is under it;
    /// a parent stands where the first of its lanes would.
    pub(crate) fn shown(
        &self,
        lanes: &[GroupLane],
        is_left_in: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let order = self.order.iter().enumerate();
        let wanted: HashMap<&str, usize> = order.map(|(at, id)| (id.as_str(), at)).collect();
        let wanted = |at: usize| wanted.get(lanes[at].id.as_str()).copied();
        let hidden: HashSet<&str> = self.hidden.iter().map(String::as_str).collect();
        let is_there = |at: usize| is_left_in(at) && !hidden.contains(lanes[at].id.as_str());
        // The first lane under each parent, and whether any of them is there.
        let mut first: Vec<usize> = (0..lanes.len()).collect();
        let mut has_lanes = vec![false; lanes.len()];
        for (at, parent) in lanes.iter().enumerate().rev() {
            if let Some(parent) = parent.parent.map(usize::from) {
                first[parent] = at;
                has_lanes[parent] |= is_there(at);
            }
        }
        let mut shown: Vec<usize> = (0..lanes.len())
            .filter(|at| {
                is_there(*at)
                    && match (&lanes[*at], lanes[*at].parent.map(usize::from)) {
                        (_, Some(parent)) => is_there(parent) && !self.folds(&lanes[parent].id),
                        (lane, None) => !lane.is_parent || has_lanes[*at],
                    }
            })
            .collect();
        let last = usize::MAX;
        shown.sort_by_key(|at| {
            let lane = &lanes[*at];
            let top = lane.parent.map_or(*at, usize::from);
            let within = wanted(*at).filter(|_| lane.parent.is_some());
            let of_top = (wanted(top).unwrap_or(last), first[top]);
            (of_top, !lane.is_parent, within.unwrap_or(last), *at)
        });
        shown
    }
}

pub(crate) fn colour_of(place: usize) -> u8 {
    lane_colour(place as i64)
}

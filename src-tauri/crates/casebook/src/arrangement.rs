//! The lanes of the timeline, by whatever the reader wants to compare.

use crate::reading::lane_colour;
use crate::timeline::Whole;
use crate::view::{Arrangement, Filter, GroupBy, LaneFacet};
use crate::{Casebook, Result, words};
use docketline_domain::vocabulary::EventKind;
use docketline_store::{Attribute, EventKey};
use docketline_timeline::Columns;
use std::collections::HashMap;
use std::sync::Arc;

/// More lanes than anybody compares; the events of all others share one.
const MOST_LANES: usize = 400;
/// Identifiers of the lanes of events without a value, and of all other values. No value
/// has one of them.
const WITHOUT: &str = "";
const OTHERS: &str = "…";

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
        let lanes = passing.lanes.iter().map(|lane| LaneFacet {
            id: lane.id.clone(),
            name: lane.name.clone(),
            colour: lane.colour,
            events: i64::from(lane.events),
        });
        Ok(lanes.collect())
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
        let mut groups = self.store.groups(of)?;
        let others = groups.len().saturating_sub(MOST_LANES);
        let shown = groups.len() - others;
        let lane_of: HashMap<i64, u16> = groups
            .iter()
            .enumerate()
            .map(|(place, group)| (group.key, place.min(shown) as u16))
            .collect();
        groups.truncate(shown);
        let mut members: Vec<(EventKey, u16)> = Vec::new();
        self.store.members(of, |event, value| {
            members.extend(lane_of.get(&value).map(|lane| (event, *lane)));
        })?;
        members.sort_unstable();
        members.dedup();
        let without = (shown + usize::from(others > 0)) as u16;
        let columns = whole.columns.in_lanes(|key, _, lanes| {
            let from = members.partition_point(|(event, _)| *event < key);
            let own = members[from..]
                .iter()
                .take_while(|(event, _)| *event == key);
            lanes.extend(own.map(|(_, lane)| *lane));
            if lanes.is_empty() {
                lanes.push(without);
            }
        });
        let lane = |id: &str, name: String| GroupLane {
            id: id.to_owned(),
            name,
        };
        let mut lanes: Vec<GroupLane> = groups
            .into_iter()
            .map(|group| lane(&group.id, group.name))
            .collect();
        if others > 0 {
            lanes.push(lane(
                OTHERS,
                words::say("lanes-others", &[("count", others.to_string())]),
            ));
        }
        lanes.push(lane(
            WITHOUT,
            words::say(&format!("lanes-without-{}", by.as_str()), &[]),
        ));
        Ok(Grouped {
            change: whole.change,
            by,
            lanes,
            columns: Arc::new(columns),
        })
    }
}

fn by_lane(whole: &Whole) -> Grouped {
    let lanes = whole.lanes.iter().map(|lane| GroupLane {
        id: lane.id.clone(),
        name: lane.name.clone(),
    });
    Grouped {
        change: whole.change,
        by: GroupBy::Lane,
        lanes: lanes.collect(),
        columns: Arc::clone(&whole.columns),
    }
}

fn by_kind(whole: &Whole) -> Grouped {
    let lanes = EventKind::ALL.iter().map(|kind| GroupLane {
        id: kind.as_str().to_owned(),
        name: words::say(&format!("kind-{}", kind.as_str()), &[]),
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
    /// The lanes that are shown, in the reader's order: their places among `lanes`. Those
    /// that the reader never moved follow in their own order.
    pub(crate) fn shown(
        &self,
        lanes: &[GroupLane],
        is_left_in: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let wanted: HashMap<&str, usize> = self
            .order
            .iter()
            .enumerate()
            .map(|(at, id)| (id.as_str(), at))
            .collect();
        let mut shown: Vec<usize> = (0..lanes.len())
            .filter(|at| is_left_in(*at) && !self.hidden.contains(&lanes[*at].id))
            .collect();
        shown.sort_by_key(|at| {
            wanted
                .get(lanes[*at].id.as_str())
                .copied()
                .unwrap_or(usize::MAX)
        });
        shown
    }
}

pub(crate) fn colour_of(place: usize) -> u8 {
    lane_colour(place as i64)
}

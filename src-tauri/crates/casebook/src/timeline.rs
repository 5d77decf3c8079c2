//! The timeline: from stored events to a scene, and from one event to the next.

use crate::reading::{event_filter, lane_colour};
use crate::view::{Filter, Step};
use crate::{Casebook, Result};
use docketline_domain::Day;
use docketline_store::{EventFilter, EventKey, Side, TimelineRecord};
use docketline_timeline::scene::flag;
use docketline_timeline::{
    ArrowInput, Inter, LaneInput, Overview, Scene, TimelineEvent, Viewport, layout, overview,
};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// One for the program: it remembers the widths it has measured.
pub(crate) static INTER: LazyLock<Inter> = LazyLock::new(Inter::default);

/// The columns of the last filter at the last revision: panning and zooming ask for the
/// same events again and again.
#[derive(Debug, Default)]
pub(crate) struct TimelineCache(Mutex<Option<Arc<Columns>>>);

#[derive(Debug)]
pub(crate) struct Columns {
    revision: i64,
    filter: Filter,
    pub events: Vec<TimelineEvent>,
    pub lanes: Vec<LaneInput>,
}

impl Casebook {
    /// The picture of the events that pass, laid out for this viewport.
    pub fn scene(
        &self,
        filter: &Filter,
        viewport: Viewport,
        selected: Option<EventKey>,
    ) -> Result<Scene> {
        let columns = self.columns(filter)?;
        let arrows = match selected {
            Some(key) => self.arrows(key)?,
            None => Vec::new(),
        };
        let selected = selected.map(|key| (key, arrows.as_slice()));
        Ok(layout(
            &columns.events,
            &columns.lanes,
            viewport,
            selected,
            &*INTER,
        ))
    }

    pub fn overview(&self, filter: &Filter, width: f64) -> Result<Overview> {
        let columns = self.columns(filter)?;
        // The strip shows the whole casebook, so that filtering does not move it.
        let extent = self
            .store
            .extent()?
            .map(|(first, last)| (Day(first), Day(last)));
        Ok(overview(&columns.events, extent, width))
    }

    /// The event that a step from `key` leads to; without one, the first or the last.
    pub fn step(
        &self,
        filter: &Filter,
        key: Option<EventKey>,
        step: Step,
    ) -> Result<Option<EventKey>> {
        let columns = self.columns(filter)?;
        let events = &columns.events;
        let here = key.and_then(|key| events.iter().position(|event| event.key == key));
        let Some(here) = here else {
            let end = match step {
                Step::Previous | Step::PreviousInLane | Step::LaneAbove | Step::Last => {
                    events.last()
                }
                Step::Next | Step::NextInLane | Step::LaneBelow | Step::First => events.first(),
            };
            return Ok(end.map(|event| event.key));
        };
        let lane = events[here].lane;
        let after = &events[here + 1..];
        let before = &events[..here];
        let found = match step {
            Step::First => events.first(),
            Step::Last => events.last(),
            Step::Next => after.first(),
            Step::Previous => before.last(),
            Step::NextInLane => after.iter().find(|event| event.lane == lane),
            Step::PreviousInLane => before.iter().rev().find(|event| event.lane == lane),
            Step::LaneAbove | Step::LaneBelow => nearest_in_other_lane(events, here, step),
        };
        Ok(found.map(|event| event.key))
    }

    pub(crate) fn columns(&self, filter: &Filter) -> Result<Arc<Columns>> {
        let revision = self.store.revision()?;
        // A panic while it was held left a whole value behind: it is only ever replaced.
        let mut cached = self
            .timeline
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(columns) = cached.as_ref()
            && columns.revision == revision
            && columns.filter == *filter
        {
            return Ok(Arc::clone(columns));
        }
        let columns = Arc::new(self.read_columns(revision, filter)?);
        *cached = Some(Arc::clone(&columns));
        Ok(columns)
    }

    /// What a search found is marked, so that it never disappears into a band.
    fn read_columns(&self, revision: i64, filter: &Filter) -> Result<Columns> {
        let understood = event_filter(filter)?;
        let lanes = self.store.lanes(&understood)?;
        let found = understood.search.is_some();
        let records = self.store.timeline(&understood)?;
        let lanes: Vec<LaneInput> = lanes
            .into_iter()
            .enumerate()
            .map(|(position, lane)| LaneInput {
                id: lane.id,
                name: lane.name,
                colour: lane_colour(position as i64),
                events: u32::try_from(lane.events).unwrap_or(u32::MAX),
            })
            .collect();
        let (lanes, places) = visible_lanes(lanes, &understood);
        let events = records
            .into_iter()
            .filter_map(|record| {
                let lane = (*places.get(usize::try_from(record.lane_position).ok()?)?)?;
                Some(timeline_event(record, lane, found))
            })
            .collect();
        Ok(Columns {
            revision,
            filter: filter.clone(),
            events,
            lanes,
        })
    }

    fn arrows(&self, key: EventKey) -> Result<Vec<ArrowInput>> {
        let relations = self.store.relations_of(key, Side::Origin)?;
        Ok(relations
            .into_iter()
            .filter(|relation| relation.relation.acts_on_standing())
            .map(|relation| ArrowInput {
                relation: relation.relation,
                to: relation.other,
            })
            .collect())
    }
}

/// The lanes that are shown, and for each lane of the casebook its place among them.
/// Lanes are hidden by choice, never because nothing in them passes.
fn visible_lanes(
    lanes: Vec<LaneInput>,
    filter: &EventFilter,
) -> (Vec<LaneInput>, Vec<Option<u16>>) {
    let mut shown = Vec::new();
    let mut places = Vec::new();
    for lane in lanes {
        let visible = filter
            .lanes
            .as_ref()
            .is_none_or(|chosen| chosen.contains(&lane.id));
        places.push(if visible {
            u16::try_from(shown.len()).ok()
        } else {
            None
        });
        if visible {
            shown.push(lane);
        }
    }
    (shown, places)
}

fn timeline_event(record: TimelineRecord, lane: u16, found: bool) -> TimelineEvent {
    let flags = [
        (found, flag::FOUND),
        (record.disputed, flag::DISPUTED),
        (record.noted, flag::NOTED),
    ];
    TimelineEvent {
        key: record.key,
        lane,
        shape: record.kind.shape(),
        bounds: record.date.bounds(),
        is_span: record.date.is_interval(),
        uncertain: record.date.is_uncertain(),
        approximate: record.date.is_approximate(),
        label: record.label,
        significance: record.kind.significance(),
        flags: flags
            .into_iter()
            .filter(|(set, _)| *set)
            .map(|(_, bit)| bit)
            .sum(),
    }
}

/// In the next lane that has events, the one nearest in time.
fn nearest_in_other_lane(
    events: &[TimelineEvent],
    here: usize,
    step: Step,
) -> Option<&TimelineEvent> {
    let (lane, day) = (events[here].lane, middle(&events[here]));
    let others = events.iter().filter(|event| match step {
        Step::LaneAbove => event.lane < lane,
        _ => event.lane > lane,
    });
    others.min_by_key(|event| (event.lane.abs_diff(lane), middle(event).abs_diff(day)))
}

/// The day in the middle of what is known.
fn middle(event: &TimelineEvent) -> i64 {
    let (earliest, latest) = (event.bounds.earliest, event.bounds.latest);
    match (earliest, latest) {
        (Some(Day(first)), Some(Day(last))) => first.midpoint(last),
        (Some(Day(day)), None) | (None, Some(Day(day))) => day,
        (None, None) => 0,
    }
}

/// The picture of a whole casebook at a width in pixels, for exports.
pub(crate) fn whole_scene(casebook: &Casebook, width: f64) -> Result<Scene> {
    casebook.scene(&Filter::default(), whole_viewport(casebook, width)?, None)
}

/// What shows a whole casebook at a width in pixels.
pub(crate) fn whole_viewport(casebook: &Casebook, width: f64) -> Result<Viewport> {
    let extent = casebook.store.extent()?.unwrap_or((0, 365));
    // A hand's breadth of air on both sides.
    let days = ((extent.1 - extent.0) as f64 + 1.0).max(30.0);
    let margin = days * 0.03;
    Ok(Viewport {
        from: extent.0 as f64 - margin,
        days_per_px: (days + 2.0 * margin) / width,
        width,
    })
}

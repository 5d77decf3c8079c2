//! The timeline: from stored events to a scene, and from one event to the next.

use crate::arrangement::{Grouped, colour_of};
use crate::bulk::MOST_CHANGED;
use crate::choice::{Choice, Keys, names_lane};
use crate::reading::event_filter;
use crate::view::{Arrangement, EventsBetween, Filter, Footing, GroupBy, Step};
use crate::{Casebook, Result};
use docketline_domain::Day;
use docketline_store::{EventFilter, EventKey, LaneRow, Side, TimelineRow};
use docketline_timeline::scene::flag;
use docketline_timeline::{
    ArrowInput, Chosen, Columns, ColumnsMaker, EventRow, Inter, LaneInput, Overview, Part, Scene,
    TimelineEvent, Viewport, overview, scene_part,
};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, OnceLock, PoisonError};

/// One for the program: it remembers the widths it has measured.
pub(crate) static INTER: LazyLock<Inter> = LazyLock::new(Inter::default);

/// Events that an edit touched are exchanged one by one up to so many; beyond, reading all
/// again is faster.
const FEW: usize = 500;

/// The columns of the whole casebook, kept up to date by what edits touch, and those of
/// the last filters: panning and zooming ask for the same events again and again.
#[derive(Debug, Default)]
pub(crate) struct TimelineCache(Mutex<Cached>);

#[derive(Debug, Default)]
struct Cached {
    whole: Option<Whole>,
    /// The last grouping that is not by lane: that one is the whole itself.
    grouped: Option<Grouped>,
    /// The newest last.
    chosen: Vec<Arc<Passing>>,
}

impl Cached {
    /// Nothing else may hold the columns of before an edit, or it would copy them all.
    fn forget_before(&mut self, change: i64) {
        self.chosen.retain(|of| of.change == change);
        self.grouped = self.grouped.take().filter(|of| of.change == change);
    }
}

/// A window asks for its timeline, for the strip below it and for the names of its lanes.
const KEPT: usize = 3;

#[derive(Debug)]
pub(crate) struct Whole {
    /// The newest change that the columns know of.
    pub change: i64,
    pub lanes: Vec<LaneRow>,
    pub columns: Arc<Columns>,
}

/// What passes a filter, in the lanes that are shown.
#[derive(Debug)]
pub(crate) struct Passing {
    change: i64,
    filter: Filter,
    arrangement: Arrangement,
    pub columns: Arc<Columns>,
    pub lanes: Vec<LaneInput>,
    /// Those of the columns, once somebody asked.
    keys: OnceLock<Keys>,
}

impl Passing {
    /// Whether an event stands in a lane that is shown.
    pub(crate) fn shows(&self, key: EventKey) -> bool {
        let keys = || Keys::of(self.columns.keys_in(|_| true).collect());
        self.keys.get_or_init(keys).contain(key)
    }

    /// The lane that a reader stands in, or else the uppermost of the event.
    fn lane_of(&self, Footing { key, lane }: &Footing) -> Option<u16> {
        let lanes = self.columns.lanes_of(*key);
        let id_of = |at: u16| self.lanes.get(usize::from(at)).map(|lane| &lane.id);
        let held = lanes
            .iter()
            .find(|at| lane.is_some() && id_of(**at) == lane.as_ref());
        held.or(lanes.first()).copied()
    }

    /// In the lane of an event that is nearest to another one.
    fn footing(&self, key: EventKey, near: Option<u16>) -> Footing {
        let near = near.unwrap_or(0);
        let lanes = self.columns.lanes_of(key).into_iter();
        let lane = lanes.min_by_key(|lane| lane.abs_diff(near));
        let lane = lane.and_then(|lane| self.lanes.get(usize::from(lane)));
        Footing {
            key,
            lane: lane.map(|lane| lane.id.clone()),
        }
    }
}

impl Casebook {
    /// The picture of the events that pass, laid out for this viewport.
    pub fn scene(
        &self,
        filter: &Filter,
        viewport: Viewport,
        selected: Option<EventKey>,
    ) -> Result<Scene> {
        let lanes = Arrangement::default();
        self.scene_part(filter, &lanes, viewport, Part::WHOLE, selected)
    }

    /// The same in the lanes that a reader wants, round a part of them: for a window that
    /// shows no more.
    pub fn scene_part(
        &self,
        filter: &Filter,
        lanes: &Arrangement,
        viewport: Viewport,
        part: Part,
        selected: Option<EventKey>,
    ) -> Result<Scene> {
        let events = self.passing(filter, lanes)?;
        let arrows = match selected {
            Some(key) => self.arrows(key, event_filter(filter)?.known_on)?,
            None => Vec::new(),
        };
        let selected = selected.map(|key| (key, arrows.as_slice()));
        Ok(scene_part(
            &events.columns,
            &events.lanes,
            viewport,
            part,
            selected,
            &*INTER,
        ))
    }

    /// Reads what every picture of the timeline needs, so that the first is drawn at once.
    pub fn prepare_timeline(&self) -> Result<()> {
        let filter = Filter::default();
        self.scene(&filter, whole_viewport(self, &filter, 1_000.0)?, None)?;
        Ok(())
    }

    pub fn overview(&self, filter: &Filter, width: f64) -> Result<Overview> {
        let events = self.passing(filter, &Arrangement::default())?;
        // The strip shows all that was known, so that filtering does not move it.
        let extent = self
            .store
            .extent(&event_filter(&Filter {
                known_on: filter.known_on.clone(),
                ..Filter::default()
            })?)?
            .map(|(first, last)| (Day(first), Day(last)));
        Ok(overview(&events.columns, extent, width))
    }

    /// Where a step leads; from nowhere, to the first or the last event. Events whose lanes
    /// are all hidden are passed over.
    pub fn step(
        &self,
        filter: &Filter,
        lanes: &Arrangement,
        from: Option<&Footing>,
        step: Step,
    ) -> Result<Option<Footing>> {
        let passing = event_filter(filter)?;
        let events = self.passing(filter, lanes)?;
        let is_shown = |key| events.shows(key);
        let shown: Option<&dyn Fn(EventKey) -> bool> = match lanes.hidden.is_empty() {
            true => None,
            false => Some(&is_shown),
        };
        let in_time = |from: Option<EventKey>, forward: bool, in_lane: bool| {
            self.store.step(&passing, from, forward, in_lane, shown)
        };
        let key = from.map(|from| from.key);
        let held = from.and_then(|from| events.lane_of(from));
        let found = match step {
            Step::First => in_time(None, true, false)?,
            Step::Last => in_time(None, false, false)?,
            Step::Next => in_time(key, true, false)?,
            Step::Previous => in_time(key, false, false)?,
            Step::NextInLane => in_time(key, true, true)?,
            Step::PreviousInLane => in_time(key, false, true)?,
            Step::LaneAbove | Step::LaneBelow => {
                let above = step == Step::LaneAbove;
                match key.zip(held) {
                    Some((key, lane)) => {
                        let found = events.columns.nearest_in_other_lane(key, lane, above);
                        return Ok(found.map(|(key, lane)| events.footing(key, Some(lane))));
                    }
                    None => in_time(None, !above, false)?,
                }
            }
        };
        Ok(found.map(|key| events.footing(key, held)))
    }

    /// What the timeline shows in time from one event to another, both included.
    pub fn events_between(
        &self,
        filter: &Filter,
        lanes: &Arrangement,
        from: EventKey,
        to: EventKey,
    ) -> Result<EventsBetween> {
        let mut keys = self.keys_between(filter, from, to)?;
        if !lanes.hidden.is_empty() {
            let events = self.passing(filter, lanes)?;
            keys.retain(|key| events.shows(*key));
        }
        let total = keys.len() as i64;
        keys.truncate(MOST_CHANGED);
        Ok(EventsBetween { keys, total })
    }

    /// Those of some events that pass, and the lanes that are shown.
    pub(crate) fn timeline_events(
        &self,
        filter: &Filter,
        of: &Keys,
    ) -> Result<(Vec<TimelineEvent>, Vec<LaneInput>)> {
        let passing = self.passing(filter, &Arrangement::default())?;
        let events = passing.columns.events(|key| of.contain(key));
        Ok((events.collect(), passing.lanes.clone()))
    }

    pub(crate) fn passing(&self, filter: &Filter, lanes: &Arrangement) -> Result<Arc<Passing>> {
        let change = self.store.revision()?;
        let cached = &mut *self.cached();
        let known = |of: &&Arc<Passing>| {
            of.change == change && of.filter == *filter && of.arrangement == *lanes
        };
        if let Some(at) = cached.chosen.iter().position(|of| known(&of)) {
            return Ok(Arc::clone(&cached.chosen[at]));
        }
        cached.forget_before(change);
        let whole = self.whole(change, &mut cached.whole)?;
        let events = Arc::new(match (&mut cached.grouped, lanes.by) {
            // The strip below the timeline asks so between any two questions of the timeline.
            (_, GroupBy::Lane) => self.choose(&self.grouped(whole, lanes.by)?, filter, lanes)?,
            (Some(grouped), by) if grouped.by == by => self.choose(grouped, filter, lanes)?,
            (kept, by) => self.choose(kept.insert(self.grouped(whole, by)?), filter, lanes)?,
        });
        if cached.chosen.len() == KEPT {
            cached.chosen.remove(0);
        }
        cached.chosen.push(Arc::clone(&events));
        Ok(events)
    }

    /// All events with the lanes of the casebook.
    pub(crate) fn all_in_lanes(&self) -> Result<(Arc<Columns>, Vec<LaneRow>)> {
        let change = self.store.revision()?;
        let cached = &mut *self.cached();
        cached.forget_before(change);
        let whole = self.whole(change, &mut cached.whole)?;
        Ok((Arc::clone(&whole.columns), whole.lanes.clone()))
    }

    /// A panic while it was held left whole values behind: they are only ever replaced.
    fn cached(&self) -> MutexGuard<'_, Cached> {
        self.timeline
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The whole casebook as it is after `change`.
    fn whole<'a>(&self, change: i64, kept: &'a mut Option<Whole>) -> Result<&'a mut Whole> {
        match kept {
            Some(whole) => {
                self.bring_up_to(change, whole)?;
                Ok(whole)
            }
            // Kept also when what follows fails or is called off.
            none => Ok(none.insert(self.read_whole(change)?)),
        }
    }

    fn read_whole(&self, change: i64) -> Result<Whole> {
        let lanes = self.store.lane_rows()?;
        let places = Places::of(&lanes);
        let mut columns = ColumnsMaker::default();
        self.store
            .timeline(|row| columns.add(&event_row(&row, &places)))?;
        Ok(Whole {
            change,
            lanes,
            columns: Arc::new(columns.finish()),
        })
    }

    /// All that may fail or be called off comes before the first change.
    fn bring_up_to(&self, change: i64, whole: &mut Whole) -> Result<()> {
        if whole.change == change {
            return Ok(());
        }
        let lanes = self.store.lane_rows()?;
        let is_same_place = |(old, new): (&LaneRow, &LaneRow)| old.key == new.key;
        let stay =
            lanes.len() >= whole.lanes.len() && whole.lanes.iter().zip(&lanes).all(is_same_place);
        let redrawn = match stay {
            true => self.store.redrawn_since(whole.change, FEW)?,
            false => None,
        };
        let Some(keys) = redrawn else {
            *whole = self.read_whole(change)?;
            return Ok(());
        };
        let places = Places::of(&lanes);
        let mut rows: Vec<(EventRow<'static>, String)> = Vec::with_capacity(keys.len());
        self.store.timeline_of(&keys, |row| {
            let label = row.label.to_owned();
            let unnamed = TimelineRow { label: "", ..row };
            rows.push((event_row(&unnamed, &places), label));
        })?;
        let columns = Arc::make_mut(&mut whole.columns);
        columns.remove(&keys);
        for (row, label) in &rows {
            columns.insert(&EventRow { label, ..*row });
        }
        whole.change = change;
        whole.lanes = lanes;
        Ok(())
    }

    /// What a search found is marked, so that it shows through every count.
    fn choose(&self, grouped: &Grouped, filter: &Filter, wanted: &Arrangement) -> Result<Passing> {
        let understood = event_filter(filter)?;
        let by_lane = grouped.by == GroupBy::Lane;
        let choice = match understood == EventFilter::default() {
            true => None,
            false => {
                let ids = || grouped.lanes.iter().map(|lane| lane.id.as_str());
                let lanes: Option<Vec<&str>> = by_lane.then(|| ids().collect());
                Some(Choice::of(&self.store, &understood, lanes.as_deref())?)
            }
        };
        // Of a parent's events, those that are in none but hidden lanes are hidden with them.
        let in_shown = grouped.keys_of_parents(wanted);
        let holds = |event: &Chosen| {
            choice.as_ref().is_none_or(|choice| choice.holds(event))
                && in_shown
                    .get(&event.lane)
                    .is_none_or(|keys| keys.contain(event.key))
        };
        // Lanes of the casebook are hidden by choice, never because nothing in them passes;
        // of hundreds of courts or actors only those are wanted that have something.
        let counts = match by_lane {
            true => Vec::new(),
            false => grouped.columns.count(grouped.lanes.len(), holds),
        };
        let shown = wanted.shown(&grouped.lanes, |at| match by_lane {
            true => names_lane(&understood, &grouped.lanes[at].id),
            false => counts[at] > 0,
        });
        let mut places: Vec<Option<u16>> = vec![None; grouped.lanes.len()];
        for (place, at) in shown.iter().enumerate() {
            let lane = &grouped.lanes[*at];
            // Lanes that are not folded into their parent have its events.
            let is_empty = lane.is_parent && !wanted.folds(&lane.id);
            places[*at] = u16::try_from(place).ok().filter(|_| !is_empty);
        }
        let is_as_stored = shown.len() == grouped.lanes.len() && shown.is_sorted();
        let columns = if choice.is_none() && is_as_stored {
            Arc::clone(&grouped.columns)
        } else {
            let found = match understood.search {
                Some(_) => flag::FOUND,
                None => 0,
            };
            let place = |lane: u16| places.get(usize::from(lane)).copied().flatten();
            Arc::new(
                grouped
                    .columns
                    .chosen(|event| place(event.lane).filter(|_| holds(event)), found),
            )
        };
        let counts = match by_lane {
            true => columns.counts(shown.len()),
            false => shown.iter().map(|at| counts[*at]).collect(),
        };
        let lanes = shown.into_iter().zip(counts);
        Ok(Passing {
            change: grouped.change,
            filter: filter.clone(),
            arrangement: wanted.clone(),
            lanes: lanes
                .map(|(at, events)| {
                    let lane = &grouped.lanes[at];
                    LaneInput {
                        id: lane.id.clone(),
                        name: lane.name.clone(),
                        colour: colour_of(at),
                        events,
                        rows: match lane.is_parent {
                            true => Some(0),
                            false => wanted.rows.get(&lane.id).copied(),
                        },
                        nesting: lane.nesting(),
                    }
                })
                .collect(),
            columns,
            keys: OnceLock::new(),
        })
    }

    fn arrows(&self, key: EventKey, known_on: Option<i64>) -> Result<Vec<ArrowInput>> {
        let relations = self.store.relations_of(key, Side::Origin, known_on)?;
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

/// Where among the lanes the lane of each key is.
struct Places(HashMap<i64, u16>);

impl Places {
    fn of(lanes: &[LaneRow]) -> Self {
        let places = lanes.iter().enumerate();
        Self(
            places
                .filter_map(|(place, lane)| Some((lane.key, u16::try_from(place).ok()?)))
                .collect(),
        )
    }
}

fn event_row<'a>(row: &TimelineRow<'a>, places: &Places) -> EventRow<'a> {
    let flags = [
        (row.is_span, flag::SPAN),
        (row.uncertain, flag::UNCERTAIN),
        (row.approximate, flag::APPROXIMATE),
        (row.disputed, flag::DISPUTED),
        (row.noted, flag::NOTED),
    ];
    EventRow {
        key: row.key,
        // An event without a lane is the check's to find; it is not drawn.
        lane: places.0.get(&row.lane).copied().unwrap_or(u16::MAX),
        shape: row.kind.shape(),
        kind: row.kind as u8,
        earliest: row.earliest,
        latest: row.latest,
        minute: row.minute,
        significance: row.kind.significance(),
        flags: flags
            .into_iter()
            .filter(|(set, _)| *set)
            .map(|(_, bit)| bit)
            .sum(),
        label: row.label,
    }
}

/// The picture of everything that passes at a width in pixels, for exports.
pub(crate) fn whole_scene(casebook: &Casebook, filter: &Filter, width: f64) -> Result<Scene> {
    casebook.scene(filter, whole_viewport(casebook, filter, width)?, None)
}

/// What shows everything that passes at a width in pixels.
pub(crate) fn whole_viewport(casebook: &Casebook, filter: &Filter, width: f64) -> Result<Viewport> {
    let extent = casebook.store.extent(&event_filter(filter)?)?;
    let extent = extent.unwrap_or((0, 365));
    // A hand's breadth of air on both sides.
    let days = ((extent.1 - extent.0) as f64 + 1.0).max(30.0);
    let margin = days * 0.03;
    Ok(Viewport {
        from: extent.0 as f64 - margin,
        days_per_px: (days + 2.0 * margin) / width,
        width,
    })
}

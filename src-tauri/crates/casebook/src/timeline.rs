//! The timeline: from stored events to a scene, and from one event to the next.

use crate::reading::{event_filter, lane_colour};
use crate::view::{Filter, Step};
use crate::{Casebook, Result};
use docketline_domain::Day;
use docketline_domain::vocabulary::EventKind;
use docketline_store::{EventFilter, EventKey, LaneRow, Side, Store, TimelineRow};
use docketline_timeline::scene::flag;
use docketline_timeline::{
    ArrowInput, Chosen, Columns, ColumnsMaker, EventRow, Inter, LaneInput, Overview, Scene,
    TimelineEvent, Viewport, overview, scene_of,
};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// One for the program: it remembers the widths it has measured.
pub(crate) static INTER: LazyLock<Inter> = LazyLock::new(Inter::default);

/// Events that an edit touched are exchanged one by one up to so many; beyond, reading all
/// again is faster.
const FEW: usize = 500;

/// The columns of the whole casebook, kept up to date by what edits touch, and those of
/// the last filter: panning and zooming ask for the same events again and again.
#[derive(Debug, Default)]
pub(crate) struct TimelineCache(Mutex<Cached>);

#[derive(Debug, Default)]
struct Cached {
    whole: Option<Whole>,
    chosen: Option<Arc<Passing>>,
}

#[derive(Debug)]
struct Whole {
    /// The newest change that the columns know of.
    change: i64,
    lanes: Vec<LaneRow>,
    columns: Arc<Columns>,
}

/// What passes a filter, in the lanes that are shown.
#[derive(Debug)]
struct Passing {
    change: i64,
    filter: Filter,
    columns: Arc<Columns>,
    lanes: Vec<LaneInput>,
}

impl Casebook {
    /// The picture of the events that pass, laid out for this viewport.
    pub fn scene(
        &self,
        filter: &Filter,
        viewport: Viewport,
        selected: Option<EventKey>,
    ) -> Result<Scene> {
        let events = self.passing(filter)?;
        let arrows = match selected {
            Some(key) => self.arrows(key, event_filter(filter)?.known_on)?,
            None => Vec::new(),
        };
        let selected = selected.map(|key| (key, arrows.as_slice()));
        Ok(scene_of(
            &events.columns,
            &events.lanes,
            viewport,
            selected,
            &*INTER,
        ))
    }

    pub fn overview(&self, filter: &Filter, width: f64) -> Result<Overview> {
        let events = self.passing(filter)?;
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

    /// The event that a step from `key` leads to; without one, the first or the last.
    pub fn step(
        &self,
        filter: &Filter,
        key: Option<EventKey>,
        step: Step,
    ) -> Result<Option<EventKey>> {
        let passing = event_filter(filter)?;
        let found = match step {
            Step::First => self.store.step(&passing, None, true, false)?,
            Step::Last => self.store.step(&passing, None, false, false)?,
            Step::Next => self.store.step(&passing, key, true, false)?,
            Step::Previous => self.store.step(&passing, key, false, false)?,
            Step::NextInLane => self.store.step(&passing, key, true, true)?,
            Step::PreviousInLane => self.store.step(&passing, key, false, true)?,
            Step::LaneAbove | Step::LaneBelow => {
                let above = step == Step::LaneAbove;
                let events = self.passing(filter)?;
                match key.filter(|key| events.columns.contains(*key)) {
                    Some(key) => events.columns.nearest_in_other_lane(key, above),
                    None => self.store.step(&passing, None, !above, false)?,
                }
            }
        };
        Ok(found)
    }

    /// Every event that passes, and the lanes that are shown.
    pub(crate) fn timeline_events(
        &self,
        filter: &Filter,
    ) -> Result<(Vec<TimelineEvent>, Vec<LaneInput>)> {
        let passing = self.passing(filter)?;
        Ok((passing.columns.events().collect(), passing.lanes.clone()))
    }

    fn passing(&self, filter: &Filter) -> Result<Arc<Passing>> {
        let change = self.store.newest_change()?;
        // A panic while it was held left whole values behind: they are only ever replaced.
        let mut cached = self
            .timeline
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(events) = &cached.chosen
            && events.change == change
            && events.filter == *filter
        {
            return Ok(Arc::clone(events));
        }
        // Nothing else may hold the columns, or an edit of one event would copy them all.
        cached.chosen = None;
        let whole = match cached.whole.take() {
            Some(whole) if whole.change == change => whole,
            Some(whole) => self.brought_up_to(change, whole)?,
            None => self.read_whole(change)?,
        };
        let events = Arc::new(self.choose(&whole, filter)?);
        cached.whole = Some(whole);
        cached.chosen = Some(Arc::clone(&events));
        Ok(events)
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

    fn brought_up_to(&self, change: i64, mut whole: Whole) -> Result<Whole> {
        let lanes = self.store.lane_rows()?;
        let is_same_place = |(old, new): (&LaneRow, &LaneRow)| old.key == new.key;
        let stay =
            lanes.len() >= whole.lanes.len() && whole.lanes.iter().zip(&lanes).all(is_same_place);
        let redrawn = match stay {
            true => self.store.redrawn_since(whole.change, FEW)?,
            false => None,
        };
        let Some(keys) = redrawn else {
            return self.read_whole(change);
        };
        let places = Places::of(&lanes);
        let columns = Arc::make_mut(&mut whole.columns);
        columns.remove(&keys);
        self.store
            .timeline_of(&keys, |row| columns.insert(&event_row(&row, &places)))?;
        columns.settle();
        Ok(Whole {
            change,
            lanes,
            columns: whole.columns,
        })
    }

    /// What a search found is marked, so that it shows through every count.
    fn choose(&self, whole: &Whole, filter: &Filter) -> Result<Passing> {
        let understood = event_filter(filter)?;
        let is_shown = |lane: &LaneRow| {
            let chosen = understood.lanes.as_ref();
            // Lanes are hidden by choice, never because nothing in them passes.
            chosen.is_none_or(|chosen| chosen.contains(&lane.id))
        };
        let mut shown = Vec::new();
        let mut places: Vec<Option<u16>> = Vec::new();
        for (position, lane) in whole.lanes.iter().enumerate() {
            places.push(match is_shown(lane) {
                true => u16::try_from(shown.len()).ok(),
                false => None,
            });
            if is_shown(lane) {
                shown.push((position, lane));
            }
        }
        let columns = if understood == EventFilter::default() {
            Arc::clone(&whole.columns)
        } else {
            let choice = Choice::of(&self.store, &understood)?;
            let found = match understood.search {
                Some(_) => flag::FOUND,
                None => 0,
            };
            let place = |lane: u16| places.get(usize::from(lane)).copied().flatten();
            Arc::new(whole.columns.chosen(
                |event| place(event.lane).filter(|_| choice.holds(event)),
                found,
            ))
        };
        let counts = columns.counts(shown.len());
        let lanes = shown.into_iter().zip(counts);
        Ok(Passing {
            change: whole.change,
            filter: filter.clone(),
            lanes: lanes
                .map(|((position, lane), events)| LaneInput {
                    id: lane.id.clone(),
                    name: lane.name.clone(),
                    colour: lane_colour(position as i64),
                    events,
                })
                .collect(),
            columns,
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

/// A filter as columns can answer it; what they cannot, the store has answered.
struct Choice {
    kinds: Option<Vec<bool>>,
    from: f64,
    to: f64,
    keys: Option<Keys>,
}

impl Choice {
    fn of(store: &Store, filter: &EventFilter) -> Result<Self> {
        let rest = EventFilter {
            lanes: None,
            kinds: None,
            from: None,
            to: None,
            ..filter.clone()
        };
        let keys = match rest == EventFilter::default() {
            true => None,
            false => Some(Keys::of(store.passing(&rest)?)),
        };
        let kinds = filter.kinds.as_ref().map(|chosen| {
            let mut kinds = vec![false; EventKind::ALL.len()];
            for kind in chosen {
                kinds[*kind as usize] = true;
            }
            kinds
        });
        Ok(Self {
            kinds,
            from: filter.from.map_or(f64::NEG_INFINITY, |day| day as f64),
            to: filter.to.map_or(f64::INFINITY, |day| day as f64 + 1.0),
            keys,
        })
    }

    fn holds(&self, event: &Chosen) -> bool {
        // An event passes when it may lie within.
        event.last > self.from
            && event.first < self.to
            && self
                .kinds
                .as_ref()
                .is_none_or(|kinds| kinds[usize::from(event.kind)])
            && self
                .keys
                .as_ref()
                .is_none_or(|keys| keys.contain(event.key))
    }
}

/// A set of keys that are mostly close together.
enum Keys {
    Bits(Vec<u64>),
    Sorted(Vec<EventKey>),
}

impl Keys {
    fn of(mut keys: Vec<EventKey>) -> Self {
        keys.sort_unstable();
        let highest = keys
            .last()
            .copied()
            .and_then(|key| usize::try_from(key).ok());
        let is_positive = keys.first().is_none_or(|key| *key >= 0);
        match highest.filter(|highest| is_positive && *highest / 256 <= keys.len()) {
            Some(highest) => {
                let mut bits = vec![0; highest / 64 + 1];
                for key in keys {
                    bits[key as usize / 64] |= 1 << (key % 64);
                }
                Self::Bits(bits)
            }
            None => Self::Sorted(keys),
        }
    }

    fn contain(&self, key: EventKey) -> bool {
        match self {
            Self::Bits(bits) => usize::try_from(key)
                .ok()
                .and_then(|at| bits.get(at / 64))
                .is_some_and(|word| word >> (key % 64) & 1 == 1),
            Self::Sorted(keys) => keys.binary_search(&key).is_ok(),
        }
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

//! The events of a timeline as columns, in the order in which a scene asks for them.
//!
//! Events stand by lane, then by class of duration, then in time. A class holds what lasts
//! more than half as long as its longest: so, at any scale, whole classes are marks or
//! bars, and which of a class may reach into a window is found by two searches. Forty-odd
//! bytes an event, and its label.

/// Does the same to each column, so that none of them can be forgotten.
macro_rules! each_column {
    ($columns:ident, $act:ident($($argument:expr),*)) => {
        $act(&mut $columns.key, $($argument),*);
        $act(&mut $columns.first, $($argument),*);
        $act(&mut $columns.last, $($argument),*);
        $act(&mut $columns.middle, $($argument),*);
        $act(&mut $columns.shape, $($argument),*);
        $act(&mut $columns.kind, $($argument),*);
        $act(&mut $columns.flags, $($argument),*);
        $act(&mut $columns.rank, $($argument),*);
        $act(&mut $columns.text, $($argument),*);
    };
}

mod editing;
mod lanes;

use crate::input::{Candidate, LabelPlace, TimelineEvent};
use crate::pyramid::{Ground, Pyramid, Survey};
use crate::room::Room;
use crate::scene::flag;
use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::Shape;
use editing::room_behind;
use std::ops::Range;
use std::sync::Arc;

/// Flags that keep an event out of a count where it can be told apart.
pub(crate) const SHOWN: u16 = flag::FOUND | flag::DISPUTED | flag::NOTED;
/// Stands among the flags of an event whose time of day is known, and in no scene.
pub(crate) const TIMED: u16 = 1 << 15;
const MINUTES_OF_DAY: f64 = 1_440.0;

#[derive(Debug, Clone, Default)]
pub struct Columns {
    key: Vec<i64>,
    /// The first and last moment that the date allows, in days; infinite where it is open.
    first: Vec<f64>,
    last: Vec<f64>,
    /// Between both, or the known one of them.
    middle: Vec<f64>,
    shape: Vec<Shape>,
    kind: Vec<u8>,
    flags: Vec<u16>,
    /// Significance first, then a lot that depends on the key alone: of several that
    /// matter alike, the same one is shown at every scale.
    rank: Vec<u32>,
    text: Vec<TextPlace>,
    texts: Arc<String>,
    /// Not empty, in order, with or without [room](editing) between them.
    runs: Vec<Run>,
    /// How many there are; the columns also have places without an event.
    events: usize,
    pyramid: Pyramid,
}

#[derive(Debug, Clone)]
struct TextPlace {
    start: u32,
    bytes: u16,
    room: Room,
}

/// Events of one lane and one class, in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub lane: u16,
    pub class: Class,
    pub start: usize,
    pub end: usize,
}

impl Run {
    pub fn holds(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}

/// More than there are.
const CLASSES: usize = 128;

/// How long an event may last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Class(u8);

impl Class {
    pub const OPEN_END: Self = Self(120);
    pub const OPEN_START: Self = Self(121);
    pub const ENDLESS: Self = Self(122);

    fn of(first: f64, last: f64) -> Self {
        match (first.is_finite(), last.is_finite()) {
            (true, true) if last <= first => Self(0),
            (true, true) => Self((last - first).log2().ceil().clamp(0.0, 100.0) as u8 + 1),
            (true, false) => Self::OPEN_END,
            (false, true) => Self::OPEN_START,
            (false, false) => Self::ENDLESS,
        }
    }

    /// None of the class lasts longer, in days; infinite where an end is open.
    pub fn longest(self) -> f64 {
        match self.0 {
            0 => 0.0,
            class @ 1..=101 => f64::from(class - 1).exp2(),
            _ => f64::INFINITY,
        }
    }
}

/// What the columns are made from, one event at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventRow<'a> {
    /// What the caller knows it by; unique, and below 2^53.
    pub key: i64,
    pub lane: u16,
    pub shape: Shape,
    /// A number of the caller's, by which it may choose events.
    pub kind: u8,
    /// Days; `None` where an end is open or unknown.
    pub earliest: Option<i64>,
    pub latest: Option<i64>,
    /// Of its day, where a time is known: 0 to 1,439.
    pub minute: Option<u16>,
    pub significance: u8,
    /// [`flag::SPAN`], [`flag::UNCERTAIN`], [`flag::APPROXIMATE`], [`flag::FOUND`],
    /// [`flag::DISPUTED`] and [`flag::NOTED`].
    pub flags: u16,
    pub label: &'a str,
}

/// Columns that are being filled.
#[derive(Debug, Default)]
pub struct ColumnsMaker {
    columns: Columns,
    lanes: Vec<u16>,
    texts: String,
}

impl ColumnsMaker {
    pub fn add(&mut self, row: &EventRow<'_>) {
        self.lanes.push(row.lane);
        self.columns.push(row, &mut self.texts);
    }

    pub fn finish(mut self) -> Columns {
        self.texts.shrink_to_fit();
        self.columns.texts = Arc::new(self.texts);
        self.columns.sort(&self.lanes);
        self.columns
    }
}

/// What an event is chosen by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    pub key: i64,
    pub lane: u16,
    pub kind: u8,
    /// In days; the last is the end of the last day. Infinite where an end is open.
    pub first: f64,
    pub last: f64,
}

impl Columns {
    /// Takes the rows in any order.
    pub fn of<'a>(rows: impl IntoIterator<Item = EventRow<'a>>) -> Self {
        let mut maker = ColumnsMaker::default();
        for row in rows {
            maker.add(&row);
        }
        maker.finish()
    }

    pub(crate) fn of_events(events: &[TimelineEvent]) -> Self {
        Self::of(events.iter().map(TimelineEvent::row))
    }

    fn push(&mut self, row: &EventRow<'_>, texts: &mut String) {
        let (first, last) = days(row);
        let known = row.flags & (SHOWN | flag::SPAN | flag::UNCERTAIN | flag::APPROXIMATE);
        let timed = if row.minute.is_some() { TIMED } else { 0 };
        let open = |end: f64, bit: u16| if end.is_infinite() { bit } else { 0 };
        let start = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        let label = shortened(row.label);
        // Beyond four gigabytes of labels the rest goes without.
        let bytes = if start == u32::MAX { 0 } else { label.len() };
        texts.push_str(&label[..bytes]);
        self.key.push(row.key);
        self.first.push(first);
        self.last.push(last);
        self.middle.push(middle(first, last));
        self.shape.push(row.shape);
        self.kind.push(row.kind);
        self.flags
            .push(known | timed | open(first, flag::OPEN_START) | open(last, flag::OPEN_END));
        self.rank
            .push(u32::from(row.significance) << 24 | lot(row.key));
        self.text.push(TextPlace {
            start,
            bytes: bytes as u16,
            room: Room::default(),
        });
        self.events += 1;
    }

    /// Puts the events in order and builds the pyramid over them. `lanes` are those of the
    /// events as they stand.
    fn sort(&mut self, lanes: &[u16]) {
        let (mut order, runs) = self.by_run(lanes);
        let came_by_key = self.key.is_sorted();
        self.runs.clear();
        let mut places: Vec<Option<u32>> = Vec::with_capacity(order.len() + order.len() / 32);
        for run in runs {
            let own = &mut order[run.start..run.end];
            if came_by_key {
                // Stable, and fast where they also came in time, as the events of a case do.
                own.sort_by_key(|(middle, _)| *middle);
            } else {
                own.sort_unstable_by_key(|(middle, at)| (*middle, self.key[*at as usize]));
            }
            let start = places.len();
            places.extend(own.iter().map(|(_, at)| Some(*at)));
            let end = places.len();
            self.runs.push(Run { start, end, ..run });
            places.resize(end + room_behind(own.len()), None);
        }
        drop(order);
        each_column!(self, reorder(&places));
        for (place, at) in places.iter().enumerate() {
            if at.is_none() {
                self.vacate(place..place + 1);
            }
        }
        self.pyramid = Pyramid::over(self.ground());
    }

    /// The events of one run behind those of the other, each with its place in time and where
    /// it stands now; and the runs, without room.
    fn by_run(&self, lanes: &[u16]) -> (Vec<(u64, u32)>, Vec<Run>) {
        let bucket = |at: usize| {
            let class = Class::of(self.first[at], self.last[at]);
            usize::from(lanes[at]) * CLASSES + usize::from(class.0)
        };
        let buckets: Vec<u32> = (0..lanes.len()).map(|at| bucket(at) as u32).collect();
        let count = buckets.iter().max().map_or(0, |last| *last as usize + 1);
        let mut starts = vec![0_usize; count + 1];
        for bucket in &buckets {
            starts[*bucket as usize + 1] += 1;
        }
        for bucket in 0..count {
            starts[bucket + 1] += starts[bucket];
        }
        let full = (0..count).filter(|bucket| starts[*bucket] < starts[bucket + 1]);
        let runs = full.map(|bucket| Run {
            lane: (bucket / CLASSES) as u16,
            class: Class((bucket % CLASSES) as u8),
            start: starts[bucket],
            end: starts[bucket + 1],
        });
        let runs = runs.collect();
        let mut order = vec![(0, 0); lanes.len()];
        for (at, bucket) in buckets.iter().enumerate() {
            let next = &mut starts[*bucket as usize];
            order[*next] = (ascending(self.middle[at]), at as u32);
            *next += 1;
        }
        (order, runs)
    }

    /// The events that `choose` gives a lane of the picture, with more flags on each.
    pub fn chosen(&self, choose: impl Fn(&Chosen) -> Option<u16>, more_flags: u16) -> Self {
        let mut columns = Self {
            texts: Arc::clone(&self.texts),
            ..Self::default()
        };
        for run in &self.runs {
            for at in run.start..run.end {
                let Some(lane) = choose(&self.choice(at, run.lane)) else {
                    continue;
                };
                columns.extend_run(lane, run.class);
                columns.key.push(self.key[at]);
                columns.first.push(self.first[at]);
                columns.last.push(self.last[at]);
                columns.middle.push(self.middle[at]);
                columns.shape.push(self.shape[at]);
                columns.kind.push(self.kind[at]);
                columns.flags.push(self.flags[at] | more_flags & SHOWN);
                columns.rank.push(self.rank[at]);
                columns.text.push(self.text[at].clone());
                columns.events += 1;
            }
        }
        if !columns.runs.is_sorted_by_key(|run| (run.lane, run.class)) {
            // The picture has its lanes in another order.
            let mut lanes = vec![0; columns.key.len()];
            for run in &columns.runs {
                lanes[run.start..run.end].fill(run.lane);
            }
            columns.sort(&lanes);
        } else {
            columns.pyramid = Pyramid::over(columns.ground());
        }
        columns
    }

    fn extend_run(&mut self, lane: u16, class: Class) {
        let at = self.key.len();
        match self.runs.last_mut() {
            Some(run) if (run.lane, run.class) == (lane, class) => run.end = at + 1,
            _ => self.runs.push(Run {
                lane,
                class,
                start: at,
                end: at + 1,
            }),
        }
    }

    pub fn contains(&self, key: i64) -> bool {
        !self.positions(&[key]).is_empty()
    }

    pub fn len(&self) -> usize {
        self.events
    }

    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// How many events lie in each of so many lanes.
    pub fn counts(&self, lanes: usize) -> Vec<u32> {
        let mut counts = vec![0; lanes];
        for run in &self.runs {
            if let Some(count) = counts.get_mut(usize::from(run.lane)) {
                *count += (run.end - run.start) as u32;
            }
        }
        counts
    }

    /// The lanes that an event stands in, the uppermost first.
    pub fn lanes_of(&self, key: i64) -> Vec<u16> {
        let positions = self.positions(&[key]);
        let run_of = |at: usize| self.runs.iter().find(|run| run.holds(at));
        let runs = positions.iter().filter_map(|(_, at)| run_of(*at));
        runs.map(|run| run.lane).collect()
    }

    /// From an event in one of its lanes: in the nearest lane above or below that has
    /// another event, the one nearest in time, and that lane.
    pub fn nearest_in_other_lane(&self, key: i64, lane: u16, above: bool) -> Option<(i64, u16)> {
        let (_, here) = *self.positions(&[key]).first()?;
        let middle = self.middle[here];
        let mut others: Vec<u16> = self.runs.iter().map(|run| run.lane).collect();
        others.dedup();
        others.retain(|other| match above {
            true => *other < lane,
            false => *other > lane,
        });
        if above {
            others.reverse();
        }
        others.into_iter().find_map(|other| {
            let found = self.nearest_in(other, middle, key)?;
            Some((found, other))
        })
    }

    /// The event of a lane nearest to a day, other than `but`.
    fn nearest_in(&self, lane: u16, day: f64, but: i64) -> Option<i64> {
        let near = self.of_lane(lane).iter().flat_map(|run| {
            let at = self.first_from(*run, run.start, day);
            // A lane holds an event once, so one of the two from there on is another.
            [at.checked_sub(1), Some(at), Some(at + 1)]
                .into_iter()
                .flatten()
                .filter(|at| run.holds(*at) && self.key[*at] != but)
        });
        let nearest = near.min_by(|a, b| {
            let distance = |at: &usize| (self.middle[*at] - day).abs();
            distance(a)
                .total_cmp(&distance(b))
                .then(self.key[*a].cmp(&self.key[*b]))
        })?;
        Some(self.key[nearest])
    }

    /// The keys of the events of some lanes, as often as they stand in one.
    pub fn keys_in(&self, lanes: impl Fn(u16) -> bool) -> impl Iterator<Item = i64> {
        let runs = self.runs.iter().filter(move |run| lanes(run.lane));
        runs.flat_map(|run| self.key[run.start..run.end].iter().copied())
    }

    /// Each of the keys that is there, with its position, in the order of the positions.
    pub(crate) fn positions(&self, keys: &[i64]) -> Vec<(i64, usize)> {
        let mut wanted = keys.to_vec();
        wanted.sort_unstable();
        wanted.dedup();
        let (Some(least), Some(most)) = (wanted.first(), wanted.last()) else {
            return Vec::new();
        };
        let mut found = Vec::with_capacity(wanted.len());
        // Through all of them in any case: a key may stand in several lanes.
        if wanted.len() <= FEW_KEYS {
            for key in &wanted {
                self.places_of(*key, |at| found.push((*key, at)));
            }
        } else {
            for (at, key) in self.key.iter().enumerate() {
                if (least..=most).contains(&key) && wanted.binary_search(key).is_ok() {
                    found.push((*key, at));
                }
            }
        }
        found.sort_unstable_by_key(|(_, at)| *at);
        found
    }

    /// By its lot, which many processors compare eight at a time, as they do no keys.
    fn places_of(&self, key: i64, mut each: impl FnMut(usize)) {
        let lot = lot(key);
        for (block, ranks) in self.rank.chunks(LOTS).enumerate() {
            let has_lot = |any: bool, rank: &u32| any | (rank & LOT == lot);
            if ranks.iter().fold(false, has_lot) {
                let places = block * LOTS..block * LOTS + ranks.len();
                places.filter(|at| self.key[*at] == key).for_each(&mut each);
            }
        }
    }

    /// The runs of one lane, by class.
    pub(crate) fn of_lane(&self, lane: u16) -> &[Run] {
        let from = self.runs.partition_point(|run| run.lane < lane);
        let to = self.runs.partition_point(|run| run.lane <= lane);
        &self.runs[from..to]
    }

    /// The first of a run, not before `from`, whose middle is at `day` or later. The nearer
    /// it is to `from`, the faster.
    pub(crate) fn first_from(&self, run: Run, from: usize, day: f64) -> usize {
        let mut low = from;
        // Near by it is faster to compare all than to choose where to compare.
        while let Some(near) = self.middle[..run.end].get(low..low + NEAR)
            && low < from + 2 * NEAR
        {
            let before = near.iter().filter(|middle| **middle < day).count();
            low += before;
            if before < NEAR {
                return low;
            }
        }
        let mut step = 1;
        while low + step <= run.end && self.middle[low + step - 1] < day {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(run.end);
        low + self.middle[low..high].partition_point(|middle| *middle < day)
    }

    pub(crate) fn rank(&self, at: usize) -> u32 {
        self.rank[at]
    }

    pub(crate) fn days(&self, at: usize) -> (f64, f64) {
        (self.first[at], self.last[at])
    }

    pub(crate) fn middle(&self, at: usize) -> f64 {
        self.middle[at]
    }

    pub(crate) fn candidate(&self, at: usize) -> Candidate<'_> {
        let TextPlace { start, bytes, room } = &self.text[at];
        Candidate {
            key: self.key[at],
            shape: self.shape[at],
            first: self.first[at],
            last: self.last[at],
            flags: self.flags[at],
            significance: (self.rank[at] >> 24) as u8,
            label: LabelPlace {
                texts: &self.texts,
                start: *start as usize,
                bytes: usize::from(*bytes),
                room,
            },
        }
    }

    /// The events with these keys as they were given, in no particular order.
    pub fn events(&self, of: impl Fn(i64) -> bool) -> impl Iterator<Item = TimelineEvent> {
        let runs = self.runs.iter();
        let places = runs.flat_map(|run| (run.start..run.end).map(move |at| (run, at)));
        places
            .filter(move |(_, at)| of(self.key[*at]))
            .map(move |(run, at)| {
                let event = self.candidate(at);
                let is = |bit: u16| event.flags & bit != 0;
                let is_exact = event.first == event.last;
                let day = |moment: f64| moment.is_finite().then(|| Day(moment.floor() as i64));
                TimelineEvent {
                    key: event.key,
                    lane: run.lane,
                    shape: event.shape,
                    bounds: Bounds {
                        earliest: day(event.first),
                        latest: day(event.last - if is_exact { 0.0 } else { 1.0 }),
                    },
                    minute: is(TIMED).then(|| {
                        let of_day = event.first - event.first.floor();
                        (of_day * MINUTES_OF_DAY).round() as u16
                    }),
                    is_span: is(flag::SPAN),
                    uncertain: is(flag::UNCERTAIN),
                    approximate: is(flag::APPROXIMATE),
                    label: event.label.as_str().to_owned(),
                    significance: event.significance,
                    flags: event.flags & SHOWN,
                }
            })
    }

    /// Every event: the first and last moment of it, in no particular order.
    pub(crate) fn all_days(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let runs = self.runs.iter().map(|run| run.start..run.end);
        runs.flat_map(|run| {
            let last = self.last[run.clone()].iter();
            self.first[run].iter().copied().zip(last.copied())
        })
    }

    pub(crate) fn survey(&self, run: Range<usize>) -> Survey {
        self.pyramid.survey(self.ground(), run)
    }

    /// The event that matters most in a run that was surveyed.
    pub(crate) fn best(&self, run: Range<usize>, survey: &Survey) -> Option<usize> {
        self.pyramid.with_rank(self.ground(), run, survey.rank)
    }

    /// The flagged one that does.
    pub(crate) fn best_flagged(&self, run: Range<usize>, survey: &Survey) -> Option<usize> {
        self.pyramid
            .flagged_with_rank(self.ground(), run, survey.flagged_rank)
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            rank: &self.rank,
            flags: &self.flags,
            flagged: SHOWN,
        }
    }
}

/// The first and last moment that a date allows, in days; infinite where it is open.
///
/// A day without a time is its middle: the mark then stands inside its own day at every
/// scale and does not lean over to the day before.
fn days(row: &EventRow<'_>) -> (f64, f64) {
    let first = row.earliest.map(|day| day as f64);
    let last = row.latest.map(|day| day as f64 + 1.0);
    match (first, last) {
        (Some(first), Some(last)) if last - first <= 1.0 && row.flags & flag::SPAN == 0 => {
            let time = row
                .minute
                .map_or(0.5, |minute| f64::from(minute) / MINUTES_OF_DAY);
            (first + time, first + time)
        }
        // Reversed bounds are no date; the drawing still needs an order.
        (Some(first), Some(last)) => (first.min(last), first.max(last)),
        _ => (
            first.unwrap_or(f64::NEG_INFINITY),
            last.unwrap_or(f64::INFINITY),
        ),
    }
}

fn middle(first: f64, last: f64) -> f64 {
    match (first.is_finite(), last.is_finite()) {
        (true, true) => first.midpoint(last),
        (true, false) => first,
        (false, true) => last,
        (false, false) => 0.0,
    }
}

/// Longer texts are never shown whole; what is cut off here would be cut off anyway.
fn shortened(label: &str) -> &str {
    const MOST: usize = 512;
    let end = (0..=label.len().min(MOST))
        .rev()
        .find(|end| label.is_char_boundary(*end));
    &label[..end.unwrap_or(0)]
}

/// The bits of a rank that are the lot.
const LOT: u32 = (1 << 24) - 1;
/// So many ranks are compared before it is asked whether one was it.
const LOTS: usize = 64;
/// Middles that are compared at once.
const NEAR: usize = 16;
/// Keys are looked for one after the other up to so many, all at once beyond.
const FEW_KEYS: usize = 4;

/// Mixes a key to 24 bits that are not all 0.
fn lot(key: i64) -> u32 {
    let mixed = (key as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 40) as u32 | 1
}

/// A number that is in the order of the finite number it is made from.
fn ascending(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 {
        bits | 1 << 63
    } else {
        !bits
    }
}

fn partition_point(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// What stands at a place that nobody has does not matter.
fn reorder<T: Clone>(column: &mut Vec<T>, places: &[Option<u32>]) {
    let Some(any) = column.first().cloned() else {
        return;
    };
    // With a place more, because an event is written behind the last before it is moved.
    let mut reordered = Vec::with_capacity(places.len() + 1);
    reordered.extend(places.iter().map(|at| match at {
        Some(at) => column[*at as usize].clone(),
        None => any.clone(),
    }));
    *column = reordered;
}

//! The events of a timeline as columns, in the order in which a scene asks for them.
//!
//! Events stand by lane, then by class of duration, then in time. A class holds what lasts
//! more than half as long as its longest: so, at any scale, whole classes are marks or
//! bars, and which of a class may reach into a window is found by two searches. Forty-odd
//! bytes an event, and its label.

mod lanes;

use crate::input::{Candidate, LabelPlace, TimelineEvent};
use crate::pyramid::{Ground, Pyramid};
use crate::scene::flag;
use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::Shape;
use std::ops::Range;
use std::sync::Arc;

/// Flags that keep an event out of a count where it can be told apart.
pub(crate) const SHOWN: u16 = flag::FOUND | flag::DISPUTED | flag::NOTED;

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
    runs: Vec<Run>,
    pyramid: Pyramid,
}

#[derive(Debug, Clone, Copy)]
struct TextPlace {
    start: u32,
    bytes: u16,
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

/// How long an event may last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
            .push(known | open(first, flag::OPEN_START) | open(last, flag::OPEN_END));
        self.rank
            .push(u32::from(row.significance) << 24 | lot(row.key));
        self.text.push(TextPlace {
            start,
            bytes: bytes as u16,
        });
    }

    /// Puts the events in order and builds the pyramid over them. `lanes` are those of the
    /// events as they stand.
    fn sort(&mut self, lanes: &[u16]) {
        let place = |at: usize| {
            let class = Class::of(self.first[at], self.last[at]);
            u64::from(lanes[at]) << 8 | u64::from(class.0)
        };
        let mut order: Vec<(u64, u64, i64, u32)> = (0..self.key.len())
            .map(|at| {
                (
                    place(at),
                    ascending(self.middle[at]),
                    self.key[at],
                    at as u32,
                )
            })
            .collect();
        order.sort_unstable();
        self.runs = order
            .chunk_by(|a, b| a.0 == b.0)
            .scan(0, |start, run| {
                let from = *start;
                *start += run.len();
                Some(Run {
                    lane: (run[0].0 >> 8) as u16,
                    class: Class(run[0].0 as u8),
                    start: from,
                    end: *start,
                })
            })
            .collect();
        let order: Vec<u32> = order.into_iter().map(|(.., at)| at).collect();
        reorder(&mut self.key, &order);
        reorder(&mut self.first, &order);
        reorder(&mut self.last, &order);
        reorder(&mut self.middle, &order);
        reorder(&mut self.shape, &order);
        reorder(&mut self.kind, &order);
        reorder(&mut self.flags, &order);
        reorder(&mut self.rank, &order);
        reorder(&mut self.text, &order);
        self.pyramid = Pyramid::over(self.ground());
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
                columns.text.push(self.text[at]);
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

    /// Takes out those of these events that are there. Together with [`Columns::insert`] for
    /// what an edit touched, as it is now, and [`Columns::settle`] in the end; cheap for few.
    pub fn remove(&mut self, keys: &[i64]) {
        for (_, at) in self.positions(keys).into_iter().rev() {
            self.remove_at(at);
        }
    }

    /// Builds the pyramid anew.
    pub fn settle(&mut self) {
        self.pyramid = Pyramid::over(self.ground());
    }

    fn remove_at(&mut self, at: usize) {
        self.key.remove(at);
        self.first.remove(at);
        self.last.remove(at);
        self.middle.remove(at);
        self.shape.remove(at);
        self.kind.remove(at);
        self.flags.remove(at);
        self.rank.remove(at);
        self.text.remove(at);
        for run in &mut self.runs {
            run.start -= usize::from(run.start > at);
            run.end -= usize::from(run.end > at);
        }
        self.runs.retain(|run| run.start < run.end);
    }

    /// Puts an event in its place; its key must not be there.
    pub fn insert(&mut self, row: &EventRow<'_>) {
        let (first, last) = days(row);
        let place = (row.lane, Class::of(first, last));
        let number = self
            .runs
            .partition_point(|run| (run.lane, run.class) < place);
        let is_there = self
            .runs
            .get(number)
            .is_some_and(|run| (run.lane, run.class) == place);
        if !is_there {
            let start = match number.checked_sub(1) {
                Some(before) => self.runs[before].end,
                None => 0,
            };
            self.runs.insert(
                number,
                Run {
                    lane: place.0,
                    class: place.1,
                    start,
                    end: start,
                },
            );
        }
        let run = self.runs[number];
        let order = |at: usize| (ascending(self.middle[at]), self.key[at]);
        let own = (ascending(middle(first, last)), row.key);
        let at = run.start + partition_point(run.end - run.start, |at| order(run.start + at) < own);
        // Written behind the last and moved into its place.
        let texts = Arc::make_mut(&mut self.texts);
        let mut texts = std::mem::take(texts);
        self.push(row, &mut texts);
        self.texts = Arc::new(texts);
        move_last(&mut self.key, at);
        move_last(&mut self.first, at);
        move_last(&mut self.last, at);
        move_last(&mut self.middle, at);
        move_last(&mut self.shape, at);
        move_last(&mut self.kind, at);
        move_last(&mut self.flags, at);
        move_last(&mut self.rank, at);
        move_last(&mut self.text, at);
        self.runs[number].end += 1;
        for run in &mut self.runs[number + 1..] {
            run.start += 1;
            run.end += 1;
        }
    }

    pub fn contains(&self, key: i64) -> bool {
        self.key.contains(&key)
    }

    pub fn len(&self) -> usize {
        self.key.len()
    }

    pub fn is_empty(&self) -> bool {
        self.key.is_empty()
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

    /// In the nearest lane above or below that has events, the one nearest in time.
    pub fn nearest_in_other_lane(&self, key: i64, above: bool) -> Option<i64> {
        let (_, here) = *self.positions(&[key]).first()?;
        let own = self.runs.iter().find(|run| run.end > here)?.lane;
        let others = self.runs.iter().filter(|run| match above {
            true => run.lane < own,
            false => run.lane > own,
        });
        let lane = others
            .map(|run| run.lane)
            .min_by_key(|lane| lane.abs_diff(own))?;
        let middle = self.middle[here];
        let near = self.of_lane(lane).iter().flat_map(|run| {
            let at = self.first_from(*run, run.start, middle);
            [at.checked_sub(1), Some(at)]
                .into_iter()
                .flatten()
                .filter(move |at| (run.start..run.end).contains(at))
        });
        let nearest = near.min_by(|a, b| {
            let distance = |at: &usize| (self.middle[*at] - middle).abs();
            distance(a)
                .total_cmp(&distance(b))
                .then(self.key[*a].cmp(&self.key[*b]))
        })?;
        Some(self.key[nearest])
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
        for (at, key) in self.key.iter().enumerate() {
            if (least..=most).contains(&key) && wanted.binary_search(key).is_ok() {
                // Not the end of the search: a key may stand in several lanes.
                found.push((*key, at));
            }
        }
        found.sort_unstable_by_key(|(_, at)| *at);
        found
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
        let TextPlace { start, bytes } = self.text[at];
        Candidate {
            key: self.key[at],
            shape: self.shape[at],
            first: self.first[at],
            last: self.last[at],
            flags: self.flags[at],
            significance: (self.rank[at] >> 24) as u8,
            label: LabelPlace {
                texts: &self.texts,
                start: start as usize,
                bytes: usize::from(bytes),
            },
        }
    }

    /// The events as they were given, in no particular order.
    pub fn events(&self) -> impl Iterator<Item = TimelineEvent> + '_ {
        self.runs.iter().flat_map(move |run| {
            (run.start..run.end).map(move |at| {
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
                    is_span: is(flag::SPAN),
                    uncertain: is(flag::UNCERTAIN),
                    approximate: is(flag::APPROXIMATE),
                    label: event.label.as_str().to_owned(),
                    significance: event.significance,
                    flags: event.flags & SHOWN,
                }
            })
        })
    }

    /// Every event: the first and last moment of it, in no particular order.
    pub(crate) fn all_days(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.first.iter().copied().zip(self.last.iter().copied())
    }

    pub(crate) fn best(&self, run: Range<usize>) -> Option<usize> {
        self.pyramid.best(self.ground(), run)
    }

    pub(crate) fn best_flagged(&self, run: Range<usize>) -> Option<usize> {
        self.pyramid.best_flagged(self.ground(), run)
    }

    pub(crate) fn flags(&self, run: Range<usize>) -> u16 {
        self.pyramid.flags(self.ground(), run)
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
/// An exact day is its middle: the mark then stands inside its own day at every scale and
/// does not lean over to the day before.
fn days(row: &EventRow<'_>) -> (f64, f64) {
    let first = row.earliest.map(|day| day as f64);
    let last = row.latest.map(|day| day as f64 + 1.0);
    match (first, last) {
        (Some(first), Some(last)) if last - first <= 1.0 && row.flags & flag::SPAN == 0 => {
            (first + 0.5, first + 0.5)
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

fn reorder<T: Copy>(column: &mut Vec<T>, order: &[u32]) {
    *column = order.iter().map(|at| column[*at as usize]).collect();
}

/// Moves the last of a column to `at`.
fn move_last<T: Copy>(column: &mut [T], at: usize) {
    column[at..].rotate_right(1);
}

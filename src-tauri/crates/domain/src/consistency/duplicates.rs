//! Events that are probably one event entered twice.
//!
//! Two alike titles share one of their rarest words: of the words of the longer at most
//! a third, and a slip, are absent from the shorter. So only events that share such a
//! word are compared, in the order of time, and blocks stay small unless titles are all
//! alike.

use super::Book;
use super::finding::{Alike, Finding, Matter};
use super::titles::Titles;
use super::word_lists::WordLists;
use crate::model::Event;
use crate::vocabulary::EventKind;
use std::collections::{BTreeMap, HashSet};

/// How many of the following events of a block one is compared with. A hundred thousand
/// events called "Order" on one day are found as one by this as well.
const LOOK_AHEAD: usize = 32;

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let records = Records::of(&book.document.events);
    let mut told_apart: HashSet<(usize, usize)> = HashSet::new();
    for relation in &book.document.relations {
        let ends = (
            book.places.get(&relation.from),
            book.places.get(&relation.to),
        );
        if let (Some(&from), Some(&to)) = ends {
            told_apart.insert((from.min(to), from.max(to)));
        }
    }
    let mut groups = Groups::new(book.document.events.len());
    for block in records.blocks() {
        for (at, &left) in block.iter().enumerate() {
            let left = left as usize;
            let last = records.days[left].1;
            let following = block[at + 1..].iter().map(|&right| right as usize);
            let following = following.take(LOOK_AHEAD);
            for right in following.take_while(|&right| records.days[right].0 <= last) {
                let pair = (left.min(right), left.max(right));
                if !groups.joined(left, right)
                    && !told_apart.contains(&pair)
                    && records.are_probably_one(left, right)
                {
                    groups.join(left, right);
                }
            }
        }
    }
    let alike = |place: usize| {
        let event = &book.document.events[place];
        Alike {
            event: event.id.clone(),
            date: event.date.clone(),
            title: event.title.clone(),
        }
    };
    let groups = groups.of_several().into_values();
    groups
        .map(|places| {
            Finding::certain(Matter::ProbableDuplicate {
                events: places.into_iter().map(alike).collect(),
            })
        })
        .collect()
}

/// What is compared of the events, by their places.
struct Records<'a> {
    events: &'a [Event],
    titles: Titles,
    dockets: WordLists,
    /// First and last possible day.
    days: Vec<(i64, i64)>,
}

impl<'a> Records<'a> {
    fn of(events: &'a [Event]) -> Self {
        let days = events.iter().map(|event| {
            let bounds = event.date.bounds();
            (
                bounds.earliest.map_or(i64::MIN, |day| day.0),
                bounds.latest.map_or(i64::MAX, |day| day.0),
            )
        });
        let dockets = events
            .iter()
            .map(|event| docket_words(event.docket.as_deref().unwrap_or_default()));
        Self {
            events,
            titles: Titles::of(events.iter().map(|event| event.title.as_str())),
            dockets: WordLists::of(dockets),
            days: days.collect(),
        }
    }

    /// Per rare word the places of the events that have it, by first day.
    fn blocks(&self) -> impl Iterator<Item = Vec<u32>> {
        let titles = self.titles.words();
        let frequency = titles.frequencies();
        let mut blocks: Vec<Vec<u32>> = vec![Vec::new(); frequency.len()];
        let mut rarest: Vec<(u32, u32)> = Vec::new();
        for place in 0..self.events.len() {
            let words = titles.list(place);
            rarest.clear();
            rarest.extend(words.iter().map(|&word| (frequency[word as usize], word)));
            rarest.sort_unstable();
            for (_, word) in rarest.iter().take(Titles::spare(words.len()) + 2) {
                blocks[*word as usize].push(place as u32);
            }
        }
        let several = blocks.into_iter().filter(|block| block.len() > 1);
        several.map(|mut block| {
            block.sort_unstable_by_key(|&place| (self.days[place as usize], place));
            block
        })
    }

    /// Their days are known to overlap.
    fn are_probably_one(&self, left: usize, right: usize) -> bool {
        if self.are_told_apart(left, right) {
            return false;
        }
        let (a, b) = (&self.events[left], &self.events[right]);
        let same_kind = a.kind == b.kind;
        if self.titles.are_equal(left, right) {
            return true;
        }
        let kinds_agree = same_kind || [a.kind, b.kind].contains(&EventKind::Other);
        if kinds_agree && self.titles.say_the_same(left, right) {
            return true;
        }
        let days = self.days[left];
        let one_day = days == self.days[right] && days.0 == days.1;
        let docket = self.dockets.list(left);
        same_kind
            && a.kind.is_instrument()
            && one_day
            && !docket.is_empty()
            && docket == self.dockets.list(right)
            && self.titles.share_half(left, right)
    }

    /// The casebook puts them on different dockets, in different courts or in different
    /// places of one docket.
    fn are_told_apart(&self, left: usize, right: usize) -> bool {
        let dockets = self.dockets.holds(left, right) || self.dockets.holds(right, left);
        let differ = |a: bool, b: bool, same: bool| a && b && !same;
        let (a, b) = (&self.events[left], &self.events[right]);
        !dockets
            || differ(a.court.is_some(), b.court.is_some(), a.court == b.court)
            || differ(
                a.docket_sequence.is_some(),
                b.docket_sequence.is_some(),
                a.docket_sequence == b.docket_sequence,
            )
    }
}

fn docket_words(docket: &str) -> Vec<String> {
    let docket = docket.to_lowercase();
    docket
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Events joined into groups.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut place: usize) -> usize {
        while self.0[place] != place {
            self.0[place] = self.0[self.0[place]];
            place = self.0[place];
        }
        place
    }

    fn joined(&mut self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        // The first of a group stands for it, whatever the order of joining.
        self.0[a.max(b)] = a.min(b);
    }

    /// The groups of more than one, each in the order of the casebook.
    fn of_several(mut self) -> BTreeMap<usize, Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.0.len() {
            let root = self.root(place);
            groups.entry(root).or_default().push(place);
        }
        groups.retain(|_, places| places.len() > 1);
        groups
    }
}

//! Events that are probably one event entered twice.
//!
//! Two alike titles share one of their rarest words: of the words of the longer at most
//! a third, and a slip, are absent from the shorter. So only events that share such a
//! word are compared, in the order of time, and blocks stay small unless titles are all
//! alike.

use super::Book;
use super::finding::{Alike, Finding, Matter};
use super::titles::TitleWords;
use crate::model::Event;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many of the following events of a block one is compared with. A hundred thousand
/// events called "Order" on one day are found as one by this as well.
const LOOK_AHEAD: usize = 32;

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let records: Vec<Record<'_>> = book.document.events.iter().map(Record::of).collect();
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
    let mut groups = Groups::new(records.len());
    for block in blocks(&records) {
        for (at, &left) in block.iter().enumerate() {
            let last = records[left].days.1;
            let following = block[at + 1..].iter().take(LOOK_AHEAD);
            for &right in following.take_while(|&&right| records[right].days.0 <= last) {
                let pair = (left.min(right), left.max(right));
                if !groups.joined(left, right)
                    && !told_apart.contains(&pair)
                    && records[left].is_probably(&records[right])
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

/// Per rare word the places of the events that have it, by first day.
fn blocks(records: &[Record<'_>]) -> Vec<Vec<usize>> {
    let mut frequency: HashMap<&str, u32> = HashMap::new();
    for word in records.iter().flat_map(|record| record.title.words()) {
        *frequency.entry(word).or_default() += 1;
    }
    let mut blocks: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut rarest: Vec<(u32, &str)> = Vec::new();
    for (place, record) in records.iter().enumerate() {
        let words = record.title.words();
        rarest.clear();
        rarest.extend(
            words
                .iter()
                .map(|word| (frequency[word.as_str()], word.as_str())),
        );
        rarest.sort_unstable();
        for (_, word) in rarest.iter().take(TitleWords::spare(words.len()) + 2) {
            blocks.entry(word).or_default().push(place);
        }
    }
    let mut blocks: Vec<Vec<usize>> = blocks
        .into_values()
        .filter(|block| block.len() > 1)
        .collect();
    for block in &mut blocks {
        block.sort_unstable_by_key(|&place| (records[place].days, place));
    }
    blocks
}

/// What is compared of an event.
struct Record<'a> {
    event: &'a Event,
    title: TitleWords,
    docket: Vec<String>,
    /// First and last possible day.
    days: (i64, i64),
}

impl<'a> Record<'a> {
    fn of(event: &'a Event) -> Self {
        let bounds = event.date.bounds();
        let docket = event.docket.as_deref().unwrap_or_default().to_lowercase();
        let mut docket: Vec<String> = docket
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(ToOwned::to_owned)
            .collect();
        docket.sort_unstable();
        docket.dedup();
        Self {
            event,
            title: TitleWords::of(&event.title),
            docket,
            days: (
                bounds.earliest.map_or(i64::MIN, |day| day.0),
                bounds.latest.map_or(i64::MAX, |day| day.0),
            ),
        }
    }

    /// Their days are known to overlap.
    fn is_probably(&self, other: &Self) -> bool {
        if self.is_elsewhere(other) {
            return false;
        }
        let same_kind = self.event.kind == other.event.kind;
        if self.title == other.title {
            return true;
        }
        let kinds = [self.event.kind, other.event.kind];
        let kinds_agree = same_kind || kinds.contains(&crate::vocabulary::EventKind::Other);
        if kinds_agree && self.title.says_the_same(&other.title) {
            return true;
        }
        let one_day = self.days == other.days && self.days.0 == self.days.1;
        same_kind
            && self.event.kind.is_instrument()
            && one_day
            && !self.docket.is_empty()
            && self.docket == other.docket
            && self.title.shares_half(&other.title)
    }

    /// The casebook puts them on different dockets, in different courts or in different
    /// places of one docket.
    fn is_elsewhere(&self, other: &Self) -> bool {
        let holds = |a: &[String], b: &[String]| a.iter().all(|word| b.binary_search(word).is_ok());
        let dockets = holds(&self.docket, &other.docket) || holds(&other.docket, &self.docket);
        let differ = |a: bool, b: bool, same: bool| a && b && !same;
        let (a, b) = (self.event, other.event);
        !dockets
            || differ(a.court.is_some(), b.court.is_some(), a.court == b.court)
            || differ(
                a.docket_sequence.is_some(),
                b.docket_sequence.is_some(),
                a.docket_sequence == b.docket_sequence,
            )
    }
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

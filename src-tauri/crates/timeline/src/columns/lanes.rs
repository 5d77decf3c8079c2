//! Other lanes for the same events.

use super::{Chosen, Columns};
use std::sync::Arc;

impl Columns {
    /// The events in other lanes: those that `lanes` adds for each, by its key and kind. An
    /// event may stand in several lanes, or in none.
    pub fn in_lanes(&self, mut lanes: impl FnMut(i64, u8, &mut Vec<u16>)) -> Self {
        let mut columns = Self {
            texts: Arc::clone(&self.texts),
            ..Self::default()
        };
        let mut places = Vec::new();
        let mut own = Vec::new();
        for at in self.runs.iter().flat_map(|run| run.start..run.end) {
            own.clear();
            lanes(self.key[at], self.kind[at], &mut own);
            for lane in &own {
                places.push(*lane);
                columns.key.push(self.key[at]);
                columns.first.push(self.first[at]);
                columns.last.push(self.last[at]);
                columns.middle.push(self.middle[at]);
                columns.shape.push(self.shape[at]);
                columns.kind.push(self.kind[at]);
                columns.flags.push(self.flags[at]);
                columns.rank.push(self.rank[at]);
                columns.text.push(self.text[at].clone());
                columns.events += 1;
            }
        }
        columns.sort(&places);
        columns
    }

    /// How many events of each of so many lanes are chosen.
    pub fn count(&self, lanes: usize, choose: impl Fn(&Chosen) -> bool) -> Vec<u32> {
        let mut counts = vec![0; lanes];
        for event in self.each().filter(choose) {
            if let Some(count) = counts.get_mut(usize::from(event.lane)) {
                *count += 1;
            }
        }
        counts
    }

    /// Every event, in each lane that it stands in.
    pub fn each(&self) -> impl Iterator<Item = Chosen> {
        let runs = self.runs.iter();
        runs.flat_map(|run| (run.start..run.end).map(|at| self.choice(at, run.lane)))
    }

    pub(super) fn choice(&self, at: usize, lane: u16) -> Chosen {
        Chosen {
            key: self.key[at],
            lane,
            kind: self.kind[at],
            first: self.first[at],
            last: self.last[at],
        }
    }
}

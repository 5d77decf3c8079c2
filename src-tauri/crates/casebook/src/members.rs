//! The values of an attribute that events have.

use crate::{Casebook, Result};
use docketline_store::{Attribute, EventKey};
use std::collections::HashMap;

#[derive(Debug)]
pub(crate) struct Members {
    /// In order, each pair once.
    pairs: Vec<(EventKey, i64)>,
    /// Where the pairs of each key begin, from the least key on, and one more for the end;
    /// none where keys are far apart.
    starts: Option<Vec<u32>>,
}

impl Members {
    /// Of the events that are wanted.
    pub fn read(
        casebook: &Casebook,
        of: Attribute,
        is_wanted: impl Fn(EventKey) -> bool,
    ) -> Result<Self> {
        let mut pairs: Vec<(EventKey, i64)> = Vec::new();
        casebook.store.members(of, |event, value| {
            if is_wanted(event) {
                pairs.push((event, value));
            }
        })?;
        pairs.sort_unstable();
        pairs.dedup();
        Ok(Self {
            starts: starts(&pairs),
            pairs,
        })
    }

    /// How many events have each value.
    pub fn counts(&self) -> HashMap<i64, i64> {
        let mut counts = HashMap::new();
        for (_, value) in &self.pairs {
            *counts.entry(*value).or_default() += 1;
        }
        counts
    }

    /// The values of one event.
    pub fn of(&self, key: EventKey) -> impl Iterator<Item = i64> {
        let own = match (&self.starts, self.pairs.first()) {
            (Some(starts), Some((least, _))) => {
                let at = key
                    .checked_sub(*least)
                    .and_then(|at| usize::try_from(at).ok());
                let bounds = at.and_then(|at| starts.get(at..=at + 1));
                bounds.map_or(0..0, |bounds| bounds[0] as usize..bounds[1] as usize)
            }
            _ => {
                let from = self.pairs.partition_point(|(event, _)| *event < key);
                let rest = &self.pairs[from..];
                from..from + rest.partition_point(|(event, _)| *event == key)
            }
        };
        self.pairs[own].iter().map(|(_, value)| *value)
    }
}

/// A table takes as much memory as there are keys between the first and the last.
fn starts(pairs: &[(EventKey, i64)]) -> Option<Vec<u32>> {
    let (least, _) = pairs.first()?;
    let (most, _) = pairs.last()?;
    let keys = usize::try_from(most.checked_sub(*least)?).ok()? + 1;
    u32::try_from(pairs.len()).ok()?;
    if keys / 4 > pairs.len() {
        return None;
    }
    let mut starts = vec![0; keys + 1];
    for (key, _) in pairs {
        starts[(key - least) as usize + 1] += 1;
    }
    for at in 0..keys {
        starts[at + 1] += starts[at];
    }
    Some(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_each_event_are_found_whether_keys_are_close_or_far_apart() {
        for step in [1, 2, 1_000_000_007] {
            let mut pairs: Vec<(EventKey, i64)> = Vec::new();
            for n in 0..100 {
                pairs.extend((0..n % 4).map(|value| (-50 + n * step, value)));
            }
            let members = Members {
                starts: starts(&pairs),
                pairs,
            };
            assert_eq!(members.starts.is_some(), step < 3);
            for n in -3..110 {
                let expected = if (0..100).contains(&n) { n % 4 } else { 0 };
                let found: Vec<i64> = members.of(-50 + n * step).collect();
                assert_eq!(found, (0..expected).collect::<Vec<_>>(), "{n} {step}");
            }
            assert_eq!(members.counts(), HashMap::from([(0, 75), (1, 50), (2, 25)]));
        }
        let none = Members {
            starts: starts(&[]),
            pairs: Vec::new(),
        };
        assert_eq!(none.of(0).count(), 0);
    }
}

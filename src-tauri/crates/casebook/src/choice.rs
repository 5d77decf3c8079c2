//! Which events of the timeline's columns pass a filter.

use crate::Result;
use docketline_domain::vocabulary::EventKind;
use docketline_store::{EventFilter, EventKey, Reading, Store};
use docketline_timeline::Chosen;

/// A filter as columns can answer it; what they cannot, the store has answered.
pub(crate) struct Choice {
    /// By their places, where the filter names lanes and the columns stand in these.
    lanes: Option<Vec<bool>>,
    kinds: Option<Vec<bool>>,
    from: f64,
    to: f64,
    keys: Option<Keys>,
}

impl Choice {
    /// `lanes` are the identifiers of those that the columns stand in, if the filter means
    /// them by its own.
    pub fn of(store: &Store, filter: &EventFilter, lanes: Option<&[&str]>) -> Result<Self> {
        // Columns know the outermost days of a date and not how it is read.
        let by_span = filter.span == Reading::Possibly;
        let rest = EventFilter {
            lanes: filter.lanes.clone().filter(|_| lanes.is_none()),
            hidden_lanes: filter.hidden_lanes.clone().filter(|_| lanes.is_none()),
            kinds: None,
            from: filter.from.filter(|_| !by_span),
            to: filter.to.filter(|_| !by_span),
            span: match (filter.from, filter.to) {
                (None, None) => Reading::Possibly,
                _ => filter.span,
            },
            ..filter.clone()
        };
        let keys = match rest == EventFilter::default() {
            true => None,
            false => Some(Keys::of(store.passing(&rest)?)),
        };
        let names_lanes = filter.lanes.is_some() || filter.hidden_lanes.is_some();
        let lanes = lanes.filter(|_| names_lanes);
        let left_in = |lanes: &[&str]| lanes.iter().map(|id| names_lane(filter, id)).collect();
        let kinds = EventKind::ALL.iter();
        Ok(Self {
            lanes: lanes.map(left_in),
            kinds: filter
                .kinds
                .as_ref()
                .map(|chosen| kinds.map(|kind| chosen.contains(kind)).collect()),
            from: match filter.from {
                Some(day) if by_span => day as f64,
                _ => f64::NEG_INFINITY,
            },
            to: match filter.to {
                Some(day) if by_span => day as f64 + 1.0,
                _ => f64::INFINITY,
            },
            keys,
        })
    }

    pub fn holds(&self, event: &Chosen) -> bool {
        let is_in = |chosen: &Option<Vec<bool>>, at: usize| {
            chosen
                .as_ref()
                .is_none_or(|chosen| chosen.get(at).copied().unwrap_or(false))
        };
        // An event passes when it may lie within; one at midnight ends as it begins.
        (event.last > self.from || event.first >= self.from)
            && event.first < self.to
            && is_in(&self.lanes, usize::from(event.lane))
            && is_in(&self.kinds, usize::from(event.kind))
            && self
                .keys
                .as_ref()
                .is_none_or(|keys| keys.contain(event.key))
    }
}

/// Whether a filter leaves a lane in.
pub(crate) fn names_lane(filter: &EventFilter, id: &str) -> bool {
    let names = |lanes: &Vec<String>| lanes.iter().any(|lane| lane == id);
    filter.lanes.as_ref().is_none_or(names) && !filter.hidden_lanes.as_ref().is_some_and(names)
}

/// A set of keys that are mostly close together.
#[derive(Debug)]
pub(crate) enum Keys {
    Bits(Vec<u64>),
    Sorted(Vec<EventKey>),
}

impl Keys {
    pub fn of(mut keys: Vec<EventKey>) -> Self {
        let highest = keys.iter().copied().max();
        let highest = highest.and_then(|key| usize::try_from(key).ok());
        let is_positive = keys.iter().all(|key| *key >= 0);
        match highest.filter(|highest| is_positive && *highest / 256 <= keys.len()) {
            Some(highest) => {
                let mut bits = vec![0; highest / 64 + 1];
                for key in keys {
                    bits[key as usize / 64] |= 1 << (key % 64);
                }
                Self::Bits(bits)
            }
            None => {
                keys.sort_unstable();
                Self::Sorted(keys)
            }
        }
    }

    pub fn contain(&self, key: EventKey) -> bool {
        match self {
            Self::Bits(bits) => usize::try_from(key)
                .ok()
                .and_then(|at| bits.get(at / 64))
                .is_some_and(|word| word >> (key % 64) & 1 == 1),
            Self::Sorted(keys) => keys.binary_search(&key).is_ok(),
        }
    }
}

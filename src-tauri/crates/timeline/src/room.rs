//! How much room a label takes, remembered beside the place of its text.

use std::sync::atomic::{AtomicU16, Ordering};

/// Nothing is known yet. The most that is ever kept is 247 px.
const UNKNOWN: u16 = 0;
/// There is nothing to say.
const NONE: u16 = u16::MAX;
/// Parts of a pixel that are told apart, so that a room takes two bytes of an event and not
/// eight. More is kept than was measured, never less: a label still fits where it is put.
const PARTS: f64 = 128.0;

/// Filled when it is first asked for, because most labels never are.
#[derive(Debug, Default)]
pub(crate) struct Room(AtomicU16);

impl Room {
    /// What was kept, or what `measure` says: pixels, `None` when there is nothing to say.
    pub fn or_measured(&self, measure: impl FnOnce() -> Option<f64>) -> Option<f64> {
        let mut kept = self.0.load(Ordering::Relaxed);
        if kept == UNKNOWN {
            kept = measure().map_or(NONE, |room| (room * PARTS).ceil() as u16);
            // Two that measure at once find the same.
            self.0.store(kept, Ordering::Relaxed);
        }
        (kept != NONE).then(|| f64::from(kept) / PARTS)
    }
}

impl Clone for Room {
    fn clone(&self) -> Self {
        Self(AtomicU16::new(self.0.load(Ordering::Relaxed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_measured_once_and_never_kept_smaller_than_it_is() {
        for (measured, kept) in [
            (None, None),
            (Some(247.0), Some(247.0)),
            (Some(31.001), Some(31.007_812_5)),
        ] {
            let room = Room::default();
            assert_eq!(room.or_measured(|| measured), kept);
            assert_eq!(room.clone().or_measured(|| unreachable!()), kept);
        }
    }
}

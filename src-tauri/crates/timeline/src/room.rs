//! How much room a label takes and how much of it is shown, remembered beside the place of
//! its text.

use crate::labels::WIDEST_ROOM;
use std::sync::atomic::{AtomicU32, Ordering};

/// Nothing is known yet.
const UNKNOWN: u32 = 0;
/// There is nothing to say.
const NONE: u32 = u32::MAX;
/// Of the two halves, the lower is the room in parts of a pixel, so that both take one word
/// of an event. No label shows more than 512 bytes. More room is kept than was measured,
/// never less: a label still fits where it is put.
const PARTS: f64 = 128.0;
const HALF: u32 = 16;
const _: () = assert!(WIDEST_ROOM * PARTS < (1 << HALF) as f64);

/// Filled when it is first asked for, because most labels never are.
#[derive(Debug, Default)]
pub(crate) struct Room(AtomicU32);

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measured {
    /// Pixels beside the mark.
    pub px: f64,
    /// Bytes of the label that are shown: all, or those in front of the cut.
    pub shown: usize,
}

impl Room {
    /// What was kept, or what `measure` says; `None` when there is nothing to say.
    pub fn or_measured(&self, measure: impl FnOnce() -> Option<Measured>) -> Option<Measured> {
        let mut kept = self.0.load(Ordering::Relaxed);
        if kept == UNKNOWN {
            kept = measure().map_or(NONE, |Measured { px, shown }| {
                (shown as u32) << HALF | (px * PARTS).ceil() as u32
            });
            // Two that measure at once find the same.
            self.0.store(kept, Ordering::Relaxed);
        }
        (kept != NONE).then(|| Measured {
            px: f64::from(kept & ((1 << HALF) - 1)) / PARTS,
            shown: (kept >> HALF) as usize,
        })
    }
}

impl Clone for Room {
    fn clone(&self) -> Self {
        Self(AtomicU32::new(self.0.load(Ordering::Relaxed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_measured_once_and_never_kept_smaller_than_it_is() {
        let measured = |px: f64, shown: usize| Some(Measured { px, shown });
        for (found, kept) in [
            (None, None),
            (measured(247.0, 512), measured(247.0, 512)),
            (measured(31.001, 0), measured(31.007_812_5, 0)),
        ] {
            let room = Room::default();
            assert_eq!(room.or_measured(|| found), kept);
            assert_eq!(room.clone().or_measured(|| unreachable!()), kept);
        }
    }
}

//! The time of day, as an argument.

use chrono::{DateTime, SecondsFormat, Utc};
use std::fmt::Debug;

/// Tells when something was done. Legal dates never come from here.
pub trait Clock: Debug + Send + Sync {
    fn now(&self) -> DateTime<Utc>;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// RFC 3339, UTC, to the second.
pub(crate) fn stamp(clock: &dyn Clock) -> String {
    stamp_of(clock.now())
}

pub(crate) fn stamp_of(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

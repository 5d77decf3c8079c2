//! The closed lists of rules and of how much they weigh.

use crate::vocabulary::{UnknownWord, vocabulary};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

vocabulary! {
    /// The rules; a closed set. The words are stable.
    Rule {
        AppealBeforeRuling = "appeal-before-ruling",
        ActBeforeTarget = "act-before-target",
        Cycle = "cycle",
        EndBeforeStart = "end-before-start",
        SameDayUnordered = "same-day-unordered",
        CourtDoesNotReview = "court-does-not-review",
        ActOnNoInstrument = "act-on-no-instrument",
        LiftsNoStay = "lifts-no-stay",
        ProbableDuplicate = "probable-duplicate",
        RulingWithoutDisposition = "ruling-without-disposition",
        Undated = "undated",
        Unsourced = "unsourced",
    }
}

vocabulary! {
    /// How much a finding weighs.
    Severity {
        /// As recorded it cannot have been.
        Error = "error",
        /// It can be, and is more often a slip.
        Warning = "warning",
        /// Something is missing or left open.
        Hint = "hint",
    }
}

impl Rule {
    pub(super) const fn severity(self) -> Severity {
        match self {
            Self::AppealBeforeRuling
            | Self::ActBeforeTarget
            | Self::Cycle
            | Self::EndBeforeStart => Severity::Error,
            Self::SameDayUnordered
            | Self::CourtDoesNotReview
            | Self::ActOnNoInstrument
            | Self::LiftsNoStay
            | Self::ProbableDuplicate => Severity::Warning,
            Self::RulingWithoutDisposition | Self::Undated | Self::Unsourced => Severity::Hint,
        }
    }
}

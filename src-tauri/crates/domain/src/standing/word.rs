//! The words of an answer.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How an instrument stands. The order is the one in which possibilities are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StandingWord {
    #[serde(rename = "not yet issued")]
    NotYetIssued,
    #[serde(rename = "in force")]
    InForce,
    #[serde(rename = "stayed")]
    Stayed,
    #[serde(rename = "lifted")]
    Lifted,
    #[serde(rename = "reversed")]
    Reversed,
    #[serde(rename = "vacated")]
    Vacated,
    #[serde(rename = "quashed")]
    Quashed,
    #[serde(rename = "moot")]
    Moot,
    #[serde(rename = "superseded")]
    Superseded,
    #[serde(rename = "withdrawn")]
    Withdrawn,
    #[serde(rename = "invalidated")]
    Invalidated,
    #[serde(rename = "repealed")]
    Repealed,
    #[serde(rename = "unsettled")]
    Unsettled,
}

impl StandingWord {
    pub const ALL: &'static [Self] = &[
        Self::NotYetIssued,
        Self::InForce,
        Self::Stayed,
        Self::Lifted,
        Self::Reversed,
        Self::Vacated,
        Self::Quashed,
        Self::Moot,
        Self::Superseded,
        Self::Withdrawn,
        Self::Invalidated,
        Self::Repealed,
        Self::Unsettled,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotYetIssued => "not yet issued",
            Self::InForce => "in force",
            Self::Stayed => "stayed",
            Self::Lifted => "lifted",
            Self::Reversed => "reversed",
            Self::Vacated => "vacated",
            Self::Quashed => "quashed",
            Self::Moot => "moot",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
            Self::Invalidated => "invalidated",
            Self::Repealed => "repealed",
            Self::Unsettled => "unsettled",
        }
    }
}

impl fmt::Display for StandingWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether something holds in no reading of the dates, in some, or in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    No,
    Possibly,
    Yes,
}

impl Certainty {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Possibly => "possibly",
            Self::Yes => "yes",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

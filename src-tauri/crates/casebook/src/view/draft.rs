//! One event as a form writes it.

use super::{CasebookSummary, NamedRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The event that a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "lowercase")]
pub enum EventTarget {
    /// One that is not there yet.
    New,
    /// A new one, with all that another has but its identifier, notes and relations.
    Copy {
        key: i64,
    },
    Event {
        key: i64,
    },
}

/// The fields of an event that are its own, each as it is typed. Blank is none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct EventDraft {
    /// Blank for one that is made from the title.
    pub id: String,
    pub title: String,
    pub short_title: String,
    /// Dates are EDTF or words.
    pub date: String,
    pub stated_date: String,
    pub stated_end: String,
    pub refined_date: String,
    pub refined_confidence: String,
    pub date_note: String,
    pub public_from: String,
    pub filed: String,
    pub entered: String,
    pub summary: String,
    pub kind: String,
    /// Lane, court and proceeding by name or identifier. What has a new name is made.
    pub lane: String,
    pub court: String,
    pub proceeding: String,
    pub main_case: bool,
    pub docket: String,
    pub docket_sequence: String,
    pub confidence: String,
    pub citations: Vec<CitationDraft>,
    pub jurisdictions: Vec<String>,
    /// Identifiers.
    pub principles: Vec<String>,
    pub from_knowledge: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CitationDraft {
    pub text: String,
    /// Blank where nothing is said of it.
    pub confidence: String,
}

/// A form with what stands in it and what can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventForm {
    pub draft: EventDraft,
    pub choices: EventChoices,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventChoices {
    pub kinds: Vec<String>,
    pub confidences: Vec<String>,
    pub lanes: Vec<NamedRef>,
    pub courts: Vec<NamedRef>,
    pub proceedings: Vec<NamedRef>,
    pub principles: Vec<NamedRef>,
}

/// Why a field cannot be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// Its name in [`EventDraft`].
    pub field: String,
    pub message: String,
}

/// What became of a form. Nothing is written where anything is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "became", rename_all = "lowercase")]
pub enum SavedEvent {
    Saved {
        key: i64,
        /// In words; `None` when everything was so already.
        done: Option<String>,
        summary: Box<CasebookSummary>,
    },
    Refused {
        problems: Vec<FieldProblem>,
    },
}

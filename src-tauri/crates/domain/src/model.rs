//! What a casebook holds, as values: the shape of the native file format.
//!
//! Lists keep the order of their authors. Fields that are absent are `None`; an
//! empty list means "none", never "all".

use crate::edtf::{Bounds, Edtf};
use crate::id::Id;
use crate::vocabulary::{Basis, Confidence, EventKind, RelationType};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole of a casebook.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub about: About,
    pub lanes: Vec<Lane>,
    pub courts: Vec<Court>,
    pub proceedings: Vec<Proceeding>,
    pub actors: Vec<Actor>,
    pub places: Vec<Place>,
    pub principles: Vec<Principle>,
    pub sources: Vec<Source>,
    pub events: Vec<Event>,
    pub relations: Vec<Relation>,
    pub disputed_dates: Vec<DisputedDate>,
    pub notes: Vec<Note>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted_findings: Vec<AcceptedFinding>,
}

/// What the casebook is and how it was made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub title: String,
    #[serde(default)]
    pub compiled: Option<String>,
    #[serde(default)]
    pub method: Option<String>,
    /// What each word of confidence means here.
    #[serde(default)]
    pub confidence_values: BTreeMap<String, String>,
    /// What a reader must know of single fields.
    #[serde(default)]
    pub field_notes: BTreeMap<String, String>,
}

/// A horizontal band of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    pub id: Id,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Court {
    pub id: Id,
    pub name: String,
}

/// One stage of the case before one court.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceeding {
    pub id: Id,
    pub name: String,
    #[serde(default)]
    pub docket: Option<String>,
    #[serde(default)]
    pub judges: Vec<Id>,
    #[serde(default)]
    pub start: Option<Edtf>,
    #[serde(default)]
    pub end: Option<Edtf>,
    #[serde(default)]
    pub outcome: Option<String>,
}

/// A person, company, court or body that takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub id: Id,
    pub name: String,
    /// "judge", "company", "counsel" …: an open list.
    #[serde(rename = "type")]
    pub actor_type: String,
    #[serde(default)]
    pub role: Option<String>,
    #[serde(default)]
    pub side: Option<String>,
    #[serde(default)]
    pub affiliation: Option<String>,
    /// Membership of the Reform Government Surveillance group.
    #[serde(default)]
    pub rgs_member: Option<Membership>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
    #[serde(default)]
    pub note: Option<String>,
}

/// That an actor belonged to a group, since when, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    pub member: bool,
    #[serde(default)]
    pub joined: Option<Edtf>,
    #[serde(default)]
    pub basis: Option<String>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: Id,
    pub name: String,
    /// Degrees, WGS 84.
    #[serde(default)]
    pub lat: Option<f64>,
    #[serde(default)]
    pub lon: Option<f64>,
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub role: Option<String>,
    /// What the coordinates stand for: a building, a city centre.
    #[serde(default)]
    pub precision: Option<String>,
    /// Of the coordinates.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Of the role the place played.
    #[serde(default)]
    pub fact_confidence: Option<Confidence>,
}

/// One code of the coding scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Principle {
    pub id: Id,
    pub number: i64,
    pub name: String,
    /// The day it joined the scheme, when it was not there from the start.
    #[serde(default)]
    pub added: Option<Edtf>,
    pub paraphrase: String,
    #[serde(default)]
    pub sources: Vec<Id>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
    #[serde(default)]
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Id,
    pub title: String,
    #[serde(default)]
    pub publisher: Option<String>,
    /// As the source gives it; "n.d." where it gives none, so not always EDTF.
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    /// Whether the author of the casebook read it.
    #[serde(default)]
    pub read: bool,
    #[serde(default)]
    pub read_url: Option<String>,
    #[serde(default)]
    pub read_scope: Option<String>,
    #[serde(default)]
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: Id,
    /// As written; everything drawn and searched derives from it.
    pub date: Edtf,
    /// What the sources state, where that differs from `date`.
    #[serde(default)]
    pub stated_date: Option<StatedDate>,
    /// A finer date that no listed source gives; never used to place the event.
    #[serde(default)]
    pub refined_date: Option<RefinedDate>,
    #[serde(default)]
    pub date_note: Option<String>,
    /// When it became public; `None` means on its own date.
    #[serde(default)]
    pub public_from: Option<Edtf>,
    /// When the paper was filed with the court, where the docket says so.
    #[serde(default)]
    pub filed: Option<Edtf>,
    /// When it was entered on the docket.
    #[serde(default)]
    pub entered: Option<Edtf>,
    pub title: String,
    /// A few words for places where the title does not fit.
    #[serde(default)]
    pub short_title: Option<String>,
    #[serde(default)]
    pub summary: String,
    pub kind: EventKind,
    pub lane: Id,
    /// Whether it belongs to the case itself or to what went on around it.
    #[serde(default)]
    pub main_case: bool,
    #[serde(default)]
    pub proceeding: Option<Id>,
    #[serde(default)]
    pub court: Option<Id>,
    #[serde(default)]
    pub judges: Vec<Id>,
    #[serde(default)]
    pub docket: Option<String>,
    /// Its place among the acts of one day on the docket; lower is earlier.
    #[serde(default)]
    pub docket_sequence: Option<i64>,
    #[serde(default)]
    pub citations: Vec<Citation>,
    #[serde(default)]
    pub actors: Vec<Participation>,
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    #[serde(default)]
    pub principles: Vec<Id>,
    #[serde(default)]
    pub places: Vec<Id>,
    #[serde(default)]
    pub sources: Vec<Support>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Details that were not read in the listed sources.
    #[serde(default)]
    pub from_knowledge: Vec<String>,
}

impl Event {
    /// An event of which nothing is known but when it was.
    pub fn new(id: Id, date: Edtf, lane: Id) -> Self {
        Self {
            id,
            date,
            stated_date: None,
            refined_date: None,
            date_note: None,
            public_from: None,
            filed: None,
            entered: None,
            title: String::new(),
            short_title: None,
            summary: String::new(),
            kind: EventKind::Other,
            lane,
            main_case: false,
            proceeding: None,
            court: None,
            judges: Vec::new(),
            docket: None,
            docket_sequence: None,
            citations: Vec::new(),
            actors: Vec::new(),
            jurisdictions: Vec::new(),
            principles: Vec::new(),
            places: Vec::new(),
            sources: Vec::new(),
            confidence: None,
            from_knowledge: Vec::new(),
        }
    }
}

/// What the sources state of a date, before the author of the casebook narrowed or
/// qualified it. Standing rests on this where it is given: an inferred range must not
/// make an answer look more certain than the pages are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedDate {
    pub date: Edtf,
    #[serde(default)]
    pub end: Option<Edtf>,
}

/// The days on which an event may have happened as far as its sources state them.
pub fn stated_bounds(date: &Edtf, stated: Option<&StatedDate>) -> Bounds {
    match stated {
        None => date.bounds(),
        Some(stated) => Bounds {
            earliest: stated.date.bounds().earliest,
            latest: stated.end.as_ref().unwrap_or(&stated.date).bounds().latest,
        }
        .in_order(),
    }
}

/// The days on which an event may have become public: those of `public_from`, or else
/// those on which it may have happened. As known on K it is public for certain when the
/// last of them is no later than K, possibly when the first is; what is not even
/// possibly public stays out of every view and export.
pub fn public_bounds(
    date: &Edtf,
    stated: Option<&StatedDate>,
    public_from: Option<&Edtf>,
) -> Bounds {
    public_from.map_or_else(
        || stated_bounds(date, stated),
        |from| from.bounds().in_order(),
    )
}

impl Event {
    /// The days on which it may have happened as far as its sources state them.
    pub fn stated_bounds(&self) -> Bounds {
        stated_bounds(&self.date, self.stated_date.as_ref())
    }

    /// The days on which it may have become public; see [`public_bounds`].
    pub fn public_bounds(&self) -> Bounds {
        public_bounds(
            &self.date,
            self.stated_date.as_ref(),
            self.public_from.as_ref(),
        )
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefinedDate {
    pub value: Edtf,
    pub confidence: Confidence,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    pub text: String,
    #[serde(default)]
    pub confidence: Option<Confidence>,
}

/// An actor's part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    pub actor: Id,
    pub role: String,
}

/// What a source supports of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    pub source: Id,
    pub supports: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    pub id: Id,
    pub from: Id,
    #[serde(rename = "type")]
    pub relation_type: RelationType,
    pub to: Id,
    /// The part of the target it acts on; `None` is the whole.
    #[serde(default)]
    pub part: Option<String>,
    /// The day it takes effect; `None` is the date of `from`.
    #[serde(default)]
    pub effective: Option<Edtf>,
    #[serde(default)]
    pub basis: Option<Basis>,
    #[serde(default)]
    pub note: Option<String>,
}

/// Where sources disagree on a date, or where it is often mistaken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputedDate {
    pub event: Id,
    pub chosen: Edtf,
    #[serde(default)]
    pub others: Vec<OtherDate>,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherDate {
    pub value: Edtf,
    #[serde(default)]
    pub source: Option<Id>,
    /// What the other date is the date of.
    #[serde(default)]
    pub what: Option<String>,
}

/// A researcher's note on an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: Id,
    pub event: Id,
    pub markdown: String,
    /// RFC 3339, UTC, to the second.
    pub created: String,
    pub modified: String,
}

/// That a person looked at a finding of the consistency check and lets it stand. It is
/// kept when the finding is gone, and holds again when the same finding comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptedFinding {
    /// The [fingerprint](crate::consistency::Finding::fingerprint).
    pub finding: Id,
    pub reason: String,
    /// Who accepted it, where that is known.
    #[serde(default)]
    pub author: Option<String>,
    /// RFC 3339, UTC, to the second.
    pub at: String,
}

//! Records as they are shown and as they are typed.
//!
//! In a form every date and number is text as a person writes it; a blank text is none.
//! `id` names a record; a blank one asks for one made from the name.

use super::{EventRow, NamedRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a record is that events share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SharedKind {
    Lane,
    Court,
    Proceeding,
    Actor,
    Place,
    Principle,
    Source,
}

/// What a record is: one that events share, or one that belongs to events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    Lane,
    Court,
    Proceeding,
    Actor,
    Place,
    Principle,
    Source,
    Relation,
    /// Named by the identifier of its event.
    DisputedDate,
}

/// A record as a form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Record {
    Lane(LaneForm),
    Court(CourtForm),
    Proceeding(ProceedingForm),
    Actor(ActorForm),
    Place(PlaceForm),
    Principle(PrincipleForm),
    Source(SourceForm),
    Relation(RelationForm),
    DisputedDate(DisputedDateForm),
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LaneForm {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CourtForm {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ProceedingForm {
    pub id: String,
    pub name: String,
    pub docket: String,
    /// Identifiers of actors.
    pub judges: Vec<String>,
    pub start: String,
    pub end: String,
    pub outcome: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ActorForm {
    pub id: String,
    pub name: String,
    /// "person", "company", "judge" …: an open list.
    #[serde(rename = "type")]
    pub actor_type: String,
    pub role: String,
    pub side: String,
    pub affiliation: String,
    pub confidence: String,
    pub note: String,
    /// Whether it belongs to the Reform Government Surveillance group: "yes", "no", or blank
    /// where nothing is said, and then what follows is blank too.
    pub member: String,
    pub joined: String,
    pub member_basis: String,
    pub member_confidence: String,
    /// Identifiers.
    pub member_sources: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PlaceForm {
    pub id: String,
    pub name: String,
    /// Degrees, WGS 84: both or none.
    pub lat: String,
    pub lon: String,
    pub country: String,
    pub role: String,
    /// What the coordinates stand for.
    pub precision: String,
    pub confidence: String,
    pub fact_confidence: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PrincipleForm {
    pub id: String,
    /// Its place in the scheme; blank asks for the next one.
    pub number: String,
    pub name: String,
    pub added: String,
    pub paraphrase: String,
    /// Identifiers.
    pub sources: Vec<String>,
    pub confidence: String,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct SourceForm {
    pub id: String,
    pub title: String,
    pub publisher: String,
    /// As the source gives it, which need not be a date.
    pub date: String,
    pub url: String,
    pub read: bool,
    pub read_url: String,
    pub read_scope: String,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct RelationForm {
    pub id: String,
    /// Identifiers of events.
    pub from: String,
    #[serde(rename = "type")]
    pub relation_type: String,
    pub to: String,
    pub part: String,
    pub effective: String,
    pub basis: String,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DisputedDateForm {
    /// The identifier of the event, which names the record too: an event has one at most.
    pub event: String,
    pub chosen: String,
    pub others: Vec<OtherDateForm>,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct OtherDateForm {
    pub value: String,
    /// The identifier of a source.
    pub source: String,
    pub what: String,
}

/// A record to be changed, with the names behind the identifiers in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordView {
    pub record: Record,
    pub names: Vec<NamedRef>,
}

/// The record on which a form was opened, so that only what the form changed is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordBefore {
    /// Of the record; of a disputed date, that of its event.
    pub id: String,
    /// What stood in the form then.
    pub record: Record,
}

/// What putting a record did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordEdit {
    /// Its identifier, which may be new.
    pub id: String,
    pub created: bool,
    /// False when everything was so already.
    pub changed: bool,
}

/// Which records are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordQuery {
    pub kind: SharedKind,
    /// Words that must all occur; blank asks for all.
    pub find: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordPage {
    pub total: i64,
    pub offset: i64,
    pub rows: Vec<RecordRow>,
}

/// A record in a list, with what uses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordRow {
    pub id: String,
    pub name: String,
    /// What tells records of one name apart.
    pub detail: Option<String>,
    /// Of a lane: the index of its colour token, 0 to 5.
    pub colour: Option<u8>,
    pub events: i64,
    /// Other records that use it: proceedings of an actor, principles of a source.
    pub others: i64,
}

/// What uses a record: what deleting it would touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordUses {
    #[serde(flatten)]
    pub row: RecordRow,
    /// The first of the events in time.
    pub first: Vec<EventRow>,
    /// Whether it can be deleted as it is: the events of a lane need another first.
    pub deletable: bool,
}

/// A record that is deleted or would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordRemoval {
    pub id: String,
    pub name: String,
    /// Events that no longer name it.
    pub events: i64,
    /// Other records that no longer name it.
    pub others: i64,
}

/// One record that became part of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordMerge {
    /// Of the one that is left.
    pub id: String,
    pub name: String,
    /// What named the other and names this one now.
    pub events: i64,
    pub others: i64,
}

/// A record that is there, or one to be made with this name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    Id(String),
    Name(String),
}

/// One entry of the lists that belong to an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum EventPart {
    /// Somebody who took part: in a role, as a judge, or both.
    Person {
        actor: Choice,
        role: String,
        judge: bool,
    },
    Principle {
        principle: Choice,
    },
    Place {
        place: Choice,
    },
    Source {
        source: Choice,
        /// What it says of the event, and where: a page, a quotation.
        supports: String,
    },
    Citation {
        text: String,
        confidence: String,
    },
    Jurisdiction {
        name: String,
    },
    /// A detail that was not read in the sources.
    Detail {
        text: String,
    },
}

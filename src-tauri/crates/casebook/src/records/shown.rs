//! Records as forms hold them.

use super::no_such;
use crate::Result;
use crate::view::{
    ActorForm, CourtForm, DisputedDateForm, LaneForm, OtherDateForm, PlaceForm, PrincipleForm,
    ProceedingForm, Record, RecordKind, RelationForm, SourceForm,
};
use docketline_domain::model::{Court, Lane, Membership};
use docketline_domain::{Edtf, Id};
use docketline_store::{Shared, Store};

/// A record as a form holds it.
pub(super) fn read(store: &Store, kind: RecordKind, id: &str) -> Result<Record> {
    Ok(match kind {
        RecordKind::Lane => store.lane(id).map(|Lane { id, name }| {
            Record::Lane(LaneForm {
                id: id.into(),
                name,
            })
        })?,
        RecordKind::Court => store.court(id).map(|Court { id, name }| {
            Record::Court(CourtForm {
                id: id.into(),
                name,
            })
        })?,
        RecordKind::Proceeding => store.proceeding(id).map(|proceeding| {
            Record::Proceeding(ProceedingForm {
                id: proceeding.id.into(),
                name: proceeding.name,
                docket: proceeding.docket.unwrap_or_default(),
                judges: texts(proceeding.judges),
                start: written(proceeding.start),
                end: written(proceeding.end),
                outcome: proceeding.outcome.unwrap_or_default(),
            })
        })?,
        RecordKind::Actor => store.actor(id).map(|actor| {
            let (member, joined, basis, confidence, sources) = match actor.rgs_member {
                Some(Membership {
                    member,
                    joined,
                    basis,
                    confidence,
                    sources,
                }) => {
                    let member = if member { "yes" } else { "no" };
                    (member, joined, basis, confidence, sources)
                }
                None => ("", None, None, None, Vec::new()),
            };
            Record::Actor(ActorForm {
                member: member.to_owned(),
                joined: written(joined),
                member_basis: basis.unwrap_or_default(),
                member_confidence: said(confidence),
                member_sources: texts(sources),
                id: actor.id.into(),
                name: actor.name,
                actor_type: actor.actor_type,
                role: actor.role.unwrap_or_default(),
                side: actor.side.unwrap_or_default(),
                affiliation: actor.affiliation.unwrap_or_default(),
                confidence: said(actor.confidence),
                note: actor.note.unwrap_or_default(),
            })
        })?,
        RecordKind::Place => store.place(id).map(|place| {
            Record::Place(PlaceForm {
                id: place.id.into(),
                name: place.name,
                lat: said(place.lat),
                lon: said(place.lon),
                country: place.country.unwrap_or_default(),
                role: place.role.unwrap_or_default(),
                precision: place.precision.unwrap_or_default(),
                confidence: said(place.confidence),
                fact_confidence: said(place.fact_confidence),
            })
        })?,
        RecordKind::Principle => store.principle(id).map(|principle| {
            Record::Principle(PrincipleForm {
                id: principle.id.into(),
                number: principle.number.to_string(),
                name: principle.name,
                added: written(principle.added),
                paraphrase: principle.paraphrase,
                sources: texts(principle.sources),
                confidence: said(principle.confidence),
                note: principle.note.unwrap_or_default(),
            })
        })?,
        RecordKind::Source => store.source(id).map(|source| {
            Record::Source(SourceForm {
                id: source.id.into(),
                title: source.title,
                publisher: source.publisher.unwrap_or_default(),
                date: source.date.unwrap_or_default(),
                url: source.url.unwrap_or_default(),
                read: source.read,
                read_url: source.read_url.unwrap_or_default(),
                read_scope: source.read_scope.unwrap_or_default(),
                note: source.note.unwrap_or_default(),
            })
        })?,
        RecordKind::Relation => store.relation(id).map(|relation| {
            Record::Relation(RelationForm {
                id: relation.id.into(),
                from: relation.from.into(),
                relation_type: relation.relation_type.to_string(),
                to: relation.to.into(),
                part: relation.part.unwrap_or_default(),
                effective: written(relation.effective),
                basis: said(relation.basis),
                note: relation.note.unwrap_or_default(),
            })
        })?,
        RecordKind::DisputedDate => {
            let dispute = store.disputed_date(store.event_key(id)?)?;
            let dispute = dispute.ok_or_else(|| no_such("disputed date", id))?;
            Record::DisputedDate(DisputedDateForm {
                event: dispute.event.into(),
                chosen: dispute.chosen.into(),
                reason: dispute.reason,
                others: dispute
                    .others
                    .into_iter()
                    .map(|other| OtherDateForm {
                        value: other.value.into(),
                        source: other.source.map(Into::into).unwrap_or_default(),
                        what: other.what.unwrap_or_default(),
                    })
                    .collect(),
            })
        }
    })
}

/// The shared records that a form names.
pub(super) fn named_in(record: &Record) -> Vec<(Shared, &str)> {
    fn all(kind: Shared, ids: &[String]) -> Vec<(Shared, &str)> {
        ids.iter().map(|id| (kind, id.as_str())).collect()
    }
    match record {
        Record::Proceeding(form) => all(Shared::Actor, &form.judges),
        Record::Actor(form) => all(Shared::Source, &form.member_sources),
        Record::Principle(form) => all(Shared::Source, &form.sources),
        Record::DisputedDate(form) => form
            .others
            .iter()
            .filter(|other| !other.source.is_empty())
            .map(|other| (Shared::Source, other.source.as_str()))
            .collect(),
        _ => Vec::new(),
    }
}

fn texts(ids: Vec<Id>) -> Vec<String> {
    ids.into_iter().map(Into::into).collect()
}

fn written(date: Option<Edtf>) -> String {
    date.map(Into::into).unwrap_or_default()
}

fn said(word: Option<impl ToString>) -> String {
    word.map(|word| word.to_string()).unwrap_or_default()
}

//! Forms and what they mean: text as it is typed, read at the edge.

use crate::editing::required;
use crate::error::Error;
use crate::fields::truth;
use crate::view::{
    ActorForm, CourtForm, DisputedDateForm, LaneForm, OtherDateForm, PlaceForm, PrincipleForm,
    ProceedingForm, Record, RelationForm, SourceForm,
};
use crate::{Result, dates, words};
use docketline_domain::model::{
    Actor, Court, DisputedDate, Lane, Membership, OtherDate, Place, Principle, Proceeding,
    Relation, Source,
};
use docketline_domain::{Edtf, Id};
use docketline_store::{Edit, Outcome, Shared};
use std::str::FromStr;

/// A shared record, understood as far as that goes without the casebook. Its identifier is
/// settled when it is put.
pub(super) enum Understood {
    Lane(Lane, String),
    Court(Court, String),
    Proceeding(Proceeding, String),
    Actor(Actor, String),
    Place(Place, String),
    /// Without a number, it gets the next one.
    Principle(Principle, Option<i64>, String),
    Source(Source, String),
}

impl Understood {
    /// Refused for what is no shared record: relations and disputed dates.
    pub fn of(record: &Record) -> Result<Self> {
        // Every field is destructured, so that a new one breaks the build instead of vanishing.
        Ok(match record {
            Record::Lane(LaneForm { id, name }) => Self::Lane(
                Lane {
                    id: placeholder(),
                    name: needed("name", name)?,
                },
                trimmed(id),
            ),
            Record::Court(CourtForm { id, name }) => Self::Court(
                Court {
                    id: placeholder(),
                    name: needed("name", name)?,
                },
                trimmed(id),
            ),
            Record::Proceeding(ProceedingForm {
                id,
                name,
                docket,
                judges,
                start,
                end,
                outcome,
            }) => Self::Proceeding(
                Proceeding {
                    id: placeholder(),
                    name: needed("name", name)?,
                    docket: given(docket),
                    judges: ids("judges", judges)?,
                    start: date("start", start)?,
                    end: date("end", end)?,
                    outcome: given(outcome),
                },
                trimmed(id),
            ),
            Record::Actor(ActorForm {
                id,
                name,
                actor_type,
                role,
                side,
                affiliation,
                confidence,
                note,
                member,
                joined,
                member_basis,
                member_confidence,
                member_sources,
            }) => Self::Actor(
                Actor {
                    id: placeholder(),
                    name: needed("name", name)?,
                    actor_type: given(actor_type).unwrap_or_else(|| UNSAID_TYPE.to_owned()),
                    role: given(role),
                    side: given(side),
                    affiliation: given(affiliation),
                    rgs_member: membership(
                        member,
                        Membership {
                            member: true,
                            joined: date("joined", joined)?,
                            basis: given(member_basis),
                            confidence: word("member_confidence", member_confidence)?,
                            sources: ids("member_sources", member_sources)?,
                        },
                    )?,
                    confidence: word("confidence", confidence)?,
                    note: given(note),
                },
                trimmed(id),
            ),
            Record::Place(PlaceForm {
                id,
                name,
                lat,
                lon,
                country,
                role,
                precision,
                confidence,
                fact_confidence,
            }) => {
                let lat = degrees("lat", lat, 90.0)?;
                let lon = degrees("lon", lon, 180.0)?;
                if lat.is_some() != lon.is_some() {
                    let field = if lat.is_none() { "lat" } else { "lon" };
                    return Err(refused("refused-half-a-place").on(field));
                }
                Self::Place(
                    Place {
                        id: placeholder(),
                        name: needed("name", name)?,
                        lat,
                        lon,
                        country: given(country),
                        role: given(role),
                        precision: given(precision),
                        confidence: word("confidence", confidence)?,
                        fact_confidence: word("fact_confidence", fact_confidence)?,
                    },
                    trimmed(id),
                )
            }
            Record::Principle(PrincipleForm {
                id,
                number,
                name,
                added,
                paraphrase,
                sources,
                confidence,
                note,
            }) => Self::Principle(
                Principle {
                    id: placeholder(),
                    number: 0,
                    name: needed("name", name)?,
                    added: date("added", added)?,
                    paraphrase: trimmed(paraphrase),
                    sources: ids("sources", sources)?,
                    confidence: word("confidence", confidence)?,
                    note: given(note),
                },
                given(number)
                    .map(|number| {
                        number
                            .parse()
                            .map_err(|_| refused_field("refused-not-a-number", "number"))
                    })
                    .transpose()?,
                trimmed(id),
            ),
            Record::Source(SourceForm {
                id,
                title,
                publisher,
                date,
                url,
                read,
                read_url,
                read_scope,
                note,
            }) => Self::Source(
                Source {
                    id: placeholder(),
                    title: needed("title", title)?,
                    publisher: given(publisher),
                    date: given(date),
                    url: given(url),
                    read: *read,
                    read_url: given(read_url),
                    read_scope: given(read_scope),
                    note: given(note),
                },
                trimmed(id),
            ),
            Record::Relation(_) | Record::DisputedDate(_) => {
                return Err(refused("refused-not-shared"));
            }
        })
    }

    pub const fn kind(&self) -> Shared {
        match self {
            Self::Lane(..) => Shared::Lane,
            Self::Court(..) => Shared::Court,
            Self::Proceeding(..) => Shared::Proceeding,
            Self::Actor(..) => Shared::Actor,
            Self::Place(..) => Shared::Place,
            Self::Principle(..) => Shared::Principle,
            Self::Source(..) => Shared::Source,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Lane(lane, _) => &lane.name,
            Self::Court(court, _) => &court.name,
            Self::Proceeding(proceeding, _) => &proceeding.name,
            Self::Actor(actor, _) => &actor.name,
            Self::Place(place, _) => &place.name,
            Self::Principle(principle, ..) => &principle.name,
            Self::Source(source, _) => &source.title,
        }
    }

    /// The identifier that is asked for; blank for none.
    pub fn id(&self) -> &str {
        match self {
            Self::Lane(_, id)
            | Self::Court(_, id)
            | Self::Proceeding(_, id)
            | Self::Actor(_, id)
            | Self::Place(_, id)
            | Self::Principle(_, _, id)
            | Self::Source(_, id) => id,
        }
    }

    /// The records that it names, and in which field.
    pub fn references(&self) -> Vec<(Shared, &str, &'static str)> {
        match self {
            Self::Proceeding(proceeding, _) => proceeding
                .judges
                .iter()
                .map(|id| (Shared::Actor, id.as_str(), "judges"))
                .collect(),
            Self::Actor(actor, _) => actor
                .rgs_member
                .iter()
                .flat_map(|membership| &membership.sources)
                .map(|id| (Shared::Source, id.as_str(), "member_sources"))
                .collect(),
            Self::Principle(principle, ..) => principle
                .sources
                .iter()
                .map(|id| (Shared::Source, id.as_str(), "sources"))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Writes it under this identifier.
    pub fn put(&self, edit: &Edit<'_>, id: &Id) -> docketline_store::Result<Outcome> {
        let id = id.clone();
        match self {
            Self::Lane(lane, _) => edit.put_lane(&Lane { id, ..lane.clone() }),
            Self::Court(court, _) => edit.put_court(&Court {
                id,
                ..court.clone()
            }),
            Self::Proceeding(proceeding, _) => edit.put_proceeding(&Proceeding {
                id,
                ..proceeding.clone()
            }),
            Self::Actor(actor, _) => edit.put_actor(&Actor {
                id,
                ..actor.clone()
            }),
            Self::Place(place, _) => edit.put_place(&Place {
                id,
                ..place.clone()
            }),
            Self::Principle(principle, number, _) => edit.put_principle(&Principle {
                number: match number {
                    Some(number) => *number,
                    None => edit.next_principle_number()?,
                },
                id,
                ..principle.clone()
            }),
            Self::Source(source, _) => edit.put_source(&Source {
                id,
                ..source.clone()
            }),
        }
    }
}

/// What is said of a membership says nothing where nobody said that there is one.
fn membership(member: &str, told: Membership) -> Result<Option<Membership>> {
    if given(member).is_some() {
        let member = truth("member", member.trim()).map_err(|error| error.on("member"))?;
        return Ok(Some(Membership { member, ..told }));
    }
    let Membership {
        member: _,
        joined,
        basis,
        confidence,
        sources,
    } = told;
    if joined.is_some() || basis.is_some() || confidence.is_some() || !sources.is_empty() {
        return Err(refused("refused-no-membership").on("member"));
    }
    Ok(None)
}

/// What an actor is when nobody said.
pub(crate) const UNSAID_TYPE: &str = "other";

/// Its identifier is settled when it is put.
pub(super) fn relation(form: &RelationForm) -> Result<Relation> {
    let RelationForm {
        id: _,
        from,
        relation_type,
        to,
        part,
        effective,
        basis,
        note,
    } = form;
    Ok(Relation {
        id: placeholder(),
        from: id("from", from)?,
        relation_type: needed("type", relation_type)?
            .parse()
            .map_err(|error| unknown_word(&error, "type"))?,
        to: id("to", to)?,
        part: given(part),
        effective: date("effective", effective)?,
        basis: word("basis", basis)?,
        note: given(note),
    })
}

pub(super) fn disputed_date(form: &DisputedDateForm) -> Result<DisputedDate> {
    let DisputedDateForm {
        event,
        chosen,
        others,
        reason,
    } = form;
    let others = others.iter().map(|other| {
        let OtherDateForm {
            value,
            source,
            what,
        } = other;
        Ok(OtherDate {
            value: dates::read(value.trim()).map_err(|error| error.on("others"))?,
            source: given(source).map(|text| id("others", &text)).transpose()?,
            what: given(what),
        })
    });
    Ok(DisputedDate {
        event: id("event", event)?,
        chosen: dates::read(chosen.trim()).map_err(|error| error.on("chosen"))?,
        others: others.collect::<Result<_>>()?,
        reason: needed("reason", reason)?,
    })
}

fn placeholder() -> Id {
    Id::slug("", "new")
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

pub(super) fn given(text: &str) -> Option<String> {
    Some(trimmed(text)).filter(|text| !text.is_empty())
}

pub(super) fn needed(field: &'static str, text: &str) -> Result<String> {
    required(field, text).map_err(|error| error.on(field))
}

fn id(field: &'static str, text: &str) -> Result<Id> {
    Id::new(needed(field, text)?)
        .map_err(|error| Error::bad_value(error.to_string()))
        .map_err(|error| error.on(field))
}

fn ids(field: &'static str, texts: &[String]) -> Result<Vec<Id>> {
    texts.iter().map(|text| id(field, text)).collect()
}

fn date(field: &'static str, text: &str) -> Result<Option<Edtf>> {
    let read = given(text).map(|text| dates::read(&text)).transpose();
    read.map_err(|error| error.on(field))
}

pub(super) fn word<T: FromStr>(field: &'static str, text: &str) -> Result<Option<T>>
where
    T::Err: std::fmt::Display,
{
    let read = given(text).map(|text| text.parse::<T>()).transpose();
    read.map_err(|error| unknown_word(&error, field))
}

fn unknown_word(error: &impl std::fmt::Display, field: &'static str) -> Error {
    Error::bad_value(error.to_string()).on(field)
}

fn degrees(field: &'static str, text: &str, most: f64) -> Result<Option<f64>> {
    let Some(text) = given(text) else {
        return Ok(None);
    };
    match text.parse::<f64>() {
        Ok(degrees) if degrees.abs() <= most => Ok(Some(degrees)),
        _ => Err(refused_field("refused-not-degrees", field)),
    }
}

fn refused(message: &str) -> Error {
    Error::bad_value(words::say(message, &[]))
}

fn refused_field(message: &str, field: &'static str) -> Error {
    Error::bad_value(words::say(message, &[("field", field.to_owned())])).on(field)
}

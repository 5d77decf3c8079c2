//! What is left of two records that become one.

use crate::view::{ActorForm, PlaceForm, PrincipleForm, ProceedingForm, Record, SourceForm};

/// `into`, with what only `from` says: a field that is blank takes over the other's, lists
/// are joined, and a note of the other comes below.
pub(super) fn filled(into: Record, from: Record) -> Record {
    match (into, from) {
        (Record::Proceeding(into), Record::Proceeding(from)) => {
            Record::Proceeding(ProceedingForm {
                docket: either(into.docket, from.docket),
                judges: joined(into.judges, from.judges),
                start: either(into.start, from.start),
                end: either(into.end, from.end),
                outcome: either(into.outcome, from.outcome),
                id: into.id,
                name: into.name,
            })
        }
        (Record::Actor(into), Record::Actor(from)) => {
            // A membership and what is said of it belong together.
            let own = !into.member.is_empty();
            let of = |own_value: String, other: String| if own { own_value } else { other };
            Record::Actor(ActorForm {
                member: of(into.member, from.member),
                joined: of(into.joined, from.joined),
                member_basis: of(into.member_basis, from.member_basis),
                member_confidence: of(into.member_confidence, from.member_confidence),
                member_sources: if own {
                    into.member_sources
                } else {
                    from.member_sources
                },
                role: either(into.role, from.role),
                side: either(into.side, from.side),
                affiliation: either(into.affiliation, from.affiliation),
                confidence: either(into.confidence, from.confidence),
                note: below(into.note, from.note),
                actor_type: if into.actor_type == super::form::UNSAID_TYPE {
                    from.actor_type
                } else {
                    into.actor_type
                },
                id: into.id,
                name: into.name,
            })
        }
        (Record::Place(into), Record::Place(from)) => {
            // Coordinates and what is said of them belong together.
            let own = !into.lat.is_empty();
            let of = |own_value: String, other: String| if own { own_value } else { other };
            Record::Place(PlaceForm {
                lat: of(into.lat, from.lat),
                lon: of(into.lon, from.lon),
                precision: of(into.precision, from.precision),
                confidence: of(into.confidence, from.confidence),
                country: either(into.country, from.country),
                role: either(into.role, from.role),
                fact_confidence: either(into.fact_confidence, from.fact_confidence),
                id: into.id,
                name: into.name,
            })
        }
        (Record::Principle(into), Record::Principle(from)) => Record::Principle(PrincipleForm {
            added: either(into.added, from.added),
            paraphrase: either(into.paraphrase, from.paraphrase),
            sources: joined(into.sources, from.sources),
            confidence: either(into.confidence, from.confidence),
            note: below(into.note, from.note),
            number: into.number,
            id: into.id,
            name: into.name,
        }),
        (Record::Source(into), Record::Source(from)) => Record::Source(SourceForm {
            publisher: either(into.publisher, from.publisher),
            date: either(into.date, from.date),
            url: either(into.url, from.url),
            read: into.read || from.read,
            read_url: either(into.read_url, from.read_url),
            read_scope: either(into.read_scope, from.read_scope),
            note: below(into.note, from.note),
            id: into.id,
            title: into.title,
        }),
        (into, _) => into,
    }
}

fn either(own: String, other: String) -> String {
    if own.is_empty() { other } else { own }
}

fn joined(mut own: Vec<String>, other: Vec<String>) -> Vec<String> {
    for id in other {
        if !own.contains(&id) {
            own.push(id);
        }
    }
    own
}

fn below(own: String, other: String) -> String {
    if own.is_empty() || other.is_empty() || own == other {
        either(own, other)
    } else {
        format!("{own}\n{other}")
    }
}

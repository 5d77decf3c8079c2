//! Records and entries of lists by the names of their fields, as the command line has them.

use super::refused;
use crate::error::Error;
use crate::fields::Assignment;
use crate::view::{Choice, EventPart, Record, RecordBefore, RecordEdit, RecordKind};
use crate::{Casebook, Result, words};
use docketline_domain::Id;
use docketline_domain::model::Event;
use docketline_store::{Shared, StoreError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

impl Casebook {
    /// Sets fields of the record with this identifier, which is made if it is not there;
    /// without an identifier a new one is made and named. Other fields stay.
    pub fn assign_record(
        &mut self,
        kind: RecordKind,
        id: Option<&str>,
        assignments: &[Assignment],
    ) -> Result<RecordEdit> {
        let known = match id {
            Some(id) => match self.record(kind, id) {
                Ok(known) => Some(known.record),
                Err(error) if error.code() == crate::ErrorCode::NoSuch => None,
                Err(error) => return Err(error),
            },
            None => None,
        };
        let mut form = match &known {
            Some(record) => object(record),
            None => blank(kind, id)?,
        };
        assign(&mut form, "kind", assignments)?;
        let record: Record = from_object(form)?;
        let before = match (id, known) {
            (Some(id), Some(record)) => Some(RecordBefore {
                id: id.to_owned(),
                record,
            }),
            _ => None,
        };
        self.put_record(before.as_ref(), &record)
    }

    /// The entries of the lists of an event, in their order.
    pub fn event_parts(&self, event: &str) -> Result<Vec<EventPart>> {
        Ok(parts_of(&self.store.event(self.store.event_key(event)?)?))
    }

    /// An entry of that kind for what it names, with fields set.
    pub fn part(kind: &str, names: &str, assignments: &[Assignment]) -> Result<EventPart> {
        let blank = blank_part(kind)?;
        let mut form = object(&blank);
        name(&mut form, &blank, names);
        assign(&mut form, "part", assignments)?;
        from_object(form)
    }

    /// The one entry of an event that is of that kind, names that, and has these fields.
    pub fn find_part(
        &self,
        event: &str,
        kind: &str,
        names: &str,
        assignments: &[Assignment],
    ) -> Result<EventPart> {
        let blank = blank_part(kind)?;
        let called = match shared_in(&blank) {
            Some(shared) => self.store.shared_called(shared, names)?,
            None => None,
        };
        let called = called.map_or_else(|| names.to_owned(), |id| id.to_string());
        let wanted = object(&Self::part(kind, &called, assignments)?);
        let compared: Vec<&str> = assignments.iter().map(|a| a.field.as_str()).collect();
        let parts = self.event_parts(event)?;
        let mut found = parts.into_iter().filter(|part| {
            let form = object(part);
            let named = |field: &&str| form.get(*field) == wanted.get(*field);
            form.get("part") == wanted.get("part")
                && named(&naming_field(&blank))
                && compared.iter().all(named)
        });
        match (found.next(), found.next()) {
            (Some(part), None) => Ok(part),
            (Some(_), Some(_)) => Err(refused("refused-several-parts")),
            (None, _) => Err(StoreError::NoSuch {
                what: "entry",
                id: names.to_owned(),
            }
            .into()),
        }
    }
}

fn parts_of(event: &Event) -> Vec<EventPart> {
    let id = |id: &Id| Choice::Id(id.to_string());
    let sits = |actor: &Id| event.judges.contains(actor);
    let plays = |actor: &Id| event.actors.iter().any(|part| part.actor == *actor);
    let bench = event.judges.iter().filter(|judge| !plays(judge));
    let people = bench.map(|judge| EventPart::Person {
        actor: id(judge),
        role: String::new(),
        judge: true,
    });
    let people = people.chain(event.actors.iter().map(|part| EventPart::Person {
        actor: id(&part.actor),
        role: part.role.clone(),
        judge: sits(&part.actor),
    }));
    let principles = event
        .principles
        .iter()
        .map(|principle| EventPart::Principle {
            principle: id(principle),
        });
    let places = event
        .places
        .iter()
        .map(|place| EventPart::Place { place: id(place) });
    let sources = event.sources.iter().map(|support| EventPart::Source {
        source: id(&support.source),
        supports: support.supports.clone(),
    });
    let citations = event.citations.iter().map(|citation| EventPart::Citation {
        text: citation.text.clone(),
        confidence: citation
            .confidence
            .map(|word| word.to_string())
            .unwrap_or_default(),
    });
    let jurisdictions = event.jurisdictions.iter();
    let jurisdictions = jurisdictions.map(|name| EventPart::Jurisdiction { name: name.clone() });
    let details = event.from_knowledge.iter();
    let details = details.map(|text| EventPart::Detail { text: text.clone() });
    people
        .chain(principles)
        .chain(places)
        .chain(sources)
        .chain(citations)
        .chain(jurisdictions)
        .chain(details)
        .collect()
}

/// The kinds of entries, by their words.
pub const PART_KINDS: [&str; 7] = [
    "person",
    "principle",
    "place",
    "source",
    "citation",
    "jurisdiction",
    "detail",
];

fn blank_part(kind: &str) -> Result<EventPart> {
    let none = || Choice::Id(String::new());
    Ok(match kind {
        "person" => EventPart::Person {
            actor: none(),
            role: String::new(),
            judge: false,
        },
        "principle" => EventPart::Principle { principle: none() },
        "place" => EventPart::Place { place: none() },
        "source" => EventPart::Source {
            source: none(),
            supports: String::new(),
        },
        "citation" => EventPart::Citation {
            text: String::new(),
            confidence: String::new(),
        },
        "jurisdiction" => EventPart::Jurisdiction {
            name: String::new(),
        },
        "detail" => EventPart::Detail {
            text: String::new(),
        },
        _ => {
            return Err(Error::bad_value(words::say(
                "refused-unknown-kind",
                &[("kind", kind.to_owned()), ("kinds", PART_KINDS.join(", "))],
            )));
        }
    })
}

/// What kind of record an entry names.
const fn shared_in(part: &EventPart) -> Option<Shared> {
    match part {
        EventPart::Person { .. } => Some(Shared::Actor),
        EventPart::Principle { .. } => Some(Shared::Principle),
        EventPart::Place { .. } => Some(Shared::Place),
        EventPart::Source { .. } => Some(Shared::Source),
        EventPart::Citation { .. } | EventPart::Jurisdiction { .. } | EventPart::Detail { .. } => {
            None
        }
    }
}

/// The field by which an entry says what it is about.
const fn naming_field(part: &EventPart) -> &'static str {
    match part {
        EventPart::Person { .. } => "actor",
        EventPart::Principle { .. } => "principle",
        EventPart::Place { .. } => "place",
        EventPart::Source { .. } => "source",
        EventPart::Jurisdiction { .. } => "name",
        EventPart::Citation { .. } | EventPart::Detail { .. } => "text",
    }
}

fn name(form: &mut Map<String, Value>, part: &EventPart, names: &str) {
    let field = naming_field(part);
    let value = match form.get(field) {
        Some(Value::Object(_)) => to_value(&Choice::Id(names.to_owned())),
        _ => Value::from(names),
    };
    form.insert(field.to_owned(), value);
}

fn blank(kind: RecordKind, id: Option<&str>) -> Result<Map<String, Value>> {
    let mut form = Map::new();
    form.insert("kind".to_owned(), to_value(&kind));
    let record: Record = from_object(form)?;
    let mut form = object(&record);
    if let Some(id) = id {
        let field = match kind {
            RecordKind::DisputedDate => "event",
            _ => "id",
        };
        form.insert(field.to_owned(), Value::from(id));
    }
    Ok(form)
}

/// Sets fields to what is typed, but for the `tag` that says what the form is of. A list is
/// typed as JSON, or as words between commas.
fn assign(form: &mut Map<String, Value>, tag: &str, assignments: &[Assignment]) -> Result<()> {
    for Assignment { field, value } in assignments {
        let text = value.trim();
        let new = match form.get(field).filter(|_| field != tag) {
            Some(Value::String(_)) => Value::from(text),
            Some(Value::Bool(_)) => Value::from(crate::fields::truth(field, text)?),
            Some(Value::Array(_)) if text.starts_with('[') => serde_json::from_str(text)
                .map_err(|error| Error::bad_value(format!("{field}: {error}")))?,
            Some(Value::Array(_)) => text
                .split(',')
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .collect(),
            _ => {
                let known: Vec<&str> = form
                    .iter()
                    .filter(|(name, value)| *name != tag && !value.is_object())
                    .map(|(name, _)| name.as_str())
                    .collect();
                return Err(Error::bad_value(words::say(
                    "refused-unknown-record-field",
                    &[("field", field.clone()), ("fields", known.join(", "))],
                )));
            }
        };
        form.insert(field.clone(), new);
    }
    Ok(())
}

pub(super) fn object(form: &impl Serialize) -> Map<String, Value> {
    match to_value(form) {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn to_value(form: &impl Serialize) -> Value {
    serde_json::to_value(form).unwrap_or_default()
}

pub(super) fn from_object<T: DeserializeOwned>(form: Map<String, Value>) -> Result<T> {
    serde_json::from_value(Value::Object(form)).map_err(|error| Error::bad_value(error.to_string()))
}

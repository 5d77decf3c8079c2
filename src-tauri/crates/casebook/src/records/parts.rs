//! The lists that belong to an event: who took part, what supports it, where it was.

use super::form::{given, needed, word};
use super::no_such;
use crate::error::Error;
use crate::view::{Choice, EventEdit, EventPart};
use crate::{Casebook, Result, words};
use docketline_domain::Id;
use docketline_domain::model::{
    Actor, Citation, Event, Participation, Place, Principle, Source, Support,
};
use docketline_domain::vocabulary::Confidence;
use docketline_store::{Action, Edit, EventList, Outcome, Shared, StoreError};

/// An entry, understood as far as that goes without the casebook.
enum Part {
    Person {
        actor: Choice,
        role: Option<String>,
        judge: bool,
    },
    Principle(Choice),
    Place(Choice),
    Source(Choice, String),
    Citation(Citation),
    Jurisdiction(String),
    Detail(String),
}

/// An entry whose records are there.
enum Settled {
    Person {
        actor: Id,
        role: Option<String>,
        judge: bool,
    },
    Principle(Id),
    Place(Id),
    Source(Id, String),
    Citation(Citation),
    Jurisdiction(String),
    Detail(String),
}

impl Casebook {
    /// Puts `new` in the place of `old` in the list of an event that both belong to; with
    /// no `old` it is added at the end, with no `new` the old one is taken out. A record
    /// that is named and not there yet is made, in the same entry of the history.
    pub fn change_event_part(
        &mut self,
        event: &str,
        old: Option<&EventPart>,
        new: Option<&EventPart>,
    ) -> Result<EventEdit> {
        let old = old.map(Part::read).transpose()?;
        let new = new.map(Part::read).transpose()?;
        let list = match (&old, &new) {
            (None, None) => return Err(refused("refused-no-part")),
            (Some(old), Some(new)) if old.list() != new.list() => {
                return Err(refused("refused-other-list"));
            }
            (Some(part), _) | (None, Some(part)) => part.list(),
        };
        let title = self.event_title(event)?;
        let change = self.change(Action::List(list), &title);
        self.store.edit(&change, |edit| {
            let mut record = edit.event(event)?.ok_or_else(|| StoreError::NoSuch {
                what: "event",
                id: event.to_owned(),
            })?;
            // What can be refused is, before anything is written.
            let old = match old.map(|part| part.known(edit)).transpose()? {
                Some(Err(refusal)) => return Ok(Err(refusal)),
                Some(Ok(old)) => Some(old),
                None => None,
            };
            if let Some(refusal) = new
                .as_ref()
                .map(|part| part.check(edit))
                .transpose()?
                .flatten()
            {
                return Ok(Err(refusal));
            }
            let place = match &old {
                Some(old) => match old.take_out(&mut record) {
                    Some(place) => place,
                    None => return Ok(Err(refused("refused-part-gone"))),
                },
                None => Stood::default(),
            };
            let new = new.map(|part| part.settle(edit)).transpose()?;
            if let Some(new) = &new
                && !new.put_in(&mut record, place)
            {
                // What was just made is in no list, so nothing was written here.
                return Ok(Err(refused("refused-part-twice")));
            }
            if let Some(old) = &old {
                old.stay_on_the_bench(new.as_ref(), &mut record, place);
            }
            let outcome = edit.put_event(&record)?;
            Ok(Ok(EventEdit {
                id: event.to_owned(),
                changed: outcome != Outcome::Unchanged,
            }))
        })?
    }
}

impl Part {
    fn read(part: &EventPart) -> Result<Self> {
        Ok(match part {
            EventPart::Person { actor, role, judge } => {
                let role = given(role);
                if role.is_none() && !judge {
                    return Err(refused("refused-no-role").on("role"));
                }
                Self::Person {
                    actor: chosen("actor", actor)?,
                    role,
                    judge: *judge,
                }
            }
            EventPart::Principle { principle } => Self::Principle(chosen("principle", principle)?),
            EventPart::Place { place } => Self::Place(chosen("place", place)?),
            EventPart::Source { source, supports } => {
                Self::Source(chosen("source", source)?, supports.trim().to_owned())
            }
            EventPart::Citation { text, confidence } => Self::Citation(Citation {
                text: needed("text", text)?,
                confidence: word::<Confidence>("confidence", confidence)?,
            }),
            EventPart::Jurisdiction { name } => Self::Jurisdiction(needed("name", name)?),
            EventPart::Detail { text } => Self::Detail(needed("text", text)?),
        })
    }

    const fn list(&self) -> EventList {
        match self {
            Self::Person { .. } => EventList::People,
            Self::Principle(_) => EventList::Principles,
            Self::Place(_) => EventList::Places,
            Self::Source(..) => EventList::Sources,
            Self::Citation(_) => EventList::Citations,
            Self::Jurisdiction(_) => EventList::Jurisdictions,
            Self::Detail(_) => EventList::Details,
        }
    }

    fn choice(&self) -> Option<(Shared, &'static str, &Choice)> {
        match self {
            Self::Person { actor, .. } => Some((Shared::Actor, "actor", actor)),
            Self::Principle(choice) => Some((Shared::Principle, "principle", choice)),
            Self::Place(choice) => Some((Shared::Place, "place", choice)),
            Self::Source(choice, _) => Some((Shared::Source, "source", choice)),
            _ => None,
        }
    }

    /// What is wrong with the record that it names, without making one.
    fn check(&self, edit: &Edit<'_>) -> docketline_store::Result<Option<Error>> {
        match self.choice() {
            Some((kind, field, Choice::Id(id))) => Ok(edit
                .shared_called(kind, id)?
                .is_none()
                .then(|| no_such(kind.as_str(), id).on(field))),
            _ => Ok(None),
        }
    }

    /// With a record that is there; refused when there is none.
    fn known(self, edit: &Edit<'_>) -> docketline_store::Result<Result<Settled>> {
        if let Some((kind, field, choice)) = self.choice() {
            let (Choice::Id(text) | Choice::Name(text)) = choice;
            if edit.shared_called(kind, text)?.is_none() {
                return Ok(Err(no_such(kind.as_str(), text).on(field)));
            }
        }
        self.settle(edit).map(Ok)
    }

    /// With a record that is there, or is made.
    fn settle(self, edit: &Edit<'_>) -> docketline_store::Result<Settled> {
        Ok(match self {
            Self::Person { actor, role, judge } => Settled::Person {
                actor: settle(edit, Shared::Actor, actor)?,
                role,
                judge,
            },
            Self::Principle(choice) => Settled::Principle(settle(edit, Shared::Principle, choice)?),
            Self::Place(choice) => Settled::Place(settle(edit, Shared::Place, choice)?),
            Self::Source(choice, supports) => {
                Settled::Source(settle(edit, Shared::Source, choice)?, supports)
            }
            Self::Citation(citation) => Settled::Citation(citation),
            Self::Jurisdiction(name) => Settled::Jurisdiction(name),
            Self::Detail(text) => Settled::Detail(text),
        })
    }
}

/// Where an entry stood: in its list, and on the bench. The bench has an order too, that of
/// the names on an opinion.
#[derive(Clone, Copy, Default)]
struct Stood {
    list: Option<usize>,
    bench: Option<usize>,
}

impl Settled {
    /// Takes it out of its list and answers where it stood; `None` when it is not there.
    fn take_out(&self, event: &mut Event) -> Option<Stood> {
        let in_list = |list: Option<usize>| {
            list.map(|place| Stood {
                list: Some(place),
                bench: None,
            })
        };
        in_list(match self {
            Self::Person { actor, role, judge } => {
                let list = match role {
                    Some(role) => Some(take(&mut event.actors, |part| {
                        part.actor == *actor && part.role == *role
                    })?),
                    None => None,
                };
                let bench = match judge {
                    true => take(&mut event.judges, |id| id == actor),
                    false => None,
                };
                let is_there = list.is_some() || bench.is_some();
                return is_there.then_some(Stood { list, bench });
            }
            Self::Principle(id) => take(&mut event.principles, |known| known == id),
            Self::Place(id) => take(&mut event.places, |known| known == id),
            Self::Source(id, supports) => take(&mut event.sources, |known| {
                known.source == *id && known.supports == *supports
            }),
            Self::Citation(citation) => take(&mut event.citations, |known| known == citation),
            Self::Jurisdiction(name) => take(&mut event.jurisdictions, |known| known == name),
            Self::Detail(text) => take(&mut event.from_knowledge, |known| known == text),
        })
    }

    /// Puts it where another stood, or last; `false` when it is there already.
    fn put_in(&self, event: &mut Event, Stood { list, bench }: Stood) -> bool {
        match self {
            Self::Person { actor, role, judge } => {
                let sits = *judge && put(&mut event.judges, bench, actor.clone());
                let plays = role.as_ref().is_some_and(|role| {
                    let (actor, role) = (actor.clone(), role.clone());
                    put(&mut event.actors, list, Participation { actor, role })
                });
                sits || plays
            }
            Self::Principle(id) => put(&mut event.principles, list, id.clone()),
            Self::Place(id) => put(&mut event.places, list, id.clone()),
            Self::Source(source, supports) => {
                let (source, supports) = (source.clone(), supports.clone());
                put(&mut event.sources, list, Support { source, supports })
            }
            Self::Citation(citation) => put(&mut event.citations, list, citation.clone()),
            Self::Jurisdiction(name) => put(&mut event.jurisdictions, list, name.clone()),
            Self::Detail(text) => put(&mut event.from_knowledge, list, text.clone()),
        }
    }

    /// A judge who played other roles in the event as well sits as long as one of them is
    /// left, and nobody said that they do not.
    fn stay_on_the_bench(&self, new: Option<&Self>, event: &mut Event, place: Stood) {
        let (Self::Person { actor, .. }, Some(bench)) = (self, place.bench) else {
            return;
        };
        let is_let_go = matches!(
            new,
            Some(Self::Person { actor: same, judge: false, .. }) if same == actor
        );
        if !is_let_go && event.actors.iter().any(|part| part.actor == *actor) {
            put(&mut event.judges, Some(bench), actor.clone());
        }
    }
}

fn take<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool) -> Option<usize> {
    let place = list.iter().position(is)?;
    list.remove(place);
    Some(place)
}

fn put<T: PartialEq>(list: &mut Vec<T>, place: Option<usize>, new: T) -> bool {
    if list.contains(&new) {
        return false;
    }
    let end = list.len();
    list.insert(place.unwrap_or(end).min(end), new);
    true
}

fn chosen(field: &'static str, choice: &Choice) -> Result<Choice> {
    Ok(match choice {
        Choice::Id(id) => Choice::Id(needed(field, id)?),
        Choice::Name(name) => Choice::Name(needed(field, name)?),
    })
}

/// A name that a record has already means that record.
fn settle(edit: &Edit<'_>, kind: Shared, choice: Choice) -> docketline_store::Result<Id> {
    let (Choice::Id(text) | Choice::Name(text)) = choice;
    if let Some(known) = edit.shared_called(kind, &text)? {
        return Ok(known);
    }
    let id = edit.free_id(kind.as_str(), &Id::slug(&text, kind.as_str()))?;
    let name = text;
    match kind {
        Shared::Actor => edit.put_actor(&Actor {
            id: id.clone(),
            name,
            actor_type: super::form::UNSAID_TYPE.to_owned(),
            role: None,
            side: None,
            affiliation: None,
            rgs_member: None,
            confidence: None,
            note: None,
        })?,
        Shared::Place => edit.put_place(&Place {
            id: id.clone(),
            name,
            lat: None,
            lon: None,
            country: None,
            role: None,
            precision: None,
            confidence: None,
            fact_confidence: None,
        })?,
        Shared::Principle => edit.put_principle(&Principle {
            id: id.clone(),
            number: edit.next_principle_number()?,
            name,
            added: None,
            paraphrase: String::new(),
            sources: Vec::new(),
            confidence: None,
            note: None,
        })?,
        _ => edit.put_source(&Source {
            id: id.clone(),
            title: name,
            publisher: None,
            date: None,
            url: None,
            read: false,
            read_url: None,
            read_scope: None,
            note: None,
        })?,
    };
    Ok(id)
}

fn refused(message: &str) -> Error {
    Error::bad_value(words::say(message, &[]))
}

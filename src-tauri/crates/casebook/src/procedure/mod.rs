//! The Procedure view: which events are joined by acts, and how they are drawn.

mod scopes;
pub(crate) mod view;

use crate::choice::Keys;
use crate::standing::Prepared;
use crate::timeline::INTER;
use crate::view::{
    Filter, Procedure, ProcedureActView, ProcedureEventView, ProcedureScope, StandingLife,
};
use crate::{Casebook, Result, dates};
use docketline_domain::Day;
use docketline_domain::model::{Event, Relation};
use docketline_store::EventKey;
use docketline_timeline::TimelineEvent;
use docketline_timeline::procedure::{
    Docket, ProcedureAct, ProcedureEvent, ProcedureScene, ProcedureView, lay_out,
};
use scopes::Scopes;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The proceedings of the last question: zooming asks for the same docket again and again.
#[derive(Debug, Default)]
pub(crate) struct ProcedureCache(Mutex<Option<Arc<Answer>>>);

#[derive(Debug)]
struct Answer {
    revision: i64,
    question: Question,
    procedure: Procedure,
    docket: Docket,
}

#[derive(Debug, Clone, PartialEq)]
struct Question {
    filter: Filter,
    known_on: Option<Day>,
    scope: Option<ProcedureScope>,
}

/// An event that acts join to another, as the casebook holds it and as it is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joined<'a> {
    pub event: &'a Event,
    pub mark: &'a TimelineEvent,
    pub colour: u8,
}

impl Casebook {
    /// The events that acts join, the acts, and how the instruments among them stood, of
    /// those that pass the filter and were public on the day of knowledge. Without a scope,
    /// of the main case: the matter that has most events of it.
    pub fn procedure(
        &self,
        filter: &Filter,
        known_on: Option<&str>,
        scope: Option<&ProcedureScope>,
    ) -> Result<Procedure> {
        let answer = self.proceedings(filter, known_on, scope)?;
        Ok(answer.procedure.clone())
    }

    /// The same, laid out.
    pub fn procedure_scene(
        &self,
        filter: &Filter,
        known_on: Option<&str>,
        scope: Option<&ProcedureScope>,
        view: ProcedureView,
    ) -> Result<ProcedureScene> {
        let answer = self.proceedings(filter, known_on, scope)?;
        Ok(lay_out(&answer.docket, view, &*INTER))
    }

    fn proceedings(
        &self,
        filter: &Filter,
        known_on: Option<&str>,
        scope: Option<&ProcedureScope>,
    ) -> Result<Arc<Answer>> {
        let revision = self.store.revision()?;
        let question = Question {
            filter: filter.clone(),
            known_on: dates::read_clock(known_on)?,
            scope: scope.cloned(),
        };
        // A panic while it was held left a whole value behind: it is only ever replaced.
        let mut cached = self
            .procedure
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = cached.as_ref()
            && answer.revision == revision
            && answer.question == question
        {
            return Ok(Arc::clone(answer));
        }
        let lives = self.standing_lives(known_on)?;
        let (procedure, docket) = self.read_proceedings(&question, lives)?;
        let answer = Arc::new(Answer {
            revision,
            question,
            procedure,
            docket,
        });
        *cached = Some(Arc::clone(&answer));
        Ok(answer)
    }

    fn read_proceedings(
        &self,
        question: &Question,
        lives: Vec<StandingLife>,
    ) -> Result<(Procedure, Docket)> {
        let prepared = self.prepared_joined()?;
        let keys = prepared.book.document.events.iter();
        let keys = keys.map(|event| prepared.book.key(event.id.as_str()));
        let joined = Keys::of(keys.collect());
        let (marks, lanes) = self.timeline_events(&question.filter, &joined)?;
        let marks: HashMap<EventKey, &TimelineEvent> =
            marks.iter().map(|mark| (mark.key, mark)).collect();
        let mut known: HashMap<&str, Joined<'_>> = HashMap::new();
        for event in &prepared.book.document.events {
            let Some(mark) = marks.get(&prepared.book.key(event.id.as_str())) else {
                continue;
            };
            if is_known(event, question.known_on) {
                let colour = lanes[usize::from(mark.lane)].colour;
                known.insert(
                    event.id.as_str(),
                    Joined {
                        event,
                        mark,
                        colour,
                    },
                );
            }
        }
        let acts: Vec<(&Relation, Joined<'_>, Joined<'_>)> = prepared
            .book
            .document
            .relations
            .iter()
            .filter(|relation| relation.relation_type.acts_on_standing())
            .filter_map(|relation| {
                let end = |id: &str| known.get(id).copied();
                Some((
                    relation,
                    end(relation.from.as_str())?,
                    end(relation.to.as_str())?,
                ))
            })
            .collect();
        let scopes = Scopes::of(&acts, &lives, &prepared.book.document);
        let scope = scopes.resolve(question.scope.as_ref());
        let mut shown: Vec<(&Relation, Joined<'_>, Joined<'_>)> = acts
            .into_iter()
            .filter(|(_, from, to)| scope.as_ref().is_some_and(|s| scopes.holds(s, from, to)))
            .collect();
        shown.sort_by_cached_key(|(act, from, _)| (effective(act, from.event).1, act.id.clone()));
        Ok(present(scope, scopes, &shown, lives, &prepared))
    }
}

/// The shapes for the window, and the docket that is laid out; their acts are the same.
fn present(
    scope: Option<ProcedureScope>,
    scopes: Scopes,
    shown: &[(&Relation, Joined<'_>, Joined<'_>)],
    mut lives: Vec<StandingLife>,
    prepared: &Prepared,
) -> (Procedure, Docket) {
    let document = &prepared.book.document;
    let mut events: Vec<Joined<'_>> = shown
        .iter()
        .flat_map(|(_, from, to)| [*from, *to])
        .collect();
    events.sort_by_key(|joined| (joined.mark.bounds.earliest, joined.mark.key));
    events.dedup_by_key(|joined| joined.mark.key);
    let place: HashMap<EventKey, u32> = events
        .iter()
        .enumerate()
        .map(|(index, joined)| (joined.mark.key, index as u32))
        .collect();
    lives.retain(|life| place.contains_key(&life.key));
    lives.sort_by_key(|life| place[&life.key]);

    let courts: HashMap<&str, u16> = positions(document.courts.iter().map(|court| &court.id));
    let levels: HashMap<&str, u16> = positions(document.proceedings.iter().map(|one| &one.id));
    let docket = Docket {
        courts: document
            .courts
            .iter()
            .map(|court| court.name.clone())
            .collect(),
        proceedings: document
            .proceedings
            .iter()
            .map(|one| one.name.clone())
            .collect(),
        events: events
            .iter()
            .map(|Joined { event, mark, .. }| ProcedureEvent {
                key: mark.key,
                court: event
                    .court
                    .as_ref()
                    .and_then(|id| courts.get(id.as_str()).copied()),
                proceeding: event
                    .proceeding
                    .as_ref()
                    .and_then(|id| levels.get(id.as_str()).copied()),
                bounds: mark.bounds,
                shape: mark.shape,
                label: mark.label.clone(),
                date: event.date.to_words(),
                significance: mark.significance,
            })
            .collect(),
        acts: shown
            .iter()
            .map(|(act, from, to)| ProcedureAct {
                from: place[&from.mark.key],
                to: place[&to.mark.key],
                relation: act.relation_type,
            })
            .collect(),
    };
    let court_of = |event: &Event| {
        let court = event.court.as_ref()?;
        let at = courts.get(court.as_str())?;
        docket.courts.get(usize::from(*at)).cloned()
    };
    let people: HashMap<&str, &str> = document
        .actors
        .iter()
        .map(|actor| (actor.id.as_str(), actor.name.as_str()))
        .collect();
    let titles: HashMap<&str, &str> = document
        .sources
        .iter()
        .map(|source| (source.id.as_str(), source.title.as_str()))
        .collect();
    let procedure = Procedure {
        scope,
        scopes: scopes.choices,
        events: events
            .iter()
            .map(
                |Joined {
                     event,
                     mark,
                     colour,
                 }| ProcedureEventView {
                    key: mark.key,
                    title: event.title.clone(),
                    short_title: event.short_title.clone(),
                    date_words: event.date.to_words(),
                    kind: event.kind.to_string(),
                    court: court_of(event),
                    docket: event.docket.clone(),
                    colour: *colour,
                    first: mark.bounds.earliest.map(|day| day.0),
                    last: mark.bounds.latest.map(|day| day.0),
                },
            )
            .collect(),
        acts: shown
            .iter()
            .map(|(act, from, to)| {
                let (effective_words, effective) = effective(act, from.event);
                let judges = from.event.judges.iter();
                let mut by: Vec<String> = judges
                    .map(|id| {
                        people
                            .get(id.as_str())
                            .map_or_else(|| id.to_string(), |n| (*n).to_owned())
                    })
                    .collect();
                if by.is_empty() {
                    by.extend(court_of(from.event));
                }
                let sources = from
                    .event
                    .sources
                    .iter()
                    .map(|support| support.source.as_str());
                ProcedureActView {
                    id: act.id.to_string(),
                    relation: act.relation_type.to_string(),
                    from: from.mark.key,
                    to: to.mark.key,
                    part: act.part.clone(),
                    effective_words,
                    effective,
                    by,
                    sources: sources
                        .map(|id| titles.get(id).copied().unwrap_or(id).to_owned())
                        .collect(),
                }
            })
            .collect(),
        lives,
    };
    (procedure, docket)
}

fn positions<'a>(ids: impl Iterator<Item = &'a docketline_domain::Id>) -> HashMap<&'a str, u16> {
    ids.enumerate()
        .filter_map(|(index, id)| Some((id.as_str(), u16::try_from(index).ok()?)))
        .collect()
}

/// In words, and the last day on which the act may take effect.
fn effective(act: &Relation, by: &Event) -> (String, Option<i64>) {
    let date = act.effective.as_ref().unwrap_or(&by.date);
    (date.to_words(), date.bounds().latest.map(|day| day.0))
}

/// Whether it was public for certain on the day of knowledge.
fn is_known(event: &Event, known_on: Option<Day>) -> bool {
    let Some(known_on) = known_on else {
        return true;
    };
    let public = event.public_from.as_ref().unwrap_or(&event.date).bounds();
    public.latest.is_some_and(|latest| latest <= known_on)
}

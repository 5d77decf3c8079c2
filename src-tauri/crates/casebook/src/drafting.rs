//! One event in a form: what stands in it, what is wrong with it, and saving it.

mod reading;

use crate::editing::describe;
use crate::error::Error;
use crate::fields::Field;
use crate::view::{
    CitationDraft, EventChoices, EventDraft, EventForm, EventTarget, FieldProblem, NamedRef,
    SavedEvent,
};
use crate::{Casebook, Result, dates, words};
use docketline_domain::model::Event;
use docketline_domain::vocabulary::{Confidence, EventKind};
use docketline_domain::{Edtf, Id};
use docketline_store::{Action, EventKey, StoreError};
use reading::{label, read};

impl Casebook {
    /// A form for an event, with everything that can be chosen in it.
    pub fn event_form(&self, target: EventTarget) -> Result<EventForm> {
        let draft = match target {
            EventTarget::New => EventDraft::default(),
            EventTarget::Event { key } => self.draft_of(key)?,
            EventTarget::Copy { key } => EventDraft {
                id: String::new(),
                ..self.draft_of(key)?
            },
        };
        Ok(EventForm {
            draft,
            choices: self.event_choices()?,
        })
    }

    /// What would be refused. Only what differs from `before` is looked at: an event may
    /// have something from outside that nobody could type, and keeps it.
    pub fn check_event(
        &self,
        target: EventTarget,
        before: &EventDraft,
        draft: &EventDraft,
    ) -> Result<Vec<FieldProblem>> {
        let (_, problems) = read(&before_of(target, before), draft);
        let mut problems = problems;
        let mut refuse = |field: &str, message: String| {
            if !problems.iter().any(|known| known.field == field) {
                problems.push(FieldProblem {
                    field: field.to_owned(),
                    message,
                });
            }
        };
        let id = draft.id.trim();
        let owner = match target {
            EventTarget::Event { key } => Some(key),
            EventTarget::New | EventTarget::Copy { .. } => None,
        };
        if !id.is_empty()
            && self
                .store
                .event_key(id)
                .is_ok_and(|known| Some(known) != owner)
        {
            let taken = Error::from(StoreError::Taken {
                what: "event",
                id: id.to_owned(),
            });
            refuse("id", taken.to_string());
        }
        for (field, value, other, on) in [
            (
                "stated_end",
                &draft.stated_end,
                "stated_date",
                &draft.stated_date,
            ),
            (
                "refined_confidence",
                &draft.refined_confidence,
                "refined_date",
                &draft.refined_date,
            ),
        ] {
            if !value.trim().is_empty() && on.trim().is_empty() {
                let pair = [("field", label(field)), ("other", label(other))];
                refuse(field, words::say("refused-needs-field", &pair));
            }
        }
        Ok(problems)
    }

    /// Saves a form as one entry of the history, or says what is wrong with it. Of an
    /// event that is there, only what differs from `before` is written, so that nothing
    /// that happened to it meanwhile is lost.
    pub fn save_event(
        &mut self,
        target: EventTarget,
        before: &EventDraft,
        draft: &EventDraft,
    ) -> Result<SavedEvent> {
        let problems = self.check_event(target, before, draft)?;
        if !problems.is_empty() {
            return Ok(SavedEvent::Refused { problems });
        }
        let (fields, _) = read(&before_of(target, before), draft);
        let (key, done) = match target {
            EventTarget::Event { key } => (key, self.change_event(key, &fields)?),
            EventTarget::New => self.create_event(None, draft, &fields)?,
            EventTarget::Copy { key } => self.create_event(Some(key), draft, &fields)?,
        };
        Ok(SavedEvent::Saved {
            key,
            done,
            summary: Box::new(self.summary()?),
        })
    }

    fn change_event(&mut self, key: EventKey, fields: &[Field]) -> Result<Option<String>> {
        let record = self.store.event_record(key)?;
        let change = self.change(Action::EventChanged, &record.title);
        let changed = self.change_fields(&record.id, &change, fields)?.changed;
        Ok(changed.then(|| describe(change.action, &change.subject)))
    }

    fn create_event(
        &mut self,
        copied: Option<EventKey>,
        draft: &EventDraft,
        fields: &[Field],
    ) -> Result<(EventKey, Option<String>)> {
        let like = copied.map(|key| self.store.event(key)).transpose()?;
        // Its lane is the first thing that is set.
        let (id, lane) = (Id::slug("", "event"), Id::slug("", "lane"));
        let mut event = Event::new(id, dates::read(&draft.date)?, lane);
        if let Some(like) = like {
            event.actors = like.actors;
            event.judges = like.judges;
            event.places = like.places;
            event.sources = like.sources;
        }
        for field in fields {
            field.set(&mut event)?;
        }
        let change = self.change(Action::EventAdded, &event.title);
        let wish = draft.id.trim().is_empty();
        let id = self.store.edit(&change, |edit| {
            if wish {
                event.id = edit.free_id("event", &Id::slug(&event.title, "event"))?;
            }
            for field in fields {
                field.resolve(edit, &mut event)?;
            }
            edit.put_event(&event)?;
            Ok(event.id)
        })?;
        let done = describe(change.action, &change.subject);
        Ok((self.store.event_key(id.as_str())?, Some(done)))
    }

    fn event_choices(&self) -> Result<EventChoices> {
        let named = |id: Id, name: String| NamedRef {
            id: id.into(),
            name,
        };
        Ok(EventChoices {
            kinds: EventKind::ALL.iter().map(ToString::to_string).collect(),
            confidences: Confidence::ALL.iter().map(ToString::to_string).collect(),
            lanes: self
                .store
                .lane_rows()?
                .into_iter()
                .map(|lane| NamedRef {
                    id: lane.id,
                    name: lane.name,
                })
                .collect(),
            courts: self
                .store
                .courts()?
                .into_iter()
                .map(|court| named(court.id, court.name))
                .collect(),
            proceedings: self
                .store
                .proceeding_names()?
                .into_iter()
                .map(|(id, name)| named(id, name))
                .collect(),
            principles: self
                .store
                .principles()?
                .into_iter()
                .map(|principle| named(principle.id, principle.name))
                .collect(),
        })
    }

    fn draft_of(&self, key: EventKey) -> Result<EventDraft> {
        let record = self.store.event_record(key)?;
        // Destructured, so that a new field breaks the build instead of vanishing.
        let Event {
            id,
            date,
            stated_date,
            refined_date,
            date_note,
            public_from,
            filed,
            entered,
            title,
            short_title,
            summary,
            kind,
            lane: _,
            main_case,
            proceeding: _,
            court: _,
            judges: _,
            docket,
            docket_sequence,
            citations,
            actors: _,
            jurisdictions,
            principles,
            places: _,
            sources: _,
            confidence,
            from_knowledge,
        } = self.store.event(key)?;
        let written = |date: Option<Edtf>| date.map(String::from).unwrap_or_default();
        let (stated_date, stated_end) = match stated_date {
            Some(stated) => (stated.date.into(), written(stated.end)),
            None => Default::default(),
        };
        let (refined_date, refined_confidence) = match refined_date {
            Some(refined) => (refined.value.into(), refined.confidence.to_string()),
            None => Default::default(),
        };
        Ok(EventDraft {
            id: id.into(),
            title,
            short_title: short_title.unwrap_or_default(),
            date: date.into(),
            stated_date,
            stated_end,
            refined_date,
            refined_confidence,
            date_note: date_note.unwrap_or_default(),
            public_from: written(public_from),
            filed: written(filed),
            entered: written(entered),
            summary,
            kind: kind.to_string(),
            lane: record.lane_name,
            court: record.court.unwrap_or_default(),
            proceeding: record.proceeding.unwrap_or_default(),
            main_case,
            docket: docket.unwrap_or_default(),
            docket_sequence: docket_sequence.map(|n| n.to_string()).unwrap_or_default(),
            confidence: confidence.map(|c| c.to_string()).unwrap_or_default(),
            citations: citations
                .into_iter()
                .map(|citation| CitationDraft {
                    text: citation.text,
                    confidence: citation
                        .confidence
                        .map(|c| c.to_string())
                        .unwrap_or_default(),
                })
                .collect(),
            jurisdictions,
            principles: principles.into_iter().map(String::from).collect(),
            from_knowledge,
        })
    }
}

impl SavedEvent {
    /// The key of the event, or the refusal of what is wrong, all of it.
    pub fn key(self) -> Result<EventKey> {
        match self {
            Self::Saved { key, .. } => Ok(key),
            Self::Refused { problems } => {
                let messages: Vec<String> = problems
                    .into_iter()
                    .map(|problem| problem.message)
                    .collect();
                Err(Error::bad_value(messages.join("; ")))
            }
        }
    }
}

/// A new event differs from nothing.
fn before_of(target: EventTarget, before: &EventDraft) -> EventDraft {
    match target {
        EventTarget::Event { .. } => before.clone(),
        EventTarget::New | EventTarget::Copy { .. } => EventDraft::default(),
    }
}

//! Changing a casebook, and taking it back.

use crate::clock::{stamp, stamp_of};
use crate::error::Error;
use crate::view::{EditOutcome, NoteView, Record, RelationForm};
use crate::{Casebook, Result, dates, words};
use chrono::{DateTime, TimeDelta, Utc};
use docketline_domain::Id;
use docketline_domain::model::Note;
use docketline_domain::vocabulary::EventKind;
use docketline_store::{Action, Change, Entry, EventKey, Reversal};

/// An event as it is typed: every part is checked here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    pub id: String,
    pub date: String,
    pub title: String,
    pub kind: String,
    /// The identifier or name of a lane; a new one is made if there is none.
    pub lane: String,
    pub public_from: Option<String>,
}

/// A relation as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelation {
    pub from: String,
    pub relation: String,
    pub to: String,
    pub effective: Option<String>,
    pub part: Option<String>,
}

/// A note is saved at every pause of its writer, and undone in one piece: how long a
/// pause may be without beginning another piece.
const STRETCH_PAUSE: TimeDelta = TimeDelta::minutes(5);

/// The note that was saved last, and the entry of the log that more of it goes into.
#[derive(Debug)]
pub(crate) struct Stretch {
    note: String,
    entry: Entry,
    saved: DateTime<Utc>,
}

impl Stretch {
    fn takes(&self, note: Option<&str>, now: DateTime<Utc>) -> bool {
        note == Some(self.note.as_str())
            && (TimeDelta::zero()..=STRETCH_PAUSE).contains(&(now - self.saved))
    }
}

/// Longer notes are books; the limit keeps a slip of the clipboard out of the file.
const NOTE_MAX_BYTES: usize = 1 << 20;

impl Casebook {
    /// Adds an event; answers its key.
    pub fn add_event(&mut self, event: &NewEvent) -> Result<EventKey> {
        let title = required("title", &event.title)?;
        let lane_name = required("lane", &event.lane)?;
        let event = docketline_store::NewEvent {
            id: identifier(&event.id)?,
            date: dates::read(&event.date)?,
            title,
            kind: event
                .kind
                .parse::<EventKind>()
                .map_err(|error| Error::bad_value(error.to_string()))?,
            lane: lane_id(&lane_name),
            lane_name,
            public_from: event.public_from.as_deref().map(dates::read).transpose()?,
        };
        let change = self.change(Action::EventAdded, &event.title);
        Ok(self.store.edit(&change, |edit| edit.add_event(&event))?)
    }

    /// Adds a relation; answers its identifier.
    pub fn relate(&mut self, relation: &NewRelation) -> Result<String> {
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let form = RelationForm {
            from: relation.from.clone(),
            relation_type: relation.relation.clone(),
            to: relation.to.clone(),
            effective: given(&relation.effective),
            part: given(&relation.part),
            ..RelationForm::default()
        };
        Ok(self.put_record(None, &Record::Relation(form))?.id)
    }

    /// Writes a new note on an event, or gives a note a new text. Text that is only
    /// white space is no note. Saves of one note that follow each other soon, with nothing
    /// else done in between, are undone together.
    pub fn save_note(
        &mut self,
        event: EventKey,
        note: Option<&str>,
        markdown: &str,
    ) -> Result<NoteView> {
        if markdown.trim().is_empty() {
            return Err(Error::bad_value(words::say("refused-empty-note", &[])));
        }
        if markdown.len() > NOTE_MAX_BYTES {
            return Err(Error::bad_value(words::say("refused-long-note", &[])));
        }
        let on = self.store.event_record(event)?;
        let moment = self.hand.clock().now();
        let now = stamp_of(moment);
        let action = if note.is_some() {
            Action::NoteChanged
        } else {
            Action::NoteAdded
        };
        let change = self.change(action, &on.title);
        let event_id = identifier(&on.id)?;
        let onto = self.stretch.as_ref().filter(|s| s.takes(note, moment));
        let onto = onto.map(|stretch| stretch.entry);
        let (id, entry) = self.store.edit_onto(onto, &change, |edit| match note {
            Some(id) => {
                edit.change_note(id, markdown, &now)?;
                Ok(id.to_owned())
            }
            None => {
                let id = edit.free_id("note", &Id::slug(&format!("{} {now}", on.id), "note"))?;
                edit.add_note(&Note {
                    id: id.clone(),
                    event: event_id,
                    markdown: markdown.to_owned(),
                    created: now.clone(),
                    modified: now.clone(),
                })?;
                Ok(id.into())
            }
        })?;
        if let Some(entry) = entry {
            self.stretch = Some(Stretch {
                note: id.clone(),
                entry,
                saved: moment,
            });
        }
        self.note(&id)
    }

    /// Adds a note to the event with this identifier.
    pub fn add_note(&mut self, event: &str, markdown: &str) -> Result<NoteView> {
        let key = self.store.event_key(event)?;
        self.save_note(key, None, markdown)
    }

    pub fn delete_note(&mut self, note: &str) -> Result<EditOutcome> {
        let on = self.note(note)?.event_title;
        let change = self.change(Action::NoteDeleted, &on);
        self.store.edit(&change, |edit| edit.delete_note(note))?;
        self.outcome(&change)
    }

    pub(crate) fn outcome(&self, change: &Change) -> Result<EditOutcome> {
        Ok(EditOutcome {
            done: Some(describe(change.action, &change.subject)),
            summary: self.summary()?,
        })
    }

    pub fn undo(&mut self) -> Result<EditOutcome> {
        self.reverse(Reversal::Undo, "undid")
    }

    pub fn redo(&mut self) -> Result<EditOutcome> {
        self.reverse(Reversal::Redo, "redid")
    }

    fn reverse(&mut self, way: Reversal, message: &str) -> Result<EditOutcome> {
        let reversed = self
            .store
            .reverse(way, &stamp(self.hand.clock()), self.hand.author())?;
        let done = reversed.map(|(action, subject)| {
            words::say(message, &[("change", describe(action, &subject))])
        });
        Ok(EditOutcome {
            done,
            summary: self.summary()?,
        })
    }

    pub(crate) fn change(&self, action: Action, subject: &str) -> Change {
        Change {
            action,
            subject: subject.to_owned(),
            at: stamp(self.hand.clock()),
            author: self.hand.author().map(ToOwned::to_owned),
        }
    }
}

/// An entry of the change log in the reader's words.
pub(crate) fn describe(action: Action, subject: &str) -> String {
    let subject = ("subject", subject.to_owned());
    match action {
        Action::Record(kind, verb) => {
            let kind = words::say(&format!("record-{}", kind.as_str()), &[]);
            let message = format!("change-record-{}", verb.as_str());
            words::say(&message, &[("kind", kind), subject])
        }
        Action::List(list) => words::say(&format!("change-list-{}", list.as_str()), &[subject]),
        other => words::say(&format!("change-{}", other.word()), &[subject]),
    }
}

pub(crate) fn identifier(text: &str) -> Result<Id> {
    Id::new(text).map_err(|error| Error::bad_value(error.to_string()))
}

/// A new lane is called what people call it, so that they find it by that.
pub(crate) fn lane_id(name: &str) -> Id {
    Id::new(name).unwrap_or_else(|_| Id::slug(name, "lane"))
}

pub(crate) fn required(what: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::bad_value(words::say(
            "refused-empty",
            &[("what", what.to_owned())],
        )));
    }
    Ok(text.to_owned())
}

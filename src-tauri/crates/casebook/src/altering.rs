//! Changing single fields of an event, and deleting.

use crate::editing::{identifier, lane_id, required};
use crate::error::{Error, ErrorCode};
use crate::view::{Deletion, EventEdit};
use crate::{Casebook, Result, dates, words};
use docketline_domain::model::{Event, RefinedDate, StatedDate};
use docketline_domain::vocabulary::{Confidence, EventKind};
use docketline_domain::{Edtf, Id};
use docketline_store::{Action, Edit, Outcome, StoreError};

/// A new value for one field of an event, as typed; a blank value clears the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub field: String,
    pub value: String,
}

/// The fields that can be set, by their names in JSON.
pub const EVENT_FIELDS: [&str; 21] = [
    "id",
    "date",
    "stated_date",
    "stated_end",
    "refined_date",
    "refined_confidence",
    "date_note",
    "public_from",
    "filed",
    "entered",
    "title",
    "short_title",
    "summary",
    "kind",
    "lane",
    "main_case",
    "proceeding",
    "court",
    "docket",
    "docket_sequence",
    "confidence",
];

impl Casebook {
    /// Sets fields of an event, all of them in one entry of the history, or none.
    pub fn edit_event(&mut self, id: &str, assignments: &[Assignment]) -> Result<EventEdit> {
        let fields = assignments
            .iter()
            .map(Field::read)
            .collect::<Result<Vec<_>>>()?;
        let key = self.store.event_key(id)?;
        let title = self.store.event_record(key)?.title;
        let change = self.change(Action::EventChanged, &title);
        self.store.edit(&change, |edit| {
            let mut event = edit.event(id)?.ok_or_else(|| StoreError::NoSuch {
                what: "event",
                id: id.to_owned(),
            })?;
            // What can be refused is, before anything is written.
            for field in &fields {
                if let Err(refusal) = field.set(&mut event) {
                    return Ok(Err(refusal));
                }
            }
            let old = identifier_of(id, &event);
            if event.id != old {
                edit.rename_event(&old, &event.id)?;
            }
            for field in &fields {
                field.resolve(edit, &mut event)?;
            }
            let outcome = edit.put_event(&event)?;
            Ok(Ok(EventEdit {
                changed: outcome == Outcome::Updated || event.id != old,
                id: event.id.into(),
            }))
        })?
    }

    /// What deleting an event would take with it.
    pub fn preview_delete_event(&self, id: &str) -> Result<Deletion> {
        let event = self.event_by_id(id)?;
        let mut relations: Vec<String> = event
            .outgoing
            .iter()
            .chain(&event.incoming)
            .map(|relation| relation.id.clone())
            .collect();
        relations.sort();
        relations.dedup();
        Ok(Deletion {
            id: event.row.id,
            title: event.row.title,
            relations,
            notes: event.event_notes.into_iter().map(|note| note.id).collect(),
            disputed_date: event.dispute.is_some(),
        })
    }

    /// Deletes an event with what depends on it, in one entry.
    pub fn delete_event(&mut self, id: &str) -> Result<Deletion> {
        let deletion = self.preview_delete_event(id)?;
        let change = self.change(Action::EventDeleted, &deletion.title);
        self.store.edit(&change, |edit| edit.delete_event(id))?;
        Ok(deletion)
    }

    /// Deletes a relation; the events stay.
    pub fn unrelate(&mut self, id: &str) -> Result<()> {
        let relation = self.store.relation(id)?;
        let subject = format!(
            "{} {} {}",
            relation.from, relation.relation_type, relation.to
        );
        let change = self.change(Action::RelationDeleted, &subject);
        self.store.edit(&change, |edit| edit.delete_relation(id))?;
        Ok(())
    }
}

fn identifier_of(id: &str, event: &Event) -> Id {
    // It was found by this identifier, so it is one.
    Id::new(id).unwrap_or_else(|_| event.id.clone())
}

/// A field with its value, as far as it can be understood without the casebook.
enum Field {
    Id(Id),
    Date(Edtf),
    StatedDate(Option<Edtf>),
    StatedEnd(Option<Edtf>),
    RefinedDate(Option<Edtf>),
    RefinedConfidence(Confidence),
    DateNote(Option<String>),
    PublicFrom(Option<Edtf>),
    Filed(Option<Edtf>),
    Entered(Option<Edtf>),
    Title(String),
    ShortTitle(Option<String>),
    Summary(String),
    Kind(EventKind),
    Lane(String),
    MainCase(bool),
    Proceeding(Option<String>),
    Court(Option<String>),
    Docket(Option<String>),
    DocketSequence(Option<i64>),
    Confidence(Option<Confidence>),
}

impl Field {
    fn read(Assignment { field, value }: &Assignment) -> Result<Self> {
        let text = value.trim();
        let given = (!text.is_empty()).then(|| text.to_owned());
        let date = || given.as_deref().map(dates::read).transpose();
        let needed = || required(field, text);
        Ok(match field.as_str() {
            "id" => Self::Id(identifier(text)?),
            "date" => Self::Date(dates::read(text)?),
            "stated_date" => Self::StatedDate(date()?),
            "stated_end" => Self::StatedEnd(date()?),
            "refined_date" => Self::RefinedDate(date()?),
            "refined_confidence" => Self::RefinedConfidence(parsed(&needed()?)?),
            "date_note" => Self::DateNote(given),
            "public_from" => Self::PublicFrom(date()?),
            "filed" => Self::Filed(date()?),
            "entered" => Self::Entered(date()?),
            "title" => Self::Title(needed()?),
            "short_title" => Self::ShortTitle(given),
            "summary" => Self::Summary(text.to_owned()),
            "kind" => Self::Kind(parsed(&needed()?)?),
            "lane" => Self::Lane(needed()?),
            "main_case" => Self::MainCase(truth(field, text)?),
            "proceeding" => Self::Proceeding(given),
            "court" => Self::Court(given),
            "docket" => Self::Docket(given),
            "docket_sequence" => Self::DocketSequence(given.map(|n| whole(field, &n)).transpose()?),
            "confidence" => Self::Confidence(given.map(|word| parsed(&word)).transpose()?),
            _ => {
                return Err(Error::bad_value(words::say(
                    "refused-unknown-field",
                    &[
                        ("field", field.clone()),
                        ("fields", EVENT_FIELDS.join(", ")),
                    ],
                )));
            }
        })
    }

    /// Changes the event where the value alone decides.
    fn set(&self, event: &mut Event) -> Result<()> {
        match self {
            Self::Id(id) => event.id = id.clone(),
            Self::Date(date) => event.date = date.clone(),
            Self::StatedDate(None) => event.stated_date = None,
            Self::StatedDate(Some(date)) => match &mut event.stated_date {
                Some(stated) => stated.date = date.clone(),
                none => {
                    *none = Some(StatedDate {
                        date: date.clone(),
                        end: None,
                    });
                }
            },
            Self::StatedEnd(end) => match (&mut event.stated_date, end) {
                (Some(stated), end) => stated.end.clone_from(end),
                (None, None) => {}
                (None, Some(_)) => return Err(needs("stated_end", "stated_date")),
            },
            Self::RefinedDate(None) => event.refined_date = None,
            Self::RefinedDate(Some(value)) => match &mut event.refined_date {
                Some(refined) => refined.value = value.clone(),
                none => {
                    // No listed source gives it: that is what a refined date is.
                    *none = Some(RefinedDate {
                        value: value.clone(),
                        confidence: Confidence::Known,
                    });
                }
            },
            Self::RefinedConfidence(confidence) => match &mut event.refined_date {
                Some(refined) => refined.confidence = *confidence,
                None => return Err(needs("refined_confidence", "refined_date")),
            },
            Self::DateNote(note) => event.date_note.clone_from(note),
            Self::PublicFrom(date) => event.public_from.clone_from(date),
            Self::Filed(date) => event.filed.clone_from(date),
            Self::Entered(date) => event.entered.clone_from(date),
            Self::Title(title) => event.title.clone_from(title),
            Self::ShortTitle(title) => event.short_title.clone_from(title),
            Self::Summary(summary) => event.summary.clone_from(summary),
            Self::Kind(kind) => event.kind = *kind,
            Self::MainCase(main) => event.main_case = *main,
            Self::Docket(docket) => event.docket.clone_from(docket),
            Self::DocketSequence(number) => event.docket_sequence = *number,
            Self::Confidence(confidence) => event.confidence = *confidence,
            Self::Lane(_) | Self::Proceeding(_) | Self::Court(_) => {}
        }
        Ok(())
    }

    /// Changes the event where the casebook decides what is meant.
    fn resolve(&self, edit: &Edit<'_>, event: &mut Event) -> docketline_store::Result<()> {
        match self {
            Self::Lane(name) => event.lane = edit.ensure_lane(&lane_id(name), name)?,
            Self::Court(None) => event.court = None,
            Self::Court(Some(name)) => {
                event.court = Some(match edit.court_called(name)? {
                    Some(id) => id,
                    None => edit.ensure_court(name)?,
                });
            }
            Self::Proceeding(None) => event.proceeding = None,
            Self::Proceeding(Some(name)) => {
                let known = edit.proceeding_called(name)?;
                event.proceeding = Some(known.ok_or_else(|| StoreError::NoSuch {
                    what: "proceeding",
                    id: name.clone(),
                })?);
            }
            _ => {}
        }
        Ok(())
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T>
where
    T::Err: std::fmt::Display,
{
    text.parse()
        .map_err(|error: T::Err| Error::bad_value(error.to_string()))
}

fn truth(field: &str, text: &str) -> Result<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" | "" => Ok(false),
        _ => Err(refused("refused-not-true-or-false", field)),
    }
}

fn whole(field: &str, text: &str) -> Result<i64> {
    text.parse()
        .map_err(|_| refused("refused-not-a-number", field))
}

fn refused(message: &str, field: &str) -> Error {
    Error::bad_value(words::say(message, &[("field", field.to_owned())]))
}

fn needs(field: &str, other: &str) -> Error {
    Error::new(ErrorCode::BadValue).with(
        "reason",
        &words::say(
            "refused-needs-field",
            &[("field", field.to_owned()), ("other", other.to_owned())],
        ),
    )
}

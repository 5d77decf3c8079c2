//! Changing and deleting many events, each time as one entry of the history.

use crate::editing::{lane_id, required};
use crate::error::{Error, ErrorCode};
use crate::view::{
    BulkChange, BulkPreview, DateShift, DeletionPreview, EditOutcome, NotShifted, ShiftUnit,
    ShiftedDate,
};
use crate::{Casebook, Result, words};
use docketline_domain::Edtf;
use docketline_domain::edtf::{NotMoved, Unit};
use docketline_domain::number::grouped;
use docketline_domain::vocabulary::{Confidence, EventKind};
use docketline_store::{Action, EventKey};
use std::collections::BTreeSet;

/// How many events are changed or deleted at once: a slip of the hand should not rewrite a
/// casebook of a million, and this many take a few seconds.
pub const MOST_CHANGED: usize = 10_000;

/// How many things are listed of what a change would do.
const LISTED: usize = 50;

/// A change as far as it can be understood without the casebook.
struct Understood {
    lane: Option<String>,
    kind: Option<EventKind>,
    confidence: Option<Option<Confidence>>,
}

impl Casebook {
    /// What a change would do, and which dates it could not shift.
    pub fn preview_change(&self, events: &[EventKey], change: &BulkChange) -> Result<BulkPreview> {
        understand(change)?;
        let keys = each_once(events)?;
        let mut preview = BulkPreview {
            events: keys.len() as i64,
            example: None,
            not_shifted: 0,
            reasons: Vec::new(),
        };
        let Some(shift) = change.shift else {
            return Ok(preview);
        };
        for record in self.store.event_records(&keys)? {
            match shifted(&record.date, shift) {
                Ok(date) if preview.example.is_none() => {
                    preview.example = Some(ShiftedDate {
                        from_words: record.date.to_words(),
                        to_words: date.to_words(),
                    });
                }
                Ok(_) => {}
                Err(why) => {
                    preview.not_shifted += 1;
                    if preview.reasons.len() < LISTED {
                        preview.reasons.push(NotShifted {
                            key: record.key,
                            title: record.title,
                            date_words: record.date.to_words(),
                            reason: not_moved(why),
                        });
                    }
                }
            }
        }
        Ok(preview)
    }

    /// Changes all these events alike. A date that cannot be shifted so stays.
    pub fn change_events(
        &mut self,
        events: &[EventKey],
        change: &BulkChange,
    ) -> Result<EditOutcome> {
        let Understood {
            lane,
            kind,
            confidence,
        } = understand(change)?;
        let keys = each_once(events)?;
        let entry = self.change(Action::EventsChanged, &self.subject(&keys)?);
        let changed = self.store.edit(&entry, |edit| {
            if let Some(name) = &lane {
                let lane = edit.ensure_lane(&lane_id(name), name)?;
                edit.set_lane(&keys, &lane)?;
            }
            if let Some(kind) = kind {
                edit.set_kind(&keys, kind)?;
            }
            if let Some(confidence) = confidence {
                edit.set_confidence(&keys, confidence)?;
            }
            if let Some(is_main) = change.main_case {
                edit.set_main_case(&keys, is_main)?;
            }
            for name in &change.add_principles {
                edit.add_principle(&keys, &edit.principle_called(name)?)?;
            }
            for name in &change.remove_principles {
                edit.remove_principle(&keys, &edit.principle_called(name)?)?;
            }
            if let Some(shift) = change.shift {
                for (key, date) in edit.dates_of(&keys)? {
                    if let Ok(date) = shifted(&date, shift) {
                        edit.set_date(key, &date)?;
                    }
                }
            }
            edit.has_changed()
        })?;
        if changed {
            self.outcome(&entry)
        } else {
            Ok(EditOutcome {
                done: None,
                summary: self.summary()?,
            })
        }
    }

    /// What deleting events would take with them.
    pub fn preview_deletion(&self, events: &[EventKey]) -> Result<DeletionPreview> {
        let keys = each_once(events)?;
        let first = &keys[..keys.len().min(LISTED)];
        let records = self.store.event_records(first)?;
        let dependents = self.store.dependents(&keys, LISTED)?;
        let relation_words = dependents
            .first_relations
            .iter()
            .map(|one| related(&one.from_title, one.relation, &one.to_title));
        let note_words = dependents.first_notes.iter().map(|note| beginning(note));
        Ok(DeletionPreview {
            events: keys.len() as i64,
            titles: records.into_iter().map(|record| record.title).collect(),
            relations: dependents.relations,
            relation_words: relation_words.collect(),
            notes: dependents.notes,
            note_words: note_words.collect(),
            disputed_dates: dependents.disputed_dates,
        })
    }

    pub fn delete_events(&mut self, events: &[EventKey]) -> Result<EditOutcome> {
        let keys = each_once(events)?;
        let action = match keys.as_slice() {
            [_] => Action::EventDeleted,
            _ => Action::EventsDeleted,
        };
        let subject = match keys.as_slice() {
            [key] => self.store.event_record(*key)?.title,
            _ => self.subject(&keys)?,
        };
        let entry = self.change(action, &subject);
        self.store.edit(&entry, |edit| edit.delete_events(&keys))?;
        self.outcome(&entry)
    }

    /// What a change of several events is called.
    fn subject(&self, keys: &[EventKey]) -> Result<String> {
        match keys {
            [key] => Ok(words::say(
                "subject-one-event",
                &[("title", self.store.event_record(*key)?.title)],
            )),
            _ => Ok(words::say(
                "subject-events",
                &[("count", grouped(keys.len() as u64))],
            )),
        }
    }
}

/// Events that are meant, in their order, each once.
fn each_once(events: &[EventKey]) -> Result<Vec<EventKey>> {
    if events.len() > MOST_CHANGED {
        return Err(too_many());
    }
    if events.is_empty() {
        return Err(Error::bad_value(words::say("refused-no-events", &[])));
    }
    let mut seen = BTreeSet::new();
    Ok(events
        .iter()
        .copied()
        .filter(|key| seen.insert(*key))
        .collect())
}

pub(crate) fn too_many() -> Error {
    Error::bad_value(words::say(
        "refused-too-many-events",
        &[("most", grouped(MOST_CHANGED as u64))],
    ))
}

fn understand(change: &BulkChange) -> Result<Understood> {
    // Destructured, so that a new field breaks the build instead of vanishing.
    let BulkChange {
        lane,
        kind,
        confidence,
        main_case,
        add_principles,
        remove_principles,
        shift,
    } = change;
    let is_nothing = lane.is_none()
        && kind.is_none()
        && confidence.is_none()
        && main_case.is_none()
        && add_principles.is_empty()
        && remove_principles.is_empty()
        && shift.is_none_or(|shift| shift.count == 0);
    if is_nothing {
        return Err(Error::bad_value(words::say("refused-no-change", &[])));
    }
    let unknown =
        |error: docketline_domain::vocabulary::UnknownWord| Error::bad_value(error.to_string());
    Ok(Understood {
        lane: lane
            .as_deref()
            .map(|lane| required("lane", lane))
            .transpose()?,
        kind: kind
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(unknown)?,
        confidence: match confidence.as_deref().map(str::trim) {
            None => None,
            Some("") => Some(None),
            Some(word) => Some(Some(word.parse().map_err(unknown)?)),
        },
    })
}

fn shifted(
    date: &Edtf,
    DateShift { unit, count }: DateShift,
) -> std::result::Result<Edtf, NotMoved> {
    let unit = match unit {
        ShiftUnit::Days => Unit::Day,
        ShiftUnit::Months => Unit::Months(1),
        ShiftUnit::Years => Unit::Years(1),
    };
    date.later_by(unit, count)
}

/// Why a date was not moved, in words.
pub(crate) fn not_moved(why: NotMoved) -> String {
    words::say(&format!("not-moved-{}", why.as_str()), &[])
}

impl From<NotMoved> for Error {
    fn from(why: NotMoved) -> Self {
        Self::new(ErrorCode::BadValue).with("reason", &not_moved(why))
    }
}

/// "A reverses B"
pub(crate) fn related(
    from: &str,
    relation: docketline_domain::vocabulary::RelationType,
    to: &str,
) -> String {
    let act = words::say(&format!("act-{relation}"), &[]);
    words::say(
        "relation-in-words",
        &[
            ("from", from.to_owned()),
            ("act", act),
            ("to", to.to_owned()),
        ],
    )
}

/// The first line of a note, as much of it as tells it from others.
fn beginning(markdown: &str) -> String {
    const MOST: usize = 100;
    let line = markdown.trim().lines().next().unwrap_or_default();
    let mut text: String = line.chars().take(MOST).collect();
    if text.len() < markdown.trim().len() {
        text.push('…');
    }
    text
}

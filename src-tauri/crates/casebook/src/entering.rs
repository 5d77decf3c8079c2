//! An event in one line, its reading shown before it is taken.

use crate::dates::{self, DateStyle};
use crate::error::Error;
use crate::view::{
    EntryChoice, EntryLane, EntryReading, EventDraft, EventTarget, FieldProblem, SavedEvent,
};
use crate::{Casebook, Result, words};
use docketline_domain::Id;
use docketline_domain::vocabulary::EventKind;
use docketline_domain::words::{EntryDate, Reading, read_entry};

impl Casebook {
    /// How a line is understood, with what is chosen besides it.
    pub fn read_entry(&self, line: &str, choice: &EntryChoice) -> Result<EntryReading> {
        let entry = read_entry(line);
        let mut problem = None;
        let mut refuse = |message: &str, arguments: &[(&str, String)]| {
            problem.get_or_insert_with(|| words::say(message, arguments));
        };
        let date = match &entry.date {
            EntryDate::Read { text, reading } => {
                let chosen = match reading {
                    // Only one of its own readings can be chosen.
                    Reading::Ambiguous(dates) => choice
                        .date
                        .as_deref()
                        .filter(|chosen| dates.iter().any(|date| date.as_str() == *chosen)),
                    Reading::One(_) | Reading::Invalid(_) => None,
                };
                Some(dates::explain(chosen.unwrap_or(text), DateStyle::Any))
            }
            EntryDate::Invalid { text, .. } => Some(dates::explain(text, DateStyle::Any)),
            EntryDate::Missing => None,
        };
        match &date {
            None => refuse("entry-no-date", &[]),
            Some(date) if !date.readings.is_empty() => refuse("entry-two-dates", &[]),
            Some(date) => {
                if let Some(reason) = &date.error {
                    let arguments = [("text", date.input.clone()), ("reason", reason.clone())];
                    refuse("error-bad-date", &arguments);
                }
            }
        }
        if entry.title.is_empty() {
            refuse("entry-no-title", &[]);
        }
        if entry.tags.len() > 1 {
            let lanes: Vec<String> = entry.tags.iter().map(|tag| format!("#{tag}")).collect();
            refuse("entry-two-lanes", &[("lanes", lanes.join(", "))]);
        }
        let lane = self.lane_meant(entry.tags.first(), choice.lane.as_deref())?;
        if lane.is_none() {
            refuse("entry-no-lane", &[]);
        }
        let named = match entry.kinds.as_slice() {
            [kind] => Some(*kind),
            // Of several the head word is not known.
            _ => None,
        };
        let chosen = match choice.kind.as_deref() {
            Some(word) => Some(
                word.parse::<EventKind>()
                    .map_err(|error| Error::bad_value(error.to_string()))?,
            ),
            None => None,
        };
        let kind = chosen.or(named).unwrap_or(EventKind::Other);
        Ok(EntryReading {
            input: line.to_owned(),
            date,
            title: entry.title,
            lane,
            kind: kind.to_string(),
            kind_is_named: named == Some(kind),
            problem,
        })
    }

    /// Adds the event of a line, or says why it is none.
    pub fn add_entry(&mut self, line: &str, choice: &EntryChoice) -> Result<SavedEvent> {
        let reading = self.read_entry(line, choice)?;
        let refused = |message: String| SavedEvent::Refused {
            problems: vec![FieldProblem {
                field: "entry".to_owned(),
                message,
            }],
        };
        let (date, lane) = match (reading.problem, reading.date, reading.lane) {
            (None, Some(date), Some(lane)) => (date.edtf.unwrap_or_default(), lane.name),
            (problem, ..) => return Ok(refused(problem.unwrap_or_default())),
        };
        let draft = EventDraft {
            title: reading.title,
            date,
            lane,
            kind: reading.kind,
            ..EventDraft::default()
        };
        self.save_event(EventTarget::New, &EventDraft::default(), &draft)
    }

    /// The lane of a tag, or else the one that was chosen, or else the only one.
    fn lane_meant(&self, tag: Option<&String>, chosen: Option<&str>) -> Result<Option<EntryLane>> {
        let lanes = self.store.lane_rows()?;
        let Some(text) = tag.map(String::as_str).or(chosen.map(str::trim)) else {
            return Ok(match lanes.as_slice() {
                [only] => Some(EntryLane {
                    name: only.name.clone(),
                    is_new: false,
                }),
                _ => None,
            });
        };
        let slug = |name: &str| Id::slug(name, "lane");
        let wanted = text.to_lowercase();
        let exact = lanes
            .iter()
            .find(|lane| lane.id == text || lane.name == text);
        let like = || {
            lanes.iter().find(|lane| {
                lane.name.to_lowercase() == wanted
                    || lane.id.to_lowercase() == wanted
                    || slug(&lane.name) == slug(text)
            })
        };
        Ok(Some(match exact.or_else(like) {
            Some(lane) => EntryLane {
                name: lane.name.clone(),
                is_new: false,
            },
            // A tag has no spaces, and a name may.
            None => EntryLane {
                name: text.replace(['-', '_'], " "),
                is_new: true,
            },
        }))
    }
}

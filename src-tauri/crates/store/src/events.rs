//! Events as values of the domain, with all that belongs to them or as outlines.

use crate::document::{edtf_at, id_at, needed, parsed_at, rows};
use crate::edit::Edit;
use crate::error::StoreError;
use crate::owned::{Only, by_owner};
use crate::{EventKey, Result};
use docketline_domain::Id;
use docketline_domain::model::{Citation, Event, Participation, RefinedDate, StatedDate, Support};
use std::collections::HashMap;

pub(crate) fn read_event(edit: &Edit<'_>, pk: i64) -> Result<Event> {
    events(edit, Only::One(pk))?
        .pop()
        .ok_or_else(|| StoreError::NoSuch {
            what: "event",
            id: pk.to_string(),
        })
}

pub(crate) fn events(edit: &Edit<'_>, only: Only<'_>) -> Result<Vec<Event>> {
    let keyed = keyed_events(edit, only, Extent::Whole)?;
    Ok(keyed.into_iter().map(|(_, event)| event).collect())
}

/// How much of an event is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    /// What standing and the rules of the check read, and what is said of it: no long
    /// texts, and of what belongs to an event the sources by their names.
    Outline,
}

/// Each with its key: one whose lane is gone is not read, so places tell no keys.
pub(crate) fn keyed_events(
    edit: &Edit<'_>,
    only: Only<'_>,
    extent: Extent,
) -> Result<Vec<(EventKey, Event)>> {
    let (mut belongings, texts) = match extent {
        Extent::Whole => (
            Belongings::of(edit, only)?,
            "summary, date_note, refined_date, refined_confidence, filed, entered",
        ),
        Extent::Outline => (Belongings::default(), "'', NULL, NULL, NULL, NULL, NULL"),
    };
    let mut sources = sources(edit, only, extent)?;
    let sql = format!(
        "SELECT event.pk, event.id, date, stated_date, stated_end, public_from, title,
                short_title, kind, lane.id, main_case, proceeding.id, court.id, event.docket,
                docket_sequence, event.confidence, {texts}
           FROM event JOIN lane ON lane.pk = lane
           LEFT JOIN proceeding ON proceeding.pk = event.proceeding
           LEFT JOIN court ON court.pk = event.court
          WHERE {} ORDER BY event.pk",
        only.condition("event.pk")
    );
    rows(edit, &sql, [only], |row| {
        let pk = row.get(0)?;
        let stated_end = edtf_at(row, 4)?;
        let refined = edtf_at(row, 18)?.zip(parsed_at(row, 19)?);
        let optional_id = |index| {
            row.get::<_, Option<String>>(index)?
                .map(|_| id_at(row, index))
                .transpose()
        };
        let owned = belongings.take(pk);
        let event = Event {
            id: id_at(row, 1)?,
            date: needed(2, edtf_at(row, 2)?)?,
            stated_date: edtf_at(row, 3)?.map(|date| StatedDate {
                date,
                end: stated_end,
            }),
            refined_date: refined.map(|(value, confidence)| RefinedDate { value, confidence }),
            date_note: row.get(17)?,
            public_from: edtf_at(row, 5)?,
            filed: edtf_at(row, 20)?,
            entered: edtf_at(row, 21)?,
            title: row.get(6)?,
            short_title: row.get(7)?,
            summary: row.get(16)?,
            kind: needed(8, parsed_at(row, 8)?)?,
            lane: id_at(row, 9)?,
            main_case: row.get(10)?,
            proceeding: optional_id(11)?,
            court: optional_id(12)?,
            judges: owned.judges,
            docket: row.get(13)?,
            docket_sequence: row.get(14)?,
            citations: owned.citations,
            actors: owned.actors,
            jurisdictions: owned.jurisdictions,
            principles: owned.principles,
            places: owned.places,
            sources: sources.remove(&pk).unwrap_or_default(),
            confidence: parsed_at(row, 15)?,
            from_knowledge: owned.unread,
        };
        Ok((pk, event))
    })
}

/// What belongs to the events, by their keys.
#[derive(Default)]
struct Belongings {
    judges: HashMap<i64, Vec<Id>>,
    actors: HashMap<i64, Vec<Participation>>,
    jurisdictions: HashMap<i64, Vec<String>>,
    citations: HashMap<i64, Vec<Citation>>,
    principles: HashMap<i64, Vec<Id>>,
    places: HashMap<i64, Vec<Id>>,
    unread: HashMap<i64, Vec<String>>,
}

/// What belongs to one.
struct Owned {
    judges: Vec<Id>,
    actors: Vec<Participation>,
    jurisdictions: Vec<String>,
    citations: Vec<Citation>,
    principles: Vec<Id>,
    places: Vec<Id>,
    unread: Vec<String>,
}

impl Belongings {
    fn of(edit: &Edit<'_>, only: Only<'_>) -> Result<Self> {
        let ids = |sql: &str| by_owner(edit, sql, "event", only, |row| id_at(row, 1));
        let texts = |sql: &str| by_owner(edit, sql, "event", only, |row| row.get(1));
        Ok(Self {
            judges: ids(
                "SELECT event, actor.id FROM event_judge JOIN actor ON actor.pk = actor {only}
                  ORDER BY event_judge.pk",
            )?,
            actors: by_owner(
                edit,
                "SELECT event, actor.id, event_actor.role
                   FROM event_actor JOIN actor ON actor.pk = actor {only}
                  ORDER BY event_actor.pk",
                "event",
                only,
                |row| {
                    Ok(Participation {
                        actor: id_at(row, 1)?,
                        role: row.get(2)?,
                    })
                },
            )?,
            jurisdictions: texts(
                "SELECT event, jurisdiction FROM event_jurisdiction {only} ORDER BY pk",
            )?,
            citations: by_owner(
                edit,
                "SELECT event, text, confidence FROM event_citation {only} ORDER BY pk",
                "event",
                only,
                |row| {
                    Ok(Citation {
                        text: row.get(1)?,
                        confidence: parsed_at(row, 2)?,
                    })
                },
            )?,
            principles: ids("SELECT event, principle.id
                   FROM event_principle JOIN principle ON principle.pk = principle {only}
                  ORDER BY event_principle.pk")?,
            places: ids(
                "SELECT event, place.id FROM event_place JOIN place ON place.pk = place {only}
                  ORDER BY event_place.pk",
            )?,
            unread: texts("SELECT event, text FROM event_unread_detail {only} ORDER BY pk")?,
        })
    }

    fn take(&mut self, event: EventKey) -> Owned {
        Owned {
            judges: self.judges.remove(&event).unwrap_or_default(),
            actors: self.actors.remove(&event).unwrap_or_default(),
            jurisdictions: self.jurisdictions.remove(&event).unwrap_or_default(),
            citations: self.citations.remove(&event).unwrap_or_default(),
            principles: self.principles.remove(&event).unwrap_or_default(),
            places: self.places.remove(&event).unwrap_or_default(),
            unread: self.unread.remove(&event).unwrap_or_default(),
        }
    }
}

fn sources(edit: &Edit<'_>, only: Only<'_>, extent: Extent) -> Result<HashMap<i64, Vec<Support>>> {
    let supports = match extent {
        Extent::Whole => "supports",
        Extent::Outline => "''",
    };
    let sql = format!(
        "SELECT event, source.id, {supports}
           FROM event_source JOIN source ON source.pk = source {{only}}
          ORDER BY event_source.pk"
    );
    by_owner(edit, &sql, "event", only, |row| {
        Ok(Support {
            source: id_at(row, 1)?,
            supports: row.get(2)?,
        })
    })
}

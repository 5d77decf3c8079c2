//! A whole casebook, or one of its records, as values of the domain.

use crate::change::listed;
use crate::edit::Edit;
use crate::error::StoreError;
use crate::events::{Extent, events, keyed_events, read_event};
use crate::owned::{Only, by_owner};
use crate::{EventKey, Result, Store};
use docketline_domain::model::{
    About, AcceptedFinding, Actor, Court, DisputedDate, Document, Event, Lane, Note, OtherDate,
    Place, Principle, Proceeding, Relation, Source,
};
use docketline_domain::vocabulary::RelationType;
use docketline_domain::{Edtf, Id};
use rusqlite::Row;
use std::borrow::Cow;
use std::str::FromStr;

impl Store {
    /// Everything in the casebook, in the order of its authors.
    pub fn document(&self) -> Result<Document> {
        let edit = self.reader();
        Ok(Document {
            about: self.about()?,
            events: events(&edit, Only::All)?,
            relations: rows(
                &edit,
                &format!("{RELATION} ORDER BY relation.pk"),
                [],
                relation_of,
            )?,
            notes: rows(&edit, &format!("{NOTE} ORDER BY note.pk"), [], note_of)?,
            accepted_findings: self.accepted_findings()?,
            ..self.frame()?
        })
    }

    /// All events as far as standing and the rules of the check read them, and what else
    /// these read, in the order of the casebook; with the keys of the events. Of a large
    /// casebook a third of the whole.
    pub fn outline(&self) -> Result<(Vec<EventKey>, Document)> {
        let edit = self.reader();
        let events = keyed_events(&edit, Only::All, Extent::Outline)?;
        let (keys, events) = events.into_iter().unzip();
        let document = Document {
            events,
            relations: rows(
                &edit,
                &format!("{RELATION} ORDER BY relation.pk"),
                [],
                relation_of,
            )?,
            courts: self.courts_as_entered()?,
            proceedings: proceedings(&edit, Only::All)?,
            ..Document::default()
        };
        Ok((keys, document))
    }

    /// What a person let stand, and why.
    pub fn accepted_findings(&self) -> Result<Vec<AcceptedFinding>> {
        let sql = format!("{ACCEPTED_FINDING} ORDER BY pk");
        rows(&self.reader(), &sql, [], accepted_finding_of)
    }

    /// What events name and what is said of their dates, in the order of the authors: little
    /// beside the events themselves.
    pub fn frame(&self) -> Result<Document> {
        let edit = self.reader();
        Ok(Document {
            lanes: rows(
                &edit,
                "SELECT id, name FROM lane ORDER BY position, pk",
                [],
                lane_of,
            )?,
            courts: self.courts_as_entered()?,
            proceedings: proceedings(&edit, Only::All)?,
            actors: self.actors()?,
            places: self.places()?,
            principles: principles(&edit, Only::All)?,
            sources: self.sources()?,
            disputed_dates: read_disputed_dates(&edit, Only::All)?,
            ..Document::default()
        })
    }

    /// What the standing of one event follows from: the events that acts join to it, over
    /// any number of others, and these acts, in the order of the casebook; nothing else.
    /// With the keys of the events. Costs what is read, however large the casebook is.
    pub fn case_of(&self, event: &str) -> Result<(Vec<EventKey>, Document)> {
        let edit = self.reader();
        let acts = acts();
        // Out from all that is found so far, along the acts and against them.
        let sql = format!(
            "WITH RECURSIVE joined(pk) AS (
               SELECT pk FROM event WHERE id = ?1
               UNION SELECT to_event FROM joined JOIN relation ON from_event = joined.pk
                      WHERE relation_type IN ({acts})
               UNION SELECT from_event FROM joined JOIN relation ON to_event = joined.pk
                      WHERE relation_type IN ({acts})
             ) SELECT pk FROM joined ORDER BY pk"
        );
        let keys: Vec<EventKey> = rows(&edit, &sql, [event], |row| row.get(0))?;
        let joined = listed(&keys);
        let sql = format!(
            "{RELATION} JOIN json_each(?1) AS joined ON joined.value = from_event
              WHERE relation_type IN ({acts}) ORDER BY relation.pk"
        );
        let (keys, events) = keyed_events(&edit, Only::Of(&joined), Extent::Whole)?
            .into_iter()
            .unzip();
        let case = Document {
            events,
            relations: rows(&edit, &sql, [&joined], relation_of)?,
            ..Document::default()
        };
        Ok((keys, case))
    }

    /// All events that acts join, these acts, and what the events name, in the order of the
    /// casebook; with the keys of the events. Most entries of a docket are joined to none.
    pub fn joined_by_acts(&self) -> Result<(Vec<EventKey>, Document)> {
        let edit = self.reader();
        let acts = acts();
        let sql = format!(
            "SELECT from_event FROM relation WHERE relation_type IN ({acts})
              UNION SELECT to_event FROM relation WHERE relation_type IN ({acts}) ORDER BY 1"
        );
        let keys: Vec<EventKey> = rows(&edit, &sql, [], |row| row.get(0))?;
        let sql = format!("{RELATION} WHERE relation_type IN ({acts}) ORDER BY relation.pk");
        let events = keyed_events(&edit, Only::Of(&listed(&keys)), Extent::Whole)?;
        let (keys, events) = events.into_iter().unzip();
        let document = Document {
            events,
            relations: rows(&edit, &sql, [], relation_of)?,
            ..self.frame()?
        };
        Ok((keys, document))
    }

    pub fn about(&self) -> Result<About> {
        self.connection
            .query_row(
                "SELECT title, compiled, method, confidence_values, field_notes FROM about",
                [],
                |row| {
                    Ok(About {
                        title: row.get(0)?,
                        compiled: row.get(1)?,
                        method: row.get(2)?,
                        confidence_values: json_at(row, 3)?,
                        field_notes: json_at(row, 4)?,
                    })
                },
            )
            .map_err(|e| self.error(e))
    }

    pub fn event(&self, key: EventKey) -> Result<Event> {
        read_event(&self.reader(), key)
    }

    fn courts_as_entered(&self) -> Result<Vec<Court>> {
        let sql = "SELECT id, name FROM court ORDER BY pk";
        rows(&self.reader(), sql, [], court_of)
    }

    pub fn courts(&self) -> Result<Vec<Court>> {
        let sql = "SELECT id, name FROM court ORDER BY name, pk";
        rows(&self.reader(), sql, [], court_of)
    }

    /// Identifiers and names, in their order.
    pub fn proceeding_names(&self) -> Result<Vec<(Id, String)>> {
        let sql = "SELECT id, name FROM proceeding ORDER BY position, pk";
        rows(&self.reader(), sql, [], |row| {
            Ok((id_at(row, 0)?, row.get(1)?))
        })
    }

    pub fn principles(&self) -> Result<Vec<Principle>> {
        principles(&self.reader(), Only::All)
    }

    pub fn sources(&self) -> Result<Vec<Source>> {
        rows(
            &self.reader(),
            &format!("{SOURCE} ORDER BY pk"),
            [],
            source_of,
        )
    }

    pub fn actors(&self) -> Result<Vec<Actor>> {
        rows(
            &self.reader(),
            &format!("{ACTOR} ORDER BY pk"),
            [],
            actor_of,
        )
    }

    pub fn places(&self) -> Result<Vec<Place>> {
        rows(
            &self.reader(),
            &format!("{PLACE} ORDER BY pk"),
            [],
            place_of,
        )
    }

    pub fn disputed_date(&self, event: EventKey) -> Result<Option<DisputedDate>> {
        Ok(read_disputed_dates(&self.reader(), Only::One(event))?.pop())
    }

    /// The readers below are shared with the edits, which read inside their transaction.
    pub(crate) fn reader(&self) -> Edit<'_> {
        Edit::new(&self.connection, self.path())
    }
}

pub(crate) fn rows<T>(
    edit: &Edit<'_>,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    edit.connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.query_map(params, read)?.collect())
        .map_err(|e| edit.error(e))
}

fn one<T>(
    edit: &Edit<'_>,
    sql: &str,
    pk: i64,
    what: &'static str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<T> {
    rows(edit, sql, [pk], read)?
        .pop()
        .ok_or_else(|| StoreError::NoSuch {
            what,
            id: pk.to_string(),
        })
}

/// A text that must follow a rule; what a file holds is not believed.
pub(crate) fn parsed_at<T>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(index)?;
    text.map(|text| text.parse().map_err(|e| not_valid(index, e)))
        .transpose()
}

fn not_valid(
    index: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Text, Box::new(error))
}

pub(crate) fn edtf_at(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Edtf>> {
    let text: Option<String> = row.get(index)?;
    text.map(|text| Edtf::parse(&text).map_err(|e| not_valid(index, e)))
        .transpose()
}

/// A column that is never NULL.
pub(crate) fn needed<T>(index: usize, value: Option<T>) -> rusqlite::Result<T> {
    value.ok_or(rusqlite::Error::InvalidColumnType(
        index,
        "a value".to_owned(),
        rusqlite::types::Type::Null,
    ))
}

pub(crate) fn id_at(row: &Row<'_>, index: usize) -> rusqlite::Result<Id> {
    Id::new(row.get::<_, String>(index)?).map_err(|e| not_valid(index, e))
}

fn json_at<T: serde::de::DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    serde_json::from_str(&row.get::<_, String>(index)?).map_err(|e| not_valid(index, e))
}

fn lane_of(row: &Row<'_>) -> rusqlite::Result<Lane> {
    Ok(Lane {
        id: id_at(row, 0)?,
        name: row.get(1)?,
    })
}

pub(crate) fn read_lane(edit: &Edit<'_>, pk: i64) -> Result<Lane> {
    one(
        edit,
        "SELECT id, name FROM lane WHERE pk = ?1",
        pk,
        "lane",
        lane_of,
    )
}

fn court_of(row: &Row<'_>) -> rusqlite::Result<Court> {
    Ok(Court {
        id: id_at(row, 0)?,
        name: row.get(1)?,
    })
}

pub(crate) fn read_court(edit: &Edit<'_>, pk: i64) -> Result<Court> {
    one(
        edit,
        "SELECT id, name FROM court WHERE pk = ?1",
        pk,
        "court",
        court_of,
    )
}

const ACTOR: &str =
    "SELECT id, name, actor_type, role, side, affiliation, rgs_member, confidence, note FROM actor";

fn actor_of(row: &Row<'_>) -> rusqlite::Result<Actor> {
    let rgs_member: Option<String> = row.get(6)?;
    Ok(Actor {
        id: id_at(row, 0)?,
        name: row.get(1)?,
        actor_type: row.get(2)?,
        role: row.get(3)?,
        side: row.get(4)?,
        affiliation: row.get(5)?,
        rgs_member: rgs_member.map(|_| json_at(row, 6)).transpose()?,
        confidence: parsed_at(row, 7)?,
        note: row.get(8)?,
    })
}

pub(crate) fn read_actor(edit: &Edit<'_>, pk: i64) -> Result<Actor> {
    one(
        edit,
        &format!("{ACTOR} WHERE pk = ?1"),
        pk,
        "actor",
        actor_of,
    )
}

const PLACE: &str = "SELECT id, name, lat, lon, country, role, coordinate_precision, confidence, fact_confidence FROM place";

fn place_of(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        id: id_at(row, 0)?,
        name: row.get(1)?,
        lat: row.get(2)?,
        lon: row.get(3)?,
        country: row.get(4)?,
        role: row.get(5)?,
        precision: row.get(6)?,
        confidence: parsed_at(row, 7)?,
        fact_confidence: parsed_at(row, 8)?,
    })
}

pub(crate) fn read_place(edit: &Edit<'_>, pk: i64) -> Result<Place> {
    one(
        edit,
        &format!("{PLACE} WHERE pk = ?1"),
        pk,
        "place",
        place_of,
    )
}

pub(crate) const SOURCE: &str =
    "SELECT id, title, publisher, date, url, was_read, read_url, read_scope, note FROM source";

pub(crate) fn source_of(row: &Row<'_>) -> rusqlite::Result<Source> {
    Ok(Source {
        id: id_at(row, 0)?,
        title: row.get(1)?,
        publisher: row.get(2)?,
        date: row.get(3)?,
        url: row.get(4)?,
        read: row.get(5)?,
        read_url: row.get(6)?,
        read_scope: row.get(7)?,
        note: row.get(8)?,
    })
}

pub(crate) fn read_source(edit: &Edit<'_>, pk: i64) -> Result<Source> {
    one(
        edit,
        &format!("{SOURCE} WHERE pk = ?1"),
        pk,
        "source",
        source_of,
    )
}

const NOTE: &str = "SELECT note.id, event.id, note.markdown, note.created, note.modified
  FROM note JOIN event ON event.pk = note.event";

fn note_of(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: id_at(row, 0)?,
        event: id_at(row, 1)?,
        markdown: row.get(2)?,
        created: row.get(3)?,
        modified: row.get(4)?,
    })
}

pub(crate) fn read_note(edit: &Edit<'_>, pk: i64) -> Result<Note> {
    one(
        edit,
        &format!("{NOTE} WHERE note.pk = ?1"),
        pk,
        "note",
        note_of,
    )
}

const ACCEPTED_FINDING: &str = "SELECT id, reason, author, at FROM accepted_finding";

fn accepted_finding_of(row: &Row<'_>) -> rusqlite::Result<AcceptedFinding> {
    Ok(AcceptedFinding {
        finding: id_at(row, 0)?,
        reason: row.get(1)?,
        author: row.get(2)?,
        at: row.get(3)?,
    })
}

pub(crate) fn read_accepted_finding(edit: &Edit<'_>, pk: i64) -> Result<AcceptedFinding> {
    one(
        edit,
        &format!("{ACCEPTED_FINDING} WHERE pk = ?1"),
        pk,
        "finding",
        accepted_finding_of,
    )
}

/// The acts that can change what stands, as SQL lists them.
fn acts() -> String {
    let all = RelationType::ALL.iter();
    let acts = all.filter(|act| act.acts_on_standing());
    let quoted: Vec<String> = acts.map(|act| format!("'{act}'")).collect();
    quoted.join(", ")
}

const RELATION: &str = "SELECT relation.id, origin.id, relation_type, target.id, part, effective, basis, note
  FROM relation JOIN event AS origin ON origin.pk = from_event JOIN event AS target ON target.pk = to_event";

fn relation_of(row: &Row<'_>) -> rusqlite::Result<Relation> {
    Ok(Relation {
        id: id_at(row, 0)?,
        from: id_at(row, 1)?,
        relation_type: needed(2, parsed_at(row, 2)?)?,
        to: id_at(row, 3)?,
        part: row.get(4)?,
        effective: edtf_at(row, 5)?,
        basis: parsed_at(row, 6)?,
        note: row.get(7)?,
    })
}

pub(crate) fn read_relation(edit: &Edit<'_>, pk: i64) -> Result<Relation> {
    one(
        edit,
        &format!("{RELATION} WHERE relation.pk = ?1"),
        pk,
        "relation",
        relation_of,
    )
}

/// A condition on a parameter, only where the parameter is given: one that also holds for
/// NULL keeps SQLite from using an index.
pub(crate) fn if_given<'a, T>(
    given: Option<&T>,
    condition: &'a str,
    parameter: &'a str,
) -> Cow<'a, str> {
    match given {
        Some(_) => Cow::Borrowed(condition),
        None => Cow::Owned(format!("{parameter} IS NULL")),
    }
}

pub(crate) fn read_proceeding(edit: &Edit<'_>, pk: i64) -> Result<Proceeding> {
    proceedings(edit, Only::One(pk))?
        .pop()
        .ok_or_else(|| StoreError::NoSuch {
            what: "proceeding",
            id: pk.to_string(),
        })
}

fn proceedings(edit: &Edit<'_>, only: Only<'_>) -> Result<Vec<Proceeding>> {
    let mut judges = by_owner(
        edit,
        "SELECT proceeding, actor.id FROM proceeding_judge JOIN actor ON actor.pk = actor {only}
         ORDER BY proceeding_judge.pk",
        "proceeding",
        only,
        |row| id_at(row, 1),
    )?;
    let sql = format!(
        "SELECT pk, id, name, docket, start_date, end_date, outcome FROM proceeding
          WHERE {} ORDER BY position, pk",
        only.condition("pk")
    );
    rows(edit, &sql, [only], |row| {
        Ok(Proceeding {
            id: id_at(row, 1)?,
            name: row.get(2)?,
            docket: row.get(3)?,
            judges: judges.remove(&row.get(0)?).unwrap_or_default(),
            start: edtf_at(row, 4)?,
            end: edtf_at(row, 5)?,
            outcome: row.get(6)?,
        })
    })
}

pub(crate) fn read_principle(edit: &Edit<'_>, pk: i64) -> Result<Principle> {
    principles(edit, Only::One(pk))?
        .pop()
        .ok_or_else(|| StoreError::NoSuch {
            what: "principle",
            id: pk.to_string(),
        })
}

fn principles(edit: &Edit<'_>, only: Only<'_>) -> Result<Vec<Principle>> {
    let mut sources = by_owner(
        edit,
        "SELECT principle, source.id FROM principle_source JOIN source ON source.pk = source {only}
         ORDER BY principle_source.pk",
        "principle",
        only,
        |row| id_at(row, 1),
    )?;
    let sql = format!(
        "SELECT pk, id, number, name, added, paraphrase, confidence, note FROM principle
          WHERE {} ORDER BY pk",
        only.condition("pk")
    );
    rows(edit, &sql, [only], |row| {
        Ok(Principle {
            id: id_at(row, 1)?,
            number: row.get(2)?,
            name: row.get(3)?,
            added: edtf_at(row, 4)?,
            paraphrase: row.get(5)?,
            sources: sources.remove(&row.get(0)?).unwrap_or_default(),
            confidence: parsed_at(row, 6)?,
            note: row.get(7)?,
        })
    })
}

pub(crate) fn read_disputed_dates(edit: &Edit<'_>, events: Only<'_>) -> Result<Vec<DisputedDate>> {
    let mut others = by_owner(
        edit,
        "SELECT dispute, value, source.id, what
           FROM dispute_alternative JOIN dispute ON dispute.pk = dispute
           LEFT JOIN source ON source.pk = dispute_alternative.source {only}
          ORDER BY dispute_alternative.pk",
        "dispute.event",
        events,
        |row| {
            Ok(OtherDate {
                value: needed(1, edtf_at(row, 1)?)?,
                source: row
                    .get::<_, Option<String>>(2)?
                    .map(|_| id_at(row, 2))
                    .transpose()?,
                what: row.get(3)?,
            })
        },
    )?;
    let sql = format!(
        "SELECT dispute.pk, event.id, chosen, reason FROM dispute JOIN event ON event.pk = event
          WHERE {} ORDER BY dispute.pk",
        events.condition("dispute.event")
    );
    rows(edit, &sql, [events], |row| {
        Ok(DisputedDate {
            event: id_at(row, 1)?,
            chosen: needed(2, edtf_at(row, 2)?)?,
            others: others.remove(&row.get(0)?).unwrap_or_default(),
            reason: row.get(3)?,
        })
    })
}

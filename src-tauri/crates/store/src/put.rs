//! Writing records of the domain: each is created, updated or left as it is.

use crate::days::EventDays;
use crate::document::{
    id_at, read_accepted_finding, read_actor, read_court, read_disputed_dates, read_lane,
    read_note, read_place, read_principle, read_proceeding, read_relation, read_source, rows,
};
use crate::edit::{Edit, Outcome};
use crate::events::read_event;
use crate::lists::{List, value};
use crate::owned::Only;
use crate::{EventKey, Result};
use docketline_domain::model::{
    About, AcceptedFinding, Actor, Citation, Court, DisputedDate, Event, Lane, Note, OtherDate,
    Participation, Place, Principle, Proceeding, Relation, Source, Support,
};
use docketline_domain::{Edtf, Id};
use rusqlite::{params, types::Value};

/// What the rows of a list are to say.
type Rows<'a> = &'a dyn Fn() -> Result<Vec<Vec<Value>>>;

fn texts(list: &[String]) -> Vec<Vec<Value>> {
    list.iter().map(|text| vec![value(text.clone())]).collect()
}

impl Edit<'_> {
    pub fn put_about(&self, about: &About) -> Result<()> {
        let About {
            title,
            compiled,
            method,
            confidence_values,
            field_notes,
        } = about;
        self.execute(
            "UPDATE about SET title = ?1, compiled = ?2, method = ?3, confidence_values = ?4, field_notes = ?5",
            params![
                title,
                compiled,
                method,
                serde_json::json!(confidence_values).to_string(),
                serde_json::json!(field_notes).to_string()
            ],
        )
    }

    pub fn put_lane(&self, lane: &Lane) -> Result<Outcome> {
        let Lane { id, name } = lane;
        let pk = self.find("lane", id.as_str())?;
        self.put(pk, read_lane, lane, |pk| {
            self.execute(
                "INSERT INTO lane (pk, id, name, position)
                 VALUES (?1, ?2, ?3, (SELECT coalesce(max(position) + 1, 0) FROM lane))
                 ON CONFLICT (pk) DO UPDATE SET name = excluded.name",
                params![pk, id.as_str(), name],
            )
        })
    }

    pub fn put_court(&self, court: &Court) -> Result<Outcome> {
        let Court { id, name } = court;
        let pk = self.find("court", id.as_str())?;
        self.put(pk, read_court, court, |pk| {
            self.execute(
                "INSERT INTO court (pk, id, name) VALUES (?1, ?2, ?3)
                 ON CONFLICT (pk) DO UPDATE SET name = excluded.name",
                params![pk, id.as_str(), name],
            )
        })
    }

    pub fn put_actor(&self, actor: &Actor) -> Result<Outcome> {
        let Actor {
            id,
            name,
            actor_type,
            role,
            side,
            affiliation,
            rgs_member,
            confidence,
            note,
        } = actor;
        let pk = self.find("actor", id.as_str())?;
        self.put(pk, read_actor, actor, |pk| {
            self.execute(
                "INSERT INTO actor (pk, id, name, actor_type, role, side, affiliation, rgs_member, confidence, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (pk) DO UPDATE SET name = excluded.name, actor_type = excluded.actor_type,
                   role = excluded.role, side = excluded.side, affiliation = excluded.affiliation,
                   rgs_member = excluded.rgs_member, confidence = excluded.confidence, note = excluded.note",
                params![
                    pk,
                    id.as_str(),
                    name,
                    actor_type,
                    role,
                    side,
                    affiliation,
                    rgs_member.as_ref().map(|member| serde_json::json!(member).to_string()),
                    confidence.map(|c| c.as_str()),
                    note
                ],
            )
        })
    }

    pub fn put_place(&self, place: &Place) -> Result<Outcome> {
        let Place {
            id,
            name,
            lat,
            lon,
            country,
            role,
            precision,
            confidence,
            fact_confidence,
        } = place;
        let pk = self.find("place", id.as_str())?;
        self.put(pk, read_place, place, |pk| {
            self.execute(
                "INSERT INTO place (pk, id, name, lat, lon, country, role, coordinate_precision, confidence, fact_confidence)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (pk) DO UPDATE SET name = excluded.name, lat = excluded.lat, lon = excluded.lon,
                   country = excluded.country, role = excluded.role,
                   coordinate_precision = excluded.coordinate_precision, confidence = excluded.confidence,
                   fact_confidence = excluded.fact_confidence",
                params![
                    pk,
                    id.as_str(),
                    name,
                    lat,
                    lon,
                    country,
                    role,
                    precision,
                    confidence.map(|c| c.as_str()),
                    fact_confidence.map(|c| c.as_str())
                ],
            )
        })
    }

    pub fn put_source(&self, source: &Source) -> Result<Outcome> {
        let Source {
            id,
            title,
            publisher,
            date,
            url,
            read,
            read_url,
            read_scope,
            note,
        } = source;
        let pk = self.find("source", id.as_str())?;
        self.put(pk, read_source, source, |pk| {
            self.execute(
                "INSERT INTO source (pk, id, title, publisher, date, url, was_read, read_url, read_scope, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (pk) DO UPDATE SET title = excluded.title, publisher = excluded.publisher,
                   date = excluded.date, url = excluded.url, was_read = excluded.was_read,
                   read_url = excluded.read_url, read_scope = excluded.read_scope, note = excluded.note",
                params![pk, id.as_str(), title, publisher, date, url, read, read_url, read_scope, note],
            )
        })
    }

    pub fn put_principle(&self, principle: &Principle) -> Result<Outcome> {
        let Principle {
            id,
            number,
            name,
            added,
            paraphrase,
            sources,
            confidence,
            note,
        } = principle;
        let pk = self.find("principle", id.as_str())?;
        self.put(pk, read_principle, principle, |pk| {
            self.execute(
                "INSERT INTO principle (pk, id, number, name, added, paraphrase, confidence, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (pk) DO UPDATE SET number = excluded.number, name = excluded.name,
                   added = excluded.added, paraphrase = excluded.paraphrase,
                   confidence = excluded.confidence, note = excluded.note",
                params![
                    pk,
                    id.as_str(),
                    number,
                    name,
                    added.as_ref().map(Edtf::as_str),
                    paraphrase,
                    confidence.map(|c| c.as_str()),
                    note
                ],
            )?;
            let pk = self.require("principle", id.as_str())?;
            let sources = sources.iter().map(|source| {
                let source = self.require("source", source.as_str())?;
                Ok(vec![value(source)])
            });
            let list = List {
                table: "principle_source",
                owner: "principle",
                columns: &["source"],
            };
            self.write_list(&list, pk, &sources.collect::<Result<Vec<_>>>()?)
        })
    }

    pub fn put_proceeding(&self, proceeding: &Proceeding) -> Result<Outcome> {
        let Proceeding {
            id,
            name,
            docket,
            judges,
            start,
            end,
            outcome,
        } = proceeding;
        let pk = self.find("proceeding", id.as_str())?;
        self.put(pk, read_proceeding, proceeding, |pk| {
            self.execute(
                "INSERT INTO proceeding (pk, id, position, name, docket, start_date, end_date, outcome)
                 VALUES (?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM proceeding), ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (pk) DO UPDATE SET name = excluded.name, docket = excluded.docket,
                   start_date = excluded.start_date, end_date = excluded.end_date, outcome = excluded.outcome",
                params![
                    pk,
                    id.as_str(),
                    name,
                    docket,
                    start.as_ref().map(Edtf::as_str),
                    end.as_ref().map(Edtf::as_str),
                    outcome
                ],
            )?;
            let pk = self.require("proceeding", id.as_str())?;
            let judges = judges.iter().map(|judge| {
                let judge = self.require("actor", judge.as_str())?;
                Ok(vec![value(judge)])
            });
            let list = List {
                table: "proceeding_judge",
                owner: "proceeding",
                columns: &["actor"],
            };
            self.write_list(&list, pk, &judges.collect::<Result<Vec<_>>>()?)
        })
    }

    /// Writes an event as given. Its lane, court, actors, principles, places and sources
    /// must be there.
    pub fn put_event(&self, event: &Event) -> Result<Outcome> {
        let pk = self.find("event", event.id.as_str())?;
        if let Some(pk) = pk {
            let known = read_event(self, pk)?;
            if known == *event {
                return Ok(Outcome::Unchanged);
            }
            self.update_event(pk, event, Some(&known))?;
            return Ok(Outcome::Updated);
        }
        self.update_event(self.next_event_key()?, event, None)?;
        Ok(Outcome::Created)
    }

    /// A key that no event ever had: the history of a deleted one stays its own.
    pub(crate) fn next_event_key(&self) -> Result<EventKey> {
        let key = match self.last_event_key.get() {
            Some(last) => last + 1,
            None => self
                .connection
                .prepare_cached(
                    "SELECT max(coalesce((SELECT max(pk) FROM event), 0),
                                coalesce((SELECT max(event) FROM change_event), 0)) + 1",
                )
                .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
                .map_err(|e| self.error(e))?,
        };
        self.last_event_key.set(Some(key));
        Ok(key)
    }

    fn update_event(&self, pk: EventKey, event: &Event, known: Option<&Event>) -> Result<()> {
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
            lane,
            main_case,
            proceeding,
            court,
            docket,
            docket_sequence,
            confidence,
            // Lists of their own.
            judges: _,
            citations: _,
            actors: _,
            jurisdictions: _,
            principles: _,
            places: _,
            sources: _,
            from_knowledge: _,
        } = event;
        let days = EventDays::of(date, stated_date.as_ref(), public_from.as_ref());
        let lane = self.require("lane", lane.as_str())?;
        let optional = |table, id: &Option<Id>| {
            id.as_ref()
                .map(|id| self.require(table, id.as_str()))
                .transpose()
        };
        self.execute(
            "INSERT INTO event (pk, id, date, earliest, latest, sort_first, sort_last, stated_date,
               stated_end, refined_date, refined_confidence, date_note, public_from, title,
               short_title, summary, kind, lane, main_case, proceeding, court, docket,
               docket_sequence, confidence, filed, entered, public_first, begins_latest, ends_earliest,
               sort_time)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
               ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)
             ON CONFLICT (pk) DO UPDATE SET date = excluded.date, earliest = excluded.earliest,
               latest = excluded.latest, sort_first = excluded.sort_first, sort_last = excluded.sort_last,
               stated_date = excluded.stated_date, stated_end = excluded.stated_end,
               refined_date = excluded.refined_date, refined_confidence = excluded.refined_confidence,
               date_note = excluded.date_note, public_from = excluded.public_from,
               title = excluded.title, short_title = excluded.short_title, summary = excluded.summary,
               kind = excluded.kind, lane = excluded.lane, main_case = excluded.main_case,
               proceeding = excluded.proceeding, court = excluded.court, docket = excluded.docket,
               docket_sequence = excluded.docket_sequence, confidence = excluded.confidence,
               filed = excluded.filed, entered = excluded.entered,
               public_first = excluded.public_first, begins_latest = excluded.begins_latest,
               ends_earliest = excluded.ends_earliest, sort_time = excluded.sort_time",
            params![
                pk,
                id.as_str(),
                date.as_str(),
                days.earliest,
                days.latest,
                days.sort_first,
                days.sort_last,
                stated_date.as_ref().map(|stated| stated.date.as_str()),
                stated_date.as_ref().and_then(|stated| stated.end.as_ref()).map(Edtf::as_str),
                refined_date.as_ref().map(|refined| refined.value.as_str()),
                refined_date.as_ref().map(|refined| refined.confidence.as_str()),
                date_note,
                public_from.as_ref().map(Edtf::as_str),
                title,
                short_title,
                summary,
                kind.as_str(),
                lane,
                main_case,
                optional("proceeding", proceeding)?,
                optional("court", court)?,
                docket,
                docket_sequence,
                confidence.map(|c| c.as_str()),
                filed.as_ref().map(Edtf::as_str),
                entered.as_ref().map(Edtf::as_str),
                days.public_first,
                days.begins_latest,
                days.ends_earliest,
                days.sort_time,
            ],
        )?;
        self.write_lists(pk, event, known)
    }

    /// Lists that stay as they are are not even read, nor are those of a new event.
    fn write_lists(&self, pk: EventKey, event: &Event, known: Option<&Event>) -> Result<()> {
        let write = |table, columns, same: fn(&Event, &Event) -> bool, rows: Rows<'_>| {
            if known.is_some_and(|known| same(known, event)) {
                return Ok(());
            }
            let list = List {
                table,
                owner: "event",
                columns,
            };
            match known {
                Some(_) => self.write_list(&list, pk, &rows()?),
                None => self.begin_list(&list, pk, &rows()?),
            }
        };
        let keys = |table, ids: &[Id]| -> Result<Vec<Vec<Value>>> {
            ids.iter()
                .map(|id| Ok(vec![value(self.require(table, id.as_str())?)]))
                .collect()
        };
        write(
            "event_judge",
            &["actor"],
            |a, b| a.judges == b.judges,
            &|| keys("actor", &event.judges),
        )?;
        write(
            "event_actor",
            &["actor", "role"],
            |a, b| a.actors == b.actors,
            &|| {
                let row = |Participation { actor, role }: &Participation| {
                    let actor = self.require("actor", actor.as_str())?;
                    Ok(vec![value(actor), value(role.clone())])
                };
                event.actors.iter().map(row).collect()
            },
        )?;
        write(
            "event_jurisdiction",
            &["jurisdiction"],
            |a, b| a.jurisdictions == b.jurisdictions,
            &|| Ok(texts(&event.jurisdictions)),
        )?;
        write(
            "event_citation",
            &["text", "confidence"],
            |a, b| a.citations == b.citations,
            &|| {
                let row = |Citation { text, confidence }: &Citation| {
                    vec![
                        value(text.clone()),
                        value(confidence.map(|c| c.to_string())),
                    ]
                };
                Ok(event.citations.iter().map(row).collect())
            },
        )?;
        write(
            "event_principle",
            &["principle"],
            |a, b| a.principles == b.principles,
            &|| keys("principle", &event.principles),
        )?;
        write(
            "event_place",
            &["place"],
            |a, b| a.places == b.places,
            &|| keys("place", &event.places),
        )?;
        write(
            "event_source",
            &["source", "supports"],
            |a, b| a.sources == b.sources,
            &|| {
                let row = |Support { source, supports }: &Support| {
                    let source = self.require("source", source.as_str())?;
                    Ok(vec![value(source), value(supports.clone())])
                };
                event.sources.iter().map(row).collect()
            },
        )?;
        write(
            "event_unread_detail",
            &["text"],
            |a, b| a.from_knowledge == b.from_knowledge,
            &|| Ok(texts(&event.from_knowledge)),
        )
    }

    pub fn put_relation(&self, relation: &Relation) -> Result<Outcome> {
        let Relation {
            id,
            from,
            relation_type,
            to,
            part,
            effective,
            basis,
            note,
        } = relation;
        let pk = self.find("relation", id.as_str())?;
        self.put(pk, read_relation, relation, |pk| {
            self.execute(
                "INSERT INTO relation (pk, id, from_event, relation_type, to_event, part, effective, basis, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (pk) DO UPDATE SET from_event = excluded.from_event,
                   relation_type = excluded.relation_type, to_event = excluded.to_event,
                   part = excluded.part, effective = excluded.effective, basis = excluded.basis,
                   note = excluded.note",
                params![
                    pk,
                    id.as_str(),
                    self.require("event", from.as_str())?,
                    relation_type.as_str(),
                    self.require("event", to.as_str())?,
                    part,
                    effective.as_ref().map(Edtf::as_str),
                    basis.map(|basis| basis.as_str()),
                    note
                ],
            )
        })
    }

    /// Disputed dates have no identifier of their own: an event has at most one.
    pub fn put_disputed_date(&self, dispute: &DisputedDate) -> Result<Outcome> {
        let DisputedDate {
            event,
            chosen,
            others,
            reason,
        } = dispute;
        let event = self.require("event", event.as_str())?;
        let known = read_disputed_dates(self, Only::One(event))?;
        if known.iter().any(|known| known == dispute) {
            return Ok(Outcome::Unchanged);
        }
        if known.is_empty() {
            self.execute(
                "INSERT INTO dispute (event, chosen, reason) VALUES (?1, ?2, ?3)",
                params![event, chosen.as_str(), reason],
            )?;
        } else {
            self.execute(
                "UPDATE dispute SET chosen = ?2, reason = ?3
                  WHERE event = ?1 AND (chosen, reason) IS NOT (?2, ?3)",
                params![event, chosen.as_str(), reason],
            )?;
        }
        let pk: i64 = self
            .connection
            .query_row("SELECT pk FROM dispute WHERE event = ?1", [event], |row| {
                row.get(0)
            })
            .map_err(|e| self.error(e))?;
        let others = others.iter().map(|other| {
            let OtherDate {
                value: date,
                source,
                what,
            } = other;
            let source = source
                .as_ref()
                .map(|source| self.require("source", source.as_str()))
                .transpose()?;
            Ok(vec![
                value(date.to_string()),
                value(source),
                value(what.clone()),
            ])
        });
        let list = List {
            table: "dispute_alternative",
            owner: "dispute",
            columns: &["value", "source", "what"],
        };
        self.write_list(&list, pk, &others.collect::<Result<Vec<_>>>()?)?;
        Ok(if known.is_empty() {
            Outcome::Created
        } else {
            Outcome::Updated
        })
    }

    /// A note as a file has it, with its own times.
    pub fn merge_note(&self, note: &Note) -> Result<Outcome> {
        let Note {
            id,
            event,
            markdown,
            created,
            modified,
        } = note;
        let pk = self.find("note", id.as_str())?;
        self.put(pk, read_note, note, |pk| {
            self.execute(
                "INSERT INTO note (pk, id, event, markdown, created, modified) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (pk) DO UPDATE SET event = excluded.event, markdown = excluded.markdown,
                   created = excluded.created, modified = excluded.modified",
                params![
                    pk,
                    id.as_str(),
                    self.require("event", event.as_str())?,
                    markdown,
                    created,
                    modified
                ],
            )
        })
    }

    /// One acceptance of each finding: a later one replaces it.
    pub fn put_accepted_finding(&self, accepted: &AcceptedFinding) -> Result<Outcome> {
        let AcceptedFinding {
            finding,
            reason,
            author,
            at,
        } = accepted;
        let pk = self.find("accepted_finding", finding.as_str())?;
        self.put(pk, read_accepted_finding, accepted, |pk| {
            self.execute(
                "INSERT INTO accepted_finding (pk, id, reason, author, at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (pk) DO UPDATE SET reason = excluded.reason, author = excluded.author,
                   at = excluded.at",
                params![pk, finding.as_str(), reason, author, at],
            )
        })
    }

    pub fn delete_accepted_finding(&self, finding: &str) -> Result<()> {
        let pk = self.require("accepted_finding", finding)?;
        self.execute("DELETE FROM accepted_finding WHERE pk = ?1", [pk])
    }

    /// Writes a record unless the one at `pk` is the same already.
    fn put<T: PartialEq>(
        &self,
        pk: Option<i64>,
        read: impl Fn(&Edit<'_>, i64) -> Result<T>,
        new: &T,
        write: impl FnOnce(Option<i64>) -> Result<()>,
    ) -> Result<Outcome> {
        if let Some(pk) = pk
            && read(self, pk)? == *new
        {
            return Ok(Outcome::Unchanged);
        }
        write(pk)?;
        Ok(if pk.is_some() {
            Outcome::Updated
        } else {
            Outcome::Created
        })
    }

    /// The event with this identifier, if it is there.
    pub fn event(&self, id: &str) -> Result<Option<Event>> {
        self.find("event", id)?
            .map(|pk| read_event(self, pk))
            .transpose()
    }

    pub fn has_events(&self) -> Result<bool> {
        self.connection
            .query_row("SELECT EXISTS (SELECT 1 FROM event)", [], |row| row.get(0))
            .map_err(|e| self.error(e))
    }

    /// The lane, made if need be.
    pub fn ensure_lane(&self, id: &Id, name: &str) -> Result<Id> {
        let pk = self.lane_or_new(id.as_str(), name)?;
        Ok(read_lane(self, pk)?.id)
    }

    /// The court of this name, made if need be.
    pub fn ensure_court(&self, name: &str) -> Result<Id> {
        if let Some(court) = rows(
            self,
            "SELECT id, name FROM court WHERE name = ?1",
            [name],
            |row| {
                Ok(Court {
                    id: id_at(row, 0)?,
                    name: row.get(1)?,
                })
            },
        )?
        .pop()
        {
            return Ok(court.id);
        }
        let id = self.free_id("court", &Id::slug(name, "court"))?;
        self.put_court(&Court {
            id: id.clone(),
            name: name.to_owned(),
        })?;
        Ok(id)
    }

    /// A proceeding of which only the name is known, after all others.
    pub fn add_proceeding(&self, name: &str) -> Result<Id> {
        let id = self.free_id("proceeding", &Id::slug(name, "proceeding"))?;
        self.put_proceeding(&Proceeding {
            id: id.clone(),
            name: name.to_owned(),
            docket: None,
            judges: Vec::new(),
            start: None,
            end: None,
            outcome: None,
        })?;
        Ok(id)
    }

    /// The identifier, or one like it that is not taken.
    pub fn free_id(&self, table: &'static str, wish: &Id) -> Result<Id> {
        // Where the last search for this wish ended: a thousand hearings would ask for half
        // a million numbers otherwise.
        let wished = (table, wish.clone());
        let known = self.numbers.borrow().get(&wished).copied();
        let mut number = known.unwrap_or(1);
        loop {
            let id = match number {
                1 => wish.clone(),
                number => {
                    // Short enough that the number is not what a slug cuts off.
                    let stem: String = wish.as_str().chars().take(45).collect();
                    Id::slug(&format!("{stem} {number}"), table)
                }
            };
            if self.find(table, id.as_str())?.is_none() {
                if number > 1 {
                    self.numbers.borrow_mut().insert(wished, number);
                }
                return Ok(id);
            }
            number += 1;
        }
    }
}

//! Changing, deleting and joining many events at once: without reading each of them
//! whole, and without a trace in the log where one is so already.

use crate::days::EventDays;
use crate::document::{edtf_at, needed, rows};
use crate::edit::Edit;
use crate::{EventKey, Result};
use docketline_domain::model::StatedDate;
use docketline_domain::vocabulary::{Confidence, EventKind};
use docketline_domain::{Edtf, Id};
use rusqlite::{ToSql, params};

impl Edit<'_> {
    pub fn set_lane(&self, events: &[EventKey], lane: &Id) -> Result<()> {
        let lane = self.require("lane", lane.as_str())?;
        self.set_column(events, "lane", &lane)
    }

    pub fn set_kind(&self, events: &[EventKey], kind: EventKind) -> Result<()> {
        self.set_column(events, "kind", &kind.as_str())
    }

    pub fn set_confidence(
        &self,
        events: &[EventKey],
        confidence: Option<Confidence>,
    ) -> Result<()> {
        let word = confidence.map(Confidence::as_str);
        self.set_column(events, "confidence", &word)
    }

    pub fn set_main_case(&self, events: &[EventKey], is_main: bool) -> Result<()> {
        self.set_column(events, "main_case", &is_main)
    }

    pub fn add_principle(&self, events: &[EventKey], principle: &Id) -> Result<()> {
        let principle = self.require("principle", principle.as_str())?;
        events.iter().try_for_each(|event| {
            self.execute(
                "INSERT INTO event_principle (event, principle)
                 SELECT ?1, ?2 WHERE NOT EXISTS
                   (SELECT 1 FROM event_principle WHERE event = ?1 AND principle = ?2)",
                [*event, principle],
            )
        })
    }

    pub fn remove_principle(&self, events: &[EventKey], principle: &Id) -> Result<()> {
        let principle = self.require("principle", principle.as_str())?;
        events.iter().try_for_each(|event| {
            self.execute(
                "DELETE FROM event_principle WHERE event = ?1 AND principle = ?2",
                [*event, principle],
            )
        })
    }

    /// Gives an event another date, with the days that follow from it.
    pub fn set_date(&self, event: EventKey, date: &Edtf) -> Result<()> {
        let sql = "SELECT stated_date, stated_end, public_from FROM event WHERE pk = ?1";
        let read = rows(self, sql, [event], |row| {
            let end = edtf_at(row, 1)?;
            let stated = edtf_at(row, 0)?.map(|date| StatedDate { date, end });
            Ok((stated, edtf_at(row, 2)?))
        })?;
        let Some((stated, public_from)) = read.into_iter().next() else {
            return Ok(());
        };
        let days = EventDays::of(date, stated.as_ref(), public_from.as_ref()).values();
        let mut values: Vec<&dyn ToSql> = vec![&event];
        values.extend(days.iter().map(|day| day as &dyn ToSql));
        let date = date.as_str();
        values.push(&date);
        self.execute(
            &format!(
                "UPDATE event SET {}, date = ?10 WHERE pk = ?1 AND date <> ?10",
                EventDays::SET
            ),
            values.as_slice(),
        )
    }

    /// Deletes events with their relations, notes and disputes.
    pub fn delete_events(&self, events: &[EventKey]) -> Result<()> {
        events
            .iter()
            .try_for_each(|event| self.execute("DELETE FROM event WHERE pk = ?1", [*event]))
    }

    /// The dates of these events, in the order of the keys.
    pub fn dates_of(&self, events: &[EventKey]) -> Result<Vec<(EventKey, Edtf)>> {
        let mut dates = Vec::with_capacity(events.len());
        for event in events {
            let sql = "SELECT date FROM event WHERE pk = ?1";
            let date = rows(self, sql, [event], |row| needed(0, edtf_at(row, 0)?))?;
            dates.extend(date.into_iter().map(|date| (*event, date)));
        }
        Ok(dates)
    }

    /// Makes relations and notes of one event those of another. A relation between the two
    /// would lead from an event to itself: it goes. What both said of a third is said once.
    pub fn hand_over(&self, from: EventKey, to: EventKey) -> Result<()> {
        for sql in [
            "DELETE FROM relation
              WHERE (from_event = ?1 AND to_event = ?2) OR (from_event = ?2 AND to_event = ?1)",
            "DELETE FROM relation WHERE from_event = ?1 AND EXISTS (
               SELECT 1 FROM relation AS twin
                WHERE twin.from_event = ?2 AND twin.to_event = relation.to_event
                  AND twin.relation_type = relation.relation_type
                  AND twin.part IS relation.part AND twin.effective IS relation.effective
                  AND twin.basis IS relation.basis AND twin.note IS relation.note)",
            "DELETE FROM relation WHERE to_event = ?1 AND EXISTS (
               SELECT 1 FROM relation AS twin
                WHERE twin.to_event = ?2 AND twin.from_event = relation.from_event
                  AND twin.relation_type = relation.relation_type
                  AND twin.part IS relation.part AND twin.effective IS relation.effective
                  AND twin.basis IS relation.basis AND twin.note IS relation.note)",
            "UPDATE relation SET from_event = ?2 WHERE from_event = ?1",
            "UPDATE relation SET to_event = ?2 WHERE to_event = ?1",
            "UPDATE note SET event = ?2 WHERE event = ?1",
        ] {
            self.execute(sql, [from, to])?;
        }
        Ok(())
    }

    fn set_column(
        &self,
        events: &[EventKey],
        column: &'static str,
        value: &dyn ToSql,
    ) -> Result<()> {
        let sql = format!("UPDATE event SET {column} = ?2 WHERE pk = ?1 AND {column} IS NOT ?2");
        events
            .iter()
            .try_for_each(|event| self.execute(&sql, params![event, value]))
    }
}

//! Moving an event in time, by as much as its precision allows.

use crate::bulk::not_moved;
use crate::view::{EditOutcome, MoveBy, MovePart, MovedDate};
use crate::{Casebook, Result, words};
use docketline_domain::Edtf;
use docketline_domain::edtf::{MovedPart, NotMoved};
use docketline_store::{Action, EventKey};

impl Casebook {
    /// Where a move would lead. What cannot be moved so stays, with the reason.
    pub fn preview_move(&self, key: EventKey, part: MovePart, by: MoveBy) -> Result<MovedDate> {
        let date = self.store.event_record(key)?.date;
        let (moved, refused) = match moved(&date, part, by) {
            Ok(moved) => (moved, None),
            Err(why) => (date.clone(), Some(not_moved(why))),
        };
        let bounds = moved.bounds();
        Ok(MovedDate {
            words: moved.to_words(),
            first: bounds.earliest.map(|day| day.0),
            last: bounds.latest.map(|day| day.0),
            is_changed: moved != date,
            date: moved.into(),
            refused,
        })
    }

    /// Moves an event, as one entry of the history; a move that leads nowhere is none.
    pub fn move_event(&mut self, key: EventKey, part: MovePart, by: MoveBy) -> Result<EditOutcome> {
        let record = self.store.event_record(key)?;
        let date = moved(&record.date, part, by)?;
        if date == record.date {
            return Ok(EditOutcome {
                done: None,
                summary: self.summary()?,
            });
        }
        let subject = words::say(
            "subject-moved",
            &[("title", record.title), ("date", date.to_words())],
        );
        let change = self.change(Action::EventMoved, &subject);
        self.store.edit(&change, |edit| edit.set_date(key, &date))?;
        self.outcome(&change)
    }

    /// The same by the identifier of the event.
    pub fn move_event_by_id(
        &mut self,
        id: &str,
        part: MovePart,
        by: MoveBy,
    ) -> Result<EditOutcome> {
        self.move_event(self.store.event_key(id)?, part, by)
    }
}

fn moved(date: &Edtf, part: MovePart, by: MoveBy) -> std::result::Result<Edtf, NotMoved> {
    let part = match part {
        MovePart::Whole => MovedPart::Whole,
        MovePart::Start => MovedPart::Start,
        MovePart::End => MovedPart::End,
    };
    match by {
        MoveBy::Days { count } => date.moved_by_days(part, count),
        MoveBy::Steps { count } => date.moved(part, count),
    }
}

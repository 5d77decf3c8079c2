//! Changing single fields of an event, and deleting.

use crate::fields::{Assignment, Field};
use crate::view::{Deletion, EventEdit, RecordKind};
use crate::{Casebook, Result};
use docketline_domain::Id;
use docketline_domain::model::Event;
use docketline_store::{Action, Change, Outcome, StoreError};

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
        self.change_fields(id, &change, &fields)
    }

    /// Sets fields of an event as one entry, or none of them.
    pub(crate) fn change_fields(
        &mut self,
        id: &str,
        change: &Change,
        fields: &[Field],
    ) -> Result<EventEdit> {
        self.store.edit(change, |edit| {
            let mut event = edit.event(id)?.ok_or_else(|| StoreError::NoSuch {
                what: "event",
                id: id.to_owned(),
            })?;
            // What can be refused is, before anything is written.
            for field in fields {
                if let Err(refusal) = field.set(&mut event) {
                    return Ok(Err(refusal));
                }
            }
            let old = identifier_of(id, &event);
            if event.id != old {
                edit.rename_event(&old, &event.id)?;
            }
            for field in fields {
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
        self.remove_record(RecordKind::Relation, id)?;
        Ok(())
    }
}

fn identifier_of(id: &str, event: &Event) -> Id {
    // It was found by this identifier, so it is one.
    Id::new(id).unwrap_or_else(|_| event.id.clone())
}

//! Records: what events share, and what joins them. Making, changing, listing, merging,
//! ordering and deleting, each an entry of the history that can be undone.

mod assign;
mod form;
mod list;
mod meanwhile;
mod merge;
mod parts;
mod shown;

pub use assign::PART_KINDS;
pub(crate) use form::UNSAID_TYPE;
pub(crate) use list::RecordsCache;

use crate::editing::identifier;
use crate::error::Error;
use crate::view::{
    DisputedDateForm, NamedRef, Record, RecordBefore, RecordEdit, RecordKind, RecordMerge,
    RecordRemoval, RecordView, RelationForm, SharedKind,
};
use crate::{Casebook, Result, words};
use docketline_domain::Id;
use docketline_domain::model::{DisputedDate, Relation};
use docketline_store::{Action, Edit, Outcome, RecordVerb, Shared, StoreError};
use form::Understood;

impl From<SharedKind> for Shared {
    fn from(kind: SharedKind) -> Self {
        match kind {
            SharedKind::Lane => Self::Lane,
            SharedKind::Court => Self::Court,
            SharedKind::Proceeding => Self::Proceeding,
            SharedKind::Actor => Self::Actor,
            SharedKind::Place => Self::Place,
            SharedKind::Principle => Self::Principle,
            SharedKind::Source => Self::Source,
        }
    }
}

impl Record {
    const fn kind(&self) -> RecordKind {
        match self {
            Self::Lane(_) => RecordKind::Lane,
            Self::Court(_) => RecordKind::Court,
            Self::Proceeding(_) => RecordKind::Proceeding,
            Self::Actor(_) => RecordKind::Actor,
            Self::Place(_) => RecordKind::Place,
            Self::Principle(_) => RecordKind::Principle,
            Self::Source(_) => RecordKind::Source,
            Self::Relation(_) => RecordKind::Relation,
            Self::DisputedDate(_) => RecordKind::DisputedDate,
        }
    }
}

impl RecordKind {
    pub const fn as_str(self) -> &'static str {
        match self.shared() {
            Some(shared) => shared.as_str(),
            None if matches!(self, Self::Relation) => "relation",
            None => "disputed-date",
        }
    }

    /// As a record that events share; `None` for what belongs to events.
    const fn shared(self) -> Option<Shared> {
        Some(match self {
            Self::Lane => Shared::Lane,
            Self::Court => Shared::Court,
            Self::Proceeding => Shared::Proceeding,
            Self::Actor => Shared::Actor,
            Self::Place => Shared::Place,
            Self::Principle => Shared::Principle,
            Self::Source => Shared::Source,
            Self::Relation | Self::DisputedDate => return None,
        })
    }
}

impl Casebook {
    /// A record as a form holds it, by its identifier; a disputed date by that of its event.
    pub fn record(&self, kind: RecordKind, id: &str) -> Result<RecordView> {
        let record = shown::read(&self.store, kind, id)?;
        let mut names = Vec::new();
        for (kind, id) in shown::named_in(&record) {
            let name = self.store.shared_record(kind, id)?.name;
            names.push(NamedRef {
                id: id.to_owned(),
                name,
            });
        }
        Ok(RecordView { record, names })
    }

    /// Makes a record, or changes the one `of` which the form is. Of that, only what the form
    /// changed is written: what something else changed meanwhile stays, and so does what a
    /// form does not hold, such as the place of a lane.
    pub fn put_record(&mut self, of: Option<&RecordBefore>, record: &Record) -> Result<RecordEdit> {
        let Some(RecordBefore { id, record: before }) = of else {
            return self.put_whole(None, record);
        };
        let present = shown::read(&self.store, record.kind(), id)?;
        let record = meanwhile::changed(&present, before, record)?;
        self.put_whole(Some(id), &record)
    }

    fn put_whole(&mut self, of: Option<&str>, record: &Record) -> Result<RecordEdit> {
        match record {
            Record::Relation(form) => self.put_relation(of, form),
            Record::DisputedDate(form) => self.put_disputed_date(of, form),
            shared => self.put_shared(of, shared),
        }
    }

    fn put_shared(&mut self, of: Option<&str>, record: &Record) -> Result<RecordEdit> {
        let wanted = Understood::of(record)?;
        let kind = wanted.kind();
        let verb = match of {
            Some(_) => RecordVerb::Changed,
            None => RecordVerb::Added,
        };
        let change = self.change(Action::Record(kind, verb), wanted.name());
        self.store.edit(&change, |edit| {
            for (kind, id, field) in wanted.references() {
                if !edit.holds(kind.as_str(), id)? {
                    return Ok(Err(no_such(kind.as_str(), id).on(field)));
                }
            }
            let slug = Id::slug(wanted.name(), kind.as_str());
            let (id, is_renamed) = match settle_id(edit, kind.as_str(), of, wanted.id(), &slug)? {
                Ok(settled) => settled,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let outcome = wanted.put(edit, &id)?;
            Ok(Ok(RecordEdit {
                id: id.into(),
                created: of.is_none(),
                changed: is_renamed || outcome != Outcome::Unchanged,
            }))
        })?
    }

    fn put_relation(&mut self, of: Option<&str>, form: &RelationForm) -> Result<RecordEdit> {
        let relation = form::relation(form)?;
        for (event, field) in [(&relation.from, "from"), (&relation.to, "to")] {
            if let Err(refusal) = self.store.event_key(event.as_str()) {
                return Err(Error::from(refusal).on(field));
            }
        }
        if relation.from == relation.to {
            return Err(refused("refused-relation-to-itself").on("to"));
        }
        let action = match of {
            Some(_) => Action::RelationChanged,
            None => Action::RelationAdded,
        };
        let change = self.change(action, &self.in_words(&relation)?);
        self.store.edit(&change, |edit| {
            let slug = relation_slug(&relation);
            let wish = form.id.trim();
            let (id, is_renamed) = match settle_id(edit, "relation", of, wish, &slug)? {
                Ok(settled) => settled,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let outcome = edit.put_relation(&Relation {
                id: id.clone(),
                ..relation
            })?;
            Ok(Ok(RecordEdit {
                id: id.into(),
                created: of.is_none(),
                changed: is_renamed || outcome != Outcome::Unchanged,
            }))
        })?
    }

    fn put_disputed_date(
        &mut self,
        of: Option<&str>,
        form: &DisputedDateForm,
    ) -> Result<RecordEdit> {
        let dispute: DisputedDate = form::disputed_date(form)?;
        let event = self.store.event_key(dispute.event.as_str())?;
        let is_there = self.store.disputed_date(event)?.is_some();
        let title = self.event_title(dispute.event.as_str())?;
        let change = self.change(Action::DisputePut, &title);
        self.store.edit(&change, |edit| {
            for other in &dispute.others {
                if let Some(source) = &other.source
                    && !edit.holds("source", source.as_str())?
                {
                    return Ok(Err(no_such("source", source.as_str()).on("others")));
                }
            }
            if is_there && of != Some(dispute.event.as_str()) {
                return Ok(Err(refused("refused-disputed-already").on("chosen")));
            }
            let outcome = edit.put_disputed_date(&dispute)?;
            Ok(Ok(RecordEdit {
                id: dispute.event.clone().into(),
                created: outcome == Outcome::Created,
                changed: outcome != Outcome::Unchanged,
            }))
        })?
    }

    /// What deleting a record would touch.
    pub fn preview_remove_record(&self, kind: RecordKind, id: &str) -> Result<RecordRemoval> {
        let removal = |name, events| RecordRemoval {
            id: id.to_owned(),
            name,
            events,
            others: 0,
        };
        let Some(shared) = kind.shared() else {
            return Ok(match kind {
                RecordKind::Relation => removal(self.in_words(&self.store.relation(id)?)?, 2),
                _ => {
                    shown::read(&self.store, kind, id)?;
                    removal(self.event_title(id)?, 1)
                }
            });
        };
        let row = self.store.shared_record(shared, id)?;
        if shared == Shared::Lane && row.events > 0 {
            return Err(Error::bad_value(words::say(
                "refused-lane-in-use",
                &[("lane", row.name), ("count", row.events.to_string())],
            )));
        }
        Ok(RecordRemoval {
            others: row.others,
            ..removal(row.name, row.events)
        })
    }

    /// Deletes a record. What named it no longer does; nothing is left that names what is
    /// not there.
    pub fn remove_record(&mut self, kind: RecordKind, id: &str) -> Result<RecordRemoval> {
        let removal = self.preview_remove_record(kind, id)?;
        let action = match (kind.shared(), kind) {
            (Some(shared), _) => Action::Record(shared, RecordVerb::Deleted),
            (None, RecordKind::Relation) => Action::RelationDeleted,
            (None, _) => Action::DisputeDeleted,
        };
        let change = self.change(action, &removal.name);
        self.store
            .edit(&change, |edit| match (kind.shared(), kind) {
                (Some(shared), _) => edit.delete_shared(shared, id),
                (None, RecordKind::Relation) => edit.delete_relation(id).map(|_| ()),
                (None, _) => edit.delete_disputed_date(id),
            })?;
        Ok(removal)
    }

    /// Makes two records one: everything that names `from` names `into`, which also takes
    /// over what only the other says.
    pub fn merge_records(
        &mut self,
        kind: SharedKind,
        from: &str,
        into: &str,
    ) -> Result<RecordMerge> {
        let shared = Shared::from(kind);
        let old = self.store.shared_record(shared, from)?;
        let new = self.store.shared_record(shared, into)?;
        if old.id == new.id {
            return Err(refused("refused-merge-with-itself").on("into"));
        }
        let any = shared_word(kind);
        let filled = merge::filled(
            shown::read(&self.store, any, into)?,
            shown::read(&self.store, any, from)?,
        );
        let both = Understood::of(&filled)?;
        let both_id = identifier(into)?;
        let change = self.change(Action::Record(shared, RecordVerb::Merged), &new.name);
        self.store.edit(&change, |edit| {
            edit.merge_shared(shared, from, into)?;
            both.put(edit, &both_id)
        })?;
        Ok(RecordMerge {
            id: new.id,
            name: new.name,
            events: old.events,
            others: old.others,
        })
    }

    /// Puts a lane or a proceeding before another one, or last. Answers whether it moved.
    pub fn move_record(
        &mut self,
        kind: SharedKind,
        id: &str,
        before: Option<&str>,
    ) -> Result<bool> {
        let shared = Shared::from(kind);
        if !shared.is_ordered() {
            return Err(refused("refused-no-order"));
        }
        let name = self.store.shared_record(shared, id)?.name;
        let change = self.change(Action::Record(shared, RecordVerb::Moved), &name);
        Ok(self
            .store
            .edit(&change, |edit| edit.move_shared(shared, id, before))?)
    }

    pub(crate) fn event_title(&self, id: &str) -> Result<String> {
        let key = self.store.event_key(id)?;
        Ok(self.store.event_record(key)?.title)
    }

    /// A relation as it is said: “A” affirms “B”.
    pub(crate) fn in_words(&self, relation: &Relation) -> Result<String> {
        let title = |id: &Id| -> Result<String> {
            let record = self
                .store
                .event_record(self.store.event_key(id.as_str())?)?;
            Ok(record.short_title.unwrap_or(record.title))
        };
        Ok(crate::bulk::related(
            &title(&relation.from)?,
            relation.relation_type,
            &title(&relation.to)?,
        ))
    }
}

/// The identifier that a record is to have, with the record at `of` called so already, and
/// whether that is new to it. Writes nothing where it refuses.
fn settle_id(
    edit: &Edit<'_>,
    table: &'static str,
    of: Option<&str>,
    wish: &str,
    slug: &Id,
) -> docketline_store::Result<Result<(Id, bool)>> {
    if let Some(of) = of
        && !edit.holds(table, of)?
    {
        return Ok(Err(no_such(table, of)));
    }
    let id = match (wish, of) {
        ("", None) => return Ok(Ok((edit.free_id(table, slug)?, false))),
        ("", Some(of)) => identifier(of),
        (wish, _) => identifier(wish),
    };
    let id = match id {
        Ok(id) => id,
        Err(refusal) => return Ok(Err(refusal.on("id"))),
    };
    if of == Some(id.as_str()) {
        return Ok(Ok((id, false)));
    }
    if edit.holds(table, id.as_str())? {
        let taken = StoreError::Taken {
            what: table,
            id: id.into(),
        };
        return Ok(Err(Error::from(taken).on("id")));
    }
    if let Some(of) = of {
        edit.rename_record(table, of, &id)?;
    }
    Ok(Ok((id, of.is_some())))
}

fn relation_slug(relation: &Relation) -> Id {
    let Relation {
        from,
        relation_type,
        to,
        ..
    } = relation;
    Id::slug(&format!("{from} {relation_type} {to}"), "relation")
}

const fn shared_word(kind: SharedKind) -> RecordKind {
    match kind {
        SharedKind::Lane => RecordKind::Lane,
        SharedKind::Court => RecordKind::Court,
        SharedKind::Proceeding => RecordKind::Proceeding,
        SharedKind::Actor => RecordKind::Actor,
        SharedKind::Place => RecordKind::Place,
        SharedKind::Principle => RecordKind::Principle,
        SharedKind::Source => RecordKind::Source,
    }
}

fn refused(message: &str) -> Error {
    Error::bad_value(words::say(message, &[]))
}

fn no_such(what: &'static str, id: &str) -> Error {
    StoreError::NoSuch {
        what,
        id: id.to_owned(),
    }
    .into()
}

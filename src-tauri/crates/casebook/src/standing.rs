//! What stood on a day, with reasons, for the window and the command line.

use crate::error::Error;
use crate::register::Register;
use crate::view::{
    StandingLife, StandingReason, StandingSpan, StandingView, StandingWords, UnderReview,
};
use crate::{Casebook, Result, dates, words};
use docketline_domain::standing::{Case, Certainty, EventIx, PreparedCase, Standing};
use docketline_domain::{Day, Document};
use docketline_store::{EventKey, StoreError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The prepared cases of the last revision: dragging a day asks for the same case again
/// and again.
#[derive(Debug, Default)]
pub(crate) struct StandingCache(Mutex<Last>);

#[derive(Debug, Default)]
struct Last {
    /// Of all events the outlines.
    whole: Option<Arc<Prepared>>,
    /// All events that acts join, and no other, with what belongs to them.
    joined: Option<Arc<Prepared>>,
    /// Of the event that was asked about last, and what acts join to it.
    near: Option<Arc<Prepared>>,
}

#[derive(Debug)]
pub(crate) struct Prepared {
    revision: i64,
    pub book: Register,
    case: PreparedCase,
}

impl Casebook {
    /// How every instrument, or one event, stood at the end of a day; with `known_on`,
    /// as far as was public on that day. One event that is no instrument is refused.
    pub fn standing(
        &self,
        on: &str,
        known_on: Option<&str>,
        event: Option<&str>,
    ) -> Result<Vec<StandingView>> {
        let day = dates::read_day(on)?;
        let known_on = known_on.map(dates::read_day).transpose()?;
        let Some(id) = event else {
            let prepared = self.prepared()?;
            let all = prepared.case.on(day, known_on);
            return Ok(all
                .iter()
                .map(|(event, standing)| prepared.view(*event, standing))
                .collect());
        };
        let prepared = self.prepared_near(id)?;
        let index = prepared.index_of(id)?;
        match prepared.case.of(index, day, known_on) {
            Some(standing) => Ok(vec![prepared.view(index, &standing)]),
            None => Err(Error::bad_value(words::say(
                "refused-no-instrument",
                &[("id", id.to_owned())],
            ))),
        }
    }

    /// The whole life of every instrument that anything acts on, or that acts on one:
    /// the bars of the Procedure view, in the order of the casebook.
    pub fn standing_lives(&self, known_on: Option<&str>) -> Result<Vec<StandingLife>> {
        let known_on = known_on.map(dates::read_day).transpose()?;
        let prepared = self.prepared_joined()?;
        let involved: std::collections::HashSet<&str> = prepared
            .book
            .document
            .relations
            .iter()
            .filter(|relation| relation.relation_type.acts_on_standing())
            .flat_map(|relation| [relation.from.as_str(), relation.to.as_str()])
            .collect();
        let events = prepared.book.document.events.iter().enumerate();
        Ok(events
            .filter(|(_, event)| involved.contains(event.id.as_str()))
            .filter_map(|(index, _)| prepared.life(EventIx(u32::try_from(index).ok()?), known_on))
            .collect())
    }

    /// The whole life of one event; `None` when it never stands, or when no act has to do
    /// with it.
    pub fn standing_life(
        &self,
        event: &str,
        known_on: Option<&str>,
    ) -> Result<Option<StandingLife>> {
        let known_on = known_on.map(dates::read_day).transpose()?;
        let prepared = self.prepared_near(event)?;
        let index = prepared.index_of(event)?;
        let is_involved = prepared.book.document.relations.iter().any(|relation| {
            relation.relation_type.acts_on_standing()
                && [&relation.from, &relation.to]
                    .iter()
                    .any(|end| end.as_str() == event)
        });
        Ok(is_involved
            .then(|| prepared.life(index, known_on))
            .flatten())
    }

    /// All events, as far as standing and what is said of it need.
    fn prepared(&self) -> Result<Arc<Prepared>> {
        let revision = self.store.revision()?;
        let mut last = self.standing.last();
        if let Some(prepared) = &last.whole
            && prepared.revision == revision
        {
            return Ok(Arc::clone(prepared));
        }
        let (keys, document) = self.store.outline()?;
        let prepared = Arc::new(Prepared::of(revision, document, keys));
        last.whole = Some(Arc::clone(&prepared));
        Ok(prepared)
    }

    /// All that acts join, with all that belongs to it: of a large casebook a small part.
    pub(crate) fn prepared_joined(&self) -> Result<Arc<Prepared>> {
        let revision = self.store.revision()?;
        let mut last = self.standing.last();
        if let Some(prepared) = &last.joined
            && prepared.revision == revision
        {
            return Ok(Arc::clone(prepared));
        }
        let (keys, document) = self.store.joined_by_acts()?;
        let prepared = Arc::new(Prepared::of(revision, document, keys));
        last.joined = Some(Arc::clone(&prepared));
        Ok(prepared)
    }

    /// What says how one event stood, and perhaps more: where the whole casebook is not
    /// prepared, what acts join to the event is enough and, in a large one, read at once.
    fn prepared_near(&self, event: &str) -> Result<Arc<Prepared>> {
        let revision = self.store.revision()?;
        let mut last = self.standing.last();
        let serves = |prepared: &&Arc<Prepared>| {
            prepared.revision == revision && prepared.book.place(event).is_some()
        };
        let cached = [&last.whole, &last.joined, &last.near];
        if let Some(prepared) = cached.iter().filter_map(|of| of.as_ref()).find(serves) {
            return Ok(Arc::clone(prepared));
        }
        let (keys, case) = self.store.case_of(event)?;
        let prepared = Arc::new(Prepared::of(revision, case, keys));
        last.near = Some(Arc::clone(&prepared));
        Ok(prepared)
    }
}

impl StandingCache {
    fn last(&self) -> MutexGuard<'_, Last> {
        // A panic while it was held left whole values behind: they are only ever replaced.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Prepared {
    /// With the keys of the events as they stand in the document.
    fn of(revision: i64, document: Document, keys: Vec<EventKey>) -> Self {
        Self {
            revision,
            case: Case::from_document(&document).prepare(),
            book: Register::new(document, keys),
        }
    }

    fn index_of(&self, id: &str) -> Result<EventIx> {
        let found = self.book.place(id);
        found
            .and_then(|index| u32::try_from(index).ok())
            .map(EventIx)
            .ok_or_else(|| {
                StoreError::NoSuch {
                    what: "event",
                    id: id.to_owned(),
                }
                .into()
            })
    }

    fn life(&self, index: EventIx, known_on: Option<Day>) -> Option<StandingLife> {
        let event = &self.book.document.events[index.index()];
        let spans = self.case.spans(index, known_on);
        (!spans.is_empty()).then(|| StandingLife {
            key: self.book.key(event.id.as_str()),
            event: event.id.to_string(),
            title: event
                .short_title
                .clone()
                .unwrap_or_else(|| event.title.clone()),
            spans: spans
                .iter()
                .map(|span| StandingSpan {
                    from: span.from.map(|day| day.0),
                    state: state(&span.standing),
                })
                .collect(),
        })
    }

    fn view(&self, event: EventIx, standing: &Standing) -> StandingView {
        let of = &self.book.document.events[event.index()];
        let reasons = standing
            .reasons
            .iter()
            .map(|number| &self.book.document.relations[*number]);
        StandingView {
            key: self.book.key(of.id.as_str()),
            event: of.id.to_string(),
            title: of.title.clone(),
            affirmed_by: standing
                .affirmed_by
                .iter()
                .map(|affirmation| {
                    self.book.document.events[affirmation.by.index()]
                        .id
                        .to_string()
                })
                .collect(),
            reasons: reasons
                .clone()
                .map(|relation| relation.id.to_string())
                .collect(),
            acts: reasons.map(|relation| self.reason(relation)).collect(),
            state: state(standing),
        }
    }

    fn reason(&self, relation: &docketline_domain::model::Relation) -> StandingReason {
        let by = self.book.event(relation.from.as_str());
        let date = relation
            .effective
            .as_ref()
            .or_else(|| by.map(|event| &event.date));
        StandingReason {
            id: relation.id.to_string(),
            relation: relation.relation_type.to_string(),
            by_key: self.book.key(relation.from.as_str()),
            by_title: by.map(|event| event.title.clone()).unwrap_or_default(),
            date_words: date.map(|date| date.to_words()).unwrap_or_default(),
            part: relation.part.clone(),
            basis: relation.basis.map(|basis| basis.to_string()),
            sources: by
                .map(|event| event.sources.iter().map(|s| s.source.to_string()).collect())
                .unwrap_or_default(),
        }
    }
}

fn state(standing: &Standing) -> StandingWords {
    StandingWords {
        standing: standing.words().iter().map(ToString::to_string).collect(),
        definite: standing.is_definite(),
        part: standing.part().map(ToOwned::to_owned),
        under_review: match standing.under_review {
            Certainty::No => UnderReview::No,
            Certainty::Possibly => UnderReview::Possibly,
            Certainty::Yes => UnderReview::Yes,
        },
    }
}

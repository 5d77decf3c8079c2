//! What a casebook says: summaries, lists, one event, search, the check.

use crate::error::Error;
use crate::view::*;
use crate::{Casebook, Result, dates, editing, words};
use docketline_domain::compare;
use docketline_domain::model::{Event, Source};
use docketline_domain::vocabulary::EventKind;
use docketline_domain::{Bounds, Day, Edtf, Id};
use docketline_formats::markdown;
use docketline_store::{
    Access, EventFilter, EventKey, EventRecord, Finding, Hit, NoteRecord, Reading, RelationRecord,
    Reversal, SearchQuery, SharedPlace, Side, StoreError,
};
use std::collections::HashMap;

/// Lanes beyond the sixth use the colours again; lane names tell them apart.
const LANE_COLOURS: i64 = 6;

pub(crate) fn lane_colour(position: i64) -> u8 {
    // In 0..6 by construction.
    position.rem_euclid(LANE_COLOURS) as u8
}

/// So many of the events that a principle was given to are listed with it.
const FIRST_CODED: i64 = 100;

impl Casebook {
    pub fn summary(&self) -> Result<CasebookSummary> {
        let store = &self.store;
        let reversal = |way| -> Result<Option<String>> {
            Ok(store
                .next_reversal(way)?
                .map(|(action, subject)| editing::describe(action, &subject)))
        };
        let path = store.path();
        Ok(CasebookSummary {
            title: store.about()?.title,
            path: path.display().to_string(),
            file_name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            read_only: match store.access() {
                Access::ReadWrite => None,
                Access::ReadOnly(docketline_store::ReadOnlyReason::InUse) => {
                    Some(ReadOnlyReason::InUse)
                }
                Access::ReadOnly(docketline_store::ReadOnlyReason::Damaged) => {
                    Some(ReadOnlyReason::Damaged)
                }
                Access::ReadOnly(_) => Some(ReadOnlyReason::Permission),
            },
            is_free: store.is_free(),
            held_by: store.holder().map(crate::error::held_by),
            place_warning: store.shared_place().map(|place| match place {
                SharedPlace::Synchronised(name) => {
                    words::say("place-synchronised", &[("name", name.to_owned())])
                }
                SharedPlace::Network(name) => words::say("place-network", &[("name", name)]),
            }),
            schema_version: store.schema_version()?,
            counts: counts(store.counts()?),
            extent: store
                .extent(&EventFilter::default())?
                .map(|(first, last)| Extent { first, last }),
            undo: reversal(Reversal::Undo)?,
            redo: reversal(Reversal::Redo)?,
            revision: store.revision()?,
            rules_revision: store.rules_revision()?,
        })
    }

    pub fn about(&self) -> Result<AboutView> {
        let about = self.store.about()?;
        let named = |map: std::collections::BTreeMap<String, String>| {
            map.into_iter()
                .map(|(id, name)| NamedRef { id, name })
                .collect()
        };
        Ok(AboutView {
            title: about.title,
            compiled: about.compiled,
            method: about.method,
            confidence_values: named(about.confidence_values),
            field_notes: named(about.field_notes),
        })
    }

    /// Every event that passes, in date order.
    pub fn all_events(&self, filter: &Filter) -> Result<Vec<EventRow>> {
        let rows = self.store.first_events(&event_filter(filter)?, -1)?;
        Ok(rows.into_iter().map(event_row).collect())
    }

    /// The identifier of the lane that is meant by its identifier or its name.
    pub fn lane_id(&self, lane: &str) -> Result<String> {
        let lanes = self.store.lane_rows()?;
        let by_id = lanes.iter().find(|known| known.id == lane);
        let found = by_id.or_else(|| lanes.iter().find(|known| known.name == lane));
        found.map(|lane| lane.id.clone()).ok_or_else(|| {
            StoreError::NoSuch {
                what: "lane",
                id: lane.to_owned(),
            }
            .into()
        })
    }

    /// Everything of the event with this identifier.
    pub fn event_by_id(&self, id: &str) -> Result<EventDetail> {
        self.event(self.store.event_key(id)?, None)
    }

    /// The time from one event to another, exactly or as a range.
    pub fn interval(&self, from: EventKey, to: EventKey) -> Result<Interval> {
        let from = self.store.event_record(from)?;
        let to = self.store.event_record(to)?;
        let elapsed = compare::elapsed(&from.date, &to.date);
        let (least_days, most_days) = elapsed.days();
        Ok(Interval {
            from: from.id,
            to: to.id,
            exact: elapsed.is_exact(),
            least_days,
            most_days,
            days: elapsed.in_days(),
            words: elapsed.in_words(),
        })
    }

    /// The same by the identifiers of the events.
    pub fn interval_by_id(&self, from: &str, to: &str) -> Result<Interval> {
        self.interval(self.store.event_key(from)?, self.store.event_key(to)?)
    }

    /// With `known_on`, without its relations to what was not public on that day.
    pub fn event(&self, key: EventKey, known_on: Option<&str>) -> Result<EventDetail> {
        let known_on = dates::read_clock(known_on)?.map(|day| day.0);
        let record = self.store.event_record(key)?;
        // Destructured, so that a new field breaks the build instead of vanishing.
        let Event {
            id: _,
            date,
            stated_date,
            refined_date,
            date_note,
            public_from,
            filed,
            entered,
            title: _,
            short_title: _,
            summary,
            kind: _,
            lane: _,
            main_case,
            proceeding: _,
            court: _,
            judges,
            docket: _,
            docket_sequence: _,
            citations,
            actors,
            jurisdictions,
            principles,
            places,
            sources,
            confidence: _,
            from_knowledge,
        } = self.store.event(key)?;
        let names = Names::read(self)?;
        let dispute = self.store.disputed_date(key)?;
        // What the sources state has the precision; doubt is in the date as written.
        let stated = stated_date.as_ref().map_or(&date, |stated| &stated.date);
        Ok(EventDetail {
            precision: stated.precision().as_str().to_owned(),
            certainty: date.certainty().as_str().to_owned(),
            stated_end: stated_date
                .as_ref()
                .and_then(|stated| stated.end.as_ref())
                .map(ToString::to_string),
            stated_date: stated_date.map(|stated| stated.date.to_string()),
            refined_date: refined_date.map(|refined| RefinedDateView {
                words: refined.value.to_words(),
                value: refined.value.into(),
                confidence: refined.confidence.to_string(),
            }),
            date_note,
            public_from_words: public_from.as_ref().map(Edtf::to_words),
            filed_words: filed.as_ref().map(Edtf::to_words),
            filed: filed.map(Into::into),
            entered_words: entered.as_ref().map(Edtf::to_words),
            entered: entered.map(Into::into),
            summary,
            main_case,
            judges: judges.into_iter().map(|id| names.actor(id)).collect(),
            citations: citations
                .into_iter()
                .map(|citation| CitationView {
                    text: citation.text,
                    confidence: citation.confidence.map(|c| c.to_string()),
                })
                .collect(),
            actors: actors
                .into_iter()
                .map(|part| names.participation(part))
                .collect(),
            jurisdictions,
            principles: principles
                .into_iter()
                .map(|id| names.principle(id))
                .collect(),
            places: places.iter().filter_map(|id| names.place(id)).collect(),
            sources: sources
                .into_iter()
                .filter_map(|support| names.support(&support.source, support.supports))
                .collect(),
            from_knowledge,
            outgoing: relation_views(self.store.relations_of(key, Side::Origin, known_on)?),
            incoming: relation_views(self.store.relations_of(key, Side::Target, known_on)?),
            dispute: dispute.map(|dispute| DisputeView {
                chosen_words: dispute.chosen.to_words(),
                reason: dispute.reason,
                others: dispute
                    .others
                    .into_iter()
                    .map(|other| OtherDateView {
                        words: other.value.to_words(),
                        value: other.value.into(),
                        source: other.source.map(|id| names.source(id)),
                        what: other.what,
                    })
                    .collect(),
            }),
            event_notes: self
                .store
                .notes(Some(key), None)?
                .into_iter()
                .map(note_view)
                .collect(),
            row: event_row(record),
        })
    }

    /// The events that a search found, best first.
    pub fn search(&self, filter: &Filter, limit: i64) -> Result<SearchResult> {
        let found = self.store.search(&event_filter(filter)?, limit.max(0))?;
        let Some(found) = found else {
            return Ok(SearchResult {
                total: 0,
                hits: Vec::new(),
            });
        };
        let keys: Vec<_> = found.hits.iter().map(|hit| hit.event).collect();
        let events = self.store.event_records(&keys)?.into_iter().map(event_row);
        let mut hits: HashMap<_, _> = found.hits.into_iter().map(|hit| (hit.event, hit)).collect();
        Ok(SearchResult {
            total: found.total,
            hits: events
                .filter_map(|event| Some(search_hit(hits.remove(&event.key)?, event)))
                .collect(),
        })
    }

    pub fn principles(&self, known_on: Option<&str>) -> Result<Vec<PrincipleRow>> {
        let names = Names::read(self)?;
        let principles = match dates::read_clock(known_on)? {
            None => self.store.principles()?,
            Some(day) => self.frame_known_on(day)?.principles,
        };
        principles
            .into_iter()
            .map(|principle| {
                let coded = Filter {
                    principles: Some(vec![principle.id.to_string()]),
                    known_on: known_on.map(ToOwned::to_owned),
                    ..Filter::default()
                };
                let coded = self.events(&coded, SortBy::Date, false, 0, FIRST_CODED)?;
                Ok(PrincipleRow {
                    coded: coded.total,
                    events: coded.rows,
                    id: principle.id.into(),
                    number: principle.number,
                    name: principle.name,
                    added_words: principle.added.map(|added| added.to_words()),
                    paraphrase: principle.paraphrase,
                    confidence: principle.confidence.map(|c| c.to_string()),
                    note: principle.note,
                    sources: principle
                        .sources
                        .into_iter()
                        .map(|id| names.source(id))
                        .collect(),
                })
            })
            .collect()
    }

    /// All notes, latest first; with `known_on`, those on events that were public by then.
    pub fn notes(&self, known_on: Option<&str>) -> Result<Vec<NoteView>> {
        let known_on = dates::read_clock(known_on)?.map(|day| day.0);
        let notes = self.store.notes(None, known_on)?;
        Ok(notes.into_iter().map(note_view).collect())
    }

    pub(crate) fn note(&self, id: &str) -> Result<NoteView> {
        Ok(note_view(self.store.note(id)?))
    }

    /// Everything that is wrong with the file.
    pub fn check(&self) -> Result<Vec<CheckFinding>> {
        Ok(self
            .store
            .check()?
            .into_iter()
            .map(CheckFinding::from)
            .collect())
    }
}

/// One finding of the check, for people and for programs.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CheckFinding {
    /// From a closed set: "integrity", "foreign-key", "search-text", "search-index",
    /// "timeline", "dangling-relation", "event-days".
    pub code: &'static str,
    pub message: String,
}

impl From<Finding> for CheckFinding {
    fn from(finding: Finding) -> Self {
        let (code, arguments) = match finding {
            Finding::Integrity(detail) => ("integrity", vec![("detail", detail)]),
            Finding::ForeignKey { table, row, parent } => (
                "foreign-key",
                vec![
                    ("table", table),
                    (
                        "row",
                        row.map_or_else(|| "?".to_owned(), |row| row.to_string()),
                    ),
                    ("parent", parent),
                ],
            ),
            Finding::SearchText { event } => ("search-text", vec![("event", event.to_string())]),
            Finding::SearchIndex => ("search-index", Vec::new()),
            Finding::Timeline { from } => ("timeline", vec![("from", from.to_string())]),
            Finding::DanglingRelation { id } => ("dangling-relation", vec![("id", id)]),
            Finding::EventDays { id } => ("event-days", vec![("id", id)]),
        };
        Self {
            code,
            message: words::say(&format!("check-{code}"), &arguments),
        }
    }
}

/// The names behind identifiers, read once for a view.
struct Names {
    actors: HashMap<Id, docketline_domain::model::Actor>,
    sources: HashMap<Id, Source>,
    places: HashMap<Id, docketline_domain::model::Place>,
    principles: HashMap<Id, String>,
}

impl Names {
    fn read(casebook: &Casebook) -> Result<Self> {
        let store = &casebook.store;
        Ok(Self {
            actors: store
                .actors()?
                .into_iter()
                .map(|actor| (actor.id.clone(), actor))
                .collect(),
            sources: store
                .sources()?
                .into_iter()
                .map(|s| (s.id.clone(), s))
                .collect(),
            places: store
                .places()?
                .into_iter()
                .map(|place| (place.id.clone(), place))
                .collect(),
            principles: store
                .principles()?
                .into_iter()
                .map(|p| (p.id, p.name))
                .collect(),
        })
    }

    fn actor(&self, id: Id) -> NamedRef {
        let name = self
            .actors
            .get(&id)
            .map_or_else(|| id.to_string(), |actor| actor.name.clone());
        NamedRef {
            id: id.into(),
            name,
        }
    }

    fn source(&self, id: Id) -> NamedRef {
        let name = self
            .sources
            .get(&id)
            .map_or_else(|| id.to_string(), |s| s.title.clone());
        NamedRef {
            id: id.into(),
            name,
        }
    }

    fn principle(&self, id: Id) -> NamedRef {
        let name = self
            .principles
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.to_string());
        NamedRef {
            id: id.into(),
            name,
        }
    }

    fn participation(&self, part: docketline_domain::model::Participation) -> ParticipationView {
        let actor = self.actors.get(&part.actor);
        ParticipationView {
            name: actor.map_or_else(|| part.actor.to_string(), |actor| actor.name.clone()),
            actor_type: actor
                .map(|actor| actor.actor_type.clone())
                .unwrap_or_default(),
            affiliation: actor.and_then(|actor| actor.affiliation.clone()),
            id: part.actor.into(),
            role: part.role,
        }
    }

    fn place(&self, id: &Id) -> Option<PlaceView> {
        let place = self.places.get(id)?;
        Some(PlaceView {
            id: place.id.to_string(),
            name: place.name.clone(),
            lat: place.lat,
            lon: place.lon,
            country: place.country.clone(),
            role: place.role.clone(),
            precision: place.precision.clone(),
            confidence: place.confidence.map(|c| c.to_string()),
        })
    }

    fn support(&self, id: &Id, supports: String) -> Option<SupportView> {
        let source = self.sources.get(id)?.clone();
        Some(SupportView {
            id: source.id.into(),
            title: source.title,
            publisher: source.publisher,
            date_words: source.date.as_deref().map(dates::in_words),
            date: source.date,
            url: source.url,
            supports,
            read: source.read,
            read_scope: source.read_scope,
            note: source.note,
        })
    }
}

pub(crate) fn counts(counts: docketline_store::Counts) -> Counts {
    let docketline_store::Counts {
        events,
        relations,
        sources,
        actors,
        places,
        principles,
        disputed_dates,
        notes,
    } = counts;
    Counts {
        events,
        relations,
        sources,
        actors,
        places,
        principles,
        disputed_dates,
        notes,
    }
}

pub(crate) fn event_row(record: EventRecord) -> EventRow {
    let Bounds { earliest, latest } = record.date.bounds();
    EventRow {
        key: record.key,
        id: record.id,
        date_words: record.date.to_words(),
        earliest: earliest.map(|day: Day| day.to_string()),
        latest: latest.map(|day| day.to_string()),
        date: record.date.into(),
        title: record.title,
        short_title: record.short_title,
        kind: record.kind.to_string(),
        lane: record.lane,
        lane_name: record.lane_name,
        colour: lane_colour(record.lane_position),
        court: record.court,
        proceeding: record.proceeding,
        docket: record.docket,
        confidence: record.confidence.map(|word| word.to_string()),
        notes: record.notes,
        disputed: record.disputed,
        public_from: record.public_from.map(Into::into),
        public_first: (record.public_first != i64::MIN).then_some(record.public_first),
    }
}

pub(crate) fn earliest(date: &Edtf) -> Option<String> {
    date.bounds().earliest.map(|day| day.to_string())
}

fn relation_views(records: Vec<RelationRecord>) -> Vec<RelationView> {
    records
        .into_iter()
        .map(|record| RelationView {
            id: record.id,
            relation: record.relation.to_string(),
            other_key: record.other,
            other_id: record.other_id,
            other_title: record.other_title,
            other_date_words: record.other_date.to_words(),
            other_earliest: earliest(&record.other_date),
            part: record.part,
            effective: record.effective.map(|date: Edtf| date.to_words()),
            basis: record.basis,
            note: record.note,
        })
        .collect()
}

fn search_hit(hit: Hit, event: EventRow) -> SearchHit {
    let part = |docketline_store::ExcerptPart { text, found }| ExcerptPart { text, found };
    SearchHit {
        key: event.key,
        id: event.id,
        title: event.title,
        date_words: event.date_words,
        colour: event.colour,
        field: hit.field.as_str().to_owned(),
        excerpt: hit.excerpt.into_iter().map(part).collect(),
    }
}

fn note_view(record: NoteRecord) -> NoteView {
    NoteView {
        id: record.id,
        event_key: record.event,
        event_id: record.event_id,
        event_title: record.event_title,
        event_date_words: record.event_date.to_words(),
        event_earliest: earliest(&record.event_date),
        blocks: markdown::parse(&record.markdown),
        markdown: record.markdown,
        created: record.created,
        modified: record.modified,
    }
}

/// Whether the dates, kinds and clocks of a filter can be read.
pub fn check_filter(filter: &Filter) -> Result<()> {
    event_filter(filter).map(drop)
}

/// What the reader asks for, understood.
pub(crate) fn event_filter(filter: &Filter) -> Result<EventFilter> {
    let Filter {
        lanes,
        hidden_lanes,
        kinds,
        actors,
        principles,
        from,
        to,
        span,
        as_of,
        known_on,
        search,
    } = filter;
    let kinds = kinds
        .as_ref()
        .map(|kinds| kinds.iter().map(|kind| kind.parse::<EventKind>()).collect())
        .transpose()
        .map_err(|error| Error::bad_value(error.to_string()))?;
    let search_text = search
        .as_deref()
        .map(str::trim_start)
        .filter(|text| !text.is_empty());
    let search = search_text.map(SearchQuery::parse);
    let mut understood = EventFilter {
        lanes: lanes.clone(),
        hidden_lanes: hidden_lanes.clone(),
        kinds,
        actors: actors.clone(),
        principles: principles.clone(),
        from: dates::read_bounds(from.as_deref())?
            .and_then(|b| b.earliest)
            .map(|day| day.0),
        to: dates::read_bounds(to.as_deref())?
            .and_then(|b| b.latest)
            .map(|day| day.0),
        span: match span {
            SpanReading::Possibly => Reading::Possibly,
            SpanReading::Certainly => Reading::Certainly,
        },
        as_of: dates::read_clock(as_of.as_deref())?.map(|day| day.0),
        known_on: dates::read_clock(known_on.as_deref())?.map(|day| day.0),
        search: search.clone().flatten(),
    };
    if search == Some(None) {
        // Something was asked for that no text can contain.
        understood.kinds = Some(Vec::new());
    }
    Ok(understood)
}

//! One event of the chronology, with everything that the document says of it.

use super::book::Book;
use super::notes::NoteView;
use super::text::{Anchor, Link, Text};
use super::when::When;
use super::words;
use askama::Template;
use askama::filters::HtmlSafe;
use docketline_domain::Id;
use docketline_domain::model::{
    Citation, DisputedDate, Event, Note, OtherDate, Participation, RefinedDate, Relation,
    StatedDate, Support,
};
use docketline_domain::vocabulary::Confidence;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "event.html")]
pub struct EventView {
    anchor: Anchor,
    when: When,
    title: Text,
    /// The class of its mark, and of its lane's colour.
    shape: &'static str,
    lane_colour: Option<usize>,
    /// Lane, kind, jurisdictions, court, stage and docket, as far as known.
    facts: Vec<Text>,
    citations: Vec<CitationView>,
    summary: Text,
    stated: Vec<When>,
    refined: Option<(When, &'static str)>,
    date_note: Option<Text>,
    disputes: Vec<DisputeView>,
    public_from: Option<When>,
    filed: Option<When>,
    entered: Option<When>,
    /// What it did, then what was done to it, each in the order of time.
    relations: Vec<RelationView>,
    judges: Vec<Link>,
    people: Vec<(Link, Text)>,
    places: Vec<Link>,
    principles: Vec<Link>,
    sources: Vec<SupportView>,
    confidence: Option<&'static str>,
    not_read: Vec<Text>,
    notes: Vec<NoteView>,
}

impl HtmlSafe for EventView {}

struct CitationView {
    text: Text,
    /// Said only where it was not read.
    doubt: Option<&'static str>,
}

struct RelationView {
    act: &'static str,
    arrow: char,
    part: Option<Text>,
    other: Link,
    other_date: Option<When>,
    effective: Option<When>,
    basis: Option<&'static str>,
    note: Option<Text>,
}

struct DisputeView {
    chosen: When,
    others: Vec<OtherDateView>,
    reason: Text,
}

struct OtherDateView {
    date: When,
    what: Option<Text>,
    source: Option<Link>,
}

struct SupportView {
    number: Link,
    title: Option<Text>,
    supports: Text,
}

/// What the document says of events elsewhere than in the event.
pub struct Attached<'a> {
    from: HashMap<&'a Id, Vec<&'a Relation>>,
    to: HashMap<&'a Id, Vec<&'a Relation>>,
    disputes: HashMap<&'a Id, Vec<&'a DisputedDate>>,
    notes: HashMap<&'a Id, Vec<&'a Note>>,
}

impl<'a> Attached<'a> {
    pub fn new(book: &Book<'a>) -> Self {
        let document = book.document;
        Self {
            from: by(&document.relations, |relation| &relation.from),
            to: by(&document.relations, |relation| &relation.to),
            disputes: by(&document.disputed_dates, |dispute| &dispute.event),
            notes: by(&document.notes, |note| &note.event),
        }
    }
}

fn by<T>(rows: &[T], key: fn(&T) -> &Id) -> HashMap<&Id, Vec<&T>> {
    let mut groups: HashMap<&Id, Vec<&T>> = HashMap::new();
    for row in rows {
        groups.entry(key(row)).or_default().push(row);
    }
    groups
}

fn doubt(confidence: Option<Confidence>) -> Option<&'static str> {
    confidence
        .filter(|confidence| *confidence == Confidence::Known)
        .map(words::confidence)
}

impl EventView {
    pub fn new(book: &Book<'_>, attached: &Attached<'_>, position: usize) -> Self {
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
            // For places where the title does not fit.
            short_title: _,
            summary,
            kind,
            lane,
            main_case,
            proceeding,
            court,
            judges,
            docket,
            // Gives the order of the events.
            docket_sequence: _,
            citations,
            actors,
            jurisdictions,
            principles,
            places,
            sources,
            confidence,
            from_knowledge,
        } = &book.events.rows[position];
        // What hangs on an identifier belongs to the first event that bears it.
        let owner = book.events.position(id) == Some(position);
        let name = |id: &Id, name: Option<&String>| {
            name.map_or_else(|| book.text(id.as_str()), |name| book.text(name))
        };
        let facts = [
            Some(name(lane, book.lanes.get(lane).map(|lane| &lane.name))),
            Some(Text::ours(words::kind(*kind))),
            (!jurisdictions.is_empty()).then(|| book.text(&jurisdictions.join(", "))),
            court
                .as_ref()
                .map(|id| name(id, book.courts.get(id).map(|court| &court.name))),
            proceeding
                .as_ref()
                .map(|id| name(id, book.proceedings.get(id).map(|stage| &stage.name)))
                .map(|stage| Text::ours(format!("Stage: {stage}"))),
            book.maybe(docket.as_ref())
                .map(|docket| Text::ours(format!("docket {docket}"))),
            main_case.then(|| Text::ours("the case itself")),
        ];
        Self {
            anchor: book.events.anchor(position),
            when: When::new(date),
            title: book.text(title),
            shape: words::shape(kind.shape()),
            lane_colour: book.lanes.position(lane).map(|position| position % 6 + 1),
            facts: facts.into_iter().flatten().collect(),
            citations: citations
                .iter()
                .map(|Citation { text, confidence }| CitationView {
                    text: book.text(text),
                    doubt: doubt(*confidence),
                })
                .collect(),
            summary: book.text(summary),
            stated: stated_date
                .iter()
                .flat_map(|StatedDate { date, end }| [Some(date), end.as_ref()])
                .flatten()
                .map(When::new)
                .collect(),
            refined: refined_date
                .as_ref()
                .map(|RefinedDate { value, confidence }| {
                    (When::new(value), words::confidence(*confidence))
                }),
            date_note: book.maybe(date_note.as_ref()),
            disputes: of(&attached.disputes, id, owner)
                .map(|dispute| DisputeView::new(book, dispute))
                .collect(),
            public_from: public_from.as_ref().map(When::new),
            filed: filed.as_ref().map(When::new),
            entered: entered.as_ref().map(When::new),
            relations: if owner {
                RelationView::all(book, attached, id)
            } else {
                Vec::new()
            },
            judges: judges.iter().map(|id| book.actor(id)).collect(),
            people: actors
                .iter()
                .map(|Participation { actor, role }| (book.actor(actor), book.text(role)))
                .collect(),
            places: places.iter().map(|id| book.place(id)).collect(),
            principles: principles.iter().map(|id| book.principle(id)).collect(),
            sources: sources
                .iter()
                .map(|Support { source, supports }| SupportView {
                    number: book.reference(source),
                    title: book
                        .sources
                        .get(source)
                        .map(|source| book.text(&source.title)),
                    supports: book.text(supports),
                })
                .collect(),
            confidence: confidence.map(words::confidence),
            not_read: from_knowledge
                .iter()
                .map(|detail| book.text(detail))
                .collect(),
            notes: of(&attached.notes, id, owner)
                .map(|note| NoteView::new(book, note))
                .collect(),
        }
    }
}

fn of<'m, T>(
    groups: &'m HashMap<&Id, Vec<&'m T>>,
    id: &Id,
    owner: bool,
) -> impl Iterator<Item = &'m T> {
    groups
        .get(id)
        .filter(|_| owner)
        .into_iter()
        .flatten()
        .copied()
}

impl RelationView {
    fn all(book: &Book<'_>, attached: &Attached<'_>, id: &Id) -> Vec<Self> {
        let told = |relations: &HashMap<&Id, Vec<&Relation>>, other: fn(&Relation) -> &Id| {
            let mut relations = relations.get(id).cloned().unwrap_or_default();
            relations.sort_by_key(|relation| book.place_in_time(other(relation)));
            relations
                .into_iter()
                .map(|relation| Self::new(book, relation, other(relation)))
                .collect()
        };
        let did: Vec<Self> = told(&attached.from, |relation| &relation.to);
        let suffered = told(&attached.to, |relation| &relation.from);
        did.into_iter().chain(suffered).collect()
    }

    /// The relation as it is told from the event that is not `other`.
    fn new(book: &Book<'_>, relation: &Relation, other: &Id) -> Self {
        let Relation {
            id: _,
            from,
            to: _,
            relation_type,
            part,
            effective,
            basis,
            note,
        } = relation;
        let incoming = other == from;
        let (other, other_date) = book.event(other);
        Self {
            act: if incoming {
                words::acted(*relation_type)
            } else {
                words::act(*relation_type)
            },
            arrow: if incoming { '←' } else { '→' },
            part: book.maybe(part.as_ref()),
            other,
            other_date,
            effective: effective.as_ref().map(When::new),
            basis: basis.map(words::basis),
            note: book.maybe(note.as_ref()),
        }
    }
}

impl DisputeView {
    fn new(book: &Book<'_>, dispute: &DisputedDate) -> Self {
        let DisputedDate {
            event: _,
            chosen,
            others,
            reason,
        } = dispute;
        Self {
            chosen: When::new(chosen),
            others: others
                .iter()
                .map(
                    |OtherDate {
                         value,
                         source,
                         what,
                     }| OtherDateView {
                        date: When::new(value),
                        what: book.maybe(what.as_ref()),
                        source: source.as_ref().map(|id| book.reference(id)),
                    },
                )
                .collect(),
            reason: book.text(reason),
        }
    }
}

//! The lists after the chronology: stages, principles, people, places, sources.

use super::book::Book;
use super::text::{Address, Anchor, Link, Text};
use super::when::When;
use super::words;
use docketline_domain::Id;
use docketline_domain::model::{Actor, Membership, Place, Principle, Proceeding, Source};
use docketline_domain::vocabulary::Confidence;

/// For every row of a list, the events that refer to it, in the order of time.
fn uses<'a, I: IntoIterator<Item = &'a Id>>(
    book: &Book<'a>,
    rows: usize,
    position_of: impl Fn(&Id) -> Option<usize>,
    named_by: impl Fn(&'a docketline_domain::model::Event) -> I,
) -> Vec<Vec<usize>> {
    let mut uses = vec![Vec::new(); rows];
    for event in &book.in_time {
        for id in named_by(&book.events.rows[*event]) {
            if let Some(row) = position_of(id)
                && uses[row].last() != Some(event)
            {
                uses[row].push(*event);
            }
        }
    }
    uses
}

fn briefly(book: &Book<'_>, events: &[usize]) -> Vec<Link> {
    events
        .iter()
        .map(|event| book.event_briefly(*event))
        .collect()
}

pub struct StageView {
    pub anchor: Anchor,
    pub name: Text,
    pub docket: Option<Text>,
    pub judges: Vec<Link>,
    pub start: Option<When>,
    pub end: Option<When>,
    pub outcome: Option<Text>,
}

pub fn stages(book: &Book<'_>) -> Vec<StageView> {
    let view = |(position, stage): (usize, &Proceeding)| {
        let Proceeding {
            id: _,
            name,
            docket,
            judges,
            start,
            end,
            outcome,
        } = stage;
        StageView {
            anchor: book.proceedings.anchor(position),
            name: book.text(name),
            docket: book.maybe(docket.as_ref()),
            judges: judges.iter().map(|id| book.actor(id)).collect(),
            start: start.as_ref().map(When::new),
            end: end.as_ref().map(When::new),
            outcome: book.maybe(outcome.as_ref()),
        }
    };
    book.proceedings.rows.iter().enumerate().map(view).collect()
}

pub struct PrincipleView {
    pub anchor: Anchor,
    pub number: i64,
    pub name: Text,
    pub added: Option<When>,
    pub paraphrase: Text,
    pub sources: Vec<Link>,
    pub confidence: Option<&'static str>,
    pub note: Option<Text>,
    pub events: Vec<Link>,
}

pub fn principles(book: &Book<'_>) -> Vec<PrincipleView> {
    let index = &book.principles;
    let uses = uses(
        book,
        index.rows.len(),
        |id| index.position(id),
        |event| &event.principles,
    );
    let view = |(position, principle): (usize, &Principle)| {
        let Principle {
            id: _,
            number,
            name,
            added,
            paraphrase,
            sources,
            confidence,
            note,
        } = principle;
        PrincipleView {
            anchor: index.anchor(position),
            number: *number,
            name: book.text(name),
            added: added.as_ref().map(When::new),
            paraphrase: book.text(paraphrase),
            sources: sources.iter().map(|id| book.reference(id)).collect(),
            confidence: confidence.map(words::confidence),
            note: book.maybe(note.as_ref()),
            events: briefly(book, &uses[position]),
        }
    };
    index.rows.iter().enumerate().map(view).collect()
}

pub struct ActorView {
    pub anchor: Anchor,
    pub name: Text,
    /// Type, affiliation, side and confidence, as far as known.
    pub facts: Vec<Text>,
    pub role: Option<Text>,
    pub membership: Option<MembershipView>,
    pub note: Option<Text>,
    pub events: Vec<Link>,
}

pub struct MembershipView {
    pub member: bool,
    pub joined: Option<When>,
    pub basis: Option<Text>,
    pub confidence: Option<&'static str>,
    pub sources: Vec<Link>,
}

pub fn actors(book: &Book<'_>) -> Vec<ActorView> {
    let index = &book.actors;
    let uses = uses(
        book,
        index.rows.len(),
        |id| index.position(id),
        |event| {
            event
                .judges
                .iter()
                .chain(event.actors.iter().map(|part| &part.actor))
        },
    );
    let view = |(position, actor): (usize, &Actor)| {
        let Actor {
            id: _,
            name,
            actor_type,
            role,
            side,
            affiliation,
            rgs_member,
            confidence,
            note,
        } = actor;
        let side = book
            .maybe(side.as_ref())
            .map(|side| Text::ours(format!("side: {side}")));
        let facts = [
            Some(book.text(actor_type)),
            book.maybe(affiliation.as_ref()),
            side,
            confidence.map(|confidence| Text::ours(words::confidence(confidence))),
        ];
        ActorView {
            anchor: index.anchor(position),
            name: book.text(name),
            facts: facts.into_iter().flatten().collect(),
            role: book.maybe(role.as_ref()),
            membership: rgs_member.as_ref().map(|membership| {
                let Membership {
                    member,
                    joined,
                    basis,
                    confidence,
                    sources,
                } = membership;
                MembershipView {
                    member: *member,
                    joined: joined.as_ref().map(When::new),
                    basis: book.maybe(basis.as_ref()),
                    confidence: confidence.map(words::confidence),
                    sources: sources.iter().map(|id| book.reference(id)).collect(),
                }
            }),
            note: book.maybe(note.as_ref()),
            events: briefly(book, &uses[position]),
        }
    };
    index.rows.iter().enumerate().map(view).collect()
}

pub struct PlaceView {
    pub anchor: Anchor,
    pub name: Text,
    pub country: Option<Text>,
    pub role: Option<Text>,
    /// "53.3498, −6.2603": latitude and longitude in degrees.
    pub coordinates: Option<String>,
    pub precision: Option<Text>,
    pub confidence: Option<&'static str>,
    pub fact_confidence: Option<&'static str>,
    pub events: Vec<Link>,
}

pub fn places(book: &Book<'_>) -> Vec<PlaceView> {
    let index = &book.places;
    let uses = uses(
        book,
        index.rows.len(),
        |id| index.position(id),
        |event| &event.places,
    );
    let view = |(position, place): (usize, &Place)| {
        let Place {
            id: _,
            name,
            lat,
            lon,
            country,
            role,
            precision,
            confidence,
            fact_confidence,
        } = place;
        let degrees = |degrees: Option<f64>| {
            degrees.map_or("?".to_owned(), |degrees| {
                degrees.to_string().replace('-', "−")
            })
        };
        PlaceView {
            anchor: index.anchor(position),
            name: book.text(name),
            country: book.maybe(country.as_ref()),
            role: book.maybe(role.as_ref()),
            coordinates: (lat.is_some() || lon.is_some())
                .then(|| format!("{}, {}", degrees(*lat), degrees(*lon))),
            precision: book.maybe(precision.as_ref()),
            confidence: confidence.map(words::confidence),
            fact_confidence: fact_confidence.map(words::confidence),
            events: briefly(book, &uses[position]),
        }
    };
    index.rows.iter().enumerate().map(view).collect()
}

pub struct SourceView {
    pub anchor: Anchor,
    pub title: Text,
    pub publisher: Option<Text>,
    pub date: Option<Text>,
    pub address: Option<Address>,
    pub read: bool,
    /// What was read, where that is not what `address` leads to.
    pub read_address: Option<Address>,
    pub read_scope: Option<Text>,
    pub note: Option<Text>,
    pub supports: Vec<(Link, Text)>,
}

pub fn sources(book: &Book<'_>) -> Vec<SourceView> {
    let index = &book.sources;
    let mut supports: Vec<Vec<(Link, Text)>> = Vec::new();
    supports.resize_with(index.rows.len(), Vec::new);
    for event in &book.in_time {
        for support in &book.events.rows[*event].sources {
            if let Some(source) = index.position(&support.source) {
                supports[source].push((book.event_briefly(*event), book.text(&support.supports)));
            }
        }
    }
    let rows = index.rows.iter().enumerate().zip(supports);
    rows.map(|((position, source), supports)| {
        let Source {
            id: _,
            title,
            publisher,
            date,
            url,
            read,
            read_url,
            read_scope,
            note,
        } = source;
        SourceView {
            anchor: index.anchor(position),
            title: book.text(title),
            publisher: book.maybe(publisher.as_ref()),
            date: date.as_ref().map(|date| book.date_words(date)),
            address: book.maybe(url.as_ref()).map(Address::new),
            read: *read,
            read_address: book
                .maybe(read_url.as_ref().filter(|_| read_url != url))
                .map(Address::new),
            read_scope: book.maybe(read_scope.as_ref()),
            note: book.maybe(note.as_ref()),
            supports,
        }
    })
    .collect()
}

/// What the page says of confidence, and what the document means by it.
pub fn confidence_words(book: &Book<'_>) -> Vec<(Text, Text)> {
    let written = &book.document.about.confidence_values;
    let ours = Confidence::ALL.iter().map(|confidence| {
        let meaning = match written.get(confidence.as_str()) {
            Some(meaning) => book.text(meaning),
            None => Text::ours(words::confidence_meaning(*confidence)),
        };
        let shown = format!("{confidence}: “{}”", words::confidence(*confidence));
        (Text::ours(shown), meaning)
    });
    let others = written
        .iter()
        .filter(|(word, _)| word.parse::<Confidence>().is_err())
        .map(|(word, meaning)| (book.text(word), book.text(meaning)));
    ours.chain(others).collect()
}

//! One page for a colleague: a self-contained HTML file that needs no network, no
//! program and no script, reads well on a screen and prints well on A4 and Letter.
//!
//! It is also well-formed XML, so that its tests can read it strictly.

mod book;
mod event;
mod fonts;
mod lists;
mod losses;
mod notes;
mod stood;
mod text;
mod when;
mod words;

use askama::Template;
use book::Book;
use docketline_domain::model::About;
use docketline_domain::{Clocks, Document};
use event::{Attached, EventView};
use fonts::Face;
use lists::{ActorView, PlaceView, PrincipleView, SourceView, StageView};
use stood::Stood;
use text::{Anchor, StyleText, Text};
use words::count;

/// The page, and what it does not hold: one sentence each.
///
/// `timeline_svg` goes into the page as it is: a well-formed `svg` element without
/// scripts or addresses, whose names of places do not begin like the page's. The same
/// arguments give the same bytes.
///
/// `clocks` are those that `document` is told by already; the page states them, and what
/// stood on the day that it is told as of.
pub fn page(
    document: &Document,
    timeline_svg: &str,
    generated_by: &str,
    clocks: Clocks,
) -> (String, Vec<String>) {
    let book = Book::new(document);
    let mut page = Page::new(&book, timeline_svg, generated_by, clocks);
    page.losses = losses::of(&book);
    let html = page
        .render()
        .expect("a template that only writes text cannot fail");
    (html, page.losses)
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: Text,
    running_head: StyleText,
    faces: &'static [Face],
    generated_by: &'a str,
    timeline_svg: &'a str,
    /// "1986 to 2026", when anything is dated.
    span: Option<String>,
    counts: Vec<String>,
    /// By which clocks it is told, one sentence each.
    clocks: Vec<String>,
    /// What stood on the day that it is told as of.
    stood: Option<Stood>,
    compiled: Option<Text>,
    method: Option<Text>,
    confidence_words: Vec<(Text, Text)>,
    field_notes: Vec<(Text, Text)>,
    stages: Vec<StageView>,
    years: Vec<YearView>,
    principles: Vec<PrincipleView>,
    actors: Vec<ActorView>,
    places: Vec<PlaceView>,
    sources: Vec<SourceView>,
    losses: Vec<String>,
}

/// The events that begin, or may begin, in one year.
struct YearView {
    anchor: Anchor,
    name: String,
    events: Vec<EventView>,
}

impl<'a> Page<'a> {
    fn new(book: &Book<'_>, timeline_svg: &'a str, generated_by: &'a str, clocks: Clocks) -> Self {
        let About {
            title,
            compiled,
            method,
            confidence_values: _,
            field_notes,
        } = &book.document.about;
        let title = Some(book.text(title))
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| Text::ours("Untitled casebook"));
        Self {
            running_head: StyleText::new(&title),
            title,
            faces: fonts::FACES.as_slice(),
            generated_by,
            timeline_svg,
            span: span(book),
            counts: counts(book.document),
            clocks: stood::statements(clocks),
            stood: clocks
                .as_of
                .map(|day| stood::on(book, day, clocks.known_on)),
            compiled: compiled.as_ref().map(|day| book.date_words(day)),
            method: book.maybe(method.as_ref()),
            confidence_words: lists::confidence_words(book),
            field_notes: field_notes
                .iter()
                .map(|(field, note)| (book.text(&field.replace('_', " ")), book.text(note)))
                .collect(),
            stages: lists::stages(book),
            years: years(book),
            principles: lists::principles(book),
            actors: lists::actors(book),
            places: lists::places(book),
            sources: lists::sources(book),
            losses: Vec::new(),
        }
    }
}

fn years(book: &Book<'_>) -> Vec<YearView> {
    let attached = Attached::new(book);
    book.in_time
        .chunk_by(|a, b| book.year(*a) == book.year(*b))
        .map(|events| {
            let year = book.year(events[0]);
            YearView {
                anchor: Anchor::of_year(year),
                name: year.map_or("Beginning not known".to_owned(), words::year),
                events: events
                    .iter()
                    .map(|event| EventView::new(book, &attached, *event))
                    .collect(),
            }
        })
        .collect()
}

fn span(book: &Book<'_>) -> Option<String> {
    let bounds = || book.events.rows.iter().map(|event| event.date.bounds());
    let first = bounds()
        .filter_map(|bounds| bounds.earliest)
        .min()?
        .civil()
        .0;
    let last = bounds()
        .filter_map(|bounds| bounds.latest.or(bounds.earliest))
        .max()?
        .civil()
        .0;
    Some(if first == last {
        words::year(first)
    } else {
        format!("{} to {}", words::year(first), words::year(last))
    })
}

fn counts(document: &Document) -> Vec<String> {
    [
        (document.events.len(), "event", "events"),
        (document.relations.len(), "relation", "relations"),
        (document.sources.len(), "source", "sources"),
        (document.actors.len(), "person or body", "people and bodies"),
        (document.places.len(), "place", "places"),
        (document.principles.len(), "principle", "principles"),
        (
            document.disputed_dates.len(),
            "disputed date",
            "disputed dates",
        ),
        (document.notes.len(), "note", "notes"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| count(number, one, many))
    .collect()
}

//! The researcher's notes: the only text of a document that is more than text.

use super::book::Book;
use super::text::Text;
use crate::markdown::{self, Block, Inline};
use askama::Template;
use askama::filters::HtmlSafe;
use docketline_domain::model::Note;

pub struct NoteView {
    pub created: Text,
    /// Where it differs from when it was written.
    pub modified: Option<Text>,
    pub blocks: Vec<Block>,
}

impl NoteView {
    pub fn new(book: &Book<'_>, note: &Note) -> Self {
        let Note {
            id: _,
            event: _,
            markdown,
            created,
            modified,
        } = note;
        // Through the same filter as all text, so that what it leaves out is counted.
        let source = book.text(markdown).to_string();
        Self {
            created: moment(book, created),
            modified: (created != modified).then(|| moment(book, modified)),
            blocks: markdown::parse(&source),
        }
    }

    /// The note, ready for the page.
    pub fn body(&self) -> Blocks<'_> {
        Blocks {
            blocks: &self.blocks,
        }
    }
}

/// "2026-11-22T09:30:00Z" as "22 November 2026, 09:30 UTC".
fn moment(book: &Book<'_>, written: &str) -> Text {
    match written.split_once('T') {
        Some((day, time)) if time.ends_with('Z') && time.is_char_boundary(5) => Text::ours(
            format!("{}, {} UTC", book.date_words(day), book.text(&time[..5])),
        ),
        _ => book.text(written),
    }
}

/// Recursion ends: [`markdown::parse`] bounds the depth.
#[derive(Template)]
#[template(path = "blocks.html")]
pub struct Blocks<'a> {
    blocks: &'a [Block],
}

impl HtmlSafe for Blocks<'_> {}

#[derive(Template)]
#[template(path = "inlines.html")]
struct Inlines<'a> {
    inlines: &'a [Inline],
}

impl HtmlSafe for Inlines<'_> {}

fn blocks(blocks: &[Block]) -> Blocks<'_> {
    Blocks { blocks }
}

fn line(inlines: &[Inline]) -> Inlines<'_> {
    Inlines { inlines }
}

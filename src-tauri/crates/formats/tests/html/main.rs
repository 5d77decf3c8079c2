//! The exported page: what it says, and what it can never do.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod content;
mod hostile;
mod safety;

use docketline_domain::{Clocks, Document};
use docketline_formats::{corpus, html};
use roxmltree::{Node, ParsingOptions};

const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title id="timeline-title">Picture</title></svg>"#;

fn page(document: &Document) -> String {
    html::page(document, PICTURE, "Docketline 0.1.0", Clocks::default()).0
}

fn losses(document: &Document) -> Vec<String> {
    html::page(document, PICTURE, "Docketline 0.1.0", Clocks::default()).1
}

fn sample() -> Document {
    corpus::read(
        include_str!("../../../../../assets/sample/case.json"),
        include_str!("../../../../../assets/sample/presentation.json"),
    )
    .unwrap()
}

/// Reads the page as strictly as XML is read.
fn parsed(page: &str) -> roxmltree::Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    roxmltree::Document::parse_with_options(page, options)
        .unwrap_or_else(|error| panic!("the page is not well-formed: {error}"))
}

/// All text in an element, in one line.
fn text_of(node: Node<'_, '_>) -> String {
    let text: String = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|node| node.text())
        .collect();
    one_line(&text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn by_id<'a, 'input>(page: &'a roxmltree::Document<'input>, id: &str) -> Node<'a, 'input> {
    page.descendants()
        .find(|node| node.attribute("id") == Some(id))
        .unwrap_or_else(|| panic!("nothing has the id {id}"))
}

fn class_is(node: &Node<'_, '_>, class: &str) -> bool {
    node.attribute("class")
        .is_some_and(|classes| classes.split(' ').any(|each| each == class))
}

//! Markdown as text, emphasis, lists, quotations, code and links; nothing else comes
//! through, whatever the source tries.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use serde::Serialize;
use ts_rs::TS;

/// Markdown, parsed. The window builds elements from this and never parses markup, so
/// nothing in a note can become anything but text, emphasis, lists, quotations, code
/// and links that the reader has to open on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    Paragraph {
        inlines: Vec<Inline>,
    },
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    List {
        ordered: bool,
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Code {
        text: String,
    },
    Rule,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    Text { text: String },
    Strong { inlines: Vec<Inline> },
    Emphasis { inlines: Vec<Inline> },
    Code { text: String },
    Link { href: String, inlines: Vec<Inline> },
    Break,
}

/// How many quotations, lists and list items may lie in each other, and how many kinds
/// of emphasis; what lies deeper joins the last level. Readers of this value may
/// recurse.
const MAX_DEPTH: usize = 16;

/// Reads CommonMark. Raw HTML becomes text, an image becomes a link to it, and a link
/// that is not to the web or to a mailbox becomes its label. Footnotes stay where they
/// stand, as text.
pub fn parse(markdown: &str) -> Vec<Block> {
    let mut builder = Builder::default();
    // Without this, a footnote of one word would be taken for the address of a link.
    for event in Parser::new_ext(markdown, Options::ENABLE_FOOTNOTES) {
        builder.take(event);
    }
    builder.end_leaf();
    builder.blocks
}

/// Whether `c` steers how text is shown instead of standing in it: control characters,
/// and those that make a line read in another order than it is written. Such a
/// character can make an address or a holding look like another one.
pub(crate) fn steers(c: char) -> bool {
    let layout = matches!(c, '\n' | '\r' | '\t');
    (c.is_control() && !layout)
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

/// The address, when it is one of the web that can be shown as it is.
pub(crate) fn web_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let has_host = !rest.is_empty() && !rest.starts_with(['/', '\\', '?', '#']);
    (web && has_host && is_one_word(address)).then_some(address)
}

/// The mailbox, without what a link could put into the message: some mail programs
/// attach files that such an address names.
pub(crate) fn mailbox(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once(':')?;
    let mailbox = rest.split(['?', '#']).next()?;
    (scheme.eq_ignore_ascii_case("mailto") && mailbox.contains('@') && is_one_word(mailbox))
        .then(|| format!("mailto:{mailbox}"))
}

fn is_one_word(address: &str) -> bool {
    !address.contains(|c: char| c.is_whitespace() || steers(c))
}

fn without_steering(text: &str) -> String {
    text.chars().filter(|c| !steers(*c)).collect()
}

#[derive(Default)]
struct Builder {
    /// What is finished and lies in no container.
    blocks: Vec<Block>,
    /// Open from the outside in.
    containers: Vec<Container>,
    leaf: Option<Leaf>,
    /// Open inside the leaf, from the outside in.
    spans: Vec<(Span, Vec<Inline>)>,
    code: Option<String>,
    /// How many of each are open beyond [`MAX_DEPTH`].
    deep_containers: usize,
    deep_spans: usize,
}

enum Container {
    Quote(Vec<Block>),
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
}

#[derive(Default)]
struct Leaf {
    /// A paragraph has none.
    heading: Option<HeadingLevel>,
    inlines: Vec<Inline>,
}

enum Span {
    Strong,
    Emphasis,
    Link(String),
    /// A link that must not be one.
    Plain,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::InlineHtml(html) => self.text(&html),
            Event::Html(html) => self.lines(&html),
            Event::Code(text) => self.push_inline(Inline::Code {
                text: without_steering(&text),
            }),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.push_inline(Inline::Break),
            Event::Rule => {
                self.end_leaf();
                self.push_block(Block::Rule);
            }
            Event::FootnoteReference(label) => self.text(&format!("[^{label}]")),
            // Of extensions that are not switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => self.open_container(Container::Quote(Vec::new())),
            Tag::List(start) => self.open_container(Container::List {
                start,
                items: Vec::new(),
            }),
            Tag::Item => self.open_container(Container::Item(Vec::new())),
            Tag::Heading { level, .. } => {
                self.end_leaf();
                self.leaf = Some(Leaf {
                    heading: Some(level),
                    inlines: Vec::new(),
                });
            }
            Tag::CodeBlock(_) => {
                self.end_leaf();
                self.code = Some(String::new());
            }
            Tag::Strong => self.open_span(Span::Strong),
            Tag::Emphasis => self.open_span(Span::Emphasis),
            Tag::Link {
                link_type,
                dest_url,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                ..
            } => self.open_span(self.link(link_type, &dest_url)),
            Tag::FootnoteDefinition(label) => {
                self.end_leaf();
                self.text(&format!("[^{label}]: "));
            }
            // Its first text opens it, unless the mark of a footnote has.
            Tag::Paragraph => {}
            // An HTML block, or something of an extension that is not switched on.
            _ => self.end_leaf(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close_container(),
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image => self.close_span(),
            _ => self.end_leaf(),
        }
    }

    fn open_container(&mut self, container: Container) {
        self.end_leaf();
        // A list needs room for its items.
        let levels =
            self.containers.len() + usize::from(matches!(container, Container::List { .. }));
        if self.deep_containers > 0 || levels >= MAX_DEPTH {
            self.deep_containers += 1;
        } else {
            self.containers.push(container);
        }
    }

    fn close_container(&mut self) {
        self.end_leaf();
        if self.deep_containers > 0 {
            self.deep_containers -= 1;
            return;
        }
        match self.containers.pop() {
            Some(Container::Quote(blocks)) => self.push_block(Block::Quote { blocks }),
            Some(Container::List { start, items }) => self.push_block(Block::List {
                ordered: start.is_some(),
                start: start.and_then(|start| u32::try_from(start).ok()),
                items,
            }),
            Some(Container::Item(blocks)) => {
                if let Some(Container::List { items, .. }) = self.containers.last_mut() {
                    items.push(blocks);
                }
            }
            None => {}
        }
    }

    fn push_block(&mut self, block: Block) {
        match self.containers.last_mut() {
            Some(Container::Quote(blocks) | Container::Item(blocks)) => blocks.push(block),
            Some(Container::List { .. }) | None => self.blocks.push(block),
        }
    }

    fn end_leaf(&mut self) {
        if let Some(mut text) = self.code.take() {
            text.truncate(text.trim_end_matches('\n').len());
            self.push_block(Block::Code { text });
        }
        let Some(Leaf { heading, inlines }) = self.leaf.take() else {
            return;
        };
        if inlines.is_empty() {
            return;
        }
        self.push_block(match heading {
            Some(level) => Block::Heading {
                level: level as u8,
                inlines,
            },
            None => Block::Paragraph { inlines },
        });
    }

    fn link(&self, link_type: LinkType, address: &CowStr<'_>) -> Span {
        // A link cannot hold another one.
        if self
            .spans
            .iter()
            .any(|(span, _)| matches!(span, Span::Link(_)))
        {
            return Span::Plain;
        }
        let href = match link_type {
            LinkType::Email => mailbox(&format!("mailto:{address}")),
            _ => web_address(address)
                .map(str::to_owned)
                .or_else(|| mailbox(address)),
        };
        href.map_or(Span::Plain, Span::Link)
    }

    fn open_span(&mut self, span: Span) {
        if self.deep_spans > 0 || self.spans.len() >= MAX_DEPTH {
            self.deep_spans += 1;
        } else {
            self.spans.push((span, Vec::new()));
        }
    }

    fn close_span(&mut self) {
        if self.deep_spans > 0 {
            self.deep_spans -= 1;
            return;
        }
        match self.spans.pop() {
            Some((Span::Strong, inlines)) => self.push_inline(Inline::Strong { inlines }),
            Some((Span::Emphasis, inlines)) => self.push_inline(Inline::Emphasis { inlines }),
            Some((Span::Link(href), mut inlines)) => {
                if inlines.is_empty() {
                    inlines.push(Inline::Text { text: href.clone() });
                }
                self.push_inline(Inline::Link { href, inlines });
            }
            Some((Span::Plain, inlines)) => {
                for inline in inlines {
                    self.push_inline(inline);
                }
            }
            None => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = without_steering(text);
        if text.is_empty() {
            return;
        }
        if let Some(code) = &mut self.code {
            code.push_str(&text);
        } else {
            self.push_inline(Inline::Text { text });
        }
    }

    /// Text whose line ends are to be seen.
    fn lines(&mut self, text: &str) {
        for line in text.lines() {
            if !self.inlines().is_empty() {
                self.push_inline(Inline::Break);
            }
            self.text(line);
        }
    }

    fn push_inline(&mut self, inline: Inline) {
        let inlines = self.inlines();
        match (inlines.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => text.push_str(&more),
            (_, inline) => inlines.push(inline),
        }
    }

    /// Where an inline goes. Text opens a paragraph where nothing is open: it may stand
    /// directly in a list item.
    fn inlines(&mut self) -> &mut Vec<Inline> {
        match self.spans.last_mut() {
            Some((_, inlines)) => inlines,
            None => &mut self.leaf.get_or_insert_default().inlines,
        }
    }
}

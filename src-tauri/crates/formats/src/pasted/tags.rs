//! What the tags of HTML mean here.

use html5ever::LocalName;
use html5ever::tokenizer::Tag;
use html5ever::tokenizer::states::RawKind;

/// Of a tag that means something; any other is only what stands round its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// A part of a line, which may be emphasised or lead somewhere.
    Span,
    Block,
    Heading(u8),
    List {
        ordered: bool,
    },
    Item,
    Quote,
    Break,
    Rule,
    Row,
    Cell,
    Picture,
}

impl Element {
    pub fn of(name: &LocalName) -> Option<Self> {
        Some(match &**name {
            "a" | "b" | "strong" | "i" | "em" | "cite" | "dfn" | "span" | "font" => Self::Span,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "ul" | "menu" => Self::List { ordered: false },
            "ol" => Self::List { ordered: true },
            "li" => Self::Item,
            "blockquote" => Self::Quote,
            "br" => Self::Break,
            "hr" => Self::Rule,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "img" => Self::Picture,
            "p" | "div" | "section" | "article" | "aside" | "header" | "footer" | "main"
            | "nav" | "address" | "figure" | "figcaption" | "dl" | "dt" | "dd" | "pre"
            | "table" | "caption" | "form" | "fieldset" | "legend" | "details" | "summary"
            | "body" | "center" => Self::Block,
            _ => return None,
        })
    }
}

/// How a span looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub strong: bool,
    pub emphasis: bool,
}

/// From the tag, and from the style that word processors put on tags that mean nothing.
pub(super) fn look_of(tag: &Tag) -> Look {
    let mut look = match &*tag.name {
        "b" | "strong" => Look {
            strong: true,
            emphasis: false,
        },
        "i" | "em" | "cite" | "dfn" => Look {
            strong: false,
            emphasis: true,
        },
        _ => Look::default(),
    };
    let style = attribute(tag, "style").unwrap_or_default();
    for (name, value) in style.split(';').filter_map(|one| one.split_once(':')) {
        let value = value.trim();
        match name.trim() {
            "font-weight" => {
                look.strong =
                    value == "bold" || value.parse().is_ok_and(|weight: u16| weight >= 600);
            }
            "font-style" => look.emphasis = matches!(value, "italic" | "oblique"),
            _ => {}
        }
    }
    look
}

pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    let mut attributes = tag.attrs.iter();
    let found = attributes.find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| &*attribute.value)
}

/// Elements that nobody sees, and those whose text is none of the page's.
const HIDDEN: [&str; 13] = [
    "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math",
    "textarea", "select", "xmp", "noembed",
];

/// How the inside of an element is read that holds no tags.
pub(super) fn raw_text(name: &LocalName) -> Option<RawKind> {
    Some(match &**name {
        "script" => RawKind::ScriptData,
        "style" | "noscript" | "iframe" | "xmp" | "noembed" => RawKind::Rawtext,
        "title" | "textarea" => RawKind::Rcdata,
        _ => return None,
    })
}

/// The outermost hidden element that is open, and how many of its name lie in it.
#[derive(Debug, Default)]
pub(super) struct Hidden(Option<(LocalName, usize)>);

impl Hidden {
    pub const fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// Whether the tag belongs to what is hidden.
    pub fn take(&mut self, name: &LocalName, is_start: bool, is_empty: bool) -> bool {
        match &mut self.0 {
            Some((open, depth)) => {
                if open == name && is_start && !is_empty {
                    *depth += 1;
                } else if open == name && !is_start {
                    *depth -= 1;
                    if *depth == 0 {
                        self.0 = None;
                    }
                }
                true
            }
            None if HIDDEN.contains(&&**name) => {
                // "/>" closes only what is not HTML.
                let closes_itself = is_empty && matches!(&**name, "svg" | "math");
                if is_start && !closes_itself {
                    self.0 = Some((name.clone(), 1));
                }
                true
            }
            None => false,
        }
    }
}

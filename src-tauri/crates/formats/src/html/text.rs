//! What of the document may stand in the page, as types: nothing reaches a template
//! that is not one of these, a number, or a word of our own.

use crate::markdown::web_address;
use askama::Template;
use askama::filters::HtmlSafe;
use docketline_domain::Id;
use std::fmt::{self, Write};

/// Text without characters that steer how it is shown. The templates escape it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub(super) String);

impl Text {
    /// Words of our own.
    pub fn ours(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text for the style sheet: every character as its number, so that it cannot end the
/// string, the rule or the sheet.
#[derive(Debug, Clone)]
pub struct StyleText(String);

impl StyleText {
    pub fn new(text: &Text) -> Self {
        let mut escaped = String::new();
        for c in text.0.chars() {
            // A space ends the number and is not shown.
            let _ = write!(escaped, "\\{:x} ", u32::from(c));
        }
        Self(escaped)
    }
}

impl fmt::Display for StyleText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a place in the page. Consists of ASCII letters, digits, hyphens and
/// underscores, whatever the identifier consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor(String);

impl Anchor {
    /// Different for different identifiers of the same `list`.
    pub fn new(list: &str, id: &Id) -> Self {
        let mut anchor = format!("{list}-");
        for c in id.as_str().chars() {
            if c.is_ascii_alphanumeric() || c == '-' {
                anchor.push(c);
            } else {
                let _ = write!(anchor, "_{:x}_", u32::from(c));
            }
        }
        Self(anchor)
    }

    /// For a row whose identifier an earlier row bears. No identifier is written with
    /// an odd number of underscores.
    pub fn again(&self, position: usize) -> Self {
        Self(format!("{}_{position}", self.0))
    }

    pub fn of_year(year: Option<i64>) -> Self {
        Self(year.map_or("year-unknown".to_owned(), |year| format!("year-{year}")))
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address as its author gave it: a link where it is one of the web, text otherwise.
#[derive(Debug, Clone, Template)]
#[template(
    ext = "html",
    source = r#"{% if is_web %}<a href="{{ text }}" rel="noreferrer noopener">{{ text }}</a>{% else %}{{ text }}{% endif %}"#
)]
pub struct Address {
    text: Text,
    is_web: bool,
}

impl HtmlSafe for Address {}

impl Address {
    pub fn new(text: Text) -> Self {
        let web = web_address(&text.0).map(str::to_owned);
        Self {
            is_web: web.is_some(),
            text: web.map_or(text, Text),
        }
    }
}

/// A name that leads to its row in the page, where it has one.
#[derive(Debug, Clone, Template)]
#[template(
    ext = "html",
    source = r##"{% if let Some(anchor) = anchor %}<a href="#{{ anchor }}">{{ text }}</a>{% else %}{{ text }}{% endif %}"##
)]
pub struct Link {
    pub anchor: Option<Anchor>,
    pub text: Text,
}

impl HtmlSafe for Link {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_safe_and_as_different_as_the_identifiers() {
        let anchors: Vec<String> = ["a", "A", "a b", "a_20_b", "§ 1", "\"><x", "最高", "a-1"]
            .into_iter()
            .map(|id| Anchor::new("event", &Id::new(id).unwrap()).to_string())
            .collect();
        for (index, anchor) in anchors.iter().enumerate() {
            let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            assert!(anchor.chars().all(safe), "{anchor}");
            assert!(!anchors[..index].contains(anchor), "{anchor}");
        }
        assert_eq!(anchors[2], "event-a_20_b");
    }

    #[test]
    fn text_in_the_style_sheet_is_nothing_but_numbers() {
        let text = StyleText::new(&Text::ours("</style>\"}*é")).to_string();
        assert!(
            text.chars()
                .all(|c| c.is_ascii_hexdigit() || matches!(c, '\\' | ' '))
        );
    }

    #[test]
    fn an_address_is_a_link_only_when_it_leads_to_the_web() {
        for (address, link) in [
            ("https://a.b/c?d=e&f", true),
            (" http://a.b ", true),
            ("javascript:alert(1)", false),
            ("java\nscript:alert(1)", false),
            ("https://a.b/ c", false),
            ("founding article (supplied text)", false),
            ("", false),
        ] {
            let shown = Address::new(Text::ours(address)).to_string();
            assert_eq!(shown.contains("href"), link, "{address:?} became {shown}");
        }
    }
}

//! Elements, and text that is safe inside them.

use std::fmt::Write;

/// An element of a drawing. Text and attributes are escaped as they come in.
#[derive(Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: String,
    content: String,
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: String::new(),
            content: String::new(),
        }
    }

    pub fn attribute(mut self, name: &str, value: &str) -> Self {
        self.attributes.push(' ');
        self.attributes.push_str(name);
        self.attributes.push_str("=\"");
        escape(value, &mut self.attributes);
        self.attributes.push('"');
        self
    }

    pub fn number(self, name: &str, value: f64) -> Self {
        let text = number(value);
        self.attribute(name, &text)
    }

    pub fn text(mut self, text: &str) -> Self {
        escape(text, &mut self.content);
        self
    }

    pub fn push(&mut self, child: Self) {
        child.write_into(&mut self.content);
    }

    pub fn with(mut self, child: Self) -> Self {
        self.push(child);
        self
    }

    pub fn write(self) -> String {
        let mut text = String::with_capacity(self.content.len() + 256);
        self.write_into(&mut text);
        text
    }

    fn write_into(self, out: &mut String) {
        let Self {
            name,
            attributes,
            content,
        } = self;
        // Writing to a string cannot fail.
        let _ = if content.is_empty() {
            write!(out, "<{name}{attributes}/>")
        } else {
            write!(out, "<{name}{attributes}>{content}</{name}>")
        };
        out.push('\n');
    }
}

/// Two decimals at most: a hundredth of a pixel is finer than any printer. What is no
/// number is 0.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// Characters that XML 1.0 cannot hold become U+FFFD.
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

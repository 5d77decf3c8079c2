//! Blocks one after the other, each with the marks of the quotations and lists round it.

use super::run::{self, Run};
use super::tags::{self, Element, Look};
use crate::markdown::steers;
use html5ever::LocalName;
use html5ever::tokenizer::Tag;

/// How many quotations and list items may lie in each other, and how many spans; what lies
/// deeper joins the last level.
const MAX_DEPTH: usize = 8;
const MAX_SPANS: usize = 32;

#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    is_marked: bool,
    /// Open from the outside in.
    containers: Vec<Container>,
    /// How many are open beyond [`MAX_DEPTH`].
    deep: usize,
    spans: Vec<Span>,
    deep_spans: usize,
    heading: Option<u8>,
    runs: Vec<Run>,
    /// What stood round the block that was written last.
    last: Vec<u32>,
    made: u32,
}

#[derive(Debug)]
struct Container {
    kind: Kind,
    /// Tells it from all others.
    number: u32,
}

#[derive(Debug)]
enum Kind {
    Quote,
    List {
        /// The number of the next item, of a list that has numbers.
        next: Option<u32>,
    },
    Item {
        marker: String,
        is_begun: bool,
    },
}

#[derive(Debug)]
struct Span {
    name: LocalName,
    look: Look,
    link: Option<String>,
}

impl Writer {
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.blank();
            } else if !steers(c) {
                self.push(c);
            }
        }
    }

    pub fn open(&mut self, element: Element, tag: &Tag) {
        match element {
            Element::Span => self.open_span(tag),
            Element::Block => self.end_block(),
            Element::Heading(level) => {
                self.end_block();
                self.heading = Some(level);
            }
            Element::List { ordered } => {
                let start = tags::attribute(tag, "start").and_then(|text| text.parse().ok());
                let next = ordered.then(|| start.filter(|n| *n < 1_000_000).unwrap_or(1));
                self.enter(Kind::List { next });
            }
            Element::Item => self.item(),
            Element::Quote => self.enter(Kind::Quote),
            Element::Break => self.line_break(),
            Element::Rule => self.end_block(),
            Element::Row if !self.runs.is_empty() => self.line_break(),
            Element::Cell if self.is_in_line() => self.text(" | "),
            Element::Picture => self.text(tags::attribute(tag, "alt").unwrap_or_default()),
            Element::Row | Element::Cell => {}
        }
    }

    pub fn close(&mut self, element: Element, name: &LocalName) {
        match element {
            Element::Span if self.deep_spans > 0 => self.deep_spans -= 1,
            Element::Span => {
                if let Some(place) = self.spans.iter().rposition(|span| span.name == *name) {
                    self.spans.remove(place);
                }
            }
            Element::Block | Element::Heading(_) => self.end_block(),
            Element::List { .. } => self.leave(|kind| matches!(kind, Kind::List { .. })),
            Element::Item => self.leave(|kind| matches!(kind, Kind::Item { .. })),
            Element::Quote => self.leave(|kind| matches!(kind, Kind::Quote)),
            Element::Break | Element::Rule | Element::Row | Element::Cell | Element::Picture => {}
        }
    }

    /// `None` where nothing was marked.
    pub fn finish(mut self) -> Option<String> {
        self.end_block();
        (self.is_marked && !self.out.is_empty()).then_some(self.out)
    }

    fn open_span(&mut self, tag: &Tag) {
        if self.deep_spans > 0 || self.spans.len() >= MAX_SPANS {
            self.deep_spans += 1;
            return;
        }
        let link = match &*tag.name {
            "a" => tags::attribute(tag, "href").and_then(run::address),
            _ => None,
        };
        self.spans.push(Span {
            name: tag.name.clone(),
            look: tags::look_of(tag),
            link,
        });
    }

    fn push(&mut self, c: char) {
        let strong = self.spans.iter().any(|span| span.look.strong);
        let emphasis = self.spans.iter().any(|span| span.look.emphasis);
        let link = self.spans.iter().rev().find_map(|span| span.link.as_ref());
        if let Some(last) = self.runs.last_mut()
            && (last.strong, last.emphasis, last.link.as_ref()) == (strong, emphasis, link)
        {
            last.text.push(c);
            return;
        }
        let link = link.cloned();
        self.runs.push(Run {
            text: c.into(),
            strong,
            emphasis,
            link,
        });
    }

    /// White space of any length is one blank, and none where a line begins.
    fn blank(&mut self) {
        if self.is_in_line() && !self.ends_with(' ') {
            self.push(' ');
        }
    }

    fn line_break(&mut self) {
        if !self.runs.is_empty() {
            self.push('\n');
        }
    }

    fn is_in_line(&self) -> bool {
        !self.runs.is_empty() && !self.ends_with('\n')
    }

    fn ends_with(&self, c: char) -> bool {
        self.runs.last().is_some_and(|run| run.text.ends_with(c))
    }

    fn enter(&mut self, kind: Kind) {
        self.end_block();
        if self.deep > 0 || self.containers.len() >= 2 * MAX_DEPTH {
            self.deep += 1;
            return;
        }
        self.made += 1;
        let number = self.made;
        self.containers.push(Container { kind, number });
    }

    fn item(&mut self) {
        self.end_block();
        if self.deep > 0 {
            self.deep += 1;
            return;
        }
        // The item before it need not have been closed.
        if matches!(
            self.containers.last(),
            Some(Container {
                kind: Kind::Item { .. },
                ..
            })
        ) {
            self.containers.pop();
        }
        let marker = match self.containers.last_mut() {
            Some(Container {
                kind: Kind::List { next: Some(next) },
                ..
            }) => {
                let marker = format!("{next}. ");
                *next += 1;
                marker
            }
            _ => "- ".to_owned(),
        };
        self.enter(Kind::Item {
            marker,
            is_begun: false,
        });
    }

    /// Leaves the innermost of its kind and what was left open in it.
    fn leave(&mut self, is: impl Fn(&Kind) -> bool) {
        self.end_block();
        if self.deep > 0 {
            self.deep -= 1;
        } else if let Some(place) = self.containers.iter().rposition(|one| is(&one.kind)) {
            self.containers.truncate(place);
        }
    }

    /// Writes what was read since the last block.
    fn end_block(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let heading = self.heading.take();
        let (line, is_marked) = run::write(&runs);
        let lines: Vec<&str> = line
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        if lines.is_empty() {
            return;
        }
        self.is_marked |= is_marked || heading.is_some() || !self.containers.is_empty();
        let (first, others) = self.prefixes();
        self.out.push_str(&first);
        if let Some(level) = heading {
            self.out.push_str(&"#".repeat(level.into()));
            self.out.push(' ');
            // A heading is one line, and signs at its end would be taken for its own.
            let line = lines.join(" ");
            match line.strip_suffix('#') {
                Some(start) => self.out.push_str(&format!("{start}\\#")),
                None => self.out.push_str(&line),
            }
            return;
        }
        let lines: Vec<String> = lines.into_iter().map(begun).collect();
        self.out.push_str(&lines.join(&format!("\\\n{others}")));
    }

    /// What stands before the first line of a block, with what parts it from the one
    /// before, and what stands before its other lines.
    fn prefixes(&mut self) -> (String, String) {
        let (mut first, mut others, mut between) = (String::new(), String::new(), String::new());
        let mut begins = None;
        for (place, container) in self.containers.iter_mut().enumerate() {
            let is_shared = self.last.get(place) == Some(&container.number);
            let (before, under) = match &mut container.kind {
                Kind::Quote => ("> ".to_owned(), "> ".to_owned()),
                Kind::List { .. } => Default::default(),
                Kind::Item { marker, is_begun } => {
                    let under = " ".repeat(marker.len());
                    if *is_begun {
                        (under.clone(), under)
                    } else {
                        *is_begun = true;
                        begins.get_or_insert_with(|| marker.clone());
                        (marker.clone(), under)
                    }
                }
            };
            if is_shared {
                between.push_str(&under);
            }
            first.push_str(&before);
            others.push_str(&under);
        }
        let numbers: Vec<u32> = self.containers.iter().map(|one| one.number).collect();
        let goes_on = !numbers.is_empty() && self.last.first() == numbers.first();
        // Only a list that begins with 1 may follow a line of text directly.
        let may_follow = begins.is_some_and(|mark| mark == "- " || mark == "1. ");
        let is_close = goes_on && (may_follow || self.is_next_item(&numbers));
        let parted = match (self.out.is_empty(), is_close) {
            (true, _) => String::new(),
            (false, true) => "\n".to_owned(),
            (false, false) => format!("\n{}\n", between.trim_end()),
        };
        self.last = numbers;
        (parted + &first, others)
    }

    /// Whether the block begins an item of a list in whose item the last block was.
    fn is_next_item(&self, numbers: &[u32]) -> bool {
        let shared = numbers
            .iter()
            .zip(&self.last)
            .take_while(|(a, b)| a == b)
            .count();
        shared > 0
            && shared < numbers.len()
            && shared < self.last.len()
            && matches!(
                self.containers.get(shared - 1),
                Some(Container {
                    kind: Kind::List { .. },
                    ..
                })
            )
    }
}

/// A line that does not begin a heading, a list, a quotation or a rule by chance.
fn begun(line: &str) -> String {
    let is_blank = |c: Option<char>| c.is_none_or(|c| c == ' ');
    let mut rest = line.chars();
    let is_mark = match rest.next() {
        Some('#') => is_blank(line.trim_start_matches('#').chars().next()),
        Some('>' | '~' | '=') => true,
        Some('+') => is_blank(rest.next()),
        Some('-') => is_blank(rest.next()) || line.chars().all(|c| matches!(c, '-' | ' ')),
        _ => false,
    };
    if is_mark {
        return format!("\\{line}");
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let (number, after) = line.split_at(digits);
    let mut after_number = after.chars();
    let is_number = (1..=9).contains(&digits)
        && matches!(after_number.next(), Some('.' | ')'))
        && is_blank(after_number.next());
    if is_number {
        return format!("{number}\\{after}");
    }
    line.to_owned()
}

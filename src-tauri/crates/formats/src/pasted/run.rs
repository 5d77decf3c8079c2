//! A stretch of text that looks the same throughout, and how a line of them is written.

use crate::markdown::{mailbox, web_address};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// A line break is the only white space besides single blanks.
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub link: Option<String>,
}

/// The address of a link that a reader may open: the rule of every Markdown that is shown.
pub(super) fn address(href: &str) -> Option<String> {
    web_address(href)
        .map(str::to_owned)
        .or_else(|| mailbox(href))
}

/// A line of runs as Markdown, and whether anything in it is marked.
pub(super) fn write(runs: &[Run]) -> (String, bool) {
    let mut out = String::new();
    let mut is_marked = false;
    let mut rest = runs;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|run| run.link == first.link).count();
        let (linked, after) = rest.split_at(length);
        rest = after;
        let follows = after.first().and_then(|run| match run.link {
            Some(_) => Some('['),
            None => run.text.chars().next(),
        });
        match &first.link {
            None => is_marked |= write_looks(&mut out, linked, follows),
            Some(href) => {
                let mut label = String::new();
                write_looks(&mut label, linked, Some(']'));
                let trimmed = label.trim();
                if trimmed.is_empty() {
                    out.push_str(&label);
                    continue;
                }
                let blank = |is: bool| if is { " " } else { "" };
                out.push_str(blank(label.starts_with(' ')));
                out.push_str(&format!("[{trimmed}]({})", destination(href)));
                out.push_str(blank(label.ends_with(' ')));
                is_marked = true;
            }
        }
    }
    (out, is_marked)
}

/// Runs with their emphasis. What Markdown could not read as emphasis is left without.
fn write_looks(out: &mut String, runs: &[Run], follows: Option<char>) -> bool {
    let mut is_marked = false;
    for (place, run) in runs.iter().enumerate() {
        let next = runs
            .get(place + 1)
            .map_or(follows, |run| run.text.chars().next());
        let mark = match (run.strong, run.emphasis) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let core = run.text.trim_matches([' ', '\n']);
        let starts = run.text.len() - run.text.trim_start_matches([' ', '\n']).len();
        let (before, behind) = (&run.text[..starts], &run.text[starts + core.len()..]);
        let previous = out.chars().next_back();
        let opens = before.is_empty().then_some(previous).flatten();
        let closes = behind.chars().next().or(next);
        let is_readable = !mark.is_empty()
            && !core.is_empty()
            && !core.contains('\n')
            && may_stand(core.chars().next(), opens)
            && may_stand(core.chars().next_back(), closes);
        let escaped = |text: &str| escape(text, next, run.link.is_some());
        if is_readable {
            out.push_str(&format!("{before}{mark}{}{mark}{behind}", escaped(core)));
            is_marked = true;
        } else {
            out.push_str(&escaped(&run.text));
        }
    }
    is_marked
}

/// Whether a mark between these two opens or closes (CommonMark, 6.2): beside a sign inside,
/// there has to be no letter outside, and no other mark.
fn may_stand(inside: Option<char>, outside: Option<char>) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    match outside {
        None => true,
        Some('*') => false,
        Some(outside) => inside.is_some_and(is_word) || !is_word(outside),
    }
}

/// Text that is nothing but text when it is read as Markdown, before what `follows`.
fn escape(text: &str, follows: Option<char>, is_label: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let next = after.chars().next().or(follows);
        let is_mark = match c {
            '\\' | '`' | '*' => true,
            // A name such as `snake_case` needs none.
            '_' => {
                let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !(is_word(before) && is_word(next))
            }
            '[' => is_label || next == Some('^'),
            ']' => is_label || matches!(next, Some('(' | '[' | ':')),
            '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            // A link behind it would become a picture.
            '!' => next == Some('['),
            '&' => is_entity(after),
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Whether this, behind an ampersand, stands for another character.
fn is_entity(after: &str) -> bool {
    let name = after.split(';').next().unwrap_or_default();
    name.len() < after.len()
        && name.len() <= 32
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

/// An address where Markdown has it, between round brackets.
fn destination(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    for (place, c) in href.char_indices() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '(' | ')' => out.extend(['\\', c]),
            '&' if is_entity(&href[place + 1..]) => out.push_str("\\&"),
            c => out.push(c),
        }
    }
    out
}

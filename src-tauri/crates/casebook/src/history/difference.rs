//! Two texts, word by word: what both have, what was taken out, what was put in.

use crate::view::{Difference, DifferencePart};

/// Beyond so many pairs of words the parts that differ are shown as a whole.
const MOST_PAIRS: usize = 1 << 20;

/// `None` is a text that is not there.
pub(super) fn difference(from: Option<&str>, to: Option<&str>) -> Vec<DifferencePart> {
    let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
    let (old, new) = (words(from), words(to));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[start..], &new[start..]);
    let ends = old.iter().rev().zip(new.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let (old, tail) = old.split_at(old.len() - end);
    let new = &new[..new.len() - end];

    let mut parts = Parts::default();
    let head = from.len() - length(old) - length(tail);
    parts.push(Difference::Same, &from[..head]);
    for (kind, word) in steps(old, new) {
        parts.push(kind, word);
    }
    parts.push(Difference::Same, &tail.concat());
    parts.readable()
}

/// Words, the white space between them, and every other sign by itself.
fn words(text: &str) -> Vec<&str> {
    let kind = |c: char| {
        if c.is_alphanumeric() {
            1
        } else {
            u8::from(!c.is_whitespace()) * 2
        }
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let now = kind(c);
        if at > 0 && (before != Some(now) || now == 2) {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(now);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

fn length(words: &[&str]) -> usize {
    words.iter().map(|word| word.len()).sum()
}

/// The shortest way from the one to the other that keeps the most words.
fn steps<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Difference, &'t str)> {
    let removed = |word: &&'t str| (Difference::Removed, *word);
    let added = |word: &&'t str| (Difference::Added, *word);
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return old
            .iter()
            .map(removed)
            .chain(new.iter().map(added))
            .collect();
    }
    // kept[i][j]: how many words the rests from i and from j have in common.
    let width = new.len() + 1;
    let mut kept = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            kept[i * width + j] = if old[i] == new[j] {
                kept[(i + 1) * width + j + 1] + 1
            } else {
                kept[(i + 1) * width + j].max(kept[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::with_capacity(old.len() + new.len());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            steps.push((Difference::Same, old[i]));
            (i, j) = (i + 1, j + 1);
        } else if kept[(i + 1) * width + j] >= kept[i * width + j + 1] {
            steps.push(removed(&old[i]));
            i += 1;
        } else {
            steps.push(added(&new[j]));
            j += 1;
        }
    }
    steps.extend(old[i..].iter().map(removed));
    steps.extend(new[j..].iter().map(added));
    steps
}

#[derive(Default)]
struct Parts {
    done: Vec<DifferencePart>,
    removed: String,
    added: String,
}

impl Parts {
    fn push(&mut self, kind: Difference, text: &str) {
        match kind {
            Difference::Removed => self.removed.push_str(text),
            Difference::Added => self.added.push_str(text),
            Difference::Same if text.is_empty() => {}
            Difference::Same => {
                // A blank between two changed words is no common ground.
                let is_between = !self.removed.is_empty() && !self.added.is_empty();
                if is_between && text.trim().is_empty() {
                    self.removed.push_str(text);
                    self.added.push_str(text);
                    return;
                }
                self.change();
                match self.done.last_mut() {
                    Some(last) if last.kind == Difference::Same => last.text.push_str(text),
                    _ => self.done.push(part(Difference::Same, text)),
                }
            }
        }
    }

    fn change(&mut self) {
        for (kind, text) in [
            (Difference::Removed, &mut self.removed),
            (Difference::Added, &mut self.added),
        ] {
            if !text.is_empty() {
                self.done.push(part(kind, text));
                text.clear();
            }
        }
    }

    /// Two texts that have next to nothing in common are read better one after the other.
    fn readable(mut self) -> Vec<DifferencePart> {
        self.change();
        let letters = |kind| -> usize {
            let of = self.done.iter().filter(|part| part.kind == kind);
            of.map(|part| part.text.trim().chars().count()).sum()
        };
        let same = letters(Difference::Same);
        let changed = letters(Difference::Removed).min(letters(Difference::Added));
        if same * 3 >= changed {
            return self.done;
        }
        let whole = |but: Difference| -> String {
            let of = self.done.iter().filter(|part| part.kind != but);
            of.map(|part| part.text.as_str()).collect()
        };
        vec![
            part(Difference::Removed, &whole(Difference::Added)),
            part(Difference::Added, &whole(Difference::Removed)),
        ]
    }
}

fn part(kind: Difference, text: &str) -> DifferencePart {
    DifferencePart {
        kind,
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// "[-out-]" and "{+in+}".
    fn drawn(from: &str, to: &str) -> String {
        difference(Some(from), Some(to))
            .iter()
            .map(|DifferencePart { kind, text }| match kind {
                Difference::Same => text.clone(),
                Difference::Removed => format!("[-{text}-]"),
                Difference::Added => format!("{{+{text}+}}"),
            })
            .collect()
    }

    #[test]
    fn words_that_differ_are_marked_and_the_others_are_not() {
        for (from, to, expect) in [
            ("", "", ""),
            ("same", "same", "same"),
            ("", "new", "{+new+}"),
            ("old", "", "[-old-]"),
            (
                "held in contempt by order",
                "held in civil contempt by order",
                "held in {+civil +}contempt by order",
            ),
            (
                "an agreed order, made in May",
                "an agreed ruling, made in June",
                "an agreed [-order-]{+ruling+}, made in [-May-]{+June+}",
            ),
            // Changed words with a blank between them are one change.
            (
                "the old words stay here",
                "the new text stay here",
                "the [-old words-]{+new text+} stay here",
            ),
            ("2014-07-31", "2014-07-14", "2014-07-[-31-]{+14+}"),
            // Nothing in common but a sign.
            (
                "alpha, beta",
                "quite, different",
                "[-alpha, beta-]{+quite, different+}",
            ),
            ("Élan vital", "Élan fatal", "Élan [-vital-]{+fatal+}"),
        ] {
            assert_eq!(drawn(from, to), expect, "{from} to {to}");
        }
    }

    #[test]
    fn very_long_texts_that_differ_everywhere_are_shown_as_a_whole() {
        let from = "a b ".repeat(3_000);
        let to = "c d ".repeat(3_000);
        assert_eq!(difference(Some(&from), Some(&to)).len(), 2);
    }

    proptest! {
        #[test]
        fn leaving_out_one_kind_gives_the_other_text(
            from in "([ab]{1,2}|[ ,“é]){0,12}",
            to in "([ab]{1,2}|[ ,“é]){0,12}",
        ) {
            let parts = difference(Some(&from), Some(&to));
            let without = |kind| -> String {
                let kept = parts.iter().filter(|part| part.kind != kind);
                kept.map(|part| part.text.as_str()).collect()
            };
            prop_assert_eq!(without(Difference::Added), from);
            prop_assert_eq!(without(Difference::Removed), to);
        }
    }
}

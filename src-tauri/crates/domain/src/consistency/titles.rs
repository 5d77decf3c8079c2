//! Whether two titles say the same.

use super::word_lists::WordLists;

/// The titles of a casebook as their words: lower-case, each once, without small words.
/// A title goes by its place.
#[derive(Debug)]
pub(super) struct Titles(WordLists);

/// Words that carry no difference.
const SMALL: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "re", "s",
    "the", "to", "v", "vs", "with",
];

/// Words that tell two records apart when only one of them has it.
const DISTINGUISHING: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "amended",
    "supplemental",
    "corrected",
    "renewed",
    "cross",
    "not",
    "no",
    "part",
    "motion",
    "order",
    "brief",
    "reply",
    "response",
    "opposition",
    "objections",
    "argument",
    "hearing",
    "petition",
    "notice",
    "appeal",
    "letter",
    "memorandum",
    "opinion",
    "ruling",
    "denied",
    "denies",
    "granted",
    "grants",
];

/// Words of one title that may be spelled otherwise in the other.
const MOST_SLIPS: usize = 2;

impl Titles {
    pub fn of<'a>(titles: impl Iterator<Item = &'a str>) -> Self {
        Self(WordLists::of(titles.map(significant)))
    }

    pub fn words(&self) -> &WordLists {
        &self.0
    }

    /// How many words may be absent from the other title of two alike, for one of `len`.
    pub fn spare(len: usize) -> usize {
        len / 3
    }

    /// The same words, in any order.
    pub fn are_equal(&self, a: usize, b: usize) -> bool {
        self.0.list(a) == self.0.list(b)
    }

    /// The same words but for endings and typing slips, where one of the two may have up
    /// to a third more, none of which counts or distinguishes.
    pub fn say_the_same(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.0.list(a), self.0.list(b));
        let longer = a.len().max(b.len());
        let shorter = a.len().min(b.len());
        if shorter == 0 || longer - shorter > Self::spare(longer) {
            return false;
        }
        let (left, right) = self.unmatched(a, b);
        let one_sided = left.is_empty() || right.is_empty();
        let mut spare = left.iter().chain(&right);
        one_sided && !spare.any(|word| distinguishes(word))
    }

    /// At least half the words of the shorter title are in the other too.
    pub fn share_half(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.0.list(a), self.0.list(b));
        let (left, _) = self.unmatched(a, b);
        let matched = a.len() - left.len();
        matched > 0 && matched * 2 >= a.len().min(b.len())
    }

    /// The words of each that have no partner in the other.
    fn unmatched(&self, a: &[u32], b: &[u32]) -> (Vec<&str>, Vec<&str>) {
        let only = |from: &[u32], of: &[u32]| -> Vec<&str> {
            let absent = |word: &&u32| of.binary_search(word).is_err();
            let words = from.iter().filter(absent);
            words.map(|word| self.0.word(*word)).collect()
        };
        let (mut left, mut right) = (only(a, b), only(b, a));
        // Looking for slips is slow, and of titles with more they are not the difference.
        if left.len().min(right.len()) <= MOST_SLIPS {
            left.retain(|word| {
                let partner = right.iter().position(|other| is_slip(word, other));
                partner.map(|at| right.swap_remove(at)).is_none()
            });
        }
        (left, right)
    }
}

fn significant(title: &str) -> Vec<String> {
    let words = title.replace(['’', '\''], "");
    let words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    let (small, significant): (Vec<String>, Vec<String>) =
        words.partition(|word| SMALL.contains(&word.as_str()));
    // A title of small words alone still is one.
    if significant.is_empty() {
        small
    } else {
        significant
    }
}

fn distinguishes(word: &str) -> bool {
    DISTINGUISHING.contains(&word)
        || word.chars().any(|c| c.is_ascii_digit())
        || word.chars().count() == 1
}

/// One word typed or inflected in two ways: "reverses" and "reversed". Short words and
/// numbers are what they are.
fn is_slip(a: &str, b: &str) -> bool {
    let fits = |word: &str| word.chars().count() >= 5 && !word.chars().any(|c| c.is_ascii_digit());
    fits(a) && fits(b) && a.chars().next() == b.chars().next() && distance_up_to_two(a, b)
}

/// Whether at most two letters were added, left out, changed or swapped with the next.
fn distance_up_to_two(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()] <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_the_same_but_for_small_words_endings_and_slips() {
        for (a, b, expect) in [
            (
                "Second Circuit reverses",
                "The Second Circuit reversed",
                true,
            ),
            ("Second Circuit reverses", "Second Circuit revreses", true),
            (
                "Judge Preska lifts the stay",
                "The stay lifted by Judge Preska",
                true,
            ),
            (
                "District Court grants the unopposed stay",
                "District Court grants unopposed stay",
                true,
            ),
            (
                "Order on motion to dismiss",
                "Order on motion to dismiss counterclaim",
                true,
            ),
            ("CLOUD Act signed", "CLOUD Act signed into law", true),
            ("Order", "Order", true),
            ("Order granting motion", "Order denying motion", false),
            ("Brief of amicus Verizon", "Brief of amicus Apple", false),
            ("First amended complaint", "Second amended complaint", false),
            (
                "Motion for extension of time",
                "Second motion for extension of time",
                false,
            ),
            ("Order no. 12", "Order no. 13", false),
            ("Motion of A to dismiss", "Motion of B to dismiss", false),
            ("Motion to dismiss", "Reply on motion to dismiss", false),
            ("Motion to dismiss", "Order on motion to dismiss", false),
            (
                "CLOUD Act introduced in both houses",
                "USA FREEDOM Act introduced in both chambers",
                false,
            ),
            ("Judge rules on Monday", "Judge rules on Tuesday", false),
            ("最高裁判所 判決", "最高裁判所 判決", true),
            ("", "", false),
        ] {
            let titles = Titles::of([a, b].into_iter());
            assert_eq!(titles.say_the_same(0, 1), expect, "{a} / {b}");
            assert_eq!(titles.say_the_same(1, 0), expect, "{b} / {a}");
        }
    }
}

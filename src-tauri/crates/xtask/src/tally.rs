//! How many tests passed and failed, read from what the test runners print.

use std::ops::AddAssign;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// What a line adds: nothing, unless it is the closing line of a test runner that
    /// we use.
    pub fn of_line(line: &str) -> Self {
        let whole = without_colour(line);
        let plain = whole.trim();
        // Indented, it is what a failed test printed, which nextest shows and counts itself.
        let closing = whole.starts_with("test result:")
            || plain.starts_with("Summary [")
            || plain.starts_with("Tests ")
            || (plain.contains(" passed") && plain.starts_with(|c: char| c.is_ascii_digit()));
        if !closing {
            return Self::of_node(plain);
        }
        Self {
            passed: number_before(plain, "passed"),
            failed: number_before(plain, "failed"),
        }
    }

    /// Node's own runner ends with a line for each number: "# pass 73".
    fn of_node(plain: &str) -> Self {
        let mut words = plain.split_whitespace();
        let number = match (words.next(), words.next(), words.next(), words.next()) {
            (Some("#" | "ℹ"), Some(word), Some(number), None) => {
                number.parse().ok().zip(Some(word))
            }
            _ => None,
        };
        match number {
            Some((passed, "pass")) => Self { passed, failed: 0 },
            Some((failed, "fail")) => Self { passed: 0, failed },
            _ => Self::default(),
        }
    }
}

/// The number in front of a word, or 0.
fn number_before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || ",;|()".contains(c))
        .filter(|piece| !piece.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

/// Drops terminal escapes of the form `ESC [ … letter`.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().skip(1).find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_each_runner_are_counted_and_other_lines_are_not() {
        for (line, passed, failed) in [
            (
                "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured",
                12,
                0,
            ),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2),
            (
                "    test result: FAILED. 0 passed; 1 failed; 0 ignored",
                0,
                0,
            ),
            (
                "     Summary [   4.1s] 90 tests run: 90 passed, 0 skipped",
                90,
                0,
            ),
            (
                "     Summary [   4.1s] 9 tests run: 7 passed (1 slow), 2 failed, 0 skipped",
                7,
                2,
            ),
            ("      Tests  41 passed (41)", 41, 0),
            ("      Tests  1 failed | 40 passed (41)", 40, 1),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m41 passed\u{1b}[39m\u{1b}[22m (41)",
                41,
                0,
            ),
            ("7 passed, 1 failed", 7, 1),
            ("# pass 73", 73, 0),
            ("ℹ fail 2", 0, 2),
            ("# tests 75", 0, 0),
            ("# Subtest: pass 3 times", 0, 0),
            (" Test Files  4 passed (4)", 0, 0),
            ("test a_thing_that_passed ... ok", 0, 0),
            ("the 3 passed through", 0, 0),
        ] {
            assert_eq!(Tally::of_line(line), Tally { passed, failed }, "{line}");
        }
    }
}

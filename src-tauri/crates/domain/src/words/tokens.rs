//! Words, numbers and signs of a date as people write it.

/// A text of more parts than this is no date.
const MOST: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its first character, counted from 0.
    pub at: usize,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// In lower case, without the dot of an abbreviation.
    Word(String),
    Number(Number),
    /// Any other character but a space; every dash but the hyphen is `–`.
    Sign(char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// At most `i64::MAX`.
    pub value: i64,
    pub digits: usize,
    pub ending: Ending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    None,
    /// "1st", "2nd", "14th".
    Ordinal,
    /// "1990s", "1990's".
    Plural,
}

/// The parts of a text, or where it goes beyond what a date can have.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, usize> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        if tokens.len() == MOST {
            return Err(at);
        }
        let start = at;
        let kind = if c.is_ascii_digit() {
            let (number, next) = number(&chars, at);
            at = next;
            Kind::Number(number)
        } else if c.is_alphabetic() {
            at = run(&chars, at, |c| c.is_alphabetic());
            let word = chars[start..at].iter().collect::<String>().to_lowercase();
            if chars.get(at) == Some(&'.') {
                at += 1;
            }
            Kind::Word(word)
        } else {
            at += 1;
            Kind::Sign(match c {
                '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
                '\u{2012}'..='\u{2015}' => '–',
                _ => c,
            })
        };
        tokens.push(Token { at: start, kind });
    }
    Ok(tokens)
}

fn run(chars: &[char], from: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = &chars[from..];
    from + rest.iter().position(|&c| !belongs(c)).unwrap_or(rest.len())
}

/// A number that may be grouped in thousands by commas, with its ending.
fn number(chars: &[char], from: usize) -> (Number, usize) {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut at = run(chars, from, is_digit);
    if at - from <= 3 {
        while chars.get(at) == Some(&',') && run(chars, at + 1, is_digit) == at + 4 {
            at += 4;
        }
    }
    let mut value = 0_i64;
    let mut digits = 0;
    for digit in chars[from..at].iter().filter_map(|c| c.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(i64::from(digit));
        digits += 1;
    }
    let letters = run(chars, at, char::is_alphabetic);
    let ending: String = chars[at..letters.min(at + 3)].iter().collect();
    let (ending, at) = match ending.to_lowercase().as_str() {
        "st" | "nd" | "rd" | "th" => (Ending::Ordinal, letters),
        "s" => (Ending::Plural, letters),
        "" if matches!(chars.get(at), Some('\'' | '’'))
            && chars
                .get(at + 1)
                .is_some_and(|c| c.eq_ignore_ascii_case(&'s'))
            && run(chars, at + 1, char::is_alphabetic) == at + 2 =>
        {
            (Ending::Plural, at + 2)
        }
        _ => (Ending::None, at),
    };
    (
        Number {
            value,
            digits,
            ending,
        },
        at,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_signs_come_apart_at_their_places() {
        let number = |value, digits, ending| {
            Kind::Number(Number {
                value,
                digits,
                ending,
            })
        };
        let word = |word: &str| Kind::Word(word.to_owned());
        for (text, expected) in [
            ("", vec![]),
            (
                "14th Sept. 2016",
                vec![
                    (0, number(14, 2, Ending::Ordinal)),
                    (5, word("sept")),
                    (11, number(2016, 4, Ending::None)),
                ],
            ),
            ("1990’s", vec![(0, number(1990, 4, Ending::Plural))]),
            (
                "Q3—é",
                vec![
                    (0, word("q")),
                    (1, number(3, 1, Ending::None)),
                    (2, Kind::Sign('–')),
                    (3, word("é")),
                ],
            ),
            (
                "170,000,002",
                vec![(0, number(170_000_002, 9, Ending::None))],
            ),
            (
                "14,2016",
                vec![
                    (0, number(14, 2, Ending::None)),
                    (2, Kind::Sign(',')),
                    (3, number(2016, 4, Ending::None)),
                ],
            ),
        ] {
            let found: Vec<(usize, Kind)> = tokens(text)
                .unwrap()
                .into_iter()
                .map(|token| (token.at, token.kind))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(tokens(&"?".repeat(100)), Err(64));
    }
}

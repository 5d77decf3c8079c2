//! Identifiers that people choose and files carry.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The name by which a row is referred to, in exports and on the command line.
///
/// Not empty, at most 200 characters, no white space at its ends and no control
/// characters: it stands in file formats, addresses and log lines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    #[error("an identifier cannot be empty")]
    Empty,
    #[error("an identifier has at most 200 characters")]
    TooLong,
    #[error("an identifier has no control characters and no space at its ends")]
    Characters,
}

impl Id {
    pub const MAX_CHARS: usize = 200;

    pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
        let text = text.into();
        if text.is_empty() {
            Err(IdError::Empty)
        } else if text.chars().count() > Self::MAX_CHARS {
            Err(IdError::TooLong)
        } else if text.trim() != text || text.chars().any(char::is_control) {
            Err(IdError::Characters)
        } else {
            Ok(Self(text))
        }
    }

    /// An identifier made from a name: lower case, words joined with hyphens.
    /// `fallback` serves when nothing of the name is left.
    pub fn slug(name: &str, fallback: &str) -> Self {
        let mut slug = String::new();
        for c in name.chars().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            if slug.chars().count() >= 60 {
                break;
            }
        }
        let slug = slug.trim_matches('-');
        Self(if slug.is_empty() { fallback } else { slug }.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_stand_in_a_file_is_no_identifier() {
        for (text, expect) in [
            ("contempt-order", Ok(())),
            ("§ 2703", Ok(())),
            ("", Err(IdError::Empty)),
            (" a", Err(IdError::Characters)),
            ("a\nb", Err(IdError::Characters)),
            (&"x".repeat(201), Err(IdError::TooLong)),
        ] {
            assert_eq!(Id::new(text).map(|_| ()), expect, "{text:?}");
        }
    }

    #[test]
    fn a_slug_keeps_letters_of_any_script() {
        for (name, slug) in [
            (
                "U.S. District Court, S.D.N.Y.",
                "u-s-district-court-s-d-n-y",
            ),
            ("Cour d’appel — Paris", "cour-d-appel-paris"),
            ("最高裁判所", "最高裁判所"),
            ("***", "court"),
        ] {
            assert_eq!(Id::slug(name, "court").as_str(), slug);
        }
    }
}

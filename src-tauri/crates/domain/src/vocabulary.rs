//! The closed lists: what an event is, how one acts on another, how far to trust it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A word that is not on its list; carries the word and the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{word}” is not one of: {allowed}")]
pub struct UnknownWord {
    pub word: String,
    pub allowed: String,
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownWord {
                        word: word.to_owned(),
                        allowed: Self::ALL.iter().map(|v| v.as_str()).collect::<Vec<_>>().join(", "),
                    }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// What an event is.
    EventKind {
        Warrant = "warrant",
        Order = "order",
        Ruling = "ruling",
        Contempt = "contempt",
        Opinion = "opinion",
        Statute = "statute",
        Regulation = "regulation",
        Agreement = "agreement",
        Bill = "bill",
        Petition = "petition",
        Appeal = "appeal",
        Motion = "motion",
        Filing = "filing",
        Argument = "argument",
        Letter = "letter",
        Statement = "statement",
        Disclosure = "disclosure",
        Other = "other",
    }
}

/// The mark of an event on a timeline: shape carries the kind, so that colour need not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A ruling or order.
    Diamond,
    /// An instrument such as a warrant or statute.
    Square,
    /// A bill: an instrument that is not one yet.
    HollowSquare,
    /// A petition or appeal.
    Triangle,
    Circle,
}

impl EventKind {
    pub const fn shape(self) -> Shape {
        match self {
            Self::Ruling | Self::Order | Self::Opinion | Self::Contempt => Shape::Diamond,
            Self::Warrant | Self::Statute | Self::Regulation | Self::Agreement => Shape::Square,
            Self::Bill => Shape::HollowSquare,
            Self::Petition | Self::Appeal => Shape::Triangle,
            Self::Motion
            | Self::Filing
            | Self::Argument
            | Self::Letter
            | Self::Statement
            | Self::Disclosure
            | Self::Other => Shape::Circle,
        }
    }

    /// Whether an event of this kind can have legal force.
    pub const fn is_instrument(self) -> bool {
        matches!(
            self,
            Self::Warrant
                | Self::Order
                | Self::Ruling
                | Self::Contempt
                | Self::Opinion
                | Self::Statute
                | Self::Regulation
                | Self::Agreement
        )
    }

    /// How much an event matters when not all can be labelled; more is more.
    pub const fn significance(self) -> u8 {
        match self {
            Self::Opinion | Self::Contempt => 9,
            Self::Ruling | Self::Statute => 8,
            Self::Warrant | Self::Order => 7,
            Self::Agreement | Self::Regulation | Self::Disclosure => 6,
            Self::Petition | Self::Appeal | Self::Bill => 5,
            Self::Argument | Self::Letter => 4,
            Self::Motion | Self::Statement => 3,
            Self::Filing | Self::Other => 2,
        }
    }
}

vocabulary! {
    /// How one event bears on another. The first twelve change standing, the next
    /// four open or close review, the rest never touch standing.
    RelationType {
        Affirms = "affirms",
        Reverses = "reverses",
        Vacates = "vacates",
        Quashes = "quashes",
        Stays = "stays",
        LiftsStay = "lifts-stay",
        Moots = "moots",
        Supersedes = "supersedes",
        Withdraws = "withdraws",
        Invalidates = "invalidates",
        Repeals = "repeals",
        Reinstates = "reinstates",
        AppealsFrom = "appeals-from",
        DeniesReview = "denies-review",
        DismissesAppeal = "dismisses-appeal",
        RespondsTo = "responds-to",
        Follows = "follows",
        Cites = "cites",
        Enacts = "enacts",
        Amends = "amends",
    }
}

impl RelationType {
    /// Whether this act can change what stands, or whether it is under review.
    pub const fn acts_on_standing(self) -> bool {
        !matches!(
            self,
            Self::RespondsTo | Self::Follows | Self::Cites | Self::Enacts | Self::Amends
        )
    }
}

vocabulary! {
    /// How far a statement can be trusted.
    Confidence {
        /// Read in a source that is listed.
        Confirmed = "confirmed",
        /// Known to the author, not read in a listed source.
        Known = "known",
    }
}

vocabulary! {
    /// What a relation rests on.
    Basis {
        Read = "read",
        /// Drawn by the editor of the casebook.
        Editorial = "editorial",
        Known = "known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_as_itself() {
        for kind in EventKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
        for relation in RelationType::ALL {
            assert_eq!(relation.as_str().parse(), Ok(*relation));
        }
        assert!(
            "verdict"
                .parse::<EventKind>()
                .unwrap_err()
                .to_string()
                .contains("ruling")
        );
    }
}

//! Qualification: what the writer says about their own trust in a date.

use std::ops::BitOr;

/// `?` uncertain, `~` approximate, `%` both. The default is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Qualifier {
    pub uncertain: bool,
    pub approximate: bool,
}

impl Qualifier {
    pub const NONE: Self = Self {
        uncertain: false,
        approximate: false,
    };

    pub(super) fn from_byte(byte: u8) -> Option<Self> {
        Some(Self {
            uncertain: matches!(byte, b'?' | b'%'),
            approximate: matches!(byte, b'~' | b'%'),
        })
        .filter(|qualifier| !qualifier.is_none())
    }

    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// What either of the two says.
impl BitOr for Qualifier {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }
}

/// How far a date is to be trusted, in the words that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    Certain,
    Uncertain,
    Approximate,
    UncertainAndApproximate,
}

impl Certainty {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Uncertain => "uncertain",
            Self::Approximate => "approximate",
            Self::UncertainAndApproximate => "uncertain and approximate",
        }
    }
}

impl From<Qualifier> for Certainty {
    fn from(qualifier: Qualifier) -> Self {
        match (qualifier.uncertain, qualifier.approximate) {
            (false, false) => Self::Certain,
            (true, false) => Self::Uncertain,
            (false, true) => Self::Approximate,
            (true, true) => Self::UncertainAndApproximate,
        }
    }
}

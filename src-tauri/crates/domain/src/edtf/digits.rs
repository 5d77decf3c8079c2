//! Numbers of which some digits may be unspecified.

/// `N` digits, of which some may be `X`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Digits<const N: usize> {
    /// All are written. Negative only for years.
    Known(i64),
    /// At least one is unspecified (`None`); never negative.
    Masked([Option<u8>; N]),
}

impl<const N: usize> Digits<N> {
    /// The number, when every digit is written.
    pub fn known(self) -> Option<i64> {
        match self {
            Self::Known(value) => Some(value),
            Self::Masked(_) => None,
        }
    }

    pub fn is_masked(self) -> bool {
        matches!(self, Self::Masked(_))
    }

    /// Not one digit is written.
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Masked(digits) if digits.iter().all(Option::is_none))
    }

    /// Every number that the written digits allow, in ascending order. Finding the
    /// first or the last costs as much as one step.
    pub fn readings(self) -> impl DoubleEndedIterator<Item = i64> {
        let blanks = match self {
            Self::Known(_) => 0,
            Self::Masked(digits) => digits.iter().filter(|digit| digit.is_none()).count(),
        };
        let count = 10_u32.pow(blanks as u32);
        (0..count).map(move |filling| self.filled(filling))
    }

    /// The number with the digits of `filling` in the blanks, from the right.
    fn filled(self, mut filling: u32) -> i64 {
        let digits = match self {
            Self::Known(value) => return value,
            Self::Masked(digits) => digits,
        };
        let mut value = 0;
        let mut place = 1;
        for digit in digits.iter().rev() {
            let digit = digit.map_or_else(
                || {
                    let next = filling % 10;
                    filling /= 10;
                    i64::from(next)
                },
                i64::from,
            );
            value += digit * place;
            place *= 10;
        }
        value
    }

    /// Whether the written digits allow this number.
    pub fn allows(self, value: i64) -> bool {
        match self {
            Self::Known(known) => known == value,
            Self::Masked(digits) => {
                let mut rest = value;
                let fits = digits.iter().rev().all(|digit| {
                    let last = rest % 10;
                    rest /= 10;
                    digit.is_none_or(|digit| i64::from(digit) == last)
                });
                fits && rest == 0 && value >= 0
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_the_numbers_that_the_mask_allows_in_order() {
        for first in [None, Some(0), Some(1)] {
            for second in [None, Some(0), Some(9)] {
                if first.is_some() && second.is_some() {
                    continue;
                }
                let mask = Digits::<2>::Masked([first, second]);
                let allowed: Vec<i64> = (0..100).filter(|&n| mask.allows(n)).collect();
                assert_eq!(mask.readings().collect::<Vec<_>>(), allowed, "{mask:?}");
            }
        }
        assert_eq!(
            Digits::<4>::Known(-44).readings().collect::<Vec<_>>(),
            [-44]
        );
        assert!(!Digits::<2>::Masked([None, None]).allows(100));
        assert!(!Digits::<2>::Masked([None, None]).allows(-1));
    }
}

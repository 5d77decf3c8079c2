//! Many short lists of words that have most of their words in common.

use std::collections::HashMap;

/// Each word once, and each list as the numbers of its words: a tenth of what the words
/// themselves would take. Lists are sets; they go by their places.
#[derive(Debug)]
pub(super) struct WordLists {
    /// In alphabetical order, so that numbers compare as the words do.
    words: Vec<Box<str>>,
    numbers: Vec<u32>,
    /// Where in `numbers` each list ends and the next one begins.
    ends: Vec<usize>,
}

impl WordLists {
    pub fn of(lists: impl Iterator<Item = Vec<String>>) -> Self {
        let mut found: HashMap<Box<str>, u32> = HashMap::new();
        let (mut numbers, mut ends) = (Vec::new(), Vec::new());
        for list in lists {
            for word in list {
                let next = found.len() as u32;
                numbers.push(*found.entry(word.into_boxed_str()).or_insert(next));
            }
            ends.push(numbers.len());
        }
        let mut words: Vec<(Box<str>, u32)> = found.into_iter().collect();
        words.sort_unstable();
        let mut ranks = vec![0; words.len()];
        for (rank, (_, number)) in words.iter().enumerate() {
            ranks[*number as usize] = rank as u32;
        }
        let (mut kept, mut start) = (0, 0);
        for end in &mut ends {
            let list = &mut numbers[start..*end];
            for number in list.iter_mut() {
                *number = ranks[*number as usize];
            }
            list.sort_unstable();
            let first = kept;
            for at in start..*end {
                if kept == first || numbers[kept - 1] != numbers[at] {
                    numbers[kept] = numbers[at];
                    kept += 1;
                }
            }
            start = std::mem::replace(end, kept);
        }
        numbers.truncate(kept);
        numbers.shrink_to_fit();
        Self {
            words: words.into_iter().map(|(word, _)| word).collect(),
            numbers,
            ends,
        }
    }

    /// The numbers of the words of a list, ascending.
    pub fn list(&self, place: usize) -> &[u32] {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[start..self.ends[place]]
    }

    pub fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }

    /// In how many lists each word is, by its number.
    pub fn frequencies(&self) -> Vec<u32> {
        let mut frequencies = vec![0; self.words.len()];
        for number in &self.numbers {
            frequencies[*number as usize] += 1;
        }
        frequencies
    }

    /// Whether all words of one list are in the other.
    pub fn holds(&self, list: usize, all_of: usize) -> bool {
        let list = self.list(list);
        let mut words = self.list(all_of).iter();
        words.all(|word| list.binary_search(word).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn each_list_has_its_words_once_and_in_alphabetical_order(
            lists in proptest::collection::vec(
                proptest::collection::vec("[abc]{1,2}", 0..6), 0..8)
        ) {
            let told = WordLists::of(lists.iter().cloned());
            let mut frequencies = HashMap::new();
            for (place, list) in lists.iter().enumerate() {
                let expected: BTreeSet<&str> = list.iter().map(String::as_str).collect();
                let words: Vec<&str> =
                    told.list(place).iter().map(|number| told.word(*number)).collect();
                prop_assert_eq!(&words, &expected.iter().copied().collect::<Vec<_>>());
                prop_assert!(told.list(place).is_sorted());
                for word in told.list(place) {
                    *frequencies.entry(*word).or_insert(0) += 1;
                }
                for (other, words) in lists.iter().enumerate() {
                    let all = words.iter().all(|word| expected.contains(word.as_str()));
                    prop_assert_eq!(told.holds(place, other), all);
                }
            }
            for (number, count) in told.frequencies().into_iter().enumerate() {
                prop_assert_eq!(frequencies.get(&(number as u32)), Some(&count));
            }
        }
    }
}

//! A small closed list of words, looked up by hash: reading a name asks dozens of times.

use crate::text::{Token, tokens, word_key};
use std::sync::OnceLock;

/// A list of words, sorted so that people find their way in it.
pub(super) struct WordList {
    words: &'static [&'static str],
    /// The keys of the words, each at or behind the place that its last bits give; 0 where none stands. Words are told
    /// apart by their keys alone, as tokens are.
    keys: OnceLock<Box<[u64]>>,
    /// For each length in bytes (all from 31 on are one) a bit for each first byte, by its last six bits: most words
    /// are not in the list, and most of those differ in this already.
    shapes: [u64; 32],
}

impl WordList {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        let mut shapes = [0; 32];
        let mut at = 0;
        while at < words.len() {
            let (length, bit) = shape(words[at].as_bytes());
            shapes[length] |= bit;
            at += 1;
        }
        Self { words, keys: OnceLock::new(), shapes }
    }

    /// The words, sorted.
    pub(super) fn words(&self) -> &'static [&'static str] {
        self.words
    }

    fn keys(&self) -> &[u64] {
        self.keys.get_or_init(|| {
            let mut keys = vec![0; (self.words.len() * 2 + 1).next_power_of_two()];
            for word in self.words {
                let key = word_key(word);
                let mut at = key as usize % keys.len();
                while keys[at] != 0 {
                    at = (at + 1) % keys.len();
                }
                keys[at] = key;
            }
            keys.into()
        })
    }

    /// True when `word`, in this very case, is in the list.
    pub(super) fn holds(&self, word: impl AsRef<[u8]>) -> bool {
        let word = word.as_ref();
        let (length, bit) = shape(word);
        if self.shapes[length] & bit == 0 {
            return false;
        }
        let (keys, key) = (self.keys(), word_key(word));
        let last = keys.len() - 1;
        let mut at = key as usize & last;
        // At least half of the places are empty.
        while keys[at] != key && keys[at] != 0 {
            at = (at + 1) & last;
        }
        keys[at] == key
    }

    /// True when `word` is in the list as it is or without a plural's "s".
    pub(super) fn holds_one_or_many(&self, word: &[u8]) -> bool {
        let singular = word.strip_suffix(b"s").filter(|one| one.len() > 3);
        self.holds(word) || singular.is_some_and(|one| self.holds(one))
    }

    /// True when `word` is in the list once it is in small letters. For lists of small letters.
    pub(super) fn holds_lowered(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.holds(word.to_lowercase());
        }
        let mut lowered = [0; 31];
        lowered.get_mut(..word.len()).is_some_and(|lowered| {
            lowered.copy_from_slice(word.as_bytes());
            lowered.make_ascii_lowercase();
            self.holds(lowered)
        })
    }

    /// True when a word of the list begins with `letters`.
    pub(super) fn begins(&self, letters: &str) -> bool {
        let at = self.words.partition_point(|word| *word < letters);
        self.words.get(at).is_some_and(|word| word.starts_with(letters))
    }

    /// Fails where the list is not sorted or holds a word twice.
    #[cfg(test)]
    pub(super) fn check(&self) {
        assert!(self.words.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", self.words);
    }
}

/// What `ask` says of `word` with a capital first letter; false for a word that is longer than any in a list.
pub(super) fn with_capital(word: impl AsRef<[u8]>, ask: impl FnOnce(&[u8]) -> bool) -> bool {
    let word = word.as_ref();
    let mut capital = [0; 31];
    let Some(capital) = capital.get_mut(..word.len()).filter(|c| !c.is_empty()) else { return false };
    capital.copy_from_slice(word);
    capital[0].make_ascii_uppercase();
    ask(capital)
}

/// Stands before lists that every word of a text is looked for in: by a word's key it tells of nearly all that no list
/// holds them, in whatever case.
pub(super) struct Sieve {
    bits: [u64; Sieve::WORDS],
}

impl Sieve {
    /// 4,096 bits for some forty words: of a text's other words one in a hundred passes for nothing.
    const WORDS: usize = 64;

    /// A sieve for the words of `lists`.
    pub(super) fn new<'w>(lists: impl IntoIterator<Item = &'w WordList>) -> Self {
        let mut bits = [0; Self::WORDS];
        for word in lists.into_iter().flat_map(|list| list.words).flat_map(|word| tokens(word)) {
            let (at, bit) = Self::place(word.folded);
            bits[at] |= bit;
        }
        Self { bits }
    }

    /// False for what is surely in no list.
    pub(super) fn lets_through(&self, word: &Token) -> bool {
        let (at, bit) = Self::place(word.folded);
        self.bits[at] & bit != 0
    }

    fn place(key: u64) -> (usize, u64) {
        ((key >> 6) as usize % Self::WORDS, 1 << (key & 63))
    }
}

/// A word's place in [`WordList::shapes`]: its length and the bit of its first byte.
const fn shape(word: &[u8]) -> (usize, u64) {
    let length = if word.len() < 32 { word.len() } else { 31 };
    (length, if word.is_empty() { 1 } else { 1 << (word[0] & 63) })
}

//! A small closed list of words, looked up by hash: reading a name asks dozens of times.

use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// A list of words, sorted so that people find their way in it.
pub(super) struct WordList {
    words: &'static [&'static str],
    set: OnceLock<FxHashSet<&'static str>>,
}

impl WordList {
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        Self { words, set: OnceLock::new() }
    }

    /// True when `word`, in this very case, is in the list.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.words.iter().copied().collect()).contains(word)
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

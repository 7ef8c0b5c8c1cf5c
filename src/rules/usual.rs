//! Which of two spellings is the usual one.

use super::rule::Context;
use super::slip::{Slip, differing};
use crate::document::{ChainKey, is_persons_name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::cmp::Reverse;

/// Articles that are counted for one spelling: enough to tell which is the usual one.
const MOST: usize = 200;

/// The spellings of an article's names, counted once they are asked for.
pub(super) struct Usual<'c, 'd> {
    context: &'c Context<'d>,
    /// How many names have a word.
    words: OnceCell<FxHashMap<&'d str, usize>>,
}

impl<'c, 'd> Usual<'c, 'd> {
    pub(super) fn of(context: &'c Context<'d>) -> Self {
        Self { context, words: OnceCell::new() }
    }

    /// True where `name`, which the article writes as often as `other`, is the rarer of these two spellings: by what the words
    /// say, in other articles, else by the one word in which they differ, in the other names of this one.
    pub(super) fn is_rarer(&self, name: &str, other: &str) -> bool {
        if let Some(slip) = Slip::between(name, other) {
            return slip == Slip::Ours;
        }
        let mut words = name.split(' ').zip(other.split(' ')).filter(|(ours, theirs)| ours != theirs);
        // A word more is none that others could have in its place.
        let as_many = name.split(' ').count() == other.split(' ').count();
        let (ours, theirs) = words.next().filter(|_| as_many).unwrap_or(("", ""));
        let weight = |name: &str, word: &str| Reverse((self.articles(name), self.names(word)));
        weight(name, ours) > weight(other, theirs)
    }

    /// In which of two spellings, of which this article has but `name`, the slip is: by what the words say, else by the one word in
    /// which they differ, in the other names of this article.
    pub(super) fn slip(&self, name: &str, other: &str) -> Option<Slip> {
        Slip::between(name, other).or_else(|| {
            let (ours, theirs) = differing(name, other)?;
            // Two persons may well spell one given name otherwise.
            let given = name.starts_with(ours) && (is_persons_name(name) || is_persons_name(other));
            let is_other = |key: &ChainKey| matches!(key, ChainKey::Name(own) if own == other);
            let both = || self.context.document.chains.iter().any(|chain| is_other(&chain.key));
            (!given && !both()).then(|| Slip::of(self.names(theirs) > 0, self.names(ours) > 1)).flatten()
        })
    }

    /// How many other articles have the name.
    fn articles(&self, name: &str) -> usize {
        if !self.context.snapshot.complete {
            return 0;
        }
        let others = self.context.snapshot.candidates_outside(name, self.context.path);
        let others = others.filter(|(_, c)| c.text == name).map(|(article, _)| &article.path);
        others.take(MOST).collect::<FxHashSet<_>>().len()
    }

    /// How many names of this article have the word.
    fn names(&self, word: &str) -> usize {
        /// "And" and "&" are no spellings of one word.
        const SHORTEST: usize = 4;
        if word.len() < SHORTEST {
            return 0;
        }
        let count = || {
            let mut words: FxHashMap<&str, usize> = FxHashMap::default();
            for chain in self.context.document.chains.iter() {
                let ChainKey::Name(name) = &chain.key else { continue };
                for (at, word) in name.split(' ').enumerate() {
                    if !name.split(' ').take(at).any(|before| before == word) {
                        *words.entry(word).or_default() += 1;
                    }
                }
            }
            words
        };
        self.words.get_or_init(count).get(word).copied().unwrap_or(0)
    }
}

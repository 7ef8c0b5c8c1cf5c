//! New names of three words and more by two words that they share with others, to find those that are almost the same.

use super::article::Article;
use super::begun::{marked, new_names};
use super::texts::Texts;
use crate::text::fold_key;
use rayon::slice::ParallelSliceMut;
use std::sync::Arc;

/// The new names of three words and more of some articles, by their first two words and by their last two.
#[derive(Debug)]
pub(super) struct LongNames {
    /// Where the names are kept.
    kept: Box<[Arc<Texts>]>,
    /// Each name twice, sorted.
    all: Box<[LongName]>,
}

/// A name by the key of two of its words, and its number in one of the texts.
#[derive(Clone, Copy, Debug)]
struct LongName {
    key: u32,
    texts: u32,
    number: u32,
}

/// The keys of the first two words of a name and of its last two, where it has more.
fn keys(name: &str) -> impl Iterator<Item = u32> {
    let first = name.match_indices(' ').nth(1).map(|(end, _)| &name[..end]);
    let last = name.rmatch_indices(' ').nth(1).map(|(space, _)| &name[space..]);
    [first, last].into_iter().flatten().map(|words| fold_key(words) as u32)
}

impl LongNames {
    /// Those of `articles`.
    pub(super) fn of(articles: &[Arc<Article>]) -> Self {
        let marked = marked(articles);
        let by_key = |(name, _, texts, number)| keys(name).map(move |key| (key, name, texts, number));
        let mut all: Vec<(u32, &str, u32, u32)> = new_names(&marked).flat_map(by_key).collect();
        all.par_sort_unstable();
        // Articles that share no texts have each their own.
        all.dedup_by_key(|(key, name, ..)| (*key, *name));
        let long = all.into_iter().map(|(key, _, texts, number)| LongName { key, texts, number }).collect();
        LongNames { kept: marked.into_iter().map(|(texts, _)| texts.clone()).collect(), all: long }
    }

    /// Those that share the first two words or the last two with `name`, which may be among them; what many share tells
    /// nothing.
    pub(super) fn sharing<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        /// "Ministry of …"
        const MANY: usize = 50;

        let of = |key: u32| {
            let from = self.all.partition_point(|other| other.key < key);
            let all = &self.all[from..];
            &all[..all.iter().take(MANY + 1).take_while(|other| other.key == key).count()]
        };
        let few = keys(name).map(of).filter(|all| all.len() <= MANY);
        few.flatten().map(|other| self.kept[other.texts as usize].get(other.number))
    }
}

//! New names by how they begin.

use super::article::Article;
use super::texts::Texts;
use crate::text::{self, Prefixes};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// The new names of some articles by how they begin.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// Where the names are kept.
    kept: Box<[Arc<Texts>]>,
    /// The names, sorted, each once.
    names: Box<[Name]>,
    table: Prefixes,
}

/// A name by its number in one of the texts, and in how many articles it stands.
#[derive(Clone, Copy, Debug)]
struct Name {
    texts: u32,
    number: u32,
    used: u32,
}

/// The texts of some articles, each with what is to be said of those that are new names: [`NAME`], and [`PERSON`] for a person's.
pub(super) fn marked(articles: &[Arc<Article>]) -> Vec<(&Arc<Texts>, Vec<u8>)> {
    let mut places: FxHashMap<*const Texts, usize> = FxHashMap::default();
    let mut marked: Vec<(&Arc<Texts>, Vec<u8>)> = Vec::new();
    // Articles that share their texts tell by number which of them are names.
    for (texts, number, person) in articles.iter().flat_map(|article| article.kept_names()) {
        let at = *places.entry(Arc::as_ptr(texts)).or_insert_with(|| {
            marked.push((texts, vec![0; texts.len()]));
            marked.len() - 1
        });
        if let Some(mark) = marked[at].1.get_mut(number as usize) {
            *mark |= NAME | if person { PERSON } else { 0 };
        }
    }
    marked
}

const NAME: u8 = 1;
const PERSON: u8 = 2;

/// The new names in texts that are [`marked`], each with true where it is a person's, the place of its text, and its number there.
pub(super) fn new_names<'a>(
    marked: &'a [(&'a Arc<Texts>, Vec<u8>)],
) -> impl Iterator<Item = (&'a str, bool, u32, u32)> {
    (0..).zip(marked).flat_map(|(at, (texts, marks))| {
        let names = (0..).zip(marks).filter(|(_, mark)| **mark & NAME != 0);
        names.map(move |(number, mark)| (texts.get(number), mark & PERSON != 0, at, number))
    })
}

impl Beginnings {
    /// The names of `articles`; `used` tells in how many of them a name stands.
    pub(super) fn of(articles: &[Arc<Article>], used: &dyn Fn(&str) -> usize) -> Self {
        let marked = marked(articles);
        let mut all: Vec<(&str, bool, u32, u32)> = new_names(&marked).collect();
        all.par_sort_unstable();
        all.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            earlier.1 |= same && later.1;
            same
        });
        let names = all.iter().map(|(name, _, texts, number)| Name {
            texts: *texts,
            number: *number,
            used: used(name) as u32,
        });
        let names = names.collect();
        let table = Prefixes::new(all.into_iter().map(|(name, person, ..)| (name, person)));
        Beginnings { kept: marked.into_iter().map(|(texts, _)| texts.clone()).collect(), names, table }
    }

    /// The `most` names that begin with `key`, or for people have a word from which on they do; true where the name
    /// itself begins so, and in how many articles it stands. Those go first, and of equals those in most articles.
    pub(super) fn find(&self, key: &str, most: usize) -> impl Iterator<Item = (&str, bool, usize)> {
        let rank = |found: text::Begun| (!found.whole, Reverse(self.names[found.text].used), found.text);
        let mut found: Vec<_> = self.table.find(key).map(rank).collect();
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.into_iter().map(|(later, Reverse(used), at)| (self.name(at), !later, used as usize))
    }

    /// The names, sorted, each once.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        (0..self.names.len()).map(|at| self.name(at))
    }

    fn name(&self, at: usize) -> &str {
        let Name { texts, number, .. } = self.names[at];
        self.kept[texts as usize].get(number)
    }
}

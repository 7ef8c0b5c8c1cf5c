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
    /// The names, sorted, one behind the other.
    letters: Box<str>,
    /// Where each name ends in `letters`, and in how many articles it stands.
    names: Box<[(u32, u32)]>,
    table: Prefixes,
}

/// The new names of some articles, sorted, each once, with true where it is a person's.
fn people(articles: &[Arc<Article>]) -> Vec<(&str, bool)> {
    const NAME: u8 = 1;
    const PERSON: u8 = 2;
    // Articles that share their texts tell by number which of them are names.
    let mut kept: FxHashMap<*const Texts, (&Texts, Vec<u8>)> = FxHashMap::default();
    for (texts, number, person) in articles.iter().flat_map(|article| article.kept_names()) {
        let (_, marks) = kept.entry(texts).or_insert_with(|| (texts, vec![0; texts.len()]));
        if let Some(mark) = marks.get_mut(number as usize) {
            *mark |= NAME | if person { PERSON } else { 0 };
        }
    }
    let marked = kept.into_values().flat_map(|(texts, marks)| {
        let names = (0..).zip(marks).filter(|(_, mark)| mark & NAME != 0);
        names.map(|(number, mark)| (texts.get(number), mark & PERSON != 0))
    });
    let mut all: Vec<(&str, bool)> = marked.collect();
    all.par_sort_unstable();
    all.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        earlier.1 |= same && later.1;
        same
    });
    all
}

impl Beginnings {
    /// The names of `articles`; `used` tells in how many of them a name stands.
    pub(super) fn of(articles: &[Arc<Article>], used: &dyn Fn(&str) -> usize) -> Self {
        let all = people(articles);
        let mut letters = String::with_capacity(all.iter().map(|(name, _)| name.len()).sum());
        let mut names = Vec::with_capacity(all.len());
        for (name, _) in &all {
            letters.push_str(name);
            names.push((letters.len() as u32, used(name) as u32));
        }
        let table = Prefixes::new(all.into_iter());
        Beginnings { letters: letters.into(), names: names.into(), table }
    }

    /// The `most` names that begin with `key`, or for people have a word from which on they do; true where the name
    /// itself begins so, and in how many articles it stands. Those go first, and of equals those in most articles.
    pub(super) fn find(&self, key: &str, most: usize) -> impl Iterator<Item = (&str, bool, usize)> {
        let rank = |found: text::Begun| (!found.whole, Reverse(self.names[found.text].1), found.text);
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
        let start = at.checked_sub(1).map_or(0, |before| self.names[before].0);
        &self.letters[start as usize..self.names[at].0 as usize]
    }
}

//! New names by how they begin.

use super::article::Article;
use crate::catalog::Kind;
use crate::text::{self, Prefixes};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// The new names of some articles by how they begin.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// The names, sorted, one behind the other.
    letters: Box<str>,
    /// Where each name ends in `letters`, and in how many articles it stands.
    names: Box<[(u32, u32)]>,
    table: Prefixes,
}

impl Beginnings {
    /// The names of `articles`; `used` tells in how many of them a name stands.
    pub(super) fn of<'a>(articles: impl Iterator<Item = &'a Article>, used: &dyn Fn(&str) -> usize) -> Self {
        let mut people: FxHashMap<&str, bool> = FxHashMap::default();
        for candidate in articles.flat_map(|article| article.candidates()) {
            *people.entry(candidate.name).or_default() |= candidate.kind == Some(Kind::Person);
        }
        let mut all: Vec<(&str, bool)> = people.into_iter().collect();
        all.sort_unstable();
        let (mut letters, mut names) = (String::new(), Vec::with_capacity(all.len()));
        for (name, _) in &all {
            letters.push_str(name);
            names.push((letters.len() as u32, used(name) as u32));
        }
        let table = Prefixes::new(all.into_iter());
        Beginnings { letters: letters.as_str().into(), names: names.as_slice().into(), table }
    }

    /// The `most` names that begin with `typed`, or for people have a word from which on they do; true where the name
    /// itself begins so. Those go first, and of equals those in most articles.
    pub(super) fn find(&self, typed: &str, most: usize) -> impl Iterator<Item = (&str, bool)> {
        let rank = |found: text::Begun| (!found.whole, Reverse(self.names[found.text].1), found.text);
        let mut found: Vec<_> = self.table.find(typed).map(rank).collect();
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.into_iter().map(|(later, _, at)| (self.name(at), !later))
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

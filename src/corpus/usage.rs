//! How many articles write of which name, and which unknown names begin in a given way.

use super::article::Article;
use super::index::Snapshot;
use super::name::Name;
use super::posting::CandidatePosting;
use crate::catalog::Kind;
use crate::text::prefix_key;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// In how many articles each name stands. Making one takes time in proportion to the changed articles, asking it none.
#[derive(Debug)]
pub struct Usage<'s> {
    snapshot: &'s Snapshot,
    /// By how much the changed articles make it more or less than when the folder was read.
    changed: FxHashMap<Name, isize>,
}

impl Snapshot {
    /// Builds what is otherwise built when a name is first completed, so that nobody waits for it.
    pub fn prepare(&self) {
        self.catalog.begun("").next();
        self.base().names_begun("", 0);
    }

    /// How often each name is used.
    pub fn usage(&self) -> Usage<'_> {
        let mut changed: FxHashMap<Name, isize> = FxHashMap::default();
        for (path, article) in self.overlay() {
            for name in self.base().article(path).into_iter().flat_map(|old| names_in(old)) {
                *changed.entry(name).or_default() -= 1;
            }
            for name in article.iter().flat_map(|new| names_in(new)) {
                *changed.entry(name).or_default() += 1;
            }
        }
        Usage { snapshot: self, changed }
    }

    /// The unknown names that begin with `typed`, or for people have a word from which on they do; each once, sorted;
    /// true where the name itself begins so. Of those that were there when the folder was read the `most` used, even
    /// if they are gone: [`Usage`] tells. The article `besides` is not looked at again.
    pub fn names_begun(&self, typed: &str, most: usize, besides: &Path) -> Vec<(Arc<str>, bool)> {
        let mut found = self.base().names_begun(typed, most);
        let key = prefix_key(typed);
        let begun = |c: CandidatePosting| {
            let whole = begins(c.name, &key)?;
            (whole || c.kind == Some(Kind::Person)).then(|| (c.name.into(), whole))
        };
        let changed =
            self.overlay().filter(|(path, _)| *path != besides).filter_map(|(_, article)| article.as_ref());
        found.extend(changed.flat_map(|article| article.candidates().filter_map(begun)));
        // A name that begins so goes before itself found by a later word.
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        found.dedup_by(|b, a| a.0 == b.0);
        found
    }
}

impl Usage<'_> {
    /// The number of articles that write of `name`.
    pub fn articles(&self, name: &Name) -> usize {
        let when_read = self.snapshot.base().articles_with(name.key());
        when_read.saturating_add_signed(self.changed.get(name).copied().unwrap_or(0))
    }
}

/// The names in an article, each once.
fn names_in(article: &Article) -> FxHashSet<Name> {
    let new: FxHashSet<&str> = article.candidates().map(|c| c.name).collect();
    article.entities().map(Name::Known).chain(new.into_iter().map(|name| Name::New(name.into()))).collect()
}

/// True where `name` begins with `key`, false where a later word of it does, `None` where none does. `key` is a
/// [`prefix_key`].
pub fn begins(name: &str, key: &str) -> Option<bool> {
    // Most names hold no such letter, and are not worth a key of their own.
    let first = key.chars().next()?;
    let likely = |c: char| !c.is_ascii() || !first.is_ascii() || c.eq_ignore_ascii_case(&first);
    if !name.contains(likely) {
        return None;
    }
    let own = prefix_key(name);
    let later = || own.match_indices(' ').any(|(space, _)| own[space + 1..].starts_with(key));
    if own.starts_with(key) { Some(true) } else { later().then_some(false) }
}

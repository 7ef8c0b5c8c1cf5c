//! Which unknown names there are, and which begin in a given way.

use super::index::Snapshot;
use super::keyed::By;
use super::name::NameIn;
use crate::text::prefix_key;
use std::path::Path;
use std::sync::Arc;

/// An unknown name that begins as was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameBegun {
    /// The name.
    pub name: Arc<str>,
    /// True where it begins so itself, false where a later word does.
    pub whole: bool,
    /// In how many articles it stands, as [`Snapshot::articles_of`] tells; in none, where it is gone.
    pub articles: usize,
}

impl Snapshot {
    /// Builds what is otherwise built when a name is first typed or completed, so that nobody waits for it.
    pub fn prepare(&self) {
        self.catalog.prepare();
        self.base().begun();
        self.base().long_names();
    }

    /// The unknown names that begin with `key`, or for people have a word from which on they do; each once, sorted. Of
    /// those that were there when the folder was read the `most` used, even if they are gone. The article `besides` is not
    /// looked at again. `key` is a [`prefix_key`].
    pub fn names_begun(&self, key: &str, most: usize, besides: &Path) -> Vec<NameBegun> {
        let changed = self.overlay().begun(besides).flat_map(|begun| begun.find(key, most));
        let changed = changed.map(|(name, whole, _)| (name, whole, None));
        let read = self.base().begun().find(key, most).map(|(name, whole, used)| (name, whole, Some(used)));
        let mut found: Vec<(&str, bool, Option<usize>)> = read.chain(changed).collect();
        // A name that begins so goes before itself found by a later word.
        found.sort_unstable_by(|a, b| a.0.cmp(b.0).then(b.1.cmp(&a.1)));
        found.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            earlier.2 = earlier.2.or(later.2.filter(|_| same));
            same
        });
        let begun = |(name, whole, read): (&str, bool, Option<usize>)| {
            let key = NameIn::New(name).key();
            // To look for the name among all others would take longer than all else.
            let read = read.unwrap_or_else(|| self.base().names(key).len());
            let articles = read.saturating_add_signed(self.overlay().more_with(key));
            NameBegun { name: name.into(), whole, articles }
        };
        found.into_iter().map(begun).collect()
    }

    /// The unknown names of other articles than the one at `besides` that share two of at least three words with `name`, or with
    /// that of a `person` the one word and a part of the other, each once, sorted; some of them may be gone.
    pub fn names_sharing<'a>(&'a self, name: &'a str, person: bool, besides: &'a Path) -> Vec<&'a str> {
        let changed = self.overlay().long_names(besides).flat_map(|names| names.sharing(name, person));
        let mut names: Vec<&str> = self.base().long_names().sharing(name, person).chain(changed).collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|other| *other != name);
        names
    }

    /// The unknown names of the folder, each once, sorted.
    pub fn names(&self) -> Vec<&str> {
        let changed = self.overlay().articles().flat_map(|article| article.candidates()).map(|c| c.name);
        let mut names: Vec<&str> = self.base().begun().names().chain(changed).collect();
        names.sort_unstable();
        names.dedup();
        if self.overlay().len() > 0 {
            // What only an article had that says something else by now is gone.
            let hidden = |name: &str| self.overlay().hidden_with(By::Name, NameIn::New(name).key().0).next();
            names.retain(|name| hidden(name).is_none() || self.candidates(name).next().is_some());
        }
        names
    }
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

//! The index over all articles: an immutable base and a small overlay for open and changed ones.

use super::article::{Article, CandidatePosting, ExpansionPosting, IntroductionPosting, Posting};
use crate::catalog::{Catalog, EntityIx};
use crate::config::Config;
use std::path::Path;
use std::sync::Arc;

/// The articles of one root and how to find names in them.
#[derive(Clone, Debug)]
pub struct Corpus {
    root: Arc<Path>,
    config: Arc<Config>,
    catalog: Arc<Catalog>,
}

/// What rules and editor features see: one state of a corpus, cheap to clone, never changing.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The folder that relative paths count from.
    pub root: Arc<Path>,
    /// Its settings.
    pub config: Arc<Config>,
    /// Its catalog.
    pub catalog: Arc<Catalog>,
    /// True once the whole folder has been read: until then rules across articles are silent.
    pub complete: bool,
}

/// What a change of one article may change in the findings of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// Entities whose forms or expansions changed, sorted.
    pub entities: Vec<EntityIx>,
    /// Acronyms whose expansions changed, sorted.
    pub acronyms: Vec<Arc<str>>,
}

impl Corpus {
    /// An empty corpus.
    pub fn new(root: Arc<Path>, config: Arc<Config>, catalog: Arc<Catalog>) -> Corpus {
        Corpus { root, config, catalog }
    }

    /// Replaces the base by `articles` (any order) and marks the corpus complete. The overlay stays.
    pub fn set_base(&mut self, articles: Vec<Article>) {
        let _ = articles;
        todo!()
    }

    /// Puts an open or changed article in front of its base entry.
    pub fn put(&mut self, article: Article) -> Affected {
        let _ = article;
        todo!()
    }

    /// Takes an article out: its file is gone.
    pub fn remove(&mut self, path: &Path) -> Affected {
        let _ = path;
        todo!()
    }

    /// The present state.
    pub fn snapshot(&self) -> Snapshot {
        let _ = (&self.root, &self.config, &self.catalog);
        todo!()
    }
}

impl Snapshot {
    /// All articles, in path order.
    pub fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        std::iter::empty()
    }

    /// One article.
    pub fn article(&self, path: &Path) -> Option<&Arc<Article>> {
        let _ = path;
        todo!()
    }

    /// The mentions of a known name, in path order, then text order.
    pub fn mentions(&self, entity: EntityIx) -> impl Iterator<Item = (&Arc<Article>, &Posting)> {
        let _ = entity;
        std::iter::empty()
    }

    /// The mentions of an unknown name by its fullest form, in path order, then text order.
    pub fn candidates(&self, name: &str) -> impl Iterator<Item = (&Arc<Article>, &CandidatePosting)> {
        let _ = name;
        std::iter::empty()
    }

    /// The expansions of an acronym, in path order, then text order.
    pub fn expansions(&self, short: &str) -> impl Iterator<Item = (&Arc<Article>, &ExpansionPosting)> {
        let _ = short;
        std::iter::empty()
    }

    /// The passages that introduce a known name, in path order, then text order.
    pub fn introductions(
        &self,
        entity: EntityIx,
    ) -> impl Iterator<Item = (&Arc<Article>, &IntroductionPosting)> {
        let _ = entity;
        std::iter::empty()
    }

    /// `path` as people write it: seen from the root, with "/".
    pub fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

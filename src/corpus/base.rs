//! The articles of a folder as last read: sorted, indexed, never changed.

use super::article::Article;
use super::quote::QuotePosting;
use crate::catalog::EntityIx;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// Articles in path order, and which of them hold what. An article is known by its place in that order.
#[derive(Debug, Default)]
pub(super) struct Base {
    articles: Vec<Arc<Article>>,
    entities: Vec<Vec<u32>>,
    names: FxHashMap<Arc<str>, Vec<u32>>,
    acronyms: FxHashMap<Arc<str>, Vec<u32>>,
    runs: FxHashMap<u32, Vec<u32>>,
}

impl Base {
    /// A base of `articles`, in any order; of two with one path the last wins.
    pub(super) fn new(articles: Vec<Article>) -> Self {
        Self::from_shared(articles.into_iter().map(Arc::new).collect())
    }

    /// The same, of articles that an older base may share.
    pub(super) fn from_shared(mut articles: Vec<Arc<Article>>) -> Self {
        articles.sort_by(|a, b| a.path.cmp(&b.path));
        articles.reverse();
        articles.dedup_by(|a, b| a.path == b.path);
        articles.reverse();
        let mut base = Base::default();
        for (at, article) in articles.iter().enumerate() {
            let at = at as u32;
            for posting in &article.postings {
                let entity = posting.entity.0 as usize;
                if base.entities.len() <= entity {
                    base.entities.resize_with(entity + 1, Vec::new);
                }
                push_once(&mut base.entities[entity], at);
            }
            for candidate in &article.candidates {
                push_once(base.names.entry(candidate.name.clone()).or_default(), at);
            }
            for expansion in &article.expansions {
                push_once(base.acronyms.entry(expansion.short.clone()).or_default(), at);
            }
            for run in article.quotes.iter().flat_map(QuotePosting::samples) {
                push_once(base.runs.entry(run).or_default(), at);
            }
        }
        base.articles = articles;
        base
    }

    pub(super) fn articles(&self) -> &[Arc<Article>] {
        &self.articles
    }

    pub(super) fn article(&self, path: &Path) -> Option<&Arc<Article>> {
        self.articles.binary_search_by(|a| (*a.path).cmp(path)).ok().map(|at| &self.articles[at])
    }

    pub(super) fn with_entity(&self, entity: EntityIx) -> impl Iterator<Item = &Arc<Article>> {
        self.all(self.entities.get(entity.0 as usize))
    }

    pub(super) fn with_name(&self, name: &str) -> impl Iterator<Item = &Arc<Article>> {
        self.all(self.names.get(name))
    }

    pub(super) fn with_acronym(&self, short: &str) -> impl Iterator<Item = &Arc<Article>> {
        self.all(self.acronyms.get(short))
    }

    /// The articles with a speech that may share one of these runs of words, in path order. Runs that a great
    /// many articles have ("we will continue to work") tell nothing and are passed over.
    pub(super) fn with_runs(&self, runs: &[u32]) -> impl Iterator<Item = &Arc<Article>> {
        const TOO_COMMON: usize = 500;
        let lists = runs.iter().filter_map(|run| self.runs.get(run)).filter(|list| list.len() <= TOO_COMMON);
        let mut places: Vec<u32> = lists.flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &self.articles[at as usize])
    }

    fn all<'a>(&'a self, list: Option<&'a Vec<u32>>) -> impl Iterator<Item = &'a Arc<Article>> {
        list.into_iter().flatten().map(|at| &self.articles[*at as usize])
    }
}

/// Articles are indexed in order, so an article that is already listed is the last one.
fn push_once(list: &mut Vec<u32>, article: u32) {
    if list.last() != Some(&article) {
        list.push(article);
    }
}

//! The articles of a folder as last read: sorted, indexed, never changed.

use super::article::Article;
use super::name::Name;
use super::quote::QuotePosting;
use crate::catalog::{EntityIx, Kind};
use crate::text::{self, Prefixes};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Articles in path order, and which of them hold what. An article is known by its place in that order.
#[derive(Debug, Default)]
pub(super) struct Base {
    articles: Vec<Arc<Article>>,
    entities: Vec<Vec<u32>>,
    names: FxHashMap<Arc<str>, Vec<u32>>,
    acronyms: FxHashMap<Arc<str>, Vec<u32>>,
    runs: FxHashMap<u32, Vec<u32>>,
    /// How the names begin; built when a name is first completed.
    begun: OnceLock<Begun>,
}

/// The names of a base by how they begin.
#[derive(Debug)]
struct Begun {
    /// Sorted, with the number of articles of each.
    names: Vec<(Arc<str>, u32)>,
    table: Prefixes,
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

    /// In how many articles a name stands.
    pub(super) fn articles_with(&self, name: &Name) -> usize {
        let list = match name {
            Name::Known(entity) => self.entities.get(entity.0 as usize),
            Name::New(name) => self.names.get(name),
        };
        list.map_or(0, Vec::len)
    }

    /// The `most` names that begin with `typed`, or for people have a word from which on they do; true where the name
    /// itself begins so. Those go first, and of equals those in most articles.
    pub(super) fn names_begun(&self, typed: &str, most: usize) -> Vec<(Arc<str>, bool)> {
        let Begun { names, table } = self.begun.get_or_init(|| self.begun());
        let rank = |begun: text::Begun| (!begun.whole, Reverse(names[begun.text].1), begun.text);
        let mut found: Vec<_> = table.find(typed).map(rank).collect();
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.into_iter().map(|(later, _, at)| (names[at].0.clone(), !later)).collect()
    }

    fn begun(&self) -> Begun {
        let articles = |name: &Arc<str>| self.names.get(name).map_or(0, Vec::len) as u32;
        let mut names: Vec<(Arc<str>, u32)> = self.names.keys().map(|n| (n.clone(), articles(n))).collect();
        names.sort_unstable();
        let candidates = self.articles.iter().flat_map(|article| &article.candidates);
        let people: FxHashSet<&Arc<str>> =
            candidates.filter(|c| c.kind == Some(Kind::Person)).map(|c| &c.name).collect();
        let table = Prefixes::new(names.iter().map(|(name, _)| (&**name, people.contains(name))));
        Begun { names, table }
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

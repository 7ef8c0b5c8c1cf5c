//! The articles of a folder as last read: sorted, indexed, never changed.

use super::article::Article;
use super::counted::CommonNames;
use super::name::{NameIn, NameKey, key};
use super::offices::Offices;
use super::places::Places;
use super::quote::runs;
use super::runs::Runs;
use crate::catalog::Kind;
use crate::text::{self, Prefixes};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Articles in path order, and which of them hold what. An article is known by its place in that order.
#[derive(Debug, Default)]
pub(super) struct Base {
    articles: Vec<Arc<Article>>,
    /// By the [`NameKey`], of known and of new names.
    names: Places,
    /// By the [`key`] of the acronym.
    acronyms: Places,
    /// Runs of words and the articles with a speech that has them.
    runs: Runs,
    offices: Offices,
    /// By the [`NameKey`] the articles that say who or what it is, who belongs to it or whom it belongs to.
    telling: Places,
    common: CommonNames,
    /// How the names begin; built when a name is first completed.
    begun: OnceLock<Begun>,
}

/// The names of a base by how they begin.
#[derive(Debug)]
struct Begun {
    /// The names, sorted, one behind the other.
    letters: Box<str>,
    /// Where each name ends in `letters`, and in how many articles it stands.
    names: Box<[(u32, u32)]>,
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
        let ((names, common), ((offices, telling), (acronyms, runs))) = rayon::join(
            || {
                let known = pairs(&articles, |article| {
                    article.entities().map(|entity| NameIn::Known(entity).key().0)
                });
                let new =
                    pairs(&articles, |article| article.candidates().map(|c| NameIn::New(c.name).key().0));
                let names = Places::new([known, new].concat());
                let common = CommonNames::new(&articles, &names);
                (names, common)
            },
            || {
                rayon::join(
                    || {
                        let telling = pairs(&articles, |article| told_of(article).map(|name| name.key().0));
                        (Offices::new(&articles), Places::new(telling))
                    },
                    || {
                        let acronyms = pairs(&articles, |article| article.expansions().map(|e| key(e.short)));
                        let runs = pairs(&articles, |article| article.quotes().flat_map(|q| q.samples()));
                        (Places::new(acronyms), Runs::new(runs))
                    },
                )
            },
        );
        Base { names, acronyms, runs, offices, telling, common, articles, begun: OnceLock::new() }
    }

    pub(super) fn articles(&self) -> &[Arc<Article>] {
        &self.articles
    }

    pub(super) fn article(&self, path: &Path) -> Option<&Arc<Article>> {
        self.articles.binary_search_by(|a| (*a.path).cmp(path)).ok().map(|at| &self.articles[at])
    }

    /// True where an article lies below `folder`.
    pub(super) fn has_below(&self, folder: &Path) -> bool {
        // What lies below a folder follows it in path order.
        let behind = self.articles.partition_point(|a| *a.path <= *folder);
        self.articles.get(behind).is_some_and(|a| a.path.starts_with(folder))
    }

    /// The articles that write of a name, and of a new one perhaps some that do not: see [`key`].
    pub(super) fn with_name(&self, name: NameKey) -> impl Iterator<Item = &Arc<Article>> {
        self.all(self.names.of(name.0))
    }

    /// The articles that may introduce a name or tell whom it belongs together with.
    pub(super) fn telling_of(&self, name: NameKey) -> impl Iterator<Item = &Arc<Article>> {
        self.all(self.telling.of(name.0))
    }

    pub(super) fn common(&self) -> &CommonNames {
        &self.common
    }

    /// In how many articles a name stands.
    pub(super) fn articles_with(&self, name: NameKey) -> usize {
        self.names.of(name.0).len()
    }

    pub(super) fn offices(&self) -> &Offices {
        &self.offices
    }

    /// The `most` names that begin with `typed`, or for people have a word from which on they do; true where the name
    /// itself begins so. Those go first, and of equals those in most articles.
    pub(super) fn names_begun(&self, typed: &str, most: usize) -> Vec<(Arc<str>, bool)> {
        let begun = self.begun.get_or_init(|| self.begun());
        let rank = |found: text::Begun| (!found.whole, Reverse(begun.names[found.text].1), found.text);
        let mut found: Vec<_> = begun.table.find(typed).map(rank).collect();
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.into_iter().map(|(later, _, at)| (begun.name(at).into(), !later)).collect()
    }

    fn begun(&self) -> Begun {
        let mut people: FxHashMap<&str, bool> = FxHashMap::default();
        for candidate in self.articles.iter().flat_map(|article| article.candidates()) {
            *people.entry(candidate.name).or_default() |= candidate.kind == Some(Kind::Person);
        }
        let mut all: Vec<(&str, bool)> = people.into_iter().collect();
        all.sort_unstable();
        let (mut letters, mut names) = (String::new(), Vec::with_capacity(all.len()));
        for (name, _) in &all {
            letters.push_str(name);
            names.push((letters.len() as u32, self.articles_with(NameIn::New(name).key()) as u32));
        }
        let table = Prefixes::new(all.into_iter());
        Begun { letters: letters.into(), names: names.into(), table }
    }

    pub(super) fn with_acronym(&self, short: &str) -> impl Iterator<Item = &Arc<Article>> {
        self.all(self.acronyms.of(key(short)))
    }

    /// The articles with a speech that may share a run of words with `words`, in path order.
    pub(super) fn with_runs(&self, words: &[u32]) -> impl Iterator<Item = &Arc<Article>> {
        let mut places = Vec::new();
        for run in runs(words) {
            self.runs.add(run, &mut places);
        }
        places.sort_unstable();
        places.dedup();
        self.all(places.into_iter())
    }

    /// The articles at these places.
    pub(super) fn all(&self, places: impl Iterator<Item = u32>) -> impl Iterator<Item = &Arc<Article>> {
        places.filter_map(|at| self.articles.get(at as usize))
    }
}

/// The names that an article introduces, has people of, or ties to others.
fn told_of(article: &Article) -> impl Iterator<Item = NameIn<'_>> {
    let introduced = article.introductions().flat_map(|i| [Some(i.whose()), i.employer]).flatten();
    introduced.chain(article.ties().flat_map(|tie| [tie.subject, tie.other]))
}

/// What `keys` gives of each article, with the article's place. Of equal keys in a row one is kept.
fn pairs<'a, K: PartialEq, I: Iterator<Item = K>>(
    articles: &'a [Arc<Article>],
    keys: impl Fn(&'a Article) -> I,
) -> Vec<(K, u32)> {
    let mut pairs: Vec<(K, u32)> = Vec::new();
    for (at, article) in (0u32..).zip(articles) {
        for key in keys(article) {
            if pairs.last().is_none_or(|last| last.1 != at || last.0 != key) {
                pairs.push((key, at));
            }
        }
    }
    pairs
}

impl Begun {
    fn name(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.names[before].0);
        &self.letters[start as usize..self.names[at].0 as usize]
    }
}

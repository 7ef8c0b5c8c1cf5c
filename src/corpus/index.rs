//! The index over all articles: an immutable base and a small overlay for open and changed ones.

use super::article::{Article, CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
use super::base::Base;
use super::name::Name;
use super::quote::{QuotePosting, Speaker, runs};
use crate::catalog::{Catalog, EntityIx};
use crate::config::Config;
use crate::document::IntroductionKind;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Changed articles by path; `None` where the file is gone.
type Overlay = BTreeMap<Arc<Path>, Option<Arc<Article>>>;

/// The articles of one root and how to find names in them.
///
/// Nothing that a keystroke does grows with the folder: it replaces one entry of the overlay.
#[derive(Clone, Debug)]
pub struct Corpus {
    state: Snapshot,
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
    base: Arc<Base>,
    overlay: Arc<Overlay>,
}

/// What a change of one article may change in the findings of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// Entities that it now writes in other forms, sorted.
    pub entities: Vec<EntityIx>,
    /// Acronyms that it now expands otherwise, sorted.
    pub acronyms: Vec<Arc<str>>,
    /// New names of people to whom it now gives other titles, sorted.
    pub names: Vec<Arc<str>>,
    /// Articles with words like those that it now gives to somebody, or no longer does, sorted.
    pub articles: Vec<Arc<Path>>,
}

impl Affected {
    /// What differs between two states of an article.
    fn between<'a>(old: Option<&'a Article>, new: Option<&'a Article>, all: &Snapshot) -> Affected {
        let mut entities = differing(
            pairs(old, |a| &a.postings, |p| (p.entity, p.form)),
            pairs(new, |a| &a.postings, |p| (p.entity, p.form)),
        );
        let acronyms = differing(
            pairs(old, |a| &a.expansions, |e| (&e.short, &e.long)),
            pairs(new, |a| &a.expansions, |e| (&e.short, &e.long)),
        );
        let acronyms = acronyms.into_iter().cloned().collect();
        let mut names = Vec::new();
        for person in differing(titles(old), titles(new)) {
            match person {
                Name::Known(entity) => entities.push(entity),
                Name::New(name) => names.push(name),
            }
        }
        entities.sort_unstable();
        entities.dedup();
        let quotes = |article: Option<&'a Article>| article.map_or(&[][..], |a| a.quotes.as_slice());
        let lacks = |quotes: &[QuotePosting], quote: &QuotePosting| {
            !quotes.iter().any(|q| q.speaker == quote.speaker && q.words == quote.words)
        };
        let changed = quotes(old).iter().filter(|q| lacks(quotes(new), q));
        let changed = changed.chain(quotes(new).iter().filter(|q| lacks(quotes(old), q)));
        let alike = changed
            .flat_map(|quote| all.quotes_like(&quote.words, move |other| *other != quote.speaker))
            .map(|(article, _)| article.path.clone());
        let mut articles: Vec<Arc<Path>> = alike.collect();
        articles.sort_unstable();
        articles.dedup();
        Affected { entities, acronyms, names, articles }
    }

    /// True when no other article's findings can change.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
            && self.acronyms.is_empty()
            && self.names.is_empty()
            && self.articles.is_empty()
    }

    /// Takes in what another change may change.
    pub fn join(&mut self, more: Affected) {
        self.entities.extend(more.entities);
        self.entities.sort_unstable();
        self.entities.dedup();
        self.acronyms.extend(more.acronyms);
        self.acronyms.sort_unstable();
        self.acronyms.dedup();
        self.names.extend(more.names);
        self.names.sort_unstable();
        self.names.dedup();
        self.articles.extend(more.articles);
        self.articles.sort_unstable();
        self.articles.dedup();
    }

    /// True when `article` writes of something that changed.
    pub fn touches(&self, article: &Article) -> bool {
        self.articles.binary_search(&article.path).is_ok()
            || article.postings.iter().any(|p| self.entities.binary_search(&p.entity).is_ok())
            || article.expansions.iter().any(|e| self.acronyms.binary_search(&e.short).is_ok())
            || !self.names.is_empty()
                && article.candidates.iter().any(|c| self.names.binary_search(&c.name).is_ok())
    }
}

/// The offices that an article gives people: whose, the title and the employer.
fn titles(article: Option<&Article>) -> Vec<(Name, (&str, Option<&Name>))> {
    let roles = article.into_iter().flat_map(|a| &a.introductions);
    let roles = roles.filter(|i| i.kind == IntroductionKind::Role && i.holds);
    roles.map(|i| (i.whose(), (&*i.title, i.employer.as_ref()))).collect()
}

/// What `pair` makes of each posting of one sort.
fn pairs<'a, P: 'a, T>(
    article: Option<&'a Article>,
    postings: impl Fn(&'a Article) -> &'a Vec<P>,
    pair: impl Fn(&'a P) -> T,
) -> Vec<T> {
    article.map_or(Vec::new(), |article| postings(article).iter().map(pair).collect())
}

/// The keys of the pairs that stand in one list only, sorted, each once.
fn differing<K: Ord + Clone, V: Ord>(mut old: Vec<(K, V)>, mut new: Vec<(K, V)>) -> Vec<K> {
    for list in [&mut old, &mut new] {
        list.sort_unstable();
        list.dedup();
    }
    let gone = old.iter().filter(|pair| new.binary_search(pair).is_err());
    let come = new.iter().filter(|pair| old.binary_search(pair).is_err());
    let mut keys: Vec<K> = gone.chain(come).map(|(key, _)| key.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl Corpus {
    /// An empty corpus.
    pub fn new(root: Arc<Path>, config: Arc<Config>, catalog: Arc<Catalog>) -> Corpus {
        let (base, overlay) = (Arc::default(), Arc::default());
        Corpus { state: Snapshot { root, config, catalog, complete: false, base, overlay } }
    }

    /// Replaces the base by `articles` (any order) and marks the corpus complete. The overlay stays.
    pub fn set_base(&mut self, articles: Vec<Article>) {
        self.state.base = Arc::new(Base::new(articles));
        self.state.complete = true;
    }

    /// Puts an open or changed article in front of its base entry.
    pub fn put(&mut self, article: Article) -> Affected {
        let old = self.state.article(&article.path).map(|a| &**a);
        let affected = Affected::between(old, Some(&article), &self.state);
        Arc::make_mut(&mut self.state.overlay).insert(article.path.clone(), Some(Arc::new(article)));
        affected
    }

    /// Takes an article out: its file is gone.
    pub fn remove(&mut self, path: &Path) -> Affected {
        let affected = Affected::between(self.state.article(path).map(|a| &**a), None, &self.state);
        let overlay = Arc::make_mut(&mut self.state.overlay);
        if self.state.base.article(path).is_some() {
            overlay.insert(path.into(), None);
        } else {
            overlay.remove(path);
        }
        affected
    }

    /// Moves the overlay's entries into the base, those for which `open` is true excepted. Takes time in
    /// proportion to the folder: for the pause after many files have changed on disk.
    pub fn settle(&mut self, open: impl Fn(&Path) -> bool) {
        let overlay = std::mem::take(Arc::make_mut(&mut self.state.overlay));
        let (kept, settled): (Overlay, Overlay) = overlay.into_iter().partition(|(path, _)| open(path));
        if !settled.is_empty() {
            let old = self.state.base.articles().iter().filter(|a| !settled.contains_key(&a.path)).cloned();
            let articles = old.chain(settled.values().flatten().cloned()).collect();
            self.state.base = Arc::new(Base::from_shared(articles));
        }
        self.state.overlay = Arc::new(kept);
    }

    /// How many articles lie in the overlay.
    pub fn unsettled(&self) -> usize {
        self.state.overlay.len()
    }

    /// The present state.
    pub fn snapshot(&self) -> Snapshot {
        self.state.clone()
    }
}

impl Snapshot {
    /// All articles, in path order.
    pub fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.merged(self.base.articles().iter())
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.articles().count()
    }

    /// True when there is no article.
    pub fn is_empty(&self) -> bool {
        self.articles().next().is_none()
    }

    /// One article.
    pub fn article(&self, path: &Path) -> Option<&Arc<Article>> {
        match self.overlay.get(path) {
            Some(changed) => changed.as_ref(),
            None => self.base.article(path),
        }
    }

    /// The mentions of a known name, in path order, then text order.
    pub fn mentions(&self, entity: EntityIx) -> impl Iterator<Item = (&Arc<Article>, &Posting)> {
        let articles = self.merged(self.base.with_entity(entity));
        articles.flat_map(move |a| a.postings.iter().filter(move |p| p.entity == entity).map(move |p| (a, p)))
    }

    /// The mentions of an unknown name by its fullest form, in path order, then text order.
    pub fn candidates<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, &'a CandidatePosting)> {
        let articles = self.merged(self.base.with_name(name));
        articles.flat_map(move |a| a.candidates.iter().filter(move |c| &*c.name == name).map(move |c| (a, c)))
    }

    /// The expansions of an acronym, in path order, then text order.
    pub fn expansions<'a>(
        &'a self,
        short: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, &'a ExpansionPosting)> {
        let articles = self.merged(self.base.with_acronym(short));
        articles
            .flat_map(move |a| a.expansions.iter().filter(move |e| &*e.short == short).map(move |e| (a, e)))
    }

    /// The passages that introduce a known name, in path order, then text order.
    pub fn introductions(
        &self,
        entity: EntityIx,
    ) -> impl Iterator<Item = (&Arc<Article>, &IntroductionPosting)> {
        let articles = self.merged(self.base.with_entity(entity));
        let of = move |i: &&IntroductionPosting| i.entity == Some(entity);
        articles.flat_map(move |a| a.introductions.iter().filter(of).map(move |i| (a, i)))
    }

    /// The passages that introduce an unknown name, in path order, then text order.
    pub fn introductions_of_name<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, &'a IntroductionPosting)> {
        let articles = self.merged(self.base.with_name(name));
        let of = move |i: &&IntroductionPosting| i.entity.is_none() && &*i.name == name;
        articles.flat_map(move |a| a.introductions.iter().filter(of).map(move |i| (a, i)))
    }

    /// The articles that write of a name, in path order.
    pub fn articles_with<'a>(&'a self, name: &'a Name) -> Box<dyn Iterator<Item = &'a Arc<Article>> + 'a> {
        match name {
            Name::Known(entity) => Box::new(
                self.merged(self.base.with_entity(*entity))
                    .filter(move |a| a.postings.iter().any(|p| p.entity == *entity)),
            ),
            Name::New(name) => Box::new(
                self.merged(self.base.with_name(name))
                    .filter(move |a| a.candidates.iter().any(|c| c.name == *name)),
            ),
        }
    }

    /// What articles assert of a name and another: who runs, leads or takes part in what. In path order, then text
    /// order.
    pub fn ties<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = (&'a Arc<Article>, &'a TiePosting)> {
        let of = move |tie: &&TiePosting| tie.subject == *name || tie.other == *name;
        self.articles_with(name).flat_map(move |a| a.ties.iter().filter(of).map(move |tie| (a, tie)))
    }

    /// The offices that articles place at a body, in path order, then text order.
    pub fn offices_at<'a>(
        &'a self,
        body: &'a Name,
    ) -> impl Iterator<Item = (&'a Arc<Article>, &'a IntroductionPosting)> {
        let at = move |i: &&IntroductionPosting| i.employer.as_ref() == Some(body);
        self.articles_with(body).flat_map(move |a| a.introductions.iter().filter(at).map(move |i| (a, i)))
    }

    /// The speeches that may have words in common with `words`, in path order, then text order, of speakers for
    /// whom `whose` is true: [`shared_words`](super::quote::shared_words) tells whether they are too alike.
    pub fn quotes_like<'a>(
        &'a self,
        words: &[u32],
        whose: impl Fn(&Speaker) -> bool + 'a,
    ) -> impl Iterator<Item = (&'a Arc<Article>, &'a QuotePosting)> {
        let runs = runs(words);
        let articles: Vec<&Arc<Article>> = self.merged(self.base.with_runs(&runs)).collect();
        let known: FxHashSet<u32> = runs.into_iter().collect();
        let quotes = articles.into_iter().flat_map(|a| a.quotes.iter().map(move |q| (a, q)));
        // Most speeches with the same words are one speaker's, and asking for the speaker costs least.
        quotes.filter(move |(_, q)| whose(&q.speaker) && q.samples().iter().any(|run| known.contains(run)))
    }

    /// The unknown names of the folder, each once, sorted.
    pub fn names(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> =
            self.articles().flat_map(|a| a.candidates.iter().map(|c| c.name.clone())).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The articles when the folder was last read.
    pub(super) fn base(&self) -> &Base {
        &self.base
    }

    /// What changed since then.
    pub(super) fn overlay(&self) -> impl Iterator<Item = (&Path, &Option<Arc<Article>>)> {
        self.overlay.iter().map(|(path, article)| (&**path, article))
    }

    /// `path` as people write it: seen from the root, with "/".
    pub fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }

    /// True when the overlay tells of the file of `article`.
    fn hides(&self, article: &Article) -> bool {
        // Few articles are open: to see that the bytes of their paths differ costs less than to look one up.
        const FEW: usize = 16;
        match self.overlay.len() {
            0..=FEW => self.overlay.keys().any(|path| article.is_at(path)),
            _ => self.overlay.contains_key(&article.path),
        }
    }

    /// `base` (in path order) without what the overlay hides, and all that the overlay holds, in path order.
    fn merged<'a>(
        &'a self,
        base: impl Iterator<Item = &'a Arc<Article>>,
    ) -> impl Iterator<Item = &'a Arc<Article>> {
        let mut base = base.filter(|a| !self.hides(a)).peekable();
        let mut changed = self.overlay.values().flatten().peekable();
        std::iter::from_fn(move || match (base.peek(), changed.peek()) {
            (Some(b), Some(c)) if b.path < c.path => base.next(),
            (_, Some(_)) => changed.next(),
            (_, None) => base.next(),
        })
    }
}

//! The index over all articles: an immutable base and a small overlay for open and changed ones.

use super::affected::Affected;
use super::article::Article;
use super::base::Base;
use super::name::{Name, NameIn};
use super::posting::{CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
use super::quote::{QuotePosting, Speaker, runs};
use crate::catalog::{Catalog, EntityIx};
use crate::config::Config;
use crate::document::Document;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::ffi::OsStr;
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

    /// The same with articles that another corpus may share.
    pub fn share_base(&mut self, articles: Vec<Arc<Article>>) {
        self.state.base = Arc::new(Base::from_shared(articles));
        self.state.complete = true;
    }

    /// Puts an open or changed article in front of its base entry.
    pub fn put(&mut self, article: Article) -> Affected {
        let old = self.state.article(&article.path).map(|a| &**a);
        let affected = Affected::between(old, Some(&article), &self.state);
        Arc::make_mut(&mut self.state.overlay).insert(article.path.clone(), Some(Arc::new(article)));
        affected
    }

    /// Puts the present state of an article that is being edited in front of its base entry.
    pub fn edit(&mut self, path: &Arc<Path>, document: &Arc<Document>) -> Affected {
        let before = self.state.article(path).map(|article| &**article);
        self.put(Article::edited(path.clone(), document, before))
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

    /// True where an article lies, or lay when the folder was read, below `folder`.
    pub fn has_below(&self, folder: &Path) -> bool {
        let below = |path: &Path| path.starts_with(folder) && path != folder;
        self.base.has_below(folder) || self.overlay.keys().any(|path| below(path))
    }

    /// The mentions of a known name, in path order, then text order.
    pub fn mentions(&self, entity: EntityIx) -> impl Iterator<Item = (&Arc<Article>, Posting)> {
        let articles = self.merged(self.base.with_name(Name::Known(entity).key()));
        articles.flat_map(move |a| a.mentions(entity).map(move |p| (a, p)))
    }

    /// The mentions of an unknown name by its fullest form, in path order, then text order.
    pub fn candidates<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, CandidatePosting<'a>)> {
        let articles = self.merged(self.base.with_name(NameIn::New(name).key()));
        articles.flat_map(move |a| a.candidates().filter(move |c| c.name == name).map(move |c| (a, c)))
    }

    /// The expansions of an acronym, in path order, then text order.
    pub fn expansions<'a>(
        &'a self,
        short: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, ExpansionPosting<'a>)> {
        let articles = self.merged(self.base.with_acronym(short));
        articles.flat_map(move |a| a.expansions().filter(move |e| e.short == short).map(move |e| (a, e)))
    }

    /// The passages that introduce a known name, in path order, then text order.
    pub fn introductions(
        &self,
        entity: EntityIx,
    ) -> impl Iterator<Item = (&Arc<Article>, IntroductionPosting<'_>)> {
        let articles = self.merged(self.base.telling_of(Name::Known(entity).key()));
        let of = move |i: &IntroductionPosting| i.entity == Some(entity);
        articles.flat_map(move |a| a.introductions().filter(of).map(move |i| (a, i)))
    }

    /// The passages that introduce an unknown name, in path order, then text order.
    pub fn introductions_of_name<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, IntroductionPosting<'a>)> {
        let articles = self.merged(self.base.telling_of(NameIn::New(name).key()));
        let of = move |i: &IntroductionPosting| i.entity.is_none() && i.name == name;
        articles.flat_map(move |a| a.introductions().filter(of).map(move |i| (a, i)))
    }

    /// The articles that write of a name, in path order.
    pub fn articles_with<'a>(&'a self, name: &'a Name) -> Box<dyn Iterator<Item = &'a Arc<Article>> + 'a> {
        let key = name.key();
        match name {
            Name::Known(entity) => {
                Box::new(self.merged(self.base.with_name(key)).filter(move |a| a.names_entity(*entity)))
            }
            Name::New(name) => Box::new(
                self.merged(self.base.with_name(key))
                    .filter(move |a| a.candidates().any(|c| *c.name == **name)),
            ),
        }
    }

    /// The articles that may tell who or what a name is or whom it belongs together with, in path order.
    fn telling_of(&self, name: &Name) -> impl Iterator<Item = &Arc<Article>> {
        self.merged(self.base.telling_of(name.key()))
    }

    /// What articles assert of a name and another: who runs, leads or takes part in what. In path order, then text
    /// order.
    pub fn ties<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = (&'a Arc<Article>, TiePosting<'a>)> {
        let of = move |tie: &TiePosting| tie.subject == *name || tie.other == *name;
        self.telling_of(name).flat_map(move |a| a.ties().filter(of).map(move |tie| (a, tie)))
    }

    /// The offices that articles place at a body, in path order, then text order.
    pub fn offices_at<'a>(
        &'a self,
        body: &'a Name,
    ) -> impl Iterator<Item = (&'a Arc<Article>, IntroductionPosting<'a>)> {
        let at = move |i: &IntroductionPosting| i.employer.is_some_and(|employer| employer == *body);
        self.telling_of(body).flat_map(move |a| a.introductions().filter(at).map(move |i| (a, i)))
    }

    /// The speeches outside the article `except` that may have words in common with `words`, in path order, then text
    /// order, of speakers for whom `whose` is true: [`shared_words`](super::quote::shared_words) tells whether they are too alike.
    pub fn quotes_like<'a>(
        &'a self,
        words: &[u32],
        except: &Path,
        whose: impl Fn(&Speaker) -> bool + 'a,
    ) -> impl Iterator<Item = (&'a Arc<Article>, QuotePosting)> {
        let others = self.merged(self.base.with_runs(words)).filter(|article| !article.is_at(except));
        let articles: Vec<&Arc<Article>> = others.collect();
        let known: FxHashSet<u32> =
            if articles.is_empty() { FxHashSet::default() } else { runs(words).collect() };
        let quotes = articles.into_iter().flat_map(|a| a.quotes().map(move |q| (a, q)));
        // Most speeches of an article share no words, and to ask for the speaker means to compare names.
        quotes.filter(move |(_, q)| q.samples().iter().any(|run| known.contains(run)) && whose(&q.speaker))
    }

    /// The unknown names of the folder, each once, sorted.
    pub fn names(&self) -> Vec<Arc<str>> {
        let mut names: Vec<&str> = self.articles().flat_map(|a| a.candidates().map(|c| c.name)).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().map(Arc::from).collect()
    }

    /// True where `other` is the same but for what stands in the article at `path`.
    pub fn is_but_for(&self, other: &Snapshot, path: &Path) -> bool {
        let same_folder = self.root == other.root
            && self.complete == other.complete
            && Arc::ptr_eq(&self.config, &other.config)
            && Arc::ptr_eq(&self.catalog, &other.catalog)
            && Arc::ptr_eq(&self.base, &other.base);
        fn changed<'s>(
            snapshot: &'s Snapshot,
            besides: &Path,
        ) -> impl Iterator<Item = (&'s OsStr, Option<*const Article>)> {
            let others = snapshot.overlay.iter().map(|(path, article)| (path.as_os_str(), article));
            let others = others.filter(move |(path, _)| *path != besides.as_os_str());
            others.map(|(path, article)| (path, article.as_ref().map(Arc::as_ptr)))
        }
        same_folder && changed(self, path).eq(changed(other, path))
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
    pub(super) fn hides(&self, article: &Article) -> bool {
        // Few articles are open: to see that the bytes of their paths differ costs less than to look one up.
        const FEW: usize = 16;
        match self.overlay.len() {
            0..=FEW => self.overlay.keys().any(|path| article.is_at(path)),
            _ => self.overlay.contains_key(&article.path),
        }
    }

    /// `base` (in path order) without what the overlay hides, and all that the overlay holds, in path order.
    pub(super) fn merged<'a>(
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

//! The index over all articles: an immutable base and a small overlay for open and changed ones.

use super::affected::{Affected, Exchange};
use super::article::Article;
use super::base::Base;
use super::keyed::By;
use super::name::{Name, NameIn, NameKey};
use super::overlay::Overlay;
use super::posting::{CandidatePosting, Posting};
use super::quote::{Hints, QuotePosting, may_have_run, runs};
use crate::catalog::{Catalog, EntityIx};
use crate::config::Config;
use crate::document::Document;
use std::path::Path;
use std::sync::Arc;

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
        self.lay(Base::new(articles), |_| true);
        self.state.complete = true;
    }

    /// The same with articles that another corpus may share.
    pub fn share_base(&mut self, articles: Vec<Arc<Article>>) {
        self.lay(Base::from_shared(articles), |_| true);
        self.state.complete = true;
    }

    /// Puts another base below those files of the overlay for which `stays` is true.
    fn lay(&mut self, base: Base, stays: impl Fn(&Path) -> bool) {
        let files = self.state.overlay.files().filter(|(path, _)| stays(path));
        let files = files.map(|(path, article)| (path.clone(), article.clone()));
        self.state.overlay = Arc::new(Overlay::over(&base, files));
        self.state.base = Arc::new(base);
    }

    /// Puts a changed article in front of its base entry.
    pub fn put(&mut self, article: Article) -> Affected {
        let old = self.state.article(&article.path).cloned();
        let exchange = self.exchange(old.as_deref(), article, false);
        self.affected_by(&exchange)
    }

    /// Puts the present state of an article that is being edited in front of its base entry.
    pub fn edit(&mut self, path: &Arc<Path>, document: &Arc<Document>) -> Exchange {
        let old = self.state.article(path).cloned();
        let (article, same_keys) = Article::edited(path.clone(), document, old.as_deref());
        self.exchange(old.as_deref(), article, same_keys)
    }

    /// Puts `article` in the place of `old`. `same_keys` where both are found by the same.
    fn exchange(&mut self, old: Option<&Article>, article: Article, same_keys: bool) -> Exchange {
        let exchange = Exchange::of(old, &article);
        let keys = if same_keys { (None, None) } else { (exchange.old.as_ref(), Some(&exchange.new)) };
        let (path, keys) = (article.path.clone(), old.map(|_| keys));
        let overlay = Arc::make_mut(&mut self.state.overlay);
        overlay.put(&self.state.base, path, Some(Arc::new(article)), keys);
        exchange
    }

    /// What of the findings in other articles the change of one may have changed.
    pub fn affected_by(&self, exchange: &Exchange) -> Affected {
        self.state.affected_by(exchange)
    }

    /// Takes an article out: its file is gone.
    pub fn remove(&mut self, path: &Path) -> Affected {
        let affected = Affected::between(self.state.article(path).map(|a| &**a), None, &self.state);
        let overlay = Arc::make_mut(&mut self.state.overlay);
        if self.state.base.article(path).is_some() {
            overlay.put(&self.state.base, path.into(), None, None);
        } else {
            overlay.remove(path);
        }
        affected
    }

    /// Moves the overlay's entries into the base, those for which `open` is true excepted. Takes time in
    /// proportion to the folder: for the pause after many files have changed on disk.
    pub fn settle(&mut self, open: impl Fn(&Path) -> bool) {
        let overlay = self.state.overlay.clone();
        let settled = |path: &Path| overlay.get(path).is_some() && !open(path);
        let new = overlay.files().filter(|(path, _)| !open(path));
        let new: Vec<_> = new.filter_map(|(_, article)| article.clone()).collect();
        if overlay.files().any(|(path, _)| !open(path)) {
            let old = self.state.base.articles().iter().filter(|article| !settled(&article.path)).cloned();
            self.lay(Base::from_shared(old.chain(new).collect()), open);
        }
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
    /// What of the findings in other articles the change of one, which it knows of, may have changed.
    pub fn affected_by(&self, exchange: &Exchange) -> Affected {
        Affected::between(exchange.old.as_ref(), Some(&exchange.new), self)
    }

    /// All articles, in path order.
    pub fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        let base = 0..self.base.articles().len() as u32;
        self.overlay.merged(&self.base, base, 0..self.overlay.len() as u32)
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
        self.base.has_below(folder) || self.overlay.files().any(|(path, _)| below(path))
    }

    /// The mentions of a known name, in path order, then text order.
    pub fn mentions(&self, entity: EntityIx) -> impl Iterator<Item = (&Arc<Article>, Posting)> {
        let articles = self.with_name(NameIn::Known(entity).key());
        articles.flat_map(move |a| a.mentions(entity).map(move |p| (a, p)))
    }

    /// The same outside the article `except`, which is not read.
    pub fn mentions_outside<'a>(
        &'a self,
        entity: EntityIx,
        except: &'a Path,
    ) -> impl Iterator<Item = (&'a Arc<Article>, Posting)> {
        let articles = self.with_name(NameIn::Known(entity).key()).filter(move |a| !a.is_at(except));
        articles.flat_map(move |a| a.mentions(entity).map(move |p| (a, p)))
    }

    /// The mentions of an unknown name by its fullest form, in path order, then text order.
    pub fn candidates<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, CandidatePosting<'a>)> {
        let articles = self.with_name(NameIn::New(name).key());
        articles.flat_map(move |a| a.candidates().filter(move |c| c.name == name).map(move |c| (a, c)))
    }

    /// The same outside the article `except`, which is not read.
    pub fn candidates_outside<'a>(
        &'a self,
        name: &'a str,
        except: &'a Path,
    ) -> impl Iterator<Item = (&'a Arc<Article>, CandidatePosting<'a>)> {
        let articles = self.with_name(NameIn::New(name).key()).filter(move |a| !a.is_at(except));
        articles.flat_map(move |a| a.candidates().filter(move |c| c.name == name).map(move |c| (a, c)))
    }

    /// The articles that write of a name, in path order.
    pub fn articles_with<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = &'a Arc<Article>> {
        self.with_name(name.key()).filter(move |article| article.names(name))
    }

    /// The articles that write of a name, and of a new one perhaps some that do not, in path order.
    fn with_name(&self, key: NameKey) -> impl Iterator<Item = &Arc<Article>> {
        self.overlay.merged_with(&self.base, self.base.names(key).iter(), By::Name, key.0)
    }

    /// The speeches outside the article `except` that may have words in common with `words`, in path order, then text
    /// order: [`shared_words`](super::quote::shared_words) tells whether they are too alike.
    pub fn quotes_like<'a>(
        &'a self,
        words: &[u16],
        except: &Path,
    ) -> impl Iterator<Item = (&'a Arc<Article>, QuotePosting)> {
        let read = self.base.with_runs(words).into_iter();
        let all = self.overlay.merged(&self.base, read, 0..self.overlay.len() as u32);
        let articles: Vec<&Arc<Article>> = all.filter(|article| !article.is_at(except)).collect();
        // Most speeches of an article share no words.
        let asked = (!articles.is_empty()).then(|| {
            let own = Hints::of(words.iter().copied().map(u32::from));
            (own, Hints::of(runs(words)), runs(words).collect::<Vec<u32>>())
        });
        articles.into_iter().flat_map(move |article| {
            let known = asked.as_ref().map(|(words, hints, asked)| {
                let quotes = article.quotes_with(|own| may_have_run(own.len(), |at| own.get(at), words));
                let quotes = quotes.filter(|q| q.runs().any(|run| hints.has(run)));
                let shares = |run: &u32| hints.has(*run) && asked.contains(run);
                quotes.filter(|q| q.samples().iter().any(shares)).collect::<Vec<_>>()
            });
            known.into_iter().flatten().map(move |quote| (article, quote))
        })
    }

    /// True where `other` is the same but for what stands in the article at `path`.
    pub fn is_but_for(&self, other: &Snapshot, path: &Path) -> bool {
        let same_folder = self.root == other.root
            && self.complete == other.complete
            && Arc::ptr_eq(&self.config, &other.config)
            && Arc::ptr_eq(&self.catalog, &other.catalog)
            && Arc::ptr_eq(&self.base, &other.base);
        same_folder && self.overlay.is_but_for(&other.overlay, path)
    }

    /// The articles when the folder was last read.
    pub(super) fn base(&self) -> &Base {
        &self.base
    }

    /// What changed since then.
    pub(super) fn overlay(&self) -> &Overlay {
        &self.overlay
    }

    /// `path` as people write it: seen from the root, with "/".
    pub fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

//! The articles of a folder as last read: sorted, indexed, never changed.

use super::ages::Ages;
use super::article::Article;
use super::begun::Beginnings;
use super::counted::CommonNames;
use super::keyed::By;
use super::long_forms::LongForms;
use super::long_names::LongNames;
use super::name::{NameIn, NameKey};
use super::offices::Offices;
use super::pairs::Pairs;
use super::places::{List, Places};
use super::quote::runs;
use super::runs::Runs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Articles in path order, and which of them hold what. An article is known by its place in that order.
#[derive(Debug, Default)]
pub(super) struct Base {
    articles: Vec<Arc<Article>>,
    ages: Ages,
    /// By the [`NameKey`], of known and of new names.
    names: Places,
    /// By the [`key`](super::name::key) of the acronym.
    acronyms: Places,
    long_forms: LongForms,
    /// Runs of words and the articles with a speech that has them.
    runs: Runs,
    offices: Offices,
    /// By the [`NameKey`] the ages of the articles that introduce it.
    introducing: Places,
    /// By the [`NameKey`] the ages of the articles that say who belongs to it or whom it belongs to.
    telling: Places,
    common: CommonNames,
    /// How the names begin; built when a name is first completed.
    begun: OnceLock<Beginnings>,
    /// Which of them share two words; built when that is first asked.
    long_names: OnceLock<LongNames>,
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
        let ages = Ages::new(&articles);
        let by_place = ages.by_place();
        // By far the most is gathered for these: by themselves they take no more memory than all lists together.
        let runs = Pairs::of(&articles, |a| Box::new(a.samples()));
        let runs = Runs::new(runs.len(), articles.len(), runs.parts());
        let places = |by: By| Pairs::of(&articles, |article| by.keys(article)).parts();
        let by_age = |by: By| {
            Places::new(places(by).map(|mut pairs| {
                pairs.iter_mut().for_each(|pair| pair.1 = by_place[pair.1 as usize]);
                pairs
            }))
        };
        // Each part works on all cores for most of its time; the others fill the rest.
        let ((names, common), ((introducing, telling), (offices, (acronyms, long_forms)))) = rayon::join(
            || {
                let names = Places::new(places(By::Name));
                let common = CommonNames::new(&articles, &names, &by_place, ages.dated());
                (names, common)
            },
            || {
                let told = || (by_age(By::Introduced), by_age(By::Told));
                let written_out = || (Places::new(places(By::Letters)), LongForms::new(&articles));
                rayon::join(told, || rayon::join(|| Offices::new(&articles), written_out))
            },
        );
        let (begun, long_names) = Default::default();
        Base {
            articles,
            ages,
            names,
            acronyms,
            long_forms,
            runs,
            offices,
            introducing,
            telling,
            common,
            begun,
            long_names,
        }
    }

    pub(super) fn articles(&self) -> &[Arc<Article>] {
        &self.articles
    }

    /// The article at a place.
    pub(super) fn at(&self, place: u32) -> Option<&Arc<Article>> {
        self.articles.get(place as usize)
    }

    /// Where the article at `path` stands, or would stand.
    pub(super) fn place(&self, path: &Path) -> Result<u32, u32> {
        let found = self.articles.binary_search_by(|article| (*article.path).cmp(path));
        found.map(|at| at as u32).map_err(|at| at as u32)
    }

    pub(super) fn article(&self, path: &Path) -> Option<&Arc<Article>> {
        self.place(path).ok().and_then(|place| self.at(place))
    }

    /// True where an article lies below `folder`.
    pub(super) fn has_below(&self, folder: &Path) -> bool {
        // What lies below a folder follows it in path order.
        let behind = self.articles.partition_point(|a| *a.path <= *folder);
        self.articles.get(behind).is_some_and(|a| a.path.starts_with(folder))
    }

    pub(super) fn ages(&self) -> &Ages {
        &self.ages
    }

    /// The places of articles of these ages, in order.
    pub(super) fn by_place(&self, ages: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut places: Vec<u32> = ages.filter_map(|age| self.ages.place(age)).collect();
        places.sort_unstable();
        places
    }

    /// The places of the articles that write of a name, and of a new one perhaps of some that do not: see
    /// [`key`](super::name::key).
    pub(super) fn names(&self, name: NameKey) -> List<'_> {
        self.names.of(name.0)
    }

    /// The ages of the articles that introduce a name, and of a new one perhaps of some that do not.
    pub(super) fn introducing(&self, name: NameKey) -> List<'_> {
        self.introducing.of(name.0)
    }

    /// The ages of the articles that tell who belongs to a name or whom it belongs to.
    pub(super) fn telling(&self, name: NameKey) -> List<'_> {
        self.telling.of(name.0)
    }

    pub(super) fn common(&self) -> &CommonNames {
        &self.common
    }

    pub(super) fn offices(&self) -> &Offices {
        &self.offices
    }

    pub(super) fn long_forms(&self) -> &LongForms {
        &self.long_forms
    }

    /// How the new names begin.
    pub(super) fn begun(&self) -> &Beginnings {
        self.begun.get_or_init(|| {
            let used = |name: &str| self.names(NameIn::New(name).key()).len();
            Beginnings::of(&self.articles, &used)
        })
    }

    /// Which of the new names share two words.
    pub(super) fn long_names(&self) -> &LongNames {
        self.long_names.get_or_init(|| LongNames::of(&self.articles))
    }

    /// The places of the articles that write out an acronym with this [`key`](super::name::key).
    pub(super) fn with_acronym(&self, key: u32) -> impl Iterator<Item = u32> {
        self.acronyms.of(key).iter()
    }

    /// The places of the articles with a speech that may share a run of words with `words`, in order.
    pub(super) fn with_runs(&self, words: &[u16]) -> Vec<u32> {
        let mut places = Vec::new();
        for run in runs(words) {
            self.runs.add(run, &mut places);
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The articles at these places.
    pub(super) fn all(&self, places: impl Iterator<Item = u32>) -> impl Iterator<Item = &Arc<Article>> {
        places.filter_map(|place| self.at(place))
    }
}

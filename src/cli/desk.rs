//! The corpora that the given paths belong to, loaded.

use super::held::Held;
use super::paths::{Given, common_folder};
use super::progress::Progress;
use crate::config::Config;
use crate::corpus::{Corpus, Snapshot};
use crate::document::Document;
use crate::workspace::{
    Scan, Settings, Skipped, Sound, find_root, index_text, is_article, load_settings, read_article,
    read_article_bytes, read_articles, read_document, scan,
};
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One corpus: its settings, all its articles in the index, and which of them were asked for.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) settings: Settings,
    pub(super) snapshot: Snapshot,
    /// The articles to report on, sorted by path; also those that turned out to be unreadable.
    pub(super) reported: Vec<PathBuf>,
    /// What could not be read, sorted by path.
    pub(super) skipped: Vec<Skipped>,
    /// Files that were given by name and that the folder does not take for articles.
    pub(super) left_out: Vec<PathBuf>,
    held: Arc<Held>,
}

impl Desk {
    /// One of its articles as it was read for the index, else read once more.
    pub(super) fn read(&self, path: &Path) -> Result<Document, Skipped> {
        if let Some(document) = self.held.take(path) {
            return Ok(document);
        }
        let text = read_article(path, &self.settings.config)?;
        Ok(read_document(&self.settings, path, &text))
    }
}

/// Which of the files that are given by name are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// All.
    All,
    /// Those that are articles where only their folder is given. Without a `masthead.toml` nobody has said which these are,
    /// and all are read.
    Articles,
}

/// What belongs to one corpus, before anything of it is read.
struct Plan {
    root: PathBuf,
    /// True when the root has a `masthead.toml`.
    asked: bool,
    /// The files and folders to report on.
    given: Vec<PathBuf>,
    named: Named,
    /// What stands in the one file that is given, where that does not come from the disk.
    typed: Option<Arc<[u8]>>,
}

impl Plan {
    /// True for what is to be reported on.
    fn wants(&self, path: &Path) -> bool {
        self.given.iter().any(|given| path.starts_with(given))
    }

    /// The text of settings or a catalog that does not come from the disk.
    fn typed_settings(&self, path: &Path) -> Option<String> {
        let text = self.typed.as_ref().filter(|_| self.wants(path))?;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }

    /// True for a file that is read where it is given by name.
    fn takes(&self, path: &Path, config: &Config) -> bool {
        self.named == Named::All || !self.asked || is_article(&self.root, config, path)
    }

    /// What lies in the corpus's folders; of the corpora nested in them those that are to be reported on.
    fn scan(&self, config: &Config) -> Scan {
        // With a masthead.toml the whole root is the corpus, else just what was given.
        let folders = if self.asked { std::slice::from_ref(&self.root) } else { &self.given[..] };
        let mut all = Scan::default();
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            let found = scan(folder, config);
            all.articles.extend(found.articles);
            all.nested.extend(found.nested.into_iter().filter(|root| self.wants(root)));
            all.skipped.extend(found.skipped);
        }
        all.nested.sort_unstable();
        all
    }
}

/// Loads every corpus that `given` touches, sorted by root. The root of a corpus is the folder of the nearest
/// `masthead.toml`; the paths that have none make one corpus without it. A folder's nested corpora are
/// reported on too. `held` keeps the articles to report on, as far as it has room; `adjust` may change the settings of
/// each corpus.
pub(super) fn load(given: &Given, named: Named, held: Held, adjust: &dyn Fn(&mut Config)) -> Vec<Desk> {
    let held = Arc::new(held);
    let mut plans: VecDeque<Plan> = plans(given, named).into();
    let mut desks: Vec<Desk> = Vec::new();
    while let Some(plan) = plans.pop_front() {
        let (desk, nested) = open(&plan, &held, adjust);
        desks.push(desk);
        add_nested(&mut plans, nested);
    }
    desks.sort_unstable_by(|a, b| a.settings.root.cmp(&b.settings.root));
    desks
}

/// The corpus of the first path alone, and the roots of those that are nested in that path, sorted.
pub(super) fn load_first(given: &Given) -> Option<(Desk, Vec<PathBuf>)> {
    let plan = plans(given, Named::All).into_iter().next()?;
    Some(open(&plan, &Arc::default(), &|_| {}))
}

/// The corpora of the given paths alone, sorted by root, and the roots of others that are nested in these paths, sorted.
pub(super) fn load_apart(given: &Given) -> (Vec<Desk>, Vec<PathBuf>) {
    let (desks, nested): (Vec<_>, Vec<_>) =
        plans(given, Named::All).iter().map(|plan| open(plan, &Arc::default(), &|_| {})).unzip();
    let asked = |root: &PathBuf| desks.iter().any(|desk: &Desk| *desk.settings.root == **root);
    let nested = nested.into_iter().flatten().filter(|root| !asked(root)).collect();
    (desks, nested)
}

/// The settings of every corpus that [`load`] would read, sorted by root; no article is read.
pub(super) fn all_settings(given: &Given) -> Vec<Settings> {
    let mut plans: VecDeque<Plan> = plans(given, Named::All).into();
    let mut all: Vec<Settings> = Vec::new();
    while let Some(plan) = plans.pop_front() {
        let settings = load_settings(&plan.root, &|_| None, &Sound::default());
        // In a file nothing is nested.
        if plan.given.iter().any(|path| path.is_dir()) {
            add_nested(&mut plans, plan.scan(&settings.config).nested);
        }
        all.push(settings);
    }
    all.sort_unstable_by(|a, b| a.root.cmp(&b.root));
    all
}

fn add_nested(plans: &mut VecDeque<Plan>, nested: Vec<PathBuf>) {
    for root in nested {
        // A nested root is found before its own plan comes up, as plans are sorted by root.
        match plans.iter_mut().find(|plan| plan.root == root) {
            Some(plan) => plan.given.push(root),
            // Nothing but a folder is given of it.
            None => {
                let (given, named) = (vec![root.clone()], Named::All);
                plans.push_back(Plan { given, root, asked: true, named, typed: None });
            }
        }
    }
}

fn plans(all: &Given, named: Named) -> Vec<Plan> {
    let mut by_root: BTreeMap<Option<PathBuf>, Vec<PathBuf>> = BTreeMap::new();
    for path in all.paths() {
        by_root.entry(find_root(path)).or_default().push(path.to_owned());
    }
    let plan = |(root, given): (Option<PathBuf>, Vec<PathBuf>)| {
        let asked = root.is_some();
        let root = root.or_else(|| common_folder(given.iter().map(PathBuf::as_path)))?;
        Some(Plan { root, asked, given, named, typed: all.text() })
    };
    by_root.into_iter().filter_map(plan).collect()
}

/// Reads one corpus. Also gives the roots of the corpora nested in the folders that were asked for.
fn open(plan: &Plan, held: &Arc<Held>, adjust: &dyn Fn(&mut Config)) -> (Desk, Vec<PathBuf>) {
    let mut settings = load_settings(&plan.root, &|path| plan.typed_settings(path), &Sound::default());
    adjust(Arc::make_mut(&mut settings.config));
    let wanted = |path: &Path| plan.wants(path);
    let Scan { mut articles, nested, mut skipped } = plan.scan(&settings.config);
    let files = plan.given.iter().filter(|path| !path.is_dir() && !is_setting(&settings, path)).cloned();
    let (mut taken, left_out): (Vec<_>, Vec<_>) = files.partition(|path| plan.takes(path, &settings.config));
    let typed = plan.typed.as_ref().and_then(|text| Some((taken.pop()?, text)));
    articles.extend(taken);
    articles.retain(|path| typed.as_ref().is_none_or(|(typed, _)| path != typed));
    articles.sort_unstable();
    articles.dedup();

    let progress = Progress::new("Reading articles");
    let keep = |path: &Path, document: Document| {
        if wanted(path) {
            held.keep(path, document);
        }
    };
    let mut loaded = read_articles(&settings, &articles, &|done, all| progress.at(done, all), &keep);
    if let Some((path, text)) = typed {
        let keep = |document| held.hold(&path, document);
        let article = read_article_bytes(&path, text.to_vec(), &settings.config)
            .and_then(|text| index_text(&settings, path.as_path().into(), &text, &keep));
        match article {
            Ok(article) => {
                loaded.articles.push(Arc::new(article));
                articles.push(path);
                articles.sort_unstable();
            }
            Err(unread) => skipped.push(unread),
        }
    }
    skipped.extend(loaded.skipped);
    skipped.sort_by(|a, b| a.path.cmp(&b.path));
    skipped.dedup();
    let mut corpus = Corpus::new(settings.root.clone(), settings.config.clone(), settings.catalog.clone());
    corpus.share_base(loaded.articles);
    articles.retain(|path| wanted(path));
    let held = held.clone();
    (Desk { snapshot: corpus.snapshot(), settings, reported: articles, skipped, left_out, held }, nested)
}

/// True for a configuration or catalog file: it may be given beside articles, as a commit hook does.
fn is_setting(settings: &Settings, path: &Path) -> bool {
    settings.files.iter().any(|(file, _)| **file == *path)
}

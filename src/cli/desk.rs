//! The corpora that the given paths belong to, loaded.

use super::held::Held;
use super::paths::{Given, common_folder};
use super::progress::Progress;
use crate::config::Config;
use crate::corpus::{Corpus, Snapshot};
use crate::document::Document;
use crate::workspace::{
    Settings, Skipped, Sound, find_root, load_settings, read_article, read_articles, read_document, scan,
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

/// What belongs to one corpus, before anything of it is read.
struct Plan {
    root: PathBuf,
    /// True when the root has a `masthead.toml`.
    asked: bool,
    /// The files and folders to report on.
    given: Vec<PathBuf>,
}

/// Loads every corpus that `given` touches, sorted by root. The root of a corpus is the folder of the nearest
/// `masthead.toml`; the paths that have none make one corpus without it. A folder's nested corpora are
/// reported on too. `held` keeps the articles to report on, as far as it has room; `adjust` may change the settings of
/// each corpus.
pub(super) fn load(given: &Given, held: Held, adjust: &dyn Fn(&mut Config)) -> Vec<Desk> {
    let held = Arc::new(held);
    let mut plans: VecDeque<Plan> = plans(given).into();
    let mut desks: Vec<Desk> = Vec::new();
    while let Some(plan) = plans.pop_front() {
        let (desk, nested) = open(&plan, &held, adjust);
        desks.push(desk);
        for root in nested {
            // A nested root is found before its own plan comes up, as plans are sorted by root.
            match plans.iter_mut().find(|plan| plan.root == root) {
                Some(plan) => plan.given.push(root),
                None => plans.push_back(Plan { given: vec![root.clone()], root, asked: true }),
            }
        }
    }
    desks.sort_unstable_by(|a, b| a.settings.root.cmp(&b.settings.root));
    desks
}

/// The settings of every corpus that `given` touches, sorted by root; no article is read.
pub(super) fn all_settings(given: &Given) -> Vec<Settings> {
    let mut roots: Vec<PathBuf> = plans(given).into_iter().map(|plan| plan.root).collect();
    roots.sort_unstable();
    roots.dedup();
    roots.iter().map(|root| load_settings(root, &|_| None, &Sound::default())).collect()
}

fn plans(given: &Given) -> Vec<Plan> {
    let mut by_root: BTreeMap<Option<PathBuf>, Vec<PathBuf>> = BTreeMap::new();
    for path in given.paths() {
        by_root.entry(find_root(path)).or_default().push(path.to_owned());
    }
    let plan = |(root, given): (Option<PathBuf>, Vec<PathBuf>)| {
        let asked = root.is_some();
        let root = root.or_else(|| common_folder(given.iter().map(PathBuf::as_path)))?;
        Some(Plan { root, asked, given })
    };
    by_root.into_iter().filter_map(plan).collect()
}

/// Reads one corpus. Also gives the roots of the corpora nested in the folders that were asked for.
fn open(plan: &Plan, held: &Arc<Held>, adjust: &dyn Fn(&mut Config)) -> (Desk, Vec<PathBuf>) {
    let mut settings = load_settings(&plan.root, &|_| None, &Sound::default());
    adjust(Arc::make_mut(&mut settings.config));
    let wanted = |path: &Path| plan.given.iter().any(|given| path.starts_with(given));
    // With a masthead.toml the whole root is the corpus, else just what was given.
    let folders = if plan.asked { std::slice::from_ref(&plan.root) } else { &plan.given[..] };
    let (mut articles, mut nested, mut skipped) = (Vec::new(), Vec::new(), Vec::new());
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let found = scan(folder, &settings.config);
        articles.extend(found.articles);
        nested.extend(found.nested.into_iter().filter(|root| wanted(root)));
        skipped.extend(found.skipped);
    }
    articles.extend(plan.given.iter().filter(|path| !path.is_dir() && !is_setting(&settings, path)).cloned());
    articles.sort_unstable();
    articles.dedup();

    let progress = Progress::new("Reading articles");
    let keep = |path: &Path, document: Document| {
        if wanted(path) {
            held.keep(path, document);
        }
    };
    let loaded = read_articles(&settings, &articles, &|done, all| progress.at(done, all), &keep);
    skipped.extend(loaded.skipped);
    skipped.sort_by(|a, b| a.path.cmp(&b.path));
    skipped.dedup();
    let mut corpus = Corpus::new(settings.root.clone(), settings.config.clone(), settings.catalog.clone());
    corpus.share_base(loaded.articles);
    articles.retain(|path| wanted(path));
    let held = held.clone();
    (Desk { snapshot: corpus.snapshot(), settings, reported: articles, skipped, held }, nested)
}

/// True for a configuration or catalog file: it may be given beside articles, as a commit hook does.
fn is_setting(settings: &Settings, path: &Path) -> bool {
    settings.files.iter().any(|(file, _)| **file == *path)
}

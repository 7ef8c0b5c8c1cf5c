//! Reads the articles of a corpus.

use super::articles::find_articles;
use super::reading::{Skipped, article_format, read_article};
use super::settings::Settings;
use crate::catalog::Change;
use crate::corpus::{Article, Snapshot};
use crate::document::{Document, digest};
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What reading a folder gave.
#[derive(Debug, Default)]
pub struct Loaded {
    /// In path order.
    pub articles: Vec<Article>,
    /// In path order.
    pub skipped: Vec<Skipped>,
}

/// Finds and reads all articles under the root, in parallel on rayon's current pool. `progress` is told (done, all)
/// and may answer false to stop.
pub fn read_folder(settings: &Settings, progress: &(dyn Fn(usize, usize) -> bool + Sync)) -> Loaded {
    let (paths, skipped) = find_articles(&settings.root, &settings.config);
    let mut loaded = read_articles(settings, &paths, progress);
    loaded.skipped.extend(skipped);
    loaded.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    loaded
}

/// Reads the articles at `paths`, in parallel on rayon's current pool; the answer is in their order. A file
/// whose reading goes wrong in the program itself costs that file alone. `progress` as in [`read_folder`].
pub fn read_articles(
    settings: &Settings,
    paths: &[PathBuf],
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Loaded {
    let (done, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let read = paths.par_iter().filter_map(|path| {
        if stopped.load(Ordering::Relaxed) {
            return None;
        }
        let article = index(settings, path);
        if !progress(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len()) {
            stopped.store(true, Ordering::Relaxed);
        }
        Some(article)
    });
    let mut loaded = Loaded::default();
    for article in read.collect::<Vec<_>>() {
        match article {
            Ok(article) => loaded.articles.push(article),
            Err(skipped) => loaded.skipped.push(skipped),
        }
    }
    loaded
}

/// The articles of `before`, which were read with another state of the catalog, in that of `settings`: those that the
/// `change` concerns, and those whose files moved on, are read anew, in parallel on rayon's current pool; the others
/// keep what was read of them. Files that `before` does not know are not looked for. `progress` as in
/// [`read_folder`].
pub fn reread_articles(
    settings: &Settings,
    before: &Snapshot,
    change: &Change,
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Vec<Arc<Article>> {
    let articles: Vec<&Arc<Article>> = before.articles().collect();
    let (done, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let read = articles.par_iter().filter_map(|article| {
        if stopped.load(Ordering::Relaxed) {
            return None;
        }
        let text = read_article(&article.path, &settings.config).ok();
        let read = text.and_then(|text| {
            let same =
                || digest(&text) == article.digest && !change.concerns(&text, article_format(&article.path));
            match article.renumbered(change).filter(|_| same()) {
                Some(kept) => Some(kept),
                None => index_text(settings, &article.path, &text).ok().map(Arc::new),
            }
        });
        if !progress(done.fetch_add(1, Ordering::Relaxed) + 1, articles.len()) {
            stopped.store(true, Ordering::Relaxed);
        }
        read
    });
    read.collect()
}

/// Reads `text`, the article at `path`, with the catalog of its corpus. Only the part of the path below the
/// root is looked at for a date, so that the answer is the same on every machine.
pub fn read_document(settings: &Settings, path: &Path, text: &str) -> Document {
    let relative = path.strip_prefix(&settings.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    Document::read(text, article_format(path), &relative, &settings.catalog)
}

fn index(settings: &Settings, path: &Path) -> Result<Article, Skipped> {
    index_text(settings, path, &read_article(path, &settings.config)?)
}

fn index_text(settings: &Settings, path: &Path, text: &str) -> Result<Article, Skipped> {
    // The catalog and the text are only read, so nothing half changed outlives a panic.
    let read =
        catch_unwind(AssertUnwindSafe(|| Article::new(path.into(), &read_document(settings, path, text))));
    read.map_err(|_| Skipped::new(path, "Masthead failed on this article: please report it"))
}

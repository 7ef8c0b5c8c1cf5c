//! Reads the articles of a corpus.

use super::articles::find_articles;
use super::reading::{Skipped, article_format, read_article};
use super::settings::Settings;
use crate::corpus::Article;
use crate::document::Document;
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
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

/// Reads `text`, the article at `path`, with the catalog of its corpus. Only the part of the path below the
/// root is looked at for a date, so that the answer is the same on every machine.
pub fn read_document(settings: &Settings, path: &Path, text: &str) -> Document {
    let relative = path.strip_prefix(&settings.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    Document::read(text, article_format(path), &relative, &settings.catalog)
}

fn index(settings: &Settings, path: &Path) -> Result<Article, Skipped> {
    let text = read_article(path, &settings.config)?;
    // The catalog and the text are only read, so nothing half changed outlives a panic.
    let read =
        catch_unwind(AssertUnwindSafe(|| Article::new(path.into(), &read_document(settings, path, &text))));
    read.map_err(|_| Skipped::new(path, "Masthead failed on this article: please report it"))
}

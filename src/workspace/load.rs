//! Reads the articles of a corpus.

use super::articles::find_articles;
use super::cache::{Known, Stamp};
use super::reading::{Skipped, article_format, look_at, read_found};
use super::settings::Settings;
use crate::catalog::Change;
use crate::corpus::{Article, Renumbering, Sharing};
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
    pub articles: Vec<Arc<Article>>,
    /// By what the file of each is known the next time.
    pub stamps: Vec<Option<Stamp>>,
    /// How many of them were known before and not read again.
    pub known: usize,
    /// In path order.
    pub skipped: Vec<Skipped>,
}

impl Loaded {
    /// What is known of the articles' files where the `change` of the catalog leaves all readings as they are: for
    /// reading the folder again. Nothing, where it does not.
    pub fn known(&self, change: &Change) -> Known {
        if !change.is_none() {
            return Known::default();
        }
        let stamped = self.articles.iter().zip(&self.stamps);
        stamped
            .filter_map(|(article, stamp)| Some((article.path.clone(), ((*stamp)?, article.clone()))))
            .collect()
    }
}

/// Finds all articles under the root and reads those that are not as they were when they became `known`, in parallel on
/// rayon's current pool. `progress` is told (done, all) and may answer false to stop.
pub fn read_folder(
    settings: &Settings,
    known: &Known,
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Loaded {
    let (paths, skipped) = find_articles(&settings.root, &settings.config);
    // Each is kept as it is by its article.
    let paths: Vec<Arc<Path>> = paths.into_iter().map(Arc::from).collect();
    let mut loaded = read_each(&paths, progress, &|path| index(settings, known, path.clone(), &drop));
    loaded.skipped.extend(skipped);
    loaded.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    loaded
}

/// Reads the articles at `paths`, in parallel on rayon's current pool; the answer is in their order. A file
/// whose reading goes wrong in the program itself costs that file alone. `keep` is given each as it was read, in any
/// order. `progress` as in [`read_folder`].
pub fn read_articles(
    settings: &Settings,
    paths: &[PathBuf],
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
    keep: &(dyn Fn(&Path, Document) + Sync),
) -> Loaded {
    let none = Known::default();
    read_each(paths, progress, &|path| {
        index(settings, &none, path.as_path().into(), &|document| keep(path, document))
    })
}

/// The articles of `before`, which were read with another state of the catalog, in that of `settings`: those that the
/// `change` concerns, and those whose files moved on, are read anew, in parallel on rayon's current pool; the others
/// keep what was read of them. Other files are not looked for. `progress` as in [`read_folder`].
pub fn reread_articles(
    settings: &Settings,
    before: &[Arc<Article>],
    change: &Change,
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Loaded {
    let renumbering = Renumbering::new(change);
    read_each(before, progress, &|article| {
        let path = &article.path;
        let found = look_at(path, &settings.config)?;
        let text = read_found(path, &found, &settings.config)?;
        let concerned = || digest(&text) != article.digest() || change.concerns(&text, article_format(path));
        let kept = renumbering.of(article).filter(|_| !concerned());
        let known = kept.is_some();
        let article = match kept {
            Some(kept) => kept,
            None => Arc::new(index_text(settings, path.clone(), &text, &drop)?),
        };
        Ok(Read { article, stamp: Stamp::of(&found), known })
    })
}

/// An article, read or known.
struct Read {
    article: Arc<Article>,
    stamp: Option<Stamp>,
    known: bool,
}

/// So many articles are read in a moment by one thread. Another would keep memory of its own for them.
const FEW: usize = 8;

fn read_each<F: Sync>(
    files: &[F],
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
    read: &(dyn Fn(&F) -> Result<Read, Skipped> + Sync),
) -> Loaded {
    let (done, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let sharing = Sharing::default();
    let all = files.par_iter().with_min_len(FEW).map(|file| {
        if stopped.load(Ordering::Relaxed) {
            return None;
        }
        let read = read(file).map(|read| (sharing.take(read.article), read.stamp, read.known));
        if !progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len()) {
            stopped.store(true, Ordering::Relaxed);
        }
        Some(read)
    });
    let (mut loaded, mut articles) = (Loaded::default(), Vec::with_capacity(files.len()));
    loaded.stamps.reserve_exact(files.len());
    for read in all.collect::<Vec<_>>().into_iter().flatten() {
        match read {
            Ok((article, stamp, known)) => {
                articles.push(article);
                loaded.stamps.push(stamp);
                loaded.known += usize::from(known);
            }
            Err(skipped) => loaded.skipped.push(skipped),
        }
    }
    loaded.articles = sharing.finish(articles);
    loaded
}

/// Reads `text`, the article at `path`, with the catalog of its corpus. Only the part of the path below the
/// root is looked at for a date, so that the answer is the same on every machine.
pub fn read_document(settings: &Settings, path: &Path, text: &str) -> Document {
    let relative = path.strip_prefix(&settings.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    Document::read(text, article_format(path), &relative, &settings.catalog)
}

fn index(
    settings: &Settings,
    known: &Known,
    path: Arc<Path>,
    keep: &dyn Fn(Document),
) -> Result<Read, Skipped> {
    let found = look_at(&path, &settings.config)?;
    let stamp = Stamp::of(&found);
    if let Some((then, article)) = known.get(&path)
        && Some(*then) == stamp
    {
        return Ok(Read { article: article.clone(), stamp, known: true });
    }
    let text = read_found(&path, &found, &settings.config)?;
    Ok(Read { article: Arc::new(index_text(settings, path, &text, keep)?), stamp, known: false })
}

/// Reads `text`, the article at `path`, for the index; `keep` is given it as it was read. An article on which the program
/// itself fails is skipped.
pub fn index_text(
    settings: &Settings,
    path: Arc<Path>,
    text: &str,
    keep: &dyn Fn(Document),
) -> Result<Article, Skipped> {
    // The catalog and the text are only read, so nothing half changed outlives a panic.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let document = read_document(settings, &path, text);
        let article = Article::new(path.clone(), &document);
        keep(document);
        article
    }));
    read.map_err(|_| Skipped::failed(&path))
}

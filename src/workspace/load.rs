//! Loads a corpus: settings, catalogs, articles.

use super::articles::Skipped;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::corpus::Article;
use crate::diagnostic::Diagnostic;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The configuration and catalog of one root.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder.
    pub root: Arc<Path>,
    /// Its settings.
    pub config: Arc<Config>,
    /// Its catalog.
    pub catalog: Arc<Catalog>,
    /// The files read for it, with their texts: `masthead.toml` first, then catalogs in path order.
    pub files: Vec<(Arc<Path>, Arc<str>)>,
    /// What is wrong with them, by file, in the same order; only files with faults.
    pub faults: Vec<(Arc<Path>, Vec<Diagnostic>)>,
}

/// What reading a folder gave.
#[derive(Debug, Default)]
pub struct Loaded {
    /// In path order.
    pub articles: Vec<Article>,
    /// In path order.
    pub skipped: Vec<Skipped>,
}

/// The folder of the nearest `masthead.toml` at or above `path`.
pub fn find_root(path: &Path) -> Option<PathBuf> {
    let _ = path;
    todo!()
}

/// Reads `root`'s `masthead.toml` (if there is one), its catalogs and the starter catalog, and runs the
/// catalogs' tests. Faults never stop it. `overrides` are texts of open, unsaved files.
pub fn load_settings(root: &Path, overrides: &dyn Fn(&Path) -> Option<String>) -> Settings {
    let _ = (root, overrides);
    todo!()
}

/// Finds and reads all articles under the root, in parallel on rayon's current pool. `progress` is told (done, all)
/// and may answer false to stop; `overrides` as above.
pub fn read_folder(settings: &Settings, progress: &(dyn Fn(usize, usize) -> bool + Sync)) -> Loaded {
    let _ = (settings, progress);
    todo!()
}

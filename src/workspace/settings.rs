//! The configuration and catalog of one root.

use super::catalogs::{find_catalogs, glob_faults};
use super::reading::reason;
use crate::catalog::{Catalog, CatalogFile, parse, starter_files};
use crate::config::{Config, FILE_NAME};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::failing_tests;
use crate::text::Span;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
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

/// The folder of the nearest `masthead.toml` at or above `path`.
pub fn find_root(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    path.ancestors().find(|folder| folder.join(FILE_NAME).is_file()).map(Path::to_owned)
}

/// Reads `root`'s `masthead.toml` (if there is one), its catalogs and the starter catalog, and runs the
/// catalogs' tests. Faults never stop it. `overrides` are texts of open, unsaved files.
///
/// Without a `masthead.toml` no desk has asked: a file in `catalog/` counts only where it has an `[[entity]]`,
/// so that another program's files are neither read nor found faulty.
pub fn load_settings(root: &Path, overrides: &dyn Fn(&Path) -> Option<String>) -> Settings {
    let mut read = Reading { overrides, files: Vec::new(), faults: BTreeMap::new() };
    let (config, text) = read.config(&root.join(FILE_NAME));
    let (paths, faults) = find_catalogs(root, &config, &text);
    if config.asked {
        read.fault(0, faults.into_iter().chain(glob_faults(&config, &text)));
    }
    let mut catalogs: Vec<CatalogFile> = Vec::new();
    if config.catalog.starter {
        catalogs.extend(starter_files().iter().map(|(name, text)| parse(Path::new(name), text, true)));
    }
    for path in &paths {
        catalogs.extend(read.catalog(path, config.asked));
    }
    let (catalog, faults) = Catalog::merge(&catalogs);
    // A test is an article like any other: should reading it go wrong in the program, the settings still serve.
    let failing = catch_unwind(AssertUnwindSafe(|| failing_tests(&catalog))).unwrap_or_default();
    for (path, found) in faults.into_iter().chain(failing) {
        if let Some(at) = read.files.iter().position(|(file, _)| *file == path) {
            read.fault(at, found);
        }
    }
    let Reading { files, faults, .. } = read;
    let faults = faults.into_iter().map(|(at, found)| (files[at].0.clone(), found)).collect();
    Settings { root: root.into(), config: Arc::new(config), catalog: Arc::new(catalog), files, faults }
}

/// The files read so far, and their faults by index.
struct Reading<'a> {
    overrides: &'a dyn Fn(&Path) -> Option<String>,
    files: Vec<(Arc<Path>, Arc<str>)>,
    faults: BTreeMap<usize, Vec<Diagnostic>>,
}

impl Reading<'_> {
    /// The settings in the file `path` and its text.
    fn config(&mut self, path: &Path) -> (Config, Arc<str>) {
        if (self.overrides)(path).is_none() && !path.exists() {
            return (Config::default(), "".into());
        }
        let text = self.text(path, "config");
        let (mut config, faults) = Config::parse(&text);
        config.asked = true;
        self.fault(self.files.len() - 1, faults);
        (config, text)
    }

    /// One catalog; `None` for a file that is none of ours.
    fn catalog(&mut self, path: &Path, asked: bool) -> Option<CatalogFile> {
        let text = self.text(path, "catalog");
        if !asked && !text.contains("[[entity]]") {
            self.faults.remove(&(self.files.len() - 1));
            self.files.pop();
            return None;
        }
        Some(parse(path, &text, false))
    }

    /// Reads a file and keeps it; one that cannot be read is kept empty, with a fault of the rule `rule`.
    fn text(&mut self, path: &Path, rule: &'static str) -> Arc<str> {
        let read = match (self.overrides)(path) {
            Some(text) => Ok(text),
            None => read_utf8(path),
        };
        let at = self.files.len();
        let text: Arc<str> = read.as_deref().unwrap_or_default().into();
        self.files.push((path.into(), text.clone()));
        if let Err(message) = read {
            self.fault(at, [Diagnostic::new(rule, Severity::Error, Span::new(0, 0), message)]);
        }
        text
    }

    fn fault(&mut self, at: usize, faults: impl IntoIterator<Item = Diagnostic>) {
        let mut faults = faults.into_iter().peekable();
        if faults.peek().is_some() {
            self.faults.entry(at).or_default().extend(faults);
        }
    }
}

fn read_utf8(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("this file {}", reason(&error)))?;
    String::from_utf8(bytes).map_err(|_| "this file is not UTF-8 text: save it as UTF-8".to_owned())
}

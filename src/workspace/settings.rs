//! The configuration and catalog of one root.

use super::catalogs::{find_catalogs, glob_faults};
use super::reading::reason;
use crate::catalog::{Catalog, CatalogFile, LastGood, parse, starter_files};
use crate::config::{BASELINE_NAME, Baseline, Config, FILE_NAME};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::failing_tests;
use crate::text::Span;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most that `masthead.toml`, or all catalogs together, may have, in bytes: far more than people write by hand. What is
/// larger is no file of settings, and would be read again at each change.
const LARGEST: u64 = 64_000_000;

/// The configuration and catalog of one root.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder.
    pub root: Arc<Path>,
    /// Its settings.
    pub config: Arc<Config>,
    /// Its catalog.
    pub catalog: Arc<Catalog>,
    /// The files read for it, with their texts: `masthead.toml` first, then catalogs in path order, then the baseline.
    pub files: Vec<(Arc<Path>, Arc<str>)>,
    /// What is wrong with them, by file, in the same order; only files with faults.
    pub faults: Vec<(Arc<Path>, Vec<Diagnostic>)>,
    /// What the next reading falls back to.
    pub sound: Sound,
}

/// What of a root's settings was sound when it was last read. While a person types in `masthead.toml` its last
/// sound state stays in use; in a catalog the last sound state of each entry does.
#[derive(Clone, Debug, Default)]
pub struct Sound {
    config: Option<Arc<Config>>,
    catalogs: LastGood,
}

/// The catalogs among the files that were read for a root, which are its settings and its baseline too.
pub fn own_catalogs(files: &[(Arc<Path>, Arc<str>)]) -> impl Iterator<Item = &(Arc<Path>, Arc<str>)> {
    files.iter().filter(|(path, _)| !path.ends_with(FILE_NAME) && !path.ends_with(BASELINE_NAME))
}

/// The folder of the nearest `masthead.toml` at or above `path`.
pub fn find_root(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    path.ancestors().find(|folder| folder.join(FILE_NAME).is_file()).map(Path::to_owned)
}

/// Reads `root`'s `masthead.toml` (if there is one), its catalogs and the starter catalog, and runs the
/// catalogs' tests. Faults never stop it: what is faulty is left out, or stays as it was `before`. `overrides`
/// are texts of open, unsaved files.
///
/// Without a `masthead.toml` no desk has asked: a file in `catalog/` counts only where it has an `[[entity]]`,
/// so that another program's files are neither read nor found faulty.
pub fn load_settings(root: &Path, overrides: &dyn Fn(&Path) -> Option<String>, before: &Sound) -> Settings {
    let mut read = Reading { overrides, files: Vec::new(), faults: BTreeMap::new(), catalog_bytes: 0 };
    let (mut config, paths) = read.config(root, before);
    // A program that saves empties the file first: should it be seen half written next, its settings are known.
    let emptied = read.files.first().is_some_and(|(_, text)| text.is_empty());
    let known = before.config.clone().filter(|_| emptied || !read.faults.is_empty());
    let sound = known.or_else(|| read.faults.is_empty().then(|| config.clone()));
    let mut catalogs: Vec<CatalogFile> = Vec::new();
    if config.catalog.starter {
        catalogs.extend(starter_files().iter().map(|(name, text)| parse(Path::new(name), text, true)));
    }
    for path in &paths {
        catalogs.extend(read.catalog(path, config.asked));
    }
    Arc::make_mut(&mut config).baseline = Arc::new(read.baseline(root));
    let (catalog, faults, last_good) = Catalog::merge_over(&catalogs, &before.catalogs);
    // A test is an article like any other: should reading it go wrong in the program, the settings still serve.
    let failing = catch_unwind(AssertUnwindSafe(|| failing_tests(&catalog))).unwrap_or_default();
    for (path, found) in faults.into_iter().chain(failing) {
        if let Some(at) = read.files.iter().position(|(file, _)| *file == path) {
            read.fault(at, found);
        }
    }
    let Reading { files, faults, .. } = read;
    let faults = faults.into_iter().map(|(at, found)| (files[at].0.clone(), found)).collect();
    let sound = Sound { config: sound, catalogs: last_good };
    Settings { root: root.into(), config, catalog: Arc::new(catalog), files, faults, sound }
}

/// The files read so far, and their faults by index.
struct Reading<'a> {
    overrides: &'a dyn Fn(&Path) -> Option<String>,
    files: Vec<(Arc<Path>, Arc<str>)>,
    faults: BTreeMap<usize, Vec<Diagnostic>>,
    /// Bytes of the catalogs read so far.
    catalog_bytes: u64,
}

impl Reading<'_> {
    /// The settings of `root`, and the catalog files that they ask for.
    fn config(&mut self, root: &Path, before: &Sound) -> (Arc<Config>, Vec<PathBuf>) {
        let path = root.join(FILE_NAME);
        if (self.overrides)(&path).is_none() && !path.exists() {
            let config = Config::default();
            let catalogs = find_catalogs(root, &config, "").0;
            return (Arc::new(config), catalogs);
        }
        let text = self.text(&path, "config");
        let (config, faults) = Config::parse(&text);
        let (catalogs, missing) = find_catalogs(root, &config, &text);
        self.fault(0, faults.into_iter().chain(missing).chain(glob_faults(&config, &text)));
        match &before.config {
            Some(sound) if self.faults.contains_key(&0) => (sound.clone(), find_catalogs(root, sound, "").0),
            _ => (Arc::new(config), catalogs),
        }
    }

    /// The baseline of `root`, where it has one.
    fn baseline(&mut self, root: &Path) -> Baseline {
        let path = root.join(BASELINE_NAME);
        if (self.overrides)(&path).is_none() && !path.exists() {
            return Baseline::default();
        }
        let text = self.text(&path, "config");
        let (baseline, faults) = Baseline::parse(&text);
        self.fault(self.files.len() - 1, faults);
        baseline
    }

    /// One catalog; `None` for a file that is none of ours.
    fn catalog(&mut self, path: &Path, asked: bool) -> Option<CatalogFile> {
        let text = self.text(path, "catalog");
        self.catalog_bytes += text.len() as u64;
        let at = self.files.len() - 1;
        if !asked && !text.contains("[[entity]]") {
            self.faults.remove(&at);
            self.files.pop();
            return None;
        }
        let mut file = parse(path, &text, false);
        file.obscure |= self.faults.contains_key(&at);
        Some(file)
    }

    /// Reads a file and keeps it; one that cannot be read is kept empty, with a fault of the rule `rule`.
    fn text(&mut self, path: &Path, rule: &'static str) -> Arc<str> {
        let read = match (self.overrides)(path) {
            Some(text) => Ok(text),
            None if rule == "catalog" => read_utf8(path, LARGEST.saturating_sub(self.catalog_bytes)),
            None => read_utf8(path, LARGEST),
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

/// Reads a file of settings of at most `most` bytes. Never waits on a pipe or a device.
fn read_utf8(path: &Path, most: u64) -> Result<String, String> {
    let failed = |error: io::Error| format!("this file {}", reason(&error));
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err("this is not a file with text in it".to_owned());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > most {
        let all = LARGEST / 1_000_000;
        return Err(format!("this file is too large: settings, or all catalogs together, may have {all} MB"));
    }
    String::from_utf8(bytes).map_err(|_| "this file is not UTF-8 text: save it as UTF-8".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Settings, Sound, load_settings};
    use crate::config::FILE_NAME;
    use std::path::Path;

    /// The settings of a folder with this `masthead.toml`.
    fn settings(text: &str, before: &Sound) -> Settings {
        let folder = tempfile::tempdir().expect("a folder");
        let own = |path: &Path| path.ends_with(FILE_NAME).then(|| text.to_owned());
        load_settings(folder.path(), &own, before)
    }

    #[test]
    fn settings_being_mended_stay_as_they_were() {
        let sound = settings("[files]\nmax-size = \"1 MB\"\n", &Sound::default());
        for broken in ["[files]\nmax-size = \"3", "[files]\nmax-siz = 3\n[catalog]\nstarter = false\n"] {
            let first = settings(broken, &sound.sound);
            assert!(!first.faults.is_empty());
            assert_eq!(first.config, sound.config);
            assert_eq!(settings(broken, &first.sound).config, sound.config, "and again");
            // As a program leaves it that empties the file before it writes.
            let emptied = settings("", &sound.sound);
            assert!(emptied.faults.is_empty() && emptied.config != sound.config);
            assert_eq!(settings(broken, &emptied.sound).config, sound.config);
        }
        // Where nothing was sound before, what can be read of them is used.
        let first = settings("[catalog]\nstarter = false\nno = 1\n", &Sound::default());
        assert!(!first.config.catalog.starter && first.catalog.is_empty());
        assert_eq!(first.faults.len(), 1);
    }

    #[test]
    fn a_file_that_only_accepts_findings_asks_for_none() {
        let ignoring = settings("[[ignore]]\nrule = \"unused-acronym\"\n", &Sound::default());
        assert!(!ignoring.config.asked && ignoring.faults.is_empty());
        assert!(settings("", &Sound::default()).config.asked);
    }
}

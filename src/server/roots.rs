//! The folders that are served, each with its corpus.

use super::abilities::Abilities;
use super::drafts::Drafts;
use super::open::Standing;
use super::reading::{Reading, is_settings_file, load};
use super::rereading::Rereading;
use super::view::Folder;
use crate::catalog::Catalog;
use crate::config::{Config, FILE_NAME};
use crate::corpus::Corpus;
use crate::ide::DeskFile;
use crate::workspace::{Loaded, Settings, Sound, find_root, is_article, is_catalog};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types::Uri;

/// A folder that is served: the one of a `masthead.toml`, or a folder of the workspace.
pub(super) struct Root {
    /// Its settings and catalog.
    pub(super) settings: Arc<Settings>,
    /// Its articles.
    pub(super) corpus: Corpus,
    /// What the last reading of its articles gave.
    pub(super) loaded: Option<Arc<Loaded>>,
    /// The reading under way.
    pub(super) reading: Option<Reading>,
    /// True once a person has cancelled a reading, until another one begins.
    pub(super) cancelled: bool,
    /// The single files that are being read again.
    pub(super) rereading: Rereading,
    /// Readings so far.
    pub(super) turns: u64,
    /// What was sound in the newest reading of its settings, which may not be in use yet.
    pub(super) sound: Sound,
    /// The settings and catalog files whose faults are published.
    pub(super) faulty: Vec<Uri>,
    drafts: Drafts,
}

impl Root {
    fn new(settings: Settings, drafts: Drafts) -> Self {
        let settings = Arc::new(settings);
        let sound = settings.sound.clone();
        let (config, catalog) = (settings.config.clone(), settings.catalog.clone());
        let corpus = Corpus::new(settings.root.clone(), config, catalog);
        let faulty = Vec::new();
        let rereading = Rereading::default();
        let (loaded, reading, cancelled, turns) = (None, None, false, 0);
        Self { settings, corpus, loaded, reading, cancelled, rereading, turns, sound, faulty, drafts }
    }

    /// What the file at `path` holds for this desk; `None` for another program's file. Where no desk has asked, a catalog is
    /// told by what stands in it, as it is when it is read.
    pub(super) fn desk_file(&self, path: &Path, text: impl FnOnce() -> String) -> Option<DeskFile> {
        if is_root_file(path) {
            return Some(DeskFile::Settings);
        }
        let config = &self.settings.config;
        let catalog = is_catalog(&self.settings.root, config, path);
        (catalog && (config.asked || text().contains("[[entity]]"))).then_some(DeskFile::Catalog)
    }

    /// Its present state.
    pub(super) fn folder(&self, abilities: &Arc<Abilities>) -> Folder {
        Folder {
            abilities: abilities.clone(),
            snapshot: self.corpus.snapshot(),
            settings: self.settings.clone(),
            drafts: self.drafts.clone(),
        }
    }
}

/// The folders that are served, by path, and the workspace's own.
#[derive(Default)]
pub(super) struct Roots {
    /// The workspace's folders.
    pub(super) workspace: Vec<PathBuf>,
    /// The settings and catalog files that are open.
    pub(super) drafts: Drafts,
    served: BTreeMap<Arc<Path>, Root>,
}

/// The root of texts that belong to no folder: the starter catalog and nothing else.
fn nowhere() -> Arc<Path> {
    Path::new("").into()
}

impl Roots {
    /// The root that `path` belongs to, and what it is there. The root may not be served yet.
    pub(super) fn place(&self, path: &Path) -> Arc<Path> {
        if !path.is_absolute() {
            return self.fallback();
        }
        let holds = |folder: &&PathBuf| path.starts_with(folder);
        let folder = self.workspace.iter().filter(holds).max_by_key(|folder| folder.components().count());
        find_root(path).map(Arc::from).or(folder.map(|f| Arc::from(f.as_path()))).unwrap_or(self.fallback())
    }

    /// Where texts go that have no folder of their own: to the workspace's first.
    fn fallback(&self) -> Arc<Path> {
        self.workspace.first().map_or_else(nowhere, |folder| root_of(folder))
    }

    /// What the file at `path` is to the served root `root`.
    pub(super) fn standing(&self, path: &Path, root: &Path) -> Standing {
        if is_settings_file(path) {
            return Standing::Settings;
        }
        match self.served.get(root) {
            Some(served) if path.is_absolute() && path.starts_with(root) && !root.as_os_str().is_empty() => {
                match is_article(root, &served.settings.config, path) {
                    true => Standing::Article,
                    false => Standing::Other,
                }
            }
            _ => Standing::Guest,
        }
    }

    /// Serves `root` from now on; true when it was not served before. Its settings are read at once: no
    /// article can be read without them. Its articles are not.
    pub(super) fn serve(&mut self, root: &Arc<Path>, overrides: &dyn Fn(&Path) -> Option<String>) -> bool {
        if self.served.contains_key(root) {
            return false;
        }
        let served = if root.as_os_str().is_empty() {
            let settings = Settings {
                root: root.clone(),
                config: Arc::new(Config::default()),
                catalog: Arc::new(Catalog::starter()),
                files: Vec::new(),
                faults: Vec::new(),
                sound: Sound::default(),
            };
            let mut served = Root::new(settings, self.drafts.clone());
            served.corpus.set_base(Vec::new());
            served
        } else {
            Root::new(load(root, overrides, &Sound::default()), self.drafts.clone())
        };
        self.served.insert(root.clone(), served);
        true
    }

    /// The roots of the workspace's folders.
    pub(super) fn of_workspace(&self) -> Vec<Arc<Path>> {
        let mut roots: Vec<_> = self.workspace.iter().map(|folder| root_of(folder)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// A served root.
    pub(super) fn get(&self, root: &Path) -> Option<&Root> {
        self.served.get(root)
    }

    /// A served root.
    pub(super) fn get_mut(&mut self, root: &Path) -> Option<&mut Root> {
        self.served.get_mut(root)
    }

    /// All served roots, by path.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<Path>, &Root)> {
        self.served.iter()
    }

    /// All served roots, by path, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Root> {
        self.served.values_mut()
    }

    /// The served roots at or above `path`: those whose settings a file there may change.
    pub(super) fn above(&self, path: &Path) -> Vec<Arc<Path>> {
        let above = |root: &&Arc<Path>| !root.as_os_str().is_empty() && path.starts_with(root);
        self.served.keys().filter(above).cloned().collect()
    }

    /// Stops serving roots that are neither `used` nor the workspace's.
    pub(super) fn keep(&mut self, used: &dyn Fn(&Path) -> bool) -> Vec<Root> {
        let workspace = self.of_workspace();
        let gone = |root: &Arc<Path>| !used(root) && !workspace.contains(root);
        let gone: Vec<_> = self.served.keys().filter(|root| gone(root)).cloned().collect();
        gone.iter().filter_map(|root| self.served.remove(root)).collect()
    }
}

/// The root of a workspace folder: the folder of its `masthead.toml`, or of the nearest one above it.
fn root_of(folder: &Path) -> Arc<Path> {
    find_root(folder).map_or_else(|| folder.into(), Arc::from)
}

/// True for the file whose coming and going changes which files belong together.
pub(super) fn is_root_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE_NAME)
}

//! The articles that nobody has open: judged in the background, where their folder asks for it.

use super::client::Client;
use super::convert::{Owner, diagnostics, uri_of};
use super::reading::give_way;
use super::view::Folder;
use super::workers::Workers;
use crate::config::Scope;
use crate::corpus::Affected;
use crate::rules::judge;
use crate::workspace::{is_article, read_article, read_document};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tower_lsp::ls_types::{Diagnostic, PublishDiagnosticsParams};

/// The findings that the client may know of closed articles, by file; only files with findings.
#[derive(Clone, Default)]
pub(super) struct Shelf(Arc<Mutex<State>>);

/// Publishes the findings of closed articles. What the editor has open is never spoken of here.
#[derive(Clone)]
pub(super) struct Closed {
    client: Client,
    workers: Workers,
    shelf: Shelf,
}

#[derive(Default)]
struct State {
    /// What is to be judged, by root.
    due: BTreeMap<Arc<Path>, Due>,
    /// How often judging a root was begun.
    turns: u64,
    /// The findings that the client knows of, by file; only files with findings.
    told: BTreeMap<Arc<Path>, Told>,
    /// The files that the editor has open.
    open: BTreeSet<Arc<Path>>,
}

/// What the client knows of a file.
struct Told {
    /// The root whose article it is.
    root: Arc<Path>,
    found: Vec<Diagnostic>,
}

/// The articles of one root that are to be judged, what may have changed in others, and the newest state of it.
struct Due {
    /// The turn of the one job that judges them. One that is still at work when the root has been forgotten and is due anew
    /// has another, and ends.
    turn: u64,
    folder: Folder,
    paths: BTreeSet<Arc<Path>>,
    affected: Affected,
}

impl Closed {
    /// Publishes to `client`, and keeps on `shelf` what it has published.
    pub(super) fn new(client: Client, workers: Workers, shelf: Shelf) -> Self {
        Self { client, workers, shelf }
    }

    /// Has `paths` judged, and what `affected` touches, against `folder`, which also serves those that still wait from
    /// before. Where the findings of open articles alone are shown, what was said of closed ones is taken back.
    pub(super) fn judge(
        &self,
        folder: Folder,
        paths: impl IntoIterator<Item = Arc<Path>>,
        affected: Affected,
    ) {
        let root = folder.settings.root.clone();
        if folder.scope() == Scope::Open {
            return self.forget(&root);
        }
        let mut state = self.shelf.lock();
        let State { due: all, turns, .. } = &mut *state;
        let mut begun = None;
        let due = all.entry(root.clone()).or_insert_with(|| {
            *turns += 1;
            begun = Some(*turns);
            Due {
                turn: *turns,
                folder: folder.clone(),
                paths: BTreeSet::new(),
                affected: Affected::default(),
            }
        });
        due.folder = folder;
        due.paths.extend(paths);
        due.affected.join(affected);
        drop(state);
        if let Some(turn) = begun {
            let (closed, name) = (self.clone(), root.clone());
            let what = move || format!("judging the folder {}", name.display());
            self.workers.patiently(what, move || closed.work(&root, turn));
        }
    }

    /// The articles of `root` of which the client knows findings.
    pub(super) fn told(&self, root: &Path) -> Vec<Arc<Path>> {
        let state = self.shelf.lock();
        let own = state.told.iter().filter(|(_, told)| *told.root == *root);
        own.map(|(path, _)| path.clone()).collect()
    }

    /// Nothing is said of the articles of `root` any more. Folders below it that have settings of their own keep theirs.
    pub(super) fn forget(&self, root: &Path) {
        let mut state = self.shelf.lock();
        state.due.remove(root);
        if state.told.is_empty() {
            return;
        }
        let told = std::mem::take(&mut state.told).into_iter();
        let (gone, kept): (BTreeMap<_, _>, BTreeMap<_, _>) =
            told.partition(|(path, told)| path.starts_with(root) && root.starts_with(&told.root));
        state.told = kept;
        gone.keys().for_each(|path| self.tell(path, Vec::new()));
    }

    /// The editor has the file: from now on its findings are told with its text.
    pub(super) fn opened(&self, path: &Arc<Path>) {
        let mut state = self.shelf.lock();
        state.open.insert(path.clone());
        state.told.remove(path);
    }

    /// The disk has the file again.
    pub(super) fn closed(&self, path: &Path) {
        self.shelf.lock().open.remove(path);
    }

    /// Judges what is due of a root in this turn, until nothing is.
    fn work(&self, root: &Path, turn: u64) {
        while let Some((folder, path)) = self.next(root, turn) {
            give_way(&self.workers, &AtomicBool::new(false));
            let what = || format!("judging {}", path.display());
            let found = self.workers.guard(what, || findings(&folder, &path)).unwrap_or_default();
            let mut state = self.shelf.lock();
            // The folder may have been forgotten meanwhile.
            let told = state.told.get(&path);
            // It may be an article of a folder below by now, which speaks for it.
            let others = told.is_some_and(|told| *told.root != *root && told.root.starts_with(root));
            let same = told.map_or(&[][..], |told| &told.found) == found.as_slice();
            if others || state.open.contains(&path) || state.of_turn(root, turn).is_none() {
                continue;
            }
            if same {
                // What another root told before is this one's from now on.
                state.told.entry(path).and_modify(|told| told.root = folder.settings.root.clone());
                continue;
            }
            match found.is_empty() {
                true => drop(state.told.remove(&path)),
                false => {
                    let told = Told { root: folder.settings.root.clone(), found: found.clone() };
                    drop(state.told.insert(path.clone(), told));
                }
            }
            // Said under the lock: whoever opens the file speaks after this.
            self.tell(&path, found);
        }
    }

    /// The next article that is due, in path order, and the state to judge it against.
    fn next(&self, root: &Path, turn: u64) -> Option<(Folder, Arc<Path>)> {
        loop {
            let mut state = self.shelf.lock();
            let State { due: all, open, .. } = &mut *state;
            let due = all.get_mut(root).filter(|due| due.turn == turn)?;
            let affected = std::mem::take(&mut due.affected);
            if affected.is_empty() {
                while let Some(path) = due.paths.pop_first() {
                    if !open.contains(&path) {
                        return Some((due.folder.clone(), path));
                    }
                }
                all.remove(root);
                return None;
            }
            // A large folder takes its time, and nobody waits for it.
            let snapshot = due.folder.snapshot.clone();
            drop(state);
            let touched = snapshot.articles().filter(|article| affected.touches(article));
            let touched: Vec<Arc<Path>> = touched.map(|article| article.path.clone()).collect();
            if let Some(due) = self.shelf.lock().of_turn(root, turn) {
                due.paths.extend(touched);
            }
        }
    }

    fn tell(&self, path: &Path, diagnostics: Vec<Diagnostic>) {
        if let Some(uri) = uri_of(path) {
            self.client.publish(&PublishDiagnosticsParams { uri, diagnostics, version: None });
        }
    }
}

impl State {
    /// What is due of a root, where that is to be done in this turn.
    fn of_turn(&mut self, root: &Path, turn: u64) -> Option<&mut Due> {
        self.due.get_mut(root).filter(|due| due.turn == turn)
    }
}

impl Shelf {
    /// What is known of each closed article with findings, in path order.
    pub(super) fn all(&self) -> Vec<(Arc<Path>, Vec<Diagnostic>)> {
        self.lock().told.iter().map(|(path, told)| (path.clone(), told.found.clone())).collect()
    }

    /// What is known of the closed article at `path`; nothing where it is open.
    pub(super) fn of(&self, path: &Path) -> Vec<Diagnostic> {
        self.lock().told.get(path).map(|told| told.found.clone()).unwrap_or_default()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic while the lock is held leaves at worst an article unjudged.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the rules find in the file at `path`, as it is on disk; nothing where it is no article any more.
fn findings(folder: &Folder, path: &Arc<Path>) -> Vec<Diagnostic> {
    let settings = &folder.settings;
    if !is_article(&settings.root, &settings.config, path) {
        return Vec::new();
    }
    let (Ok(text), Some(uri)) = (read_article(path, &settings.config), uri_of(path)) else {
        return Vec::new();
    };
    let document = read_document(settings, path, &text);
    let found = judge(path, &document, &folder.snapshot, false);
    diagnostics(&found, &|at| document.point(at), Owner { path, uri: &uri }, &folder.abilities)
}

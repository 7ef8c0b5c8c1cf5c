//! Keeps the folders that are served in step with the disk.

use super::abilities::Abilities;
use super::client::Client;
use super::convert::{faults, uri_of};
use super::event::{Event, Events};
use super::progress::Progress;
use super::reading::{FolderRead, Order, Read, is_settings_file, start};
use super::roots::{Root, Roots, is_root_file};
use super::watcher::{FilesRead, Watching, from_disk, read_again};
use super::wishes::Wishes;
use super::workers::Workers;
use crate::corpus::{Affected, Exchange};
use crate::document::Document;
use crate::workspace::{Cache, Loaded, Settings, Skipped, leaves_out};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types::request::{CodeLensRefresh, InlayHintRefreshRequest, SemanticTokensRefresh};
use tower_lsp::ls_types::{MessageType, PublishDiagnosticsParams, Uri};

/// When more files than this change (another branch, a restored backup) the folder is read anew, on all cores,
/// rather than file by file.
const MANY_FILES: usize = 500;

/// Skipped files that are named in the log; the others are counted.
const MOST_SKIPPED: usize = 20;

/// Readings that wait for the client's leave to be shown; it has long forgotten older ones.
const MOST_UNANSWERED: usize = 16;

/// The texts of open settings and catalog files: they win over the disk.
pub(super) type Overrides = HashMap<PathBuf, String>;

/// The folders that are served, and what is being read of them.
pub(super) struct Folders {
    /// The folders.
    pub(super) roots: Roots,
    /// What the client can do, and what its person asks for.
    pub(super) abilities: Arc<Abilities>,
    pub(super) client: Client,
    workers: Workers,
    events: Events,
    watching: Watching,
    /// The folders that were deleted, while they are looked for.
    missed: BTreeMap<Arc<Path>, Arc<()>>,
    /// Work that the client has not agreed to show yet, oldest first.
    pub(super) unanswered: Vec<Arc<Progress>>,
}

impl Folders {
    /// None yet.
    pub(super) fn new(abilities: Arc<Abilities>, client: Client, workers: Workers, events: Events) -> Self {
        let watching = Watching::new(abilities.watches, &client, &events);
        let (roots, missed, unanswered) = (Roots::default(), BTreeMap::new(), Vec::new());
        Self { roots, abilities, client, workers, events, watching, missed, unanswered }
    }

    /// Tells the person what is wrong with the settings that came at the start.
    pub(super) fn greet(&self) {
        self.abilities.wishes.complain(&[], &self.client);
    }

    /// A person changed the editor's settings: what stands beside the text is asked for again where it is another now. True
    /// when other articles are spoken of than before.
    pub(super) fn wish(&mut self, wishes: Wishes) -> bool {
        let before = self.abilities.clone();
        let wishes = wishes.after(&before.wishes);
        wishes.complain(before.wishes.faults(), &self.client);
        if before.refreshes_hints && wishes.inlay_hints != before.wishes.inlay_hints {
            self.client.refresh::<InlayHintRefreshRequest>();
        }
        if before.refreshes_lenses && wishes.code_lens != before.wishes.code_lens {
            self.client.refresh::<CodeLensRefresh>();
        }
        let other_articles = wishes.scope != before.wishes.scope;
        self.abilities = Arc::new(Abilities { wishes, ..(*before).clone() });
        self.read_on();
        other_articles
    }

    /// Serves a root, if it is not served yet: its settings are read now, its articles in the background.
    pub(super) fn serve(&mut self, root: &Arc<Path>, overrides: &Overrides) {
        if !self.roots.serve(root, &|path| overrides.get(path).cloned()) || root.as_os_str().is_empty() {
            return;
        }
        if let Some(served) = self.roots.get_mut(root) {
            self.watching.watch(root, &served.settings.config, &self.client);
            let settings = served.settings.clone();
            publish_faults(served, &settings, &self.abilities, &self.client);
        }
        self.read(root, None, true);
    }

    /// Stops serving folders that hold no open text and are not the workspace's, and tells which.
    pub(super) fn keep(&mut self, used: &dyn Fn(&Path) -> bool) -> Vec<Arc<Path>> {
        let all_gone = self.roots.keep(used);
        for gone in &all_gone {
            self.watching.unwatch(&gone.settings.root);
            self.missed.remove(&gone.settings.root);
            for uri in &gone.faulty {
                self.client.publish(&none(uri.clone()));
            }
        }
        all_gone.iter().map(|gone| gone.settings.root.clone()).collect()
    }

    /// Reads a root anew in the background: with `overrides` its settings, and when those changed, or
    /// `articles` says so, its articles.
    pub(super) fn read(&mut self, root: &Arc<Path>, overrides: Option<Overrides>, articles: bool) {
        let Some(served) = self.roots.get_mut(root) else { return };
        served.turns += 1;
        let turn = served.turns;
        // The reading under way, if there is one, is given up, so that this one must do its work too.
        let mut given_up = served.reading.take();
        // What a person cancelled goes on with this one.
        let cancelled = std::mem::take(&mut served.cancelled);
        let articles = articles || cancelled || given_up.as_ref().is_some_and(|reading| reading.articles);
        if let Some(progress) = given_up.as_ref().and_then(|reading| reading.progress.as_ref()) {
            progress.end("starting over".to_owned());
        }
        let progress = (articles && self.abilities.progress).then(|| {
            let name = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy().into_owned();
            let token = format!("masthead-reading-{turn}-{}", root.display());
            Arc::new(Progress::new(self.client.clone(), token, format!("Reading {name}")))
        });
        // A client that never answers must not make the list grow.
        self.unanswered.extend(progress.clone());
        self.unanswered.drain(..self.unanswered.len().saturating_sub(MOST_UNANSWERED));
        let order = Order {
            root: root.clone(),
            turn,
            settings: served.settings.clone(),
            overrides,
            sound: served.sound.clone(),
            before: served.loaded.clone().map(|loaded| (served.corpus.snapshot(), loaded)),
            articles,
            progress,
        };
        let mut reading = start(order, &self.workers, &self.events);
        if let Some(given_up) = &mut given_up {
            reading.touched.append(&mut given_up.touched);
        }
        served.reading = Some(reading);
    }

    /// The settings of a root were read anew: what is wrong with them is told at once. They are used as soon as
    /// the articles have been read with them.
    pub(super) fn settings_read(&mut self, root: &Path, turn: u64, settings: &Settings) {
        let Some(served) = self.roots.get_mut(root).filter(|served| served.turns == turn) else { return };
        served.sound = settings.sound.clone();
        publish_faults(served, settings, &self.abilities, &self.client);
    }

    /// A folder was read: it is used from now on. Tells whether its settings are new; `None` when all is as it was.
    pub(super) fn folder_read(&mut self, folder: FolderRead) -> Option<bool> {
        let served = self.roots.get_mut(&folder.root).filter(|served| served.turns == folder.turn);
        let served = served?;
        let cancelled = served.cancelled;
        let (progress, touched) = match served.reading.take() {
            Some(mut reading) => (reading.progress.clone(), std::mem::take(&mut reading.touched)),
            None => (None, BTreeSet::new()),
        };
        let Some(Read { settings, corpus, loaded, cache }) = folder.read else {
            if let Some(progress) = progress {
                progress.end("stopped".to_owned());
            }
            if cancelled {
                self.tell_cancelled(&folder.root);
            }
            self.read_files(&folder.root, touched);
            return None;
        };
        let new_settings = !Arc::ptr_eq(&settings, &served.settings);
        served.cancelled = false;
        (served.settings, served.corpus) = (settings.clone(), corpus);
        served.loaded = Some(loaded.clone());
        if let Some(progress) = progress {
            progress.end(format!("{} articles", loaded.articles.len()));
        }
        if folder.turn == 1 {
            self.log_skipped(&folder.root, &loaded.skipped);
        }
        self.keep_for_next_start(loaded, cache);
        if new_settings {
            self.watching.watch(&folder.root, &settings.config, &self.client);
            if self.abilities.refreshes_tokens {
                self.client.refresh::<SemanticTokensRefresh>();
            }
            if self.abilities.refreshes_hints {
                self.client.refresh::<InlayHintRefreshRequest>();
            }
            if self.abilities.refreshes_lenses {
                self.client.refresh::<CodeLensRefresh>();
            }
        }
        self.read_files(&folder.root, touched);
        Some(new_settings)
    }

    /// Has what was read written to the cache, where it is not there yet.
    fn keep_for_next_start(&self, loaded: Arc<Loaded>, cache: Option<Cache>) {
        let Some(cache) = cache.filter(|_| loaded.known < loaded.articles.len()) else { return };
        let (client, workers) = (self.client.clone(), self.workers.clone());
        self.workers.patiently(
            || "keeping what was read for the next start".to_owned(),
            move || {
                if let Err(error) = cache.save(&loaded.articles, &loaded.stamps, &|| workers.rest()) {
                    client.log(MessageType::INFO, format!("nothing is kept for the next start: {error}"));
                }
            },
        );
    }

    /// Files of these names changed on disk, or may have. Open ones are not among them.
    pub(super) fn touched(&mut self, paths: BTreeSet<PathBuf>, overrides: &Overrides) {
        let mut articles: BTreeMap<Arc<Path>, BTreeSet<PathBuf>> = BTreeMap::new();
        let mut settings: BTreeSet<Arc<Path>> = BTreeSet::new();
        let mut regrouped: BTreeSet<Arc<Path>> = BTreeSet::new();
        for path in paths {
            let above = self.roots.above(&path);
            self.missed.remove(&*path);
            if let Some(served) = self.roots.get(&path) {
                let (root, config) = (served.settings.root.clone(), &served.settings.config);
                let missed = self.watching.renew(&root, config, &self.client, &self.events);
                self.missed.extend(missed.map(|missed| (root, missed)));
            }
            if is_root_file(&path) {
                // The folders above it win or lose the articles beside it.
                regrouped.extend(above.iter().filter(|root| Some(&***root) != path.parent()).cloned());
            }
            if is_settings_file(&path) {
                settings.extend(above);
            } else if let Some(root) = above.into_iter().next_back() {
                if path.ends_with(".gitignore") {
                    // What it names comes or goes.
                    settings.insert(root.clone());
                    regrouped.insert(root);
                } else if !self.leaves_out(&root, &path) {
                    articles.entry(root).or_default().insert(path);
                }
            }
        }
        for root in settings {
            self.read(&root, Some(overrides.clone()), regrouped.contains(&root));
        }
        for (root, paths) in articles {
            if paths.len() > MANY_FILES || paths.iter().any(|path| self.is_folder(&root, path)) {
                self.read(&root, Some(overrides.clone()), true);
            } else {
                self.read_files(&root, paths);
            }
        }
    }

    /// True for what no article of a root can stand in: `.git` writes without end.
    fn leaves_out(&self, root: &Path, path: &Path) -> bool {
        self.roots.get(root).is_some_and(|served| leaves_out(root, &served.settings.config, path))
    }

    /// True for a folder of articles, though it may be gone by now.
    fn is_folder(&self, root: &Path, path: &Path) -> bool {
        path.is_dir()
            || !path.exists()
                && self.roots.get(root).is_some_and(|root| root.corpus.snapshot().has_below(path))
    }

    /// Reads single files again, now or as soon as the folder has been read.
    fn read_files(&mut self, root: &Path, paths: BTreeSet<PathBuf>) {
        let Some(served) = self.roots.get_mut(root).filter(|_| !paths.is_empty()) else { return };
        match &mut served.reading {
            Some(reading) => reading.touched.extend(paths),
            None => {
                let paths: Vec<PathBuf> = served.rereading.begin(paths).into_iter().collect();
                if !paths.is_empty() {
                    read_again(served.settings.clone(), paths, &self.workers, &self.events);
                }
            }
        }
    }

    /// Single files were read: the index follows, save for those that are open. Tells what that may change.
    pub(super) fn files_read(&mut self, read: FilesRead, open: &dyn Fn(&Path) -> bool) -> Affected {
        let mut affected = Affected::default();
        let root = read.settings.root.clone();
        let Some(served) = self.roots.get_mut(&root) else { return affected };
        let mut waiting = served.rereading.end();
        if !Arc::ptr_eq(&served.settings, &read.settings) {
            // They were read with a catalog that is no longer in use.
            waiting.extend(read.files.into_iter().map(|(path, _)| path));
            self.read_files(&root, waiting);
            return affected;
        }
        if let Some(reading) = &mut served.reading {
            // It may have begun before they were read, and knows nothing of those that are new.
            reading.touched.extend(read.files.iter().map(|(path, _)| path.clone()));
        }
        for (path, article) in read.files.into_iter().filter(|(path, _)| !open(path)) {
            affected.join(match article {
                Some(article) => served.corpus.put(article),
                None => served.corpus.remove(&path),
            });
        }
        if served.corpus.unsettled() > MANY_FILES && served.reading.is_none() {
            // What changed since the folder was read is copied at each edit: it must stay small.
            self.read(&root, None, true);
        }
        self.read_files(&root, waiting);
        affected
    }

    /// An open article changed.
    pub(super) fn put(
        &mut self,
        root: &Path,
        path: &Arc<Path>,
        document: &Arc<Document>,
    ) -> Option<Exchange> {
        self.roots.get_mut(root).map(|served| served.corpus.edit(path, document))
    }

    /// Looks for what an exchange may have changed of the findings in other articles, and sends it. Should the catalog be
    /// read anew meanwhile, all articles are judged again in any case.
    pub(super) fn look_for_affected(&self, root: Arc<Path>, exchange: Exchange) {
        let Some(served) = self.roots.get(&root) else { return };
        let (snapshot, events) = (served.corpus.snapshot(), self.events.clone());
        let look = move || {
            let affected = snapshot.affected_by(&exchange);
            if !affected.is_empty() {
                events.send(Event::Affected { root, affected });
            }
        };
        self.workers.giving_way_to_requests(|| "what an edit changes elsewhere".to_owned(), look);
    }

    /// An article was closed: the disk has it from now on.
    pub(super) fn closed(&mut self, root: &Path, path: &Path) -> Affected {
        let Some(served) = self.roots.get_mut(root) else { return Affected::default() };
        if let Some(reading) = &mut served.reading {
            // It may have been read before it was saved.
            reading.touched.insert(path.to_owned());
        }
        served.rereading.note(path);
        match from_disk(&served.settings, path) {
            Some(article) => served.corpus.put(article),
            None => served.corpus.remove(path),
        }
    }

    /// An open article left the folder for another one, or nothing is known of it.
    pub(super) fn removed(&mut self, root: &Path, path: &Path) -> Affected {
        self.roots.get_mut(root).map(|served| served.corpus.remove(path)).unwrap_or_default()
    }

    fn log_skipped(&self, root: &Path, skipped: &[Skipped]) {
        for Skipped { path, why } in skipped.iter().take(MOST_SKIPPED) {
            let path = path.strip_prefix(root).unwrap_or(path).display();
            self.client.log(MessageType::INFO, format!("{path} is left out: {why}"));
        }
        if let Some(more) = skipped.len().checked_sub(MOST_SKIPPED).filter(|more| *more > 0) {
            self.client.log(MessageType::INFO, format!("{more} more files are left out"));
        }
    }
}

/// Publishes what is wrong with the files that `settings` were read from, and takes back what no longer is.
fn publish_faults(root: &mut Root, settings: &Settings, abilities: &Abilities, client: &Client) {
    let mut faulty = Vec::new();
    for (path, _) in &settings.files {
        let Some(uri) = uri_of(path) else { continue };
        let told = faults(settings, path, &uri, abilities);
        if told.is_empty() {
            continue;
        }
        client.publish(&PublishDiagnosticsParams { uri: uri.clone(), diagnostics: told, version: None });
        faulty.push(uri);
    }
    for uri in root.faulty.iter().filter(|uri| !faulty.contains(uri)) {
        client.publish(&none(uri.clone()));
    }
    root.faulty = faulty;
}

fn none(uri: Uri) -> PublishDiagnosticsParams {
    PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None }
}

//! The session: the one place that changes state.
//!
//! It takes events in the order in which the client caused them, never waits for the client, and leaves long
//! work to others. Edits that came while it was busy are one batch: the texts take them one by one, the
//! articles are read once. A request sees exactly the edits that were sent before it.

use super::abilities::Abilities;
use super::client::Client;
use super::closed::{Closed, Shelf};
use super::event::{Event, Events};
use super::folders::{Folders, Overrides};
use super::judging::Judging;
use super::open::{OpenText, Standing};
use super::roots::is_root_file;
use super::view::{Opened, View};
use super::watcher::Touched;
use super::workers::Workers;
use crate::corpus::{Affected, Exchange};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tower_lsp::jsonrpc::Id;
use tower_lsp::ls_types::{MessageType, TextDocumentContentChangeEvent, TextDocumentItem, Uri};

/// What one editor has open, and the folders behind it.
pub(super) struct Session {
    pub(super) client: Client,
    pub(super) workers: Workers,
    pub(super) judging: Judging,
    pub(super) closed: Closed,
    pub(super) folders: Folders,
    /// The open texts, by URI as the client writes it.
    pub(super) texts: HashMap<String, OpenText>,
    /// The texts that changed in this batch, each once, in the order of their first change.
    pub(super) changed: Vec<String>,
    /// The texts that were closed in this batch, in order.
    pub(super) left: Vec<OpenText>,
    /// The articles that were exchanged in this batch, by root.
    pub(super) exchanged: Vec<(Arc<Path>, Exchange)>,
    /// What the changes in this batch may change elsewhere, by root.
    pub(super) affected: BTreeMap<Arc<Path>, Affected>,
    touched: Touched,
}

impl Session {
    /// The session with a client that has told who it is.
    pub(super) fn new(
        abilities: Abilities,
        workspace: Vec<PathBuf>,
        client: Client,
        workers: Workers,
        events: Events,
        shelf: Shelf,
    ) -> Self {
        client.settle_findings(abilities.findings);
        let judging = Judging::new(client.clone(), workers.clone());
        let closed = Closed::new(client.clone(), workers.clone(), shelf);
        let mut folders = Folders::new(Arc::new(abilities), client.clone(), workers.clone(), events);
        folders.roots.workspace = workspace;
        Session {
            client,
            workers,
            judging,
            closed,
            folders,
            texts: HashMap::new(),
            changed: Vec::new(),
            left: Vec::new(),
            exchanged: Vec::new(),
            affected: BTreeMap::new(),
            touched: Touched::default(),
        }
    }

    /// How long to wait until files that changed on disk are looked at; `None` where none did.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.touched.wait()
    }

    /// Looks at files that changed on disk, where it is time to.
    pub(super) fn look_around(&mut self) {
        if self.wait().is_some_and(|wait| wait.is_zero()) {
            self.guarded("changed files", Session::look_at_touched);
        }
    }

    /// A failure in a step costs that step: what it leaves half done is made anew from the texts and the disk.
    pub(super) fn guarded(&mut self, what: &'static str, step: impl FnOnce(&mut Session)) {
        let workers = self.workers.clone();
        workers.guard(|| what.to_owned(), || step(self));
    }

    /// Takes an event over.
    pub(super) fn take(&mut self, event: Event) {
        match event {
            Event::Initialize { .. } => {}
            Event::Initialized => {
                self.folders.greet();
                self.serve_workspace();
            }
            Event::Opened(item) => self.open(item),
            Event::Changed { uri, version, changes } => self.change(&uri, version, &changes),
            Event::Saved { uri } => self.save(&uri),
            Event::Closed { uri } => self.left.extend(self.texts.remove(uri.as_str())),
            Event::Unreadable { uri, opened } => self.lose(uri.as_deref(), opened),
            Event::Asked { asker, .. } if asker.strong_count() == 0 => {}
            Event::Asked { uri, what, job, .. } => {
                let opened = self.texts.get(uri.as_str()).and_then(|text| self.opened(text));
                let path = uri.as_str().to_owned();
                self.workers.promptly(move || format!("{what} in {path}"), move || job(opened));
            }
            Event::AskedAll { what, job } => {
                let roots = self.folders.roots.iter();
                let folders = roots.map(|(_, root)| root.folder(&self.folders.abilities)).collect();
                let views = self.texts.values().filter_map(|text| self.view(text)).collect();
                self.workers.promptly(move || what.to_owned(), move || job(folders, views));
            }
            Event::Affected { root, affected } => self.affect(&root, affected),
            Event::Touched(paths) => self.touched.add(paths),
            Event::Folders { added, removed } => {
                let workspace = &mut self.folders.roots.workspace;
                workspace.retain(|folder| !removed.contains(folder));
                workspace.extend(added);
                self.serve_workspace();
                self.place_all();
            }
            Event::Wished(wishes) => {
                if self.folders.wish(wishes) {
                    self.judge_all_closed(|_| true);
                }
            }
            Event::Answered { id: Id::String(id), ok } => self.folders.answered(&id, ok),
            Event::Answered { .. } => {}
            Event::Cancelled { token } => self.folders.cancelled(&token),
            Event::SettingsRead { root, turn, settings } => {
                self.folders.settings_read(&root, turn, &settings);
            }
            Event::FolderRead(folder) => {
                let root = folder.root.clone();
                if let Some(new_settings) = self.folders.folder_read(*folder) {
                    self.reread(&root, new_settings);
                }
            }
            Event::FilesRead(read) => {
                let root = read.settings.root.clone();
                let texts = &self.texts;
                let open = |path: &Path| texts.values().any(|text| &*text.path == path);
                let files: Vec<Arc<Path>> =
                    read.files.iter().map(|(path, _)| path.as_path().into()).collect();
                let affected = self.folders.files_read(read, &open);
                self.affect(&root, affected);
                self.judge_closed(&root, files, Affected::default());
            }
        }
    }

    fn serve_workspace(&mut self) {
        let overrides = self.overrides();
        for root in self.folders.roots.of_workspace() {
            self.folders.serve(&root, &overrides);
        }
    }

    fn open(&mut self, item: TextDocumentItem) {
        let key = item.uri.as_str().to_owned();
        let text = OpenText::new(item);
        self.closed.opened(&text.path);
        self.texts.insert(key.clone(), text);
        self.place(&key);
    }

    fn change(&mut self, uri: &Uri, version: i32, changes: &[TextDocumentContentChangeEvent]) {
        let encoding = self.folders.abilities.encoding;
        let Some(text) = self.texts.get_mut(uri.as_str()) else {
            let message = format!("{} was edited but is not open", uri.as_str());
            return self.client.log(MessageType::WARNING, message);
        };
        text.version = version;
        let what = || format!("an edit of {}", uri.as_str());
        let change = |text: &mut OpenText| changes.iter().for_each(|change| text.change(change, encoding));
        text.in_step &= self.workers.guard(what, || change(text)).is_some();
        self.note(uri.as_str());
    }

    /// Has a text looked at when the batch is complete.
    pub(super) fn note(&mut self, key: &str) {
        let Some(text) = self.texts.get(key) else { return };
        if text.standing == Standing::Settings {
            let known = Some(&text.buffer).filter(|_| text.in_step);
            self.folders.roots.drafts.put(&text.path, &text.uri, text.version, known);
            self.touched.add([text.path.to_path_buf()]);
        } else if !self.changed.iter().any(|changed| changed == key) {
            self.changed.push(key.to_owned());
        }
    }

    /// A catalog or a settings file was closed: what the disk has counts again.
    pub(super) fn put_away(&mut self, path: &Path) {
        self.folders.roots.drafts.remove(path);
        self.touched.add([path.to_path_buf()]);
    }

    fn save(&mut self, uri: &Uri) {
        let Some(text) = self.texts.get_mut(uri.as_str()) else { return };
        if let Some(served) = self.folders.roots.get(&text.root) {
            text.saved(&served.settings.config);
        }
        self.note(uri.as_str());
    }

    /// Has articles of a folder judged that are not open, where the folder asks for it.
    pub(super) fn judge_closed(
        &self,
        root: &Path,
        paths: impl IntoIterator<Item = Arc<Path>>,
        affected: Affected,
    ) {
        if let Some(root) = self.folders.roots.get(root) {
            self.closed.judge(root.folder(&self.folders.abilities), paths, affected);
        }
    }

    /// Has all articles of these folders judged that are not open, where somebody asks for it.
    fn judge_all_closed(&self, wanted: impl Fn(&Path) -> bool) {
        self.client.refresh_findings();
        for (root, served) in self.folders.roots.iter().filter(|(root, _)| wanted(root)) {
            let snapshot = served.corpus.snapshot();
            // What is told of and stands there no more is taken back.
            let all = snapshot.articles().map(|a| a.path.clone()).chain(self.closed.told(root));
            self.judge_closed(root, all, Affected::default());
        }
    }

    /// A message about a text was lost: until a full text comes nothing can be said of it.
    fn lose(&mut self, uri: Option<&str>, opened: bool) {
        if opened && let Some(uri) = uri.and_then(|uri| uri.parse().ok()) {
            self.open(TextDocumentItem::new(uri, String::new(), 0, String::new()));
        }
        // Where the message does not even tell which text it was about, it may have been any.
        let lost: Vec<String> = match uri {
            Some(uri) => vec![uri.to_owned()],
            None => self.texts.keys().cloned().collect(),
        };
        for key in lost {
            let Some(text) = self.texts.get_mut(&key) else { continue };
            if std::mem::replace(&mut text.in_step, false) {
                let name = text.name();
                let message = format!("Masthead lost track of {name}: save it or open it again to go on");
                self.client.show(MessageType::WARNING, message);
            }
            self.note(&key);
        }
    }

    /// Gives a text its folder, which is served from now on if it was not.
    fn place(&mut self, key: &str) {
        let overrides = self.overrides();
        let Some(text) = self.texts.get_mut(key) else { return };
        let root = self.folders.roots.place(&text.path);
        self.folders.serve(&root, &overrides);
        text.standing = self.folders.roots.standing(&text.path, &root);
        text.root = root;
        text.forget();
        self.note(key);
    }

    /// Gives every text its folder again: folders came or went.
    fn place_all(&mut self) {
        for key in self.texts.keys().cloned().collect::<Vec<_>>() {
            let Some(text) = self.texts.get(&key) else { continue };
            let (root, path) = (text.root.clone(), text.path.clone());
            if self.folders.roots.place(&path) != root {
                let affected = self.folders.removed(&root, &path);
                self.affect(&root, affected);
                self.place(&key);
            }
        }
        let texts = &self.texts;
        for gone in self.folders.keep(&|root| texts.values().any(|text| &*text.root == root)) {
            self.closed.forget(&gone);
        }
    }

    /// The folder of these texts was read: their index entries and what is known of them follow.
    fn reread(&mut self, root: &Path, new_settings: bool) {
        self.judge_all_closed(|served| served == root);
        let mut texts: Vec<_> = self.texts.iter_mut().filter(|(_, text)| &*text.root == root).collect();
        // By URI, so that one run is like the next.
        texts.sort_unstable_by_key(|(key, _)| *key);
        for (key, text) in texts {
            let standing = self.folders.roots.standing(&text.path, root);
            if new_settings || standing != text.standing {
                text.forget();
            }
            text.standing = standing;
            if standing != Standing::Settings && !self.changed.contains(key) {
                self.changed.push(key.clone());
            }
        }
    }

    fn look_at_touched(&mut self) {
        let mut paths = self.touched.take();
        let roots_changed = paths.iter().any(|path| is_root_file(path));
        // What is open is the editor's, not the disk's; settings are told from both.
        let open = |path: &PathBuf| {
            let same = |text: &OpenText| text.standing != Standing::Settings && *text.path == **path;
            self.texts.values().any(same)
        };
        paths.retain(|path| !open(path));
        if roots_changed {
            self.place_all();
        }
        let overrides = self.overrides();
        self.folders.touched(paths, &overrides);
    }

    fn overrides(&self) -> Overrides {
        let settings = self.texts.values().filter(|text| text.standing == Standing::Settings && text.in_step);
        settings.map(|text| (text.path.to_path_buf(), text.buffer.text())).collect()
    }

    pub(super) fn affect(&mut self, root: &Arc<Path>, affected: Affected) {
        self.affected.entry(root.clone()).or_default().join(affected);
    }

    /// A text as requests and rules see it; `None` while nothing can be said of it.
    pub(super) fn view(&self, text: &OpenText) -> Option<View> {
        text.view(self.folders.roots.get(&text.root)?.folder(&self.folders.abilities))
    }

    /// The same for a text of any standing.
    fn opened(&self, text: &OpenText) -> Option<Opened> {
        if text.standing != Standing::Settings {
            return self.view(text).map(Opened::Article);
        }
        let root = self.folders.roots.get(&text.root)?;
        text.desk_text(root, &self.folders.abilities).map(Opened::Desk)
    }
}

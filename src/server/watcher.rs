//! Files that change on disk: gathers them, reads them again, and watches them where the client cannot.

use super::client::Client;
use super::event::{Event, Events};
use super::workers::Workers;
use crate::config::Config;
use crate::corpus::Article;
use crate::workspace::{Settings, is_article, read_article, read_document};
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use tower_lsp::ls_types::notification::{DidChangeWatchedFiles, Notification};
use tower_lsp::ls_types::request::RegisterCapability;
use tower_lsp::ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, MessageType, Registration,
    RegistrationParams,
};

/// What is saved, switched or synchronised at once arrives within this time, mostly.
const GATHERING: Duration = Duration::from_millis(100);

/// A person who makes a folder again does not see that it is missed for so long.
const LOOKING: Duration = Duration::from_millis(500);

/// Files that changed, until they are looked at together.
#[derive(Default)]
pub(super) struct Touched {
    paths: BTreeSet<PathBuf>,
    since: Option<Instant>,
}

impl Touched {
    /// Notes files. The wait begins with the first, so that a program that writes all the time cannot put it off.
    pub(super) fn add(&mut self, paths: impl IntoIterator<Item = PathBuf>) {
        self.paths.extend(paths);
        if !self.paths.is_empty() {
            self.since.get_or_insert_with(Instant::now);
        }
    }

    /// How long to wait still; `None` when there is nothing to wait for.
    pub(super) fn wait(&self) -> Option<Duration> {
        Some(GATHERING.saturating_sub(self.since?.elapsed()))
    }

    /// The files that were gathered.
    pub(super) fn take(&mut self) -> BTreeSet<PathBuf> {
        self.since = None;
        std::mem::take(&mut self.paths)
    }
}

/// What became of files that were read again.
pub(super) struct FilesRead {
    /// The settings that they were read with.
    pub(super) settings: Arc<Settings>,
    /// Each file and what it says; `None` when it is no article any more.
    pub(super) files: Vec<(PathBuf, Option<Article>)>,
}

/// Reads files again, in the background.
pub(super) fn read_again(settings: Arc<Settings>, paths: Vec<PathBuf>, workers: &Workers, events: &Events) {
    let (threads, events) = (workers.clone(), events.clone());
    workers.patiently(
        || "reading changed files".to_owned(),
        move || {
            let read = |path: PathBuf| {
                let article = threads.guard(|| path.display().to_string(), || from_disk(&settings, &path));
                (path, article.flatten())
            };
            let files = paths.into_iter().map(read).collect();
            events.send(Event::FilesRead(FilesRead { settings, files }));
        },
    );
}

/// What the file at `path` says now; `None` when it is no article.
pub(super) fn from_disk(settings: &Settings, path: &Path) -> Option<Article> {
    if !is_article(&settings.root, &settings.config, path) {
        return None;
    }
    let text = read_article(path, &settings.config).ok()?;
    Some(Article::new(path.into(), &read_document(settings, path, &text)))
}

/// Who watches the files.
pub(super) enum Watching {
    /// The client does, for the patterns that it was given.
    Client(BTreeSet<String>),
    /// We do.
    Own(RecommendedWatcher),
    /// Nobody can.
    Nobody,
}

impl Watching {
    /// The client watches if it can.
    pub(super) fn new(client_can: bool, client: &Client, events: &Events) -> Self {
        if client_can {
            return Watching::Client(BTreeSet::new());
        }
        let (tell, told) = mpsc::channel();
        let watcher = notify::recommended_watcher(tell).inspect_err(|error| {
            client.log(MessageType::WARNING, format!("files are not watched: {error}"));
        });
        let events = events.clone();
        // The watcher's own thread must not wait for the session, which may be waiting for the watcher.
        std::thread::spawn(move || pass_on(&told, &events));
        watcher.map_or(Watching::Nobody, Watching::Own)
    }

    /// Has a folder watched: all that may be an article by `config`, and all that may be settings.
    pub(super) fn watch(&mut self, folder: &Path, config: &Config, client: &Client) {
        match self {
            Watching::Client(known) => {
                let globs =
                    config.files.include.iter().map(String::as_str).chain(["**/*.toml", "**/.gitignore"]);
                // A pattern counts from the workspace's folder, not from ours.
                let anywhere = |glob: &str| match glob.strip_prefix("**/") {
                    Some(_) => glob.to_owned(),
                    None => format!("**/{}", glob.trim_start_matches('/')),
                };
                let new: Vec<_> = globs.map(anywhere).filter(|glob| known.insert(glob.clone())).collect();
                if !new.is_empty() {
                    client.request::<RegisterCapability>(registration(new, known.len()));
                }
            }
            Watching::Own(watcher) => {
                if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
                    let folder = folder.display();
                    client.log(MessageType::WARNING, format!("{folder} is not watched: {error}"));
                }
            }
            Watching::Nobody => {}
        }
    }

    /// A served folder was deleted, or made again since: no watcher outlives its folder. One that is gone is looked for
    /// until it is there, as long as what is given back is kept.
    pub(super) fn renew(
        &mut self,
        folder: &Arc<Path>,
        config: &Config,
        client: &Client,
        events: &Events,
    ) -> Option<Arc<()>> {
        if folder.is_dir() {
            self.watch(folder, config, client);
            return None;
        }
        let kept = Arc::new(());
        let (folder, events, looks) = (folder.clone(), events.clone(), Arc::downgrade(&kept));
        std::thread::spawn(move || {
            while looks.strong_count() > 0 {
                if folder.is_dir() {
                    return events.send(Event::Touched(vec![folder.to_path_buf()]));
                }
                std::thread::sleep(LOOKING);
            }
        });
        Some(kept)
    }

    /// Has it watched no longer.
    pub(super) fn unwatch(&mut self, folder: &Path) {
        if let Watching::Own(watcher) = self {
            // It may never have been watched, or be gone.
            let _ = watcher.unwatch(folder);
        }
    }
}

/// Tells the session of what the watcher saw, all that came meanwhile at once, until the watcher is gone.
fn pass_on(told: &Receiver<notify::Result<notify::Event>>, events: &Events) {
    while let Ok(first) = told.recv() {
        // An error is a folder that cannot be watched any more; what still can goes on.
        let seen = std::iter::once(first).chain(told.try_iter()).flatten();
        let changes = seen.filter(|event| {
            !matches!(event.kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
        });
        let paths: BTreeSet<PathBuf> = changes.flat_map(|event| event.paths).collect();
        if !paths.is_empty() {
            events.send(Event::Touched(paths.into_iter().collect()));
        }
    }
}

/// The request to watch files like `globs`; `nth` makes its id.
fn registration(globs: Vec<String>, nth: usize) -> RegistrationParams {
    let watchers = globs
        .into_iter()
        .map(|glob| FileSystemWatcher { glob_pattern: GlobPattern::String(glob), kind: None })
        .collect();
    let options = DidChangeWatchedFilesRegistrationOptions { watchers };
    RegistrationParams {
        registrations: vec![Registration {
            id: format!("masthead-files-{nth}"),
            method: DidChangeWatchedFiles::METHOD.to_owned(),
            // ok: a list of strings is always JSON.
            register_options: serde_json::to_value(options).ok(),
        }],
    }
}

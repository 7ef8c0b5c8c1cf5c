//! Reads a whole folder in the background: its settings where they may have changed, then its articles.

use super::event::{Event, Events};
use super::progress::Progress;
use super::workers::Workers;
use crate::catalog::Change;
use crate::config::FILE_NAME;
use crate::corpus::{Corpus, Snapshot};
use crate::rules::all_faults;
use crate::workspace::{Cache, Loaded, Settings, Sound, load_settings, read_folder, reread_articles};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A folder that is being read.
pub(super) struct Reading {
    /// How far it is, where the client wants to know.
    pub(super) progress: Option<Arc<Progress>>,
    /// Files that changed since it began: they are read once more at its end.
    pub(super) touched: BTreeSet<PathBuf>,
    /// True when it reads the articles in any case.
    pub(super) articles: bool,
    stop: Arc<AtomicBool>,
}

impl Reading {
    /// Has it end soon, with what it has read by then.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What is to be read.
pub(super) struct Order {
    /// The folder.
    pub(super) root: Arc<Path>,
    /// Which reading of it this is: results of earlier ones come too late.
    pub(super) turn: u64,
    /// Its settings as they are in use.
    pub(super) settings: Arc<Settings>,
    /// The texts of open settings and catalog files; `None` when the settings are known to be as they were.
    pub(super) overrides: Option<HashMap<PathBuf, String>>,
    /// What stays in use where the files have faults.
    pub(super) sound: Sound,
    /// The articles as they are known, and what the last reading gave, with `settings`: what did not change since is
    /// not read again.
    pub(super) before: Option<(Snapshot, Arc<Loaded>)>,
    /// True when the articles are to be read even where the settings are as they were.
    pub(super) articles: bool,
    /// How far it is, where the client wants to know.
    pub(super) progress: Option<Arc<Progress>>,
}

/// What became of it.
pub(super) struct FolderRead {
    /// The folder.
    pub(super) root: Arc<Path>,
    /// Which reading of it this was.
    pub(super) turn: u64,
    /// What was read; `None` when nothing changed, or the reading was stopped.
    pub(super) read: Option<Read>,
}

/// A folder's articles.
pub(super) struct Read {
    /// The settings that they were read with.
    pub(super) settings: Arc<Settings>,
    /// The articles.
    pub(super) corpus: Corpus,
    /// What was read, and the files that could not be.
    pub(super) loaded: Arc<Loaded>,
    /// Where it is kept for the next start.
    pub(super) cache: Option<Cache>,
}

/// Starts reading. What comes of it arrives as events.
pub(super) fn start(order: Order, workers: &Workers, events: &Events) -> Reading {
    let stop = Arc::new(AtomicBool::new(false));
    let reading = Reading {
        progress: order.progress.clone(),
        touched: BTreeSet::new(),
        articles: order.articles,
        stop: stop.clone(),
    };
    let folder = order.root.display().to_string();
    let (threads, events) = (workers.clone(), events.clone());
    workers.patiently(
        move || format!("reading the folder {folder}"),
        move || {
            // A failure is an answer too: whoever waits for the end must not wait forever.
            let (root, turn) = (order.root.clone(), order.turn);
            let what = || format!("reading the folder {}", root.display());
            let read = threads.guard(what, || read(order, &stop, &threads, &events)).flatten();
            events.send(Event::FolderRead(Box::new(FolderRead { root, turn, read })));
        },
    );
    reading
}

fn read(order: Order, stop: &AtomicBool, workers: &Workers, events: &Events) -> Option<Read> {
    let settings = match &order.overrides {
        None => order.settings.clone(),
        Some(overrides) => {
            let settings = load(&order.root, &|path| overrides.get(path).cloned(), &order.sound);
            if settings.files == order.settings.files {
                order.settings.clone()
            } else {
                let settings = Arc::new(settings);
                let (root, turn) = (order.root.clone(), order.turn);
                events.send(Event::SettingsRead { root, turn, settings: settings.clone() });
                settings
            }
        }
    };
    if !order.articles && Arc::ptr_eq(&settings, &order.settings) {
        return None;
    }
    let go_on = |done: usize, all: usize| {
        if let Some(progress) = &order.progress {
            progress.report(done, all);
        }
        give_way(workers, stop);
        !stop.load(Ordering::Relaxed)
    };
    // What is being typed in a catalog is not worth keeping: the next start finds the files.
    let saved =
        |(path, text): (&PathBuf, &String)| std::fs::read_to_string(path).is_ok_and(|disk| disk == *text);
    let saved = order.overrides.iter().flatten().all(saved);
    let cache = Cache::of(&settings).filter(|_| saved);
    let mut corpus = Corpus::new(settings.root.clone(), settings.config.clone(), settings.catalog.clone());
    let same_files = settings.config.files == order.settings.config.files;
    let before = order.before.as_ref();
    let change = before.and_then(|_| Change::between(&order.settings.catalog, &settings.catalog));
    let loaded = match before.zip(change) {
        // Where the catalog alone changed, the files are those that they were.
        Some(((snapshot, _), change)) if !order.articles && same_files => {
            let articles: Vec<_> = snapshot.articles().cloned().collect();
            reread_articles(&settings, &articles, &change, &go_on)
        }
        Some(((_, loaded), change)) => read_folder(&settings, &loaded.known(&change), &go_on),
        None => {
            let known = cache.as_ref().map(|cache| cache.load(&settings)).unwrap_or_default();
            read_folder(&settings, &known, &go_on)
        }
    };
    if stop.load(Ordering::Relaxed) {
        return None;
    }
    corpus.share_base(loaded.articles.clone());
    // Sorting the names takes a moment more, in which nobody is to ask for them.
    corpus.snapshot().prepare();
    Some(Read { settings, corpus, loaded: Arc::new(loaded), cache })
}

/// Rests while a person waits for something, but not for long: they may type without end.
pub(super) fn give_way(workers: &Workers, stop: &AtomicBool) {
    /// A keystroke's work is done in about this time.
    const REST: Duration = Duration::from_micros(200);
    /// After so many rests an article is read all the same.
    const RESTS: usize = 10;

    for _ in 0..RESTS {
        if !workers.busy() || stop.load(Ordering::Relaxed) {
            return;
        }
        std::thread::sleep(REST);
    }
}

/// The settings of a folder, with the faults that the rules find in them.
pub(super) fn load(root: &Path, overrides: &dyn Fn(&Path) -> Option<String>, before: &Sound) -> Settings {
    let mut settings = load_settings(root, overrides, before);
    settings.faults = all_faults(&settings);
    settings
}

/// True for files that may change the settings of the folders above them.
pub(super) fn is_settings_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
        || path.file_name().is_some_and(|name| name == FILE_NAME)
}

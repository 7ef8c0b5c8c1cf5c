//! The texts that are open in the editor.

use super::abilities::Abilities;
use super::convert::{Page, Told, name_of, path_of};
use super::roots::Root;
use super::splice::Splice;
use super::view::{DeskText, Folder, Judged, View};
use crate::config::Config;
use crate::document::Document;
use crate::text::{Buffer, Encoding};
use crate::workspace::{Settings, read_article, read_document};
use std::borrow::Cow;
use std::cell::Cell;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tower_lsp::ls_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

/// What an open text is to its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// One of its articles: in the index, and judged.
    Article,
    /// A text without a file, or from elsewhere: judged by the folder's settings, not in its index.
    Guest,
    /// A file of the folder that its settings do not count as an article: tagged, not judged.
    Other,
    /// A catalog or settings file, or what may become one.
    Settings,
}

/// A text that is open in the editor.
pub(super) struct OpenText {
    /// As the client writes it.
    pub(super) uri: Uri,
    /// Its file; for a text without a file its URI.
    pub(super) path: Arc<Path>,
    /// As the client counts. Edits count in the order in which they come, whatever it says.
    pub(super) version: i32,
    /// The folder that it belongs to.
    pub(super) root: Arc<Path>,
    /// What it is to that folder.
    pub(super) standing: Standing,
    /// True while the text is the client's. After an edit that could not be read it is not.
    pub(super) in_step: bool,
    /// The text.
    pub(super) buffer: Buffer,
    /// What is known of the text, or was before `edits`.
    document: Option<Arc<Document>>,
    /// What was edited since the document was read.
    edits: Option<Splice>,
    /// What the client was last told of its colours.
    pub(super) told: Arc<Mutex<Told>>,
    /// How often its findings may have become others.
    stirs: Cell<u64>,
    /// What the rules last found in it.
    judged_last: Arc<Mutex<Option<Judged>>>,
    /// True once the person was told that the text is too long.
    told_oversized: bool,
}

impl OpenText {
    /// A text that was just opened. It has no folder yet.
    pub(super) fn new(item: TextDocumentItem) -> Self {
        let mut path = name_of(&item.uri);
        if path_of(&item.uri).is_none() && item.language_id == "markdown" {
            // A text without a file has no ending that tells how it is written.
            path.as_mut_os_string().push(".md");
        }
        let path: Arc<Path> = path.into();
        Self {
            uri: item.uri,
            version: item.version,
            root: path.clone(),
            path,
            standing: Standing::Other,
            in_step: true,
            buffer: Buffer::new(&item.text),
            document: None,
            edits: None,
            told: Arc::default(),
            stirs: Cell::default(),
            judged_last: Arc::default(),
            told_oversized: false,
        }
    }

    /// Takes an edit over. Where the text is out of step only a full text helps.
    pub(super) fn change(&mut self, change: &TextDocumentContentChangeEvent, encoding: Encoding) {
        let Some(range) = change.range else {
            return self.replace(&change.text);
        };
        if !self.in_step {
            return;
        }
        let span = Page { buffer: &self.buffer, encoding }.span(range);
        let span = self.buffer.splice(span, &change.text);
        self.edits = Some(match self.edits {
            None => Splice::new(span, change.text.len()),
            Some(edits) => edits.then(span, change.text.len()),
        });
    }

    /// Takes a full text over.
    pub(super) fn replace(&mut self, text: &str) {
        self.in_step = true;
        self.buffer = Buffer::new(text);
        self.forget();
    }

    /// It was saved: where the text is out of step, what is on the disk now is what the client has.
    pub(super) fn saved(&mut self, config: &Config) {
        if !self.in_step
            && let Ok(saved) = read_article(&self.path, config)
        {
            self.replace(saved.strip_prefix('\u{feff}').unwrap_or(&saved));
        }
    }

    /// Its file's own name.
    pub(super) fn name(&self) -> Cow<'_, str> {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy()
    }

    /// Has the document read anew as a whole: its folder or the catalog is another one.
    pub(super) fn forget(&mut self) {
        self.document = None;
        self.edits = None;
    }

    /// Brings the document up to date with the text.
    pub(super) fn read(&mut self, settings: &Settings) {
        // Whatever goes wrong below, the next attempt starts from the text alone.
        let (document, edits) = (self.document.take(), self.edits.take());
        if !self.in_step || self.standing == Standing::Settings || self.oversized(settings) {
            return;
        }
        self.document = Some(match (document, edits) {
            (Some(document), None) => document,
            (Some(document), Some(edits)) => {
                let path = self.path.strip_prefix(&settings.root).unwrap_or(&self.path);
                let path = path.to_string_lossy().replace('\\', "/");
                let insert = self.buffer.slice(edits.new);
                Arc::new(document.edited(edits.old, &insert, &path, &settings.catalog))
            }
            (None, _) => Arc::new(read_document(settings, &self.path, &self.buffer.text()).in_editor()),
        });
    }

    /// Notes that its findings may be others from now on: it changed, or something that concerns it.
    pub(super) fn stir(&self) {
        self.stirs.set(self.stirs.get() + 1);
    }

    /// What is known of the text, when it is up to date.
    pub(super) fn document(&self) -> Option<&Arc<Document>> {
        self.document.as_ref().filter(|_| self.in_step && self.edits.is_none())
    }

    /// The text as requests and rules see it; `None` while nothing can be said of it.
    pub(super) fn view(&self, folder: Folder) -> Option<View> {
        Some(View {
            folder,
            uri: self.uri.clone(),
            version: self.version,
            path: self.path.clone(),
            buffer: self.buffer.clone(),
            document: self.document()?.clone(),
            told: self.told.clone(),
            stirs: self.stirs.get(),
            judged_last: self.judged_last.clone(),
            judged: matches!(self.standing, Standing::Article | Standing::Guest),
        })
    }

    /// The text as a file of the desk of `root`; `None` where it is another program's, or out of step.
    pub(super) fn desk_text(&self, root: &Root, abilities: &Arc<Abilities>) -> Option<DeskText> {
        let file = root.desk_file(&self.path, || self.buffer.text()).filter(|_| self.in_step)?;
        let (folder, buffer) = (root.folder(abilities), self.buffer.clone());
        Some(DeskText { folder, uri: self.uri.clone(), file, buffer })
    }

    /// True the first time that the text is longer than articles of its folder may be.
    pub(super) fn tells_oversized(&mut self, settings: &Settings) -> bool {
        self.oversized(settings) && !std::mem::replace(&mut self.told_oversized, true)
    }

    fn oversized(&self, settings: &Settings) -> bool {
        let article = matches!(self.standing, Standing::Article | Standing::Guest);
        article && self.buffer.len() as u64 > settings.config.files.max_size
    }
}

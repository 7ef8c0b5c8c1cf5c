//! What a request or a rule sees of an open article.

use super::abilities::Abilities;
use super::convert::{Sent, Told};
use super::drafts::Drafts;
use crate::config::Scope;
use crate::corpus::Snapshot;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::ide::{Cursor, DeskCursor, DeskFile};
use crate::rules::Judgement;
use crate::text::Buffer;
use crate::workspace::Settings;
use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp::ls_types::Uri;

/// One state of a folder. Cheap to make, never changing, free to go to any thread.
#[derive(Clone)]
pub(super) struct Folder {
    /// What the client can do, and what its person asks for.
    pub(super) abilities: Arc<Abilities>,
    /// The articles.
    pub(super) snapshot: Snapshot,
    /// The settings, with the texts they were read from.
    pub(super) settings: Arc<Settings>,
    /// Which of these texts are open in the editor, and as what.
    pub(super) drafts: Drafts,
}

impl Folder {
    /// Of which articles findings are shown: as the person asks, else as the folder does.
    pub(super) fn scope(&self) -> Scope {
        self.abilities.wishes.scope.unwrap_or(self.settings.config.diagnostics.scope)
    }

    /// True where a surname says who it is.
    pub(super) fn shows_hints(&self) -> bool {
        self.abilities.wishes.inlay_hints.unwrap_or(self.settings.config.editor.inlay_hints)
    }

    /// True where a first reference says how often the name stands in the folder.
    pub(super) fn shows_lenses(&self) -> bool {
        self.abilities.wishes.code_lens.unwrap_or(self.settings.config.editor.code_lens)
    }
}

/// One state of an open article and of its folder, as cheap and as free.
#[derive(Clone)]
pub(super) struct View {
    /// Its folder.
    pub(super) folder: Folder,
    /// The article's URI, as the client writes it.
    pub(super) uri: Uri,
    /// The version that the client gave to this state.
    pub(super) version: i32,
    /// The article's file; for a text without a file its URI.
    pub(super) path: Arc<Path>,
    /// Its text.
    pub(super) buffer: Buffer,
    /// What is known of it.
    pub(super) document: Arc<Document>,
    /// True when its findings are reported. They are not for a file that the settings do not count as an
    /// article, though its names are tagged: `masthead check` is silent on it too.
    pub(super) judged: bool,
    /// What the client was last told of its colours.
    pub(super) told: Arc<Mutex<Told>>,
    /// How often its findings may have become others.
    pub(super) stirs: u64,
    /// What the rules last found in it, in this state or another.
    pub(super) judged_last: Arc<Mutex<Option<Judged>>>,
}

/// What the rules found in one state of an open article.
pub(super) struct Judged {
    pub(super) judgement: Judgement,
    /// How often its findings might have become others by then.
    stirs: u64,
    /// What the client was last sent of it.
    pub(super) sent: Sent,
}

/// One state of an open file in which a desk keeps its settings or its names.
#[derive(Clone)]
pub(super) struct DeskText {
    /// Its folder. What it says is read from the last version of the file that could be used.
    pub(super) folder: Folder,
    /// The file's URI, as the client writes it.
    pub(super) uri: Uri,
    /// What it holds.
    pub(super) file: DeskFile,
    /// Its text.
    pub(super) buffer: Buffer,
}

/// An open text that something can be said of.
pub(super) enum Opened {
    /// An article.
    Article(View),
    /// A file of the desk.
    Desk(DeskText),
}

impl DeskText {
    /// A place in `text`, the file's own, by its byte.
    pub(super) fn cursor<'a>(&'a self, text: &'a str, offset: usize) -> DeskCursor<'a> {
        DeskCursor { file: self.file, text, snapshot: &self.folder.snapshot, offset }
    }
}

impl Opened {
    /// Its folder.
    pub(super) fn folder(&self) -> &Folder {
        match self {
            Opened::Article(view) => &view.folder,
            Opened::Desk(text) => &text.folder,
        }
    }
}

impl View {
    /// A place in the article, by its byte.
    pub(super) fn cursor(&self, offset: usize) -> Cursor<'_> {
        Cursor { path: &self.path, document: &self.document, snapshot: &self.folder.snapshot, offset }
    }

    /// Bytes of the article of which the rules must be asked: all, or what was edited since they were asked last.
    pub(super) fn to_be_judged(&self) -> usize {
        let last = self.judged_last.lock().unwrap_or_else(PoisonError::into_inner);
        let last = last.as_ref().map(|last| &last.judgement);
        let again = last.and_then(|last| last.to_be_renewed(&self.document, &self.folder.snapshot));
        again.unwrap_or_else(|| self.document.len())
    }

    /// What the rules find in the article.
    pub(super) fn findings(&self) -> Vec<Diagnostic> {
        let found =
            self.judged(|judged| judged.judgement.findings(false).into_iter().map(Cow::into_owned).collect());
        found.unwrap_or_default()
    }

    /// What `then` makes of what the rules find in the article; `None` where its findings are not reported.
    pub(super) fn judged<T>(&self, then: impl FnOnce(&mut Judged) -> T) -> Option<T> {
        if !self.judged {
            return None;
        }
        // Whoever failed while it was locked took the last one away: the next is made from nothing.
        let mut held = self.judged_last.lock().unwrap_or_else(PoisonError::into_inner);
        let last = held.take();
        // What changed elsewhere since, and did not stir it, changes none of its findings.
        let same = |last: &Judged| last.stirs == self.stirs && last.judgement.is_of(&self.document);
        let stirs = self.stirs;
        let mut judged = match last {
            Some(last) if same(&last) => last,
            Some(Judged { judgement, sent, .. }) => {
                let judgement = judgement.renewed(self.document.clone(), self.folder.snapshot.clone());
                Judged { judgement, stirs, sent }
            }
            None => {
                let (document, snapshot) = (self.document.clone(), self.folder.snapshot.clone());
                let judgement = Judgement::new(self.path.clone(), document, snapshot);
                Judged { judgement, stirs, sent: Sent::default() }
            }
        };
        let made = then(&mut judged);
        *held = Some(judged);
        Some(made)
    }
}

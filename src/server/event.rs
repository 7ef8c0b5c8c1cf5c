//! Everything that may happen to a session, in one closed list.

use super::abilities::Abilities;
use super::inbox::Inbox;
use super::reading::FolderRead;
use super::view::{Folder, Opened, View};
use super::watcher::FilesRead;
use super::wishes::Wishes;
use crate::corpus::Affected;
use crate::workspace::Settings;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};
use tower_lsp::jsonrpc::Id;
use tower_lsp::ls_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

/// What happened.
pub(super) enum Event {
    /// The client told who it is. Nothing comes before this.
    Initialize { abilities: Box<Abilities>, folders: Vec<PathBuf> },
    /// The client is ready.
    Initialized,
    /// A text was opened.
    Opened(TextDocumentItem),
    /// A text was edited.
    Changed { uri: Uri, version: i32, changes: Vec<TextDocumentContentChangeEvent> },
    /// A text was saved.
    Saved { uri: Uri },
    /// A text was closed: from now on the disk has it.
    Closed { uri: Uri },
    /// A message about a text could not be read; `opened` when it would have opened it.
    Unreadable { uri: Option<String>, opened: bool },
    /// A request about an open text. The job is given nothing when the text is not open or not in step, or is another
    /// program's. Once `asker` is gone the request has been cancelled.
    Asked { uri: Uri, what: &'static str, asker: Weak<()>, job: Box<dyn FnOnce(Option<Opened>) + Send> },
    /// A request about all folders and all open articles.
    AskedAll { what: &'static str, job: Box<dyn FnOnce(Vec<Folder>, Vec<View>) + Send> },
    /// What the edit of an article may have changed in the findings of others was found out.
    Affected { root: Arc<Path>, affected: Affected },
    /// Files on disk were written, created or deleted.
    Touched(Vec<PathBuf>),
    /// Folders came to the workspace, or left it.
    Folders { added: Vec<PathBuf>, removed: Vec<PathBuf> },
    /// A person changed the editor's settings.
    Wished(Wishes),
    /// The client answered a request of ours.
    Answered { id: Id, ok: bool },
    /// A person cancelled the work with this progress token.
    Cancelled { token: String },
    /// The settings of a root were read anew; its articles follow.
    SettingsRead { root: Arc<Path>, turn: u64, settings: Arc<Settings> },
    /// The articles of a root were read.
    FolderRead(Box<FolderRead>),
    /// Single files were read again.
    FilesRead(FilesRead),
}

impl Event {
    /// True when the edits before it and those behind it can be taken as one: nobody sees the texts between them.
    pub(super) fn joins_edits(&self) -> bool {
        match self {
            Event::Opened(_) | Event::Changed { .. } | Event::Closed { .. } | Event::Affected { .. } => true,
            Event::Asked { asker, .. } => asker.strong_count() == 0,
            _ => false,
        }
    }
}

/// Where events go. They are taken in the order in which they are sent.
#[derive(Clone)]
pub(super) struct Events(pub(super) Arc<Inbox>);

impl Events {
    /// Sends an event. Waits while very many are on their way.
    pub(super) fn send(&self, event: Event) {
        self.0.push(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    /// Each state of the index that somebody looks at is a copy of what is open: thousands of articles that are closed at once
    /// must not leave one each.
    #[test]
    fn articles_that_are_opened_or_closed_are_taken_as_one_change() {
        let uri = || Uri::from_str("file:///desk/a.md").unwrap();
        let item = TextDocumentItem::new(uri(), "markdown".to_owned(), 1, "Oslo".to_owned());
        assert!(Event::Opened(item).joins_edits());
        assert!(Event::Changed { uri: uri(), version: 2, changes: Vec::new() }.joins_edits());
        assert!(Event::Closed { uri: uri() }.joins_edits());
        assert!(!Event::Saved { uri: uri() }.joins_edits());
    }
}

//! The settings and catalog files that are open in the editor: what an edit of one of them is bound to.
//!
//! They are read in the background, so that what is known of them may lag behind what a person types. An edit that was made
//! for another text than the one that stands there now would change the wrong places: it is not given to the client.

use super::convert::uri_of;
use crate::text::Buffer;
use dashmap::DashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types::Uri;

/// The open files, by path. The session changes them, and answers are made from them.
#[derive(Clone, Default)]
pub(super) struct Drafts(Arc<DashMap<PathBuf, Draft>>);

/// An open file.
struct Draft {
    uri: Uri,
    version: i32,
    /// `None` while it is out of step with the client's.
    text: Option<Buffer>,
}

impl Drafts {
    /// The file at `path` is open with this text; `None` while that is not known.
    pub(super) fn put(&self, path: &Path, uri: &Uri, version: i32, text: Option<&Buffer>) {
        self.0.insert(path.to_owned(), Draft { uri: uri.clone(), version, text: text.cloned() });
    }

    /// The file was closed: the disk has it.
    pub(super) fn remove(&self, path: &Path) {
        self.0.remove(path);
    }

    /// What stands in the file at `path` where it is open and that is known.
    pub(super) fn text(&self, path: &Path) -> Option<String> {
        self.0.get(path)?.text.as_ref().map(Buffer::text)
    }

    /// How an edit made for `text` names the file at `path`, with the version where it is open; `None` where another text
    /// stands there by now, in the editor or on the disk.
    pub(super) fn holding(&self, path: &Path, text: &str) -> Option<(Uri, Option<i32>)> {
        match self.0.get(path) {
            Some(draft) => {
                let same =
                    draft.text.as_ref().is_some_and(|open| open.len() == text.len() && open.text() == text);
                same.then(|| (draft.uri.clone(), Some(draft.version)))
            }
            None => {
                let same = std::fs::read_to_string(path).is_ok_and(|saved| saved == text);
                same.then(|| Some((uri_of(path)?, None)))?
            }
        }
    }
}

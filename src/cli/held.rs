//! Articles that stay in memory between being read for the index and being judged.

use crate::document::Document;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Articles as they were read, each until it is asked for: to read one takes longer than to judge it. The index holds
/// no texts, and neither does this beyond its room, however large the folder: what does not fit is read once more.
#[derive(Debug, Default)]
pub(super) struct Held(Mutex<Documents>);

#[derive(Debug, Default)]
struct Documents {
    by_path: HashMap<PathBuf, Document>,
    /// Bytes of text that still fit.
    room: usize,
}

/// Bytes of text that those who judge articles hold: with its words and names an article takes some fifteen times its
/// text, so that this is 150 MB at most.
pub(super) const ROOM: usize = 10_000_000;

impl Held {
    /// Has room for so many bytes of text; the default has none.
    pub(super) fn with_room(room: usize) -> Self {
        Self(Mutex::new(Documents { room, ..Documents::default() }))
    }

    /// Keeps an article, where there is room.
    pub(super) fn keep(&self, path: &Path, document: Document) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = held.room.checked_sub(document.len()) {
            held.room = room;
            held.by_path.insert(path.to_owned(), document);
        }
    }

    /// Keeps an article whether there is room or not: it cannot be read once more.
    pub(super) fn hold(&self, path: &Path, document: Document) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_path.insert(path.to_owned(), document);
    }

    /// Gives an article away.
    pub(super) fn take(&self, path: &Path) -> Option<Document> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_path.remove(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::text::Format;

    #[test]
    fn what_fits_is_given_away_once() {
        let (catalog, _) = Catalog::merge(&[]);
        let held = Held::with_room(10);
        for (path, text) in [("a.md", "Six…"), ("b.md", "Eleven let."), ("c.md", "Four")] {
            held.keep(Path::new(path), Document::read(text, Format::Markdown, path, &catalog));
        }
        let taken = |path: &str| held.take(Path::new(path)).map(|document| document.text());
        assert_eq!(taken("b.md"), None);
        assert_eq!((taken("c.md").as_deref(), taken("c.md")), (Some("Four"), None));
        assert_eq!(taken("a.md").as_deref(), Some("Six…"));
    }
}

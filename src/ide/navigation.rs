//! Definition, declaration, references, highlights.

use crate::corpus::Snapshot;
use crate::diagnostic::Place;
use crate::document::Document;
use crate::text::Span;
use std::path::Path;

/// A place in an open article, in the light of a snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// The article's file.
    pub path: &'a Path,
    /// The article.
    pub document: &'a Document,
    /// Its corpus.
    pub snapshot: &'a Snapshot,
    /// Byte offset of the cursor.
    pub offset: usize,
}

/// The passages that introduce the name under the cursor: this article's first, then the others by date.
/// Where none does, its first mention.
pub fn definition(cursor: Cursor) -> Vec<Place> {
    let _ = cursor;
    todo!()
}

/// Its catalog entry: the file (for the starter catalog a `<starter>/…` name) and the span in it. Places of
/// catalog files carry no columns; the server converts spans with the file's text.
pub fn declaration(cursor: Cursor) -> Option<crate::catalog::Source> {
    let _ = cursor;
    todo!()
}

/// Every mention of the name under the cursor, by any form, in path order.
pub fn references(cursor: Cursor, declaration: bool) -> Vec<Place> {
    let _ = (cursor, declaration);
    todo!()
}

/// Its mentions in this article.
pub fn highlights(cursor: Cursor) -> Vec<Span> {
    let _ = cursor;
    todo!()
}

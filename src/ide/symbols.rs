//! Symbols of an article and of the folder.

use crate::corpus::Snapshot;
use crate::diagnostic::Place;
use crate::document::Document;
use crate::text::Span;

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SymbolKind {
    Heading,
    Person,
    Organization,
    Program,
    Product,
    Place,
    Event,
    Term,
    Name,
}

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSymbol {
    /// What is shown.
    pub name: String,
    /// A few words beside it.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All that belongs to it.
    pub span: Span,
    /// Where a click goes.
    pub selection: Span,
    /// What lies below it.
    pub children: Vec<DocumentSymbol>,
}

/// A name in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceSymbol {
    /// The name.
    pub name: String,
    /// A few words beside it.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where it is introduced, or first named.
    pub place: Place,
}

/// The outline of an article: headings, and below them the names at their first reference.
pub fn document_symbols(document: &Document, snapshot: &Snapshot) -> Vec<DocumentSymbol> {
    let _ = (document, snapshot);
    todo!()
}

/// The names of the folder that fit `query`, the best first; all of them for an empty query; at most `limit`.
pub fn workspace_symbols(snapshot: &Snapshot, query: &str, limit: usize) -> Vec<WorkspaceSymbol> {
    let _ = (snapshot, query, limit);
    todo!()
}

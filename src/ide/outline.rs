//! The outline of an article.

use crate::corpus::Snapshot;
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
    /// A name of unknown kind.
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
    /// Where a click goes; lies in `span`.
    pub selection: Span,
    /// What lies below it.
    pub children: Vec<DocumentSymbol>,
}

/// The outline of an article: headings, and below them the names at their first reference.
pub fn document_symbols(document: &Document, snapshot: &Snapshot) -> Vec<DocumentSymbol> {
    let _ = (document, snapshot);
    todo!()
}

//! The tags of an article: which span is what, for colouring.

use crate::catalog::Catalog;
use crate::document::Document;
use crate::text::Span;

/// The colour of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TagKind {
    Person,
    Organization,
    Program,
    Product,
    Law,
    Event,
    /// A name of unknown kind.
    Name,
}

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Where.
    pub span: Span,
    /// Its colour.
    pub kind: TagKind,
    /// True at the first reference of its chain.
    pub first: bool,
    /// True for a form that the desk rejects.
    pub avoided: bool,
    /// True for a name that the catalog does not know.
    pub unknown: bool,
}

/// The tags in text order, never overlapping. Places, terms and titles have none. A name that runs over a
/// line break has a tag on each line.
pub fn tags(document: &Document, catalog: &Catalog) -> Vec<Tag> {
    let _ = (document, catalog);
    todo!()
}

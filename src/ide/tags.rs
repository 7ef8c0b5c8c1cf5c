//! The tags of an article: which span is what, for colouring.

use crate::catalog::{Catalog, FormKind, Kind};
use crate::document::{Candidate, Document, Mention};
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
    let mentions = document.mentions.iter().enumerate().filter_map(|(at, m)| known(document, catalog, at, m));
    let candidates = document.candidates.iter().enumerate().filter_map(|(at, c)| unknown(document, at, c));
    let mut tags: Vec<Tag> = mentions.chain(candidates).collect();
    // A known name goes before an unknown one that begins at the same place.
    tags.sort_by_key(|tag| (tag.span.start, tag.unknown));
    let mut end = 0;
    tags.retain(|tag| {
        let free = tag.span.start >= end && !tag.span.is_empty();
        end = if free { tag.span.end } else { end };
        free
    });
    tags.into_iter().flat_map(|tag| lines(document, tag)).collect()
}

/// The tag of a mention.
fn known(document: &Document, catalog: &Catalog, at: usize, mention: &Mention) -> Option<Tag> {
    Some(Tag {
        span: mention.span,
        kind: colour(catalog.entity(mention.entity).kind)?,
        first: is_first(document, mention.chain, at),
        avoided: catalog.form(mention.form).kind == FormKind::Avoided,
        unknown: false,
    })
}

/// The tag of a candidate.
fn unknown(document: &Document, at: usize, candidate: &Candidate) -> Option<Tag> {
    let kind = match candidate.kind {
        Some(kind) => colour(kind)?,
        None => TagKind::Name,
    };
    let first = is_first(document, candidate.chain, at);
    Some(Tag { span: candidate.span, kind, first, avoided: false, unknown: true })
}

/// True for the first reference of a chain; `at` counts the mentions or the candidates.
fn is_first(document: &Document, chain: u32, at: usize) -> bool {
    document.chains.get(chain as usize).is_some_and(|chain| chain.first == Some(at as u32))
}

/// The colour of a kind; places, terms and titles have none.
fn colour(kind: Kind) -> Option<TagKind> {
    Some(match kind {
        Kind::Person => TagKind::Person,
        Kind::Organization => TagKind::Organization,
        Kind::Program => TagKind::Program,
        Kind::Product | Kind::Model => TagKind::Product,
        Kind::Law => TagKind::Law,
        Kind::Event => TagKind::Event,
        Kind::Place | Kind::Term | Kind::Title => return None,
    })
}

/// The tag, cut at line breaks: editors colour within a line only.
fn lines(document: &Document, tag: Tag) -> Vec<Tag> {
    let text = document.slice(tag.span);
    let mut start = tag.span.start;
    let mut tags = Vec::new();
    for line in text.split(['\n', '\r']) {
        let end = start + line.len();
        let left = line.len() - line.trim_start().len();
        let right = line.len() - line.trim_end().len();
        if left < line.len() {
            tags.push(Tag { span: Span::new(start + left, end - right), ..tag });
        }
        start = end + 1;
    }
    tags
}

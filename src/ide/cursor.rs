//! A place in an open article, and the name that stands there.

use crate::catalog::Kind;
use crate::corpus::{Name, Snapshot};
use crate::diagnostic::Place;
use crate::document::{ChainKey, Document};
use crate::text::Span;
use std::path::Path;

/// A place in an open article, in the light of a snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// The article's file.
    pub path: &'a Path,
    /// The article.
    pub document: &'a Document,
    /// Its corpus. Its catalog must be the one that the article was read with.
    pub snapshot: &'a Snapshot,
    /// Byte offset of the cursor.
    pub offset: usize,
}

impl Name {
    /// What it is called: the catalog's name, or the candidate's fullest form.
    pub fn text<'a>(&'a self, snapshot: &'a Snapshot) -> &'a str {
        match self {
            Name::Known(entity) => &snapshot.catalog.entity(*entity).name,
            Name::New(name) => name,
        }
    }

    /// What it is. For a candidate the kind that most of its mentions show, if any does.
    pub fn kind(&self, snapshot: &Snapshot) -> Option<Kind> {
        match self {
            Name::Known(entity) => Some(snapshot.catalog.entity(*entity).kind),
            Name::New(_) => snapshot.seen(self).kind(),
        }
    }
}

impl<'a> Cursor<'a> {
    /// The name under the cursor (its end included) and its span.
    pub fn name(&self) -> Option<(Span, Name)> {
        let mention = self.document.mention_at(self.offset);
        let candidate = self.document.candidate_at(self.offset);
        // Where two names touch, the one that begins at the cursor is meant.
        match (mention, candidate) {
            (Some(m), Some(c)) if c.span.start > m.span.start => Some((c.span, self.chain_name(c.chain)?)),
            (Some(m), _) => Some((m.span, Name::Known(m.entity))),
            (None, Some(c)) => Some((c.span, self.chain_name(c.chain)?)),
            (None, None) => None,
        }
    }

    /// Whose chain it is.
    fn chain_name(&self, chain: u32) -> Option<Name> {
        Name::of(self.document, chain)
    }

    /// True when `chain` is the chain of `name` in this article.
    pub(super) fn is(&self, chain: u32, name: &Name) -> bool {
        match (self.document.chains.get(chain as usize).map(|c| &c.key), name) {
            (Some(ChainKey::Entity(a)), Name::Known(b)) => a == b,
            (Some(ChainKey::Name(a)), Name::New(b)) => **a == **b,
            _ => false,
        }
    }

    /// A span of this article as a place.
    pub(super) fn place(&self, span: Span) -> Place {
        let (start, end) = (self.document.point(span.start), self.document.point(span.end));
        Place { path: self.path.into(), span, start, end }
    }
}

//! Somebody or something, whether the catalog knows it or only the articles do.

use crate::catalog::EntityIx;
use crate::document::{ChainKey, Document};
use std::sync::Arc;

/// Somebody or something: known to the catalog, or only to the articles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Name {
    /// An entity of the catalog.
    Known(EntityIx),
    /// A candidate, by the fullest form in its article.
    New(Arc<str>),
}

/// A [`Name`] as an article in the index holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameIn<'a> {
    /// An entity of the catalog.
    Known(EntityIx),
    /// A candidate, by the fullest form in its article.
    New(&'a str),
}

impl Name {
    /// Whose a chain of `document` is; `None` for a number that is none of its chains.
    pub fn of(document: &Document, chain: u32) -> Option<Name> {
        NameIn::of(document, chain).map(NameIn::owned)
    }
}

impl<'a> NameIn<'a> {
    /// Whose a chain of `document` is; `None` for a number that is none of its chains.
    pub(super) fn of(document: &'a Document, chain: u32) -> Option<NameIn<'a>> {
        Some(match &document.chains.get(chain as usize)?.key {
            ChainKey::Entity(entity) => NameIn::Known(*entity),
            ChainKey::Name(name) => NameIn::New(name),
        })
    }

    /// The same, to be kept without the article.
    pub fn owned(self) -> Name {
        match self {
            NameIn::Known(entity) => Name::Known(entity),
            NameIn::New(name) => Name::New(name.into()),
        }
    }
}

impl PartialEq<Name> for NameIn<'_> {
    fn eq(&self, other: &Name) -> bool {
        match (self, other) {
            (NameIn::Known(a), Name::Known(b)) => a == b,
            (NameIn::New(a), Name::New(b)) => **a == **b,
            _ => false,
        }
    }
}

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

impl Name {
    /// Whose a chain of `document` is; `None` for a number that is none of its chains.
    pub fn of(document: &Document, chain: u32) -> Option<Name> {
        Some(match &document.chains.get(chain as usize)?.key {
            ChainKey::Entity(entity) => Name::Known(*entity),
            ChainKey::Name(name) => Name::New(name.as_str().into()),
        })
    }
}

//! Somebody or something, whether the catalog knows it or only the articles do.

use crate::catalog::EntityIx;
use crate::document::{ChainKey, Document};
use crate::text::fold_key;
use rustc_hash::FxHasher;
use std::hash::Hasher;
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

/// A [`Name`] as a number, for lists of many: that of an entity is its own; two new names may share one, though of a
/// million hardly any do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameKey(pub(super) u32);

impl NameKey {
    /// The numbers from here on are those of new names.
    pub(super) const NEW: NameKey = NameKey(1 << 31);

    /// The entity, of a known name.
    pub fn entity(self) -> Option<EntityIx> {
        (self < Self::NEW).then_some(EntityIx(self.0))
    }
}

impl Name {
    /// The name as a number.
    pub fn key(&self) -> NameKey {
        match self {
            Name::Known(entity) => NameIn::Known(*entity).key(),
            Name::New(name) => NameIn::New(name).key(),
        }
    }

    /// The name, if no catalog knows it.
    pub fn new_one(&self) -> Option<&str> {
        match self {
            Name::Known(_) => None,
            Name::New(name) => Some(name),
        }
    }

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

    /// The name as a number.
    pub fn key(self) -> NameKey {
        match self {
            // No catalog has two thousand million entries.
            NameIn::Known(entity) => NameKey(entity.0 & !NameKey::NEW.0),
            NameIn::New(name) => NameKey(key(name) | NameKey::NEW.0),
        }
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

/// The key of a text. Two texts may share one, though of a million hardly any do: who needs to be sure looks into
/// the articles.
pub(super) fn key(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    let hash = hasher.finish();
    (hash ^ hash >> 32) as u32
}

/// The key of a long form however it is written: of two that fold to the same they are the same.
pub(super) fn long_key(long: &str) -> u32 {
    let key = fold_key(long);
    (key ^ key >> 32) as u32
}

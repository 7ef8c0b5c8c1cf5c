//! All catalog files of a corpus, merged key by key into one catalog.

use super::entity::{Entity, EntityIx, Form, FormIx};
use super::matcher::Matcher;
use super::parse::CatalogFile;
use crate::diagnostic::Diagnostic;
use std::path::Path;
use std::sync::Arc;

/// The merged catalog: immutable, shared by `Arc`.
#[derive(Debug, Default)]
pub struct Catalog {
    /// Sorted by id.
    entities: Vec<Entity>,
    /// In entity order.
    forms: Vec<Form>,
    matcher: Matcher,
    /// Per entity: those whose entry points to it.
    pointed_at: Vec<Vec<EntityIx>>,
}

/// What is wrong with a catalog, by file, files in path order.
pub type Faults = Vec<(Arc<Path>, Vec<Diagnostic>)>;

impl Catalog {
    /// Merges `files` in the given order (the starter's first): a later file adds entries, or changes them
    /// key by key. Returns the faults of every file too, those found while parsing included.
    pub fn merge(files: &[CatalogFile]) -> (Catalog, Faults) {
        let _ = files;
        todo!()
    }

    /// The compiled-in starter catalog alone.
    pub fn starter() -> Catalog {
        let files: Vec<CatalogFile> = super::starter::starter_files()
            .iter()
            .map(|(name, text)| super::parse::parse(Path::new(name), text, true))
            .collect();
        Self::merge(&files).0
    }

    /// All entities, sorted by id.
    pub fn entities(&self) -> impl Iterator<Item = (EntityIx, &Entity)> {
        self.entities.iter().enumerate().map(|(i, e)| (EntityIx(i as u32), e))
    }

    /// How many entities there are.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// True when it knows nobody.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// One entity. Panics for an index of another catalog.
    pub fn entity(&self, ix: EntityIx) -> &Entity {
        &self.entities[ix.0 as usize]
    }

    /// One form. Panics for an index of another catalog.
    pub fn form(&self, ix: FormIx) -> &Form {
        &self.forms[ix.0 as usize]
    }

    /// All forms.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The forms of one entity.
    pub fn forms_of(&self, ix: EntityIx) -> impl Iterator<Item = &Form> {
        self.entity(ix).forms.iter().map(|f| self.form(*f))
    }

    /// The entity with this id.
    pub fn by_id(&self, id: &str) -> Option<EntityIx> {
        self.entities.binary_search_by(|e| e.id.as_str().cmp(id)).ok().map(|i| EntityIx(i as u32))
    }

    /// The entities that `ix` points to or that point to `ix` (relations, roles, broader), each once, sorted.
    pub fn related(&self, ix: EntityIx) -> &[EntityIx] {
        &self.pointed_at[ix.0 as usize]
    }

    /// Finds forms in text.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }
}

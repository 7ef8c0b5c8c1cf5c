//! Look-up tables from words to the entities that they stand for, apart from the matcher.

use super::entity::{Entity, EntityIx, Form, FormKind, Kind};
use rustc_hash::FxHashMap;

/// Acronyms and adjectives of a catalog.
#[derive(Debug, Default)]
pub(super) struct Words {
    acronyms: FxHashMap<String, Vec<EntityIx>>,
    adjectives: FxHashMap<String, EntityIx>,
}

impl Words {
    pub(super) fn new(entities: &[Entity], forms: &[Form]) -> Self {
        let mut words = Words::default();
        for form in forms.iter().filter(|f| f.kind == FormKind::Acronym) {
            let owners = words.acronyms.entry(form.text.clone()).or_default();
            if !owners.contains(&form.entity) {
                owners.push(form.entity);
            }
        }
        for (ix, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Place) {
            for adjective in &entity.adjectives {
                words.adjectives.entry(adjective.clone()).or_insert(EntityIx(ix as u32));
            }
        }
        words
    }

    pub(super) fn acronym_owners(&self, short: &str) -> &[EntityIx] {
        self.acronyms.get(short).map_or(&[], Vec::as_slice)
    }

    pub(super) fn place_by_adjective(&self, word: &str) -> Option<EntityIx> {
        self.adjectives.get(word).copied()
    }
}

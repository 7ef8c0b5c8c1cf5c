//! Where the names of an article stand, by what they say: kept while they are the same, so that to find those of a few
//! names takes no look at all of them.

use super::letters::{Initials, letters};
use crate::catalog::EntityIx;
use crate::document::{ChainKey, Document};
use crate::text::fold_key;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Places in a list of facts, by what these say.
type Places<K> = FxHashMap<K, Vec<u32>>;

/// Where the facts of an article stand in its lists. Texts are found by their hash: what is found may, hardly ever, be
/// another one's.
#[derive(Debug)]
pub(super) struct Register {
    /// The first letters of the acronyms that are written out.
    pub(super) initials: Initials,
    by_letters: Places<u64>,
    by_long_form: Places<u64>,
    by_entity: Places<EntityIx>,
    acronyms: Places<u64>,
    ambiguities: Places<u64>,
    by_owner: Places<u32>,
    introductions: Places<u32>,
    chains: FxHashMap<EntityIx, u32>,
}

impl Register {
    pub(super) fn of(document: &Document) -> Self {
        let short = |at: usize| {
            let expansion = &document.expansions[at];
            document.slice_in(expansion.paragraph, expansion.short)
        };
        let mut register = Self {
            initials: Initials::of((0..document.expansions.len()).map(short)),
            by_letters: Places::default(),
            by_long_form: Places::default(),
            by_entity: Places::default(),
            acronyms: Places::default(),
            ambiguities: Places::default(),
            by_owner: Places::default(),
            introductions: Places::default(),
            chains: FxHashMap::default(),
        };
        for (at, expansion) in (0..).zip(&document.expansions) {
            let long = document.slice_in(expansion.paragraph, expansion.long);
            register.by_letters.entry(key(&letters(short(at as usize)))).or_default().push(at);
            register.by_long_form.entry(fold_key(long)).or_default().push(at);
            if let Some(entity) = expansion.entity {
                register.by_entity.entry(entity).or_default().push(at);
            }
        }
        for (at, acronym) in (0..).zip(&document.acronyms) {
            let written = document.slice_in(acronym.paragraph, acronym.span);
            register.acronyms.entry(key(written)).or_default().push(at);
        }
        for (at, ambiguity) in (0..).zip(&document.ambiguities) {
            let written = document.slice_in(ambiguity.paragraph, ambiguity.span);
            register.ambiguities.entry(key(written)).or_default().push(at);
            for owner in &ambiguity.owners {
                register.by_owner.entry(*owner).or_default().push(at);
            }
        }
        for (at, introduction) in (0..).zip(&document.introductions) {
            register.introductions.entry(introduction.chain).or_default().push(at);
        }
        for (at, chain) in (0..).zip(document.chains.iter()) {
            if let ChainKey::Entity(entity) = chain.key {
                register.chains.insert(entity, at);
            }
        }
        register
    }

    /// The expansions of acronyms of which these letters are left.
    pub(super) fn lettered(&self, letters: &str) -> &[u32] {
        found(&self.by_letters, key(letters))
    }

    /// The expansions whose long form is this name, in whatever capitals.
    pub(super) fn written_out(&self, name: &str) -> &[u32] {
        found(&self.by_long_form, fold_key(name))
    }

    /// The expansions of an entity.
    pub(super) fn of_entity(&self, entity: EntityIx) -> &[u32] {
        found(&self.by_entity, entity)
    }

    /// The acronyms that are written so.
    pub(super) fn acronyms(&self, short: &str) -> &[u32] {
        found(&self.acronyms, key(short))
    }

    /// The names of several that are written so.
    pub(super) fn ambiguities(&self, written: &str) -> &[u32] {
        found(&self.ambiguities, key(written))
    }

    /// The names of several that may be of `chain`.
    pub(super) fn owned(&self, chain: u32) -> &[u32] {
        found(&self.by_owner, chain)
    }

    /// The introductions of `chain`.
    pub(super) fn introductions(&self, chain: u32) -> &[u32] {
        found(&self.introductions, chain)
    }

    /// The chain of an entity.
    pub(super) fn chain(&self, entity: EntityIx) -> Option<u32> {
        self.chains.get(&entity).copied()
    }
}

fn found<K: std::hash::Hash + Eq>(places: &Places<K>, key: K) -> &[u32] {
    places.get(&key).map_or(&[], Vec::as_slice)
}

fn key(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

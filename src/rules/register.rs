//! Where the names of an article stand, by what they say: kept while they are the same, so that to find those of a few
//! names takes no look at all of them.

use super::letters::{Initials, letters};
use crate::catalog::EntityIx;
use crate::document::{Ambiguity, ChainKey, Document};
use crate::text::{Span, fold_key};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Places in a list of facts, by what these say: sorted, each place with its key.
#[derive(Debug)]
struct Places<K> {
    keys: Vec<K>,
    places: Vec<u32>,
}

impl<K: Ord> FromIterator<(K, u32)> for Places<K> {
    fn from_iter<P: IntoIterator<Item = (K, u32)>>(pairs: P) -> Self {
        let mut pairs: Vec<(K, u32)> = pairs.into_iter().collect();
        pairs.sort_unstable();
        let (keys, places) = pairs.into_iter().unzip();
        Self { keys, places }
    }
}

impl<K: Ord> Places<K> {
    /// Those of `key`, in order.
    fn of(&self, key: K) -> &[u32] {
        let from = self.keys.partition_point(|other| *other < key);
        let own = self.keys[from..].partition_point(|other| *other <= key);
        &self.places[from..from + own]
    }
}

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
    pub(super) fn of<'d>(document: &'d Document) -> Self {
        let text = |paragraph: u32, span: Span| document.slice_in(paragraph, span);
        let expansions = || (0..).zip(&document.expansions);
        let acronyms = (0..).zip(&document.acronyms);
        let ambiguities = || (0..).zip(&document.ambiguities);
        let owners = |(at, shared): (u32, &'d Ambiguity)| shared.owners.iter().map(move |owner| (*owner, at));
        let chains = (0..).zip(document.chains.iter()).filter_map(|(at, chain)| match chain.key {
            ChainKey::Entity(entity) => Some((entity, at)),
            ChainKey::Name(_) => None,
        });
        Self {
            initials: Initials::of(document.expansions.iter().map(|e| text(e.paragraph, e.short))),
            by_letters: expansions().map(|(at, e)| (key(&letters(text(e.paragraph, e.short))), at)).collect(),
            by_long_form: expansions().map(|(at, e)| (fold_key(text(e.paragraph, e.long)), at)).collect(),
            by_entity: expansions().filter_map(|(at, e)| Some((e.entity?, at))).collect(),
            acronyms: acronyms.map(|(at, a)| (key(text(a.paragraph, a.span)), at)).collect(),
            ambiguities: ambiguities().map(|(at, a)| (key(text(a.paragraph, a.span)), at)).collect(),
            by_owner: ambiguities().flat_map(owners).collect(),
            introductions: (0..).zip(&document.introductions).map(|(at, i)| (i.chain, at)).collect(),
            chains: chains.collect(),
        }
    }

    /// The expansions of acronyms of which these letters are left.
    pub(super) fn lettered(&self, letters: &str) -> &[u32] {
        self.by_letters.of(key(letters))
    }

    /// The expansions whose long form is this name, in whatever capitals.
    pub(super) fn written_out(&self, name: &str) -> &[u32] {
        self.by_long_form.of(fold_key(name))
    }

    /// The expansions of an entity.
    pub(super) fn of_entity(&self, entity: EntityIx) -> &[u32] {
        self.by_entity.of(entity)
    }

    /// The acronyms that are written so.
    pub(super) fn acronyms(&self, short: &str) -> &[u32] {
        self.acronyms.of(key(short))
    }

    /// The names of several that are written so.
    pub(super) fn ambiguities(&self, written: &str) -> &[u32] {
        self.ambiguities.of(key(written))
    }

    /// The names of several that may be of `chain`.
    pub(super) fn owned(&self, chain: u32) -> &[u32] {
        self.by_owner.of(chain)
    }

    /// The introductions of `chain`.
    pub(super) fn introductions(&self, chain: u32) -> &[u32] {
        self.introductions.of(chain)
    }

    /// The chain of an entity.
    pub(super) fn chain(&self, entity: EntityIx) -> Option<u32> {
        self.chains.get(&entity).copied()
    }
}

fn key(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

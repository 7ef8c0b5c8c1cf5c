//! What companies are called for short.

use super::lands::is_land;
use super::legal_forms::is_company_suffix;
use super::owners::Owners;
use super::roster::{BlockNames, KnownPerson, Owner, Roster};
use super::{head_nouns, peoples, title_words};
use crate::catalog::Kind;
use rustc_hash::FxHashMap;

/// What a company is called for short.
#[derive(Clone, Copy)]
pub(super) struct Firm<'t> {
    /// The first word, "Toyota", if it is no country.
    pub(super) first: Option<&'t str>,
    /// The name without its legal form: "Toyota Motor".
    pub(super) bare: &'t str,
}

/// The company whose name has a legal form at its end: "Toyota Motor Corp.".
pub(super) fn company(text: &str) -> Option<Firm<'_>> {
    let (bare, last) = text.rsplit_once(char::is_whitespace)?;
    let bare = bare.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
    let first = text.split_whitespace().next()?;
    let scope =
        peoples::is_demonym(first) || title_words::is_title_modifier(first) || head_nouns::is_body(first);
    let own = Some(first.trim_end_matches(',')).filter(|first| !is_land(first));
    (is_company_suffix(last) && !scope).then_some(Firm { first: own, bare })
}

impl Roster {
    /// Notes the companies that the article calls by their first word before it names a person of that family name: "Hapsel"
    /// is Hapsel Group plc, and neither its founder nor one of the heirs.
    pub(super) fn note_firms(&mut self, blocks: &[BlockNames], known: &[KnownPerson]) {
        let called = self.by_company.iter().filter(|(key, _)| self.by_family.contains_key(key));
        let called = called.filter_map(|(key, firm)| Some((*key, firm.only()?, *self.alone.get(key)?)));
        let called: Vec<(u64, Owner, (usize, usize))> = called.collect();
        if called.is_empty() {
            return;
        }
        let named = self.first_named(blocks, known);
        for (key, firm, alone) in called {
            let bearers = self.by_family.get(&key).into_iter().flat_map(Owners::all);
            if bearers.filter_map(|owner| named.get(&owner).copied()).min().is_some_and(|named| alone < named)
            {
                self.firms.insert(key, firm);
            }
        }
    }

    /// Where each is first named in full.
    pub(super) fn first_named(
        &self,
        blocks: &[BlockNames],
        known: &[KnownPerson],
    ) -> FxHashMap<Owner, (usize, usize)> {
        let mut named: FxHashMap<Owner, (usize, usize)> = FxHashMap::default();
        for (at, block) in blocks.iter().enumerate() {
            for name in block.names.iter().filter(|name| name.shape.words > 1) {
                if let Some(owner) = self.by_text.get(&name.key) {
                    named.entry(*owner).or_insert((at, name.span.start));
                }
            }
        }
        for (at, person) in known.iter().enumerate() {
            if let Some(place) = person.places.first() {
                let first = named.entry(Owner::Known(at as u32)).or_insert(*place);
                *first = (*first).min(*place);
            }
        }
        named
    }

    /// The company that the name `key` stands for, though persons of the article are called so, too; `kind` is what the words
    /// beside it show: "Mr. Hapsel" is none.
    pub(super) fn firm(&self, key: u64, kind: Option<Kind>) -> Option<Owner> {
        if self.firms.is_empty() || kind == Some(Kind::Person) { None } else { self.firms.get(&key).copied() }
    }
}

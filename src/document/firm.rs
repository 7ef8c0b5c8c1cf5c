//! What companies are called for short.

use super::legal_forms::is_company_suffix;
use super::raw_candidate::RawCandidate;
use super::roster::{BlockNames, KnownPerson, Owner, Roster};
use super::{head_nouns, lexicon, title_words};
use crate::catalog::Kind;

/// What a company is called for short.
#[derive(Clone, Copy)]
pub(super) struct Firm<'t> {
    /// The first word: "Toyota".
    pub(super) first: &'t str,
    /// The name without its legal form: "Toyota Motor".
    pub(super) bare: &'t str,
}

/// The company whose name has a legal form at its end: "Toyota Motor Corp.".
pub(super) fn company(text: &str) -> Option<Firm<'_>> {
    let (bare, last) = text.rsplit_once(char::is_whitespace)?;
    let bare = bare.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
    let first = text.split_whitespace().next()?;
    let scope =
        lexicon::is_demonym(first) || title_words::is_title_modifier(first) || head_nouns::is_body(first);
    (is_company_suffix(last) && !scope).then_some(Firm { first: first.trim_end_matches(','), bare })
}

impl Roster {
    /// Notes the companies that the article calls by their first word before it names a person of that family name: "Hapsel"
    /// is Hapsel Group plc, and neither its founder nor one of the heirs.
    pub(super) fn note_firms(&mut self, blocks: &[BlockNames], known: &[KnownPerson]) {
        for (key, firm) in &self.by_company {
            let (Some(firm), Some(alone), Some(owners)) =
                (firm.only(), self.alone.get(key), self.by_family.get(key))
            else {
                continue;
            };
            let is_bearer = |name: &RawCandidate| {
                let owner = self.by_text.get(&name.key);
                name.shape.words > 1 && owner.is_some_and(|owner| owners.all().any(|other| other == *owner))
            };
            let places = |(at, block): (usize, &BlockNames)| {
                block.names.iter().find(|name| is_bearer(name)).map(|name| (at, name.span.start))
            };
            let new = blocks.iter().enumerate().find_map(places);
            let known = owners.all().filter_map(|owner| match owner {
                Owner::Known(person) => known[person as usize].places.first().copied(),
                Owner::New(_) => None,
            });
            if new.into_iter().chain(known).min().is_some_and(|named| *alone < named) {
                self.firms.insert(*key, firm);
            }
        }
    }

    /// The company that the name `key` stands for, though persons of the article are called so, too; `kind` is what the words
    /// beside it show: "Mr. Hapsel" is none.
    pub(super) fn firm(&self, key: u64, kind: Option<Kind>) -> Option<Owner> {
        if self.firms.is_empty() || kind == Some(Kind::Person) { None } else { self.firms.get(&key).copied() }
    }
}

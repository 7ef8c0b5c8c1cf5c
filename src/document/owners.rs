//! Whom a short name can stand for.

use super::parts::PersonParts;
use super::raw_candidate::RawCandidate;
use super::roster::{Owner, Roster};
use super::unit::is_acronym;
use crate::catalog::Kind;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// Where more people share a family name than this, the others are not listed: it keeps the time linear.
const MOST_OWNERS: usize = 8;

/// The owners of a short name, mostly one.
pub(super) struct Owners {
    pub(super) first: Owner,
    pub(super) more: Vec<Owner>,
    /// True where the article or the catalog shows that one of them is a person.
    pub(super) sure: bool,
}

/// Whom one word can stand for.
#[derive(Clone, Copy)]
pub(super) struct Begun {
    /// The one whose family name it is.
    pub(super) family: Owner,
    /// Who is meant before that one is named …
    pub(super) other: Owner,
    /// … where true, only behind the other's own name.
    pub(super) named: bool,
}

impl Owners {
    /// Each of them, in order of their first mention.
    pub(super) fn all(&self) -> impl Iterator<Item = Owner> + '_ {
        std::iter::once(self.first).chain(self.more.iter().copied())
    }

    /// The owner, where there is one only.
    pub(super) fn only(&self) -> Option<Owner> {
        self.more.is_empty().then_some(self.first)
    }
}

/// Adds an owner of `name`; gives all of them.
pub(super) fn add_owner(owners: &mut FxHashMap<u64, Owners>, name: u64, owner: Owner) -> &mut Owners {
    let owners = owners.entry(name).or_insert(Owners { first: owner, more: Vec::new(), sure: false });
    if owners.first != owner && owners.more.len() + 1 < MOST_OWNERS && !owners.more.contains(&owner) {
        owners.more.push(owner);
    }
    owners
}

/// The owner of `key`, where there is one only.
pub(super) fn only(owners: &FxHashMap<u64, Owners>, key: u64) -> Option<Owner> {
    owners.get(&key)?.only()
}

/// The one of `owners` of whom `holds` is true, where it is one only.
pub(super) fn one(owners: &[Owner], holds: impl Fn(&Owner) -> bool) -> Option<Owner> {
    let mut found = owners.iter().copied().filter(holds);
    found.next().filter(|_| found.next().is_none())
}

impl Roster {
    /// True for another father's child of that name than `owner`: of two house names alike, "bin Nasel" and "bin Salor" are two.
    pub(super) fn has_other_father(&self, owner: Owner, person: &PersonParts) -> bool {
        let middles = person.middle.zip(self.middles.get(&owner));
        person.child && middles.is_some_and(|(father, other)| father != *other)
    }

    /// The keys of family names that can stand for several persons, in order.
    pub(super) fn shared_families(&self) -> Vec<u64> {
        let shared = self.by_family.iter().filter(|(_, owners)| !owners.more.is_empty());
        let mut keys: Vec<u64> = shared.map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys
    }

    /// The words that are the family name of one person and begin the name of one other: "Lem" of Ana Lem and of Lem Sol Vik. And
    /// those that stand alone before two names end in them, the first of which may be no person's: they name neither.
    pub(super) fn begun(&mut self) -> FxHashMap<u64, Begun> {
        let pair = |(key, owners): (&u64, &Owners)| {
            let (family, other) = (owners.only()?, self.given(*key)?);
            Some((*key, Begun { family, other, named: true }))
        };
        let pairs = self.by_family.iter().filter_map(pair);
        let mut begun: FxHashMap<u64, Begun> = pairs.filter(|(_, pair)| pair.family != pair.other).collect();
        for key in std::mem::take(&mut self.passed) {
            if let Some(family) = only(&self.by_family, key) {
                let other = self.new_owner();
                begun.entry(key).or_insert(Begun { family, other, named: false });
            }
        }
        begun
    }

    /// The company, the family or the body that the name `key` names, though persons of the article are called so.
    pub(super) fn no_person(&mut self, key: u64, kind: Option<Kind>, name: &RawCandidate) -> Option<Owner> {
        let firm = self.firm(key, kind).or_else(|| self.house(key, name));
        firm.or_else(|| self.capitals(key, name))
    }

    /// Whom a few capitals stand for that no long form explains and that a person's name has for a word: "the EU" is not the
    /// Pak Eu who is named beside it.
    fn capitals(&mut self, key: u64, name: &RawCandidate) -> Option<Owner> {
        if !name.shape.acronym || name.kind == Some(Kind::Person) || !self.is_spelled_alike(key, name.span) {
            return None;
        }
        let known = self.by_capitals.get(&key).copied();
        let owner = known.unwrap_or_else(|| self.new_owner());
        self.by_capitals.insert(key, owner);
        Some(owner)
    }

    /// Whom the name `key` at `span` of a headline names.
    pub(super) fn in_headline(&mut self, headline: &str, span: Span, key: u64) -> Option<Owner> {
        let other = is_acronym(span.of(headline)) && self.is_spelled_alike(key, span);
        if other && headline.contains(char::is_lowercase) {
            return None;
        }
        self.firm(key, None).or_else(|| self.owner(key, false))
    }

    /// True for letters at `span` of which a word of somebody's name alone tells whose they are.
    fn is_spelled_alike(&self, key: u64, span: Span) -> bool {
        /// "LUNDGREN" may be one, as some papers write their speakers.
        const MOST: usize = 3;
        let part = [&self.by_family, &self.by_given, &self.by_inner, &self.by_first_family];
        span.len() <= MOST && !self.by_text.contains_key(&key) && part.iter().any(|by| by.contains_key(&key))
    }

    /// The persons that the family name `key`, which is in `name`, can stand for, where they are several. "Hapsel Reserve", which
    /// stands for itself, is no short form of "Oslo Hapsel Reserve".
    pub(super) fn owners_of_family(&self, key: u64, name: &RawCandidate) -> Option<Vec<Owner>> {
        let owners = self.by_family.get(&key).filter(|owners| !owners.more.is_empty())?;
        if name.shape.words > 1 && self.by_text.contains_key(&key) {
            return None;
        }
        Some(owners.all().collect())
    }
}

/// Adds the owner of a name that begins with these letters.
pub(super) fn add_initials(by: &mut FxHashMap<u64, Option<Owner>>, initials: &[Option<u64>], owner: Owner) {
    for initials in initials.iter().flatten() {
        let known = by.entry(*initials).or_insert(Some(owner));
        *known = known.filter(|other| *other == owner);
    }
}

//! Surnames that stand for nobody in the article, a letter away from somebody's.

use super::around::{after, before};
use super::near_miss::is_slip;
use super::rule::Context;
use crate::catalog::{FamilyName, Kind};
use crate::document::{Candidate, Chain, ChainKey, family_name, is_speech_verb, name_parts};
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// The places of each surname that belongs to nobody whom the article names in full, with the one surname in the article
/// that it is a slip of: "Fouqet said" where Christophe Fouquet is met. Only the words beside it can tell that it is a
/// person's: a title, or a verb of saying. A surname of two is nobody else's by chance.
pub(super) fn slips<'d>(context: &Context<'d>) -> Vec<(Vec<&'d Candidate>, Arc<str>)> {
    let lone = context.chains().filter_map(|(_, chain)| Some((lone_surname(chain)?, chain)));
    let lone: Vec<(String, Vec<&Candidate>)> = lone
        .map(|(name, chain)| (name, members(context, chain).collect::<Vec<_>>()))
        .filter(|(name, places)| name.contains('-') || places.iter().any(|place| is_person(context, place)))
        .map(|(name, places)| (fold(name), places))
        .take(MOST_LONE)
        .collect();
    if lone.is_empty() {
        return Vec::new();
    }
    let chains = &context.document.chains;
    let known = context.seen_names.surnames(chains, || Surnames::of(context));
    let found = lone.into_iter().filter_map(|(name, places)| {
        let mut near = known.alike(&name).filter(|surname| is_slip(&name, &surname.folded));
        let right = near.next()?.written.clone();
        near.next().is_none().then_some((places, right))
    });
    found.collect()
}

/// So many are looked at: an article with more surnames that are nobody's is a list.
const MOST_LONE: usize = 50;

/// What stands more often is no slip.
const MOST_SLIPS: usize = 2;

/// The one word that the names of a chain are, where a slip in it can be told: a short one has neighbours of its own right.
fn lone_surname(chain: &Chain) -> Option<&str> {
    let ChainKey::Name(name) = &chain.key else { return None };
    if chain.members.len() > MOST_SLIPS {
        return None;
    }
    // "Solbakken-Vik" is one, "Je-myung" none.
    let one_name = |part: &str| {
        part.starts_with(char::is_uppercase) && part.chars().all(char::is_alphabetic) && part.len() > 1
    };
    let word = name.split('-').all(one_name) && name.chars().any(char::is_lowercase);
    (word && name.len() > 4).then_some(name)
}

fn members<'d>(context: &Context<'d>, chain: &'d Chain) -> impl Iterator<Item = &'d Candidate> {
    let candidates = &context.document.candidates;
    chain.members.iter().filter_map(|at| candidates.get(*at as usize))
}

/// True where a title or a verb of saying stands beside a name.
fn is_person(context: &Context, place: &Candidate) -> bool {
    let behind = after(context.document, place.span).strip_prefix(' ');
    let verb = behind.and_then(|words| words.split(|c: char| !c.is_alphabetic()).next());
    place.kind == Some(Kind::Person) || verb.is_some_and(is_speech_verb) || is_speaker(context, place)
}

/// True for the "Lund" of "“No,” said Lund.": whoever follows the verb right behind a quotation said it.
fn is_speaker(context: &Context, place: &Candidate) -> bool {
    let said = before(context.document, place.span).strip_suffix(' ').and_then(|head| head.rsplit_once(' '));
    said.is_some_and(|(quotation, verb)| quotation.ends_with(['"', '”']) && is_speech_verb(verb))
}

fn is_person_in_full(context: &Context, chain: &Chain, name: &str) -> bool {
    name.contains(' ') && members(context, chain).any(|place| place.kind == Some(Kind::Person))
}

/// The surnames of the persons whom an article names in full. They follow from its chains.
#[derive(Debug, Default)]
pub(super) struct Surnames {
    /// Each once.
    all: Vec<Surname>,
    /// Their places in `all` by their first byte and by their last.
    by_first: FxHashMap<u8, Vec<usize>>,
    by_last: FxHashMap<u8, Vec<usize>>,
}

/// A person's surname.
#[derive(Clone, Debug)]
pub(super) struct Surname {
    folded: Arc<str>,
    written: Arc<str>,
}

impl Surname {
    /// The surname of `name`, whose family name stands where `order` says, if the catalog says so.
    pub(super) fn of(name: &str, order: Option<FamilyName>) -> Option<Self> {
        let shown = if order.is_none() { family_name(name) } else { None };
        let surname = shown.or_else(|| Some(name_parts(name, order)?.1))?;
        Some(Self { folded: fold(surname).into(), written: surname.into() })
    }
}

impl Surnames {
    fn of(context: &Context) -> Self {
        let mut surnames = Self::default();
        let mut places: FxHashMap<Arc<str>, usize> = FxHashMap::default();
        for surname in surnames_in(context) {
            match places.entry(surname.folded.clone()) {
                // The last in the article is told.
                Entry::Occupied(known) => surnames.all[*known.get()] = surname,
                Entry::Vacant(free) => {
                    let at = surnames.all.len();
                    free.insert(at);
                    if let [first, .., last] = surname.folded.as_bytes() {
                        surnames.by_first.entry(*first).or_default().push(at);
                        surnames.by_last.entry(*last).or_default().push(at);
                    }
                    surnames.all.push(surname);
                }
            }
        }
        surnames
    }

    /// Those that `name` may be a slip of: where one letter differs, the first or the last is the same.
    fn alike(&self, name: &str) -> impl Iterator<Item = &Surname> {
        let (first, last) = (name.bytes().next(), name.bytes().next_back());
        let with_first = first.and_then(|first| self.by_first.get(&first)).into_iter().flatten();
        let with_last = last.and_then(|last| self.by_last.get(&last)).into_iter().flatten();
        let length = name.len();
        // A letter has four bytes at most.
        let near = move |other: &&Surname| other.folded.len().abs_diff(length) <= 4;
        let only_last = with_last.filter(move |at| self.all[**at].folded.bytes().next() != first);
        with_first.chain(only_last).map(|at| &self.all[*at]).filter(near)
    }
}

/// Those of all persons in the article, one by one.
fn surnames_in(context: &Context) -> impl Iterator<Item = Surname> {
    let (catalog, document) = (context.catalog(), context.document);
    document.chains.iter().filter_map(move |chain| match &chain.key {
        ChainKey::Name(name) => {
            let person = is_person_in_full(context, chain, name);
            person.then(|| context.seen_names.of(name).surname(name).cloned()).flatten()
        }
        ChainKey::Entity(entity) => {
            let entity = catalog.entity(*entity);
            let places = chain.members.iter().filter_map(|at| document.mentions.get(*at as usize));
            let mut names = places.map(|place| document.slice_in(place.paragraph, place.span));
            let full = names.find(|name| name.contains(' ')).filter(|_| entity.kind == Kind::Person)?;
            Surname::of(full, entity.family_name)
        }
    })
}

//! Surnames that stand for nobody in the article, a letter away from somebody's.

use super::around::{after, before};
use super::near_miss::is_slip;
use super::rule::Context;
use crate::catalog::{FamilyName, Kind};
use crate::document::{Candidate, Chain, ChainKey, family_name, is_speech_verb, name_parts};
use crate::text::fold;
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
    let known = context.seen_names.surnames(chains, || surnames_in(context).collect());
    let found = lone.into_iter().filter_map(|(name, places)| {
        let mut near =
            known.iter().filter(|surname| surname.may_be(&name) && is_slip(&name, &surname.folded));
        // The last in the article is told.
        let right = near.next_back()?;
        near.all(|other| other.folded == right.folded).then(|| (places, right.written.clone()))
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
    if chain.members.len() > MOST_SLIPS || name.len() <= 4 || name.contains(' ') {
        return None;
    }
    // "Solbakken-Vik" is one, "Je-myung" none.
    let one_name = |part: &str| {
        part.starts_with(char::is_uppercase) && part.chars().all(char::is_alphabetic) && part.len() > 1
    };
    (name.split('-').all(one_name) && name.chars().any(char::is_lowercase)).then_some(name)
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

/// All places of a chain are of one kind.
fn is_person_in_full(context: &Context, chain: &Chain, name: &str) -> bool {
    let first = members(context, chain).next();
    first.is_some_and(|place| place.kind == Some(Kind::Person)) && name.contains(' ')
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

    /// False where `name`, folded, is no slip of it: where one letter differs, the first or the last is the same.
    fn may_be(&self, name: &str) -> bool {
        let (own, name) = (self.folded.as_bytes(), name.as_bytes());
        // A letter has four bytes at most.
        own.len().abs_diff(name.len()) <= 4 && (own.first() == name.first() || own.last() == name.last())
    }
}

/// The surnames of the persons whom the article names in full, chain by chain. They follow from its chains.
fn surnames_in(context: &Context) -> impl Iterator<Item = Surname> {
    let (catalog, document) = (context.catalog(), context.document);
    let seen = |name: &str| context.seen_names.of(name).surname(name).cloned();
    document.chains.iter().filter_map(move |chain| match &chain.key {
        ChainKey::Name(name) => {
            let person = is_person_in_full(context, chain, name);
            person.then(|| seen(name)).flatten()
        }
        ChainKey::Entity(entity) => {
            let entity = catalog.entity(*entity);
            if entity.kind != Kind::Person {
                return None;
            }
            let places = chain.members.iter().filter_map(|at| document.mentions.get(*at as usize));
            let mut names = places.map(|place| document.slice_in(place.paragraph, place.span));
            let full = names.find(|name| name.contains(' '))?;
            match entity.family_name {
                None => seen(full),
                order => Surname::of(full, order),
            }
        }
    })
}

//! Surnames that stand for nobody in the article, a letter away from somebody's.

use super::around::after;
use super::near_miss::is_slip;
use super::rule::Context;
use crate::catalog::Kind;
use crate::document::{Candidate, Chain, ChainKey, family_name, is_speech_verb, name_parts};
use crate::text::fold;
use rustc_hash::FxHashMap;

/// The places of each surname that belongs to nobody whom the article names in full, with the one surname in the article
/// that it is a slip of: "Fouqet said" where Christophe Fouquet is met. Only the words beside it can tell that it is a
/// person's: a title, or a verb of saying.
pub(super) fn slips<'d>(context: &Context<'d>) -> Vec<(Vec<&'d Candidate>, &'d str)> {
    let lone = context.chains().filter_map(|(_, chain)| Some((lone_surname(chain)?, chain)));
    let lone: Vec<(String, Vec<&Candidate>)> = lone
        .map(|(name, chain)| (name, members(context, chain).collect::<Vec<_>>()))
        .filter(|(_, places)| places.iter().any(|place| is_person(context, place)))
        .map(|(name, places)| (fold(name), places))
        .take(MOST_LONE)
        .collect();
    if lone.is_empty() {
        return Vec::new();
    }
    let known = surnames(context);
    let found = lone.into_iter().filter_map(|(name, places)| {
        let mut near = known.iter().filter(|(other, _)| may_be_slip(&name, other) && is_slip(&name, other));
        let (_, right) = near.next()?;
        near.next().is_none().then_some((places, *right))
    });
    found.collect()
}

/// So many are looked at: an article with more surnames that are nobody's is a list.
const MOST_LONE: usize = 50;

/// What costs little to see: where one letter differs, the first or the last is the same.
fn may_be_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    // A letter has four bytes at most.
    a.len().abs_diff(b.len()) <= 4 && (a.first() == b.first() || a.last() == b.last())
}

/// What stands more often is no slip.
const MOST_SLIPS: usize = 2;

/// The one word that the names of a chain are, where a slip in it can be told: a short one has neighbours of its own right.
fn lone_surname(chain: &Chain) -> Option<&str> {
    let ChainKey::Name(name) = &chain.key else { return None };
    if chain.members.len() > MOST_SLIPS {
        return None;
    }
    let word = name.chars().all(char::is_alphabetic) && name.chars().any(char::is_lowercase);
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
    place.kind == Some(Kind::Person) || verb.is_some_and(is_speech_verb)
}

fn is_person_in_full(context: &Context, chain: &Chain, name: &str) -> bool {
    name.contains(' ') && members(context, chain).any(|place| place.kind == Some(Kind::Person))
}

/// The surnames of the persons whom the article names in full, folded and as they are written.
fn surnames<'d>(context: &Context<'d>) -> FxHashMap<String, &'d str> {
    let (catalog, document) = (context.catalog(), context.document);
    let surname = |chain: &'d Chain| {
        let (name, order) = match &chain.key {
            ChainKey::Name(name) if !is_person_in_full(context, chain, name) => return None,
            ChainKey::Name(name) => (name.as_str(), None),
            ChainKey::Entity(entity) => {
                let entity = catalog.entity(*entity);
                let places = chain.members.iter().filter_map(|at| document.mentions.get(*at as usize));
                let mut names = places.map(|place| document.slice_in(place.paragraph, place.span));
                let full = names.find(|name| name.contains(' ')).filter(|_| entity.kind == Kind::Person)?;
                (full, entity.family_name)
            }
        };
        family_name(name).filter(|_| order.is_none()).or_else(|| Some(name_parts(name, order)?.1))
    };
    document.chains.iter().filter_map(surname).map(|surname| (fold(surname), surname)).collect()
}

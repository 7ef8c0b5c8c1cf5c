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
    let known = Surnames::of(context);
    let found = lone.into_iter().filter_map(|(name, places)| {
        let mut near = known.alike(&name).filter(|(other, _)| is_slip(&name, other));
        let (_, right) = near.next()?;
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

/// The surnames of the persons whom the article names in full.
struct Surnames<'d> {
    /// Folded and as they are written, each once.
    all: Vec<(String, &'d str)>,
    /// Their places in `all` by their first byte and by their last.
    by_first: FxHashMap<u8, Vec<usize>>,
    by_last: FxHashMap<u8, Vec<usize>>,
}

impl<'d> Surnames<'d> {
    fn of(context: &Context<'d>) -> Self {
        let all: FxHashMap<String, &str> = surnames(context).map(|name| (fold(name), name)).collect();
        let all: Vec<(String, &str)> = all.into_iter().collect();
        let (mut by_first, mut by_last) = (FxHashMap::default(), FxHashMap::default());
        for (at, (name, _)) in all.iter().enumerate() {
            if let [first, .., last] = name.as_bytes() {
                by_first.entry(*first).or_insert_with(Vec::new).push(at);
                by_last.entry(*last).or_insert_with(Vec::new).push(at);
            }
        }
        Self { all, by_first, by_last }
    }

    /// Those that `name` may be a slip of: where one letter differs, the first or the last is the same.
    fn alike(&self, name: &str) -> impl Iterator<Item = (&str, &'d str)> {
        let ends = name.as_bytes().first().zip(name.as_bytes().last());
        let at =
            |places: &FxHashMap<u8, Vec<usize>>, byte: &u8| places.get(byte).cloned().unwrap_or_default();
        let mut places = ends.map_or_else(Vec::new, |(first, last)| {
            let mut places = at(&self.by_first, first);
            places.extend(at(&self.by_last, last));
            places
        });
        places.sort_unstable();
        places.dedup();
        // A letter has four bytes at most.
        places.retain(|at| self.all[*at].0.len().abs_diff(name.len()) <= 4);
        places.into_iter().map(|at| (self.all[at].0.as_str(), self.all[at].1))
    }
}

fn surnames<'d>(context: &Context<'d>) -> impl Iterator<Item = &'d str> {
    let (catalog, document) = (context.catalog(), context.document);
    let surname = move |chain: &'d Chain| {
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
    document.chains.iter().filter_map(surname)
}

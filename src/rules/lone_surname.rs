//! Surnames that stand for nobody in the article, a letter away from somebody's.

use super::around::{after, before, sentence};
use super::kin::is_of_kin;
use super::near_miss::is_slip;
use super::person_likeness::is_womans;
use super::rule::Context;
use crate::catalog::{FamilyName, Kind};
use crate::document::{
    Candidate, Chain, ChainKey, Zone, family_name, has_predicate, is_courtesy, is_given_name,
    is_misspelt_surname, is_speech_verb, is_title, may_be_surname, name_parts,
};
use crate::text::fold;
use std::sync::Arc;

/// The places of each surname that belongs to nobody whom the article names in full, with the one surname in the article
/// that it is a slip of: "Fouqet said" where Christophe Fouquet is met. A title or a verb of saying beside it shows that it is a
/// person's, and a surname of two is nobody else's by chance; any other word must be no word of English, and stand
/// as a surname does.
pub(super) fn slips<'d>(context: &Context<'d>) -> Vec<(Vec<&'d Candidate>, Arc<str>)> {
    let lone = context.chains().filter_map(|(_, chain)| Some((lone_surname(chain)?, chain)));
    let lone = lone.map(|(name, chain)| (name, members(context, chain).collect::<Vec<_>>()));
    let is_sure = |(name, places): &(&str, Vec<&Candidate>)| {
        name.contains('-') || places.iter().any(|place| is_person(context, place))
    };
    // An article with more names is a list, in which no word is looked at that nothing shows to be a person's.
    let list = context.document.chains.len() > MOST_NAMES;
    let (sure, mut bare): (Vec<_>, Vec<_>) = match list {
        true => (lone.filter(is_sure).take(MOST_LONE).collect(), Vec::new()),
        false => lone.partition(is_sure),
    };
    bare.retain(|(name, places)| may_be_surname(name) && places.iter().all(|place| is_bare(context, place)));
    let bare = near_somebody(context, bare);
    if sure.is_empty() && bare.is_empty() {
        return Vec::new();
    }
    let chains = &context.document.chains;
    let known = context.seen_names.surnames(chains, || surnames_in(context).collect());
    let slip = |name: &str, shown: bool| {
        let folded = fold(name);
        let near = |surname: &&Surname| {
            surname.may_be(&folded)
                && (is_slip(&folded, &surname.folded) || shown && is_final_s(&folded, &surname.folded))
                && !is_womans(&folded, &surname.folded)
        };
        let mut near = known.iter().filter(near);
        // The last in the article is told.
        let right = near.next_back()?;
        near.all(|other| other.folded == right.folded).then(|| right.written.clone())
    };
    // "The Wexlunds said" are several.
    let several = |place: &&Candidate| {
        let word = before(context.document, place.span).split_ascii_whitespace().next_back();
        matches!(word, Some("The" | "the"))
    };
    let sure = sure.into_iter().take(MOST_LONE).filter_map(|(name, places)| {
        let one = !places.iter().any(several);
        Some((slip(name, one)?, places))
    });
    let bare = bare.into_iter().filter_map(|(name, places)| {
        let right = slip(name, false).filter(|right| is_misspelt_surname(name, right))?;
        Some((right, places))
    });
    let found =
        sure.chain(bare).filter(|(_, places)| !places.iter().any(|place| is_of_kin(context, place.span)));
    let found =
        found.filter(|(right, places)| !places.iter().any(|place| has_office_beside(context, place, right)));
    found.map(|(right, places)| (places, right)).collect()
}

/// True where an office stands in front of the name, and who is called `right` in the same sentence: in "Ole Lund, President
/// Lunde's aide," are two.
fn has_office_beside(context: &Context, place: &Candidate, right: &str) -> bool {
    let (head, tail) = sentence(context.document, place.span);
    let office =
        head.split_ascii_whitespace().next_back().is_some_and(|word| is_title(word) && !is_courtesy(word));
    let mut words = head.split(' ').chain(tail.split(' '));
    office && words.any(|word| word.trim_matches(|c: char| !c.is_alphanumeric()) == right)
}

/// An article with more names than so many is a list.
const MOST_NAMES: usize = 1_000;

/// So many are looked at: an article with more surnames that are nobody's is a list.
const MOST_LONE: usize = 50;

/// What stands more often is no slip.
const MOST_SLIPS: usize = 2;

/// Those of `lone` that are a letter away from the last word of some name: most are not.
fn near_somebody<'d>(
    context: &Context<'d>,
    mut lone: Vec<(&'d str, Vec<&'d Candidate>)>,
) -> Vec<(&'d str, Vec<&'d Candidate>)> {
    if lone.is_empty() {
        return Vec::new();
    }
    let mut near = vec![false; lone.len()];
    for full in context.document.chains.iter().filter_map(|chain| full_name(context, chain)) {
        let Some((_, family)) = full.rsplit_once(' ') else { continue };
        for (at, (name, _)) in lone.iter().enumerate() {
            near[at] = near[at] || is_misspelt_surname(name, family);
        }
    }
    let mut near = near.into_iter();
    lone.retain(|_| near.next() == Some(true));
    lone
}

/// The full name that a chain stands for.
fn full_name<'d>(context: &Context<'d>, chain: &'d Chain) -> Option<&'d str> {
    match &chain.key {
        ChainKey::Name(name) => Some(name),
        ChainKey::Entity(entity) => Some(&context.snapshot.catalog.entity(*entity).name),
    }
}

/// True where a word that may be a surname stands as one, in running text: not in "the Wexlund", "in Wexlund" nor "Wexlund feed".
fn is_bare(context: &Context, place: &Candidate) -> bool {
    const WORDS: [&str; 23] = [
        "a", "across", "an", "around", "at", "beyond", "called", "from", "her", "his", "in", "inside",
        "into", "its", "named", "near", "our", "outside", "that", "the", "their", "this", "through",
    ];
    let (head, tail) = (before(context.document, place.span), after(context.document, place.span));
    let mut words =
        head.trim_end_matches(['"', '“', '‘', '(']).split(' ').rev().filter(|word| !word.is_empty());
    let last = words.next().unwrap_or("");
    // "Moved to Wexlund" is to a place, "according to Wexlund" is not.
    let mut to = || {
        last == "to"
            && !matches!(words.next(), Some("According" | "according" | "spoke" | "talked" | "thanks"))
    };
    let ends = |rest: &str| rest.starts_with(|c: char| !c.is_alphanumeric());
    let joined = || {
        let word = tail.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        word.is_some_and(is_link)
    };
    let behind = || tail.is_empty() || has_predicate(tail) || joined();
    let mark = || !tail.starts_with([' ', '-', '–', '\'', '’', '/', '&']) && ends(tail);
    place.zone == Zone::Body
        && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(last))
        && !last.ends_with(['-', '/'])
        && !to()
        && (behind() || mark())
}

/// True for a small word that goes on behind a name: "Wexlund and", "Wexlund in".
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "again"
            | "and"
            | "as"
            | "at"
            | "before"
            | "but"
            | "by"
            | "for"
            | "from"
            | "if"
            | "in"
            | "into"
            | "on"
            | "or"
            | "over"
            | "since"
            | "than"
            | "to"
            | "until"
            | "when"
            | "where"
            | "while"
            | "who"
            | "whom"
            | "whose"
            | "with"
    )
}

/// True when a final s is all that tells two surnames apart, one of which a title or "said" shows to be a person's.
fn is_final_s(a: &str, b: &str) -> bool {
    let longer = |one: &str, other: &str| one.len() >= 5 && other.strip_suffix('s') == Some(one);
    longer(a, b) || longer(b, a)
}

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

/// All places of a chain are of one kind. Where nothing shows it, who is called by a given name that many share, or by the last
/// word of the name too, is a person.
fn is_person_in_full(context: &Context, chain: &Chain, name: &str) -> bool {
    let Some((given, rest)) = name.split_once(' ') else { return false };
    let Some(first) = members(context, chain).next() else { return false };
    let family = rest.rsplit(' ').next().unwrap_or(rest);
    let called = || {
        let written = |place: &Candidate| context.document.slice_in(place.paragraph, place.span) == family;
        rest.split(' ').count() <= 2 && members(context, chain).any(written)
    };
    first.kind == Some(Kind::Person)
        || first.kind.is_none() && may_be_surname(family) && (is_given_name(given) || called())
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

//! Which name-like spans of an article are names, and which of them name the same.

use super::candidate::{RawCandidate, is_hyphenated_given_name};
use super::lexicon;
use crate::catalog::{FamilyName, Kind};
use crate::text::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};

/// The name-like spans of one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockNames<'a> {
    /// The block's text, into which the spans point.
    pub(super) text: &'a str,
    /// Its name-like spans, in order.
    pub(super) names: &'a [RawCandidate],
    /// True for a headline in Title Case: a capital there is no sign of a name, so only names that stand in
    /// the article's other blocks are names.
    pub(super) title_case: bool,
}

/// A person whom the catalog knows and the article names in full: surnames may stand for them.
#[derive(Clone, Debug)]
pub(super) struct KnownPerson<'a> {
    /// The full names that the article writes, right or not.
    pub(super) names: Vec<&'a str>,
    /// Which part of it is the family name, where the catalog says so.
    pub(super) family_name: Option<FamilyName>,
}

/// Whom a span names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    /// A name outside the catalog: equal numbers, equal name.
    New(u32),
    /// One of the known persons given, by place.
    Known(u32),
}

/// A span that is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    /// The block, by place.
    pub(super) block: usize,
    /// Where, from the block's start.
    pub(super) span: Span,
    /// What it names, where the text shows it anywhere in the article.
    pub(super) kind: Option<Kind>,
    /// Whom.
    pub(super) owner: Owner,
}

/// A short name that two persons or more of the article can own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    /// The block, by place.
    pub(super) block: usize,
    /// Where, from the block's start.
    pub(super) span: Span,
    /// Whose it can be, in order of their first mention.
    pub(super) owners: Vec<Owner>,
}

/// Decides for a whole article: drops capitalised words that are no names, and links short names to full
/// ones ("Bolden" to "Charles Bolden", "Ryu" to "Ryu Je-myung"). A short name with two possible owners
/// stays by itself and is listed apart too. Time is linear in the names.
pub(super) fn settle(blocks: &[BlockNames], known: &[KnownPerson]) -> (Vec<Settled>, Vec<Shared>) {
    let mut names = Names::gather(blocks, known);
    let mut settled = Vec::new();
    let mut shared = Vec::new();
    for (block, given) in blocks.iter().enumerate() {
        for name in given.names {
            if given.title_case {
                names.find_in_title(block, given.text, name.span, &mut settled);
                continue;
            }
            let span = names.without_opener(given.text, name);
            if let Some(owners) = names.owners_of_family(span.of(given.text)) {
                shared.push(Shared { block, span, owners: owners.to_vec() });
            }
            if let Some(owner) = names.owner(span.of(given.text), name.doubtful) {
                settled.push(Settled { block, span, kind: name.kind, owner });
            }
        }
    }
    let mut kinds: FxHashMap<Owner, Kind> = FxHashMap::default();
    for name in &settled {
        if let Some(kind) = name.kind {
            kinds.entry(name.owner).or_insert(kind);
        }
    }
    for name in &mut settled {
        name.kind = kinds.get(&name.owner).copied();
    }
    (settled, shared)
}

/// Where more people share a family name than this, the others are not listed: it keeps the time linear.
const MOST_OWNERS: usize = 8;

/// The names of an article.
#[derive(Default)]
struct Names {
    /// Every name by its folded text.
    by_text: FxHashMap<String, Owner>,
    /// The owners of full names of persons by family name, and by given name.
    by_family: FxHashMap<String, Vec<Owner>>,
    by_given: FxHashMap<String, Vec<Owner>>,
    /// Names that stand where no sentence begins.
    inside: FxHashSet<String>,
    count: u32,
}

impl Names {
    fn gather(blocks: &[BlockNames], known: &[KnownPerson]) -> Self {
        let mut names = Self::default();
        for (at, person) in known.iter().enumerate() {
            let owner = Owner::Known(at as u32);
            for name in &person.names {
                names.by_text.insert(fold(name), owner);
                names.add_person(name, person.family_name, owner);
            }
        }
        let body =
            || blocks.iter().filter(|b| !b.title_case).flat_map(|b| b.names.iter().map(|n| (b.text, n)));
        for (text, name) in body().filter(|(_, n)| !n.doubtful && !n.begins_sentence) {
            names.inside.insert(fold(name.span.of(text)));
        }
        for (text, name) in body() {
            let span = names.without_opener(text, name);
            names.add(span.of(text), name);
        }
        names
    }

    /// The span of `name` without a first word that is capitalised only because a sentence begins with it:
    /// what follows is a name of its own elsewhere in the article.
    fn without_opener(&self, text: &str, name: &RawCandidate) -> Span {
        let full = name.span.of(text);
        if !name.begins_sentence || self.inside.contains(&fold(full)) {
            return name.span;
        }
        let words = word_spans(text, name.span);
        let [first, second, _, ..] = words[..] else { return name.span };
        let rest = Span::new(second.start, name.span.end);
        let own = !lexicon::is_given_name(first.of(text)) && self.inside.contains(&fold(rest.of(text)));
        if own { rest } else { name.span }
    }

    fn add(&mut self, text: &str, name: &RawCandidate) {
        let folded = fold(text);
        if !text.contains(char::is_whitespace) || self.by_text.contains_key(&folded) {
            return;
        }
        let owner = self.same_person(text, name.kind).unwrap_or_else(|| self.new_owner());
        self.by_text.insert(folded, owner);
        if may_be_person(text, name.kind) {
            self.add_person(text, None, owner);
        }
    }

    fn new_owner(&mut self) -> Owner {
        self.count += 1;
        Owner::New(self.count - 1)
    }

    /// The owner of the same name with or without a middle name.
    fn same_person(&self, text: &str, kind: Option<Kind>) -> Option<Owner> {
        if !may_be_person(text, kind) {
            return None;
        }
        let (given, family) = parts(text, None)?;
        let by_family = only(&self.by_family, &fold(family));
        by_family.filter(|owner| only(&self.by_given, &fold(given)) == Some(*owner))
    }

    fn add_person(&mut self, text: &str, order: Option<FamilyName>, owner: Owner) {
        let Some((given, family)) = parts(text, order) else { return };
        for (map, key) in [(&mut self.by_family, family), (&mut self.by_given, given)] {
            let owners = map.entry(fold(key)).or_default();
            if owners.len() < MOST_OWNERS && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
    }

    /// The persons that the family name `text` can stand for, where they are several.
    fn owners_of_family(&self, text: &str) -> Option<&[Owner]> {
        self.by_family.get(&fold(text)).map(Vec::as_slice).filter(|owners| owners.len() > 1)
    }

    /// Whom `text` names; `None` where it is no name at all.
    fn owner(&mut self, text: &str, doubtful: bool) -> Option<Owner> {
        let folded = fold(text);
        if let Some(owner) = self.by_text.get(&folded) {
            return Some(*owner);
        }
        let owner = match self.by_family.get(&folded) {
            Some(_) => only(&self.by_family, &folded),
            None => only(&self.by_given, &folded),
        };
        if owner.is_some() {
            return owner;
        }
        if doubtful && !self.inside.contains(&folded) {
            return None;
        }
        let owner = self.new_owner();
        self.by_text.insert(folded, owner);
        Some(owner)
    }

    /// The names of the article's other blocks that stand in a run of capitalised words of a headline.
    fn find_in_title(&self, block: usize, text: &str, run: Span, settled: &mut Vec<Settled>) {
        let words = word_spans(text, run);
        let mut at = 0;
        while at < words.len() {
            let found = (at + 1..=words.len()).rev().find_map(|end| {
                let span = Span::new(words[at].start, words[end - 1].end);
                let folded = fold(span.of(text));
                let owner = self.by_text.get(&folded).copied().or_else(|| only(&self.by_family, &folded))?;
                Some((end, span, owner))
            });
            match found {
                Some((end, span, owner)) => {
                    settled.push(Settled { block, span, kind: None, owner });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
}

/// The owner of `key`, where there is one only.
fn only(owners: &FxHashMap<String, Vec<Owner>>, key: &str) -> Option<Owner> {
    match owners.get(key)?.as_slice() {
        [owner] => Some(*owner),
        _ => None,
    }
}

/// True when `text` may be a person's full name.
fn may_be_person(text: &str, kind: Option<Kind>) -> bool {
    let small = |word: &str| matches!(word, "of" | "and" | "for" | "the" | "&" | "on");
    let mut words = text.split_whitespace();
    match kind {
        Some(Kind::Person) => true,
        Some(_) => false,
        None => {
            text.split_whitespace().count() <= 4
                && !words.any(|w| {
                    small(w)
                        || lexicon::is_body(w)
                        || lexicon::is_demonym(w)
                        || w.contains(|c: char| c.is_ascii_digit())
                        || is_acronym(w)
                })
                && !text.split_whitespace().skip(1).last().is_some_and(|w| lexicon::is_landmark(w))
        }
    }
}

/// Two capitals or more and no small letter: "KISA", "U.S."; not the initial "W.".
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

/// The given and the family name of a full name: the first and the last word, or the other way round where
/// the family name stands first, as in "Ryu Je-myung".
fn parts(name: &str, order: Option<FamilyName>) -> Option<(&str, &str)> {
    let generation = |word: &str| matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
    let words: Vec<&str> =
        name.split_whitespace().map(|w| w.trim_end_matches(',')).filter(|w| !generation(w)).collect();
    let [first, .., last] = words[..] else { return None };
    let family_first = match order {
        Some(order) => order == FamilyName::First,
        None => words.len() == 2 && is_hyphenated_given_name(last),
    };
    Some(if family_first { (last, first) } else { (first, last) })
}

fn word_spans(text: &str, run: Span) -> Vec<Span> {
    let run_text = run.of(text);
    run_text
        .split_whitespace()
        .map(|word| {
            let start = run.start + (word.as_ptr() as usize - run_text.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect()
}

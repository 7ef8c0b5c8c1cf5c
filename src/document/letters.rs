//! FrontLetters in front of a surname: a rank, "DS Holm", or initials without stops, "JK Lund".

use super::openers::Written;
use super::owners::{Owners, add_owner};
use super::person::may_be_person;
use super::raw_candidate::RawCandidate;
use super::roster::{BlockNames, KnownPerson, Owner, Roster};
use super::title_words;
use super::traits::Traits;
use crate::text::{Span, fold_key};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the letters are with which a name of several words begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum FrontLetters {
    #[default]
    None,
    /// "DS" in "DS Holm".
    Rank,
    /// "JK" in "Author JK Lund": they may be initials.
    Initials,
    /// "HR" in "HR Sue Lund".
    Others,
}

impl FrontLetters {
    /// Those of a `name` of so many `words`, before which a title stands where `titled`.
    pub(super) fn of(name: &str, words: u16, titled: bool) -> Self {
        let Some((letters, rest)) = name.split_once(' ').filter(|_| words > 1) else { return Self::None };
        if !(2..=4).contains(&letters.len()) || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
            return Self::None;
        }
        let surname = || rest.starts_with(char::is_uppercase) && Traits::of(rest) == Traits::default();
        match words {
            2 if title_words::is_rank_in_letters(letters) => Self::Rank,
            2 if titled && letters.len() < 4 && surname() => Self::Initials,
            _ => Self::Others,
        }
    }
}

impl Roster {
    /// Notes the ranks with a surname that stand for one person whom the article has named in full: "DS Holm" is Per Holm.
    pub(super) fn note_ranks(&mut self, blocks: &[BlockNames], known: &[KnownPerson]) {
        let ranked = || {
            let names = blocks.iter().enumerate().flat_map(|(at, block)| {
                block.names.iter().map(move |name| (block.text, name, (at, name.span.start)))
            });
            names.filter(|(_, name, _)| name.letters == FrontLetters::Rank)
        };
        if ranked().next().is_none() {
            return;
        }
        let named = self.first_named(blocks, known);
        for (text, name, place) in ranked() {
            let owners = self.by_family.get(&fold_key(surname(name.span.of(text))));
            let owner = owners.filter(|owners| owners.sure).and_then(Owners::only);
            let met = owner.and_then(|owner| named.get(&owner)).is_some_and(|first| *first < place);
            self.ranked.entry(name.key).or_insert(met);
        }
    }

    /// `written` without the rank in front: see [`Roster::note_ranks`].
    pub(super) fn without_rank(&self, text: &str, name: &RawCandidate, written: Written) -> Written {
        if name.letters != FrontLetters::Rank || self.ranked.get(&name.key) != Some(&true) {
            return written;
        }
        let family = surname(written.span.of(text));
        Written { span: Span::new(written.span.end - family.len(), written.span.end), key: fold_key(family) }
    }

    /// Gives surnames to names that are no persons' by the letters in front: "Ms Lund", whom nobody else can be, is the only one
    /// whose name ends so, "HR Sue Lund", and "Lund" the "Author JK Lund".
    pub(super) fn add_lettered(&mut self, blocks: &[BlockNames]) {
        let names = || {
            let blocks = blocks.iter().filter(|block| !block.title_case && !block.correction);
            blocks.flat_map(|block| block.names.iter().map(move |name| (block.text, name)))
        };
        let lettered =
            || names().filter(|(_, name)| name.letters != FrontLetters::None && name.kind.is_none());
        if lettered().next().is_none() {
            return;
        }
        let courteous = names().filter(|(_, name)| name.shape.words == 1 && name.titles.courtesy.is_some());
        let courteous: FxHashSet<u64> = courteous.map(|(_, name)| name.key).collect();
        let mut ends: FxHashMap<u64, Option<Owner>> = FxHashMap::default();
        for (text, name) in lettered() {
            let Some((_, own)) = name.span.of(text).split_once(' ') else { continue };
            let key = fold_key(surname(own));
            let owners = [&self.by_family, &self.by_given, &self.by_company];
            let borne = self.by_text.contains_key(&key) || owners.iter().any(|by| by.contains_key(&key));
            let owner = self.by_text.get(&name.key).copied().filter(|_| !borne);
            if courteous.contains(&key) && may_be_person(own, None) {
                let known = ends.entry(key).or_insert(owner);
                *known = known.filter(|other| Some(*other) == owner);
            } else if let (FrontLetters::Initials, Some(owner)) = (name.letters, owner) {
                add_owner(&mut self.by_first_family, key, owner);
            }
        }
        for (key, owner) in ends {
            if let Some(owner) = owner {
                add_owner(&mut self.by_family, key, owner).sure = true;
            }
        }
    }
}

/// The last word of a name.
fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

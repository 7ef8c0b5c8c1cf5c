//! Whom a reader of an article has met, in the order of the text.

use super::owners::{Begun, one};
use super::paragraph::Paragraph;
use super::raw_candidate::RawCandidate;
use super::roster::{KnownPerson, Owner};
use super::title_words;
use super::titles::Titles;
use crate::text::{Span, fold_key};
use rustc_hash::FxHashSet;

/// The persons whom a reader has met.
pub(super) struct Met<'a> {
    known: &'a [KnownPerson<'a>],
    /// For each one outside the catalog the last block that names them in full.
    new: Vec<Option<usize>>,
    /// The last one of these, with the block and the byte where the name ends.
    last: Option<(Owner, usize, usize)>,
    /// Names with the titles before them of somebody who is none of those that bear the name, one of whom was still unknown.
    others: FxHashSet<(u64, u64)>,
}

impl<'a> Met<'a> {
    /// Nobody outside the catalog has been met yet.
    pub(super) fn of(known: &'a [KnownPerson<'a>]) -> Self {
        Met { known, new: Vec::new(), last: None, others: FxHashSet::default() }
    }

    /// A name is read at `span` of `block`: who is named so is met from here on.
    pub(super) fn meet(&mut self, owner: Owner, block: usize, span: Span) {
        let Owner::New(number) = owner else { return };
        self.last = Some((owner, block, span.end));
        let number = number as usize;
        self.new.resize(self.new.len().max(number + 1), None);
        self.new[number] = Some(block);
    }

    /// The only one of `owners` whom a reader has met before `span` of `block`, else the only one of those whom the block
    /// itself has named: before the second Kwon is named, "Kwon" is the first, and right behind him it is the second.
    /// Behind a title it may be somebody else: "President Kwon"; and "Mira Kwon, Kwon's sister," is not her own.
    pub(super) fn only(&self, owners: &[Owner], block: usize, text: &str, span: Span) -> Option<Owner> {
        let before = word_before(text, span);
        let title = |word: &str| {
            title_words::is_title(word) && !title_words::is_courtesy(word)
                || title_words::is_small_title(word)
        };
        if before.is_some_and(title) {
            return None;
        }
        let place = (block, span.start);
        let kin = self.last.filter(|(_, at, end)| *at == block && is_kin_of(text, span, *end));
        let other = |owner: &Owner| kin.is_none_or(|(kin, ..)| kin != *owner);
        let ever = |owner: &Owner| other(owner) && self.ever(*owner, place);
        let here = |owner: &Owner| other(owner) && self.is_in(*owner, block, span);
        one(owners, ever).or_else(|| one(owners, here))
    }

    /// True where a reader has met `owner` before `span` of `block`.
    pub(super) fn has_met(&self, owner: Owner, block: usize, span: Span) -> bool {
        self.ever(owner, (block, span.start))
    }

    /// True where `block` has named `owner` before `span`.
    pub(super) fn is_in(&self, owner: Owner, block: usize, span: Span) -> bool {
        match owner {
            Owner::Known(person) => {
                let places = self.places(person);
                let from = places.partition_point(|(at, _)| *at < block);
                places.get(from).is_some_and(|named| *named < (block, span.start))
            }
            Owner::New(number) => self.last(number) == Some(block),
        }
    }

    /// Who else than the one whose family name `word` is, where a reader has not met that one before `place`: whose name begins
    /// with it, and has been met, or nobody.
    pub(super) fn begun(&self, word: Begun, place: (usize, usize)) -> Option<Owner> {
        let other = !word.named || self.ever(word.other, place);
        (other && !self.ever(word.family, place)).then_some(word.other)
    }

    /// True behind a title that none of `owners` is shown to hold, where a reader had not met them all when the name `key` stood
    /// behind it for the first time: President Lee is not the minister Lee whom the article names later.
    pub(super) fn is_another(
        &mut self,
        key: u64,
        owners: &[Owner],
        titles: Titles,
        place: (usize, usize),
    ) -> bool {
        let Some(title) = titles.before() else { return false };
        if owners.iter().filter(|owner| self.ever(**owner, place)).nth(1).is_none() {
            self.others.insert((key, title));
        }
        self.others.contains(&(key, title))
    }

    /// True when a reader has met `owner` before `place`.
    fn ever(&self, owner: Owner, place: (usize, usize)) -> bool {
        match owner {
            Owner::Known(person) => self.places(person).first().is_some_and(|first| *first < place),
            Owner::New(number) => self.last(number).is_some(),
        }
    }

    fn last(&self, number: u32) -> Option<usize> {
        self.new.get(number as usize).copied().flatten()
    }

    fn places(&self, person: u32) -> &[(usize, usize)] {
        &self.known[person as usize].places
    }
}

/// True where the name that ends at byte `end` is that of a relative of whom `span` names: "Mira Kwon, Kwon's sister".
fn is_kin_of(text: &str, span: Span, end: usize) -> bool {
    let behind = &text[span.end..];
    let owned = || behind.strip_prefix("’s ").or_else(|| behind.strip_prefix("'s "));
    // "Kwon's youngest sister".
    let words =
        |rest: &str| rest.split(|c: char| !c.is_alphanumeric()).take(2).any(title_words::is_small_person);
    text.get(end..span.start) == Some(", ") && owned().is_some_and(words)
}

/// The word in front of `span`.
fn word_before(text: &str, span: Span) -> Option<&str> {
    text[..span.start].strip_suffix(' ').and_then(|head| head.rsplit(' ').next())
}

impl Paragraph {
    /// The names of the paragraph that are, or end in, one of the sorted keys `shared`, each with all that [`Met::only`] looks
    /// at: the word before it, how many names the paragraph has in front of it, and whether the last of these is a relative's.
    pub(super) fn shared_names<'p>(
        &'p self,
        shared: &'p [u64],
    ) -> impl Iterator<Item = (u64, Option<&'p str>, [usize; 2], bool)> {
        let text = self.prose.text.as_str();
        let is_shared = |key: u64| shared.binary_search(&key).is_ok();
        // Of a name that begins a sentence the first word may be no part.
        let without_opener = move |name: &RawCandidate| {
            let (_, rest) = name.span.of(text).split_once(' ').filter(|_| name.begins_sentence)?;
            Some(fold_key(rest))
        };
        let candidates = self.candidates.iter().map(move |name| {
            let key = without_opener(name).filter(|rest| is_shared(*rest)).unwrap_or(name.key);
            (key, name.span)
        });
        let hits = self.hits.iter().map(move |hit| (fold_key(hit.span.of(text)), hit.span));
        candidates.chain(hits).filter(move |(key, _)| is_shared(*key)).map(move |(key, span)| {
            let known = self.hits.partition_point(|hit| hit.span.start < span.start);
            let new = self.candidates.partition_point(|name| name.span.start < span.start);
            let kin =
                new.checked_sub(1).is_some_and(|at| is_kin_of(text, span, self.candidates[at].span.end));
            (key, word_before(text, span), [known, new], kin)
        })
    }
}

//! Whom a reader of an article has met, in the order of the text.

use super::paragraph::Paragraph;
use super::raw_candidate::{RawCandidate, title_before, word_before};
use super::roster::{KnownPerson, Owner};
use crate::text::{Span, fold_key};
use rustc_hash::FxHashSet;

/// The persons whom a reader has met.
pub(super) struct Met<'a> {
    known: &'a [KnownPerson<'a>],
    /// For each one outside the catalog the last block that names them in full.
    new: Vec<Option<usize>>,
    /// Who has been named in full behind which title, by its key.
    titled: FxHashSet<(Owner, u64)>,
}

impl<'a> Met<'a> {
    /// Nobody outside the catalog has been met yet.
    pub(super) fn of(known: &'a [KnownPerson<'a>]) -> Self {
        Met { known, new: Vec::new(), titled: FxHashSet::default() }
    }

    /// A name is read in `block`, behind the `title` with this key: who is named by more than one word is met from here on.
    pub(super) fn meet(&mut self, owner: Owner, block: usize, name: &str, title: u64) {
        let Owner::New(number) = owner else { return };
        if title != 0 {
            self.titled.insert((owner, title));
        }
        // Most words stand between plain spaces.
        if name.contains(' ') || name.contains(char::is_whitespace) {
            let number = number as usize;
            self.new.resize(self.new.len().max(number + 1), None);
            self.new[number] = Some(block);
        }
    }

    /// The only one of `owners` whom a reader has met before `span` of `block`, else the only one of those whom the block
    /// itself has named: before the second Kwon is named, "Kwon" is the first, and right behind him it is the second.
    /// Behind a title it may be somebody else, "President Kwon", if it is not the only one who was named behind that title.
    pub(super) fn only(&self, owners: &[Owner], block: usize, text: &str, span: Span) -> Option<Owner> {
        let title = title_before(text, span);
        if title != 0 {
            return one(owners, |owner| self.titled.contains(&(*owner, title)));
        }
        let place = (block, span.start);
        let ever = |owner: &Owner| match owner {
            Owner::Known(person) => self.places(*person).first().is_some_and(|first| *first < place),
            Owner::New(number) => self.last(*number).is_some(),
        };
        let here = |owner: &Owner| match owner {
            Owner::Known(person) => {
                let places = self.places(*person);
                let from = places.partition_point(|(at, _)| *at < block);
                places.get(from).is_some_and(|named| *named < place)
            }
            Owner::New(number) => self.last(*number) == Some(block),
        };
        one(owners, ever).or_else(|| one(owners, here))
    }

    fn last(&self, number: u32) -> Option<usize> {
        self.new.get(number as usize).copied().flatten()
    }

    fn places(&self, person: u32) -> &[(usize, usize)] {
        &self.known[person as usize].places
    }
}

impl Paragraph {
    /// The names of the paragraph that are, or end in, one of the sorted keys `shared`, each with all that [`Met::only`] looks
    /// at: the word before it, and how many names the paragraph has in front of it.
    pub(super) fn shared_names<'p>(
        &'p self,
        shared: &'p [u64],
    ) -> impl Iterator<Item = (u64, Option<&'p str>, [usize; 2])> {
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
            (key, word_before(text, span), [known, new])
        })
    }
}

/// The one of `owners` of whom `met` is true, where it is one only.
fn one(owners: &[Owner], met: impl Fn(&Owner) -> bool) -> Option<Owner> {
    let mut met = owners.iter().copied().filter(met);
    met.next().filter(|_| met.next().is_none())
}

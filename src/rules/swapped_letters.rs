//! Acronyms with two letters in each other's place.

use super::around::{after, before};
use super::rule::Context;
use crate::document::{Candidate, ChainKey, Document, Expansion, Zone};
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// Fewer letters have neighbours of their own right, as MP and PM; more are words in capitals.
const LENGTHS: RangeInclusive<usize> = 3..=6;

/// So many are looked at: an article with more letters that stand once is a table.
const MOST: usize = 50;

/// Each acronym of the article that stands once, is never written out, here or elsewhere, and has two neighbouring letters of
/// another in the wrong order, which is the one that the article is about: "NHFA" beside "NFHA"; with the right letters.
pub(super) fn swapped<'d>(context: &Context<'d>) -> Vec<(&'d Candidate, &'d str)> {
    let document = context.document;
    if !context.snapshot.complete || document.acronyms.is_empty() {
        return Vec::new();
    }
    let mut lone = Vec::new();
    for (_, chain) in context.chains() {
        let (ChainKey::Name(name), [member]) = (&chain.key, &*chain.members) else { continue };
        let place = document.candidates.get(*member as usize).filter(|place| place.zone == Zone::Body);
        if let Some(place) = place
            && is_letters(name)
            && document.slice_in(place.paragraph, place.span) == name
        {
            lone.push((name.as_str(), place));
        }
    }
    lone.truncate(MOST);
    if lone.is_empty() {
        return Vec::new();
    }
    let used = Used::of(document);
    let right = |(name, place): (&'d str, &'d Candidate)| {
        let right = used.right_letters(name)?;
        let new = context.snapshot.candidates_outside(name, context.path).next().is_none()
            && context.snapshot.expansions(name).next().is_none();
        (new && !is_enclosed(context, place)).then_some((place, right))
    };
    lone.into_iter().filter_map(right).collect()
}

fn is_letters(name: &str) -> bool {
    LENGTHS.contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The acronyms of an article, and how often it uses each.
struct Used<'d> {
    document: &'d Document,
    count: FxHashMap<&'d str, usize>,
}

impl<'d> Used<'d> {
    fn of(document: &'d Document) -> Self {
        let mut count = FxHashMap::default();
        for acronym in document.acronyms.iter() {
            *count.entry(document.slice_in(acronym.paragraph, acronym.span)).or_default() += 1;
        }
        Self { document, count }
    }

    /// The letters that the article uses again and again, of which `name` has two in the wrong order.
    fn right_letters(&self, name: &str) -> Option<&'d str> {
        /// Who is named twice besides may be somebody else in passing.
        const FEWEST: usize = 3;
        /// Where the article writes the letters out, it is about them.
        const WRITTEN_OUT: usize = 2;
        let turned = (1..name.len()).filter_map(|at| {
            let (one, other) = (name.get(at - 1..at)?, name.get(at..=at)?);
            let right = [&name[..at - 1], other, one, &name[at + 1..]].concat();
            self.count.get_key_value(&*right).filter(|_| one != other)
        });
        let (right, count) = turned.max_by_key(|(right, count)| (**count, **right))?;
        let written = |e: &Expansion| self.document.slice_in(e.paragraph, e.short) == *right;
        let written_out = || self.document.expansions.iter().any(written);
        (*count >= FEWEST || *count >= WRITTEN_OUT && written_out()).then_some(*right)
    }
}

/// True for letters in brackets of their own, which a name in front of them may explain, and for those that signs make a part
/// of more: "<HFN>", "HFN/B".
fn is_enclosed(context: &Context, place: &Candidate) -> bool {
    const SIGNS: [char; 12] = ['(', ')', '<', '>', '[', ']', '/', '-', '&', '.', '@', '#'];
    let (head, tail) = (before(context.document, place.span), after(context.document, place.span));
    // A full stop behind them ends the sentence.
    head.ends_with(SIGNS) || tail.starts_with(SIGNS) && !tail.starts_with('.')
}

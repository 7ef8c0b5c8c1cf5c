//! What is decided of the names of an article: which spans are names, and whose.

use super::roster::Owner;
use crate::catalog::Kind;
use crate::text::Span;

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

/// What [`settle`](super::linking::settle) decided.
pub(super) struct Decided {
    /// The names, in text order.
    pub(super) names: Vec<Settled>,
    /// Those that several can own.
    pub(super) shared: Vec<Shared>,
    /// The keys of all family names that several can own, in order, whoever owns which place.
    pub(super) families: Vec<u64>,
}

/// Gives each of `names` what any place of its owner shows it to be; there are so many `known` persons, and so many `new` owners.
pub(super) fn share_kinds(names: &mut [Settled], known: usize, new: usize) {
    let place = |owner: Owner| match owner {
        Owner::Known(person) => person as usize,
        Owner::New(number) => known + number as usize,
    };
    let mut kinds: Vec<Option<Kind>> = vec![None; known + new];
    for name in names.iter() {
        let kind = &mut kinds[place(name.owner)];
        *kind = kind.or(name.kind);
    }
    for name in names {
        name.kind = kinds[place(name.owner)];
    }
}

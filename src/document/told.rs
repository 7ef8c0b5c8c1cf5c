//! What one paragraph tells of its names, kept until the paragraph or one of the names changes: an edit leaves most of
//! an article as it is.

use super::facts::{Introduction, Tie};
use crate::catalog::Kind;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex};

/// What a paragraph tells. Offsets count from its start, and the chain of a name is the first place of that chain among
/// the names of the paragraph.
#[derive(Debug)]
pub(super) struct Told {
    /// Who or what its names are, in the order of the names.
    pub(super) introductions: Vec<Introduced>,
    /// Who runs, leads or takes part in what, in text order.
    pub(super) ties: Vec<Tie>,
}

/// An introduction and the noun for the body that the office is held at: "the ministry", of which only the whole
/// article can say whom it stands for.
#[derive(Debug)]
pub(super) struct Introduced {
    pub(super) introduction: Introduction,
    pub(super) body: Option<Span>,
}

/// All that is looked at of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) span: Span,
    pub(super) chain: u32,
    /// The hash of the fullest name of its chain.
    pub(super) label: u64,
    pub(super) kind: Option<Kind>,
    pub(super) subject: bool,
}

/// The last that a paragraph told, with the names that it told it of. Most articles are read once: what is told is kept from
/// the second time on.
#[derive(Debug)]
pub(super) struct Memory<N, T>(Mutex<Last<N, T>>);

#[derive(Debug)]
enum Last<N, T> {
    Unasked,
    Asked,
    Kept(Vec<N>, Arc<T>),
}

impl<N: Copy + PartialEq, T> Memory<N, T> {
    /// What the paragraph tells of `names`; by `tell`, where that is not what it told last.
    pub(super) fn recall(&self, names: impl Iterator<Item = N> + Clone, tell: impl FnOnce() -> T) -> Arc<T> {
        // A panic while it was locked left it whole: it is written in one step.
        let mut last = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Last::Kept(then, told) = &*last
            && then.iter().copied().eq(names.clone())
        {
            return Arc::clone(told);
        }
        let told = Arc::new(tell());
        *last = match *last {
            Last::Unasked => Last::Asked,
            Last::Asked | Last::Kept(..) => Last::Kept(names.collect(), Arc::clone(&told)),
        };
        told
    }
}

impl<N, T> Default for Memory<N, T> {
    fn default() -> Self {
        Self(Mutex::new(Last::Unasked))
    }
}

/// Tells for the chain of any of the `names` of a paragraph the first place of that chain among them: what is told by that
/// stays the same when an edit elsewhere has the chains of the article numbered anew.
pub(super) fn first_places<N>(names: &[N], chain: fn(&N) -> u32) -> impl Fn(u32) -> u32 + Clone {
    /// Of so many names the first of a chain is found sooner by a look at each than in a table.
    const FEW: usize = 16;

    let mut table: FxHashMap<u32, u32> = FxHashMap::default();
    if names.len() > FEW {
        for (at, name) in (0..).zip(names) {
            table.entry(chain(name)).or_insert(at);
        }
    }
    move |wanted| {
        let look = || names.iter().position(|name| chain(name) == wanted).unwrap_or(0) as u32;
        table.get(&wanted).copied().unwrap_or_else(look)
    }
}

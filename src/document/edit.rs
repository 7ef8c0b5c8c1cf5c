//! What an edit does to places.

use super::facts::{Acronym, Ambiguity, Candidate, Expansion, Introduction, Mention, Speech, Tie};
use crate::text::Span;

/// An edit: the bytes of the article before that gave way, and how many stand in their place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edit {
    pub(super) span: Span,
    pub(super) length: usize,
}

impl Edit {
    /// Where `span`, which lies behind the edit, stands now.
    pub(super) fn behind(self, span: Span) -> Span {
        let moved = |offset: usize| offset - self.span.len() + self.length;
        Span { start: moved(span.start), end: moved(span.end) }
    }

    /// Where `span` stands now; `None` where the edit reaches into it.
    pub(super) fn moved(self, span: Span) -> Option<Span> {
        if span.end <= self.span.start {
            Some(span)
        } else if span.start >= self.span.end {
            Some(self.behind(span))
        } else {
            None
        }
    }
}

/// A fact with its places.
pub(super) trait Fact: Clone {
    /// Where it stands: facts of one kind are in this order.
    fn place(&self) -> Span;
    /// The paragraph that it says it is in, if it does.
    fn paragraph(&self) -> Option<u32>;
    /// The same fact in `paragraph`, where each of its spans is what `place` makes of it.
    fn put(&self, paragraph: u32, place: impl Fn(Span) -> Span) -> Self;
    /// True when the spans of `other` are what `place` makes of its own.
    fn has_places(&self, other: &Self, place: impl Fn(Span) -> Span) -> bool;
}

macro_rules! fact {
    ($fact:ident: $first:ident $(, $span:ident)* $(; $paragraph:ident)?) => {
        impl Fact for $fact {
            fn place(&self) -> Span {
                self.$first
            }
            fn paragraph(&self) -> Option<u32> {
                None$(.or(Some(self.$paragraph)))?
            }
            fn put(&self, _paragraph: u32, place: impl Fn(Span) -> Span) -> Self {
                Self {
                    $first: place(self.$first),
                    $($span: place(self.$span),)*
                    $($paragraph: _paragraph,)?
                    ..self.clone()
                }
            }
            fn has_places(&self, other: &Self, place: impl Fn(Span) -> Span) -> bool {
                place(self.$first) == other.$first $(&& place(self.$span) == other.$span)*
            }
        }
    };
}

fact!(Mention: span; paragraph);
fact!(Candidate: span; paragraph);
fact!(Expansion: span, short, long; paragraph);
fact!(Acronym: span; paragraph);
fact!(Ambiguity: span; paragraph);
fact!(Speech: span; paragraph);
fact!(Introduction: name, what, title, sentence);
fact!(Tie: words, name, sentence);

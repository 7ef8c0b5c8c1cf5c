//! Finds every form of a catalog in one pass over the words of a text.

use super::entity::{Form, FormIx};
use crate::text::{Span, Token};

/// A form found in a text: the longest at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where: without possessive and particle.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// Token after the last.
    pub last: usize,
    /// The forms that are written so; more than one where several entities share it.
    pub forms: Vec<FormIx>,
}

/// A trie over hashed word tokens.
#[derive(Debug, Default)]
pub struct Matcher {}

impl Matcher {
    /// A matcher for `forms`, in order: `FormIx` is the place in this slice.
    pub fn new(forms: &[Form]) -> Self {
        let _ = forms;
        todo!()
    }

    /// The hits in a masked text with its tokens, in order, never overlapping.
    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<Hit> {
        let _ = (text, tokens);
        todo!()
    }
}

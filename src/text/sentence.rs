//! Sentences.

use super::span::Span;
use super::token::Token;

/// The sentences of a masked block.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Span> {
    let _ = (text, tokens);
    todo!()
}

//! One block, read as prose.

use super::block::{Block, Format};
use super::span::Span;
use super::speech::Quotation;
use super::token::Token;

/// A block read as prose. All offsets count from the block's start.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The text as a reader sees it, of the same length in bytes as the block: what is not prose is masked.
    pub text: String,
    /// Its words and marks, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order, without the white space between them.
    pub sentences: Vec<Span>,
    /// What stands between quotation marks, in order of the opening mark; inner ones follow outer ones.
    pub quotations: Vec<Quotation>,
}

impl Prose {
    /// Reads `text`, the bytes of `block.span`.
    pub fn read(text: &str, block: &Block, format: Format) -> Self {
        let text = super::mask::masked(text, block, format);
        let tokens = super::token::tokens(&text);
        let sentences = super::sentence::sentences(&text, &tokens);
        let quotations = super::speech::quotations(&text, &tokens);
        Self { text, tokens, sentences, quotations }
    }

    /// The sentence that holds byte `offset`.
    pub fn sentence(&self, offset: usize) -> Option<Span> {
        let at = self.sentences.partition_point(|s| s.end <= offset);
        self.sentences.get(at).copied().filter(|s| s.contains(offset))
    }
}

//! The ground floor: positions, tokens, blocks, masks, sentences, speech, dates.

pub(crate) mod blocks;
pub(crate) mod buffer;
mod dates;
pub(crate) mod masks;
mod sentences;
mod speech;
mod tokens;

use masthead::text::{Block, Blocks, Format, Prose, State};

/// The blocks of a whole article.
fn blocks(text: &str, format: Format) -> Vec<Block> {
    Blocks::new(text, format, State::default()).collect()
}

/// The prose of each block of a whole article.
fn prose(text: &str, format: Format) -> Vec<Prose> {
    blocks(text, format).iter().map(|b| Prose::read(b.span.of(text), b, format)).collect()
}

/// The prose of a plain text that is one block.
fn plain(text: &str) -> Prose {
    let mut all = prose(text, Format::Plain);
    assert_eq!(all.len(), 1, "one paragraph: {text:?}");
    all.remove(0)
}

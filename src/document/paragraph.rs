//! One block of an article, read with a catalog.

use crate::text::Block;

/// One block of an article and the possible facts in it; offsets count from the block's start.
#[derive(Debug)]
pub struct Paragraph {
    /// The block's bytes.
    pub text: Box<str>,
    /// Its kind and borders.
    pub block: Block,
}

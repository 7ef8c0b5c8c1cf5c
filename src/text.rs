//! The ground floor: bytes, lines, position encodings, tokens, sentences, speech, blocks and masks.
//!
//! Knows nothing of names, files or LSP. Every offset is a byte offset unless its type says otherwise.

mod block;
mod buffer;
mod date;
mod mask;
mod prose;
mod sentence;
mod span;
mod speech;
mod token;

pub use block::{Block, BlockKind, Blocks, Format, State};
pub use buffer::Buffer;
pub use date::{dates, path_date};
pub use prose::Prose;
pub use span::{Encoding, Point, Position, Span};
pub use speech::{Quotation, QuotationKind};
pub use token::{Token, TokenKind, fold, is_hangul, tokens};

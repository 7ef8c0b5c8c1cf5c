//! The ground floor: bytes, lines, position encodings, tokens, sentences, speech, blocks and masks.
//!
//! Knows nothing of names, files or LSP. Every offset is a byte offset unless its type says otherwise.

mod address;
mod block;
mod buffer;
mod container;
mod date;
mod distance;
mod fold;
mod html;
mod line;
mod lines;
mod listing;
mod mask;
mod maths;
mod pattern;
mod plain;
mod prefix;
mod prose;
mod quote;
mod sentence;
mod skeleton;
mod span;
mod speech;
mod token;
mod word;

pub use block::{Block, BlockKind, Blocks, Format, State, may_have_front_matter};
pub use buffer::Buffer;
pub use container::Containers;
pub use date::{dates, month_days, path_date};
pub use distance::damerau;
pub use fold::{composed, fold, fold_key, fold_name, fold_name_but_case, plain_letters};
pub use lines::Lines;
pub use pattern::pattern;
pub use prefix::{Begun, Prefixes, prefix_key};
pub use prose::{Prose, clean, shown};
pub use skeleton::{may_hide_letters, skeleton, skeleton_of_name};
pub use span::{Encoding, Locus, Point, Position, Span};
pub use speech::{Quotation, QuotationKind};
pub use token::{Token, TokenKind, is_hangul, tokens};
pub use word::word_key;

//! Words of kin.

use super::around::sentence;
use super::rule::Context;
use crate::document::is_kin;
use crate::text::Span;

/// True where a word of kin in the sentence of `span` stands beside it: brothers and sisters bear names a letter apart. "Lund's
/// sister" is another.
pub(super) fn is_of_kin(context: &Context, span: Span) -> bool {
    /// "His younger brother, the boxer Ole Lund".
    const REACH: usize = 40;
    let (head, tail) = sentence(context.document, span);
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(REACH))..];
    let tail = if tail.starts_with(['\'', '’']) { "" } else { &tail[..tail.floor_char_boundary(REACH)] };
    let kin = |word: &str| is_kin(word) || matches!(word, "namesake" | "namesakes" | "triplets");
    [head, tail].iter().any(|words| words.split(|c: char| !c.is_alphabetic()).any(kin))
}

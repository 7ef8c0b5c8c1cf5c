//! Acronyms behind their long form in a style without brackets: "the Korea Internet & Security Agency, or KISA, said".

use super::expansion::{RawExpansion, long_start, short_form, span_of, window};
use crate::text::{Prose, Span, Token, TokenKind};
use memchr::memmem;

/// The acronyms that a block gives so, in text order. The long form must be a name.
pub(super) fn behind_or(prose: &Prose) -> impl Iterator<Item = RawExpansion> {
    // Most blocks have no such words.
    memmem::find_iter(prose.text.as_bytes(), b", or ").filter_map(move |comma| behind(prose, comma))
}

/// What stands around the comma at byte `comma`.
fn behind(prose: &Prose, comma: usize) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let comma = tokens.partition_point(|t| (t.start as usize) < comma);
    let first = comma + 2;
    let joins = |t: &&Token| !t.gap && (t.kind == TokenKind::Word || matches!(t.of(text), "-" | "&" | "/"));
    let joined = tokens.get(first + 1..)?.iter().take_while(joins);
    let end = first + 1 + joined.count();
    let short = short_form(prose, &tokens[first..end], true)?;
    let closing = tokens.get(end).filter(|t| t.kind == TokenKind::Mark && !t.gap)?;
    let before = window(prose, comma);
    let long = span_of(&before[long_start(text, before, short.of(text))?..])?;
    let name = long.of(text);
    if !name.starts_with(char::is_uppercase) || !name.contains(' ') {
        return None;
    }
    // The comma behind goes with the one before.
    let last = if closing.of(text) == "," { closing.span().end } else { short.end };
    Some(RawExpansion { short, long, span: Span::new(long.start, last) })
}

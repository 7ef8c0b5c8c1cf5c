//! The sentence around a mention.

use super::excerpt::Excerpt;
use crate::document::Document;
use crate::text::Span;

/// The sentence around `span`, on one line and cut to a terminal's width.
pub(super) fn sentence(document: &Document, span: Span) -> Excerpt {
    let around = document.sentence(span.start).unwrap_or(span);
    // Byte by byte, so that places stay where they are.
    let one_line = document.slice(around).replace(['\n', '\r'], " ");
    let from = |offset: usize| offset.saturating_sub(around.start);
    Excerpt::new(&one_line, Span::new(from(span.start), from(span.end)))
}

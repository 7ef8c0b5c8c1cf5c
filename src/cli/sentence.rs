//! The sentence around a mention.

use super::excerpt::Excerpt;
use crate::document::Document;
use crate::text::{Prose, Span};

/// The sentence around `span`, on one line and cut to a terminal's width.
pub(super) fn sentence(document: &Document, span: Span) -> Excerpt {
    let nth = document.paragraph_at(span.start);
    let Some((paragraph, start)) = document.paragraphs.get(nth).zip(document.starts.get(nth).copied()) else {
        return Excerpt::new("", Span::new(0, 0));
    };
    let within = Span::new(span.start.saturating_sub(start), span.end.saturating_sub(start));
    let prose = Prose::read(&paragraph.text, &paragraph.block, document.format);
    let around = prose.sentence(within.start).unwrap_or(within);
    let text = paragraph.text.get(around.start..around.end).unwrap_or_default();
    // Byte by byte, so that places stay where they are.
    let one_line = text.replace(['\n', '\r'], " ");
    Excerpt::new(
        &one_line,
        Span::new(within.start.saturating_sub(around.start), within.end.saturating_sub(around.start)),
    )
}

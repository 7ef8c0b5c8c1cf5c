//! The words beside a place in an article.

use crate::document::Document;
use crate::text::Span;

/// The text of the paragraph in front of `span`.
pub(super) fn before(document: &Document, span: Span) -> &str {
    let (text, start) = paragraph(document, span.start);
    text.get(..span.start - start).unwrap_or("")
}

/// The text of the paragraph behind `span`.
pub(super) fn after(document: &Document, span: Span) -> &str {
    let (text, start) = paragraph(document, span.start);
    text.get(span.end - start..).unwrap_or("")
}

/// The words of the sentence in front of `span` and behind it, so far as they stand near enough to speak of it.
pub(super) fn sentence(document: &Document, span: Span) -> (&str, &str) {
    // A sentence that goes on for pages says nothing of a name in its far ends.
    const REACH: usize = 300;
    let sentence = document.sentence(span.start).unwrap_or(span);
    let (head, tail) = (before(document, span), after(document, span));
    let reach = REACH.min(span.start.saturating_sub(sentence.start));
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(reach))..];
    let reach = REACH.min(sentence.end.saturating_sub(span.end));
    (head, &tail[..tail.floor_char_boundary(reach)])
}

/// The paragraph that holds `offset`, and where it starts.
fn paragraph(document: &Document, offset: usize) -> (&str, usize) {
    let at = document.paragraph_at(offset);
    document.paragraphs.get(at).map_or(("", offset), |p| (&*p.text, document.starts[at]))
}

/// The bracket that holds nothing but `inner`, with the white space in front of it: what is deleted
/// so that no double space is left.
pub(super) fn bracket(document: &Document, inner: Span) -> Option<Span> {
    let (head, tail) = (before(document, inner), after(document, inner));
    let open = head.strip_suffix('(').or_else(|| head.strip_suffix('（'))?;
    let close = tail.chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let gap = head.len() - open.trim_end_matches([' ', '\u{a0}']).len();
    Some(Span::new(inner.start - gap, inner.end + close.len_utf8()))
}

/// The bracket without the white space in front of it.
pub(super) fn trimmed(document: &Document, span: Span) -> Span {
    let text = document.slice(span);
    Span::new(span.end - text.trim_start_matches([' ', '\u{a0}']).len(), span.end)
}

/// True when `span` belongs to a longer capitalised name: it begins with a capital, and so does the word in
/// front of it or behind it in the same sentence.
pub(super) fn in_capitalised_name(document: &Document, span: Span) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    if !capital(document.slice(span)) {
        return false;
    }
    let (head, tail) = (before(document, span), after(document, span));
    let previous = head.strip_suffix(' ').and_then(|h| h.rsplit([' ', '\n', '\r']).next());
    let next = tail.strip_prefix(' ').and_then(|t| t.split([' ', '\n', '\r']).next());
    let joins = |word: &str| word.ends_with(char::is_alphanumeric);
    previous.is_some_and(|w| capital(w) && joins(w)) || next.is_some_and(capital)
}

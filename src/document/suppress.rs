//! "Ignore here": `<!-- masthead-ignore rule: reason -->`, for the paragraph that follows.

use super::facts::Suppression;
use super::paragraph::Paragraph;
use crate::text::{BlockKind, Format, Span, pattern};
use regex::Regex;
use std::sync::{Arc, LazyLock};

static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    // Every test that reads Markdown compiles it.
    pattern(r"<!--\s*masthead-ignore(?:\s+(?P<rule>[^\s:>-][^\s:>]*))?\s*(?::[^>]*?)?\s*-->")
        .expect("constant pattern") // ok: the pattern is a constant
});

/// The comments of an article; `starts` are its paragraphs' first bytes. In plain text nothing is a comment.
pub(super) fn suppressions(
    paragraphs: &[Arc<Paragraph>],
    starts: &[usize],
    format: Format,
) -> Vec<Suppression> {
    if format == Format::Plain {
        return Vec::new();
    }
    let mut found = Vec::new();
    // The next paragraph of prose: it moves on with the comments, so that a thousand of them look for it once.
    let mut next = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if !may_suppress(paragraph, format) {
            continue;
        }
        next = next.max(at);
        while paragraphs.get(next).is_some_and(|paragraph| !paragraph.is_prose()) {
            next += 1;
        }
        // A comment on lines of its own speaks of the next paragraph of prose; one inside a paragraph of that paragraph.
        let target = match paragraphs.get(next) {
            Some(prose) => Span::new(starts[next], starts[next] + prose.text.len()),
            None => Span::new(starts[at], starts[at]),
        };
        for captures in COMMENT.captures_iter(&paragraph.text) {
            let Some(whole) = captures.get(0) else { continue };
            let span = |m: regex::Match| Span::new(starts[at] + m.start(), starts[at] + m.end());
            found.push(Suppression {
                rule: captures.name("rule").map(|r| (r.as_str().to_owned(), span(r))),
                comment: span(whole),
                target,
            });
        }
    }
    found
}

/// True where a comment of this kind may stand.
pub(super) fn may_suppress(paragraph: &Paragraph, format: Format) -> bool {
    format == Format::Markdown
        && paragraph.block.kind != BlockKind::Code
        // Few paragraphs have what a comment begins with, and to look for one byte costs next to nothing.
        && memchr::memchr(b'<', paragraph.text.as_bytes()).is_some()
        && paragraph.text.contains("masthead-ignore")
}

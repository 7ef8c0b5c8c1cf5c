//! "Ignore here": `<!-- masthead-ignore rule: reason -->`, for the paragraph that follows.

use super::facts::Suppression;
use super::paragraph::Paragraph;
use crate::text::{BlockKind, Format, Span};
use memchr::memmem;
use std::sync::Arc;

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";
const WORD: &str = "masthead-ignore";

/// The comments of an article, and how those begin of which nobody can tell what they accept; `starts` are its paragraphs'
/// first bytes. In plain text nothing is a comment.
pub(super) fn suppressions(
    paragraphs: &[Arc<Paragraph>],
    starts: &[usize],
    format: Format,
) -> (Vec<Suppression>, Vec<Span>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    if format == Format::Plain {
        return (found, unread);
    }
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
        let mut behind = 0;
        for comment in comments(&paragraph.text) {
            if comment.start < behind {
                continue;
            }
            let end = closed(&paragraph.text, comment.end);
            behind = end.unwrap_or(paragraph.text.len());
            let said = end.and_then(|end| read(&paragraph.text, comment.end, end - CLOSING.len()));
            match said {
                Some(rule) => found.push(Suppression {
                    rule: rule.map(|rule| (rule.of(&paragraph.text).to_owned(), rule.shifted(starts[at]))),
                    comment: Span::new(comment.start, behind).shifted(starts[at]),
                    target,
                }),
                None => unread.push(comment.shifted(starts[at])),
            }
        }
    }
    (found, unread)
}

/// True where a comment of this kind may stand.
pub(super) fn may_suppress(paragraph: &Paragraph, format: Format) -> bool {
    format == Format::Markdown
        && paragraph.block.kind != BlockKind::Code
        // Few paragraphs have what a comment begins with, and to look for one byte costs next to nothing.
        && memchr::memchr(b'<', paragraph.text.as_bytes()).is_some()
        && comments(&paragraph.text).next().is_some()
}

/// Where comments of this kind begin, whatever the case: from `<!--` to behind the word.
fn comments(text: &str) -> impl Iterator<Item = Span> {
    memmem::find_iter(text.as_bytes(), OPENING).filter_map(|start| {
        let rest = text[start + OPENING.len()..].trim_start();
        let word = rest.get(..WORD.len()).filter(|word| word.eq_ignore_ascii_case(WORD))?;
        Some(Span::new(start, text.len() - rest.len() + word.len()))
    })
}

/// The byte behind the comment that goes on at `from`.
fn closed(text: &str, from: usize) -> Option<usize> {
    text[from..].find(CLOSING).map(|at| from + at + CLOSING.len())
}

/// The rule that a comment names, if it names one, from what stands behind its word; `None` where that cannot be read. The
/// reason stands behind a colon, as it is best written, a dash or in brackets.
fn read(text: &str, from: usize, to: usize) -> Option<Option<Span>> {
    let said = text[from..to].trim_end();
    let rest = said.trim_start();
    if is_reason(rest) && !said.starts_with('-') {
        return Some(None);
    }
    let rule = rest.find(|c: char| c.is_whitespace() || ":(,;—–".contains(c)).unwrap_or(rest.len());
    let start = from + said.len() - rest.len();
    let parted = said.starts_with(char::is_whitespace) && rule > 0;
    (parted && is_reason(rest[rule..].trim_start())).then(|| Some(Span::new(start, start + rule)))
}

/// True for a reason, which need not be given.
fn is_reason(text: &str) -> bool {
    text.is_empty() || text.starts_with([':', '(', '-', '—', '–'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule that a comment names; "all" where it names none, "?" where it cannot be read.
    fn rule(said: &str) -> String {
        let text = format!("<!--{said}-->");
        let comment = comments(&text).next().expect("a comment of this kind");
        let end = closed(&text, comment.end).expect("its end");
        match read(&text, comment.end, end - CLOSING.len()) {
            Some(Some(rule)) => rule.of(&text).to_owned(),
            Some(None) => "all".to_owned(),
            None => "?".to_owned(),
        }
    }

    #[test]
    fn what_is_plain_is_taken_however_it_is_written() {
        for said in [
            " masthead-ignore name-form: she > he ",
            "masthead-ignore name-form",
            " Masthead-Ignore  name-form:she ",
            " masthead-ignore name-form - she ",
            " masthead-ignore name-form — she: so ",
            " masthead-ignore name-form— she ",
            " masthead-ignore name-form (she, so) ",
            "\n  masthead-ignore\n name-form:\n she\n so\n",
        ] {
            assert_eq!(rule(said), "name-form", "{said}");
        }
        for said in
            ["masthead-ignore", " masthead-ignore: she", " masthead-ignore - she", " masthead-ignore (she) "]
        {
            assert_eq!(rule(said), "all", "{said}");
        }
        for said in [
            " masthead-ignore name-form, title-case: she ",
            " masthead-ignore name-form title-case ",
            " masthead-ignore name-form she signs so ",
            " masthead-ignored name-form ",
            "masthead-ignore-next-line name-form",
            " masthead-ignore, name-form ",
        ] {
            assert_eq!(rule(said), "?", "{said}");
        }
    }
}

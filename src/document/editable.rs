//! Where a name can be written otherwise without tearing markup apart.

use super::article::Document;
use crate::text::{Format, Span};
use std::ops::Range;

impl Document {
    /// True where what stands in `span`, which lies within one paragraph, can give way to other words: a reader sees all of it,
    /// and no link is found by it. False for the “Open** AI” of `**Open** AI`, and in `[Open AI]`.
    pub fn is_editable(&self, span: Span) -> bool {
        let at = self.paragraph_at(span.start);
        let (Some(start), Some(paragraph)) = (self.starts.get(at), self.paragraphs.get(at)) else {
            return false;
        };
        if self.format == Format::Plain {
            return true;
        }
        let local = span.start - start..span.end - start;
        match (paragraph.text.get(local.clone()), paragraph.prose.text.get(local.clone())) {
            (Some(written), Some(seen)) => shows_all(written, seen) && !is_label(&paragraph.text, local),
            _ => false,
        }
    }
}

/// Bytes on either side that are searched for brackets: CommonMark's labels have 999 characters at most.
const LONGEST_LABEL: usize = 999;

/// True where the bytes `at` of `text` stand in brackets that have no target of their own: `[Open AI]`, `[Open AI][]`,
/// `[[Open AI]]`. A link may be found by what they say.
fn is_label(text: &str, at: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let from = at.start.saturating_sub(LONGEST_LABEL);
    let open = memchr::memrchr2(b'[', b']', &bytes[from..at.start]).map(|open| from + open);
    if open.is_none_or(|open| bytes[open] == b']') {
        return false;
    }
    let to = bytes.len().min(at.end + LONGEST_LABEL);
    let close = memchr::memchr2(b'[', b']', &bytes[at.end..to]).map(|close| at.end + close);
    let Some(close) = close.filter(|close| bytes[*close] == b']') else { return false };
    let own_target = match bytes[close + 1..] {
        [b'(', ..] => true,
        [b'[', next, ..] => next != b']',
        _ => false,
    };
    !own_target
}

/// True where all that is `written` is `seen`, but for what stands at the head of its lines (the ">" of a quotation) and
/// characters that are written as references: "&amp;".
fn shows_all(written: &str, seen: &str) -> bool {
    let (mut head, mut reference) = (false, false);
    for (at, (byte, shown)) in written.bytes().zip(seen.bytes()).enumerate() {
        match byte {
            b'\n' | b'\r' => head = true,
            b' ' | b'\t' | b'>' if head => {}
            _ if byte == shown || reference => {
                head = false;
                reference = match byte {
                    b'&' => written[at..].split([' ', '&']).nth(1).is_some_and(|name| name.contains(';')),
                    _ => reference && byte != b';',
                };
            }
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn words_that_hold_markup_or_lead_somewhere_stay() {
        for (text, words, editable) in [
            ("Open AI came.", "Open AI", true),
            ("**Open** AI came.", "Open** AI", false),
            ("**Open AI** came.", "Open AI", true),
            ("[Open](https://e.org) AI came.", "Open](https://e.org) AI", false),
            ("[Open AI](https://e.org) came.", "Open AI", true),
            ("[Open AI][1] came.\n\n[1]: https://e.org\n", "Open AI", true),
            ("[Open AI][] came.\n\n[open ai]: https://e.org\n", "Open AI", false),
            ("So [the Open AI] came.\n\n[The Open AI]: https://e.org\n", "Open AI", false),
            ("So [Open AI] came.", "Open AI", false),
            ("So [Kwon] of Open AI came. [Lee] too.", "Open AI", true),
            ("So [[Open AI]] came.", "Open AI", false),
            ("> So Open\n> AI came.", "Open\n> AI", true),
            ("Quay &amp; Sons came.", "Quay &amp; Sons", true),
            ("Quay &amp; *Sons* came.", "Quay &amp; *Sons", false),
        ] {
            let document = Document::read(text, Format::Markdown, "a.md", &Catalog::default());
            let start = text.find(words).unwrap();
            assert_eq!(document.is_editable(Span::new(start, start + words.len())), editable, "{text}");
        }
    }
}

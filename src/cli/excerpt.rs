//! The line of a file around a finding, fit for a terminal.

use crate::text::Span;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Columns of a line that are shown: with the line number before it this fits a window of 110 columns.
const WIDTH: usize = 100;
/// Columns that are shown before the finding where the line is longer than that.
const BEFORE: usize = 40;
/// Bytes of a line that are looked at on either side of the finding: far more than can be shown.
const REACH: usize = 4_000;

/// A piece of one line, safe to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The piece, with “…” where the line goes on.
    pub(super) text: String,
    /// The finding in it, in bytes. Of a finding on several lines the part on the first.
    pub(super) span: Span,
}

impl Excerpt {
    /// The piece of `text` around `span`, which is clamped.
    pub(super) fn new(text: &str, span: Span) -> Self {
        let start = text.floor_char_boundary(span.start);
        let end = text.floor_char_boundary(span.end).max(start);
        // Of a very long line only what is near can be shown, so no more is looked at.
        let (near, far) =
            (text.floor_char_boundary(start.saturating_sub(REACH)), text.floor_char_boundary(end + REACH));
        let (above, below) = (&text.as_bytes()[near..start], &text.as_bytes()[start..far]);
        let line_start = memchr::memrchr2(b'\n', b'\r', above).map_or(near, |at| near + at + 1);
        let line_end = memchr::memchr2(b'\n', b'\r', below).map_or(far, |at| start + at);
        let before = text[line_start..start].trim_start_matches('\u{feff}');
        let marked = &text[start..end.min(line_end)];
        let after = &text[end.min(line_end)..line_end];

        let whole = width(before, WIDTH + 1) + width(marked, WIDTH + 1) + width(after, WIDTH + 1) <= WIDTH;
        let shown_before = if whole { before } else { last_columns(before, BEFORE) };
        let room = WIDTH - width(shown_before, WIDTH);
        let shown_marked = if whole { marked } else { first_columns(marked, room) };
        let room = room - width(shown_marked, room);
        let shown_after = match whole {
            true => after,
            false if shown_marked.len() < marked.len() => "",
            false => whole_words(first_columns(after, room), after),
        };

        let mut piece = String::new();
        if shown_before.len() < before.len() {
            piece.push('…');
        }
        piece.push_str(&printable(shown_before));
        let from = piece.len();
        piece.push_str(&printable(shown_marked));
        let to = piece.len();
        piece.push_str(&printable(shown_after));
        if shown_marked.len() + shown_after.len() < marked.len() + after.len() {
            piece.push('…');
        }
        Self { text: piece, span: Span::new(from, to) }
    }
}

/// `text` without what a terminal would obey or what would turn the reading order: control characters and
/// marks that change the direction of writing are written out, a tab is four blanks.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(unsafe_to_print) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\t' => safe.push_str("    "),
            '\n' => safe.push(' '),
            '\r' | '\u{feff}' => {}
            c if unsafe_to_print(c) => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// True for what a terminal would obey, and for marks that change the order in which it shows text.
pub(super) fn unsafe_to_print(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// `text` with a part in bold; where the output is no terminal the marks are taken out again.
pub(super) fn bold(text: &str, part: Span) -> String {
    match (text.get(..part.start), text.get(part.start..part.end), text.get(part.end..)) {
        (Some(before), Some(marked), Some(after)) if !marked.is_empty() => {
            format!("{before}\u{1b}[1m{marked}\u{1b}[0m{after}")
        }
        _ => text.to_owned(),
    }
}

/// Columns that a terminal needs for `text`, counted no further than `most`.
fn width(text: &str, most: usize) -> usize {
    let mut columns = 0;
    for grapheme in text.graphemes(true) {
        columns += columns_of(grapheme);
        if columns >= most {
            return most;
        }
    }
    columns
}

/// Two for Hangul, Han, kana, full-width forms and emoji, else one.
fn columns_of(grapheme: &str) -> usize {
    let wide = |c: char| {
        matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f000}'..='\u{1faff}')
    };
    if grapheme.chars().next().is_some_and(wide) { 2 } else { 1 }
}

fn first_columns(text: &str, columns: usize) -> &str {
    let mut left = columns;
    for (at, grapheme) in text.grapheme_indices(true) {
        match left.checked_sub(columns_of(grapheme)) {
            Some(rest) => left = rest,
            None => return &text[..at],
        }
    }
    text
}

/// `piece`, the start of `text`, without the part of a word at its end.
fn whole_words<'t>(piece: &'t str, text: &str) -> &'t str {
    match piece.rfind(' ') {
        Some(blank) if piece.len() < text.len() && !text[piece.len()..].starts_with(' ') => &piece[..blank],
        _ => piece,
    }
}

/// The last `columns` columns of `text`, from the start of a word on where there is one.
fn last_columns(text: &str, columns: usize) -> &str {
    let mut left = columns;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        match left.checked_sub(columns_of(grapheme)) {
            Some(rest) => left = rest,
            None => {
                let tail = &text[at + grapheme.len()..];
                let word = tail.find(' ').map_or(tail, |blank| &tail[blank..]);
                return if word.trim().is_empty() { tail } else { word };
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, part: &str) -> (String, String) {
        let at = text.find(part).expect("the part");
        let excerpt = Excerpt::new(text, Span::new(at, at + part.len()));
        let under = excerpt.span.of(&excerpt.text).to_owned();
        (excerpt.text, under)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (text, under) = marked("one\r\nSeoul and 서울 met.\r\nthree", "서울");
        assert_eq!((text.as_str(), under.as_str()), ("Seoul and 서울 met.", "서울"));
    }

    #[test]
    fn a_long_line_is_cut_around_the_finding() {
        let line = format!("{} the agency KISA said {}", "word ".repeat(100), "more ".repeat(100));
        let (text, under) = marked(&line, "KISA");
        assert_eq!(under, "KISA");
        assert!(text.starts_with("… word word") && text.ends_with('…'), "{text}");
        assert!(text.chars().count() <= WIDTH + 2, "{text}");
    }

    #[test]
    fn the_finding_itself_may_be_long_or_of_two_lines() {
        let long = "a".repeat(500);
        assert_eq!(marked(&long, &long).1.len(), WIDTH);
        let (text, under) = marked("the Korea\nZinc works", "Korea\nZinc");
        assert_eq!((text.as_str(), under.as_str()), ("the Korea", "Korea"));
    }

    #[test]
    fn any_span_is_taken() {
        for (start, end) in [(0, 0), (1, 2), (7, 99), (99, 3)] {
            Excerpt::new("é\u{feff}\r\n한국", Span { start, end });
        }
    }

    #[test]
    fn what_a_terminal_obeys_is_written_out() {
        assert_eq!(printable("a\u{1b}[31mb\tc\u{202e}"), "a\\u{1b}[31mb    c\\u{202e}");
        assert!(matches!(printable("plain 한국"), Cow::Borrowed(_)));
    }
}

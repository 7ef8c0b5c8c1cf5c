//! Positions and edits, against a plain string.

use crate::support::random::{Random, rounds};
use masthead::text::{Buffer, Encoding, Lines, Position, Span};

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// All that has ever put a position off: line ends and what only looks like one, characters of one to four
/// bytes, combining marks, a byte order mark.
const PIECES: &[&str] = &[
    "a",
    "Seoul ",
    "é",
    "e\u{301}",
    "한국",
    "\u{1112}\u{1161}\u{11AB}",
    "😀",
    "👩\u{200D}🚀",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\u{2028}",
    "\u{85}",
    "\u{B}",
    "\u{C}",
    "\u{FEFF}",
    "\t",
    "“",
];

/// The last edge of a character, or of a CRLF, that is not behind `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let parts = text[..at].ends_with('\r') && text[at..].starts_with('\n');
    at - usize::from(parts)
}

/// The lines of `text`: start, and end before the break.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let crlf = c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some();
        if matches!(c, '\n' | '\r') {
            found.push((start, at));
            start = at + 1 + usize::from(crlf);
        }
    }
    found.push((start, text.len()));
    found
}

fn width(c: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => c.len_utf8(),
        Encoding::Utf16 => c.len_utf16(),
        Encoding::Utf32 => 1,
    }
}

fn position(text: &str, offset: usize, encoding: Encoding) -> Position {
    let at = floor(text, offset);
    let lines = lines(text);
    let line = lines.iter().rposition(|(start, _)| *start <= at).unwrap();
    let column = text[lines[line].0..at].chars().map(|c| width(c, encoding)).sum();
    Position { line, column }
}

/// The byte at which `position` stands in a plain string.
pub(crate) fn offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let Some(&(start, end)) = lines(text).get(position.line) else { return text.len() };
    let mut column = 0;
    for (at, c) in text[start..end].char_indices() {
        column += width(c, encoding);
        if column > position.column {
            return start + at;
        }
    }
    end
}

#[test]
fn every_place_of_an_awkward_text_is_found() {
    for seed in rounds(150) {
        let mut random = Random::new(seed);
        let text = random.text(PIECES, 20);
        let buffer = Buffer::new(&text);
        assert_eq!(buffer.text(), text);
        assert_eq!(buffer.len(), text.len());
        for encoding in ENCODINGS {
            for at in 0..text.len() + 3 {
                let place = buffer.position(at, encoding);
                assert_eq!(place, position(&text, at, encoding), "{text:?} at {at}, {encoding:?}");
                assert_eq!(
                    buffer.offset(place, encoding),
                    floor(&text, at),
                    "{text:?} at {at}, {encoding:?}"
                );
            }
            for line in 0..lines(&text).len() + 2 {
                for column in (0..12).chain([30, usize::MAX]) {
                    let place = Position { line, column };
                    let found = buffer.offset(place, encoding);
                    assert_eq!(found, offset(&text, place, encoding), "{text:?} at {place:?}, {encoding:?}");
                }
            }
        }
    }
}

#[test]
fn edits_equal_those_of_a_string() {
    rounds(60).for_each(|seed| edits(&mut Random::new(seed)));
}

pub(crate) fn edits(random: &mut Random) {
    let mut text = random.text(PIECES, 40);
    let mut buffer = Buffer::new(&text);
    for _ in 0..random.below(200) {
        let before = text.clone();
        let encoding = random.pick(&ENCODINGS);
        let mut place = || Position { line: random.below(12), column: random.below(30) };
        let (from, to) = (place(), place());
        let expected = Span::new(offset(&text, from, encoding), offset(&text, to, encoding));
        let span = Span::new(buffer.offset(from, encoding), buffer.offset(to, encoding));
        let insert = random.text(PIECES, 4);
        assert_eq!(buffer.slice(span), expected.of(&text));
        assert_eq!(buffer.splice(span, &insert), expected);
        text.replace_range(expected.start..expected.end, &insert);
        assert_eq!(buffer.text(), text, "{before:?} {from:?} to {to:?} ← {insert:?}");
    }
}

#[test]
fn an_edit_anywhere_is_clamped() {
    let mut buffer = Buffer::new("한a");
    assert_eq!(buffer.splice(Span::new(1, 99), "x"), Span::new(0, 4));
    assert_eq!(buffer.text(), "x");
    assert_eq!(buffer.splice(Span { start: 9, end: 3 }, "y"), Span::new(1, 1));
    assert_eq!(buffer.text(), "xy");
    assert!(!buffer.is_empty());
    assert_eq!(buffer.slice(Span::new(1, 9)), "y");
}

#[test]
fn a_long_text_keeps_its_places() {
    // Long enough for the rope to have many leaves, so that its chunk borders fall inside characters' runs.
    let text = "서울 Seoul 😀\r\nline\r".repeat(3000);
    let buffer = Buffer::new(&text);
    for (at, _) in text.char_indices().step_by(97) {
        for encoding in ENCODINGS {
            let place = buffer.position(at, encoding);
            assert_eq!(buffer.offset(place, encoding), floor(&text, at));
        }
    }
    assert_eq!(buffer.position(usize::MAX, Encoding::Utf16), Position { line: 6000, column: 0 });
}

#[test]
fn points_agree_with_positions() {
    let mut random = Random::new(2);
    for _ in 0..300 {
        let text = random.text(PIECES, 30);
        let buffer = Buffer::new(&text);
        let edges: Vec<usize> = (0..=text.len()).filter(|at| floor(&text, *at) == *at).collect();
        let at = random.pick(&edges);
        let point = Lines::new(&text).point(at);
        for encoding in ENCODINGS {
            assert_eq!(point.position(encoding), buffer.position(at, encoding), "{text:?} {at}");
        }
    }
}

//! Lines and columns of a text, counted once.

use super::span::{Locus, Point, Span};

/// What turns the bytes of a text into lines and columns without a look at the text: where its lines end, and which of
/// its characters are wider than a byte. Lines end at LF, CRLF or CR.
///
/// In English news little is noted but a few curly quotes and dashes, so that a place is found in a step or two.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lines {
    /// Bytes in the text.
    length: u32,
    breaks: Box<[Break]>,
    wide: Box<[Wide]>,
}

/// A line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Break {
    /// Byte behind it.
    end: u32,
    /// True for CRLF.
    pair: bool,
}

/// Characters in a row that take the same number of bytes, and more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wide {
    /// First byte.
    start: u32,
    /// Byte after the last.
    end: u32,
    /// Bytes of each.
    width: u32,
    /// By how much the bytes before exceed the UTF-16 units and the characters.
    before: Excess,
}

/// By how much bytes exceed UTF-16 units and characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Excess {
    utf16: u32,
    char: u32,
}

impl Lines {
    /// The lines of `text`. What stands behind the first 4 GiB is not counted.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        // Most paragraphs are one line: a list that fits takes one allocation.
        let mut breaks = Vec::with_capacity(ends.clone().count());
        breaks.extend(ends.map(|at| Break {
            end: at as u32 + 1,
            pair: bytes[at] == b'\n' && at > 0 && bytes[at - 1] == b'\r',
        }));
        Self { length: text.len() as u32, breaks: breaks.into(), wide: wide(text) }
    }

    /// Line breaks in the text.
    pub fn breaks(&self) -> usize {
        self.breaks.len()
    }

    /// The line and columns of byte `offset`, clamped into the text; inside a character or a CRLF those of its start.
    pub fn point(&self, offset: usize) -> Point {
        let (mut offset, excess) = self.excess(self.length.min(u32::try_from(offset).unwrap_or(u32::MAX)));
        let line = self.breaks.partition_point(|b| b.end <= offset);
        offset -= u32::from(self.breaks.get(line).is_some_and(|b| b.pair && b.end == offset + 1));
        let start = line.checked_sub(1).map_or(0, |before| self.breaks[before].end);
        let before = if start == 0 { Excess::default() } else { self.excess(start).1 };
        let byte = offset - start;
        Point {
            line: line as u32,
            byte,
            utf16: byte - (excess.utf16 - before.utf16),
            char: byte - (excess.char - before.char),
        }
    }

    /// A span with the lines and columns of its ends.
    pub fn locus(&self, span: Span) -> Locus {
        Locus { span, start: self.point(span.start), end: self.point(span.end) }
    }

    /// The start of the character at `offset`, and by how much the bytes before it exceed units and characters.
    fn excess(&self, offset: u32) -> (u32, Excess) {
        let next = self.wide.partition_point(|wide| wide.start < offset);
        let Some(wide) = next.checked_sub(1).map(|at| self.wide[at]) else {
            return (offset, Excess::default());
        };
        let many = (offset.min(wide.end) - wide.start) / wide.width;
        let floor = if offset < wide.end { wide.start + many * wide.width } else { offset };
        (floor, wide.before.and(many, wide.width))
    }
}

impl Excess {
    /// The excess behind `many` further characters of `width` bytes.
    fn and(self, many: u32, width: u32) -> Excess {
        // Four bytes are a pair of surrogates.
        let units = if width == 4 { 2 } else { 1 };
        Excess { utf16: self.utf16 + many * (width - units), char: self.char + many * (width - 1) }
    }
}

/// The runs of characters in `text` that are wider than a byte.
fn wide(text: &str) -> Box<[Wide]> {
    let mut found: Vec<Wide> = Vec::new();
    let mut at = 0;
    while let Some(more) = ascii(&text.as_bytes()[at..]) {
        let width = text[at + more..].chars().next().map_or(1, char::len_utf8) as u32;
        let start = (at + more) as u32;
        at += more + width as usize;
        match found.last_mut() {
            Some(last) if last.end == start && last.width == width => last.end += width,
            last => {
                let before = last.map_or(Excess::default(), |last| {
                    last.before.and((last.end - last.start) / last.width, last.width)
                });
                found.push(Wide { start, end: start + width, width, before });
            }
        }
    }
    found.into()
}

/// How many bytes of ASCII stand before the first other one; `None` where there is no other.
fn ascii(bytes: &[u8]) -> Option<usize> {
    // Eight at a time: there are many.
    let plain = |eight: &&[u8; 8]| u64::from_ne_bytes(**eight) & 0x8080_8080_8080_8080 == 0;
    let whole = 8 * bytes.as_chunks().0.iter().take_while(plain).count();
    bytes[whole..].iter().position(|byte| !byte.is_ascii()).map(|more| whole + more)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The point of `offset` by a count from the top.
    fn counted(text: &str, offset: usize) -> Point {
        let before = &text[..offset];
        let breaks = |text: &str| text.replace("\r\n", "\n").matches(['\n', '\r']).count() as u32;
        let line = &before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
        Point {
            line: breaks(before),
            byte: line.len() as u32,
            utf16: line.encode_utf16().count() as u32,
            char: line.chars().count() as u32,
        }
    }

    #[test]
    fn places_are_those_of_a_count_from_the_top() {
        for text in [
            "a = 1\r\n# 한국 🙂🙂é “b”\rb\n\nc\r\n",
            "",
            "\r\n",
            "\n\r",
            "🙂",
            "Ryu (류제명) said “no”.\nSo\r",
        ] {
            let lines = Lines::new(text);
            for at in 0..=text.len() + 3 {
                let mut start = text.floor_char_boundary(at);
                if text[..start].ends_with('\r') && text[start..].starts_with('\n') {
                    start -= 1;
                }
                assert_eq!(lines.point(at), counted(text, start), "{text:?} at {at}");
            }
            assert_eq!(lines.breaks() as u32, counted(text, text.len()).line, "{text:?}");
        }
    }
}

//! The text of an open article, in a rope.

use super::span::{Encoding, Position, Span};

/// The text of an open article: a rope that takes edits and turns positions into bytes and back.
///
/// Lines end at LF, CRLF or CR, as in LSP; U+2028, U+0085, VT and FF are ordinary characters.
/// Nothing here panics: a position or offset outside the text is clamped into it, and one inside a
/// character, a surrogate pair or a CRLF goes to its start.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    rope: ropey::Rope,
}

impl Buffer {
    /// A buffer that holds `text`.
    pub fn new(text: &str) -> Self {
        Self { rope: ropey::Rope::from_str(text) }
    }

    /// Bytes in it.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// True when it holds no text.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.rope.to_string()
    }

    /// The text in `span`, clamped and moved to character edges.
    pub fn slice(&self, span: Span) -> String {
        let (start, end) = self.chars(span);
        self.rope.slice(start..end).to_string()
    }

    /// Where byte `offset` stands.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let char = self.rope.byte_to_char(offset.min(self.len()));
        let char = char - usize::from(self.parts_crlf(char));
        let line = self.rope.char_to_line(char);
        let start = self.rope.line_to_char(line);
        let column = match encoding {
            Encoding::Utf8 => self.rope.char_to_byte(char) - self.rope.char_to_byte(start),
            Encoding::Utf16 => self.rope.char_to_utf16_cu(char) - self.rope.char_to_utf16_cu(start),
            Encoding::Utf32 => char - start,
        };
        Position { line, column }
    }

    /// The byte at which `position` stands. A column beyond the line's end is the line's end, before its
    /// break; a line beyond the last is the text's end.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        if position.line >= self.rope.len_lines() {
            return self.len();
        }
        let start = self.rope.line_to_char(position.line);
        let end = self.line_end(position.line, start);
        let line = self.rope.slice(start..end);
        let column = match encoding {
            Encoding::Utf8 => line.byte_to_char(position.column.min(line.len_bytes())),
            Encoding::Utf16 => line.utf16_cu_to_char(position.column.min(line.len_utf16_cu())),
            Encoding::Utf32 => position.column.min(line.len_chars()),
        };
        self.rope.char_to_byte(start + column)
    }

    /// Replaces `span` (clamped, moved to character edges) by `text`; returns the span that was replaced.
    pub fn splice(&mut self, span: Span, text: &str) -> Span {
        let (start, end) = self.chars(span);
        let replaced = Span::new(self.rope.char_to_byte(start), self.rope.char_to_byte(end));
        self.rope.remove(start..end);
        self.rope.insert(start, text);
        replaced
    }

    /// The characters of `span`: its start and end, each moved to the start of the character it is in.
    fn chars(&self, span: Span) -> (usize, usize) {
        let start = self.rope.byte_to_char(span.start.min(self.len()));
        let end = self.rope.byte_to_char(span.end.min(self.len()));
        (start, end.max(start))
    }

    /// True when character `char` is the LF of a CRLF.
    fn parts_crlf(&self, char: usize) -> bool {
        char > 0 && self.rope.get_char(char) == Some('\n') && self.rope.char(char - 1) == '\r'
    }

    /// The character at which the line that begins at character `start` ends, before its break.
    fn line_end(&self, line: usize, start: usize) -> usize {
        if line + 1 == self.rope.len_lines() {
            return self.rope.len_chars();
        }
        // Every line but the last ends in LF, CRLF or CR.
        let end = self.rope.line_to_char(line + 1) - 1;
        end - usize::from(end > start && self.parts_crlf(end))
    }
}

//! The text of an open article, in a rope.

use super::span::{Encoding, Position, Span};

/// The text of an open article: a rope that takes edits and turns positions into bytes and back.
///
/// Lines end at LF, CRLF or CR, as in LSP; U+2028, U+0085, VT and FF are ordinary characters.
/// Nothing here panics: a position or offset outside the text is clamped into it, and one inside a
/// character (or a surrogate pair) goes to that character's start.
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
    /// The text in `span`, clamped.
    pub fn slice(&self, span: Span) -> String {
        let _ = span;
        todo!()
    }
    /// Where byte `offset` stands.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let _ = (offset, encoding);
        todo!()
    }
    /// The byte at which `position` stands. A column beyond the line's end is the line's end (before its break).
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let _ = (position, encoding);
        todo!()
    }
    /// Replaces `span` (clamped, moved to character edges) by `text`; returns the span that was replaced.
    pub fn splice(&mut self, span: Span, text: &str) -> Span {
        let _ = (span, text);
        todo!()
    }
}

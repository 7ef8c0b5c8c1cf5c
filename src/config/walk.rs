//! Walks through a file to the place of a cursor, and on to its end: what stands behind the cursor counts, too.

use super::spot::Slot;
use super::tokens::{Tokens, is_word};
use crate::text::Span;
use toml_parser::lexer::TokenKind;

/// A table as far as it is known.
#[derive(Default)]
pub(super) struct Held {
    pub(super) path: Vec<String>,
    /// Its header, where it has one.
    pub(super) header: Option<Span>,
    /// Its keys and where they stand; of a list its words.
    pub(super) keys: Vec<(String, Span)>,
}

/// What is known of the place of the cursor.
pub(super) enum Found {
    /// It has not been reached.
    Not,
    /// The cursor is where nothing is to be written.
    Nowhere,
    /// This may be written there: behind these keys, in this table.
    Here { slot: Slot, path: Vec<String>, word: Option<Span>, table: usize },
}

/// What was seen on the way.
pub(super) struct Walked {
    /// All tables in the order of the file; the first is the file's top.
    pub(super) tables: Vec<Held>,
    pub(super) found: Found,
}

/// Walks through `text` with the cursor at byte `offset`. Time grows with the text.
pub(super) fn walk(text: &str, offset: usize) -> Walked {
    let (tokens, tables) = (Tokens::new(text), vec![Held::default()]);
    let mut reader = Reader { tokens, offset, tables, section: 0, outer: 0, found: Found::Not };
    reader.file();
    Walked { tables: reader.tables, found: reader.found }
}

struct Reader<'t> {
    tokens: Tokens<'t>,
    offset: usize,
    tables: Vec<Held>,
    /// The table that lines belong to, and the last one whose header has one name.
    section: usize,
    outer: usize,
    found: Found,
}

/// Brackets in brackets that are still looked into: no file of ours has more than three.
const DEEPEST: usize = 8;

impl Reader<'_> {
    fn find(&mut self, found: Found) {
        if matches!(self.found, Found::Not) {
            self.found = found;
        }
    }

    /// Takes the white space and comments that come next, over the ends of lines where `lines` says so. `slot` tells what
    /// may be written there, if anything. True when a new line began.
    fn blank(&mut self, lines: bool, slot: impl FnOnce() -> Option<(Slot, Vec<String>, usize)>) -> bool {
        let from = self.tokens.behind();
        let mut fresh = false;
        loop {
            match self.tokens.kind() {
                TokenKind::Whitespace => {}
                TokenKind::Newline if lines => fresh = true,
                TokenKind::Comment => {
                    let Span { start, end } = self.tokens.span();
                    if start < self.offset && self.offset <= end {
                        self.find(Found::Nowhere);
                    }
                }
                _ => break,
            }
            self.tokens.take();
        }
        let to = self.tokens.span().start;
        let within = from <= self.offset && (self.offset < to || self.offset == to && !self.tokens.is_word());
        if within && matches!(self.found, Found::Not) {
            self.found = match slot() {
                Some((slot, path, table)) => Found::Here { slot, path, word: None, table },
                None => Found::Nowhere,
            };
        }
        fresh
    }

    fn file(&mut self) {
        loop {
            let table = self.section;
            let path = self.tables[table].path.clone();
            let slot = Slot::Key { assigned: false, alone: true };
            self.blank(true, || Some((slot, path.clone(), table)));
            match self.tokens.kind() {
                TokenKind::Eof => return,
                TokenKind::LeftSquareBracket => self.header(),
                kind if is_word(kind) => self.pair(&path, table, true, 0),
                _ => self.tokens.take(),
            }
            self.end_line();
        }
    }

    /// Takes what is left of a line, where nothing more is to be written.
    fn end_line(&mut self) {
        self.blank(false, || None);
        while !matches!(self.tokens.kind(), TokenKind::Newline | TokenKind::Eof) {
            self.tokens.take();
            self.blank(false, || None);
        }
    }

    fn header(&mut self) {
        let start = self.tokens.span().start;
        let (mut path, mut end) = (Vec::new(), start);
        while !matches!(self.tokens.kind(), TokenKind::Newline | TokenKind::Eof | TokenKind::Comment) {
            if self.tokens.is_word() {
                path.push(self.tokens.name());
            }
            if self.tokens.kind() != TokenKind::Whitespace {
                end = self.tokens.span().end;
            }
            self.tokens.take();
        }
        let span = Span::new(start, end);
        if let ([first, second, ..], outer) = (path.as_slice(), &mut self.tables[self.outer])
            && outer.path.first() == Some(first)
        {
            outer.keys.push((second.clone(), span));
        }
        self.section = self.tables.len();
        if path.len() < 2 {
            self.outer = self.section;
        }
        self.tables.push(Held { path: path.clone(), header: Some(span), keys: Vec::new() });
        if span.touches(self.offset) {
            self.find(Found::Here { slot: Slot::Header, path, word: Some(span), table: 0 });
        }
    }

    /// Reads `key = value`, as far as it is there. The next token is a word.
    fn pair(&mut self, path: &[String], table: usize, alone: bool, depth: usize) {
        let mut path = path.to_vec();
        let above = path.len();
        while self.tokens.is_word() {
            let (name, span, first) = (self.tokens.name(), self.tokens.span(), path.len() == above);
            if first {
                self.tables[table].keys.push((name.clone(), span));
            }
            if span.touches(self.offset) {
                let slot = Slot::Key { assigned: self.tokens.is_assigned_key(), alone: alone && first };
                self.find(Found::Here { slot, path: path.clone(), word: Some(span), table });
            }
            path.push(name);
            self.tokens.take();
            self.blank(false, || None);
            if self.tokens.kind() != TokenKind::Dot {
                break;
            }
            self.tokens.take();
            let slot = Slot::Key { assigned: false, alone: false };
            // What a dotted key may go on with is another table's: what that has is not looked for.
            self.blank(false, || Some((slot, path.clone(), table)));
        }
        if self.tokens.kind() == TokenKind::Equals {
            self.tokens.take();
            self.blank(false, || Some((Slot::Value { listed: false }, path.clone(), table)));
            self.value(&path, table, false, depth);
        }
    }

    fn value(&mut self, path: &[String], table: usize, listed: bool, depth: usize) {
        match self.tokens.kind() {
            TokenKind::LeftSquareBracket if depth < DEEPEST => {
                self.tokens.take();
                self.list(path, depth + 1);
            }
            TokenKind::LeftCurlyBracket if depth < DEEPEST => {
                self.tokens.take();
                self.group(path, depth + 1);
            }
            kind if is_word(kind) => {
                // A number with a fraction is three tokens.
                let (start, name) = (self.tokens.span().start, self.tokens.name());
                while self.tokens.is_word() || self.tokens.kind() == TokenKind::Dot {
                    self.tokens.take();
                }
                let span = Span::new(start, self.tokens.behind());
                if listed {
                    self.tables[table].keys.push((name, span));
                }
                if span.touches(self.offset) {
                    let (slot, path) = (Slot::Value { listed }, path.to_vec());
                    self.find(Found::Here { slot, path, word: Some(span), table });
                }
            }
            _ => {}
        }
    }

    /// Reads a list behind its bracket.
    fn list(&mut self, path: &[String], depth: usize) {
        let table = self.tables.len();
        self.tables.push(Held { path: path.to_vec(), ..Held::default() });
        loop {
            let slot = Slot::Value { listed: true };
            let fresh = self.blank(true, || Some((slot, path.to_vec(), table)));
            if fresh && (self.tokens.is_header() || self.tokens.is_assigned_key()) {
                return self.tokens.give_back_line();
            }
            match self.tokens.kind() {
                TokenKind::Eof => return,
                TokenKind::RightSquareBracket => return self.tokens.take(),
                TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket if depth < DEEPEST => {
                    self.value(path, table, true, depth);
                    self.blank(false, || None);
                }
                kind if is_word(kind) => {
                    self.value(path, table, true, depth);
                    self.blank(false, || None);
                }
                _ => self.tokens.take(),
            }
        }
    }

    /// Reads a table behind its brace.
    fn group(&mut self, path: &[String], depth: usize) {
        let table = self.tables.len();
        self.tables.push(Held { path: path.to_vec(), ..Held::default() });
        // A key may follow a brace or a comma on a line of its own.
        let mut open = true;
        loop {
            let slot = Slot::Key { assigned: false, alone: false };
            let fresh = self.blank(true, || Some((slot, path.to_vec(), table)));
            let key = self.tokens.is_word();
            let next_item = self.tokens.kind() == TokenKind::LeftCurlyBracket;
            if fresh && (self.tokens.is_header() || next_item || !open && self.tokens.is_assigned_key()) {
                return self.tokens.give_back_line();
            }
            open = self.tokens.kind() == TokenKind::Comma;
            match self.tokens.kind() {
                TokenKind::Eof | TokenKind::RightSquareBracket => return,
                TokenKind::RightCurlyBracket => return self.tokens.take(),
                _ if key => {
                    self.pair(path, table, false, depth);
                    self.blank(false, || None);
                }
                _ => self.tokens.take(),
            }
        }
    }
}

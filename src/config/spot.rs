//! Where a cursor stands in a hand-written TOML file, however half-written: in a header, at a key, at a value.
//!
//! The file is read by the tokens of the TOML parser, which is always possible, and by the structure that a person sees:
//! a bracket that was never closed ends where a line looks like a header, or like a key behind a finished value.

use super::tokens::{Tokens, is_word};
use crate::text::Span;
use toml_parser::lexer::TokenKind;

/// What may be written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A `[header]`.
    Header,
    /// A key.
    Key {
        /// True where "=" stands behind it already.
        assigned: bool,
        /// True for the first word of a line outside all brackets, where a header might stand too.
        alone: bool,
    },
    /// A value.
    Value {
        /// True where it is one of a list.
        listed: bool,
    },
}

/// A place in a hand-written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What may be written there.
    pub slot: Slot,
    /// The keys that lead there from the top of the file: the names of a header, those of a key's table, those of a value
    /// with its own key. Lists count for nothing: `entity`, `relations`, `target`.
    pub path: Vec<String>,
    /// What stands there, with its quotes or its brackets; none where nothing does.
    pub word: Option<Span>,
    /// The keys that its table has besides.
    pub given: Vec<String>,
    /// The tables and keys that the file has at its top.
    pub sections: Vec<String>,
}

/// The place at byte `offset` of `text`; `None` where nothing is to be written, as in a comment.
pub fn spot(text: &str, offset: usize) -> Option<Spot> {
    let tokens = Tokens::new(text);
    let mut reader = Reader { tokens, offset, tables: vec![Held::default()], found: Found::Not };
    reader.file();
    let Found::Here { slot, path, word, table } = reader.found else { return None };
    let mut given: Vec<String> = reader.tables[table].keys.iter().map(|(key, _)| key.clone()).collect();
    if let Some(own) = reader.tables[table].keys.iter().position(|(_, span)| word == Some(*span)) {
        given.remove(own);
    }
    let own = |table: &Held| word.is_some_and(|word| slot == Slot::Header && table.header == Some(word));
    let heads = reader.tables.iter().filter(|table| table.header.is_some() && !own(table));
    let heads = heads.filter_map(|table| table.path.first().cloned());
    let sections = reader.tables[0].keys.iter().map(|(key, _)| key.clone()).chain(heads).collect();
    Some(Spot { slot, path, word, given, sections })
}

/// A table as far as it is known.
#[derive(Default)]
struct Held {
    path: Vec<String>,
    /// Its header, where it has one.
    header: Option<Span>,
    keys: Vec<(String, Span)>,
}

enum Found {
    Not,
    /// The cursor is where nothing is to be written.
    Nowhere,
    Here {
        slot: Slot,
        path: Vec<String>,
        word: Option<Span>,
        table: usize,
    },
}

struct Reader<'t> {
    tokens: Tokens<'t>,
    offset: usize,
    tables: Vec<Held>,
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
            let table = self.tables.iter().rposition(|table| table.header.is_some()).unwrap_or(0);
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
        if let Some((name, above)) = path.split_last()
            && let Some(above) =
                self.tables.iter_mut().rfind(|table| !above.is_empty() && table.path == above)
        {
            above.keys.push((name.clone(), span));
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
                self.list(path, table, depth + 1);
            }
            TokenKind::LeftCurlyBracket if depth < DEEPEST => {
                self.tokens.take();
                self.group(path, depth + 1);
            }
            kind if is_word(kind) => {
                // A number with a fraction is three tokens.
                let start = self.tokens.span().start;
                while self.tokens.is_word() || self.tokens.kind() == TokenKind::Dot {
                    self.tokens.take();
                }
                let span = Span::new(start, self.tokens.behind());
                if span.touches(self.offset) {
                    let (slot, path) = (Slot::Value { listed }, path.to_vec());
                    self.find(Found::Here { slot, path, word: Some(span), table });
                }
            }
            _ => {}
        }
    }

    /// Reads a list behind its bracket.
    fn list(&mut self, path: &[String], table: usize, depth: usize) {
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

#[cfg(test)]
mod tests {
    use super::{Slot, Spot, spot};

    /// The place at the `|` of a text.
    fn at(marked: &str) -> Option<(Spot, String)> {
        let offset = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let spot = spot(&text, offset)?;
        let word = spot.word.map_or(String::new(), |word| word.of(&text).to_owned());
        Some((spot, word))
    }

    /// "key entity.relations ‹ty› of type target".
    fn told(marked: &str) -> String {
        let Some((Spot { slot, path, given, .. }, word)) = at(marked) else { return "nothing".to_owned() };
        let slot = match slot {
            Slot::Header => "header",
            Slot::Key { alone: true, .. } => "key or header",
            Slot::Key { .. } => "key",
            Slot::Value { listed: true } => "item",
            Slot::Value { .. } => "value",
        };
        let given = if given.is_empty() { String::new() } else { format!(" beside {}", given.join(" ")) };
        format!("{slot} {} ‹{word}›{given}", path.join("."))
    }

    #[test]
    fn every_place_is_known() {
        for (text, place) in [
            ("|", "key or header  ‹›"),
            ("[fi|", "header fi ‹[fi›"),
            ("[files|]\n", "header files ‹[files]›"),
            ("[files]\n|", "key or header files ‹›"),
            ("[files]\ninclude = []\nex|\n[style]\n", "key or header files ‹ex› beside include"),
            ("[files]\nex|\ninclude = []\n", "key or header files ‹ex› beside include"),
            ("[files] |\n", "nothing"),
            ("# a | b\n", "nothing"),
            ("[style]\nacronyms = |\n", "value style.acronyms ‹› beside acronyms"),
            ("[style]\nacronyms = \"a|\n[x]\n", "value style.acronyms ‹\"a› beside acronyms"),
            ("[style]\nacronyms = \"ap\" |\n", "nothing"),
            ("style.acronyms = a|", "value style.acronyms ‹a› beside style"),
            ("style.|", "key style ‹› beside style"),
            ("[x]\nkind |\n", "nothing"),
        ] {
            assert_eq!(told(text), place, "{text}");
        }
    }

    #[test]
    fn brackets_are_looked_into() {
        for (text, place) in [
            ("a = [|]", "item a ‹› beside a"),
            ("a = [\n  \"x\",\n  |\n]\nb = 1", "item a ‹› beside a b"),
            ("a = [\"x|\"]", "item a ‹\"x\"› beside a"),
            ("a = { | }", "key a ‹›"),
            ("a = { b = 1, c| }", "key a ‹c› beside b"),
            ("a = { b = | }", "value a.b ‹› beside b"),
            ("a = [{ b = \"x\", | }, { c = 1 }]", "key a ‹› beside b"),
            ("a = [\n  { b = 1 },\n  { c| },\n]", "key a ‹c›"),
            ("[[e]]\na = [{ b = 2026-05-2|8 }]", "value e.a.b ‹2026-05-28› beside b"),
            ("[[e]]\nx = 1\n[[e.a]]\nb = 1\n[[e]]\n|", "key or header e ‹›"),
            ("[[e]]\n|\n[[e.a]]\nb = 1\n", "key or header e ‹› beside a"),
        ] {
            assert_eq!(told(text), place, "{text}");
        }
    }

    #[test]
    fn what_was_never_closed_ends_where_a_person_sees_it_end() {
        for (text, place) in [
            ("a = [\"x\"\n\n[b]\nc|", "key or header b ‹c›"),
            ("a = [\"x\",\nb = |\n", "value b ‹› beside a b"),
            ("a = { b = 1\nc = |\n", "value c ‹› beside a c"),
            ("a = [\n  { b = 1, \n  { c = | },\n]\nd = 1", "value a.c ‹› beside c"),
            ("a = [\n  { b = 1, |\n  { c = 2 },\n]\n", "key a ‹› beside b"),
            ("a = [\n  { b = |\n]\nd = 1\n", "value a.b ‹› beside b"),
            ("a = \"x\nb = |", "value b ‹› beside a b"),
            ("[[a]\nb|", "key or header a ‹b›"),
            ("] }\n= 3\n|", "key or header  ‹›"),
        ] {
            assert_eq!(told(text), place, "{text}");
        }
    }

    #[test]
    fn what_stands_behind_a_key_and_at_the_top_is_told() {
        let (spot, _) = at("as-of = 1\n[a]\n|b = 1\n[[c]]\n").expect("a place");
        assert_eq!(spot.slot, Slot::Key { assigned: true, alone: true });
        assert_eq!(spot.sections, ["as-of", "a", "c"]);
        let (spot, _) = at("[a]\n[b|]\n").expect("a place");
        assert_eq!(spot.sections, ["a"]);
    }

    #[test]
    fn no_text_is_too_odd() {
        let odd =
            ["\u{feff}[x]\r\n|한 = 글\r", "'''|", "a.b.|c.= {[}]", "\0|", "{|", "[|", "[[|]", "a = [[[[|"];
        for text in odd {
            let _ = at(text);
        }
        let text = "[a]\nb = [{ c = \"류\", d = 'x' }, # e\n]\n\"f\" = 1.5\r\n";
        let cut = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for end in cut {
            for offset in (0..=end).filter(|offset| text.is_char_boundary(*offset)) {
                let _ = spot(&text[..end], offset);
            }
        }
        let deep = format!("a = {}", "[{b=".repeat(100_000));
        let _ = spot(&deep, deep.len());
    }
}

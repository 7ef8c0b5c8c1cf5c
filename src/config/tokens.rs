//! A file as the tokens of the TOML parser, which every text can be read into, and a place among them.

use super::toml::is_header;
use crate::text::Span;
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// The tokens of a text, taken one by one.
pub(super) struct Tokens<'t> {
    text: &'t str,
    /// The last is the end of the file.
    list: Vec<Token>,
    at: usize,
}

/// True for what a key or a value may be: a bare word, or a text in quotes of any sort.
pub(super) fn is_word(kind: TokenKind) -> bool {
    use TokenKind::{Atom, BasicString, LiteralString, MlBasicString, MlLiteralString};
    matches!(kind, Atom | BasicString | LiteralString | MlBasicString | MlLiteralString)
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, list: Source::new(text).lex().into_vec(), at: 0 }
    }

    /// What comes next; at the end that, again and again.
    pub(super) fn kind(&self) -> TokenKind {
        self.list.get(self.at).map_or(TokenKind::Eof, Token::kind)
    }

    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        let end = Span::new(self.text.len(), self.text.len());
        self.list.get(self.at).map_or(end, |token| Span::new(token.span().start(), token.span().end()))
    }

    /// It, without quotes.
    pub(super) fn name(&self) -> String {
        self.span().of(self.text).trim_matches(['"', '\'']).to_owned()
    }

    /// True for a word.
    pub(super) fn is_word(&self) -> bool {
        is_word(self.kind())
    }

    /// True for a key with "=" behind it in its line.
    pub(super) fn is_assigned_key(&self) -> bool {
        let key = |kind| is_word(kind) || matches!(kind, TokenKind::Dot | TokenKind::Whitespace);
        let mut behind = self.list.iter().skip(self.at).map(Token::kind);
        self.is_word() && behind.find(|kind| !key(*kind)) == Some(TokenKind::Equals)
    }

    /// True for a line that no bracket can hold: a header.
    pub(super) fn is_header(&self) -> bool {
        let line = self.text[self.span().start..].lines().next().unwrap_or_default();
        self.kind() == TokenKind::LeftSquareBracket && is_header(line)
    }

    /// Takes it.
    pub(super) fn take(&mut self) {
        self.at += 1;
    }

    /// The byte behind the last one that was taken.
    pub(super) fn behind(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|at| self.list.get(at));
        last.map_or(0, |token| token.span().end())
    }

    /// Gives back the white space in front of a line, with the end of the line before it: the line is to begin anew.
    pub(super) fn give_back_line(&mut self) {
        let before =
            |tokens: &Self, kind| tokens.at.checked_sub(1).map(|at| tokens.list[at].kind()) == Some(kind);
        while before(self, TokenKind::Whitespace) {
            self.at -= 1;
        }
        if before(self, TokenKind::Newline) {
            self.at -= 1;
        }
    }
}

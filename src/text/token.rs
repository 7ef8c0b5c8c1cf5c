//! Words and marks.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of letters and digits of any script but Hangul, Han and Kana.
    Word,
    /// A run of Hangul syllables.
    Hangul,
    /// A run of Han or Kana.
    Han,
    /// One punctuation mark or symbol.
    Mark,
    /// Something that was cut out (code, a tag): names do not reach across it.
    Barrier,
}

/// A word or a mark.
///
/// A word is a run of letters and digits of one script: "GPT-5.5-Cyber" is `GPT`, `-`, `5`, `.`, `5`, `-`,
/// `Cyber`; "Women's" is `Women`, `'`, `s`; "KISA가" is `KISA`, `가`. Combining marks, soft hyphens and
/// zero-width characters inside a word belong to it and do not count in its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Hash of the NFC text with its case; equal words have equal keys.
    pub exact: u64,
    /// Hash of the NFC text in lower case, curly quotes made straight, U+2010 and U+2011 made "-".
    pub folded: u64,
    /// What it is.
    pub kind: TokenKind,
    /// True when white space stands before it (or it is the first).
    pub gap: bool,
    /// True when it begins with an upper-case or title-case letter.
    pub capital: bool,
    /// True when it holds at least two letters, all of them upper case (digits are allowed beside them).
    pub all_caps: bool,
    /// True when it holds a digit.
    pub digit: bool,
}

impl Token {
    /// The token's bytes in the text that it was cut from.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
    /// Its place.
    pub fn span(&self) -> super::span::Span {
        super::span::Span { start: self.start as usize, end: self.end as usize }
    }
}

/// The words and marks of `text`, in order. White space (NBSP, U+3000 and line breaks too) parts tokens.
pub fn tokens(text: &str) -> Vec<Token> {
    let _ = text;
    todo!()
}

/// The text that stands behind [`Token::folded`]: NFC, lower case, straight quotes, plain hyphens, without
/// soft hyphens and zero-width characters, every run of white space one space.
pub fn fold(text: &str) -> String {
    let _ = text;
    todo!()
}

/// True for Hangul syllables and jamo.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

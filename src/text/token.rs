//! Words and marks.

use super::word::{AsciiWord, WordEnds, key};
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Stands for something opaque (code, an HTML tag, a URL) that was cut out of a text.
pub(super) const BARRIER: char = '\u{1}';

/// Stands for markup inside or at the edge of a word, which the reader does not see: `**` in
/// `**KISA**'s`. It takes its byte in a word's span and counts nowhere else.
pub(super) const HIDDEN: char = '\u{2}';

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of letters and digits of any script but Hangul, Han and Kana.
    Word,
    /// A run of Hangul syllables and jamo.
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
/// A word is a run of letters and digits, broken where Hangul or Han begins or ends: "GPT-5.5-Cyber" is
/// `GPT`, `-`, `5`, `.`, `5`, `-`, `Cyber`; "Women's" is `Women`, `'`, `s`; "KISA가" is `KISA`, `가`.
/// Combining marks behind a character belong to its token. Soft hyphens and zero-width characters inside a
/// word belong to it and do not count in its keys; at its edges they are skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Hash of the NFC text with its case; equal words have equal keys.
    pub exact: u64,
    /// Hash of [`fold`](super::fold()) of the text.
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
    /// True for a word that has a capital, in front or inside: folding changes it.
    pub fn has_capital(&self) -> bool {
        self.exact != self.folded && self.kind != TokenKind::Mark
    }

    /// The token's bytes in the text that it was cut from.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
    /// The character, for a mark without combining ones behind it.
    #[inline]
    pub fn mark(&self, text: &str) -> Option<char> {
        match (self.kind, self.end - self.start) {
            (TokenKind::Mark, 1) => text.as_bytes().get(self.start as usize).map(|byte| char::from(*byte)),
            (TokenKind::Mark, length) => {
                self.of(text).chars().next().filter(|c| c.len_utf8() == length as usize)
            }
            _ => None,
        }
    }
    /// Its place.
    pub fn span(&self) -> super::span::Span {
        super::span::Span { start: self.start as usize, end: self.end as usize }
    }
    /// True for a word of any script, false for marks and barriers.
    pub fn is_word(&self) -> bool {
        !matches!(self.kind, TokenKind::Mark | TokenKind::Barrier)
    }
}

/// The words and marks of `text`, in order. White space (NBSP, U+3000 and line breaks too) parts tokens.
///
/// Offsets are 32 bits wide: what stands behind the first 4 GiB is not read.
pub fn tokens(text: &str) -> Vec<Token> {
    // English news has a token every five bytes or so; a second allocation is dearer than some slack.
    let mut found = Vec::with_capacity(text.len() / 4 + 4);
    add_tokens(text, &mut found);
    found
}

/// Adds the [`tokens`] of `text` to those that are there.
pub(super) fn add_tokens(text: &str, found: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let class = |at: usize| bytes.get(at).map_or(Class::Space, |byte| CLASS[*byte as usize]);
    let ends = |at: usize| class(at) != Class::Wide || print_mark(&bytes[at..]).is_some();
    let mut word_ends = WordEnds::new(bytes);
    let mut at = 0;
    let mut gap = true;
    while at < bytes.len() && at < u32::MAX as usize {
        // Where what follows is not ASCII, a letter, a combining mark or hidden markup may go on with a word or mark; the
        // marks of print do not.
        let end = match class(at) {
            Class::Space => {
                gap = true;
                at += 1;
                continue;
            }
            Class::Word => {
                let end = word_ends.end(at);
                ends(end).then(|| {
                    let word = AsciiWord::of(bytes, at, end);
                    found.push(Token {
                        start: at as u32,
                        end: end as u32,
                        exact: word.exact,
                        folded: word.folded,
                        kind: TokenKind::Word,
                        gap,
                        capital: word.capital,
                        all_caps: word.all_caps,
                        digit: word.digit,
                    });
                    end
                })
            }
            Class::Mark => ends(at + 1).then(|| {
                found.push(no_word(TokenKind::Mark, bytes, at, at + 1, gap));
                at + 1
            }),
            Class::Opaque => {
                let length = bytes[at..].iter().take_while(|byte| **byte == BARRIER as u8).count();
                found.push(no_word(TokenKind::Barrier, bytes, at, at + length, gap));
                Some(at + length)
            }
            Class::Wide => typographic(bytes, at, gap).map(|mark| {
                found.push(mark);
                mark.end as usize
            }),
        };
        at = match end {
            Some(end) => {
                gap = false;
                end
            }
            None => wide(text, at, &mut gap, found),
        };
    }
}

/// True for Hangul syllables and jamo.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

/// What a byte begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    Mark,
    Opaque,
    /// What is not ASCII, or hidden markup: that takes reading characters.
    Wide,
}

static CLASS: [Class; 256] = {
    let mut table = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Word,
            1 => Class::Opaque,
            2 => Class::Wide,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};

/// A mark or a barrier.
#[inline]
fn no_word(kind: TokenKind, bytes: &[u8], start: usize, end: usize, gap: bool) -> Token {
    let exact = key(&bytes[start..end]);
    let (start, end) = (start as u32, end as u32);
    Token { start, end, exact, folded: exact, kind, gap, capital: false, all_caps: false, digit: false }
}

/// The curly quote, the dash or another of the common marks of print (U+2010 to U+2027) that `bytes` begin with. It goes
/// on with nothing before it.
fn print_mark(bytes: &[u8]) -> Option<char> {
    let [0xE2, 0x80, last @ 0x90..=0xA7, ..] = bytes else { return None };
    char::from_u32(0x2000 | u32::from(*last & 0x3F))
}

/// The mark of print at `at`, where it stands before a visible character of ASCII or another such mark, so that nothing
/// combines with it.
#[inline(never)]
fn typographic(bytes: &[u8], at: usize, gap: bool) -> Option<Token> {
    let mark = print_mark(&bytes[at..])?;
    let rest = &bytes[at + 3..];
    let visible = |next: &u8| next.is_ascii() && *next != HIDDEN as u8;
    if !rest.first().is_none_or(visible) && print_mark(rest).is_none() {
        return None;
    }
    let token = no_word(TokenKind::Mark, bytes, at, at + 3, gap);
    // None of them has a case.
    let straight = straight(mark);
    Some(if straight == mark { token } else { Token { folded: key(&[straight as u8]), ..token } })
}

/// Reads on from `at`, where something is not ASCII: white space, ignorable characters, or one token.
/// Returns where reading goes on.
#[inline(never)]
fn wide(text: &str, at: usize, gap: &mut bool, found: &mut Vec<Token>) -> usize {
    let mut chars = text[at..].char_indices();
    let Some((_, first)) = chars.next() else { return text.len() };
    if first.is_whitespace() {
        *gap = true;
        return at + first.len_utf8();
    }
    if is_ignorable(first) {
        return at + first.len_utf8();
    }
    let kind = kind_of(first);
    let mut end = at + first.len_utf8();
    for (offset, c) in chars {
        if is_ignorable(c) {
            continue;
        }
        let alike = kind != TokenKind::Mark && kind_of(c) == kind;
        if !alike && !combines(c) {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    found.push(wide_token(text, at, end, first, kind, *gap));
    *gap = false;
    end
}

fn wide_token(text: &str, start: usize, end: usize, first: char, kind: TokenKind, gap: bool) -> Token {
    let source = &text[start..end];
    let exact = key(normal(visible(source)).as_bytes());
    let word = kind == TokenKind::Word;
    let mut token = Token {
        start: start as u32,
        end: end as u32,
        exact,
        // Hangul and Han have no case.
        folded: exact,
        kind,
        gap,
        capital: word && is_capital(first),
        all_caps: false,
        digit: word && source.contains(char::is_numeric),
    };
    if word || kind == TokenKind::Mark {
        token.folded = key(normal(lower(source).collect::<String>().into()).as_bytes());
        let letters = source.chars().filter(|c| c.is_alphabetic() && !combines(*c)).count();
        token.all_caps = letters >= 2 && letters == source.chars().filter(|c| c.is_uppercase()).count();
    }
    token
}

/// What counts of a token's text.
fn visible(source: &str) -> Cow<'_, str> {
    match source.contains(is_ignorable) {
        false => source.into(),
        true => source.chars().filter(|c| !is_ignorable(*c)).collect::<String>().into(),
    }
}

/// `text` in NFC, which it mostly is in already.
fn normal(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.chars().all(is_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text;
    }
    text.nfc().collect::<String>().into()
}

/// True for the common characters that NFC leaves alone whatever stands around them, as long as that is one
/// of them too: a short cut, to be had without a table.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{3041}'..='\u{3096}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}')
}

/// True for a mark that goes with the character before it.
fn combines(c: char) -> bool {
    c >= '\u{300}' && is_combining_mark(c)
}

/// The characters that count, in lower case, quotes made straight and hyphens plain; not yet in NFC.
pub(super) fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !is_ignorable(*c)).flat_map(fold_char)
}

/// What [`fold`](super::fold()) makes of a character before it is composed with others.
pub(super) fn fold_char(c: char) -> std::char::ToLowercase {
    straight(c).to_lowercase()
}

/// Quotes made straight and hyphens plain: characters of ASCII.
fn straight(c: char) -> char {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{2BC}' | '\u{FF07}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{FF02}' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    }
}

pub(super) fn kind_of(c: char) -> TokenKind {
    match c {
        BARRIER => TokenKind::Barrier,
        _ if is_hangul(c) => TokenKind::Hangul,
        _ if is_han(c) => TokenKind::Han,
        // The modifier apostrophe is a letter to Unicode and an apostrophe to its writers.
        '\u{2BC}' => TokenKind::Mark,
        _ if c.is_alphanumeric() => TokenKind::Word,
        _ => TokenKind::Mark,
    }
}

/// True for Han characters, Kana and the marks that are written inside their words.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

/// True for what is not seen and does not part words: hidden markup, soft hyphens, zero-width characters,
/// direction marks and variation selectors.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c, HIDDEN | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn is_capital(c: char) -> bool {
    c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase() && c.to_lowercase().next() != Some(c))
}

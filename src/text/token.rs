//! Words and marks.

use rustc_hash::FxHasher;
use std::hash::Hasher;
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
    /// Hash of [`fold`] of the text.
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
    /// True for a word of any script, false for marks and barriers.
    pub fn is_word(&self) -> bool {
        !matches!(self.kind, TokenKind::Mark | TokenKind::Barrier)
    }
}

/// The words and marks of `text`, in order. White space (NBSP, U+3000 and line breaks too) parts tokens.
///
/// Offsets are 32 bits wide: what stands behind the first 4 GiB is not read.
pub fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    // English news has a token every five bytes or so; a second allocation is dearer than some slack.
    let mut found = Vec::with_capacity(text.len() / 5 + 4);
    let mut at = 0;
    let mut gap = true;
    while at < bytes.len() && at < u32::MAX as usize {
        let byte = bytes[at];
        if byte >= 0x80 {
            at = wide(text, at, &mut gap, &mut found);
            continue;
        }
        match CLASS[byte as usize] {
            Class::Space => {
                gap = true;
                at += 1;
            }
            Class::Hidden => at += 1,
            class => {
                let end = ascii_end(bytes, at, class);
                // A letter, a combining mark or hidden markup may go on with it: read it as Unicode.
                if bytes.get(end).is_some_and(|&b| b >= 0x80 || b == HIDDEN as u8) && class != Class::Barrier
                {
                    at = wide(text, at, &mut gap, &mut found);
                    continue;
                }
                found.push(ascii_token(bytes, at, end, class, gap));
                gap = false;
                at = end;
            }
        }
    }
    found
}

/// The text that stands behind [`Token::folded`]: NFC, lower case, straight quotes, plain hyphens, without
/// soft hyphens and zero-width characters, every run of white space one space.
pub fn fold(text: &str) -> String {
    let shown = text.chars().filter(|c| !is_ignorable(*c));
    // ASCII is composed already; composing would take most of the time that rules spend on comparing names.
    if text.is_ascii() { fold_composed(shown, text.len()) } else { fold_composed(shown.nfc(), text.len()) }
}

fn fold_composed(composed: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut space = false;
    for c in composed {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if std::mem::take(&mut space) {
            folded.push(' ');
        }
        push_folded(c, &mut folded);
    }
    if space {
        folded.push(' ');
    }
    folded
}

/// True for Hangul syllables and jamo.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

/// What an ASCII byte is for the fast path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    Mark,
    Barrier,
    Hidden,
}

static CLASS: [Class; 128] = {
    let mut table = [Class::Mark; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Word,
            1 => Class::Barrier,
            2 => Class::Hidden,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};

/// Where the ASCII run of `class` that begins at `at` ends: a mark stands alone.
fn ascii_end(bytes: &[u8], at: usize, class: Class) -> usize {
    if class == Class::Mark {
        return at + 1;
    }
    let more = bytes[at + 1..].iter().take_while(|&&b| b < 0x80 && CLASS[b as usize] == class).count();
    at + 1 + more
}

fn ascii_token(bytes: &[u8], start: usize, end: usize, class: Class, gap: bool) -> Token {
    let word = &bytes[start..end];
    let mut token = Token {
        start: start as u32,
        end: end as u32,
        exact: hash(word),
        folded: 0,
        kind: match class {
            Class::Word => TokenKind::Word,
            Class::Barrier => TokenKind::Barrier,
            _ => TokenKind::Mark,
        },
        gap,
        capital: word[0].is_ascii_uppercase(),
        all_caps: false,
        digit: false,
    };
    token.folded = token.exact;
    if class == Class::Word {
        let upper = word.iter().filter(|b| b.is_ascii_uppercase()).count();
        let digits = word.iter().filter(|b| b.is_ascii_digit()).count();
        token.digit = digits > 0;
        token.all_caps = upper >= 2 && upper + digits == word.len();
        if upper > 0 {
            token.folded = hash_lower(word);
        }
    }
    token
}

/// The key of a text that is already normalized.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// The key of an ASCII word in lower case.
fn hash_lower(word: &[u8]) -> u64 {
    let mut small = [0u8; 32];
    match small.get_mut(..word.len()) {
        Some(small) => {
            small.copy_from_slice(word);
            small.make_ascii_lowercase();
            hash(small)
        }
        None => hash(&word.to_ascii_lowercase()),
    }
}

/// Reads on from `at`, where something is not ASCII: white space, ignorable characters, or one token.
/// Returns where reading goes on.
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
        let goes_on = is_combining_mark(c) || (kind != TokenKind::Mark && kind_of(c) == kind);
        if goes_on && !is_ignorable(c) {
            end = at + offset + c.len_utf8();
        } else if !is_ignorable(c) || c.is_whitespace() {
            break;
        }
    }
    found.push(wide_token(text, at, end, first, kind, *gap));
    *gap = false;
    end
}

fn wide_token(text: &str, start: usize, end: usize, first: char, kind: TokenKind, gap: bool) -> Token {
    let source = &text[start..end];
    let nfc = normal(source);
    let mut folded = String::with_capacity(nfc.len());
    let (mut letters, mut upper, mut digit) = (0, 0, false);
    for c in nfc.chars() {
        push_folded(c, &mut folded);
        digit |= c.is_numeric();
        letters += usize::from(c.is_alphabetic() && !is_combining_mark(c));
        upper += usize::from(c.is_uppercase());
    }
    Token {
        start: start as u32,
        end: end as u32,
        exact: hash(nfc.as_bytes()),
        folded: hash(folded.as_bytes()),
        kind,
        gap,
        capital: is_capital(first),
        all_caps: kind == TokenKind::Word && letters >= 2 && upper == letters,
        digit: digit && kind == TokenKind::Word,
    }
}

/// The NFC text of a token, without ignorable characters.
fn normal(source: &str) -> std::borrow::Cow<'_, str> {
    if source.contains(is_ignorable) {
        return source.chars().filter(|c| !is_ignorable(*c)).nfc().collect::<String>().into();
    }
    match is_nfc_quick(source.chars()) {
        IsNormalized::Yes => source.into(),
        _ => source.nfc().collect::<String>().into(),
    }
}

fn kind_of(c: char) -> TokenKind {
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
fn is_ignorable(c: char) -> bool {
    matches!(c, HIDDEN | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn is_capital(c: char) -> bool {
    c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase() && c.to_lowercase().next() != Some(c))
}

/// Appends `c` in lower case, quotes made straight and hyphens plain.
fn push_folded(c: char, folded: &mut String) {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{2BC}' | '\u{FF07}' => folded.push('\''),
        '\u{201C}'..='\u{201F}' | '\u{FF02}' => folded.push('"'),
        '\u{2010}' | '\u{2011}' => folded.push('-'),
        _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        _ => folded.extend(c.to_lowercase()),
    }
}

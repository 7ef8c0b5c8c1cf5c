//! The bare words of a text, for a quick look at whether it can hold a name at all.

use super::block::Format;
use super::token::{TokenKind, fold_char, is_hangul, is_ignorable, kind_of};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of `text` in small letters without accents, one space before, between and behind them; what is no letter
/// and no digit parts words, and so does a change of script.
///
/// Where the words of one text stand in another side by side, as [`tokens`](super::tokens) sees them, the skeleton of
/// the one stands in that of the other: a search there finds too much, never too little. For an article as it lies on
/// disk that holds unless it [may hide letters](may_hide_letters).
pub fn skeleton(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    let mut last = TokenKind::Mark;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            part(&mut words, last != TokenKind::Word);
            words.push(c.to_ascii_lowercase());
            last = TokenKind::Word;
            continue;
        }
        if is_ignorable(c) || is_combining_mark(c) {
            continue;
        }
        let kind = if c.is_ascii() { TokenKind::Mark } else { kind_of(c) };
        part(&mut words, kind != last);
        last = kind;
        if kind != TokenKind::Mark && kind != TokenKind::Barrier {
            words.extend(fold_char(c).nfd().filter(|c| !is_combining_mark(*c)));
        }
    }
    part(&mut words, true);
    words
}

/// Puts a space behind what there is, where `apart` asks for one and none is there yet.
fn part(words: &mut String, apart: bool) {
    if apart && !words.ends_with(' ') {
        words.push(' ');
    }
}

/// The skeleton of a name, to be searched for in that of an article: a Hangul word may carry a particle there.
pub fn skeleton_of_name(name: &str) -> String {
    let mut words = skeleton(name);
    if words.trim_end().ends_with(is_hangul) {
        words.pop();
    }
    words
}

/// True where an article's markup may stand within a word or hide letters between two of them, so that a reader sees
/// other words side by side than those in the file.
pub fn may_hide_letters(text: &str, format: Format) -> bool {
    if format == Format::Plain {
        return false;
    }
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    memchr::memchr3_iter(b'<', b'&', b'[', bytes).any(|at| match bytes[at] {
        b'<' => true,
        b'&' => letter(at + 1) || bytes.get(at + 1) == Some(&b'#'),
        _ => bytes.get(at + 1) == Some(&b'^') || at > 0 && bytes[at - 1] == b']' || within_word(bytes, at),
    }) || memchr::memchr3_iter(b'*', b'_', b'~', bytes).any(|at| within_word(bytes, at))
        || memchr::memchr_iter(b']', bytes)
            .any(|at| matches!(bytes.get(at + 1), Some(b'(')) || within_word(bytes, at))
}

/// True when the run of marks around byte `at` has a letter on both sides.
fn within_word(bytes: &[u8], at: usize) -> bool {
    let mark = |b: &&u8| b.is_ascii_punctuation();
    let before = bytes[..at].iter().rev().find(|b| !mark(b));
    let behind = bytes[at..].iter().find(|b| !mark(b));
    let letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    letter(before) && letter(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_bare() {
        for (text, words) in [
            ("GPT-5.5-Cyber", " gpt 5 5 cyber "),
            ("Women’s", " women s "),
            ("  Korea\u{a0}Internet & Security\nAgency.", " korea internet security agency "),
            ("Open\u{ad}AI", " openai "),
            ("Ande\u{301}", " ande "),
            ("Andé", " ande "),
            ("", " "),
            ("—", " "),
        ] {
            assert_eq!(skeleton(text), words, "{text}");
        }
        assert!(skeleton("KISA가").starts_with(" kisa "));
        assert!(skeleton("류제명은 말했다").starts_with(&skeleton_of_name("류제명")));
    }

    #[test]
    fn markup_in_and_between_words_is_noticed() {
        for text in
            ["Open**AI**", "[Korea](x) Agency", "a<b>c", "A &amp; B", "Korea[^1] Agency", "[a][b]", "un[TAC]"]
        {
            assert!(may_hide_letters(text, Format::Markdown), "{text}");
            assert!(!may_hide_letters(text, Format::Plain), "{text}");
        }
        for text in ["**OpenAI** said", "[Photo: Korea]", "A & B", "# GTAC", "> one\n> two", "5 * 3"] {
            assert!(!may_hide_letters(text, Format::Markdown), "{text}");
        }
    }
}

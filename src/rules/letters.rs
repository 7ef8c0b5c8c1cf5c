//! Whether letters stand somewhere in a text, however they are written there.

use crate::document::{Document, Zone};
use crate::text::{Token, TokenKind, word_key};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;

/// What is left of an acronym when its points, hyphens, case and plural are taken away: "C.T.F." and "CTFs"
/// are "CTF", "IoT" is "IOT".
pub(super) fn letters(short: &str) -> Cow<'_, str> {
    if short.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(short);
    }
    let singular = match short.strip_suffix('s') {
        Some(rest) if rest.ends_with(char::is_uppercase) => rest,
        _ => short,
    };
    Cow::Owned(upper(singular))
}

fn upper(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Those of `wanted` (as [`letters`] gives them) that stand anywhere in prose but where an acronym is given with its
/// long form: alone, in a plural or possessive, in a compound ("FDI-funded", "ACC/NIS"), in other capitals
/// ("Unicef"). Small letters alone are words ("who", "aids"), and a hashtag is none.
pub(super) fn standing(document: &Document, wanted: &FxHashSet<String>) -> FxHashSet<String> {
    let initials: FxHashSet<char> = wanted.iter().filter_map(|w| w.chars().next()).collect();
    let parts = parts(wanted);
    let mut found = FxHashSet::default();
    let all = 0..document.paragraphs.len();
    let longest = wanted.iter().map(String::len).max().unwrap_or(0);
    let begins = |initial| initials.contains(&initial);
    let may_be = |token: &Token, text: &str| {
        let part = parts.as_ref().is_none_or(|parts| parts.has(token.folded));
        part || !token.of(text).bytes().all(|byte| byte.is_ascii())
    };
    // An s may stand behind it. What is not ASCII may have fewer bytes in capitals.
    let fits = |part: &str| {
        let letters = part.bytes().filter(u8::is_ascii_alphanumeric).count();
        letters <= longest + 1 || !part.is_ascii()
    };
    read(document, all, &may_be, &begins, &fits, &mut |reading| {
        if wanted.contains(&reading) {
            found.insert(reading);
        }
    });
    found
}

/// The keys of words.
#[derive(Default)]
struct Keys {
    /// A bit for each key, where several share one: most words are none of these.
    bits: u64,
    keys: FxHashSet<u64>,
}

impl Keys {
    fn add(&mut self, key: u64) {
        self.bits |= 1 << (key & 63);
        self.keys.insert(key);
    }

    fn has(&self, key: u64) -> bool {
        self.bits >> (key & 63) & 1 == 1 && self.keys.contains(&key)
    }
}

/// The keys of all parts of `wanted` and of their plurals, which alone can be words of them: "C" in "C.T.F.", "CTFs".
/// `None` where they are too many, or written in other letters.
fn parts(wanted: &FxHashSet<String>) -> Option<Keys> {
    const LONGEST: usize = 12;
    let mut parts = Keys::default();
    for letters in wanted {
        if letters.len() > LONGEST || !letters.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        let plural = format!("{letters}s").to_ascii_lowercase();
        for start in 0..plural.len() {
            for end in start + 1..=plural.len() {
                parts.add(word_key(&plural[start..end]));
            }
        }
    }
    Some(parts)
}

/// All that stand so in some paragraphs, or as much as is in words of which a part `begins` so, with a letter in capitals.
pub(super) fn standing_in(
    document: &Document,
    paragraphs: &[Range<usize>],
    begins: &dyn Fn(char) -> bool,
) -> FxHashSet<String> {
    let mut found = FxHashSet::default();
    for run in paragraphs {
        read(document, run.clone(), &|_, _| true, begins, &|_| true, &mut |reading| {
            found.insert(reading);
        });
    }
    found
}

/// Gives `found` all that the words of some paragraphs can stand for, of the words in which a token `may_be` one of them,
/// with a part that `begins` so and `fits`.
fn read(
    document: &Document,
    paragraphs: Range<usize>,
    may_be: &dyn Fn(&Token, &str) -> bool,
    begins: &dyn Fn(char) -> bool,
    fits: &dyn Fn(&str) -> bool,
    found: &mut dyn FnMut(String),
) {
    let begins = |part: &str| match part.as_bytes().first() {
        Some(first) if first.is_ascii_alphanumeric() => begins(char::from(first.to_ascii_uppercase())),
        _ => part.chars().flat_map(char::to_uppercase).find(|c| c.is_alphanumeric()).is_some_and(begins),
    };
    for at in paragraphs {
        let paragraph = &document.paragraphs[at];
        if matches!(document.zones.get(at), None | Some(Zone::Furniture | Zone::Code)) {
            continue;
        }
        let text = paragraph.prose.text.as_str();
        let mut read = 0;
        // What folding does not change has no capital, and most words have none.
        let word = |t: &&Token| t.exact != t.folded && t.kind != TokenKind::Mark;
        let capitals = paragraph.prose.tokens.iter().filter(word);
        for token in capitals.filter(|t| may_be(t, text)).map(|t| t.start as usize) {
            if token < read || !begins(&text[token..]) {
                continue;
            }
            let start = text[..token].char_indices().rev().find(|(_, c)| parts_words(*c));
            let start = start.map_or(0, |(at, c)| at + c.len_utf8());
            let word = text[start..].split(parts_words).next().unwrap_or("");
            read = start + word.len();
            let written = word.contains(char::is_uppercase) && !word.starts_with('#');
            let may_stand = |part: &str| begins(part) && fits(part);
            let joined = || !word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !written || !(may_stand(word) || joined() && word.split(JOINTS).any(may_stand)) {
                continue;
            }
            if !is_given(document, document.starts[at] + start) {
                readings(word).for_each(&mut *found);
            }
        }
    }
}

/// True for white space, brackets and what else stands between words.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/' | ',' | ';')
}

/// What parts a compound and a possessive.
const JOINTS: [char; 6] = ['-', '‑', '–', '—', '\'', '’'];

/// What a word can stand for: all of it, each part of a compound, and either without a plural or possessive s.
fn readings(word: &str) -> impl Iterator<Item = String> {
    // No acronym is longer; what is, is a web address or a run of something.
    const LONGEST: usize = 40;
    let word = if word.len() > LONGEST { "" } else { word };
    let parts = word.split(JOINTS).filter(|p| p.contains(char::is_uppercase));
    std::iter::once(word).chain(parts).map(upper).flat_map(|all| {
        let singular = all.strip_suffix('S').map(str::to_owned);
        std::iter::once(all).chain(singular)
    })
}

/// True at the letters of an acronym that is given with its long form.
fn is_given(document: &Document, offset: usize) -> bool {
    let at = document.expansions.partition_point(|e| e.span.end <= offset);
    document.expansions[at..].iter().take_while(|e| e.span.start <= offset).any(|e| e.short.touches(offset))
}

/// The [first letters](initial) of some texts.
#[derive(Debug)]
pub(super) struct Initials {
    /// A bit for each.
    all: u128,
    /// True where one of them is not known.
    any: bool,
}

impl Initials {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut initials = Self { all: 0, any: false };
        for first in texts.map(initial) {
            match first {
                Some(first) => initials.all |= 1 << first,
                None => initials.any = true,
            }
        }
        initials
    }

    /// True where one of them may be `first`.
    pub(super) fn may_be(&self, first: char) -> bool {
        let first = u8::try_from(first).ok().filter(u8::is_ascii).map(|byte| byte.to_ascii_lowercase());
        self.any || first.is_some_and(|first| self.all >> first & 1 == 1)
    }

    /// True where one of them may be as that of `text`.
    pub(super) fn may_have(&self, text: &str) -> bool {
        self.any || initial(text).is_none_or(|first| self.all >> first & 1 == 1)
    }
}

/// The first letter or digit of `text`, in small letters; `None` where one that is no ASCII may be it.
fn initial(text: &str) -> Option<u8> {
    let first = text.bytes().find(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
    first.filter(u8::is_ascii).map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_is_left() {
        assert_eq!(letters("C.T.F."), "CTF");
        assert_eq!(letters("SOEs"), "SOE");
        assert_eq!(letters("R&D"), "RD");
        assert_eq!(letters("SaaS"), "SAAS");
        assert_eq!(letters("GPUs"), "GPU");
    }

    #[test]
    fn a_word_can_stand_for_several() {
        let readings: Vec<String> = readings("FDI-funded").collect();
        assert!(readings.contains(&"FDI".to_owned()));
        assert!(super::readings("NGO’s").any(|r| r == "NGO"));
        assert!(super::readings("“UN").any(|r| r == "UN"));
    }
}

//! Whether letters stand somewhere in a text, however they are written there.

use crate::document::{Document, Paragraph, Zone, measures};
use crate::text::{Token, word_key};
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
/// ("Unicef"). Small letters alone are words ("who", "aids"), but behind a number, where they stand as they are written ("bpd");
/// a hashtag is none.
pub(super) fn standing(document: &Document, wanted: &FxHashSet<String>) -> FxHashSet<String> {
    let initials: FxHashSet<char> = wanted.iter().filter_map(|w| w.chars().next()).collect();
    let parts = parts(wanted);
    let mut found = FxHashSet::default();
    let longest = wanted.iter().map(String::len).max().unwrap_or(0);
    let begins = |initial| initials.contains(&initial);
    let may_be = |token: &Token, text: &str| {
        parts.as_ref().is_none_or(|parts| parts.has(token.folded)) || !token.of(text).is_ascii()
    };
    let may_have = |paragraph: &Paragraph| {
        let mut capitals = paragraph.capitals().iter();
        let may_be = |parts: &Keys| capitals.any(|key| *key == Paragraph::FOREIGN || parts.may_have(*key));
        parts.as_ref().is_none_or(may_be)
    };
    let all = (0..).zip(&document.paragraphs).filter(|(_, paragraph)| may_have(paragraph));
    for (at, _) in all {
        read(document, at..at + 1, &may_be, &begins, longest, &mut |reading| {
            if wanted.contains(&reading) {
                found.insert(reading);
            }
        });
    }
    found
}

/// The keys of words.
struct Keys {
    /// A bit for the last bits of each key: most words are none of these.
    bits: [u64; 1 << 8],
    keys: FxHashSet<u64>,
}

impl Keys {
    fn new() -> Self {
        Self { bits: [0; 1 << 8], keys: FxHashSet::default() }
    }

    fn add(&mut self, key: u64) {
        self.bits[usize::from(key as u8)] |= 1 << (key >> 8 & 63);
        self.keys.insert(key);
    }

    /// False where none of them ends with these bits.
    fn may_have(&self, end: u16) -> bool {
        self.bits[usize::from(end as u8)] >> (end >> 8 & 63) & 1 == 1
    }

    fn has(&self, key: u64) -> bool {
        self.may_have(key as u16) && self.keys.contains(&key)
    }
}

/// The keys of all parts of `wanted` and of their plurals, which alone can be words of them: "C" in "C.T.F.", "CTFs".
/// `None` where they are too many, or written in other letters.
fn parts(wanted: &FxHashSet<String>) -> Option<Keys> {
    const LONGEST: usize = 12;
    let mut parts = Keys::new();
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

/// All of those with these `initials` that stand so in some paragraphs, and some others.
pub(super) fn standing_in(
    document: &Document,
    paragraphs: &[Range<usize>],
    initials: &Initials,
) -> FxHashSet<String> {
    let mut found = FxHashSet::default();
    let begins = |first| initials.may_be(first);
    let may_be = |token: &Token, text: &str| fits(token.of(text), initials.longest);
    for run in paragraphs {
        read(document, run.clone(), &may_be, &begins, initials.longest, &mut |reading| {
            found.insert(reading);
        });
    }
    found
}

/// Gives `found` all that the words of some paragraphs can stand for, of the words in which a token `may_be` one of them,
/// with a part that `begins` so and has no more letters than the `longest`.
fn read(
    document: &Document,
    paragraphs: Range<usize>,
    may_be: &dyn Fn(&Token, &str) -> bool,
    begins: &dyn Fn(char) -> bool,
    longest: usize,
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
        let capitals = paragraph.prose.tokens.iter().filter(|token| token.has_capital());
        for token in capitals.filter(|t| may_be(t, text)).map(|t| t.start as usize) {
            if token < read || !begins(&text[token..]) {
                continue;
            }
            let start = text[..token].char_indices().rev().find(|(_, c)| parts_words(*c));
            let start = start.map_or(0, |(at, c)| at + c.len_utf8());
            let word = text[start..].split(parts_words).next().unwrap_or("");
            read = start + word.len();
            let written = word.contains(char::is_uppercase) && !word.starts_with('#');
            let may_stand = |part: &str| begins(part) && fits(part, longest);
            let joined = || !word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !written || !(may_stand(word) || joined() && word.split(JOINTS).any(may_stand)) {
                continue;
            }
            if !is_given(document, document.starts[at] + start) {
                readings(word).for_each(&mut *found);
            }
        }
        for unit in measures(&paragraph.prose) {
            let word = unit.of(text);
            if begins(word) && fits(word, longest) && !is_given(document, document.starts[at] + unit.start) {
                found(if word.contains(char::is_uppercase) { upper(word) } else { word.to_owned() });
            }
        }
    }
}

/// True where `part`, or what is left of it without an s, may have no more letters than the `longest`. What is not ASCII may
/// have fewer bytes in capitals.
fn fits(part: &str, longest: usize) -> bool {
    let letters = || part.bytes().filter(u8::is_ascii_alphanumeric).count();
    part.len() <= longest + 1 || letters() <= longest + 1 || !part.is_ascii()
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
    /// Bytes of the longest text.
    longest: usize,
}

impl Initials {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut initials = Self { all: 0, any: false, longest: 0 };
        for text in texts {
            initials.longest = initials.longest.max(text.len());
            match initial(text) {
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
    use crate::catalog::Catalog;
    use crate::text::Format;

    #[test]
    fn letters_are_what_is_left() {
        assert_eq!(letters("C.T.F."), "CTF");
        assert_eq!(letters("SOEs"), "SOE");
        assert_eq!(letters("R&D"), "RD");
        assert_eq!(letters("SaaS"), "SAAS");
        assert_eq!(letters("GPUs"), "GPU");
    }

    #[test]
    fn letters_stand_however_they_are_written() {
        let text =
            "The C.T.F. and FDI-funded Unicef met.\n\nNGOs of ﬁFA and ÖBB met the Nordhavn Line (NL).\n";
        let document = Document::read(text, Format::Plain, "a.txt", &Catalog::default());
        for (short, stands) in [
            ("CTF", true),
            ("FDI", true),
            ("UNICEF", true),
            ("NGO", true),
            ("FIFA", true),
            ("ÖBB", true),
            ("NL", false),
            ("TF", false),
            ("MET", false),
            ("OBB", false),
        ] {
            let wanted = FxHashSet::from_iter([short.to_owned()]);
            assert_eq!(!standing(&document, &wanted).is_empty(), stands, "{short}");
        }
    }

    #[test]
    fn a_word_can_stand_for_several() {
        let readings: Vec<String> = readings("FDI-funded").collect();
        assert!(readings.contains(&"FDI".to_owned()));
        assert!(super::readings("NGO’s").any(|r| r == "NGO"));
        assert!(super::readings("“UN").any(|r| r == "UN"));
    }
}

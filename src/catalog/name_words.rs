//! A name as the words that count when names are compared.

use crate::text::plain_letters;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The words of a name without what may differ in good writing: case, accents, punctuation, "the", "and",
/// honorifics before a person, the legal form of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameWords {
    /// What is left, in order.
    pub(super) words: Vec<Word>,
    /// The kind of company that the legal form says.
    pub(super) legal: Option<LegalForm>,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In small plain letters.
    pub(super) letters: Vec<char>,
    /// The letters as they sound in most languages that are written in Latin letters by ear.
    pub(super) sound: Vec<char>,
    /// A bit for each letter in it: words whose bits differ a lot differ in as many letters.
    pub(super) bits: u64,
    /// True for digits, a number word, or a Roman numeral.
    pub(super) number: bool,
    /// True for an acronym of up to five capitals in a name with small letters elsewhere.
    pub(super) acronym: bool,
}

/// Legal forms that mean much the same in different countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum LegalForm {
    /// Inc, Corp, Co.
    Corporation,
    /// AG, SA, plc, JSC.
    ShareCompany,
    /// Ltd, GmbH, LLC.
    Limited,
    /// L.P., LLP.
    Partnership,
}

impl NameWords {
    /// The words of `name`.
    pub(super) fn read(name: &str) -> Self {
        let shouted = !name.chars().any(char::is_lowercase) && name.trim().contains(char::is_whitespace);
        let mut dropped = false;
        let word = |part: Part| {
            let plain = expanded(part.plain);
            dropped |= matches!(reading(&plain), Some(Reading::Honorific | Reading::Legal));
            Word::new(part.raw, &plain, shouted)
        };
        let mut words: Vec<Word> = split(name).filter(|part| !is_small(&part.plain)).map(word).collect();
        // Most names have no such word, and one comes after the other through whole lists of them.
        if !dropped {
            return Self { words, legal: None };
        }
        let legal = take_legal_form(&mut words);
        while words.len() > 1 && words.first().is_some_and(|w| w.is_any(HONORIFICS)) {
            words.remove(0);
        }
        Self { words, legal }
    }

    /// All letters in a row.
    pub(super) fn joined(&self) -> Vec<char> {
        self.words.iter().flat_map(|w| w.letters.iter().copied()).collect()
    }
}

impl Word {
    /// The word that is written `raw` and read as `plain`.
    fn new(raw: &str, plain: &str, shouted: bool) -> Self {
        let number = plain.starts_with(|c: char| c.is_ascii_digit()) || is_roman(raw);
        let letters: Vec<char> = plain.chars().collect();
        let acronym = !shouted
            && letters.len() <= 5
            && raw.chars().filter(|c| c.is_uppercase()).count() >= 2
            && !raw.chars().any(char::is_lowercase);
        let bits = letters.iter().fold(0, |bits, c| bits | 1 << (*c as u32 % 64));
        Self { sound: sound(&letters), letters, bits, number, acronym }
    }

    /// True when it is one of `list`.
    pub(super) fn is_any(&self, list: &[&str]) -> bool {
        list.iter().any(|w| self.is(w))
    }

    /// True when it is `word`, which is ASCII.
    fn is(&self, word: &str) -> bool {
        word.len() == self.letters.len() && word.chars().eq(self.letters.iter().copied())
    }

    /// True for a single letter: "J."
    pub(super) fn is_initial(&self) -> bool {
        self.letters.len() == 1 && self.letters[0].is_alphabetic()
    }
}

/// All letters of `name` in a row, as [`NameWords::joined`] gives them; `None` where a word of it is left out or read
/// otherwise than it is written.
pub(super) fn letters_as_written(name: &str) -> Option<String> {
    let mut letters = String::with_capacity(name.len());
    for Part { plain, .. } in split(name) {
        if is_small(&plain) && !plain.is_empty() || reading(&plain).is_some() {
            return None;
        }
        letters.push_str(&plain);
    }
    Some(letters)
}

/// True for what counts as no word.
fn is_small(word: &str) -> bool {
    matches!(word, "" | "the" | "and" | "al" | "el")
}

/// A part of a name between spaces and hyphens.
struct Part<'n> {
    raw: &'n str,
    plain: String,
}

fn split(name: &str) -> impl Iterator<Item = Part<'_>> {
    let parts = |c: char| {
        c.is_whitespace()
            || (c.is_ascii_punctuation() && !matches!(c, '\'' | '.' | '%'))
            || matches!(c, '\u{2010}'..='\u{2015}' | '“' | '”' | '„' | '«' | '»' | '·' | '・')
    };
    name.split(parts).flat_map(initials).map(|raw| Part { raw, plain: plain(raw) })
}

/// "J.C." is two initials; "U.S." and "L.X.C." are one word.
fn initials(part: &str) -> impl Iterator<Item = &str> {
    let letters = || part.split_terminator('.');
    let run = || letters().all(|l| l.chars().count() <= 1);
    let whole = letters().nth(1).is_none() || letters().any(str::is_empty) || run();
    part.split(move |c| c == '.' && !whole).filter(|p| !p.is_empty())
}

/// `word` in small letters without accents and marks.
fn plain(word: &str) -> String {
    let counts = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'%';
    if word.is_ascii() {
        let mut plain = word.to_ascii_lowercase();
        if !word.bytes().all(counts) {
            plain.retain(|c| counts(c as u8));
        }
        return plain;
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !matches!(c, '\u{300}'..='\u{36F}')).nfc().flat_map(char::to_lowercase) {
        match plain_letters(c) {
            Some(letters) => out.push_str(letters),
            None if c.is_alphanumeric() || c == '%' => out.push(c),
            None => {}
        }
    }
    out
}

/// How a word is read otherwise than it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// As quite another word: "1st" for "first".
    Rewritten,
    /// With an American ending.
    British,
    /// Not at all, in front of a name: "Dr."
    Honorific,
    /// Not at all, at an end of a name: "Ltd."
    Legal,
}

/// How `word`, in small letters, is read otherwise than it is written; `None` for most words.
pub(super) fn reading(word: &str) -> Option<Reading> {
    static WORDS: LazyLock<FxHashMap<&'static str, Reading>> = LazyLock::new(|| {
        // Longer forms have one of these at an end, or "limited" in front.
        let legal = LEGAL_FORMS.iter().filter(|(words, _)| words.len() == 1);
        let legal = legal.map(|(words, _)| (words[0], Reading::Legal));
        let honorifics = HONORIFICS.iter().map(|word| (*word, Reading::Honorific));
        let shortened = SHORTENED.iter().map(|(short, _)| (*short, Reading::Rewritten));
        legal.chain(honorifics).chain(shortened).collect()
    });
    WORDS.get(word).copied().or_else(|| is_british(word).then_some(Reading::British))
}

/// True for a word that may have a British ending: few have its first letters.
fn is_british(word: &str) -> bool {
    word.as_bytes().windows(3).any(|three| matches!(three, b"isa" | b"ise" | b"our" | b"cen"))
}

/// Numbers as digits, common abbreviations written out, British endings as American ones.
fn expanded(word: String) -> String {
    match reading(&word) {
        Some(Reading::Rewritten) => {
            let long = SHORTENED.iter().find(|(short, _)| *short == word).map(|(_, long)| *long);
            long.map_or(word, str::to_owned)
        }
        Some(Reading::British) => {
            let endings = [("isation", "ization"), ("ise", "ize"), ("our", "or"), ("centre", "center")];
            endings.iter().fold(word, |word, (british, american)| word.replace(british, american))
        }
        Some(Reading::Honorific | Reading::Legal) | None => word,
    }
}

/// A Roman numeral from II on: a lone I or V is an initial as often.
fn is_roman(raw: &str) -> bool {
    raw.len() > 1 && raw.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// A key that spellings by ear share: "Mahmood" and "Mahmoud", "Wladimir" and "Vladimir".
fn sound(letters: &[char]) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    let mut rest = letters;
    while let [first, tail @ ..] = rest {
        let next = tail.first().copied();
        let (sound, used): (&[char], usize) = match (*first, next) {
            ('p', Some('h')) => (&['f'], 2),
            ('s', Some('c')) if tail.get(1) == Some(&'h') => (&['s'], 3),
            ('s', Some('h')) | ('c', Some('h')) if *first == 's' => (&['s'], 2),
            ('z', Some('h')) | ('d', Some('j')) => (&['j'], 2),
            ('k' | 'g' | 'd' | 't', Some('h')) => (std::slice::from_ref(first), 2),
            ('c', Some('k')) => (&['k'], 2),
            ('o', Some('u' | 'o' | 'w')) => (&['u'], 2),
            ('t', Some('z')) => (&['z'], 2),
            ('a' | 'e', Some('i' | 'y')) => (&['i'], 2),
            ('c' | 'q', _) => (&['k'], 1),
            ('w', _) => (&['v'], 1),
            ('o' | 'u', _) => (&['u'], 1),
            ('e' | 'i' | 'y', _) => (&['i'], 1),
            _ => (std::slice::from_ref(first), 1),
        };
        for c in sound {
            if out.last() != Some(c) {
                out.push(*c);
            }
        }
        rest = &rest[used..];
    }
    out
}

/// Takes a legal form from the end or the beginning of `words`, unless nothing else would be left.
fn take_legal_form(words: &mut Vec<Word>) -> Option<LegalForm> {
    let mut found = None;
    while let Some((length, at_end, form)) = LEGAL_FORMS.iter().find_map(|(words_of_form, form)| {
        let n = words_of_form.len();
        let fits = |part: &[Word]| part.iter().zip(*words_of_form).all(|(w, f)| w.is(f));
        let room = words.len() > n;
        if room && fits(&words[words.len() - n..]) {
            Some((n, true, *form))
        } else if room && fits(&words[..n]) {
            Some((n, false, *form))
        } else {
            None
        }
    }) {
        let range = if at_end { words.len() - length..words.len() } else { 0..length };
        words.drain(range);
        // "Co., Ltd.": the last word of it says what the company is.
        found = found.or(Some(form));
    }
    found
}

#[rustfmt::skip]
const LEGAL_FORMS: &[(&[&str], LegalForm)] = &[
    (&["limited", "liability", "company"], LegalForm::Limited),
    (&["open", "joint", "stock", "company"], LegalForm::ShareCompany),
    (&["public", "joint", "stock", "company"], LegalForm::ShareCompany),
    (&["joint", "stock", "company"], LegalForm::ShareCompany),
    (&["public", "limited", "company"], LegalForm::ShareCompany),
    (&["limited", "partnership"], LegalForm::Partnership),
    (&["pty", "ltd"], LegalForm::Limited), (&["co", "ltd"], LegalForm::Limited),
    (&["inc"], LegalForm::Corporation), (&["incorporated"], LegalForm::Corporation),
    (&["corp"], LegalForm::Corporation), (&["corporation"], LegalForm::Corporation),
    (&["co"], LegalForm::Corporation), (&["company"], LegalForm::Corporation),
    (&["ltd"], LegalForm::Limited), (&["limited"], LegalForm::Limited), (&["llc"], LegalForm::Limited),
    (&["gmbh"], LegalForm::Limited), (&["sarl"], LegalForm::Limited), (&["srl"], LegalForm::Limited),
    (&["bv"], LegalForm::Limited), (&["kk"], LegalForm::Limited), (&["ooo"], LegalForm::Limited),
    (&["ag"], LegalForm::ShareCompany), (&["aktiengesellschaft"], LegalForm::ShareCompany),
    (&["plc"], LegalForm::ShareCompany), (&["sa"], LegalForm::ShareCompany), (&["spa"], LegalForm::ShareCompany),
    (&["nv"], LegalForm::ShareCompany), (&["se"], LegalForm::ShareCompany), (&["ab"], LegalForm::ShareCompany),
    (&["asa"], LegalForm::ShareCompany), (&["oyj"], LegalForm::ShareCompany), (&["jsc"], LegalForm::ShareCompany),
    (&["ojsc"], LegalForm::ShareCompany), (&["pjsc"], LegalForm::ShareCompany), (&["oao"], LegalForm::ShareCompany),
    (&["pao"], LegalForm::ShareCompany), (&["lp"], LegalForm::Partnership), (&["llp"], LegalForm::Partnership),
];

const HONORIFICS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "president",
    "prasident",
    "minister",
    "sheikh",
    "shaikh",
    "sheik",
    "shaykh",
    "haji",
    "hajji",
    "mullah",
    "imam",
    "monsieur",
    "madame",
    "herr",
    "frau",
    "senor",
    "senora",
    "gen",
    "general",
    "col",
    "colonel",
    "capt",
    "captain",
    "mv",
    "ss",
];

#[rustfmt::skip]
const SHORTENED: &[(&str, &str)] = &[
    ("one", "1"), ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"),
    ("eight", "8"), ("nine", "9"), ("ten", "10"), ("first", "1st"), ("second", "2nd"), ("third", "3rd"),
    ("fourth", "4th"), ("fifth", "5th"), ("sixth", "6th"), ("seventh", "7th"), ("eighth", "8th"), ("ninth", "9th"),
    ("tenth", "10th"), ("intl", "international"), ("natl", "national"), ("dept", "department"),
    ("govt", "government"), ("univ", "university"), ("assn", "association"), ("inst", "institute"),
    ("ibn", "bin"), ("ben", "bin"), ("saint", "st"),
];

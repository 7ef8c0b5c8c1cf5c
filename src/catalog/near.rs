//! Finds the names of a catalog that a misspelt one may stand for, without comparing it with all of them.

use super::entity::{Entity, Form, FormIx, FormKind, Kind};
use super::outline::Outline;
use crate::text::{damerau, fold_name, fold_name_but_case};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use unicode_normalization::UnicodeNormalization;

/// Full names and aliases by what a misspelling leaves of them: their words, the whole without spaces and
/// hyphens, and, for a name of one word, that word with any one letter left out; persons' names in Hangul with any one
/// syllable left out, and names of several words in Hangul by these.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// Sorted: a key's forms stand side by side.
    keys: Vec<(u32, FormIx)>,
    /// Where the keys begin that have the same upper bits; one entry more than there are such bits.
    begun: Vec<u32>,
    /// A bit for each key, where several share one: most keys of other names are none of these.
    hints: Vec<u64>,
    /// Of each form, by its number; nothing is seen of a form that is left out.
    outlines: Vec<Outline>,
}

/// A word that more names share than this says nothing of whom a name means: "Kim", "institute".
const MOST: usize = 400;
/// A shorter word with a letter left out could be anything.
const SHORTEST: usize = 6;
/// The letters of a longer word are not left out one by one: that would cost the square of its length.
const LONGEST: usize = 40;

impl Near {
    /// An index over `forms`. Places, terms and titles are left out, and names with many neighbours by nature.
    pub(super) fn new(entities: &[Entity], forms: &[Form]) -> Self {
        let (mut keys, mut named) = (Vec::new(), NameKeys::default());
        let mut outlines = vec![Outline::default(); forms.len()];
        for (at, form) in forms.iter().enumerate() {
            let kind = entities[form.entity.0 as usize].kind;
            let full = matches!(form.kind, FormKind::Full | FormKind::Alias);
            if full && !matches!(kind, Kind::Place | Kind::Term | Kind::Title) {
                let ix = FormIx(at as u32);
                let folded = fold_name(&form.text);
                named.read(folded.chars());
                outlines[at] = Outline::folded(&form.text, &folded);
                keys.extend(named.words.iter().chain(&named.shapes).map(|key| (*key, ix)));
            } else if form.kind == FormKind::Native && !matches!(kind, Kind::Place | Kind::Term | Kind::Title)
            {
                let ix = FormIx(at as u32);
                keys.extend(keys_of_hangul(&form.text).filter(|_| kind == Kind::Person).map(|key| (key, ix)));
                keys.extend(hangul_words(&form.text).map(|word| (key_of_hangul_word(word), ix)));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        let begun = begun(&keys);
        // About eight bits a key.
        let mut hints = vec![0; (keys.len() / 8).next_power_of_two()];
        for (key, _) in &keys {
            let (word, bit) = hint(&hints, *key);
            hints[word] |= bit;
        }
        Self { keys, begun, hints, outlines }
    }

    /// The forms that `name` may be a misspelling of, sorted: those that share its letters when spaces and
    /// hyphens are left out, one of its two rarest words (a name with one misspelt word shares all but one),
    /// or, where both have one word, all letters but one.
    pub(super) fn find(&self, name: &str) -> Vec<FormIx> {
        self.named(name, || |_| true)
    }

    /// Of those the ones that [may be](Outline::may_be) almost the same name.
    pub(super) fn almost(&self, name: &str) -> Vec<FormIx> {
        self.named(name, || {
            let outline = Outline::of(name);
            move |form: FormIx| self.outlines[form.0 as usize].may_be(&outline)
        })
    }

    /// The names in Hangul that differ from `name`, one too, in a single letter: "류제명" for "류재명". Those of one word are
    /// persons'. Sorted.
    pub(super) fn hangul(&self, name: &str, forms: &[Form]) -> Vec<FormIx> {
        let sharing = hangul_words(name).flat_map(|word| self.with_hangul_word(word));
        let near = keys_of_hangul(name).flat_map(|key| self.list(key)).map(|(_, form)| *form);
        let apart = |form: &FormIx| is_letter_apart(name, &forms[form.0 as usize].text);
        let mut found: Vec<FormIx> = near.chain(sharing).filter(apart).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The names in Hangul of several words that have `word`, where they are few.
    pub(super) fn with_hangul_word(&self, word: &str) -> impl Iterator<Item = FormIx> {
        /// A word that more names share is one of the language.
        const MOST: usize = 40;
        let list = self.list(key_of_hangul_word(word));
        let few = if list.len() > MOST { &[] } else { list };
        few.iter().map(|(_, form)| *form)
    }

    /// Of them those that are, for what is seen of `name`, which is not looked at where there are none.
    fn named<F: Fn(FormIx) -> bool>(&self, name: &str, seen: impl FnOnce() -> F) -> Vec<FormIx> {
        let mut keys = NameKeys::default();
        keys.read(fold_name_but_case(name).chars().map(|c| c.to_ascii_lowercase()));
        let mut lists: Vec<&[(u32, FormIx)]> = keys.words.iter().map(|word| self.list(*word)).collect();
        lists.sort_by_key(|l| l.len());
        lists.truncate(2);
        lists.extend(keys.shapes.iter().map(|shape| self.list(*shape)));
        lists.retain(|list| !list.is_empty() && list.len() <= MOST);
        let mut found = Vec::new();
        if lists.is_empty() {
            return found;
        }
        let may_be = seen();
        for list in lists {
            found.extend(list.iter().map(|(_, form)| *form).filter(|form| may_be(*form)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn list(&self, key: u32) -> &[(u32, FormIx)] {
        let (word, bit) = hint(&self.hints, key);
        if self.hints.get(word).is_none_or(|bits| bits & bit == 0) {
            return &[];
        }
        let bucket = bucket(key, self.begun.len() - 1);
        let near = &self.keys[self.begun[bucket] as usize..self.begun[bucket + 1] as usize];
        let list = &near[near.partition_point(|(k, _)| *k < key)..];
        &list[..list.partition_point(|(k, _)| *k == key)]
    }
}

/// Where the keys of each bucket begin, and behind the last one where they end: buckets of about four keys, so that one is
/// found without searching through all.
fn begun(keys: &[(u32, FormIx)]) -> Vec<u32> {
    let buckets = (keys.len() / 4).next_power_of_two();
    let mut begun = vec![0; buckets + 1];
    for (key, _) in keys {
        begun[bucket(*key, buckets) + 1] += 1;
    }
    for at in 1..begun.len() {
        begun[at] += begun[at - 1];
    }
    begun
}

/// The bucket of a key, by its upper bits; there are a power of two of them.
fn bucket(key: u32, buckets: usize) -> usize {
    ((u64::from(key) * buckets as u64) >> u32::BITS) as usize
}

/// The place of a key in a table of bits, whose length is a power of two or nothing.
fn hint(table: &[u64], key: u32) -> (usize, u64) {
    ((key >> 6) as usize & table.len().wrapping_sub(1), 1 << (key & 63))
}

/// The keys of a name.
#[derive(Debug, Default)]
struct NameKeys {
    /// Of its words, each once.
    words: Vec<u32>,
    /// Of the whole: without spaces, and for a single word with each letter left out.
    shapes: Vec<u32>,
}

impl NameKeys {
    /// Takes those of another name in the place of what was there. Words are folded; "&" is "and".
    fn read(&mut self, folded: impl Iterator<Item = char> + Clone) {
        self.words.clear();
        let (mut whole, mut word) = (0, None);
        for letter in folded.clone() {
            if letter.is_alphanumeric() {
                whole = with(whole, letter);
                word = Some(with(word.unwrap_or(0), letter));
            } else {
                self.words.extend(word.take().map(|word| key(word, Sort::Word)));
            }
        }
        self.words.extend(word.map(|word| key(word, Sort::Word)));
        self.shapes.clear();
        self.shapes.push(key(whole, Sort::Whole));
        if self.words.len() == 1 {
            let letters: Vec<char> = folded.filter(|c| c.is_alphanumeric()).collect();
            if (SHORTEST..=LONGEST).contains(&letters.len()) {
                self.shapes.push(key(whole, Sort::ShortOfOne));
                self.shapes
                    .extend(without_each(&letters).into_iter().map(|rest| key(rest, Sort::ShortOfOne)));
            }
        }
        self.words.sort_unstable();
        self.words.dedup();
    }
}

/// The keys of a name in Hangul, three syllables at least, with each syllable left out; none of other names.
fn keys_of_hangul(name: &str) -> impl Iterator<Item = u32> {
    /// Two syllables with one left out could be anybody.
    const FEWEST: usize = 3;
    let syllables: Vec<char> = name.chars().collect();
    let hangul = syllables.len() >= FEWEST && syllables.iter().all(|c| matches!(c, '가'..='힣'));
    let keys = if hangul { without_each(&syllables) } else { Vec::new() };
    keys.into_iter().map(|rest| key(rest, Sort::Hangul))
}

/// The words of a name in Hangul that has several; none of other names.
fn hangul_words(name: &str) -> impl Iterator<Item = &str> {
    let several = name.contains(' ') && name.chars().all(|c| matches!(c, '가'..='힣' | ' '));
    name.split(' ').filter(move |word| several && !word.is_empty())
}

fn key_of_hangul_word(word: &str) -> u32 {
    key(word.chars().fold(0, with), Sort::HangulWord)
}

/// True for two names of equally many syllables that differ in one letter of one of them.
pub fn is_letter_apart(a: &str, b: &str) -> bool {
    let letters = |name: &str| name.nfd().collect::<Vec<char>>();
    a != b && a.chars().count() == b.chars().count() && damerau(&letters(a), &letters(b), 1).is_some()
}

/// What a key stands for: equal letters of different sorts have different keys.
#[derive(Clone, Copy)]
enum Sort {
    Word,
    Whole,
    ShortOfOne,
    Hangul,
    HangulWord,
}

/// Odd, so that no power of it is zero, and large, so that short words differ in the upper bits too.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of letters whose hash is `hash` and of `letter` behind them: a polynomial, of which one letter can be left
/// out without hashing the others again (Karp & Rabin 1987).
fn with(hash: u64, letter: char) -> u64 {
    hash.wrapping_mul(BASE).wrapping_add(u64::from(letter))
}

/// The hashes of `letters` without each one of them.
fn without_each(letters: &[char]) -> Vec<u64> {
    let mut hashes: Vec<u64> = letters
        .iter()
        .scan(0, |before, letter| Some(std::mem::replace(before, with(*before, *letter))))
        .collect();
    let (mut behind, mut power) = (0_u64, 1_u64);
    for (hash, letter) in hashes.iter_mut().zip(letters).rev() {
        *hash = hash.wrapping_mul(power).wrapping_add(behind);
        behind = behind.wrapping_add(power.wrapping_mul(u64::from(*letter)));
        power = power.wrapping_mul(BASE);
    }
    hashes
}

fn key(letters: u64, sort: Sort) -> u32 {
    let mut hasher = FxHasher::default();
    (letters, sort as u8).hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_left_out_gives_the_hash_of_the_others() {
        let letters: Vec<char> = "nordhavn수산".chars().collect();
        for (at, hash) in without_each(&letters).into_iter().enumerate() {
            let rest = letters.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, c)| *c);
            assert_eq!(hash, rest.fold(0, with), "{at}");
        }
    }
}

//! What a word can be in a name, by all lists at once: a name asks dozens of times.

use super::word_list::WordList;
use super::{head_nouns, legal_forms, lexicon, peoples, title_words};
use crate::text::word_key;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word can be in a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u16);

impl Traits {
    pub(super) const TITLE: Traits = Traits(1);
    pub(super) const TITLE_MODIFIER: Traits = Traits(1 << 1);
    pub(super) const SURNAME_TOO: Traits = Traits(1 << 2);
    pub(super) const RANK: Traits = Traits(1 << 3);
    pub(super) const BODY: Traits = Traits(1 << 4);
    pub(super) const LANDMARK: Traits = Traits(1 << 5);
    pub(super) const TAKES_ON: Traits = Traits(1 << 6);
    pub(super) const TAKES_FOR: Traits = Traits(1 << 7);
    pub(super) const TAKES_FIELDS: Traits = Traits(1 << 8);
    pub(super) const COMPANY_SUFFIX: Traits = Traits(1 << 9);
    pub(super) const FUNCTION_WORD: Traits = Traits(1 << 10);
    pub(super) const CALENDAR: Traits = Traits(1 << 11);
    pub(super) const DEMONYM: Traits = Traits(1 << 12);
    pub(super) const GIVEN_NAME: Traits = Traits(1 << 13);
    pub(super) const OWNER: Traits = Traits(1 << 14);
    pub(super) const PART_OF_TITLE: Traits = Traits(1 << 15);

    /// What `word` can be.
    pub(super) fn of(word: &str) -> Traits {
        let judges = JUDGES.iter().filter(|(_, judge)| judge(word));
        judges.fold(Traits::default(), |traits, (one, _)| traits.or(*one))
    }

    /// The same for a word of letters and digits, by its key and the one of the word in small letters.
    pub(super) fn of_keys(exact: u64, folded: u64) -> Traits {
        let table = &*TABLE;
        let told = |key| table.get(key);
        // Function words alone are so in any capitals.
        let in_capitals = || told(folded).unwrap_or_default().0 & Traits::FUNCTION_WORD.0;
        told(exact).unwrap_or_else(|| Traits(in_capitals()))
    }

    /// The same for a word in small letters, or such words joined by hyphens.
    pub(super) fn of_small(word: &str) -> Traits {
        if word.contains('-') {
            return Self::of(word);
        }
        let key = word_key(word);
        Self::of_keys(key, key)
    }

    /// True when it can be one of `some`.
    pub(super) fn has(self, some: Traits) -> bool {
        self.0 & some.0 != 0
    }

    /// All that is in one of both.
    pub(super) const fn or(self, other: Traits) -> Traits {
        Traits(self.0 | other.0)
    }
}

/// Tells whether a word can be something.
type Judge = fn(&str) -> bool;

/// Who tells what a word can be.
const JUDGES: [(Traits, Judge); 16] = [
    (Traits::TITLE, |word| title_words::is_title(word)),
    (Traits::TITLE_MODIFIER, |word| title_words::is_title_modifier(word)),
    (Traits::SURNAME_TOO, |word| title_words::is_surname_too(word)),
    (Traits::RANK, title_words::is_rank),
    (Traits::BODY, |word| head_nouns::is_body(word)),
    (Traits::LANDMARK, |word| head_nouns::is_landmark(word)),
    (Traits::TAKES_ON, head_nouns::takes_topic),
    (Traits::TAKES_FOR, head_nouns::takes_purpose),
    (Traits::TAKES_FIELDS, head_nouns::takes_fields),
    (Traits::COMPANY_SUFFIX, legal_forms::is_company_suffix),
    (Traits::FUNCTION_WORD, lexicon::is_function_word),
    (Traits::CALENDAR, lexicon::is_calendar_word),
    (Traits::DEMONYM, peoples::is_people),
    (Traits::GIVEN_NAME, |word| lexicon::is_given_name(word)),
    (Traits::OWNER, lexicon::is_owner_in_names),
    (Traits::PART_OF_TITLE, title_words::is_part_of_title),
];

/// What the listed words and their plurals can be, by their keys.
struct Table {
    /// A bit for each key, where few share one: most words are in no list, and this small table tells so.
    hints: Box<[u64]>,
    traits: FxHashMap<u64, Traits>,
}

/// All listed words.
fn lists() -> Vec<&'static WordList> {
    [lexicon::LISTS, peoples::LISTS, head_nouns::LISTS, title_words::LISTS, legal_forms::LISTS].concat()
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lists = lists();
    let words = lists.iter().flat_map(|list| list.words());
    let words = words.flat_map(|word| [word.to_string(), format!("{word}s")]);
    let traits: FxHashMap<u64, Traits> = words.map(|word| (word_key(&word), Traits::of(&word))).collect();
    // About sixteen bits a key.
    let mut hints = vec![0; (traits.len() / 4).next_power_of_two()];
    for key in traits.keys() {
        let (at, bit) = hint(&hints, *key);
        hints[at] |= bit;
    }
    Table { hints: hints.into(), traits }
});

impl Table {
    /// What the word with this key can be, if it is listed.
    fn get(&self, key: u64) -> Option<Traits> {
        let (at, bit) = hint(&self.hints, key);
        if self.hints[at] & bit == 0 { None } else { self.traits.get(&key).copied() }
    }
}

/// The place of a key in a table of bits, whose length is a power of two.
fn hint(table: &[u64], key: u64) -> (usize, u64) {
    ((key >> 6) as usize & (table.len() - 1), 1 << (key & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_lists_say() {
        let lists = lists();
        let listed = lists.iter().flat_map(|list| list.words()).flat_map(|word| {
            [word.to_string(), format!("{word}s"), word.to_lowercase(), word.to_uppercase()]
        });
        let others = ["", "Nordhavn", "NORDHAVN", "tHe", "ThE", "7"].map(str::to_owned);
        for word in listed.chain(others).filter(|word| !word.contains(['.', '-', 'é', 'É'])) {
            let by_keys = Traits::of_keys(word_key(&word), word_key(word.to_lowercase()));
            assert_eq!(by_keys, Traits::of(&word), "{word:?}");
        }
        assert!(Traits::of("Ministry").has(Traits::BODY));
    }
}

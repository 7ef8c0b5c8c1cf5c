//! Words with which sentences begin and which are a letter away from the family name of somebody in the article.

use super::predicate::has_predicate;
use super::roster::{BlockNames, Roster};
use super::subject_words::is_subject_word;
use super::{class_nouns::is_class, lands::is_country};
use super::{head_nouns, lexicon, peoples, title_words, trades};
use crate::catalog::Kind;
use crate::text::{damerau, fold, fold_key};

/// Shorter surnames have neighbours of their own right.
const SHORTEST: usize = 5;

/// True for a capitalised word that is no word of English, no given name and no country by the lists, and so may be a surname.
pub fn may_be_surname(word: &str) -> bool {
    let mut letters = word.chars();
    let written = letters.next().is_some_and(char::is_uppercase)
        && letters.clone().count() + 1 >= SHORTEST
        && letters.all(char::is_lowercase);
    written && !is_listed(word)
}

/// True for a capitalised word that is one of English, a given name or a country by the lists.
pub fn is_listed(word: &str) -> bool {
    // A plain noun's plural, a participle and an adverb are told by their ends.
    let plain = || word.ends_with("ing") || lexicon::is_adverb(word) || is_subject_word(word);
    let small = || {
        let small = word.to_lowercase();
        let one = small.strip_suffix('s').unwrap_or(&small);
        [small.as_str(), one].iter().any(|word| is_class(word) || title_words::is_small_person(word))
    };
    let noun = || head_nouns::is_body(word) || head_nouns::is_landmark(word) || title_words::is_field(word);
    let person =
        || title_words::is_title(word) || trades::is_calling(word) || title_words::is_title_modifier(word);
    let land = || is_country(word) || peoples::is_demonym(word);
    let word_of_text = || lexicon::is_function_word(word) || lexicon::is_calendar_word(word);
    lexicon::is_given_name(word) || land() || plain() || word_of_text() || noun() || person() || small()
}

/// True where a sentence begins with what may be a surname, and goes on with what its bearer does.
pub(super) fn may_act(word: &str, behind: &str) -> bool {
    has_predicate(behind) && may_be_surname(word)
}

/// True when `word` is `surname` with one slip, behind the first letter. A plural is none.
pub fn is_misspelt_surname(word: &str, surname: &str) -> bool {
    // Most differ in this already. A letter has four bytes at most.
    if word.as_bytes().first() != surname.as_bytes().first() || word.len().abs_diff(surname.len()) > 4 {
        return false;
    }
    if word.is_ascii() && surname.is_ascii() && differ_in_several(word, surname) {
        return false;
    }
    let [word, surname] = [word, surname].map(|name| fold(name).chars().collect::<Vec<char>>());
    let plural = |one: &[char], many: &[char]| many.strip_suffix(&['s']) == Some(one);
    word.len().min(surname.len()) >= SHORTEST
        && word != surname
        && !plural(&word, &surname)
        && !plural(&surname, &word)
        && damerau(&word, &surname, 1).is_some()
}

/// True for two words of ASCII that differ in more letters beside each other than the two of a slip.
fn differ_in_several(a: &str, b: &str) -> bool {
    let alike = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b);
    let head = a.bytes().zip(b.bytes()).take_while(alike).count();
    let tail = a.bytes().rev().zip(b.bytes().rev()).take_while(alike).count();
    a.len().max(b.len()) > head + tail + 2
}

impl Roster {
    /// Notes which words at the beginning of sentences are names all the same: those that are a letter away from the family name of
    /// a person whom the article names in full.
    pub(super) fn note_misspelt(&mut self, blocks: &[BlockNames]) {
        /// An article with more such words is a list.
        const MOST: usize = 100;
        let body = || {
            let blocks = blocks.iter().filter(|block| !block.title_case && !block.heads && !block.correction);
            blocks.flat_map(|block| block.names.iter().map(|name| (name, name.span.of(block.text))))
        };
        let known = |key: u64| {
            let short = [&self.by_family, &self.by_given].iter().any(|owners| owners.contains_key(&key));
            short || self.by_text.contains_key(&key) || self.inside.contains(&key)
        };
        let words = body().filter(|(name, _)| name.acts && !known(name.key));
        let mut words: Vec<(u64, &str)> = words.take(MOST).map(|(name, word)| (name.key, word)).collect();
        if words.is_empty() {
            return;
        }
        // A slip leaves the first letter as it is.
        let first = |word: &str| word.as_bytes().first().copied();
        words.sort_unstable_by_key(|(_, word)| first(word));
        let is_family = |full: u64, family: u64| {
            let person = self.kinds.get(&full).is_none_or(|kind| *kind == Kind::Person);
            person && self.by_family.contains_key(&family)
        };
        let full = body().filter(|(name, _)| (2..=4).contains(&name.shape.words));
        let near = full.flat_map(|(name, full)| {
            let family = full.rsplit_once(' ').map_or("", |(_, family)| family);
            let letter = first(family);
            let alike = &words[words.partition_point(|(_, word)| first(word) < letter)..];
            let alike = alike.iter().take_while(move |(_, word)| first(word) == letter);
            let near = alike.filter(move |(_, word)| is_misspelt_surname(word, family));
            near.filter(move |_| is_family(name.key, fold_key(family))).map(|(key, _)| *key)
        });
        let near: Vec<u64> = near.collect();
        self.inside.extend(near);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        for (word, surname, slip) in [
            ("Wexlnd", "Wexlund", true),
            ("Wexlunt", "Wexlund", true),
            ("Wexulnd", "Wexlund", true),
            ("Wexlunds", "Wexlund", false),
            ("Vexlund", "Wexlund", false),
            ("Holm", "Holme", false),
        ] {
            assert_eq!(is_misspelt_surname(word, surname), slip, "{word}");
        }
    }

    #[test]
    fn words_of_english() {
        for word in [
            "Water",
            "Norway",
            "Norwegian",
            "Peter",
            "Walking",
            "Minister",
            "Council",
            "Sister",
            "WEXL",
            "McHolm",
        ] {
            assert!(!may_be_surname(word), "{word}");
        }
        assert!(may_be_surname("Wexlund"));
    }
}

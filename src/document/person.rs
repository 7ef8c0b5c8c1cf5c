//! Which names can be a person's, and which of their words is the family name.

use super::head_nouns;
use super::lexicon;
use super::unit::{is_acronym, is_hyphenated_given_name};
use crate::catalog::{FamilyName, Kind};

/// True when `text` may be a person's full name; `kind` is what the text around it shows.
pub(super) fn may_be_person(text: &str, kind: Option<Kind>) -> bool {
    if let Some(kind) = kind {
        return kind == Kind::Person;
    }
    let other = |word: &str| {
        matches!(word, "of" | "and" | "for" | "the" | "&" | "on")
            || head_nouns::is_body(word)
            || lexicon::is_demonym(word)
            || is_acronym(word)
            || word.contains(|c: char| c.is_ascii_digit())
    };
    let words: Vec<&str> = text.split_whitespace().take(5).collect();
    words.len() <= 4
        && !words.iter().any(|w| other(w))
        && !words.iter().skip(1).next_back().is_some_and(|w| head_nouns::is_landmark(w))
}

/// The given and the family name of a full name: the first and the last word, or the other way round where
/// the family name stands first, as in "Ryu Je-myung".
pub(super) fn parts(name: &str, order: Option<FamilyName>) -> Option<(&str, &str)> {
    let generation = |word: &str| matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
    let words: Vec<&str> =
        name.split_whitespace().map(|w| w.trim_end_matches(',')).filter(|w| !generation(w)).collect();
    let [first, .., last] = words[..] else { return None };
    let family_first = match order {
        Some(order) => order == FamilyName::First,
        None => words.len() == 2 && is_hyphenated_given_name(last),
    };
    Some(if family_first { (last, first) } else { (first, last) })
}

//! Words that begin sentences and are a letter away from a person's surname: "Venkatraman smiled" where Raj Venkataraman is met.

use super::person::{family_name, name_parts};
use super::roster::{BlockNames, KnownPerson};
use super::settled::Settled;
use crate::catalog::{FamilyName, Kind, damerau};
use crate::text::{Span, fold};

/// Shorter words have everyday neighbours.
const SHORTEST: usize = 7;

/// True for a word that may be a slip of a surname at all, and no plural or participle, as most words are that begin sentences.
pub(super) fn may_be_stray(word: &str) -> bool {
    const ENDS: [&str; 5] = ["s", "ed", "er", "ing", "ly"];
    word.len() >= SHORTEST && !word.contains(' ') && !ENDS.iter().any(|end| word.ends_with(end))
}

/// Those of `words`, which are no names by themselves, that are a letter away from the surname of a person whom the article
/// or the catalog knows.
pub(super) fn strays(
    words: Vec<(usize, Span)>,
    blocks: &[BlockNames],
    settled: &[Settled],
    known: &[KnownPerson],
) -> Vec<(usize, Span)> {
    if words.is_empty() {
        return words;
    }
    let persons = settled.iter().filter(|name| name.kind == Some(Kind::Person));
    let new = persons.filter_map(|name| surname(name.span.of(blocks[name.block].text), None));
    let known = known
        .iter()
        .flat_map(|person| person.names.iter().filter_map(|name| surname(name, person.family_name)));
    let surnames: Vec<&str> = new.chain(known).filter(|surname| surname.len() >= SHORTEST).collect();
    let is_one = |(block, span): &(usize, Span)| {
        let word = span.of(blocks[*block].text);
        surnames.iter().any(|surname| is_stray(word, surname))
    };
    words.into_iter().filter(is_one).collect()
}

/// The surname of a full name: as the catalog says, or as the name shows.
fn surname(name: &str, order: Option<FamilyName>) -> Option<&str> {
    let shown = if order.is_none() { family_name(name) } else { None };
    shown.or_else(|| Some(name_parts(name, order)?.1))
}

/// True when `word` is one letter or one swap away from `surname`, and begins as it does.
fn is_stray(word: &str, surname: &str) -> bool {
    let near = word.len().abs_diff(surname.len()) <= 1 && word.chars().next() == surname.chars().next();
    if !near {
        return false;
    }
    let letters = |text: &str| fold(text).chars().collect::<Vec<char>>();
    let (word, surname) = (letters(word), letters(surname));
    // "Brother" is nobody beside a Brothers.
    let plural = surname.strip_suffix(&['s']) == Some(&word[..]);
    !plural && damerau(&word, &surname, 1) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_away_from_a_surname() {
        for (word, surname, stray) in [
            ("Venkatraman", "Venkataraman", true),
            ("Hanraty", "Hanratty", true),
            ("Brother", "Brothers", false),
            ("Hanratty", "Hanratty", false),
            ("Banker", "Barker", false),
            ("Opkaria", "Okparia", true),
        ] {
            assert_eq!(may_be_stray(word) && is_stray(word, surname), stray, "{word}");
        }
    }
}

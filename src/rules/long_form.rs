//! Long forms of an acronym: which name the same thing.

use crate::document::content_words;
use crate::text::fold;

/// True when one long form has more than the other only where it says whose it is: "Harbour Board" and "Harbour Board of
/// Nordhavn". To leave that away is no fault where it is clear.
pub(super) fn differ_in_place(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let rest = long.get(short.len()..).and_then(|rest| rest.strip_prefix(" of "));
    let place = rest.map(|place| place.strip_prefix("the ").unwrap_or(place));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    long.get(..short.len()).is_some_and(|head| fold(head) == fold(short))
        && short.contains(' ')
        && place.is_some_and(|place| place.split(' ').count() < 4 && place.split(' ').all(capital))
}

/// True when two long forms of the same letters name the same thing: they share a word that says what it is. In the names of
/// parties, and of those who hold elections, some words say little: two that share no others are one where they are spelled
/// nearly alike.
pub(super) fn same_thing(a: &str, b: &str) -> bool {
    let words = content_words(b);
    let mut shared = content_words(a).into_iter().filter(|word| words.contains(word)).peekable();
    if shared.peek().is_none() {
        return false;
    }
    let parties = ends_in(a, &PARTIES) && ends_in(b, &PARTIES);
    let councils = ends_in(a, &COUNCILS) && ends_in(b, &COUNCILS);
    let little = |word: &str| {
        parties && is_word_of_parties(word) || councils && matches!(word, "election" | "electoral")
    };
    shared.any(|word| !little(&word)) || is_spelled_otherwise(a, b)
}

/// Nouns of parties and alliances.
const PARTIES: [&str; 9] =
    ["alliance", "coalition", "congress", "council", "front", "league", "movement", "party", "union"];
/// Nouns of those who hold elections.
const COUNCILS: [&str; 4] = ["board", "commission", "committee", "council"];

fn ends_in(long: &str, nouns: &[&str]) -> bool {
    let last = long.rsplit(' ').next().unwrap_or(long);
    nouns.contains(&fold(last).as_str())
}

/// True for a word of content that parties of many countries have in their names.
fn is_word_of_parties(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "christian",
        "communist",
        "conservative",
        "democracy",
        "democratic",
        "freedom",
        "independence",
        "independent",
        "labor",
        "liberal",
        "liberation",
        "nationalist",
        "people",
        "popular",
        "progress",
        "progressive",
        "republican",
        "revolutionary",
        "social",
        "socialist",
        "unity",
        "worker",
    ];
    WORDS.contains(&word)
}

/// True where two long forms have the same words but for one, which begins alike: "Hapsel Democratic Party" and "Hapsel Democracy
/// Party".
fn is_spelled_otherwise(a: &str, b: &str) -> bool {
    /// Bytes of the beginning that say that it is one word.
    const ALIKE: usize = 5;
    let (a, b) = (fold(a), fold(b));
    let mut others = a.split(' ').zip(b.split(' ')).filter(|(ours, theirs)| ours != theirs);
    let alike = |(ours, theirs): (&str, &str)| ours.get(..ALIKE).is_some_and(|head| theirs.starts_with(head));
    a.split(' ').count() == b.split(' ').count() && others.next().is_none_or(alike) && others.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_at_the_end_may_be_left_away() {
        assert!(differ_in_place("Harbour Board", "Harbour Board of Nordhavn"));
        assert!(differ_in_place("Harbour board of the North Sea", "Harbour Board"));
        assert!(!differ_in_place("Bank", "Bank of Nordhavn"));
        assert!(!differ_in_place("Harbour Board", "Harbour Board of trade"));
        assert!(!differ_in_place("Harbour Board of Oslo", "Harbour Board of Nordhavn"));
        assert!(!differ_in_place("Harbour Board", "Harbour Boards"));
    }

    #[test]
    fn one_word_of_content_makes_it_the_same_thing() {
        assert!(same_thing("vessel monitoring system", "vessel tracking service"));
        assert!(!same_thing("National Science Foundation", "National Sanitation Foundation"));
        assert!(!same_thing("Fisheries Science Centre", "Financial Services Commission"));
        assert!(!same_thing("Pernvik People's Party", "People Pier Party"));
        assert!(!same_thing("Takvik National Democratic Congress", "Thorn National Democratic Council"));
        assert!(!same_thing("National Electoral Commission", "National Electoral Council"));
        assert!(same_thing("Progressive Democratic Party", "Progressive Democracy Party"));
        assert!(same_thing("Hapsel Democratic Party", "Hapsel Development Party"));
        assert!(same_thing("People's Aid Office", "People's Advice Office"));
    }
}

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

/// True when two long forms of the same letters name the same thing: they share a word that says what it is.
pub(super) fn same_thing(a: &str, b: &str) -> bool {
    let b = content_words(b);
    content_words(a).iter().any(|word| b.contains(word))
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
    }
}

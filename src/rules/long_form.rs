//! Long forms of an acronym: which name the same thing.

use crate::document::content_words;

/// True when two long forms of the same letters name the same thing: they share a word that says what it is.
pub(super) fn same_thing(a: &str, b: &str) -> bool {
    let b = content_words(b);
    content_words(a).iter().any(|word| b.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_of_content_makes_it_the_same_thing() {
        assert!(same_thing("vessel monitoring system", "vessel tracking service"));
        assert!(!same_thing("National Science Foundation", "National Sanitation Foundation"));
        assert!(!same_thing("Fisheries Science Centre", "Financial Services Commission"));
    }
}

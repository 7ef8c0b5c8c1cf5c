//! The known name that somebody most likely meant.

use crate::text::damerau;

/// The one of `known` that is nearest to `word`, when it is near enough for a typing error: one slip (a letter
/// missing, added, changed, or two swapped) in up to five letters, two in up to nine, else three;
/// case does not count. On a tie the first one in order.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let letters = |word: &str| word.to_lowercase().chars().collect::<Vec<char>>();
    let word = letters(word);
    let most = match word.len() {
        0..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .filter_map(|name| damerau(&word, &letters(name), most).map(|slips| (slips, name)))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn one_slip_in_a_short_word_three_in_a_long_one() {
        let known = ["about", "acronym", "aliases", "conflicting-expansion"];
        assert_eq!(nearest("abuot", known), Some("about"));
        assert_eq!(nearest("aliasses", known), Some("aliases"));
        assert_eq!(nearest("Acronym", known), Some("acronym"));
        assert_eq!(nearest("conficting-expantions", known), Some("conflicting-expansion"));
        assert_eq!(nearest("url", known), None);
        assert_eq!(nearest("", known), None);
    }
}

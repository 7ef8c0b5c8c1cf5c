//! How two spellings compare.

use crate::catalog::damerau;
use crate::text::fold;

/// Letters by which two words differ, when they are `most` at most.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    damerau(&letters(a), &letters(b), most)
}

/// How alike two names are, from 0 to 1, blind to case, spaces and hyphens.
pub(super) fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (squeezed(a), squeezed(b));
    let longer = a.chars().count().max(b.chars().count()).max(1);
    let apart = distance(&a, &b, longer).unwrap_or(longer);
    1.0 - apart as f64 / longer as f64
}

/// Letters and digits alone, folded; "&" is "and".
pub(super) fn squeezed(name: &str) -> String {
    fold(name).replace('&', "and").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a name, folded; "&" is "and".
pub(super) fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace('&', " and ");
    folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .map(String::from)
        .collect()
}

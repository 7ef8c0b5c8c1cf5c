//! How two spellings compare.

use crate::catalog::damerau;
use crate::text::fold_name;

/// Letters by which two words differ, when they are `most` at most.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    damerau(&letters(a), &letters(b), most)
}

/// Letters and digits alone, folded; "&" is "and".
pub(super) fn squeezed(name: &str) -> String {
    fold_name(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// True when two names have the same [`words`].
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    a == b || parts(&fold_name(a)).eq(parts(&fold_name(b)))
}

/// The words of a name, folded; "&" is "and".
pub(super) fn words(name: &str) -> Vec<String> {
    parts(&fold_name(name)).map(String::from).collect()
}

fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty())
}

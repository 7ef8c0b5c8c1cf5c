//! Letters that are common nouns: "TV", "EV".

use super::word_list::WordList;

/// True for a word with capitals that names nothing by itself: "TV", "X-ray", the "Century" of "16th Century", the "Semitism"
/// behind "anti-".
pub(super) fn is_thing(word: &str) -> bool {
    THINGS.holds(word)
}

/// True for letters that are a common noun, and no name with a people in front: "EV".
pub(super) fn is_common_noun(letters: &str) -> bool {
    LETTERS.holds(letters)
}

#[rustfmt::skip]
static THINGS: WordList = WordList::new(&[
    "Century", "DJ", "DJs", "DVD", "DVDs", "SUV", "SUVs", "Semite", "Semites", "Semitic", "Semitism", "T-shirt", "T-shirts",
    "TV", "TVs", "U-turn", "U-turns", "X-ray", "X-rays",
]);

#[rustfmt::skip]
static LETTERS: WordList = WordList::new(&[
    "AI", "EV", "EVs", "HQ", "IT", "LNG", "LPG", "NGO", "NGOs", "PR", "TV", "TVs", "VIP", "VIPs",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        THINGS.check();
        LETTERS.check();
    }
}

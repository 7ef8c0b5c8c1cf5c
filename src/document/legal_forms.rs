//! What companies are by law, as the end of their names says.

use super::word_list::WordList;

/// "Jr." and "Inc." go on with a name behind a comma.
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "Inc" | "Inc." | "Ltd" | "Ltd." | "LLC" | "L.L.C."
    )
}

/// "Inc.", "Group" and the like: what they end is a company.
pub fn is_company_suffix(word: &str) -> bool {
    COMPANY_SUFFIXES.holds(word)
}

/// All lists of this page.
pub(super) const LISTS: &[&WordList] = &[&COMPANY_SUFFIXES];

#[rustfmt::skip]
static COMPANY_SUFFIXES: WordList = WordList::new(&[
    "A/S", "AB", "AG", "AS", "ASA", "ApS", "B.V.", "BV", "Bhd", "Co", "Co.", "Corp", "Corp.", "Corporation", "GmbH", "Group",
    "Holdings", "Inc", "Inc.", "L.L.C.", "LLC", "LLP", "LP", "LTD", "Ltd", "Ltd.", "N.V.", "NV", "Oy", "Oyj",
    "PBC", "PLC", "Plc", "Pte", "Pty", "S.A.", "S.p.A.", "SA", "SARL", "SAS", "SE", "SpA", "plc",
]);

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        super::COMPANY_SUFFIXES.check();
    }
}

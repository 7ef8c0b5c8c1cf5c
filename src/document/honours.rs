//! Letters behind a person's name: honours, degrees, orders.

use super::word_list::WordList;

/// True for letters behind a person's name that are no part of it: "KC", "MP", "PhD", "O.M.I.".
pub(super) fn is_post_nominal(word: &str) -> bool {
    LETTERS.holds(word)
}

#[rustfmt::skip]
static LETTERS: WordList = WordList::new(&[
    "AM", "AO", "BEM", "C.S.Sp.", "CB", "CBE", "CMG", "CSSp", "CSsR", "CVO", "DBE", "DCB", "DCMG", "DCVO",
    "DFC", "DSC", "DSO", "Esq", "Esq.", "FBA", "FNSE", "FREng", "FRS", "FRSE", "GBE", "GCB", "GCFR", "GCMG",
    "GCON", "KBE", "KC", "KCB", "KCMG", "KCVO", "LVO", "MBE", "MD", "MEP", "MLA", "MP", "MPP", "MS", "MSP",
    "MVO", "O.F.M.", "O.M.I.", "O.P.", "O.S.B.", "OAM", "OBE", "OFM", "OFR", "OMI", "OSB", "Ph.D.", "PhD",
    "QC", "S.D.B.", "S.J.", "SAN", "SDB", "SJ", "TD",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        LETTERS.check();
    }
}

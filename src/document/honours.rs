//! Honours before a person's name, which are no office, and letters behind it: orders, degrees.

use super::word_list::WordList;

/// True for letters behind a person's name that are no part of it: "KC", "MP", "PhD", "O.M.I.".
pub(super) fn is_post_nominal(word: &str) -> bool {
    LETTERS.holds(word)
}

/// True for what somebody is called in honour, which is no office: the "Seri" of "Datuk Seri", "Sheikh", "Alhaji".
pub(super) fn is_honour(word: &str) -> bool {
    const HONOURS: [&str; 20] = [
        "Alhaja", "Alhaji", "Engr", "Haji", "Hajah", "Hajia", "Hajiya", "Mallam", "Seri", "Shaikh", "Shaykh",
        "Sheik", "Sheikh", "Sri", "Tan", "Tengku", "Ven", "Comrade", "Ato", "Asiwaju",
    ];
    HONOURS.contains(&word) || is_reverend(word)
}

/// True for a degree or a licence behind a name and a comma: "Ana Lund, Ph.D., …".
pub(super) fn is_degree(letters: &str) -> bool {
    const DEGREES: [&str; 24] = [
        "CPA", "D.O.", "DDS", "DO", "DPhil", "DVM", "Ed.D.", "EdD", "Esq", "Esq.", "J.D.", "JD", "M.A.",
        "M.B.A.", "M.D.", "M.P.H.", "M.S.", "MBA", "MD", "MPH", "MSc", "Ph.D.", "PhD", "RN",
    ];
    DEGREES.contains(&letters)
}

/// True for "Rev." without its stop, and what it is short for.
pub(super) fn is_reverend(word: &str) -> bool {
    matches!(word, "Rev" | "Revd" | "Reverend")
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

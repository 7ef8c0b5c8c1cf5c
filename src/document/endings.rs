//! What a word tells by how it ends.

/// True for what stands behind an apostrophe for a verb, a "not" or an "all": "I'd", "Don't", "Y'all".
pub(super) fn is_contraction(word: &str) -> bool {
    matches!(word, "all" | "am" | "d" | "em" | "ll" | "m" | "n" | "re" | "s" | "t" | "til" | "ve")
}

/// True for a word that ends as the names of fields do: "Electronics", "Information".
pub(super) fn is_abstract(word: &str) -> bool {
    const ENDS: [&str; 13] =
        ["ics", "ion", "ions", "ity", "ism", "ment", "ing", "ture", "ency", "ance", "ence", "logy", "ology"];
    // "Privacy", "Democracy"; but Tracy.
    ENDS.iter().any(|end| word.ends_with(end)) || word.len() > 6 && word.ends_with("acy")
}

/// True for a word that speaks of a noun behind it by its ending: "Strategic", "National"; "Capital" is taken for one, too.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDS: [&str; 5] = ["al", "ary", "ic", "ive", "ous"];
    word.len() > 4 && ENDS.iter().any(|end| word.ends_with(end))
}

/// True for a word that opens a report on a company and is no part of its name: "Chipmaker Hapsel said", "Lender Hapsel Bank
/// said".
pub(super) fn is_maker(word: &str) -> bool {
    word.len() > 5
        && (word.ends_with("maker") && word.len() > 6
            || matches!(
                word,
                "Insurer" | "Lender" | "Reinsurer" | "Retailer" | "Shipbuilder" | "Supermajor" | "Wholesaler"
            ))
}

/// True for "Thirty-eight".
pub(super) fn is_compound_number(word: &str) -> bool {
    word.split_once('-').is_some_and(|(tens, ones)| {
        tens.ends_with("ty")
            && matches!(ones, "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine")
    })
}

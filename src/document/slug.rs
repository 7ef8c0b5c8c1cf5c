//! The words that agencies put before a headline: "EXCLUSIVE-Ferries stop", "UPDATE 2-Ferries stop".

use crate::text::Token;

/// How many tokens such a word with its number and its hyphen is, where one begins `tokens`.
pub(super) fn slug(text: &str, tokens: &[Token]) -> Option<usize> {
    const WORDS: [&str; 11] = [
        "ANALYSIS",
        "CORRECTED",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACTBOX",
        "FOCUS",
        "INSIGHT",
        "REFILE",
        "RPT",
        "UPDATE",
        "WRAPUP",
    ];
    let [first, rest @ ..] = tokens else { return None };
    if !first.all_caps || !WORDS.contains(&first.of(text)) {
        return None;
    }
    let number = rest.first()?.of(text).bytes().all(|b| b.is_ascii_digit());
    let hyphen = rest.get(usize::from(number))?;
    (hyphen.mark(text) == Some('-') && !hyphen.gap).then_some(2 + usize::from(number))
}

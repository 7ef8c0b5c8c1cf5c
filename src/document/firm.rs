//! What companies are called for short.

use super::unit::is_company_suffix;
use super::{head_nouns, lexicon, title_words};

/// What a company is called for short.
#[derive(Clone, Copy)]
pub(super) struct Firm<'t> {
    /// The first word: "Toyota".
    pub(super) first: &'t str,
    /// The name without its legal form: "Toyota Motor".
    pub(super) bare: &'t str,
}

/// The company whose name has a legal form at its end: "Toyota Motor Corp.".
pub(super) fn company(text: &str) -> Option<Firm<'_>> {
    let (bare, last) = text.rsplit_once(char::is_whitespace)?;
    let bare = bare.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
    let first = text.split_whitespace().next()?;
    let scope =
        lexicon::is_demonym(first) || title_words::is_title_modifier(first) || head_nouns::is_body(first);
    (is_company_suffix(last) && !scope).then_some(Firm { first: first.trim_end_matches(','), bare })
}

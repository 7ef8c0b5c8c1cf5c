//! The words of a name that say what it is.

use crate::text::{fold, fold_name};
use std::borrow::Cow;

/// The words of a long form that tell one thing from another, as [`plain_word`] gives them: without function
/// words, and without the countries and nouns that half of all bodies and programs have in their names.
pub fn content_words(long: &str) -> Vec<String> {
    let folded = fold(long);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1);
    let words = words.map(plain_word).filter(|w| GENERIC.binary_search(&w.as_ref()).is_err());
    words.map(Cow::into_owned).collect()
}

/// What two long forms have in common that have the same words in the same order, whatever their case, hyphens
/// and number, with "&" or "and", in British or American spelling, with "the" in front, with any legal form or none, and with
/// "UN" or "United Nations".
pub fn wording(long: &str) -> String {
    let folded = fold_name(long);
    let mut words = String::with_capacity(folded.len());
    let name = folded.strip_prefix("the ").unwrap_or(&folded);
    let mut rest = without_legal_form(name).split(|c: char| !c.is_alphanumeric() && c != '\'').peekable();
    while let Some(word) = rest.next() {
        let next = rest.peek().copied().unwrap_or("");
        match in_letters(word, next) {
            Some(letters) => {
                words.push_str(letters);
                rest.next();
            }
            None => words.push_str(&plain_word(word)),
        }
    }
    words
}

/// The letters that every reader knows for two folded words.
fn in_letters(first: &str, second: &str) -> Option<&'static str> {
    match (first, second) {
        ("european", "union") => Some("eu"),
        ("united", "kingdom") => Some("uk"),
        ("united", "nations") => Some("un"),
        ("united", "states") => Some("us"),
        _ => None,
    }
}

/// A folded name without the "co., ltd." at its end, where two words are left.
pub fn without_legal_form(folded: &str) -> &str {
    const FORMS: [&str; 14] = [
        "ag",
        "co",
        "company",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "limited",
        "llc",
        "ltd",
        "nv",
        "plc",
        "sa",
    ];
    let mut name = folded;
    loop {
        let whole = name.trim_end_matches(|c: char| !c.is_alphanumeric());
        match whole.rsplit_once(' ') {
            // The SA of "Dockers of SA" is a country.
            Some((rest, last)) if FORMS.contains(&last) && rest.contains(' ') && !rest.ends_with(" of") => {
                name = rest
            }
            _ => return name,
        }
    }
}

/// True when `name` has the [`wording`] that is given.
pub fn is_worded(name: &str, as_given: &str) -> bool {
    // Whatever else is spelled otherwise, the first letter is not: most names need no more than that look.
    let bare = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
    let first = bare.bytes().next().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase());
    first.is_none_or(|first| as_given.as_bytes().first() == Some(&first)) && wording(name) == as_given
}

/// A folded word without a plural's s, in American spelling.
fn plain_word(word: &str) -> Cow<'_, str> {
    // Short words and most endings stay as they are.
    if word.len() < 4 || !word.ends_with(['s', 'r', 'e']) && !word.contains("isation") {
        return Cow::Borrowed(word);
    }
    let word = match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) if stem.len() >= 3 => Cow::Owned(format!("{stem}y")),
        (_, Some(stem)) if stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']) => Cow::Borrowed(stem),
        _ => Cow::Borrowed(word),
    };
    let word = match &*word {
        "programme" => Cow::Borrowed("program"),
        "centre" => Cow::Borrowed("center"),
        "defence" => Cow::Borrowed("defense"),
        british if british.contains("isation") => Cow::Owned(british.replace("isation", "ization")),
        _ => word,
    };
    match word.strip_suffix("our") {
        Some(stem) if stem.len() >= 3 => Cow::Owned(format!("{stem}or")),
        _ => word,
    }
}

/// Words, as [`plain_word`] gives them, that organisations, programs and offices of every kind have in their names.
const GENERIC: &[&str] = &[
    "a",
    "academy",
    "act",
    "administration",
    "africa",
    "african",
    "agency",
    "all",
    "alliance",
    "america",
    "american",
    "an",
    "and",
    "area",
    "asia",
    "asian",
    "assistant",
    "association",
    "at",
    "authority",
    "award",
    "bank",
    "board",
    "britain",
    "british",
    "bureau",
    "by",
    "canada",
    "canadian",
    "center",
    "central",
    "chief",
    "china",
    "chinese",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "community",
    "company",
    "confederation",
    "conference",
    "congress",
    "corporation",
    "council",
    "de",
    "department",
    "deputy",
    "development",
    "director",
    "directorate",
    "division",
    "east",
    "eastern",
    "europe",
    "european",
    "executive",
    "federal",
    "federation",
    "for",
    "force",
    "forum",
    "foundation",
    "france",
    "french",
    "from",
    "front",
    "fund",
    "general",
    "german",
    "germany",
    "global",
    "group",
    "in",
    "india",
    "indian",
    "initiative",
    "institute",
    "institution",
    "international",
    "japan",
    "japanese",
    "joint",
    "korea",
    "korean",
    "law",
    "league",
    "local",
    "management",
    "minister",
    "ministry",
    "movement",
    "national",
    "network",
    "new",
    "north",
    "northern",
    "of",
    "office",
    "officer",
    "on",
    "operation",
    "organization",
    "panel",
    "party",
    "plan",
    "policy",
    "president",
    "program",
    "project",
    "prosecutor",
    "public",
    "regional",
    "republic",
    "research",
    "royal",
    "scheme",
    "school",
    "secretariat",
    "secretary",
    "service",
    "society",
    "south",
    "southern",
    "state",
    "strategy",
    "study",
    "system",
    "task",
    "team",
    "the",
    "to",
    "union",
    "united",
    "university",
    "vice",
    "west",
    "western",
    "with",
    "world",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_words_are_sorted_and_plain() {
        assert!(GENERIC.is_sorted());
        assert!(GENERIC.iter().all(|w| plain_word(w) == *w));
    }

    #[test]
    fn spelling_and_number_make_no_other_long_form() {
        let same_words = |a, b| wording(a) == wording(b);
        assert!(same_words("Nordhavn Harbour Authority", "Nordhavn Harbor Authority"));
        assert!(same_words("vessel monitoring systems", "Vessel Monitoring System"));
        assert!(same_words("Centre for Cyber Security", "Center for Cybersecurity"));
        assert!(same_words("Korea Internet & Security Agency", "Korea Internet and Security Agency"));
        assert!(!same_words("vessel monitoring system", "vessel monitoring service"));
        assert!(same_words("Nordhavn Steel Works Co., Ltd.", "Nordhavn Steel Works Company"));
        assert!(same_words("Nordhavn Steel Works", "Nordhavn Steel Works Inc."));
        assert!(!same_words("Nordhavn Company", "Nordhavn"));
        assert!(same_words("Office of the U.N. Mission", "Office of the United Nations Mission"));
        assert!(same_words("The Takvik Nature Trust", "Takvik Nature Trust"));
        assert!(!same_words("United Boat Mission", "UN Boat Mission"));
    }

    #[test]
    fn what_a_body_is_called_by_is_no_content() {
        assert_eq!(content_words("National Agency for the Testing of Organisations"), ["testing"]);
        assert_eq!(content_words("Korea Fisheries Resources Agency"), ["fishery", "resource"]);
    }
}

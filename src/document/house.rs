//! Families and museums that are called by a family name.

use super::lexicon;
use super::title_words::is_title;
use crate::text::Span;

/// What is called by a family name and is no person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum House {
    #[default]
    None,
    /// Several who are called so: "the Lund family".
    Family,
    /// A museum, a ship: "at the Lund".
    Thing,
}

impl House {
    /// What the name of so many `words` at `span` is, by the words beside it.
    pub(super) fn of(text: &str, span: Span, words: u16) -> Self {
        if is_family(&text[span.end..]) {
            return Self::Family;
        }
        if words == 1 && has_article(text, span) && !is_title(span.of(text)) {
            Self::Thing
        } else {
            Self::None
        }
    }
}

/// True in front of " family": "the Lund family", "the Holm and Lund families", "the Lund brothers".
fn is_family(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else { return false };
    let other = rest.strip_prefix("and ").filter(|other| other.starts_with(char::is_uppercase));
    let rest = other.and_then(|other| other.split_once(' ')).map_or(rest, |(_, rest)| rest);
    let word = rest.split(|c: char| !c.is_alphanumeric()).next();
    matches!(word, Some("brothers" | "clan" | "dynasty" | "families" | "family" | "siblings" | "sisters"))
}

/// True for the "Lund" of "at the Lund.", "the Lund is old" and "the Lund's pictures", and for one of several in "a Lund had
/// come": no person's name has an article.
fn has_article(text: &str, span: Span) -> bool {
    // "A Lund" is one with an initial.
    let head = text[..span.start].strip_suffix(' ').and_then(|head| head.rsplit([' ', '\n']).next());
    let mark = |c: char| !c.is_alphanumeric();
    let article = head.map(|word| word.trim_start_matches(mark));
    if !matches!(article, Some("the" | "The" | "a" | "an" | "An" | "another" | "Another")) {
        return false;
    }
    let behind = &text[span.end..];
    let word = behind.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    match word {
        Some(word) => {
            lexicon::is_function_word(word) && !matches!(word, "and" | "of" | "or" | "who" | "whose")
        }
        None => [".", ";", "?", "!", "’s ", "'s "].iter().any(|mark| behind.starts_with(mark)),
    }
}

//! Those whom an article introduces as the kin of somebody else: their family name alone is mostly the other's.

use super::met::Met;
use super::raw_candidate::RawCandidate;
use super::roster::{Owner, Roster};
use super::title_words;
use crate::text::Span;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Whom somebody left, or lost before: "predeceased by", "preceded in death by".
static LEFT: LazyLock<[Finder; 3]> =
    LazyLock::new(|| ["survived by ", "deceased by ", "in death by "].map(Finder::new));

/// Notes which of `names`, in order, are of somebody's kin: "her son, Ole Lund", "two sons, Ole Lund and Per Lund", "Ole Lund, her
/// brother", "survived by Ole Lund".
pub(super) fn note_kin(names: &mut [RawCandidate], text: &str) {
    if names.is_empty() {
        return;
    }
    // Of those whom an obituary lists, all are.
    let left = LEFT.iter().filter_map(|words| words.find(text.as_bytes())).min().unwrap_or(usize::MAX);
    for at in 0..names.len() {
        let span = names[at].span;
        let joined = |before: &RawCandidate| {
            let between = text.get(before.span.end..span.start);
            before.kin && matches!(between, Some(", " | " and " | ", and "))
        };
        names[at].kin = names[at].shape.words > 1
            && (span.start > left
                || is_behind_kin(text, span)
                || is_before_kin(text, span)
                || at > 0 && joined(&names[at - 1]));
    }
}

/// True behind a word of kinship: "her son, Ole Lund", "her husband, the late Col. Ole Lund", "She married Ole Lund".
fn is_behind_kin(text: &str, span: Span) -> bool {
    /// "The late Lt. Col.".
    const MOST_WORDS: usize = 4;
    let words = text[..span.start].rsplit([' ', '\n']).skip(1).take(MOST_WORDS + 1);
    let mut words = words.skip_while(|word| matches!(*word, "the" | "late") || title_words::is_title(word));
    words.next().is_some_and(|word| {
        let word = word.trim_end_matches(',');
        is_kin(word) || word == "married"
    })
}

/// True before what says whose kin it is: ", her younger brother".
fn is_before_kin(text: &str, span: Span) -> bool {
    /// "Her late elder brother".
    const MOST_WORDS: usize = 3;
    let Some(behind) = text[span.end..].strip_prefix(", ") else { return false };
    let mut words = behind.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    matches!(words.next(), Some("her" | "his" | "their")) && words.take(MOST_WORDS).any(is_kin)
}

/// True for a word of kinship in small letters, for one or several.
pub fn is_kin(word: &str) -> bool {
    const WORDS: [&str; 26] = [
        "aunt",
        "brother",
        "cousin",
        "dad",
        "daughter",
        "father",
        "granddaughter",
        "grandfather",
        "grandmother",
        "grandson",
        "husband",
        "lady",
        "mother",
        "mum",
        "nephew",
        "niece",
        "sibling",
        "sister",
        "son",
        "stepdaughter",
        "stepson",
        "twin",
        "uncle",
        "widow",
        "widower",
        "wife",
    ];
    WORDS.contains(&word) || word.strip_suffix('s').is_some_and(|one| WORDS.contains(&one))
}

impl Roster {
    /// Notes who is called by the names of somebody's kin.
    pub(super) fn note_kin_owners(&mut self) {
        self.kin_owners = self.kin.iter().filter_map(|key| self.by_text.get(key).copied()).collect();
    }

    /// Who of `owners` is meant by their family name at `span`, by whom a reader has met. Where all but one are this one's kin,
    /// it is this one, unless the block has named one of the others: then nobody can tell.
    pub(super) fn meant(
        &self,
        met: &Met,
        owners: &[Owner],
        block: usize,
        text: &str,
        span: Span,
    ) -> Option<Owner> {
        if self.kin_owners.is_empty() {
            return met.only(owners, block, text, span);
        }
        let mut others = owners.iter().filter(|owner| !self.kin_owners.contains(owner));
        let subject =
            others.next().filter(|owner| others.next().is_none() && met.has_met(**owner, block, span));
        match subject {
            Some(subject) => {
                let named = owners.iter().any(|owner| owner != subject && met.is_in(*owner, block, span));
                (!named).then_some(*subject)
            }
            None => met.only(owners, block, text, span),
        }
    }
}

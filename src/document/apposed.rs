//! Whether what stands behind the comma after a name says who that is: "Ana Lund, chief strategy officer of Hapsel".

use super::name_run::Units;
use super::unit::Join;
use super::{lexicon, title_words};
use std::ops::Range;

/// A clause has its verb within so many words of its subject.
const REACH: usize = 12;

impl Units<'_> {
    /// True when an age or a title follows behind the comma after `part`: "Jason Kwon, chief strategy officer of …".
    pub(super) fn is_apposed(&self, part: &Range<usize>) -> bool {
        let at = part.end;
        if self.units.get(at).is_none_or(|u| u.join != Join::Comma) {
            return false;
        }
        // "The Nordic Cup Final, with striker Ole Lund, begins": another clause.
        let link = |at: &usize| {
            !matches!(
                self.word(*at),
                "and" | "but" | "by" | "of" | "when" | "where" | "which" | "while" | "who" | "whose" | "with"
            )
        };
        let near = (at..at + 5)
            .take_while(|next| *next == at || self.units.get(*next).is_some_and(|u| u.join == Join::Space));
        let title = || near.take_while(link).find(|at| title_words::is_small_title(self.word(*at)));
        self.is_aged(at) || title().is_some_and(|title| self.says_who(part, title))
    }

    /// True where the `title` behind a comma is that of `part`: not in "in Takvik, a spokesman said", nor in "ferries of Old Takvik,
    /// activists and their friends".
    fn says_who(&self, part: &Range<usize>, title: usize) -> bool {
        let before = part.start.checked_sub(1).map_or("", |before| self.word(before));
        if matches!(before, "In" | "in") && self.units[part.start].join == Join::Space {
            return false;
        }
        let word = self.word(title);
        let several = word.ends_with('s') && !word.ends_with("ss");
        (!several || matches!(before, "&" | "and")) && !self.begins_clause(title)
    }

    /// True where the title `at` is that of the name behind it, or the subject of a verb: "spokesman Ana Lund", "a spokesman for the
    /// bank said".
    fn begins_clause(&self, at: usize) -> bool {
        let goes_on = |at: &usize| self.units.get(*at).is_some_and(|unit| unit.join == Join::Space);
        let words = || (at + 1..at + REACH).take_while(goes_on);
        let named = words().next().is_some_and(|at| self.units[at].capital && !self.units[at].acronym);
        let clause = words().take_while(|at| !begins_other_clause(self.word(*at)));
        named || clause.into_iter().any(|at| is_finite(self.word(at)))
    }
}

/// True for a word behind which stands a verb of another subject.
pub(super) fn begins_other_clause(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "as"
            | "because"
            | "but"
            | "that"
            | "when"
            | "where"
            | "which"
            | "while"
            | "who"
            | "whom"
            | "whose"
    )
}

/// True for a verb that has a subject in front of it, where a noun stands there: "said", "has".
pub(super) fn is_finite(word: &str) -> bool {
    lexicon::is_speech_verb(word)
        || matches!(
            word,
            "are"
                | "can"
                | "could"
                | "did"
                | "does"
                | "had"
                | "has"
                | "have"
                | "is"
                | "may"
                | "might"
                | "must"
                | "should"
                | "was"
                | "were"
                | "will"
                | "would"
        )
}

//! Whether a sentence states a thing as it is: no denial, no plan, no question, no rumour.

use super::phrase::Passage;
use super::word_list::WordList;
use std::ops::Range;

/// Words of a sentence on either side that are heard: what stands further off says nothing of a name, and a page without
/// a stop is read in linear time.
const REACH: usize = 120;

impl Passage<'_> {
    /// True when the clause that holds `words`, and the sentence around it, state them as they are.
    pub(super) fn asserts(&self, words: Range<usize>) -> bool {
        self.is_told_as_fact(words.start)
            && !self.words_in(self.clause_start(words.start)..words.end, &UNREAL)
    }

    /// True when `words` take a thing for granted, whatever the clause goes on to deny: "has not joined Anthropic-led
    /// Project Glasswing".
    pub(super) fn presumes(&self, words: Range<usize>) -> bool {
        self.is_told_as_fact(words.start) && !self.words_in(words, &UNREAL)
    }

    /// True when the sentence around token `at` is no question and no rumour.
    pub(super) fn is_told_as_fact(&self, at: usize) -> bool {
        let sentence = self.sentence(at);
        let asked = (sentence.end..sentence.end + 2).any(|at| self.word(at) == "?");
        let near = || sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH);
        !(asked || self.paragraph.rumours && self.words_in(near(), &RUMOUR))
    }

    /// True when one of the words speaks of another time than the article's: "former", "then", "designate".
    pub(super) fn is_of_another_time(&self, words: Range<usize>) -> bool {
        self.words_in(words, &OTHER_TIME)
    }

    fn words_in(&self, words: Range<usize>, list: &WordList) -> bool {
        let sentence = self.sentence(words.start).start;
        words.into_iter().any(|at| match self.word(at) {
            // The first word of a sentence, and a title's, are capitalised.
            word @ ("Former" | "Ex" | "Retired" | "Rtd" | "Then") => list.holds_lowered(word),
            word if at == sentence => list.holds_lowered(word),
            word => list.holds(word),
        })
    }

    /// Where the clause that reaches to token `at` begins: behind a semicolon or a "that", else with its sentence.
    /// Commas do not end it: "would, if it comes, be led by …".
    fn clause_start(&self, at: usize) -> usize {
        let start = self.sentence(at).start.max(at.saturating_sub(REACH));
        (start..at).rev().find(|at| matches!(self.word(*at), ";" | "and" | "but")).map_or(start, |at| at + 1)
    }
}

/// True for a word that passes a thing on without standing by it, in whatever case.
pub(super) fn is_rumour(word: &str) -> bool {
    RUMOUR.holds_lowered(word)
}

/// Words that make a clause anything but a plain statement.
#[rustfmt::skip]
static UNREAL: WordList = WordList::new(&[
    "aims", "cannot", "could", "expected", "former", "formerly", "hope", "hopes", "if", "intends", "may",
    "might", "must", "never", "no", "nor", "not", "once", "planned", "planning", "plans", "possible",
    "previously", "proposal", "propose", "proposed", "proposes", "seek", "seeks", "should", "t", "then", "unless",
    "until", "want", "wanted", "wants", "was", "were", "whether", "will", "would",
]);

/// Words that pass a thing on without standing by it.
#[rustfmt::skip]
pub(super) static RUMOUR: WordList = WordList::new(&[
    "alleged", "allegedly", "apparently", "denied", "denies", "deny", "falsely", "purported", "purportedly",
    "reportedly", "rumor", "rumored", "rumors", "rumour", "rumoured", "rumours", "speculation", "supposedly",
    "wrongly",
]);

/// Words that put an office in another time.
#[rustfmt::skip]
static OTHER_TIME: WordList = WordList::new(&[
    "candidate", "deposed", "designate", "elect", "ex", "former", "formerly", "incoming", "later", "nominee", "once",
    "ousted", "previous", "previously", "retd", "retired", "rtd", "then", "until", "was",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in [&UNREAL, &RUMOUR, &OTHER_TIME] {
            list.check();
        }
    }
}

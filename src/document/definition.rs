//! What a thing is, or what a person does, by the words beside the name.

use super::apposed::{begins_other_clause, is_finite};
use super::class_nouns::is_class;
use super::cue::{Cue, is_running};
use super::peoples;
use super::phrase::Passage;
use super::word_list::WordList;
use crate::catalog::Kind;
use crate::text::TokenKind;
use std::ops::Range;

/// A definition of more words than this is a sentence of its own.
const LONGEST: usize = 30;
/// A description in front of a name has no more words than this: "the South Korean security platform Knox".
const SHORT: usize = 7;

impl Passage<'_> {
    /// "GTAC is a …", "the Nordhavn Line, a ferry operator owned by …", "NIS, which guards …", "the magazine Asia
    /// Economy".
    pub(super) fn definition(&self, name: usize) -> Option<Range<usize>> {
        let kind = self.names[name].kind;
        let next = self.behind(name);
        let person = kind == Some(Kind::Person);
        let words = match self.word(next) {
            "is" | "are" => self.predicate(next + 1),
            "," => self.apposition(next + 1, person),
            "of" if person => self.belonging(next),
            _ => None,
        };
        // What sort of thing it is says more than what it does.
        let (sort, deed) = match words {
            Some(words) if matches!(self.word(words.start), "a" | "an" | "the") => (Some(words), None),
            words => (None, words),
        };
        sort.or_else(|| self.class_before(name)).or(deed).or_else(|| self.owned_program(name))
    }

    /// "[X is] a cyber security body that OpenAI runs for governments".
    fn predicate(&self, first: usize) -> Option<Range<usize>> {
        let article =
            self.tokens.get(first).is_some_and(|t| t.gap) && matches!(self.word(first), "a" | "an" | "the");
        let last = self.sentence(first).end.min(first + LONGEST);
        // "Is a year old" and "is the first to say so" are no definitions: a noun says what sort of thing it is.
        let defines = self.class_behind(first + 1).is_some();
        (article && defines && last >= first + 3 && self.asserts(first - 1..first + 1)).then_some(first..last)
    }

    /// "[Kim Sang-ho] of the harbor cooperative": where a person belongs.
    fn belonging(&self, of: usize) -> Option<Range<usize>> {
        let first = of + 1;
        let the = usize::from(self.word(first) == "the");
        let body =
            self.name_at(first + the).filter(|name| self.names[*name].kind == Some(Kind::Organization));
        let noun = || self.class_behind(first + 1).filter(|_| the == 1 && self.small_word(first + 1));
        let last = body.map(|name| self.words[name].end).or_else(|| noun().map(|noun| noun + 1))?;
        self.is_told_as_fact(of).then_some(of..last)
    }

    /// "[X,] a ferry operator owned by …", "[X,] the platform that …", "[X,] operated by …", "[X,] which guards …".
    fn apposition(&self, first: usize, person: bool) -> Option<Range<usize>> {
        let last = self.clause_end(first).min(first + LONGEST);
        let defines = match self.word(first) {
            "a" | "an" => last >= first + 3 && !self.is_clause(first..last),
            "the" => self.class_behind(first + 1).is_some_and(|noun| {
                matches!(
                    self.word(noun + 1),
                    "that"
                        | "which"
                        | "who"
                        | "through"
                        | "around"
                        | "of"
                        | "for"
                        | "behind"
                        | "in"
                        | "with"
                        | "led"
                        | "run"
                )
            }),
            "which" => !person && self.describes(first + 1),
            "who" => person && (DOES.holds(self.word(first + 1)) || self.has_done(first + 1..last)),
            word => !person && is_running(word) && self.word(first + 1) == "by",
        };
        (defines && last > first + 1 && self.is_told_as_fact(first)).then_some(first..last)
    }

    /// True for "a spokesman said no" behind "In Takvik,".
    fn is_clause(&self, mut words: Range<usize>) -> bool {
        let verb = words.find(|at| begins_other_clause(self.word(*at)) || is_finite(self.word(*at)));
        verb.is_some_and(|at| is_finite(self.word(at)))
    }

    /// True for "has fished out of Pohang for 31 years": what a person does, by now for long.
    fn has_done(&self, words: Range<usize>) -> bool {
        let long = |at: usize| matches!(self.word(at), "years" | "decades" | "since");
        self.word(words.start) == "has" && words.into_iter().any(long)
    }

    /// True for "guards the state's networks" and "was set up in 2024": what a body does or where it comes from.
    fn describes(&self, at: usize) -> bool {
        // "which the state set up for routes that cannot pay"
        let made = self.word(at) == "the" && self.small_word(at + 1) && is_origin(self.word(at + 2));
        made || match self.word(at) {
            "is" | "was" => is_origin(self.word(at + 1)) || is_running(self.word(at + 1)),
            verb => DOES.holds(verb),
        }
    }

    /// The first noun for a sort of thing at or behind `at`, with nothing but words that go before it between.
    fn class_behind(&self, at: usize) -> Option<usize> {
        let goes_before = |at: &usize| {
            self.small_word(*at)
                || self.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word && t.capital)
                || self.word(*at) == "-"
        };
        let mut words = (at..at + SHORT).take_while(goes_before);
        words.find(|at| is_class(self.word(*at)))
    }

    /// "the magazine [Asia Economy]", "OpenAI's AI security project '[Glasswing]'".
    fn class_before(&self, name: usize) -> Option<Range<usize>> {
        let mut end = self.words[name].start;
        if matches!(self.word_before(end), "'" | "‘" | "“" | "\"") {
            end -= 1;
        }
        if end == 0 || !is_class(self.word(end - 1)) || !self.small_word(end - 1) {
            return None;
        }
        let mut first = end - 1;
        while first > 0 && end - first < SHORT + 3 && self.goes_in_description(first - 1) {
            first -= 1;
        }
        if let Some((owner, _)) = self.owner_until(first) {
            first = self.words[owner].start;
        } else if !matches!(
            self.word_before(first).to_lowercase().as_str(),
            "a" | "an"
                | "the"
                | "its"
                | "their"
                | "this"
                | "with"
                | "of"
                | "by"
                | "from"
                | "at"
                | "to"
                | "for"
        ) {
            return None;
        }
        let quoted = end < self.words[name].start;
        // "a body OpenAI runs" is a body that OpenAI runs.
        let relative = matches!(Cue::of(self.word(self.words[name].end)), Some(Cue::Active(_)))
            || !quoted && matches!(self.word_before(first), "a" | "an");
        let tells = end - first >= 2 || self.word_before(first).eq_ignore_ascii_case("the");
        (tells && !relative && self.presumes(first..end)).then_some(first..end)
    }

    /// True for a word of a description in front of a name: "AI security project".
    pub(super) fn goes_in_description(&self, at: usize) -> bool {
        let word = self.word(at);
        let name = self.tokens.get(at).is_some_and(|t| t.all_caps) || peoples::is_demonym(word);
        self.small_word(at) || name || matches!(word, "-" | "(" | ")")
    }

    /// "OpenAI's Government Trusted Access Program (GTAC)": whose program it is, as the words have it.
    fn owned_program(&self, name: usize) -> Option<Range<usize>> {
        let (owner, _) = self.owner_until(self.words[name].start)?;
        let program = self.is_program(name) && !self.names[owner].person();
        let words = self.words[owner].start..self.words[name].end;
        (program && self.presumes(words.clone())).then_some(words)
    }

    /// True where the name, or the noun behind it, says that it is a program: "Project Glasswing", "the TAC program".
    pub(super) fn is_program(&self, name: usize) -> bool {
        let label = self.names[name].label;
        match self.names[name].kind {
            Some(Kind::Program) => true,
            Some(Kind::Organization) | None => {
                label.split([' ', '-']).any(is_program_noun) || self.is_program_noun(self.behind(name))
            }
            Some(_) => false,
        }
    }

    /// True for "program" and its like at token `at`.
    pub(super) fn is_program_noun(&self, at: usize) -> bool {
        is_program_noun(self.word(at))
    }
}

/// True for a noun of a program, in any case.
fn is_program_noun(word: &str) -> bool {
    const NOUNS: [&str; 8] =
        ["campaign", "coalition", "initiative", "partnership", "program", "programme", "project", "scheme"];
    NOUNS.iter().any(|noun| noun.eq_ignore_ascii_case(word))
}

fn is_origin(word: &str) -> bool {
    matches!(word, "created" | "established" | "founded" | "introduced" | "launched" | "opened" | "set")
}

/// What a body or a person does for good, not once.
#[rustfmt::skip]
static DOES: WordList = WordList::new(&[
    "advises", "builds", "chairs", "coaches", "collects", "coordinates", "designs", "develops", "directs",
    "distributes", "edits", "employs", "funds", "governs", "guards", "handles", "heads", "hosts", "leads",
    "licenses", "lobbies", "maintains", "manages", "manufactures", "monitors", "operates", "organises",
    "organizes", "oversees", "owns", "produces", "protects", "provides", "publishes", "regulates", "represents",
    "researches", "runs", "sells", "speaks", "stands", "studies", "supervises", "supplies", "supports", "teaches",
    "tests", "trains", "watches",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        DOES.check();
    }
}

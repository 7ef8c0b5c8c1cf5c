//! Who runs, leads or takes part in what, where the words assert it.
//!
//! Found by a few words, the cues, that a paragraph notes when it is read. "With", "alongside" and "around" are none:
//! they tell of company, not of leadership.

use super::cue::Cue;
use super::facts::{Tie, TieKind};
use super::peoples;
use super::phrase::Passage;
use crate::catalog::Kind;
use std::ops::Range;

/// Words of a description that lie between a name and what is said of it: "a cyber security consultative body".
const DESCRIPTION: usize = 8;
/// Words between what is joined and its name: "joined OpenAI's new program for governments".
const NEAR: usize = 4;

/// The ties that one paragraph states, in text order. Offsets count from its start.
pub(super) fn ties(passage: &Passage, cues: &[u32]) -> Vec<Tie> {
    let mut found = Vec::new();
    for at in cues.iter().map(|at| *at as usize) {
        let before = found.len();
        match Cue::of(passage.word(at)) {
            Some(Cue::Passive(kind)) => found.extend(passage.passive(at, kind)),
            Some(Cue::Active(kind)) => found.extend(passage.active(at, kind)),
            Some(Cue::Joining) => passage.joining(at, &mut found),
            Some(Cue::Members) => passage.members(at, &mut found),
            None => {}
        }
        found[before..].sort_by_key(|tie| tie.words);
    }
    found.extend(passage.owned());
    found
}

impl Passage<'_> {
    fn tie(&self, kind: TieKind, subject: usize, other: usize, words: Range<usize>) -> Option<Tie> {
        let (name, party) = (self.names[subject], self.names[other]);
        let thing = !matches!(name.kind, Some(Kind::Person | Kind::Place | Kind::Term | Kind::Title));
        let somebody = !matches!(party.kind, Some(Kind::Term | Kind::Title | Kind::Law | Kind::Event));
        (thing && somebody && name.chain != party.chain).then(|| Tie {
            kind,
            subject: name.chain,
            other: party.chain,
            name: name.span,
            words: self.span(words.clone()),
            sentence: self.sentence_span(words.start),
        })
    }

    /// "X, a coalition led by ORG", "the X program run by ORG", "X is operated by ORG", "ORG-led X".
    fn passive(&self, at: usize, kind: TieKind) -> Option<Tie> {
        if self.word_before(at) == "-" && !self.tokens[at].gap {
            let leader = self.name_until(at - 1)?;
            let subject = self.name_near(at + 1)?;
            let words = self.words[leader].start..self.words[subject].end;
            return self.tie(kind, subject, leader, words.clone()).filter(|_| self.presumes(words));
        }
        if self.word(at + 1) != "by" {
            return None;
        }
        let leader =
            self.name_at(at + 2).or_else(|| self.name_at(at + 3).filter(|_| self.is_article(at + 2)))?;
        let mut end = at;
        if matches!(self.word_before(end), "jointly" | "also") {
            end -= 1;
        }
        let subject = self.described(end)?;
        let words = self.words[subject].start..self.words[leader].end;
        self.tie(kind, subject, leader, words.clone()).filter(|_| self.asserts(words))
    }

    /// "ORG runs X", "X, which ORG runs", "X is a body ORG runs for …".
    fn active(&self, at: usize, kind: TieKind) -> Option<Tie> {
        let leader = self.name_until(at)?;
        let start = self.words[leader].start;
        let start = if self.is_article(start.wrapping_sub(1)) { start - 1 } else { start };
        let relative = matches!(self.word_before(start), "which" | "that");
        let open = if relative { start - 1 } else { start };
        let object =
            self.name_at(at + 1).or_else(|| self.name_at(at + 2).filter(|_| self.is_article(at + 1)));
        let (subject, words) = match object {
            None => {
                let subject = self.described(open)?;
                (subject, self.words[subject].start..at + 1)
            }
            Some(_) if relative => return None,
            Some(object) => {
                let glossed = self.behind(object) > self.words[object].end;
                if !(self.is_program(object) || glossed && kind == TieKind::RunBy) {
                    return None;
                }
                (object, start..self.words[object].end)
            }
        };
        self.tie(kind, subject, leader, words.clone()).filter(|_| self.asserts(words))
    }

    /// The name that a description ending before token `end` belongs to: "[X], a coalition", "[X] is a body that",
    /// "the [X] program", "[X], which is", "[X]".
    fn described(&self, end: usize) -> Option<usize> {
        let mut at = end;
        if matches!(self.word_before(at), "is" | "are") {
            at -= 1;
        }
        if matches!(self.word_before(at), "which" | "that") {
            at -= 1;
        }
        if let Some(name) = self.name_until(at) {
            return Some(name);
        }
        if self.word_before(at) == "," {
            return self.name_until(at - 1);
        }
        let noun = |at: usize| {
            self.small_word(at)
                || self.word(at) == "-"
                || self.tokens[at].all_caps
                || peoples::is_demonym(self.word(at))
        };
        let mut first = at;
        while first > 0 && at - first < DESCRIPTION && noun(first - 1) {
            first -= 1;
            // "the TAC program run by OpenAI"
            if at - first == 1
                && let Some(name) = self.name_until(first)
            {
                return Some(name);
            }
        }
        if first == at || !matches!(self.word_before(first), "a" | "an" | "the") {
            return None;
        }
        match self.word_before(first - 1) {
            "," | "is" | "are" => self.name_until(first - 2),
            _ => None,
        }
    }

    /// The name that begins at token `at`, or behind a few small words that describe it: "ORG-led security coalition X".
    fn name_near(&self, at: usize) -> Option<usize> {
        let skipped = (at..at + NEAR).take_while(|at| self.small_word(*at)).count();
        let first = at + skipped;
        let quoted = usize::from(matches!(self.word(first), "'" | "‘" | "“" | "\""));
        self.name_at(first + quoted)
    }

    fn is_article(&self, at: usize) -> bool {
        matches!(self.word(at), "the" | "The")
    }

    /// "firms such as A, B and C are involved in X", "A joined X", "A is a member of X".
    fn joining(&self, at: usize, found: &mut Vec<Tie>) {
        let behind = match (self.word(at), self.word(at + 1)) {
            ("joined", _) => at + 1,
            ("part", "in") if matches!(self.word_before(at), "take" | "takes" | "took") => at + 2,
            ("involved" | "participate" | "participates" | "participated", "in") | ("member", "of") => at + 2,
            _ => return,
        };
        let Some(whole) = self.joined(behind) else { return };
        const BETWEEN: [&str; 22] = [
            "a",
            "all",
            "also",
            "already",
            "among",
            "are",
            "both",
            "founding",
            "has",
            "have",
            "is",
            "now",
            "officially",
            "part",
            "take",
            "takes",
            "that",
            "those",
            "took",
            "formally",
            "who",
            "which",
        ];
        let mut end = at;
        while BETWEEN.contains(&self.word_before(end)) {
            end -= 1;
        }
        if self.word_before(end) == "," {
            end -= 1;
        }
        let members = self.listed_until(end);
        let Some(first) = members.last() else { return };
        let words = self.words[*first].start..self.words[whole].end;
        if self.asserts(words.clone()) {
            let bodies = members.into_iter().rev().filter(|member| !self.names[*member].person());
            found.extend(bodies.filter_map(|member| self.tie(TieKind::Member, whole, member, words.clone())));
        }
    }

    /// What is joined: the name at token `at`, or behind an article or an owner: "OpenAI's [TAC] program".
    fn joined(&self, at: usize) -> Option<usize> {
        let mut at = at;
        if matches!(self.word(at), "the" | "a" | "an" | "its") {
            at += 1;
        }
        let name = self.name_near(at)?;
        let inner = self.behind_possessive(self.behind(name)).map(|behind| self.name_near(behind));
        let whole = inner.unwrap_or(Some(name))?;
        let body = matches!(self.names[whole].kind, Some(Kind::Organization));
        (body || self.is_program(whole)).then_some(whole)
    }

    /// "Members of X include A, B and C", "X, whose members include A and B", "X's members include A".
    fn members(&self, at: usize, found: &mut Vec<Tie>) {
        let mut whole = match self.word_before(at) {
            "whose" => self.name_until(at - 1 - usize::from(self.word_before(at - 1) == ",")),
            _ => self.owner_until(at).map(|(owner, _)| owner),
        };
        let mut verb = at + 1;
        if self.word(verb) == "of" {
            whole = self.joined(verb + 1);
            verb = whole.map_or(verb, |whole| self.behind(whole));
        }
        let Some(whole) = whole.filter(|_| matches!(self.word(verb), "include" | "are")) else { return };
        let mut next = verb + 1;
        loop {
            let first = if self.is_article(next) { next + 1 } else { next };
            let Some(member) = self.name_at(first) else { return };
            let words = at..self.words[member].end;
            found.extend(
                self.tie(TieKind::Member, whole, member, words.clone()).filter(|_| self.asserts(words)),
            );
            next = self.behind(member);
            let joint = (next..next + 2).take_while(|at| matches!(self.word(*at), "," | "and")).count();
            if joint == 0 {
                return;
            }
            next += joint;
        }
    }

    /// The names of the list that ends before token `end`, the last first: "A, B and C".
    fn listed_until(&self, end: usize) -> Vec<usize> {
        let mut names = Vec::new();
        let mut end = end;
        while let Some(name) = self.name_until(end) {
            names.push(name);
            end = self.words[name].start;
            if self.is_article(end.wrapping_sub(1)) {
                end -= 1;
            }
            let marks = (1..=2)
                .take_while(|back| end >= *back && matches!(self.word(end - back), "," | "and" | "&"))
                .count();
            if marks == 0 {
                break;
            }
            end -= marks;
        }
        names
    }

    /// "OpenAI's GTAC program", "Anthropic's AI security project 'Glasswing'": the program is the body's own.
    fn owned(&self) -> impl Iterator<Item = Tie> {
        // Who owns has an apostrophe behind the name: a straight one, or a curly one, whose last byte is this.
        let possessives = memchr::memchr2(b'\'', 0x99, self.text.as_bytes());
        let names = if possessives.is_some() { self.names } else { &[] };
        let programs = names.iter().enumerate().filter(|(_, name)| name.subject && !name.person());
        programs.filter_map(|(at, _)| {
            let first = self.words[at].start;
            let quoted = usize::from(matches!(self.word_before(first), "'" | "‘" | "“" | "\""));
            let mut start = first - quoted;
            let described = (start.saturating_sub(DESCRIPTION)..start)
                .rev()
                .take_while(|at| self.goes_in_description(*at));
            start -= described.count();
            let (owner, _) = self.owner_until(start)?;
            // A surname can own a program in a sentence without running it; a body runs its own.
            let body = self.names[owner].kind == Some(Kind::Organization);
            let noun = start < first - quoted && self.is_program_noun(first - quoted - 1);
            let words = self.words[owner].start..self.words[at].end;
            (body && (noun || self.is_program(at)) && self.presumes(words.clone()))
                .then(|| self.tie(TieKind::RunBy, at, owner, words))?
        })
    }
}

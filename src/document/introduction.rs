//! Passages that introduce a name: by an office, or by saying what it is.

use super::apposed::is_finite;
use super::facts::{Introduction, IntroductionKind};
use super::honours::is_degree;
use super::korean_title::without_particle;
use super::office::{Employer, Office};
use super::person::may_be_person;
use super::phrase::{Named, Passage};
use super::title_words;
use crate::catalog::Kind;
use crate::text::Span;
use std::ops::Range;

/// So many words behind a comma are shown as an office as they stand; of more, those that were understood.
const LONGEST_OFFICE: usize = 14;

/// A degree and its stops have no more tokens than this: "Ph.D.".
const LONGEST_DEGREE: usize = 5;

/// Nobody is named with more of them.
const MOST_DEGREES: usize = 5;

/// "South Korea's ministry's institute's …": nobody writes more owners in a row.
const LONGEST_CHAIN: usize = 4;

/// An introduction and, for an office, where it is held. Offsets count from the paragraph's start.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) introduction: Introduction,
    pub(super) employer: Employer,
}

/// The introductions that one paragraph gives by the words around its names, in the order of the names.
pub(super) fn introductions(passage: &Passage) -> Vec<Found> {
    let mut found = Vec::new();
    // In "Ana Lund, director of roads, Ole Vik, …" the office is told of the first, and of nobody else.
    let mut taken = 0;
    let mut several: Option<Told> = None;
    for (at, name) in passage.names.iter().enumerate().filter(|(_, name)| name.subject) {
        let role = match name.kind {
            Some(Kind::Person) => passage.role(at, taken),
            // "Shasha Baker, OpenAI's Head of National Security Policy": the office tells that it is a person.
            None if name.label.contains(' ') && may_be_person(name.label, None) => {
                let told = passage.office_beside(at, taken);
                let told =
                    told.filter(|told| told.employer != Employer::Unsaid || passage.is_whole_office(told));
                let told = told.or_else(|| passage.title_behind_bracket(at));
                told.filter(|told| passage.is_told_as_fact(told.what.start))
            }
            _ => None,
        };
        let definition =
            || passage.definition(at).map(|words| Told::new(IntroductionKind::Definition, words));
        let told = match role {
            Some(role) if passage.is_shortened(&role) => definition().or(Some(role)),
            Some(role) => Some(role),
            None => definition(),
        };
        // "Senators Ana Lund and Ole Vik".
        let shared = several.take().filter(|_| passage.is_next_of_several(at));
        let told = match (told, shared) {
            (told, Some(shared)) if told.as_ref().is_none_or(|told| told.kind != IntroductionKind::Role) => {
                Some(shared)
            }
            (told, _) => told,
        };
        let Some(told) = told else { continue };
        several = passage.is_of_several(&told, at).then(|| told.clone());
        if told.kind == IntroductionKind::Role {
            taken = told.what.end;
        }
        let rank = told.rank.clone();
        let holds = told.holds;
        found.push(passage.found(at, told));
        if let Some(rank) = rank {
            found.push(passage.found(at, Told { holds, ..Told::new(IntroductionKind::Role, rank) }));
        }
    }
    found
}

/// Of "councillors" before a list of names each is a "councillor".
fn singular(title: Span, text: &str) -> Span {
    if !title.of(text).is_ascii() {
        return without_particle(title, text);
    }
    let plural = title.of(text).strip_suffix('s').is_some_and(|one| {
        let last = one.rsplit(' ').next().unwrap_or(one);
        // "White House senior advisers", but "director of operations".
        let title = || title_words::is_small_title(last) || title_words::is_title(last);
        one.len() > 3 && !one.ends_with('s') && (last == one || !one.contains(" of ") && title())
    });
    Span::new(title.start, title.end - usize::from(plural))
}

/// What the words beside a name say, in tokens.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) kind: IntroductionKind,
    pub(super) what: Range<usize>,
    pub(super) title: Range<usize>,
    pub(super) employer: Employer,
    pub(super) holds: bool,
    /// The rank between the office and the name: the "Gen." of "police chief Gen. Ana Lund".
    pub(super) rank: Option<Range<usize>>,
}

impl Told {
    fn new(kind: IntroductionKind, what: Range<usize>) -> Self {
        Self { kind, title: what.clone(), what, employer: Employer::Unsaid, holds: true, rank: None }
    }

    pub(super) fn office(office: Office, what: Range<usize>, holds: bool) -> Self {
        let Office { title, employer, .. } = office;
        Self { kind: IntroductionKind::Role, what, title, employer, holds, rank: None }
    }
}

impl Passage<'_> {
    /// What is told of a name.
    fn found(&self, name: usize, told: Told) -> Found {
        let introduction = Introduction {
            chain: self.names[name].chain,
            kind: told.kind,
            name: self.names[name].span,
            what: self.span(told.what),
            title: match told.kind {
                IntroductionKind::Role => singular(self.span(told.title), self.text),
                _ => self.span(told.title),
            },
            employer: None,
            holds: told.holds,
            sentence: self.sentence_span(self.words[name].start),
        };
        Found { introduction, employer: told.employer }
    }

    /// True where the office before the name is that of several: "Senators Ana Lund and Ole Vik".
    fn is_of_several(&self, told: &Told, name: usize) -> bool {
        let last = self.word(told.title.end - 1);
        let before = told.kind == IntroductionKind::Role && told.title.end <= self.words[name].start;
        // Of those behind the first, the title stands further off.
        before
            && last
                .strip_suffix('s')
                .is_some_and(|one| title_words::is_small_title(one) || title_words::is_title(one))
    }

    /// True for the "Ole Vik" of "Senators Ana Lund and Ole Vik": the next of a list.
    fn is_next_of_several(&self, name: usize) -> bool {
        let Some(before) = name.checked_sub(1) else { return false };
        let (end, start) = (self.words[before].end, self.words[name].start);
        let joined = match start.saturating_sub(end) {
            1 => matches!(self.word(end), "," | "and" | "&"),
            2 => self.word(end) == "," && self.word(end + 1) == "and",
            _ => false,
        };
        let Named { label, kind, .. } = self.names[name];
        joined
            && (kind == Some(Kind::Person)
                || kind.is_none() && label.contains(' ') && may_be_person(label, None))
    }

    /// The office of a person, before the name or behind it.
    fn role(&self, name: usize, taken: usize) -> Option<Told> {
        let title = self.title_before(name).map(|title| self.with_office_before(name, title, taken));
        let told = match title {
            Some(title) if self.is_shortened(&title) => self.office_beside(name, taken).or(Some(title)),
            Some(title) => Some(title),
            None => self.office_beside(name, taken),
        };
        let told = told.or_else(|| self.is_office(name));
        let korean = || {
            let office = self.korean_office(name)?;
            Some(Told::office(office.clone(), office.title, true))
        };
        let told = told.or_else(korean)?;
        self.is_told_as_fact(told.what.start).then_some(told)
    }

    /// True for "Capt." and "Rep.", which say less than any other words beside the name.
    fn is_shortened(&self, told: &Told) -> bool {
        self.word(told.title.end - 1) == "."
    }

    /// "Jason Kwon, chief strategy officer of OpenAI", with a gloss in brackets between or not.
    pub(super) fn office_behind(&self, name: usize) -> Option<Told> {
        let comma = self.behind(name);
        if self.word(comma) != "," {
            return None;
        }
        let first = self.behind_degrees(self.behind_age(comma + 1));
        let end = self.clause_end(first);
        let office = self.with_listed_body(self.office(first, end)?, first);
        let end = end.max(office.end);
        // "On Ana Lund, the president was silent"; but "Ana Lund, the president said" lacks a comma.
        let sentence = self.sentence(comma).start;
        let opens =
            |at: usize| at == sentence || at == sentence + 1 && matches!(self.word(sentence), "And" | "But");
        if is_finite(self.word(office.end)) && !opens(self.words[name].start) {
            return None;
        }
        // "Kim, the minister and Lee": a list.
        let list = matches!(self.word(first), "the" | "The")
            && office.employer == Employer::Unsaid
            && matches!(self.word(office.end), "and" | "or");
        let what = first..if end > first + LONGEST_OFFICE { office.end } else { end.max(office.end) };
        let holds = !self.is_of_another_time(first..office.end);
        (!list).then(|| Told::office(office, what, holds))
    }

    /// The token behind the age of "Jason Kwon, 45, chief strategy officer", and of "Jason Kwon, aged 45, …", where one stands `at`.
    fn behind_age(&self, at: usize) -> usize {
        let age = at + usize::from(self.word(at) == "aged");
        let digits = self.word(age).as_bytes();
        match digits.len() == 2 && digits.iter().all(u8::is_ascii_digit) && self.word(age + 1) == "," {
            true => age + 2,
            false => at,
        }
    }

    /// The token behind the degrees of "Jason Kwon, Ph.D., M.P.H., head of …".
    fn behind_degrees(&self, mut at: usize) -> usize {
        for _ in 0..MOST_DEGREES {
            let comma = (at + 1..at + LONGEST_DEGREE).find(|comma| self.word(*comma) == ",");
            let Some(comma) = comma.filter(|comma| is_degree(self.span(at..*comma).of(self.text))) else {
                break;
            };
            at = comma + 1;
        }
        at
    }

    /// The office with the body behind its comma, as lists have it: "Jason Kwon, president, OpenAI; …".
    fn with_listed_body(&self, office: Office, first: usize) -> Office {
        let bare = office.employer == Employer::Unsaid
            && office.title.start == first
            && self.word(office.end) == ",";
        let body = self
            .name_at(office.end + 1)
            .filter(|body| bare && self.names[*body].kind == Some(Kind::Organization));
        let ends = |body: &usize| {
            let end = self.words[*body].end;
            matches!(self.word(end), "," | ";" | ")" | "") || end >= self.sentence(end - 1).end
        };
        match body.filter(ends) {
            Some(body) => Office { employer: Employer::Name(body), end: self.words[body].end, ..office },
            None => office,
        }
    }

    /// "Jason Kwon is chief strategy officer of OpenAI".
    fn is_office(&self, name: usize) -> Option<Told> {
        let copula = self.behind(name);
        if !matches!(self.word(copula), "is" | "was") {
            return None;
        }
        let office = self.office(copula + 1, self.clause_end(copula + 1))?;
        let what = copula + 1..office.end;
        let asserted = self.word(copula) == "was" || self.asserts(what.clone());
        let holds = !self.is_of_another_time(copula..what.end);
        asserted.then(|| Told::office(office, what, holds))
    }

    /// The name that the sentence begins with, or the noun in its place: who "its" stands for.
    pub(super) fn subject(&self, at: usize) -> Employer {
        let mut first = self.sentence(at).start;
        if matches!(self.word(first), "The" | "“" | "\"") {
            first += 1;
        }
        let mut name = self.name_at(first);
        // "South Korea's AI Safety Institute": the last of the names.
        for _ in 0..LONGEST_CHAIN {
            let Some(owned) =
                name.and_then(|name| self.name_at(self.behind_possessive(self.words[name].end)?))
            else {
                break;
            };
            name = Some(owned);
        }
        match name {
            Some(name) if self.employs(name) && self.words[name].end <= at => Employer::Name(name),
            Some(_) => Employer::Unsaid,
            None if self.small_word(first) && first < at => Employer::Noun(self.span(first..first + 1)),
            None => Employer::Unsaid,
        }
    }

    /// Who "its" at token `at` stands for: the subject of its sentence, else of the sentence before.
    pub(super) fn possessor(&self, at: usize) -> Employer {
        match (self.subject(at), self.sentence(at).start.checked_sub(1)) {
            (Employer::Unsaid, Some(before)) => self.subject(before),
            (subject, _) => subject,
        }
    }
}

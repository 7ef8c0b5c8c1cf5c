//! Offices: "the ministry's second vice minister", "chief strategy officer (CSO) of OpenAI".

use super::apposed::is_finite;
use super::class_nouns::is_class;
use super::head_nouns;
use super::honours::is_honour;
use super::lexicon;
use super::peoples;
use super::phrase::Passage;
use super::title_words;
use super::word_list::{WordList, with_capital};
use crate::catalog::Kind;
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// Where an office is held, as its words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Employer {
    /// At a name: its place in the passage.
    Name(usize),
    /// At what a noun stands for: "the ministry", in bytes of the paragraph.
    Noun(Span),
    /// At the one that the sentence speaks of: "its director".
    Subject,
    /// The words do not say.
    Unsaid,
}

/// An office, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// The title alone: "head of national security policy".
    pub(super) title: Range<usize>,
    /// Where it is held.
    pub(super) employer: Employer,
    /// The token behind the office.
    pub(super) end: usize,
}

/// Words that end a title behind its noun.
const AFTER: [&str; 4] = ["emeritus", "executive", "general", "officer"];
/// Words that may stand before the noun of an office without being known for it: "convergence security engineering
/// professor".
const STRANGE: usize = 3;
/// Words of the field behind "of": "professor of convergence security engineering".
const FIELD: usize = 7;

impl Passage<'_> {
    /// The office that begins at token `from` and ends before `end`: "the ministry's second vice minister",
    /// "its first director", "OpenAI's chief strategy officer", "a professor at …".
    pub(super) fn office(&self, from: usize, end: usize) -> Option<Office> {
        let office = self.office_up_to(from, end)?;
        let behind = self.word(office.end);
        // "director Lee" and "director Dr. Lee" are the office of another; "the minister's house" and "minister-led" are none.
        let courtesy = |at: &usize| {
            let word = self.word(*at);
            word == "." || title_words::is_title(word) || title_words::is_part_of_title(word)
        };
        let named = office.end + (office.end..end).take_while(courtesy).count();
        let other = self.name_at(named).is_some()
            || matches!(behind, "'" | "’" | "-") && self.tokens.get(office.end).is_some_and(|t| !t.gap);
        (!other).then_some(office)
    }

    /// The same, whatever stands behind it.
    pub(super) fn office_up_to(&self, from: usize, end: usize) -> Option<Office> {
        let (mut start, employer) = self.owner(from);
        while matches!(self.word(start), "then" | "former" | "formerly" | "previously" | "-") {
            start += 1;
        }
        let noun = self.office_noun(start, end)?;
        let last = self.title_end(noun, end);
        let office = Office { title: start..last, employer, end: last };
        Some(self.place(office, end))
    }

    /// The token behind the title whose noun stands at `noun`: "chief strategy officer", "director general".
    fn title_end(&self, noun: usize, end: usize) -> usize {
        // "Director-General".
        let joined = |at: usize| {
            self.word(at) == "-" && !self.tokens[at].gap && matches!(self.word(at + 1), "General" | "general")
        };
        let goes_on = |at: &usize| self.is_office_noun(*at) || self.is_modifier(*at) || joined(*at);
        let run = (noun + 1..end).take_while(goes_on);
        let last = run
            .filter(|at| self.is_office_noun(*at) || AFTER.contains(&&*self.word(*at).to_lowercase()))
            .last();
        last.map_or(noun + 1, |last| last + 1)
    }

    /// The words before an office that say whose it is, and where its title begins.
    fn owner(&self, from: usize) -> (usize, Employer) {
        let mut at = from;
        let mut employer = Employer::Unsaid;
        if matches!(self.word(at), "its" | "Its" | "their" | "Their") {
            employer = Employer::Subject;
        }
        if self.is_determiner(at) {
            at += 1;
        }
        if let Some(name) = self.name_at(at).filter(|name| !self.names[*name].person()) {
            let end = self.behind(name);
            at = self.behind_possessive(end).unwrap_or(end);
            employer = Employer::Name(name);
        } else if let Some(behind) = self.behind_possessive(at + 1) {
            // A word in capitals that is no name is none to be held at: "Spain's" where a sentence begins.
            if self.small_word(at) {
                employer = Employer::Noun(self.span(at..at + 1));
            }
            at = behind;
        }
        (at, employer)
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "a" | "an"
                | "the"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "A"
                | "An"
                | "The"
                | "Its"
                | "Their"
        )
    }

    /// The noun of an office near `from`, with nothing but words that go before it between.
    fn office_noun(&self, from: usize, end: usize) -> Option<usize> {
        let mut strange = 0;
        for at in from..end {
            if self.is_office_noun(at) {
                return Some(at);
            }
            // "The Higher Education Minister".
            let field = || title_words::is_field(self.word(at));
            let known = self.is_modifier(at) || self.word(at) == "-" && at > from || field();
            if !known {
                strange += 1;
                if !self.small_word(at) || strange > STRANGE || lexicon::is_speech_verb(self.word(at)) {
                    return None;
                }
            }
        }
        None
    }

    /// True for the noun of an office in any case: "minister", "Director", "biologist".
    pub(super) fn is_office_noun(&self, at: usize) -> bool {
        if self.tokens.get(at).is_none_or(|t| t.kind != TokenKind::Word) {
            return false;
        }
        let word = self.word(at);
        if matches!(word, "father" | "sister") || is_honour(word) {
            return false;
        }
        let title = |word: &[u8]| {
            title_words::is_title(word)
                && !title_words::is_courtesy(word)
                && (!title_words::is_title_modifier(word) || matches!(word, b"Chief" | b"Head"))
        };
        OCCUPATIONS.holds_lowered(word) || with_capital(word, title) || self.is_lawyer_of_state(at)
    }

    /// True for the "General" of "Attorney General" and "Attorney-General".
    fn is_lawyer_of_state(&self, at: usize) -> bool {
        if !matches!(self.word(at), "General" | "general") {
            return false;
        }
        let before = at.checked_sub(1 + usize::from(self.word_before(at) == "-"));
        let before = before.map_or("", |before| self.word(before));
        matches!(before, "Advocate" | "Attorney" | "Solicitor" | "attorney" | "solicitor")
    }

    /// True for a word that goes before the noun of an office: "vice", "Foreign", "second", "former".
    pub(super) fn is_modifier(&self, at: usize) -> bool {
        let word = self.word(at);
        // "The undersecretary" has the word in it, and "under President Lund" none.
        if word == "under" && !matches!(self.word(at + 1), "-" | "secretary") {
            return false;
        }
        self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
            && (with_capital(word, |word| title_words::is_title_modifier(word))
                || peoples::is_demonym(word)
                || matches!(word, "co" | "ex" | "outgoing" | "incoming" | "new" | "non" | "previous"))
    }

    /// Reads what follows the noun: letters in brackets, the field, and where the office is held.
    fn place(&self, mut office: Office, end: usize) -> Office {
        loop {
            let at = self.behind_gloss(office.end).min(end);
            let at = self.behind_second_office(&office, at, end).unwrap_or(at);
            if !matches!(self.word(at), "of" | "at" | "for" | "in" | "with" | "on") || at >= end {
                return office;
            }
            if let Some((employer, behind)) = self.body(at + 1, end) {
                if office.employer == Employer::Unsaid {
                    office.employer = employer;
                }
                office.end = behind;
                return office;
            }
            let field = matches!(self.word(at), "of" | "for" | "on" | "in");
            // "Ana Lund, Minister for Tide Affairs Ole Dahl and others": the office is another's.
            let person = |at: usize| self.name_at(at).is_some_and(|name| self.names[name].person());
            let words = (at + 1..end.min(at + 1 + FIELD)).take_while(|&word| {
                let mark = self.tokens[word].kind == TokenKind::Mark || person(word);
                // "A spokesman for the ministry said no."
                let mark = mark || word > at + 1 && is_finite(self.word(word));
                !mark
                    && !matches!(self.word(word), "of" | "at" | "for" | "in" | "with" | "who" | "that" | "to")
                    || matches!(self.word(word), "-" | "&" | "'" | "’")
            });
            let Some(last) = words.last().filter(|_| field) else { return office };
            office.title.end = last + 1;
            office.end = last + 1;
        }
    }

    /// The token behind the "and CEO" of "president and CEO of Takvik Bank", where the first office is held, too.
    fn behind_second_office(&self, first: &Office, at: usize, end: usize) -> Option<usize> {
        let held = || {
            matches!(
                self.word(first.title.end - 1),
                "chair" | "chairman" | "chairwoman" | "director" | "founder" | "head" | "owner" | "president"
            )
        };
        if !matches!(self.word(at), "and" | "&") || !held() {
            return None;
        }
        let mut behind = at + 1..end;
        let noun = behind.find(|at| self.is_office_noun(*at) || !self.is_modifier(*at))?;
        let last = self.title_end(noun, end);
        (self.is_office_noun(noun) && matches!(self.word(last), "at" | "of")).then_some(last)
    }

    /// The body that is named from token `from` on, and the token behind it: "the ministry", "South Korea's Ministry of
    /// Science", "its Policy Office".
    fn body(&self, from: usize, end: usize) -> Option<(Employer, usize)> {
        let mut at = from;
        if self.is_determiner(at) {
            at += 1;
        }
        if at < end && peoples::is_demonym(self.word(at)) {
            at += 1;
        }
        if let Some(name) = self.name_at(at).filter(|name| !self.names[*name].person()) {
            let behind = self.behind(name);
            // "of South Korea's Ministry of Science": the body is the last one.
            if let Some(next) = self.behind_possessive(behind)
                && let Some(inner) = self.name_at(next).filter(|name| !self.names[*name].person())
            {
                return Some((Employer::Name(inner), self.behind(inner)));
            }
            // "head of OpenAI's strategy", "director of the OpenAI office": a part of the body, not the body.
            let next = self.tokens.get(behind).filter(|t| t.gap && t.kind == TokenKind::Word);
            let longer = next.is_some_and(|t| t.capital) || self.small_word(behind);
            let part = self.behind_possessive(behind).is_some()
                || behind < end && longer && !lexicon::is_speech_verb(self.word(behind));
            return (!part).then(|| (Employer::Name(name), self.words[name].end));
        }
        let definite = matches!(self.word(from), "the" | "its");
        let noun = definite
            && at < end
            && !self.small_word(at + 1)
            && (is_class(self.word(at)) || with_capital(self.word(at), |word| head_nouns::is_body(word)));
        noun.then(|| (Employer::Noun(self.span(at..at + 1)), at + 1))
    }

    /// The body that is named at token `at` of a sentence.
    pub(super) fn body_at(&self, at: usize) -> Employer {
        self.body(at, self.sentence(at).end).map_or(Employer::Unsaid, |(employer, _)| employer)
    }

    /// The name of the body that an office is held at, where it is one that can have it.
    pub(super) fn employs(&self, name: usize) -> bool {
        !matches!(self.names[name].kind, Some(Kind::Person | Kind::Term | Kind::Title))
    }
}

/// Nouns for what somebody does that stand in small letters beside a name and are no title before one.
#[rustfmt::skip]
static OCCUPATIONS: WordList = WordList::new(&[
    "accountant", "activist", "actor", "actress", "analyst", "anthropologist", "archaeologist", "architect",
    "artist", "astronaut", "astronomer", "banker", "barrister", "beekeeper", "biologist", "botanist",
    "broadcaster", "broker", "campaigner", "captain", "cardiologist", "carpenter", "chef", "chemist",
    "choreographer", "climatologist", "composer", "consultant", "coroner", "criminalist", "criminologist",
    "cryptographer", "curator", "demographer", "dentist", "designer", "developer", "diplomat", "doctor",
    "driver", "ecologist", "economist", "electrician", "engineer", "entrepreneur", "epidemiologist",
    "expert", "farmer", "fellow", "film-maker", "filmmaker", "firefighter", "fisherman", "forecaster", "founder",
    "geographer", "geologist", "glaciologist", "hacker", "historian", "hydrologist", "immunologist",
    "investor", "journalist", "lecturer", "librarian", "lifeguard", "linguist", "lobbyist", "master",
    "mathematician", "meteorologist", "microbiologist", "musician", "negotiator", "neurologist",
    "neuroscientist", "novelist", "nurse", "nutritionist", "oceanographer", "official", "oncologist",
    "owner", "paediatrician", "painter", "paramedic", "partner", "pathologist", "pediatrician",
    "pharmacist", "philosopher", "photographer", "physician", "physicist", "pilot", "playwright", "poet",
    "politician", "presenter", "producer", "programmer", "psychiatrist", "psychologist", "publisher",
    "scholar", "screenwriter", "sculptor", "seismologist", "shepherd", "skipper", "sociologist",
    "solicitor", "specialist", "statistician", "surgeon", "teacher", "technician", "theologian", "trader",
    "trainer", "translator", "veterinarian", "virologist", "volcanologist", "warden", "winemaker", "writer",
    "zoologist",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        OCCUPATIONS.check();
    }
}

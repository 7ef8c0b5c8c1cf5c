//! Nicknames inside a name: "Robert “Bobby” Castellano".

use super::name_run::Units;
use super::trades::{is_calling, is_walk_of_life};
use super::traits::Traits;
use super::unit::{Join, is_initial, is_initials};
use super::{head_nouns, lexicon};
use crate::text::Span;
use std::ops::Range;

impl Units<'_> {
    /// The surname behind a nickname in quotation marks or brackets: of "Robert "Bobby" Castellano" and "Jan H. "Hap" de Holm",
    /// where `run` is "Robert" or "Jan H.".
    pub(super) fn behind_nickname(&self, run: &Range<usize>) -> Option<usize> {
        /// "The Rock" has two words.
        const MOST_WORDS: usize = 3;
        let gap =
            |at: usize| Some(&self.text[self.units.get(at - 1)?.span.end..self.units.get(at)?.span.start]);
        let opens = |gap: &str| matches!(gap, " \"" | " “" | " '" | " ‘" | " (");
        let closes = |gap: &str| matches!(gap, "\" " | "” " | "' " | "’ " | ") ");
        if !opens(gap(run.end)?) {
            return None;
        }
        let given = run.clone().rev().take_while(|at| !self.is(*at, Traits::TITLE)).last()?;
        // "Guitarist Ray “Sparky” Lund" begins a sentence.
        let calling = run.end - given > 1 && self.units[given].starts;
        let given = given + usize::from(calling && is_calling(self.word(given)));
        let initial = run.end - given == 2 && is_initial(self.word(given + 1));
        // "Joseph Victor “JV” Lund".
        let two = run.end - given == 2 && (given..run.end).all(|at| self.is(at, Traits::GIVEN_NAME));
        // "Justice Secretary Per Anton “Tussi” Lund".
        let plain = |at: usize| self.units[at].capital && self.is_bearer(at);
        let titled = || given > run.start && run.end - given <= MOST_WORDS && (given..run.end).all(plain);
        let names = Span::new(self.units[given].span.start, self.units[run.end - 1].span.end);
        let by_initials = || {
            let of = |names: &str| are_initials_of(self.word(run.end), names);
            of(names.of(self.text)) || of(self.word(run.end - 1))
        };
        if run.end - given > 1 && !initial && !two && !titled() && !by_initials() {
            return None;
        }
        let behind = (run.end + 1..).take(MOST_WORDS).find(|at| gap(*at).is_none_or(closes))?;
        // "El Lobo" is one word of Spanish.
        let article = matches!(self.word(run.end), "Don" | "El" | "La" | "Los" | "the");
        let one_word = behind == run.end + 1 + usize::from(article && gap(run.end + 1) == Some(" "))
            && gap(run.end).is_some_and(|gap| !gap.contains('('))
            && !self.is(given, Traits::BODY.or(Traits::LANDMARK));
        let alike =
            || self.is(run.end, Traits::GIVEN_NAME) || begin_alike(self.word(given), self.word(run.end));
        let small = |at: &usize| {
            self.units.get(*at).is_some_and(|u| !u.capital) && lexicon::is_particle(self.word(*at))
        };
        let surname = behind + (behind..).take(MOST_WORDS).take_while(small).count();
        let free = |at: usize| self.units.get(at).is_some_and(|unit| unit.capital) && !self.is_taken(at);
        // "Nordhavn “Nord” Hall" is no person.
        let bearer = || self.is_bearer(given) && !self.is(surname, Traits::BODY.or(Traits::LANDMARK));
        let several = run.end - given > 1 && !initial && !two;
        let called = match several {
            true => one_word && bearer() || by_initials(),
            false => self.is(given, Traits::GIVEN_NAME) || one_word && (alike() || bearer()) || by_initials(),
        };
        let first = run.end + usize::from(self.word(run.end) == "the");
        (called && (first..behind).all(free) && free(surname)).then_some(surname)
    }

    /// True for a title that is a name too between a given name and the last of `run`, "Robert Dean Lund", and for one that is
    /// quoted inside a name, "Peter “Duke” Lund".
    pub(super) fn is_middle_name(&self, at: usize, run: &Range<usize>) -> bool {
        if self.is_first_name(at, run) {
            return true;
        }
        if at == run.start {
            return false;
        }
        let name = || {
            matches!(
                self.word(at),
                "Baron" | "Dean" | "Duke" | "King" | "Major" | "Pope" | "Prince" | "Singer"
            )
        };
        let plain = |at: usize| self.units[at].capital && self.units[at].traits == Traits::default();
        let middle = at == run.start + 1 && at + 2 == run.end && self.is(run.start, Traits::GIVEN_NAME);
        middle && plain(at + 1) && name() || self.is_given_sheikh(at, run) || self.is_quoted(at)
    }

    /// True for the "Sheikh" of "President Hassan Sheikh Lund": between a given name and the last one it is a name.
    fn is_given_sheikh(&self, at: usize, run: &Range<usize>) -> bool {
        matches!(self.word(at), "Imam" | "Shaikh" | "Sheikh")
            && at > run.start
            && at + 2 == run.end
            && self.is(at - 1, Traits::GIVEN_NAME)
            && (at == run.start + 1 || at == run.start + 2 && self.is(run.start, Traits::TITLE))
            && self.units[at + 1].capital
    }

    /// True for a title that is a given name behind what somebody is: the "Dean" of "fire chief Dean Lund" and "the singer Prince
    /// Lund"; and for the "Dean" of "Dean Lund, 40,".
    fn is_first_name(&self, at: usize, run: &Range<usize>) -> bool {
        let word = self.word(at);
        let name = at + 2 == run.end
            && matches!(word, "Dean" | "Duke" | "King" | "Major" | "Prince")
            && self.units[at + 1].capital
            && self.units[at + 1].traits == Traits::default();
        if !name {
            return false;
        }
        let before = at.checked_sub(1).filter(|_| self.units[at].join == Join::Space);
        let before = before.map_or("", |before| self.word(before));
        let dean = || {
            word == "Dean"
                && (matches!(before, "Coach" | "captain" | "chief" | "coach" | "keeper" | "skipper")
                    || at == run.start && self.is_aged(run.end) && !matches!(before, "the" | "The"))
        };
        is_walk_of_life(before) || dean()
    }

    /// True for a word that may be somebody's given name: hardly anything else stands before a nickname of one word.
    fn is_bearer(&self, at: usize) -> bool {
        let other = Traits::FUNCTION_WORD.or(Traits::DEMONYM).or(Traits::CALENDAR).or(Traits::TITLE_MODIFIER);
        let participle = || self.units[at].starts && self.word(at).ends_with("ed");
        !self.units[at].acronym && !self.is(at, other) && !participle()
    }
}

/// True for the "R.J." of "Robert Jo (R.J.) Lund" and the "M.J." of "Min-jae (M.J.) Lund": initials by which somebody is called,
/// whose given names are `names`.
fn are_initials_of(initials: &str, names: &str) -> bool {
    let letters = || initials.chars().filter(|c| *c != '.');
    let parts = names.split([' ', '-']).filter_map(|part| part.chars().next());
    let given = |names: &str| names.split(' ').next().is_some_and(lexicon::is_given_name);
    let body = |word: &str| head_nouns::is_body(word) || head_nouns::is_landmark(word);
    let person = match is_initials(initials) {
        true => (given(names) || names.contains('-')) && !names.split(' ').any(body),
        false => names.split(' ').all(lexicon::is_given_name),
    };
    person && (2..4).contains(&letters().count()) && letters().eq(parts.flat_map(char::to_uppercase))
}

/// True where `initials` in brackets are no acronym of `names` before them, since somebody's surname follows: "Robert Jo (R.J.)
/// Lund", but "Robert Jo (R.J.) Holdings".
pub(super) fn calls_person(initials: &str, names: &str, behind: &str) -> bool {
    let surname =
        behind.strip_prefix(' ').unwrap_or("").split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let other = Traits::BODY
        .or(Traits::LANDMARK)
        .or(Traits::TITLE)
        .or(Traits::TITLE_MODIFIER)
        .or(Traits::COMPANY_SUFFIX);
    surname.starts_with(char::is_uppercase)
        && are_initials_of(initials, names)
        && !Traits::of(surname).has(other)
}

/// True for "Bartholomew" and "Bart".
fn begin_alike(given: &str, nickname: &str) -> bool {
    let head = |name: &str| name.chars().take(2).flat_map(char::to_lowercase).collect::<String>();
    head(given) == head(nickname)
}

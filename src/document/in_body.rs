//! Persons who are named right behind the body or the country in which they hold an office or say something.

use super::endings::is_abstract;
use super::lands::is_land;
use super::name_run::Units;
use super::plausible::is_ship;
use super::traits::Traits;
use super::unit::{Join, is_hyphenated_given_name};
use super::{lexicon, title_words};
use crate::catalog::is_korean_name;
use std::ops::Range;

impl Units<'_> {
    /// Where the person is named who holds an office in the body that `run` begins with, "the leader of the NHP Orvel Tamsund", or
    /// says something in it: "in the Takvik Assembly Ola Lund told".
    pub(super) fn behind_body(&self, run: &Range<usize>) -> Option<usize> {
        if let Some(person) = self.behind_office(run) {
            return Some(person);
        }
        let person = run.end.checked_sub(2).filter(|at| *at > run.start && self.is(at - 1, Traits::BODY))?;
        let plain = |at: usize| self.units[at].capital && self.units[at].traits == Traits::default();
        let within = run.start > 1
            && self.word(run.start - 1) == "the"
            && matches!(self.word(run.start - 2), "at" | "At" | "in" | "In");
        let says = || {
            let joined = self.units.get(run.end).is_some_and(|verb| verb.join == Join::Space);
            joined && lexicon::is_speech_verb(self.word(run.end))
        };
        let field = |at: usize| is_abstract(self.word(at)) || title_words::is_field(self.word(at));
        let named = within && (person..run.end).all(|at| plain(at) && !field(at));
        (named && says()).then_some(person)
    }

    /// Where the person is named behind a country, a town or a body as Korean names are written: "Speaker of the National Assembly
    /// Kim Do-min".
    pub(super) fn behind_korean_office(&self, run: &Range<usize>) -> Option<usize> {
        let given = run.end.checked_sub(1).filter(|_| run.len() > 2)?;
        let surname = given - 1;
        if !is_hyphenated_given_name(self.word(given)) || !lexicon::is_korean_surname(self.word(surname)) {
            return None;
        }
        let before = surname - 1;
        let name = || &self.text[self.units[surname].span.start..self.units[given].span.end];
        // In Hong Kong a given name may stand in front of all that: then it stands alone.
        let several =
            run.len() > 3 || run.start > 0 && matches!(self.word(run.start - 1), "of" | "the" | "to");
        let other =
            several || self.is(before, Traits::BODY.or(Traits::LANDMARK)) || is_land(self.word(before));
        let office = self.is(before, Traits::GIVEN_NAME.or(Traits::TITLE)) || self.is_field(before);
        (other && !office && is_korean_name(name())).then_some(surname)
    }

    /// Where the person is named behind the body in which an office before it is held: "the speaker of the House Hasmon Drevik",
    /// "Speaker of Parliament Hasmon Drevik".
    fn behind_office(&self, run: &Range<usize>) -> Option<usize> {
        let before = || {
            let the = usize::from(run.start > 0 && self.word(run.start - 1) == "the");
            run.start.checked_sub(1 + the)
        };
        let inside = (run.start + 1..run.end).find(|at| !self.units[*at].capital);
        let link = inside.or_else(before).filter(|link| *link > 0)?;
        let office = matches!(self.word(link), "for" | "in" | "of" | "to")
            && matches!(
                self.word(link - 1),
                "Chair"
                    | "Chairman"
                    | "Chairwoman"
                    | "Governor"
                    | "Head"
                    | "Leader"
                    | "Member"
                    | "Opposition"
                    | "President"
                    | "Secretary"
                    | "Speaker"
                    | "chair"
                    | "chairman"
                    | "chairwoman"
                    | "director"
                    | "governor"
                    | "head"
                    | "leader"
                    | "member"
                    | "president"
                    | "secretary"
                    | "speaker"
                    | "spokesman"
                    | "spokesperson"
                    | "spokeswoman"
            );
        if !office {
            return None;
        }
        let body = |at: usize| {
            self.is(at, Traits::BODY)
                || self.units[at].acronym && !is_ship(self.word(at)) && !self.is_title_at(at, run)
        };
        let plain = |at: usize| {
            let unit = &self.units[at];
            unit.capital && !unit.acronym && unit.traits == Traits::default()
        };
        let names = (run.start + 1..run.end).rev().take_while(|at| plain(*at)).last()?;
        let person = names..run.end;
        if !(2..=3).contains(&person.len()) || !body(person.start - 1) {
            return None;
        }
        // "The head of the UN Boat Talks" holds them.
        let several = self.word(run.end - 1).ends_with('s');
        let field = |at: usize| is_abstract(self.word(at)) || title_words::is_field(self.word(at));
        (!several && !person.clone().any(field)).then_some(person.start)
    }

    /// True for the "Engineers" of "Brotherhood of Locomotive Engineers": nobody alone is called so.
    pub(super) fn is_several(&self, at: usize) -> bool {
        self.word(at).strip_suffix('s').is_some_and(title_words::is_title)
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn who_is_named_behind_a_body() {
        for (text, expected) in [
            (
                "In the Takvik Parliament Una Brun said no; in the Hapsel Institute Haspa Vik told nobody. They met at the Takvik Assembly Budget Hearing, and in the Nordhavn Press Una Brun wept.",
                "Takvik Parliament, Una Brun*, Hapsel Institute, Haspa Vik*, Takvik Assembly Budget Hearing, Nordhavn Press Una Brun",
            ),
            (
                "He met the speaker of the House Hasmon Drevik, the leader of the NHP Orvel Tamsund, the head of the Nordhavn Support Mission Rasmon Otvik and a spokesman for the UN Halven Brisk. The head of the NHP Boat Talks, the director of the Quay Museum Ferry Collection and the captain of the HMS Takvik Hapsel left the chairman of the NHP Takvik.",
                "Hasmon Drevik*, NHP, Orvel Tamsund*, Nordhavn Support Mission, Rasmon Otvik*, UN, Halven Brisk*, NHP Boat Talks, Quay Museum Ferry Collection, HMS Takvik Hapsel, NHP Takvik",
            ),
            (
                "He met Speaker of Parliament Pelun Tarmo, Chair of the Policy Committee Torvik Lund and the Secretary of the Takvik Teachers Union Runvik Berg. He is a member of the Hapsel MK Tormel Asgun. The President of the Takvik Boat Bank left the Head of the Harbour Office Planning Division.",
                "Pelun Tarmo*, Policy Committee, Torvik Lund*, Takvik Teachers Union, Runvik Berg*, Hapsel, Tormel Asgun*, Takvik Boat Bank, Harbour Office Planning Division",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

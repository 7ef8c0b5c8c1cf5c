//! Firms that are called after those who founded them: "Hapsel and Co", "Hapsel, Vinter and Co Inc".

use super::lexicon;
use super::name_run::Units;
use super::traits::Traits;
use super::unit::{Join, is_initial};
use std::ops::Range;

impl Units<'_> {
    /// True where "and Co" behind `run` makes a firm's name of it: "Hapsel and Co", "E. Hapsel and Co Inc". A full name may
    /// be that of somebody with the others: "Ana Lund and Co".
    pub(super) fn has_partners(&self, run: &Range<usize>) -> bool {
        let person = || {
            run.len() > 1
                && self.is(run.start, Traits::GIVEN_NAME)
                && !run.clone().any(|at| is_initial(self.word(at)))
        };
        let other = Traits::TITLE.or(Traits::DEMONYM).or(Traits::FUNCTION_WORD).or(Traits::CALENDAR);
        self.is_and_company(run.end)
            && !self.is(run.start, other)
            && (self.is(run.end + 2, Traits::COMPANY_SUFFIX) || !person())
    }

    /// Where the name of a firm ends that begins with `run` and lists its partners: "Hapsel, Vinter and Co".
    pub(super) fn end_of_partners(&self, run: &Range<usize>) -> Option<usize> {
        /// No firm lists more.
        const MOST: usize = 4;
        let partner = |at: &usize| {
            let unit = self.units.get(*at);
            unit.is_some_and(|unit| unit.capital && unit.join == Join::Comma && !unit.acronym)
                && !self.is_taken(*at)
        };
        let and = run.end + (run.end..run.end + MOST).take_while(partner).count();
        let listed = run.len() == 1 && and > run.end && self.is_and_company(and);
        (listed && self.may_head_partners(run.start)).then_some(and + 2)
    }

    /// True for "and Co" at `and`; not in "Down and Co Antrim".
    fn is_and_company(&self, and: usize) -> bool {
        let legal = Traits::COMPANY_SUFFIX.or(Traits::TITLE);
        matches!(self.word(and), "&" | "and")
            && matches!(self.word(and + 1), "Co" | "Co.")
            && self.may_follow(and + 1)
            && (!self.may_follow(and + 2) || self.is(and + 2, legal))
    }

    /// True where the word may be the first of some partners; not in "In Nordhavn, Hapsel and Co", "Separately, Hapsel and Co".
    fn may_head_partners(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| self.units[at].join == Join::Space);
        let there = before.is_some_and(|at| {
            matches!(self.word(at), "At" | "From" | "In" | "Near" | "at" | "from" | "in" | "near")
        });
        let word = self.word(at);
        let plain = self.units[at].starts && (word.ends_with("ly") || lexicon::begins_plain_word(word));
        let other = Traits::TITLE.or(Traits::DEMONYM).or(Traits::FUNCTION_WORD).or(Traits::GIVEN_NAME);
        !there && !plain && !self.is(at, other.or(Traits::CALENDAR)) && !self.units[at].possessive
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn firms_of_partners() {
        for (text, expected) in [
            (
                "It is a unit of Hapsel and Co Inc. The chief of Vinter and Co left. E. Lund and Co said so.",
                "Hapsel and Co Inc, Vinter and Co, E. Lund and Co",
            ),
            (
                "A unit of Hapsel, Vinter and Co met Holm, Dahl and Sol. Hapsel, Vinter, Takvik & Co said so.",
                "Hapsel, Vinter and Co, Holm, Dahl, Sol, Hapsel, Vinter, Takvik & Co",
            ),
            (
                "In Nordhavn, Hapsel and Co said so. Separately, Vinter and Co left. Ana Lund and Co won.",
                "Nordhavn, Hapsel and Co, Vinter and Co, Ana Lund*",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

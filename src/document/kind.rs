//! What a name is, as its words and those beside it show.

use super::lands::is_continent;
use super::lexicon;
use super::name_run::Units;
use super::person::{is_generation, is_regnal};
use super::traits::Traits;
use super::unit::{Join, is_hyphenated_given_name, is_initial, is_initials};
use crate::catalog::Kind;
use std::ops::Range;

impl Units<'_> {
    /// What `part` names.
    pub(super) fn kind(&self, part: &Range<usize>, titled: bool) -> Option<Kind> {
        let last = part.end - 1;
        // "Tiger Woods, 50," and "Rep. Joe Church"; no body is called "Ana Banks".
        let surname = || part.len() > 1 && lexicon::is_family_name_too(self.word(last));
        let several = || part.len() == 2 && self.is(last, Traits::BODY) && self.word(last).ends_with('s');
        let named = || self.is(part.start, Traits::GIVEN_NAME) && several();
        if surname() && (titled || self.is_aged(part.end) || named()) {
            return Some(Kind::Person);
        }
        if self.is(last, Traits::BODY.or(Traits::COMPANY_SUFFIX)) || self.body_of(part).is_some() {
            return Some(Kind::Organization);
        }
        let mut words = part.clone().map(|at| self.word(at));
        // "C.C. Wei" may be a person, where a title says so.
        let initials = |at| at == part.start && is_initials(self.word(at));
        // "An economist at Vinter Bank": nobody is at a person.
        if part.len() > 1 && self.is_workplace(part.start) {
            return Some(Kind::Organization);
        }
        let acronym = part.clone().any(|at| {
            // "Larry Terch III" is a third one.
            let third = at > part.start && (is_generation(self.word(at)) || is_regnal(self.word(at)));
            let own = is_initial(self.word(at)) || third || part.len() > 1 && initials(at);
            let own = own || at > part.start && self.is_quoted(at);
            self.units[at].acronym && !own
        });
        // "Dr. Hye-jin Park" is no park.
        let landmark = part.len() > 1
            && self.is(last, Traits::LANDMARK)
            && !titled
            && !is_hyphenated_given_name(self.word(part.start));
        // "CEO Hapsel Motor Europe".
        let region =
            part.len() > 2 && is_continent(self.word(last)) && !self.is(part.start, Traits::GIVEN_NAME);
        if acronym || landmark || region || words.any(|w| matches!(w, "of" | "&" | "and" | "for")) {
            return None;
        }
        let full = part.len() > 1
            && (self.is(part.start, Traits::GIVEN_NAME) || is_hyphenated_given_name(self.word(last)));
        let own = |at: usize| is_initial(self.word(at)) || at > part.start && self.is_quoted(at);
        let initial = part.len() > 2 && part.clone().any(own);
        let before = part.start.checked_sub(1).filter(|_| self.units[part.start].join == Join::Space);
        let small_title = before.is_some_and(|at| self.ends_small_title(at) && !self.is_verb(at));
        let person =
            titled || full || initial || small_title || self.is_apposed(part) || self.is_between(part);
        let person = person || part.len() > 1 && (self.is_behind_age(part.start) || self.is_who(part));
        person.then_some(Kind::Person)
    }
}

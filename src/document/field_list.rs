//! Bodies and offices whose fields are listed: "Ministry of Trade, Industry and Energy".

use super::endings::is_abstract;
use super::name_run::Units;
use super::shared_head::is_topic;
use super::title_words;
use super::traits::Traits;
use super::unit::Join;
use std::ops::Range;

impl Units<'_> {
    /// The end of "Science, ICT, Broadcasting and Communications Committee" when `run` is "Science", or "Senate Science".
    pub(super) fn end_of_fields(&self, run: &Range<usize>) -> Option<usize> {
        /// No body has the care of more.
        const MOST: usize = 6;
        let field = |at: usize| {
            let topic = self.is_field(at) || is_topic(self.word(at));
            self.units[at].capital && topic && !self.is_taken(at)
        };
        let first = run.start + usize::from(self.is_chamber(run.start));
        if first + 1 != run.end || self.units[first].starts || !field(first) {
            return None;
        }
        let listed = (run.end..self.units.len()).take(MOST);
        let and = run.end + listed.take_while(|at| self.units[*at].join == Join::Comma && field(*at)).count();
        if self.word(and) != "and" || self.units[and].join == Join::Break {
            return None;
        }
        let behind = (and + 1..).take_while(|at| self.may_follow(*at)).take(MOST);
        let body = behind.take_while(|at| self.is_field(*at) || self.is(*at, Traits::BODY)).last()?;
        self.is(body, Traits::BODY).then_some(body + 1)
    }

    /// The end of "Committee on Tides and the Law" when `run` is "Committee on Tides".
    pub(super) fn end_with_law(&self, run: &Range<usize>) -> Option<usize> {
        let law = run.end + 2;
        let whole = self.word(run.end) == "and"
            && self.word(run.end + 1) == "the"
            && is_law(self.word(law))
            && self.may_follow(law)
            && self.body_of(run).is_some_and(|body| self.word(body + 1) == "on");
        whole.then_some(law + 1)
    }

    /// True for the "Ana" of "Ministry of Trade, Science and Transport Ana Lund", who may be any given name.
    pub(super) fn is_behind_fields(&self, at: usize, run: &Range<usize>) -> bool {
        let small = |of: &usize| matches!(self.word(*of), "of" | "for");
        self.is(at, Traits::GIVEN_NAME)
            && self.is_field(at - 1)
            && !self.is(run.end - 1, Traits::BODY.or(Traits::LANDMARK))
            && (run.start + 1..at).filter(small).any(|of| self.is(of - 1, Traits::TAKES_FIELDS))
    }

    /// The end of "Ministry of Trade, Industry and Energy" when `run` is "Ministry of Trade".
    pub(super) fn list_end(&self, run: &Range<usize>) -> Option<usize> {
        // "Members of the Nordhavn Ministry of Trade, Industry and Energy" have a title in front.
        let small = |at: &usize| matches!(self.word(*at), "of" | "for" | "on");
        let body = run.clone().skip(1).filter(small).any(|at| self.is(at - 1, Traits::TAKES_FIELDS));
        if !body && !self.is_minister_of(run) {
            return None;
        }
        // "Department of Tides, HPK and NKA", "Department of Energy, Ana Lund and Per Holm" are three each.
        let care = |at: usize| {
            let word = self.word(at);
            let listed = title_words::is_field(word) || self.is(at, Traits::TITLE_MODIFIER);
            listed || is_abstract(word) || matches!(word, "AI" | "ICT" | "IT")
        };
        let other = |at: usize| {
            let acronym = self.units.get(at).is_some_and(|unit| unit.acronym);
            !care(at) && (acronym || self.is(at, Traits::GIVEN_NAME.or(Traits::TITLE)))
        };
        let mut known = false;
        let mut at = run.end;
        let mut strange = false;
        for _ in 0..4 {
            let unit = self.units.get(at)?;
            match self.word(at) {
                // "Minister of Trade, and Jim Hale" is no list.
                "and" | "&" => {
                    if at == run.end || unit.join == Join::Break {
                        return None;
                    }
                    // "Ministry of Climate, Energy and the Environment"; the Treasury is a body.
                    let field = |at: usize| {
                        let treasury = self.is(at, Traits::BODY) || self.word(at) == "Treasury";
                        self.is_field(at) && !treasury || is_law(self.word(at))
                    };
                    let the = body && self.word(at + 1) == "the" && field(at + 2);
                    let last = at + 1 + usize::from(the);
                    // "Department of Energy, Hapsel and Nordhavn": one field at least shows what is listed.
                    if body && !the && (other(last) || !known && !care(last) && !care(last + 1)) {
                        return None;
                    }
                    // "Minister of Culture, Gender and Sport, the Hon. Ana Lund".
                    let listed = !strange
                        || self.is_field(last)
                            && self.units.get(last + 1).is_some_and(|next| next.join == Join::Comma);
                    return (listed && self.may_follow(last)).then_some(last + 1);
                }
                _ if unit.capital && unit.join != Join::Break && !self.is_taken(at) => {
                    if body && other(at) {
                        return None;
                    }
                    known |= care(at);
                    strange |= !body && !self.is_field(at);
                    if strange && (self.is(at, Traits::GIVEN_NAME) || self.may_follow(at + 1)) {
                        return None;
                    }
                    at += 1;
                }
                _ => return None,
            }
        }
        None
    }
}

/// True for what stands with its article at the end of what a committee has the care of: "Tides and the Law".
fn is_law(word: &str) -> bool {
    matches!(word, "Constitution" | "Courts" | "Law")
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn fields_in_a_list() {
        for (text, expected) in [
            (
                "The Minister of Culture, Gender, Entertainment and Sport, the Honourable Ana Lund, spoke.",
                "Ana Lund*",
            ),
            (
                "The Minister of Trade, Hapsel, Nordhavn and Takvik sat. The Minister of Trade, Ana Lund, Per Holm and Ole Dahl left.",
                "Hapsel, Nordhavn, Takvik, Ana Lund*, Per Holm, Ole Dahl",
            ),
            (
                "The Senate Subcommittee on Fishing, Ports and the Law, the Committee on Trade, Energy, and the Courts and the Committee on Tides and the Law met the Ministry of Justice and the Law Society.",
                "Senate Subcommittee on Fishing, Ports and the Law, Committee on Trade, Energy, and the Courts, Committee on Tides and the Law, Ministry of Justice, Law Society",
            ),
            (
                "The Department of Tides, HPK and NKA met the Department of Energy, Ana Lund and Per Holm. The Ministry of Trade, Hapsel and Nordhavn met the Ministry of Trade, ICT and Dredging.",
                "Department of Tides, HPK, NKA, Department of Energy, Ana Lund*, Per Holm, Ministry of Trade, Hapsel, Nordhavn, Ministry of Trade, ICT and Dredging",
            ),
            (
                "Members of the Nordhavn Ministry of Trade, Industry and Energy met Ana Lund, Chair of the Senate Committee on Trade, Science and Transport.",
                "Nordhavn Ministry of Trade, Industry and Energy, Ana Lund*, Senate Committee on Trade, Science and Transport",
            ),
            (
                "So said Head of the Ministry of Trade, Science and Transport Ana Lund and the Ministry of Health Ida Holm once ran. The Department of Trade Grace Hospital is shut.",
                "Ministry of Trade, Science and Transport, Ana Lund*, Ministry of Health, Ida Holm*, Department of Trade Grace Hospital",
            ),
            (
                "The Takvik Centre of Excellence for Fog Studies and the Award of Excellence for Ana Lund came.",
                "Takvik Centre of Excellence for Fog Studies, Award of Excellence, Ana Lund*",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

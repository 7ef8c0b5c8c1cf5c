//! What stands before a person's name in some countries' papers, and is a title there alone: "MLA Lund", "Interior CS Ana Lund",
//! "Barrister Ole Dahl", "Brazilian Ana Holm".

use super::name_run::Units;
use super::title_words;
use super::traits::Traits;
use std::ops::Range;

impl Units<'_> {
    /// True for a word of `run` that is a title before a person's name alone.
    pub(super) fn is_title_before_person(&self, at: usize, run: &Range<usize>) -> bool {
        let name = at + 1..run.end;
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::COMPANY_SUFFIX).or(Traits::TITLE_MODIFIER);
        let capital = |at: usize| self.units[at].capital && !self.units[at].acronym;
        if name.is_empty() || !name.clone().all(|at| capital(at) && !self.is(at, other)) {
            return false;
        }
        let aged = || name.len() == 2 && self.is_aged(name.end);
        let full = || name.len() > 1 && self.is(name.start, Traits::GIVEN_NAME) || aged();
        // "Interior CS".
        let field = || {
            let before = at.checked_sub(1).filter(|before| *before >= run.start);
            before
                .is_some_and(|at| self.is(at, Traits::TITLE_MODIFIER) || title_words::is_field(self.word(at)))
        };
        match self.word(at) {
            "ADGP" | "Alhaja" | "Alhaji" | "Asiwaju" | "DGP" | "Dir." | "Honorable" | "Honourable"
            | "Otunba" => true,
            // The "MLA Handbook" is a book.
            "MLA" | "MLC" | "MNA" | "MPP" => at > run.start || name.len() > 1,
            // A paper is called the Advocate, a bank TD, and a company ASP.
            "ACP" | "ADSP" | "ASP" | "Advocate" | "Barrister" | "CSP" | "DCP" | "DPO" | "DSP" | "SHO"
            | "TD" => name.len() > 1,
            "CS" | "PS" => field() || full(),
            "Collector" => field(),
            "Communist" | "Conservative" | "Reformer" | "Socialist" => full(),
            _ => at == run.start && self.is(at, Traits::DEMONYM) && full() && name.len() < 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn titles_before_a_person_alone() {
        for (text, expected) in [
            (
                "So said Vinterby MLA Radhalund, Ferry Party TD Eoin Lund, Interior CS Kipchumba Lund, DGP Sylendra Lund and District Collector R. Lund.",
                "Vinterby, Radhalund*, Ferry Party, Eoin Lund*, Kipchumba Lund*, Sylendra Lund*, R. Lund*",
            ),
            (
                "So said Senior Advocate Ana Lund, Barrister Ida Holm, Alhaji Musa Vik, Asiwaju Bola Vik, the Honorable Ana Vik and Dir. Gen. Ida Sol.",
                "Ana Lund*, Ida Holm*, Musa Vik*, Bola Vik*, Ana Vik*, Ida Sol*",
            ),
            (
                "He met the Brazilian Ana Holm, Italian Solveig Dahl, 34, Spaniard Carlos Vik, Reformer Ida Sol and Sir Michael Lund FBA, Ana Holm GCB.",
                "Ana Holm*, Solveig Dahl*, Carlos Vik*, Ida Sol*, Michael Lund*, Ana Holm*",
            ),
            (
                "They read the MLA Handbook, the Nordhavn Advocate and the American Standard Code at TD Bank, CS Holm, the Honourable Artillery Company, American Airlines and the Irish Grace Holm Prize of the Conservative Party.",
                "MLA Handbook, Nordhavn Advocate, American Standard Code, TD Bank, CS Holm, Honourable Artillery Company, American Airlines, Irish Grace Holm Prize of the Conservative Party",
            ),
            (
                "They met Minister Without Portfolio Ana Lund, Minister without Portfolio Ida Holm, Salah ud Din and Joseph Victor “JV” Vik.",
                "Ana Lund*, Ida Holm*, Salah ud Din, Joseph Victor “JV” Vik*",
            ),
            (
                "They met Democratic Sen. Ana Lund, Conservative MP Ola Holm and the Conservative Party. A Saudi Arabian minister met the Sri Lankan President Ana Vik on Costa Rican Airlines.",
                "Ana Lund*, Ola Holm*, Conservative Party, Ana Vik*, Costa Rican Airlines",
            ),
            (
                "Robert Dean Lund, Robert King Berg, Peter “Duke” Dahl and Karl Major Moe met Robert Dean, Victoria Dean Ana Lund and the Robert King Hall.",
                "Robert Dean Lund*, Robert King Berg*, Peter “Duke” Dahl*, Karl Major Moe*, Robert Dean*, Victoria, Ana Lund*, Robert King Hall",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

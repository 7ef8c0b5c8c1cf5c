//! Names of laws: "Cyber Security and Resilience (Network and Information Systems) Bill".

use super::endings::is_abstract;
use super::name_run::Units;

impl Units<'_> {
    /// True for the head noun of a law, whose matter stands behind "on": "Framework Act on Resource Circulation".
    pub(super) fn is_law(&self, at: usize) -> bool {
        matches!(self.word(at), "Act" | "Agreement" | "Decree" | "Law" | "Protocol" | "Treaty")
    }

    /// The end of the law whose short matter a bracket gives, where the bracket opens before unit `at`: "Telecommunications
    /// (Security) Act".
    pub(super) fn bracketed_law(&self, at: usize) -> Option<usize> {
        /// No matter is longer.
        const MOST_WORDS: usize = 10;
        let opens = at > 0 && self.gap(at)?.trim_end_matches('(') == " " && self.gap(at)?.ends_with('(');
        if !opens || self.is_taken(at) {
            return None;
        }
        let inside = |at: &usize| {
            let small = matches!(self.word(*at), "and" | "for" | "of" | "on" | "the");
            let number = self.word(*at).bytes().all(|byte| byte.is_ascii_digit());
            self.units.get(*at).is_some_and(|unit| unit.capital) || small || number
        };
        let mut words = (at..at + MOST_WORDS).take_while(inside);
        let noun = words.find(|at| self.gap(at + 1) == Some(") "))? + 1;
        ends_law(self.word(noun)).then_some(noun + 1)
    }

    /// True where a law's name ends at unit `last`, or goes on with a bracket: "Jobs Act", "Resilience (Networks) Bill".
    pub(super) fn is_end_of_law(&self, last: usize) -> bool {
        matches!(self.word(last), "Act" | "Bill") || self.bracketed_law(last + 1).is_some()
    }

    /// True where an act says what it is for before its last word: "Incident Reporting for Critical Harbours Act".
    pub(super) fn is_reporting_law(&self, last: usize, behind: usize) -> bool {
        /// No matter is longer.
        const MOST_WORDS: usize = 6;
        let end = behind + (behind + 1..behind + MOST_WORDS).take_while(|at| self.may_follow(*at)).count();
        is_abstract(self.word(last)) && end > behind && self.is_end_of_law(end)
    }

    /// What stands between unit `at` and the one before it.
    fn gap(&self, at: usize) -> Option<&str> {
        let (before, unit) = (self.units.get(at.checked_sub(1)?)?, self.units.get(at)?);
        self.text.get(before.span.end..unit.span.start)
    }
}

/// True for the noun that a law's name ends with.
fn ends_law(word: &str) -> bool {
    matches!(word, "Act" | "Bill" | "Measure" | "Order" | "Ordinance" | "Regulations" | "Rules")
}

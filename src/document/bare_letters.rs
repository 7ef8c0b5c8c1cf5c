//! Letters right behind the name that they stand for: "the Hapsel Press Agency HPA".

use super::name_run::Units;
use super::raw_candidate::RawCandidate;
use super::traits::Traits;
use std::ops::Range;

impl Units<'_> {
    /// Where the letters stand that end `run` and that its words begin with: the "HPA" of "Hapsel Press Agency HPA".
    pub(super) fn bare_letters(&self, run: &Range<usize>) -> Option<usize> {
        /// Fewer letters fit by chance.
        const FEWEST: usize = 3;
        let last = run.end - 1;
        if run.len() <= FEWEST || !self.units[last].acronym {
            return None;
        }
        let words = (run.start..last).filter(|at| self.units[*at].capital);
        let initials = words.filter_map(|at| self.word(at).chars().next());
        let letters = self.word(last);
        (letters.chars().count() >= FEWEST && letters.chars().eq(initials)).then_some(last)
    }

    /// The letters that are all of `run` and may be a rank: "DCI" is a name where the article has a Directorate of Coastal
    /// Inquiries (DCI), and nothing else.
    pub(super) fn letters_of_rank(&self, run: &Range<usize>) -> Option<RawCandidate> {
        const FEWEST: usize = 3;
        let unit = &self.units[run.start];
        let rank = run.len() == 1 && unit.acronym && self.is(run.start, Traits::TITLE);
        let long = self.word(run.start).len() >= FEWEST;
        (rank && long).then(|| RawCandidate::new(unit.span, self.text, None, true))
    }
}

//! What stands before a title and belongs to it: "Public Relations Officer", "Judicial Magistrate".

use super::name_run::Units;
use super::title_words;
use super::traits::Traits;

impl Units<'_> {
    /// True for the word of an office that says what its holder has the care of: "Artistic Director", "Logistics Officer", "Public
    /// Relations Officer"; but the "Dahl Analytics Director" is at Dahl Analytics.
    pub(super) fn is_care(&self, at: usize, start: usize) -> bool {
        let noun =
            |at: usize| !self.is(at, Traits::BODY.or(Traits::LANDMARK)) && is_noun_of_care(self.word(at));
        // A firm has a president: "Match President Ana Lund".
        let firm = || matches!(self.word(at + 1), "CEO" | "Chief" | "Founder" | "President");
        let first = || (start..at).all(|before| self.is(before, Traits::TITLE_MODIFIER) || noun(before));
        // "Emergency Services Minister", "Climate Change Minister".
        let minister = || (at + 1..at + 4).any(|at| matches!(self.word(at), "Minister" | "Ministers"));
        is_adjective_of_care(self.word(at))
            || noun(at) && !firm() && first()
            || is_part_of_field(self.word(at)) && minister()
    }
}

/// True for an adjective that belongs to the office behind it, and ends no name: "Judicial Magistrate".
pub(super) fn is_adjective_of_care(word: &str) -> bool {
    matches!(
        word,
        "Artistic"
            | "Constitutional"
            | "Editorial"
            | "Electoral"
            | "Judicial"
            | "Musical"
            | "Opposition"
            | "Parliamentary"
            | "Political"
            | "Sporting"
    )
}

/// True for a word that names a field of government only beside others: "Emergency Services", "Climate Change".
fn is_part_of_field(word: &str) -> bool {
    matches!(
        word,
        "Aged"
            | "Care"
            | "Change"
            | "Childhood"
            | "Consumer"
            | "Cultural"
            | "Early"
            | "Emergency"
            | "Employment"
            | "Fair"
            | "Industries"
            | "Mental"
            | "Physical"
            | "Planning"
            | "Primary"
            | "Small"
            | "Social"
            | "Trading"
    )
}

/// True for a noun that says what the holder of the office behind it has the care of. Shorter words with such endings are names,
/// too: "Nation".
fn is_noun_of_care(word: &str) -> bool {
    /// In bytes.
    const SHORTEST: usize = 8;
    const WORDS: [&str; 18] = [
        "Art",
        "Best",
        "Casting",
        "Content",
        "Customer",
        "Data",
        "Design",
        "Engineering",
        "Features",
        "Fleet",
        "Match",
        "Music",
        "Nursing",
        "Planning",
        "Race",
        "Religion",
        "Sales",
        "Training",
    ];
    WORDS.contains(&word)
        || title_words::is_field(word)
        || word.len() >= SHORTEST && ["ics", "tion", "tions"].iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn what_the_holder_has_the_care_of() {
        for (text, expected) in [
            (
                "He met Artistic Director Ana Lund, the Public Relations Officer, the Nordhavn Opposition Leader, Logistics Officer Ole Vik and the Dahl Analytics Director. Parliamentary Affairs Minister Ida Sol won the General Election.",
                "Ana Lund*, Nordhavn, Ole Vik*, Dahl Analytics, Ida Sol*",
            ),
            (
                "He met Acting Sports Editor Ana Lund, Data Protection Commissioner Ole Vik, Constitutional lawyer Ida Sol, three Opposition MPs and Match President Ole Dahl.",
                "Ana Lund*, Ole Vik*, Ida Sol*, Match, Ole Dahl*",
            ),
            (
                "Emergency Services Minister Ana Lund met Small Business Minister Ole Vik, Federal Employment Services Minister Ida Sol, the Nordhavn Climate Change Minister and Hapsel Aged Care Minister Ida Dahl. The Emergency Fund and the Social Fund left.",
                "Ana Lund*, Ole Vik*, Ida Sol*, Nordhavn, Hapsel, Ida Dahl*, Emergency Fund, Social Fund",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

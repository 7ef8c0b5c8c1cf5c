//! Words in front of a text that say what follows, and short names of offices: no names.

use super::care::is_adjective_of_care;
use super::endings::is_adjective;
use super::honours::is_post_nominal;
use super::name_run::Units;
use super::traits::Traits;
use super::unit::{Join, is_initial};
use super::{lexicon, title_words};
use std::ops::Range;

impl Units<'_> {
    /// True for a label before a colon: "BREAKING:", "ALSO READ:", "What Happened:".
    pub(super) fn is_heading(&self, part: &Range<usize>) -> bool {
        const WORDS: [&str; 22] = [
            "ALSO",
            "ANALYSIS",
            "BREAKING",
            "EXCLUSIVE",
            "EXPLAINER",
            "IN",
            "JUST",
            "LISTEN",
            "LIVE",
            "MORE",
            "NEWS",
            "NOTE",
            "OPINION",
            "PHOTOS",
            "READ",
            "RELATED",
            "SEE",
            "UPDATE",
            "UPDATED",
            "VIDEO",
            "WATCH",
            "WHY",
        ];
        if !self.text[self.units[part.end - 1].span.end..].starts_with(':') {
            return false;
        }
        let before = part.start.checked_sub(1).filter(|at| self.units[*at].starts);
        let asked = before.is_some_and(|at| matches!(self.word(at), "How" | "What" | "Why"));
        part.clone().all(|at| WORDS.contains(&self.word(at))) || asked && part.len() < 3
    }

    /// True for the "Rival Norwegian" of "Rival Norwegian groups met", with which a sentence begins.
    fn is_described_demonym(&self, part: &Range<usize>) -> bool {
        let said = |word: &str| {
            is_adjective(word) && !lexicon::is_given_name(word)
                || word.ends_with("ed")
                || matches!(
                    word,
                    "Junior"
                        | "Legendary"
                        | "Many"
                        | "Neighboring"
                        | "Neighbouring"
                        | "Old"
                        | "Rival"
                        | "Senior"
                        | "Some"
                        | "Top"
                        | "Veteran"
                        | "Young"
                )
        };
        part.len() == 2
            && self.units[part.start].starts
            && self.is(part.start + 1, Traits::DEMONYM)
            && self.units.get(part.end).is_some_and(|noun| noun.join == Join::Space && !noun.capital)
            && said(self.word(part.start))
    }

    /// True for the "O.M.I." of "Ana Lund, O.M.I., left", and the "FRS" of "Ana Lund, OBE, FRS".
    fn is_honour(&self, at: usize) -> bool {
        let honour = |at: &usize| self.units[*at].join == Join::Comma && is_post_nominal(self.word(*at));
        if !honour(&at) {
            return false;
        }
        let last = (1..at).rev().find(|at| !honour(at));
        let plain = |at: usize| self.units[at].capital && !self.units[at].acronym;
        last.is_some_and(|last| plain(last) && plain(last - 1) && self.units[last].join == Join::Space)
    }

    /// True for "told The Norwegian": where no sentence begins, the article has its capital from a paper's name.
    pub(super) fn is_paper_of_people(&self, part: &Range<usize>) -> bool {
        let first = &self.units[part.start];
        part.len() == 2 && self.word(part.start) == "The" && !first.starts && first.join != Join::Break
    }

    /// True for the "Sales" of "Sales of boats rose", with which a sentence begins: nobody is of what is told in small letters.
    fn is_measured(&self, part: &Range<usize>) -> bool {
        let first = &self.units[part.start];
        let joined = |at: usize| self.units.get(at).is_some_and(|unit| unit.join == Join::Space);
        let of = part.end + 1;
        first.starts
            && !first.acronym
            && !first.possessive
            && self.word(part.end) == "of"
            && joined(part.end)
            && joined(of)
            && !self.units[of].capital
            && !self.is(of, Traits::FUNCTION_WORD)
            && !matches!(self.word(of), "course" | "late" | "old")
    }

    /// True for the "World No" of "World No 1".
    fn is_place_in_world(&self, part: &Range<usize>) -> bool {
        part.len() == 2
            && self.word(part.end - 1) == "No"
            && self.word(part.start) == "World"
            && self.word(part.end).starts_with(|c: char| c.is_ascii_digit())
    }

    /// True for the "2030" of "Vision 2030", which is what the plan is called.
    pub(super) fn is_year_of_plan(&self, at: usize) -> bool {
        let year = |word: &str| {
            word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let plan = |before: &usize| matches!(self.word(*before), "Agenda" | "Expo" | "Horizon" | "Vision");
        self.units.get(at).is_some_and(|unit| unit.join == Join::Space)
            && year(self.word(at))
            && at.checked_sub(1).filter(plan).is_some()
    }

    /// True for the "PM" of "the PM, who left", the "States" of "Member States" and the "Royal Highness" of "Her Royal Highness".
    pub(super) fn is_no_name_here(&self, part: &Range<usize>, titled: bool) -> bool {
        let before = part.start.checked_sub(1).map_or("", |at| self.word(at));
        if part.len() == 1 && self.word(part.start) == "States" && matches!(before, "Member" | "Members") {
            return true;
        }
        if part.len() == 1 && self.word(part.start) == "Election" && before == "General" {
            return true;
        }
        if titled {
            return false;
        }
        // "Robert D. and Ana Lund": he is a Lund, too.
        let couple = || {
            self.is(part.start, Traits::GIVEN_NAME)
                && self.word(part.end) == "and"
                && self.is(part.end + 1, Traits::GIVEN_NAME)
                && self.may_follow(part.end + 2)
        };
        if part.len() == 2 && is_initial(self.word(part.end - 1)) && couple() {
            return true;
        }
        if part.len() == 1 && self.is_honour(part.start) {
            return true;
        }
        if part.len() == 2 && is_demonym_of_two(self.word(part.start), self.word(part.start + 1))
            || self.is_described_demonym(part)
            || self.is_place_in_world(part)
        {
            return true;
        }
        // "The Duke and Duchess of Nordhavn".
        let couple = || title_words::is_rank(self.word(part.end + 1)) && self.word(part.end + 2) == "of";
        if part.len() == 1
            && title_words::is_rank(self.word(part.start))
            && self.word(part.end) == "and"
            && couple()
        {
            return true;
        }
        if part.len() == 1 && self.is_measured(part) {
            return true;
        }
        // "Constitutional lawyer Ana Lund".
        let office = |at: usize| self.units.get(at).is_some_and(|u| u.join == Join::Space && !u.capital);
        if part.len() == 1 && office(part.end) && is_adjective_of_care(self.word(part.start)) {
            return self.ends_small_title(part.end);
        }
        let article = |word: &str| matches!(word, "a" | "A" | "the" | "The");
        match self.word(part.end - 1) {
            "CM" | "PM" => part.len() == 1 && article(before),
            // Every company has one.
            "Directors" => part.len() == 3 && self.is_directors(part),
            // "The Sheikh" and "the old Sheikh", whoever is called so.
            "Haji" | "Shaikh" | "Shaykh" | "Sheik" | "Sheikh" => {
                let second = || part.start.checked_sub(2).map_or("", |at| self.word(at));
                part.len() == 1 && (article(before) || article(second()))
            }
            "Highness" => part.len() > 1 && self.word(part.end - 2) == "Royal",
            "Tutor" => part.len() == 1 && lexicon::is_function_word(before),
            word => part.len() == 1 && title_words::are_shortened(word),
        }
    }
}

/// True for a word of nationality that is made of two: "Sri Lankan".
fn is_demonym_of_two(first: &str, second: &str) -> bool {
    matches!(
        (first, second.strip_suffix('s').unwrap_or(second)),
        ("Cape", "Verdean")
            | ("Costa" | "Puerto", "Rican")
            | ("Hong", "Konger")
            | ("New", "Zealander")
            | ("San", "Marinese")
            | ("Saudi", "Arabian")
            | ("Sierra", "Leonean")
            | ("Sri", "Lankan")
    )
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn what_says_what_follows_is_no_name() {
        for (text, expected) in [
            (
                "BREAKING: Oslo Line won. ALSO READ: Oslo Line lost. What Happened: it fell. Why It Matters: it rose. Why Oslo fell: it was late.",
                "Oslo Line, Oslo Line, Oslo",
            ),
            (
                "The PM, who left, met the CM, two MPs of Labour, the CEOs of Nordhavn’s firms, the Member States, Her Royal Highness and a Tutor. The CERN, LIVE NATION: both stayed.",
                "Nordhavn, CERN, LIVE NATION",
            ),
            (
                "They have Vision 2030 and Agenda 2063. In Oslo 2030 was far, and so was Agenda 1999.",
                "Vision 2030, Agenda 2063, Oslo, Agenda",
            ),
            (
                "Rival Norwegian groups met. Legendary Norwegian director Ana Lund left. Acclaimed Norwegian writer Ana Lund left. Local Norwegian troops wept. Local Hapsel won, and the Rival Norwegian Club. British Norwegian Airlines lost, and Ana French won.",
                "Ana Lund*, Ana Lund*, Local Hapsel, Rival Norwegian Club, British Norwegian Airlines, Ana French*",
            ),
            (
                "It was a meeting in Oslo of the Harbour Action Group. They met at the Port of the Nordic Line, in Isle of the Gulls. World No 1 Ana Lund left.",
                "Oslo, Harbour Action Group, Port of the Nordic Line, Isle of the Gulls, Ana Lund*",
            ),
            (
                "Robert D. and Ana Lund met Robert D. Lund of the Association of Municipalities of Duvik and Te Kura o Takvik. It is an Association of Ferries.",
                "Ana Lund*, Robert D. Lund*, Association of Municipalities of Duvik, Te Kura o Takvik, Association of Ferries",
            ),
            (
                "Archbishop Ole Lund, O.M.I., met Ana Holm, OBE, FRS, and Ida Vik, S.J. In College Park, OBE, was unknown. The Duke and Duchess of Duvik left.",
                "Ole Lund*, Ana Holm*, Ida Vik*, College Park, Duchess of Duvik",
            ),
            (
                "The Hapsel Harbour Sales list fell. Sales of boats rose. Sales said so, and so did Sales of course.",
                "Hapsel Harbour Sales, Sales",
            ),
            (
                "Having said so, they left. Management said no. They sang “Row home – Don’t stop”; Won't Hapsel go?",
                "Hapsel",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

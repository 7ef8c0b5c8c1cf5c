//! Where a name begins and ends inside a run of capitalised words.

use super::common_letters::is_common_noun;
use super::honours::is_post_nominal;
use super::lexicon;
use super::name_run::Units;
use super::peoples::is_of_faith;
use super::plausible::{is_determiner, is_period};
use super::title_words;
use super::traits::Traits;
use super::unit::{Join, is_hyphenated_given_name};
use std::ops::Range;

impl Units<'_> {
    /// True for the "Norwegian" of "Norwegian iBoat makers" and the "South Korean" of "South Korean K-21 boats": a product's own name
    /// shows where it begins.
    fn is_people_of(&self, part: &Range<usize>) -> bool {
        let scope = matches!(self.word(part.start), "North" | "South");
        let people = part.start + usize::from(scope);
        let product = |word: &str| {
            let number = word.bytes().any(|byte| byte.is_ascii_digit());
            number || word.starts_with(char::is_lowercase) && word.contains(char::is_uppercase)
        };
        // "Chinese EV makers", "State TV".
        let common = || people + 2 == part.end && is_common_noun(self.word(people + 1));
        let state = || self.word(part.start) == "State" && self.word(people + 1) == "TV";
        people + 1 < part.end
            && (self.is(people, Traits::DEMONYM) && (product(self.word(people + 1)) || common())
                || state() && common())
    }

    /// True for the "On" and the "Late" of "On Wednesday" and "Late Friday", wherever they have a capital.
    fn is_before_date(&self, part: &Range<usize>) -> bool {
        let word = self.word(part.start);
        part.len() > 1
            && matches!(
                word,
                "After" | "Before" | "By" | "Early" | "From" | "In" | "Late" | "On" | "Since" | "Until"
            )
            && self.is(part.start + 1, Traits::CALENDAR)
    }

    /// `part` without small words and dates at its edges; behind a title "von der Leyen" begins with small ones.
    pub(super) fn trimmed(&self, mut part: Range<usize>, titled: bool) -> Range<usize> {
        while let Some(unit) = self.units.get(part.start).filter(|_| !part.is_empty()) {
            // "Jun Young-hyun" is no date, nor is "Jan Bakke", nor "Sun Hung Kai".
            let named = part.len() > 1
                && (matches!(self.word(part.start), "Jan" | "Sun")
                    && (self.units[part.start + 1].capital
                        || lexicon::is_particle(self.word(part.start + 1)))
                    || self.is_month_too(part.start, titled)
                    || is_hyphenated_given_name(self.word(part.start + 1)))
                || self.is_person_or_month(part.start, titled);
            let date = || {
                self.is(part.start, Traits::CALENDAR)
                    && !self.is(part.start + 1, Traits::LANDMARK)
                    && !named
                    && !self.is_paper_of_day(&part)
            };
            // "Former Fed chair" begins a sentence.
            let begins = match unit.capital {
                true => {
                    // "The 40 MW Nordhavn Bank".
                    let unit = || part.len() > 1 && self.is_measure(part.start);
                    let people = || part.len() > 1 && self.is_people_of(&part);
                    // "The NGO Takvik Boat Watch".
                    let described = || part.len() > 2 && self.word(part.start) == "NGO";
                    !date()
                        && !self.is_before_date(&part)
                        && !people()
                        && !described()
                        && self.word(part.start) != "Former"
                        && !self.is_of_now(&part)
                        && !unit()
                }
                false => titled && lexicon::is_particle(self.word(part.start)),
            };
            if begins {
                break;
            }
            part.start += 1;
        }
        // "Reporting By Ana Lund".
        if part.len() > 2
            && matches!(self.word(part.start), "Compiled" | "Editing" | "Photo" | "Reporting" | "Writing")
            && self.word(part.start + 1) == "By"
        {
            part.start += 2;
        }
        // "The Bank of Korea" behind a dateline, "The BBC" behind a bracket; "The Hague" is another matter.
        let behind = part.start + 1..part.end;
        let named = || behind.len() == 1 && self.units[behind.start].acronym;
        let set_off = || {
            let before = &self.text[..self.units[part.start].span.start];
            [") ", "] ", "; ", "- ", "– ", "— ", "\n"].iter().any(|mark| before.ends_with(mark))
        };
        // "THE NHP won": some papers begin a text so.
        let shouted = || {
            let goes_on = self.units.get(part.end).is_some_and(|u| u.join == Join::Space && !u.capital);
            goes_on && self.word(part.start) == "THE" && self.units[part.start].starts && named()
        };
        // "THE House Board met", "AN Air Board staff".
        let article = || {
            part.len() > 1
                && self.units[part.start].starts
                && matches!(self.word(part.start), "AN" | "THE")
                && !self.units[part.start + 1].acronym
        };
        if shouted()
            || article()
            || self.word(part.start) == "The"
                && (named() || part.len() > 2 && (self.body_of(&behind).is_some() || set_off()))
        {
            part.start += 1;
        }
        while !part.is_empty()
            && !self.units[part.end - 1].capital
            && self.word(part.end - 1) != "plc"
            && !self.is_year_of_plan(part.end - 1)
        {
            part.end -= 1;
        }
        // "Hapsel Q2 profit", "Harbour Bill No. 7", "Hapsel KRW 40 million".
        let sum = || self.is_currency(part.end - 1);
        if part.len() > 1 && (is_period(self.word(part.end - 1)) || self.word(part.end - 1) == "No." || sum())
        {
            part.end -= 1;
        }
        // "Updated June 5, 2026", "at 2200 GMT Saturday".
        if part.len() > 1
            && (self.is_month_of_date(part.end - 1)
                || self.is_month_behind(&part, titled)
                || self.is_day_behind(&part, titled))
        {
            part.end -= 1;
        }
        // "A Takvik Islamic school" is one in Takvik.
        if part.len() > 1 && is_of_faith(self.word(part.end - 1)) && self.is_in_front_of_noun(&part) {
            part.end -= 1;
        }
        // "Takvik MPs" sit for Takvik.
        if part.len() > 1
            && self.word(part.start) != "Opposition"
            && title_words::are_shortened(self.word(part.end - 1))
        {
            part.end -= 1;
        }
        // "The main Opposition Takvik Front", "the Opposition CPT"; but "the Opposition Bloc".
        if part.len() > 1 && self.word(part.start) == "Opposition" && self.is_described_opposition(part.start)
        {
            part.start += 1;
        }
        // "Without Madame Holm I would not be here"; but "Charles I".
        if part.len() > 1 && self.word(part.end - 1) == "I" && self.is_speaker(&part) {
            part.end -= 1;
        }
        // "Peter Dunmore KC": the letters are no part of the name.
        while part.len() > 1 + usize::from(!titled)
            && (is_post_nominal(self.word(part.end - 1)) || self.has_honour(&part, titled))
        {
            part.end -= 1;
        }
        part
    }

    /// True between an article and a small noun: nobody is called "a Lund Jewish school".
    fn is_in_front_of_noun(&self, part: &Range<usize>) -> bool {
        let noun = self.units.get(part.end).is_some_and(|unit| unit.join == Join::Space && !unit.capital);
        let before = part.start.checked_sub(1).filter(|_| self.units[part.start].join == Join::Space);
        noun && !self.is(part.end, Traits::FUNCTION_WORD)
            && before.is_some_and(|at| is_determiner(self.word(at)))
    }

    /// True for the "Lund" of "Substitutes: Lund, Holm", a list behind a label at the beginning of a line.
    pub(super) fn is_first_of_list(&self, part: &Range<usize>) -> bool {
        /// "Substitutes not used".
        const MOST_WORDS: usize = 3;
        let goes_on = |at: usize| self.units.get(at).is_some_and(|u| u.join == Join::Comma && u.capital);
        let behind = part.end;
        let listed = || {
            let more = self.units.get(behind + 1);
            goes_on(behind)
                && !self.is(behind, Traits::FUNCTION_WORD)
                && more.is_none_or(|u| u.join != Join::Space)
        };
        let label = || {
            let head = self.text[..self.units[part.start].span.start].strip_suffix(": ")?;
            let line = head.rsplit('\n').next()?;
            Some(line.starts_with(char::is_uppercase) && line.split(' ').count() <= MOST_WORDS)
        };
        listed() && label() == Some(true)
    }

    /// True where a person's name ends in letters that a club or a body may have as well: "Professor Ana Lund FAA".
    fn has_honour(&self, part: &Range<usize>, titled: bool) -> bool {
        matches!(self.word(part.end - 1), "AC" | "CC" | "FAA" | "FRCP" | "FRCS" | "RN" | "SC")
            && (titled || self.is(part.start, Traits::GIVEN_NAME))
    }

    /// True for an "Opposition" that only says where the party behind it sits.
    fn is_described_opposition(&self, at: usize) -> bool {
        let party = &self.units[at + 1];
        let main = || {
            let before = at.checked_sub(1).filter(|_| self.units[at].join == Join::Space);
            before.is_some_and(|at| matches!(self.word(at), "biggest" | "largest" | "main" | "principal"))
        };
        party.acronym && !self.is(at + 1, Traits::TITLE) && !title_words::are_shortened(self.word(at + 1))
            || main()
    }

    /// Where a line ends the name `run` that goes on behind it: a writer who breaks the line though the next word would have
    /// fitted does not mean one name, "About Hapsel Ferries⏎Hapsel Ferries runs"; nor does one who closes bold type there or
    /// breaks the line with two spaces.
    pub(super) fn end_with_line(&self, run: Range<usize>) -> Option<usize> {
        /// Editors break lines a little early, too.
        const SLACK: usize = 8;
        /// No editor breaks prose into shorter lines: these are an address, or a name and a place below a letter.
        const NARROWEST: usize = 48;
        let at = run.clone().skip(1).find(|at| {
            let gap = &self.text[self.units[at - 1].span.end..self.units[*at].span.start];
            gap != " " && gap.contains(['\n', '\r'])
        })?;
        let (end, next) = (self.units[at - 1].span.end, self.units[at].span);
        if self.text[end..].starts_with("  ") {
            return Some(at);
        }
        let line = end - self.text[..end].rfind(['\n', '\r']).map_or(0, |mark| mark + 1);
        let behind = self.text[next.start..].find(['\n', '\r']).unwrap_or(self.text.len() - next.start);
        (line + (next.end - next.start) + SLACK < behind.max(NARROWEST)).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn what_stands_at_the_edges_of_a_name() {
        for (text, expected) in [
            (
                "The Vinter Uplus KRW 6.8 billion fine, the Vinter SGD 5 million fund, Rs698mn, EUR7.8 bn and Php 1 million. The PHP Group stayed.",
                "Vinter Uplus, Vinter, PHP Group",
            ),
            (
                "THE NHP won. He rose; The Nordhavn Port Board did not. (Hapsel News) -- The Nordhavn Port Board lost in The Hague.",
                "NHP, Nordhavn Port Board, Hapsel News, Nordhavn Port Board, The Hague",
            ),
            (
                "Incumbent President Ana Lund lost. Recalling President Lund, he left. Knowing Oslo Line, she left. Forget Oslo Line. Reporting By Ida Dahl",
                "Ana Lund*, Lund*, Oslo Line, Oslo Line, Ida Dahl*",
            ),
            (
                "The 176 MW Hapsel Park is new. Professor Ana Lund FAA met Crown Prosecutor Ida Holm SC, Mr. Dahl QC and Takvik United SC.",
                "Hapsel Park, Ana Lund*, Ida Holm*, Dahl*, Takvik United SC",
            ),
            (
                "Secretary of War Ole Lund met Chief AI Officer Ida Holm of Nordhavn.",
                "Ole Lund*, Ida Holm*, Nordhavn",
            ),
            (
                "So said Liu Chin-ching and Kim Wen-hsing of the Oslo-leaning Vinter Party.",
                "Liu Chin-ching*, Kim Wen-hsing*, Oslo, Vinter Party",
            ),
            (
                "The Office of the Tide Protection Commissioner met. The Office of the Harbour Director Ana Lund shut. The Executive Yuan met the Executive Board.",
                "Office of the Tide Protection Commissioner, Office of the Harbour, Ana Lund*, Executive Yuan, Executive Board",
            ),
            (
                "The People’s Vinter Party and the Chairmen’s Committee met on a Holm Special Self-governing Province. The People's Holm was shut. The Nordic People’s Quay Army left. An Bord Pleanála won.",
                "People’s Vinter Party, Chairmen’s Committee, Holm Special Self-governing Province, Holm, Nordic People’s Quay Army, An Bord Pleanála",
            ),
            (
                "The Cyber Reporting for Critical Ferries Act helped Vinter in Motion Ltd. of Oslo.",
                "Cyber Reporting for Critical Ferries Act, Vinter in Motion Ltd., Oslo",
            ),
            (
                "He left al-Vik'und and Ong'wen Bank. It isn't Holm'll-Vik's.",
                "al-Vik'und, Ong'wen Bank, Holm",
            ),
            (
                "By 1300 GMT Hapsel fell. At 5pm ET Takvik played, from 0800 to 1800GMT. The ET Review met at 9 a.m. EST. They left Late Wednesday with Rs.1,659. By Late Saturday it was over.",
                "Hapsel, Takvik, ET Review",
            ),
            (
                "A Takvik Islamic school met the Catholic bishop, Muslims, the Catholic Church and the Islamic Quay Fund. She told The Norwegian that a Norwegian left.",
                "Takvik, Catholic Church, Islamic Quay Fund, The Norwegian",
            ),
            (
                "Substitutes: Orvel, Solvik, Falkmo. It is sad: Ferries, Boats.\nUnused: Orvik",
                "Orvel, Solvik, Falkmo, Boats",
            ),
            (
                "THE Harbour Committee on Order Thursday met. AN Air Force of Takvik boat left. He wrote on X Monday of Takvik September last year, and met the anti-EU Ana Vik.",
                "Harbour Committee on Order, Air Force of Takvik, Takvik, EU, Ana Vik*",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

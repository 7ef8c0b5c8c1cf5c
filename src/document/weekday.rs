//! Weekdays beside names: "the Ferry Court Wednesday adjourned", but the "Sunday Mirror" and "Sheffield Wednesday".

use super::lexicon;
use super::name_run::Units;
use super::traits::Traits;
use std::ops::Range;

impl Units<'_> {
    fn is_weekday(&self, at: usize) -> bool {
        self.is(at, Traits::CALENDAR) && self.word(at).ends_with("day")
    }

    /// True for the "April" of "the Conclave of April 2005".
    pub(super) fn is_month_of_year(&self, at: usize) -> bool {
        let year = self.word(at + 1);
        self.is(at, Traits::CALENDAR) && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// True where the day that ends `part` says when, as American papers and wires write: behind the noun of a body or a place,
    /// behind an acronym, behind a person's name, in "in Oslo Thursday", "the Port of Oslo Thursday" and "Hapsel Thursday evening".
    /// Behind another word it may be a part of the name.
    pub(super) fn is_day_behind(&self, part: &Range<usize>, titled: bool) -> bool {
        let day = part.end - 1;
        if !self.is_weekday(day) || self.units[day].possessive {
            return false;
        }
        let noun = Traits::BODY.or(Traits::LANDMARK).or(Traits::COMPANY_SUFFIX);
        let person = || part.len() > 2 && (titled || self.is(part.start, Traits::GIVEN_NAME));
        let place = || {
            let before = part.start.checked_sub(1).filter(|_| part.len() == 2);
            before.is_some_and(|before| matches!(self.word(before), "in" | "In"))
        };
        let of = || (part.start..day).any(|at| self.is(at, noun) && self.word(at + 1) == "of");
        let hour = || matches!(self.word(part.end), "afternoon" | "evening" | "morning" | "night");
        let before = self.word(day - 1);
        self.units[day - 1].acronym
            || self.is(day - 1, noun)
            || person()
            || place()
            || !is_kind_of_day(before) && (hour() || of())
    }

    /// True for the name of a paper or a club that begins with a day: "the Sunday Mirror", "the Wednesday Club".
    pub(super) fn is_paper_of_day(&self, part: &Range<usize>) -> bool {
        const NOUNS: [&str; 19] = [
            "Business",
            "Club",
            "Express",
            "Guardian",
            "Herald",
            "Independent",
            "Mail",
            "Mercury",
            "Mirror",
            "Observer",
            "Post",
            "Standard",
            "Star",
            "Sun",
            "Telegraph",
            "Times",
            "Tribune",
            "Vision",
            "World",
        ];
        let before = part.start.checked_sub(1).map_or("", |before| self.word(before));
        part.len() > 1
            && self.is_weekday(part.start)
            && matches!(before, "the" | "The")
            && NOUNS.contains(&self.word(part.end - 1))
    }
}

/// True for "May-June" and "August-26"; two short months may be a given name, as in "Jun-Jan".
pub(super) fn is_range_of_days(word: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = word.split('-');
    word.contains('-')
        && parts.clone().all(|part| lexicon::is_calendar_word(part) || number(part))
        && parts.clone().any(lexicon::is_calendar_word)
        && parts.any(|part| part.len() > 3 || number(part))
}

/// True for the word that makes a name of a day: "Good Friday", "Cyber Monday".
fn is_kind_of_day(word: &str) -> bool {
    matches!(
        word,
        "Ash"
            | "Black"
            | "Bloody"
            | "Cyber"
            | "Easter"
            | "Fat"
            | "Giving"
            | "Good"
            | "Holy"
            | "Maundy"
            | "Palm"
            | "Shrove"
            | "Super"
            | "Whit"
    )
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn a_day_beside_a_name() {
        for (text, expected) in [
            (
                "The Ferry Court Wednesday adjourned. Vinter Electronics Monday said so. It was in Oslo Thursday and at Holm National Airport Friday night. Senator Ana Lund Tuesday left.",
                "Ferry Court, Vinter Electronics, Oslo, Holm National Airport, Ana Lund*",
            ),
            (
                "She spoke at the University of New Oslo Thursday. The Port of Oslo Monday said so at Hapsel Line Tuesday night.",
                "University of New Oslo, Port of Oslo, Hapsel Line",
            ),
            (
                "The Day of Good Friday came, then Black Friday morning, and the Church of Easter Monday.",
                "Day of Good Friday, Black Friday, Church of Easter Monday",
            ),
            (
                "Sheffield Wednesday won. They went on Black Friday and to the Ash Wednesday Riots.",
                "Sheffield Wednesday, Black Friday, Ash Wednesday Riots",
            ),
            (
                "The Sunday Mirror and the Wednesday Club closed on Sunday. The Monday Council meeting was shut.",
                "Sunday Mirror, Wednesday Club",
            ),
            (
                "In the Conclave of April 2005, on 22 August-26 August and at the May-June fair, May-Britt Vik met the Movement of May.",
                "Conclave, May-Britt Vik, Movement of May",
            ),
            ("Thirty-eight Hapsel boats left.", "Hapsel"),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

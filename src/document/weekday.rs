//! Weekdays and time zones beside names: "the Ferry Court Wednesday adjourned", but the "Sunday Mirror" and "Sheffield Wednesday".

use super::hour::{is_half, is_hour, is_zone};
use super::lexicon;
use super::name_run::Units;
use super::traits::Traits;
use super::unit::Join;
use std::ops::Range;

impl Units<'_> {
    pub(super) fn is_weekday(&self, at: usize) -> bool {
        self.is(at, Traits::CALENDAR) && self.word(at).ends_with("day")
    }

    /// True for the "GMT" of "1300 GMT" and the "ET" of "5pm ET"; behind a number alone an ET may be a film.
    pub(super) fn is_time_zone(&self, at: usize) -> bool {
        let zone = self.units[at].acronym && is_zone(self.word(at));
        let of_hour = || matches!(self.word(at), "CT" | "ET" | "IST" | "MT" | "PT");
        if at == 0 || self.units[at].join != Join::Space || !(zone || of_hour()) {
            return false;
        }
        let hour = self.word(at - 1);
        let half = || hour.ends_with("am") || hour.ends_with("pm") || is_hour(hour);
        is_half(hour) || self.is_behind_number(at) && (zone || half())
    }

    /// True for the "April" of "the Conclave of April 2005".
    pub(super) fn is_month_of_year(&self, at: usize) -> bool {
        let year = self.word(at + 1);
        self.is(at, Traits::CALENDAR) && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// True for the month that ends `part` before a year: "to Nordhavn November 1999"; not for Ana May.
    pub(super) fn is_month_behind(&self, part: &Range<usize>, titled: bool) -> bool {
        let month = part.end - 1;
        let surname = || matches!(self.word(month), "April" | "August" | "Jan" | "June" | "March" | "May");
        let person = || titled || self.is(part.start, Traits::GIVEN_NAME);
        // "To Nordhavn November last year".
        let past = || matches!(self.word(part.end), "last" | "this") && self.word(part.end + 1) == "year";
        let dated = self.is_month_of_year(month) || self.is(month, Traits::CALENDAR) && past();
        dated && !self.is_weekday(month) && !(surname() && person())
    }

    /// True where the day that ends `part` says when, as American papers and wires write: behind the noun of a body or a place,
    /// behind an acronym, behind a person's name, in "in Oslo Thursday", "the Port of Oslo Thursday", "Hapsel Thursday evening",
    /// "they reached Takvik Thursday" and "Lund Thursday said".
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
        let of = || {
            let small = |at: usize| matches!(self.word(at), "of" | "on");
            (part.start..day).any(|at| self.is(at, noun) && small(at + 1))
        };
        let hour = || matches!(self.word(part.end), "afternoon" | "evening" | "morning" | "night");
        let before = self.word(day - 1);
        // "Sheffield Wednesday" is a club, and Joe Friday has such a surname.
        let named = || part.len() == 2 && !titled && self.is(part.start, Traits::GIVEN_NAME);
        let told = || {
            let led = part.start.checked_sub(1).filter(|_| self.units[part.start].join == Join::Space);
            part.len() < 4
                && self.word(day) != "Wednesday"
                && (led.is_some_and(|at| is_before_place_or_person(self.word(at))) || self.says(part))
                && !named()
                // "See You Friday" is a film.
                && !part.clone().any(|at| self.is(at, Traits::FUNCTION_WORD))
        };
        self.units[day - 1].acronym
            // "He wrote on X Monday".
            || before == "X"
            || self.is(day - 1, noun)
            || person()
            || place()
            || !is_kind_of_day(before) && (hour() || of() || told())
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

    /// True for a "PM" that is no prime minister, behind an hour or without a name, and a "Cr" that is a crore, behind a number.
    pub(super) fn is_hour(&self, at: usize, run: &Range<usize>) -> bool {
        self.word(at) == "PM" && (at + 1 == run.end || self.is_behind_hour(at))
            || self.word(at) == "Cr" && self.is_behind_number(at)
    }

    /// True for the "AM" of "7 AM".
    pub(super) fn is_behind_hour(&self, at: usize) -> bool {
        let number = |at: usize| self.word(at).ends_with(|c: char| c.is_ascii_digit());
        matches!(self.word(at), "AM" | "PM") && at > 0 && number(at - 1)
    }

    /// True for the "MONDAY" and the "NOV" of a schedule in capitals: "MONDAY, NOV 16".
    pub(super) fn is_date_in_capitals(&self, at: usize) -> bool {
        /// Shorter words in capitals are mostly other things: "SAT", "MAY".
        const SURE: usize = 6;
        let word = self.word(at);
        if !self.units[at].acronym || !word.is_ascii() {
            return false;
        }
        let number = |at: usize| self.word(at).starts_with(|c: char| c.is_ascii_digit());
        let (head, tail) = word.split_at(1);
        let dated = word.len() >= SURE || number(at + 1) || at > 0 && number(at - 1);
        dated && lexicon::is_calendar_word(&(head.to_owned() + &tail.to_lowercase()))
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

/// True for a small word behind which one goes somewhere or meets somebody: a day behind the name says when.
fn is_before_place_or_person(word: &str) -> bool {
    matches!(
        word,
        "across"
            | "arrested"
            | "beat"
            | "bombed"
            | "captured"
            | "entered"
            | "from"
            | "hit"
            | "into"
            | "left"
            | "met"
            | "near"
            | "reached"
            | "seized"
            | "shelled"
            | "struck"
            | "to"
            | "told"
            | "visited"
    )
}

/// True for the word that makes a name of a day: "Good Friday", "Cyber Monday".
fn is_kind_of_day(word: &str) -> bool {
    matches!(
        word,
        "Ash"
            | "Black"
            | "Bloody"
            | "Blue"
            | "Cyber"
            | "Easter"
            | "Fat"
            | "Girl"
            | "Giving"
            | "Good"
            | "Green"
            | "Happy"
            | "Holy"
            | "Man"
            | "Maundy"
            | "Palm"
            | "Plough"
            | "Red"
            | "Shrove"
            | "Spy"
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
            (
                "Troops entered Takvik Monday. Raids across Badvik Tuesday went on. She told Takvik Thursday that it rained. They reached Port Hapsel Friday, but Lund Monday said no. Police arrested Berg Friday. She went to Nordhavn November 1999. The mayor of Hapsel March 2019 met Ana May 2019.",
                "Takvik, Badvik, Takvik, Port Hapsel, Lund, Berg, Nordhavn, Hapsel, Ana May*",
            ),
            (
                "They lost to Sheffield Wednesday, and sold it to Joe Friday from Easter Monday on. He left Blue Monday there.",
                "Sheffield Wednesday, Joe Friday*, Easter Monday, Blue Monday",
            ),
            ("Thirty-eight Hapsel boats left.", "Hapsel"),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

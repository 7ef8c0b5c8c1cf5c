//! What the words beside a name say of it: titles, offices, ages, workplaces.

use super::name_run::Units;
use super::traits::Traits;
use super::unit::Join;
use super::{lexicon, title_words};
use std::ops::Range;

impl Units<'_> {
    /// True for the word behind "Department of" and "Museum of" in a run that begins at `start`.
    pub(super) fn is_of_body(&self, at: usize, start: usize) -> bool {
        at >= start + 2 && matches!(self.word(at - 1), "of" | "for") && self.is(at - 2, Traits::BODY)
    }

    /// True for the "Security" of "Committee on Harbour Security" in a run that begins at `start`.
    pub(super) fn is_of_committee(&self, at: usize, start: usize) -> bool {
        (start + 1..at).any(|on| self.word(on) == "on" && self.is(on - 1, Traits::TAKES_ON))
    }

    /// True for the "Board of Directors" of a company, whose name stands behind the next "of".
    pub(super) fn is_directors(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        self.word(last) == "Directors" && self.is_of_body(last, run.start)
    }

    /// "Women's University", "King's College", "St. Peter's Basilica": a possessive that is part of a name.
    pub(super) fn possessive_in_name(&self, at: usize) -> bool {
        let owner = self.is(at, Traits::OWNER);
        let saint = at > 0 && matches!(self.word(at - 1), "St" | "St." | "Saint");
        // "Nordic Bakers' Association"; no place has one for its own, as "the Philippines' Ministry" is one's.
        let members = || {
            let body = self.word(at + 1);
            self.word(at).ends_with('s')
                && matches!(
                    body.strip_suffix('s').unwrap_or(body),
                    "Association" | "Federation" | "Guild" | "League" | "Party" | "Society" | "Union"
                )
        };
        // "Players' Championship", "Women's Awards".
        let held = || {
            let event = self.word(at + 1);
            let event = event.strip_suffix('s').unwrap_or(event);
            let own =
                matches!(event, "Award" | "Championship" | "Choice" | "Festival" | "Market" | "Meeting");
            own && self.may_follow(at + 1)
        };
        // "St Olav's Athletic", but "St Olav's Ana Lund".
        let club = || {
            let other = Traits::GIVEN_NAME.or(Traits::TITLE).or(Traits::CALENDAR).or(Traits::DEMONYM);
            self.may_follow(at + 1) && !self.is(at + 1, other)
        };
        // "Vinterbrooke's Hospital": a town has a small one.
        let founder = || matches!(self.word(at + 1), "Hospice" | "Hospital" | "Infirmary");
        // "People's Harbour Party", "People's Quay Army".
        let party = || {
            matches!(self.word(at), "People" | "Women" | "Workers")
                && self.may_follow(at + 1)
                && self.may_follow(at + 2)
                && matches!(self.word(at + 2), "Army" | "Congress" | "Front" | "Party" | "Union")
        };
        let members = || members() || owner && (party() || held()) || saint && club();
        let own = owner && self.word(at + 1) == "Own";
        own || (owner || saint) && self.is(at + 1, Traits::BODY.or(Traits::LANDMARK))
            || members()
            || founder()
    }

    /// True for "Association of Municipalities", which is that of a country.
    pub(super) fn are_members(&self, run: &Range<usize>) -> bool {
        let body = run.end.checked_sub(3).filter(|at| *at >= run.start && self.word(at + 1) == "of");
        let several = self.word(run.end - 1).ends_with('s');
        several
            && body.is_some_and(|at| {
                matches!(self.word(at), "Association" | "Confederation" | "Federation" | "League" | "Union")
            })
    }

    /// Where the name behind the title `at` ends at the latest: before the office in "made Archbishop Lund President of the Hapsel
    /// College", else with `run`.
    pub(super) fn end_before_office(&self, at: usize, run: &Range<usize>) -> usize {
        let office = at + 2;
        let surname = !self.is(at + 1, Traits::TITLE.or(Traits::TITLE_MODIFIER));
        let named =
            surname && office < run.end && self.is(office, Traits::TITLE) && self.word(office + 1) == "of";
        if named { office } else { run.end }
    }

    /// True for the "Commissioner" of "Office of the Tide Protection Commissioner", and the "Counsel" of "Office of Harbour
    /// Counsel", which `run` ends with.
    pub(super) fn ends_office_of(&self, at: usize, run: &Range<usize>) -> bool {
        let lawyers = || matches!(self.word(at), "Attorney" | "Counsel" | "Prosecutor");
        let office = |body: usize| {
            self.word(body) == "Office"
                && self.word(body + 1) == "of"
                && (self.word(body + 2) == "the" || lawyers())
        };
        at + 1 == run.end && (run.start..at.saturating_sub(2)).any(office)
    }

    /// True for the "Nordhavn" of "University of Holm at Nordhavn"; not in "the University of Holm at Easter".
    pub(super) fn is_campus(&self, run: &Range<usize>, behind: usize) -> bool {
        let of = |at: usize| self.word(at) == "University" && self.word(at + 1) == "of";
        let feast = self.is(behind, Traits::CALENDAR) || matches!(self.word(behind), "Christmas" | "Easter");
        let second = run.clone().any(|at| self.word(at) == "at");
        run.len() > 2 && !second && run.clone().any(of) && !feast && !self.may_follow(behind + 1)
    }

    /// True for the "Current" of "Current NKSA leader Ana Lund" and the "Disgraced" of "Disgraced Takvik mayor Ana Lund", with which a
    /// sentence begins, and which belongs to the title.
    pub(super) fn is_of_now(&self, part: &Range<usize>) -> bool {
        part.len() > 1
            && self.units[part.start].starts
            && matches!(
                self.word(part.start),
                "Appointed"
                    | "Convicted"
                    | "Current"
                    | "Disgraced"
                    | "Embattled"
                    | "Incoming"
                    | "Jailed"
                    | "Longtime"
                    | "Ousted"
                    | "Outgoing"
                    | "Promoted"
                    | "Retired"
            )
            && self.units.get(part.end).is_some_and(|unit| unit.join == Join::Space)
            && (title_words::is_small_title(self.word(part.end)) || self.word(part.end) == "judge")
    }

    /// True for the rank of an officer, before a full name alone: "DS Ana Lund"; a PC may be a computer.
    pub(super) fn is_detective(&self, at: usize) -> bool {
        matches!(self.word(at), "DI" | "DS" | "PC")
            && self.is(at + 1, Traits::GIVEN_NAME)
            && self.may_follow(at + 2)
    }

    /// True for the "Added" of "Added Lund:", whose subject stands behind it and speaks behind the colon; for "Said", which is a
    /// name too, where a quotation stands there.
    pub(super) fn is_cue(&self, at: usize) -> bool {
        /// No speaker's name is longer.
        const MOST_WORDS: usize = 6;
        let verb = self.word(at);
        let said = verb == "Said";
        let ed = || verb.ends_with("ed") && lexicon::is_speech_verb_in_any_case(verb);
        if !(said || matches!(verb, "Says" | "Wrote") || ed()) {
            return false;
        }
        let last = (at + 1..at + MOST_WORDS).take_while(|at| self.may_follow(*at)).last();
        let behind = last.map_or("", |last| &self.text[self.units[last].span.end..]);
        let quoted = || behind[1..].starts_with(" “") || behind[1..].starts_with(" \"");
        behind.starts_with(':') && (!said || quoted())
    }

    /// True for the "Nordhavn" of "a meeting in Nordhavn of the Hapsel Action Group", which is the group's and no town's.
    pub(super) fn is_where_held(&self, run: &Range<usize>) -> bool {
        /// No body's name is longer.
        const MOST_WORDS: usize = 6;
        let mut name = (run.end + 2..).take_while(|at| self.may_follow(*at)).take(MOST_WORDS);
        run.start > 0
            && self.word(run.start - 1) == "in"
            && self.word(run.end + 1) == "the"
            && !self.is(run.end - 1, Traits::BODY.or(Traits::LANDMARK).or(Traits::TITLE))
            && name.any(|at| self.is(at, Traits::BODY))
    }

    /// True for a single word that says something: "Hapsel said" speaks of a name, "Officials said" need not.
    pub(super) fn says(&self, part: &Range<usize>) -> bool {
        let joined = self.units.get(part.end).is_some_and(|verb| verb.join == Join::Space && !verb.capital);
        let speaks = |word: &str| !word.ends_with('s') && !lexicon::is_plain_speaker(word);
        joined && lexicon::is_speech_verb(self.word(part.end)) && speaks(self.word(part.start))
    }

    /// True for a single word that is a person's, whatever else it may mean: "Mr Welsh", "Welsh said"; not "Captain Danes" nor
    /// "Major Danish retailers".
    pub(super) fn is_bearers(&self, part: &Range<usize>, titled: bool) -> bool {
        let next = || self.units.get(part.end).filter(|unit| unit.join == Join::Space);
        let courtesy = || title_words::is_courtesy(self.word(part.start - 1));
        let named = || courtesy() || next().is_none() || self.is(part.end, Traits::FUNCTION_WORD);
        // "The Welsh said" speaks of all of them, and "a German said" of one.
        let people = || {
            let before = part.start.checked_sub(1).map_or("", |at| self.word(at));
            matches!(before, "A" | "An" | "Another" | "One" | "The" | "a" | "an" | "another" | "one" | "the")
        };
        part.len() == 1
            && (titled && part.start > 0 && !self.word(part.start).ends_with('s') && named()
                || self.says(part) && !people())
    }

    /// Where the person is named behind what somebody was chosen for in `run`: "Man of the Match Ole Lund", "World No.5 Ana Lund".
    /// At the beginning of a sentence the run begins with the "Match".
    pub(super) fn behind_prize(&self, run: &Range<usize>) -> Option<usize> {
        let of = |at: usize| at > 2 && self.word(at - 1) == "the" && self.word(at - 2) == "of";
        let term = |at: usize| is_term(self.word(at)) && of(at) && is_chosen(self.word(at - 3));
        let at = run.clone().find(|at| term(*at) || self.is_place_among_best(*at))?;
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::TITLE).or(Traits::DEMONYM);
        let plain = |at: usize| self.units[at].capital && !self.units[at].acronym && !self.is(at, other);
        let name = at + 1..run.end;
        ((2..=3).contains(&name.len()) && name.clone().all(plain)).then_some(name.start)
    }

    /// True for the first word behind "an economist at".
    pub(super) fn is_workplace(&self, at: usize) -> bool {
        let joined = |at: usize| self.units[at].join == Join::Space;
        at > 1
            && self.word(at - 1) == "at"
            && joined(at)
            && joined(at - 1)
            && title_words::is_small_title(self.word(at - 2))
    }

    /// True between commas behind a title: "Iceland's Prime Minister, Jón Sigurðsson, said".
    pub(super) fn is_between(&self, part: &Range<usize>) -> bool {
        let comma = |at: usize| self.units.get(at).is_some_and(|unit| unit.join == Join::Comma);
        let title = |at: usize| match self.units[at].capital {
            true => self.is(at, Traits::TITLE) && !self.is(at, Traits::SURNAME_TOO) || self.ends_office(at),
            false => {
                self.ends_small_title(at)
                    || title_words::is_small_person(self.word(at))
                    || self.ends_small_office(at)
                    || self.is_somebodys(at)
            }
        };
        // "Chief Executive, Tide Authority of Nordhavn, said".
        let body = |at: usize| {
            self.is(at, Traits::BODY) && !lexicon::is_family_name_too(self.word(at))
                || matches!(self.word(at), "And" | "For" | "Of" | "and" | "for" | "of")
        };
        part.len() > 1
            && !part.clone().any(body)
            && comma(part.start)
            && (comma(part.end) || self.text[self.units[part.end - 1].span.end..].starts_with(';'))
            && part.start.checked_sub(1).is_some_and(title)
            && !self.is(part.end - 1, Traits::TITLE)
    }

    /// True for the "successor" of "his successor, Ana Lund, said": what is his or hers so is a person.
    fn is_somebodys(&self, at: usize) -> bool {
        const NOUNS: [&str; 8] =
            ["boss", "colleague", "friend", "mentor", "neighbor", "neighbour", "predecessor", "successor"];
        let owner = at.checked_sub(1).map_or("", |before| self.word(before));
        NOUNS.contains(&self.word(at)) && matches!(owner, "his" | "her" | "His" | "Her")
    }

    /// True for the "energy" of "the minister of water and energy, Ana Lund, said".
    fn ends_small_office(&self, at: usize) -> bool {
        /// Offices have the care of few things.
        const MOST_WORDS: usize = 4;
        let joined = |at: &usize| self.units[*at].join == Join::Space && !self.units[*at].capital;
        let of = (1..=at).rev().take(MOST_WORDS).take_while(joined).find(|at| self.word(*at) == "of");
        of.is_some_and(|of| title_words::is_small_title(self.word(of - 1)))
    }

    /// True for the "minister" and the "executive" of "minister Kim" and "chief executive Kim".
    pub(super) fn ends_small_title(&self, at: usize) -> bool {
        let of_two = || {
            let first = at.checked_sub(1).filter(|_| self.units[at].join == Join::Space);
            first.is_some_and(|first| title_words::is_small_title_of_two(self.word(first), self.word(at)))
        };
        title_words::is_small_title(self.word(at)) || of_two()
    }

    /// True for the "chairs" of "who chairs Hapsel Line", which would be the title of several persons elsewhere.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| self.units[at].join == Join::Space);
        let verb = |before| matches!(self.word(before), "also" | "he" | "now" | "she" | "which" | "who");
        self.word(at).ends_with('s') && before.is_some_and(verb)
    }

    /// True for the "No.5" of "World No.5 Ana Lund", the "One" of "World Number One" and the "Famer" of "Hall of Famer".
    fn is_place_among_best(&self, at: usize) -> bool {
        let behind = |words: &[&str]| {
            let start = at.checked_sub(words.len());
            start.is_some_and(|start| words.iter().zip(start..).all(|(word, at)| self.word(at) == *word))
        };
        match self.word(at) {
            "Famer" => behind(&["Hall", "of"]),
            "One" | "Two" | "Three" => behind(&["World", "Number"]),
            word => {
                let number = word.strip_prefix("No.").is_some_and(|number| number.parse::<u16>().is_ok());
                number && (behind(&["World"]) || behind(&["world"]) || self.is(at + 1, Traits::GIVEN_NAME))
            }
        }
    }
}

/// True for what the best in it are chosen for: "Man of the Match", "Player of the Year".
fn is_term(word: &str) -> bool {
    matches!(word, "Match" | "Month" | "Season" | "Series" | "Tournament" | "Week" | "Year")
}

/// True for who is chosen: "Woman of the Year".
fn is_chosen(word: &str) -> bool {
    matches!(word, "Artist" | "Employee" | "Man" | "Person" | "Player" | "Rookie" | "Teacher" | "Woman")
        || title_words::is_title(word) && !title_words::is_courtesy(word)
}

/// True for a word that ranks an office, and stands in no name of a body: "Deputy", "Chief".
pub(super) fn is_rank_of_office(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "Acting",
        "Assistant",
        "Associate",
        "Chief",
        "Deputy",
        "Executive",
        "First",
        "Former",
        "Founding",
        "Head",
        "Interim",
        "Lead",
        "Lieutenant",
        "Managing",
        "Principal",
        "Second",
        "Senior",
        "Third",
        "Under",
        "Vice",
    ];
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn what_stands_beside_a_name() {
        for (text, expected) in [
            (
                "He met Man of the Match Ole Lund. Woman of the Year Ida Vik left with the Employee of the Month Club.",
                "Ole Lund*, Ida Vik*, Employee of the Month Club",
            ),
            (
                "World No.5 Ola Sol beat the world No.1 Ida Holm at No.10 Quay Street. Hall of Famer Ana Lund met World Number One Kari Vik.",
                "Ola Sol*, Ida Holm*, No.10 Quay Street, Ana Lund*, Kari Vik*",
            ),
            (
                "Added Takvik: “No.” Current NKSA leader Ana Lund left. Current Biology stayed. Directing Ana Lund is hard.",
                "Takvik, NKSA, Ana Lund*, Current Biology, Ana Lund*",
            ),
            (
                "They made Archbishop Lund President of the Hapsel College. Able Seaman Ida Holm met Ceann Comhairle Solvin Dahl.",
                "Lund, Hapsel College, Ida Holm*, Solvin Dahl*",
            ),
            (
                "U.S. Special Envoy Ana Lund met UN Special Rapporteur Solvin Holm and Chairlady Ida Sol. The Special Envoy left.",
                "U.S., Ana Lund*, UN, Solvin Holm*, Ida Sol*",
            ),
            (
                "The NKSA Governors’ Forum met the Bishops’ Conference of Nordhavn. The Philippines’ Forum met.",
                "NKSA Governors’ Forum, Bishops’ Conference of Nordhavn, Philippines",
            ),
            (
                "It is the Nordic Cup Final, with striker Ole Lund, and Ana Holm, now a striker.",
                "Nordic Cup Final, Ole Lund*, Ana Holm*",
            ),
            (
                "In Hapsel, Republican Bill Lund won, and so did the Justice Bill Amendment. Dep. Chairman Ida Sol left.",
                "Hapsel, Bill Lund*, Justice Bill Amendment, Ida Sol*",
            ),
            (
                "Said Brun: “Yes.” Says Takvik: no. Replied Lund: maybe. Said Vik: I left. Disgraced Takvik mayor Ana Lund met the Office of Harbour Counsel. Retired High Court judge Tom Berg left.",
                "Brun, Takvik, Lund, Said Vik, Takvik, Ana Lund*, Office of Harbour Counsel, High Court, Tom Berg*",
            ),
            (
                "Queen's Hill Rovers beat St Olav's Athletic at the Farmers' Market, and the Players' Championship won the Women's Choice Award. St Olav's Ana Lund left.",
                "Queen's Hill Rovers, St Olav's Athletic, Farmers' Market, Players' Championship, Women's Choice Award, St Olav, Ana Lund*",
            ),
            (
                "Lender Takvik Bank met Lender Lund. Banker Ole Lund left.",
                "Takvik Bank, Lender Lund, Ole Lund*",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

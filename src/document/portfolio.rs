//! What the holder of an office has the care of: "Science and ICT", "National Intelligence".

use super::endings::{is_abstract, is_adjective};
use super::lands::is_land;
use super::legal_forms::is_suffix;
use super::lexicon;
use super::name_run::Units;
use super::title_words;
use super::traits::Traits;
use super::unit::{Join, is_hyphenated_given_name, is_initial, is_initials};
use std::ops::Range;

impl Units<'_> {
    /// Where the fields of an office end that begin at unit `at`: "Science and ICT", "Health and Human Services".
    pub(super) fn fields(&self, at: usize, end: usize) -> usize {
        let start = at;
        let scope = |at: &usize| {
            let word = self.word(*at);
            // Of the "Secretary of State Law" the last word is the name.
            let field =
                || title_words::is_field(word) && (*at == start || !lexicon::is_family_name_too(word));
            self.is(*at, Traits::TITLE_MODIFIER) || word == "Opposition" || field()
        };
        let mut at = at + (at..end).take_while(scope).count();
        while at + 1 < end {
            let and = usize::from(matches!(self.word(at), "and" | "&"));
            if and == 0 && self.units[at].join != Join::Comma || !self.is_field(at + and) {
                break;
            }
            at += and + 1;
            at += (at..end).take_while(|at| scope(at) || self.is(*at, Traits::BODY)).count();
        }
        at
    }

    /// True for the "Human Dignity" of "Commission for Artificial Intelligence and Human Dignity".
    pub(super) fn is_purpose_of_two(&self, at: usize) -> bool {
        let scope = self.is(at, Traits::TITLE_MODIFIER) || is_adjective(self.word(at));
        let noun = self.word(at + 1);
        scope
            && self.may_follow(at + 1)
            && (is_abstract(noun) || noun == "Rights" || title_words::is_field(noun))
    }

    /// Where the person is named behind a nation's office: "Prime Minister of Nordhavn Ana Sol Lund". A company's president or a
    /// town's mayor may have a name of more words before them.
    pub(super) fn behind_nation(&self, noun: usize, behind: Range<usize>) -> Option<usize> {
        let before = noun.checked_sub(1).map_or("", |before| self.word(before));
        let national = match self.word(noun) {
            "Justice" => before == "Chief",
            "Minister" => {
                matches!(before, "Prime" | "Foreign" | "Defence" | "Defense" | "Finance" | "Interior")
            }
            _ => false,
        };
        let plain = |at: usize| {
            let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::TITLE_MODIFIER).or(Traits::DEMONYM);
            self.units[at].capital && !self.units[at].acronym && !self.is(at, other) && !self.is_field(at)
        };
        let named = national
            && (3..=4).contains(&behind.len())
            && self.word(behind.start - 1) == "of"
            && behind.clone().all(plain)
            && !is_first_of_country(self.word(behind.start));
        named.then_some(behind.start + 1)
    }

    /// Where the person is named behind the seat that `run` begins with, of an office before it: "the ambassador to Nordhavn Ana
    /// Lund", "the mayor of Nordhavn Ana Lund", "the MP for Nordhavn East Ana Lund".
    pub(super) fn behind_seat(&self, run: &Range<usize>) -> Option<usize> {
        let before = run.start.checked_sub(1).filter(|_| run.len() > 2)?;
        let the = usize::from(self.word(before) == "the");
        let link = before.checked_sub(the)?;
        let office = self.word(link.checked_sub(1)?);
        if self.units[run.start].join != Join::Space {
            return None;
        }
        let (mut envoy, mut agent) = (false, false);
        match (self.word(link), office) {
            (
                "for" | "to",
                "Ambassador" | "Commissioner" | "Envoy" | "ambassador" | "commissioner" | "envoy",
            ) => {
                envoy = true;
            }
            // "Consul General to Hapsel".
            ("to", "General") => envoy = true,
            ("of", "governor" | "mayor" | "minister" | "premier" | "president") => {}
            ("for", _) if self.is(run.start, Traits::GIVEN_NAME) => return None,
            ("for", "MEP" | "MP" | "MSP" | "Senator" | "TD" | "candidate" | "councillor" | "senator") => {}
            // A person has agents, too: of "the lawyer for Hapsel West Ana Lund" the West is sure.
            ("for", _) if self.is(link - 1, Traits::TITLE) || title_words::is_small_title(office) => {
                agent = true
            }
            _ => return None,
        }
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::TITLE).or(Traits::DEMONYM);
        let plain = |at: usize| self.units[at].capital && !self.units[at].acronym && !self.is(at, other);
        let ends_in_quarter = |at: usize| {
            at - 1 > run.start && matches!(self.word(at - 1), "East" | "North" | "South" | "West")
        };
        // "San Jose", "Port Elizabeth".
        let second = |at: usize| {
            // "Storholm East" ends so.
            let first = is_first_of_country(self.word(at - 1)) && !ends_in_quarter(at);
            first || self.is(at - 1, Traits::LANDMARK)
        };
        let given =
            |at: &usize| self.is(*at, Traits::GIVEN_NAME) && !second(*at) && (!agent || ends_in_quarter(*at));
        let person = (run.start + 1..run.end - 1).find(given);
        let alone = || {
            // "Kenya Tovik Al Lund", "Takvik Tovik Al Lund".
            let longer = || {
                run.len() == 4
                    && (is_land(self.word(run.start))
                        || lexicon::is_particle_in_any_case(self.word(run.start + 2)))
            };
            let of_one =
                envoy && the == 0 && (run.len() == 3 || longer()) && !run.clone().any(|at| self.is_field(at));
            (of_one && plain(run.start) && !second(run.start + 1)).then_some(run.start + 1)
        };
        // "The ambassador to the UAE Solvin Lund".
        let at_state = || {
            // Talks and games are held by such a body.
            let several = || self.word(run.end - 1).ends_with('s');
            let state = envoy && self.word(link) == "to" && self.units[run.start].acronym && !several();
            (state && run.len() < 5 && !(run.start + 1..run.end).any(|at| self.is_field(at)))
                .then_some(run.start + 1)
        };
        person.or_else(alone).or_else(at_state).filter(|at| (*at..run.end).all(plain))
    }

    /// True for the holder in `rest` of the office `noun`, behind its fields: "Secretary of Defense Lloyd J. Lund III", "Minister
    /// of Defence Lund", "Superintendent of Police S. Lund", "Chief of Staff Solvin Lund".
    pub(super) fn is_holder(&self, noun: usize, rest: Range<usize>) -> bool {
        let own = |at: &usize| {
            let word = self.word(*at);
            !(is_initial(word) || is_initials(word) || *at > rest.start && is_suffix(word))
        };
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::DEMONYM);
        let plain = |at: usize| self.units[at].capital && !self.units[at].acronym && !self.is(at, other);
        let words = rest.clone().filter(own).count();
        let name = (1..=3).contains(&words) && rest.clone().all(|at| plain(at) || !own(&at));
        let field = self.word(rest.start - 1);
        if !name || matches!(field, "of" | "for") {
            return false;
        }
        let police = field == "Police"
            && matches!(
                self.word(noun),
                "Chief" | "Commissioner" | "Director" | "General" | "Inspector" | "Superintendent"
            );
        let leader = matches!((self.word(noun), field), ("Chief", "Staff") | ("Leader", "Opposition"));
        let shortened = || words > 1 && words < rest.len() && is_initial(self.word(rest.start + 1));
        let alone = || {
            words == rest.len()
                && words == 1
                && is_whole_field(field)
                && !self.is_field(rest.start)
                && !matches!(self.word(rest.start), "Aid" | "Care" | "Reform" | "Reforms")
        };
        (leader || police && rest.len() > 1) && !rest.clone().any(|at| own(&at) && self.is_field(at))
            || has_care(self.word(noun)) && (shortened() || alone())
    }

    /// True for a given name, and the initials "P.K." of one.
    pub(super) fn begins_person(&self, at: usize) -> bool {
        self.is(at, Traits::GIVEN_NAME) || is_initials(self.word(at))
    }

    /// True for a person's full name, where the name itself shows that it is one.
    pub(super) fn is_person(&self, part: Range<usize>) -> bool {
        let given = |at| self.is(at, Traits::GIVEN_NAME) || is_hyphenated_given_name(self.word(at));
        (2..=3).contains(&part.len()) && (given(part.start) || given(part.end - 1))
    }

    /// True for what holds the "van" of "Trade Wim van Vik": a person is named in it.
    pub(super) fn holds_particle(&self, mut part: Range<usize>) -> bool {
        part.any(|at| !self.units[at].capital && lexicon::is_particle(self.word(at)))
    }

    /// True for what may be a person's name as well as anything: behind "Minister for Roads and Ports" it is.
    pub(super) fn may_be_named(&self, part: Range<usize>) -> bool {
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::DEMONYM);
        // "Wim van Vik".
        let small = |at: usize| !self.units[at].capital && lexicon::is_particle(self.word(at));
        let edge = |at: usize| at == part.start || at + 1 == part.end;
        let words = part.clone().filter(|at| !small(*at)).count();
        let plain = |at: usize| self.units[at].capital && !self.is(at, other);
        (2..=3).contains(&words) && part.clone().all(|at| plain(at) || small(at) && !edge(at))
    }

    /// True for a word that names a field of government or work.
    pub(super) fn is_field(&self, at: usize) -> bool {
        let word = self.word(at);
        let listed = self.is(at, Traits::TITLE_MODIFIER) || title_words::is_field(word);
        listed || is_abstract(word) || self.units.get(at).is_some_and(|unit| unit.acronym)
    }

    /// Where the person is named who holds the office `noun` of "Director of National Intelligence Tulsi Lund": `behind` its
    /// "of" stand words that name fields, and then those of a name.
    pub(super) fn behind_portfolio(&self, noun: usize, behind: Range<usize>) -> Option<usize> {
        // Most heads are those of bodies.
        let head = self.word(noun) == "Head";
        if !head && !self.has_portfolio(noun) {
            return None;
        }
        let field = |at: usize| {
            let listed = self.is_field(at) || self.is(at, Traits::BODY);
            listed && !self.is(at, Traits::GIVEN_NAME) && self.units[at].capital
        };
        let small = |at: usize| at < behind.end && matches!(self.word(at), "and" | "&");
        // "Homeland Security", "Computer Science", "International Cyber Affairs", "Cyberspace and Digital Policy".
        let led = |at: usize| {
            let next = at + 1 + usize::from(small(at + 1));
            // "Industrial Base Policy".
            let second = is_adjective(self.word(at)) && at + 2 < behind.end && field(at + 2);
            next < behind.end && self.units[at].capital && (field(next) || second)
        };
        let mut end = behind.start;
        while end < behind.end && (field(end) || led(end) || small(end) && (field(end + 1) || led(end + 1))) {
            end += 1;
        }
        // "Director of Digital Rights Watch" runs a body.
        let named = end > behind.start && field(end - 1) && !is_adjective(self.word(end - 1));
        // Nobody is called "Counterterrorism and Security".
        let nobody = end == behind.end && behind.clone().all(|at| small(at) || self.is_field(at));
        let others = || (end..behind.end).any(|at| self.is_field(at));
        if head && end + 2 != behind.end
            || self.is_between_marks(noun, behind.end) && !nobody && !self.is_person(end..behind.end)
        {
            return None;
        }
        (named && (nobody || self.may_be_named(end..behind.end) && !others())).then_some(end)
    }

    /// True for an office between a name and a mark, which is that person's: "Ana Lund, Director of Media Matters, left".
    fn is_between_marks(&self, noun: usize, behind: usize) -> bool {
        let mut capitals = (1..=noun).rev().take_while(|at| self.units[*at].capital);
        let comma = capitals.find(|at| self.units[*at].join == Join::Comma);
        comma.is_some_and(|at| self.units[at - 1].capital && !self.is(at - 1, Traits::CALENDAR))
            && self.units.get(behind).is_none_or(|unit| unit.join != Join::Space)
    }

    /// True where the office that ends at unit `last` goes on with what its holder has the care of: "Ambassador for Cyber
    /// Affairs", "Attorney General for National Security".
    pub(super) fn takes_portfolio(&self, last: usize, behind: usize) -> bool {
        let field = |at: usize| self.is_field(at) || self.is(at, Traits::BODY);
        let near = || field(behind) || self.may_follow(behind + 1) && field(behind + 1);
        let whole = has_care(self.word(last)) || matches!(self.word(last), "Large" | "State");
        self.has_portfolio(last) && (whole || near())
    }

    /// True for the noun of an office that has a field, or is held at a body: "Director of Policy", "Director of Hapsel Marine".
    pub(super) fn has_portfolio(&self, at: usize) -> bool {
        let before = || at.checked_sub(1).map_or("", |before| self.word(before));
        match self.word(at) {
            "General" => {
                matches!(before(), "Attorney" | "Director" | "Inspector" | "Secretary" | "Solicitor")
            }
            "President" => before() == "Vice",
            // "Ambassador at Large".
            "Large" => before() == "at",
            word if has_care(word) || holds_field(word) => true,
            // "Minister of State", "Secretary of the Navy".
            _ => {
                let of = at.saturating_sub(1 + usize::from(before() == "the"));
                of > 0 && self.word(of) == "of" && has_care(self.word(of - 1))
            }
        }
    }
}

/// True for the noun of an office that has the care of what stands behind "for": "Secretary for Culture".
pub(super) fn has_care(office: &str) -> bool {
    matches!(office, "Commissioner" | "Minister" | "Representative" | "Secretary")
}

/// True for the noun of an office that may have the care of something: "Adviser for Trade".
fn holds_field(office: &str) -> bool {
    matches!(
        office,
        "Adviser"
            | "Advisor"
            | "Ambassador"
            | "Ambassador-at-Large"
            | "Co-ordinator"
            | "Coordinator"
            | "Director"
            | "Envoy"
            | "Professor"
            | "Undersecretary"
            | "Vice-President"
    )
}

/// True for a word that begins the name of a country of several words: "New Zealand", "Papua New Guinea", "Saint Lucia".
fn is_first_of_country(word: &str) -> bool {
    matches!(
        word,
        "Burkina"
            | "Cape"
            | "Costa"
            | "El"
            | "Great"
            | "New"
            | "North"
            | "Papua"
            | "Saint"
            | "San"
            | "Santa"
            | "Sao"
            | "Saudi"
            | "Sierra"
            | "South"
            | "Sri"
            | "St"
            | "St."
            | "São"
            | "West"
            | "East"
    )
}

/// True for a field that is mostly all that a minister has the care of.
fn is_whole_field(word: &str) -> bool {
    matches!(
        word,
        "Agriculture"
            | "Commerce"
            | "Defence"
            | "Defense"
            | "Education"
            | "Finance"
            | "Health"
            | "Interior"
            | "Justice"
            | "Labor"
            | "Labour"
            | "Tourism"
            | "Transport"
            | "Transportation"
            | "War"
    )
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn who_holds_an_office() {
        for (text, expected) in [
            (
                "So said Chief Justice of Nordhavn Qazi Faez Holm and Prime Minister of Nordhavn Shehbaz Lund, not the Prime Minister of Papua New Holm or the President of Vinter Steel Maritime.",
                "Nordhavn, Qazi Faez Holm*, Nordhavn, Shehbaz Lund*, Papua New Holm, Vinter Steel Maritime",
            ),
            (
                "So said Secretary of Defense Lloyd J. Lund III, Minister of Defense Shikata, Superintendent of Police S. Lundkumar and Superintendent of Police T. P. Suresh Lund.",
                "Lloyd J. Lund III*, Shikata*, S. Lundkumar*, T. P. Suresh Lund*",
            ),
            (
                "So said Ambassador to Takvik Tovik Al Vendu, the ambassador to the UAE Solvin Holmund and Secretary of Tourism Lund. Minister for Water Supply Solvin Dahl and Minister for Law K Vikdahl left, and so did Secretary of State Law. The ambassador to the UN Women Programme and the envoy to the UN Peace Talks met the ambassador to Costa Rica Lund.",
                "Takvik, Tovik Al Vendu*, UAE, Solvin Holmund*, Lund*, Solvin Dahl*, K Vikdahl*, Law*, UN Women Programme, UN Peace Talks, Costa Rica Lund",
            ),
            (
                "The ambassador to Japan Park Do-min met Mayor of Nordhavn Oh Min-do, Speaker of the National Assembly Woo Do-min, Takvik Party Song Min-do and Wilda Lee Min-do.",
                "Japan, Park Do-min*, Nordhavn, Oh Min-do*, National Assembly, Woo Do-min*, Takvik Party, Song Min-do*, Wilda Lee Min-do*",
            ),
            (
                "The Minister of Education Reform, the Inspector General of Police Headquarters and the Minister of Defence Procurement left.",
                "Education Reform, Police Headquarters",
            ),
            (
                "So said the ambassador to Nordhavn Solveig Lund, the U.S. Ambassador to the United Nations Mike Vik, the mayor of San Jose Ana Lund and the envoy for Takvik Ole Dahl. The commissioner for Gender Equality Policy and the mayor of Nordhavn Port Elizabeth met the ambassador to New Zealand Vik.",
                "Nordhavn, Solveig Lund*, U.S., United Nations, Mike Vik*, San Jose, Ana Lund*, Takvik, Ole Dahl*, Gender Equality Policy, Nordhavn Port Elizabeth, New Zealand Vik",
            ),
            (
                "So said Chief of Staff Solvin Lund, Leader of the Opposition Takvik, Deputy Superintendent of Police P.K. Lund, Head of Corporate Affairs Solvin Holm and General Secretaries K C Vik and Ida Sol. The Head of Digital Rights Watch Ana Lund left.",
                "Solvin Lund*, Takvik*, P.K. Lund*, Solvin Holm*, K C Vik*, Ida Sol*, Ana Lund*",
            ),
            (
                "The MP for Nordhavn East Ana Lund met the candidate for Mary Ann Lund, the lawyer for Hapsel West Erik Vik and the lawyer for Ole Erik Holm.",
                "Nordhavn East, Ana Lund*, Mary Ann Lund*, Hapsel West, Erik Vik*, Ole Erik Holm",
            ),
            (
                "So said Minister of Trade Wim van Vik, Minister of Finance Tarik bin Lund, Minister of Information Tarik bin Solvin al-Vik, Secretary of Commerce Jan de Brun and Assistant Secretary of the Navy for Fishing, Logistics and Safety Ole Lund.",
                "Wim van Vik*, Tarik bin Lund*, Tarik bin Solvin al-Vik*, Jan de Brun*, Ole Lund*",
            ),
            (
                "The Higher Education Minister, the Humanitarian Aid Commissioner, the Internal Market Commissioner, AI Minister Ana Lund and the Armed Forces Minister met the United Nations High Commissioner, Takvik Police Commissioner Ida Holm and the Lord Chief Justice. The Queen Mother, the Lord Privy Seal and the Prince Regent met the Takvik Queen Mother Hospital and the Princess Royal Quay Trust. The King's Own Takvik Rifles met the Kings Own Takvik Rifles.",
                "Ana Lund*, United Nations, Takvik Police, Ida Holm*, Takvik Queen Mother Hospital, Princess Royal Quay Trust, King's Own Takvik Rifles, Kings Own Takvik Rifles",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

//! What stands before a person's name in some countries' papers, and is a title there alone: "MLA Lund", "Interior CS Ana Lund",
//! "Barrister Ole Dahl", "Brazilian Ana Holm".

use super::name_run::Units;
use super::title_words;
use super::trades;
use super::traits::Traits;
use super::unit::Join;
use std::ops::Range;

/// What somebody is at whose name a sentence begins, where the given name is known, or what follows shows a person: "Guide Ana
/// Lund", "Parent Orvina Lund said".
#[rustfmt::skip]
const ROLES: [&str; 76] = [
    "Archivist", "Boss", "Bride", "Brothers", "Bystander", "Carer", "Commuter", "Customer", "Dad", "Diver", "Divers",
    "Driver", "Fan", "Fans", "Fellow", "Freshman", "Friend", "Friends", "Graduate", "Grandfather", "Grandmother",
    "Groom", "Guard", "Guide", "Guides", "Homeowner", "Injured", "Instructor", "Instructors", "Junior", "Keeper",
    "Landlady", "Landlord", "Librarian", "Local", "Locals", "Lock", "Mom", "Mother", "Motorist", "Mum", "Neighbor",
    "Neighbors", "Neighbour", "Neighbours", "Newcomer", "Nuns", "Opener", "Parent", "Parents", "Passenger", "Pilot",
    "Pilots", "Producer", "Prop", "Pupil", "Pupils", "Resident", "Residents", "Rival", "Rookie", "Safety", "Senior",
    "Shopkeeper", "Shopper", "Shoppers", "Sophomore", "Student", "Students", "Substitute", "Suspended", "Tackle",
    "Tenant", "Tenants", "Trainer", "Twins",
];

impl Units<'_> {
    /// True for the "Coroner" of "Isle of Hapsel Coroner Ana Lund": what somebody does whose given name many share, behind a place.
    pub(super) fn is_called_behind(&self, at: usize, run: &Range<usize>) -> bool {
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::COMPANY_SUFFIX);
        let name = |at: usize| self.units[at].capital && !self.units[at].acronym && !self.is(at, other);
        at > run.start
            && self.is(at + 1, Traits::GIVEN_NAME)
            && (at + 3..=at + 4).contains(&run.end)
            && self.units[at - 1].capital
            && !self.is(at - 1, Traits::GIVEN_NAME)
            && (at + 2..run.end).all(name)
            && trades::is_calling(self.word(at))
    }

    /// True for the "Physicist" of "Physicist Ana Lund said" and the "Leg-spinner" of another, where `run` begins with it: what a
    /// person is, not a part of the name.
    pub(super) fn is_calling(&self, at: usize, run: &Range<usize>) -> bool {
        // In small letters these are other things.
        let role = || {
            let person = || self.is(at + 1, Traits::GIVEN_NAME) || self.is_shown_behind(&(at + 1..run.end));
            run.len() == 3 && is_role(self.word(at)) && person()
        };
        let word = self.word(at);
        run.len() > 2
            && (trades::is_calling(word) || title_words::is_description(word) || role())
            && (at + 1..run.end).all(|at| {
                (self.units[at].capital || self.is_quoted(at))
                    && !self.is(at, Traits::BODY.or(Traits::LANDMARK))
            })
    }

    /// True where what follows shows that `name` is a person's: "Orvina Lund said", "Orvina Lund, 40,", "Orvina Lund, who".
    fn is_shown_behind(&self, name: &Range<usize>) -> bool {
        let who = || self.word(name.end) == "who" && self.units[name.end].join == Join::Comma;
        self.says(name) || self.is_aged(name.end) || who()
    }

    /// True for the "Scientologist" of "Scientologist Tom Lund", with which `run` begins: what somebody believes in.
    pub(super) fn is_creed(&self, at: usize, run: &Range<usize>) -> bool {
        let word = self.word(at);
        let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::COMPANY_SUFFIX);
        // "Radik Lindquist Tom Holm" would be two names.
        at == run.start
            && run.len() == 3
            && word.strip_suffix("ist").is_some_and(|stem| stem.len() > 3 && !stem.ends_with(['u', 'v']))
            && self.is(at + 1, Traits::GIVEN_NAME)
            && self.units[at + 2].capital
            && !self.is(at + 2, other)
    }

    /// Where the title that reaches to unit `end` ends with the words behind it, in a run that ends at `last`.
    pub(super) fn end_of_title(&self, end: usize, last: usize) -> usize {
        let lasting = end < last && matches!(self.word(end), "Emerita" | "Emeritus" | "Extraordinary");
        let end = end + usize::from(lasting);
        match (self.word(end), self.word(end + 1)) {
            // "Ambassador at Large for Cyber Affairs".
            ("at", "Large") | ("Without" | "without", "Portfolio") => end + 2,
            // "Sergeant First Class".
            ("First" | "Second" | "Third", "Class") if end + 2 < last => end + 2,
            _ => end,
        }
    }

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
            | "Ogbeni" | "Otunba" | "Ratu" => true,
            // The "MLA Handbook" is a book.
            seat if title_words::is_seat(seat) => at > run.start || name.len() > 1,
            "MKs" | "MLAs" | "MNAs" | "MPAs" => name.len() > 1,
            // A paper is called the Advocate, a bank TD, and a company ASP.
            "ACP" | "ADSP" | "ASP" | "Advocate" | "Apostle" | "Barrister" | "CSP" | "DCP" | "DPO" | "DSP"
            | "DJ" | "Daw" | "Deacon" | "Evangelist" | "MC" | "Mufti" | "Oba" | "SHO" | "TD" => {
                name.len() > 1
            }
            // "Emir His Highness Sheikh Lund"; many have it for a given name.
            "Emir" => self.is(name.start, Traits::TITLE) || is_before_style(self.word(name.start)),
            "CM" | "FM" => at > run.start && full(),
            "CS" | "PS" => field() || full(),
            // "Doctor Orvanko" is a novel, and VC a cross.
            "DG" | "Doctor" | "Specialist" | "VC" => full(),
            // "Takvik QB Ana Lund"; a computer is a PC.
            "MVP" | "PC" | "QB" => name.len() == 2,
            "Collector" => field(),
            "Communist" | "Conservative" | "Reformer" | "Socialist" => full(),
            _ => {
                let people = at == run.start && self.is(at, Traits::DEMONYM);
                people && (full() && name.len() < 4 || name.len() == 2 && self.is_of_people(at, name.end))
            }
        }
    }

    /// True where a person alone stands behind the demonym `at`, up to `end`: "fellow Swede Radik Lund", "Swede Radik Lund, who left".
    fn is_of_people(&self, at: usize, end: usize) -> bool {
        let fellow = at > 0
            && self.units[at].join == Join::Space
            && matches!(self.word(at - 1), "Fellow" | "compatriot" | "fellow");
        fellow || self.word(end) == "who" && self.units[end].join == Join::Comma
    }

    /// True for the courtesy of rulers and envoys, which is no part of a name: "His Excellency", "Her Royal Highness", "HH Sheikh
    /// Lund"; H.E. Lund may have initials.
    pub(super) fn is_style(&self, at: usize, run: &Range<usize>) -> bool {
        match self.word(at) {
            "HE" | "HH" => at + 1 < run.end && self.is(at + 1, Traits::TITLE),
            "H.E." | "H.H." => {
                let other = Traits::BODY.or(Traits::LANDMARK).or(Traits::COMPANY_SUFFIX);
                let name = at + 1..run.end;
                name.len() > 1
                    && name.clone().all(|at| self.units[at].capital)
                    && !self.is(name.end - 1, other)
            }
            word => is_style(word) && at > 0 && is_before_style(self.word(at - 1)),
        }
    }

    /// True for the "Royal" and the "Her" of "Her Royal Highness".
    pub(super) fn goes_before_style(&self, at: usize) -> bool {
        is_before_style(self.word(at)) && (is_style(self.word(at + 1)) || is_before_style(self.word(at + 1)))
    }
}

/// True for what somebody is, where a name follows at the beginning of a sentence: "Parent".
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word)
}

/// True for what rulers, envoys and popes are called behind "His" or "Her".
fn is_style(word: &str) -> bool {
    matches!(
        word,
        "Excellencies" | "Excellency" | "Highness" | "Highnesses" | "Holiness" | "Majesties" | "Majesty"
    )
}

fn is_before_style(word: &str) -> bool {
    matches!(word, "Her" | "His" | "Imperial" | "Royal" | "Serene" | "Their" | "Your")
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
                "H.E. Alvarik Holmund met H.E. Ana Lund, H.E. Vik and HH Sheikh Navik Dahl. His Excellency Radik Sol met the Emir His Highness Shaikh Tovik Holm, Her Royal Highness Princess Ida and Their Excellencies in the HH Tower. Her Majesty met H.E. Holm Stores Ltd. there.",
                "Alvarik Holmund*, Ana Lund*, H.E. Vik, Navik Dahl*, Radik Sol*, Tovik Holm*, Ida*, HH Tower, H.E. Holm Stores Ltd.",
            ),
            (
                "So said Flagbearer Radik Vikdahl, Hajia Radik Dahl, Pastor Radik Sol, Consul General Radik Holm, Grand Mufti Radik Lund, Lance Corporal Radik Vik, Wing Commander Radik Lem and Running Mate Radik Hol. Frontman Radik Sund left.",
                "Radik Vikdahl*, Radik Dahl*, Radik Sol*, Radik Holm*, Radik Lund*, Radik Vik*, Radik Lem*, Radik Hol*, Radik Sund*",
            ),
            (
                "He met the Crown Prince of Duvik, the Duke of Duvik, Takvik MPs, African Presidents and Ole Shaikh. The main Opposition Takvik Front met the Opposition CPT and the Opposition Bloc. The pro-Kenya Hapsel Front left.",
                "Duvik, Duke of Duvik, Takvik, Ole Shaikh, Takvik Front, CPT, Opposition Bloc, Kenya, Hapsel Front",
            ),
            (
                "Opener Tom Lund left. Fly-half Ole Vik won. Senior Ana Holm lost. Safety Board staff left. Panelists Ana Lund and Tom Vik met.",
                "Tom Lund*, Ole Vik*, Ana Holm*, Safety Board, Ana Lund*, Tom Vik*",
            ),
            (
                "Cr Lund met Crs Ana Holm and Ida Sol. It cost 5 Cr. The 40 Cr Hapsel fund won. Doctor Ana Lund read Doctor Orvanko. Sergeant First Class Ana Vik met Takvik Lord Mayor Ida Vik.",
                "Lund*, Ana Holm*, Ida Sol*, Cr, Cr Hapsel, Ana Lund*, Doctor Orvanko, Ana Vik*, Takvik, Ida Vik*",
            ),
            (
                "Minister for Fair and Charitable Welfare P.K. Orvan Vik met the al-Hap'und group. A Dutchman met a Kiwi, a Croat and the General Synod.",
                "P.K. Orvan Vik*, al-Hap'und, General Synod",
            ),
            (
                "They met Democratic Sen. Ana Lund, Conservative MP Ola Holm and the Conservative Party. A Saudi Arabian minister met the Sri Lankan President Ana Vik on Costa Rican Airlines.",
                "Ana Lund*, Ola Holm*, Conservative Party, Ana Vik*, Costa Rican Airlines",
            ),
            (
                "Robert Dean Lund, Robert King Berg, Peter “Duke” Dahl and Karl Major Moe met Robert Dean, Victoria Dean Ana Lund and the Robert King Hall.",
                "Robert Dean Lund*, Robert King Berg*, Peter “Duke” Dahl*, Karl Major Moe*, Robert Dean*, Victoria, Ana Lund*, Robert King Hall",
            ),
            (
                "So said MK Talvik Lund, Takvik MPA Ida Berg, Hapsel CM Ana Vik, Ratu Orvun Dahl and Daw Kivik Sol. MK Lions left. MPAs Orvik Gill and Ana Berg met the Takvik MKs. Sergeant First Class Arvun Lem met the First Class Club.",
                "Talvik Lund*, Takvik, Ida Berg*, Hapsel, Ana Vik*, Orvun Dahl*, Kivik Sol*, MK Lions, Orvik Gill*, Ana Berg*, Takvik, Arvun Lem*, First Class Club",
            ),
            (
                "Compatriots Radik Lund and Ana Holm left. Keeper Ana Lund met fellow Swede Solvin Dahl and the Norwegian Orvel Vik, who left. Fellow Norwegian Ferries staff left.",
                "Radik Lund*, Ana Holm*, Ana Lund*, Solvin Dahl*, Orvel Vik*, Fellow Norwegian Ferries",
            ),
            (
                "Parent Orvina Lund said no. Shopper Orvik Dahl, 40, left. Pupil Ana Vik won. They met Mormonist Tom Lund, Ogbeni Radik Sol, Specialist Ana Lem, Takvik QB Orvel Holm and Coun Ida Berg. Credit Orvina Lund for the Post. Contact Ana Dahl. Parent Orvel Group left.",
                "Orvina Lund*, Orvik Dahl*, Ana Vik*, Tom Lund*, Radik Sol*, Ana Lem*, Takvik, Orvel Holm*, Ida Berg*, Orvina Lund, Ana Dahl*, Parent Orvel Group",
            ),
            (
                "Guitarist Orvel “Sparky” Lund left. Drummer Orvik “the Tide” Vik won. It was Orvin \"the Quay\" Dahl.",
                "Orvel “Sparky” Lund*, Orvik “the Tide” Vik*, Orvin \"the Quay\" Dahl*",
            ),
            (
                "President Hassan Sheikh Dahl met Hassan Imam Lem, Sheikh Radik Vik, Ole dela Sund and Ana delos Lem.",
                "Hassan Sheikh Dahl*, Hassan Imam Lem*, Radik Vik*, Ole dela Sund, Ana delos Lem*",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

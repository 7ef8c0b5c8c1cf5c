//! What "and" joins in the name of a body: "Economic and Cultural Office", but not "Ministry of Trade and Foreign Office".

use super::endings::{is_abstract, is_adjective};
use super::name_run::Units;
use super::title_words;
use super::traits::Traits;
use std::ops::Range;

/// No name has more words behind its "and".
const MOST_WORDS: usize = 6;

impl Units<'_> {
    /// True where unit `at` behind the "and" of "Ministry of Trade and …" begins another name: "Norway's", "Danish company",
    /// "Foreign Office", "Vinter University".
    pub(super) fn begins_other(&self, at: usize) -> bool {
        let words = at..at + 1 + (at + 1..at + MOST_WORDS).take_while(|at| self.may_follow(*at)).count();
        let last = words.end - 1;
        // "The Ministry of Trade and Technology's code" is one ministry's.
        let own = words.clone().all(|at| self.is_field(at) || self.is(at, Traits::BODY));
        let owns = |at: usize| self.units[at].possessive && !self.possessive_in_name(at);
        let owner = words.clone().any(|at| owns(at) && !(own && at == last));
        // "Department of English and American Literature".
        let nation = words.clone().take(2).find(|at| self.is(*at, Traits::DEMONYM));
        let foreign = nation.is_some_and(|at| {
            let subject = self.is_subject(last) || matches!(self.word(last), "Art" | "Languages" | "Studies");
            at == last || !subject
        });
        // "Ministry of Defence and Ministry of Trade".
        let body = is_own_body(self.word(last)) && (words.len() > 1 || self.word(last + 1) == "of");
        owner || foreign || body
    }

    /// True where a party's name goes on with what it stands for: "Party for the People", "Party for Freedom and Democracy". Who
    /// leaves a party for another names two.
    pub(super) fn takes_cause(&self, last: usize, behind: usize) -> bool {
        let cause = |at: usize| {
            matches!(self.word(at), "Freedom" | "Justice")
                || is_abstract(self.word(at))
                || is_rule(self.word(at))
        };
        let whom = || matches!(self.word(behind), "Animals" | "Future" | "Nation" | "People");
        let whole = |at: usize| !self.may_follow(at + 1);
        // "Board of Mediation for Youth".
        let board = || {
            last > 1
                && self.word(last - 1) == "of"
                && self.is(last - 2, Traits::TAKES_FOR)
                && !self.is(last - 2, Traits::TAKES_FIELDS)
                && is_abstract(self.word(last))
        };
        if board() && self.is_purpose(behind) && whole(behind) {
            return true;
        }
        self.word(last) == "Party"
            && whole(behind)
            && (cause(behind) || self.word(behind - 1) == "the" && whom())
    }

    /// True for the "Center" of "Center for Fog …", and of "Center of Fog Control and …", what `end` joins to it being two purposes.
    pub(super) fn has_purpose(&self, body: usize, end: usize) -> bool {
        let first = || self.is_subject(end - 1) || self.word(end - 1) == "Control";
        let purposes = || first() && self.is_subject(end + 1) && !self.may_follow(end + 2);
        let joins = match self.word(body + 1) {
            "for" => true,
            "of" => purposes(),
            _ => false,
        };
        joins && self.is(body, Traits::TAKES_FOR)
    }

    /// The last of the words with a capital from `first` on, and the "Agency" of "Harbour and Quay Safety Agency Director Ana Lund".
    pub(super) fn last_before_title(&self, first: usize) -> Option<usize> {
        let words = (first..first + MOST_WORDS).take_while(|at| self.may_follow(*at));
        let title = |at: &usize| *at > first && self.is(*at, Traits::TITLE) && self.is(at - 1, Traits::BODY);
        words.clone().find(title).map(|title| title - 1).or(words.last())
    }

    /// True for the "Food" of "said Food and Drug Administration", whose head noun is `behind`. Where a sentence begins it takes the
    /// office of a person: "Health and Quay Services Secretary Ana Lund".
    pub(super) fn may_share_office(&self, at: usize, behind: Option<usize>) -> bool {
        let held =
            || behind.is_some_and(|head| self.is(head + 1, Traits::TITLE) && self.may_follow(head + 1));
        let opens = self.units[at].starts && (!held() || is_firms(self.word(at)));
        self.is(at, Traits::TITLE_MODIFIER) && !opens
    }

    /// True for a chamber of a parliament, whose committees begin with its name.
    pub(super) fn is_chamber(&self, at: usize) -> bool {
        matches!(self.word(at), "House" | "Senate" | "Commons" | "Lords")
    }

    /// True for the "Chamber" of "Chamber of Commerce and Industry".
    pub(super) fn is_chamber_of_trade(&self, body: usize, next: usize) -> bool {
        self.word(body) == "Chamber"
            && self.word(body + 1) == "of"
            && self.is_field(next)
            && !self.units[next].acronym
    }

    /// True for the "Letters" of "Academy of Arts and Letters" and the "Government" of "Authority of Heads of State and Government",
    /// where `run` is what stands before the "and".
    pub(super) fn shares_body(&self, run: &Range<usize>, next: usize) -> bool {
        let pursuit = |at: usize| {
            matches!(
                self.word(at),
                "Arts" | "Crafts" | "Culture" | "Humanities" | "Letters" | "Sciences" | "Sports"
            )
        };
        let last = run.end - 1;
        let rulers = || {
            let heads = matches!(self.word(last - 2), "Head" | "Heads") && self.word(last - 1) == "of";
            heads && self.word(last) == "State" && self.word(next) == "Government"
        };
        pursuit(last) && pursuit(next) || run.len() > 2 && rulers()
    }

    /// True for the "Freedom" and the "Democracy" of "Party for Freedom and Democracy".
    pub(super) fn shares_cause(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        let Some(party) = last.checked_sub(2).filter(|at| *at >= run.start) else { return false };
        self.word(last - 1) == "for" && self.takes_cause(party, last) && self.takes_cause(party, run.end + 1)
    }

    /// True for what a body may have the care of: "Management", "Safety", "Anti-Graft".
    pub(super) fn is_subject(&self, at: usize) -> bool {
        let word = self.word(at);
        is_abstract(word) || title_words::is_field(word) || word.starts_with("Anti-")
    }

    /// True for a word alone behind "the" that says what a body has the care of, whose name goes on: "the Securities and …".
    pub(super) fn is_topic(&self, run: &Range<usize>) -> bool {
        let article = run.start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "the" | "The"));
        let topic = || self.is_subject(run.start) || is_topic(self.word(run.start));
        article && run.len() == 1 && topic()
    }

    /// True for the "Executive" of "Health and Safety Executive", which ends the name of a body, and for a "Dialogue".
    pub(super) fn is_executive(&self, at: usize) -> bool {
        self.word(at) == "Dialogue" || self.word(at) == "Executive" && at > 0 && self.is_subject(at - 1)
    }

    /// True where both sides of the "and" behind `run` say what one head noun, `behind`, has the care of: "Oslo Economic and
    /// Cultural Office", "Independent Electoral and Boundaries Commission", "the Marine and Coastguard Agency".
    pub(super) fn shares_head(&self, run: &Range<usize>, behind: Option<usize>) -> bool {
        /// A place and a word of rank may stand before the two.
        const MOST_BEFORE: usize = 3;
        let (last, next) = (run.end - 1, run.end + 1);
        let Some(head) = behind.filter(|head| *head > next) else { return false };
        let adjective = |at: usize| {
            is_adjective(self.word(at)) && !is_firms(self.word(at)) && !self.is(at, Traits::DEMONYM)
        };
        // "Sciences".
        let plural = |word: &str| word.strip_suffix('s').is_some_and(title_words::is_title_modifier);
        let subject = |at: usize| self.is_subject(at) || is_topic(self.word(at)) || plural(self.word(at));
        let second = || adjective(next) || head == next + 1 && subject(next);
        let joined = !self.units[run.start].starts
            && run.len() <= MOST_BEFORE
            && adjective(last)
            && !self.is(last, Traits::BODY.or(Traits::LANDMARK));
        let topics = || self.is_topic(run) && (second() || subject(head - 1));
        // "The Takvik Health and Care Trust".
        let care = |at: usize| subject(at) || self.is(at, Traits::TITLE_MODIFIER) || is_care(self.word(at));
        let placed = || {
            run.len() == 2
                && head == next + 1
                && run.start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "the" | "The"))
                && !self.is(last, Traits::BODY.or(Traits::LANDMARK))
                && !self.is(run.start, Traits::TITLE)
                && !is_firms(self.word(last))
                && care(last)
                && care(next)
                && (is_own_body(self.word(head))
                    || matches!(
                        self.word(head),
                        "Center" | "Centre" | "Consortium" | "Fund" | "Service" | "Trust"
                    ))
        };
        // "The Takvik Sea and Road Safety Board".
        let ways = || {
            run.len() == 2
                && is_way(self.word(last))
                && is_way(self.word(next))
                && !self.is(run.start, Traits::GIVEN_NAME.or(Traits::TITLE))
        };
        joined && second() || topics() || placed() || ways()
    }
}

/// True for an adjective that a firm's name ends or begins with: "Vinter Capital and Royal Bank" are two.
fn is_firms(word: &str) -> bool {
    matches!(
        word,
        "Atlantic"
            | "Capital"
            | "Central"
            | "Continental"
            | "Digital"
            | "Federal"
            | "General"
            | "Global"
            | "Imperial"
            | "International"
            | "Medical"
            | "National"
            | "Pacific"
            | "Republic"
            | "Royal"
            | "Universal"
    )
}

/// True for "Democracy".
fn is_rule(word: &str) -> bool {
    word.ends_with("cracy")
}

/// True for a word that is no ending of a field's name and yet says what a body has the care of.
pub(super) fn is_topic(word: &str) -> bool {
    matches!(
        word,
        "Borders"
            | "Boundaries"
            | "Coastguard"
            | "Commonwealth"
            | "Customs"
            | "Exchange"
            | "Excise"
            | "Marine"
            | "Maritime"
            | "Markets"
            | "Means"
            | "Medicines"
            | "Securities"
            | "Standards"
            | "Telecommunications"
            | "Ways"
            | "Wildlife"
    )
}

/// True for what one goes by or in, which a body may have the care of beside another: "Sea and Road Board".
fn is_way(word: &str) -> bool {
    matches!(
        word,
        "Air" | "Bus" | "Harbour" | "Marine" | "Ocean" | "Port" | "Rail" | "Road" | "Sea" | "Space" | "Water"
    )
}

/// True for a noun that says what a body has the care of beside another: "Health and Care Trust", "Snow and Ice Commission".
fn is_care(word: &str) -> bool {
    matches!(
        word,
        "Care"
            | "Coal"
            | "Crime"
            | "Dairy"
            | "Defence"
            | "Defense"
            | "Fish"
            | "Game"
            | "Gas"
            | "Ice"
            | "Iron"
            | "Meat"
            | "Oil"
            | "Snow"
            | "Steel"
            | "Timber"
    )
}

/// True for the head noun of a body that is no field of another: "Industry" and "Technology" are fields, "Office" is none.
fn is_own_body(word: &str) -> bool {
    matches!(
        word,
        "Academy"
            | "Agency"
            | "Association"
            | "Authority"
            | "Bank"
            | "Board"
            | "College"
            | "Commission"
            | "Committee"
            | "Company"
            | "Corporation"
            | "Council"
            | "Court"
            | "Department"
            | "Federation"
            | "Foundation"
            | "Group"
            | "Hospital"
            | "Institute"
            | "Ministry"
            | "Museum"
            | "Office"
            | "Parliament"
            | "Party"
            | "Senate"
            | "Society"
            | "Union"
            | "University"
    )
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn what_and_joins() {
        for (text, expected) in [
            (
                "They met the Securities and Exchange Commission, the Independent Electoral and Boundaries Commission, the Oslo Economic and Cultural Office and the Electronics and Fisheries Research Institute.",
                "Securities and Exchange Commission, Independent Electoral and Boundaries Commission, Oslo Economic and Cultural Office, Electronics and Fisheries Research Institute",
            ),
            (
                "They met the Foreign, Commonwealth and Development Office, the Marine and Coastguard Agency, the Tidal and Physical Sciences Directorate and the Health and Safety Executive.",
                "Foreign, Commonwealth and Development Office, Marine and Coastguard Agency, Tidal and Physical Sciences Directorate, Health and Safety Executive",
            ),
            (
                "They met on the Anti-Graft and Hidden Quays Act, in the Ways and Means Committee.",
                "Anti-Graft and Hidden Quays Act, Ways and Means Committee",
            ),
            (
                "They met Norway and Sweden Council, Holm and Vinter Group, the Marine and Vinter Bank, Vinter Capital and Royal Holm Bank and the Vatican and National Bank.",
                "Norway, Sweden Council, Holm, Vinter Group, Marine, Vinter Bank, Vinter Capital, Royal Holm Bank, Vatican, National Bank",
            ),
            (
                "The Ministry of Trade, Industry and Harbours and Norway’s Ministry of Commerce met. The Ministry of Trade and Norway’s government met.",
                "Ministry of Trade, Industry and Harbours, Norway, Ministry of Commerce, Ministry of Trade, Norway",
            ),
            (
                "The Skagen Institute of Technology and Vinter University met the Ministry of Defence and Harbour Office, the Ministry of Tides and Ministry of Fog and the Ministry of Ports and Danish group Hapsel.",
                "Skagen Institute of Technology, Vinter University, Ministry of Defence, Harbour Office, Ministry of Tides, Ministry of Fog, Ministry of Ports, Hapsel",
            ),
            (
                "They met the Ministry of Trade and Industry, the Department of Health and Human Services, the Department of English and American Literature and the Ministry of Welsh Language and Irish Affairs.",
                "Ministry of Trade and Industry, Department of Health and Human Services, Department of English and American Literature, Ministry of Welsh Language and Irish Affairs",
            ),
            (
                "They met the Nordhavn Chamber of Commerce and Industry, the leader of the People's Party for Freedom and Democracy and the Democratic Party for the People.",
                "Nordhavn Chamber of Commerce and Industry, People's Party for Freedom and Democracy, Democratic Party for the People",
            ),
            (
                "They met the Nordhavn Academy of Arts and Letters, the Museum of Arts and Crafts, the Academy of Arts and Hapsel and the Authority of Heads of State and Government of Nordhavn.",
                "Nordhavn Academy of Arts and Letters, Museum of Arts and Crafts, Academy of Arts, Hapsel, Authority of Heads of State and Government of Nordhavn",
            ),
            (
                "He left the Labour Party for the Greens and the Chamber of Commerce and Hapsel.",
                "Labour Party, Greens, Chamber of Commerce, Hapsel",
            ),
            (
                "The Takvik Institute of Tides and Fishing’s list is long, and so is the Department of Fog and Public Roads’ one. The Ministry of Trade and Lund’s office met.",
                "Takvik Institute of Tides and Fishing, Department of Fog and Public Roads, Ministry of Trade, Lund",
            ),
            (
                "He met Quay Safety and Harbour Security Agency Director Ana Lund and the Strategic and Economic Dialogue of the Nordhavn Iron and Steel Association. Health and Human Services Secretary Ole Dahl left.",
                "Quay Safety and Harbour Security Agency, Ana Lund*, Strategic and Economic Dialogue, Nordhavn Iron and Steel Association, Health and Human Services, Ole Dahl*",
            ),
            (
                "They met the Centers of Fog Control and Prevention and the Institute of Fog and Tides.",
                "Centers of Fog Control and Prevention, Institute of Fog and Tides",
            ),
            (
                "They met the Takvik Health and Care Trust, the Nordhavn Snow and Ice Commission, the Hapsel Marine and Nordlys Trust and Hapsel Energy and Transport Group.",
                "Takvik Health and Care Trust, Nordhavn Snow and Ice Commission, Hapsel Marine, Nordlys Trust, Hapsel Energy, Transport Group",
            ),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}

//! Titles: the words that stand before a person's name or for the person.

use super::lexicon::is_given_name;
use super::trades::is_trade;
use super::unit::is_acronym;
use super::word_list::{WordList, with_capital};

/// True for a word that stands before a person's name or for the person: "President", "Dr", "Officers",
/// "Secretary-General", "Co-founder", "Editor-in-Chief".
pub fn is_title(word: impl AsRef<[u8]>) -> bool {
    let word = word.as_ref();
    let listed = |word: &[u8]| TITLES.holds_one_or_many(word);
    if !word.contains(&b'-') {
        return listed(word);
    }
    // One capital is enough for all of its words.
    let capital = word[0].is_ascii_uppercase();
    let title = |word: &[u8]| {
        listed(word) || capital && with_capital(word, listed) || matches!(word, b"ordinator" | b"ordinators")
    };
    let modifier = |word: &[u8]| is_title_modifier(word) || PARTS.holds(word);
    let words = || word.split(|byte| *byte == b'-');
    words().any(title) && words().all(|word| title(word) || modifier(word))
}

/// True for a title in small letters, where it says that a person stands beside it: "minister", "director".
/// Words that as often mean something else ("general", "chief") do not count.
pub(super) fn is_small_title(word: &str) -> bool {
    let title = |title: &[u8]| is_title(title) && !is_surname_too(title) && !is_title_modifier(title);
    let word = word.strip_prefix("ex-").unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_lowercase()) && (is_trade(word) || with_capital(word, title))
}

/// True for what a sentence says of a person in front of the name, with hyphens: "Leg-spinner", "Half-brother",
/// "Twenty-year-old", "Mother-of-two"; not for "Al-nasser".
pub(super) fn is_description(word: &str) -> bool {
    /// Given names end in shorter parts: "Tae-er".
    const SHORTEST: usize = 5;
    let Some((first, rest)) = word.split_once('-') else { return false };
    if rest.contains(char::is_uppercase) {
        return false;
    }
    let last = rest.rsplit('-').next().unwrap_or(rest);
    let agent = || {
        first.len() > 2
            && last.len() >= SHORTEST
            && ["er", "ers", "ist", "ists", "or", "ors"].iter().any(|end| last.ends_with(end))
            && !with_capital(last, |name| is_given_name(name))
    };
    first == "Ex" && last.len() >= SHORTEST
        || last == "old" && rest.contains("year-")
        || rest.starts_with("of-")
        || is_small_person(last)
        || is_small_title(last)
        || agent()
}

/// True for several of those whose title is shortened to capitals: "MPs", "CEOs".
pub(super) fn are_shortened(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|title| is_acronym(title) && (is_title(title) || is_seat(title)))
}

/// True for the letters of a seat in a parliament, which stand as a title before a person's name alone: "MLA".
pub(super) fn is_seat(word: &str) -> bool {
    matches!(word, "MK" | "MLA" | "MLC" | "MNA" | "MPA" | "MPP")
}

/// True for a noun in small letters for a person, which no title is: between commas behind it stands the person's name, "his
/// brother, Ole Lund,".
pub(super) fn is_small_person(word: &str) -> bool {
    matches!(
        word,
        "aunt"
            | "bishop"
            | "brother"
            | "cardinal"
            | "cousin"
            | "daughter"
            | "father"
            | "granddaughter"
            | "grandfather"
            | "grandmother"
            | "grandson"
            | "husband"
            | "judge"
            | "king"
            | "mother"
            | "nephew"
            | "niece"
            | "pope"
            | "prince"
            | "princess"
            | "queen"
            | "sister"
            | "son"
            | "uncle"
            | "widow"
            | "wife"
    )
}

/// True for a title of two small words, each of which as often means something else: "chief executive", "attorney
/// general", "police chief".
pub(super) fn is_small_title_of_two(first: &str, second: &str) -> bool {
    let small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let first = first.strip_prefix("ex-").unwrap_or(first);
    let general = second == "general"
        && matches!(
            first,
            "auditor" | "consul" | "director" | "governor" | "inspector" | "secretary" | "surgeon"
        );
    general
        || first == "chief" && matches!(second, "judge" | "justice")
        || small(first)
            && small(second)
            && with_capital(first, |word| is_title_modifier(word))
            && with_capital(second, |word| is_title(word) && !is_surname_too(word) || word == b"General")
}

/// True for a word that is a title together with another alone: the "Tan" and the "Sri" of "Tan Sri".
pub(super) fn is_part_of_title(word: &str) -> bool {
    PARTS_OF_TITLES.holds(word)
}

/// True for the letters of a rank or an office that stand before a surname: "DS Holm", "PCSO Lund".
pub(super) fn is_rank_in_letters(word: &str) -> bool {
    const LETTERS: [&str; 29] = [
        "ACC", "ACP", "ADGP", "ADJ", "ADSP", "AG", "AGF", "ASI", "ASJ", "ASP", "CJI", "CS", "CSP", "DC",
        "DCP", "DGP", "DI", "DP", "DPO", "DPP", "DS", "DSP", "DSU", "IGP", "PC", "PCSO", "PS", "SP", "WPC",
    ];
    LETTERS.contains(&word)
}

/// True for a title of two words, neither of which is one by itself: "Tan Sri", "Rt Hon".
pub(super) fn is_title_of_two(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("Tan", "Sri")
            | ("Ceann", "Comhairle")
            | ("Able" | "Leading" | "Ordinary", "Seaman")
            | ("Running", "Mate")
            | ("Special", "Agent")
            | ("Charge" | "Chargé", "D'Affaires" | "D’Affaires" | "d'Affaires" | "d’Affaires")
            | ("Rt" | "Rt.", "Hon" | "Hon." | "Rev" | "Rev.")
            | ("Right", "Honourable" | "Rev" | "Rev." | "Reverend")
            | ("Most" | "Very", "Rev" | "Rev." | "Reverend")
            | ("Rev" | "Rev." | "Revd" | "Reverend", "Canon")
    )
}

/// True for a word that belongs to the title behind it and to no other: "Grand Mufti", "Lance Corporal".
pub(super) fn is_pair_of_office(first: &str, title: &str) -> bool {
    matches!(
        (first, title),
        ("Grand", "Ayatollah" | "Duchess" | "Duke" | "Imam" | "Mufti" | "Prince" | "Princess")
            | ("Advocate", "General")
            | ("Hereditary", "Prince" | "Princess")
            | ("Press", "Secretary")
            | ("Lance", "Corporal" | "Cpl." | "Sergeant" | "Sgt.")
            | ("Lord", "Chancellor" | "Chief" | "Justice" | "Lieutenant" | "Mayor" | "Provost")
            | ("Wing", "Commander")
    )
}

/// True for the last two words of a title, of which the first alone is one, too: "Queen Mother", "Lord Chief Justice".
pub(super) fn is_office_of_two(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("Chief", "Justice")
            | ("Lord", "Privy")
            | ("Prince", "Regent")
            | ("Princess", "Royal")
            | ("Privy", "Seal")
            | ("Queen", "Mother")
    )
}

/// True for a party's adjective before a seat in a parliament: "Democratic Sen.", "Conservative MP".
pub(super) fn is_of_party(adjective: &str, seat: &str) -> bool {
    matches!(adjective, "Conservative" | "Democratic" | "Progressive")
        && matches!(
            seat,
            "Congressman"
                | "Congresswoman"
                | "Gov."
                | "MEP"
                | "MP"
                | "MSP"
                | "Rep."
                | "Reps."
                | "Representative"
                | "Sen."
                | "Senator"
                | "Senators"
                | "Sens."
        )
}

/// True for a courtesy that ends a name as well: "Notre Dame", "Our Lady".
pub(super) fn ends_name_too(courtesy: &str) -> bool {
    matches!(courtesy, "Dame" | "Lady" | "Lord" | "Madam" | "Madame" | "Miss" | "Monsieur")
}

/// True for a title that is also a family name, so that it may end a person's name, or another word: "King", "Bishop",
/// "Republican".
pub fn is_surname_too(word: impl AsRef<[u8]>) -> bool {
    SURNAMES_TOO.holds(word)
}

/// True for a rank that makes a name with "of": "Duke of York".
pub fn is_rank(word: &str) -> bool {
    RANKS.holds(word)
}

/// True for a title that is written before a family name and never after it: "Mr", "Mrs", "Dr".
pub fn is_courtesy(word: impl AsRef<[u8]>) -> bool {
    COURTESIES.holds(word)
}

/// True for a word that goes before a title and belongs to it: "Vice", "Foreign", "Chief".
pub fn is_title_modifier(word: impl AsRef<[u8]>) -> bool {
    TITLE_MODIFIERS.holds(word)
}

/// True for a field of government that a minister has the care of, and no title begins with: "Women", "Fisheries".
pub(super) fn is_field(word: &str) -> bool {
    FIELDS.holds(word)
}

/// The lists of words that stand in names or at their edges.
pub(super) const LISTS: &[&WordList] = &[&TITLES, &RANKS, &SURNAMES_TOO, &TITLE_MODIFIERS, &PARTS_OF_TITLES];

/// The words beside a title in one with hyphens: "Co-founder", "Editor-in-Chief".
#[rustfmt::skip]
static PARTS: WordList = WordList::new(&[
    "Co", "Designate", "Elect", "Ex", "Sub", "co", "designate", "elect", "ex", "in", "then", "vice",
]);

#[rustfmt::skip]
static PARTS_OF_TITLES: WordList = WordList::new(&[
    "ACP", "ADGP", "ADSP", "ASP", "Able", "Advocate", "Agent", "Alhaja", "Alhaji", "Apostle", "Asiwaju", "Barrister",
    "CM", "CS", "CSP", "Canon", "Ceann", "Charge", "Chargé", "Collector", "Comhairle", "Communist", "Conservative",
    "D'Affaires", "DCP", "DG", "DGP", "DI", "DJ", "DPO", "DS", "DSP", "Daw", "Deacon", "Dir.", "Doctor", "D’Affaires",
    "Emir", "Evangelist", "Excellencies", "Excellency", "FM", "H.E.", "H.H.", "HE", "HH", "Highness", "Highnesses",
    "Holiness", "Hon", "Hon.", "Honorable", "Honourable", "Leading", "MC", "MK", "MKs", "MLA", "MLAs", "MLC", "MNA",
    "MNAs", "MPA", "MPAs", "MPP", "MVP", "Majesties", "Majesty", "Mate", "Most", "Mother", "Mufti", "Oba", "Ogbeni", "Ordinary",
    "Otunba", "PC", "PS", "Privy", "QB", "Ratu", "Reformer", "Regent", "Right", "Royal", "Rt", "Rt.", "Running", "SHO",
    "Seal", "Seaman", "Socialist", "Special", "Specialist", "Sri", "TD", "Tan", "VC", "Very", "d'Affaires", "d’Affaires",
]);

#[rustfmt::skip]
static COURTESIES: WordList = WordList::new(&[
    "Dame", "Datin", "Dato", "Datuk", "Dr", "Dr.", "Frau", "Herr", "Hon", "Hon.", "Lady", "Lord", "Madam", "Madame",
    "Messrs", "Messrs.", "Miss", "Mme", "Mme.", "Monsieur", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Mx", "Mx.", "Prof",
    "Prof.", "Señor", "Señora", "Shri", "Signor", "Signora", "Sir", "Smt", "Smt.",
]);

#[rustfmt::skip]
static TITLES: WordList = WordList::new(&[
    "Activist", "Actor", "Actress", "Adm", "Adm.", "Administrator", "Admiral", "Adv", "Adviser", "Advisor", "Aide", "Airman",
    "Airwoman", "Alderman", "Alderwoman", "Amb.", "Ambassador", "Analyst", "Archbishop", "Archdeacon", "Assemblyman",
    "Assemblymember", "Assemblywoman", "Ato", "Attache", "Attaché", "Attorney", "Atty", "Atty.", "Auctioneer",
    "Auditor", "Author", "Ayatollah", "Baron", "Baroness", "Batsman", "Bishop", "Bowler", "Brig.", "Brigadier",
    "Bursar", "CAIO", "CEO", "CFO", "CIO", "CISO", "COO", "CSO", "CTO", "Candidate", "Capt", "Capt.", "Captain",
    "Cardinal", "Chair", "Chairlady", "Chairman", "Chairperson", "Chairwoman", "Chancellor", "Chaplain", "Chief",
    "Chiefs", "Cllr", "Cllr.", "Cllrs", "Clr", "Clrs", "Cmdr", "Cmdr.", "Co-founder", "Coach", "Cofounder", "Col",
    "Col.", "Colonel", "Columnist", "Commander", "Commissioner", "Commodore", "Comptroller", "Comrade", "Congressman",
    "Congresswoman", "Constable", "Consul", "Convener", "Convenor", "Coordinator", "Corporal", "Correspondent",
    "Coun", "Councillor", "Councilman", "Councilmember", "Councilor", "Councilwoman", "Counsel", "Count", "Countess", "Cpl.",
    "Cr", "Critic", "Crs", "DCI", "Dame", "Datin", "Dato", "Datuk", "Dean", "Democrat", "Deputy", "Det", "Det.",
    "Detective", "Director", "Dr", "Dr.", "Drs.", "Duchess", "Duke", "Economist", "Editor", "Emperor", "Empress",
    "Eng.", "Engineer", "Engr.", "Envoy", "Executive", "Father", "Firefighter", "Flagbearer", "Founder", "Fr", "Fr.",
    "Frau", "GEN.", "GOV.", "Gen", "Gen.", "General", "Goalkeeper", "Gov", "Gov.", "Governor", "Govs.", "Hajah",
    "Haji", "Hajia", "Hajiya", "Head", "Herr", "Hon", "Hon.", "Imam", "Insp", "Insp.", "Inspector", "Judge", "Justice",
    "King", "Lady", "Laureate", "Lawmaker", "Lawyer", "Leader", "Lecturer", "Legislator", "Lieutenant", "Lord", "Lt",
    "Lt.", "MD", "MEP", "MP", "MSP", "Madam", "Madame", "Magistrate", "Maj", "Maj.", "Major", "Mallam", "Manager",
    "Marshal", "Maulana", "Mayor", "Member", "Messrs", "Messrs.", "Midfielder", "Minister", "Miss", "Mme", "Mme.",
    "Monsieur", "Monsignor", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Msgr", "Msgr.", "Mullah", "Mx", "Mx.",
    "Negotiator", "Officer", "Ombudsman", "PM", "Paramedic", "Pastor", "Patriarch", "Pfc.", "Plenipotentiary", "Pope",
    "Premier", "President", "Prime", "Prince", "Princess", "Principal", "Private", "Prof", "Prof.", "Professor",
    "Profs.", "Prosecutor", "Provost", "Pvt.", "Quarterback", "Queen", "REP.", "Rabbi", "Rapporteur", "Rector",
    "Referee", "Registrar", "Rep", "Rep.", "Reporter", "Representative", "Reps.", "Republican", "Researcher", "Rev",
    "Rev.", "Revd", "Reverend", "Ruler", "SEN.", "Scientist", "Sec.", "Secretaries", "Secretary", "Selectman", "Sen",
    "Sen.", "Senator", "Sens.", "Sergeant", "Seri", "Señor", "Señora", "Sgt", "Sgt.", "Shaikh", "Shaykh", "Sheik",
    "Sheikh", "Sheriff", "Shri", "Signor", "Signora", "Singer", "Sir", "Sister", "Skipper", "Smt", "Smt.", "Sor",
    "Spc.", "Speaker", "Spokesman", "Spokesperson", "Spokeswoman", "Strategist", "Striker", "Sultan", "Superintendent",
    "Supervisor", "Supt", "Supt.", "Taoiseach", "Tengku", "Treasurer", "Trooper", "Trustee", "Tánaiste", "Umpire",
    "Undersecretary", "Ven.", "Veteran", "Vicar", "Viscount", "Viscountess", "Whip", "Winger", "Writer",
]);

#[rustfmt::skip]
static RANKS: WordList = WordList::new(&[
    "Baron", "Count", "Countess", "Duchess", "Duke", "Earl", "Lady", "Lord", "Prince", "Princess",
]);

#[rustfmt::skip]
static SURNAMES_TOO: WordList = WordList::new(&[
    "Baron", "Bishop", "Cardinal", "Constable", "Count", "Dean", "Democrat", "Duke", "Father",
    "General", "Haji", "Judge", "Justice", "King", "Major", "Marshal", "Pastor", "Pope", "Prince", "Princess",
    "Principal", "Provost", "Queen", "Republican", "Ruler", "Sen", "Shaikh", "Shaykh", "Sheik", "Sheikh", "Singer",
    "Sister", "Winger",
]);

#[rustfmt::skip]
static FIELDS: WordList = WordList::new(&[
    "AI", "Affairs", "Aid", "Armed", "Arts", "Children", "Consumer", "Cooperatives", "Early", "Elections",
    "Enterprises", "Equalities", "Families", "Fire", "Fisheries", "Food", "Forces", "Forestry", "Gas", "Heritage",
    "Higher", "Highways", "Humanitarian", "ICT", "Land", "Lands", "Law", "Market", "Media", "Mines", "Oceans", "Oil",
    "Pensions", "Petroleum", "Ports", "Power", "Railways", "Rights", "Road", "Roads", "SMEs", "Safety", "Search",
    "Semiconductor", "Semiconductors", "Services", "Skills", "Sovereignty", "Sport", "Sports", "Startups", "Supply",
    "Telecom", "Telecoms", "Tourism", "Veterans", "Voters", "War", "Water", "Welfare", "Women", "Works", "Years",
    "Youth",
]);

#[rustfmt::skip]
static TITLE_MODIFIERS: WordList = WordList::new(&[
    "Acting", "Additional", "Adjunct", "Agriculture", "Assistant", "Associate", "Attorney", "Brand", "Business",
    "Cabinet", "Ch", "Chief", "Civil", "Climate", "Commerce", "Commercial", "Communications", "Creative", "Crown",
    "Culture", "Cyber", "Cybersecurity", "Defence", "Defense", "Dep", "Dep.", "Deputy", "Development", "Digital",
    "District", "Economic", "Economy", "Education", "Emerita", "Emeritus", "Energy", "Environment", "Environmental",
    "Executive", "External", "Federal", "Field", "Finance", "Financial", "Fire", "First", "Flight", "Floor", "Foreign",
    "Former", "Founding", "General", "Global", "Group", "Gunnery", "Head", "Health", "High", "Home", "Human",
    "Humanitarian", "Inaugural", "Incoming", "Incumbent", "Industry", "Information", "Interim", "Interior", "Internal",
    "Investment", "Joint", "Junior", "Justice", "Labor", "Labour", "Lead", "Legal", "Lieutenant", "Local", "Majority",
    "Managing", "Marketing", "Master", "Medical", "Military", "Minority", "National", "Operating", "Outgoing",
    "Party-List", "Party-list", "People", "Permanent", "Petty", "Pol", "Pol.", "Police", "Policy", "Presidential",
    "Presiding", "Press", "Prime", "Principal", "Privacy", "Product", "Programme", "Public", "Ranking", "Rear",
    "Regional", "Representative", "Research", "Resident", "Resources", "Revenue", "Risk", "Rural", "Science",
    "Scientific", "Second", "Security", "Senior", "Shadow", "Solicitor", "Special", "Staff", "State", "Strategy",
    "Supreme", "Surgeon", "Technical", "Technology", "Then", "Third", "Trade", "Transport", "Transportation",
    "Treasury", "Under", "Unification", "Vice", "Warrant",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Blocks, Format, Prose, State};

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in LISTS.iter().chain([&&COURTESIES, &&PARTS]) {
            list.check();
        }
    }

    #[test]
    fn the_stop_of_a_title_ends_no_sentence() {
        for title in [&TITLES, &COURTESIES].iter().flat_map(|list| list.words()).filter(|w| w.ends_with('.'))
        {
            let text = format!("So said {title} Holm there.");
            let block = Blocks::new(&text, Format::Plain, State::default()).next().unwrap();
            let prose = Prose::read(&text, &block, Format::Plain);
            assert_eq!(prose.sentences.len(), 1, "{title}");
        }
    }
}

//! Small closed lists of words that tell where a name begins, ends, and what it names.
//!
//! The only names here are given names that many people share. Each list is sorted, which a test checks, so that a look-up is a binary search.

/// True for a word that begins a sentence with a capital and is no name by itself: articles, pronouns,
/// prepositions, conjunctions, question words and common adverbs.
pub(super) fn is_function_word(word: &str) -> bool {
    holds(FUNCTION_WORDS, &word.to_lowercase())
}

/// True for a month or a weekday, also shortened.
pub(super) fn is_calendar_word(word: &str) -> bool {
    holds(CALENDAR, word.trim_end_matches('.'))
}

/// True for a word of nationality, language or region that is no name by itself.
pub(super) fn is_demonym(word: &str) -> bool {
    holds(DEMONYMS, word)
}

/// True for a word that stands before a person's name or for the person: "President", "Dr", "Officers",
/// "Secretary-General".
pub(super) fn is_title(word: &str) -> bool {
    let title = |word: &str| {
        let singular = word.strip_suffix('s').filter(|w| w.len() > 3).unwrap_or(word);
        holds(TITLES, word) || holds(TITLES, singular)
    };
    if !word.contains('-') {
        return title(word);
    }
    let modifier = |word: &str| is_title_modifier(word) || matches!(word, "Ex" | "ex" | "then" | "vice");
    word.split('-').any(title) && word.split('-').all(|w| title(w) || modifier(w))
}

/// True for a title in small letters, where it says that a person stands beside it: "minister", "director".
/// Words that as often mean something else ("general", "chief") do not count.
pub(super) fn is_small_title(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next().filter(|c| c.is_ascii_lowercase()) else { return false };
    let title = format!("{}{}", first.to_ascii_uppercase(), letters.as_str());
    is_title(&title) && !is_surname_too(&title) && !is_title_modifier(&title)
}

/// True for a title that is also a family name, so that it may end a person's name: "King", "Bishop".
pub(super) fn is_surname_too(word: &str) -> bool {
    holds(SURNAMES_TOO, word)
}

/// True for a rank that makes a name with "of": "Duke of York".
pub(super) fn is_rank(word: &str) -> bool {
    matches!(
        word,
        "Baron"
            | "Count"
            | "Countess"
            | "Duchess"
            | "Duke"
            | "Earl"
            | "Lady"
            | "Lord"
            | "Prince"
            | "Princess"
    )
}

/// True for a prefix before a name and a hyphen that is no part of it: "ex-Goldman Sachs", "pro-Beijing".
pub(super) fn is_prefix(word: &str) -> bool {
    matches!(word.to_ascii_lowercase().as_str(), "anti" | "ex" | "former" | "mid" | "non" | "pro" | "then")
}

/// True for a title that is written before a family name and never after it: "Mr", "Mrs", "Dr".
pub(super) fn is_courtesy(word: &str) -> bool {
    holds(COURTESIES, word)
}

/// True for a word that goes before a title and belongs to it: "Vice", "Foreign", "Chief".
pub(super) fn is_title_modifier(word: &str) -> bool {
    holds(TITLE_MODIFIERS, word)
}

/// True for a noun that ends (or, before "of", begins) the name of a body: "Ministry", "Institute", "Inc".
pub(super) fn is_body(word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|w| w.len() > 3).unwrap_or(word);
    holds(BODIES, word) || holds(BODIES, singular)
}

/// True for a noun that ends (or, before "of", begins) the name of a place, an event, a law or a work.
pub(super) fn is_landmark(word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|w| w.len() > 3).unwrap_or(word);
    holds(LANDMARKS, word) || holds(LANDMARKS, singular)
}

/// True for a lower-case particle inside a person's or a place's name: "de", "van", "bin".
pub(super) fn is_particle(word: &str) -> bool {
    holds(PARTICLES, word)
}

/// True for a verb of saying, in the forms that stand beside a speaker.
pub(super) fn is_speech_verb(word: &str) -> bool {
    holds(SPEECH_VERBS, word)
}

/// True for a word that many people share as a given name.
pub(super) fn is_given_name(word: &str) -> bool {
    holds(GIVEN_NAMES, word)
}

/// True for an adverb that begins a sentence before its subject: "Apparently", "Previously".
pub(super) fn is_adverb(word: &str) -> bool {
    const ENDS: [&str; 11] =
        ["ently", "antly", "ally", "ously", "edly", "ingly", "arly", "ately", "ively", "ably", "ibly"];
    ENDS.iter().any(|end| word.ends_with(end))
}

/// True for the head noun of a body that takes "on": "Committee on …".
pub(super) fn takes_topic(word: &str) -> bool {
    holds(BODIES_ON, word)
}

/// True for the head noun of a body whose fields are listed behind "of": "Ministry of Trade and Industry".
pub(super) fn takes_fields(word: &str) -> bool {
    holds(BODIES_OF_FIELDS, word)
}

/// True for the head noun of a body that takes "for": "Center for …".
pub(super) fn takes_purpose(word: &str) -> bool {
    holds(BODIES_FOR, word)
}

/// True for a word that goes behind a name and a hyphen without being part of the name: "OpenAI-led".
pub(super) fn is_compound_tail(word: &str) -> bool {
    holds(COMPOUND_TAILS, word) || (word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")))
}

fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "according", "across", "additionally", "after", "afterwards", "again", "against",
    "all", "almost", "along", "already", "also", "although", "always", "amid", "among", "an", "and",
    "another", "any", "anyone", "around", "as", "aside", "at", "away", "based", "be", "because", "before",
    "behind", "below", "besides", "between", "beyond", "both", "but", "by", "can", "citing", "consequently",
    "could", "currently", "despite", "did", "do", "does", "during", "each", "earlier", "eight", "either",
    "elsewhere", "even", "eventually", "ever", "every", "everyone", "everything", "except", "few", "finally",
    "first", "five", "following", "for", "formerly", "four", "from", "further", "furthermore", "generally",
    "given", "had", "has", "have", "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his",
    "how", "however", "i", "if", "in", "including", "indeed", "initially", "inside", "instead", "into", "is",
    "it", "its", "itself", "just", "last", "lastly", "later", "less", "let", "like", "many", "may", "maybe",
    "me", "meanwhile", "might", "more", "moreover", "most", "much", "must", "my", "near", "nearly", "neither",
    "never", "nevertheless", "next", "nine", "no", "nobody", "none", "nonetheless", "nor", "not", "nothing",
    "now", "of", "off", "often", "on", "once", "one", "only", "or", "originally", "other", "others",
    "otherwise", "our", "out", "outside", "over", "overall", "part", "perhaps", "please", "previously",
    "rather", "recently", "same", "second", "secondly", "seven", "several", "shall", "she", "should",
    "similarly", "since", "six", "so", "some", "someone", "something", "sometimes", "soon", "still", "such",
    "suddenly", "ten", "than", "that", "the", "their", "theirs", "them", "then", "there", "thereafter",
    "therefore", "these", "they", "third", "this", "those", "though", "three", "through", "throughout",
    "thus", "to", "today", "together", "tomorrow", "too", "toward", "towards", "two", "ultimately", "under",
    "unfortunately", "unless", "unlike", "until", "up", "upon", "us", "usually", "very", "via", "was", "we",
    "well", "were", "what", "whatever", "when", "whenever", "where", "whereas", "wherever", "whether",
    "which", "while", "who", "whoever", "whom", "whose", "why", "will", "with", "within", "without", "would",
    "yes", "yesterday", "yet", "you", "your", "yours",
];

#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "Apr", "April", "Aug", "August", "Dec", "December", "Feb", "February", "Fri", "Friday", "Fridays", "Jan",
    "January", "Jul", "July", "Jun", "June", "Mar", "March", "May", "Mon", "Monday", "Mondays", "Nov",
    "November", "Oct", "October", "Sat", "Saturday", "Saturdays", "Sep", "Sept", "September", "Sun", "Sunday",
    "Sundays", "Thu", "Thurs", "Thursday", "Thursdays", "Tue", "Tues", "Tuesday", "Tuesdays", "Wed",
    "Wednesday", "Wednesdays",
];

#[rustfmt::skip]
const DEMONYMS: &[&str] = &[
    "Afghan", "Afghans", "African", "Africans", "Albanian", "Albanians", "Algerian", "Algerians", "American",
    "Americans", "Arab", "Arabic", "Arabs", "Argentine", "Argentinian", "Armenian", "Armenians", "Asian",
    "Asians", "Australian", "Australians", "Austrian", "Austrians", "Azerbaijani", "Bangladeshi", "Basque",
    "Belarusian", "Belgian", "Belgians", "Bolivian", "Bosnian", "Brazilian", "Brazilians", "Breton",
    "British", "Briton", "Britons", "Bulgarian", "Bulgarians", "Burmese", "Cambodian", "Cambodians",
    "Cameroonian", "Canadian", "Canadians", "Cantonese", "Catalan", "Catalans", "Chilean", "Chileans",
    "Chinese", "Colombian", "Colombians", "Congolese", "Croatian", "Croatians", "Cuban", "Cubans", "Cypriot",
    "Czech", "Czechs", "Danish", "Dutch", "Ecuadorian", "Egyptian", "Egyptians", "Emirati", "English",
    "Eritrean", "Estonian", "Estonians", "Ethiopian", "Ethiopians", "European", "Europeans", "Filipino",
    "Filipinos", "Finnish", "Flemish", "French", "Gaelic", "Georgian", "Georgians", "German", "Germans",
    "Ghanaian", "Greek", "Greeks", "Guatemalan", "Haitian", "Haitians", "Hebrew", "Hindi", "Hispanic",
    "Hungarian", "Hungarians", "Icelandic", "Indian", "Indians", "Indonesian", "Indonesians", "Iranian",
    "Iranians", "Iraqi", "Iraqis", "Irish", "Israeli", "Israelis", "Italian", "Italians", "Jamaican",
    "Japanese", "Jordanian", "Kazakh", "Kenyan", "Kenyans", "Korean", "Koreans", "Kosovar", "Kurdish",
    "Kurds", "Kuwaiti", "Kyrgyz", "Laotian", "Latin", "Latvian", "Lebanese", "Liberian", "Libyan", "Libyans",
    "Lithuanian", "Macedonian", "Malaysian", "Malaysians", "Maltese", "Mandarin", "Mexican", "Mexicans",
    "Moldovan", "Mongolian", "Moroccan", "Mozambican", "Namibian", "Nepalese", "Nepali", "Nicaraguan",
    "Nigerian", "Nigerians", "Nordic", "Norwegian", "Norwegians", "Omani", "Pakistani", "Pakistanis",
    "Palestinian", "Palestinians", "Panamanian", "Paraguayan", "Persian", "Peruvian", "Polish", "Portuguese",
    "Qatari", "Romanian", "Romanians", "Russian", "Russians", "Rwandan", "Saudi", "Saudis", "Scandinavian",
    "Scot", "Scots", "Scottish", "Senegalese", "Serb", "Serbian", "Serbs", "Singaporean", "Slovak",
    "Slovenian", "Somali", "Somalis", "Soviet", "Spaniard", "Spanish", "Sudanese", "Swede", "Swedes",
    "Swedish", "Swiss", "Syrian", "Syrians", "Taiwanese", "Tajik", "Tamil", "Tanzanian", "Thai", "Tibetan",
    "Tibetans", "Tunisian", "Turk", "Turkish", "Turkmen", "Turks", "Ugandan", "Ukrainian", "Ukrainians",
    "Uruguayan", "Uzbek", "Venezuelan", "Vietnamese", "Welsh", "Yemeni", "Zambian", "Zimbabwean",
];

#[rustfmt::skip]
const COURTESIES: &[&str] = &[
    "Dr", "Dr.", "Lady", "Lord", "Madam", "Messrs", "Messrs.", "Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms",
    "Ms.", "Prof", "Prof.", "Sir",
];

#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Activist", "Actor", "Actress", "Adm", "Adm.", "Administrator", "Admiral", "Adviser", "Advisor", "Aide",
    "Ambassador", "Analyst", "Archbishop", "Attorney", "Author", "Ayatollah", "Baron", "Baroness", "Bishop",
    "Brig.", "Brigadier", "CEO", "CFO", "COO", "CSO", "CTO", "Candidate", "Capt", "Capt.", "Captain",
    "Cardinal", "Chair", "Chairman", "Chairperson", "Chairwoman", "Chancellor", "Chief", "Chiefs",
    "Co-founder", "Coach", "Cofounder", "Col", "Col.", "Colonel", "Columnist", "Commander", "Commissioner",
    "Congressman", "Congresswoman", "Constable", "Coordinator", "Corporal", "Correspondent", "Councillor",
    "Councilman", "Counsel", "Count", "Countess", "Cpl.", "Dean", "Deputy", "Detective", "Director", "Dr",
    "Dr.", "Duchess", "Duke", "Economist", "Editor", "Emperor", "Empress", "Engineer", "Executive", "Father",
    "Founder", "Gen", "Gen.", "General", "Gov", "Gov.", "Governor", "Head", "Inspector", "Judge", "Justice",
    "King", "Lady", "Lawyer", "Leader", "Lieutenant", "Lord", "Lt", "Lt.", "Madam", "Maj", "Maj.", "Major",
    "Manager", "Marshal", "Mayor", "Member", "Messrs", "Messrs.", "Minister", "Miss", "Mr", "Mr.", "Mrs",
    "Mrs.", "Ms", "Ms.", "Officer", "Patriarch", "Pope", "Premier", "President", "Prime", "Prince",
    "Princess", "Principal", "Private", "Prof", "Prof.", "Professor", "Prosecutor", "Queen", "Rabbi",
    "Rector", "Rep", "Rep.", "Reporter", "Representative", "Researcher", "Reverend", "Scientist", "Sec.",
    "Secretary", "Sen", "Sen.", "Senator", "Sergeant", "Sgt", "Sgt.", "Sheikh", "Sheriff", "Singer", "Sir",
    "Sister", "Speaker", "Spokesman", "Spokesperson", "Spokeswoman", "Strategist", "Sultan", "Superintendent",
    "Treasurer", "Veteran", "Vicar", "Viscount",
];

#[rustfmt::skip]
const SURNAMES_TOO: &[&str] = &[
    "Baron", "Bishop", "Cardinal", "Constable", "Count", "Dean", "Duke", "Father", "General", "Judge",
    "Justice", "King", "Major", "Marshal", "Pope", "Prince", "Princess", "Principal", "Queen", "Sister",
];

#[rustfmt::skip]
const TITLE_MODIFIERS: &[&str] = &[
    "Acting", "Adjunct", "Agriculture", "Assistant", "Associate", "Attorney", "Brand", "Business", "Chief",
    "Climate", "Commerce", "Commercial", "Communications", "Creative", "Crown", "Culture", "Defence",
    "Defense", "Deputy", "Development", "Digital", "District", "Economic", "Economy", "Education", "Emeritus",
    "Energy", "Environment", "Environmental", "Executive", "Field", "Finance", "Financial", "First",
    "Foreign", "Former", "Founding", "General", "Global", "Group", "Head", "Health", "High", "Home", "Human",
    "Inaugural", "Industry", "Information", "Interim", "Interior", "Investment", "Joint", "Junior", "Justice",
    "Labor", "Labour", "Lead", "Legal", "Lieutenant", "Local", "Majority", "Managing", "Marketing", "Medical",
    "Military", "Minority", "National", "Operating", "People", "Permanent", "Police", "Policy",
    "Presidential", "Press", "Prime", "Principal", "Privacy", "Product", "Programme", "Public", "Rear",
    "Regional", "Representative", "Research", "Resources", "Revenue", "Risk", "Science", "Scientific",
    "Second", "Security", "Senior", "Shadow", "Special", "Staff", "State", "Strategy", "Supreme", "Technical",
    "Technology", "Then", "Third", "Trade", "Transport", "Transportation", "Treasury", "Under", "Unification",
    "Vice",
];

#[rustfmt::skip]
const BODIES: &[&str] = &[
    "AG", "Academy", "Administration", "Agency", "Air", "Airline", "Airways", "Alliance", "Archive", "Army",
    "Assembly", "Associates", "Association", "Asylum", "Authority", "Automobiles", "Bancorp", "Band", "Bank",
    "Bloc", "Board", "Books", "Broadcasting", "Brotherhood", "Bureau", "Business", "Cabinet", "Caucus",
    "Center", "Centre", "Chamber", "Chapter", "Charity", "Choir", "Church", "Circus", "Clinic", "Club", "Co",
    "Co.", "Coalition", "College", "Command", "Commission", "Committee", "Commons", "Communications",
    "Community", "Companies", "Company", "Confederation", "Conference", "Congress", "Consortium",
    "Constabulary", "Convent", "Cooperative", "Corp", "Corp.", "Corporation", "Council", "Court", "Daily",
    "Department", "Directorate", "Division", "Electric", "Electronics", "Embassy", "Energy", "Ensemble",
    "Enterprise", "Entertainment", "Exchange", "FC", "Faculty", "Federation", "Films", "Finance", "Financial",
    "Force", "Forces", "Forum", "Foundation", "Front", "Fund", "Gallery", "Games", "Gazette", "GmbH",
    "Government", "Group", "Guard", "Guild", "Herald", "Holdings", "Hospital", "Hotel", "House", "Inc",
    "Inc.", "Industries", "Industry", "Initiative", "Inspectorate", "Institute", "Institution", "Insurance",
    "Intelligence", "Journal", "Laboratories", "Laboratory", "Labs", "League", "Legion", "Library", "Limited",
    "Ltd", "Ltd.", "Magazine", "Media", "Militia", "Ministry", "Mission", "Monastery", "Motor", "Motors",
    "Movement", "Museum", "Navy", "Network", "News", "Observatory", "Office", "Opera", "Orchestra",
    "Organisation", "Organization", "PLC", "Parliament", "Partners", "Partnership", "Party", "Philharmonic",
    "Pictures", "Platoon", "Police", "Post", "Press", "Productions", "Programme", "Publications",
    "Publishers", "Publishing", "Radio", "Railroad", "Railway", "Railways", "Records", "Regiment", "Registry",
    "Review", "Rifles", "School", "Secretariat", "Securities", "Seminary", "Senate", "Service", "Services",
    "Society", "Software", "Solutions", "Squad", "Squadron", "Station", "Studio", "Subcommittee", "Symphony",
    "Syndicate", "System", "Systems", "Taskforce", "Team", "Tech", "Technologies", "Technology", "Telecom",
    "Telegraph", "Television", "Theater", "Theatre", "Times", "Tribunal", "Tribune", "Troupe", "Trust",
    "Trustees", "Union", "Unit", "United", "Universities", "University", "Ventures", "Works", "Workshop",
    "plc",
];

#[rustfmt::skip]
const LANDMARKS: &[&str] = &[
    "Accord", "Act", "Agreement", "Airport", "Albums", "Amendment", "Archipelago", "Arena", "Article",
    "Avenue", "Award", "Basilica", "Basin", "Battle", "Bay", "Beach", "Bill", "Boulevard", "Bridge",
    "Building", "Campaign", "Canal", "Canyon", "Cape", "Castle", "Cathedral", "Cemetery", "Championship",
    "Chapel", "Charter", "City", "Coast", "Commonwealth", "Constitution", "Convention", "County", "Creek",
    "Cross", "Cup", "Day", "Declaration", "Desert", "District", "Doctrine", "Duchy", "Dynasty", "Empire",
    "Estate", "Falls", "Festival", "Field", "Forest", "Fort", "Gardens", "Gate", "Glacier", "Gulf", "Hall",
    "Harbor", "Harbour", "Heights", "Highway", "Hill", "Island", "Isle", "Kingdom", "Lake", "Law", "Massacre",
    "Medal", "Memorial", "Monument", "Mount", "Mountain", "Ocean", "Olympics", "Open", "Order", "Pact",
    "Palace", "Park", "Peninsula", "Plan", "Plant", "Plateau", "Plaza", "Port", "Prison", "Prize", "Program",
    "Project", "Province", "Pyramid", "Range", "Rebellion", "Reef", "Region", "Reich", "Reign", "Republic",
    "Reservoir", "Resort", "Revolution", "Ridge", "River", "Road", "Route", "Sea", "Shrine", "Siege", "Sound",
    "Springs", "Square", "Stadium", "State", "Strait", "Street", "Summit", "Temple", "Territory", "Tomb",
    "Tour", "Tower", "Town", "Township", "Trail", "Treaty", "Trophy", "Tunnel", "Valley", "Village",
    "Volcano", "War", "Woods", "Zone", "Zoo",
];

#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "af", "al", "ap", "auf", "av", "bar", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "dei",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "les",
    "lo", "los", "ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
];

#[rustfmt::skip]
const BODIES_ON: &[&str] = &[
    "Commission", "Committee", "Conference", "Convention", "Council", "Forum", "Institute", "Office", "Panel",
    "Subcommittee", "Summit",
];

#[rustfmt::skip]
const BODIES_OF_FIELDS: &[&str] = &[
    "Bureau", "College", "Committee", "Department", "Directorate", "Division", "Faculty", "Institute",
    "Ministry", "Office", "School", "Secretariat",
];

#[rustfmt::skip]
const BODIES_FOR: &[&str] = &[
    "Academy", "Agency", "Alliance", "Association", "Authority", "Board", "Bureau", "Campaign", "Center",
    "Centre", "Coalition", "College", "Commission", "Committee", "Conference", "Council", "Court",
    "Department", "Directorate", "Federation", "Foundation", "Fund", "Initiative", "Institute", "Institution",
    "Laboratory", "Ministry", "Movement", "Office", "Organisation", "Organization", "Partnership", "Program",
    "Programme", "School", "Service", "Society", "Subcommittee", "Union",
];

#[rustfmt::skip]
const SPEECH_VERBS: &[&str] = &[
    "acknowledged", "added", "admitted", "announced", "argued", "asked", "asserted", "claimed", "commented",
    "concluded", "confirmed", "declared", "denied", "emphasized", "explained", "insisted", "noted",
    "recalled", "remarked", "replied", "said", "says", "stated", "stressed", "suggested", "testified", "told",
    "tweeted", "urged", "warned", "wrote",
];

#[rustfmt::skip]
const GIVEN_NAMES: &[&str] = &[
    "Aaron", "Abdullah", "Adam", "Adrian", "Ahmed", "Alan", "Albert", "Alejandro", "Alex", "Alexander",
    "Alexandra", "Alexei", "Ali", "Alice", "Alison", "Amanda", "Amy", "Ana", "Andrea", "Andreas", "Andrei",
    "Andrew", "Angela", "Ann", "Anna", "Anne", "Anthony", "Antonio", "Arthur", "Barbara", "Ben", "Benjamin",
    "Bernard", "Betty", "Bill", "Bob", "Boris", "Brenda", "Brian", "Bruce", "Carl", "Carlos", "Carol",
    "Caroline", "Catherine", "Charles", "Charlotte", "Chris", "Christian", "Christina", "Christine",
    "Christopher", "Claire", "Claudia", "Colin", "Craig", "Cynthia", "Daniel", "Daniela", "David", "Deborah",
    "Dennis", "Diana", "Diego", "Dmitry", "Donald", "Dorothy", "Douglas", "Edward", "Elena", "Elizabeth",
    "Emily", "Emma", "Eric", "Erik", "Eva", "Fatima", "Fernando", "Francesca", "Francis", "Francisco",
    "Frank", "Fred", "Gabriel", "Gary", "Geoffrey", "George", "Gerald", "Gordon", "Grace", "Graham", "Greg",
    "Gregory", "Hans", "Harold", "Harry", "Hassan", "Heather", "Helen", "Henry", "Hiroshi", "Howard", "Ian",
    "Igor", "Isabel", "Ivan", "Jack", "Jacob", "Jacques", "James", "Jan", "Jane", "Janet", "Jason", "Javier",
    "Jean", "Jeff", "Jeffrey", "Jennifer", "Jeremy", "Jessica", "Jim", "Joan", "Joe", "Johann", "John", "Jon",
    "Jonathan", "Jorge", "Jose", "Joseph", "Joshua", "José", "Juan", "Judith", "Julia", "Julie", "Justin",
    "Karen", "Karl", "Kate", "Katherine", "Keith", "Kelly", "Ken", "Kenneth", "Kevin", "Lars", "Laura",
    "Lauren", "Lawrence", "Leonard", "Linda", "Lisa", "Louis", "Louise", "Lucas", "Lucy", "Luis", "Luke",
    "Marco", "Marcus", "Margaret", "Maria", "Marie", "Mario", "Mark", "Martha", "Martin", "Mary", "Matthew",
    "Max", "Maya", "Megan", "Michael", "Michelle", "Miguel", "Mike", "Mikhail", "Mohamed", "Mohammad",
    "Mohammed", "Muhammad", "Nancy", "Natalia", "Nathan", "Neil", "Nicholas", "Nick", "Nicola", "Nicole",
    "Nikolai", "Olga", "Oliver", "Omar", "Oscar", "Pablo", "Patricia", "Patrick", "Paul", "Paula", "Pedro",
    "Peter", "Philip", "Phillip", "Pierre", "Rachel", "Ralph", "Raymond", "Rebecca", "Ricardo", "Richard",
    "Robert", "Roberto", "Robin", "Roger", "Ronald", "Rosa", "Roy", "Russell", "Ruth", "Ryan", "Sam",
    "Samantha", "Samuel", "Sandra", "Sara", "Sarah", "Scott", "Sean", "Sergei", "Sharon", "Simon", "Sofia",
    "Sophie", "Stefan", "Stephanie", "Stephen", "Steve", "Steven", "Stuart", "Susan", "Teresa", "Terry",
    "Thomas", "Tim", "Timothy", "Todd", "Tom", "Tony", "Tyler", "Vera", "Victor", "Victoria", "Vincent",
    "Vladimir", "Walter", "Wayne", "Wendy", "William", "Yusuf", "Zoe",
];

#[rustfmt::skip]
const COMPOUND_TAILS: &[&str] = &[
    "area", "based", "born", "bound", "built", "class", "era", "free", "friendly", "grown", "held", "led",
    "like", "made", "only", "owned", "related", "run", "side", "specific", "style", "tier", "type", "wide",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in [
            FUNCTION_WORDS,
            CALENDAR,
            DEMONYMS,
            COURTESIES,
            TITLES,
            SURNAMES_TOO,
            TITLE_MODIFIERS,
            BODIES,
            LANDMARKS,
            PARTICLES,
            BODIES_FOR,
            BODIES_ON,
            BODIES_OF_FIELDS,
            SPEECH_VERBS,
            GIVEN_NAMES,
            COMPOUND_TAILS,
        ] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
            }
        }
    }
}

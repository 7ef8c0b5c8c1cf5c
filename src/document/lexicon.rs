//! Small closed lists of words that tell where a name begins and ends.
//!
//! The only names here are given names that many people share.

use super::word_list::WordList;

/// True for a word that begins a sentence with a capital and is no name by itself: articles, pronouns,
/// prepositions, conjunctions, question words and common adverbs.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.holds_lowered(word)
}

/// True for a word that is, or may become with more letters, one that begins a sentence with a capital and is no name by
/// itself, or a month or weekday: "The", "Whe", "Mond".
pub fn begins_plain_word(word: &str) -> bool {
    let small = word.to_lowercase();
    FUNCTION_WORDS.begins(&small) || CALENDAR.begins(word)
}

/// True for a month or a weekday, also shortened.
pub(super) fn is_calendar_word(word: &str) -> bool {
    CALENDAR.holds(word.trim_end_matches('.'))
}

/// True for a word of nationality, language or region that is no name by itself.
pub(super) fn is_demonym(word: &str) -> bool {
    DEMONYMS.holds(word)
}

/// True for a prefix before a name and a hyphen that is no part of it: "ex-Goldman Sachs", "pro-Beijing".
pub(super) fn is_prefix(word: &str) -> bool {
    const PREFIXES: [&str; 7] = ["anti", "ex", "former", "mid", "non", "pro", "then"];
    PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(word))
}

/// True for a word whose possessive stands inside names: "Women's University", "King's College".
pub(super) fn is_owner_in_names(word: &str) -> bool {
    OWNERS_IN_NAMES.holds(word)
}

/// True for a lower-case particle inside a person's or a place's name: "de", "van", "bin".
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.holds(word)
}

/// True for a verb of saying, in the forms that stand beside a speaker.
pub(super) fn is_speech_verb(word: &str) -> bool {
    SPEECH_VERBS.holds(word)
}

/// True for a word that many people share as a given name.
pub(super) fn is_given_name(word: &str) -> bool {
    GIVEN_NAMES.holds(word)
}

/// True for an adverb that begins a sentence before its subject: "Apparently", "Previously".
pub(super) fn is_adverb(word: &str) -> bool {
    const ENDS: [&str; 11] =
        ["ently", "antly", "ally", "ously", "edly", "ingly", "arly", "ately", "ively", "ably", "ibly"];
    ENDS.iter().any(|end| word.ends_with(end))
}

/// True for a word that goes behind a name and a hyphen without being part of the name: "OpenAI-led".
pub(super) fn is_compound_tail(word: &str) -> bool {
    COMPOUND_TAILS.holds(word) || (word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")))
}

/// The lists of words that stand in names or at their edges.
pub(super) const LISTS: &[&WordList] =
    &[&FUNCTION_WORDS, &CALENDAR, &DEMONYMS, &OWNERS_IN_NAMES, &GIVEN_NAMES];

#[rustfmt::skip]
static FUNCTION_WORDS: WordList = WordList::new(&[
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
]);

#[rustfmt::skip]
static CALENDAR: WordList = WordList::new(&[
    "Apr", "April", "Aug", "August", "Dec", "December", "Feb", "February", "Fri", "Friday", "Fridays", "Jan",
    "January", "Jul", "July", "Jun", "June", "Mar", "March", "May", "Mon", "Monday", "Mondays", "Nov",
    "November", "Oct", "October", "Sat", "Saturday", "Saturdays", "Sep", "Sept", "September", "Sun", "Sunday",
    "Sundays", "Thu", "Thurs", "Thursday", "Thursdays", "Tue", "Tues", "Tuesday", "Tuesdays", "Wed",
    "Wednesday", "Wednesdays",
]);

#[rustfmt::skip]
static DEMONYMS: WordList = WordList::new(&[
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
]);

#[rustfmt::skip]
static OWNERS_IN_NAMES: WordList = WordList::new(&[
    "Child", "Children", "King", "Man", "Men", "People", "Queen", "Woman", "Women", "Workers",
]);

#[rustfmt::skip]
static PARTICLES: WordList = WordList::new(&[
    "af", "al", "ap", "auf", "av", "bar", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "dei",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "les",
    "lo", "los", "ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
]);

#[rustfmt::skip]
static SPEECH_VERBS: WordList = WordList::new(&[
    "acknowledged", "added", "admitted", "announced", "argued", "asked", "asserted", "claimed", "commented",
    "concluded", "confirmed", "declared", "denied", "emphasized", "explained", "insisted", "noted",
    "recalled", "remarked", "replied", "said", "says", "stated", "stressed", "suggested", "testified", "told",
    "tweeted", "urged", "warned", "wrote",
]);

#[rustfmt::skip]
static GIVEN_NAMES: WordList = WordList::new(&[
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
]);

#[rustfmt::skip]
static COMPOUND_TAILS: WordList = WordList::new(&[
    "area", "based", "born", "bound", "built", "class", "era", "free", "friendly", "grown", "held", "led",
    "like", "made", "only", "owned", "related", "run", "side", "specific", "style", "tier", "type", "wide",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in LISTS.iter().chain([&&PARTICLES, &&SPEECH_VERBS, &&COMPOUND_TAILS]) {
            list.check();
        }
    }
}

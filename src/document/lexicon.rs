//! Small closed lists of words that tell where a name begins and ends.
//!
//! The only names here are given names that many people share.

use super::endings::is_compound_number;
use super::word_list::WordList;

/// True for a word that begins a sentence with a capital and is no name by itself: articles, pronouns,
/// prepositions, conjunctions, question words and common adverbs.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.holds_lowered(word) || is_compound_number(word)
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

/// True for a word that capitals only stress, "it was NOT the ferry".
pub(super) fn is_stressed(word: &str) -> bool {
    const STRESSED: [&str; 12] =
        ["EVER", "EVERY", "HERE", "NEVER", "NOT", "ONLY", "THAT", "THERE", "THIS", "VERY", "YES", "YOUR"];
    STRESSED.contains(&word)
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

/// True for the "Democratic People" of "Democratic People's Republic": nobody's name, but a part of one.
pub(super) fn ends_with_owner(name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(is_owner_in_names)
}

/// True for a word with which Māori names begin: "Te Kura o Takvik".
pub(super) fn is_maori(word: &str) -> bool {
    matches!(word, "Kāti" | "Kāi" | "Ngā" | "Ngāi" | "Ngāti" | "Rūnanga" | "Te" | "Whare")
}

/// True for a lower-case particle inside a person's or a place's name: "de", "van", "bin".
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.holds(word)
}

/// True for a particle in whatever capitals: "Van".
pub(super) fn is_particle_in_any_case(word: &str) -> bool {
    PARTICLES.holds_lowered(word)
}

/// True for a name of several words that begins with a particle in any capitals: "Van de Vik", "De Wit".
pub(super) fn begins_with_particle(name: &str) -> bool {
    /// In bytes, with the space behind it.
    const LONGEST: usize = 6;
    let head = &name.as_bytes()[..name.len().min(LONGEST)];
    let end = head.iter().position(|byte| *byte == b' ').and_then(|end| name.get(..end));
    end.is_some_and(is_particle_in_any_case)
}

/// True for the letters on both sides of the stroke in "a/l" and "d/o", which stand before a father's name in Malaysia and
/// Singapore.
pub(super) fn is_child_of(child: &str, of: &str) -> bool {
    matches!((child, of), ("a", "l" | "p") | ("s" | "d", "o"))
}

/// True for a verb of saying, in the forms that stand beside a speaker.
pub fn is_speech_verb(word: &str) -> bool {
    SPEECH_VERBS.holds(word)
}

/// True for a verb of saying in whatever capitals: "Added".
pub(super) fn is_speech_verb_in_any_case(word: &str) -> bool {
    SPEECH_VERBS.holds_lowered(word)
}

/// True for a noun that says something and is nobody's name: "Management said".
pub(super) fn is_plain_speaker(word: &str) -> bool {
    matches!(
        word,
        "Legend"
            | "Management"
            | "Men"
            | "People"
            | "Rumor"
            | "Rumour"
            | "Sentiment"
            | "Spokesmen"
            | "Spokespeople"
            | "Spokeswomen"
            | "Women"
    )
}

/// True for the noun of a place or a body that is a usual family name, too: "Park", "Hill", "Church".
pub(super) fn is_family_name_too(word: &str) -> bool {
    FAMILY_NAMES_TOO.holds(word)
}

/// True for a word that many people share as a given name.
pub(super) fn is_given_name(word: impl AsRef<[u8]>) -> bool {
    GIVEN_NAMES.holds(word)
}

/// True for a usual spelling of a Korean family name.
pub(super) fn is_korean_surname(word: &str) -> bool {
    KOREAN_SURNAMES.holds(word)
}

/// True for a usual spelling of a Chinese family name that is no everyday word of English.
pub(super) fn is_chinese_surname(word: &str) -> bool {
    CHINESE_SURNAMES.holds(word)
}

/// True for an adverb that begins a sentence before its subject: "Apparently", "Previously".
pub(super) fn is_adverb(word: &str) -> bool {
    const ENDS: [&str; 9] = ["ently", "antly", "ously", "edly", "ingly", "ately", "ively", "ably", "ibly"];
    /// "Carly" and "Sally" are given names; of so few letters these alone are adverbs.
    const SHORT: [&str; 6] = ["Dearly", "Early", "Nearly", "Orally", "Really", "Yearly"];
    if word.ends_with("arly") || word.ends_with("ally") {
        // "McNally" is a family name.
        let name = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        return !name && (word.len() > 6 || SHORT.contains(&word));
    }
    ENDS.iter().any(|end| word.ends_with(end))
}

/// True for what a writer begins a sentence with in front of the person or the body that it is about: "Recalling President
/// Lund's words", "Forget Ana Lund".
pub(super) fn is_opening_verb(word: &str) -> bool {
    matches!(
        word,
        "Accusing"
            | "Addressing"
            | "Blaming"
            | "Citing"
            | "Combining"
            | "Concerning"
            | "Congratulating"
            | "Considering"
            | "Criticising"
            | "Criticizing"
            | "Defending"
            | "Describing"
            | "Directing"
            | "Echoing"
            | "Featuring"
            | "Forget"
            | "Hosting"
            | "Imagine"
            | "Including"
            | "Joining"
            | "Knowing"
            | "Leaving"
            | "Opposing"
            | "Praising"
            | "Quoting"
            | "Recalling"
            | "Receiving"
            | "Regarding"
            | "Remember"
            | "Replacing"
            | "Representing"
            | "Starring"
            | "Striking"
            | "Succeeding"
            | "Supporting"
            | "Thanking"
            | "Urging"
            | "Using"
            | "Visiting"
            | "Welcoming"
    )
}

/// True for a word that goes behind a name and a hyphen without being part of the name: "OpenAI-led"; not for the rest of
/// "Chin-ching", where no verb stands before the ending.
pub(super) fn is_compound_tail(word: &str) -> bool {
    let verb = |stem: &str| stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    COMPOUND_TAILS.holds(word)
        || word.len() > 4 && (word.ends_with("ed") || word.strip_suffix("ing").is_some_and(verb))
}

/// The lists of words that stand in names or at their edges.
pub(super) const LISTS: &[&WordList] = &[&FUNCTION_WORDS, &CALENDAR, &OWNERS_IN_NAMES, &GIVEN_NAMES];

#[rustfmt::skip]
static FUNCTION_WORDS: WordList = WordList::new(&[
    "a", "about", "above", "according", "across", "additionally", "after", "afterwards", "again", "against",
    "all", "almost", "along", "already", "also", "although", "always", "am", "amid", "among", "an", "and",
    "another", "any", "anybody", "anyone", "anything", "are", "around", "as", "aside", "at", "away", "based",
    "be", "because", "been", "before", "behind", "being", "below", "besides", "between", "beyond", "born",
    "both", "but", "by", "can", "citing", "consequently", "could", "currently", "despite", "did", "do", "does",
    "dozens", "during", "each", "earlier", "eight", "either", "elsewhere", "enough", "even", "eventually",
    "ever", "every", "everybody", "everyone", "everything", "everywhere", "except", "few", "finally", "first",
    "five", "following", "for", "formerly", "four", "from", "further", "furthermore", "generally", "given",
    "had", "has", "have", "having", "he", "hence", "her", "here", "hers", "herself", "him", "himself", "his",
    "how", "however", "hundreds", "i", "if", "in", "including", "indeed", "initially", "inside", "instead",
    "into", "is", "it", "its", "itself", "just", "last", "lastly", "later", "less", "let", "like", "many",
    "may", "maybe", "me", "meanwhile", "might", "millions", "mine", "more", "moreover", "most", "much", "must",
    "my", "myself", "near", "nearly", "neither", "never", "nevertheless", "next", "nine", "no", "nobody",
    "none", "nonetheless", "nor", "not", "nothing", "now", "nowhere", "of", "off", "often", "on", "once", "one",
    "only", "or", "originally", "other", "others", "otherwise", "our", "ours", "ourselves", "out", "outside",
    "over", "overall", "part", "perhaps", "please", "previously", "rather", "recently", "retd", "rs", "rtd",
    "same", "second", "secondly", "seven", "several", "shall", "she", "should", "similarly", "since", "six",
    "so", "some", "somebody", "somehow", "someone", "something", "sometimes", "somewhere", "soon", "still",
    "such", "suddenly", "ten", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there",
    "thereafter", "therefore", "these", "they", "third", "this", "those", "though", "thousands", "three",
    "through", "throughout", "thus", "to", "today", "together", "tomorrow", "too", "toward", "towards", "two",
    "ultimately", "under", "unfortunately", "unless", "unlike", "until", "up", "upon", "us", "usually", "very",
    "via", "was", "we", "well", "were", "what", "whatever", "when", "whenever", "where", "whereas", "wherever",
    "whether", "which", "while", "who", "whoever", "whom", "whose", "why", "will", "with", "within", "without",
    "would", "yes", "yesterday", "yet", "you", "your", "yours", "yourself",
]);

#[rustfmt::skip]
static FAMILY_NAMES_TOO: WordList = WordList::new(&[
    "Arena", "Banks", "Battle", "Beach", "Bridge", "Bridges", "Castle", "Chambers", "Church", "Court", "Cross", "Day", "Field", "Fields",
    "Forest", "Gates", "Guard", "Hall", "Hill", "Hills", "House", "Lake", "Lakes", "Law", "Laws", "Mount",
    "Park", "Parks", "Plant", "Post", "Ridge", "Rivers", "Street", "Temple", "Towers", "Town", "Woods",
]);

#[rustfmt::skip]
static KOREAN_SURNAMES: WordList = WordList::new(&[
    "Ahn", "An", "Bae", "Baek", "Bang", "Byun", "Cha", "Chae", "Cheon", "Cho", "Choi", "Chun", "Chung",
    "Eom", "Gong", "Ha", "Ham", "Han", "Heo", "Hong", "Huh", "Hur", "Hwang", "Im", "Jang", "Jeon", "Jeong",
    "Ji", "Jin", "Jo", "Joo", "Ju", "Jun", "Jung", "Kang", "Kil", "Kim", "Ko", "Koo", "Kwak", "Kwon", "Lee",
    "Lim", "Ma", "Min", "Moon", "Na", "Nam", "Noh", "Oh", "Paik", "Park", "Pyo", "Rhee", "Roh", "Ryu",
    "Seo", "Seol", "Seong", "Shim", "Shin", "Sim", "Sin", "Sohn", "Son", "Song", "Suh", "Sung", "Um", "Wi",
    "Woo", "Yang", "Yeo", "Yeom", "Yi", "Yim", "Yoo", "Yoon", "Youm", "Yu", "Yun",
]);

#[rustfmt::skip]
static CHINESE_SURNAMES: WordList = WordList::new(&[
    "Bai", "Bao", "Cai", "Cao", "Chan", "Chang", "Chee", "Chen", "Cheng", "Cheung", "Chia", "Chiang", "Chou",
    "Chow", "Chua", "Cui", "Deng", "Ding", "Dong", "Du", "Duan", "Fang", "Feng", "Fu", "Gao", "Goh", "Gu",
    "Guo", "Han", "Hao", "Heng", "Hong", "Hou", "Hsieh", "Hsu", "Hu", "Hua", "Huang", "Jia", "Jiang", "Koh",
    "Kuo", "Kwa", "Lai", "Lau", "Lei", "Leung", "Li", "Liang", "Liao", "Lin", "Liu", "Loh", "Lu", "Lum", "Luo",
    "Mao", "Meng", "Ng", "Nguyen", "Ong", "Ouyang", "Pang", "Peng", "Pham", "Qi", "Qian", "Qin", "Qiu", "Quek",
    "Ren", "Shao", "Shen", "Shi", "Shu", "Sima", "Situ", "Su", "Tan", "Tang", "Tao", "Teo", "Tian", "Toh",
    "Tong", "Tran", "Tsai", "Tsang", "Tseng", "Wang", "Wei", "Wen", "Wong", "Wu", "Xi", "Xia", "Xiao", "Xie",
    "Xin", "Xiong", "Xu", "Xue", "Yan", "Yao", "Yap", "Ye", "Yeung", "Yin", "Yuan", "Zeng", "Zhan", "Zhang",
    "Zhao", "Zheng", "Zhong", "Zhou", "Zhu", "Zhuang", "Zou",
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
static OWNERS_IN_NAMES: WordList = WordList::new(&[
    "Bishops", "Chairmen", "Child", "Children", "Farmers", "Governors", "Growers", "Judges", "King", "Lawyers",
    "Magistrates", "Man", "Mayors", "Men", "Ministers", "People", "Players", "Primates", "Queen", "Seniors",
    "Students", "Teachers", "Veterans", "Woman", "Women", "Workers", "Writers",
]);

#[rustfmt::skip]
static PARTICLES: WordList = WordList::new(&[
    "'t", "a/l", "a/p", "ab", "af", "al", "ap", "arap", "auf", "av", "bar", "ben", "bin", "bint", "binte", "binti", "d/o", "da", "dal", "das", "de", "degli", "dei",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le", "les",
    "lo", "los", "s/o", "ter", "ud", "ul", "und", "van", "vom", "von", "wa", "y", "zu", "zum", "zur",
]);

#[rustfmt::skip]
static SPEECH_VERBS: WordList = WordList::new(&[
    "acknowledged", "added", "admitted", "announced", "argued", "asked", "asserted", "claimed", "commented",
    "concluded", "confirmed", "declared", "denied", "emphasized", "explained", "insisted", "noted", "opined",
    "recalled", "reiterated", "remarked", "replied", "said", "says", "stated", "stressed", "suggested", "testified", "told",
    "tweeted", "urged", "warned", "wrote",
]);

#[rustfmt::skip]
static GIVEN_NAMES: WordList = WordList::new(&[
    "Aaron", "Abdullah", "Adam", "Adrian", "Ahmed", "Aisha", "Akira", "Alain", "Alan", "Albert", "Alberto",
    "Alejandra", "Alejandro", "Alessandro", "Alex", "Alexander", "Alexandra", "Alexei", "Alfred", "Alfredo",
    "Ali", "Alice", "Alina", "Alison", "Amanda", "Amara", "Amina", "Amir", "Amit", "Amy", "Ana", "Anders",
    "Andre", "Andrea", "Andreas", "Andrei", "Andrew", "André", "Andrés", "Andy", "Angela", "Angelo", "Anita", "Anja",
    "Anjali", "Ann", "Anna", "Anne", "Annika", "Anthony", "Antoine", "Anton", "Antonia", "Antonio", "Anwar",
    "Arjun", "Arnold", "Arthur", "Arturo", "Asha", "Ashley", "Astrid", "Ayesha", "Barbara", "Beatrice",
    "Beatriz", "Ben", "Benjamin", "Bernard", "Bernardo", "Bernd", "Bertrand", "Beth", "Bethany", "Betty",
    "Bill", "Birgit", "Björn", "Bob", "Bogdan", "Boris", "Brad", "Bradley", "Brandon", "Brenda", "Brendan",
    "Brian", "Brigitte", "Bruce", "Bryan", "Camila", "Camille", "Carl", "Carla", "Carlos", "Carmen", "Carol",
    "Caroline", "Catherine", "Cecilia", "Celia", "Charles", "Charlotte", "Chiara", "Chloe", "Chris",
    "Christian", "Christina", "Christine", "Christopher", "Chuck", "Claire", "Clara", "Clarence", "Claudia", "Clive",
    "Colin", "Connor", "Craig", "Cristina", "Curtis", "Cynthia", "Damien", "Dana", "Daniel", "Daniela",
    "Danielle", "Danny", "Darren", "Dave", "David", "Debbie", "Deborah", "Deepak", "Denise", "Dennis", "Derek",
    "Derrick", "Diana", "Dick", "Diego", "Dieter", "Dirk", "Dmitri", "Dmitry", "Dolores", "Dominic", "Dominique",
    "Donald", "Donna", "Doris", "Dorothy", "Doug", "Douglas", "Duncan", "Dylan", "Eddie", "Edith", "Eduardo",
    "Edward", "Edwin", "Eileen", "Elaine", "Eleanor", "Elena", "Elias", "Elif", "Elise", "Elizabeth", "Ella",
    "Ellen", "Elliot", "Emeka", "Emil", "Emilia", "Emilio", "Emily", "Emma", "Emmanuel", "Enrico", "Enrique",
    "Eric", "Erik", "Erin", "Ernest", "Esther", "Ethan", "Eugene", "Eva", "Evan", "Evelyn", "Fabio", "Farah",
    "Fatima", "Felipe", "Felix", "Fernando", "Fiona", "Florian", "Francesca", "Francis", "Francisco",
    "Francois", "Frank", "Franz", "François", "Fred", "Frederick", "Friedrich", "Gabriel", "Gabriela", "Gareth",
    "Gary", "Gemma", "Geoff", "Geoffrey", "George", "Gerald", "Gerard", "Gerhard", "Gianni", "Gilbert", "Gina",
    "Giorgio", "Giovanni", "Giulia", "Giuseppe", "Glenn", "Gloria", "Gordon", "Grace", "Graham", "Greg",
    "Gregory", "Greta", "Guillaume", "Guillermo", "Gustav", "Gustavo", "Hamid", "Hannah", "Hans", "Harold",
    "Harry", "Harvey", "Hassan", "Heather", "Hector", "Heidi", "Heinrich", "Helen", "Henry", "Hiroshi",
    "Howard", "Hugh", "Hugo", "Hussein", "Ian", "Ibrahim", "Ida", "Ignacio", "Igor", "Imran", "Ines", "Ingrid",
    "Irene", "Isaac", "Isabel", "Isabella", "Ivan", "Jack", "Jacob", "Jacques", "Jaime", "Jamal", "James",
    "Jamie", "Jan", "Jane", "Janet", "Jared", "Jasmine", "Jason", "Javier", "Jean", "Jeff", "Jeffrey",
    "Jennifer", "Jens", "Jeremy", "Jerome", "Jerry", "Jessica", "Jill", "Jim", "Joan", "Joanna", "Joanne",
    "Joaquin", "Joe", "Joel", "Johan", "Johann", "Johannes", "John", "Johnny", "Jon", "Jonas", "Jonathan",
    "Jorge", "Jose", "Joseph", "Josephine", "Joshua", "José", "Joyce", "Juan", "Judith", "Judy", "Julia",
    "Julian", "Julie", "Juliet", "Juliette", "Justin", "Jürgen", "Kamal", "Karen", "Kari", "Karin", "Karl",
    "Katarina", "Kate", "Katherine", "Kathleen", "Kathryn", "Kathy", "Katie", "Katrina", "Kavita", "Keiko",
    "Keith", "Kelly", "Ken", "Kenji", "Kenneth", "Kevin", "Khalid", "Kimberly", "Klaus", "Kofi", "Kristen",
    "Kristin", "Kristina", "Kurt", "Kyle", "Larry", "Lars", "Laura", "Lauren", "Laurent", "Lawrence", "Leah",
    "Leila", "Lena", "Leo", "Leon", "Leonard", "Leonardo", "Leslie", "Liam", "Lidia", "Lillian", "Linda",
    "Lisa", "Lorenzo", "Lorraine", "Louis", "Louise", "Luca", "Lucas", "Lucia", "Lucy", "Luigi", "Luis", "Luke",
    "Lydia", "Lynn", "Magnus", "Malcolm", "Manuel", "Marc", "Marcel", "Marcia", "Marco", "Marcus", "Margaret",
    "Margarita", "Marguerite", "Maria", "Marianne", "Marie", "Marilyn", "Mario", "Marisol", "Mark", "Marta",
    "Martha", "Martin", "Martina", "Marvin", "Mary", "Mateo", "Mathias", "Matteo", "Matthew", "Matthias",
    "Maureen", "Maurice", "Max", "Maya", "Megan", "Mehmet", "Melanie", "Melissa", "Mia", "Michael", "Michelle",
    "Mick", "Miguel", "Mikael", "Mike", "Mikhail", "Milos", "Miriam", "Mohamed", "Mohammad", "Mohammed",
    "Moira", "Monica", "Monika", "Muhammad", "Mustafa", "Nadia", "Nadine", "Nancy", "Naomi", "Natalia",
    "Natalie", "Natasha", "Nathan", "Neha", "Neil", "Nicholas", "Nick", "Nicola", "Nicole", "Nigel", "Nikita",
    "Nikolai", "Nils", "Nina", "Noah", "Nora", "Oleg", "Olga", "Oliver", "Olivia", "Olivier", "Omar", "Oscar",
    "Otto", "Owen", "Pablo", "Pamela", "Paolo", "Pascal", "Pat", "Patrice", "Patricia", "Patrick", "Paul", "Paula",
    "Paulo", "Pedro", "Peggy", "Penelope", "Peter", "Petra", "Phil", "Philip", "Phillip", "Pia", "Pierre",
    "Pietro", "Priya", "Rachel", "Rafael", "Rajesh", "Ralph", "Ramon", "Ramón", "Randy", "Raoul", "Raul",
    "Ravi", "Ray", "Raymond", "Raúl", "Rebecca", "Renata", "Rene", "René", "Rhys", "Ricardo", "Richard", "Rita",
    "Rob", "Robert", "Roberta", "Roberto", "Robin", "Rodrigo", "Roger", "Rohan", "Roland", "Ron", "Ronald", "Rory",
    "Rosa", "Rosemary", "Roy", "Rupert", "Russell", "Ruth", "Ryan", "Sabrina", "Sadiq", "Sally", "Sam",
    "Samantha", "Sami", "Samuel", "Sandra", "Sanjay", "Sara", "Sarah", "Saul", "Scott", "Sean", "Sebastian",
    "Selma", "Serena", "Sergei", "Sergio", "Seth", "Shane", "Sharon", "Shaun", "Shawn", "Sheila", "Shirley",
    "Sigrid", "Silvia", "Simon", "Sinead", "Sofia", "Sophia", "Sophie", "Stefan", "Stephanie", "Stephen",
    "Steve", "Steven", "Stuart", "Sue", "Suresh", "Susan", "Susanna", "Susanne", "Suzanne", "Sven", "Sylvia",
    "Takashi", "Tamara", "Tanya", "Tara", "Tariq", "Tatiana", "Ted", "Teresa", "Terry", "Theo", "Theodore",
    "Theresa", "Thomas", "Tiffany", "Tim", "Timothy", "Tobias", "Todd", "Tom", "Tommy", "Tony", "Tracy",
    "Trevor", "Tristan", "Tyler", "Ulrich", "Ulrike", "Ursula", "Valentina", "Valerie", "Vanessa", "Vera",
    "Veronica", "Victor", "Victoria", "Vijay", "Viktor", "Vincent", "Vincenzo", "Vivian", "Vladimir", "Walter",
    "Wayne", "Wendy", "Werner", "Wilhelm", "Willem", "William", "Xavier", "Yasmin", "Yolanda", "Yuki", "Yuri",
    "Yusuf", "Yvonne", "Zachary", "Zainab", "Zoe",
]);

#[rustfmt::skip]
static COMPOUND_TAILS: WordList = WordList::new(&[
    "area", "based", "born", "bound", "built", "class", "era", "free", "friendly", "grown", "held", "heritage",
    "language", "led", "like", "made", "maker", "medium", "only", "origin", "owned", "owner", "parent", "related", "run", "side", "specific", "style", "tier", "type", "wide",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in LISTS.iter().chain([
            &&PARTICLES,
            &&FAMILY_NAMES_TOO,
            &&SPEECH_VERBS,
            &&COMPOUND_TAILS,
            &&KOREAN_SURNAMES,
            &&CHINESE_SURNAMES,
        ]) {
            list.check();
        }
    }
}

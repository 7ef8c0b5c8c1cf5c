//! Long forms of an acronym: which name the same thing.

use super::near_miss::is_slip;
use crate::document::{content_words, is_title, wording};
use crate::text::fold;

/// True when one long form has more than the other only where it says whose it is: "Harbour Board" and "Harbour Board of
/// Nordhavn". To leave that away is no fault where it is clear.
pub(super) fn differ_in_place(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let rest = long.get(short.len()..).and_then(|rest| rest.strip_prefix(" of "));
    let place = rest.map(|place| place.strip_prefix("the ").unwrap_or(place));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    long.get(..short.len()).is_some_and(|head| fold(head) == fold(short))
        && short.contains(' ')
        && place.is_some_and(|place| place.split(' ').count() < 4 && place.split(' ').all(capital))
}

/// True when two long forms of the same letters name the same thing: they share a word that says what it is. In the names of
/// parties, and of those who hold elections, some words say little: two that share no others are one where they are spelled
/// nearly alike.
pub(super) fn same_thing(a: &str, b: &str) -> bool {
    if differ_in_a_letter(a, b) || is_turned(a, b) {
        return true;
    }
    let words = content_words(b);
    let mut shared = content_words(a).into_iter().filter(|word| words.contains(word)).peekable();
    if shared.peek().is_none() {
        return false;
    }
    let parties = ends_in(a, &PARTIES) && ends_in(b, &PARTIES);
    let councils = ends_in(a, &COUNCILS) && ends_in(b, &COUNCILS);
    let little = |word: &str| {
        parties && is_word_of_parties(word) || councils && matches!(word, "election" | "electoral")
    };
    shared.any(|word| !little(&word)) || is_spelled_otherwise(a, b)
}

/// True where two long forms have the same words in another order.
pub(super) fn is_turned(a: &str, b: &str) -> bool {
    let alike = a.len() == b.len() && a.contains(' ');
    alike && {
        let [a, b] = [a, b].map(fold);
        let sorted = |name: &str| {
            let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
            words.sort_unstable();
            words
        };
        a != b && sorted(&a) == sorted(&b)
    }
}

/// A name with two neighbouring words, or those around an "and", in each other's place: all that are so.
pub(super) fn turnings(name: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = name.split(' ').collect();
    (0..words.len()).flat_map(move |at| {
        let and = words.get(at + 1).is_some_and(|word| matches!(*word, "&" | "and"));
        let other = at + 1 + usize::from(and);
        let mut words = words.clone();
        (other < words.len()).then(|| {
            words.swap(at, other);
            words.join(" ")
        })
    })
}

/// True where the words `own`, in front of letters that are not theirs, were meant to be `long`: they are the same in another
/// order, or all but one that is as weighty, or but slips.
pub(super) fn is_reworded(own: &str, long: &str) -> bool {
    /// Of two words one alone says little.
    const FEWEST: usize = 3;
    /// "The", "New", "Its".
    const SHORT: usize = 3;
    if is_turned(own, long) {
        return true;
    }
    let words = || own.split(' ').zip(long.split(' '));
    let others = words().filter(|(ours, theirs)| fold(ours) != fold(theirs));
    let count = others.clone().count();
    let weighty = |word: &str| {
        word.len() > SHORT && word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
    };
    let slips = || others.clone().all(|(ours, theirs)| is_slip(&fold(ours), &fold(theirs)));
    count > 0
        && others.clone().all(|(ours, theirs)| weighty(ours) && weighty(theirs))
        && (words().count() >= FEWEST && count == 1 || slips())
        && wording(own) != wording(long)
}

/// The last words of `text`, so many.
pub(super) fn tail(text: &str, words: usize) -> Option<&str> {
    let mut spaces = text.rmatch_indices([' ', '\u{a0}', '\n']).map(|(at, _)| at + 1);
    match spaces.nth(words.checked_sub(1)?) {
        Some(at) => text.get(at..),
        None => (text.split([' ', '\u{a0}', '\n']).count() == words).then_some(text),
    }
}

/// True where the letters `short` stand for less than what stands before them, "harbour board growth (HB)", or for the body whose head
/// is named there, "deputy minister of Tides (MOT)".
pub(super) fn is_loose(short: &str, long: &str, other: &str) -> bool {
    let more = |long: &str, part: &str| {
        let (long, part) = (fold(long), fold(part));
        spells(short, &part) && long.strip_prefix(&part).is_some_and(|rest| rest.starts_with(' '))
    };
    more(long, other) || more(other, long) || is_head(long, other) || is_head(other, long)
}

/// True where `head` is who heads `body`: "deputy minister of Tides" and "Ministry of Tides".
fn is_head(head: &str, body: &str) -> bool {
    const PAIRS: [(&str, &str); 4] = [
        ("commissioner", "commission"),
        ("director", "directorate"),
        ("minister", "ministry"),
        ("secretary", "department"),
    ];
    let (head, body) = (fold(head), fold(body));
    let (Some((head, care)), Some((body, same))) = (head.split_once(" of "), body.split_once(" of ")) else {
        return false;
    };
    care == same
        && PAIRS.iter().any(|(one, other)| {
            head.rsplit(' ').next() == Some(*one) && body.rsplit(' ').next() == Some(*other)
        })
}

/// Nouns of parties and alliances.
const PARTIES: [&str; 9] =
    ["alliance", "coalition", "congress", "council", "front", "league", "movement", "party", "union"];
/// Nouns of those who hold elections.
const COUNCILS: [&str; 4] = ["board", "commission", "committee", "council"];

fn ends_in(long: &str, nouns: &[&str]) -> bool {
    let last = long.rsplit(' ').next().unwrap_or(long);
    nouns.contains(&fold(last).as_str())
}

/// True for a word of content that parties of many countries have in their names.
fn is_word_of_parties(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "christian",
        "communist",
        "conservative",
        "democracy",
        "democratic",
        "freedom",
        "independence",
        "independent",
        "labor",
        "liberal",
        "liberation",
        "nationalist",
        "people",
        "popular",
        "progress",
        "progressive",
        "republican",
        "revolutionary",
        "social",
        "socialist",
        "unity",
        "worker",
    ];
    WORDS.contains(&word)
}

/// True where two long forms have the same words but for one, which begins alike: "Hapsel Democratic Party" and "Hapsel Democracy
/// Party".
fn is_spelled_otherwise(a: &str, b: &str) -> bool {
    /// Bytes of the beginning that say that it is one word.
    const ALIKE: usize = 5;
    let (a, b) = (fold(a), fold(b));
    let mut others = a.split(' ').zip(b.split(' ')).filter(|(ours, theirs)| ours != theirs);
    let alike = |(ours, theirs): (&str, &str)| ours.get(..ALIKE).is_some_and(|head| theirs.starts_with(head));
    a.split(' ').count() == b.split(' ').count() && others.next().is_none_or(alike) && others.next().is_none()
}

/// True where all words agree but one, in which a letter is another, and perhaps a "the": "Office of the Speciall Envoy" and "Office of
/// Special Envoy".
pub(super) fn differ_in_a_letter(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(fold);
    let mut others = told(&a).zip(told(&b)).filter(|(ours, theirs)| ours != theirs);
    told(&a).count() == told(&b).count()
        && told(&a).count() > 1
        && others.next().is_none_or(|(ours, theirs)| is_slip(ours, theirs))
        && others.next().is_none()
}

/// The words of a folded name but its articles.
fn told(folded: &str) -> impl Iterator<Item = &str> {
    folded.split_whitespace().filter(|word| !matches!(*word, "a" | "an" | "the"))
}

/// True where two names of several words, all but the small ones with capitals, differ in one word: two bodies, or one in a slip.
pub(super) fn differ_in_a_word(a: &str, b: &str) -> bool {
    /// "Harbour Bank" and "Holm Bank" are what chance gives.
    const FEWEST: usize = 3;
    let large = |name: &str| {
        let mut words = name.split_whitespace();
        words.all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "and" | "for" | "of" | "on" | "the")
        })
    };
    let (ours, theirs) = (a.split_whitespace(), b.split_whitespace());
    ours.clone().count() == theirs.clone().count()
        && ours.clone().count() >= FEWEST
        && large(a)
        && large(b)
        && ours.zip(theirs).filter(|(a, b)| fold(a) != fold(b)).count() == 1
}

/// True where the letters are the first ones of the words of `long`, with or without the small ones.
pub(super) fn spells(short: &str, long: &str) -> bool {
    let letters = || short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase);
    initials(long, true).eq(letters()) || initials(long, false).eq(letters())
}

/// The letters that may stand for `long`, with and without its small words.
pub(super) fn letters_of(long: &str) -> [String; 2] {
    [true, false].map(|small| initials(long, small).collect())
}

/// The first letters of the words of `long`, of the `small` ones too where that is asked.
fn initials(long: &str, small: bool) -> impl Iterator<Item = char> {
    let is_small =
        |word: &&str| matches!(*word, "a" | "an" | "and" | "&" | "for" | "in" | "of" | "on" | "the" | "to");
    let words =
        long.split([' ', '-', '\u{a0}']).filter(move |word| !word.is_empty() && (small || !is_small(word)));
    words.filter_map(|word| word.chars().next().and_then(|c| c.to_uppercase().next()))
}

/// True for an office, "Chief Minister" or "Member of Parliament", whose letters stand as a title before names.
pub(super) fn is_office(long: &str) -> bool {
    let mut words = long.split(' ');
    let first = words.next().unwrap_or("");
    match words.next() {
        Some("of") => is_title(first),
        // The Social Democrats are a party.
        _ => !long.ends_with('s') && !long.contains(" of ") && long.rsplit(' ').next().is_some_and(is_title),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_at_the_end_may_be_left_away() {
        assert!(differ_in_place("Harbour Board", "Harbour Board of Nordhavn"));
        assert!(differ_in_place("Harbour board of the North Sea", "Harbour Board"));
        assert!(!differ_in_place("Bank", "Bank of Nordhavn"));
        assert!(!differ_in_place("Harbour Board", "Harbour Board of trade"));
        assert!(!differ_in_place("Harbour Board of Oslo", "Harbour Board of Nordhavn"));
        assert!(!differ_in_place("Harbour Board", "Harbour Boards"));
    }

    #[test]
    fn one_word_of_content_makes_it_the_same_thing() {
        assert!(same_thing("vessel monitoring system", "vessel tracking service"));
        assert!(!same_thing("National Science Foundation", "National Sanitation Foundation"));
        assert!(!same_thing("Fisheries Science Centre", "Financial Services Commission"));
        assert!(!same_thing("Pernvik People's Party", "People Pier Party"));
        assert!(!same_thing("Takvik National Democratic Congress", "Thorn National Democratic Council"));
        assert!(!same_thing("National Electoral Commission", "National Electoral Council"));
        assert!(same_thing("Progressive Democratic Party", "Progressive Democracy Party"));
        assert!(same_thing("Hapsel Democratic Party", "Hapsel Development Party"));
        assert!(same_thing("People's Aid Office", "People's Advice Office"));
        assert!(same_thing("Office of the Speciall Envoy", "Office of Special Envoy"));
    }

    #[test]
    fn letters_that_stand_for_less() {
        assert!(is_loose("HTP", "harbour tide product growth", "Harbour Tide Product"));
        assert!(is_loose("MOTI", "deputy minister of Tides and Inlets", "Ministry of Tides and Inlets"));
        assert!(!is_loose("HB", "Harbour Board Office", "Harbour Bureau"));
        assert!(!is_loose("MOT", "Ministry of Trade", "Ministry of Tides"));
    }

    #[test]
    fn the_same_words_in_another_order() {
        assert!(
            is_turned("Tide Nordic Fund", "Nordic Tide Fund") && !is_turned("NORDIC Fund", "Nordic Fund")
        );
        let turned: Vec<String> = turnings("Fund for Tide and Quay").collect();
        let all = [
            "for Fund Tide and Quay",
            "Fund Tide for and Quay",
            "Fund for Quay and Tide",
            "Fund for Tide Quay and",
        ];
        assert_eq!(turned, all);
    }

    #[test]
    fn words_that_were_meant_to_be_others() {
        for (own, long, reworded) in [
            ("Tide Nordic Fund", "Nordic Tide Fund", true),
            ("National Tide Fund", "Nordic Tide Fund", true),
            ("Nordicc Harbbour Fund", "Nordic Harbour Fund", true),
            ("The Tide Fund", "Nordic Tide Fund", false),
            ("Takvik's Tide Fund", "Nordic Tide Fund", false),
            ("new Tide Fund", "Nordic Tide Fund", false),
            ("Tide Bank", "Tide Fund", false),
            ("Nordic Tides Fund", "Nordic Tide Fund", false),
        ] {
            assert_eq!(is_reworded(own, long), reworded, "{own}, {long}");
        }
        assert_eq!(tail("She left the Tide Fund", 2), Some("Tide Fund"));
        assert_eq!((tail("Tide Fund", 2), tail("Tide Fund", 3)), (Some("Tide Fund"), None));
    }

    #[test]
    fn letters_are_those_of_the_words() {
        assert!(spells("HBO", "Harbour Board Office") && spells("IVI", "in-vehicle infotainment"));
        assert!(spells("OFE", "Office of Ferry Envoys") && spells("OOFE", "Office of Ferry Envoys"));
        assert!(!spells("IVI", "in-Vehicle") && !spells("MSIT", "Ministry of Science and ICT"));
    }

    #[test]
    fn a_word_makes_it_another_body() {
        assert!(differ_in_a_word("National Inquiries Bureau", "National Insight Bureau"));
        assert!(!differ_in_a_word("total allowable catch", "total advised catch"));
        assert!(!differ_in_a_word("Harbour Bank", "Holm Bank"));
        assert!(!differ_in_a_word("National Inquiries Bureau", "Nordic Insight Bureau"));
    }
}

//! Names that are almost the same: stricter than "the same name", since a false alarm costs more than a miss.

use super::spelling::{distance, turned, without_common_ends, words};
use crate::catalog::{Kind, Likeness, LikenessKind, likeness, may_be_equal, may_be_korean};
use crate::document::{content_words, is_country, is_demonym, is_persons_name};
use crate::text::{fold, fold_name};

/// How sure it is that two spellings are of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// Two people may well be called so.
    Possible,
    /// A slip, unless something says otherwise.
    Likely,
}

/// How `a` and `b`, two different spellings, may be one name of something of `kind`; `None` where they are
/// more likely two names.
pub(super) fn nearness(a: &str, b: &str, kind: Kind) -> Option<Nearness> {
    if is_acronym(a) || is_acronym(b) {
        return None;
    }
    let person = kind == Kind::Person;
    let folded = [a, b].map(fold_name);
    let [one, other] = folded.each_ref().map(|name| words(name).collect::<Vec<_>>());
    if differ_in_end(a, b) || !person && (differ_in_part_of_speech(&one, &other) || differ_in_land(a, b)) {
        return None;
    }
    let slip = one_slip(&one, &other) || compound_slip(a, b);
    // "Ministry of Science & ICT"; a legal form more or less is no fault.
    let style = !person && one == other;
    let within = !person && one_word_within(a, b, &one, &other);
    let lost = !person && a.len().abs_diff(b.len()) == " and".len() && lost_and(&one, &other);
    let link = !person && differ_in_link(&one, &other);
    // Most names that are looked at are two, and to read them costs far more than this.
    let romanised = || person && may_be_korean(a) && may_be_korean(b);
    if !(slip || style || within || lost || link || romanised() || may_be_equal(a, b)) {
        return None;
    }
    let likeness = likeness(a, b);
    match likeness.kind {
        LikenessKind::Equal if a != b && !one_is_longer(&one, &other) => {
            Some(if person { Nearness::Possible } else { Nearness::Likely })
        }
        LikenessKind::Romanisation if person => Some(Nearness::Possible),
        LikenessKind::Spelling if slip => Some(doubtful(&likeness)),
        LikenessKind::Style if style => Some(Nearness::Likely),
        LikenessKind::Longer if within => Some(Nearness::Likely),
        _ if lost || link => Some(Nearness::Likely),
        _ => None,
    }
}

/// True for two spellings, of a person's name or another, one of which is a slip for the other.
pub(crate) fn is_misspelling(a: &str, b: &str, person: bool) -> bool {
    let kind = if person { Kind::Person } else { Kind::Organization };
    !differ_in_number(a, b) && nearness(a, b, kind).is_some()
}

/// True when a stop, a number or a letter at the end is all that one of two names has more: "Lund." at the end of a sentence, and
/// "Harbour Group A", which is another group.
pub(super) fn differ_in_end(a: &str, b: &str) -> bool {
    let numbered = |short: &str, long: &str| {
        let more = long.strip_prefix(short).and_then(|more| more.strip_prefix(' '));
        more.is_some_and(|more| more.len() == 1 || more.chars().all(|c| matches!(c, 'I' | 'V' | 'X')))
    };
    let [a, b] = [a, b].map(|name| name.trim_end_matches('.'));
    a == b || numbered(a, b) || numbered(b, a)
}

/// True when an "of" for a "for" is all that tells two longer names apart: "Centre of Harbour Safety", "Centre for Harbour Safety".
fn differ_in_link(a: &[&str], b: &[&str]) -> bool {
    /// "Minister of Trade" and "Minister for Trade" are usage.
    const FEWEST: usize = 4;
    let mut others = a.iter().zip(b).filter(|(ours, theirs)| ours != theirs);
    let links = matches!(others.next(), Some((&"of", &"for") | (&"for", &"of")));
    a.len() == b.len() && a.len() >= FEWEST && links && others.next().is_none()
}

/// True when an "and" is all that one of two names has more: "Coastal (and) Harbour Authority".
fn lost_and(a: &[&str], b: &[&str]) -> bool {
    fn but_and<'w>(words: &'w [&str]) -> impl Iterator<Item = &'w &'w str> {
        words.iter().filter(|word| **word != "and")
    }
    but_and(a).eq(but_and(b))
}

/// True when one has a word that the other lacks, as "Madame de Staël" has, and not only other spaces.
fn one_is_longer(a: &[&str], b: &[&str]) -> bool {
    a.len() != b.len() && a.concat().chars().count() != b.concat().chars().count()
}

fn doubtful(likeness: &Likeness) -> Nearness {
    if likeness.possibly { Nearness::Possible } else { Nearness::Likely }
}

/// Capitals alone: KISA and AISI are two letters apart and have nothing to do with each other.
fn is_acronym(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// True when all words but one agree, and that one differs by a letter, in a long word by two. A plural at the
/// end is no slip. Where spaces differ too, the whole is looked at as one word.
fn one_slip(a: &[&str], b: &[&str]) -> bool {
    if a.len() != b.len() {
        return slip(&a.concat(), &b.concat(), true);
    }
    let mut differing = (0..a.len()).filter(|at| a[*at] != b[*at]);
    let Some(at) = differing.next() else { return false };
    let plural = at + 1 == a.len() && is_plural(a[at], b[at]);
    let near = || slip(a[at], b[at], a.len() == 1) || a.len() > 1 && mistyped(a[at], b[at]);
    differing.next().is_none() && !plural && near()
}

/// True for two words of which one is no spelling of its own right, and of which all else agrees: two letters in each other's
/// place, or a letter twice, in a word of four: "Jonh", "Ellna".
fn mistyped(a: &str, b: &str) -> bool {
    const LENGTH: usize = 4;
    let shorter = a.len().min(b.len());
    if shorter != LENGTH || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let twice = || {
        let (ours, theirs) = without_common_ends(a, b);
        let (longer, more) = if a.len() > b.len() { (a, ours) } else { (b, theirs) };
        ours.len() + theirs.len() == 1 && longer.contains(&more.repeat(2))
    };
    turned(a, b) || twice()
}

/// True when all words agree but a surname of two, joined by a hyphen, which differs by a letter: "Ana Hagen-Lund", "Ana
/// Hagen-Lunde". Together they are long enough where each by itself is not.
fn compound_slip(a: &str, b: &str) -> bool {
    if !a.contains('-') || !b.contains('-') {
        return false;
    }
    let compound = |word: &str| word.split('-').skip(1).any(|part| part.starts_with(char::is_uppercase));
    let mut differing = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a != b);
    let Some((one, other)) = differing.next() else { return false };
    let alone = differing.next().is_none() && a.split(' ').count() == b.split(' ').count();
    let (folded, others) = (fold(one), fold(other));
    alone
        && compound(one)
        && compound(other)
        && !is_plural(&folded, &others)
        && distance(&folded, &others, 1).is_some()
}

/// True when only the number of what they name tells two names apart: "League of Rights", "Leagues of Rights". A noun in
/// front of another has one number in all of a name: "Competition and Market Tribunal" is a slip.
pub(super) fn differ_in_number(a: &str, b: &str) -> bool {
    let folded = [a, b].map(fold_name);
    let [a, b] = folded.each_ref().map(|name| words(name).collect::<Vec<_>>());
    let link = |word: &&str| matches!(*word, "at" | "for" | "in" | "of" | "on" | "to");
    let named = |at: usize| at == 0 || a.get(at + 1).is_none_or(link);
    let same = |at: usize| a[at] == b[at] || named(at) && is_plural(a[at], b[at]);
    a != b && a.len() == b.len() && (0..a.len()).all(same)
}

/// True when the last word of one name is the adjective of the other's: "Saudi Arabia" and "Saudi Arabian", "Harbour Democrats"
/// and "Harbour Democratic". Both are right, each in its place.
fn differ_in_part_of_speech(a: &[&str], b: &[&str]) -> bool {
    let ([front @ .., one], [other_front @ .., other]) = (a, b) else { return false };
    let is_of = |adjective: &str, noun: &str| {
        let country = adjective.strip_suffix('n').filter(|country| country.ends_with('a'));
        let stem = adjective.strip_suffix("ic").filter(|stem| stem.len() > 2);
        let rest = stem.and_then(|stem| noun.strip_prefix(stem));
        country == Some(noun) || matches!(rest, Some("" | "s" | "y" | "ies" | "cy"))
    };
    front == other_front && (is_of(one, other) || is_of(other, one))
}

/// True when two countries are all that tells two names apart: "Bank of Iceland" and "Bank of Ireland"; or a country here and
/// its adjective there: "Pakistan Harbour Court" and "Pakistani Harbour Court". Both are right.
fn differ_in_land(a: &str, b: &str) -> bool {
    let mut differing = a.split(' ').zip(b.split(' ')).filter(|(one, other)| one != other);
    let Some((one, other)) = differing.next() else { return false };
    let of_land = |word: &str| is_country(word) || is_demonym(word);
    let adjective = |longer: &str, land: &str| longer.strip_suffix(['i', 'n']) == Some(land);
    let lands = of_land(one) && of_land(other)
        || is_demonym(one) && adjective(one, other)
        || is_demonym(other) && adjective(other, one);
    lands && differing.next().is_none() && a.split(' ').count() == b.split(' ').count()
}

/// True when an s at the end is all that tells two people of one given name apart: "Martin Holms" and "Martin Holm".
pub(super) fn differ_in_final_s(a: &str, b: &str) -> bool {
    /// A shorter surname has more neighbours of its own right.
    const SHORTEST: usize = 4;
    let (Some((given, one)), Some((other_given, other))) = (a.split_once(' '), b.split_once(' ')) else {
        return false;
    };
    let long_enough = one.len().min(other.len()) >= SHORTEST && !one.contains([' ', '-']);
    given == other_given && long_enough && is_plural(one, other) && is_persons_name(a) && is_persons_name(b)
}

/// True for a name whose last word lacks the "s" of the known one: "Palo Alto Network". One letter more is no slip: "AI Safety
/// Institutes" are several.
pub(super) fn lacks_plural(name: &str, known: &str) -> bool {
    /// In shorter words the letter may make another word.
    const SHORTEST: usize = 5;
    let folded = [name, known].map(fold_name);
    let [name, known] = folded.each_ref().map(|name| words(name).collect::<Vec<_>>());
    let ([name @ .., one], [known @ .., many]) = (&name[..], &known[..]) else { return false };
    !name.is_empty() && name == known && one.len() >= SHORTEST && many.strip_suffix('s') == Some(*one)
}

fn is_plural(a: &str, b: &str) -> bool {
    a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}

/// True when one surname is almost another, where all else says that they are one person's. Both are folded.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    !differ_in_end(a, b) && !is_plural(a, b) && !is_doctrine(a, b) && slip(a, b, false)
}

/// True for a doctrine and those who hold it: "lundism", "lundist" and "lundis".
fn is_doctrine(a: &str, b: &str) -> bool {
    let stem = |word: &str| {
        ["ism", "isms", "ist", "ists", "is"].iter().find_map(|end| word.strip_suffix(end)).map(str::len)
    };
    a.len() != b.len()
        && stem(a).is_some()
        && stem(a) == stem(b)
        && a[..a.len().min(b.len()) - 1] == b[..a.len().min(b.len()) - 1]
}

fn slip(a: &str, b: &str, alone: bool) -> bool {
    // Short words have neighbours of their own right: Kwon and Kwan, John and Joan; a word that is all of a
    // name has more of them, since nothing beside it agrees.
    let shortest = if alone { 6 } else { 5 };
    const LONG: usize = 9;
    let shorter = a.chars().count().min(b.chars().count());
    let most = if shorter >= LONG { 2 } else { 1 };
    shorter >= shortest && distance(a, b, most).is_some()
}

/// True when one name has a single word more, inside the name, and the other keeps at least two words that say
/// what it is: "AI Safety (Research) Institute". A word more in front makes another body (Royal Bank of
/// Scotland), and so may one at the end.
fn one_word_within(a: &str, b: &str, words_of_a: &[&str], words_of_b: &[&str]) -> bool {
    let a_is_longer = words_of_a.len() > words_of_b.len();
    let (more, less) = if a_is_longer { (words_of_a, words_of_b) } else { (words_of_b, words_of_a) };
    let inside = more.first() == less.first() && more.last() == less.last();
    more.len() == less.len() + 1 && inside && content_words(if a_is_longer { b } else { a }).len() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: &str, b: &str, kind: Kind) -> Option<Nearness> {
        assert_eq!(nearness(a, b, kind), nearness(b, a, kind), "{a} / {b}");
        nearness(a, b, kind)
    }

    #[test]
    fn slips_in_names() {
        assert_eq!(near("Sasha Baker", "Shasha Baker", Kind::Person), Some(Nearness::Likely));
        assert_eq!(near("Dario Amodei", "Dario Amodie", Kind::Person), Some(Nearness::Likely));
        assert_eq!(near("Jonh Hapsel", "John Hapsel", Kind::Person), Some(Nearness::Likely));
        assert_eq!(near("Ellna Hapsel", "Elna Hapsel", Kind::Person), Some(Nearness::Likely));
        assert_eq!(near("Ana Hagen-Lund", "Ana Hagen-Lunde", Kind::Person), Some(Nearness::Likely));
        assert_eq!(near("Live Solbakken-Viik", "Live Solbakken-Vik", Kind::Person), Some(Nearness::Likely));
        assert_eq!(
            near("Sungshin Women's University", "Sungshin Woman's University", Kind::Organization),
            Some(Nearness::Likely)
        );
        assert_eq!(near("OpenAI", "Open AI", Kind::Organization), Some(Nearness::Likely));
        assert_eq!(
            near("Quay and Harbour Safety Authority", "Quay Harbour Safety Authority", Kind::Organization),
            Some(Nearness::Likely)
        );
        assert_eq!(
            near("AI Safety Institute", "AI Safety Research Institute", Kind::Organization),
            Some(Nearness::Likely)
        );
    }

    #[test]
    fn a_lost_plural() {
        for (name, known, lacks) in [
            ("Palo Alto Network", "Palo Alto Networks", true),
            ("AI Safety Institutes", "AI Safety Institute", false),
            ("Network", "Networks", false),
            ("Nordhavn Tie", "Nordhavn Ties", false),
            ("Alto Palo Network", "Palo Alto Networks", false),
        ] {
            assert_eq!(lacks_plural(name, known), lacks, "{name}");
        }
    }

    #[test]
    fn romanisations_are_possible() {
        assert_eq!(near("Ryu Je-myung", "Ryu Je-myeong", Kind::Person), Some(Nearness::Possible));
        assert_eq!(near("Kim Min-su", "Kim Min-jae", Kind::Person), None);
    }

    #[test]
    fn other_names() {
        for (a, b) in [
            ("Bank of Korea", "Bank of Japan"),
            ("Bank of Scotland", "Royal Bank of Scotland"),
            ("Financial Services Commission", "Financial Security Institute"),
            ("Ministry of Foreign Affairs", "Ministry of Science and ICT"),
            ("AI Safety Institute", "AI Security Institute"),
            ("KISA", "AISI"),
            ("GPT-5.5-Cyber", "GPT-5.4-Cyber"),
            ("Nordhavn Ferry", "Nordhavn Ferries"),
            ("Samsung", "Samsung Electronics"),
            ("Apple", "Ample"),
            ("Bend Harbour", "Bond Harbour"),
        ] {
            assert_eq!(near(a, b, Kind::Organization), None, "{a} / {b}");
        }
        for (a, b) in [
            ("Kim Dong-hyun", "Kim Dong-hyuk"),
            ("Ana Vik-Cole", "Ana Vik-Coles"),
            ("Jason Kwon", "Jason Kwan"),
            ("Sam Altman", "Samantha Altman"),
            ("John Lee", "Joan Lee"),
        ] {
            assert_eq!(near(a, b, Kind::Person), None, "{a} / {b}");
        }
    }
}

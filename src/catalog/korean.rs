//! Korean personal names in Latin letters: which Hangul a spelling can stand for.
//!
//! One Hangul name has many spellings: the Revised Romanization (Seo-jun), McCune–Reischauer with its
//! breves and apostrophes (Sŏjun, Ch'ŏl) or without them (Sojun, Chol), and the habits of passports and
//! newspapers (Joon, Young, Chul, Lee, Park). So a spelling is read as the set of Hangul syllables that some
//! habit writes so, and two spellings may name one person where their sets meet in every syllable.

use super::hangul::{Given, SPELLINGS, SURNAMES, Syllable, each_head, vowels};
use unicode_normalization::UnicodeNormalization;

/// A romanised or Hangul name, as what it can be read as.
#[derive(Clone, Debug)]
pub(super) struct KoreanName {
    readings: Vec<Reading>,
    /// True for Latin letters that can be read with the family name first: "Ryu Je-myung".
    pub(super) family_first: bool,
}

/// One way to read a name.
#[derive(Clone, Debug)]
struct Reading {
    /// The family names that it can be: bits are places in [`SURNAMES`].
    surname: u128,
    given: Given,
}

impl KoreanName {
    /// Reads a full name: family name first ("Ryu Je-myung", "류제명") or last ("Je-myung Ryu"), the given
    /// name hyphenated, in two words, or in one. `None` for what cannot be a Korean name.
    pub(super) fn read(name: &str) -> Option<Self> {
        if !Self::may_be(name) {
            return None;
        }
        let mut name: String = if name.is_ascii() {
            name.to_ascii_lowercase()
        } else {
            name.nfc().flat_map(char::to_lowercase).collect()
        };
        // "Kyung-wha" is an old spelling of "Kyung-hwa".
        if name.contains("wh") {
            name = name.replace("wh", "hw");
        }
        let words: Vec<&str> = name.split_whitespace().map(|w| w.trim_end_matches(',')).collect();
        let (mut readings, mut turned) = match words[..] {
            [hangul] => (Vec::new(), read_hangul(hangul)),
            [first, last] => (readings(first, &[last]), readings(last, &[first])),
            [first, middle, last] => (readings(first, &[middle, last]), readings(last, &[first, middle])),
            _ => return None,
        };
        let family_first = !readings.is_empty();
        readings.append(&mut turned);
        (!readings.is_empty()).then_some(Self { readings, family_first })
    }

    /// False for most names that cannot be Korean ones.
    pub(super) fn may_be(name: &str) -> bool {
        name.split_whitespace().nth(3).is_none() && (!name.is_ascii() || may_be_read(name))
    }

    /// True when some Hangul name is written in both ways.
    pub(super) fn meets(&self, other: &KoreanName) -> bool {
        self.readings.iter().any(|a| other.readings.iter().any(|b| a.meets(b)))
    }

    /// What all its readings are, taken together.
    pub(super) fn outline(&self) -> KoreanOutline {
        let mut outline = KoreanOutline::default();
        for Reading { surname, given } in &self.readings {
            outline.families |= (0..4).fold(0, |bits, part| bits | (surname >> (32 * part)) as u32);
            // A given name of one syllable may be written as of any two, for all that is seen here.
            let second = given.second.map_or(u16::MAX, Syllable::outline);
            outline.given |= u32::from(given.first.outline()) << 16 | u32::from(second);
        }
        outline
    }
}

/// False for most names, in ASCII, that no reading gives: one has a single word, or a word with other letters, or with
/// more vowels, than two syllables have.
fn may_be_read(name: &str) -> bool {
    let words = name.split_ascii_whitespace().map(|word| word.trim_end_matches(','));
    let read = |part: &str| matches!(vowels(part), Some(1 | 2));
    name.trim_ascii().contains(|c: char| c.is_ascii_whitespace())
        && words.flat_map(|word| word.split('-')).all(read)
}

/// What the readings of a Korean name are, taken together; nothing for any other name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KoreanOutline {
    /// A bit for each family name, where several share one.
    families: u32,
    /// For both syllables of the given name a byte of onsets and a byte of vowels, where several share a bit.
    given: u32,
}

impl KoreanOutline {
    /// False for two names that do not [meet](KoreanName::meets).
    pub(super) fn may_meet(self, other: KoreanOutline) -> bool {
        let given = self.given & other.given;
        self.families & other.families != 0 && given.to_le_bytes().iter().all(|both| *both != 0)
    }
}

impl Reading {
    fn meets(&self, other: &Reading) -> bool {
        self.surname & other.surname != 0 && self.given.meets(other.given)
    }
}

/// The ways to write a Korean name, family name first, with its given name hyphenated: "Choi Woo-hyuk" for
/// "Choi Woo Hyuk", "Choi Woo-Hyuk" and "Choi Woohyuk". None where it is written so already, where the given
/// name has one syllable, and where the name can be no Korean one; several where a given name in one word can be
/// parted at more than one place ("Minam").
pub fn hyphenated(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let pair = |first: &str, second: &str| {
        let second: String = second.chars().flat_map(char::to_lowercase).collect();
        vec![format!("{} {first}-{second}", words[0])]
    };
    if !KoreanName::read(name).is_some_and(|korean| korean.family_first) {
        return Vec::new();
    }
    let mut ways = match words[1..] {
        [first, second] => pair(first, second),
        [given] => match given.split(['-', '\u{2010}', '\u{2011}']).collect::<Vec<_>>()[..] {
            [first, second] => pair(first, second),
            [one] => parted(one).into_iter().flat_map(|(first, second)| pair(first, second)).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    ways.retain(|way| way != name);
    ways
}

/// The places at which a given name in one word falls into two syllables; none where it can be one syllable.
fn parted(given: &str) -> Vec<(&str, &str)> {
    let one = |part: &str| syllables(&part.to_lowercase()).iter().any(|s| s.second.is_none());
    if one(given) {
        return Vec::new();
    }
    let cuts = given.char_indices().skip(1).map(|(at, _)| given.split_at(at));
    cuts.filter(|(first, second)| one(first) && one(second)).collect()
}

/// The readings of a name with this family name and these words of a given name.
fn readings(family: &str, given: &[&str]) -> Vec<Reading> {
    if !may_be_family(family) {
        return Vec::new();
    }
    let givens = match given {
        [joined] => {
            let mut parts = joined.split(['-', '\u{2010}', '\u{2011}']);
            match (parts.next(), parts.next(), parts.next()) {
                (Some(one), None, _) => syllables(one),
                (Some(first), Some(second), None) => pairs(first, second),
                _ => Vec::new(),
            }
        }
        [first, second] => pairs(first, second),
        _ => Vec::new(),
    };
    // Most words of other names cannot be read at all, so the family name is read last.
    let surname = if givens.is_empty() { 0 } else { surnames(family) };
    if surname == 0 {
        return Vec::new();
    }
    givens.into_iter().map(|given| Reading { surname, given }).collect()
}

/// False for most words, in small letters, that are no family name: few of those have two syllables.
fn may_be_family(word: &str) -> bool {
    /// How the ones of two syllables begin: "Namgung", "Hwangbo", "Jegal" and "Chegal", "Seonu" and "Dokgo".
    const LONG: [&str; 7] = ["n", "h", "j", "ch", "s", "d", "t"];
    match vowels(word) {
        Some(1) => true,
        Some(2) => LONG.iter().any(|head| word.starts_with(head)) || SPELLINGS.habits.contains_key(word),
        _ => false,
    }
}

/// The readings of a given name whose two syllables stand apart.
fn pairs(first: &str, second: &str) -> Vec<Given> {
    let one = |text| {
        let mut whole = Vec::new();
        if vowels(text) == Some(1) {
            each_head(text, &mut |syllable, rest| whole.extend(rest.is_empty().then_some(syllable)));
        }
        whole
    };
    let first = one(first);
    if first.is_empty() {
        return Vec::new();
    }
    let second = one(second);
    first.iter().flat_map(|a| second.iter().map(|b| Given { first: *a, second: Some(*b) })).collect()
}

/// A name in Hangul: a family name of one or two syllables and a given name of one or two.
fn read_hangul(name: &str) -> Vec<Reading> {
    let chars: Vec<char> = name.chars().collect();
    if !(2..=4).contains(&chars.len()) {
        return Vec::new();
    }
    let Some(syllables) = chars.iter().map(|c| Syllable::of_hangul(*c)).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let split = |at: usize| {
        let family: String = chars[..at].iter().collect();
        let place = SURNAMES.iter().position(|s| *s == family)?;
        let given = Given { first: *syllables.get(at)?, second: syllables.get(at + 1).copied() };
        Some(Reading { surname: 1 << place, given })
    };
    [1, 2].into_iter().filter(|at| (1..=2).contains(&(chars.len() - at))).filter_map(split).collect()
}

/// The family names that `text` can be.
fn surnames(text: &str) -> u128 {
    let habit = SPELLINGS.habits.get(text).copied().unwrap_or(0);
    syllables(text).into_iter().fold(habit, |found, read| found | SPELLINGS.families(read))
}

/// The readings of `text` as one or two syllables.
fn syllables(text: &str) -> Vec<Given> {
    // "Kwanghyŏng" has ten letters; anything much longer is no given name.
    let mut found = Vec::new();
    if !matches!(vowels(text), Some(1 | 2)) || text.chars().count() > 14 {
        return found;
    }
    each_head(text, &mut |first, rest| {
        if rest.is_empty() {
            found.push(Given { first, second: None });
        } else {
            each_head(rest, &mut |second, end| {
                found.extend(end.is_empty().then_some(Given { first, second: Some(second) }));
            });
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: &str, b: &str) -> bool {
        match (KoreanName::read(a), KoreanName::read(b)) {
            (Some(a), Some(b)) => a.meets(&b),
            _ => panic!("{a} or {b} is no Korean name"),
        }
    }

    #[test]
    fn systems_and_habits_meet() {
        for (a, b) in [
            ("Ryu Je-myung", "Ryu Je-myeong"),
            ("Ryu Je-myung", "Yoo Je Myung"),
            ("Ryu Je-myung", "류제명"),
            ("Song Gyeong-ho", "Song Kyung Ho"),
            ("Song Gyeong-ho", "Song Kyŏngho"),
            ("Chang Chul", "Jang Cheol"),
            ("Lee Seo-jun", "Yi Sŏjun"),
            ("Rhee Seo-jun", "Seojoon Lee"),
            ("Noh Whan-ui", "Roh Hwaneui"),
            ("Namgung Min", "남궁민"),
            ("Baek Seung-u", "Seungwoo Paik"),
        ] {
            assert!(meet(a, b), "{a}, {b}");
            assert!(meet(b, a), "{b}, {a}");
        }
    }

    #[test]
    fn other_names_do_not_meet() {
        for (a, b) in [
            ("Kim Min-ji", "Kim Min-jin"),
            ("Kim Dong-hyun", "Kim Dong-hoon"),
            ("Park Ji-soo", "Kim Ji-soo"),
            ("Han So-ra", "한소리"),
        ] {
            assert!(!meet(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn given_names_are_hyphenated() {
        for name in ["Kim Dong Young", "Kim Dong-Young"] {
            assert_eq!(hyphenated(name), ["Kim Dong-young"], "{name}");
        }
        assert_eq!(hyphenated("Choi Woohyuk"), ["Choi Woo-hyuk"]);
        assert_eq!(hyphenated("Park Minam"), ["Park Mi-nam", "Park Min-am"]);
        for name in ["Kim Dong-young", "Kim Joon", "Jason Kwon", "Kim", ""] {
            assert_eq!(hyphenated(name), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn every_spelling_of_a_family_name_may_be_one() {
        use super::super::hangul::spellings_of;
        for surname in SURNAMES {
            let written = spellings_of(surname);
            assert!(!written.is_empty(), "{surname}");
            for word in written {
                assert!(may_be_family(&word), "{surname}: {word}");
            }
        }
        for word in SPELLINGS.habits.keys() {
            assert!(may_be_family(word), "{word}");
        }
    }

    #[test]
    fn tells_korean_names_from_others() {
        let is_korean_name = |name| KoreanName::read(name).is_some_and(|k| k.family_first);
        assert!(is_korean_name("Ryu Je-myung"));
        assert!(is_korean_name("Choi Woo-hyuk"));
        for other in ["Jason Kwon", "Sam Altman", "Kim", "", "Kim Kardashian", "The Ministry", "Ryu  -", "김"]
        {
            assert!(!is_korean_name(other), "{other}");
        }
    }
}

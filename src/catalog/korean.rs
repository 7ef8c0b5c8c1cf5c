//! Korean personal names in Latin letters: which Hangul a spelling can stand for.
//!
//! One Hangul name has many spellings: the Revised Romanization (Seo-jun), McCune–Reischauer with its
//! breves and apostrophes (Sŏjun, Ch'ŏl) or without them (Sojun, Chol), and the habits of passports and
//! newspapers (Joon, Young, Chul, Lee, Park). So a spelling is read as the set of Hangul syllables that some
//! habit writes so, and two spellings may name one person where their sets meet in every syllable.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;
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
    given: Vec<Syllable>,
}

/// What a written syllable can be: bits are places in [`ONSETS`], [`VOWELS`] and [`CODAS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Syllable {
    onset: u32,
    vowel: u32,
    coda: u32,
}

impl Syllable {
    fn meets(self, other: Syllable) -> bool {
        self.onset & other.onset != 0 && self.vowel & other.vowel != 0 && self.coda & other.coda != 0
    }

    /// A Hangul syllable, taken apart as Unicode does (chapter 3.12 of the standard).
    fn of_hangul(c: char) -> Option<Syllable> {
        let index = (c as u32).checked_sub(0xAC00).filter(|i| *i < 11_172)?;
        let coda = CODA_CLASSES.get((index % 28) as usize)?;
        Some(Syllable { onset: 1 << (index / 588), vowel: 1 << (index % 588 / 28), coda: 1 << coda })
    }
}

impl KoreanName {
    /// Reads a full name: family name first ("Ryu Je-myung", "류제명") or last ("Je-myung Ryu"), the given
    /// name hyphenated, in two words, or in one. `None` for what cannot be a Korean name.
    pub(super) fn read(name: &str) -> Option<Self> {
        // "Kyung-wha" is an old spelling of "Kyung-hwa".
        let name = name.nfc().flat_map(char::to_lowercase).collect::<String>().replace("wh", "hw");
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

    /// True when some Hangul name is written in both ways.
    pub(super) fn meets(&self, other: &KoreanName) -> bool {
        self.readings.iter().any(|a| other.readings.iter().any(|b| a.meets(b)))
    }
}

impl Reading {
    fn meets(&self, other: &Reading) -> bool {
        self.surname & other.surname != 0
            && self.given.len() == other.given.len()
            && self.given.iter().zip(&other.given).all(|(a, b)| a.meets(*b))
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
    let one = |part: &str| syllables(&part.to_lowercase()).iter().any(|s| s.len() == 1);
    if one(given) {
        return Vec::new();
    }
    let cuts = given.char_indices().skip(1).map(|(at, _)| given.split_at(at));
    cuts.filter(|(first, second)| one(first) && one(second)).collect()
}

/// The readings of a name with this family name and these words of a given name.
fn readings(family: &str, given: &[&str]) -> Vec<Reading> {
    let givens = match given {
        [joined] => match joined.split(['-', '\u{2010}', '\u{2011}']).collect::<Vec<_>>()[..] {
            [one] => syllables(one),
            [first, second] => pairs(first, second),
            _ => Vec::new(),
        },
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

/// The readings of a given name whose two syllables stand apart.
fn pairs(first: &str, second: &str) -> Vec<Vec<Syllable>> {
    let one = |text| {
        let whole = heads(text).filter(|(_, rest)| rest.is_empty());
        whole.map(|(syllable, _)| syllable).collect::<Vec<_>>()
    };
    let first = one(first);
    if first.is_empty() {
        return Vec::new();
    }
    let second = one(second);
    first.iter().flat_map(|a| second.iter().map(|b| vec![*a, *b])).collect()
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
        Some(Reading { surname: 1 << place, given: syllables[at..].to_vec() })
    };
    [1, 2].into_iter().filter(|at| (1..=2).contains(&(chars.len() - at))).filter_map(split).collect()
}

/// The family names that `text` can be.
fn surnames(text: &str) -> u128 {
    let read = syllables(text);
    let fits = |own: &[Syllable], r: &[Syllable]| {
        r.len() == own.len() && r.iter().zip(own).all(|(a, b)| a.meets(*b))
    };
    let mut found = SPELLINGS.habits.get(text).copied().unwrap_or(0);
    for (place, own) in SPELLINGS.surnames.iter().enumerate() {
        if read.iter().any(|r| fits(own, r)) {
            found |= 1 << place;
        }
    }
    found
}

/// The readings of `text` as one or two syllables.
fn syllables(text: &str) -> Vec<Vec<Syllable>> {
    // "Kwanghyŏng" has ten letters; anything much longer is no given name.
    if text.is_empty() || text.chars().count() > 14 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (syllable, rest) in heads(text) {
        if rest.is_empty() {
            found.push(vec![syllable]);
        }
        for (second, rest) in heads(rest) {
            if rest.is_empty() {
                found.push(vec![syllable, second]);
            }
        }
    }
    found
}

/// Every way to read a syllable at the head of `text`, with what follows it.
fn heads(text: &str) -> impl Iterator<Item = (Syllable, &str)> {
    starts(&SPELLINGS.onsets, text).flat_map(|(onset, rest)| {
        starts(&SPELLINGS.vowels, rest).flat_map(move |(vowel, rest)| {
            starts(&SPELLINGS.codas, rest).map(move |(coda, rest)| (Syllable { onset, vowel, coda }, rest))
        })
    })
}

/// The spellings in `table` that `text` begins with, as the letters that they stand for, with what follows them.
fn starts<'t>(table: &'static [Spelling], text: &'t str) -> impl Iterator<Item = (u32, &'t str)> {
    let first = text.bytes().next();
    let fits = move |s: &&Spelling| s.text.is_empty() || s.text.bytes().next() == first;
    table.iter().filter(fits).filter_map(move |s| Some((s.letters, text.strip_prefix(s.text)?)))
}

/// A Latin spelling of one Hangul letter.
struct Spelling {
    text: &'static str,
    /// The letters that it can stand for, as bits.
    letters: u32,
}

/// The tables below, made ready for reading.
struct Spellings {
    onsets: Vec<Spelling>,
    vowels: Vec<Spelling>,
    codas: Vec<Spelling>,
    /// The syllables of each of [`SURNAMES`].
    surnames: Vec<Vec<Syllable>>,
    /// [`SURNAME_HABITS`] with bits for places in [`SURNAMES`].
    habits: FxHashMap<&'static str, u128>,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let table = |spellings: &'static [(&str, &str)], letters: &str| {
        let bits = |read: &str| {
            let places = letters.chars().enumerate().filter(|(_, letter)| read.contains(*letter));
            places.fold(0, |bits, (place, _)| bits | 1 << place)
        };
        spellings.iter().map(|&(text, read)| Spelling { text, letters: bits(read) }).collect()
    };
    let names = |hangul: &str| {
        let places = SURNAMES.iter().enumerate().filter(|(_, name)| hangul.split(' ').any(|h| h == **name));
        places.fold(0, |bits, (place, _)| bits | 1 << place)
    };
    Spellings {
        onsets: table(ONSET_SPELLINGS, ONSETS),
        vowels: table(VOWEL_SPELLINGS, VOWELS),
        codas: table(CODA_SPELLINGS, CODAS),
        surnames: SURNAMES.iter().map(|s| s.chars().filter_map(Syllable::of_hangul).collect()).collect(),
        habits: SURNAME_HABITS.iter().map(|(spelling, hangul)| (*spelling, names(hangul))).collect(),
    }
});

const ONSETS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
/// The seven sounds that end a syllable; "x" is none.
const CODAS: &str = "xㄱㄴㄷㄹㅁㅂㅇ";
/// For each of Unicode's 28 final consonants its place in [`CODAS`].
const CODA_CLASSES: [u32; 28] =
    [0, 1, 1, 1, 2, 2, 2, 3, 4, 1, 5, 4, 4, 4, 6, 4, 5, 6, 6, 3, 3, 7, 3, 3, 1, 3, 6, 3];

#[rustfmt::skip]
const ONSET_SPELLINGS: &[(&str, &str)] = &[
    ("", "ㅇ"), ("g", "ㄱ"), ("k", "ㄱㅋ"), ("k'", "ㅋ"), ("k’", "ㅋ"), ("kh", "ㅋ"), ("kk", "ㄲ"), ("gg", "ㄲ"),
    ("n", "ㄴ"), ("d", "ㄷ"), ("t", "ㄷㅌ"), ("t'", "ㅌ"), ("t’", "ㅌ"), ("th", "ㅌ"), ("tt", "ㄸ"), ("dd", "ㄸ"),
    ("r", "ㄹ"), ("l", "ㄹ"), ("rh", "ㄹ"), ("m", "ㅁ"), ("b", "ㅂ"), ("p", "ㅂㅍ"), ("p'", "ㅍ"), ("p’", "ㅍ"),
    ("ph", "ㅍ"), ("pp", "ㅃ"), ("s", "ㅅ"), ("sh", "ㅅ"), ("ss", "ㅆ"), ("j", "ㅈ"), ("ch", "ㅈㅊ"), ("ch'", "ㅊ"),
    ("ch’", "ㅊ"), ("jj", "ㅉ"), ("tch", "ㅉ"), ("h", "ㅎ"),
];

#[rustfmt::skip]
const VOWEL_SPELLINGS: &[(&str, &str)] = &[
    ("a", "ㅏ"), ("ah", "ㅏ"), ("ae", "ㅐ"), ("ai", "ㅐ"), ("ay", "ㅐ"), ("e", "ㅔ"), ("eh", "ㅔ"), ("ya", "ㅑ"),
    ("yae", "ㅒ"), ("eo", "ㅓ"), ("ŏ", "ㅓ"), ("uh", "ㅓ"), ("yeo", "ㅕ"), ("yŏ", "ㅕ"), ("you", "ㅕㅠ"),
    ("yuh", "ㅕ"), ("ye", "ㅖ"), ("yeh", "ㅖ"), ("o", "ㅗㅓ"), ("oh", "ㅗ"), ("wa", "ㅘ"), ("wae", "ㅙ"), ("oe", "ㅚ"),
    ("oi", "ㅚ"), ("yo", "ㅛㅕ"), ("yoh", "ㅛ"), ("u", "ㅜㅓㅡ"), ("oo", "ㅜ"), ("ou", "ㅜㅓ"), ("woo", "ㅜ"),
    ("wu", "ㅜ"), ("wo", "ㅝ"), ("wŏ", "ㅝ"), ("weo", "ㅝ"), ("we", "ㅞㅙ"), ("wi", "ㅟ"), ("wee", "ㅟ"), ("yu", "ㅠㅕ"),
    ("yoo", "ㅠ"), ("eu", "ㅡ"), ("ŭ", "ㅡ"), ("ui", "ㅢ"), ("eui", "ㅢ"), ("ŭi", "ㅢ"), ("yi", "ㅣㅢ"), ("i", "ㅣㅢ"),
    ("ee", "ㅣㅢ"), ("ih", "ㅣ"),
];

#[rustfmt::skip]
const CODA_SPELLINGS: &[(&str, &str)] = &[
    ("", "x"), ("k", "ㄱ"), ("g", "ㄱ"), ("ck", "ㄱ"), ("n", "ㄴ"), ("t", "ㄷ"), ("d", "ㄷ"), ("s", "ㄷ"), ("l", "ㄹ"),
    ("r", "ㄹ"), ("ll", "ㄹ"), ("m", "ㅁ"), ("p", "ㅂ"), ("b", "ㅂ"), ("ng", "ㅇ"),
];

/// The family names of Korea, in Hangul.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "유",
    "전", "홍", "고", "문", "양", "손", "배", "백", "허", "남", "심", "노", "하", "곽", "성", "차", "주", "우", "구",
    "민", "나", "진", "지", "엄", "채", "원", "천", "방", "공", "현", "함", "변", "염", "여", "추", "도", "소", "석",
    "선", "설", "마", "길", "연", "위", "표", "명", "기", "반", "왕", "금", "옥", "육", "인", "맹", "제", "모", "탁",
    "국", "어", "은", "편", "용", "예", "봉", "사", "부", "경", "가", "복", "태", "목", "형", "피", "두", "감", "음",
    "빈", "동", "온", "호", "범", "승", "간", "상", "갈", "남궁", "황보", "제갈", "선우", "독고", "사공", "서문",
];

/// Spellings of family names that no system explains, and North Korean ones with an initial r.
#[rustfmt::skip]
const SURNAME_HABITS: &[(&str, &str)] = &[
    ("lee", "이"), ("rhee", "이"), ("ri", "이"), ("li", "이"), ("rhie", "이"), ("lie", "이"), ("park", "박"),
    ("bark", "박"), ("parc", "박"), ("choi", "최"), ("chey", "최"), ("choy", "최"), ("che", "최"), ("choe", "최"),
    ("lim", "임"), ("rim", "임"), ("leem", "임"), ("rhim", "임"), ("yim", "임"), ("joe", "조"), ("suh", "서"),
    ("shur", "서"), ("sur", "서"), ("paik", "백"), ("baik", "백"), ("back", "백"), ("hur", "허"), ("her", "허"),
    ("roh", "노"), ("ro", "노"), ("ra", "나"), ("rha", "나"), ("la", "나"), ("yoo", "유 류"), ("yu", "유 류"), ("you", "유 류"), ("ryu", "유 류"), ("ryoo", "유 류"),
    ("ryang", "양"), ("uhm", "엄"), ("um", "엄"), ("youm", "염"), ("yum", "염"), ("ryom", "염"),
    ("rah", "나"), ("yeom", "염"), ("ryo", "여"), ("yuh", "여"), ("jeun", "전"), ("sohn", "손"), ("shon", "손"),
    ("kwag", "곽"), ("moon", "문"), ("ree", "이"), ("hahn", "한"), ("hahm", "함"), ("rhyu", "유 류"), ("rew", "유 류"),
];

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

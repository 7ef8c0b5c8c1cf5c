//! Korean personal names in Latin letters: which Hangul a spelling can stand for.
//!
//! One Hangul name has many spellings: the Revised Romanization (Seo-jun), McCune–Reischauer with its
//! breves and apostrophes (Sŏjun, Ch'ŏl) or without them (Sojun, Chol), and the habits of passports and
//! newspapers (Joon, Young, Chul, Lee, Park). So a spelling is read as the set of Hangul syllables that some
//! habit writes so, and two spellings may name one person where their sets meet in every syllable.

use unicode_normalization::UnicodeNormalization;

/// A romanised or Hangul name, as what it can be read as.
#[derive(Clone, Debug)]
pub(super) struct KoreanName {
    readings: Vec<Reading>,
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
        let mut readings = Vec::new();
        match words[..] {
            [hangul] => readings.extend(read_hangul(hangul)),
            [first, last] => {
                add(&mut readings, first, &[last]);
                add(&mut readings, last, &[first]);
            }
            [first, middle, last] => {
                add(&mut readings, first, &[middle, last]);
                add(&mut readings, last, &[first, middle]);
            }
            _ => {}
        }
        (!readings.is_empty()).then_some(Self { readings })
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

/// True when `name` is written as Korean names are in Latin letters, family name first: "Ryu Je-myung".
pub fn is_korean_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mut readings = Vec::new();
    if let [family, ref given @ ..] = words[..] {
        add(&mut readings, family, given);
    }
    !readings.is_empty()
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
    if !is_korean_name(name) {
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

/// Adds the readings of a name with this family name and these words of a given name.
fn add(readings: &mut Vec<Reading>, family: &str, given: &[&str]) {
    let surname = surnames(family);
    if surname == 0 {
        return;
    }
    let givens = match given {
        [joined] => match joined.split(['-', '\u{2010}', '\u{2011}']).collect::<Vec<_>>()[..] {
            [one] => syllables(one),
            [first, second] => pairs(first, second),
            _ => Vec::new(),
        },
        [first, second] => pairs(first, second),
        _ => Vec::new(),
    };
    readings.extend(givens.into_iter().map(|given| Reading { surname, given }));
}

/// The readings of a given name whose two syllables stand apart.
fn pairs(first: &str, second: &str) -> Vec<Vec<Syllable>> {
    let one =
        |text| syllables(text).into_iter().filter_map(|s| (s.len() == 1).then(|| s[0])).collect::<Vec<_>>();
    let (first, second) = (one(first), one(second));
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
    let habit =
        SURNAME_HABITS.iter().find(|(spelling, _)| *spelling == text).map_or("", |(_, hangul)| hangul);
    let read = syllables(text);
    let mut found = 0;
    for (place, surname) in SURNAMES.iter().enumerate() {
        let own: Vec<Syllable> = surname.chars().filter_map(Syllable::of_hangul).collect();
        let fits = |r: &Vec<Syllable>| r.len() == own.len() && r.iter().zip(&own).all(|(a, b)| a.meets(*b));
        if habit.split(' ').any(|s| s == *surname) || read.iter().any(fits) {
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
fn heads(text: &str) -> Vec<(Syllable, &str)> {
    let mut found = Vec::new();
    for (onset, rest) in starts(ONSET_SPELLINGS, ONSETS, text) {
        for (vowel, rest) in starts(VOWEL_SPELLINGS, VOWELS, rest) {
            for (coda, rest) in starts(CODA_SPELLINGS, CODAS, rest) {
                found.push((Syllable { onset, vowel, coda }, rest));
            }
        }
    }
    found
}

/// The spellings in `table` that `text` begins with, as bits of `letters`, with what follows them.
fn starts<'t>(
    table: &'static [(&'static str, &'static str)],
    letters: &'static str,
    text: &'t str,
) -> impl Iterator<Item = (u32, &'t str)> {
    table.iter().filter_map(move |(spelling, read)| {
        let rest = text.strip_prefix(spelling)?;
        let bits =
            letters.chars().enumerate().filter(|(_, l)| read.contains(*l)).fold(0, |b, (at, _)| b | 1 << at);
        Some((bits, rest))
    })
}

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
        assert!(is_korean_name("Ryu Je-myung"));
        assert!(is_korean_name("Choi Woo-hyuk"));
        for other in ["Jason Kwon", "Sam Altman", "Kim", "", "Kim Kardashian", "The Ministry", "Ryu  -", "김"]
        {
            assert!(!is_korean_name(other), "{other}");
        }
    }
}

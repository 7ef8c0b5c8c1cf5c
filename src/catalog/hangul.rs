//! How Hangul is written in Latin letters: the syllables of Korean names, the spellings that each of their letters has,
//! and the family names of Korea.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a written syllable can be: bits are places in [`ONSETS`], [`VOWELS`] and [`CODAS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Syllable {
    onset: u32,
    vowel: u32,
    coda: u32,
}

impl Syllable {
    fn meets(self, other: Syllable) -> bool {
        self.onset & other.onset != 0 && self.vowel & other.vowel != 0 && self.coda & other.coda != 0
    }

    /// A byte of onsets and a byte of vowels, where several share a bit.
    pub(super) fn outline(self) -> u16 {
        let fold = |letters: u32| (letters | letters >> 8 | letters >> 16) as u8;
        u16::from_le_bytes([fold(self.onset), fold(self.vowel)])
    }

    /// A Hangul syllable, taken apart as Unicode does (chapter 3.12 of the standard).
    pub(super) fn of_hangul(c: char) -> Option<Syllable> {
        let index = (c as u32).checked_sub(0xAC00).filter(|i| *i < 11_172)?;
        let coda = CODA_CLASSES.get((index % 28) as usize)?;
        Some(Syllable { onset: 1 << (index / 588), vowel: 1 << (index % 588 / 28), coda: 1 << coda })
    }
}

/// A given name, or any other run of one or two syllables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) first: Syllable,
    pub(super) second: Option<Syllable>,
}

impl Given {
    pub(super) fn meets(self, other: Given) -> bool {
        self.first.meets(other.first)
            && match (self.second, other.second) {
                (Some(a), Some(b)) => a.meets(b),
                (a, b) => a.is_none() && b.is_none(),
            }
    }
}

/// Gives `found` every way to read a syllable at the head of `text`, with what follows it.
pub(super) fn each_head<'t>(text: &'t str, found: &mut impl FnMut(Syllable, &'t str)) {
    for (onset, rest) in starts(&SPELLINGS.onsets, text) {
        for (vowel, rest) in starts(&SPELLINGS.vowels, rest) {
            for (coda, rest) in starts(&SPELLINGS.codas, rest) {
                found(Syllable { onset, vowel, coda }, rest);
            }
        }
    }
}

/// How often vowels begin in `text`, in any case: once in each syllable, though two syllables may share their vowels
/// ("Seoun"). `None` where a letter stands in it that is in no spelling: most words of other names are known by that.
pub(super) fn vowels(text: &str) -> Option<usize> {
    let (mut count, mut inside) = (0, false);
    for c in text.chars() {
        let vowel = match c.to_ascii_lowercase() {
            'a' | 'e' | 'i' | 'o' | 'u' | 'ŏ' | 'ŭ' => true,
            'b' | 'c' | 'd' | 'g' | 'h' | 'j'..='n' | 'p' | 'r' | 's' | 't' | 'w' | 'y' | '\'' | '’' => {
                false
            }
            _ => return None,
        };
        count += usize::from(vowel && !inside);
        inside = vowel;
    }
    Some(count)
}

/// The spellings in `table` that `text` begins with, as the letters that they stand for, with what follows them.
fn starts<'t>(table: &'static Table, text: &'t str) -> impl Iterator<Item = (u32, &'t str)> {
    let first = text.bytes().next().and_then(|byte| table.begin_with.get(usize::from(byte)));
    let fitting = table.empty.iter().chain(first.into_iter().flatten());
    fitting.filter_map(move |s| Some((s.letters, text.strip_prefix(s.text)?)))
}

/// A Latin spelling of one Hangul letter.
struct Spelling {
    text: &'static str,
    /// The letters that it can stand for, as bits.
    letters: u32,
}

/// Spellings by their first byte, since most tell by it that they do not fit.
struct Table {
    /// What may be left unwritten.
    empty: Option<Spelling>,
    begin_with: Vec<Vec<Spelling>>,
}

/// The tables below, made ready for reading.
pub(super) struct Spellings {
    onsets: Table,
    vowels: Table,
    codas: Table,
    /// For each letter the ones of [`SURNAMES`] with one syllable that have it: onsets, vowels, codas.
    short_surnames: [Vec<u128>; 3],
    /// The ones with two syllables, with their places.
    long_surnames: Vec<(Given, u128)>,
    /// [`SURNAME_HABITS`] with bits for places in [`SURNAMES`].
    pub(super) habits: FxHashMap<&'static str, u128>,
}

impl Spellings {
    /// The family names that are written so.
    pub(super) fn families(&self, read: Given) -> u128 {
        if read.second.is_some() {
            let long = self.long_surnames.iter().filter(|(own, _)| own.meets(read));
            return long.fold(0, |found, (_, place)| found | place);
        }
        let Syllable { onset, vowel, coda } = read.first;
        let having = |table: &[u128], letters: u32| {
            let places = table.iter().enumerate().filter(|(letter, _)| letters & 1 << letter != 0);
            places.fold(0, |all, (_, names)| all | names)
        };
        let [onsets, vowels, codas] = &self.short_surnames;
        having(onsets, onset) & having(vowels, vowel) & having(codas, coda)
    }
}

pub(super) static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let table = |spellings: &'static [(&str, &str)], letters: &str| {
        let mut table = Table { empty: None, begin_with: (0..=u8::MAX).map(|_| Vec::new()).collect() };
        for (text, read) in spellings {
            let places = letters.chars().enumerate().filter(|(_, letter)| read.contains(*letter));
            let bits = places.fold(0, |bits, (place, _)| bits | 1 << place);
            let spelling = Spelling { text, letters: bits };
            match text.bytes().next() {
                Some(first) => table.begin_with[usize::from(first)].push(spelling),
                None => table.empty = Some(spelling),
            }
        }
        table
    };
    let names = |hangul: &str| {
        let places = SURNAMES.iter().enumerate().filter(|(_, name)| hangul.split(' ').any(|h| h == **name));
        places.fold(0, |bits, (place, _)| bits | 1 << place)
    };
    let mut short_surnames = [ONSETS, VOWELS, CODAS].map(|letters| vec![0; letters.chars().count()]);
    let mut long_surnames = Vec::new();
    for (place, name) in SURNAMES.iter().enumerate() {
        let mut syllables = name.chars().filter_map(Syllable::of_hangul);
        let (Some(first), second) = (syllables.next(), syllables.next()) else { continue };
        if second.is_some() {
            long_surnames.push((Given { first, second }, 1 << place));
        } else {
            let letters = [first.onset, first.vowel, first.coda].map(|bit| bit.trailing_zeros() as usize);
            for (table, letter) in short_surnames.iter_mut().zip(letters) {
                table[letter] |= 1 << place;
            }
        }
    }
    Spellings {
        onsets: table(ONSET_SPELLINGS, ONSETS),
        vowels: table(VOWEL_SPELLINGS, VOWELS),
        codas: table(CODA_SPELLINGS, CODAS),
        short_surnames,
        long_surnames,
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

/// True for a family name of Korea, in Hangul.
pub fn is_hangul_surname(word: &str) -> bool {
    SURNAMES.contains(&word)
}

/// The family names of Korea, in Hangul.
#[rustfmt::skip]
pub(super) const SURNAMES: &[&str] = &[
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

/// All that a name in Hangul is written as by the tables above, its final consonants by the sounds that they stand for.
#[cfg(test)]
pub(super) fn spellings_of(name: &str) -> Vec<String> {
    let all = |table: &Table, letter: u32| -> Vec<&'static str> {
        let spellings = table.empty.iter().chain(table.begin_with.iter().flatten());
        spellings.filter(|spelling| spelling.letters & letter != 0).map(|spelling| spelling.text).collect()
    };
    let mut written = vec![String::new()];
    for syllable in name.chars().filter_map(Syllable::of_hangul) {
        let onsets = all(&SPELLINGS.onsets, syllable.onset);
        let vowels = all(&SPELLINGS.vowels, syllable.vowel);
        let codas = all(&SPELLINGS.codas, syllable.coda);
        let behind = |head: &String| {
            let mut longer = Vec::new();
            for onset in &onsets {
                for vowel in &vowels {
                    longer.extend(codas.iter().map(|coda| format!("{head}{onset}{vowel}{coda}")));
                }
            }
            longer
        };
        written = written.iter().flat_map(behind).collect();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_has_vowels_where_its_letter_is_one() {
        let count = |spellings: &[(&str, &str)], wanted| {
            for (text, _) in spellings {
                assert_eq!(vowels(text), Some(wanted), "{text}");
            }
        };
        count(ONSET_SPELLINGS, 0);
        count(VOWEL_SPELLINGS, 1);
        count(CODA_SPELLINGS, 0);
        for (text, _) in SURNAME_HABITS {
            assert!(matches!(vowels(text), Some(1 | 2)), "{text}");
        }
    }
}

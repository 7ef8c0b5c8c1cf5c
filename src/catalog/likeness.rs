//! Whether two spellings name the same thing.

use super::korean::KoreanName;
use super::name_words::{NameWords, Word, letters_as_written};
use super::names_read::read_once;
use crate::text::damerau;

/// How two spellings of one name differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LikenessKind {
    /// Equal but for case, accents, punctuation and spacing.
    Equal,
    /// A legal form or an honorific more or less, "&" against "and", a number in letters.
    Style,
    /// The same words in another order, as family names first or last.
    Order,
    /// A slip or another spelling of one or two letters.
    Spelling,
    /// Two romanisations of one Korean name.
    Romanisation,
    /// A word more: a middle name, "Research" in the name of an institute.
    Longer,
    /// An initial for a given name.
    Initial,
    /// Two names.
    Different,
}

/// A judgement on two names.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// True when they should be taken for one name.
    pub same: bool,
    /// From 0 (nothing in common) to 1 (equal after normalisation).
    pub score: f64,
    /// How they differ.
    pub kind: LikenessKind,
    /// True where the spelling alone does not settle it: two people may be called so ("Ryu Je-myung" and
    /// "Yoo Jae-myung", "J. Kwon" and "Jason Kwon").
    pub possibly: bool,
    /// Why, in a few words for an editor.
    pub why: &'static str,
}

/// A name, read once to be compared with many.
#[derive(Clone, Debug)]
pub struct Name {
    words: NameWords,
    joined: Vec<char>,
    korean: Option<KoreanName>,
}

/// Names of more words are compared for equality alone.
const MOST_WORDS: usize = 16;
/// Words, as middle names, that one name may have beyond the other.
const MOST_EXTRA: usize = 2;
/// Letters that may differ in a name as a whole.
const MOST_EDITS: usize = 2;

/// Judges whether `a` and `b` are spellings of one name.
pub fn likeness(a: &str, b: &str) -> Likeness {
    read_once(a).likeness(&read_once(b))
}

/// True when `name` is written as Korean names are in Latin letters, family name first: "Ryu Je-myung".
pub fn is_korean_name(name: &str) -> bool {
    KoreanName::read(name).is_some_and(|korean| korean.family_first)
}

/// False for most names that no Korean is called by, at a fraction of what it costs to read one.
pub fn may_be_korean(name: &str) -> bool {
    KoreanName::may_be(name)
}

/// False for most pairs that are not [equal](LikenessKind::Equal), at a fraction of what it costs to read both.
pub fn may_be_equal(a: &str, b: &str) -> bool {
    letters_as_written(a).zip(letters_as_written(b)).is_none_or(|(a, b)| a == b)
}

impl Name {
    /// Reads `text` as a name.
    pub fn read(text: &str) -> Self {
        let mut words = NameWords::read(text);
        // What is read may stay for hours.
        words.words.shrink_to_fit();
        let mut joined = words.joined();
        joined.shrink_to_fit();
        Self { words, joined, korean: KoreanName::read(text) }
    }

    /// Judges whether the two are spellings of one name.
    pub fn likeness(&self, other: &Name) -> Likeness {
        let (a, b) = (&self.words.words, &other.words.words);
        if a.is_empty() || b.is_empty() {
            return Likeness::different(0.0);
        }
        let legal = match (self.words.legal, other.words.legal) {
            (Some(a), Some(b)) if a != b => return Likeness::different(0.5),
            (a, b) => a == b,
        };
        if self.joined == other.joined {
            return if legal {
                Likeness::of(LikenessKind::Equal, 1.0)
            } else {
                Likeness::of(LikenessKind::Style, 0.98)
            };
        }
        if a.len().max(b.len()) > MOST_WORDS || !same_numbers(a, b) {
            return Likeness::different(0.0);
        }
        if turned(a, b) {
            return Likeness::of(LikenessKind::Order, 0.95);
        }
        if let (Some(a), Some(b)) = (&self.korean, &other.korean) {
            return if a.meets(b) {
                Likeness::of(LikenessKind::Romanisation, 0.85)
            } else {
                Likeness::different(0.3)
            };
        }
        if !may_align(a, b) {
            return self.joined_apart(other);
        }
        // As written, and with the first or the last word of one moved to its other end.
        [0, 1, b.len() - 1]
            .into_iter()
            .filter_map(|turn| Alignment::of(a, b, turn))
            .map(Alignment::judged)
            .chain([self.joined_apart(other)])
            .max_by(|a, b| a.score.total_cmp(&b.score))
            .unwrap_or_else(|| Likeness::different(0.0))
    }

    /// Words written together, with a slip: "Ramimakhluf".
    fn joined_apart(&self, other: &Name) -> Likeness {
        let acronym = self.words.words.iter().chain(&other.words.words).any(|w| w.acronym);
        if self.words.words.len() == other.words.words.len() || self.joined.len() < 8 || acronym {
            return Likeness::different(0.0);
        }
        match damerau(&self.joined, &other.joined, 1) {
            Some(_) => Likeness::of(LikenessKind::Spelling, 0.85),
            None => Likeness::different(0.0),
        }
    }
}

impl Likeness {
    fn of(kind: LikenessKind, score: f64) -> Self {
        let (why, possibly) = match kind {
            LikenessKind::Equal => ("the same name", false),
            LikenessKind::Style => ("the same name in another style", false),
            LikenessKind::Order => ("the same words in another order", false),
            LikenessKind::Spelling => ("one or two letters differ", false),
            LikenessKind::Romanisation => ("possibly one Korean name, romanised in two ways", true),
            LikenessKind::Longer => ("one has a word more", true),
            LikenessKind::Initial => ("an initial stands for a given name", true),
            LikenessKind::Different => ("two names", false),
        };
        Self { same: kind != LikenessKind::Different, score, kind, possibly, why }
    }

    fn different(score: f64) -> Self {
        Self::of(LikenessKind::Different, score)
    }
}

/// The same numbers in the same order.
fn same_numbers(a: &[Word], b: &[Word]) -> bool {
    fn numbers(words: &[Word]) -> impl Iterator<Item = &Vec<char>> {
        words.iter().filter(|w| w.number).map(|w| &w.letters)
    }
    numbers(a).eq(numbers(b))
}

/// True when `b` is `a` with its last word first or its first word last.
fn turned(a: &[Word], b: &[Word]) -> bool {
    let n = a.len();
    let turned_by = |by: usize| (0..n).all(|at| a[at].letters == b[(at + by) % n].letters);
    n == b.len() && n > 1 && (turned_by(1) || turned_by(n - 1))
}

/// True when each word of the shorter name has a word in the longer that it may be: without that, a word of
/// one stands in the place of another, and no alignment makes them one name.
fn may_align(a: &[Word], b: &[Word]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.len() - short.len() <= MOST_EXTRA
        && short.iter().all(|word| long.iter().any(|other| Pair::of(word, other).is_some()))
}

/// The cheapest way to lay two names side by side, word by word.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Alignment {
    /// Letters that differ.
    edits: usize,
    /// Words that only the first, and that only the second name has.
    extra: (usize, usize),
    /// Words that both have.
    shared: usize,
    /// Initials that stand for words.
    initials: usize,
    /// Whether the first and the last words are paired.
    ends: (bool, bool),
}

impl Alignment {
    /// Lays `b`, read from word `turn` on and around, beside `a` in order.
    fn of(a: &[Word], b: &[Word], turn: usize) -> Option<Alignment> {
        // cells[j] is the cheapest way for the words so far of `a` and the first j of `b`.
        let none = Alignment { edits: 0, extra: (0, 0), shared: 0, initials: 0, ends: (false, false) };
        let mut cells: Vec<Alignment> = (0..=b.len()).map(|j| Alignment { extra: (0, j), ..none }).collect();
        for (i, word) in a.iter().enumerate() {
            let mut row = vec![Alignment { extra: (i + 1, 0), ..none }];
            for (j, other) in b[turn..].iter().chain(&b[..turn]).enumerate() {
                let (up, left) = (cells[j + 1], row[j]);
                let up = Alignment { extra: (up.extra.0 + 1, up.extra.1), ..up };
                let left = Alignment { extra: (left.extra.0, left.extra.1 + 1), ..left };
                let mut best = up.cheaper(left);
                if let Some(pair) = Pair::of(word, other) {
                    best = best.cheaper(cells[j].with(
                        pair,
                        i == 0 && j == 0,
                        i + 1 == a.len() && j + 1 == b.len(),
                    ));
                }
                row.push(best);
            }
            cells = row;
        }
        cells.last().copied().filter(|best| best.shared > 0)
    }

    fn with(self, pair: Pair, first: bool, last: bool) -> Self {
        Alignment {
            edits: self.edits + pair.edits,
            extra: self.extra,
            shared: self.shared + 1,
            initials: self.initials + usize::from(pair.initial),
            ends: (self.ends.0 || first, self.ends.1 || last),
        }
    }

    fn cheaper(self, other: Self) -> Self {
        let cost = |x: &Self| 2 * x.edits + 3 * (x.extra.0 + x.extra.1) + x.initials;
        if cost(&other) < cost(&self) { other } else { self }
    }

    fn judged(self) -> Likeness {
        let extra = self.extra.0.max(self.extra.1);
        let cost = 0.1 * (self.edits + extra) as f64 + 0.05 * self.initials as f64;
        let score = (1.0 - cost).max(0.0);
        let whole = self.shared - self.initials;
        // A word of one in the place of another word of the other: "Deutsche Bank", "Deutsche Post".
        let replaced = self.extra.0 > 0 && self.extra.1 > 0;
        let kind = match (extra, self.initials, self.edits) {
            _ if replaced => LikenessKind::Different,
            (0, 0, edits) if edits <= MOST_EDITS => LikenessKind::Spelling,
            (0, 1.., 0) if whole > 0 => LikenessKind::Initial,
            (1..=MOST_EXTRA, 0, 0..=1) if whole >= 2 && self.ends == (true, true) => LikenessKind::Longer,
            _ => LikenessKind::Different,
        };
        Likeness::of(kind, if kind == LikenessKind::Different { score / 2.0 } else { score })
    }
}

/// Two words that may be one.
#[derive(Clone, Copy)]
struct Pair {
    edits: usize,
    initial: bool,
}

impl Pair {
    fn of(a: &Word, b: &Word) -> Option<Pair> {
        if a.letters == b.letters {
            return Some(Pair { edits: 0, initial: false });
        }
        if a.is_initial() != b.is_initial() {
            return (a.letters[0] == b.letters[0]).then_some(Pair { edits: 0, initial: true });
        }
        if a.number || b.number || a.acronym || b.acronym {
            return None;
        }
        let most = match a.letters.len().max(b.letters.len()) {
            0..=3 => 0,
            4..=5 => 1,
            _ => 2,
        };
        if a.sound == b.sound {
            return Some(Pair { edits: 1, initial: false });
        }
        // Each edit changes at most two of the bits.
        if (a.bits ^ b.bits).count_ones() as usize > 2 * most {
            return None;
        }
        let edits = damerau(&a.letters, &b.letters, most)?;
        Some(Pair { edits, initial: false })
    }
}

#[cfg(test)]
mod tests {
    use super::LikenessKind::*;
    use super::*;

    #[test]
    fn one_name_in_two_spellings() {
        for (a, b, kind) in [
            ("Nordhavn Line", "NORDHAVN  LINE", Equal),
            ("Zoë O’Brien", "Zoe O'Brien", Equal),
            ("GPT-5.5-Cyber", "GPT 5.5 Cyber", Equal),
            ("JPMorgan Chase", "JP Morgan Chase", Equal),
            ("Korea Internet & Security Agency", "Korea Internet and Security Agency", Equal),
            ("Hapsel GmbH", "Hapsel", Style),
            ("Dr. Ann Lund", "Ann Lund", Equal),
            ("Kwon, Jason", "Jason Kwon", Order),
            ("Sasha Baker", "Shasha Baker", Spelling),
            ("Sasha Baker", "Sasha Becker", Spelling),
            ("Anthropic", "Antropic", Spelling),
            ("Mahmoud Yusuf", "Mahmood Yousuf", Spelling),
            ("Ryu Je-myung", "Ryu Je-myeong", Romanisation),
            ("AI Safety Institute", "AI Safety Research Institute", Longer),
            ("Jason Kwon", "Jason T. Kwon", Longer),
            ("J. Kwon", "Jason Kwon", Initial),
        ] {
            let judged = likeness(a, b);
            assert_eq!((judged.kind, judged.same), (kind, true), "{a}, {b}");
            assert_eq!(likeness(b, a).kind, kind, "{b}, {a}");
        }
    }

    #[test]
    fn two_names() {
        for (a, b) in [
            ("KISA", "KITA"),
            ("TAC", "TAG"),
            ("G7", "G20"),
            ("GPT-5.5", "GPT-5.4"),
            ("Fund XII", "Fund XIII"),
            ("Deutsche Bank AG", "Deutsche Bank GmbH"),
            ("Bank of Korea", "Bank of Japan"),
            ("Financial Services Commission", "Financial Security Institute"),
            ("Kim Min-ji", "Kim Min-jin"),
            ("John Smith", "Mary Smith"),
            ("", "Kim"),
            ("!", "?"),
        ] {
            let judged = likeness(a, b);
            assert!(!judged.same, "{a}, {b}: {judged:?}");
        }
    }

    #[test]
    fn what_may_be_equal() {
        for (a, b) in [
            ("Nordhavn Line", "NORDHAVN  LINE"),
            ("Zoë O’Brien", "Zoe O'Brien"),
            ("GPT-5.5-Cyber", "GPT 5.5 Cyber"),
            ("Hafen & Söhne", "Hafen and Sohne"),
            ("Dr. Ann Lund", "Ann Lund"),
            ("Hapsel S.A.", "Hapsel AG"),
            ("Labour Centre", "Labor Center"),
            ("The First Bank", "1st Bank"),
        ] {
            assert!(likeness(a, b).kind == Equal && may_be_equal(a, b), "{a}, {b}");
        }
        for (a, b) in
            [("Sasha Baker", "Shasha Baker"), ("J.C. Lund", "J. Lund"), ("Nordhavn", "Nordhavn Line")]
        {
            assert!(!may_be_equal(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn long_input_is_compared_in_linear_time() {
        let (a, b) = ("a ".repeat(100_000), "b".repeat(200_000));
        assert!(!likeness(&a, &b).same);
        assert!(!likeness(&b, &format!("{b}cc{b}")).same);
    }
}

//! What is seen of a name at a glance: enough to tell most names apart without reading them.

use super::korean::{KoreanName, KoreanOutline};
use super::name_words::{Reading, reading};
use crate::text::{fold_name, is_hangul};

/// What is seen of a name at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// A bit for each letter, where several share one: set where there is an odd number of them.
    letters: u32,
    /// The same of each two letters in a row, of which names have many.
    pairs: u64,
    /// What it may be in Korean.
    korean: KoreanOutline,
    /// Hashes of the first word and the last.
    ends: (u16, u16),
    /// Letters and digits.
    length: u8,
    /// Letters of its longest word.
    longest: u8,
    words: u8,
    /// What else is seen of it, each by a bit.
    traits: u8,
}

/// A letter has an accent.
const ACCENTED: u8 = 1;
/// A word is read as quite another one.
const REWRITTEN: u8 = 2;
/// A word may have a British ending.
const BRITISH: u8 = 4;
/// A word at an end is not read at all.
const DROPPED: u8 = 8;

impl Outline {
    /// The outline of `name`.
    pub fn of(name: &str) -> Outline {
        Self::folded(name, &fold_name(name))
    }

    /// The same, where [`fold_name`] has been asked already.
    pub(super) fn folded(name: &str, folded: &str) -> Outline {
        let korean = KoreanName::read(name).map_or(KoreanOutline::default(), |korean| korean.outline());
        let accented = |c: char| !c.is_ascii() && !is_hangul(c);
        let accented = !folded.is_ascii() && folded.contains(accented);
        let mut outline =
            Outline { korean, traits: if accented { ACCENTED } else { 0 }, ..Outline::default() };
        let mut last = 0;
        for word in folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()) {
            let (mut hash, before) = (0u32, outline.length);
            for letter in word.chars().filter(|c| *c != '\'').map(u32::from) {
                outline.length = outline.length.saturating_add(1);
                outline.letters ^= 1 << (letter % 32);
                let pair = (last << 5 ^ letter).wrapping_mul(0x9E37_79B1);
                outline.pairs ^= 1 << (pair >> 26);
                hash = (hash ^ letter).wrapping_mul(0x9E37_79B1).rotate_left(7);
                last = letter;
            }
            outline.longest = outline.longest.max(outline.length - before);
            let end = (hash >> 16) as u16;
            let first = outline.words == 0;
            outline.ends = (if first { end } else { outline.ends.0 }, end);
            outline.words = outline.words.saturating_add(1);
            outline.traits |= match reading(word) {
                Some(Reading::Rewritten) => REWRITTEN,
                Some(Reading::British) => BRITISH,
                Some(Reading::Honorific) if first => DROPPED,
                Some(Reading::Legal) => DROPPED,
                Some(Reading::Honorific) | None => 0,
            };
        }
        outline
    }

    /// False where two names differ in more than a slip of a letter (of two in a long word, and where spaces differ), a
    /// word within one of them, and the ways to write one Korean name.
    #[inline]
    pub fn may_be(&self, other: &Outline) -> bool {
        const LONG: u8 = 9;
        let either = self.traits | other.traits;
        let longer = self.length.abs_diff(other.length);
        let words = self.words.abs_diff(other.words);
        let one_end = || self.ends.0 == other.ends.0 || self.ends.1 == other.ends.1;
        let ends = || either & BRITISH != 0 || self.words == 1 || other.words == 1 || one_end();
        let slip = || {
            let long = self.longest >= LONG || other.longest >= LONG;
            let most = if words != 0 || long || either & BRITISH != 0 { 2 } else { 1 };
            // A letter for another changes two letters and four pairs, two letters in each other's place six pairs.
            longer <= most
                && (self.letters ^ other.letters).count_ones() <= 2 * u32::from(most)
                && (self.pairs ^ other.pairs).count_ones() <= 6 * u32::from(most)
        };
        let read_alike = || (either & REWRITTEN | self.traits & other.traits & DROPPED) != 0;
        // Most names differ in their length already, and few have any of these traits.
        longer <= 2 && (ends() && slip() || words == 0 && either & ACCENTED != 0)
            || words == 0 && either != 0 && read_alike() && one_end()
            || words == 1 && self.ends == other.ends
            || self.korean.may_meet(other.korean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_be(a: &str, b: &str) -> bool {
        let (a, b) = (Outline::of(a), Outline::of(b));
        assert_eq!(a.may_be(&b), b.may_be(&a));
        a.may_be(&b)
    }

    #[test]
    fn what_may_be_one_name() {
        for (a, b) in [
            ("OpenAI", "Open AI"),
            ("AI Safety Institute", "AI Safety Research Institute"),
            ("Ministry of Science & ICT", "Ministry of Science and ICT"),
            ("Organisation of Labour", "Organization of Labor"),
            ("First Bank", "1st Bank"),
            ("Hapsel Inc", "Hapsel Corp"),
        ] {
            assert!(may_be(a, b), "{a} / {b}");
        }
        for (a, b) in [
            ("Sasha Baker", "Shasha Baker"),
            ("Dario Amodei", "Dario Amodie"),
            ("Ryu Je-myung", "Yoo Je-myeong"),
            ("Roh Moo-hyun", "노무현"),
            ("Zoë Brontë", "Zoe Bronte"),
        ] {
            assert!(may_be(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn what_is_seen_to_be_two() {
        assert!(!may_be("Bank of Korea", "Bank of Japan"));
        assert!(!may_be("Bank of Scotland", "Royal Bank of Scotland"));
        assert!(!may_be("Sasha Baker", "Colin Baker"));
        assert!(!may_be("Kim Min-su", "Kim Jae-ho"));
    }
}

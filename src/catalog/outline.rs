//! What is seen of a name at a glance: enough to tell most names apart without reading them.

use super::entity::Kind;
use super::korean::KoreanName;
use super::name_words::is_rewritten;
use crate::text::{fold_name, is_hangul};

/// What is seen of a name at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// A bit for each letter, where several share one: set where there is an odd number of them.
    letters: u32,
    /// The family names that it may be in Korean: [`KoreanName::families`].
    families: u32,
    /// Letters and digits.
    length: u16,
    words: u8,
    /// Hashes of the first word and the last.
    ends: (u8, u8),
    /// True where normalising may change more of it than two letters.
    changing: bool,
}

impl Outline {
    /// The outline of `name`.
    pub fn of(name: &str) -> Outline {
        Self::folded(name, &fold_name(name))
    }

    /// The same, where [`fold_name`] has been asked already.
    pub(super) fn folded(name: &str, folded: &str) -> Outline {
        let families = KoreanName::read(name).map_or(0, |korean| korean.families());
        let accented = |c: char| !c.is_ascii() && !is_hangul(c);
        let changing = !folded.is_ascii() && folded.contains(accented);
        let mut outline = Outline { families, changing, ..Outline::default() };
        for word in folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()) {
            outline.words = outline.words.saturating_add(1);
            outline.changing |= is_rewritten(word);
            let mut hash = 0u32;
            for letter in word.chars().filter(|c| *c != '\'').map(u32::from) {
                outline.length = outline.length.saturating_add(1);
                outline.letters ^= 1 << (letter % 32);
                hash = (hash ^ letter).wrapping_mul(0x9E37_79B1).rotate_left(7);
            }
            let end = (hash >> 24) as u8;
            outline.ends = (if outline.words == 1 { end } else { outline.ends.0 }, end);
        }
        outline
    }

    /// False where two names of something of `kind` differ in more than a slip of two letters, a word within one of
    /// them, and the ways to write one Korean name.
    pub fn may_be(self, other: Outline, kind: Kind) -> bool {
        // A letter for another changes two bits.
        const SLIP: u32 = 4;
        let slip =
            self.length.abs_diff(other.length) <= 2 && (self.letters ^ other.letters).count_ones() <= SLIP;
        let otherwise = if kind == Kind::Person {
            self.families & other.families != 0
        } else {
            self.words.abs_diff(other.words) == 1 && self.ends == other.ends
        };
        slip || otherwise || self.changing || other.changing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_be(a: &str, b: &str, kind: Kind) -> bool {
        let (a, b) = (Outline::of(a), Outline::of(b));
        assert_eq!(a.may_be(b, kind), b.may_be(a, kind));
        a.may_be(b, kind)
    }

    #[test]
    fn what_may_be_one_name() {
        for (a, b) in [
            ("OpenAI", "Open AI"),
            ("AI Safety Institute", "AI Safety Research Institute"),
            ("Ministry of Science & ICT", "Ministry of Science and ICT"),
            ("Organisation of Labour", "Organization of Labor"),
            ("First Bank", "1st Bank"),
        ] {
            assert!(may_be(a, b, Kind::Organization), "{a} / {b}");
        }
        for (a, b) in [
            ("Sasha Baker", "Shasha Baker"),
            ("Dario Amodei", "Dario Amodie"),
            ("Ryu Je-myung", "Yoo Jae-myeong"),
            ("Roh Moo-hyun", "노무현"),
            ("Zoë Brontë", "Zoe Bronte"),
        ] {
            assert!(may_be(a, b, Kind::Person), "{a} / {b}");
        }
    }

    #[test]
    fn what_is_seen_to_be_two() {
        assert!(!may_be("Bank of Korea", "Bank of Japan", Kind::Organization));
        assert!(!may_be("Bank of Scotland", "Royal Bank of Scotland", Kind::Organization));
        assert!(!may_be("Sasha Baker", "Colin Baker", Kind::Person));
        assert!(!may_be("Kim Min-su", "Hwang Min-su", Kind::Person));
    }
}

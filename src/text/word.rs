//! Words of ASCII, read eight bytes at a time, and the keys of words.
//!
//! Most of a text is short words, and where each ends is what a processor guesses worst. So sixteen bytes are taken at
//! once, as two numbers, and what is in them is told without a branch: each byte's highest bit, which ASCII leaves
//! free, says whether it is of a class (Warren, Hacker's Delight, 2nd edition, 2012, section 6-1).

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A word that begins at some byte of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AsciiWord {
    /// Bytes; 0 where none begins.
    pub(super) length: usize,
    /// Its key.
    pub(super) exact: u64,
    /// The key of the word in small letters.
    pub(super) folded: u64,
    /// True when it begins with a capital.
    pub(super) capital: bool,
    /// True for two capitals or more and no small letter.
    pub(super) all_caps: bool,
    /// True when it holds a digit.
    pub(super) digit: bool,
}

/// One in each byte.
pub(super) const ONES: u64 = u64::MAX / 255;
/// The highest bit of each byte.
pub(super) const HIGHEST: u64 = ONES << 7;
/// The bit that makes a capital of ASCII a small letter, and that digits have in any case, in each byte.
const SMALL: u64 = ONES << 5;

/// Which of eight bytes are of a class: their highest bits.
struct Classes {
    upper: u64,
    lower: u64,
    digit: u64,
}

impl Classes {
    fn of(bytes: u64) -> Self {
        let ascii = !bytes & HIGHEST;
        let small = bytes | SMALL;
        let letter = at_least(small, b'a') & !at_least(small, b'z' + 1) & ascii;
        // The bit for small letters is the third from the highest.
        let lower = letter & bytes << 2;
        let digit = at_least(bytes, b'0') & !at_least(bytes, b'9' + 1) & ascii;
        Classes { upper: letter & !lower, lower, digit }
    }

    /// How many bytes a word at the first one has.
    fn length(&self) -> usize {
        (!(self.upper | self.lower | self.digit) & HIGHEST).trailing_zeros() as usize / 8
    }
}

/// The highest bits of the bytes that are at least `least`, a character of ASCII; anything for bytes that are not ASCII.
pub(super) fn at_least(bytes: u64, least: u8) -> u64 {
    ((bytes | HIGHEST) - ONES * u64::from(least)) & HIGHEST
}

/// All bits of the first `count` bytes, eight at most.
pub(super) fn first(count: usize) -> u64 {
    u64::MAX.checked_shr(64 - 8 * count.min(8) as u32).unwrap_or(0)
}

impl AsciiWord {
    /// The run of letters and digits of ASCII that begins at byte `at`.
    #[inline]
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        let rest = &bytes[at..];
        let sixteen = rest.first_chunk::<16>().copied().unwrap_or_else(|| {
            let mut padded = [0; 16];
            padded[..rest.len()].copy_from_slice(rest);
            padded
        });
        let all = u128::from_le_bytes(sixteen);
        let (head, tail) = (all as u64, (all >> 64) as u64);
        let in_head = Classes::of(head);
        match in_head.length() {
            8 => Self::behind_eight(rest, head, tail, in_head),
            length => {
                let read = first(length);
                let head = head & read;
                let exact = mixed(head, 0, length);
                let (upper, lower) = (in_head.upper & read, in_head.lower & read);
                let folded = if upper != 0 { mixed(head | SMALL & read, 0, length) } else { exact };
                let all_caps = lower == 0 && upper & upper.wrapping_sub(1) != 0;
                Self {
                    length,
                    exact,
                    folded,
                    capital: upper & 0x80 != 0,
                    all_caps,
                    digit: in_head.digit & read != 0,
                }
            }
        }
    }

    /// The same for a word of eight bytes or more.
    fn behind_eight(rest: &[u8], head: u64, tail: u64, in_head: Classes) -> Self {
        let in_tail = Classes::of(tail);
        let length = 8 + in_tail.length();
        if length == 16 && rest.get(16).is_some_and(u8::is_ascii_alphanumeric) {
            return Self::long(rest);
        }
        let read = first(length - 8);
        let tail = tail & read;
        let (upper, lower) = (in_head.upper | in_tail.upper & read, in_head.lower | in_tail.lower & read);
        let exact = mixed(head, tail, length);
        Self {
            length,
            exact,
            folded: if upper != 0 { mixed(head | SMALL, tail | SMALL & read, length) } else { exact },
            capital: in_head.upper & 0x80 != 0,
            all_caps: lower == 0 && in_head.upper.count_ones() + (in_tail.upper & read).count_ones() > 1,
            digit: (in_head.digit | in_tail.digit & read) != 0,
        }
    }

    /// The same for a word of more than sixteen bytes.
    fn long(rest: &[u8]) -> Self {
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let word = &rest[..length];
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        Self {
            length,
            exact: key(word),
            folded: key(&word.to_ascii_lowercase()),
            capital: word[0].is_ascii_uppercase(),
            all_caps: capitals > 1 && !word.iter().any(u8::is_ascii_lowercase),
            digit: word.iter().any(u8::is_ascii_digit),
        }
    }
}

/// [`Token::exact`](super::Token::exact) of a word in NFC that is one token, given as text or bytes.
pub fn word_key(word: impl AsRef<[u8]>) -> u64 {
    key(word.as_ref())
}

/// The key of a text that is already normalized: of up to sixteen bytes as two numbers, which are mixed.
pub(super) fn key(word: &[u8]) -> u64 {
    let length = word.len();
    if length > 16 {
        let mut hasher = FxHasher::default();
        hasher.write(word);
        return hasher.finish();
    }
    let (head, tail) = if let (Some(head), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let behind = 8 * (16 - length) as u32;
        (u64::from_le_bytes(*head), u64::from_le_bytes(*last).checked_shr(behind).unwrap_or(0))
    } else if let (Some(head), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let (head, last) = (u32::from_le_bytes(*head), u32::from_le_bytes(*last));
        (u64::from(head) | u64::from(last) << (8 * (length - 4)), 0)
    } else {
        (word.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)), 0)
    };
    mixed(head, tail, length)
}

/// As in wyhash, one multiplication mixes two numbers.
pub(super) fn mixed(head: u64, tail: u64, length: usize) -> u64 {
    // Digits of pi and of the golden ratio: any odd numbers without a pattern would do.
    let product = u128::from(head ^ 0x243F_6A88_85A3_08D3 ^ length as u64)
        * u128::from(tail.rotate_left(32) ^ 0x9E37_79B9_7F4A_7C15);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::{AsciiWord, key};

    /// What [`AsciiWord::at`] is, byte by byte.
    fn plainly(bytes: &[u8], at: usize) -> AsciiWord {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let word = &bytes[at..at + length];
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        AsciiWord {
            length,
            exact: key(word),
            folded: key(&word.to_ascii_lowercase()),
            capital: word.first().is_some_and(u8::is_ascii_uppercase),
            all_caps: capitals > 1 && !word.iter().any(u8::is_ascii_lowercase),
            digit: word.iter().any(u8::is_ascii_digit),
        }
    }

    #[test]
    fn eight_bytes_at_a_time_read_as_one_by_one() {
        let mut random = 11u64;
        for round in 0..300 {
            // Bytes of all sorts, and ever longer words.
            let bytes: Vec<u8> = (0..200)
                .map(|_| {
                    random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    let byte = (random >> 40) as u8;
                    let letters = b"aAbBzZ09yY";
                    if random >> 56 < round { letters[usize::from(byte) % letters.len()] } else { byte }
                })
                .collect();
            for at in 0..bytes.len() {
                assert_eq!(AsciiWord::at(&bytes, at), plainly(&bytes, at), "{:?}", &bytes[at..]);
            }
        }
    }

    #[test]
    fn words_of_a_kind_have_keys_of_their_own() {
        let words =
            ["", "a", "b", "aa", "aaaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaa"];
        for (nth, word) in words.iter().enumerate() {
            assert!(words[..nth].iter().all(|other| key(other.as_bytes()) != key(word.as_bytes())), "{word}");
        }
    }
}

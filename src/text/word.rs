//! Words of ASCII, read many bytes at a time, and the keys of words.
//!
//! Most of a text is short words, and where each ends is what a processor guesses worst. So what the bytes are is told
//! without a branch, eight at a time as one number: each byte's highest bit, which ASCII leaves free, says whether it
//! is of a class (Warren, Hacker's Delight, 2nd edition, 2012, section 6-1).

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// What is to be known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AsciiWord {
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
/// The bit that tells a letter of ASCII from a digit, in each byte.
const LETTER: u64 = ONES << 6;

/// Where the words of a text end that are runs of letters and digits of ASCII: 64 bytes are looked at at once.
pub(super) struct WordEnds<'t> {
    bytes: &'t [u8],
    /// Which 64 bytes were looked at.
    block: usize,
    /// A bit for each of them, the first one lowest: a letter or digit.
    bits: u64,
}

impl<'t> WordEnds<'t> {
    pub(super) fn new(bytes: &'t [u8]) -> Self {
        Self { bytes, block: usize::MAX, bits: 0 }
    }

    /// The byte behind the run that byte `at` is in; `at` itself where it is in none.
    #[inline]
    pub(super) fn end(&mut self, mut at: usize) -> usize {
        loop {
            if at / 64 != self.block {
                (self.block, self.bits) = (at / 64, block_bits(self.bytes, at / 64));
            }
            let run = (!(self.bits >> (at % 64))).trailing_zeros() as usize;
            at += run;
            // A run that reaches the next block may go on there.
            if run == 0 || !at.is_multiple_of(64) {
                return at;
            }
        }
    }
}

/// A bit for each of the 64 bytes from byte `64 * block` on, the first one lowest: a letter or digit of ASCII.
#[inline(never)]
fn block_bits(bytes: &[u8], block: usize) -> u64 {
    let rest = bytes.get(64 * block..).unwrap_or_default();
    let bytes = rest.first_chunk::<64>().copied().unwrap_or_else(|| {
        let mut padded = [0; 64];
        padded[..rest.len()].copy_from_slice(rest);
        padded
    });
    let eights = bytes.as_chunks::<8>().0.iter().rev();
    eights.fold(0, |bits, eight| bits << 8 | alphanumerics(u64::from_le_bytes(*eight)))
}

/// A bit for each of eight bytes, the first one lowest: a letter or digit of ASCII.
fn alphanumerics(eight: u64) -> u64 {
    let small = eight | SMALL;
    let letter = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let digit = at_least(eight, b'0') & !at_least(eight, b'9' + 1);
    let highest = (letter | digit) & !eight & HIGHEST;
    // The product brings each byte's highest bit to its place in the last byte.
    (highest >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
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
    /// Reads the bytes from `start` to `end`, which are letters and digits of ASCII, at least one.
    #[inline]
    pub(super) fn of(bytes: &[u8], start: usize, end: usize) -> Self {
        let length = end - start;
        if length > 8 {
            return Self::behind_eight(&bytes[start..end]);
        }
        let rest = &bytes[start..];
        let eight = rest.first_chunk::<8>().copied().unwrap_or_else(|| {
            let mut padded = [0; 8];
            padded[..rest.len()].copy_from_slice(rest);
            padded
        });
        let read = first(length);
        Self::of_two(u64::from_le_bytes(eight) & read, 0, read, 0, length)
    }

    /// The same for a word of more than eight bytes.
    #[inline(never)]
    fn behind_eight(word: &[u8]) -> Self {
        let length = word.len();
        let (Some(head), Some(last), ..=16) = (word.first_chunk(), word.last_chunk(), length) else {
            return Self::long(word);
        };
        let tail = u64::from_le_bytes(*last) >> (8 * (16 - length));
        Self::of_two(u64::from_le_bytes(*head), tail, u64::MAX, first(length - 8), length)
    }

    /// The same for a word of `length` bytes, sixteen at most, given as two numbers. `read` and `read_on` have all bits
    /// of the bytes that count in them.
    #[inline(always)]
    fn of_two(head: u64, tail: u64, read: u64, read_on: u64, length: usize) -> Self {
        let (letters, more_letters) = (head & LETTER, tail & LETTER);
        let (small, more_small) = (head << 1 & letters, tail << 1 & more_letters);
        let (upper, more_upper) = (letters ^ small, more_letters ^ more_small);
        let exact = mixed(head, tail, length);
        Self {
            exact,
            folded: match upper | more_upper {
                0 => exact,
                _ => mixed(head | SMALL & read, tail | SMALL & read_on, length),
            },
            capital: upper & 0x40 != 0,
            all_caps: small | more_small == 0
                && (is_many(upper) || is_many(more_upper) || upper != 0 && more_upper != 0),
            digit: (letters ^ LETTER & read) | (more_letters ^ LETTER & read_on) != 0,
        }
    }

    /// The same for a word of more than sixteen bytes.
    fn long(word: &[u8]) -> Self {
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        Self {
            exact: key(word),
            folded: key(&word.to_ascii_lowercase()),
            capital: word[0].is_ascii_uppercase(),
            all_caps: capitals > 1 && !word.iter().any(u8::is_ascii_lowercase),
            digit: word.iter().any(u8::is_ascii_digit),
        }
    }
}

/// True for more than one bit.
fn is_many(bits: u64) -> bool {
    bits & bits.wrapping_sub(1) != 0
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
    use super::{AsciiWord, WordEnds, key};

    /// What [`AsciiWord::of`] is, byte by byte.
    fn plainly(word: &[u8]) -> AsciiWord {
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        AsciiWord {
            exact: key(word),
            folded: key(&word.to_ascii_lowercase()),
            capital: word.first().is_some_and(u8::is_ascii_uppercase),
            all_caps: capitals > 1 && !word.iter().any(u8::is_ascii_lowercase),
            digit: word.iter().any(u8::is_ascii_digit),
        }
    }

    #[test]
    fn many_bytes_at_a_time_read_as_one_by_one() {
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
            let mut word_ends = WordEnds::new(&bytes);
            for at in 0..bytes.len() {
                let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let end = word_ends.end(at);
                assert_eq!(end, at + length, "{:?}", &bytes[at..]);
                if length > 0 {
                    assert_eq!(
                        AsciiWord::of(&bytes, at, end),
                        plainly(&bytes[at..end]),
                        "{:?}",
                        &bytes[at..end]
                    );
                }
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

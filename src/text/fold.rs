//! What two spellings of a word or a name are compared by: the folded text and its key.

use super::token::lower;
use super::word::{HIGHEST, ONES, at_least, first, mixed};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// The text that stands behind [`Token::folded`]: lower case in NFC, straight quotes, plain hyphens, without
/// soft hyphens, zero-width characters and hidden markup, every run of white space one space.
pub fn fold(text: &str) -> String {
    // Nearly all names are plain ASCII with single spaces, and rules fold a great many.
    if is_plain(text.as_bytes()) {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let push = |c: char| {
        if !c.is_whitespace() {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    lower(text).nfc().for_each(push);
    folded
}

/// `text` in NFC: two ways to write "é" look alike and are one.
pub fn composed(text: &str) -> String {
    // Nearly all names are plain ASCII.
    if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
}

/// [`fold`] with "and" for each "&": what two spellings of a name are compared by.
pub fn fold_name(name: &str) -> String {
    let folded = fold(name);
    if folded.contains('&') { folded.replace('&', " and ") } else { folded }
}

/// [`fold_name`] but for the case of ASCII letters: most names need no copy for that.
pub fn fold_name_but_case(name: &str) -> Cow<'_, str> {
    let plain = is_plain(name.as_bytes()) && !name.contains('&');
    if plain { Cow::Borrowed(name) } else { Cow::Owned(fold_name(name)) }
}

/// The plain letters for a Latin letter that has no parts to take apart, in small letters: "ss" for "ß", "o" for "ø".
pub fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ı' => "i",
        _ => return None,
    })
}

/// True for ASCII without control characters, hidden markup among them, and without two spaces in a row.
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    small_key(bytes).1
}

/// The key of [`fold`] of `text`: texts that fold to the same have the same key. Costs no allocation for plain ASCII.
pub fn fold_key(text: &str) -> u64 {
    match small_key(text.as_bytes()) {
        (key, true) => key,
        _ => small_key(fold(text).as_bytes()).0,
    }
}

/// The key of some bytes with the letters of ASCII made small, and whether they are plain as in [`is_plain`]; eight
/// bytes at a time.
fn small_key(bytes: &[u8]) -> (u64, bool) {
    let (mut key, mut plain, mut space_before) = (bytes.len() as u64, true, 0);
    let (whole, rest) = bytes.as_chunks::<8>();
    let mut take = |eight: [u8; 8], read: u64| {
        let eight = u64::from_le_bytes(eight);
        let upper = at_least(eight, b'A') & !at_least(eight, b'Z' + 1) & !eight;
        // The bit for small letters is the third from the highest.
        key = mixed(key, eight | (upper & HIGHEST) >> 2, 8);
        let spaces = !at_least(eight ^ (ONES * u64::from(b' ')), 1) & !eight & HIGHEST & read;
        let odd = (eight | !at_least(eight, b' ')) & HIGHEST & read;
        plain &= odd == 0 && spaces & (spaces << 8 | space_before) == 0;
        space_before = spaces >> 56;
    };
    for eight in whole {
        take(*eight, u64::MAX);
    }
    if !rest.is_empty() {
        let mut eight = [0; 8];
        eight[..rest.len()].copy_from_slice(rest);
        take(eight, first(rest.len()));
    }
    (key, plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_fold_to_the_same_have_one_key() {
        for (a, b) in [
            ("", ""),
            ("KISA", "kisa"),
            ("Nordhavn Line", "nordhavn  line"),
            ("Nordhavn Line", "Nordhavn\nLine"),
            ("Women’s University", "WOMEN'S university"),
            ("Je‑myung", "je-myung"),
            ("JOSÉ", "jose\u{301}"),
            ("Sixteen letters.", "SIXTEEN LETTERS."),
        ] {
            assert_eq!((fold(a), fold_key(a)), (fold(b), fold_key(b)), "{a:?} and {b:?}");
        }
        let words =
            ["", " ", "a", "aa", "a a", "a-a", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa a", "a aaaaaaaa", "é"];
        for (nth, word) in words.iter().enumerate() {
            assert!(words[..nth].iter().all(|other| fold_key(other) != fold_key(word)), "{word:?}");
        }
    }

    #[test]
    fn eight_bytes_at_a_time_are_plain_as_one_by_one() {
        let mut random = 7u64;
        for _ in 0..3_000 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let bytes: Vec<u8> = (0..random >> 59)
                .map(|_| {
                    random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    b"aZ{[@`  9~aZaZaZaZbY\x1F\x7F\x80\xFF"[(random >> 40) as usize % 24]
                })
                .collect();
            let (key, plain) = small_key(&bytes);
            let odd = bytes.iter().any(|byte| !(b' '..0x80).contains(byte));
            assert_eq!(plain, !odd && !bytes.windows(2).any(|two| two == b"  "), "{bytes:?}");
            assert_eq!(key, small_key(&bytes.to_ascii_lowercase()).0, "{bytes:?}");
        }
    }
}

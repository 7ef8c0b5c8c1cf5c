//! Hours, and the numbers at the head of an entry.

use crate::text::Token;

/// How many tokens the "14:02" or "1:54PM" at the head of an entry is, the "1." or "2)" of a list: what stands behind it begins a
/// sentence.
pub(super) fn label(text: &str, tokens: &[Token]) -> Option<usize> {
    /// A longer number is a year.
    const MOST_DIGITS: u32 = 3;

    let number = |token: &Token| token.of(text).bytes().all(|b| b.is_ascii_digit());
    let [first, mark, rest @ ..] = tokens else { return None };
    match (mark.mark(text)?, rest.first()) {
        (':', Some(minutes))
            if !minutes.gap && number(first) && (number(minutes) || is_hour(minutes.of(text))) =>
        {
            Some(3)
        }
        ('.' | ')', Some(next)) if next.gap && number(first) && first.end - first.start <= MOST_DIGITS => {
            Some(2)
        }
        _ => None,
    }
}

/// True for the half of the day behind an hour.
pub(super) fn is_half(word: &str) -> bool {
    matches!(word, "a.m." | "am" | "AM" | "p.m." | "pm" | "PM")
}

/// True for the letters of a time zone that are nobody's behind a number: "1300 GMT".
pub(super) fn is_zone(letters: &str) -> bool {
    ZONES.contains(&letters)
}

const ZONES: [&str; 14] =
    ["AEDT", "AEST", "BST", "CEST", "CET", "EDT", "EEST", "EST", "GMT", "JST", "KST", "PDT", "PST", "UTC"];

/// True for the "10PM", the "7.05PM", the "53AM" of "12:53AM" and the "1300GMT", from one to another too: "9AM-5PM".
pub(super) fn is_hour(word: &str) -> bool {
    word.split('-').all(|hour| {
        let number = hour.strip_suffix("AM").or_else(|| hour.strip_suffix("PM"));
        let number = number.or_else(|| ZONES.iter().find_map(|zone| hour.strip_suffix(zone)));
        number.is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        })
    })
}

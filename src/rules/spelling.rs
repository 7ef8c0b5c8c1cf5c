//! How two spellings compare.

use crate::text::damerau;
use crate::text::fold_name;

/// Letters by which two words differ, when they are `most` at most.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = without_common_ends(a, b);
    // One slip is in two letters at most, and most words differ in more.
    let far = |text: &str| most == 1 && text.chars().nth(2).is_some();
    if far(a) || far(b) {
        return None;
    }
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    damerau(&letters(a), &letters(b), most)
}

/// Two texts without the letters that both begin with, and those that what is left of both ends with.
pub(super) fn without_common_ends<'a, 'b>(a: &'a str, b: &'b str) -> (&'a str, &'b str) {
    let same = |(a, b): &(char, char)| a == b;
    let bytes = |(letter, _): (char, char)| letter.len_utf8();
    let head = a.chars().zip(b.chars()).take_while(same).map(bytes).sum::<usize>();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(same).map(bytes).sum::<usize>();
    (&a[..a.len() - tail], &b[..b.len() - tail])
}

/// True when two letters in each other's place are all that tells two texts apart: "John", "Jonh".
pub(super) fn turned(a: &str, b: &str) -> bool {
    let (a, b) = without_common_ends(a, b);
    a.len() == b.len()
        && a.chars().nth(1).is_some()
        && a.chars().nth(2).is_none()
        && a.chars().rev().eq(b.chars())
}

/// True for two spellings that differ in capitals inside of words alone: "MacHolm", "Macholm". The first letter may be
/// small for a reason, and "HOLM" or "MacHOLM" is a style.
pub(super) fn differ_in_capitals(a: &str, b: &str) -> bool {
    if a == b || !a.eq_ignore_ascii_case(b) {
        return false;
    }
    let words = |name| str::split(name, [' ', '-', '\'', '’']);
    let capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count();
    let plain = |word: &str| capitals(word) <= 2 && word.contains(char::is_lowercase);
    words(a).zip(words(b)).filter(|(a, b)| a != b).all(|(a, b)| {
        let same_start = a.as_bytes().first() == b.as_bytes().first();
        same_start && plain(a) && plain(b)
    })
}

/// "The Nordhavn Line" begins a sentence, and is no other spelling of "Nordhavn Line"; the stop of "Brother A." may end one.
pub(crate) fn without_article(name: &str) -> &str {
    let name = name.trim_end_matches('.');
    let article = |word: &str| matches!(word, "The" | "the" | "A" | "An");
    name.split_once(' ').filter(|(first, _)| article(first)).map_or(name, |(_, rest)| rest)
}

/// True when two names are the same but for straight and curly apostrophes.
pub(crate) fn same_but_apostrophes(a: &str, b: &str) -> bool {
    let straight = |c: char| if matches!(c, '’' | '‘') { '\'' } else { c };
    a.chars().map(straight).eq(b.chars().map(straight))
}

/// True when a small word inside is all that one of two names has more: "Department of (the) Harbour", "Bank (of) Nordhavn". "Port of
/// Nordhavn" and "Port Nordhavn" are usage.
pub(super) fn lost_link(a: &str, b: &str) -> bool {
    let (longer, shorter) = if a.len() > b.len() { (a, b) } else { (b, a) };
    [" the ", " of ", " for "].into_iter().any(|link| {
        longer.len() + 1 == shorter.len() + link.len()
            && longer.match_indices(link).any(|(at, _)| {
                let (head, tail) = (&longer[..at], &longer[at + link.len()..]);
                shorter.strip_prefix(head).and_then(|rest| rest.strip_prefix(' ')) == Some(tail)
                    && (link == " the " || !is_of_land(head))
            })
    })
}

/// True for a word that stands in front of a place's name with "of" and without.
fn is_of_land(word: &str) -> bool {
    matches!(word, "County" | "Fort" | "Gulf" | "Lake" | "Mount" | "Port" | "Province" | "River" | "Strait")
}

/// True for one word with a hyphen or with capitals inside, which others write otherwise: "CarSonic", "Tavu-PG".
pub(super) fn is_joined(name: &str) -> bool {
    let inside = |byte: u8| byte == b'-' || byte.is_ascii_uppercase();
    !name.contains(' ') && name.bytes().skip(1).any(inside)
}

/// Letters and digits alone, folded; "&" is "and".
pub(super) fn squeezed(name: &str) -> String {
    fold_name(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// True when two names have the same [`words`].
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    a == b || !begin_otherwise(a, b) && words(&fold_name(a)).eq(words(&fold_name(b)))
}

/// True for two names that begin with different letters, as most do; where one begins with a sign or an accent, it may
/// still be the same word.
fn begin_otherwise(a: &str, b: &str) -> bool {
    let plain = |name: &str| name.bytes().next().filter(u8::is_ascii_alphanumeric);
    plain(a).zip(plain(b)).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(&b))
}

/// The words of a name that is [folded](fold_name).
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty())
}

/// True for "US" beside "U.S.".
pub(super) fn is_without_stops(letters: &str, dotted: &str) -> bool {
    dotted.contains('.') && dotted.chars().filter(|c| *c != '.').eq(letters.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_two_words_share_at_their_ends_change_no_distance() {
        let mut seed = 7_u64;
        let mut word = || {
            let next = |seed: &mut u64| {
                *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (*seed >> 33) as usize
            };
            (0..next(&mut seed) % 7).map(|_| ['a', 'b', 'é'][next(&mut seed) % 3]).collect::<Vec<char>>()
        };
        for _ in 0..5_000 {
            let (a, b) = (word(), word());
            let texts = [&a, &b].map(|word| word.iter().collect::<String>());
            for most in 0..3 {
                assert_eq!(distance(&texts[0], &texts[1], most), damerau(&a, &b, most), "{texts:?}");
            }
        }
    }

    #[test]
    fn letters_in_the_wrong_order() {
        for (a, b, wrong) in [
            ("NHFA", "NFHA", true),
            ("HNFA", "NHFA", true),
            ("NHFA", "NHFA", false),
            ("NHFA", "HNAF", false),
            ("NHFA", "NHFB", false),
            ("NHFA", "NHF", false),
            ("ABC", "CBA", false),
            ("Sol Hapsel", "Sol Hapsle", true),
        ] {
            assert_eq!(turned(a, b), wrong, "{a} / {b}");
        }
    }
}

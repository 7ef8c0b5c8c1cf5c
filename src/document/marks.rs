//! Spellings of one name that differ in marks alone: hyphens, "&", accents.

use crate::text::{fold, plain_letters};
use unicode_normalization::UnicodeNormalization;

/// `name` with spaces for hyphens, "and" for "&" and plain letters for Latin ones with accents, where it has any: what
/// differs in these alone is one name in an article.
pub(super) fn without_marks(name: &str) -> Option<String> {
    if is_bare(name) || !name.contains(['-', '&']) && !name.contains(is_accented) {
        return None;
    }
    let mut plain = String::with_capacity(name.len() + 2);
    for c in name.chars() {
        match c {
            '-' => plain.push(' '),
            '&' => plain.push_str("and"),
            // Hangul would fall apart.
            _ if is_accented(c) => push_plain(c, &mut plain),
            _ => plain.push(c),
        }
    }
    Some(plain)
}

/// The other ways to write a name without accents: "Schroeder" for "Schröder", as German does, "Ohsumi" and "Ousumi" for
/// "Ōsumi", as Japanese does. None for most names.
pub(super) fn spelled_out(name: &str) -> impl Iterator<Item = String> {
    /// A letter, and what different papers put for it.
    const WAYS: [(char, [&str; 2]); 7] = [
        ('ä', ["ae", "ae"]),
        ('å', ["aa", "aa"]),
        ('ö', ["oe", "oe"]),
        ('ø', ["oe", "oe"]),
        ('ü', ["ue", "ue"]),
        ('ō', ["oh", "ou"]),
        ('ū', ["uh", "uu"]),
    ];
    let small = if name.is_ascii() { String::new() } else { name.to_lowercase() };
    let letters = move |way: usize| {
        let mut plain = String::with_capacity(small.len() + 2);
        for c in small.chars() {
            match WAYS.iter().find(|(letter, _)| *letter == c) {
                Some((_, ways)) => plain.push_str(ways[way]),
                None if is_accented(c) => push_plain(c, &mut plain),
                None => plain.push(c),
            }
        }
        plain
    };
    let several = !name.is_ascii() && name.contains(['ō', 'ū', 'Ō', 'Ū']);
    let umlaut = || name.contains(['ä', 'å', 'ö', 'ø', 'ü', 'Ä', 'Å', 'Ö', 'Ø', 'Ü']);
    let any = several || !name.is_ascii() && umlaut();
    (0..if several { 2 } else { usize::from(any) }).map(letters)
}

/// True for two spellings that differ in these marks, and in nothing else but capitals.
pub fn differ_in_marks(a: &str, b: &str) -> bool {
    // Most of two begin or end otherwise, and most names have no marks.
    may_be_same(a, b) && !(is_bare(a) && is_bare(b)) && fold(a) != fold(b) && same_but_marks(a, b)
}

/// False for two names whose first or last letters, which no mark changes, are others.
fn may_be_same(a: &str, b: &str) -> bool {
    let other = |ends: [Option<&u8>; 2]| match ends {
        [Some(a), Some(b)] => {
            let letters = a.is_ascii_alphabetic() && b.is_ascii_alphabetic();
            letters && !a.eq_ignore_ascii_case(b)
        }
        _ => false,
    };
    let (a, b) = (a.as_bytes(), b.as_bytes());
    !other([a.first(), b.first()]) && !other([a.last(), b.last()])
}

/// True for two spellings that differ in nothing but these marks and capitals.
fn same_but_marks(a: &str, b: &str) -> bool {
    let plain = |name: &str| fold(&without_marks(name).unwrap_or_else(|| name.to_owned()));
    let ways = |name: &str| spelled_out(name).chain([plain(name)]).collect::<Vec<_>>();
    let ways_of_a = ways(a);
    ways(b).iter().any(|way| ways_of_a.contains(way))
}

/// True for a name without any of these marks, seen at a glance.
fn is_bare(name: &str) -> bool {
    name.is_ascii() && !name.bytes().any(|byte| matches!(byte, b'-' | b'&'))
}

/// True for a Latin letter that ASCII lacks.
fn is_accented(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The letter below the accents of one of a Latin word: "e" for "é"; any other character as it is.
pub(super) fn base_letter(c: char) -> char {
    if is_accented(c) { std::iter::once(c).nfd().next().unwrap_or(c) } else { c }
}

fn push_plain(c: char, plain: &mut String) {
    match plain_letters(c) {
        Some(letters) => plain.push_str(letters),
        None => plain.push(base_letter(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_marks() {
        for (name, plain) in [
            ("José Lund-Bakke", Some("Jose Lund Bakke")),
            ("Dilek Yıldırım", Some("Dilek Yildirim")),
            ("Jürgen Groß", Some("Jurgen Gross")),
            ("Boats & Sons", Some("Boats and Sons")),
            ("Jens Bakke", None),
            ("류제명", None),
        ] {
            assert_eq!(without_marks(name).as_deref(), plain, "{name}");
        }
    }

    #[test]
    fn spellings_that_differ_in_marks_alone() {
        for (a, b, same) in [
            ("Ødegård", "Ødegaard", true),
            ("Schröder", "Schroeder", true),
            ("Schröder", "Schroder", true),
            ("Schroeder", "Schroder", false),
            ("Lund", "Land", false),
        ] {
            assert_eq!(same_but_marks(a, b), same, "{a} / {b}");
            assert_eq!(same_but_marks(b, a), same, "{b} / {a}");
        }
    }

    #[test]
    fn capitals_are_no_marks() {
        for (a, b, differ) in [
            ("Lund-Bakke", "Lund Bakke", true),
            ("Schröder", "SCHROEDER", true),
            ("Lund-Bakke", "LUND-BAKKE", false),
            ("Schröder", "SCHRÖDER", false),
            ("Lund", "LUND", false),
            ("Lund", "Lund", false),
            ("Østby Dahlø", "Oestby Dahloe", true),
            ("And-Ro", "& Ro", true),
            ("Lund-Bakke", "Sund Bakke", false),
            ("Lund-Bakke", "Lund Bakka", false),
        ] {
            assert_eq!(differ_in_marks(a, b), differ, "{a} / {b}");
        }
    }

    #[test]
    fn accents_spelled_out() {
        for (name, ways) in [
            ("Jörg Schröder", &["joerg schroeder"][..]),
            ("Ōsumi", &["ohsumi", "ousumi"]),
            ("Søren Å", &["soeren aa"]),
            ("José Lund", &[]),
            ("Jens Bakke", &[]),
        ] {
            assert_eq!(spelled_out(name).collect::<Vec<_>>(), ways, "{name}");
        }
    }
}

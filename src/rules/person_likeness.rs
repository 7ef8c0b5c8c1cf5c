//! Two spellings of one person's name of two words.

use super::near_miss::{differ_in_end, is_slip};
use super::spelling::{distance, same_but_apostrophes};
use crate::catalog::{LikenessKind, likeness, may_be_equal};
use crate::document::{differ_in_marks, is_given_name};
use crate::text::fold;

/// How two names of persons differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PersonLikeness {
    /// In accents, hyphens, spaces or capitals alone.
    Marks,
    /// In a letter, or in two ways to write one given name.
    Slip,
}

/// How `a` and `b` are one name in two spellings; `None` where they are one spelling or more likely two names.
pub(super) fn person_likeness(a: &str, b: &str) -> Option<PersonLikeness> {
    if differ_in_end(a, b) || same_but_apostrophes(a, b) {
        return None;
    }
    if differ_in_marks(a, b) || may_be_equal(a, b) && likeness(a, b).kind == LikenessKind::Equal {
        return (!a.eq_ignore_ascii_case(b)).then_some(PersonLikeness::Marks);
    }
    let (Some((given, family)), Some((other_given, other_family))) = (a.split_once(' '), b.split_once(' '))
    else {
        return None;
    };
    if family.contains(' ') || other_family.contains(' ') {
        return None;
    }
    let slip = match (given == other_given, family == other_family) {
        (true, false) => is_slip_of_surname(family, other_family),
        (false, true) => is_same_given(given, other_given),
        _ => false,
    };
    slip.then_some(PersonLikeness::Slip)
}

/// True for two names of two words of which one is the same, and the other, short as it may be, has one letter more, less or
/// otherwise behind the first: "Ida Holm", "Ira Holm". What is known of both tells whether they are one.
pub(super) fn are_near(a: &str, b: &str) -> bool {
    /// "Li", "Le".
    const SHORTEST: usize = 3;
    let (Some((given, family)), Some((other_given, other_family))) = (a.split_once(' '), b.split_once(' '))
    else {
        return false;
    };
    let (one, other, usual) = match (given == other_given, family == other_family) {
        (true, false) => (fold(family), fold(other_family), false),
        (false, true) => (fold(given), fold(other_given), is_given_name(given) && is_given_name(other_given)),
        _ => return false,
    };
    let shorter = one.chars().count().min(other.chars().count());
    !usual
        && shorter >= SHORTEST
        && !one.contains([' ', '.', '-'])
        && !other.contains([' ', '.', '-'])
        && one.as_bytes().first() == other.as_bytes().first()
        && !is_womans(&one, &other)
        && distance(&one, &other, 1).is_some()
}

/// True for a surname and another that is one slip away, behind the first letter; what women of a family are called is none.
fn is_slip_of_surname(a: &str, b: &str) -> bool {
    let (one, other) = (fold(a), fold(b));
    one.as_bytes().first() == other.as_bytes().first() && is_slip(&one, &other) && !is_womans(&one, &other)
}

/// True for two ways to write one given name: what sounds the same, or a slip in a long one. Of two that many bear each is
/// somebody's.
fn is_same_given(a: &str, b: &str) -> bool {
    if sound_alike(a, b) {
        return true;
    }
    let (one, other) = (fold(a), fold(b));
    let gender = |one: &str, other: &str| {
        let end = other.strip_prefix(one);
        let swapped = one.strip_suffix('o').is_some_and(|stem| other.strip_suffix('a') == Some(stem));
        matches!(end, Some("a" | "e" | "o")) || swapped
    };
    let usual = is_given_name(a) && is_given_name(b);
    one.as_bytes().first() == other.as_bytes().first()
        && !usual
        && !gender(&one, &other)
        && !gender(&other, &one)
        && is_slip(&one, &other)
}

/// True for two names that differ in how one given name is written: "Steven Holm", "Stephen Holm".
pub(super) fn differ_in_sound(a: &str, b: &str) -> bool {
    let parts = a.split_once(' ').zip(b.split_once(' '));
    parts.is_some_and(|((a, rest), (b, other))| rest == other && sound_alike(a, b))
}

/// True for two given names that sound the same: "Steven", "Stephen".
fn sound_alike(a: &str, b: &str) -> bool {
    let group = |name: &str| ALIKE.iter().position(|group| group.contains(&name));
    a != b && group(a).is_some_and(|own| group(b) == Some(own))
}

/// Given names that sound the same or are one name in two languages' letters.
const ALIKE: [&[&str]; 40] = [
    &["Aaron", "Aron"],
    &["Alan", "Allan", "Allen"],
    &["Alexei", "Alexey", "Aleksei", "Aleksey"],
    &["Andrei", "Andrey"],
    &["Anne", "Ann"],
    &["Brian", "Bryan"],
    &["Carl", "Karl"],
    &["Catherine", "Katharine", "Katherine", "Kathryn"],
    &["Christina", "Kristina"],
    &["Christopher", "Kristopher"],
    &["Clare", "Claire"],
    &["Deborah", "Debra"],
    &["Dmitri", "Dmitriy", "Dmitry"],
    &["Elizabeth", "Elisabeth"],
    &["Eric", "Erik"],
    &["Frederic", "Frederick", "Fredrick"],
    &["Gail", "Gale", "Gayle"],
    &["Geoffrey", "Jeffrey", "Jeffery"],
    &["Graham", "Graeme"],
    &["Hanna", "Hannah"],
    &["Isabel", "Isobel"],
    &["Jon", "John"],
    &["Jonathan", "Jonathon", "Johnathan"],
    &["Joseph", "Josef"],
    &["Laurence", "Lawrence"],
    &["Lindsay", "Lindsey"],
    &["Mark", "Marc"],
    &["Matthew", "Mathew"],
    &["Megan", "Meghan"],
    &["Nicholas", "Nicolas"],
    &["Nikolai", "Nikolay"],
    &["Philip", "Phillip"],
    &["Rachel", "Rachael"],
    &["Rebecca", "Rebekah"],
    &["Sara", "Sarah"],
    &["Sean", "Shaun", "Shawn"],
    &["Sergei", "Sergey"],
    &["Stephen", "Steven"],
    &["Teresa", "Theresa"],
    &["Yuri", "Yuriy", "Yury"],
];

/// True for a surname and the form of it that women of the family have: "kowalski" and "kowalska", "petrov" and "petrova".
pub(super) fn is_womans(a: &str, b: &str) -> bool {
    let form = |man: &str, woman: &str| {
        let stem = woman.strip_suffix('a').unwrap_or("");
        stem == man && man.ends_with(['v', 'n'])
            || stem.ends_with('k') && matches!(man.strip_prefix(stem), Some("i" | "y"))
    };
    form(a, b) || form(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_or_two_names() {
        let (marks, slip) = (Some(PersonLikeness::Marks), Some(PersonLikeness::Slip));
        for (a, b, likeness) in [
            ("Pedro Velmadóvar", "Pedro Velmadovar", marks),
            ("Carol-Ann Wexlund", "Carol Ann Wexlund", marks),
            ("Sergei Wexlunin", "Sergey Wexlunin", slip),
            ("Wole Wexlupekun", "Wole Wexlukpekun", slip),
            ("Sara Holm", "Sarah Holm", slip),
            ("Ana O'Wexlund", "Ana O’Wexlund", None),
            ("Martin Holm", "Martina Holm", None),
            ("Marcelo Holm", "Marcela Holm", None),
            ("Ivan Wexlunov", "Ivan Wexlunova", None),
            ("Daniel Holm", "Daniel Holm", None),
            ("Jan Holm", "Jon Holm", None),
            ("Ana Holm", "Ana Holme", None),
            ("Ana Wexlund", "Ana Vexlund", None),
        ] {
            assert_eq!(person_likeness(a, b), likeness, "{a} / {b}");
        }
    }

    #[test]
    fn short_words_one_letter_apart() {
        for (a, b, near) in [
            ("Roer Holm", "Roger Holm", true),
            ("Ana Holt", "Ana Hot", true),
            ("Jan Holm", "Jon Holm", false),
            ("Ana Li", "Ana Le", false),
            ("Ana Holm", "Ana Folm", false),
            ("Ivan Lunov", "Ivan Lunova", false),
            ("Ana Holm", "Ida Helm", false),
        ] {
            assert_eq!(are_near(a, b), near, "{a} / {b}");
        }
    }
}

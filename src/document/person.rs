//! Which names can be a person's, and which of their words is the family name.

use super::head_nouns;
use super::lands::is_land;
use super::lexicon;
use super::peoples;
use super::unit::{is_acronym, is_hyphenated_given_name, is_initial, is_initials};
use crate::catalog::{FamilyName, Kind, is_korean_name};

/// No person's name has more words, small ones such as "de la" aside.
const MOST_WORDS: usize = 4;

/// True when `text` may be a person's full name; `kind` is what the text around it shows.
pub(super) fn may_be_person(text: &str, kind: Option<Kind>) -> bool {
    if let Some(kind) = kind {
        return kind == Kind::Person;
    }
    let other = |word: &str, count: usize| {
        matches!(word, "of" | "and" | "for" | "the" | "&" | "on" | "Of" | "And" | "For")
            || head_nouns::is_body(word)
            || peoples::is_demonym(word)
            || is_direction(word)
            // The East Village is no Village, but Orvel West is somebody.
            || count == 0 && matches!(word, "East" | "North" | "South" | "West")
            || is_acronym(word)
                && !(count == 0 && (is_initials(word) && !is_country(word) || is_in_capitals(word)))
            || is_small_word(word)
            || word.bytes().any(|b| b.is_ascii_digit())
    };
    if text.split(' ').next().is_some_and(head_nouns::begins_foreign_body) {
        return false;
    }
    let mut last = None;
    let mut count = 0;
    let nickname =
        |word: &&str| word.starts_with(['"', '“', '‘', '(']) && word.ends_with(['"', '”', '’', ')']);
    for word in text.split_whitespace().filter(|word| !nickname(word) && !is_generation(word)) {
        if count == MOST_WORDS || other(word, count) {
            return false;
        }
        last = (count > 0).then_some(word);
        count += usize::from(!lexicon::is_particle(word));
    }
    let given = || text.split_whitespace().next().is_some_and(lexicon::is_given_name);
    last.is_none_or(|last| {
        let landmark =
            head_nouns::is_landmark(last) && !(count == 2 && lexicon::is_family_name_too(last) && given());
        // "Hapsel Germany" is a branch, and "North America" nobody.
        !landmark && (!is_land(last) || given())
    })
}

/// True for a given name in capitals, as some papers begin a text: "KARI Holm left".
fn is_in_capitals(word: &str) -> bool {
    let lowered = |(first, rest): (&str, &str)| first.to_owned() + &rest.to_ascii_lowercase();
    word.split_at_checked(1).map(lowered).is_some_and(|word| lexicon::is_given_name(&word))
}

/// True for a full name that begins with a known given name and may be a person's: "Ana Lund", and "Ana LUND" in a list.
pub fn is_persons_name(name: &str) -> bool {
    let given = || name.split_once(' ').is_some_and(|(given, _)| lexicon::is_given_name(given));
    given() && (may_be_person(name, None) || shouts_family_name(name))
}

/// True for a name before a bracket with letters in it that say whose the person is: "Ana Lund (NHP)". Where more stands in the
/// bracket than the letters `alone`, "(NHP, Takvik)", the given name need not be known.
pub fn may_be_tagged(name: &str, alone: bool) -> bool {
    is_persons_name(name) || !alone && (may_be_person(name, None) || shouts_family_name(name))
}

/// True for the "Ana HOLM LUND" of a list.
fn shouts_family_name(name: &str) -> bool {
    /// Fewer letters in capitals are an acronym.
    const FEWEST: usize = 4;
    let Some((given, family)) = name.split_once(' ') else { return false };
    let shouted = |word: &str| word.len() >= FEWEST && word.chars().all(char::is_uppercase);
    given.contains(char::is_lowercase) && family.split(' ').all(shouted)
}

/// True for initials that are no person's: "U.S. Steel" is none.
fn is_country(initials: &str) -> bool {
    matches!(
        initials,
        "D.C." | "E.U." | "L.A." | "N.J." | "N.Y." | "U.A.E." | "U.K." | "U.N." | "U.S." | "U.S.A."
    )
}

/// True for the "nationale" of "Bibliothèque nationale de France": no particle of a person's name, and no al-Assad.
fn is_small_word(word: &str) -> bool {
    word.chars().all(char::is_lowercase) && !lexicon::is_particle(word)
}

/// "Sector Western Alaska" is no person. North and West are surnames too.
fn is_direction(word: &str) -> bool {
    matches!(word, "Central" | "Eastern" | "Greater" | "Northern" | "Southern" | "Western")
}

/// True for the "Jr." of "Dale Pruitt Jr.".
pub(super) fn is_generation(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Jnr" | "Sr" | "Sr." | "Snr" | "Filho" | "Júnior" | "II" | "III" | "IV")
}

/// True for the number of a king or a pope: the "XIV" of "Leo XIV".
pub(super) fn is_regnal(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// The "Leo" of "Leo XIV".
pub fn monarch(name: &str) -> Option<&str> {
    let (own, number) = name.rsplit_once(' ')?;
    (!own.contains(' ') && is_regnal(number)).then_some(own)
}

/// True for a family name that nobody bears without the particle before it, which says whose child its bearer is: the
/// "Salman" of "Mohammed bin Salman".
pub(super) fn is_fathers(name: &str, family: &str) -> bool {
    let before = name[..family.as_ptr() as usize - name.as_ptr() as usize].split_whitespace().next_back();
    before.is_some_and(is_child_of)
}

/// True for the "bin" of "Mohammed bin Salman".
fn is_child_of(word: &str) -> bool {
    matches!(word, "ben" | "bin" | "bint" | "binte" | "binti" | "ibn")
}

/// The father's name inside a longer name, and all up to it: "Nasel" and "Tovik bin Nasel" of "Tovik bin Nasel Al Vendu".
pub(super) fn child_and_father(name: &str) -> Option<(&str, &str)> {
    let child_of = name.split(' ').skip(1).find(|word| is_child_of(word))?;
    let start = child_of.as_ptr() as usize - name.as_ptr() as usize + child_of.len() + 1;
    let (father, _) = name.get(start..)?.split_once(' ')?;
    Some((father, &name[..start + father.len()]))
}

/// True for a particle before a father's name, in any case.
fn is_child(word: &str) -> bool {
    matches!(word, "ben" | "bin" | "bint" | "binte" | "binti" | "ibn" | "Bin" | "Bint")
}

/// "dos Santos" of "dos Santos Rocha": two family names, the first of them with a particle, of which the second is often left
/// out.
pub(super) fn without_second(tail: &str) -> Option<&str> {
    let (first, second) = tail.rsplit_once(' ')?;
    let name = |word: &str| word.starts_with(char::is_uppercase) && !is_generation(word);
    (name(second) && first.rsplit(' ').next().is_some_and(name)).then_some(first)
}

/// What stands from the prefix of an Irish family name of several words on: "Nic Giolla Phádraig" of "Bríd Nic Giolla Phádraig".
pub(super) fn from_irish_prefix(name: &str) -> Option<&str> {
    let (at, _) = name.match_indices(' ').find(|(at, _)| {
        let mut rest = name[at + 1..].split(' ');
        let prefix = rest
            .next()
            .is_some_and(|word| matches!(word, "Mac" | "Mag" | "Mhic" | "Nic" | "Ní" | "Uí" | "Ó"));
        prefix && rest.count() > 1
    })?;
    Some(&name[at + 1..])
}

/// The given and the family name of a full name: the first and the last word, or the other way round where
/// the family name stands first, as in "Ryu Je-myung".
pub fn name_parts(name: &str, order: Option<FamilyName>) -> Option<(&str, &str)> {
    let mut words = name.split_whitespace().map(|w| w.trim_end_matches(',')).filter(|w| !is_generation(w));
    let first = words.next()?;
    let (last, more) = words.fold((None, 0), |(_, before), word| (Some(word), before + 1));
    let last = last?;
    let family_first = match order {
        Some(order) => order == FamilyName::First,
        None => more == 1 && is_hyphenated_given_name(last),
    };
    Some(if family_first { (last, first) } else { (first, last) })
}

/// `family`, a part of `name`, with the particles before it that belong to it: "Van Halen" of "Eddie Van Halen", "St.
/// James" of "Dolores St. James". A given name stays before them.
pub(super) fn with_particles<'t>(name: &'t str, family: &'t str) -> &'t str {
    let place = |part: &str| part.as_ptr() as usize - name.as_ptr() as usize;
    let (start, end) = (place(family), place(family) + family.len());
    let belongs = |word: &&str| {
        matches!(*word, "St" | "St." | "Ste." | "Saint") || lexicon::is_particle_in_any_case(word)
    };
    let first = name[..start].split_whitespace().rev().take_while(belongs).last().map_or(start, place);
    if name[..first].trim().is_empty() { family } else { &name[first..end] }
}

/// "Busaidi" of "al-Busaidi", as many papers write it from the second time on.
pub(super) fn without_article(family: &str) -> Option<&str> {
    let (article, name) = family.split_once('-')?;
    let is_article = matches!(article, "al" | "Al" | "el" | "El");
    (is_article && name.starts_with(char::is_uppercase)).then_some(name)
}

/// The last two words of a full name of three or more, where they may stand for it as its family name does: "Rubio Prieto" of
/// "José Antonio Rubio Prieto".
pub(super) fn double_family_name(name: &str) -> Option<&str> {
    let (rest, last) = name.rsplit_once(' ')?;
    let (given, first) = rest.rsplit_once(' ')?;
    let names =
        !given.is_empty() && !is_generation(last) && !is_initial(first) && !lexicon::is_given_name(first);
    names.then(|| &name[given.len() + 1..])
}

/// The first two words of a person's name of three or more, by which many are called: "Kjartan Þór" of "Kjartan Þór
/// Magnússon".
pub(super) fn two_given(name: &str) -> Option<&str> {
    let mut spaces = name.match_indices(' ').map(|(at, _)| at);
    let (first, second) = (spaces.next()?, spaces.next()?);
    let word = &name[first + 1..second];
    // "Tovik bin Nasel" of "Tovik bin Nasel Al Vendu".
    if is_child(word) {
        return spaces.next().map(|third| &name[..third]);
    }
    let capital = word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphabetic);
    (capital && !is_generation(word)).then(|| &name[..second])
}

/// The whole words between the first and the last of a full name: "Ang" and "Teck" of "Bernard Ang Teck Wah".
pub(super) fn inner_names(name: &str) -> impl Iterator<Item = &str> {
    let end = name.rfind(' ').unwrap_or(0);
    let inner = name[..end].split(' ').skip(1);
    inner.filter(|word| {
        word.starts_with(char::is_uppercase)
            && !is_initial(word)
            && !is_initials(word)
            && word.chars().nth(1).is_some()
    })
}

/// The one word between the given and the family name, if it is a whole name and no initial: "Wanjiru" of "Grace Wanjiru Kamau".
pub(super) fn middle_name<'t>(name: &'t str, given: &str, family: &str) -> Option<&'t str> {
    let middle = name.strip_prefix(given)?.strip_suffix(family)?.trim();
    let whole = middle.starts_with(char::is_uppercase) && middle.chars().all(char::is_alphabetic);
    (whole && middle.chars().nth(2).is_some()).then_some(middle)
}

/// The one word in quotation marks inside a full name by which somebody is called: "Mike" of "Ole “Mike” Lund".
pub(super) fn nickname(name: &str) -> Option<&str> {
    const MARKS: [char; 6] = ['"', '“', '”', '\'', '‘', '’'];
    let quoted = name.split(' ').find(|word| word.starts_with(MARKS) && word.ends_with(MARKS))?;
    let word = quoted.trim_matches(MARKS);
    (word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)).then_some(word)
}

/// What stands from the first particle on, behind the given name: "de Holm Lund" of "Jonas de Holm Lund".
pub(super) fn from_particle(name: &str) -> Option<&str> {
    let (at, _) = name.match_indices(' ').find(|(at, _)| {
        let next = name[at + 1..].split(' ').next().unwrap_or("");
        lexicon::is_particle(next)
    })?;
    Some(&name[at + 1..])
}

/// What stands from the word before a particle on, and that word alone, where it may be a first family name: "Peña de la Cruz"
/// and "Peña" of "Rodrigo Peña de la Cruz", "Lula" of "Luiz Inácio Lula da Silva". `tail` begins with the particle.
pub(super) fn family_before_particle<'t>(name: &'t str, tail: &str) -> Option<(&'t str, &'t str)> {
    let (given, first) = name[..name.len() - tail.len() - 1].rsplit_once(' ')?;
    let names = !is_initial(first) && !lexicon::is_given_name(first) && !is_hyphenated_given_name(first);
    names.then(|| (&name[given.len() + 1..], first))
}

/// The family name in a person's full name, where the name itself shows which word that is: the first of
/// "Ryu Je-myung" and "Kim Dong Young", the last of "Dana Whitlock" and "George W. Bush". `None` for names
/// whose order only a reader can know ("Xi Jinping") and for long ones ("Gabriel García Márquez").
pub fn family_name(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace();
    let (first, second, third) = (words.next()?, words.next()?, words.next());
    match third {
        None if is_hyphenated_given_name(second) => Some(first),
        None if lexicon::is_given_name(first) => Some(second),
        Some(last) if words.next().is_none() => {
            let has_initial = is_initial(second) && lexicon::is_given_name(first);
            if has_initial { Some(last) } else { is_korean_name(name).then_some(first) }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_belong_to_the_family_name() {
        for (name, family, whole) in [
            ("Eddie Van Halen", "Halen", "Van Halen"),
            ("Dolores St. James", "James", "St. James"),
            ("Ludwig van Beethoven", "Beethoven", "van Beethoven"),
            ("Oscar de la Renta", "Renta", "de la Renta"),
            ("Van Morrison", "Morrison", "Morrison"),
            ("Jens Bakke", "Bakke", "Bakke"),
            ("Ryu Je-myung", "Ryu", "Ryu"),
        ] {
            let at = name.find(family).unwrap();
            assert_eq!(with_particles(name, &name[at..at + family.len()]), whole, "{name}");
        }
    }

    #[test]
    fn no_person_has_a_small_word_in_the_name() {
        for (name, person) in [
            ("Bibliothèque nationale de France", false),
            ("Jean-Baptiste de La Holm", true),
            ("Badr al-Dahlan", true),
            ("Jean d'Holm", true),
        ] {
            assert_eq!(may_be_person(name, None), person, "{name}");
        }
    }

    #[test]
    fn an_article_may_be_left_out() {
        for (family, bare) in [
            ("al-Dahlan", Some("Dahlan")),
            ("Al-Dahlan", Some("Dahlan")),
            ("al-din", None),
            ("Holm-Vik", None),
        ] {
            assert_eq!(without_article(family), bare, "{family}");
        }
    }

    #[test]
    fn a_family_name_may_stand_before_a_particle() {
        for (name, family) in [
            ("Rodrigo Peña de la Cruz", Some(("Peña de la Cruz", "Peña"))),
            ("Luiz Inácio Lula da Silva", Some(("Lula da Silva", "Lula"))),
            ("Ludwig van Beethoven", None),
            ("Maria Elena de la Cruz", None),
            ("Jens Bakke", None),
        ] {
            let tail = from_particle(name);
            assert_eq!(tail.and_then(|tail| family_before_particle(name, tail)), family, "{name}");
        }
    }

    #[test]
    fn the_family_name_is_told_only_where_the_name_shows_it() {
        for (name, family) in [
            ("Ryu Je-myung", Some("Ryu")),
            ("Kim Dong Young", Some("Kim")),
            ("Jason Kwon", Some("Kwon")),
            ("George W. Bush", Some("Bush")),
            ("Xi Jinping", None),
            ("Gabriel García Márquez", None),
            ("Solheim", None),
        ] {
            assert_eq!(family_name(name), family, "{name}");
        }
    }
}
